"""Train the encoder, tagger, parser and name finder; write a checkpoint to export.

One network does all: word vectors and hashed pieces -> two BiLSTM layers -> heads for tag (UPOS with FEATS),
arcs (biaffine), labels (a small perceptron over head and dependant) and names (a perceptron; two conventions, see
names.py). Chosen for what the program can run fast in integers. It learns from the treebanks and names sets (gold)
and from what the teacher read (silver, teacher.py). The averaged (EMA) weights after the last epoch are what we
ship: nothing is chosen on a set. The test parts are not read.
"""
import argparse
import math
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import names

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
CLIP = 7.9  # activations of the heads stay below 8, so that they fit 16 bits at 1/4096


class Net(nn.Module):
    def __init__(self, size, vectors):
        super().__init__()
        self.size = size
        words, dim = vectors.shape
        self.fixed = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=True)
        self.word = nn.Embedding(words, dim)
        nn.init.zeros_(self.word.weight)
        self.piece = nn.Embedding(data.BUCKETS + 1, size["piece"], padding_idx=data.BUCKETS)
        nn.init.normal_(self.piece.weight, std=0.3 / math.sqrt(data.PIECES))
        h, into = size["hidden"], dim + size["piece"]
        self.lstm = nn.ModuleList()
        for layer in range(2):
            for _ in range(2):
                self.lstm.append(nn.LSTM(into, h, batch_first=True))
            into = 2 * h
        for rnn in self.lstm:
            nn.init.orthogonal_(rnn.weight_hh_l0)
            nn.init.xavier_uniform_(rnn.weight_ih_l0)
            nn.init.zeros_(rnn.bias_ih_l0)
            nn.init.zeros_(rnn.bias_hh_l0)
            with torch.no_grad():
                rnn.bias_ih_l0[h:2 * h] = 1
        self.root = nn.Parameter(torch.zeros(2 * h))
        self.tag1 = nn.Linear(2 * h, size["tag"])
        self.tag2 = nn.Linear(size["tag"], size["tags"])
        self.arc_dep = nn.Linear(2 * h, size["arc"])
        self.arc_head = nn.Linear(2 * h, size["arc"])
        self.arc_mid = nn.Linear(size["arc"], size["arc"], bias=False)
        self.arc_bias = nn.Linear(size["arc"], 1, bias=False)
        nn.init.xavier_uniform_(self.arc_mid.weight)
        self.rel_dep = nn.Linear(2 * h, size["rel"])
        self.rel_head = nn.Linear(2 * h, size["rel"], bias=False)
        self.rel_out = nn.Linear(size["rel"], size["rels"])
        self.name1 = nn.Linear(2 * h, size["name"])
        self.name2 = nn.Linear(size["name"], 2 * len(names.LABELS))

    def drop(self, x, p):
        """One mask for the whole sentence: what is dropped stays dropped."""
        if not self.training or p == 0:
            return x
        mask = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - p) / (1 - p)
        return x * mask

    def encode(self, words, pieces, back):
        w = self.fixed(words) + self.word(words)
        p = self.piece(pieces).sum(2)
        if self.training:  # words and pieces are dropped apart: each must learn to do alone
            drop = self.size["drop_word"]
            keep_w = torch.rand(words.shape, device=DEVICE).unsqueeze(2) > drop
            keep_p = torch.rand(words.shape, device=DEVICE).unsqueeze(2) > drop
            both = keep_w | keep_p
            scale = 1 / (1 - drop)
            w = w * (keep_w | ~both) * scale
            p = p * (keep_p | ~both) * scale
        x = self.drop(torch.cat([w, p], 2), self.size["drop_in"])
        turn = back.unsqueeze(2)
        for layer in range(2):
            fwd, _ = self.lstm[2 * layer](x)
            bwd, _ = self.lstm[2 * layer + 1](x.gather(1, turn.expand(-1, -1, x.shape[2])))
            bwd = bwd.gather(1, turn.expand(-1, -1, bwd.shape[2]))
            x = self.drop(torch.cat([fwd, bwd], 2), self.size["drop"])
        return x

    def heads(self, x):
        d = self.size["drop_head"]
        tag = self.tag2(self.drop(F.relu(self.tag1(x)).clamp(max=CLIP), d))
        xr = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        dep = self.drop(F.relu(self.arc_dep(x)).clamp(max=CLIP), d)
        head = self.drop(F.relu(self.arc_head(xr)).clamp(max=CLIP), d)
        mid = self.arc_mid(dep).clamp(-CLIP, CLIP)
        arc = mid @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        name = self.name2(self.drop(F.relu(self.name1(x)).clamp(max=CLIP), d))
        return tag, arc, self.rel_dep(x), self.rel_head(xr), name

    def rels(self, rel_dep, rel_head, gold):
        pick = rel_head.gather(1, gold.unsqueeze(2).expand(-1, -1, rel_head.shape[2]))
        hid = self.drop(F.relu(rel_dep + pick).clamp(max=CLIP), self.size["drop_head"])
        return self.rel_out(hid)


