"""What act does a word tell, which words name who does it, and to whom, and who is meant by them? Learnt from sentences of our own.

In:  tests/sets/frames (a sentence and the type of its act, not which word tells it), the training parts of gold/ (which
     word it is, and which words name the parties; of debates too, gold/real-speeches.tsv), debates as teacher.py read them, and
     a raw-text encoder.
Out: a network of its own (core/tell.c): for each word how likely it tells an act of each type and mode of PLOVER, or
     none; for a word that may tell one, how likely each other word names who acts, or whom it is done to; and of what sector
     those are whom a word names.

Teachers (a raw-text encoder of twelve layers fine-tuned on those sentences alone, one a seed) read debates and our own sentences
with some words put for others; the network shipped, of six layers, learns from the mean of their readings and from the labels.
Nothing is chosen on a set: --look only prints what they know of one. `prepare` needs the program; the rest does not, and asks for
a GPU.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import sys
import time
import unicodedata

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file
from transformers import BertModel

import teacher
import train
from train import DEVICE

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import common  # noqa: E402

OPEN = ("NOUN", "VERB", "ADJ", "PROPN")  # words that may tell an act
NAMES = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")  # words that may name a party
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()  # core/ud.h
RELS = re.findall(r'X\(\w+, "([a-z:]+)"\)', (ROOT / "core" / "ud.h").read_text(encoding="utf-8"))
UNSAID = 0.3  # how sure it is that no second word of a frame's sentence tells an act
PARTS = ("balanced-train", "negatives-train", "natural-acts", "lone-acts")
# What was written when a network was there already, and taught it on (model/README.md), is a part of its own: how the ids of
# those documents of natural-acts begin.
LATER = {"-later": tuple("IVWXYZ"), "-news": ("NR", "NS")}
# Joint decisions: first in together.tsv and tests/corpus, later in agree.tsv.
DECIDED = re.compile(r"\b(decided|resolved)\b")

CLASSES = ["-"] + [r["type"] + ("/" + r["mode"] if r["mode"] else "")
                   for r in common.read_tsv(ROOT / "lexicon" / "codes" / "plover.tsv")]
TYPES = sorted({c.split("/")[0] for c in CLASSES})
OF_TYPE = torch.tensor([TYPES.index(c.split("/")[0]) for c in CLASSES])
ROLES = ("actor", "recipient")
# Who may be meant by a word: nobody; a state or an organisation as a whole; somebody of a sector.
SECTORS = ["-", "whole"] + [r["code"] for r in common.read_tsv(ROOT / "lexicon" / "codes" / "sectors.tsv")]


def class_of(kind, mode):
    """The number of a type with its mode; of a type alone, all of its classes will do: None."""
    return CLASSES.index(kind + "/" + mode) if kind + "/" + (mode or "") in CLASSES else None


def rel_of(label):
    """The number of a relation as core/ud.c finds it: as written, else its universal part, else dep."""
    return RELS.index(next((r for r in (label, label.split(":")[0]) if r in RELS), "dep"))


# ---- sentences ----

# words, upos, heads (0: the root), numbers of relations; told: {word: (type, class or None)}, type None: may be an act;
# bag: instead of told, [(type, class or None)] of the sentence; roles: {word: ({words} of actors, {words} of recipients)}
# who: {word that names a party: the number of its sector}; part: of what it is a part, for --mix
Item = collections.namedtuple("Item", "words tags heads rels told bag roles who part", defaults=({}, ""))


def parsed(program, texts):
    """Of each text its sentences: an Item without labels, and the byte ranges of its words."""
    out = [[] for _ in texts]
    lines = common.over(program, "parse", documents=[{"id": str(i), "text": t} for i, t in enumerate(texts)]).split("\n")
    doc = None
    for comments, rows in common.sentences(lines):
        doc = common.document_of(comments, doc)
        words = common.words_of(rows)
        item = Item([w[1] for w in words], [w[3] for w in words], [int(w[6]) for w in words], [rel_of(w[7]) for w in words],
                    {}, None, {})
        out[int(doc)].append((item, [common.token_range(w) for w in words]))
    return out


def thinned(rows, share):
    """One in so many of the rows of each part; a row ends with its part."""
    seen, out = collections.Counter(), []
    for row in rows:
        if seen[row[-1]] % share == 0:
            out.append(row)
        seen[row[-1]] += 1
    return out


def of_sentences(program, rows):
    """Rows of a text that is one sentence, its acts, whose words are not known, and its part."""
    trees = parsed(program, [text for text, _, _ in rows])
    return [s[0][0]._replace(bag=bag, part=part) for s, (_, bag, part) in zip(trees, rows) if len(s) == 1]


def frames(program, paths, share):
    rows = []
    for p in sorted(paths):
        decided = {"agree": "decided-later", "together": "decided"}.get(p.stem, "frames")
        for r in common.read_tsv(p):
            bag = [(r["type"], class_of(r["type"], r["mode"]))]
            rows.append((r["text"], bag, decided if DECIDED.search(r["text"]) else "frames"))
    return of_sentences(program, thinned(rows, share))


def tested(program, share):
    """The sentences in tests/corpus, with the acts that the program is to read in them."""
    rows = []
    for path in sorted((ROOT / "tests" / "corpus").glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n===\n")[1:]:
            text, _, wanted = case.partition("\n---\n")
            text = " ".join(line for line in text.split("\n") if not line.startswith("#"))
            acts = [re.match(r"([A-Z]+)(?:/([a-z-]+))? ", line) for line in wanted.split("\n")[:-1]]
            if path.stem in ("dates", "first", "where") or "[" in text:
                continue
            bag = [(a[1], class_of(a[1], a[2])) for a in acts if a and a[1] in TYPES] or [("-", 0)]
            rows.append((text, bag, "decided" if DECIDED.search(text) else "tested"))
    return of_sentences(program, thinned(rows, share))


def trigger(tags, inside):
    """The first word of the span that may tell an act; verbs before nouns only if the noun does not stand there."""
    nouns = [i for i in inside if tags[i] == "NOUN"]
    return nouns[-1] if len(inside) > 1 and nouns else inside[0] if inside else None


def top_of(heads, inside):
    """The word of a span that the others hang on."""
    return next((i for i in inside if heads[i] - 1 not in inside), None)


def mark(item, ranges, events):
    """The sentence with the labels of the events that stand in it. Events: trigger, kind, said: of each role, spans in bytes with
    the sectors that they may stand for."""
    def within(a, b):
        return [i for i, r in enumerate(ranges) if r and r[0] >= a and r[1] <= b]

    told, roles, who = {}, {}, {}
    for (a, b), kind, said in events:
        inside = [i for i in within(a, b) if item.tags[i] in OPEN]
        at = trigger(item.tags, inside)
        if at is None:
            continue
        told[at] = kind
        if said:
            tops = [[(top_of(item.heads, within(*s)), sector) for s, sector in said[role]] for role in ROLES]
            parties = [{top for top, _ in side} - {None} for side in tops]
            who.update({top: sector for side in tops for top, sector in side if sector is not None})
            for i in inside:
                roles[i] = parties
    who.pop(None, None)
    return item._replace(told=told, roles=roles, who=who)


def sectors_of(spans, parties):
    """Of each span the number of the sector of whom it names, or None where the parties do not tell."""
    of = [SECTORS.index(p["sector"] or "whole") for p in parties]
    if len(spans) == len(parties):
        return of
    return [of[0] if len(set(of)) == 1 else None] * len(spans)


def part_of(ident):
    return next((part for part, letters in LATER.items() if ident.startswith(letters)), "")


def labelled(program, path, share=1):
    """Each sentence of a gold file, titles too."""
    texts, events, parts, stem = [], [], [], pathlib.Path(path).stem
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    rows = [(r, stem + (part_of(r["id"]) if stem == "natural-acts" else "")) for r in rows]
    for item, part in thinned(rows, share):
        text, title = item["text"], item.get("title") or ""
        of = {text: [], title: []}
        for e in item["events"]:
            whole = title if e.get("sentence") == 0 else text
            at = e.get("start", whole.find(e["trigger"]))

            def span(a, b):
                return len(whole[:a].encode()), len(whole[:b].encode())

            said = {role: [(span(*s), n) for s, n in zip(e["said"][role], sectors_of(e["said"][role], e[role]))]
                    for role in ROLES} if "said" in e else None
            kind = (None, None) if e.get("optional") else (e["type"], class_of(e["type"], e["mode"]))
            of[whole].append((span(at, at + len(e["trigger"])), kind, said))
        texts += [t for t in of if t]
        events += [of[t] for t in of if t]
        parts += [part for t in of if t]
    return [mark(item, ranges, found)._replace(part=part)
            for sentences, found, part in zip(parsed(program, texts), events, parts) for item, ranges in sentences]


def may_tell(tags):
    return [i for i, t in enumerate(tags) if t in OPEN]


# ---- the way from one word to another in the tree ----

STEPS, BY_DISTANCE, PATHS = 3, 8, 4096


def paths(heads, rels):
    """Words x words: the number of the way from the first to the second (core/tell.c): up to STEPS relations up and as many
    down, hashed; of what lies farther apart, only on which side, and how far."""
    n = len(heads)
    at = np.arange(n)
    gap = at[None, :] - at[:, None]
    out = (np.digitize(np.abs(gap), (6, 12, 24)) + 4 * (gap > 0)).astype(np.int16)
    up, name = [at], [np.full(n, 1, np.uint32)]
    over, rel = np.array(heads) - 1, np.array(rels, np.uint32)
    for _ in range(STEPS):
        here = up[-1]
        up.append(np.where(here >= 0, over[here], -1))
        name.append(np.where(here >= 0, name[-1] * np.uint32(131) + rel[here] + np.uint32(1), 0).astype(np.uint32))
    for k, m in sorted(((k, m) for k in range(STEPS + 1) for m in range(STEPS + 1)), key=lambda s: (-s[0] - s[1], -s[0])):
        meet = (up[k][:, None] == up[m][None, :]) & (up[k] >= 0)[:, None]
        h = name[k][:, None] * np.uint32(65599) + name[m][None, :]
        h ^= h >> np.uint32(15)
        h *= np.uint32(0x2C1B3C6D)
        h ^= h >> np.uint32(12)
        out[meet] = (BY_DISTANCE + h % np.uint32(PATHS - BY_DISTANCE)).astype(np.int16)[meet]
    return out


# ---- pieces of words ----

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")  # 0: nothing stands there
LONGEST = 8  # pieces that are kept of a word
CHUNK = re.compile(r"[^\W_]+|[^\w\s]|_")


def plain(form):
    """Small letters without accents, as the encoders read them (core/sense.c)."""
    letters = (c for c in unicodedata.normalize("NFD", form.lower()) if unicodedata.category(c) != "Mn")
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in letters)


def cut(chunk, number):
    """The longest pieces that are known, from the front on; None where one is not."""
    out, at = [], 0
    while at < len(chunk):
        end = next((e for e in range(len(chunk), at, -1) if ("##" * (at > 0) + chunk[at:e]) in number), None)
        if end is None:
            return None
        out.append(number["##" * (at > 0) + chunk[at:end]])
        at = end
    return out


def pieces_of(form, number):
    out = []
    for chunk in CHUNK.findall(plain(form)):
        out += (cut(chunk, number) if len(chunk) < 64 else None) or [SPECIAL.index("[UNK]")]
    return out[:LONGEST] or [SPECIAL.index("[UNK]")]


def vocabulary(folder):
    return json.loads((pathlib.Path(folder) / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]


def vectors_of(folder, pieces):
    """The encoder's own vectors of these pieces."""
    vocab = vocabulary(folder)
    table = load_file(pathlib.Path(folder) / "model.safetensors")
    return next(v for k, v in table.items() if k.endswith("embeddings.word_embeddings.weight"))[[vocab[p] for p in pieces]].float()


