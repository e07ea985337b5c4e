#!/usr/bin/env python3
"""How many of the records are right? Records are drawn by seed from texts that nobody wrote for us (documents, then one
record of each) and judged one by one by the manual: is the type right, are actor and recipient right? The texts may not
be passed on, so tests/sets/judged.tsv holds no words, only where each record stands and the verdict; figures come from
it again at any time. tests/sets/README.md tells how is judged.

    bench/judge.py draw build/sagwan DRAW --seed N [--kcna 100 --ungdc 100 --plv 60 --business 100] --out FILE
                                        prints records with their sentences (keep that to yourself: it quotes), writes
                                        the lines to be judged; verdicts are put in by `mark`
    bench/judge.py mark FILE VERDICTS   VERDICTS: "k17 t cause" a wrong record (t type, p parties, tp both); the rest is
                                        right; what is marked goes to tests/sets/judged.tsv
    bench/judge.py score                shares with their 95 % intervals (Wilson), wrong ones by cause
    bench/judge.py again build/sagwan   codes the texts anew: how many right records stand as they stood, how many of the
                                        wrong ones are gone or read otherwise (--show: prints them)
"""
import argparse
import collections
import json
import pathlib
import random
import re
import shutil
import sys

from common import CORPORA, SETS, SHARED, TOP, ask, corpus_lines, document_of, over, read_tsv, sentences, token_range, wilson

JUDGED = SETS / "judged.tsv"
CORPUS = {"kcna": "kcna", "ungdc": "ungdc", "business": "reuters"}  # of each source
COLUMNS = ("draw", "source", "document", "start", "end", "trigger", "kind", "type", "cameo", "actors", "recipients",
           "type_right", "parties_right", "cause")
TRADE = re.compile(r"\b(shares?|stocks?|earnings|dividends?|profits?|net|qtr|dlrs|tonnes|wheat|corn|grain|crops?|bushels|"
                   r"soybeans?|futures|yields?|bonds?|pct)\b", re.I)
MARK = re.compile(r"</?[st]>")
BATCH = 40


def documents(shared, source):
    """All documents of a source, in its own order. Of PLV's sentences only those with even numbers may be read."""
    if source == "plv":
        out = []
        with open(shared / "gold" / "plv-dev.tsv", encoding="utf8") as f:
            head = f.readline().rstrip("\n").split("\t")
            for line in f:
                row = dict(zip(head, line.rstrip("\n").split("\t")))
                if int(row["id"].rsplit("-", 1)[1]) % 2 == 0:
                    out.append({"id": row["id"], "text": MARK.sub("", row["marked_sentence"])})
        return out
    return [json.loads(x) for x in corpus_lines(shared / "corpora" / CORPORA[CORPUS[source]]) if x.strip()]


def records_of(program, docs, *words):
    out = collections.defaultdict(list)
    for r in ask(program, "code", *words, documents=docs):
        out[r["doc"]].append(r)
    return out


def party(e):
    return (e["country"] or "?") + (":" + e["sector"] if e["sector"] else "") if e["country"] or e["sector"] else "?"


def parties(entities):
    return "+".join(sorted(party(e) for e in entities)) or "-"


def row_of(draw, source, doc, r):
    where = sentence_span(doc, r)
    return {"draw": draw, "source": source, "document": doc["id"], "start": where[0], "end": where[1],
            "trigger": f"{r['trigger']['start']}-{r['trigger']['end']}", "kind": r["kind"],
            "type": r["type"] or "/".join(x if isinstance(x, str) else "" for x in [r["stance"] or ""]),
            "cameo": r["cameo"] or "-", "actors": parties(r["actor"]), "recipients": parties(r["recipient"])}


def sentence_span(doc, r):
    """Where the record's sentence stands in its text; in the title: the title's own span."""
    text = doc.get("title", "") if r["sentence"] == 0 else doc["text"]
    at = text.rfind(r["text"], 0, r["trigger"]["start"] + len(r["text"]))
    return (f"t{max(at, 0)}" if r["sentence"] == 0 else max(at, 0)), max(at, 0) + len(r["text"])


def said(e):
    words = e["text"] or "-"
    name = f"={e['name']}" if e["name"] and e["name"] not in words else ""
    return f"{party(e)} \"{words}{name}\"" + ("" if e["by"] == "name" else f" ({e['by']})")


