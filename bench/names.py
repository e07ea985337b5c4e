#!/usr/bin/env python3
"""How well are names found? F1 of whole spans with their type, words given, on the sets that were kept out of training.

In:  SHARED/ner (train/names.py says which parts measure, and how their types are mapped to PER, ORG, LOC).
Out: a line a set. Universal NER and CrossNER mark proper names (MISC Name=), re3d whole phrases (MISC Mention=).
"""
import argparse
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "train"))
import names  # noqa: E402


def written(sentences):
    """The words as CoNLL-U with empty columns."""
    rows = []
    for forms, _ in sentences:
        rows += [f"{i + 1}\t{form}\t_\t_\t_\t_\t{i}\t{'dep' if i else 'root'}\t_\t_" for i, form in enumerate(forms)] + [""]
    return "\n".join(rows) + "\n"


def found(program, sentences, key):
    """Label numbers of each sentence as the program finds them."""
    done = subprocess.run([program, "parse", "--from", "conllu", "-"], input=written(sentences).encode(), capture_output=True,
                          check=True)
    out, now = [], []
    for line in done.stdout.decode().splitlines():
        cell = line.split("\t")
        if len(cell) == 10:
            misc = dict(m.split("=", 1) for m in cell[9].split("|") if "=" in m)
            now.append(names.LABELS.index(misc.get(key, "O")))
        elif not line and now:
            out.append(now)
            now = []
    return out


def main():
    o = argparse.ArgumentParser()
    o.add_argument("--program", default="build/sagwan")
    o.add_argument("--shared", default="../shared")
    a = o.parse_args()
    print("set                       names  precision  recall      F1   (F1 of spans alone)")
    for title, convention, sentences in names.measured(a.shared):
        got = found(a.program, sentences, "Name" if convention == "names" else "Mention")
        assert [len(g) for g in got] == [len(f) for f, _ in sentences], "other words came back"
        right = bare = said = gold = 0
        for labels, (_, want) in zip(got, sentences):
            s, g = set(names.spans(labels)), set(names.spans(want))
            right += len(s & g)
            bare += len({x[:2] for x in s} & {x[:2] for x in g})
            said += len(s)
            gold += len(g)
        print(f"{title:24}  {gold:5}  {right / max(said, 1):9.3f}  {right / gold:6.3f}  {2 * right / (said + gold):6.3f}"
              f"   ({2 * bare / (said + gold):.3f})")


if __name__ == "__main__":
    main()