def pieces_kept(folder, forms, most):
    """The pieces of an encoder that our sentences and tables use most, as it numbers them; single characters all."""
    vocab = vocabulary(folder)
    used = collections.Counter()
    for form, n in forms.items():
        used.update(dict.fromkeys(pieces_of(form, vocab), n + 1))
    single = {p for p in vocab if re.fullmatch(r"(##)?[!-~]", p)}
    ranked = sorted((p for p in vocab if vocab[p] in used and not p.startswith("[") and p not in single), key=lambda p: (-used[vocab[p]], vocab[p]))
    return list(SPECIAL) + sorted(single | set(ranked[:most - len(single) - len(SPECIAL)]), key=vocab.get)


# ---- the network ----

class Pairs(nn.Module):
    """How likely a word names a party of another: what both are like, and the way between them in the tree."""

    def __init__(self, wide, size):
        super().__init__()
        self.size = size
        self.teller, self.named = nn.Linear(wide, 2 * size + 2), nn.Linear(wide, 2 * size + 2)
        self.path = nn.Embedding(PATHS, 2)
        nn.init.zeros_(self.path.weight)

    def forward(self, x, ways):
        t, w = self.teller(x), self.named(x)
        t, bt = t[..., :-2].unflatten(-1, (2, self.size)), t[..., -2:]
        w, bw = w[..., :-2].unflatten(-1, (2, self.size)), w[..., -2:]
        return torch.einsum("btrk,bwrk->btwr", t, w) / self.size ** 0.5 + bt.unsqueeze(2) + bw.unsqueeze(1) + self.path(ways)


