#!/usr/bin/env python3
"""Does data flow one way? Reads every #include "..." line and fails on a step against the flow.

In core a stage may include only what stands before it in STAGES; io sees the public header only; store
the public header and io; cli those and the evaluator. Run from anywhere; prints what is wrong, exits 1."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
STAGES = ("sagwan base calendar ud gazetteer alike lexicon weights needs doc kernel model layers read custom token encode parse mend name when actor place rank mention "
          "sense tell chain bearer lands orator refer event where evidence others confidence worth theme record relate job").split()
# files that belong to a stage but are not named after it
PART_OF = {"evalud": "ud", "check": "lexicon", "algebra": "event", "pattern": "event", "likely": "event", "label": "read",
           "firm": "actor", "holder": "lexicon", "phrase": "actor", "who": "refer", "toponym": "place", "moment": "when",
           "headline": "encode", "halves": "parse", "familiar": "parse", "host": "where", "caller": "orator", "speaker": "refer", "author": "refer",
           "issuer": "refer", "station": "refer"}
ROOMS = {  # room: what its files may include, besides their own room
    "io": {"sagwan.h"},
    "store": {"sagwan.h", "io/"},
    "cli": {"sagwan.h", "io/", "store/", "core/evalud.h", "evalud.h"},
}


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if found:
            yield number, found.group(1)


def stage(name):
    stem = pathlib.Path(name).stem
    for cut in (stem, stem.split("_")[0]):
        part = PART_OF.get(cut, cut)
        if part in STAGES:
            return STAGES.index(part)
    return None


def core_complaint(path, name):
    mine, theirs = stage(path.name), stage(name)
    if theirs is None:
        return "core does not know this header"
    if mine is None:
        return "this file has no place in the flow (STAGES in tests/includes.py)"
    if theirs > mine:
        return f"{path.stem} comes before {pathlib.Path(name).stem} in the flow"
    return None


def room_complaint(room, path, name):
    own = (path.parent / name).exists() or name.startswith(room + "/")
    allowed = any(name == a or (a.endswith("/") and name.startswith(a)) for a in ROOMS[room])
    neighbour = not own and any((TOP / a / name).exists() for a in ROOMS[room] if a.endswith("/"))
    return None if own or allowed or neighbour else f"{room} may not know it"


def main():
    wrong = []
    for room in ("core", *ROOMS):
        for path in sorted((TOP / room).glob("*.[ch]")):
            for number, name in includes(path):
                what = core_complaint(path, name) if room == "core" else room_complaint(room, path, name)
                if what:
                    wrong.append(f"{path.relative_to(TOP)}:{number}: {name}: {what}")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
