"""Slow and better readers for the fast one to learn from: a raw-text encoder under the heads of train.py, fine-tuned here.

In:  the treebanks and names of train.py; the encoder (model/README.md names it).
Out: silver.pt: sentences with tags, heads, labels and names as the teachers read them: debates (CC0), the texts of the
     names sets, and the treebanks' sentences with some words put for others of the like.
Trees are the mean of several teachers (seeds). Names are another's, which has learnt nothing else, each set's convention
apart. None has seen labels but those of the free sets, and none of their test parts.
"""
import argparse
import json
import pathlib
import random
import subprocess
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer
from transformers import BertModel

import data
import finder
import names
import train
from train import DEVICE
from vectors import PIECE, STOP

HEAD = dict(hidden=192, tag=256, arc=384, rel=256, piece=64)


class Encoder(nn.Module):
    """What a raw-text encoder makes of each word, with the word's hashed pieces beside it: it reads lower case, they tell
    of capitals."""

    def __init__(self, folder):
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0,
                                              hidden_dropout_prob=0.0, attn_implementation="eager")
        self.bert.embeddings.word_embeddings.weight.requires_grad = False  # what it knows of rare words stays
        wide = self.bert.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(self.bert.config.num_hidden_layers + 1))
        self.piece = nn.Embedding(data.BUCKETS + 1, HEAD["piece"], padding_idx=data.BUCKETS)
        nn.init.normal_(self.piece.weight, std=0.1)
        self.shape = nn.Linear(HEAD["piece"], wide)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.shape.bias)
        self.wide = wide + HEAD["piece"]
        self.drop = nn.Dropout(0.2)

    def forward(self, ids, live, first, pieces):
        """ids, live: sentence x subword; first: where each word begins; pieces: hashed pieces of each word."""
        shape = self.piece(pieces).sum(2)
        x = self.bert.embeddings.word_embeddings(ids)
        x = x.scatter_add(1, first.unsqueeze(2).expand(-1, -1, x.shape[2]), self.shape(shape).to(x.dtype))
        states = self.bert(inputs_embeds=x, attention_mask=live, output_hidden_states=True).hidden_states
        weight = self.mix.softmax(0)
        x = sum(w * s for w, s in zip(weight, states))
        x = x.gather(1, first.unsqueeze(2).expand(-1, -1, x.shape[2]))
        return self.drop(torch.cat([x, shape.to(x.dtype)], 2))


class Teacher(nn.Module):
    def __init__(self, folder, tags, rels):
        super().__init__()
        self.encoder = Encoder(folder)
        top = self.encoder.wide
        self.root = nn.Parameter(torch.zeros(top))
        self.tag1, self.tag2 = nn.Linear(top, HEAD["tag"]), nn.Linear(HEAD["tag"], tags)
        self.arc_dep, self.arc_head = nn.Linear(top, HEAD["arc"]), nn.Linear(top, HEAD["arc"])
        self.arc_mid = nn.Linear(HEAD["arc"], HEAD["arc"])
        self.arc_bias = nn.Linear(HEAD["arc"], 1)
        self.rel_dep, self.rel_head = nn.Linear(top, HEAD["rel"]), nn.Linear(top, HEAD["rel"])
        self.rel_out = nn.Linear(HEAD["rel"], rels)
        self.name1, self.name2 = nn.Linear(top, 128), nn.Linear(128, 2 * len(names.LABELS))
        self.drop = nn.Dropout(0.2)

    def forward(self, *batch):
        x = self.encoder(*batch)
        xr = torch.cat([self.root.to(x.dtype).expand(x.shape[0], 1, -1), x], 1)
        tag = self.tag2(self.drop(F.relu(self.tag1(x))))
        dep, head = self.drop(F.relu(self.arc_dep(x))), self.drop(F.relu(self.arc_head(xr)))
        arc = self.arc_mid(dep) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        name = self.name2(self.drop(F.relu(self.name1(x))))
        return tag, arc, self.rel_dep(x), self.rel_head(xr), name

    def rels(self, dep, head, gold):
        pick = head.gather(1, gold.unsqueeze(2).expand(-1, -1, head.shape[2]))
        return self.rel_out(self.drop(F.relu(dep + pick)))