class Acts(nn.Module):
    """A raw-text encoder over pieces of words, told of each word's class and relation -> a small network of two layers for what
    a word tells, one for whom it names, and Pairs for whom others name (core/tell.c)."""

    def __init__(self, folder, pieces, o, layers=None):
        super().__init__()
        bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa", hidden_act="gelu_pytorch_tanh")
        bert.set_input_embeddings(nn.Embedding.from_pretrained(vectors_of(folder, pieces), freeze=True))  # what it knows of rare words stays
        bert.config.vocab_size = len(pieces)
        if layers:
            bert.encoder.layer = nn.ModuleList([bert.encoder.layer[i] for i in layers])
            bert.config.num_hidden_layers = len(layers)
        wide = bert.config.hidden_size
        self.bert, self.drop = bert, nn.Dropout(0.15)
        self.tag, self.rel = nn.Embedding(len(UPOS), wide), nn.Embedding(len(RELS), wide)
        nn.init.zeros_(self.tag.weight)
        nn.init.zeros_(self.rel.weight)
        self.act1, self.act2 = nn.Linear(wide, o.size), nn.Linear(o.size, len(CLASSES))
        self.who1, self.who2 = nn.Linear(wide, o.who_size), nn.Linear(o.who_size, len(SECTORS))
        self.pairs = Pairs(wide, o.pair)

    def forward(self, ids, live, first, tags, rels, ways):
        """ids, live: sentence x piece; first: where each word begins; of each word its class and relation; ways between them.
        Log chances of classes, of pairs the sums before the sigmoid, of sectors before the softmax."""
        x = self.bert.embeddings.word_embeddings(ids)
        at = first.unsqueeze(2).expand(-1, -1, x.shape[2])
        x = x.scatter_add(1, at, (self.tag(tags) + self.rel(rels)).to(x.dtype))
        x = self.drop(self.bert(inputs_embeds=x, attention_mask=live).last_hidden_state.gather(1, at))
        told = self.act2(self.drop(F.relu(self.act1(x)).clamp(max=train.CLIP)))
        who = self.who2(self.drop(F.relu(self.who1(x)).clamp(max=train.CLIP)))
        return told.float().log_softmax(-1), self.pairs(x, ways).float(), who.float()