def show(number, doc, r):
    where = sentence_span(doc, r)[0]
    title = isinstance(where, str)
    at = int(where[1:]) if title else where
    text = doc.get("title", "") if title else doc["text"]
    a, b = r["trigger"]["start"], r["trigger"]["end"]
    body = text[at:a] + "«" + text[a:b] + "»" + text[b:at + len(r["text"])]
    before = ""
    if not title and any(e["by"] in ("pronoun", "inferred", "description") for e in r["actor"] + r["recipient"]):
        before = "… " + " ".join(text[max(0, at - 160):at].split()) + " ‖ "
    mode = "/".join(r["mode"])
    inner = " {" + "; ".join(f"{c['type'] or '-'} {c['trigger']['text']} {parties(c['actor'])}>{parties(c['recipient'])}"
                             for c in r["content"]) + "}" if r["content"] else ""
    kind = f"position {r['stance']} " if r["kind"] == "position" else ""
    print(f"{number} {kind}{r['type']} {mode} {r['cameo']} {r['realis']} {r['confidence']:.2f}: "
          f"{', '.join(map(said, r['actor'])) or '-'} > {', '.join(map(said, r['recipient'])) or '-'}"
          f"{' recip' if r['reciprocal'] else ''}{inner}\n   {doc.get('date', '')} {before}{' '.join(body.split())}")


def labelled():
    """Speeches that parts of gold/ label: the network or the confidence may have learnt from them."""
    return {row["document"] for path in (TOP / "gold").glob("real-*.tsv") for row in read_tsv(path)}


def draw_records(program, shared, source, count, seed, draw, out):
    known = labelled()
    docs = [d for d in documents(shared, source) if d["id"] not in known]
    rnd = random.Random(f"{seed}-{source}")
    rnd.shuffle(docs)
    n = 0
    for at in range(0, len(docs), BATCH):
        some = docs[at:at + BATCH]
        found = records_of(program, some)
        for doc in some:
            records = found.get(doc["id"], [])
            if not records or n == count:
                continue
            r = records[rnd.randrange(len(records))]
            n += 1
            row = row_of(draw, source, doc, r)
            row["number"] = f"{source[0]}{n}"
            out.append(row)
            show(row["number"], doc, r)
        if n == count:
            break


def sentences_of(program, docs):
    """Spans of the sentences by document."""
    out, doc = collections.defaultdict(list), None
    for comments, rows in sentences(over(program, "parse", documents=docs).split("\n")):
        doc = document_of(comments, doc)
        spans = [x for x in map(token_range, rows) if x]
        if spans:
            out[doc].append((spans[0][0], spans[-1][1]))
    return out


def draw_business(program, shared, count, seed, draw, out):
    """One sentence of trade of each document; every record in it counts as too much unless it is told otherwise."""
    docs = documents(shared, "business")
    rnd = random.Random(f"{seed}-business")
    rnd.shuffle(docs)
    n = 0
    for at in range(0, len(docs), BATCH):
        some = docs[at:at + BATCH]
        spans, found = sentences_of(program, some), records_of(program, some)
        for doc in some:
            trade = [s for s in spans[doc["id"]] if len(doc["text"][s[0]:s[1]].split()) >= 8
                     and TRADE.search(doc["text"][s[0]:s[1]])]
            if not trade or n == count:
                continue
            a, b = trade[rnd.randrange(len(trade))]
            n += 1
            inside = [r for r in found.get(doc["id"], []) if r["sentence"] and a <= r["trigger"]["start"] < b]
            if not inside:
                out.append({"draw": draw, "source": "business", "document": doc["id"], "start": a, "end": b,
                            "number": f"b{n}", "kind": "none"})
            for k, r in enumerate(inside):
                row = row_of(draw, "business", doc, r)
                row.update(start=a, end=b, number=f"b{n}" + "abcdefgh"[k])
                out.append(row)
                show(row["number"], doc, r)
        if n == count:
            break


def write(path, rows, columns):
    with open(path, "w", encoding="utf8") as f:
        f.write("\t".join(columns) + "\n")
        for r in rows:
            f.write("\t".join(str(r.get(c, "")) for c in columns) + "\n")


def draw(a):
    rows = []
    for source in ("kcna", "ungdc", "plv"):
        draw_records(a.program, a.shared, source, getattr(a, source), a.seed, a.draw, rows)
    draw_business(a.program, a.shared, a.business, a.seed, a.draw, rows)
    write(pathlib.Path(a.out), rows, ("number",) + COLUMNS)


