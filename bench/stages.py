#!/usr/bin/env python3
"""Instructions a word of the stages that tell who, when and where (sg_name, sg_actor, sg_when, sg_locate), counted by
valgrind's callgrind while the first documents of a file (gold/natural-train) are coded; a word is what Universal
Dependencies count. The counts do not depend on how busy the machine is."""
import argparse
import itertools
import re
import subprocess
import tempfile

from bench import words_of
from common import TOP

STAGES = {"name": "sg_name", "when": "sg_when", "actor": "sg_actor", "place": "sg_locate"}


def counts(report):
    """Instructions by function, what it calls counted too; each stage's function stands there once by its object."""
    found = {}
    for line in report.splitlines():
        m = re.match(r"\s*([\d,]+) .*:(sg_\w+) \[", line)
        if m:
            found.setdefault(m[2], int(m[1].replace(",", "")))
    return found


def main():
    o = argparse.ArgumentParser(description=__doc__)
    o.add_argument("--build", default="build")
    o.add_argument("--documents", type=int, default=20)
    o.add_argument("--file", default=str(TOP / "gold" / "natural-train.jsonl"))
    a = o.parse_args()
    program = str((TOP / a.build / "sagwan").resolve())
    with tempfile.TemporaryDirectory() as folder:
        few, out = f"{folder}/few.jsonl", f"{folder}/callgrind"
        with open(a.file, encoding="utf8") as all_, open(few, "w", encoding="utf8") as f:
            f.writelines(itertools.islice(all_, a.documents))
        words = words_of(subprocess.run([program, "parse", few], capture_output=True, text=True, check=True).stdout)
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, "code", "--quiet",
                        "--jobs", "1", "--all", few], capture_output=True, check=True)
        report = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", out],
                                capture_output=True, text=True, check=True).stdout
    found = counts(report)
    each = {stage: found[function] / words for stage, function in STAGES.items()}
    print(f"{a.documents} documents, {words} words; instructions a word: "
          + ", ".join(f"{stage} {n:,.0f}" for stage, n in each.items()) + f"; together {sum(each.values()):,.0f}")


if __name__ == "__main__":
    main()