class Coder:
    """Turns sentences into padded tensors."""

    def __init__(self, vocab, tags, rels):
        self.vocab, self.tags, self.rels, self.memo = vocab, tags, rels, {}

    def form(self, form):
        got = self.memo.get(form)
        if got is None:
            got = (self.vocab.get(data.word_key(form), 0), data.pieces(form))
            self.memo[form] = got
        return got

    def batch(self, group):
        n, width = len(group), max(len(s[0]) for s in group)
        words = np.zeros((n, width), np.int64)
        pieces = np.full((n, width, data.PIECES), data.BUCKETS, np.int64)
        back = np.tile(np.arange(width), (n, 1))
        marks = np.full((5, n, width), -1, np.int64)  # tag, head, label, names, mentions; -1 where a set has none
        for i, item in enumerate(group):
            forms, m = item[0], len(item[0])
            coded = [self.form(f) for f in forms]
            words[i, :m] = [c[0] for c in coded]
            pieces[i, :m] = [c[1] for c in coded]
            back[i, :m] = np.arange(m)[::-1]
            for k in range(5):
                if item[k + 1] is not None:
                    marks[k, i, :m] = item[k + 1]
        return [torch.from_numpy(a).to(DEVICE) for a in (words, pieces, back, *marks)]

    def plain(self, s):
        """forms, tag ids, heads, label ids; unknown tags of dev become -2 (never right)."""
        return ([w.form for w in s.words],
                [self.tags.get(w.upos + " " + w.feats, -2) for w in s.words],
                [w.head for w in s.words],
                [self.rels.get(w.deprel, -2) for w in s.words])


def vary(item, rng, punct):
    """Headlines and shouting: some sentences lose their case or their last stop."""
    forms, rest, u = item[0], item[1:], rng.random()
    if u < 0.03:
        return ([f.lower() for f in forms],) + rest
    if u < 0.06:
        return ([f.upper() for f in forms],) + rest
    if u < 0.08:
        return ([f[:1].upper() + f[1:] if len(f) > 3 else f for f in forms],) + rest
    if u < 0.14 and len(forms) > 3 and item[3] is not None and item[3][-1] == punct and len(forms) not in item[2]:
        return tuple(v if v is None else v[:-1] for v in item)
    return item


def batches(items, words, rng):
    """Sentences of like length together, about `words` words a batch, in random order."""
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]) + rng.random() * 3)
    out, now, wide = [], [], 0
    for i in order:
        wide = max(wide, len(items[i][0]))
        if now and wide * (len(now) + 1) > words:
            out.append(now)
            now, wide = [], len(items[i][0])
        now.append(items[i])
    out.append(now)
    rng.shuffle(out)
    return out


def losses(net, batch):
    """Each task over the words that have its labels."""
    words, pieces, back, tag, head, rel, name, mention = batch
    x = net.encode(words, pieces, back)
    t, a, rd, rh, n = net.heads(x)
    # No word may choose padding for its head.
    length = (pieces[:, :, 0] != data.BUCKETS).sum(1)
    bad = torch.arange(words.shape[1] + 1, device=DEVICE)[None, :] > length[:, None]
    a = a.masked_fill(bad[:, None, :], -1e4)
    r = net.rels(rd, rh, head.clamp(min=0))
    total, kinds = 0.0, len(names.LABELS)
    for logits, gold, weight in ((t, tag, 1), (a, head, 1), (r, rel, 1), (n[..., :kinds], name, 0.5),
                                 (n[..., kinds:], mention, 0.3)):
        mask = gold >= 0
        if mask.any():
            total = total + weight * F.cross_entropy(logits[mask], gold[mask]) * (mask.sum() / length.sum())
    return total


@torch.no_grad()
def score(net, coder, items, tag_names):
    """UPOS, tag, UAS, LAS with gold words and greedy heads: a quick look at how it goes."""
    net.eval()
    upos_of = np.array([hash(t.split(" ")[0]) for t in tag_names])
    total = upos = full = uas = las = 0
    for group in batches(items, 4000, random.Random(0)):
        words, pieces, back, tag, head, rel, _, _ = coder.batch([g[:4] + (None, None) for g in group])
        x = net.encode(words, pieces, back)
        t, a, rd, rh, _ = net.heads(x)
        mask = head >= 0
        bad = torch.arange(words.shape[1] + 1, device=DEVICE)[None, :] > mask.sum(1)[:, None]
        a = a.masked_fill(bad[:, None, :], -1e4)
        best = a.argmax(2)
        r = net.rels(rd, rh, best).argmax(2)
        t = t.argmax(2)
        gold_upos = np.concatenate([g[4] for g in group])
        total += int(mask.sum())
        upos += int((upos_of[t[mask].cpu().numpy()] == gold_upos).sum())
        full += int((t == tag)[mask].sum())
        uas += int((best == head)[mask].sum())
        las += int(((best == head) & (r == rel))[mask].sum())
    net.train()
    return [100 * v / total for v in (upos, full, uas, las)]


