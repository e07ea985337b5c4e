"""Checkpoint and treebanks in, the model image out (see core/model.h for the layout).

Weights become 8-bit integers with one scale a row; activations will be 16-bit at 1/4096, so sums are
exact in 32 bits and the same on every processor. Beside the network stand word lists that the program
takes for its tokeniser and lemmatiser, all counted in the training treebanks.
"""
import argparse
import collections
import pathlib
import struct
import zlib

import numpy as np
import torch

import data

VERSION = 3


def tensor(m):
    m = np.asarray(m, np.float32)
    m = m[None, :] if m.ndim == 1 else m
    scale = np.maximum(np.abs(m).max(1), 1e-8) / 127
    q = np.clip(np.rint(m / scale[:, None]), -127, 127).astype(np.int8)
    return struct.pack("<II", *m.shape) + scale.astype("<f4").tobytes() + q.tobytes()


def floats(v):
    v = np.asarray(v, np.float32).reshape(-1)
    return struct.pack("<II", 1, len(v)) + v.astype("<f4").tobytes()


def lines(items):
    return ("\n".join(items) + "\n").encode("utf-8") if items else b""


def edit(form, lemma):
    """How the lower-cased form becomes the lemma: letters off the end, letters on; None if not so."""
    low, n = data.lower(form), 0
    while n < min(len(low), len(lemma)) and low[n] == lemma[n]:
        n += 1
    return (len(low) - n, lemma[n:]) if len(low) - n <= 5 and n > 0 else None


def coarse(w):
    """What lemmas depend on: the program makes the same of a tag (core/model.c)."""
    kept = [f for f in w.feats.split("|")
            if f.startswith(("Degree=", "Tense=", "VerbForm="))
            or (f.startswith("Number=") and w.upos in ("NOUN", "PROPN")) or (f.startswith("Case=") and w.upos == "PRON")]
    return "|".join([w.upos] + kept)


def lemma_tables(trees):
    """Whole words by tag where the suffix rules would be wrong, and the suffix rules."""
    words, rules = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for s in trees:
        for w in s.words:
            tag = coarse(w)
            if w.upos == "X" or w.lemma == "_" or (w.upos == "PROPN" and "Number=Plur" not in tag):
                continue  # a name is its own lemma, unless it is a plural
            lemma = data.lower(w.lemma) if w.upos == "PROPN" else w.lemma  # the program gives it the form's capitals
            words[tag, data.lower(w.form)][lemma] += 1
            e = edit(w.form, lemma)
            if e:
                for n in range(0, 5):
                    if n < len(w.form):
                        rules[tag, data.lower(w.form)[len(w.form) - n:] if n else ""][e] += 1
    for line in open(pathlib.Path(__file__).parent / "irregular.tsv", encoding="utf-8"):
        form, lemma = line.split()
        for tag in ("VERB|Tense=Past|VerbForm=Fin", "VERB|Tense=Past|VerbForm=Part"):
            if sum(words[tag, form].values()) < 5:  # where the treebanks show too little, or an error
                words[tag, form][lemma] += 5
    best = {k: c.most_common(1)[0] for k, c in rules.items() if sum(c.values()) > 1}

    def by_rule(tag, low):
        for n in range(4, -1, -1):
            key = (tag, low[len(low) - n:] if n else "")
            if n < max(len(low), 1) and key in best:
                cut, add = best[key][0]
                return low[:len(low) - cut] + add if cut < len(low) else low
        return low

    whole = []
    for (tag, low), c in sorted(words.items()):
        lemma = c.most_common(1)[0][0]
        bare = lemma == low and "Tense=Past" in tag and c[lemma] > 1  # the program looks on for an ending of "set"
        if by_rule(tag, low) != lemma or bare:
            whole.append(f"{tag}\t{low}\t{lemma}")
    return whole, [f"{t}\t{s}\t{e[0]}\t{e[1]}" for (t, s), (e, _) in sorted(best.items())]


