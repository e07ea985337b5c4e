#!/usr/bin/env python3
"""Writes docs/cameo.md: every CAMEO code below the two-digit roots, with its score, what it is in PLOVER, and a sentence of
our own that yields it, or the reason why none can. The sentences stand in docs/cameo.tsv; each is held against the program.

    docs/cameo.py build/sagwan            writes the page
    docs/cameo.py build/sagwan --check    says what is not so, and whether the page is up to date (status 1)
"""
import argparse
import json
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
PAGE = TOP / "docs" / "cameo.md"
DAY = "2023-06-07"
HEAD = """# CAMEO's codes

Each code below the two-digit roots, with its Goldstein score, the PLOVER type and mode that a record with it has, and a
sentence that yields it (`sagwan code --statements`), held against the program by `make test`. Made by `docs/cameo.py` from
`docs/cameo.tsv` and `lexicon/codes/cameo.tsv`; edit those. `inside` means that the code comes out in the content of another
act. Licence of the page: CC BY-SA 4.0; codes, names and scores are CAMEO's.

| code | score | CAMEO's name | PLOVER | sentence |
|---|---|---|---|---|
"""


def rows(path):
    lines = [x for x in path.read_text(encoding="utf8").split("\n") if x and not x.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, x.split("\t") + [""] * len(head))) for x in lines[1:]]


def acts(act, inside=False):
    yield act, inside
    for x in act["content"]:
        yield from acts(x, True)


def read(program, examples):
    """What the program makes of each sentence: {code: [(act, inside)]}."""
    lines = "".join(json.dumps({"id": x["code"], "text": x["example"], "date": DAY}) + "\n" for x in examples if x["example"])
    done = subprocess.run([program, "code", "--statements", "--from", "jsonl", "--to", "jsonl", "--quiet", "-"],
                          input=lines.encode(), stdout=subprocess.PIPE, check=True)
    found = {}
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if record["kind"] == "event":
            found.setdefault(record["doc"], []).extend(acts(record))
    return found


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("program")
    o.add_argument("--check", action="store_true")
    a = o.parse_args()
    codes = {x["code"]: x for x in rows(TOP / "lexicon" / "codes" / "cameo.tsv")}
    examples = {x["code"]: x for x in rows(TOP / "docs" / "cameo.tsv")}
    found = read(a.program, examples.values())
    page, wrong = HEAD, []
    for code, row in codes.items():
        if len(code) < 3:
            continue
        mine = examples.get(code, {"example": "", "reason": ""})
        got = [(act, inside) for act, inside in found.get(code, []) if act["cameo"] == code]
        got.sort(key=lambda x: x[1])
        if not mine["example"] and not mine["reason"]:
            wrong.append(f"{code} {row['name']}: neither a sentence nor a reason")
        elif mine["example"] and not got:
            said = " ".join(str(act["cameo"]) for act, _ in found.get(code, [])) or "nothing"
            wrong.append(f"{code} {row['name']}: {mine['example']} gives {said}")
        if got:
            act, inside = got[0]
            plover = "/".join([act["type"] or "-", *act["mode"][:1]]) + (", inside" if inside else "")
            if str(act["goldstein"]) == "None":
                wrong.append(f"{code}: no Goldstein score")
        else:
            plover = "-"
        page += f"| {code} | {row['goldstein']} | {row['name']} | {plover} | {mine['example'] or '*' + mine['reason'] + '*'} |\n"
    for code in examples:
        if code not in codes:
            wrong.append(f"{code}: no such code")
    if a.check and (not PAGE.exists() or PAGE.read_text(encoding="utf8") != page):
        wrong.append("docs/cameo.md is not what docs/cameo.py makes of it")
    if not a.check:
        PAGE.write_text(page, encoding="utf8")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
