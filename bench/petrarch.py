#!/usr/bin/env python3
"""How far do other people's dictionaries reach here? PETRARCH's unit tests, coded with their own dictionaries.

    bench/petrarch.py [--build build] [--list] [FOLDER]     (FOLDER: $SHARED/gold/petrarch-unit-tests)

Imports the dictionaries of FOLDER into a layer of their own (`sagwan lexicon import --scheme own --alone`), codes the
text of each sentence with our own trees, and compares with the codings that stand there: source, target and event code
exactly as written. A coding is right where it comes out; `noevents` and the discards where nothing comes out. As in
their program, codings without both sides do not count where the file says so (require_dyad). Prints right codings by
category, why the others differ, and what comes out beyond them; --list shows each difference."""
import argparse
import collections
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import common

NOBODY = "---"


def sentences(path):
    """(category, id, date, text, codings, whether both sides are wanted) of each sentence, in order."""
    dyad = True
    for node in tree.parse(path).getroot().find("Sentences"):
        if node.tag == "Config" and node.get("option") == "require_dyad":
            dyad = node.get("value").lower() == "true"
        if node.tag != "Sentence":
            continue
        day = node.get("date")
        codings = [None if c.get("eventcode") is None else
                   (c.get("sourcecode"), c.get("targetcode"), c.get("eventcode")) for c in node.iter("EventCoding")]
        yield (node.get("category"), node.get("id"), f"{day[:4]}-{day[4:6]}-{day[6:]}",
               " ".join((node.findtext("Text") or "").split()), codings, dyad)


def imported(program, folder, layer):
    files = sorted(folder.glob("*.txt"))
    done = subprocess.run([program, "lexicon", "import", "--scheme", "own", "--alone", "--out", layer, *files],
                          capture_output=True, text=True)
    said = (done.stdout.strip() + "\n" + done.stderr.strip()).strip()
    said = said.replace(f"{folder}/", "")
    print("\n".join(x for x in said.split("\n") if not x.startswith("written to")))  # a folder that is gone afterwards
    if done.returncode == 2:
        sys.exit("the dictionaries could not be imported")


def side(entity):
    """An actor code as PETRARCH writes it."""
    if not entity:
        return NOBODY
    return entity["cameo"] or (NOBODY + entity["sector"] if entity["sector"] else NOBODY)


def codings_of(record):
    actors, recipients = record["actor"], record["recipient"]
    if record["reciprocal"] and not recipients:
        return {(side(a), side(b), record["cameo"]) for a in actors for b in actors if a is not b}
    return {(side(a), side(b), record["cameo"]) for a in actors or [None] for b in recipients or [None]}


def coded(program, layer, tests):
    out = [set() for _ in tests]
    documents = [{"id": str(i), "date": t[2], "text": t[3]} for i, t in enumerate(tests)]
    for record in common.ask(program, "code", "--statements", "--lexicon", layer, documents=documents):
        if record["cameo"]:
            out[int(record["doc"])] |= codings_of(record)
    return out


def why(coding, got):
    """The first thing that keeps a coding from coming out."""
    source, target, event = coding
    if not got:
        return "nothing came out"
    if any(g[2] == event for g in got):
        same = [g for g in got if g[2] == event]
        if any(g[0] == source for g in same):
            return "another target"
        return "another source" if any(g[1] == target for g in same) else "other source and target"
    return "another event code" if any(g[:2] == (source, target) for g in got) else "another event between others"


def options():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--build", default="build")
    o.add_argument("--list", action="store_true")
    o.add_argument("folder", nargs="?", type=pathlib.Path,
                   default=common.SHARED / "gold" / "petrarch-unit-tests")
    return o.parse_args()


def main():
    a = options()
    records = next(iter(sorted(a.folder.glob("*.xml"))), None)
    if not records:
        print(f"passed over: no unit tests in {a.folder}")
        return
    program = pathlib.Path(a.build) / "sagwan"
    tests = list(sentences(records))
    with tempfile.TemporaryDirectory() as layer:
        imported(program, a.folder, layer)
        answers = coded(program, layer, tests)
    wanted, right, beyond, whole, reasons = (collections.Counter() for _ in range(5))
    for (category, ident, _, text, codings, dyad), got in zip(tests, answers):
        if dyad:
            got = {g for g in got if NOBODY not in g[:2]}
        hits = 0
        for coding in codings:
            wanted[category] += 1
            ok = not got if coding is None else coding in got
            hits += ok
            right[category] += ok
            reason = "something came out" if coding is None else why(coding, got)
            if not ok:
                reasons[category, reason] += 1
        over = got - {c for c in codings if c}
        beyond[category] += len(over)
        whole[category] += hits == len(codings) and not over
        whole[category, "all"] += 1
        if a.list and (hits < len(codings) or over):
            print(f"\n{ident} {category}: {text}")
            for c in codings:
                if c not in got and (c or got):
                    print("   missing ", " ".join(c) if c else "noevents")
            for g in sorted(over):
                print("   beyond  ", " ".join(g))
    print(f"\n{'category':12} {'codings':>8} {'right':>6} {'share':>6} {'beyond':>7} {'sentences whole':>16}")
    for category in sorted(wanted):
        print(f"{category:12} {wanted[category]:8} {right[category]:6} {right[category] / wanted[category]:6.3f} "
              f"{beyond[category]:7} {whole[category]:8} of {whole[category, 'all']}")
    total, good = sum(wanted.values()), sum(right.values())
    print(f"{'all':12} {total:8} {good:6} {good / total:6.3f} {sum(beyond.values()):7} "
          f"{sum(whole[c] for c in wanted):8} of {len(tests)}")
    print("\nwhy the others differ:")
    for reason in sorted({r for _, r in reasons}):
        by = ", ".join(f"{c} {n}" for (c, r), n in sorted(reasons.items()) if r == reason)
        print(f"{sum(n for (_, r), n in reasons.items() if r == reason):5}  {reason} ({by})")


if __name__ == "__main__":
    main()
