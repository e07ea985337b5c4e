"""Checkpoint and treebanks in, the model image out (see core/model.h for the layout).

Weights become 8-bit integers with one scale a row; activations will be 16-bit at 1/4096, in the encoder
8-bit at a step a column, so sums are exact in 32 bits and the same on every processor. Beside the network stand word lists that the program
takes for its tokeniser and lemmatiser, all counted in the training treebanks.
"""
import argparse
import collections
import pathlib
import re
import struct
import sys

import numpy as np
import torch

import data

VERSION = 10


def checksum(rest):
    """The sum that core/model.c makes of the image."""
    factor, whole, lane, words = 0x9E3779B97F4A7C15, (1 << 64) - 1, [1, 2, 3, 4], 0
    padded = rest + b"\0" * (8 - len(rest) % 8)
    for (word,) in struct.iter_unpack("<Q", padded):
        lane[words % 4] = (lane[words % 4] ^ word) * factor & whole
        words += 1
    total = len(rest)
    for one in lane:
        total = (total ^ one) * factor & whole
        total ^= total >> 29
    return total >> 32


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


PAST = ("VERB|Tense=Past|VerbForm=Fin", "VERB|Tense=Past|VerbForm=Part")
GERUND = ("VERB|VerbForm=Ger", "VERB|Tense=Pres|VerbForm=Part")
PLURAL = ("NOUN|Number=Plur", "PROPN|Number=Plur")
PRESENT, NAME = ("VERB|Tense=Pres|VerbForm=Fin",), ("PROPN|Number=Sing",)
MORE = {d: (f"ADJ|Degree={d}", f"ADV|Degree={d}") for d in ("Cmp", "Sup")}


def irregular():
    """(tags, form, lemma, column of the form) of irregular.tsv."""
    columns = {"verb": (PAST, PAST), "noun": (PLURAL,), "adjective": (MORE["Cmp"][:1], MORE["Sup"][:1]), "name": (NAME,)}
    for line in open(pathlib.Path(__file__).parent / "irregular.tsv", encoding="utf-8"):
        if line.startswith("#"):
            continue
        kind, lemma, *cells = line.rstrip("\n").split("\t")
        for n, (tags, cell) in enumerate(zip(columns[kind], cells)):
            for form in cell.split("|"):
                yield tags, data.lower(form), lemma, n


def syllables(word):
    """Groups of vowels; a silent e at the end is none."""
    word = word[:-1] if word.endswith("e") and not word.endswith(("ee", "le")) else word
    return len(re.findall("[aeiouy]+", word.replace("qu", "q")))


def stems(word):
    """The stem before -ed, -ing, -er: "hop" doubles, "hope" loses its e, "travel" may do as it likes."""
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return {word[:-1]}
    if word.endswith("ic"):
        return {word + "k"}
    if re.search("[^aeiou][aeiou][bdfgklmnprstvz]$", "x" + word.replace("qu", "q")):
        return {word + word[-1]} if syllables(word) == 1 else {word, word + word[-1]}
    return {word}


def plural(word):
    """With -s; after an o with -es too."""
    if re.search("(s|x|z|ch|sh)$", word):
        return {word + "es"}
    if re.search("[^aeiou]y$", word):
        return {word[:-1] + "ies"}
    return {word + "s", word + "es"} if word.endswith("o") else {word + "s"}


def soft(stem):
    """The i of a y before -ed and -er."""
    return stem[:-1] + "i" if re.search("[^aeiou]y$", stem) else stem


def regular(vocab):
    """The same by the rules of spelling, where the vocabulary has the lemma and enough of its forms. Of two lemmas
    the one with more forms there is meant, then the commoner: "hoping" is never of "hop", "planing" of "plane"."""
    rank = {w: i for i, w in enumerate(vocab)}
    found = collections.defaultdict(list)
    for word in vocab:
        if len(word) < 3 or not word.isalpha() or not syllables(word):
            continue
        past = {s[:-1] + "ied" if re.search("[^aeiou]y$", s) else s + "ed" for s in stems(word)} if word[-1] != "e" else {word + "d"}
        gerund = {s + "ing" for s in (stems(word[:-2] + "y") if word.endswith("ie") else stems(word))}
        forms = [(PRESENT, plural(word)), (PAST, past), (GERUND, gerund)]
        seen = sum(any(f in rank for f in fs) for _, fs in forms)
        if seen >= 2:
            for tags, fs in forms:
                for f in fs & rank.keys():
                    found[tags, f].append((-seen, rank[word], word))
        for f in plural(word) & rank.keys():
            found[PLURAL, f].append((0, rank[word], word))
        if syllables(word) < 3:
            for degree, end in (("Cmp", "er"), ("Sup", "est")):
                both = all(any(soft(s) + e in rank for s in stems(word)) for e in ("er", "est"))
                for s in stems(word) if both else ():
                    if soft(s) + end in rank:
                        found[MORE[degree][:1], soft(s) + end].append((0, rank[word], word))
    for (tags, form), words in found.items():
        yield tags, form, min(words)[2], 0