class Reader:
    """Sentences as tensors for the network."""

    def __init__(self, pieces):
        self.number, self.memo, self.ways = {p: i for i, p in enumerate(pieces)}, {}, {}

    def word(self, form):
        if form not in self.memo:
            self.memo[form] = pieces_of(form, self.number)
        return self.memo[form]

    def way(self, item):
        """Sentences come again, with other words too."""
        key = (tuple(item.heads), tuple(item.rels))
        if key not in self.ways:
            self.ways[key] = paths(*key)
        return self.ways[key]

    def batch(self, group):
        coded = [[self.word(f) for f in item.words] for item in group]
        wide, most = max(3 + sum(map(len, s)) for s in coded), max(map(len, coded))
        ids, live = np.zeros((len(group), wide), np.int64), np.zeros((len(group), wide), bool)
        first, tags, rels = np.full((len(group), most), wide - 1, np.int64), *(np.zeros((2, len(group), most), np.int64))
        ways = np.zeros((len(group), most, most), np.int64)
        for i, (item, s) in enumerate(zip(group, coded)):
            n, row = len(s), [SPECIAL.index("[CLS]")]
            for k, sub in enumerate(s):
                first[i, k] = len(row)
                row += sub
            row.append(SPECIAL.index("[SEP]"))
            ids[i, :len(row)], live[i, :len(row)] = row, True
            tags[i, :n], rels[i, :n] = [UPOS.index(t) for t in item.tags], item.rels
            ways[i, :n, :n] = self.way(item)
        return [torch.from_numpy(a) for a in (ids, live.astype(np.int64), first, tags, rels, ways)]


# ---- what the labels say, and what a reading is worth beside it ----

def classes_of(kind):
    """Which classes will do for a type with its class, or for the type whatever its mode."""
    of_type, cls = kind
    return F.one_hot(torch.tensor(cls), len(CLASSES)) > 0 if cls is not None else OF_TYPE == TYPES.index(of_type)


def columns(rows, width):
    """Rows of numbers as columns of whole numbers, but the last columns beside one another as they are."""
    rows = np.array(rows, np.float32).reshape(-1, width[0] + width[1])
    return [torch.from_numpy(rows[:, k].astype(np.int64)) for k in range(width[0])] + [torch.from_numpy(rows[:, width[0]:].copy())]


def goal_of(items):
    """What the labels say of a batch, as tensors: of words that tell no act; of those that tell one; of sentences of which only the acts
    are known; of parties; of sectors. Weights are such that a sentence counts once."""
    most = max(len(i.words) for i in items)
    live, sure = torch.zeros(len(items), most, dtype=torch.bool), torch.zeros(len(items), most)
    words, sentences, pairs, who = [], [], [], []
    for i, item in enumerate(items):
        can = may_tell(item.tags)
        live[i, can] = True
        if item.bag is None:
            sure[i, [w for w in can if w not in item.told]] = 1 / max(1, len(can))
            words += [(i, w, classes_of(kind), 2 / len(can)) for w, kind in item.told.items() if kind[0]]
        elif item.bag[0][0] == "-":
            sure[i, can] = 1 / max(1, len(can))
        elif can:
            sentences += [(i, classes_of(kind), UNSAID if len(item.bag) == 1 else 0, 0.5 / len(item.bag)) for kind in item.bag]
        pairs += [(i, t, w, *(float(w in party) for party in parties))
                  for t, parties in item.roles.items() for w, tag in enumerate(item.tags) if tag in NAMES and w != t]
        who += [(i, w, c, 1.0) for w, c in item.who.items()]
        named = {w for parties in item.roles.values() for party in parties for w in party} | set(item.who)
        if item.roles:  # the other words name nobody
            who += [(i, w, 0, NOBODY) for w, tag in enumerate(item.tags) if tag in NAMES and w not in named]
    goal = dict(live=live, sure=sure, pairs=columns(pairs, (3, 2)), acts=sum(len(i.roles) for i in items),
                who=columns(who, (3, 1)), told=sum(len(i.who) for i in items), words=None, sentences=None)
    if words:
        at, word, cls, weight = zip(*words)
        goal["words"] = torch.tensor(at), torch.tensor(word), torch.stack(cls), torch.tensor(weight)
    if sentences:
        at, cls, unsaid, weight = zip(*sentences)
        goal["sentences"] = torch.tensor(at), torch.stack(cls), torch.tensor(unsaid).float(), torch.tensor(weight)
    return goal


NOBODY = 0.1  # what a word counts that no record's party is named by


def role_loss(pairs, said, acts):
    i, t, w, p = said
    return F.binary_cross_entropy_with_logits(pairs[i, t, w], p, reduction="sum") / acts if acts else 0.0


def loss_of(scores, pairs, who, goal, o):
    """The mean over the sentences. scores: sentences x words x classes, log chances."""
    none, count = scores[..., 0], len(scores)
    loss = -(goal["sure"] * none).sum()
    if goal["words"]:
        at, word, cls, weight = goal["words"]
        loss = loss - (scores[at, word].masked_fill(~cls, -1e9).logsumexp(-1) * weight).sum()
    if goal["sentences"]:  # one of the words tells it, the others hardly any
        at, cls, unsaid, weight = goal["sentences"]
        each = scores[at].masked_fill(~cls.unsqueeze(1), -1e9).logsumexp(-1)
        quiet = (none * goal["live"])[at]
        each = each + unsaid.unsqueeze(1) * (quiet.sum(1, keepdim=True) - quiet)
        loss = loss - (each.masked_fill(~goal["live"][at], -1e9).logsumexp(1) * weight).sum()
    loss = loss / count + o.roles * role_loss(pairs, goal["pairs"], goal["acts"])
    if goal["told"]:
        i, w, c, weight = goal["who"]
        loss = loss + o.who * (F.cross_entropy(who[i, w], c, reduction="none") * weight[:, 0]).sum() / goal["told"]
    return loss


