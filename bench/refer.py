#!/usr/bin/env python3
"""Who is meant by pronouns and descriptions? Country and sector against tests/sets/refer.tsv.

    bench/refer.py --program build/sagwan [--errors]

Each row has words of a document (the nth time that they stand there) and the country (several joined by +) and sector
of whom they mean. Right is the mention that begins with these words, if it has the same countries and sector. The first
half of the documents was used to tune, the second was not; --errors lists the first half's.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess

TOP = pathlib.Path(__file__).resolve().parent.parent


def cases(path):
    """Documents in order: id, date, text and rows of (words, first byte, byte after the last, countries, sector)."""
    documents = []
    with open(path, encoding="utf-8", newline="") as f:
        for row in csv.DictReader((line for line in f if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["text"]:
                documents.append((row["id"], row["date"], row["text"], []))
            _, _, text, rows = documents[-1]
            found = re.finditer(r"(?<!\w)" + re.escape(row["words"]) + r"(?!\w)", text)
            at = len(text[:list(found)[int(row["nth"]) - 1].start()].encode())
            rows.append((row["words"], at, at + len(row["words"].encode()), row["country"], row["sector"]))
    return documents


def mentions(conllu):
    """By document: {(first byte, byte of the head): (countries, sector, bytes)}."""
    found, open_, words = collections.defaultdict(list), collections.defaultdict(list), []
    name = None
    for line in conllu.split("\n"):
        cells = line.split("\t")
        if line.startswith("# newdoc id = "):
            name = line[14:]
        if line.startswith("# sent_id"):
            words = []
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        misc = dict(item.split("=", 1) for item in cells[9].split("|"))
        words.append([int(x) for x in misc["TokenRange"].split(":")])
        for piece in re.findall(r"\([^()]+\)?|[^()]+\)", misc.get("Entity", "")):
            parts = piece.strip("()").split("-")
            if piece[0] == "(":
                other = dict(x.split(":") for x in parts[3].split(",")) if len(parts) > 3 else {}
                open_[parts[0]].append([len(words) - 1, int(parts[2]), other])
            if piece[-1] == ")":
                first, head, other = open_[parts[0]].pop()
                found[name].append((words[first][0], words[first + head - 1], words[-1][1], other))
    return found


def answer(found, start, end):
    """The mention that begins where the words do and has the last of them for its head."""
    other = next((m[3] for m in found if m[0] == start and m[1][1] == end), {})
    return other.get("country", ""), other.get("sector", "")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--program", default="build/sagwan")
    arguments.add_argument("--set", default=str(TOP / "tests/sets/refer.tsv"))
    arguments.add_argument("--errors", action="store_true")
    options = arguments.parse_args()
    documents = cases(options.set)
    text = "".join(json.dumps({"id": d[0], "date": d[1], "text": d[2]}) + "\n" for d in documents)
    command = [options.program, "parse", "--entities", "--from", "jsonl"]
    found = mentions(subprocess.run(command, input=text, check=True, capture_output=True, encoding="utf-8").stdout)
    for half, part in (("first half", documents[:len(documents) // 2]), ("second half", documents[len(documents) // 2:])):
        right, total, countries = 0, 0, 0
        for name, _, whole, rows in part:
            for words, start, end, country, sector in rows:
                got = answer(found[name], start, end)
                same = set(got[0].split("+")) == set(country.split("+"))
                total, countries = total + 1, countries + same
                right += same and got[1] == sector
                if options.errors and half == "first half" and not (same and got[1] == sector):
                    print(f"{name}\t{words}\t{country} {sector}\tgot {got[0]} {got[1]}")
        print(f"{half}: {right} of {total} right: {right / total:.3f}; country alone {countries / total:.3f}")


if __name__ == "__main__":
    main()
