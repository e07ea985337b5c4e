"""Word vectors from free text: UN debates (CC0) and the training treebanks.

In:  ungdc.jsonl.zst, the training sentences.   Out: vectors.npz (words, counts, vectors).
Why our own: ready-made vectors come from text that we may not build on. A narrow
window makes vectors group words by what they do in a sentence, which is what a parser
needs. Words are lower-cased with digits as 0, the same key that the program uses.
"""
import argparse
import io
import json
import re
import subprocess

import numpy as np
from gensim.models import Word2Vec

import data

PIECE = re.compile(
    r"[A-Za-z\u00c0-\u024f]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d+(?:[.,:]\d+)*|"
    r"(?:[A-Z]\.){2,}|[^\W\d_]+|\.\.\.+|--+|[^\w\s]|\w+", re.I)
STOP = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n+")


def debates(path):
    """Sentences of the debates, split by a plain rule: good enough for vectors."""
    pipe = subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE)
    for line in io.TextIOWrapper(pipe.stdout, "utf-8"):
        for part in STOP.split(json.loads(line)["text"]):
            words = [data.word_key(w) for w in PIECE.findall(part)]
            if words:
                yield words


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--shared", default="../shared")
    args.add_argument("--out", required=True)
    args.add_argument("--dim", type=int, default=100)
    args.add_argument("--epochs", type=int, default=4)
    args = args.parse_args()
    corpus = list(debates(args.shared + "/corpora/ungdc.jsonl.zst"))
    print("debate sentences", len(corpus), flush=True)
    trees = [[data.word_key(w.form) for w in s.words] for s in data.training(args.shared, data.HELD)]
    corpus += trees * 4
    np.random.default_rng(1).shuffle(corpus)
    net = Word2Vec(corpus, vector_size=args.dim, window=3, min_count=3, sg=1, negative=8,
                   sample=1e-4, workers=2, epochs=args.epochs, seed=1)
    words = net.wv.index_to_key
    counts = np.array([net.wv.get_vecattr(w, "count") for w in words])
    np.savez(args.out, words=np.array(words, dtype=object), counts=counts, vectors=net.wv.vectors)
    for probe in ("president", "condemned", "dont", "said"):
        if probe in net.wv:
            print(probe, [w for w, _ in net.wv.most_similar(probe, topn=8)])


if __name__ == "__main__":
    main()