SORTED = 16  # so many steps of sentences are sorted by length together
KEPT = 6  # so many classes of a word are kept of what the teachers find likely


def silver_of(soft):
    """What the teachers found in a batch, as tensors."""
    def joined(k):
        at = np.repeat(np.arange(len(soft)), [len(s[k][0]) for s in soft])
        return torch.from_numpy(at), *(torch.from_numpy(np.concatenate([s[k][j] for s in soft])) for j in range(len(soft[0][k])))

    (at, word, best, chance), (i, pair, p), (who_at, who_word, who) = (joined(k) for k in range(3))
    return dict(words=(at, word.long(), best.long(), chance.float()), pairs=(i, pair[:, 0].long(), pair[:, 1].long(), p.float()),
                who=(who_at, who_word.long(), who.float()), acts=sum(s[3] for s in soft))


def silver_loss(scores, pairs, who, soft, o):
    at, word, best, chance = soft["words"]
    loss = -(scores[at, word].gather(1, best) * chance).sum() / len(at)
    i, w, p = soft["who"]
    loss = loss + o.roles * role_loss(pairs, soft["pairs"], soft["acts"])
    return loss - o.who * (who[i, w].log_softmax(-1) * p).sum() / max(1, len(i))


# ---- learning and reading ----

class Steps(torch.utils.data.Dataset):
    """What each step reads, made beside the network at work."""

    def __init__(self, reader, steps):
        self.reader, self.steps = reader, steps  # of each step, parts: (sentences, what goal_of or silver_of makes its goal of, which)

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, k):
        return [(self.reader.batch(items), make(about) if make else None) for items, make, about in self.steps[k]]


def beside(reader, steps, o):
    return torch.utils.data.DataLoader(Steps(reader, steps), batch_size=None, num_workers=o.workers, prefetch_factor=4 if o.workers else None)


def there(what):
    """The same on the device."""
    if isinstance(what, torch.Tensor):
        return what.to(DEVICE, non_blocking=True)
    if isinstance(what, dict):
        return {k: there(v) for k, v in what.items()}
    return type(what)(there(v) for v in what) if isinstance(what, (list, tuple)) else what


def asked(net, batch):
    with torch.autocast(DEVICE.type, torch.bfloat16, enabled=DEVICE.type == "cuda"):
        return net(*batch)


def learnt(net, reader, epochs, o, check):
    """The network after `epochs` (lists of steps), the mean of its last weights. With --minutes the rate falls by the clock."""
    mine = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith("bert.")]
    rest = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith("bert.")]
    opt = torch.optim.AdamW([dict(params=mine, base=o.rate), dict(params=rest, base=min(1e-3, 10 * o.rate))], weight_decay=0.01)
    mean = [p.detach().clone() for p in mine + rest]
    step, plan, start = 0, sum(len(e) for e in epochs), time.time()
    net.train()
    for epoch, steps in enumerate(epochs):
        for parts in beside(reader, steps, o):
            done = (time.time() - start) / 60 / o.minutes if o.minutes else step / plan
            if done >= 1:
                break
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1, (step + 1) / 200) * max(0.02, 1 - done)
            loss = 0.0
            for weight, (batch, goal) in zip((1.0, o.gold), there(parts)):
                loss = loss + weight * (silver_loss if "sure" not in goal else loss_of)(*asked(net, batch), goal, o)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(mine + rest, 1)
            opt.step()
            step += 1
            torch._foreach_lerp_(mean, [p.detach() for p in mine + rest], max(0.003, 1 / (step + 1)))
        print("epoch", epoch + 1, "step", step, f"{time.time() - start:.0f}s loss {float(loss.detach()):.3f}", flush=True)
        if o.look and (epoch + 1) % o.look == 0:
            print(known(read(net, reader, check, o), check), flush=True)
            net.train()
    with torch.no_grad():
        for p, m in zip(mine + rest, mean):
            p.copy_(m)
    return net.eval()


def in_order(items, size):
    order = sorted(range(len(items)), key=lambda i: len(items[i].words))
    return [order[at:at + size] for at in range(0, len(order), size)]


@torch.no_grad()
def readings(nets, reader, items, o):
    """The mean of the networks' chances, groups of items at once: numbers of the items, then of classes, of pairs, of sectors."""
    groups = in_order(items, 192)
    for now, [(batch, _)] in zip(groups, beside(reader, [[([items[i] for i in g], None, None)] for g in groups], o)):
        batch, each = there(batch), []
        for net in nets:
            p, q, who = asked(net.eval(), batch)
            each.append((p.exp(), q.sigmoid(), who.softmax(-1)))
        yield now, *(torch.stack(e).mean(0) for e in zip(*each))


def read(net, reader, items, o):
    """Of each item: chances, words x classes; {word that may tell an act: words x roles}; words x sectors."""
    out = [None] * len(items)
    for now, p, q, who in readings([net], reader, items, o):
        p, q, who = p.cpu(), q.cpu(), who.cpu()
        for k, i in enumerate(now):
            n = len(items[i].words)
            out[i] = p[k, :n], {t: q[k, t, :n] for t in may_tell(items[i].tags)}, who[k, :n]
    return out


