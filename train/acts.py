"""What act does a word tell, which words name who does it, and to whom, and who is meant by them? Learnt from sentences of our own.

In:  tests/sets/frames (a sentence and the type of its act, not which word tells it), the training parts of gold/ (which
     word it is, and which words name the parties), debates as teacher.py read them, and a raw-text encoder.
Out: a small network of its own (core/tell.c): for each word how likely it tells an act of each type and mode of PLOVER, or
     none; for a word that may tell one, how likely each other word names who acts, or whom it is done to; and of what sector
     those are whom a word names.

Teachers (the encoder, fine-tuned on those sentences alone, one a seed) read debates and our own sentences with some words
put for others; the student learns from the mean of their readings, and from the labels themselves. Nothing is chosen on a
set: --check only prints what they know of one. `prepare` needs the program; `learn` does not, and is quick on a GPU.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
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
PARTS = ("balanced-train", "negatives-train", "natural-acts")

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
# who: {word that names a party: the number of its sector}
Item = collections.namedtuple("Item", "words tags heads rels told bag roles who", defaults=({},))


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


def of_sentences(program, texts, bags):
    """Texts that are one sentence each, of which only the acts are known, not their words."""
    return [s[0][0]._replace(bag=bag) for s, bag in zip(parsed(program, texts), bags) if len(s) == 1]


def frames(program, paths):
    rows = [r for p in sorted(paths) for r in common.read_tsv(p)]
    return of_sentences(program, [r["text"] for r in rows], [[(r["type"], class_of(r["type"], r["mode"]))] for r in rows])


def tested(program):
    """The sentences in tests/corpus, with the acts that the program is to read in them."""
    texts, bags = [], []
    for path in sorted((ROOT / "tests" / "corpus").glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n===\n")[1:]:
            text, _, wanted = case.partition("\n---\n")
            text = " ".join(line for line in text.split("\n") if not line.startswith("#"))
            acts = [re.match(r"([A-Z]+)(?:/([a-z-]+))? ", line) for line in wanted.split("\n")[:-1]]
            if path.stem in ("dates", "first", "where") or "[" in text:
                continue
            texts.append(text)
            bags.append([(a[1], class_of(a[1], a[2])) for a in acts if a and a[1] in TYPES] or [("-", 0)])
    return of_sentences(program, texts, bags)


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


def labelled(program, path):
    """Each sentence of a gold file, titles too."""
    texts, events = [], []
    for item in (json.loads(line) for line in open(path, encoding="utf-8")):
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
    return [mark(item, ranges, found) for sentences, found in zip(parsed(program, texts), events) for item, ranges in sentences]


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


# ---- loss ----

def classes_of(kind):
    """Which classes will do for a type with its class, or for the type whatever its mode."""
    of_type, cls = kind
    return F.one_hot(torch.tensor(cls), len(CLASSES)) > 0 if cls is not None else OF_TYPE == TYPES.index(of_type)


def loss_of(scores, items):
    """The mean over the items; scores: items x words x classes, log probabilities. All at once: a graph a sentence is slow."""
    live = torch.zeros(scores.shape[:2], dtype=torch.bool)
    sure = torch.zeros(scores.shape[:2])  # what it is worth that a word tells no act
    words, sentences = [], []  # (item, word, classes, weight); (item, classes, how sure no second word tells one, weight)
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
    none, live = scores[..., 0], live.to(DEVICE)
    loss = -(sure.to(DEVICE) * none).sum()
    if words:
        at, word, cls, weight = zip(*words)
        told = scores[list(at), list(word)].masked_fill(~torch.stack(cls).to(DEVICE), -1e9).logsumexp(-1)
        loss = loss - (told * torch.tensor(weight, device=DEVICE)).sum()
    if sentences:  # one of the words tells it, the others hardly any
        at, cls, unsaid, weight = zip(*sentences)
        at, unsaid = list(at), torch.tensor(unsaid, device=DEVICE).unsqueeze(1)
        each = scores[at].masked_fill(~torch.stack(cls).to(DEVICE).unsqueeze(1), -1e9).logsumexp(-1)
        quiet = (none * live)[at]
        each = (each + unsaid * (quiet.sum(1, keepdim=True) - quiet)).masked_fill(~live[at], -1e9)
        loss = loss - (each.logsumexp(1) * torch.tensor(weight, device=DEVICE)).sum()
    return loss / len(items)


def role_loss(logits, goal):
    """logits: items x words x words x roles; goal: numbers of items, of words that tell an act, of words that may be named,
    and chances (roles beside one another), an entry a pair; of how many acts."""
    i, t, w, p, acts = goal
    if not acts:
        return 0.0
    said = logits[torch.from_numpy(i).to(DEVICE), torch.from_numpy(t).to(DEVICE), torch.from_numpy(w).to(DEVICE)].float()
    return F.binary_cross_entropy_with_logits(said, torch.from_numpy(p).to(DEVICE), reduction="sum") / acts


def role_goal(items):
    """What the labels say of who names whom."""
    rows = [(i, t, w, *(float(w in party) for party in parties)) for i, item in enumerate(items)
            for t, parties in item.roles.items() for w, tag in enumerate(item.tags) if tag in NAMES and w != t]
    rows = np.array(rows, np.float32).reshape(-1, 5)
    return *(rows[:, k].astype(np.int64) for k in range(3)), rows[:, 3:], sum(len(i.roles) for i in items)


NOBODY = 0.1  # what a word counts that no record's party is named by


def who_loss(logits, items):
    """logits: items x words x sectors. What the labels say of whom a word names; of the other words of sentences whose parties
    are labelled, that they name nobody."""
    rows = [(i, w, c, 1.0) for i, item in enumerate(items) for w, c in item.who.items()]
    told = len(rows)
    for i, item in enumerate(items):
        said = {w for parties in item.roles.values() for party in parties for w in party}
        if item.roles:
            rows += [(i, w, 0, NOBODY) for w, tag in enumerate(item.tags) if tag in NAMES and w not in said | set(item.who)]
    if not told:
        return 0.0
    i, w, c, weight = (torch.tensor(v, device=DEVICE) for v in zip(*rows))
    return (F.cross_entropy(logits[i, w], c, reduction="none") * weight).sum() / told


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


# ---- the teacher ----

class Teacher(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        wide = self.bert.config.hidden_size
        self.out, self.pairs, self.drop = nn.Linear(wide, len(CLASSES)), Pairs(wide, 64), nn.Dropout(0.2)

    def forward(self, ids, live, first, ways):
        x = self.bert(input_ids=ids, attention_mask=live).last_hidden_state
        x = self.drop(x.gather(1, first.unsqueeze(2).expand(-1, -1, x.shape[2])))
        return self.out(x).float().log_softmax(-1), self.pairs(x, ways).float()


KNOWN = {}  # ways by tree: sentences come again, with other words too


def ways_of(group, width):
    out = np.zeros((len(group), width, width), np.int64)
    for i, item in enumerate(group):
        n, key = len(item.words), (tuple(item.heads), tuple(item.rels))
        if key not in KNOWN:
            KNOWN[key] = paths(*key)
        out[i, :n, :n] = KNOWN[key]
    return torch.from_numpy(out)


def asked(net, reader, group):
    ids, live, first, _ = reader.batch(group)
    with torch.autocast(DEVICE.type, torch.bfloat16):
        return net(*(t.to(DEVICE) for t in (ids, live, first, ways_of(group, first.shape[1]))))


def rate(opt, step, plan):
    for g in opt.param_groups:
        g["lr"] = g["base"] * min(1, (step + 1) / (0.08 * plan)) * max(0.02, 1 - step / plan)


def taught(items, o, seed, check):
    torch.manual_seed(seed)
    rng, net, reader = random.Random(seed), Teacher(o.encoder).to(DEVICE), teacher.Reader(o.encoder)
    opt = torch.optim.AdamW([dict(params=[p for p in net.bert.parameters() if p.requires_grad], base=1e-4),
                             dict(params=[*net.out.parameters(), *net.pairs.parameters()], base=1e-3)], weight_decay=0.01)
    step, plan, start = 0, o.teacher_epochs * (len(items) // o.teacher_batch + 1), time.time()
    items = list(items)
    for epoch in range(o.teacher_epochs):
        rng.shuffle(items)
        for at in range(0, len(items), o.teacher_batch):
            group = items[at:at + o.teacher_batch]
            rate(opt, step, plan)
            scores, pairs = asked(net, reader, group)
            loss = loss_of(scores, group) + o.roles * role_loss(pairs, role_goal(group))
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
        if epoch % 2 or epoch + 1 == o.teacher_epochs:
            print("teacher", seed, epoch + 1, f"{time.time() - start:.0f}s", known(read(net, reader, check), check), flush=True)
    return net, reader


@torch.no_grad()
def read(net, reader, items):
    """Of each item: probabilities, words x classes; and {word that may tell an act: words x roles}."""
    net.eval()
    out, order = [None] * len(items), sorted(range(len(items)), key=lambda i: len(items[i].words))
    for at in range(0, len(order), 96):
        now = order[at:at + 96]
        p, q = asked(net, reader, [items[i] for i in now])
        p, q = p.exp().half().cpu(), q.sigmoid().half().cpu()
        for k, i in enumerate(now):
            n = len(items[i].words)
            out[i] = p[k, :n].clone(), {t: q[k, t, :n].clone() for t in may_tell(items[i].tags) if p[k, t, 0] < 0.85}
    net.train()
    return out


KEPT = 6  # so many classes of a word are kept of what a teacher finds likely


def mean_of(readings):
    """The mean of several teachers' readings of an item; roles where all take the word for an act."""
    shared = set.intersection(*(set(q) for _, q in readings))
    whole = sum(p.float() for p, _ in readings) / len(readings)
    return whole, {t: sum(q[t].float() for _, q in readings) / len(readings) for t in shared}


