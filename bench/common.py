"""What the measurements share: where things lie, our tables, CoNLL-U, corpora, how the program is asked, and shares.

One home for each, so that no two scripts read a table or ask the program in ways of their own. Nothing but Python's own
library is needed.
"""
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
SETS = TOP / "tests" / "sets"
SHARED = pathlib.Path(os.environ.get("SHARED", TOP.parent / "shared"))
CORPORA = {"kcna": "kcna_en.jsonl.zst", "reuters": "reuters.jsonl.zst", "ungdc": "ungdc.jsonl.zst"}


def read_tsv(path):
    """The rows of one of our tables as dictionaries; lines with # in front are notes, cells that lack are empty."""
    lines = [x for x in path.read_text(encoding="utf8").split("\n") if x and not x.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, x.split("\t") + [""] * len(head))) for x in lines[1:]]


# ---- asking the program ----

def run(program, *words, stdin=""):
    """What it prints. Status 1 says that some documents were passed over; a worse one ends the measurement."""
    done = subprocess.run([program, *map(str, words), "--quiet"], input=stdin.encode(), capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{program} {' '.join(map(str, words))}: status {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def json_lines(text):
    return [json.loads(line) for line in text.split("\n") if line]  # splitlines() would also cut inside of texts


def over(program, *words, documents):
    """What it prints of these documents, each a dictionary with id, text and what else JSON lines may have."""
    lines = "".join(json.dumps(d) + "\n" for d in documents)
    return run(program, *words, "--from", "jsonl", "-", stdin=lines)


def ask(program, *words, documents):
    """The same as records."""
    return json_lines(over(program, *words, "--to", "jsonl", documents=documents))


# ---- CoNLL-U ----

def sentences(lines):
    """(comments, rows) of each sentence; a row is its ten cells, rows of contractions and empty nodes are there too."""
    comments, rows = [], []
    for line in (x.rstrip("\n") for x in lines):
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []
    if rows:
        yield comments, rows


def words_of(rows):
    return [r for r in rows if r[0].isdigit()]


def document_of(comments, before):
    """The document that the sentence opens, else the one before."""
    return next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# newdoc")), before)


def token_range(row):
    """First and last byte of a token in its document; None where the row does not say."""
    m = re.search(r"TokenRange=(\d+):(\d+)", row[9])
    return m and (int(m.group(1)), int(m.group(2)))


# ---- corpora ----

def lacking(path):
    """What is missing to read a compressed corpus, or nothing."""
    return "zstdcat" if not shutil.which("zstdcat") else str(path) if not path.exists() else None


def corpus_lines(path):
    """The lines of a compressed corpus as bytes, read no farther than they are asked for."""
    with subprocess.Popen(["zstdcat", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        try:
            yield from child.stdout
        finally:
            child.kill()


# ---- shares ----

def scores(right, said, gold):
    """Precision, recall and F1 of counts; 0 of nothing."""
    return right / max(said, 1), right / max(gold, 1), 2 * right / max(said + gold, 1)


def wilson(right, n, z=1.96):
    """The 95 % interval of a share."""
    p, d = right / n, 1 + z * z / n
    middle, half = (p + z * z / (2 * n)) / d, z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d
    return middle - half, middle + half
