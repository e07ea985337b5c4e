"""What act does a word tell? PLOVER's types and modes, learnt from sentences of our own.

In:  tests/sets/frames (a sentence and the type of its act, not which word tells it), the training parts of gold/ (which
     word it is), debates as teacher.py read them, and its raw-text encoder.
Out: a small network of its own (core/tell.c): for each word how likely it tells an act of each type and mode, or none.

A teacher (the same MiniLM, fine-tuned on those sentences alone) reads debates and our own sentences with some words put
for others; the student learns from its reading, and from the labels themselves. Nothing is chosen on a set: --check
only prints what the two know of one.
"""
import argparse
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

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import common  # noqa: E402

OPEN = ("NOUN", "VERB", "ADJ", "PROPN")  # words that may tell an act
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()  # core/ud.h
UNSAID = 0.3  # how sure it is that no second word of a frame's sentence tells an act

PARTS = ("balanced-train", "negatives-train", "natural-acts")

CLASSES = ["-"] + [r["type"] + ("/" + r["mode"] if r["mode"] else "")
                   for r in common.read_tsv(ROOT / "lexicon" / "codes" / "plover.tsv")]
TYPES = sorted({c.split("/")[0] for c in CLASSES})
OF_TYPE = torch.tensor([TYPES.index(c.split("/")[0]) for c in CLASSES])


def class_of(kind, mode):
    """The number of a type with its mode; of a type alone, all of its classes will do: None."""
    return CLASSES.index(kind + "/" + mode) if kind + "/" + (mode or "") in CLASSES else None


# ---- sentences ----

def parsed(program, texts):
    """Of each text its sentences: (words, their tags, their byte ranges)."""
    out = [[] for _ in texts]
    lines = common.over(program, "parse", documents=[{"id": str(i), "text": t} for i, t in enumerate(texts)]).split("\n")
    doc = None
    for comments, rows in common.sentences(lines):
        doc = common.document_of(comments, doc)
        words = common.words_of(rows)
        out[int(doc)].append(([w[1] for w in words], [w[3] for w in words], [common.token_range(w) for w in words]))
    return out


def frames(program, paths):
    """(words, tags, {}, [(type, class or None)]) of each row whose text is one sentence."""
    rows = [r for p in sorted(paths) for r in common.read_tsv(p)]
    out = []
    for r, sentences in zip(rows, parsed(program, [r["text"] for r in rows])):
        if len(sentences) == 1:
            words, tags, _ = sentences[0]
            out.append((words, tags, {}, [(r["type"], class_of(r["type"], r["mode"]))]))
    return out