class Lemmas:
    """Lemmas as the program makes them (core/encode.c, common_lemma): whole words, then endings."""

    def __init__(self, vocab, rules):
        self.vocab, self.rules = set(vocab), rules

    def by_ending(self, tag, low):
        inflected = any(f in tag for f in ("Plur", "Ptan", "Past", "Ger", "Part"))
        best = None
        for k in range(min(4, len(low)), -1, -1):
            off, on = self.rules.get((tag, low[len(low) - k:]), (None, None))
            for less in (0, 1) if off is not None else ():
                if off < less or (less and off == less) or 2 * (off - less) > len(low) or (less and on):
                    continue
                word = low[:len(low) - off + less] + on
                same = inflected and word == low
                known = not same and word in self.vocab
                best = word if known or best is None else best
                verbal = not tag.startswith(("NOUN", "PROPN"))
                if verbal and not known and not same and not less and len(word) > 3 and word[-1] == word[-2] and word[:-1] in self.vocab:
                    return word[:-1]
                if not known and not same and not less and tag.startswith("VERB") and word + "e" in self.vocab:
                    return word + "e"
                if known:
                    return word
        return low if best is None else best


def is_perfect(words, i):
    """Is the first verb behind the auxiliary a past participle? (core/encode.c)"""
    verb = next((w for w in words[i + 1:i + 5] if w.upos in ("VERB", "AUX")), None)
    return verb is not None and "Tense=Past|VerbForm=Part" in verb.feats


def telling(trees, vocab):
    """Marks of irregular forms that can be nothing else: `past` of verbs, not themselves the base of one ("found", "wound");
    `finite`, no participle and no other word; `plural` of nouns that are not their own singular."""
    seen, vocab = collections.defaultdict(collections.Counter), set(vocab)
    for s in trees:
        for w in s.words:
            seen[data.lower(w.form)][coarse(w)] += 1
    rows = list(irregular())
    bases = {lemma for tags, _, lemma, _ in rows if tags == PAST}
    participles = {form for tags, form, _, n in rows if tags == PAST and n}
    out = set()
    for tags, form, lemma, _ in rows:
        others = {t.split("|")[0] for t in seen[form]}
        if tags == PAST and form not in bases and lemma != form:
            based = any(s + e in vocab for s in stems(form) for e in ("ing", "ed"))
            if based or any(t.startswith("VERB") and "Tense=Past" not in t for t in seen[form]):
                continue
            out.add(f"past\t{form}")
            if form not in participles and others <= {"VERB"} and not plural(form) & vocab:
                out.add(f"finite\t{form}")
        if tags == PLURAL and lemma != form and not any(t.endswith("Number=Sing") or "NOUN" not in t for t in seen[form]):
            out.add(f"plural\t{form}")
    return sorted(out)


