"""What the layers of the encoder that tells acts (core/sense.h) read, over texts: by which export.py chooses the steps of bytes
and rounds the weights.

In:  the encoder's weights, its pieces; sentences with their trees, as `sagwan parse` prints them (CoNLL-U).
Out: rows of what each layer reads, in floats; how far each column reaches.
"""
import numpy as np

import acts

HEAD, ROWS, SEED = 32, 30000, 3


def sentences(path, pieces):
    """Of each sentence its pieces, and at the first of a word its class and relation, elsewhere -1."""
    number = {p: i for i, p in enumerate(pieces)}
    opens, closes = acts.SPECIAL.index("[CLS]"), acts.SPECIAL.index("[SEP]")
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        out = [(opens, -1, -1)]
        for row in rows:
            if row[0].isdigit():
                first, *rest = acts.pieces_of(row[1], number)
                out += [(first, acts.UPOS.index(row[3]), acts.rel_of(row[7]))] + [(p, -1, -1) for p in rest]
        if 1 < len(out) < 500:
            yield np.array(out + [(closes, -1, -1)])


def gelu(x):
    return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))


def norm(st, name, x):
    x = x - x.mean(1, keepdims=True)
    return x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-12) * st[name + ".weight"] + st[name + ".bias"]


def attention(q, k, v):
    out = np.empty_like(q)
    for c in range(0, q.shape[1], HEAD):
        one = slice(c, c + HEAD)
        share = q[:, one] @ k[:, one].T * HEAD ** -0.5
        share = np.exp(share - share.max(1, keepdims=True))
        out[:, one] = share / share.sum(1, keepdims=True) @ v[:, one]
    return out


def read_by_layers(st, table, one):
    """By name and layer what its layers read of one sentence."""
    entry, out = "bert.embeddings.", {}
    tags, rels = (np.concatenate([st[n + ".weight"], np.zeros((1, table.shape[1]), np.float32)]) for n in ("tag", "rel"))
    place = st[entry + "position_embeddings.weight"][:len(one)] + st[entry + "token_type_embeddings.weight"][0]
    x = norm(st, entry + "LayerNorm", table[one[:, 0]] + tags[one[:, 1]] + rels[one[:, 2]] + place)
    for i in range(100):
        at = f"bert.encoder.layer.{i}."
        if at + "output.dense.weight" not in st:
            return out

        def dense(name, x):
            return x @ st[at + name + ".weight"].T + st[at + name + ".bias"]

        out[f"asks{i}"] = x
        out[f"hears{i}"] = heard = attention(*(dense("attention.self." + n, x) for n in ("query", "key", "value")))
        out[f"wide{i}"] = x = norm(st, at + "attention.output.LayerNorm", x + dense("attention.output.dense", heard))
        out[f"narrow{i}"] = middle = gelu(dense("intermediate.dense", x))
        x = norm(st, at + "output.LayerNorm", x + dense("output.dense", middle))


def read(st, table, pieces, path):
    """Of all texts how far each column reaches, and some of the rows, drawn evenly."""
    st = {k: np.asarray(v, np.float32) for k, v in st.items()}
    texts, rng = list(sentences(path, pieces)), np.random.default_rng(SEED)
    if not texts:
        raise SystemExit(f"{path}: no sentence with a tree")
    share = min(1.0, ROWS / sum(map(len, texts)))
    reach, rows = {}, {}
    for one in texts:
        drawn = rng.random(len(one)) < share
        for name, x in read_by_layers(st, table, one).items():
            far = np.abs(x).max(0)
            reach[name] = np.maximum(reach.get(name, far), far)
            rows.setdefault(name, []).append(x[drawn].astype(np.float16))
    return reach, {name: np.concatenate(x) for name, x in rows.items()}
