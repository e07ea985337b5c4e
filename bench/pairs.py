#!/usr/bin/env python3
"""How many known pairs does `code` find by itself? The sentences of PLV's train part are coded without their marks. A
pair is found if one record has the right class (CAMEO's root, YIELD for CONCEDE and RETREAT), an actor whose words
overlap the marked source, and a recipient or second actor whose words overlap the marked target. `joined` is the share
of pairs that some record joins whatever its class; `class right` how many of those have the right one: the precision of
records as far as this set can tell. Records a sentence say what it costs. Halves by the parity of the number in the id:
errors are read in the even half only (--show).
"""
import argparse
import re

import common

ROOTS = {2: "REQUEST", 3: "AGREE", 4: "CONSULT", 5: "SUPPORT", 6: "COOPERATE", 7: "AID", 8: "YIELD", 9: "ACCUSE",
         10: "REQUEST", 11: "ACCUSE", 12: "REJECT", 13: "THREATEN", 14: "PROTEST", 15: "MOBILIZE", 16: "SANCTION",
         17: "COERCE", 18: "ASSAULT", 19: "ASSAULT", 20: "ASSAULT"}
MARK = re.compile(r"</?([st])>")


def unmark(marked):
    """The text without marks, and the stretches of source and target in it."""
    text, spans, opened, at = "", {"s": [], "t": []}, {}, 0
    for m in MARK.finditer(marked):
        text += marked[at:m.start()]
        at = m.end()
        side = m.group(1)
        if m.group(0)[1] != "/":
            opened[side] = len(text)
        elif side in opened:
            spans[side].append((opened.pop(side), len(text)))
    return text + marked[at:], spans["s"], spans["t"]


def read(path):
    with open(path, encoding="utf8") as f:
        head = f.readline().rstrip("\n").split("\t")
        for line in f:
            row = dict(zip(head, line.rstrip("\n").split("\t")))
            yield row, *unmark(row["marked_sentence"])


def overlaps(entity, spans):
    return entity["start"] is not None and any(entity["start"] < b and a < entity["end"] for a, b in spans)


def class_of(record):
    cameo = record["cameo"] or ""
    if cameo[:2].isdigit() and int(cameo[:2]) in ROOTS:
        return ROOTS[int(cameo[:2])]
    return "YIELD" if record["type"] in ("CONCEDE", "RETREAT") else record["type"]


def joins(record, source, target):
    sides = [record["actor"], record["recipient"]]
    return any(overlaps(a, source) and any(overlaps(b, target) for b in sides[0] + sides[1] if b is not a)
               for a in sides[0])


def why_missed(events, root, source, target):
    if not events:
        return "no record"
    right = [e for e in events if class_of(e) == root]
    if not right:
        return "another class: " + " ".join(sorted({class_of(e) for e in events}))
    if any(any(overlaps(a, source) for a in e["actor"]) for e in right):
        return "class and actor right, no recipient"
    return "class right, parties not"


def main():
    o = argparse.ArgumentParser(description=__doc__)
    o.add_argument("program")
    o.add_argument("gold")
    o.add_argument("--show", choices=["even"], help="print what is missed")
    a = o.parse_args()
    rows = list(read(a.gold))
    records = {}
    for record in common.ask(a.program, "code", documents=[{"id": r["id"], "text": text} for r, text, _, _ in rows]):
        if record["kind"] == "event":
            records.setdefault(record["doc"], []).append(record)
    halves = {half: dict(pairs=0, found=0, joined=0, records=0, none=0) for half in ("all", "odd", "even")}
    for r, text, source, target in rows:
        events = records.get(r["id"], [])
        joined = [e for e in events if joins(e, source, target)]
        found = any(class_of(e) == r["root"] for e in joined)
        half = "odd" if int(r["id"].rsplit("-", 1)[1]) % 2 else "even"
        for n in (halves["all"], halves[half]):
            n["pairs"] += 1
            n["found"] += found
            n["joined"] += bool(joined)
            n["records"] += len(events)
            n["none"] += not events
        if a.show == half and not found:
            print(f"{r['id']} {r['root']}: {why_missed(events, r['root'], source, target)}\n    {r['marked_sentence']}")
            for e in events:
                said = [", ".join(x["text"] or "-" for x in e[side]) for side in ("actor", "recipient")]
                print(f"    {e['type']} {e['cameo']} [{e['trigger']['text']}] {said[0]} > {said[1]}")
    print(f"{'half':5} {'pairs':>5} {'found':>6} {'joined':>7} {'class right':>12} {'records':>8} {'none':>6}")
    for half, n in halves.items():
        p = max(n["pairs"], 1)
        print(f"{half:5} {n['pairs']:5} {n['found'] / p:6.3f} {n['joined'] / p:7.3f} "
              f"{n['found'] / max(n['joined'], 1):12.3f} {n['records'] / p:8.2f} {n['none'] / p:6.3f}")


if __name__ == "__main__":
    main()
