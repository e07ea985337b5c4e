#!/usr/bin/env python3
"""Labels over real text: 300 sentences of debates at the United Nations and five stories of GUM, which measure; and stretches of
other such speeches and of reports (GUM's other news and speeches, EWT's weblogs and newsgroups, the statements of re3d), from
which the network of acts may learn (speeches, reports), the confidence (-held), and those who mend rules (-dev), with no word of any.
The texts may be read and not passed on with the project, so the tables say only where each sentence stands, a hash of it, and
its records with the place of their triggers. This script finds the sentences again in SHARED and writes items as `sagwan eval
--gold` reads them. A corpus that is not at hand is passed over, saying so.

    gold/real.py --shared DIR PART >FILE            JSON lines, one item a stretch or story
    gold/real.py --check                            are the labels in themselves right? (needs no corpus)
    gold/real.py --counts                           the figures of gold/README.md

A row is a sentence or a record of the last sentence. Columns: `document`, with `:N` behind it where a stretch of reports begins
with the document's sentence N; `sentence`, its number in the stretch or story; `start` and `end`: code points in the document's
text, or the treebank's word ids, first and last; `hash`, of sentences only, of
the text with each run of blanks and line ends as one blank; `record`, in build.py's notation without trigger and date,
`?` before one that need not come out: `TYPE/mode~acceptmode [ctx] realis | actors | recipients | source`; `alt`: other
readings as there, joined by ` ~ `; `why`; of all but the two that measure `said`: the places of the words that name the actors
and, behind `|`, the recipients. The reader of a speech is told by a label who speaks."""
import argparse, collections as C, hashlib, json, pathlib, re, shutil, subprocess, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import build

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ("debates", "news", "speeches", "speeches-dev", "speeches-held", "reports", "reports-held")
TESTS = PARTS[:2]
LABELLED = PARTS[2:5]  # whose readers are told who speaks
TREES = ("news", *PARTS[5:])  # of treebanks and of re3d, by their words
COLUMNS = "document sentence start end hash record alt why".split()
SIDE = 512  # records of an item that eval reads
DAY = "2000-01-01"  # build.py wants a day to count dates from; records here have none

def rows(part):
    lines = [x for x in (HERE / f"real-{part}.tsv").read_text(encoding="utf8").split("\n") if x and x[0] != "#"]
    columns = COLUMNS + ["said"] * (part not in TESTS)
    if lines[0].split("\t") != columns:
        sys.exit(f"real-{part}.tsv: its columns are not {' '.join(columns)}")
    return [dict(zip(columns, (x.split("\t") + [""] * len(columns))[:len(columns)])) for x in lines[1:]]

def span(row):
    return int(row["start"]), int(row["end"])

def record(row):
    """The record of a row; build.py's notation needs a trigger and a text that has it."""
    where, optional = f"{row['document']} {row['sentence']}", row["record"].startswith("?")
    head, actors, recipients, source = [x.strip() for x in row["record"].lstrip("? ").split("|")]
    e = build.event(f"{head} | {actors} | {recipients} | x | - | {source}", DAY, "x", where)
    if e is None:
        return None
    others = [build.other_reading(o, e, DAY, "x", where) for o in row["alt"].split(" ~ ") if o]
    del e["trigger"]
    return {**e, "why": row["why"], **({"alt": others} if others else {}), **({"optional": True} if optional else {})}

def documents(part):
    """Document id -> [(sentence row, its record rows)], in the file's order."""
    out = {}
    for row in rows(part):
        told = out.setdefault(row["document"], [])
        if row["record"] and told:
            told[-1][1].append(row)
        else:
            told.append((row, []))
    return out

# ---- the labels in themselves ---------------------------------------------------------------------

def complaints(doc, told):
    """What is wrong with one document's rows."""
    said, last = [], -1
    for row, events in told:
        where = f"{doc} {row['sentence']}"
        start, end = span(row)
        if row["record"] or not re.fullmatch("[0-9a-f]{12}", row["hash"]):
            said.append(f"{where}: a record before its sentence, or no hash")
        if not last <= start < end if doc.startswith("ungdc-") else start != 1 or end < 1:
            said.append(f"{where}: not a place behind the last one's")
        last, triggers = end, [span(e) for e in events]
        for e, (a, z) in zip(events, triggers):
            if e["sentence"] != row["sentence"] or e["hash"] or not start <= a <= z <= end:
                said.append(f"{where}: a trigger outside its sentence")
            if not e["why"]:
                said.append(f"{where}: a record without its why")
        if len(set(triggers)) < len(triggers):
            said.append(f"{where}: two records with one trigger")
    numbers = [row["sentence"] for row, _ in told]
    if numbers != [str(i) for i in range(1, len(told) + 1)]:
        said.append(f"{doc}: sentences are not counted from 1")
    if sum(len(events) for _, events in told) > SIDE:
        said.append(f"{doc}: more records than eval reads")
    return said

