#!/usr/bin/env python3
"""How good is the syntax on news? 200 sentences drawn from three corpora (North Korean agency stories of 2011–12,
Reuters wire of 1987, speeches at the United Nations since 1990), with trees made by hand. The corpora may not be passed
on, so tests/sets/drawn-trees.tsv holds no words: only where each sentence stands, a hash of it, and its words' places,
tags, heads and relations (tests/sets/README.md tells the conventions). This script finds the sentences again, rebuilds
CoNLL-U with gold words and prints what the program makes of them: LAS and UAS as in the CoNLL 2018 shared task
(subtypes of relations do not count, punctuation does), F1 of kinds of relations, and the wrong words by cause. Then where
sentences end: tests/sets/drawn-ends.tsv holds 566 ends marked by eye in passages of whole documents, which the program reads
from raw text; F1 of ends, and the wrong ones by cause. Where a corpus or zstd is not at hand, its part is passed over.

    bench/drawn.py build/sagwan [--model FILE]      the tables
    bench/drawn.py build/sagwan --show FILE         also each wrong word and end (keep it to yourself: it quotes)
    bench/drawn.py build/sagwan --conllu FILE       writes the gold trees out
    bench/drawn.py --check                          are the labels in themselves right? (needs no corpus)
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import sys
import tempfile

from common import CORPORA, SETS, SHARED, TOP, corpus_lines, lacking, read_tsv, run, scores

LENGTHS = [(1, 15), (16, 24), (25, 32), (33, 99)]
KINDS = {  # relations that matter to records; a relation is right if its head is and its label, subtype included
    "subjects": {"nsubj", "nsubj:pass", "csubj", "csubj:pass"},
    "objects": {"obj", "iobj"},
    "obliques": {"obl", "obl:unmarked"},
    "by-agents": {"obl:agent"},
    "coordination": {"conj"},
    "clausal complements": {"ccomp", "xcomp"},
    "relative clauses": {"acl:relcl"},
    "appositions": {"appos"},
}
FUNCTION = {"case", "det", "aux", "mark", "cop", "cc", "fixed"}

Word = collections.namedtuple("Word", "form upos head rel joined")


def short_hash(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def documents(shared, rows):
    """The documents that the rows name, by id; a corpus that is not at hand is passed over, saying so."""
    found = {}
    for source, file in CORPORA.items():
        wanted = {r["document"] for r in rows if r["source"] == source}
        path = shared / "corpora" / file
        if lacking(path):
            print(f"passed over: {len(wanted)} documents of {source}: no {lacking(path)}")
            continue
        for line in corpus_lines(path):
            m = re.match(rb'\{"id": "([^"]*)"', line)
            if m and m.group(1).decode() in wanted:
                found[m.group(1).decode()] = json.loads(line)
                if wanted <= found.keys():
                    break
    return found


def passage(row, found):
    """The text that a row stands for, and where it begins in its document; None where it is not at hand or has changed."""
    document = found.get(row["document"])
    if not document:
        return None
    text = document["text"]
    if row.get("form") == "title":
        text = document["title"] + "\n\n" + text
    text = text[int(row["start"]):int(row["end"])]
    if short_hash(text) != row["hash"]:
        print(f"passed over: {row['id']}: its text in {row['document']} is another one")
        return None
    return text


def gold_tree(row, text):
    words = []
    for place, upos, head, rel in zip(*(row[c].split(" ") for c in ("words", "upos", "head", "deprel")), strict=True):
        start, length = map(int, place.rstrip("+").split(":"))
        words.append(Word(text[start:start + length], upos, int(head), rel, place.endswith("+")))
    return words


def conllu(name, text, words):
    out = [f"# sent_id = {name}", "# text = " + re.sub(r"\s+", " ", text)]
    for i, w in enumerate(words, 1):
        joined = i < len(words) and words[i].joined
        if joined and not w.joined:
            last = next((k for k in range(i + 1, len(words) + 1) if k == len(words) or not words[k].joined))
            out.append(f"{i}-{last}\t" + "".join(x.form for x in words[i - 1:last]) + "\t_" * 8)
        out.append(f"{i}\t{w.form}\t_\t{w.upos}\t_\t_\t{w.head}\t{w.rel}\t_\t_")
    return "\n".join(out) + "\n\n"


def trees_of(conllu_text):
    """Sentences of CoNLL-U by their sent_id."""
    trees = {}
    for block in conllu_text.split("\n\n"):
        name = re.search(r"^# sent_id = (.*)$", block, re.M)
        rows = [x.split("\t") for x in block.split("\n") if re.match(r"\d+\t", x)]
        if name:
            trees[name.group(1)] = [Word(x[1], x[3], int(x[6]), x[7], False) for x in rows]
    return trees


def with_model(model):
    return ["--model", model] if model else []


def base(rel):
    return rel.split(":")[0]


# ---- is the file of labels in itself right? ----

RELATIONS = set("""acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound
    compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj
    list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked
    orphan parataxis punct reparandum root vocative xcomp""".split())
TAGS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())


def reaches_root(heads, i):
    for _ in heads:
        if not heads[i]:
            return True
        i = heads[i] - 1
    return False


def complaints(row):
    places, tags, heads, rels = (row[c].split(" ") for c in ("words", "upos", "head", "deprel"))
    if not len(places) == len(tags) == len(heads) == len(rels):
        return ["lists of different lengths"]
    heads = [int(h) for h in heads]
    if any(not 0 <= h <= len(heads) for h in heads):
        return ["a head outside the sentence"]
    out = [f"unknown {x}" for x in {*tags} - TAGS | {*rels} - RELATIONS]
    if heads.count(0) != 1 or any((h == 0) != (r == "root") for h, r in zip(heads, rels)):
        out.append("not one root")
    if not all(reaches_root(heads, i) for i in range(len(heads))):
        out.append("a ring")
    end = 0
    for place in places:
        start, length = map(int, place.rstrip("+").split(":"))
        if start < end or not length:
            out.append(f"word at {place} overlaps")
        end = start + length
    if end != int(row["end"]) - int(row["start"]):
        out.append("words do not fill the sentence")
    return out


def check(rows, passages):
    found = [f"{r['id']}: {c}" for r in rows for c in complaints(r)]
    found += [f"{r['id']}: {c}" for r in passages for c in end_complaints(r)]
    print("\n".join(found) if found else f"{len(rows)} trees, {len(passages)} passages, in themselves right")
    return 1 if found else 0


# ---- causes ----

def wrong(g, p):
    return g.head != p.head or base(g.rel) != base(p.rel)


def said_before(tree, i):
    """Does word i stand under a word of saying that follows it, or is it that word?"""
    w = tree[i]
    if w.rel == "ccomp" and w.head > i + 1:
        return True
    return any(x.rel == "ccomp" and x.head == i + 1 and k < i for k, x in enumerate(tree))


def is_name(tree, i):
    w = tree[i]
    return w.upos == "PROPN" or (w.head and tree[w.head - 1].upos == "PROPN" and w.rel in ("amod", "compound", "nmod:poss"))


def cause(tree, other, i):
    """Why word i went wrong, as far as labels tell: the first that fits."""
    g, p = tree[i], other[i]
    either = {g.rel, p.rel}
    if said_before(tree, i):
        return "who says so stands after what is said"
    if g.rel in FUNCTION and g.rel == p.rel:
        return "function word follows a wrong head"
    if "obl:agent" in either and base(g.rel) != "obl":
        return "agents with by"
    if either & {"expl", "csubj", "csubj:pass"}:
        return "it that stands for a clause; clause as subject"
    if either & {"flat", "nmod:desc"} or (g.rel in ("compound", "amod", "nmod:poss") and is_name(tree, i)):
        return "inside names, offices before names"
    if either & {"appos"}:
        return "appositions"
    if either & {"conj", "cc"}:
        return "coordination"
    if either & {"nummod", "nmod:unmarked", "obl:unmarked"} or g.upos == "NUM":
        return "amounts, dates, words of time without preposition"
    if {base(g.rel), base(p.rel)} <= {"obl", "nmod"}:
        return "where a prepositional phrase belongs"
    if either & {"acl:relcl", "acl"}:
        return "relative clauses, participles, infinitives at nouns"
    if either & {"advcl", "xcomp", "ccomp", "parataxis"}:
        return "other clauses"
    if g.rel in ("compound", "amod", "det", "det:predet", "nmod:poss", "case"):
        return "inside noun phrases"
    if either & {"nsubj", "nsubj:pass", "obj", "iobj"}:
        return "subjects and objects"
    if g.rel == "punct":
        return "punctuation"
    return "adverbs and the rest"


def traits(tree, marks):
    """What is special about a sentence: told by its gold tree, or marked by hand."""
    told = {f"marked by hand: {m}" for m in marks.split() if m}
    rels = {w.rel for w in tree}
    if any(w.rel == "ccomp" and tree[w.head - 1].rel == "root" and w.head > i + 1 for i, w in enumerate(tree)):
        told.add("who says so stands after what is said")
    if "nmod:desc" in rels:
        told.add("offices before names")
    if "appos" in rels:
        told.add("appositions")
    if sum(w.rel == "conj" for w in tree) >= 3:
        told.add("three conjuncts or more")
    if sum(w.upos == "NUM" for w in tree) >= 3:
        told.add("three numbers or more")
    if "expl" in rels or "csubj" in rels:
        told.add("it or there; clause as subject")
    if "acl:relcl" in rels:
        told.add("relative clauses")
    return told or {"none of these"}


# ---- tables ----

class Score:
    def __init__(self):
        self.sentences = self.words = self.heads = self.labels = self.tags = 0

    def add(self, tree, other):
        self.sentences += 1
        self.words += len(tree)
        for g, p in zip(tree, other, strict=True):
            self.heads += g.head == p.head
            self.labels += not wrong(g, p)
            self.tags += g.upos == p.upos

    def line(self, name):
        n = max(self.words, 1)
        return (f"{name:44} {self.sentences:9} {self.words:6} {100 * self.tags / n:6.2f} {100 * self.heads / n:6.2f} "
                f"{100 * self.labels / n:6.2f}")


def print_scores(title, scores):
    print(f"\n{title:44} {'sentences':>9} {'words':>6} {'UPOS':>6} {'UAS':>6} {'LAS':>6}")
    for name, score in scores.items():
        if score.sentences:
            print(score.line(name))


def print_kinds(pairs):
    print(f"\n{'relation':44} {'gold':>9} {'found':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for name, rels in KINDS.items():
        gold = {(s, i, w.head, w.rel) for s, (g, _) in enumerate(pairs) for i, w in enumerate(g) if w.rel in rels}
        said = {(s, i, w.head, w.rel) for s, (_, p) in enumerate(pairs) for i, w in enumerate(p) if w.rel in rels}
        right = len(gold & said)
        precision, recall = right / max(len(said), 1), right / max(len(gold), 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{name:44} {len(gold):9} {len(said):6} {100 * precision:6.1f} {100 * recall:6.1f} {100 * f1:6.1f}")


def print_causes(pairs, names, show):
    counts, quoted = collections.Counter(), []
    for name, (tree, other) in zip(names, pairs):
        for i, (g, p) in enumerate(zip(tree, other)):
            if not wrong(g, p):
                continue
            why = cause(tree, other, i)
            counts[why] += 1
            if show:
                heads = [t[w.head - 1].form if w.head else "ROOT" for t, w in ((tree, g), (other, p))]
                quoted.append(f"{name} {i + 1} {g.form}: {g.rel} < {heads[0]}, not {p.rel} < {heads[1]}  [{why}]")
    total, words = sum(counts.values()), sum(len(g) for g, _ in pairs)
    print(f"\n{'wrong words by cause (the first that fits)':60} {'words':>6} {'of 1000':>8}")
    for why, n in counts.most_common():
        print(f"{why:60} {n:6} {1000 * n / words:8.1f}")
    print(f"{'all':60} {total:6} {1000 * total / words:8.1f}")
    if show:
        pathlib.Path(show).write_text("\n".join(quoted) + "\n", encoding="utf8")


def trees(a, rows, found):
    golds = {}
    for row in rows:
        text = passage(row, found)
        if text is not None:
            golds[row["id"]] = (row, text, gold_tree(row, text))
    if not golds:
        return
    gold_text = "".join(conllu(name, text, tree) for name, (_, text, tree) in golds.items())
    if a.conllu:
        pathlib.Path(a.conllu).write_text(gold_text, encoding="utf8")
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf8") as f:
        f.write(gold_text)
        f.flush()
        said = trees_of(run(a.program, "parse", *with_model(a.model), "--from", "conllu", f.name))
    pairs = [(tree, said[name]) for name, (_, _, tree) in golds.items()]
    by = {title: collections.defaultdict(Score) for title in ("source", "length", "trait")}
    for (row, _, tree), (_, other) in zip(golds.values(), pairs):
        length = next(f"{lo} to {hi} words" for lo, hi in LENGTHS if lo <= len(tree) <= hi)
        for title, names in (("source", [row["source"], "all"]), ("length", [length]), ("trait", traits(tree, row["marks"]))):
            for name in names:
                by[title][name].add(tree, other)
    print_scores("drawn sentences, gold words", {k: by["source"][k] for k in [*CORPORA, "all"]})
    print_scores("by length", dict(sorted(by["length"].items(), key=lambda x: int(x[0].split()[0]))))
    print_scores("by what is in the sentence (one may have several)", dict(sorted(by["trait"].items())))
    print_kinds(pairs)
    print_causes(pairs, golds, a.show)


# ---- ends of sentences ----

Ends = collections.namedtuple("Ends", "lo hi gold free")  # of one passage, in code points of its document


def ends_of(row):
    start = int(row["start"])
    spans = [[start + int(x) for x in e.split("-")] for e in row["ends"].split()]
    free = [[start + int(x) for x in e.split("-")] for e in row["free"].split()]
    return Ends(start, int(row["end"]), [(s[0], s[-1]) for s in spans], free)


def end_complaints(row):
    e = ends_of(row)
    flat = [x for span in e.gold for x in span]
    out = [] if flat == sorted(flat) and flat else ["ends out of order"]
    if flat and not (e.lo < flat[0] and e.gold[-1][0] <= e.hi):
        out.append("an end outside the passage")
    return out + ["a free place outside" for a, b in e.free if not e.lo <= a < b <= e.hi]


def said_ends(program, model, texts):
    """Where the program ends sentences, by document, in code points of its text."""
    lines = (json.dumps({"id": name, "text": text.removeprefix("\ufeff")}) for name, text in texts.items())
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as f:
        f.write("\n".join(lines) + "\n")
        f.flush()
        out = run(program, "parse", *with_model(model), "--from", "jsonl", f.name)
    said, name, end = collections.defaultdict(list), None, 0
    for line in out.split("\n"):
        if line.startswith("# newdoc"):
            name = line.split(" = ", 1)[1]
            lead = texts[name].startswith("\ufeff")
            places, byte = {0: lead}, 0
            for i, c in enumerate(texts[name].removeprefix("\ufeff"), 1 + lead):
                byte += len(c.encode())
                places[byte] = i
        elif not line and end:
            said[name].append(places[end])
            end = 0
        elif m := re.search(r"TokenRange=\d+:(\d+)", line):
            end = max(end, int(m.group(1)))
    return said


def missed_cause(text, end):
    before, after = text[:end].rstrip(), text[end:]
    if not re.search(r"[.?!][\"\u201d\u2019')\]]*$", before):
        return "no stop: " + ("a colon and a new line" if before.endswith(":") else "only a new line")
    if re.match(r"\s*,", after):
        return "a stray comma behind the stop"
    if re.match(r"\s*\n\s*REUTER", after, re.I):
        return "the sign-off of the agency"
    if re.search(r"[.?!][\"\u201d\u2019')\]]+$", before) or re.match(r"\s*[\"\u201c\u2018'(]", after):
        return "a quotation mark or bracket beside the stop"
    if re.search(r"\b(\w\.)+\w?\.$|\b(Inc|Corp|Co|Ltd)\.$", before):
        return "an abbreviation that also ends the sentence"
    if re.match(r"\s+[^A-Z\s]", after):
        return "the next begins with a figure or small letter"
    return "after a plain stop"


def added_cause(text, end):
    before, after = text[:end].rstrip(), text[end:]
    if re.search(r"\b(\w\.)+\w?\.$", before):
        return "behind initials (U.S.)"
    if re.search(r"\b[A-Z][a-z]{0,4}\.$", before):
        return "behind an abbreviation (No., Mt., Mr.)"
    if re.search(r"[.?!]$", before):
        return "behind another stop"
    if re.match(r"[ ]*\n", after):
        return "at a mere line end"
    return "without a stop"


def compare_ends(e, said):
    """The gold ends that were missed, the ends that are none, and how many are right."""
    until = max(e.hi, e.gold[-1][1])
    ours = [x for x in said if e.lo < x <= until and not any(a < x <= b for a, b in e.free)]
    missed = [lo for lo, hi in e.gold if not any(lo <= x <= hi for x in ours)]
    last = e.gold[-1][1] if e.gold[-1][1] >= e.hi else e.hi - 1  # the document's own end is nobody's merit
    added = [x for x in ours if x <= last and not any(lo <= x <= hi for lo, hi in e.gold)]
    return missed, added, len(e.gold) - len(missed)


def ends(a, rows, found):
    kept = [r for r in rows if passage(r, found) is not None]
    if not kept:
        return
    said = said_ends(a.program, a.model, {r["document"]: found[r["document"]]["text"] for r in kept})
    counts, causes, quoted = collections.defaultdict(collections.Counter), collections.Counter(), []
    for row in kept:
        text, e = found[row["document"]]["text"], ends_of(row)
        missed, added, right = compare_ends(e, said[row["document"]])
        for name in (row["source"], "all"):
            counts[name].update(gold=len(e.gold), said=right + len(added), right=right)
        for kind, why, wrongs in (("missed", missed_cause, missed), ("added", added_cause, added)):
            for x in wrongs:
                causes[f"{kind}: {why(text, x)}"] += 1
                quoted.append(f"{row['id']} {kind} [{why(text, x)}] {text[x - 50:x]!r} | {text[x:x + 50]!r}")
    print(f"\n{'ends of sentences, raw text':44} {'gold':>9} {'found':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for name in [*CORPORA, "all"]:
        c = counts[name]
        if c["gold"]:
            p, r, f1 = scores(c["right"], c["said"], c["gold"])
            print(f"{name:44} {c['gold']:9} {c['said']:6} {100 * p:6.2f} {100 * r:6.2f} {100 * f1:6.2f}")
    print(f"\n{'wrong ends by cause':60} {'ends':>6}")
    for why, n in causes.most_common():
        print(f"{why:60} {n:6}")
    if a.show:
        with open(a.show, "a", encoding="utf8") as f:
            f.write("\n".join(quoted) + "\n")


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("program", nargs="?", default=str(TOP / "build" / "sagwan"))
    o.add_argument("--model", help="another syntax model")
    o.add_argument("--shared", type=pathlib.Path, default=SHARED)
    o.add_argument("--conllu", help="write the gold trees to this file")
    o.add_argument("--check", action="store_true", help="look at the labels alone")
    o.add_argument("--show", help="write the wrong words to this file")
    a = o.parse_args()
    rows, passages = read_tsv(SETS / "drawn-trees.tsv"), read_tsv(SETS / "drawn-ends.tsv")
    if a.check:
        return check(rows, passages)
    found = documents(a.shared, rows + passages)
    trees(a, rows, found)
    ends(a, passages, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
