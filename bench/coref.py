#!/usr/bin/env python3
"""How well do our chains agree with those of a CorefUD file (GUM)? MUC, B-cubed, CEAFe and their mean F1.

    bench/coref.py --program build/sagwan GOLD.conllu

The program parses the gold's sentences and words afresh (nothing of its trees or entities is read) and prints chains
(`parse --entities`); mentions are therefore predicted. On both sides only mentions of people, organisations and places
count, and chains of two mentions or more. A mention is right if it covers the same words (--heads: if its head word
lies within the gold span and the gold's head within it). Chains are counted document by document and summed.
"""
import argparse
import collections
import re

import common

TYPES = {"person", "organization", "place"}
BRACKETS = re.compile(r"\([^()]+\)?|[^()]+\)")


class Mention:
    def __init__(self, sentence, first, chain, fields):
        self.sentence, self.first, self.chain = sentence, first, chain
        self.last = self.head = None
        self.type = fields.get("etype", "")
        at = fields.get("head") or fields.get("minspan", "").split(",")[0]
        self.at = int(at) if at.isdigit() else 1


class Document:
    def __init__(self, name):
        self.name, self.sentences, self.mentions = name, [], []


def close(mention, last):
    mention.last = last
    mention.head = min(mention.first + mention.at - 1, last)
    return mention


def read_entities(document, names, value, open_mentions, word):
    sentence = len(document.sentences) - 1
    for piece in BRACKETS.findall(value):
        if piece[0] == "(":
            cells = piece.strip("()").split("-")
            mention = Mention(sentence, word, cells[0], dict(zip(names, cells)))
            if piece[-1] == ")":
                document.mentions.append(close(mention, word))
            else:
                open_mentions[cells[0]].append(mention)
        else:
            chain = piece[:-1].split("-")[0]
            document.mentions.append(close(open_mentions[chain].pop(), word))


def read(lines):
    """Documents of a CoNLL-U text with Entity= in MISC; `# global.Entity` names the cells of a bracket."""
    documents, names, open_mentions = [], ["eid", "etype"], None
    for comments, rows in common.sentences(lines):
        for line in comments:
            if line.startswith("# newdoc"):
                documents.append(Document(line.split("=", 1)[-1].strip()))
                open_mentions = collections.defaultdict(list)
            elif line.startswith("# global.Entity"):
                names = ["eid" if n == "GRP" else n for n in line.split("=", 1)[1].strip().split("-")]
        words = common.words_of(rows)
        documents[-1].sentences.append(words)
        for word, cells in enumerate(words):
            for item in cells[9].split("|"):
                if item.startswith("Entity="):
                    read_entities(documents[-1], names, item[7:], open_mentions, word)
    return documents


def chains(mentions, key):
    """Chains of two or more, as sets of what stands for a mention."""
    found = collections.defaultdict(set)
    for m in mentions:
        if m.type in TYPES:
            found[m.chain].add(key(m))
    return [c for c in found.values() if len(c) > 1]


def by_heads(gold, ours):
    """A map from our spans to the gold's: one to one, the tightest first, where each holds the other's head."""
    spans = collections.defaultdict(list)
    for m in gold:
        spans[m.sentence].append(m)
    pairs = []
    for o in ours:
        for g in spans[o.sentence]:
            if g.first <= o.head <= g.last and o.first <= g.head <= o.last:
                pairs.append((abs(g.first - o.first) + abs(g.last - o.last), o.first, -o.last, o, g))
    taken, same = set(), {}
    for _, _, _, o, g in sorted(pairs, key=lambda p: p[:3]):
        if o not in same and g not in taken:
            same[o] = g
            taken.add(g)
    return same