class Reader:
    """Sentences as tensors for the teacher."""

    def __init__(self, folder):
        self.tok = Tokenizer.from_file(folder + "/tokenizer.json")
        self.tok.no_padding()
        self.tok.no_truncation()
        self.memo = {}

    def word(self, form):
        got = self.memo.get(form)
        if got is None:
            got = (self.tok.encode(form, add_special_tokens=False).ids[:8] or [100], data.pieces(form))
            self.memo[form] = got
        return got

    def batch(self, group):
        coded = [[self.word(f) for f in item[0]] for item in group]
        wide = max(2 + sum(len(c[0]) for c in s) for s in coded)
        most = max(len(s) for s in coded)
        ids = np.zeros((len(group), wide), np.int64)
        live = np.zeros((len(group), wide), np.int64)
        first = np.full((len(group), most), wide - 1, np.int64)
        pieces = np.full((len(group), most, data.PIECES), data.BUCKETS, np.int64)
        for i, s in enumerate(coded):
            row = [101]
            for k, (sub, p) in enumerate(s):
                first[i, k] = len(row)
                pieces[i, k] = p
                row += sub
            row.append(102)
            ids[i, :len(row)] = row
            live[i, :len(row)] = 1
        return [torch.from_numpy(a).to(DEVICE) for a in (ids, live, first, pieces)]


def padded(group, k, width, none=-1):
    out = np.full((len(group), width), none, np.int64)
    for i, item in enumerate(group):
        if item[k] is not None:
            out[i, :len(item[k])] = item[k]
    return torch.from_numpy(out).to(DEVICE)


def loss_of(net, reader, group):
    """Each task over the words that have its labels."""
    t, a, rd, rh, n = net(*reader.batch(group))
    width = t.shape[1]
    tag, head, rel, name, mention = [padded(group, k, width) for k in range(1, 6)]
    length = torch.tensor([len(g[0]) for g in group], device=DEVICE)
    a = a.float().masked_fill((torch.arange(width + 1, device=DEVICE)[None, :] > length[:, None])[:, None, :], -1e4)
    r = net.rels(rd, rh, head.clamp(min=0)).float()
    total, kinds = 0.0, len(names.LABELS)
    for logits, gold, weight in ((t.float(), tag, 1), (a, head, 1), (r, rel, 1), (n[..., :kinds].float(), name, 1),
                                 (n[..., kinds:].float(), mention, 0.7)):
        mask = gold >= 0
        if mask.any():
            total = total + weight * F.cross_entropy(logits[mask], gold[mask]) * (mask.sum() / length.sum())
    return total