def lemma_tables(trees, vocab):
    """Whole words by tag where the rules of endings would be wrong, and those rules. A rule is counted once for each word
    that keeps it, so that the few common words that keep none do not make one."""
    words, small = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    kinds = collections.defaultdict(set)
    for s in trees:
        parted = {w.head - 1 for w in s.words if w.deprel == "goeswith"}  # its lemma is that of the whole
        for i, w in enumerate(s.words):
            tag, low = coarse(w), data.lower(w.form)
            if w.upos == "X" or w.lemma == "_" or i in parted:
                continue
            name = w.upos == "PROPN" and "Number=Plur" not in tag
            lemma = w.lemma if name or w.upos != "PROPN" else data.lower(w.lemma)  # the program gives it the form's capitals
            words[tag, low][lemma] += 1
            if low.isalpha() and (w.upos == "PROPN" or low == w.form):  # "paris", but "park"
                small["PROPN+small", low][lemma if w.upos == "PROPN" else low] += 1
            if w.upos == "AUX" and w.deprel == "aux" and is_perfect(s.words, i):
                words["AUX+perfect", low][lemma] += 1
            e = edit(w.form, lemma)
            if e and not name and "Typo=Yes" not in w.feats:
                for n in range(0, min(5, len(low))):
                    kinds[tag, low[len(low) - n:]].add((low, e))
    for source in (irregular(), regular(vocab)):
        for tags, form, lemma, _ in source:
            for tag in tags:
                if sum(words[tag, form].values()) < 5:  # where the treebanks show too little, or an error
                    words[tag, form][data.lower(lemma) if tag == PLURAL[1] else lemma] += 5
    best = {}
    for key, pairs in kinds.items():
        if len(pairs) > 1:
            best[key] = collections.Counter(e for _, e in sorted(pairs)).most_common(1)[0][0]
    rules = Lemmas(vocab, best)
    whole = []
    for (tag, low), c in sorted(words.items()):
        lemma, n = c.most_common(1)[0] if c else ("", 0)
        if tag.startswith("PROPN") and "Number=Plur" not in tag:
            keep = n > 1 and data.lower(lemma) != low  # Sept.
        else:
            keep = rules.by_ending(tag, low) != lemma
        if keep and n:
            whole.append(f"{tag}\t{low}\t{lemma}")
    for (tag, low), c in sorted(small.items()):
        lemma, n = c.most_common(1)[0]
        if lemma == low.capitalize() != low and n > 1 and n > 0.8 * sum(c.values()):
            whole.append(f"{tag}\t{low}\t{lemma}")
    return whole, [f"{t}\t{s}\t{off}\t{on}" for (t, s), (off, on) in sorted(best.items())]


def facts(kind):
    """Rows of tokens.tsv: form, and the cell behind it."""
    for line in open(pathlib.Path(__file__).parent / "tokens.tsv", encoding="utf-8"):
        if not line.startswith("#"):
            row = line.rstrip("\n").split("\t")
            if row[0] == kind:
                yield row[1], row[2] if len(row) > 2 else ""


def surface(trees):
    """Each sentence's tokens: (form, its words, whether a blank follows)."""
    for s in trees:
        at, out = 0, []
        for t in s.tokens:
            out.append((t.form, s.words[at:at + t.words], t.space))
            at += t.words
        yield out


def run_together(sentence):
    """Pairs of words that were written without the blank between them."""
    for (a, _, space), (b, *_) in zip(sentence, sentence[1:]):
        if not space and a.isalpha() and b.isalpha():
            yield a, b


def word_tables(trees):
    """How multi-word tokens are cut: tails that are words of their own, and whole forms that those would get wrong. A form
    that is often one word and often two ("its") is cut only before words that ask for it ("next")."""
    forms, tails, ends = collections.defaultdict(collections.Counter), collections.Counter(), collections.Counter()
    for sentence in surface(trees):
        for form, words, _ in sentence:
            parts = [w.form for w in words]
            low = data.lower(form)
            if "".join(parts) != form:
                continue
            cuts = [sum(map(len, parts[:i + 1])) for i in range(len(parts) - 1)]
            forms[low][",".join(map(str, cuts))] += 1
            if len(parts) == 2 and not data.lower(parts[1]).isalpha():
                tails[data.lower(parts[1])] += 1
            for n in range(2, min(9, len(low))):
                if not low[-n:].isalnum():
                    ends[low[-n:]] += 1
        for a, b in run_together(sentence):  # "alot" is no multi-word token, but two tokens that touch
            forms[data.lower(a + b)][str(len(a))] += 1
    tail = {t: len(t) for t, n in tails.items() if n >= 3 and n > 0.8 * ends[t] and len(t) > 1}
    for t in ("'", "\u2019"):  # of plurals that own
        if tails[t] > 0.8 * (ends["s" + t] + ends["z" + t]):
            tail["s" + t] = 1
    for form, cuts in facts("split"):
        if sum(forms[form].values()) < 2:  # where the treebanks show too little, or a slip
            forms[form][cuts] += 2

    def by_tail(low):
        fit = [t for t in tail if low.endswith(t) and len(low) > len(t)]
        return str(len(low) - tail[max(fit, key=len)]) if fit else ""

    splits = []
    for low, c in sorted(forms.items()):
        cuts, n = c.most_common(1)[0]
        seldom = not cuts and n < 3  # "Monday's" once left whole is a slip of the annotation
        often = [k for k, v in c.items() if k and v >= 8]
        if not cuts and often:
            splits.append(f"{low}\t{often[0]}\tnext")
        elif cuts != by_tail(low) and not seldom and (n > 1 or "'" in low or "\u2019" in low):
            splits.append(f"{low}\t{cuts}")
    return [t if n == len(t) else f"{t}\t{n}" for t, n in sorted(tail.items())], splits


