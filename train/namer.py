"""A slow and better name finder for finder.py to learn from: the teacher's encoder, fine-tuned on names alone, with one
head a set, so that no set's convention disturbs another's.

In:  the sets of finder.py; the raw-text encoder of teacher.py.
Out: named.pt: further sentences with names as the head of Universal NER reads them (the treebanks' training parts) and
mentions as re3d's reads them (debates, names sets, re3d with some words put for others).
--folds K says instead how good each head is on parts of its own set that it did not see.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import finder
import names
import teacher
from transformers import BertModel

KINDS = len(names.LABELS)
HEADS = ("uner", "wikigold", "crossner", "re3d")


class Namer(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        wide = self.bert.config.hidden_size
        self.piece = nn.Embedding(data.BUCKETS + 1, 64, padding_idx=data.BUCKETS)
        nn.init.normal_(self.piece.weight, std=0.1)
        self.shape = nn.Linear(64, wide)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.shape.bias)
        self.out = nn.Linear(wide + 64, KINDS * len(HEADS))
        self.drop = nn.Dropout(0.2)

    def forward(self, ids, live, first, pieces):
        shape = self.piece(pieces).sum(2)
        x = self.bert.embeddings.word_embeddings(ids)
        x = x.scatter_add(1, first.unsqueeze(2).expand(-1, -1, x.shape[2]), self.shape(shape).to(x.dtype))
        x = self.bert(inputs_embeds=x, attention_mask=live).last_hidden_state
        x = x.gather(1, first.unsqueeze(2).expand(-1, -1, x.shape[2]))
        return self.out(self.drop(torch.cat([x, shape.to(x.dtype)], 2)))


def grouped(units, words, rng):
    order = sorted(units, key=lambda u: len(u[0]) + rng.random() * 4)
    out, now = [], []
    for u in order:
        if now and len(u[0]) * (len(now) + 1) > words:
            out.append(now)
            now = []
        now.append(u)
    out.append(now)
    rng.shuffle(out)
    return out


def learn(folder, reader, units, epochs, rate, seed):
    """units: (forms, labels, head)."""
    torch.manual_seed(seed)
    rng, start = random.Random(seed), time.time()
    net = Namer(folder)
    slow = list(net.bert.parameters())
    quick = [p for n, p in net.named_parameters() if not n.startswith("bert.")]
    opt = torch.optim.AdamW([dict(params=slow, base=rate), dict(params=quick, base=rate * 5)], weight_decay=0.01)
    plan, step = epochs * len(grouped(units, 700, rng)), 0
    for epoch in range(epochs):
        seen = 0.0
        for group in grouped(units, 700, rng):
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1, (step + 1) / (0.1 * plan)) * max(0, 1 - step / (plan + 1))
            with torch.autocast("cpu", torch.bfloat16):
                y = net(*reader.batch(group))
            y = y.float().view(y.shape[0], y.shape[1], len(HEADS), KINDS)
            gold = torch.full(y.shape[:2], -1)
            for i, (_, labels, _) in enumerate(group):
                gold[i, :len(labels)] = torch.tensor(labels)
            pick = y[torch.arange(len(group)), :, [u[2] for u in group]]
            loss = F.cross_entropy(pick[gold >= 0], gold[gold >= 0])
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
            seen += float(loss.detach())
        print("epoch", epoch + 1, "loss %.4f" % (seen * epochs / plan), "%.0fs" % (time.time() - start), flush=True)
    net.eval()
    return net


@torch.no_grad()
def read(net, reader, sentences, head):
    """Labels of each sentence by one head, in order."""
    out, order = [None] * len(sentences), sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    for at in range(0, len(order), 48):
        now = order[at:at + 48]
        with torch.autocast("cpu", torch.bfloat16):
            y = net(*reader.batch([(sentences[i],) for i in now])).float()
        y = y.view(y.shape[0], y.shape[1], len(HEADS), KINDS)[:, :, head].numpy()
        for k, i in enumerate(now):
            out[i] = finder.decoded(y[k, :len(sentences[i])])
    return out


def f1(net, reader, units):
    hit = said = gold = 0
    for head in {u[2] for u in units}:
        mine = [u for u in units if u[2] == head]
        for got, u in zip(read(net, reader, [u[0] for u in mine], head), mine):
            a, b = set(names.spans(got)), set(names.spans(u[1]))
            hit, said, gold = hit + len(a & b), said + len(a), gold + len(b)
    return 200 * hit / max(1, said + gold)


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--shared", default="../shared")
    o.add_argument("--encoder", required=True)
    o.add_argument("--out")
    o.add_argument("--epochs", type=int, default=6)
    o.add_argument("--rate", type=float, default=2e-4)
    o.add_argument("--debates", type=int, default=6000)
    o.add_argument("--seed", type=int, default=1)
    o.add_argument("--folds", type=int, default=0)
    o.add_argument("--threads", type=int, default=1)
    a = o.parse_args()
    torch.set_num_threads(a.threads)
    rng, reader = random.Random(a.seed), teacher.Reader(a.encoder)
    units = []
    for name, (_, _, items) in finder.sets(a.shared).items():
        head = HEADS.index(name.split("-")[0])
        units += [((f, labels, head), part) for f, labels, part in items if len(f) < 120]
    if a.folds:  # one fold tells enough
        net = learn(a.encoder, reader, [u for u, part in units if part % a.folds], a.epochs, a.rate, a.seed)
        for head, name in enumerate(HEADS):
            print(name, "%.2f" % f1(net, reader, [u for u, part in units if u[2] == head and part % a.folds == 0]), flush=True)
        return
    net = learn(a.encoder, reader, [u for u, _ in units], a.epochs, a.rate, a.seed)
    trees = [[w.form for w in s.words] for s in data.training(a.shared, data.HELD) if len(s.words) < 100]
    plain = [u[0] for u, _ in units if u[2] != HEADS.index("re3d")]
    own = [u[0] for u, _ in units if u[2] == HEADS.index("re3d")]
    near = teacher.others(net, reader)
    other = [teacher.varied((f, [1] * len(f)), near, {1}, rng, 0.15) for f in own for _ in range(6)]
    spoken = teacher.debates(a.shared + "/corpora/ungdc.jsonl.zst", a.debates, rng)
    out = [(f, n, 0) for f, n in zip(trees, read(net, reader, trees, HEADS.index("uner")))]
    wide = plain + other + spoken
    out += [(f, n, 1) for f, n in zip(wide, read(net, reader, wide, HEADS.index("re3d")))]
    torch.save(out, a.out)
    print(len(out), "sentences", flush=True)


if __name__ == "__main__":
    main()