def tested(program):
    """The same of the sentences in tests/corpus, with the acts that the program is to read in them."""
    texts, kinds = [], []
    for path in sorted((ROOT / "tests" / "corpus").glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n===\n")[1:]:
            text, _, wanted = case.partition("\n---\n")
            text = " ".join(line for line in text.split("\n") if not line.startswith("#"))
            acts = [re.match(r"([A-Z]+)(?:/([a-z-]+))? ", line) for line in wanted.split("\n")[:-1]]
            if path.stem in ("dates", "first", "where") or "[" in text:
                continue
            texts.append(text)
            kinds.append([(a[1], class_of(a[1], a[2])) for a in acts if a and a[1] in TYPES] or [("-", 0)])
    out = []
    for kind, sentences in zip(kinds, parsed(program, texts)):
        if len(sentences) == 1:
            words, tags, _ = sentences[0]
            out.append((words, tags, {}, kind))
    return out


def trigger(words, tags, ranges, a, b):
    """The first word of the span that may tell an act; verbs before nouns only if the noun does not stand there."""
    inside = [i for i, r in enumerate(ranges) if r and r[0] >= a and r[1] <= b and tags[i] in OPEN]
    nouns = [i for i in inside if tags[i] == "NOUN"]
    return nouns[-1] if len(inside) > 1 and nouns else inside[0] if inside else None


def labelled(program, path):
    """(words, tags, {word: (type, class or None)}, None) of each sentence of a gold file; type None: may be an act."""
    items = [json.loads(line) for line in open(path, encoding="utf-8")]
    out = []
    for item, sentences in zip(items, parsed(program, [i["text"] for i in items])):
        spans = []
        for e in item["events"]:
            at = e.get("start", item["text"].find(e["trigger"]))
            a = len(item["text"][:at].encode())
            kind = (None, None) if e.get("optional") else (e["type"], class_of(e["type"], e["mode"]))
            spans.append((a, a + len(e["trigger"].encode()), kind))
        for words, tags, ranges in sentences:
            told = {trigger(words, tags, ranges, a, b): kind for a, b, kind in spans}
            out.append((words, tags, {i: k for i, k in told.items() if i is not None}, None))
    return out


def may_tell(tags):
    return [i for i, t in enumerate(tags) if t in OPEN]


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
    for i, (_, tags, told, bag) in enumerate(items):
        can = may_tell(tags)
        live[i, can] = True
        if bag is None:
            sure[i, [w for w in can if w not in told]] = 1 / max(1, len(can))
            words += [(i, w, classes_of(kind), 2 / len(can)) for w, kind in told.items() if kind[0]]
        elif bag[0][0] == "-":
            sure[i, can] = 1 / max(1, len(can))
        elif can:
            sentences += [(i, classes_of(kind), UNSAID if len(bag) == 1 else 0, 0.5 / len(bag)) for kind in bag]
    none = scores[..., 0]
    loss = -(sure * none).sum()
    if words:
        at, word, cls, weight = zip(*words)
        told = scores[list(at), list(word)].masked_fill(~torch.stack(cls), -1e9).logsumexp(-1)
        loss = loss - (told * torch.tensor(weight)).sum()
    if sentences:  # one of the words tells it, the others hardly any
        at, cls, unsaid, weight = zip(*sentences)
        at, unsaid = list(at), torch.tensor(unsaid).unsqueeze(1)
        each = scores[at].masked_fill(~torch.stack(cls).unsqueeze(1), -1e9).logsumexp(-1)
        quiet = (none * live)[at]
        each = (each + unsaid * (quiet.sum(1, keepdim=True) - quiet)).masked_fill(~live[at], -1e9)
        loss = loss - (each.logsumexp(1) * torch.tensor(weight)).sum()
    return loss / len(items)


# ---- the teacher ----

class Teacher(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.out = nn.Linear(self.bert.config.hidden_size, len(CLASSES))
        self.drop = nn.Dropout(0.2)

    def forward(self, ids, live, first, _):
        x = self.bert(input_ids=ids, attention_mask=live).last_hidden_state
        return self.out(self.drop(x.gather(1, first.unsqueeze(2).expand(-1, -1, x.shape[2])))).float().log_softmax(-1)


def rate(opt, step, plan):
    for g in opt.param_groups:
        g["lr"] = g["base"] * min(1, (step + 1) / (0.08 * plan)) * max(0.02, 1 - step / plan)


def taught(items, folder, epochs, seed, check):
    torch.manual_seed(seed)
    rng, net, reader = random.Random(seed), Teacher(folder), teacher.Reader(folder)
    opt = torch.optim.AdamW([dict(params=[p for p in net.bert.parameters() if p.requires_grad], base=1e-4),
                             dict(params=net.out.parameters(), base=1e-3)], weight_decay=0.01)
    step, plan, start = 0, epochs * (len(items) // 32 + 1), time.time()
    items = list(items)
    for epoch in range(epochs):
        rng.shuffle(items)
        for at in range(0, len(items), 32):
            group = items[at:at + 32]
            rate(opt, step, plan)
            with torch.autocast("cpu", torch.bfloat16):
                scores = net(*reader.batch(group))
            loss = loss_of(scores, group)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
        print("teacher", epoch + 1, f"{time.time() - start:.0f}s", known(lambda x: read(net, reader, x), check), flush=True)
    return net, reader


@torch.no_grad()
def read(net, reader, items):
    """Probabilities, words x classes, of each item."""
    net.eval()
    out, order = [None] * len(items), sorted(range(len(items)), key=lambda i: len(items[i][0]))
    for at in range(0, len(order), 48):
        now = order[at:at + 48]
        with torch.autocast("cpu", torch.bfloat16):
            p = net(*reader.batch([items[i] for i in now]))
        for k, i in enumerate(now):
            out[i] = p[k, :len(items[i][0])].exp().half()
    net.train()
    return out


# ---- the student ----

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def words_known(vocab, dictionary, items):
    """Small-letter words that get a vector: the parser's, a dictionary's, those of our tables and sentences."""
    words = {w for w in vocab if WORD.fullmatch(w) and len(w) < 25}
    if dictionary:
        words |= {w for w in open(dictionary, encoding="utf-8").read().split() if WORD.fullmatch(w)}
    for table in sorted((ROOT / "lexicon" / "en").glob("*.tsv")):
        words |= set(WORD.findall(table.read_text(encoding="utf-8")))
    return sorted(words | {f for i in items for f in i[0] if WORD.fullmatch(f)})


@torch.no_grad()
def senses(folder, words, dim):
    """A vector a word: what the raw encoder makes of it alone, its main directions only."""
    bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager").eval()
    reader, out = teacher.Reader(folder), np.zeros((len(words), bert.config.hidden_size), np.float32)
    order = sorted(range(len(words)), key=lambda i: len(reader.word(words[i])[0]))
    for at in range(0, len(order), 256):
        now = order[at:at + 256]
        ids, live, _, _ = reader.batch([([words[i]],) for i in now])
        with torch.autocast("cpu", torch.bfloat16):
            x = bert(input_ids=ids, attention_mask=live).last_hidden_state.float()
        x = (x * live[..., None]).sum(1) / live.sum(1, keepdim=True)
        out[now] = F.normalize(x, dim=1).numpy()
    out -= out.mean(0)
    _, _, main = np.linalg.svd(out[::7], full_matrices=False)
    out = out @ main[:dim].T
    return out / out.std()


class Acts(nn.Module):
    """Word vectors and word classes -> one bidirectional LSTM layer -> a small network of two layers (core/tell.c)."""

    def __init__(self, vectors, hidden, size):
        super().__init__()
        self.sense = nn.Embedding.from_pretrained(torch.tensor(np.vstack([0 * vectors[:1], vectors])), freeze=True)
        wide = vectors.shape[1] + len(UPOS)
        self.tell = nn.ModuleList([nn.LSTM(wide, hidden, batch_first=True) for _ in range(2)])
        self.act1, self.act2 = nn.Linear(2 * hidden, size), nn.Linear(size, len(CLASSES))

    def forward(self, words, tags, back, drop=0.0):
        x = self.sense(words)
        if self.training:
            x = x * (torch.rand(words.shape) > 0.1)[..., None]  # words that it has no vector of
        x = F.dropout(torch.cat([x, F.one_hot(tags, len(UPOS)).float()], 2), drop, self.training)
        turn = back.unsqueeze(2)
        ahead, _ = self.tell[0](x)
        behind, _ = self.tell[1](x.gather(1, turn.expand(-1, -1, x.shape[2])))
        x = torch.cat([ahead, behind.gather(1, turn.expand(-1, -1, behind.shape[2]))], 2)
        x = F.dropout(x, drop, self.training)
        return self.act2(F.dropout(F.relu(self.act1(x)).clamp(max=train.CLIP), drop, self.training)).log_softmax(-1)


def tensors(group, number):
    """(forms, tags, ...) of each sentence as padded numbers, and how to turn each sentence round."""
    most = max(len(i[0]) for i in group)
    words, tags = torch.zeros(len(group), most, dtype=torch.long), torch.zeros(len(group), most, dtype=torch.long)
    back = torch.arange(most).repeat(len(group), 1)
    for i, item in enumerate(group):
        n = len(item[0])
        words[i, :n] = torch.tensor([number.get(f.lower(), 0) for f in item[0]])
        tags[i, :n] = torch.tensor([UPOS.index(t) for t in item[1]])
        back[i, :n] = torch.arange(n - 1, -1, -1)
    return words, tags, back


def learn(items, forms, soft, vectors, number, o):
    """From the labels (items) and from the teacher's reading (forms, soft)."""
    torch.manual_seed(o.seed)
    rng, net = random.Random(o.seed), Acts(vectors, o.hidden, o.size)
    opt = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=o.rate, weight_decay=0.01)
    for g in opt.param_groups:
        g["base"] = o.rate
    silver, gold, at, step = list(zip(forms, soft)), list(items), 0, 0
    plan = o.epochs * (len(silver) // 64)
    ema = {k: v.clone() for k, v in net.state_dict().items()}
    for _ in range(o.epochs):
        rng.shuffle(silver)
        for k in range(0, len(silver) - 63, 64):
            rate(opt, step, plan)
            group, mine = silver[k:k + 64], [gold[(at + i) % len(gold)] for i in range(24)]
            if (at := at + 24) >= len(gold):
                at = rng.shuffle(gold) or 0
            scores = net(*tensors([f for f, _ in group], number), o.drop)
            live = [(i, w) for i, (f, _) in enumerate(group) for w in may_tell(f[1])]
            rows, cols = zip(*live)
            wished = torch.stack([group[i][1][w] for i, w in live]).float()
            loss = -(wished * scores[rows, cols]).sum(1).mean()
            scores = net(*tensors(mine, number), o.drop)
            loss = loss + o.gold * loss_of(scores, mine)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
            with torch.no_grad():
                for key, v in net.state_dict().items():
                    if key != "sense.weight":
                        ema[key].lerp_(v, max(0.003, 1 / (step + 1)))
    net.load_state_dict(ema)
    return net.eval()


@torch.no_grad()
def said(net, items, number):
    out = []
    for at in range(0, len(items), 64):
        p = net(*tensors(items[at:at + 64], number)).exp()
        out += [p[k, :len(i[0])] for k, i in enumerate(items[at:at + 64])]
    return out


def known(reading, items):
    """How often the type of a word that tells an act is right; precision and recall of words said to tell one."""
    right = gold = 0
    hits = {level: [0, 0] for level in (0.3, 0.5, 0.7, 0.9)}
    quiet = {level: 0 for level in hits}
    for p, (_, tags, told, bag) in zip(reading(items), items):
        by_type = torch.zeros(len(p), len(TYPES)).index_add_(1, OF_TYPE, p.float())
        by_type[:, TYPES.index("-")] = 0
        best, kind = by_type.max(1)
        for i in may_tell(tags):
            of = told.get(i, ("-", 0))[0]
            if of is None:
                continue
            ok = TYPES[kind[i]] == of
            gold, right = gold + (of != "-"), right + (of != "-" and ok)
            for level, n in hits.items():
                if best[i] > level:
                    n[0 if ok else 1] += 1
        for level in quiet:
            quiet[level] += not told and bool((best[may_tell(tags)] > level).any())
    text = f"type {right / max(1, gold):.3f}"
    for level, (a, b) in hits.items():
        text += f"  @{level} P {a / max(1, a + b):.2f} R {a / max(1, gold):.2f} quiet {quiet[level]}"
    return text


def rounded(net):
    """The network with weights at the 8 bits of the image (export.py: one scale a row, both halves of an LSTM's share it)."""
    out = {k: v.clone() for k, v in net.state_dict().items()}
    for names in [["sense.weight"], ["act1.weight"], ["act2.weight"]] + [[f"tell.{i}.weight_ih_l0", f"tell.{i}.weight_hh_l0"]
                                                                         for i in range(2)]:
        whole = torch.cat([out[n] for n in names], 1)
        scale = whole.abs().max(1, keepdim=True).values.clamp(min=1e-8) / 127
        parts = ((whole / scale).round().clamp(-127, 127) * scale).split([out[n].shape[1] for n in names], 1)
        for n, part in zip(names, parts):
            out[n] = part.clone()
    net.load_state_dict(out)
    return net


def parity(net, number, path, count=40):
    """What the network says of sentences of our own, for the program to agree with (tests/unit/test_syntax.c)."""
    rows = ["# Words of gold/balanced-train.jsonl, their word class, the type that the trainer's network finds likeliest, how",
            "# likely it and no act are (of 255). Made by train/acts.py."]
    items = [json.loads(line) for line in open(ROOT / "gold" / "balanced-train.jsonl", encoding="utf-8")][:count]
    for item in items:
        forms = re.findall(r"\w+|[^\w\s]", item["text"])
        tags = [UPOS[(len(f) * 7 + i) % len(UPOS)] if i % 5 == 0 else "NOUN" for i, f in enumerate(forms)]
        p = said(net, [(forms, tags)], number)[0]
        by_type = torch.zeros(len(p), len(TYPES)).index_add_(1, OF_TYPE, p)
        none = TYPES.index("-")
        for i in may_tell(tags):
            best = max((k for k in range(len(TYPES)) if k != none), key=lambda k: by_type[i, k])
            tags[i] += f"\t{TYPES[best]}\t{255 * by_type[i, best]:.1f}\t{255 * by_type[i, none]:.1f}"
        rows += [f"{f}\t{t}" for f, t in zip(forms, tags)] + [""]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--program", default=str(ROOT / "build" / "sagwan"))
    o.add_argument("--encoder", required=True)
    o.add_argument("--net", required=True, help="what train.py wrote: whose words and tags the silver sentences have")
    o.add_argument("--silver", required=True, help="what teacher.py wrote")
    o.add_argument("--dictionary", help="a list of English words, one a line (Debian's wamerican-small)")
    o.add_argument("--frames", default=str(common.SETS / "frames"))
    o.add_argument("--gold-files", default=",".join(str(ROOT / "gold" / f"{part}.jsonl") for part in PARTS))
    o.add_argument("--check", default=str(ROOT / "gold" / "natural-dev.jsonl"), help="gold files, joined by commas")
    o.add_argument("--out", required=True)
    o.add_argument("--teacher-epochs", type=int, default=5)
    o.add_argument("--varied", type=int, default=4)
    o.add_argument("--debates", type=int, default=15000)
    o.add_argument("--dim", type=int, default=96)
    o.add_argument("--hidden", type=int, default=128)
    o.add_argument("--size", type=int, default=128)
    o.add_argument("--epochs", type=int, default=7)
    o.add_argument("--rate", type=float, default=2e-3)
    o.add_argument("--drop", type=float, default=0.25)
    o.add_argument("--gold", type=float, default=0.5)
    o.add_argument("--seed", type=int, default=1)
    o.add_argument("--threads", type=int, default=1)
    o.add_argument("--soft", help="what an earlier run kept of the teacher's reading: only the student learns anew")
    o = o.parse_args()
    torch.set_num_threads(o.threads)
    rng = random.Random(o.seed)
    got = torch.load(o.net, weights_only=False)
    if o.soft:
        kept = torch.load(o.soft, weights_only=False)
        items, forms, soft, check = kept["items"], kept["forms"], kept["soft"], kept["check"]
    else:
        items = frames(o.program, pathlib.Path(o.frames).glob("*.tsv"))
        items += tested(o.program)
        for path in o.gold_files.split(","):  # natural-train is confidence.py's, which asks this network
            items += labelled(o.program, path)
        check = [i for path in o.check.split(",") for i in labelled(o.program, path)]
        print(len(items), "sentences", flush=True)
        net, reader = taught(items, o.encoder, o.teacher_epochs, o.seed, check)
        near = teacher.others(net, reader)
        forms = [(teacher.varied((i[0], i[1]), near, OPEN, rng), i[1]) for _ in range(o.varied) for i in items]
        upos = [t.split(" ")[0] for t in got["tags"]]
        debates = torch.load(o.silver, weights_only=False)
        forms += [(s[0], [upos[t] for t in s[1]]) for s in rng.sample(debates, min(o.debates, len(debates)))]
        forms = [f for f in forms if may_tell(f[1])]
        soft = read(net, reader, forms)
        print(len(forms), "sentences read by the teacher", flush=True)
        torch.save(dict(items=items, forms=forms, soft=soft, check=check), o.out + ".soft")
    words = words_known(got["vocab"], o.dictionary, items)
    number = {w: i + 1 for i, w in enumerate(words)}
    vectors = senses(o.encoder, words, o.dim)
    print(len(words), "words with a vector", flush=True)
    acts = learn(items, forms, soft, vectors, number, o)
    print("student", known(lambda x: said(acts, x, number), check), flush=True)
    torch.save(dict(state=acts.state_dict(), words=words, classes=CLASSES, how=vars(o)), o.out)
    parity(rounded(acts), number, ROOT / "tests" / "parity-acts.tsv")


if __name__ == "__main__":
    main()