def small(item, p, q, who):
    """What is kept of a reading: (words, their likeliest classes, chances), (pairs of a word that tells and one that may be named,
    chances), (words that may name somebody, chances of sectors), how many words tell."""
    live = np.array(may_tell(item.tags), np.int16)
    best = np.argpartition(-p[live], KEPT - 1, 1)[:, :KEPT]
    can = np.array([w for w, tag in enumerate(item.tags) if tag in NAMES], np.int16)
    tell = [t for t in live if p[t, 0] < 0.85]
    pairs = np.array([(t, w) for t in tell for w in can if w != t], np.int16).reshape(-1, 2)
    some = can[who[can, 0] < 0.95] if len(can) else can
    return ((live, best.astype(np.uint8), np.take_along_axis(p[live], best, 1).astype(np.float16)),
            (pairs, q[pairs[:, 0], pairs[:, 1]].astype(np.float16)), (some, who[some].astype(np.float16)), len(tell))


def known_parties(readings, items):
    """Precision and recall of words taken for parties, of acts whose parties are labelled."""
    count = np.zeros((2, 3), int)  # by role: right, said, in gold
    for (_, q, *_), item in zip(readings, items):
        for t, parties in item.roles.items():
            for r, party in enumerate(parties):
                found = {w for w, tag in enumerate(item.tags) if tag in NAMES and w != t and t in q and q[t][w, r] > 0.5}
                count[r] += len(found & party), len(found), len(party)
    return "  ".join(f"{role} P {a / max(1, b):.3f} R {a / max(1, c):.3f} of {c}" for role, (a, b, c) in zip(ROLES, count))


def known_sectors(readings, items):
    """How often the sector of those whom a word names is right, and how often where it is likelier than one half."""
    asked = [(r[2][w], c) for r, item in zip(readings, items) if len(r) > 2 for w, c in item.who.items()]
    sure = [(p, c) for p, c in asked if p[1:].max() > 0.5]
    hits = [sum(int(p[1:].argmax()) + 1 == c for p, c in part) for part in (asked, sure)]
    return f"  sector {hits[0] / len(asked):.3f} of {len(asked)}, {hits[1] / len(sure):.3f} of {len(sure)}" if sure else ""


def known(readings, items):
    """How often the type of a word that tells an act is right; precision and recall of words said to tell one; of parties."""
    right = gold = 0
    hits = {level: [0, 0] for level in (0.3, 0.5, 0.7, 0.9)}
    quiet = {level: 0 for level in hits}
    for (p, *_), item in zip(readings, items):
        by_type = torch.zeros(len(p), len(TYPES)).index_add_(1, OF_TYPE, p.float())
        by_type[:, TYPES.index("-")] = 0
        best, kind = by_type.max(1)
        for i in may_tell(item.tags):
            of = item.told.get(i, ("-", 0))[0]
            if of is None:
                continue
            ok = TYPES[kind[i]] == of
            gold, right = gold + (of != "-"), right + (of != "-" and ok)
            for level, n in hits.items():
                if best[i] > level:
                    n[0 if ok else 1] += 1
        for level in quiet:
            quiet[level] += not item.told and bool((best[may_tell(item.tags)] > level).any())
    text = f"type {right / max(1, gold):.3f}"
    for level, (a, b) in hits.items():
        text += f"  @{level} P {a / max(1, a + b):.2f} R {a / max(1, gold):.2f} quiet {quiet[level]}"
    return text + "  " + known_parties(readings, items) + known_sectors(readings, items)


def rounded(net):
    """The network with weights at the 8 bits of the image (export.py: places with the one type of piece, ways by side)."""
    table = net.bert.embeddings
    with torch.no_grad():
        table.position_embeddings.weight += table.token_type_embeddings.weight[0]
        table.token_type_embeddings.weight.zero_()
        for name, p in net.named_parameters():
            if p.dim() == 2:
                across = 0 if name == "pairs.path.weight" else 1
                scale = p.abs().amax(across, keepdim=True).clamp(min=1e-8) / 127
                p.copy_((p / scale).round() * scale)
    return net


def parity(o, count=40):
    """What the network says of sentences of our own, for the program to agree with (tests/unit/test_syntax.c)."""
    got = torch.load(o.nets[0], weights_only=False)
    net = Acts(o.encoder, got["pieces"], o, layers_of(o)).to(DEVICE)
    begin(net, o.nets[0])
    net, reader = rounded(net), Reader(got["pieces"])
    rows = ["# Words of gold/balanced-train.jsonl with a made-up class, head and relation; of those that may tell an act the type",
            "# that the trainer's network finds likeliest, how likely it and no act are, the likeliest actor and recipient (word,",
            "# chance), and of those that may name somebody the likeliest sector and its chance. Chances of 255. Made by train/acts.py."]
    items = [json.loads(line) for line in open(ROOT / "gold" / "balanced-train.jsonl", encoding="utf-8")][:count]
    for one in items:
        forms = re.findall(r"\w+|[^\w\s]", one["text"])
        tags = [UPOS[(len(f) * 7 + i) % len(UPOS)] if i % 5 == 0 else "NOUN" for i, f in enumerate(forms)]
        heads = [max(0, i - len(f) % 3) for i, f in enumerate(forms)]
        rels = [(len(f) * 5 + i) % len(RELS) for i, f in enumerate(forms)]
        item = Item(forms, tags, heads, rels, {}, None, {})
        p, q, who = read(net, reader, [item], o)[0]
        by_type = torch.zeros(len(p), len(TYPES)).index_add_(1, OF_TYPE, p)
        none = TYPES.index("-")
        for i, form in enumerate(forms):
            row = [form, tags[i], str(heads[i]), RELS[rels[i]]]
            if tags[i] in OPEN:
                best = max((k for k in range(len(TYPES)) if k != none), key=lambda k: by_type[i, k])
                row += [TYPES[best], f"{255 * by_type[i, best]:.1f}", f"{255 * by_type[i, none]:.1f}"]
                can = [w for w, tag in enumerate(tags) if tag in NAMES and w != i]
                for r in range(2):
                    w = max(can, key=lambda w: q[i][w, r])
                    row += [str(w + 1), f"{255 * q[i][w, r]:.1f}"]
            if tags[i] in NAMES:
                row += [""] * (11 - len(row)) + [SECTORS[k := int(who[i][1:].argmax()) + 1], f"{255 * who[i][k]:.1f}"]
            rows.append("\t".join(row))
        rows.append("")
    pathlib.Path(o.out).write_text("\n".join(rows) + "\n", encoding="utf-8")


