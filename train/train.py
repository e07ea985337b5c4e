"""Train the encoder, tagger and parser on the treebanks; write a checkpoint to export.

One network does tags and trees: word vectors and hashed pieces -> two BiLSTM layers ->
heads for tag (UPOS with FEATS), arcs (biaffine) and labels (a small perceptron over head
and dependant). Chosen for what the program can run fast in integers. The averaged (EMA)
weights are what we ship; the best epoch on EWT dev is kept. The test parts are not read.
"""
import argparse
import json
import math
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data

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
            keep_w = torch.rand(words.shape).unsqueeze(2) > drop
            keep_p = torch.rand(words.shape).unsqueeze(2) > drop
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
        return tag, arc, self.rel_dep(x), self.rel_head(xr)

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
        tag = np.full((n, width), -1, np.int64)
        head = np.full((n, width), -1, np.int64)
        rel = np.full((n, width), -1, np.int64)
        for i, (forms, t, h, r) in enumerate(group):
            m = len(forms)
            coded = [self.form(f) for f in forms]
            words[i, :m] = [c[0] for c in coded]
            pieces[i, :m] = [c[1] for c in coded]
            back[i, :m] = np.arange(m)[::-1]
            tag[i, :m], head[i, :m], rel[i, :m] = t, h, r
        return [torch.from_numpy(a) for a in (words, pieces, back, tag, head, rel)]

    def plain(self, s):
        """forms, tag ids, heads, label ids; unknown tags of dev become -2 (never right)."""
        return ([w.form for w in s.words],
                [self.tags.get(w.upos + " " + w.feats, -2) for w in s.words],
                [w.head for w in s.words],
                [self.rels.get(w.deprel, -2) for w in s.words])


def vary(item, rng, punct):
    """Headlines and shouting: some sentences lose their case or their last stop."""
    forms, tag, head, rel = item
    u = rng.random()
    if u < 0.03:
        return [f.lower() for f in forms], tag, head, rel
    if u < 0.06:
        return [f.upper() for f in forms], tag, head, rel
    if u < 0.08:
        return [f[:1].upper() + f[1:] if len(f) > 3 else f for f in forms], tag, head, rel
    if u < 0.14 and len(forms) > 3 and rel[-1] == punct and len(forms) not in head:
        return forms[:-1], tag[:-1], head[:-1], rel[:-1]
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
    words, pieces, back, tag, head, rel = batch
    x = net.encode(words, pieces, back)
    t, a, rd, rh = net.heads(x)
    live = words.shape[1]
    mask = head >= 0
    # No word may choose padding for its head.
    length = mask.sum(1)
    bad = torch.arange(live + 1)[None, :] > length[:, None]
    a = a.masked_fill(bad[:, None, :], -1e4)
    r = net.rels(rd, rh, head.clamp(min=0))
    return (F.cross_entropy(t[mask], tag[mask]) + F.cross_entropy(a[mask], head[mask])
            + F.cross_entropy(r[mask], rel[mask]))


@torch.no_grad()
def score(net, coder, items, tag_names):
    """UPOS, tag, UAS, LAS with gold words and greedy heads: quick, for choosing epochs."""
    net.eval()
    upos_of = np.array([hash(t.split(" ")[0]) for t in tag_names])
    total = upos = full = uas = las = 0
    for group in batches(items, 4000, random.Random(0)):
        words, pieces, back, tag, head, rel = coder.batch([g[:4] for g in group])
        x = net.encode(words, pieces, back)
        t, a, rd, rh = net.heads(x)
        mask = head >= 0
        bad = torch.arange(words.shape[1] + 1)[None, :] > mask.sum(1)[:, None]
        a = a.masked_fill(bad[:, None, :], -1e4)
        best = a.argmax(2)
        r = net.rels(rd, rh, best).argmax(2)
        t = t.argmax(2)
        gold_upos = np.concatenate([g[4] for g in group])
        total += int(mask.sum())
        upos += int((upos_of[t[mask].numpy()] == gold_upos).sum())
        full += int((t == tag)[mask].sum())
        uas += int((best == head)[mask].sum())
        las += int(((best == head) & (r == rel))[mask].sum())
    net.train()
    return [100 * v / total for v in (upos, full, uas, las)]


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
    args.add_argument("--hold-genres", default=",".join(data.HELD))
    args.add_argument("--minutes", type=float, default=45)
    args.add_argument("--epochs", type=int, default=30)
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
    trees = data.training(args.shared, args.hold_genres.split(","))
    tag_names = sorted({w.upos + " " + w.feats for s in trees for w in s.words})
    rel_names = sorted({w.deprel for s in trees for w in s.words})
    vocab, vectors = vocabulary(args.vectors, trees, args.vocab)
    size = dict(hidden=args.hidden, piece=64, tag=args.tag, arc=args.arc, rel=args.rel, tags=len(tag_names),
                rels=len(rel_names), drop_word=0.15, drop_in=0.2, drop=0.33, drop_head=0.25)
    coder = Coder(vocab, {t: i for i, t in enumerate(tag_names)}, {r: i for i, r in enumerate(rel_names)})
    items = [coder.plain(s) for s in trees if len(s.words) <= 120]
    dev = [coder.plain(s) + ([hash(w.upos) for w in s.words],)
           for s in data.read(args.shared + "/treebanks/ewt/dev.conllu")]
    net = Net(size, vectors)
    print(len(items), "sentences", len(tag_names), "tags", len(rel_names), "labels", len(vocab), "words", flush=True)
    opt = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=args.rate, betas=(0.9, 0.98))
    ema = {k: v.clone() for k, v in net.state_dict().items()}
    punct = coder.rels["punct"]
    start, step, best, epoch = time.time(), 0, 0.0, 0
    plan = args.epochs * len(batches(items, args.batch, rng))
    while epoch < args.epochs:
        epoch += 1
        seen = 0.0
        groups = batches([vary(i, rng, punct) for i in items], args.batch, rng)
        for n, group in enumerate(groups):
            done = max(step / plan, (time.time() - start) / (args.minutes * 60))
            for g in opt.param_groups:
                g["lr"] = args.rate * min(1, (step + 1) / 200) * max(0.02, min(1, (1 - done) / 0.7))
            loss = losses(net, coder.batch(group))
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            opt.step()
            step += 1
            seen += float(loss.detach())
            if step % 4 == 0:
                keep = min(0.998, step / (step + 40))
                with torch.no_grad():
                    for k, v in net.state_dict().items():
                        if not k.startswith("fixed"):
                            ema[k].lerp_(v, 1 - keep)
            if n % 100 == 0:
                print("  ", n, len(groups), round(seen / (n + 1), 3), round(time.time() - start), flush=True)
        live = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(ema)
        got = score(net, coder, dev, tag_names)
        print("epoch", epoch, "loss %.3f" % (seen / len(groups)),
              "dev upos %.2f tag %.2f uas %.2f las %.2f" % tuple(got), "%.0fs" % (time.time() - start), flush=True)
        if got[3] + got[0] > best:
            best = got[3] + got[0]
            torch.save(dict(state=ema, size=size, tags=tag_names, rels=rel_names, vocab=vocab,
                            dev=got, epoch=epoch, args=vars(args)), args.out)
        net.load_state_dict(live)
        if time.time() - start > args.minutes * 60:
            break
    print(json.dumps(dict(best=best, seconds=time.time() - start)))


if __name__ == "__main__":
    main()
