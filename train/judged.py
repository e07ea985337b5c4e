"""Records that were judged by eye, for train/confidence.py: what could be seen of each, and whether it is right.

tests/sets/judged.tsv says where they stand in other people's texts (SHARED); the program reads these anew. A record that it
reads as it did then is as right as then; one whose type was wrong and still is the same stays wrong; of the others nothing
is known. Beside them records of PLV's sentences with even numbers that join the marked pair: right if of the marked class.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench"))
import common  # noqa: E402
import judge  # noqa: E402
import pairs  # noqa: E402


def clues_of(program, documents):
    """By document and place of the trigger: (confidence, clues) of each record."""
    out = collections.defaultdict(list)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as texts, tempfile.NamedTemporaryFile(suffix=".tsv") as told:
        for d in documents:
            texts.write(json.dumps({**{k: d.get(k) for k in ("id", "date", "title", "text")}, "events": []}) + "\n")
        texts.flush()
        subprocess.run([program, "eval", "--gold", "--all", "--clues", told.name, texts.name], capture_output=True)
        for line in open(told.name, encoding="utf-8"):
            item, start, _, confidence, clues = line.rstrip("\n").split("\t")
            out[item, int(start)].append((float(confidence), clues.split(" ")))
    return out


def read(program, documents):
    """A function that finds a record's clues, and the events by document."""
    clues, events = clues_of(program, documents), collections.defaultdict(list)
    for r in common.ask(program, "code", "--all", documents=documents):
        if r["kind"] == "event":
            events[r["doc"]].append(r)

    def clues_for(r):
        same = [c for p, c in clues[r["doc"], r["trigger"]["start"]]
                if "type=" + r["type"] in c and abs(p - r["confidence"]) < 0.0015]
        return same[0] if same else None

    return clues_for, events


def verdict(row, r):
    """1, 0, or None where the record is not what was judged."""
    told = r["type"], judge.parties(r["actor"]), judge.parties(r["recipient"])
    if told == (row["type"], row["actors"], row["recipients"]):
        return int(judge.right(row))
    return 0 if row["type_right"] == "0" and r["type"] == row["type"] else None


def judged(program, shared):
    rows = [r for r in common.read_tsv(judge.JUDGED) if r["kind"] == "event"]
    out = []
    for source in dict.fromkeys(r["source"] for r in rows):
        mine = [r for r in rows if r["source"] == source]
        wanted = {r["document"] for r in mine}
        clues_for, events = read(program, [d for d in judge.documents(shared, source) if d["id"] in wanted])
        for row in mine:
            there = [r for r in events[row["document"]] if (r["sentence"] == 0) == row["start"].startswith("t")
                     and r["trigger"]["start"] == int(row["trigger"].split("-")[0])]
            r = next((r for r in there if r["type"] == row["type"]), None)
            right = verdict(row, r) if r else None
            clues = clues_for(r) if right is not None else None
            if clues:
                out.append(("judged-" + source, row["document"], right, clues))
    return out


def joined(program, shared):
    rows = [x for x in pairs.read(shared / "gold" / "plv-dev.tsv") if int(x[0]["id"].rsplit("-", 1)[1]) % 2 == 0]
    clues_for, events = read(program, [{"id": r["id"], "text": text} for r, text, _, _ in rows])
    return [("judged-pairs", row["id"], int(pairs.class_of(r) == row["root"]), clues_for(r))
            for row, _, source, target in rows for r in events[row["id"]]
            if pairs.joins(r, source, target) and clues_for(r)]


def records(program, shared):
    """(part, item, right, clues) of each, as train/confidence.py has them."""
    return judged(program, shared) + joined(program, shared)
