"""Train the splitter: after each atom of text, does it go on, does a word end, does a sentence end?

In: the training treebanks, as running text in several layouts (one line a paragraph, hard-wrapped lines,
one line a paragraph without blank lines between). Features come from the program's own code (trace.c).
Out: splitter.npz: an 8-bit table of summed rows and a small way out, in integers.
"""
import argparse
import ctypes
import pathlib
import random
import subprocess
import tempfile

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data

FEATURES, ROWS, WIDTH = 26, 1 << 16, 32  # as in core/model.h
MEMBERS = 2


def library(archive):
    """The program's own features. archive: libsagwan.a of objects that may go into a shared library (make EXTRA=-fPIC)."""
    root, out = pathlib.Path(__file__).resolve().parent.parent, tempfile.mkdtemp() + "/trace.so"
    subprocess.run(["gcc", "-std=c17", "-O2", "-shared", "-fPIC", f"-I{root}/core", f"-I{root}/include",
                    str(root / "train/trace.c"), archive, "-lutf8proc", "-lm", "-o", out], check=True)
    lib = ctypes.CDLL(out)
    lib.trace.restype = ctypes.c_size_t
    return lib


def paragraphs(trees):
    """Lists of paragraphs, one list a document; a paragraph is a list of sentences."""
    docs = []
    for s in trees:
        if s.doc or not docs:
            docs.append([])
        if s.par or not docs[-1]:
            docs[-1].append([])
        docs[-1][-1].append(s)
    return docs


TITLES = ("Gen. Lt. Col. Maj. Sgt. Capt. Cpl. Sen. Rep. Gov. Brig. Adm. Cmdr. Prof. St. Hon. Rev. Amb. Pres. Dr. Mr. Mrs. "
          "Ms. Sec. Atty. Supt. Insp. Cdr. Lt.Gen. Maj.Gen. Comdr. Fr. Msgr. Dep.").split()


ENDINGS = "com net org edu gov int eu uk fr de ru cn jp in br info tv pdf doc docx htm html xls txt jpg mp3 zip csv".split()


def address(s, rng):
    """A host or file made of words of the sentence, or a date of digits: one token each."""
    if rng.random() < 0.3:
        by = rng.choice("--/")
        return by.join((str(rng.randint(1946, 2030)), "%02d" % rng.randint(1, 12), "%02d" % rng.randint(1, 31)))
    some = [w.form for w in s.words if w.form.isalnum() and w.form.isascii()] or ["news"]
    name = rng.choice(("", "", ".", "_", "-")).join(rng.choice(some) for _ in range(rng.randint(1, 3)))
    name = rng.choice((name, data.lower(name), data.lower(name)))
    return rng.choice(("", "", "", "www.", "mail.")) + name + "." + rng.choice(ENDINGS)


def wire(s, rng):
    """The sentence's tokens, now and then with a title before a name, an initial inside it, or an address or a date
    of digits between them, as news has them and our treebanks hardly do."""
    if len(s.tokens) != len(s.words):
        return s.tokens
    out = []
    for i, t in enumerate(s.tokens):
        name = s.words[i].upos == "PROPN" and t.form[:1].isupper() and t.form.isalpha() and len(t.form) > 2
        first = name and (i == 0 or s.words[i - 1].upos != "PROPN")
        if first and t.space and rng.random() < 0.15:
            out.append(data.Token(rng.choice(TITLES), 1, True))
        if name and not first and s.tokens[i - 1].space and rng.random() < 0.1:
            out.append(data.Token(chr(rng.randint(65, 90)) + ".", 1, True))
        out.append(t)
        if t.space and rng.random() < 0.02:
            out.append(data.Token(address(s, rng), 1, True))
    return out


def spell(par, rng=None):
    """(text, gold) of a paragraph; gold marks the last character of words with 1, of sentences with 2."""
    text, gold = [], []
    for s in par:
        for t in wire(s, rng) if rng else s.tokens:
            text.append(t.form)
            gold.append("\0" * (len(t.form) - 1) + "\1")
            if t.space:
                text.append(" ")
                gold.append("\0")
        last = len(gold) - 1 if s.tokens[-1].space is False else len(gold) - 2
        gold[last] = gold[last][:-1] + "\2"
    text, gold = "".join(text), "".join(gold)
    cut = len(text.rstrip(" "))
    return text[:cut], gold[:cut]


def wrap(text, width):
    """Hard-wrapped at `width`; only blanks change, so the marks stay where they are."""
    out, line = list(text), 0
    while len(out) - line > width:
        at = line + width
        while at > line and out[at] != " ":
            at -= 1
        if at == line:
            break
        out[at] = "\n"
        line = at + 1
    return "".join(out)