def groups_of(items, words=3000):
    """Numbers of items of like length, about so many words together."""
    order, at = sorted(range(len(items)), key=lambda i: len(items[i][0])), 0
    while at < len(order):
        take = max(1, words // max(1, len(items[order[min(at + 40, len(order) - 1)]][0]) + 2))
        yield order[at:at + take]
        at += take


@torch.no_grad()
def read(nets, reader, items):
    """The teachers' reading of each item together, in order: (forms, tags, heads, labels)."""
    out = [None] * len(items)
    for net in nets:
        net.eval()
    for now in groups_of(items):
        group = [items[i] for i in now]
        with torch.autocast(DEVICE.type, torch.bfloat16):
            batch = reader.batch(group)
            each = [net(*batch) for net in nets]
            t, a = (sum(e[k].float() for e in each) for k in (0, 1))
            length = torch.tensor([len(g[0]) for g in group], device=DEVICE)
            a = a.masked_fill((torch.arange(t.shape[1] + 1, device=DEVICE)[None, :] > length[:, None])[:, None, :], -1e4)
            a[:, :, 1:].diagonal(dim1=1, dim2=2).fill_(-1e4)
            best = a.argmax(2)
            r = sum(net.rels(e[2], e[3], best).float() for net, e in zip(nets, each)).argmax(2)
        t, best, r = (v.cpu() for v in (t.argmax(2), best, r))
        for k, i in enumerate(now):
            m = len(items[i][0])
            out[i] = (items[i][0],) + tuple(v[k, :m].tolist() for v in (t, best, r))
    for net in nets:
        net.train()
    return out


# ---- names ----

class Namer(nn.Module):
    """Names alone; a head for each convention: Universal NER's, that of sets made of Wikipedia, re3d's."""

    def __init__(self, folder):
        super().__init__()
        self.encoder = Encoder(folder)
        self.heads = nn.ModuleList([nn.Linear(self.encoder.wide, len(names.LABELS)) for _ in range(3)])

    def forward(self, *batch):
        x = self.encoder(*batch)
        return torch.stack([head(x).float() for head in self.heads], 2)


CONVENTION = {"uner": 0, "wikigold": 1, "crossner": 1, "crossner-dev": 1, "re3d": 2}


def name_items(shared):
    """(forms, labels, convention); UNER's dev, being small, four times, re3d twice."""
    return [(f, labels, CONVENTION[name]) for name, (_, times, items) in finder.sets(shared).items()
            for _ in range(times) for f, labels, _ in items]


def named(items, folder, epochs, seed):
    torch.manual_seed(seed)
    rng, net, reader, items = random.Random(seed), Namer(folder).to(DEVICE), Reader(folder), list(items)
    slow = [p for p in net.encoder.bert.parameters() if p.requires_grad]
    quick = [p for n, p in net.named_parameters() if ".bert." not in n]
    opt = torch.optim.AdamW([dict(params=slow, base=1e-4), dict(params=quick, base=1e-3)], weight_decay=0.01)
    plan, step = epochs * (len(items) // 64 + 1), 0
    for _ in range(epochs):
        rng.shuffle(items)
        for at in range(0, len(items), 64):
            group = items[at:at + 64]
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1, (step + 1) / (0.08 * plan)) * (1 - step / (plan + 1))
            with torch.autocast(DEVICE.type, torch.bfloat16):
                y = net(*reader.batch(group))
            y = y[torch.arange(len(group)), :, [g[2] for g in group]]
            loss = F.cross_entropy(y.transpose(1, 2), padded(group, 1, y.shape[1], -100))
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
    return net


def opened(labels):
    """A name that begins with a later word's label begins with a first word's."""
    for i, n in enumerate(labels):
        label = names.LABELS[n]
        if label[0] == "I" and (i == 0 or names.LABELS[labels[i - 1]][2:] != label[2:]):
            labels[i] = names.LABELS.index("B-" + label[2:])
    return labels


@torch.no_grad()
def names_in(nets, reader, items, kinds=(0, 2)):
    """The namers' labels of each item by these conventions."""
    out = [None] * len(items)
    for net in nets:
        net.eval()
    for now in groups_of(items):
        with torch.autocast(DEVICE.type, torch.bfloat16):
            batch = reader.batch([items[i] for i in now])
            y = sum(net(*batch).softmax(-1) for net in nets).cpu().numpy()
        for k, i in enumerate(now):
            m = len(items[i][0])
            out[i] = tuple(opened(y[k, :m, c].argmax(1).tolist()) for c in kinds)
    return out


def others(bert, reader, count=12):
    """Words of the encoder's vocabulary with those that lie nearest to them: what may stand in their place."""
    table = F.normalize(bert.embeddings.word_embeddings.weight.detach().float(), dim=1)
    vocab = sorted(reader.tok.get_vocab().items(), key=lambda v: v[1])
    whole = [i for w, i in vocab if w.isalpha() and len(w) > 2]
    inv = {i: w for w, i in vocab}
    near, sub = {}, table[whole]
    for at in range(0, len(whole), 2000):
        best = (sub[at:at + 2000] @ sub.T).topk(count + 1, 1).indices[:, 1:]
        for k, row in enumerate(best.tolist()):
            near[inv[whole[at + k]]] = [inv[whole[j]] for j in row]
    return near


def varied(item, near, open_tags, rng, share=0.3):
    """The sentence with some of its nouns, verbs, adjectives and names put for others, capitals kept."""
    forms = list(item[0])
    for i, f in enumerate(forms):
        if item[1][i] in open_tags and rng.random() < share and f.lower() in near:
            w = rng.choice(near[f.lower()])
            forms[i] = w.upper() if f.isupper() and len(f) > 1 else w.capitalize() if f[0].isupper() else w
    return forms


def debates(path, count, rng):
    """Sentences drawn from the debates, words as in the treebanks (roughly: the students' splitter is apart)."""
    pipe = subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE)
    got = []
    for line in pipe.stdout:
        parts = STOP.split(json.loads(line)["text"])
        for part in rng.sample(parts, min(len(parts), 40)):
            forms = PIECE.findall(part)
            if 5 <= len(forms) <= 60:
                got.append(forms)
    rng.shuffle(got)
    return got[:count]