def customs(trees):
    """The list `marks` (core/custom.c): words by which custom cuts, those of tokens.tsv that the treebanks do not gainsay, and
    two kinds out of the treebanks: what opens or goes on after "it is", and qualities."""
    whole, apart, owned = collections.Counter(), collections.Counter(), collections.Counter()
    kinds = collections.defaultdict(collections.Counter)
    for sentence in surface(trees):
        for i, (form, words, _) in enumerate(sentence):
            low = data.lower(form)
            if "-" in low[1:]:
                whole["prefix", low.split("-")[0]] += 1
            if i + 1 < len(sentence) and sentence[i + 1][0] == "-":
                apart["prefix", low] += 1
            for w in words:
                kinds[data.lower(w.form)][w.upos] += 1
            if i and sentence[i - 1][1][-1].upos == "PRON" and "Poss=Yes" in sentence[i - 1][1][-1].feats:
                owned[data.lower(words[0].form)] += 1
    out = []
    for kind in ("prefix", "unit", "ending", "elided", "cropped", "short", "numbered"):
        for form, _ in facts(kind):
            if kind != "prefix" or apart[kind, form] <= whole[kind, form]:
                out.append(f"{kind}\t{form}")
    named = ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "SYM", "X")
    for form, c in kinds.items():
        best, n = c.most_common(1)[0]
        if n < 3 or n < 0.6 * sum(c.values()):
            continue
        if best == "ADJ":
            out.append(f"quality\t{form}")
        elif best not in named and owned[form] * 100 <= n and (best != "VERB" or n >= 20):
            out.append(f"closed\t{form}")
    return sorted(out)


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


def looked_up(words):
    """Where each word of the list begins, and the words by hash (core/model.c finds them so)."""
    at, size = [0], 16
    for w in words:
        at.append(at[-1] + len(w.encode()) + 1)
    while size < 2 * len(words):
        size *= 2
    slot = np.full(size, len(words), "<u4")
    for i, w in enumerate(words):
        h = 0xCBF29CE484222325
        for b in w.encode():
            h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
        k = h % size
        while slot[k] < len(words):
            k = (k + 1) % size
        slot[k] = i
    return np.array(at, "<u4").tobytes(), slot.tobytes()


NOUGHT, NOUGHT_WIDE = 128, 11  # the byte that stands for nought, of states and behind the GELU (core/kernel.h)
SMALL = 1024 / np.log(2) / np.sqrt(32), 512, 8192  # what 1.0 of what a piece asks, answers to and tells is as a 16-bit number
STEPS = 127, 244  # of a byte between nought and the furthest
NEAREST = {"asks": 3.0, "hears": 1.5, "wide": 4.0, "narrow": 5.0}  # columns that reach less far have no smaller steps


def units(reach):
    """What 1.0 of each column of what the layers read is as a byte; `reach` by name and layer as reach.py finds it."""
    return {name: (STEPS[name.startswith("narrow")] / np.maximum(NEAREST[name.rstrip("0123456789")], far)).astype(np.float32)
            for name, far in reach.items()}