def texts(trees, rng, many):
    """(text, gold) of blocks in all layouts; one layout only for measuring."""
    for doc in paragraphs(trees):
        pars = [spell(p) for p in doc]
        for text, gold in pars:
            yield text, gold
        if not many:
            continue
        for p in doc:
            yield spell(p, rng)
        for text, gold in pars:
            yield wrap(text, rng.randint(58, 90)), gold
            if rng.random() < 0.12:
                yield data.lower(text), gold
            if rng.random() < 0.05 and len(text.upper()) == len(text):
                yield text.upper(), gold
        for i in range(0, len(pars), 6):  # paragraphs run together, a line each
            some = pars[i:i + 6]
            if len(some) > 1 and rng.random() < 0.5:
                yield "\n".join(t for t, _ in some), "\0".join(g for _, g in some)


def gather(lib, blocks):
    feats, labels = [], []
    for text, gold in blocks:
        raw = text.encode("utf-8")
        marks = np.zeros(len(raw), np.uint8)
        end = np.cumsum([len(c.encode("utf-8")) for c in text]) - 1
        marks[end] = np.frombuffer(gold.encode("latin-1"), np.uint8)
        f = np.zeros((len(raw) + 1, FEATURES), np.uint32)
        y = np.zeros(len(raw) + 1, np.uint8)
        n = lib.trace(raw, ctypes.c_size_t(len(raw)), marks.ctypes.data_as(ctypes.c_void_p),
                      f.ctypes.data_as(ctypes.c_void_p), y.ctypes.data_as(ctypes.c_void_p))
        feats.append(f[:n].astype(np.int32))
        labels.append(y[:n])
    return torch.from_numpy(np.concatenate(feats)), torch.from_numpy(np.concatenate(labels).astype(np.int64))


class Net(nn.Module):
    """One member: MEMBERS of them, trained from different seeds, vote by the sum of what they say, which is one
    network as wide as all together. Alone, a member's sentence F1 varies by a point from seed to seed."""

    def __init__(self):
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS, WIDTH // MEMBERS, mode="sum")
        nn.init.normal_(self.table.weight, std=0.05)
        self.out = nn.Linear(WIDTH // MEMBERS, 3)

    def forward(self, f, blank, drop):
        if drop:
            keep = (torch.rand(f.shape) > drop).float() / (1 - drop)
            h = self.table(f, per_sample_weights=keep)
        else:
            h = self.table(f)
        y = self.out(F.relu(h))
        return y.masked_fill(blank[:, None] & torch.tensor([True, False, False]), -1e4)


def measure(net, f, y):
    with torch.no_grad():
        got = net(f, y >= 4, 0).argmax(1)
    right = []
    for k in (1, 2):  # F1 of word ends where nothing blank follows, and of sentence ends
        ours, gold = got == k, (y & 3) == k
        if k == 1:
            ours, gold = ours & (y < 4), gold & (y < 4)
        right.append(200.0 * float((ours & gold).sum()) / float(ours.sum() + gold.sum()))
    return right


def train(lib, shared, held, epochs, seed, size):
    """One member: its table, its way out and its biases."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    f, y = gather(lib, texts(data.training(shared, held), rng, True))
    df, dy = gather(lib, texts(data.read(shared + "/treebanks/ewt/dev.conllu"), rng, False))
    print("seed", seed, len(y), "questions", flush=True)
    net, step = Net(), 0
    opt = torch.optim.Adam(net.parameters(), lr=4e-3)
    steps = epochs * (len(y) // size)
    for epoch in range(epochs):
        order = torch.randperm(len(y))
        for i in range(0, len(y) - size + 1, size):
            pick = order[i:i + size]
            for g in opt.param_groups:
                g["lr"] = 4e-3 * max(0.02, 1 - step / steps)
            step += 1
            loss = F.cross_entropy(net(f[pick], y[pick] >= 4, 0.25), y[pick] & 3)
            opt.zero_grad()
            loss.backward()
            opt.step()
        print("epoch", epoch + 1, "loss %.4f" % float(loss.detach()), "dev %.2f %.2f" % tuple(measure(net, df, dy)), flush=True)
    return [p.detach().numpy() for p in (net.table.weight, net.out.weight, net.out.bias)]


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--shared", default="../shared")
    args.add_argument("--archive", required=True, help="libsagwan.a, built with EXTRA=-fPIC")
    args.add_argument("--out", required=True)
    args.add_argument("--hold-genres", default=",".join(data.HELD))
    args.add_argument("--epochs", type=int, default=5)
    args.add_argument("--batch", type=int, default=8192, help="questions a step")
    args.add_argument("--seed", type=int, default=1, help="of the first member; the others follow")
    args = args.parse_args()
    torch.set_num_threads(2)
    lib = library(args.archive)
    parts = [train(lib, args.shared, args.hold_genres.split(","), args.epochs, args.seed + i, args.batch)
             for i in range(MEMBERS)]
    table, out = (np.concatenate([p[k] for p in parts], 1) for k in (0, 1))
    bias = sum(p[2] for p in parts)
    one = np.abs(table).max() / 127
    one = min(one, float(np.quantile(np.abs(table), 0.9999)) / 127)
    two = np.abs(out).max() / 2047
    np.savez(args.out, table=np.clip(np.rint(table / one), -127, 127).astype(np.int8), out=np.rint(out / two).astype(np.int32),
             bias=np.rint(bias / (one * two)).astype(np.int32))


if __name__ == "__main__":
    main()