def key(r):
    return json.dumps([r["type"]] + [sorted((p["country"] or "", p["sector"] or "") for p in r[k])
                                     for k in ("actor", "recipient")])

def check():
    said = []
    for part in PARTS:
        if part in TESTS and build.CANARY not in (HERE / f"real-{part}.tsv").read_text(encoding="utf8"):
            said.append(f"real-{part}.tsv: no canary")
        docs = documents(part)
        for doc, told in docs.items():
            said += complaints(doc, told)
            for row in (e for _, events in told for e in events):
                r = record(row)
                readings = [key(o) for o in [r] + r.get("alt", [])] if r else []
                if len(set(readings)) < len(readings):
                    said.append(f"{doc} {row['sentence']}: a reading twice")
    return said + build.errs

# ---- finding the text again -----------------------------------------------------------------------

def debates(shared, wanted):
    """Document id -> (day, text)."""
    path, zstd = shared / "corpora" / "ungdc.jsonl.zst", shutil.which("zstdcat")
    if not path.exists() or not zstd:
        print(f"passed over: no {path if zstd else 'zstdcat'}", file=sys.stderr)
        return {}
    found = {}
    with subprocess.Popen([zstd, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        for line in child.stdout:
            if len(found) < len(wanted) and any(w.encode() in line[:60] for w in wanted):
                d = json.loads(line)
                if d["id"] in wanted:
                    found[d["id"]] = (d["date"], d["text"])
    return found

def debate_item(doc, told, day, text, label=""):
    """An item without records, and of each sentence its words, where they begin, and what makes a row's places the item's."""
    first, last = int(told[0][0]["start"]) - len(label), int(told[-1][0]["end"])
    pieces = [(text[slice(*span(row))], span(row)[0] - first, lambda a, z: (a - first, z - first)) for row, _ in told]
    out = {"id": doc, "date": day, "title": None, "text": label + text[first + len(label):last], "form": "transcript" if label else "text"}
    return out, pieces

def label_of(doc):
    """"ungdc-PER-1990": who speaks, as a label of his words."""
    code = doc.split("-")[1]
    with (HERE.parent / "lexicon/world/countries.tsv").open(encoding="utf8") as lines:
        name = next(c[2] for c in (x.rstrip("\n").split("\t") for x in lines) if c[:2] == [code, "name"])
    return f"Mr. SPEAKER ({name}):\n\n"

def said_of(row, place):
    """The places of the words that name a record's parties, in the item's text."""
    sides = [[list(place(*map(int, s.split("-")))) for s in side.split(";") if s] for side in row["said"].split("|")]
    return {"said": dict(zip(("actor", "recipient"), sides))} if len(sides) == 2 else {}

def stories(shared, wanted):
    """Document id -> (day, [(opens a paragraph, text, {word id: (first code point, end)})]), of treebanks and of re3d."""
    found = {}
    for path in [*sorted((shared / "treebanks" / "gum").glob("*.conllu")), shared / "treebanks" / "ewt" / "train.conllu"]:
        if path.exists():
            read_trees(path, wanted, found)
    statements(shared / "ner" / "re3d.conll", wanted, found)
    if not found:
        print(f"passed over: neither treebanks nor names in {shared}", file=sys.stderr)
    return found

def day_of(doc):
    """"weblog-..._ENG_20051120_060000": the day in EWT's name; GUM says its own, re3d none (its texts are of 2014 to 2016)."""
    told = re.search(r"_ENG_(\d{4})(\d\d)(\d\d)_", doc)
    return "-".join(told.groups()) if told else "2015-12-01"

def read_trees(path, wanted, found):
    doc, opens = None, False
    for line in path.open(encoding="utf8"):
        name, _, value = line.strip().partition(" = ")
        if name == "# newdoc id":
            doc, opens = value if value in wanted else None, False
            if doc:
                found[doc] = (day_of(doc), [])
        elif not doc:
            continue
        elif name == "# meta::dateCreated":
            found[doc] = (value, found[doc][1])
        elif name.startswith("# newpar"):
            opens = True
        elif name == "# text":
            found[doc][1].append((opens, re.sub(r"\s+", " ", value), {}))
            opens, at = False, 0
        elif line[0].isdigit() and "." not in line.split("\t")[0]:
            at = place_word(found[doc][1][-1], at, *line.split("\t")[:2])

def place_word(sentence, at, ids, form):
    """Words of a contraction have the place of the whole."""
    _, text, places = sentence
    first, _, last = ids.partition("-")
    if int(first) in places:
        return at
    start = text.index(form, at)
    for i in range(int(first), int(last or first) + 1):
        places[i] = (start, start + len(form))
    return start + len(form)

def statements(path, wanted, found):
    """re3d, which has words alone: they are put together as they are written. Its documents are counted from 1."""
    lines = path.read_text(encoding="utf8").split("\n") if path.exists() else []
    number, words = 0, []
    for line in lines:
        if line.startswith("# document"):
            number += 1
        elif line:
            words.append(line.split("\t")[0])
        elif words:
            doc = f"re3d-{number}"
            if doc in wanted:
                found.setdefault(doc, (day_of(doc), []))[1].append(placed(words))
            words = []

def placed(words):
    text = " ".join(words)
    for what, instead in ((r" ([.,;:?!%)\]’'])", r"\1"), (r"([(\[$£]) ", r"\1"), (r" (n't|'s|’s|'re|'ve|'ll|s)\b", r"\1"),
                          (r"(\w) - (\w)", r"\1-\2"), (r"(\d) / (\d)", r"\1/\2")):
        text = re.sub(what, instead, text)
    sentence, at = (False, text, {}), 0
    for i, form in enumerate(words, 1):
        at = place_word(sentence, at, str(i), form)
    return sentence

def story_item(doc, told, day, sentences, titled):
    """The same; of a whole story of news the heading is the title, the rest the text."""
    first, text, pieces = int(doc.partition(":")[2] or 1) - 1, "", []
    for n, (opens, words, at) in enumerate(sentences[first:first + len(told)]):
        heading = titled and not n
        if not heading:
            text += ("\n\n" if opens else " ") * bool(text) + words
        start = 0 if heading else len(text) - len(words)
        pieces.append((words, start, lambda a, z, start=start, at=at: (start + at[a][0], start + at[z][1])))
    return {"id": doc, "date": day, "title": sentences[0][1] if titled else None, "text": text}, pieces

def short_hash(text):
    return hashlib.sha256(re.sub(r"\s+", " ", text).encode()).hexdigest()[:12]

def item(part, doc, told, found):
    """One item, or nothing where the corpus is another than the one that was labelled."""
    label, titled = label_of(doc) if part in LABELLED else "", part == "news"
    out, pieces = story_item(doc, told, *found, titled) if part in TREES else debate_item(doc, told, *found, label)
    sentences, records = [], []
    for n, ((row, events), (words, start, place)) in enumerate(zip(told, pieces), 1):
        if short_hash(words) != row["hash"]:
            print(f"{doc}: sentence {row['sentence']} is not the one that was labelled; passed over", file=sys.stderr)
            return None
        heading = titled and n == 1
        if not heading:
            sentences.append([start, start + len(words), len(events)])
        for e in events:
            a, z = place(*span(e))
            at = {"sentence": 0} if heading else {"sentence": len(sentences), "start": a, "end": z}
            more = {} if part in TESTS else said_of(e, place)
            records.append({**at, "trigger": words[a - start:z - start], **record(e), **more})
    return {"form": "text", **out, "sentences": sentences, "events": records, **({"canary": build.CANARY} if part in TESTS else {})}

def write(part, shared):
    docs = documents(part)
    found = (stories if part in TREES else debates)(shared, {doc.partition(":")[0] for doc in docs})
    for doc, told in docs.items():
        base = doc.partition(":")[0]
        one = item(part, doc, told, found[base]) if base in found else None
        if one:
            print(json.dumps(one, ensure_ascii=False))

def counts():
    for part in PARTS:
        told = [x for d in documents(part).values() for x in d]
        records = [record(e) for _, events in told for e in events]
        needed = [r for r in records if not r.get("optional")]
        print(f"real-{part}: {len(documents(part))} documents, {len(told)} sentences, "
              f"{sum(not e for _, e in told)} quiet; {len(needed)} records, {len(records) - len(needed)} optional; "
              f"other readings of {sum('alt' in r for r in needed)}")
        for k in ("type", "realis"):
            print(f"  {k}: " + ", ".join(f"{n} {c}" for n, c in C.Counter(r[k] for r in needed).most_common()))

def main():
    p = argparse.ArgumentParser(description="Labels over real text, with the text found again.")
    p.add_argument("part", nargs="?", choices=PARTS)
    p.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    p.add_argument("--check", action="store_true")
    p.add_argument("--counts", action="store_true")
    a = p.parse_args()
    if a.counts:
        return counts()
    said = check()
    if said or a.check or not a.part:
        print("\n".join(said), end="\n" if said else "")
        return 1 if said or not a.check else 0
    return write(a.part, a.shared)

if __name__ == "__main__":
    sys.exit(main())