def trained(args, items, with_names, sizes, tag_names, check):
    """One teacher of trees; it learns names beside them, which helps it, but is not asked for them."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    net, reader = Teacher(args.encoder, *sizes).to(DEVICE), Reader(args.encoder)
    slow = [p for p in net.encoder.bert.parameters() if p.requires_grad]
    quick = [p for n, p in net.named_parameters() if ".bert." not in n]
    opt = torch.optim.AdamW([dict(params=slow, base=args.rate), dict(params=quick, base=args.rate * 5)], weight_decay=0.01)
    plan, step, start = args.epochs * len(train.batches(items + with_names, args.words, rng)), 0, time.time()
    for epoch in range(args.epochs):
        groups = train.batches(items + with_names, args.words, rng)
        for group in groups:
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1, (step + 1) / (0.08 * plan)) * (1 - step / (plan + 1))
            with torch.autocast(DEVICE.type, torch.bfloat16):
                loss = loss_of(net, reader, group)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
        if epoch % 3 == 2 or epoch + 1 == args.epochs:
            print("teacher", args.seed, "epoch", epoch + 1, judged([net], reader, tag_names, check), f"{time.time() - start:.0f}s", flush=True)
    return net


def judged(nets, reader, tag_names, check):
    got, total = read(nets, reader, check), sum(len(c[0]) for c in check)
    upos = sum(hash(tag_names[t].split(" ")[0]) == u for g, c in zip(got, check) for t, u in zip(g[1], c[4]))
    uas = sum(h == k for g, c in zip(got, check) for h, k in zip(g[2], c[2]))
    las = sum(h == k and r == q for g, c in zip(got, check) for h, k, r, q in zip(g[2], c[2], g[3], c[3]))
    return "check upos %.2f uas %.2f las %.2f" % tuple(100 * v / total for v in (upos, uas, las))


def texts(args, items, with_names, tag_names):
    """What the teachers are to read: the same whatever their seeds."""
    rng = random.Random(1)
    bert = BertModel.from_pretrained(args.encoder, add_pooling_layer=False)
    open_tags = {i for i, t in enumerate(tag_names) if t.split(" ")[0] in ("NOUN", "VERB", "ADJ", "ADV", "PROPN")}
    near = others(bert, Reader(args.encoder))
    text = [varied(i, near, open_tags, rng) for _ in range(args.varied) for i in items]
    text += [f for f, *_ in with_names if len(f) <= 100]
    return text + debates(args.shared + "/corpora/ungdc.jsonl.zst", args.debates, rng)


def loaded(paths, make):
    nets = [make().to(DEVICE) for _ in paths]
    for net, path in zip(nets, paths):
        net.load_state_dict(torch.load(path, map_location=DEVICE))
    return nets


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("step", choices=("texts", "trees", "names", "read"), help="what is to be read; a teacher of trees; one of "
                      "names; what they read in the texts")
    args.add_argument("--shared", default="../shared")
    args.add_argument("--encoder", required=True, help="folder with model.safetensors and tokenizer.json")
    args.add_argument("--texts", help="read: what the step texts wrote")
    args.add_argument("--trees", nargs="*", default=[], help="read: what the step trees wrote, a file a seed")
    args.add_argument("--names", nargs="*", default=[], help="read: what the step names wrote, a file a seed")
    args.add_argument("--out", required=True)
    args.add_argument("--epochs", type=int, default=7)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--words", type=int, default=1500)
    args.add_argument("--debates", type=int, default=70000)
    args.add_argument("--varied", type=int, default=2)
    args.add_argument("--threads", type=int, default=1)
    args = args.parse_args()
    torch.set_num_threads(args.threads)
    if args.step == "names":
        net = named(name_items(args.shared), args.encoder, args.epochs, args.seed)
        return torch.save(net.state_dict(), args.out)
    start, reader = time.time(), Reader(args.encoder)
    coder, tag_names, rel_names = train.labels(args.shared)
    items, with_names = train.gold(args.shared, coder)
    if args.step == "texts":
        return torch.save(texts(args, items, with_names, tag_names), args.out)
    check = [coder.plain(s) + ([hash(w.upos) for w in s.words],) for s in data.checked(args.shared, data.HELD)]
    sizes = (len(tag_names), len(rel_names))
    if args.step == "trees":
        print(len(items), "trees,", len(with_names), "sentences with names,", len(check), "to check", flush=True)
        return torch.save(trained(args, items, with_names, sizes, tag_names, check).state_dict(), args.out)
    text = torch.load(args.texts, weights_only=False)
    nets = loaded(args.trees, lambda: Teacher(args.encoder, *sizes))
    print("together", judged(nets, reader, tag_names, check), flush=True)
    got = [g for g in read(nets, reader, [(f,) for f in text]) if data.is_tree(g[2])]
    print(len(got), "of", len(text), "read as trees", f"{time.time() - start:.0f}s", flush=True)
    namers = loaded(args.names, lambda: Namer(args.encoder))
    torch.save([g + marks for g, marks in zip(got, names_in(namers, reader, got))], args.out)


if __name__ == "__main__":
    main()