# ---- the steps ----

def prepare(o):
    """Everything that the program, the treebanks or the silver trees are needed for, in one file."""
    rng = random.Random(o.seed)
    got = torch.load(o.net, weights_only=False)
    items = frames(o.program, pathlib.Path(o.frames).glob("*.tsv"), o.share) + tested(o.program, o.share)
    for path in o.gold_files.split(","):  # natural-train is confidence.py's, which asks this network
        items += labelled(o.program, path, o.share)
    check = [i for path in o.check.split(",") for i in labelled(o.program, path, o.share)]
    upos, rels = [t.split(" ")[0] for t in got["tags"]], [rel_of(r) for r in got["rels"]]
    silver = torch.load(o.silver, weights_only=False)
    debates = [Item(s[0], [upos[t] for t in s[1]], s[2], [rels[r] for r in s[3]], {}, None, {})
               for s in rng.sample(silver, min(o.debates, len(silver)))]
    near = teacher.others(BertModel.from_pretrained(o.encoder, add_pooling_layer=False), teacher.Reader(o.encoder))
    silver = [i._replace(words=teacher.varied(i, near, OPEN, rng), told={}, bag=None, roles={}, who={})
              for _ in range(o.varied) for i in mixed(items, o.mix, rng)]
    silver = [i for i in silver + debates if may_tell(i.tags)]
    pieces = pieces_kept(o.encoder, collections.Counter(f for i in items + silver for f in i.words) | collections.Counter(tables()), o.pieces)
    print(len(items), "sentences,", len(silver), "to be read by teachers,", len(pieces), "pieces,",
          sum(len(i.roles) for i in items), "words with parties;", dict(collections.Counter(i.part for i in items)),
          flush=True)
    torch.save(dict(items=[tuple(i) for i in items], check=[tuple(i) for i in check], silver=[tuple(i) for i in silver],
                    pieces=pieces), o.out)


def tables():
    """The words of our tables."""
    for table in sorted((ROOT / "lexicon" / "en").glob("*.tsv")):
        yield from re.findall(r"[a-z]+", table.read_text(encoding="utf-8"))


def layers_of(o):
    return [int(i) for i in o.layers.split(",")] if o.layers else None


def mixed(items, mix, rng):
    """What an epoch reads: all; or each part that --mix names so many times, a fraction being a share drawn anew."""
    if not mix:
        return items
    out = []
    for part, _, times in (m.partition("=") for m in mix.split(",")):
        mine, whole = [i for i in items if i.part == part], int(float(times or 1))
        if not mine:
            raise SystemExit(f"--mix: no part {part}; there are {', '.join(sorted({i.part for i in items}))}")
        out += mine * whole + rng.sample(mine, round(len(mine) * (float(times or 1) - whole)))
    return out


def words_in(item):
    """How many words a sentence has; behind it may stand what the teachers read in it."""
    return len((item if isinstance(item, Item) else item[0]).words)


def shuffled(items, size, rng):
    """Steps in a random order, each of sentences of about one length (a step is filled up to its longest): drawn at random, then
    sorted a few steps at a time."""
    drawn = rng.sample(items, len(items))
    near = [i for at in range(0, len(drawn), SORTED * size) for i in sorted(drawn[at:at + SORTED * size], key=words_in)]
    steps = [near[at:at + size] for at in range(0, len(near), size)]
    return rng.sample(steps, len(steps))


def begin(net, path):
    """The weights of what teach or learn wrote; the vectors of pieces are the encoder's."""
    net.load_state_dict({k: v.float() for k, v in torch.load(path, weights_only=False)["state"].items()}, strict=False)


def teach(o, kept):
    """One teacher, from the labels."""
    torch.manual_seed(o.seed)
    rng, reader = random.Random(o.seed), Reader(kept["pieces"])
    read = [shuffled(mixed(kept["items"], o.mix, rng), o.batch, rng) for _ in range(o.epochs)]
    epochs = [[[(group, goal_of, group)] for group in groups] for groups in read]
    net = Acts(o.encoder, kept["pieces"], o).to(DEVICE)
    if o.begin:
        begin(net, o.begin)
    net = learnt(net, reader, epochs, o, kept["check"])
    keep(net, kept, o)