def small(item, reading):
    """The same, little: (words, their likeliest classes, chances), (words that tell, words that may be named, chances)."""
    p, q = reading
    live = np.array(may_tell(item.tags), np.int16)
    top = p[live.tolist()].topk(KEPT, 1)
    can = [w for w, tag in enumerate(item.tags) if tag in NAMES]
    pairs = [(t, w) for t in q for w in can if w != t]
    chance = np.array([q[t][w].tolist() for t, w in pairs], np.float16).reshape(-1, 2)
    return ((live, top.indices.numpy().astype(np.uint8), top.values.numpy().astype(np.float16)),
            (np.array(pairs, np.int16).reshape(-1, 2), chance, len(q)))


# ---- the student ----

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def words_known(vocab, dictionary, items):
    """Small-letter words that get a vector: the parser's, a dictionary's, those of our tables and sentences."""
    words = {w for w in vocab if WORD.fullmatch(w) and len(w) < 25}
    if dictionary:
        words |= {w for w in open(dictionary, encoding="utf-8").read().split() if WORD.fullmatch(w)}
    for table in sorted((ROOT / "lexicon" / "en").glob("*.tsv")):
        words |= set(WORD.findall(table.read_text(encoding="utf-8")))
    return sorted(words | {f for i in items for f in i.words if WORD.fullmatch(f)})