def rounded(weight, bias, scale, heard, meant):
    """Weights as whole numbers of `scale` a row, and the bias, so that of what is heard (bytes less nought) they make what the
    exact weights make of what was meant: least squares, then column by column, what rounding one spoils being mended by those
    that are still to be rounded (as in GPTQ)."""
    mean, middle = heard.mean(0), meant.mean(0)
    heard, meant = heard - mean, meant - middle
    square = heard.T @ heard
    square[np.diag_indices(len(square))] += 0.01 * np.diag(square).mean()
    wanted = weight @ (meant.T @ heard + (square - heard.T @ heard))  # as far as the texts say nothing, the weights as they are
    exact = np.linalg.solve(square, wanted.T).T / scale[:, None]
    upper = np.linalg.cholesky(np.linalg.inv(square)).T  # rows: by what the columns behind mend one that was rounded
    q, left = np.zeros_like(weight), exact.copy()
    for c in range(weight.shape[1]):
        q[:, c] = np.clip(np.rint(left[:, c]), -127, 127)
        left[:, c:] -= np.outer((left[:, c] - q[:, c]) / upper[c, c], upper[c, c:])
    return q, bias + weight @ middle - (q * scale[:, None]) @ mean


def laid(section, name, weight, bias, unit, read, worth=1.0):
    """A layer whose weights lie as the kernels read them (core/kernel.h, sg_byte_at), over columns that are bytes of `unit`;
    worth: what 1.0 of a row's result is to the program; read: rows that the layer is to read, of texts."""
    nought = NOUGHT_WIDE if name.startswith("narrow") else NOUGHT
    weight, bias = np.asarray(weight, np.float64) / unit, np.asarray(bias, np.float64)
    rows, cols = weight.shape
    scale = np.maximum(np.abs(weight).max(1), 1e-9) / 127
    meant = read.astype(np.float64) * unit
    heard = np.clip(np.floor(meant + (nought + 0.5)), 0, 255) - nought
    q, bias = rounded(weight, bias, scale, heard, meant)
    tiles = q.astype(np.int8).reshape(rows // 32, 32, cols // 4, 4).transpose(0, 2, 1, 3)
    section["T." + name], section["S." + name] = tiles.tobytes(), floats(scale * worth)
    section["B." + name] = floats((bias - scale * nought * q.sum(1)) * worth)


def encoded(st, table, reach, read):
    """The sections of the encoder of the network that tells acts (core/sense.h); table: the vectors of its pieces; reach, read:
    of what its layers read, by reach.py."""
    unit = units(reach)

    def norm(name, to):
        return floats(np.concatenate([st[name + ".weight"], st[name + ".bias"], to]))

    entry, cols = "bert.embeddings.", table.shape[1]
    assert cols % 32 == 0  # the program's heads are 32 wide (core/kernel.h), as those of the encoders named in the model card
    section = {"W.known": tensor(table), "W.class": tensor(st["tag.weight"]), "W.link": tensor(st["rel.weight"]),
               "W.place": tensor(st[entry + "position_embeddings.weight"] + st[entry + "token_type_embeddings.weight"][0]),
               "N.entry": norm(entry + "LayerNorm", unit["asks0"])}
    for i in range(100):
        at = f"bert.encoder.layer.{i}."
        if at + "output.dense.weight" not in st:
            return section
        three = [at + "attention.self." + n for n in ("query", "key", "value")]
        told = SMALL[2] / STEPS[0] * unit[f"hears{i}"]
        laid(section, f"asks{i}", np.concatenate([st[n + ".weight"] for n in three]), np.concatenate([st[n + ".bias"] for n in three]),
             unit[f"asks{i}"], read[f"asks{i}"], np.concatenate([np.full(cols, SMALL[0]), np.full(cols, SMALL[1]), told]))
        for name, of in (("hears", "attention.output.dense"), ("wide", "intermediate.dense"), ("narrow", "output.dense")):
            laid(section, f"{name}{i}", st[at + of + ".weight"], st[at + of + ".bias"], unit[f"{name}{i}"], read[f"{name}{i}"])
        section[f"G.wide{i}"] = floats(unit[f"narrow{i}"])
        section[f"N.heard{i}"] = norm(at + "attention.output.LayerNorm", unit[f"wide{i}"])
        section[f"N.out{i}"] = norm(at + "output.LayerNorm", unit.get(f"asks{i + 1}", np.ones(cols)))


def told(path, folder, texts):
    """What acts.py wrote: the sections of the network that tells acts; folder: the encoder, whose vectors of pieces it kept;
    texts: sentences with trees, over which the steps of its bytes are chosen."""
    import acts  # needs the encoders' library
    import reach

    got = torch.load(path, weights_only=False)
    st = {k: v.float().numpy() for k, v in got["state"].items()}
    at, slot = looked_up(got["pieces"])
    section = {"pieces": lines(got["pieces"]), "piece.at": at, "piece.slot": slot, "acts": lines(got["classes"]), "sectors": lines(got["sectors"])}
    table = acts.vectors_of(folder, got["pieces"]).numpy()
    section |= encoded(st, table, *reach.read(st, table, got["pieces"], texts))
    for name, of in (*((n, n) for n in ("act1", "act2", "who1", "who2")), ("teller", "pairs.teller"), ("named", "pairs.named")):
        section["W." + name], section["B." + name] = tensor(st[of + ".weight"]), floats(st[of + ".bias"])
    section["W.path"] = tensor(st["pairs.path.weight"].T)
    return section


OF_ACTS = ("pieces", "piece.at", "piece.slot", "acts", "sectors", "W.path")
OF_NETWORK = re.compile(r"[WB]\.(word|piece|lstm\d|tag\d|arc_\w+|rel_\w+|name\d|root)")
NET_OF_ACTS = re.compile(r"[WBNSTG]\.(known|place|class|link|entry|(asks|hears|wide|narrow|heard|out)\d+|act\d|who\d|teller|named)")


def is_of_acts(name):
    return name in OF_ACTS or NET_OF_ACTS.fullmatch(name) is not None


def is_of_network(name):
    return name in ("words", "tags", "rels") or OF_NETWORK.fullmatch(name) is not None


def is_of_splitter(name):
    return name in ("cut", "cut.out")


def shipped(path, wanted):
    """Sections of an image, for when only the others change."""
    image, section, at = open(path, "rb").read(), {}, 24
    while not section or at + 32 <= min(start for start, _ in section.values()):
        name, start, size = struct.unpack_from("<16sQQ", image, at)
        if name.rstrip(b"\0"):
            section[name.rstrip(b"\0").decode()] = (start, size)
        at += 32
    return {k: image[start:start + size] for k, (start, size) in section.items() if wanted(k)}


def write(path, section):
    """The image; its size."""
    head, body = b"", b""
    start = 8 + 4 + 4 + 8 + len(section) * 32
    for name, blob in section.items():
        body += b"\0" * (-(start + len(body)) % 64)  # what is read where it lies crosses no line of the cache
        head += name.encode().ljust(16, b"\0") + struct.pack("<QQ", start + len(body), len(blob))
        body += blob
    rest = struct.pack("<Q", start + len(body)) + head + body
    with open(path, "wb") as f:
        f.write(b"SGMODEL\0" + struct.pack("<II", VERSION, checksum(rest)) + rest)
    return start + len(body)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--shared", default="../shared")
    args.add_argument("--net", required=True, help="what train.py wrote, or a .model to take the network from")
    args.add_argument("--splitter", required=True, help="what splitter.py wrote, or a .model to take the splitter from")
    args.add_argument("--acts", required=True, help="what acts.py wrote, or a .model to take that network from")
    args.add_argument("--encoder", help="folder of the raw-text encoder that acts.py made it from")
    args.add_argument("--texts", help="what `sagwan parse` prints of some texts, by which the encoder's bytes are made")
    args.add_argument("--out", required=True)
    args = args.parse_args()
    if not (args.encoder and args.texts or args.acts.endswith(".model")):
        sys.exit("what acts.py wrote needs --encoder and --texts: the vectors of its pieces are not in it")
    trees = data.training(args.shared, data.HELD) + data.more(args.shared)
    tail, splits = word_tables(trees)
    section = shipped(args.net, is_of_network) if args.net.endswith(".model") else trained(args.net)
    section |= shipped(args.splitter, is_of_splitter) if args.splitter.endswith(".model") else cuts(args.splitter)
    section |= shipped(args.acts, is_of_acts) if args.acts.endswith(".model") else told(args.acts, args.encoder, args.texts)
    vocab = section["words"].decode("utf-8").splitlines()
    whole, rules = lemma_tables(trees, vocab)
    marks = sorted(customs(trees) + telling(trees, vocab))
    section |= {"lemmas": lines(whole), "suffixes": lines(rules), "tails": lines(tail), "splits": lines(splits), "marks": lines(marks)}
    size = write(args.out, section)
    print(args.out, size, "bytes", len(whole), "lemmas", len(rules), "suffix rules",
          len(tail), "tails", len(splits), "splits", len(marks), "marks")


if __name__ == "__main__":
    main()
