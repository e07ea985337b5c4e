"""The name finder's own training: the encoder stays as train.py left it, its two upper layers are learnt anew.

Two conventions, each from the sets that hold it, since a blend of conventions fits none: *names* from Universal NER's
EWT dev (four times, it being small), Wikigold and CrossNER; *mentions* from re3d without the held-out fifth. Since
nothing else moves, names choose nothing of the parser.

In:  what train.py wrote. Out: the same with name1 and name2 learnt anew, under --out.
--folds K says instead how good it is on parts of UNER dev, CrossNER dev and re3d that it did not see (the encoder did).
"""
import argparse
import random

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import names
import train

KINDS = len(names.LABELS)


def sets(shared):
    """name: (convention, times, [(forms, labels, unit that stays in one fold)])."""
    ner = shared + "/ner/"
    re3d = [(f, names.bio(t), d) for f, t, d in names.columns(ner + "re3d.conll", label=1) if not names.held(d)]

    def plain(path, form=0, label=-1):
        return [(f, names.bio(t), i // 20) for i, (f, t, _) in enumerate(names.columns(ner + path, form, label))]
    return {"uner": (0, 4, plain("uner-ewt-dev.iob2", 1, 2)), "wikigold": (0, 1, plain("wikigold.conll")),
            "crossner": (0, 1, plain("crossner-politics-train.conll")),
            "crossner-dev": (0, 1, plain("crossner-politics-dev.conll")), "re3d": (1, 2, re3d)}


@torch.no_grad()
def encoded(net, coder, sentences):
    """What the encoder makes of each sentence: words x states."""
    out, order = [None] * len(sentences), sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    for at in range(0, len(order), 64):
        now = order[at:at + 64]
        words, pieces, back, *_ = coder.batch([(sentences[i],) + (None,) * 5 for i in now])
        x = net.encode(words, pieces, back)
        for k, i in enumerate(now):
            out[i] = x[k, :len(sentences[i])].cpu().clone()
    return out


class Finder(nn.Module):
    def __init__(self, wide, size):
        super().__init__()
        self.name1, self.name2 = nn.Linear(wide, size), nn.Linear(size, 2 * KINDS)

    def forward(self, x, drop):
        x = F.dropout(x, drop, self.training)
        return self.name2(F.dropout(F.relu(self.name1(x)).clamp(max=train.CLIP), drop, self.training))


def learn(units, wide, size, epochs, rate, seed, drop, decay):
    """units: (states, labels, convention)."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = Finder(wide, size)
    opt = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=decay)
    units, step = list(units), 0
    plan = epochs * (len(units) // 32 + 1)
    ema = {k: v.clone() for k, v in net.state_dict().items()}
    for _ in range(epochs):
        rng.shuffle(units)
        for at in range(0, len(units), 32):
            group = units[at:at + 32]
            for g in opt.param_groups:
                g["lr"] = rate * max(0.02, 1 - step / plan)
            y = net(torch.cat([u[0] for u in group]), drop)
            kind = torch.cat([torch.full((len(u[1]),), u[2]) for u in group])
            gold = torch.tensor([v for u in group for v in u[1]])
            pick = torch.where(kind[:, None] == 0, y[:, :KINDS], y[:, KINDS:])
            loss = F.cross_entropy(pick, gold)
            opt.zero_grad()
            loss.backward()
            opt.step()
            step += 1
            with torch.no_grad():
                for k, v in net.state_dict().items():
                    ema[k].lerp_(v, max(0.01, 1 / (step + 1)))
    net.load_state_dict(ema)
    net.eval()
    return net


def decoded(scores):
    """The best sequence in which no I follows what is not of its type (as core/encode.c has it)."""
    bad = np.zeros((KINDS, KINDS), bool)
    for b, label in enumerate(names.LABELS):
        if label[0] == "I":
            for a, before in enumerate(names.LABELS):
                bad[a, b] = before[2:] != label[2:]
    best, back = scores[0] - 1e6 * np.array([label[0] == "I" for label in names.LABELS]), []
    for row in scores[1:]:
        total = best[:, None] - 1e6 * bad
        back.append(total.argmax(0))
        best = total.max(0) + row
    out = [int(best.argmax())]
    for b in reversed(back):
        out.append(int(b[out[-1]]))
    return out[::-1]


def f1(net, units):
    hit = said = gold = 0
    for x, labels, kind in units:
        with torch.no_grad():
            y = net(x, 0)[:, kind * KINDS:(kind + 1) * KINDS].numpy()
        a, b = set(names.spans(decoded(y))), set(names.spans(labels))
        hit, said, gold = hit + len(a & b), said + len(a), gold + len(b)
    return 200 * hit / max(1, said + gold)


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--shared", default="../shared")
    o.add_argument("--net", required=True)
    o.add_argument("--out")
    o.add_argument("--size", type=int, default=128)
    o.add_argument("--epochs", type=int, default=12)
    o.add_argument("--rate", type=float, default=1e-3)
    o.add_argument("--drop", type=float, default=0.4)
    o.add_argument("--decay", type=float, default=0.01)
    o.add_argument("--seed", type=int, default=1)
    o.add_argument("--folds", type=int, default=0)
    o.add_argument("--without", default="", help="names of sets that are left out, joined by commas")
    o.add_argument("--threads", type=int, default=1)
    a = o.parse_args()
    torch.set_num_threads(a.threads)
    got = torch.load(a.net, weights_only=False)
    net = train.Net(got["size"], got["state"]["fixed.weight"].numpy())
    net.load_state_dict(got["state"])
    net.to(train.DEVICE).eval()
    coder, wide = train.Coder(got["vocab"], {}, {}), 2 * got["size"]["hidden"]
    units = {}
    for name, (kind, times, items) in sets(a.shared).items():
        x = encoded(net, coder, [i[0] for i in items])
        units[name] = (times, [((s, i[1], kind), i[2]) for s, i in zip(x, items)])
    left = a.without.split(",")

    def teach(fold):
        return [u for name, (times, items) in units.items() if name not in left for _ in range(times) for u, part in items
                if fold is None or name in ("wikigold", "crossner") or part % a.folds != fold]

    settings = (wide, a.size, a.epochs, a.rate, a.seed, a.drop, a.decay)
    if a.folds:
        told = {name: [] for name in ("uner", "crossner-dev", "re3d")}
        for fold in range(a.folds):
            finder = learn(teach(fold), *settings)
            for name in told:
                told[name].append(f1(finder, [u for u, part in units[name][1] if part % a.folds == fold]))
        print(" ".join(f"{name} {np.mean(v):.2f}" for name, v in told.items()), flush=True)
        return
    finder = learn(teach(None), *settings)
    got["size"]["name"] = a.size
    for k, v in finder.state_dict().items():
        got["state"][k] = v
    got["finder"] = vars(a)
    torch.save(got, a.out)


if __name__ == "__main__":
    main()