@torch.no_grad()
def senses(folder, words, dim):
    """A vector a word: what the raw encoder makes of it alone, its main directions only."""
    bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager").eval().to(DEVICE)
    reader, out = teacher.Reader(folder), np.zeros((len(words), bert.config.hidden_size), np.float32)
    order = sorted(range(len(words)), key=lambda i: len(reader.word(words[i])[0]))
    for at in range(0, len(order), 256):
        now = order[at:at + 256]
        ids, live = (t.to(DEVICE) for t in reader.batch([([words[i]],) for i in now])[:2])
        with torch.autocast(DEVICE.type, torch.bfloat16):
            x = bert(input_ids=ids, attention_mask=live).last_hidden_state.float()
        x = (x * live[..., None]).sum(1) / live.sum(1, keepdim=True)
        out[now] = F.normalize(x, dim=1).cpu().numpy()
    out -= out.mean(0)
    _, _, main = np.linalg.svd(out[::7], full_matrices=False)
    out = out @ main[:dim].T
    return out / out.std()


class Acts(nn.Module):
    """Word vectors, word classes and relations -> two bidirectional LSTM layers -> a small network of two layers for what a
    word tells, and Pairs for whom others name (core/tell.c)."""

    def __init__(self, vectors, o):
        super().__init__()
        self.sense = nn.Embedding.from_pretrained(torch.tensor(np.vstack([0 * vectors[:1], vectors])), freeze=True)
        wide, h = vectors.shape[1] + len(UPOS) + len(RELS), o.hidden
        self.tell = nn.ModuleList([nn.LSTM(wide if i < 2 else 2 * h, h, batch_first=True) for i in range(4)])
        self.act1, self.act2 = nn.Linear(2 * h, o.size), nn.Linear(o.size, len(CLASSES))
        self.pairs = Pairs(2 * h, o.pair)
        self.who1, self.who2 = nn.Linear(2 * h, o.who_size), nn.Linear(o.who_size, len(SECTORS))

    def forward(self, words, tags, rels, back, ways, drop=0.0):
        x = self.sense(words)
        if self.training:
            x = x * (torch.rand(words.shape, device=DEVICE) > 0.1)[..., None]  # words that it has no vector of
        x = torch.cat([x, F.one_hot(tags, len(UPOS)).float(), F.one_hot(rels, len(RELS)).float()], 2)
        turn = back.unsqueeze(2)
        for layer in (0, 2):
            x = F.dropout(x, drop, self.training)
            ahead, _ = self.tell[layer](x)
            behind, _ = self.tell[layer + 1](x.gather(1, turn.expand(-1, -1, x.shape[2])))
            x = torch.cat([ahead, behind.gather(1, turn.expand(-1, -1, behind.shape[2]))], 2)
        x = F.dropout(x, drop, self.training)
        told = self.act2(F.dropout(F.relu(self.act1(x)).clamp(max=train.CLIP), drop, self.training))
        who = self.who2(F.dropout(F.relu(self.who1(x)).clamp(max=train.CLIP), drop, self.training))
        return told.log_softmax(-1), self.pairs(x, ways), who


