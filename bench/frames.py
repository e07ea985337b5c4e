#!/usr/bin/env python3
"""Plain sentences of each type of act: are the act, and whose it is, found at all?

tests/sets/frames/*.tsv hold short sentences of our own, one frame of a word or idiom each: `type mode actor recipient
text`. A type of - is a sentence that tells no act (the same words in sport, trade, crime, weather, figures of speech).
A party is a country, or country:sector where the sector matters; several are joined by commas, none is -, and * leaves
the side open. A row is *read* if one record has its type, *whole* if that record has its parties (and its mode, if the
row names one). Whoever writes rules may read this set: it measures what the tables know, not how they do on news.
"""
import argparse

import common

FRAMES = common.SETS / "frames"


def party(p):
    return p["country"] or "", p["sector"] or ""


def matches(said, entities):
    """Does a side hold the parties that the row names, and no country beyond them?"""
    if said == "*":
        return True
    got = [party(e) for e in entities]
    wanted = [] if said == "-" else [(w.partition(":")[0].replace("?", ""), w.partition(":")[2]) for w in said.split(",")]
    met = all(any(c == country and (not s or s == sector) for country, sector in got) for c, s in wanted)
    return met and all(any(c == country for c, _ in wanted) for country, _ in got)


def sides(row, record):
    a, b = record["actor"], record["recipient"]
    if record["reciprocal"] and row["recipient"] not in ("-", "*"):  # "X and Y met" or "X met Y": one and the same
        return matches(row["actor"] + "," + row["recipient"], a + b)
    return matches(row["actor"], a) and matches(row["recipient"], b)


def judge(row, records):
    """0 missed, 1 read, 2 whole; of a sentence without act 2 if nothing came out."""
    if row["type"] == "-":
        return 0 if records else 2
    of_type = [r for r in records if r["type"] == row["type"]]
    modes = [r for r in of_type if row["mode"] in ("", "-") or row["mode"] in r["mode"]]
    return 2 if any(sides(row, r) for r in modes) else 1 if of_type else 0


def told(p):
    return f"{p['text']}/{p['country'] or '-'}:{p['sector'] or '-'}"


def show(row, records):
    print(f"{row['type']} {row['mode']} {row['actor']} > {row['recipient']} | {row['text']}")
    for r in records:
        print(f"    {r['type']} {','.join(r['mode'])} {r['cameo']} [{r['trigger']['text']}] "
              f"{', '.join(map(told, r['actor']))} > {', '.join(map(told, r['recipient']))}  {r['confidence']:.2f}")


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("program")
    o.add_argument("files", nargs="*", help="default: all of tests/sets/frames")
    o.add_argument("--show", action="store_true", help="print what is missed or not whole")
    a = o.parse_args()
    rows = []
    for path in a.files or sorted(FRAMES.glob("*.tsv")):
        rows += common.read_tsv(common.pathlib.Path(path))
    records = {}
    texts = [{"id": str(i), "text": r["text"], "date": "2015-06-01"} for i, r in enumerate(rows)]
    for record in common.ask(a.program, "code", documents=texts):
        if record["kind"] == "event":
            records.setdefault(record["doc"], []).append(record)
    counts = {}
    for i, row in enumerate(rows):
        mine = records.get(str(i), [])
        got = judge(row, mine)
        n = counts.setdefault(row["type"], [0, 0, 0])
        n[0] += 1
        n[1] += got > 0
        n[2] += got > 1
        if a.show and got < 2:
            show(row, mine)
    print(f"{'type':10} {'rows':>5} {'read':>6} {'whole':>6}")
    acts = [sum(n[k] for t, n in counts.items() if t != "-") for k in range(3)]
    for name, n in sorted(counts.items()) + [("all acts", acts)]:
        print(f"{'no act' if name == '-' else name:10} {n[0]:5} {n[1] / max(n[0], 1):6.3f} {n[2] / max(n[0], 1):6.3f}")


if __name__ == "__main__":
    main()