def labels(shared):
    """A coder over the training sets' tags and labels, and their names in order."""
    trees = data.training(shared, data.HELD) + data.more(shared)
    tags = sorted({w.upos + " " + w.feats for s in trees for w in s.words})
    rels = sorted({w.deprel for s in trees for w in s.words})
    return Coder({}, {t: i for i, t in enumerate(tags)}, {r: i for i, r in enumerate(rels)}), tags, rels


def gold(shared, coder):
    """All items that may train: (forms, tags, heads, labels, names, mentions), None where a set has none."""
    items = []
    for trees in data.training(shared, data.HELD), data.more(shared):
        marks = names.gum(trees)
        for s in trees:
            name, mention = next(marks)
            web = s.genre == "web"
            items.append(coder.plain(s) + ((None, None) if web else (name, mention)))
    known = {tuple(f): bio for f, bio in names.of_dev(shared)}
    items = [i[:4] + (known.get(tuple(i[0]), i[4]), i[5]) for i in items if len(i[0]) <= 120]
    return items, [(f, None, None, None, n, m) for f, n, m in names.training(shared)]


def vocabulary(path, trees, size):
    """Row 0 is the unknown word; then the treebanks' words, then the most frequent others."""
    got = np.load(path, allow_pickle=True)
    words, counts, vec = list(got["words"]), got["counts"], got["vectors"].astype(np.float32)
    vec /= vec.std() / 0.25
    seen = {data.word_key(w.form) for s in trees for w in s.words}
    rank = sorted(range(len(words)), key=lambda i: (words[i] not in seen, -counts[i]))[:size]
    table = np.concatenate([np.zeros((1, vec.shape[1]), np.float32), vec[rank]])
    return {words[i]: n + 1 for n, i in enumerate(rank)}, np.clip(table, -1.5, 1.5)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--shared", default="../shared")
    args.add_argument("--vectors", required=True)
    args.add_argument("--out", required=True)
    args.add_argument("--silver", help="what teacher.py wrote; without it the gold alone teaches")
    args.add_argument("--share", type=int, default=6, help="each epoch reads one in so many of the silver sentences")
    args.add_argument("--epochs", type=int, default=18)
    args.add_argument("--hidden", type=int, default=128)
    args.add_argument("--tag", type=int, default=96)
    args.add_argument("--arc", type=int, default=96)
    args.add_argument("--rel", type=int, default=112)
    args.add_argument("--vocab", type=int, default=40000)
    args.add_argument("--batch", type=int, default=1200)
    args.add_argument("--rate", type=float, default=2e-3)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--threads", type=int, default=2)
    args = args.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    coder, tag_names, rel_names = labels(args.shared)
    coder.vocab, vectors = vocabulary(args.vectors, data.training(args.shared, data.HELD) + data.more(args.shared), args.vocab)
    size = dict(hidden=args.hidden, piece=64, tag=args.tag, arc=args.arc, rel=args.rel, name=96, tags=len(tag_names),
                rels=len(rel_names), drop_word=0.15, drop_in=0.2, drop=0.33, drop_head=0.25)
    items, named = gold(args.shared, coder)
    silver = torch.load(args.silver, weights_only=False) if args.silver else []
    check = [coder.plain(s) + ([hash(w.upos) for w in s.words],) for s in data.checked(args.shared, data.HELD)]
    net = Net(size, vectors).to(DEVICE)
    print(len(items), "trees,", len(named), "sentences with names,", len(silver), "silver;", len(tag_names), "tags",
          len(rel_names), "labels", len(coder.vocab), "words", flush=True)
    opt = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=args.rate, betas=(0.9, 0.98))
    ema = {k: v.clone() for k, v in net.state_dict().items()}
    punct = coder.rels["punct"]
    start, step = time.time(), 0
    for epoch in range(args.epochs):
        seen, part = 0.0, rng.sample(silver, len(silver) // args.share) if silver else []
        groups = batches([vary(i, rng, punct) for i in items + named + part], args.batch, rng)
        for n, group in enumerate(groups):
            done = (epoch + n / len(groups)) / args.epochs
            for g in opt.param_groups:
                g["lr"] = args.rate * min(1, (step + 1) / 200) * max(0.02, min(1, (1 - done) / 0.7))
            loss = losses(net, coder.batch(group))
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            opt.step()
            step += 1
            seen += loss.detach()
            if step % 4 == 0:
                keep = min(0.998, step / (step + 40))
                with torch.no_grad():
                    for k, v in net.state_dict().items():
                        if not k.startswith("fixed"):
                            ema[k].lerp_(v, 1 - keep)
            if n % 100 == 0:
                print("  ", n, len(groups), round(float(seen) / (n + 1), 3), round(time.time() - start), flush=True)
        live = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(ema)
        got = score(net, coder, check, tag_names)
        print("epoch", epoch + 1, "loss %.3f" % (seen / len(groups)),
              "check upos %.2f tag %.2f uas %.2f las %.2f" % tuple(got), "%.0fs" % (time.time() - start), flush=True)
        torch.save(dict(state={k: v.cpu() for k, v in ema.items()}, size=size, tags=tag_names, rels=rel_names, vocab=coder.vocab,
                        check=got, epoch=epoch + 1, args=vars(args)), args.out)
        net.load_state_dict(live)


if __name__ == "__main__":
    main()