def tensors(group, number):
    """Words, classes and relations of each sentence as padded numbers, how to turn it round, the ways between its words."""
    most = max(len(i.words) for i in group)
    words, tags, rels = (np.zeros((len(group), most), np.int64) for _ in range(3))
    back = np.tile(np.arange(most), (len(group), 1))
    for i, item in enumerate(group):
        n = len(item.words)
        words[i, :n] = [number.get(f.lower(), 0) for f in item.words]
        tags[i, :n] = [UPOS.index(t) for t in item.tags]
        rels[i, :n] = item.rels
        back[i, :n] = np.arange(n - 1, -1, -1)
    return [torch.from_numpy(a).to(DEVICE) for a in (words, tags, rels, back)] + [ways_of(group, most).to(DEVICE)]


def silver_loss(net, group, number, o):
    """From the teachers' reading of the sentences."""
    items, soft = zip(*group)
    scores, pairs, _ = net(*tensors(items, number), o.drop)
    at = np.repeat(np.arange(len(group)), [len(told[0]) for told, _ in soft])
    word, best, chance = (np.concatenate([told[k] for told, _ in soft]) for k in range(3))
    picked = scores[torch.from_numpy(at).to(DEVICE), torch.from_numpy(word.astype(np.int64)).to(DEVICE)]
    picked = picked.gather(1, torch.from_numpy(best.astype(np.int64)).to(DEVICE))
    loss = -(picked * torch.from_numpy(chance.astype(np.float32)).to(DEVICE)).sum() / len(at)
    at = np.repeat(np.arange(len(group)), [len(named[0]) for _, named in soft])
    pair, p = (np.concatenate([named[k] for _, named in soft]) for k in range(2))
    goal = at, *(pair[:, k].astype(np.int64) for k in range(2)), p.astype(np.float32), sum(named[2] for _, named in soft)
    return loss + o.roles * role_loss(pairs, goal)