def mark(a):
    rows = read_tsv(pathlib.Path(a.file))
    wrong = {}
    for line in pathlib.Path(a.verdicts).read_text(encoding="utf8").splitlines():
        if line.strip():
            number, what, *cause = line.split()
            wrong[number] = (what, " ".join(cause))
    unknown = set(wrong) - {r["number"] for r in rows}
    if unknown:
        sys.exit(f"no such records: {' '.join(sorted(unknown))}")
    for r in rows:
        what, cause = wrong.get(r["number"], ("", ""))
        judged = r["kind"] != "none"
        r.update(type_right=str(int("t" not in what)) if judged else "", cause=cause,
                 parties_right=str(int("p" not in what)) if judged else "")
    kept = [r for r in read_tsv(JUDGED) if r["draw"] != rows[0]["draw"]] if JUDGED.exists() else []
    write(JUDGED, kept + rows, COLUMNS)


def right(r):
    return r["type_right"] == "1" and r["parties_right"] == "1"


def score(a):
    rows = read_tsv(JUDGED)
    draws = list(dict.fromkeys(r["draw"] for r in rows))
    print(f"{'draw':8} {'source':9} {'n':>4} {'type':>6} {'parties':>8} {'both':>6}  95 %")
    for d in draws:
        mine = [r for r in rows if r["draw"] == d]
        groups = [("kcna", "kcna"), ("ungdc", "ungdc"), ("both", "kcna ungdc"), ("plv", "plv")]
        for name, sources in groups:
            some = [r for r in mine if r["source"] in sources.split()]
            if not some:
                continue
            n, k = len(some), sum(map(right, some))
            low, high = wilson(k, n)
            share = [sum(r[c] == "1" for r in some) / n for c in ("type_right", "parties_right")]
            print(f"{d:8} {name:9} {n:4} {share[0]:6.3f} {share[1]:8.3f} {k / n:6.3f}  {low:.3f}-{high:.3f}")
        trade = [r for r in mine if r["source"] == "business"]
        if trade:
            places = {(r["document"], r["start"]) for r in trade}
            made = [r for r in trade if r["kind"] != "none"]
            print(f"{d:8} business: {len(made)} records in {len(places)} sentences, {sum(map(right, made))} of them right")
        causes = collections.Counter(r["cause"] for r in mine if r["cause"])
        print("         wrong by cause: " + ", ".join(f"{c} {n}" for c, n in causes.most_common()))


def again(a):
    rows = [r for r in read_tsv(JUDGED) if not a.draw or r["draw"] == a.draw]
    for source in dict.fromkeys(r["source"] for r in rows):
        mine = [r for r in rows if r["source"] == source and r["kind"] != "none"]
        wanted = {r["document"] for r in mine}
        docs = {d["id"]: d for d in documents(a.shared, source) if d["id"] in wanted}
        found = records_of(a.program, list(docs.values()))
        count = collections.Counter()
        for r in mine:
            there = {(f"{x['trigger']['start']}-{x['trigger']['end']}", x["kind"]): x for x in found.get(r["document"], [])
                     if (x["sentence"] == 0) == r["start"].startswith("t")}
            x = there.get((r["trigger"], r["kind"]))
            same = x and ((x["type"] or x["stance"]), parties(x["actor"]), parties(x["recipient"])) == (
                r["type"], r["actors"], r["recipients"])
            state = ("right " if right(r) else "wrong ") + ("same" if same else "other" if x else "gone")
            count[state] += 1
            if a.show and not state.endswith("same") and right(r) or a.show and state == "wrong other":
                print(state, r["cause"], r["type"], r["actors"], ">", r["recipients"])
                if x:
                    show("  ", docs[r["document"]], x)
        print(source, dict(sorted(count.items())))


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--shared", type=pathlib.Path, default=SHARED)
    s = o.add_subparsers(dest="what", required=True)
    d = s.add_parser("draw")
    d.add_argument("program")
    d.add_argument("draw")
    d.add_argument("--seed", required=True)
    for source, n in (("kcna", 100), ("ungdc", 100), ("plv", 60), ("business", 100)):
        d.add_argument("--" + source, type=int, default=n)
    d.add_argument("--out", required=True)
    m = s.add_parser("mark")
    m.add_argument("file")
    m.add_argument("verdicts")
    s.add_parser("score")
    g = s.add_parser("again")
    g.add_argument("program")
    g.add_argument("--draw")
    g.add_argument("--show", action="store_true")
    a = o.parse_args()
    if a.what in ("draw", "again") and not shutil.which("zstdcat"):
        sys.exit("judge.py: zstdcat is not at hand")
    {"draw": draw, "mark": mark, "score": score, "again": again}[a.what](a)


if __name__ == "__main__":
    main()