def keep(net, kept, o):
    torch.save(dict(state={k: v.half().cpu() for k, v in net.state_dict().items() if "word_embeddings" not in k}, pieces=kept["pieces"],
                    classes=CLASSES, sectors=SECTORS, how=vars(o)), o.out)


def mean(o):
    """The mean of the weights of networks that began alike: what one has learnt more is halved, and what it has forgotten."""
    got = [torch.load(path, weights_only=False) for path in o.nets]
    state = {k: torch.stack([g["state"][k].float() for g in got]).mean(0).half() for k in got[0]["state"]}
    torch.save({**got[-1], "state": state}, o.out)


def gather(o, kept):
    """What the teachers together read in the silver sentences."""
    reader, nets = Reader(kept["pieces"]), []
    for path in o.nets:
        nets.append(Acts(o.encoder, kept["pieces"], o).to(DEVICE))
        begin(nets[-1], path)
    out, done = [None] * len(kept["silver"]), 0
    for now, p, q, who in readings(nets, reader, kept["silver"], o):
        p, q, who = (x.half().cpu().numpy() for x in (p, q, who))
        for k, i in enumerate(now):
            n = len(kept["silver"][i].words)
            out[i] = small(kept["silver"][i], p[k, :n], q[k, :n, :n], who[k, :n])
    torch.save(out, o.out)


def learn(o, kept):
    """The network shipped: from what the teachers read, and from the labels beside it."""
    torch.manual_seed(o.seed)
    rng, reader = random.Random(o.seed), Reader(kept["pieces"])
    soft, gold, epochs = torch.load(o.soft, weights_only=False), [], []
    silver = list(zip(kept["silver"], soft))
    for _ in range(o.epochs):
        epochs.append([])
        for group in shuffled(silver, o.batch, rng):
            gold = gold or shuffled(mixed(kept["items"], o.mix, rng), o.batch * 3 // 8, rng)
            items, about = zip(*group)
            mine = gold.pop()
            epochs[-1].append([(list(items), silver_of, about), (mine, goal_of, mine)])
    net = Acts(o.encoder, kept["pieces"], o, layers_of(o)).to(DEVICE)
    net = learnt(net, reader, epochs, o, kept["check"])
    print("student", known(read(net, reader, kept["check"], o), kept["check"]), flush=True)
    keep(net, kept, o)


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("step", choices=("prepare", "teach", "gather", "learn", "mean", "parity"))
    o.add_argument("--program", default=str(ROOT / "build" / "sagwan"))
    o.add_argument("--encoder", required=True, help="folder of the raw-text encoder")
    o.add_argument("--net", help="prepare: what train.py wrote, whose words and tags the silver sentences have")
    o.add_argument("--silver", help="prepare: what teacher.py wrote")
    o.add_argument("--frames", default=str(common.SETS / "frames"))
    o.add_argument("--gold-files", default=",".join(str(ROOT / "gold" / f"{part}.jsonl") for part in PARTS))
    o.add_argument("--check", default=str(ROOT / "gold" / "natural-dev.jsonl"), help="gold files, joined by commas")
    o.add_argument("--debates", type=int, default=30000)
    o.add_argument("--varied", type=int, default=4)
    o.add_argument("--share", type=int, default=1, help="prepare: one in so many rows or documents of each part")
    o.add_argument("--mix", help="PART=TIMES, joined by commas: what an epoch reads (teach, learn), or the teachers with other "
                   "words (prepare); else all once")
    o.add_argument("--pieces", type=int, default=22500, help="prepare: how many pieces of words are kept")
    o.add_argument("--prepared", help="what prepare wrote")
    o.add_argument("--begin", help="teach: what learn or teach wrote, to teach on from")
    o.add_argument("--nets", nargs="*", help="gather: what teach wrote, a file a seed; mean, parity: what learn or teach wrote")
    o.add_argument("--soft", help="learn: what gather wrote")
    o.add_argument("--layers", help="learn: which layers of the encoder, by number from 0, joined by commas; else all")
    o.add_argument("--out", required=True, help="what the step writes; parity: tests/parity-acts.tsv, if it is to ship")
    o.add_argument("--size", type=int, default=128)
    o.add_argument("--pair", type=int, default=63)
    o.add_argument("--who-size", type=int, default=64)
    o.add_argument("--who", type=float, default=0.3, help="what sectors weigh beside acts")
    o.add_argument("--roles", type=float, default=0.3, help="what parties weigh beside acts")
    o.add_argument("--gold", type=float, default=0.5, help="learn: what the labels weigh beside the teachers")
    o.add_argument("--epochs", type=int, default=5)
    o.add_argument("--minutes", type=float, default=0, help="so long at most: the rate falls by the clock")
    o.add_argument("--batch", type=int, default=64)
    o.add_argument("--rate", type=float, default=1e-4, help="of the encoder; the rest learns ten times as fast, at .001 at most")
    o.add_argument("--look", type=int, default=0, help="print what it knows of --check after so many epochs")
    o.add_argument("--seed", type=int, default=1)
    o.add_argument("--workers", type=int, default=2)
    o = o.parse_args()
    if o.step == "prepare":
        return prepare(o)
    if o.step in ("mean", "parity"):
        return dict(mean=mean, parity=parity)[o.step](o)
    kept = torch.load(o.prepared, weights_only=False)
    kept |= {part: [Item(*i) for i in kept[part]] for part in ("items", "check", "silver")}
    return dict(teach=teach, gather=gather, learn=learn)[o.step](o, kept)


if __name__ == "__main__":
    main()