def learn(items, silver, vectors, number, o):
    """From the labels (items) and from the teachers' reading (silver: item, what small() keeps of it)."""
    torch.manual_seed(o.seed)
    rng, net = random.Random(o.seed), Acts(vectors, o).to(DEVICE)
    opt = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=o.rate, weight_decay=0.01)
    for g in opt.param_groups:
        g["base"] = o.rate
    gold, at, step, start = list(items), 0, 0, time.time()
    plan, many = o.epochs * (len(silver) // o.batch), o.batch * 3 // 8
    ema = {k: v.clone() for k, v in net.state_dict().items()}
    for epoch in range(o.epochs):
        rng.shuffle(silver)
        for k in range(0, len(silver) - o.batch + 1, o.batch):
            rate(opt, step, plan)
            mine = [gold[(at + i) % len(gold)] for i in range(many)]
            if (at := at + many) >= len(gold):
                at = rng.shuffle(gold) or 0
            loss = silver_loss(net, silver[k:k + o.batch], number, o)
            scores, pairs, who = net(*tensors(mine, number), o.drop)
            loss = loss + o.gold * (loss_of(scores, mine) + o.roles * role_loss(pairs, role_goal(mine)) + o.who * who_loss(who, mine))
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
            with torch.no_grad():
                for key, v in net.state_dict().items():
                    if key != "sense.weight":
                        ema[key].lerp_(v, max(0.003, 1 / (step + 1)))
        print("student", o.seed, epoch + 1, f"{time.time() - start:.0f}s", flush=True)
    net.load_state_dict(ema)
    return net.eval()


@torch.no_grad()
def said(net, items, number):
    out = []
    for at in range(0, len(items), 64):
        group = items[at:at + 64]
        p, q, who = net(*tensors(group, number))
        p, q, who = p.exp().cpu(), q.sigmoid().cpu(), who.softmax(-1).cpu()
        out += [(p[k, :len(i.words)], {t: q[k, t, :len(i.words)] for t in may_tell(i.tags)}, who[k, :len(i.words)])
                for k, i in enumerate(group)]
    return out


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
    """The network with weights at the 8 bits of the image (export.py: one scale a row, both halves of an LSTM's share it)."""
    out = {k: v.clone() for k, v in net.state_dict().items()}
    single = ["sense", "act1", "act2", "who1", "who2", "pairs.teller", "pairs.named"]
    for names in [[n + ".weight"] for n in single] + [[f"tell.{i}.weight_ih_l0", f"tell.{i}.weight_hh_l0"] for i in range(4)]:
        whole = torch.cat([out[n] for n in names], 1)
        scale = whole.abs().max(1, keepdim=True).values.clamp(min=1e-8) / 127
        parts = ((whole / scale).round().clamp(-127, 127) * scale).split([out[n].shape[1] for n in names], 1)
        for n, part in zip(names, parts):
            out[n] = part.clone()
    net.load_state_dict(out)
    return net


def parity(net, number, path, count=40):
    """What the network says of sentences of our own, for the program to agree with (tests/unit/test_syntax.c)."""
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
        p, q, who = said(net, [item], number)[0]
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
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


# ---- the steps ----

def prepare(o):
    """Everything that the program, the treebanks or the silver trees are needed for, in one file."""
    rng = random.Random(o.seed)
    got = torch.load(o.net, weights_only=False)
    items = frames(o.program, pathlib.Path(o.frames).glob("*.tsv")) + tested(o.program)
    for path in o.gold_files.split(","):  # natural-train is confidence.py's, which asks this network
        items += labelled(o.program, path)
    check = [i for path in o.check.split(",") for i in labelled(o.program, path)]
    upos, rels = [t.split(" ")[0] for t in got["tags"]], [rel_of(r) for r in got["rels"]]
    silver = torch.load(o.silver, weights_only=False)
    debates = [Item(s[0], [upos[t] for t in s[1]], s[2], [rels[r] for r in s[3]], {}, None, {})
               for s in rng.sample(silver, min(o.debates, len(silver)))]
    near = teacher.others(BertModel.from_pretrained(o.encoder, add_pooling_layer=False), teacher.Reader(o.encoder))
    silver = [i._replace(words=teacher.varied(i, near, OPEN, rng), told={}, bag=None, roles={}, who={})
              for _ in range(o.varied) for i in items]
    silver = [i for i in silver + debates if may_tell(i.tags)]
    words = words_known(got["vocab"], o.dictionary, items)
    print(len(items), "sentences,", len(silver), "to be read by teachers,", len(words), "words,",
          sum(len(i.roles) for i in items), "words with parties", flush=True)
    torch.save(dict(items=[tuple(i) for i in items], check=[tuple(i) for i in check], silver=[tuple(i) for i in silver],
                    words=words), o.out)


def teach(o, kept):
    """What a teacher reads in the silver sentences, and in those to check."""
    items, check, silver = ([Item(*i) for i in kept[k]] for k in ("items", "check", "silver"))
    net, reader = taught(items, o, o.seed, check)
    torch.save((read(net, reader, silver), read(net, reader, check)), o.out)


def gathered(o, kept):
    """(item, the mean of the teachers' readings) of the silver sentences."""
    check, silver = ([Item(*i) for i in kept[k]] for k in ("check", "silver"))
    each = [torch.load(path, weights_only=False) for path in o.soft]
    print("teachers together", known([mean_of(r) for r in zip(*(e[1] for e in each))], check), flush=True)
    return [small(i, mean_of(r)) for i, *r in zip(silver, *(e[0] for e in each))]


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("step", choices=("prepare", "teach", "gather", "learn"))
    o.add_argument("--program", default=str(ROOT / "build" / "sagwan"))
    o.add_argument("--encoder", help="prepare, teach: folder of the raw-text encoder")
    o.add_argument("--senses", nargs="+", help="learn: raw-text encoders with how many numbers of a word's vector each gives, FOLDER:NUMBER")
    o.add_argument("--net", help="prepare: what train.py wrote, whose words and tags the silver sentences have")
    o.add_argument("--silver", help="prepare: what teacher.py wrote")
    o.add_argument("--dictionary", help="prepare: a list of English words, one a line (Debian's wamerican-small)")
    o.add_argument("--frames", default=str(common.SETS / "frames"))
    o.add_argument("--gold-files", default=",".join(str(ROOT / "gold" / f"{part}.jsonl") for part in PARTS))
    o.add_argument("--check", default=str(ROOT / "gold" / "natural-dev.jsonl"), help="gold files, joined by commas")
    o.add_argument("--debates", type=int, default=30000)
    o.add_argument("--varied", type=int, default=3)
    o.add_argument("--prepared", help="what prepare wrote")
    o.add_argument("--soft", nargs="*", help="gather: what teach wrote, a file a seed; learn: what gather wrote")
    o.add_argument("--out", required=True)
    o.add_argument("--teacher-epochs", type=int, default=6)
    o.add_argument("--teacher-batch", type=int, default=64)
    o.add_argument("--hidden", type=int, default=160)
    o.add_argument("--size", type=int, default=128)
    o.add_argument("--pair", type=int, default=47)
    o.add_argument("--who-size", type=int, default=64)
    o.add_argument("--who", type=float, default=0.3, help="what sectors weigh beside acts")
    o.add_argument("--epochs", type=int, default=8)
    o.add_argument("--batch", type=int, default=96)
    o.add_argument("--rate", type=float, default=2e-3)
    o.add_argument("--drop", type=float, default=0.25)
    o.add_argument("--gold", type=float, default=0.5)
    o.add_argument("--roles", type=float, default=0.3, help="what parties weigh beside acts")
    o.add_argument("--seed", type=int, default=1)
    o.add_argument("--threads", type=int, default=1)
    o = o.parse_args()
    torch.set_num_threads(o.threads)
    if o.step == "prepare":
        return prepare(o)
    kept = torch.load(o.prepared, weights_only=False)
    if o.step == "teach":
        return teach(o, kept)
    if o.step == "gather":
        return torch.save(gathered(o, kept), o.out)
    items, check, silver = ([Item(*i) for i in kept[k]] for k in ("items", "check", "silver"))
    number = {w: i + 1 for i, w in enumerate(kept["words"])}
    vectors = np.hstack([senses(folder, kept["words"], int(dim)) for folder, dim in (s.rsplit(":", 1) for s in o.senses)])
    acts = learn(items, list(zip(silver, torch.load(o.soft[0], weights_only=False))), vectors, number, o)
    print("student", known(said(acts, check, number), check), flush=True)
    torch.save(dict(state={k: v.cpu() for k, v in acts.state_dict().items()}, words=kept["words"], classes=CLASSES, sectors=SECTORS,
                    how=vars(o)), o.out)
    parity(rounded(acts), number, ROOT / "tests" / "parity-acts.tsv")


if __name__ == "__main__":
    main()
