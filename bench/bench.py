#!/usr/bin/env python3
"""How fast, how large? Prints start to first record, sentences a second on one core, the gain of two threads, and
memory at four, over copies of examples/broadcast.txt (our own text, about 20 words a sentence); and words a second to
trees over the first UN speeches of the shared corpora, where they are at hand (SHARED)."""
import argparse
import itertools
import json
import os
import subprocess
import tempfile
import time

import common
from common import TOP


def corpus(path, copies):
    text = (TOP / "examples" / "broadcast.txt").read_text(encoding="utf8")
    with open(path, "w", encoding="utf8") as f:
        for i in range(copies):
            f.write(json.dumps({"id": str(i), "date": "2024-03-15", "text": text}) + "\n")
    return text


def run(*words):
    """Seconds, and the peak of memory in MiB."""
    began = time.perf_counter()
    with open(os.devnull, "wb") as out:
        child = subprocess.Popen(words, stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, words
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def speeches(path, count):
    """The first `count` speeches as JSON lines in `path`; False where the corpus or zstd is not there."""
    source = common.SHARED / "corpora" / common.CORPORA["ungdc"]
    if common.lacking(source):
        return False
    with open(path, "wb") as f:
        f.writelines(itertools.islice(common.corpus_lines(source), count))
    return True


def words_of(conllu):
    return sum(x[:1].isdigit() and "-" not in x.split("\t")[0] for x in conllu.splitlines())


def main():
    o = argparse.ArgumentParser(description=__doc__)
    o.add_argument("--build", default="build")
    o.add_argument("--copies", type=int, default=400)
    a = o.parse_args()
    program = str((TOP / a.build / "sagwan").resolve())
    with tempfile.TemporaryDirectory() as folder:
        many, one = f"{folder}/many.jsonl", f"{folder}/one.jsonl"
        corpus(many, a.copies)
        corpus(one, 1)
        trees = subprocess.run([program, "parse", one], capture_output=True, text=True, check=True).stdout
        sentences = sum(x.startswith("# text") for x in trees.splitlines()) * a.copies
        words = words_of(trees) * a.copies
        start = min(run(program, "code", "--to", "jsonl", one)[0] for _ in range(5))
        single = run(program, "code", "--to", "jsonl", "--jobs", "1", many)[0]
        double = run(program, "code", "--to", "jsonl", "--jobs", "2", many)[0]
        memory = run(program, "code", "--to", "jsonl", "--jobs", "4", many)[1]
        un, parsed = f"{folder}/un.jsonl", 0
        if speeches(un, 60):
            read = subprocess.run([program, "parse", un], capture_output=True, text=True, check=True).stdout
            parsed = words_of(read) / min(run(program, "parse", "--jobs", "1", un)[0] for _ in range(3))
    print(f"start to first record   {1000 * start:8.0f} ms       (to be under 60)")
    print(f"one core                {sentences / single:8.0f} sentences/s of {words / sentences:.1f} words "
          f"= {words / single / 24:.0f} of 24 words (to be over 1,000)")
    print(f"two threads over one    {single / double:8.2f} times    (to be over 1.9, on {os.cpu_count()} cores)")
    print(f"memory at four threads  {memory:8.0f} MiB      (to be under 350)")
    if parsed:
        print(f"parse, one core         {parsed:8.0f} words/s  (to be over 60,000; UN speeches)")


if __name__ == "__main__":
    main()
