#!/usr/bin/env python3
"""Who is meant by pronouns and descriptions? Country and sector against tests/sets/refer.tsv, or against gold documents.

    bench/refer.py --program build/sagwan [--errors] [--gold gold/natural-dev.jsonl ...]

Each row of the set has words of a document (the nth time that they stand there) and the country (several joined by +)
and sector of whom they mean. Right is the mention that begins with these words, if it has the same countries and
sector. The first half of the documents was used to tune, the second was not; --errors lists the first half's.

Gold documents (--gold) whose records say which words name their parties (`said`: natural-acts, natural-train): the head of
these words, by our tree, where it is a pronoun or a common noun. Right is a head with the country and sector of that
party, or of that of another reading of the record. Other gold documents have no words of their parties: there one is
looked at where it is the subject of the record's trigger, which is not always the word that was labelled.
"""
import argparse
import collections
import csv
import json
import re

import common


def cases(path):
    """Documents in order: id, date, text and rows of (words, their last code point, countries, sector)."""
    documents = []
    with open(path, encoding="utf-8", newline="") as f:
        for row in csv.DictReader((line for line in f if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["text"]:
                documents.append((row["id"], row["date"], row["text"], []))
            _, _, text, rows = documents[-1]
            found = re.finditer(r"(?<!\w)" + re.escape(row["words"]) + r"(?!\w)", text)
            at = list(found)[int(row["nth"]) - 1].start()
            rows.append((row["words"], at + len(row["words"]) - 1, row["country"], row["sector"]))
    return documents


def parties(mentions):
    """By document: (first code point, code point after, country, sector) of whom `sagwan mentions` finds."""
    found = collections.defaultdict(list)
    for m in mentions:
        if m["kind"] == "party" and m.get("in") != "title" and m["start"] is not None:
            found[m["doc"]].append((m["start"], m["end"], m["country"] or "", m["sector"] or ""))
    return found


def answer(found, at):
    """Countries and sectors of whom the word at this code point stands for."""
    here = [p for p in found if p[0] <= at < p[1]]
    return {p[2] for p in here if p[2]}, {p[3] for p in here if p[2] or p[3]}


def words_of(conllu):
    """By document: words as (first byte, byte after, number, upos, head, deprel, sentence, a relative pronoun?)."""
    found, name = collections.defaultdict(list), None
    for sentence, (comments, rows) in enumerate(common.sentences(conllu.split("\n"))):
        name = common.document_of(comments, name)
        if any(c.startswith("# sent_id") and c.rstrip().endswith("-0") for c in comments):
            continue  # the title, whose bytes are counted apart
        for cells in common.words_of(rows):
            span = common.token_range(cells)
            if span:
                found[name].append((*span, int(cells[0]), cells[3], int(cells[6]), cells[7], sentence,
                                    "PronType=Rel" in cells[5]))
    return found


def subject_of(words, start, end):
    """The subject of the trigger's words (bytes): the first word that one of them governs as nsubj, or of a light
    verb that they hang on."""
    inside = [w for w in words if start <= w[0] < end]
    heads = [(w[2], w[6]) for w in inside] + [(w[4], w[6]) for w in inside if w[5] == "obj"]
    return next((w for h in heads for w in words if w[5] == "nsubj" and (w[4], w[6]) == h), None)


def codes(of):
    return {p["country"] or "" for p in of} - {""}, {p["sector"] or "" for p in of}


def head_of(words, start, end):
    """The first word of the stretch (bytes) that hangs on none of the others."""
    inside = [w for w in words if start <= w[0] < end]
    numbers = {(w[2], w[6]) for w in inside}
    return next((w for w in inside if (w[4], w[6]) not in numbers), None)


def said_heads(d, e, words):
    """(head, gold readings) for each side of a record that has one party, said by one stretch of words."""
    for side in ("actor", "recipient"):
        spans = e["said"].get(side, [])
        if len(spans) != 1 or len(e[side]) != 1:
            continue
        at = [len(d["text"][:x].encode()) for x in spans[0]]
        readings = [codes(r[side]) for r in [e] + e.get("alt", []) if r[side]]
        yield head_of(words, *at), readings


def subjects(d, e, words):
    if e["actor"]:
        at = [len(d["text"][:e[k]].encode()) for k in ("start", "end")]
        yield subject_of(words, *at), [codes(r["actor"]) for r in [e] + e.get("alt", []) if r["actor"]]


def gold_cases(path, program):
    """(document, sort, word, gold readings, got) for each party that is a pronoun or a common noun."""
    with open(path, encoding="utf-8") as f:
        documents = [json.loads(line) for line in f]
    asked = [{k: d[k] for k in ("id", "date", "title", "text") if d[k]} for d in documents]
    words = words_of(common.over(program, "parse", documents=asked))
    found = parties(common.ask(program, "mentions", documents=asked))
    for d in documents:
        for e in d["events"]:
            if "start" not in e:
                continue
            for word, readings in (said_heads if "said" in e else subjects)(d, e, words[d["id"]]):
                if not word or word[3] not in ("PRON", "NOUN") or word[7]:
                    continue
                start = len(d["text"].encode()[:word[0]].decode())
                text = d["text"].encode()[word[0]:word[1]].decode()
                sort = "pronouns" if word[3] == "PRON" else "descriptions"
                yield d["id"], sort, text, readings, answer(found[d["id"]], start)


def measure_gold(paths, program, errors):
    total, right = collections.Counter(), collections.Counter()
    for path in paths:
        for name, sort, word, readings, got in gold_cases(path, program):
            same = got in readings
            for k in (sort, "all"):
                total[k] += 1
                right[k] += same
                right[k, "country"] += any(got[0] == r[0] for r in readings)
            if errors and not same:
                print(f"{name}\t{word}\t{readings[0]}\tgot {got}")
    for k in ("pronouns", "descriptions", "all"):
        n = total[k] or 1
        print(f"{k}: {right[k]} of {total[k]} right: {right[k] / n:.3f}; country alone {right[k, 'country'] / n:.3f}")


def measure_set(path, program, errors):
    documents = cases(path)
    asked = [{"id": d[0], "date": d[1], "text": d[2]} for d in documents]
    found = parties(common.ask(program, "mentions", documents=asked))
    half = len(documents) // 2
    for part, of in (("first half", documents[:half]), ("second half", documents[half:])):
        right, total, countries = 0, 0, 0
        for name, _, _, rows in of:
            for words, at, country, sector in rows:
                got = answer(found[name], at)
                same = got[0] == set(country.split("+"))
                total, countries = total + 1, countries + same
                same = same and got[1] == {sector}
                right += same
                if errors and part == "first half" and not same:
                    print(f"{name}\t{words}\t{country} {sector}\tgot {got}")
        print(f"{part}: {right} of {total} right: {right / total:.3f}; country alone {countries / total:.3f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--program", default="build/sagwan")
    arguments.add_argument("--set", default=str(common.SETS / "refer.tsv"))
    arguments.add_argument("--errors", action="store_true")
    arguments.add_argument("--gold", nargs="+", metavar="FILE")
    options = arguments.parse_args()

    if options.gold:
        measure_gold(options.gold, options.program, options.errors)
    else:
        measure_set(options.set, options.program, options.errors)


if __name__ == "__main__":
    main()
