#!/usr/bin/env python3
"""How well are names found? F1 of whole spans with their type, words given, on the sets that were kept out of training.

In:  SHARED/ner (train/names.py says which parts measure, and how their types are mapped to PER, ORG, LOC).
Out: a line a set. Universal NER and CrossNER mark proper names (MISC Name=), re3d whole phrases (MISC Mention=).
"""
import argparse
import sys

import common

sys.path.insert(0, str(common.TOP / "train"))
import names  # noqa: E402


def written(sentences):
    """The words as CoNLL-U with empty columns."""
    rows = []
    for forms, _ in sentences:
        for i, form in enumerate(forms):
            rows.append(f"{i + 1}\t{form}\t_\t_\t_\t_\t{i}\t{'dep' if i else 'root'}\t_\t_")
        rows.append("")
    return "\n".join(rows) + "\n"


def found(program, sentences, key):
    """Label numbers of each sentence as the program finds them."""
    out = []
    for _, rows in common.sentences(common.run(program, "parse", "--from", "conllu", "-", stdin=written(sentences)).split("\n")):
        cells = [dict(m.split("=", 1) for m in r[9].split("|") if "=" in m) for r in rows]
        out.append([names.LABELS.index(misc.get(key, "O")) for misc in cells])
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
        precision, recall, f1 = common.scores(right, said, gold)
        print(f"{title:24}  {gold:5}  {precision:9.3f}  {recall:6.3f}  {f1:6.3f}   ({common.scores(bare, said, gold)[2]:.3f})")


if __name__ == "__main__":
    main()
