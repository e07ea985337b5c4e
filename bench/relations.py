#!/usr/bin/env python3
"""Where trees go wrong: labelled F1 by relation, and LAS by sentence length and by distance of the head.

In:  gold trees (CoNLL-U); sagwan predicts on their words.
Out: a table for the model card. A word counts for a relation where head and label (subtypes kept) are right.
"""
import argparse
import collections

import common

GROUPS = {"subjects": ("nsubj", "nsubj:outer", "csubj", "csubj:outer"), "passive subjects": ("nsubj:pass", "csubj:pass"),
          "objects": ("obj", "iobj"), "obliques": ("obl", "obl:unmarked"), "by-agents": ("obl:agent",),
          "nominal modifiers": ("nmod", "nmod:poss", "nmod:desc", "nmod:unmarked"), "coordination": ("conj",),
          "clausal complements": ("ccomp", "xcomp"), "adverbial clauses": ("advcl", "advcl:relcl"),
          "relative clauses": ("acl:relcl",), "other adnominal clauses": ("acl",), "appositions": ("appos",),
          "names and compounds": ("flat", "compound"), "parataxis and lists": ("parataxis", "list"), "roots": ("root",)}
LENGTHS = ((1, 9), (10, 19), (20, 29), (30, 39), (40, 999))


def arcs(lines):
    """Head and label of each word, by sentence."""
    return [[(int(w[6]), w[7]) for w in common.words_of(rows)] for _, rows in common.sentences(lines)]


def main():
    o = argparse.ArgumentParser()
    o.add_argument("--program", default="build/sagwan")
    o.add_argument("gold")
    a = o.parse_args()
    with open(a.gold, encoding="utf8") as f:
        gold = arcs(f)
    ours = arcs(common.run(a.program, "parse", "--from", "conllu", a.gold).split("\n"))
    assert list(map(len, gold)) == list(map(len, ours)), "other words came back"
    group = {label: name for name, labels in GROUPS.items() for label in labels}
    right, said, wanted = collections.Counter(), collections.Counter(), collections.Counter()
    by_length = collections.defaultdict(lambda: [0, 0])
    for g, s in zip(gold, ours):
        size = next(b for b in LENGTHS if b[0] <= len(g) <= b[1])
        for (gh, gl), (sh, sl) in zip(g, s):
            wanted[group.get(gl)] += 1
            said[group.get(sl)] += 1
            right[group.get(gl)] += gh == sh and gl == sl
            by_length[size][0] += gh == sh and gl == sl
            by_length[size][1] += 1
    print("relation                   gold  precision  recall     F1")
    for name in GROUPS:
        precision, recall, f1 = common.scores(right[name], said[name], wanted[name])
        print(f"{name:24} {wanted[name]:6}  {precision:9.3f}  {recall:6.3f}  {f1:5.3f}")
    for size in LENGTHS:
        hit, n = by_length[size]
        print(f"sentences of {size[0]:2} to {size[1]:3} words: LAS {100 * hit / max(n, 1):5.2f} of {n} words")


if __name__ == "__main__":
    main()
