#!/usr/bin/env python3
"""Side by side in one run, one core: words a second to trees of sagwan, UDPipe 1 and spaCy's small English model.

In:  speeches of the shared corpora (SHARED); --udpipe FILE, a UDPipe 1 model, or one trained here for a few minutes
     (--train-udpipe CONLLU FILE; what it says is poor then, its speed is that of a good one); --spacy NAME or folder.
     Needs the Python packages ufal.udpipe and spacy; a peer that is not there is passed over, saying so.
Out: for each the median of three rounds, taken by turns, and how often faster sagwan is.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import bench


def udpipe(path):
    from ufal.udpipe import Model, Pipeline
    model = Model.load(path)
    pipe = Pipeline(model, "tokenize", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")

    def read(texts, kept=model):  # the pipeline does not hold its model
        return sum(bench.words_of(pipe.process(t)) for t in texts)
    return read


def spacy_small(name):
    import spacy
    nlp = spacy.load(name, exclude=["ner"])
    return lambda texts: sum(len(d) for d in nlp.pipe(texts, batch_size=64))


def train_udpipe(trees, out):
    from ufal.udpipe import Trainer, Sentences, Sentence, InputFormat, ProcessingError
    error, sents = ProcessingError(), Sentences()
    reader = InputFormat.newConlluInputFormat()
    reader.setText(pathlib.Path(trees).read_text(encoding="utf8"))
    s = Sentence()
    while reader.nextSentence(s, error):
        sents.append(s)
        s = Sentence()
    model = Trainer.train("morphodita_parsito", sents, Sentences(), "epochs=2", "iterations=2",
                          "iterations=2;structured_interval=0", error)
    assert not error.occurred(), error.message
    pathlib.Path(out).write_bytes(model.encode("utf8", "surrogateescape") if isinstance(model, str) else bytes(model))


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--build", default="build")
    o.add_argument("--udpipe")
    o.add_argument("--train-udpipe", nargs=2, metavar=("CONLLU", "FILE"))
    o.add_argument("--spacy")
    o.add_argument("--speeches", type=int, default=12)
    a = o.parse_args()
    if a.train_udpipe:
        return train_udpipe(*a.train_udpipe)
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    program = str((bench.TOP / a.build / "sagwan").resolve())
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/un.jsonl"
        if not bench.speeches(path, a.speeches):
            sys.exit("no speeches at hand")
        texts = [json.loads(line)["text"] for line in open(path, encoding="utf8")]
        ours = bench.words_of(subprocess.run([program, "parse", path], capture_output=True, text=True, check=True).stdout)
        peers = {"sagwan": lambda _: bench.run(program, "parse", "--jobs", "1", path) and ours}
        for name, make, model in (("UDPipe 1", udpipe, a.udpipe), ("spaCy, small", spacy_small, a.spacy)):
            try:
                peers[name] = make(model)
            except Exception as e:  # whatever a peer lacks here, the others are still measured
                print(f"{name} is passed over: {e or 'no model named'}")
        rates = {name: [] for name in peers}
        for _ in range(3):
            for name, read in peers.items():
                began = time.perf_counter()
                words = read(texts)
                rates[name].append(words / (time.perf_counter() - began))
        base = statistics.median(rates["sagwan"])
        for name, r in rates.items():
            print(f"{name:14} {statistics.median(r):9.0f} words/s   sagwan is {base / statistics.median(r):6.1f} times as fast")


if __name__ == "__main__":
    main()