def assign(worth):
    """The best one-to-one assignment's sum (Kuhn and Munkres, by shortest augmenting paths)."""
    if not worth or not worth[0]:
        return 0.0
    if len(worth) > len(worth[0]):
        worth = [list(row) for row in zip(*worth)]
    rows, columns = len(worth), len(worth[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], at = row, 0
        least, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while row_of[at]:
            done[at] = True
            step, to = float("inf"), 0
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                cost = -worth[row_of[at] - 1][j - 1] - u[row_of[at]] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, at
                if least[j] < step:
                    step, to = least[j], j
            for j in range(columns + 1):
                if done[j]:
                    u[row_of[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            at = to
        while at:
            row_of[at] = row_of[way[at]]
            at = way[at]
    return sum(worth[row_of[j] - 1][j - 1] for j in range(1, columns + 1) if row_of[j])


def muc(a, b):
    """Links of a's chains that b's keep, and all of them."""
    where = {m: i for i, c in enumerate(b) for m in c}
    kept = total = 0
    for c in a:
        parts = {where[m] for m in c if m in where}
        kept += len(c) - len(parts) - sum(m not in where for m in c)
        total += len(c) - 1
    return kept, total


def b_cubed(a, b):
    where = {m: c for c in b for m in c}
    right = sum(len(c & where[m]) / len(c) for c in a for m in c if m in where)
    return right, sum(len(c) for c in a)


def ceaf(a, b):
    return assign([[2 * len(c & d) / (len(c) + len(d)) for d in b] for c in a])


class Count:
    def __init__(self):
        self.right = [[0.0, 0.0] for _ in range(3)]
        self.total = [[0.0, 0.0] for _ in range(3)]
        self.mentions = [0, 0, 0]

    def add(self, gold, ours):
        for side, (a, b) in enumerate(((ours, gold), (gold, ours))):
            for k, measure in enumerate((muc, b_cubed)):
                right, total = measure(a, b)
                self.right[k][side] += right
                self.total[k][side] += total
            self.total[2][side] += len(a)
        best = ceaf(gold, ours)
        self.right[2][0] += best
        self.right[2][1] += best
        g, o = (set().union(*c) if c else set() for c in (gold, ours))
        self.mentions = [n + m for n, m in zip(self.mentions, (len(g & o), len(o), len(g)))]

    def row(self, name):
        cells, mean = [], 0.0
        for right, total in zip(self.right, self.total):
            p, r = (right[s] / total[s] if total[s] else 0.0 for s in (0, 1))
            f = 2 * p * r / (p + r) if p + r else 0.0
            mean += f / 3
            cells.append(f"{100 * p:6.2f} {100 * r:6.2f} {100 * f:6.2f}")
        both, ours, gold = self.mentions
        found = 200 * both / (ours + gold) if ours + gold else 0.0
        return f"{name:12} {found:6.2f} | {' | '.join(cells)} | {100 * mean:6.2f}"


def score(gold, ours, heads):
    counts = collections.OrderedDict(all=Count())
    for g, o in zip(gold, ours):
        if [len(s) for s in g.sentences] != [len(s) for s in o.sentences]:
            raise SystemExit(f"{g.name}: the words differ")
        same = by_heads(g.mentions, o.mentions) if heads else {}

        def key(m):
            m = same.get(m, m)
            return (m.sentence, m.first, m.last)

        genre = g.name.split("_")[1] if "_" in g.name else g.name
        a, b = chains(g.mentions, key), chains(o.mentions, key)
        for name in ("all", genre):
            counts.setdefault(name, Count()).add(a, b)
    return counts


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("gold")
    arguments.add_argument("--program", default="build/sagwan")
    arguments.add_argument("--ours", help="a file with our chains, instead of running the program")
    arguments.add_argument("--heads", action="store_true", help="a mention is right by its head word")
    options = arguments.parse_args()
    with open(options.gold, encoding="utf-8") as f:
        gold = read(f)
    if options.ours:
        with open(options.ours, encoding="utf-8") as f:
            ours = read(f)
    else:
        ours = read(common.run(options.program, "parse", "--entities", "--from", "conllu", options.gold).split("\n"))
    if len(gold) != len(ours):
        raise SystemExit(f"{len(gold)} documents in the gold, {len(ours)} in ours")
    print(f"{'':12} mentions|   MUC    P      R      F |   B3     P      R      F |   CEAFe  P      R      F |  mean F")
    for name, count in score(gold, ours, options.heads).items():
        print(count.row(name))


if __name__ == "__main__":
    main()