def word_tables(trees):
    """How multi-word tokens are cut: tails that are words of their own, and whole forms that those would get wrong."""
    forms, tails, ends = collections.defaultdict(collections.Counter), collections.Counter(), collections.Counter()
    for s in trees:
        at = 0
        for t in s.tokens:
            parts = [w.form for w in s.words[at:at + t.words]]
            at += t.words
            low = data.lower(t.form)
            if "".join(parts) != t.form:
                continue
            cuts = [sum(map(len, parts[:i + 1])) for i in range(len(parts) - 1)]
            forms[low][",".join(map(str, cuts))] += 1
            if len(parts) == 2 and not data.lower(parts[1]).isalpha():
                tails[data.lower(parts[1])] += 1
            for n in range(2, min(9, len(low))):
                if not low[-n:].isalnum():
                    ends[low[-n:]] += 1
    tail = sorted(t for t, n in tails.items() if n >= 3 and n > 0.8 * ends[t] and len(t) > 1)

    def by_tail(low):
        fit = [t for t in tail if low.endswith(t) and len(low) > len(t)]
        return str(len(low) - max(map(len, fit))) if fit else ""

    splits = []
    for low, c in sorted(forms.items()):
        cuts, n = c.most_common(1)[0]
        seldom = not cuts and n < 3  # "Monday's" once left whole is a slip of the annotation
        if cuts != by_tail(low) and not seldom and (n > 1 or "'" in low or "\u2019" in low):
            splits.append(f"{low}\t{cuts}")
    return tail, splits


def trained(path):
    """What train.py wrote: the network's sections."""
    got = torch.load(path, weights_only=False)
    st = {k: v.numpy() for k, v in got["state"].items()}
    vocab = sorted(got["vocab"], key=got["vocab"].get)
    section = {"words": lines(vocab), "tags": lines(got["tags"]), "rels": lines(got["rels"]),
               "W.word": tensor(st["fixed.weight"] + st["word.weight"]), "W.piece": tensor(st["piece.weight"][:data.BUCKETS])}
    for i in range(4):
        section[f"W.lstm{i}"] = tensor(np.concatenate([st[f"lstm.{i}.weight_ih_l0"], st[f"lstm.{i}.weight_hh_l0"]], 1))
        section[f"B.lstm{i}"] = floats(st[f"lstm.{i}.bias_ih_l0"] + st[f"lstm.{i}.bias_hh_l0"])
    for name in ("tag1", "tag2", "arc_dep", "arc_head", "arc_mid", "arc_bias", "rel_dep", "rel_head", "rel_out", "name1", "name2"):
        section["W." + name] = tensor(st[name + ".weight"])
        bias = st.get(name + ".bias")
        section["B." + name] = floats(bias if bias is not None else np.zeros(st[name + ".weight"].shape[0]))
    section["B.root"] = floats(st["root"])
    return section


def cuts(path):
    """What splitter.py wrote: the splitter's sections."""
    cut = np.load(path)
    return {"cut": cut["table"].tobytes(), "cut.out": cut["out"].astype("<i4").tobytes() + cut["bias"].astype("<i4").tobytes()}


def is_of_network(name):
    return name[:2] in ("W.", "B.") or name in ("words", "tags", "rels")


def is_of_splitter(name):
    return name in ("cut", "cut.out")


def shipped(path, wanted):
    """Sections of an image, for when only the others change."""
    image, section, at = open(path, "rb").read(), {}, 24
    while not section or at < min(start for start, _ in section.values()):
        name, start, size = struct.unpack_from("<16sQQ", image, at)
        section[name.rstrip(b"\0").decode()] = (start, size)
        at += 32
    return {k: image[start:start + size] for k, (start, size) in section.items() if wanted(k)}


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--shared", default="../shared")
    args.add_argument("--net", required=True, help="what train.py wrote, or a .model to take the network from")
    args.add_argument("--splitter", required=True, help="what splitter.py wrote, or a .model to take the splitter from")
    args.add_argument("--out", required=True)
    args = args.parse_args()
    trees = data.training(args.shared, data.HELD) + data.more(args.shared)
    whole, rules = lemma_tables(trees)
    tail, splits = word_tables(trees)
    section = shipped(args.net, is_of_network) if args.net.endswith(".model") else trained(args.net)
    section |= shipped(args.splitter, is_of_splitter) if args.splitter.endswith(".model") else cuts(args.splitter)
    section |= {"lemmas": lines(whole), "suffixes": lines(rules), "tails": lines(tail), "splits": lines(splits)}
    head, body = b"", b""
    start = 8 + 4 + 4 + 8 + len(section) * 32
    for name, blob in section.items():
        body += b"\0" * (-len(body) % 32)
        head += name.encode().ljust(16, b"\0") + struct.pack("<QQ", start + len(body), len(blob))
        body += blob
    rest = struct.pack("<Q", start + len(body)) + head + body
    digest = struct.pack("<I", zlib.crc32(rest))
    with open(args.out, "wb") as f:
        f.write(b"SGMODEL\0" + struct.pack("<I", VERSION) + digest + rest)
    print(args.out, start + len(body), "bytes", len(whole), "lemmas", len(rules), "suffix rules",
          len(tail), "tails", len(splits), "splits")


if __name__ == "__main__":
    main()
