#!/usr/bin/env python3
"""The one test runner.

    tests/run.py                   what `make test` runs: unit, includes, corpus, documents, commands (offline, seconds)
    tests/run.py --all             what `make check` runs: also sanitizers, fuzzing, hostile input, kills
    tests/run.py --only corpus     one part; --update writes what the program says into the corpus
    tests/run.py --asan build/asan the build with the sanitizers

Each part is a generator of (name, complaint or None). The last line is `N passed, M failed`.
"""
import argparse
import concurrent.futures
import contextlib
import csv
import importlib
import importlib.util
import io
import json
import math
import os
import pathlib
import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench"))
import coref  # noqa: E402
import drawn  # noqa: E402
import mission  # noqa: E402
import sets  # noqa: E402

TOP = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("SHARED", "../shared"))
SHARED = SHARED if SHARED.is_absolute() else (TOP / SHARED).resolve()
EXAMPLE = TOP / "examples" / "broadcast.txt"
SEED_TRANSCRIPT = SHARED / "seed" / "transcript.txt"


class Program:
    """The program under test, run in a bounded time and memory."""

    def __init__(self, build):
        self.build = pathlib.Path(build)
        self.path = self.build / "sagwan"
        self.asan = "asan" in self.build.name

    def __call__(self, *words, stdin=b"", seconds=60, env=None, memory=None, stdout=subprocess.PIPE):
        def bounds():
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        stdin = stdin.encode() if isinstance(stdin, str) else stdin
        return subprocess.run([self.path, *map(str, words)], input=stdin, stdout=stdout, stderr=subprocess.PIPE,
                              timeout=seconds, preexec_fn=bounds if memory and not self.asan else None,
                              env={**os.environ, **(env or {})})

    def records(self, *words, **more):
        done = self("code", "--to", "jsonl", *words, **more)
        return [json.loads(line) for line in done.stdout.splitlines()]


# ---- corpus: text in, compact lines out ------------------------------------------------------------

def party(entities):
    return "+".join((e["country"] or "?") + (" " + e["sector"] if e["sector"] else "")
                    + (f" ({e['name']})" if e["name"] else "") for e in entities) or "-"


def compact_act(act, depth):
    words = [act.get("type") or "(" + act["trigger"]["text"] + ")"]
    words[0] += "".join("/" + m for m in act.get("mode", []))
    line = f"{'    ' * depth}{words[0]} {act.get('cameo') or '-'} {act.get('realis') or '-'}: " \
           f"{party(act['actor'])} > {party(act['recipient'])}"
    line += f" @{act['date']}" if act.get("date") else ""
    source = act.get("source")
    if source:
        line += f" says {source['text'] if source.get('kind') == 'hearsay' else party([source])}"
    return [line] + [x for inner in act.get("content", []) for x in compact_act(inner, depth + 1)]


def compact(record):
    if record["kind"] == "position":
        topic = " | ".join(t["text"] for t in record["topic"])
        source = record["source"]
        says = f" says {source['text']}" if source else ""
        return [f"{record['stance']}: {party(record['actor'])}: {topic}{says}"]
    return compact_act(record, 0)


def corpus_cases(path):
    """Cases of a corpus file: `name / === / input / --- / expected`, parted by blank lines before the next name."""
    lines = path.read_text(encoding="utf8").split("\n")
    marks = [i for i, line in enumerate(lines) if line == "==="]
    for at, mark in enumerate(marks):
        end = marks[at + 1] - 1 if at + 1 < len(marks) else len(lines)
        cut = next(i for i in range(mark, end) if lines[i] == "---")
        yield lines[mark - 1], "\n".join(lines[mark + 1:cut]), "\n".join(lines[cut + 1:end]).strip("\n")


def place_line(p):
    """Shelling near Aleppo: Aleppo = Aleppo, Aleppo, SYR PPLA 170063"""
    return f'{p["text"]} = {", ".join(p[k] or "-" for k in ("name", "admin1", "country"))} {p["feature_code"]} {p["geonameid"]}'


def where_lines(act, depth=0):
    """ASSAULT shelled: Aleppo SYR; the place of each act and of those inside it."""
    p, outer = act["place"], act["type"] or "-"
    line = f"{'    ' * depth}{outer} {act['trigger']['text']}: " + (f"{p['name']} {p['country'] or '-'}" if p else "-")
    return [line] + [x for inner in act["content"] for x in where_lines(inner, depth + 1)]


def meant_lines(m):
    """They = KOR GOV: whoever is meant by a pronoun, a description, a part of a name"""
    if m["kind"] != "party" or m["by"] not in ("pronoun", "description"):
        return []
    return [f'{m["text"]} = {m["country"] or "?"}{" " + m["sector"] if m["sector"] else ""}']


# How the answer to a text is made and shown, for the corpora that do not show whole records.
# Where nothing is to be told, it is what is given unasked that counts: the confidence has the last word.
SHOWN = {"nothing": ("code", compact, ()), "places": ("places", lambda p: [place_line(p)]), "where": ("code", where_lines),
         "refer": ("mentions", meant_lines)}


def corpus_answers(program, texts, command="code", shown=compact, options=("--all",)):
    """What the program reads in each text, however sure: one run for all."""
    lines = []
    for i, text in enumerate(texts):
        date = re.match(r"#date (\S+)\n", text)
        text = text[date.end():] if date else text
        by = re.match(r"#source (.+)\n", text)
        text = text[by.end():] if by else text
        title = re.match(r"#title (.+)\n", text)
        text = text[title.end():] if title else text
        lines.append(json.dumps({"id": str(i), "date": date and date.group(1), "source": by and by.group(1),
                                 "title": title and title.group(1), "text": text}))
    answers = [[] for _ in texts]
    done = program(command, *([*options, "--to", "jsonl"] if command == "code" else []), "--from", "jsonl", stdin="\n".join(lines))
    for line in done.stdout.splitlines():
        record = json.loads(line)
        answers[int(record["doc"])] += shown(record)
    return ["\n".join(lines) for lines in answers]


def test_corpus(a):
    for path in sorted((TOP / "tests" / "corpus").glob("*.txt")):
        out, cases = [], list(corpus_cases(path))
        answers = corpus_answers(a.program, [text for _, text, _ in cases], *SHOWN.get(path.stem, ()))
        for (name, text, expected), got in zip(cases, answers):
            out.append(f"{name}\n===\n{text}\n---\n{got}\n")
            right = got == ("" if expected == "*" else expected)
            yield f"{path.stem}: {name}", None if right or a.update else f"expected\n{expected}\ngot\n{got}"
        if a.update:
            path.write_text("\n".join(out), encoding="utf8")


# ---- unit tests and the flow of data ---------------------------------------------------------------

def run_units(build):
    for path in sorted((pathlib.Path(build) / "unit").glob("*")):
        if path.suffix or not os.access(path, os.X_OK):
            continue
        done = subprocess.run([path], cwd=TOP, capture_output=True, timeout=120, env={**os.environ, "SAGWAN_HOME": str(build)})
        yield f"unit: {path.name}", None if done.returncode == 0 else (done.stdout + done.stderr).decode(errors="replace")


def test_unit(a):
    yield from run_units(a.build)


def manual_names():
    """Types, modes and contexts as the manual's tables name them; without the manual, as our tables of codes do."""
    manual = SHARED / "ontology" / "plover-manual.tex"
    codes = [x.split("\t") for x in (TOP / "lexicon/codes/plover.tsv").read_text().split("\n")[1:] if x and x[0] != "#"]
    types = [t for t, mode, *_ in codes if not mode]
    names = set(types) | {f"{t}/{mode}" for t, mode, *_ in codes if mode}
    contexts = [x.split("\t")[1] for x in (TOP / "lexicon/en/contexts.tsv").read_text().split("\n")[1:] if x and x[0] != "#"]
    names |= {c for cell in contexts for c in cell.split("|")}
    if not manual.exists():
        return names
    text = manual.read_text(encoding="utf8")
    told = set(re.findall(r"^\\section\{([A-Z]+)\}$", text, re.M)) & set(types)
    for kind, table in re.findall(r"\\caption\{(?:\\plcat\{)?([A-Z]+)\}? modes.*?\n(.*?)\\end\{tabular\}", text, re.S):
        told |= {f"{kind}/{m}" for m in re.findall(r"^([a-z][a-z-]+) *&", table, re.M)}
    general = text[text.index("START CONTEXTS TABLE"):text.index("END CONTEXTS TABLE")]
    told |= {c.replace("\\_", "_") for c in re.findall(r"^(?:\\hyperref\[[^]]*\]\{)?([a-z\\_]+)\}? *&", general, re.M)}
    assert len(told) > 100, sorted(told)
    return told | names


def test_codebook(a):
    """Every type, mode and context of the PLOVER manual comes out of a sentence; docs/cameo.md says what CAMEO's codes do."""
    rows = [x.split("\t") for x in (TOP / "tests/codebook.tsv").read_text().split("\n")[1:] if x and x[0] != "#"]
    missing = manual_names() - {name for name, _ in rows}
    yield "codebook: a sentence for each name of the manual", f"missing: {sorted(missing)}" if missing else None
    texts = "".join(json.dumps({"id": str(i), "text": text, "date": "2023-06-07"}) + "\n" for i, (_, text) in enumerate(rows))
    said = {}
    for r in Program(a.build).records("--from", "jsonl", "-", stdin=texts):
        said.setdefault(int(r["doc"]), set()).update([r["type"], *(f"{r['type']}/{m}" for m in r["mode"]), *r["context"]])
    for i, (name, text) in enumerate(rows):
        got = said.get(i, set())
        yield f"codebook: {name}", None if name in got else f"{text}\ngives {sorted(map(str, got))}"
    page = subprocess.run([sys.executable, TOP / "docs/cameo.py", a.build / "sagwan", "--check"], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    yield "codebook: docs/cameo.md", page.stdout if page.returncode else None


def test_includes(_):
    done = subprocess.run([sys.executable, TOP / "tests" / "includes.py"], capture_output=True, text=True)
    yield "includes: data flows one way", done.stdout or None


# ---- the mission's document ------------------------------------------------------------------------

def test_mission(a):
    text = pathlib.Path(os.environ.get("SHARED", "../shared")) / "seed" / "transcript.txt"
    if not text.exists():
        return
    records = a.program.records("--date", "2022-05-26", text)
    met = mission.lines_met(records)
    for name in sorted(mission.FACTS):
        yield f"mission: {name}", None if name in met else "no record fits"
    for r in records:
        yield f"mission: {r['id']} may be there", mission.wrong(r)


# ---- documents: records against the schema, examples of the manual ----------------------------------

def schema_validator():
    import jsonschema
    schema = json.loads((TOP / "docs" / "record.schema.json").read_text())
    return jsonschema.validators.validator_for(schema)(schema)


def spans_wrong(record, text, title):
    """Every {text, start, end} below the record must be the stretch of the document that it says."""
    todo = [record]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo += node
        elif isinstance(node, dict):
            todo += node.values()
            if isinstance(node.get("text"), str) and isinstance(node.get("start"), int):
                where = title if node.get("in") == "title" else text
                if where[node["start"]:node["end"]] != node["text"]:
                    return f"{node['text']!r} is not at {node['start']}:{node['end']}"
    return None


def unexplained(record):
    """The first field that says something and has no evidence, in a record or in what stands inside it."""
    fields = ("type mode context cameo goldstein quad score realis modality phase date actor recipient reciprocal "
              "trigger source stance link").split()
    said = {e["field"] for e in record.get("explain", [])}
    for field in fields:
        if record.get(field) not in (None, [], False) and field not in said:
            return f"{field} of {record['trigger']['text']!r} in {record.get('text')!r} is not explained"
    return next(filter(None, map(unexplained, record["content"])), None)


def test_documents(a):
    validator = schema_validator()
    text = EXAMPLE.read_text(encoding="utf8")
    records = a.program.records("--explain", "--date", "2024-03-15", EXAMPLE)
    yield "schema: the example gives records", None if len(records) >= 8 else f"only {len(records)}"
    for i, record in enumerate(records):
        first = next(iter(validator.iter_errors(record)), None)
        yield f"schema: record {i}", str(first)[:600] if first else None
        yield f"spans: record {i}", spans_wrong(record, text, "")
    yield "explain: every field", next(filter(None, map(unexplained, records)), None)
    wrapped = ("Mr. QUISPE (Peru):\n\nWe condemn without any reservation the\nattack that for a third time in one week\n"
               "the armed forces of our neighbour\nEcuador have made on our villages.\n")
    told = a.program.records("--from", "transcript", "--date", "1999-09-21", stdin=wrapped)
    sides = {(r["type"], r["actor"][0]["country"], r["recipient"][0]["country"]) for r in told}
    right = sides == {("ACCUSE", "PER", "ECU"), ("ASSAULT", "ECU", "PER")}
    yield "transcript: lines that are wrapped", None if right else f"{sides}"
    ids = [r["id"] for r in records]
    yield "schema: ids differ", None if len(set(ids)) == len(ids) else str(ids)
    story = ("Kenya's army shelled a village on Monday over the election. The rebels shot two officers. The election "
             "commission had counted half of the ballots of the presidential election.")
    told = [r for r in a.program.records("--date", "2024-03-15", "--explain", "--all", stdin=story) if r["trigger"]["text"] == "shot"]
    yield "theme: what the report is about", None if told and "election" in told[0]["context"] else f"{[r['context'] for r in told]}"
    yield "theme: is explained", next(filter(None, map(unexplained, told)), None)
    manual = (TOP / "docs" / "record.md").read_text(encoding="utf8")
    shown = re.findall(r"^\| `(\w+)`", manual, re.M)
    missing = sorted(set(records[0]) - set(shown) - {"evidence"}) if records else []
    yield "manual: docs/record.md names every field", f"missing: {missing}" if missing else None
    for said, expected in re.findall(r"```\n\$ echo \"([^\"]*)\"[^\n]*\n(.*?)```", manual, re.S):
        got = "\n".join(x for r in a.program.records("--date", "2024-03-15", stdin=said) for x in compact(r))
        yield f"manual: {said[:40]}", None if got == expected.strip("\n") else f"got\n{got}"


# ---- the commands ------------------------------------------------------------------------------------

def news(count, start=0, extra=""):
    """JSON lines of small documents of our own."""
    says = ["condemned the attack of Peru", "will visit Chile next week", "signed an agreement with Japan",
            "denied that its jets had bombed Kenya", "sent aid to Ghana", "threatened to attack Egypt"]
    lands = ["France", "Brazil", "India", "Norway", "Canada", "Italy", "Turkey"]
    return "".join(json.dumps({"id": f"d{i}", "source": "us", "date": "2024-03-15",
                               "text": f"{lands[i % 7]} {says[i % 6]}.{extra} {lands[(i + 3) % 7]} {says[(i + 1) % 6]}."})
                   + "\n" for i in range(start, start + count))


def expect(name, done, status, err="", out=None):
    message = done.stderr.decode(errors="replace")
    got = (done.stdout or b"").decode(errors="replace")
    wrong = None
    if done.returncode != status:
        wrong = f"exit status {done.returncode}, not {status}: {message[-1500:]}"
    elif err and err not in message:
        wrong = f"standard error lacks {err!r}: {message[-500:]}"
    elif out is not None and out not in got:
        wrong = f"standard output lacks {out!r}: {got[:500]}"
    return name, wrong


def test_commands(a):
    p = a.program
    yield expect("help", p("help"), 0, out="Exit status")
    for command in "code explain parse places mentions relate add find who eval lexicon version".split():
        yield expect(f"help {command}", p("help", command), 0, out=f"sagwan {command}")
        yield expect(f"{command} --help", p(command, "--help"), 0, out=f"sagwan {command}")
    yield expect("no command", p(), 2)
    yield expect("unknown command", p("cook"), 2, "no command cook")
    yield expect("unknown option", p("code", "--cook"), 2, "sagwan help code")
    yield expect("option without value", p("code", "--date"), 2, "needs a value")
    yield expect("bad day", p("code", "--date", "yesterday"), 2, "YYYY-MM-DD")
    yield expect("bad choice", p("code", "--to", "xml"), 2, "choose one of")
    yield expect("version", p("version"), 0, out="sagwan 0.")
    yield expect("licences", p("version", "--licences"), 0, out="Apache-2.0")
    yield expect("parse", p("parse", stdin="Peru and Chile met."), 0, out="\tnsubj\t")
    yield "parse: rows", rows_wrong(p("parse", EXAMPLE, stdin=b"").stdout) or rows_wrong(p("parse", stdin=news(50)).stdout)
    yield from entities_cases(p)
    yield expect("places", p("places", stdin="Talks were held near Paris, Texas."), 0, out='"geonameid":4717560')
    given = json.dumps({"text": "Ali saw Nosuchtown and Aleppo.", "places": [[8, 18], [23, 29]]})
    yield expect("places given", p("places", "--from", "jsonl", stdin=given), 0, out='"text":"Nosuchtown","start":8,"end":18,"name":null')
    yield expect("places given", p("places", "--from", "jsonl", stdin=given), 0, out='"geonameid":170063')
    strange = json.dumps({"text": "Talks.", "places": [[-3, 99], [2, 1], "x", [4], {}, [1e9, 2]]})
    yield expect("places given wrongly", p("places", "--from", "jsonl", stdin=strange), 0)
    yield expect("explain", p("explain", stdin="France condemned the attack."), 0, out="en/acts:")
    yield from mentions_cases(p)
    yield from words_cases(p)
    yield from jobs_cases(p)
    yield from relate_cases(p)
    yield from who_cases(p)
    with tempfile.TemporaryDirectory() as folder:
        yield from store_cases(p, pathlib.Path(folder))
        yield from layer_cases(p, pathlib.Path(folder))
        yield from precision_cases(p, pathlib.Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from import_cases(p, pathlib.Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from import_hostile(p, pathlib.Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from check_cases(p, pathlib.Path(folder))


# A layer of a user's own: invented countries, codes of another scheme, words in their order.
LAYER = {
    "world/countries": "form\tcode\tkind\tfrom\tto\tnote\nVesland\tVES\tname\t\t\t\nOrmark\tORM\tname\t\t\t\n"
                       "Twin Isles\tISA|ISB\tvariant\t\t\t\n",
    "world/organs": "form\tcountry\tsector\tcameo\tname\tfrom\tto\tnote\n"
                    "Grey League\tVES\tREB\tVESREBGRY\tGrey League\t\t\tjoins\n",
    "en/classes": "form\tclass\ncopper crowns\tcoin\ncrowns\tcoin\n",
    "en/acts": "word\tpos\ttype\tmode\tcameo\tcontext\tactor\trecipient\tflags\tneeds\n"
               "criticize\tv\t-\t\t77:78\t\tsubj\tobj\tcode\t\n"
               "promise|promised\tv\t-\t\t501\t\tsubj|left\tright\tcode|written\tright>~coin..to\n"
               "promise|promised\tv\t-\t\t502\t\tsubj|left\tright\tcode|written\t\n"
               "win\tv\t-\t\t9X\t\t+\t$\tcode\tleft>+ right>from_$\n",
    "en/operators": "word\tpos\top\tslots\tflags\tneeds\n-*\t\t\t\t\t\n",
}


def layer_cases(p, folder):
    for name, text in LAYER.items():
        (folder / name).parent.mkdir(exist_ok=True)
        write(folder / f"{name}.tsv", text)
    for said, expected in [
            ("Vesland criticized Ormark on Monday.", ["77 VES>ORM", "78 ORM>VES"]),
            ("Vesland promised ten copper crowns to Ormark.", ["501 VES>ORM"]),
            ("Vesland promised a fleet to Ormark.", ["502 VES>ORM"]),
            ("Vesland promised a fleet to the Twin Isles.", ["502 VES>ISA+ISB"]),
            ("Ormark won concessions from Vesland on Monday.", ["9X ORM>VES"]),
            ("The police of the Grey League criticized Ormark.", ["77 VESREBGRYCOP>ORM", "78 ORM>VESREBGRYCOP"])]:
        got = [f"{r['cameo']} {'+'.join(e['cameo'] for e in r['actor'])}>{'+'.join(e['cameo'] for e in r['recipient'])}"
               for r in p.records("--lexicon", folder, stdin=said) if r["type"] is None]
        yield f"layer: {said}", None if sorted(got) == sorted(expected) else f"{got}"
    said = "France accepted responsibility for the delay."
    yield "no statements", f"{p.records(stdin=said)}" if any(r["cameo"] == "015" for r in p.records(stdin=said)) else None
    told = [r for r in p.records("--statements", stdin=said) if r["cameo"] == "015" and r["type"] is None]
    yield "--statements", None if len(told) == 1 else f"{told}"


def entities_cases(p):
    """Chains in MISC: brackets pair up, say what they should, take the place of given ones; and their scorer counts."""
    text = "Ana Lima leads Peru's parliament. She met Chilean judges in Lima. They thanked her."
    out = p("parse", "--entities", stdin=text).stdout.decode()
    (document,) = coref.read(out.split("\n"))
    said = {}
    for m in document.mentions:
        words = [w[1] for w in document.sentences[m.sentence][m.first:m.last + 1]]
        said.setdefault(m.chain, []).append(" ".join(words))
    yield "entities: she, her", None if ["Ana Lima", "She", "her"] in said.values() else str(said)
    yield "entities: they", None if ["Chilean judges", "They"] in said.values() else str(said)
    yield "entities: types", None if {m.type for m in document.mentions} == coref.TYPES else str(document.mentions)
    yield "entities: country", None if "country:PER" in out else out
    again = p("parse", "--entities", "--from", "conllu", stdin=out.replace("Entity=(", "Entity=(x(").encode()).stdout.decode()
    yield "entities: given ones are not read", None if "(x(" not in again and "(e1-person" in again else again
    yield "entities: rows", rows_wrong(p("parse", "--entities", EXAMPLE).stdout)
    without = p("parse", stdin=text).stdout.decode()
    yield "entities: only where asked", None if "Entity" not in without else without
    key = [{"a", "b", "c"}, {"d", "e", "f", "g"}]  # counted by hand
    got = [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}]
    numbers = coref.muc(key, got) + coref.muc(got, key) + coref.b_cubed(key, got) + (coref.ceaf(key, got),)
    right = (2, 5, 2, 5, 2 / 3 * 2 + 1 / 3 + 1 / 4 + 1, 7, 0.8 + 0.5)
    yield "coref.py: MUC, B-cubed, CEAFe", None if all(abs(a - b) < 1e-9 for a, b in zip(numbers, right)) else str(numbers)
    yield "coref.py: assignment", None if coref.assign([[3, 5], [4, 9], [1, 6]]) == 12 else str(coref.assign([[3, 5], [4, 9], [1, 6]]))


# Small dictionaries of our own in the formats that the import reads.
ACTORS = """# invented countries
VESLAND_  [VES] ; said so
+VESLANDER
ORMARK  [ORM]
GREY_LEAGUE [VESREBGRY]
LEAGUE_OF_ISLES [IGOISL]
THE_TWINS [ISA/ISB]
OLD_TOM
+TOM_THE_ELDER
\t[VESMIL <910301]
\t[VESGOV 19910301 - 19960430]
\t[VES]
BOGEYMAN [---]
<!-- a remark
over two lines -->
SMALL [orm]
NAMELESS
CUT_OFF [VES
ODD_DAY [VESGOV 19911399]
"""
AGENTS = """!FOLK! = MAN, WOMAN
FISHER!FOLK! [~LAB]
ENVOY {ENVOYS} [~GOVDIP]
AID_AGENCY [NGO~]
"""
VERBS = """&COINS
+COPPER CROWNS
+&SILVER
&SILVER
+THALER
+&COINS

--- PROMISE [501] ---
PROMISE {PROMISED}
- * &COINS [502]
- * {GRAIN} (TO PORT) [503]
- NEVER_* [504]
- * [505
--- CRITICIZE [77:78] ---
CRITICIZE
+CALL_OUT
- + * ^ [506]
- * &NOWHERE [507]
~ a (b c) = d
"""
FLAT = """MEET [41:41] ;one
MEET_
WIN [42]
- + * BY $ [43]
- % * [44]
"""
DISCARDS = "CHESS CUP\n+WEATHER REPORT # all of it\n\u0301\u07ec\n"  # the last: marks that no letter bears
ISSUES = """<ISSUE CATEGORY="SEA" TYPE="ALL">
n:herring [FISHERY]
deep+sea n:port [PORTS]
~herring gull
</ISSUE>
"""
HOLDERS = """iso,positionLabel,personLabel,aliases,start,startPrecision,end
VES,"Minister of Foreign Affairs of Vesland","Doe, Jane",Jane Doe|J. Doe,2019-03-01T00:00:00Z,10,
VES,Keeper of Bees,Ann Smith,,2019-01-01T00:00:00Z,9,
XX,president,Bob Brown,,,,
VES,president,Q42,,,,
VES,president,Late Larry,,2019-01-01,11,2018-01-01
"""


def rows_of(folder, table):
    path = folder / f"{table}.tsv"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf8").splitlines()
    return [tuple(c for c in line.split("\t")[:-1]) for line in lines[1:]]


def imported(p, folder, name, text, *words):
    """Import one text as a file of this name; the finished run and the folder of tables."""
    out = folder / f"{name}.out"
    done = p("lexicon", "import", "--out", out, *words, write(folder / name, text))
    return done, out


def import_cases(p, folder):
    done, out = imported(p, folder, "actors.txt", ACTORS)
    yield expect("import actors: not all of it", done, 1, out="not said")
    countries, organs = rows_of(out, "world/countries"), rows_of(out, "world/organs")
    for row in [("Vesland", "VES", "name", "", "", ""), ("Veslander", "VES", "variant", "", "", ""),
                ("The Twins", "ISA|ISB", "variant", "", "", ""), ("Small", "ORM", "variant", "", "", "")]:
        yield f"import actors: {row[0]}", None if row in countries else f"{countries}"
    for row in [("Grey League", "VES", "REB", "VESREBGRY", "Grey League", "", "", "joins"),
                ("Old Tom", "VES", "MIL", "VESMIL", "Old Tom", "", "1991-02-28", "joins"),
                ("Tom The Elder", "VES", "GOV", "VESGOV", "Tom The Elder", "1991-03-01", "1996-04-30", "joins"),
                ("Old Tom", "VES", "", "VES", "Old Tom", "", "", "joins"), ("Bogeyman", "-", "", "-", "Bogeyman", "", "", "")]:
        yield f"import actors: {row[0]} {row[3]}", None if row in organs else f"{organs}"
    yield "import actors: an organisation", None if ("League Of Isles", "IGO", "", "IGOISL", "League Of Isles", "", "joins") in \
        rows_of(out, "world/organisations") else f"{rows_of(out, 'world/organisations')}"
    report = (out / "report.txt").read_text(encoding="utf8")
    for what in ["actors.txt:17: a name without a code: NAMELESS", "actors.txt:18: a bracket that does not close",
                 "actors.txt:19: the date cannot be read"]:
        yield f"import actors: {what}", None if what in report else report
    for day, code in [("1990-05-01", "VESMIL"), ("1991-03-01", "VESGOV"), ("2000-01-01", "VES")]:
        text = "Old Tom criticized Ormark on Monday."
        got = [e["cameo"] for r in p.records("--all", "--lexicon", out, "--date", day, stdin=text) for e in r["actor"]]
        yield f"import actors: who Old Tom was on {day}", None if got == [code] else f"{got}"
    done, out = imported(p, folder, "agents.txt", AGENTS)
    yield expect("import agents", done, 0)
    roles = rows_of(out, "en/roles")
    want = {("fisherman", "LAB", "LAB"), ("fisherwoman", "LAB", "LAB"), ("envoy|envoys", "GOV", "GOVDIP"), ("aid agency", "SOC", "NGO~")}
    yield "import agents: rows", None if {(r[0], r[1], r[3]) for r in roles} == want else f"{roles}"
    yield from import_verb_cases(p, folder)
    yield from import_list_cases(p, folder)


def import_verb_cases(p, folder):
    done, out = imported(p, folder, "verbs.txt", VERBS, "--scheme", "own")
    yield expect("import verbs: not all of it", done, 1, out="a set that holds itself")
    acts = {(r[0], r[4], r[6], r[7], r[9].strip()) for r in rows_of(out, "en/acts")}
    sides = "subj", "obj|iobj|to|with|against|on|from|right"
    for row in [("promise|promised", "501", *sides, ""), ("promise|promised", "502", *sides, "rest>~set-coins"),
                ("promise|promised", "503", *sides, "rest>grain..to..port"), ("promise|promised", "504", *sides, "lead>never_"),
                ("criticize|call out", "77:78", *sides, ""), ("criticize|call out", "506", "left|right", "+", "lead>+ rest>^")]:
        yield f"import verbs: {row[1]}", None if row in acts else f"{sorted(acts)}"
    classes = rows_of(out, "en/classes")
    yield "import verbs: sets", None if {("copper crowns", "set-coins"), ("thaler", "set-coins"), ("thalers", "set-coins"),
                                         ("thaler", "set-silver")} <= set(classes) else f"{classes}"
    report = (out / "report.txt").read_text(encoding="utf8")
    for what in ["verbs.txt:13: a pattern without a code", "verbs.txt:18: a set that is not there", "verbs.txt:19: a transformation"]:
        yield f"import verbs: {what}", None if what in report else report
    codes = {r[0] for r in rows_of(out, "codes/cameo")}
    yield "import verbs: codes of their own", None if codes >= {"501", "77", "78"} else f"{codes}"
    done, out = imported(p, folder, "flat.txt", FLAT, "--as", "verbs", "--scheme", "own", "--alone")
    yield expect("import verbs: a dictionary without blocks", done, 0)
    acts = rows_of(out, "en/acts")
    right = acts[0][0] == "-*" and {r[4]: (r[0], r[6], r[7], r[8], r[9].strip()) for r in acts[1:]} == {
        "41": ("meet", "subj|left", "obj|right", "code|written|recip", ""), "42": ("win", "subj|left", "obj|right", "code|written", ""),
        "43": ("win", "$", "+", "code|written", "left>+ right>by..$"), "44": ("win", "subj|left", "obj|right", "code|written|recip",
                                                                               "subj~several")}
    yield "import verbs: flat rows", None if right else f"{acts}"


def import_list_cases(p, folder):
    done, out = imported(p, folder, "discards.txt", DISCARDS)
    yield expect("import discards: not all of it", done, 1, out="an entry without words")
    yield "import discards: rows", None if rows_of(out, "en/discards") == [("chess cup", "sentence"), ("weather report", "document")] \
        else f"{rows_of(out, 'en/discards')}"
    for said, count in [("France condemned Peru. France condemned Peru at the chess cup.", 1),
                        ("France condemned Peru. A weather report followed.", 0)]:
        got = len(p.records("--lexicon", out, stdin=said))
        yield f"import discards: {said}", None if got == count else f"{got} records"
    done, out = imported(p, folder, "issues.txt", ISSUES)
    yield expect("import issues: not all of it", done, 1, out="an exception to an issue")
    said = p.records("--lexicon", out, stdin="France condemned the attack of Peru on the deep sea port.")
    yield "import issues: a context", None if said and "ports" in said[0]["context"] else f"{[r['context'] for r in said]}"
    json_rows = [{"iso": "VES", "personLabel": "Jane Roe", "office": "head-of-state", "start": "2001", "end": ""}]
    sparql = {"head": {}, "results": {"bindings": [{k: {"type": "literal", "value": v} for k, v in json_rows[0].items()}]}}
    for name, text, status, row in [
            ("holders.csv", HOLDERS, 1, ("Doe, Jane", "VES", "foreign-minister", "Jane Doe|J. Doe", "2019-03", "")),
            ("list.json", json.dumps(json_rows), 0, ("Jane Roe", "VES", "head-of-state", "", "2001", "")),
            ("sparql.json", json.dumps(sparql), 0, ("Jane Roe", "VES", "head-of-state", "", "2001", ""))]:
        done, out = imported(p, folder, name, text)
        yield expect(f"import {name}", done, status)
        yield f"import {name}: row", None if rows_of(out, "world/holders") == [row] else f"{rows_of(out, 'world/holders')}"
    report = (folder / "holders.csv.out" / "report.txt").read_text(encoding="utf8")
    for what in ["holders.csv:3: an office that our roles do not know", "holders.csv:4: a holder without a country",
                 "holders.csv:5: a holder without a name", "holders.csv:6: a holder who left before he came"]:
        yield f"import {what}", None if what in report else report
    first = p("who", "foreign minister of Vesland", "--lexicon", folder / "actors.txt.out", "--lexicon", folder / "holders.csv.out")
    yield expect("import holders: who finds them", first, 0, out="Doe, Jane")


# What `lexicon check` must find: table, row, finding (empty: none).
CHECKED = {
    "world/countries": [("Vesland\tVES\tname\t\t\t", ""), ("Ormark\tORM\tname\t\t\t", ""), ("Ormark\tVES\tvariant\t\t\t", "is never reached"),
                        ("Southmark\tORM\tvariant\t1990\t1980\t", "ends before it begins"), ("Elmland\tELM\tvariant\t\t\t", "no row names the country ELM"),
                        ("Holm\tVES\tcity\t1990\t2000\t", ""), ("Holm\tORM\tcity\t1995\t2005\t", "means something else"),
                        ("Brig\tVES\tcity\t\t1989\t", ""), ("Brig\tORM\tcity\t1990\t\t", ""), ("Lisbon\tVES\tcity\t\t\t", "remark"),
                        ("-Nosuchplace\t\t\t\t\t", "takes nothing out")],
    "world/organs": [("Grey League\tVES\tXYZ\tVESREB\tGrey League\t\t\t", "XYZ is no sector"),
                     ("Red League\tVES\tREB\tORMREB\tRed League\t\t\t", "the actor code ORMREB is not of VES"),
                     ("a b c d e f g h i j k l m n o p q\tVES\tREB\tVESREB\tA\t\t\t", "the phrase has 17 words")],
    "world/holders": [("Ann Alder\tVES\thead-of-state\t\t2001-05-01\t2005-04-30", ""),
                      ("Bob Birch\tVES\thead-of-state\t\t2004\t2006", "Bob Birch and Ann Alder"),
                      ("Cy Cedar\tORM\thead-of-state\t\t2001\t2005", ""), ("Di Dogwood\tORM\thead-of-state\t\t2005\t", ""),
                      ("Ed Elm\tORM\tkeeper-of-bees\t\t\t", "no role has the office keeper-of-bees"),
                      ("Flo Fir\tORM\tforeign-minister\t\tMay\t", "is no year"), ("Gus Gum\tVES\tspokesperson\t\t2001\t", ""),
                      ("Hal Hazel\tVES\tspokesperson\t\t2002\t", "")],
    "en/acts": [("trounce\tv\t-\t\t500\t\t\t\tcode\tobj~party subj~party", "codes/cameo has no code 500"),
                ("trounce\tv\t-\t\t500\t\t\t\tcode\tsubj~party obj~party", "has the same needs"),
                ("trounce\tv\tASSAULT\t\t190\t\t\t\tweek\tobj~nosuchclass", "no word is of the class nosuchclass"),
                ("trounce\tx\tASSAULT\t\t190\t\t\t\t\t", "x is no part of speech")],
}
HEADS = {"world/countries": "form\tcode\tkind\tfrom\tto\tnote", "world/organs": "form\tcountry\tsector\tcameo\tname\tfrom\tto\tnote",
         "world/holders": "name\tcountry\toffice\taliases\tfrom\tto",
         "en/acts": "word\tpos\ttype\tmode\tcameo\tcontext\tactor\trecipient\tflags\tneeds"}


def check_cases(p, folder):
    own = p("lexicon", "check")
    yield "check: our own tables", None if own.returncode == 0 else (own.stdout + own.stderr).decode()[:3000]
    for table, rows in CHECKED.items():
        (folder / table).parent.mkdir(exist_ok=True)
        write(folder / f"{table}.tsv", HEADS[table] + "\n" + "".join(row + "\n" for row, _ in rows))
    done = p("lexicon", "check", folder)
    yield expect("check: a folder with faults", done, 1)
    lines = done.stdout.decode().splitlines()
    for table, rows in CHECKED.items():
        for number, (row, what) in enumerate(rows, 2):
            here = [x for x in lines if x.startswith(f"{folder}/{table}.tsv:{number}: ")]
            right = any(what in x for x in here) if what else not here
            yield f"check: {table}:{number}", None if right else f"{row!r} should give {what!r}: {here}"
    yield expect("check: no such folder", p("lexicon", "check", folder / "none"), 2, "none")


def import_hostile(p, folder):
    for name, text, status, err in [
            ("empty.txt", "", 2, "no row"), ("bytes.txt", bytes(range(256)) * 40, None, ""), ("long.txt", b"A" * 300_000 + b" [VES]\n", 2, "no row"),
            ("nul.txt", b"A\0B [VES]\n" * 50, None, ""), ("brackets.txt", "[" * 5000 + "\n" + "- * {" * 3000 + " [1]\n", None, ""),
            ("sets.txt", "".join(f"&S{i}\n+&S{i + 1}\n+A\n\n" for i in range(200)) + "GO [1]\n- * &S0 [2]\n", None, ""),
            ("fold.txt", "!A! = !A!!A!, B\n!A!!A!!A! [~GOV]\n", None, ""), ("cut.json", '[{"iso": "VES"', 2, "cut.json:1"),
            ("cut.csv", 'iso,personLabel,office\nVES,"Jane', 2, "no row"), ("columns.csv", "a,b,c\n1,2,3\n", 2, "columns.csv:1"),
            ("signs.txt", "--- GO [--X-] ---\nGO\n- * FAR [a|b]\n- * NEAR [031]\n", 1, ""), ("nameless.txt", "_ [VESREB]\nVESLAND [VES]\n", 1, ""),
            ("figures.txt", "VESLAND [VES]\nTHE_TWINS [ISA/504]\n", 1, ""), ("group.txt", "THE_GROUP [G12]\n", 0, ""),
            ("tag.txt", '<ISSUE CATEGORY="SEA" TYPE="ALL">\nn: \0ring [SEA]\nn:port [SEA]\n', 1, ""),
            ("word.txt", "--- GO [031] ---\nGO\n- * " + "ü" * 400 + " [032]\n", 1, ""), ("deep.json", '{"a":' * 100_000, 2, "deep.json:"), ("verbs.txt", "GO {" + "WENT " * 5000 + "\n" + "- * X [1]\n" * 2000, None, "")]:
        done, _ = imported(p, folder, name, text)
        fine = done.returncode in (0, 1, 2) if status is None else done.returncode == status
        yield f"hostile: import {name}", None if fine and err in done.stderr.decode() else f"{done.returncode}: {done.stderr.decode()[-500:]}"
    yield expect("hostile: import of nothing", p("lexicon", "import", "--out", folder / "x"), 2, "help lexicon")
    yield expect("hostile: import of no file", p("lexicon", "import", "--out", folder / "x", folder / "none"), 2, "none")
    (folder / "mine").mkdir()
    write(folder / "mine" / "notes", "somebody's work")
    good = write(folder / "good.txt", ACTORS)
    yield expect("hostile: import over other files", p("lexicon", "import", "--out", folder / "mine", good), 2, "no import wrote")
    yield expect("hostile: import into a file", p("lexicon", "import", "--out", good, good), 2, "cannot be written")
    yield expect("hostile: compile nothing", p("lexicon", "compile", folder / "none", folder / "x"), 2, "cannot be read")
    yield expect("hostile: compile into nowhere", p("lexicon", "compile", TOP / "lexicon", folder / "no" / "x"), 2, "cannot be written")


def jobs_cases(p):
    text = news(300)
    one = p("code", "--to", "jsonl", "--jobs", "1", stdin=text)
    for n in (2, 5):
        more = p("code", "--to", "jsonl", "--jobs", n, stdin=text)
        yield f"--jobs {n} says what --jobs 1 says", None if more.stdout == one.stdout and one.stdout else "it differs"
    order = [json.loads(line)["doc"] for line in one.stdout.splitlines()]
    numbers = [int(d[1:]) for d in order]
    yield "output is in input order", None if numbers == sorted(numbers) and numbers else str(order[:20])
    table = p("code", "--to", "csv", "--pairs", stdin=text).stdout.decode()
    rows = list(csv.DictReader(io.StringIO(table)))
    yield "csv --pairs", None if len(rows) >= 300 and "record_id" in rows[0] else f"{len(rows)} rows"
    bare = p("code", "--to", "jsonl", "--no-text", stdin=text).stdout.splitlines()
    yield "--no-text", None if bare and all(json.loads(x)["text"] is None for x in bare) else "a sentence is there"


def words_cases(p):
    """A party's words are those of its phrase that say whose it is, and no land where it only stands."""
    said = "Kenyan soldiers in Mali attacked UN workers. The people of Haiti thanked the Vietnamese ambassador."
    got = [[e["text"] for side in ("actor", "recipient") for e in r[side]] for r in p.records("--all", stdin=said)]
    want = [["Kenyan soldiers", "UN workers"], ["people of Haiti", "Vietnamese ambassador"]]
    yield "records: words of parties", None if got == want else f"{got}"


def mentions_cases(p):
    said = "Japan's Premier Kishida Fumio left Lima two days ago. The talks went on for three hours."
    done = p("mentions", "--to", "jsonl", "--date", "2023-05-21", stdin=said)
    got = [json.loads(line) for line in done.stdout.splitlines()]
    days = [(x["sentence"], x["text"], x["date"]) for x in got if x["kind"] == "time"]
    want = [(1, "two days ago", "2023-05-19"), (2, "for three hours", None)]
    yield "mentions: days", None if days == want else f"{days}"
    names = [x for x in got if x["kind"] == "party" and x["name"] == "Fumio Kishida"]
    yield "mentions: parties", None if names and names[0]["row"].startswith("world/holders:") else f"{got}"
    yield "mentions: spans", next(filter(None, (spans_wrong(x, said, "") for x in got)), None)
    yield expect("mentions: as lines", p("mentions", "--to", "table", "--date", "2023-05-21", stdin=said), 0, out="2023-05-19")
    yield expect("mentions: no csv", p("mentions", "--to", "csv", stdin=said), 2, "table or jsonl")


def precision_cases(p, folder):
    """--precision keeps what is sure enough by the table's rows, and says so; what no row reaches is refused."""
    layer = folder / "sure"
    (layer / "en").mkdir(parents=True)
    columns = "feature,value,weight,low,high,kept,act,lone,act_lone"
    rows = ["-all", "all,-,0", "-type", "type,ACCUSE,90000,,,,,90000,90000", "type,CONSULT,-90000,,,,,-90000,90000", "type,PROTEST,,,,,,90000,-90000",
            "-sum", "sum,-90000,100", "sum,90000,900", "-sum_lone", "sum_lone,-90000,100", "sum_lone,90000,900",
            "-sum_act_lone", "sum_act_lone,-90000,100", "sum_act_lone,90000,900", "-least", "least,lone,150,,,,300", "least,document,95", "least,speech,500",
            "-precision", "precision,700,500,600,800,500"]
    rows = [(r + "," * (columns.count(",") - r.count(","))).replace(",", "\t") for r in [columns, *rows]]
    (layer / "en" / "confidence.tsv").write_text("\n".join(rows) + "\n")
    text = "Peru condemned Chile. Peru met with Bolivia in Lima.\n"
    def types(*words, said=text):
        done = p("code", "--to", "jsonl", "--lexicon", layer, *words, stdin=said)
        return [json.loads(x)["type"] for x in done.stdout.splitlines()], done
    document = types(said=text + "The streets were empty. It was raining.\n")[0]
    yield "least: a document's own", None if sorted(document) == ["ACCUSE", "CONSULT"] else str(document)
    speech = types(said="Mr. QUISPE (Peru):\n\n" + text + "The streets were empty. It was raining.\n")[0]
    yield "least: a speech's own", None if speech == ["ACCUSE"] else str(speech)
    yield "all: more than is given unasked", None if (types()[0], sorted(types("--all")[0])) == (["ACCUSE"], ["ACCUSE", "CONSULT"]) \
        else f"{types()[0]} {types('--all')[0]}"
    marched = types(said="Farmers marched in Lima.\n")[0], types("--all", said="Farmers marched in Lima.\n")[0]
    yield "least: no act, however sure its record", None if marched == ([], ["PROTEST"]) else str(marched)
    some, done = types("--precision", "0.6")
    yield "precision: the surest", None if some == ["ACCUSE"] and "0.700 of them were right (0.600 to 0.800)" in done.stderr.decode() \
        else f"{some} {done.stderr}"
    yield expect("precision: out of reach", types("--precision", "0.8")[1], 2, err="the most is 0.700")
    yield expect("precision: no number", p("code", "--precision", "many", stdin=text), 2, err="a number from 0 to 1")


def who_cases(p):
    def first(asked, *words):
        lines = p("who", asked, *words, "--to", "jsonl").stdout.splitlines()
        return json.loads(lines[0]) if lines else {}
    for asked, day, name, office, cameo in [
            ("foreign minister of Korea", "2022-05-26", "Park Jin", "foreign-minister", "KORGOV"),
            ("Tony Blincoln", "2022-05-26", "Antony Blinken", "foreign-minister", "USAGOV"),
            ("president of the European Commission", "2020-01-01", "Ursula von der Leyen", "commission-president", "IGOEUREEC"),
            ("UN secretary-general", "2010-06-01", "Ban Ki-moon", "secretary-general", "IGOUNO"),
            ("World Bank president", "2006-01-01", "Paul Wolfowitz", "president", "IGOWBK"),
            ("EU foreign policy chief", "2012-01-01", "Catherine Ashton", "foreign-minister", "IGOEUREEC"),
            ("Libya envoy", "2018-01-01", "Ghassan Salamé", "libya-envoy", "IGOUNO"),
            ("Nigerian chief of defence staff", "2018-01-01", "Abayomi Olonisakin", "chief-of-defence-staff", "NGAMIL"),
            ("Soviet president", "1991-04-01", "Mikhail Gorbachev", "head-of-state", "SUNGOV"),
            ("Turkish prime minister", "1998-06-03", "Mesut Yılmaz", "head-of-government", "TURGOV"),
            ("Franjo Tudjman", "1995-01-01", "Franjo Tuđman", "head-of-state", "HRVGOV"),
            ("Israel Katz", "2019-06-01", "Israel Katz", "foreign-minister", "ISRGOV"),
            ("director-general of the IAEA", "2021-01-01", "Rafael Grossi", "director-general", "IGOUNOIAE"),
            ("president of Iran", "2024-08-01", "Masoud Pezeshkian", "head-of-government", "IRNGOV"),
            ("supreme leader of Iran", "2014-08-01", "Ali Khamenei", "supreme-leader", "IRNGOV"),
            ("Commonwealth secretary-general", "2018-01-01", "Patricia Scotland", "secretary-general", "IGOCWN"),
            ("UNHCR head", "2018-10-05", "Filippo Grandi", "refugee-chief", "IGOUNO"),
            ("head of UNICEF", "2018-10-05", "Henrietta Fore", "executive-director", "IGOUNOKID"),
            ("leader of Iran", "2018-10-05", "Ali Khamenei", "supreme-leader", "IRNGOV"),
            ("US attorney general", "2020-06-01", "William Barr", "attorney-general", "USAGOV"),
            ("Kremlin", "2022-05-26", "Russia", None, "RUSGOV")]:
        got = first(asked, "--on", day)
        want = (name, office, cameo)
        have = tuple(got.get(k) for k in ("name", "office", "cameo"))
        yield f"who: {asked} on {day}", None if have == want and got["source"].startswith("world/") else f"{have}"
    for asked, cameo in [("professor of Chile", "CHLEDU"), ("Hamas leader", "PSEREB"), ("head of UNESCO", "IGOUNO"),
                         ("leader of the Knesset", "ISRLEG")]:
        nobody = first(asked, "--on", "2022-05-26")
        yield f"who: nobody known as {asked}", None if nobody.get("cameo") == cameo and nobody["name"] is None else f"{nobody}"
    yield "who: former", None if first("Angela Merkel", "--on", "2022-05-26").get("former") else "not former"
    kim = first("Kim Il Sung", "--on", "2011-08-25")
    yield "who: the very name of another day", None if kim.get("former") and kim["name"] == "Kim Il Sung" else f"{kim}"
    yield expect("who: as lines", p("who", "prime minister of Japan", "--on", "2022-05-26"), 0, out="world/holders:")
    yield expect("who: nobody", p("who", "Zqx Vvvw"), 0, "nobody is known", out="")
    yield expect("who: no operand", p("who"), 2, "help who")
    yield expect("who: bad day", p("who", "x", "--on", "May"), 2, "YYYY-MM-DD")


def relate_cases(p):
    head = "id\tx\tmarked_sentence\n"
    lines = ["<s>Peru</s> thanked <t>Chile</t> for its aid.", "<s>Kenya</s> attacked <t>Ghana</t>ian troops.",
             "<s><t>Peru</t>'s army</s> bombed Peru.", "Nobody is marked here.", "<s>Peru thanked <t>Chile</t>.", "",
             "</s>Peru<s></t><t>", "\x00<s>A</s>\xff<t>B</t>"]
    text = head + "".join(f"n{i}\t-\t{line}\n" for i, line in enumerate(lines))
    for scheme in ("plover", "cameo"):
        done = p("relate", "--scheme", scheme, stdin=text.encode("latin-1"))
        rows = [r.split("\t") for r in done.stdout.decode().splitlines()]
        right = rows and rows[0] == ["id", "type", "quad", "confidence"] and [r[0] for r in rows[1:]] == \
            [f"n{i}" for i in range(len(lines))] and all(r[1].isupper() and r[2] in "1234" for r in rows[1:])
        yield f"relate {scheme}: one line each, in order", None if right and done.returncode == 0 else \
            f"{rows} {done.stderr.decode()}"
    yield expect("relate: broken marks are told", p("relate", stdin=text.encode("latin-1")), 0, "no target between")
    yield expect("relate: no header", p("relate", stdin="a\tb\n1\t2\n"), 2, "marked_sentence")
    yield expect("relate: empty", p("relate", stdin=""), 2, "empty")
    with tempfile.TemporaryDirectory() as folder:
        gold = pathlib.Path(folder) / "gold.tsv"
        write(gold, "id\troot\tquad\tmarked_sentence\n"
              "a-10\tASSAULT\t4\t<s>Peru</s> bombed <t>Chile</t>.\na-11\tCONSULT\t1\t<s>Peru</s> bombed <t>Chile</t>.\n")
        done = p("eval", "--relate", gold)
    yield expect("eval --relate: even ids", done, 0, out="even ids          1  accuracy 1.000  quads 1.000")
    yield expect("eval --relate: odd ids", done, 0, out="odd ids           1  accuracy 0.000  quads 0.000")


def count(db, what):
    with sqlite3.connect(db) as c:
        return c.execute(what).fetchone()[0]


def store_cases(p, folder):
    db, text = folder / "n.db", news(40)
    yield expect("add", p("add", db, stdin=text), 0, "40 documents new")
    held = count(db, "SELECT count(*) FROM record")
    yield expect("add again adds nothing", p("add", db, stdin=text), 0, "40 known")
    yield "add again: as many records", None if held and held == count(db, "SELECT count(*) FROM record") else f"{held}"
    found = p("find", db, "--to", "jsonl").stdout.splitlines()
    yield "find gives every record", None if len(found) == held else f"{len(found)} of {held}"
    coded = sorted(p("code", "--to", "jsonl", stdin=text).stdout.splitlines())
    yield "find gives what code gives", None if sorted(found) == coded else "they differ"
    yield from find_cases(p, db)
    new = news(40, extra=" It did so again.")
    yield expect("a new text is a revision", p("add", db, stdin=new), 0, "40 revised")
    yield "superseded, never deleted", None if count(db, "SELECT count(*) FROM record") > held \
        and count(db, "SELECT count(*) FROM document WHERE current") == 40 \
        and count(db, "SELECT count(*) FROM document") == 80 else "counts are wrong"
    yield expect("find: no store", p("find", folder / "none.db"), 2, "cannot be used")
    yield expect("find: no operand", p("find"), 2, "help find")
    yield "the store is sound", None if count(db, "PRAGMA integrity_check") == "ok" else "integrity_check"


def find_cases(p, db):
    def ask(*words):
        return [json.loads(x) for x in p("find", db, "--to", "jsonl", *words).stdout.splitlines()]
    checks = [
        ("type", ["--type", "ACCUSE"], lambda r: r["type"] == "ACCUSE"),
        ("types", ["--type", "ACCUSE,AID"], lambda r: r["type"] in ("ACCUSE", "AID")),
        ("actor", ["--actor", "FRA"], lambda r: any(e["country"] == "FRA" for e in r["actor"])),
        ("recipient", ["--recipient", "GHA"], lambda r: any(e["country"] == "GHA" for e in r["recipient"])),
        ("realis", ["--realis", "denied"], lambda r: r["realis"] == "denied"),
        ("text", ["--text", "aid to ghana"], lambda r: "aid to Ghana" in r["text"]),
        ("doc", ["--doc", "d1,d2"], lambda r: r["doc"] in ("d1", "d2")),
        ("since", ["--since", "2024-03-15"], lambda r: True),
        ("confidence", ["--min-confidence", "0.1"], lambda r: r["confidence"] >= 0.1),
    ]
    for name, words, fits in checks:
        got = ask(*words)
        yield f"find by {name}", None if got and all(map(fits, got)) else f"{len(got)} records: {str(got)[:300]}"
    yield "find: and between filters", None if not ask("--type", "AID", "--until", "2020-01-01") else "records of 2020"
    yield expect("find without a hit", p("find", db, "--type", "ASSAULT", "--actor", "ZZZ"), 0)
    yield expect("find to csv", p("find", db, "--to", "csv", "--type", "AID"), 0, out="record_id")


# ---- hostile input -----------------------------------------------------------------------------------

def at_once(work, items, workers=None):
    """What `work` makes of each item, in their order; as many at once as there are processors."""
    with concurrent.futures.ThreadPoolExecutor(workers or os.cpu_count()) as pool:
        yield from pool.map(work, items)


def write(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def hostile_texts():
    noise = random.Random(7)
    good = "France condemned the attack of Peru.\n"
    return [
        ("empty", b"", 1, "is empty"),
        ("binary", bytes(noise.randrange(256) for _ in range(200_000)), None, ""),
        ("NULs", b"\0" * 10_000 + good.encode(), None, ""),
        ("invalid UTF-8", b"\xff\xfe\xfa\xc3(" * 2000 + good.encode(), None, ""),
        ("a million characters without a space", b"a" * 1_000_000, 0, ""),
        ("a million brackets", b"(" * 10_000 + b")" * 10_000, 0, ""),
        ("ten thousand brackets and words", b"(x " * 10_000, 0, ""),
        ("one word a line", b"and\n" * 50_000, 0, ""),
        ("no full stop", b"the minister said that " * 5_000, 0, ""),
        ("commas", b", " * 50_000, 0, ""),
        ("marks that do not close", b"<Anchor>\n<Reporter\n<<<<>>>" * 1000, 0, ""),
        ("combining marks", "e\u0301\u0301\u0301".encode() * 20_000, 0, ""),
        ("right to left", "\u202eabc\u202c \u05d0\u05d1".encode() * 5_000, None, ""),
        ("UTF-16", ("\ufeff" + good).encode("utf-16-le"), 0, ""),
    ]


def rows_wrong(conllu):
    """What UD's validator would say on its first levels: rows, ids, one root, text made of forms; None if nothing."""
    seen = set()
    for block in conllu.decode().split("\n\n"):
        lines = block.splitlines()
        text = next((x[9:] for x in lines if x.startswith("# text = ")), None)
        ident = next((x for x in lines if x.startswith("# sent_id")), None)
        rows = [x.split("\t") for x in lines if x and not x.startswith("#")]
        if not rows:
            continue
        if ident in seen or text is None or any(len(r) != 10 or "" in r for r in rows):
            return f"{ident}: a row, the text or the name is wrong"
        seen.add(ident)
        words = [r for r in rows if "-" not in r[0]]
        heads = {int(r[0]): int(r[6]) for r in words}
        if list(heads) != list(range(1, len(words) + 1)) or list(heads.values()).count(0) != 1:
            return f"{ident}: ids or roots"
        for w in heads:
            for _ in heads:
                w = heads.get(w, 0)
            if w:
                return f"{ident}: a ring"
        inside, made = 0, ""
        for r in rows:
            if int(r[0].split("-")[0]) > inside or "-" in r[0]:
                made += r[1] + ("" if "SpaceAfter=No" in r[9] else " ")
            inside = int(r[0].split("-")[1]) if "-" in r[0] else inside
        if made.split() != text.split():
            return f"{ident}: {text[:80]!r} is not made of its forms"
    return None


def hostile_text(p, path, what, data, status, err):
    slow = 6 if p.asan else 1
    write(path, data)
    for command in ("code", "parse"):
        try:
            done = p(command, path, "--jobs", 1, seconds=20 * slow, memory=3 << 30)
        except subprocess.TimeoutExpired:
            yield f"hostile: {command} {what}", f"over {20 * slow} seconds"
            continue
        wrong = rows_wrong(done.stdout) if command == "parse" else None
        if wrong:
            yield f"hostile: rows of {what}", wrong
        ok = done.returncode in ((0, 1) if status is None else (status,)) and err.encode() in done.stderr
        yield f"hostile: {command} {what}", None if ok else f"{done.returncode}: {done.stderr.decode(errors='replace')[-800:]}"


def test_hostile(a):
    p = Program(a.asan) if a.asan else a.program
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = [(p, folder / f"{i}.txt", *one) for i, one in enumerate(hostile_texts())]
        for told in at_once(lambda one: list(hostile_text(*one)), texts, None if p.asan else 1):  # bounds on memory bear no threads
            yield from told
        yield from hostile_files(p, folder)
        yield from hostile_images(p, folder)
        yield from hostile_store(p, folder)


def hostile_files(p, folder):
    lines = news(3).splitlines()
    cut = write(folder / "cut.jsonl", "\n".join([lines[0], lines[1][:40], '["x"]', '{"id":1}', lines[2]]))
    done = p("code", cut, "--to", "jsonl")
    docs = {json.loads(x)["doc"] for x in done.stdout.splitlines()}
    yield expect("hostile: a JSON line cut in half", done, 1, "cut.jsonl:2")
    yield "hostile: the other lines are coded", None if docs == {"d0", "d2"} else str(docs)
    yield expect("hostile: foreign language", p("code", stdin='{"text":"Bonjour","lang":"fr"}\n'), 1, "language")
    yield expect("hostile: directory", p("code", folder), 2, "sagwan:")
    yield expect("hostile: no such file", p("code", folder / "none"), 2, "none")
    yield expect("hostile: one bad file of two", p("code", folder / "none", cut), 1, "none")
    locked = write(folder / "locked.txt", "x")
    locked.chmod(0)
    if os.geteuid():
        yield expect("hostile: unreadable file", p("code", locked), 2, "locked.txt")
    yield expect("hostile: cut gzip", p("code", write(folder / "c.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\3\x4b")), 1, "c.gz")
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            yield expect("hostile: full disk", p("code", "--to", "jsonl", stdin=news(3), stdout=full), 2, "could not be written")
    yield from closed_pipe(p)


def closed_pipe(p):
    with subprocess.Popen([p.path, "code", "--to", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as run:
        run.stdout.close()
        try:
            run.stdin.write(news(3000).encode())
            run.stdin.close()
        except BrokenPipeError:
            pass
        status = run.wait(60)
        yield "hostile: closed pipe", None if status == 0 else f"{status}: {run.stderr.read()[-500:]}"


def hostile_images(p, folder):
    for name, option in (("en.model", "--model"), ("en.lexicon", "--lexicon")):
        data = (p.build / name).read_bytes()
        flipped = bytearray(data)
        flipped[8] ^= 0x7f
        for what, bytes_ in (("cut", data[:len(data) // 2]), ("cut to a header", data[:20]), ("of another version", bytes(flipped)),
                             ("empty", b""), ("text", b"hello\n" * 100)):
            path = write(folder / "image", bytes_)
            yield expect(f"hostile: {name} {what}", p("code", option, path, stdin="Peru met Chile."), 2, "sagwan:")


def hostile_store(p, folder):
    text = news(2)
    fake = write(folder / "fake.db", "this is no database " * 100)
    yield expect("hostile: add to no database", p("add", fake, stdin=text), 2, "no SQLite database")
    yield expect("hostile: find in no database", p("find", fake), 2, "no SQLite database")
    other = folder / "other.db"
    with sqlite3.connect(other) as c:
        c.execute("CREATE TABLE x (y)")
    yield expect("hostile: database of another program", p("add", other, stdin=text), 2, "another program")
    yield expect("hostile: store in a directory that is not there", p("add", folder / "no" / "x.db", stdin=text), 2, "cannot be used")
    yield expect("hostile: store is a directory", p("add", folder, stdin=text), 2, "cannot be used")


# ---- kills ---------------------------------------------------------------------------------------------

def test_kills(a):
    """`add` killed fifty times at random moments: the store opens clean, and finishing gives all, once."""
    dice, documents = random.Random(11), 1000  # of 4000, a processor without AVX-512 had 38 kills behind it after eight minutes
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        db, text = folder / "k.db", write(folder / "k.jsonl", news(documents))
        began = time.monotonic()
        a.program("add", folder / "whole.db", text, seconds=120)
        whole, wrong, partial = time.monotonic() - began, None, 0
        for i in range(50):
            if not db.exists() or count_documents(db) >= documents:
                db = folder / f"k{i}.db"
            with subprocess.Popen([a.program.path, "add", db, text], stderr=subprocess.DEVNULL) as run:
                time.sleep(dice.random() * whole * 0.9)
                run.send_signal(signal.SIGKILL)
            if db.exists() and not wrong:
                wrong = None if count(db, "PRAGMA integrity_check") == "ok" else f"kill {i}: the store is broken"
                partial += 0 < count_documents(db) < documents
        yield "kills: fifty kills leave a clean store", wrong
        yield "kills: some fell in the middle", None if partial else "none did: the test tests nothing"
        yield expect("kills: finishing", a.program("add", db, text, seconds=120), 0)
        ask = "SELECT json FROM record WHERE current ORDER BY json"
        with sqlite3.connect(db) as one, sqlite3.connect(folder / "whole.db") as two:
            same = one.execute(ask).fetchall() == two.execute(ask).fetchall()
        yield "kills: every document once", None if same and count_documents(db) == documents else "it differs"


def count_documents(db):
    try:
        return count(db, "SELECT count(*) FROM document")
    except sqlite3.Error:
        return 0


# ---- sanitizers and fuzzing ----------------------------------------------------------------------------

def test_asan(a):
    if not a.asan:
        return
    yield from run_units(a.asan)
    p = Program(a.asan)
    plain = a.program("code", "--to", "jsonl", "--explain", "--date", "2024-03-15", EXAMPLE)
    clean = p("code", "--to", "jsonl", "--explain", "--date", "2024-03-15", EXAMPLE)
    yield expect("sanitizers: the example", clean, 0)
    yield "sanitizers: the same bytes", None if clean.stdout == plain.stdout else "they differ from the plain build's"
    text = news(60)
    for words in (["code", "--to", "csv", "--pairs"], ["code", "--to", "table"], ["explain"], ["parse"]):
        yield expect(f"sanitizers: {' '.join(words)}", p(*words, stdin=text), 0)
    with tempfile.TemporaryDirectory() as name:
        yield from (("sanitizers: " + n, w) for n, w in store_cases(p, pathlib.Path(name)))
    yield from (("sanitizers: " + n, w) for n, w in relate_cases(p))


def fuzz_seeds(folder):
    """Seed corpus: the example, our corpus tests, JSON lines, trees, dictionaries, odd bytes."""
    folder.mkdir()
    for i, text in enumerate([ACTORS, AGENTS, VERBS, ISSUES, HOLDERS]):  # fuzz_dict.c: the first byte is kind and style
        write(folder / f"dictionary-{i}", bytes([[1, 2, 3, 5, 6][i] << 2]) + text.encode())
    write(folder / "example", EXAMPLE.read_bytes())
    write(folder / "jsonl", news(4))
    write(folder / "relate", "<s>Peru</s> thanked <t>Chile</t>.\n")
    write(folder / "conllu", "# newdoc id = a\n# text = Peru met.\n1\tPeru\tPeru\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\t_\n"
          "2\tmet\tmeet\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n")
    for path in (TOP / "tests" / "corpus").glob("*.txt"):
        for i, (_, text, _) in list(enumerate(corpus_cases(path)))[::10]:  # a processor without AVX-512 read all for over four minutes
            write(folder / f"{path.stem}-{i}", text)
    for path in (TOP / "tests" / "hostile").glob("*"):
        if path.is_file():
            write(folder / ("hostile-" + path.name), path.read_bytes())


def test_fuzz(a):
    subprocess.run(["make", "-s", "-C", TOP, "fuzz-build", f"BUILD={a.build}", f"-j{os.cpu_count()}"], check=True)
    targets = sorted(x for x in (a.build / "fuzz" / "run").glob("*") if not x.suffix)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fuzz_seeds(folder / "seeds")
        share = max(2, a.seconds // max(1, len(targets)))

        def fuzz(target):
            return subprocess.run([target, f"-max_total_time={share}", "-max_len=4096", "-timeout=20", "-rss_limit_mb=4096",
                                   f"-artifact_prefix={a.build}/fuzz/", folder / "seeds"], capture_output=True,
                                  env={**os.environ, "SAGWAN_HOME": str(a.build)}, cwd=TOP)
        for target, done in zip(targets, at_once(fuzz, targets)):
            yield f"fuzz: {target.name}, {share} s", None if done.returncode == 0 else done.stderr.decode(errors="replace")[-3000:]
    if not targets:
        yield "fuzz: targets", "there are none"


# ---- the gold corpus and its scorer --------------------------------------------------------------------

def gold_module(name):
    spec = importlib.util.spec_from_file_location("gold_" + name, TOP / "gold" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_builder():
    return gold_module("build")


def gold_line(text, records, country=None, more={}, **item):
    """An item labelled with what the program says; with `country`, every actor is of there instead; `more` in each record."""
    def side(entities, other=None):
        return [{"country": other or e["country"], "sector": e["sector"]} for e in entities]
    events = [{"type": r["type"], "mode": (r["mode"] or [None])[0], "mode_also": r["mode"][1:], "realis": r["realis"],
               "contexts": r["context"], "actor": side(r["actor"], country), "recipient": side(r["recipient"]), **more}
              for r in records if r["kind"] == "event"]
    return json.dumps({"date": "2024-03-15", "text": text, "events": events, **item}) + "\n"


def test_gold(a):
    done = subprocess.run([sys.executable, TOP / "gold" / "build.py", "--check"], capture_output=True, text=True)
    yield "gold: built from its sources", done.stdout + done.stderr or None
    build = gold_builder()
    parts = {n: [json.loads(line) for line in (TOP / "gold" / f"balanced-{n}.jsonl").open(encoding="utf8")]
             for n in ("train", "test")}
    left, right = ([(r["text"], build.grams(r["text"])) for r in parts[n]] for n in ("train", "test"))
    copies = build.near_pairs(left, right)
    yield "gold: no near-copy in both parts", f"{copies[:3]}" if copies else None
    hidden = parts["test"] + [json.loads(line) for n in ("natural-test", "natural-fresh", "natural-unread", "natural-plain",
                                                           "negatives")
                              for line in (TOP / "gold" / f"{n}.jsonl").open(encoding="utf8")]
    bare = [r["id"] for r in hidden if r.get("canary") != build.CANARY]
    yield "gold: canary in the hidden parts", f"none in {bare[:3]}" if bare else None
    text = "France condemned Iran on Friday. Peru expelled two Chilean diplomats."
    said = a.program.records("--date", "2024-03-15", stdin=text)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "gold.jsonl"
        path.write_text(gold_line(text, said))
        yield expect("gold: our own labels", a.program("eval", "--gold", path), 0, out="recall 1.000  F1 1.000")
        path.write_text(gold_line(text, said, "JPN"))
        yield expect("gold: other actors", a.program("eval", "--gold", path), 0, out="recall 0.000  F1 0.000")
        other = pathlib.Path(folder) / "more.jsonl"
        other.write_text(gold_line(text, said))
        yield expect("gold: two files as one", a.program("eval", "--gold", path, other), 0,
                     out=f"items 2  gold records {2 * len(said)}  ")
        alone = "France condemned Iran on Friday."
        path.write_text(gold_line(alone, []))
        c = a.program.records("--date", "2024-03-15", stdin=alone)[0]["confidence"]
        yield expect("gold: calibration of one record", a.program("eval", "--gold", path), 0,
                     out=f"calibration error {c:.3f} (by luck alone {(2 / math.pi * c * (1 - c)) ** 0.5:.3f})")
        path.write_text(gold_line(text, []))
        yield expect("gold: nothing to find", a.program("eval", "--gold", path), 0, out="1 items, 1.000 of them")
        path.write_text(gold_line(text, said, "JPN", more={"alt": json.loads(gold_line(text, said))["events"]}))
        yield expect("gold: another reading", a.program("eval", "--gold", path), 0, out="recall 1.000  F1 1.000")
        path.write_text(gold_line(text, said[:1]) + gold_line(text, said, more={"optional": True}))
        yield expect("gold: what need not come out", a.program("eval", "--gold", path), 0,
                     out="precision 0.500  recall 1.000")
        path.write_text(gold_line(text, [], sentences=[[0, 32, 1], [33, len(text), 0]]))
        yield expect("gold: a sentence without a record", a.program("eval", "--gold", path), 0, out="1, 1.000 of them")
        path.write_text("[1]\n{\n")
        yield expect("gold: no items", a.program("eval", "--gold", path), 2, "no item with text and events")
    yield from real_tests()


def real_labels():
    sys.path.insert(0, str(TOP / "gold"))
    return importlib.import_module("real")


SENTENCES = {"debates": 300, "news": 97, "speeches": 3330, "speeches-dev": 324, "speeches-held": 864, "reports": 1514,
             "reports-held": 261}
INVENTED = "Mr. President,\nPeru condemned the raid\non Lima. We hope for rain."


def invented_rows(real):
    """Rows over an invented speech, as real-debates.tsv has them."""
    def row(sentence, start, end, hash="", record="", why=""):
        return dict(zip(real.COLUMNS, ["ungdc-PER-0000", sentence, str(start), str(end), hash, record, "", why]))
    first = row("1", 15, 47, real.short_hash(INVENTED[15:47]))
    act = row("1", 20, 29, record="ACCUSE/disapprove [mil] a | PER | - | -", why="it condemns")
    return [(first, [act]), (row("2", 48, 65, real.short_hash(INVENTED[48:65])), [])]


def real_tests():
    """Labels over real text: right in themselves, and their text is found again, in a corpus of our own."""
    real = real_labels()
    yield "gold, real text: the labels in themselves", "\n".join(real.check()) or None
    sizes = {part: sum(map(len, real.documents(part).values())) for part in real.PARTS}
    yield "gold, real text: how many sentences", None if sizes == SENTENCES else f"{sizes}"
    doc, told = "ungdc-PER-0000", invented_rows(real)
    yield "gold, real text: sound rows pass", "; ".join(real.complaints(doc, told)) or None
    for name, at, change in (("trigger outside", 1, dict(end="60")), ("no why", 1, dict(why="")),
                             ("other sentence", 1, dict(sentence="2")), ("no hash", 0, dict(hash="")),
                             ("order", 0, dict(start="50"))):
        rows = invented_rows(real)
        (rows[0][1][0] if at else rows[0][0]).update(change)
        yield f"gold, real text: a broken row is seen ({name})", None if real.complaints(doc, rows) else "passed"
    made = real.item("debates", doc, told, ("1990-09-25", INVENTED))
    spans = [INVENTED[15:][e["start"]:e["end"]] for e in made["events"]]
    right = made["sentences"] == [[0, 32, 1], [33, 50, 0]] and spans == ["condemned"]
    right = right and made["text"] == INVENTED[15:65]
    yield "gold, real text: a speech is found again", None if right else f"{made}"
    told[0][1][0]["said"] = "15-19|42-46"
    spoken = real.item("speeches", doc, told, ("1990-09-25", INVENTED))
    words = [spoken["text"][a:b] for side in spoken["events"][0]["said"].values() for a, b in side]
    label = spoken["text"].startswith("Mr. SPEAKER (Peru):\n\nPeru")
    yield "gold, real text: who speaks, and which words name parties", None if label and words == ["Peru", "Lima"] else f"{spoken}"
    with contextlib.redirect_stderr(io.StringIO()):
        other = real.item("debates", doc, told, ("1990-09-25", INVENTED.replace("rain", "snow")))
    yield "gold, real text: another text is passed over", f"{other}" if other else None
    yield from real_story(real)


STATEMENT = "# document A\nNo\tO\n\n# document B\nNo\tO\n\nLima\tO\n's\tO\nenvoy\tO\n(\tO\nAna\tO\n)\tO\nleft\tO\n.\tO\n\n"


def real_story(real):
    """A story of GUM's kind: heading, contraction, paragraphs."""
    def row(sentence, words, text, start=1, record=""):
        hash = "" if record else real.short_hash(text)
        values = ["GUM_news_x", sentence, str(start), str(words), hash, record, "", "w"]
        return dict(zip(real.COLUMNS, values))
    lines = ["# newdoc id = GUM_news_x", "# meta::dateCreated = 2001-02-03"]
    for opens, words in ((True, ["Peru waits"]), (True, ["Lima does", "n't"]), (False, ["wait"])):
        text = " ".join(words).replace(" n't", "n't")
        lines += ["# newpar"] * opens + [f"# text = {text}"]
        forms = text.split()
        if "doesn't" in forms:
            lines += ["1\tLima\t_", "2-3\tdoesn't\t_", "2\tdoes\t_", "3\tn't\t_"]
        else:
            lines += [f"{i}\t{form}\t_" for i, form in enumerate(forms, 1)]
    with tempfile.TemporaryDirectory() as folder:
        trees = pathlib.Path(folder) / "treebanks" / "gum"
        trees.mkdir(parents=True)
        (trees / "a.conllu").write_text("\n".join(lines) + "\n")
        (pathlib.Path(folder) / "ner").mkdir()
        (pathlib.Path(folder) / "ner" / "re3d.conll").write_text(STATEMENT)
        found = real.stories(pathlib.Path(folder), {"GUM_news_x", "re3d-2"})
    record = "REJECT/- a | PER | - | -"
    told = [(row("1", 2, "Peru waits"), []), (row("2", 3, "Lima doesn't"), [row("2", 3, "", 3, record)]),
            (row("3", 1, "wait"), [])]
    made = real.item("news", "GUM_news_x", told, found["GUM_news_x"])
    right = (made["title"], made["text"]) == ("Peru waits", "Lima doesn't wait")
    right = right and made["sentences"] == [[0, 12, 1], [13, 17, 0]]
    right = right and [(e["trigger"], e["start"], e["end"]) for e in made["events"]] == [("doesn't", 5, 12)]
    yield "gold, real text: a story is found again", None if right else f"{made}"
    text = "Lima's envoy (Ana) left."
    told = [(row("1", 7, text), [{**row("1", 7, "", 7, record), "said": "1-1|4-6"}])]
    made = real.item("reports", "re3d-2:2", told, found["re3d-2"])
    words = [made["text"][a:b] for side in made["events"][0]["said"].values() for a, b in side]
    right = (made["text"], made["events"][0]["trigger"], words) == (text, "left", ["Lima", "(Ana)"])
    yield "gold, real text: a stretch of a report is found again", None if right else f"{made}"


# ---- all together --------------------------------------------------------------------------------------

def test_reports(a):
    """Each report is read and measured, and of those that rules were mended by the lines come out as they did."""
    # .81, since 33 reports are counted .79, on 29 November 2026
    least, asked = 0.77, argparse.Namespace(program=str(a.build / "sagwan"), show=False)
    lines, core = 0, 0
    for number in (*sets.BLIND, *sets.TUNED_TO):
        states, never, broken, _ = sets.judge_report(asked, number)
        counted = [s for s in states.values() if s != "left out"]
        yield f"reports: {number} is measured", None if len(counted) >= 10 and broken <= never else f"{len(counted)} lines"
        if number in sets.TUNED_TO:
            lines += len(counted)
            core += sum(s != "missing" for s in counted)
    yield "reports: lines in type and countries", None if core >= least * lines else f"{core} of {lines}"


def test_drawn(_):
    """The stand-off labels: each row is a tree, and the look at them sees a ring, a second root and a lost word; ends of
    sentences lie in their passages and are counted rightly."""
    rows = drawn.read_tsv(drawn.SETS / "drawn-trees.tsv")
    wrong = [f"{r['id']}: {c}" for r in rows for c in drawn.complaints(r)]
    yield "drawn: every row is a tree", "\n".join(wrong) or (None if rows else "no rows")
    good = dict(start="10", end="19", words="0:3 4:5", upos="PRON VERB", head="2 0", deprel="nsubj root")
    for name, change in (("ring", dict(head="2 1")), ("roots", dict(head="0 0", deprel="root root")),
                         ("label", dict(deprel="subject root")), ("lost word", dict(words="0:3 4:4"))):
        yield f"drawn: a broken row is seen ({name})", None if drawn.complaints({**good, **change}) else "passed"
    yield "drawn: a sound row passes", "; ".join(drawn.complaints(good)) or None
    wrong = [f"{r['id']}: {c}" for r in drawn.read_tsv(drawn.SETS / "drawn-ends.tsv") for c in drawn.end_complaints(r)]
    yield "drawn: every end lies in its passage", "\n".join(wrong) or None
    passage = drawn.ends_of(dict(start="10", end="90", ends="20 40-42 80", free="5-8"))
    for name, said, right in (("all right", [18, 30, 51, 90, 120], ([], [], 3)), ("missed", [30, 90], ([50], [], 2)),
                              ("added", [30, 35, 50, 90], ([], [35], 3)), ("none", [], ([30, 50, 90], [], 0))):
        got = drawn.compare_ends(passage, said)
        yield f"drawn: ends counted ({name})", None if got == right else f"{got}, not {right}"


def irregular_rows():
    """(sentence, form, tag, feature, lemma) for each form of train/irregular.tsv."""
    frames = {"verb": (("They {} it .", "VERB", "Tense=Past"), ("It had been {} by them .", "VERB", "Tense=Past")),
              "noun": (("These {} were here .", "NOUN", "Number=Plur"),),
              "adjective": (("A {} plan came .", "ADJ", "Degree=Cmp"), ("The {} plan came .", "ADJ", "Degree=Sup"))}
    for line in (TOP / "train" / "irregular.tsv").read_text(encoding="utf8").splitlines():
        kind, lemma, *cells = line.split("\t") if not line.startswith("#") else ("", "")
        for (frame, upos, feature), cell in zip(frames.get(kind, ()), cells):
            for form in cell.split("|"):
                yield frame.format(form), form, upos, feature, lemma


def test_lemmas(a):
    """Every irregular form of train/irregular.tsv in a plain sentence; and words that nobody knows, whose lemma must begin as
    they do. Only forms that are tagged as meant are judged, so most must be."""
    p, rows = Program(a.build), list(irregular_rows())
    lemmas = {}
    for _, form, upos, _, lemma in rows:
        lemmas.setdefault((form, upos), set()).add(lemma)
    text = "".join("".join(f"{i}\t{w}" + "\t_" * 4 + f"\t{i - 1}\t_\t_\t_\n" for i, w in enumerate(s.split(), 1)) + "\n" for s, *_ in rows)
    done = p("parse", "--from", "conllu", "--quiet", stdin=text)
    trees = [[line.split("\t") for line in part.splitlines() if not line.startswith("#")]
             for part in done.stdout.decode().split("\n\n") if part.strip()]
    judged, wrong = 0, []
    for (_, form, upos, feature, _), tree in zip(rows, trees):
        row = next(r for r in tree if r[1] == form)
        if row[3] == upos and feature in row[5]:
            judged += 1
            if row[2] not in lemmas[form, upos]:
                wrong.append(f"{form}: {row[2]}")
    few = f"{judged} of {len(rows)} forms tagged as meant" if judged < 0.9 * len(rows) else None
    yield "lemmas: irregular forms", few or (f"{len(wrong)} wrong: {', '.join(wrong[:20])}" if wrong else None)
    rng, made = random.Random(7), []
    for _ in range(200):
        stem = "".join(rng.choice(("br", "k", "l", "m", "n", "pl", "st", "v", "z")) + rng.choice("aeiou") for _ in range(rng.randint(1, 3)))
        made.append(stem + rng.choice(("rk", "ft", "ld", "mp")) + rng.choice(("ed", "ing", "s", "er", "est", "ity", "")))
    done = p("parse", "--quiet", "--from", "text", stdin="\n\n".join(f"They {w} the house." for w in made))
    strange = [(c[1], c[2]) for c in (line.split("\t") for line in done.stdout.decode().splitlines()) if len(c) == 10 and c[1] in made]
    wrong = [f"{form}: {lemma}" for form, lemma in strange if lemma.lower()[:(len(form) + 1) // 2] != form.lower()[:(len(form) + 1) // 2]]
    short = f"{len(strange)} words read" if len(strange) < 150 else None
    yield "lemmas: unknown words keep their stem", short or (", ".join(wrong[:20]) if wrong else None)


def test_parity(a):
    """The trainer's network and the program's read the same sentences (tests/parity.conllu, by train/parity.py) alike:
    wherever the trainer chose by a clear margin, and nearly everywhere else. With --trained, what `make train` wrote."""
    clear, most = 1.0, 0.97 if a.trained else 0.985  # one that has learnt little is torn more often
    path = (a.trained or TOP / "tests") / "parity.conllu"
    model = ("--model", a.trained / "en.model") if a.trained else ()
    wanted = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines() if line]
    done = a.program("parse", "--from", "conllu", *model, path)
    got = [line.split("\t") for line in done.stdout.decode().splitlines() if line and not line.startswith("#")]
    alike, wrong = 0, []
    for w, g in zip(wanted, got):
        w[7], g[7] = (c[7].replace("nsubj:pass", "nsubj") for c in (w, g))  # the program settles a clause's voice after the net
        same = [w[k] == g[k] for k in (1, 3, 5, 6, 7)]
        alike += all(same)
        # what can be nothing but a past tense the program has by a list, whatever a network that has learnt little says
        listed = a.trained and g[3] == "VERB" != w[3] and "Tense=Past" in g[5]
        if not all(same) and not listed and float(w[9].split("Margin=")[1]) > clear:
            wrong.append("\t".join(g))
    yield "the same words come back", None if len(wanted) == len(got) > 500 else f"{len(wanted)} and {len(got)}"
    yield "clear choices are the trainer's", "\n".join(wrong) or None
    yield "nearly all choices are the trainer's", None if alike > most * len(wanted) else f"{alike} of {len(wanted)}"


def test_agreement(_):
    """Measures of agreement against values worked out by hand."""
    m = gold_module("agreement")
    def near(name, got, right):
        return f"agreement: {name}", None if abs(got - right) < 1e-9 else f"{got}, not {right}"
    a, ab, bc = frozenset("a"), frozenset("ab"), frozenset("bc")
    yield near("MASI, equal", m.masi(ab, ab) + m.masi(frozenset(), frozenset()), 0)
    yield near("MASI, one holds the other", m.masi(ab, a), 1 - 1 / 2 * 2 / 3)
    yield near("MASI, overlap", m.masi(ab, bc), 1 - 1 / 3 * 1 / 3)
    yield near("MASI, apart", m.masi(a, frozenset()), 1)
    # a a, a b, b b, b b: one of four differs; of 8 * 7 ordered pairs 2 * 3 * 5 differ
    yield near("alpha", m.alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")], m.nominal), 1 - (1 / 4) / (30 / 56))
    # {a}{ab}, {ab}{ab}: observed (2/3 + 0) / 2, expected 2 * 1 * 3 * 2/3 / (4 * 3)
    yield near("alpha with MASI", m.alpha([(a, ab), (ab, ab)], m.masi), 1 - (1 / 3) / (4 / 12))
    yield "agreement: no alpha of one value", None if m.alpha([(a, a)], m.masi) is None else "there is one"
    def record(start, end, kind, actor, **more):
        return {"sentence": 1, "start": start, "end": end, "type": kind, "modes": [], "contexts": [], "realis": "actual",
                "actor": [{"country": c, "sector": s} for c, s in actor], "recipient": [], **more}
    fra, deu, gov = ("FRA", None), ("DEU", None), ("FRA", "GOV")
    first = [record(0, 5, "AID", [fra, deu]), record(10, 15, "AGREE", [fra]), record(30, 35, "AID", [deu], optional=True)]
    second = [record(3, 12, "AGREE", [gov]), record(0, 4, "AID", [fra]), record(40, 44, "REJECT", [fra])]
    pairs = m.units(first, second)
    kinds = sorted(tuple(e["type"] if e else "none" for e in u) for u in pairs)
    right = [("AGREE", "AGREE"), ("AID", "AID"), ("none", "REJECT")]
    yield "agreement: most pairs, one type first, lone optional ones aside", None if kinds == right else str(kinds)
    got = m.measures(pairs)
    yield near("trigger F1", got["trigger F1"], 2 * 2 / (2 + 3))
    yield near("parties by country", got["parties F1, country"], 2 * 2 / (3 + 2))
    yield near("parties by country and sector", got["parties F1, country and sector"], 2 * 1 / (3 + 2))
    other = {**first[0], "alt": [{"type": "SUPPORT", "modes": [], "realis": "actual", "actor": [], "recipient": []}]}
    best = m.nearest(other, record(0, 5, "SUPPORT", []))["type"]
    yield "agreement: another reading that is let stand", None if best == "SUPPORT" else best
    yield "agreement: an end that only touches is no overlap", None if not m.overlap(first[0], record(5, 9, "AID", [])) else "is"


def gold_spans(convert, item):
    """What is wrong with an item as BRAT has it: spans that do not read as they say, events lost."""
    text, notes = convert.standoff(item)
    found = [line.split("\t") for line in notes.splitlines() if line.startswith("T")]
    for _, where, words in found:
        start, end = map(int, where.split()[1:])
        if text[start:end] != words:
            return f"{item['id']}: {text[start:end]!r}, not {words!r}"
    if len(found) != len(item["events"]) or (item.get("canary") or "") not in notes and found:
        return f"{item['id']}: {len(found)} of {len(item['events'])} events, or no canary"
    return None


def test_gold_files(_):
    """What the corpus is given away as: second labels, guideline, other formats, form."""
    build, convert, form = gold_builder(), gold_module("convert"), gold_module("form")
    read = lambda path: [json.loads(line) for line in path.open(encoding="utf8")]
    parts = {n: read(TOP / "gold" / f"{n}.jsonl")
             for n in ("balanced-train", "balanced-test", "natural-dev", "natural-test", "natural-fresh", "negatives")}
    every = {item["id"]: item for items in parts.values() for item in items}
    sealed = parts["natural-test"] + parts["natural-fresh"]
    both = {d["topic"].lower() for d in parts["natural-dev"]} & {d["topic"].lower() for d in sealed}
    yield "gold: no topic in both parts", str(both) if both else None
    wrong = []
    for path in sorted((TOP / "gold" / "second").glob("*.jsonl")):
        for row in read(path):
            item = every[row["id"]]
            if row.get("canary") != item.get("canary"):
                wrong.append(f"{path.name}, {row['id']}: canary")
            where = lambda e: (item.get("title") if e["sentence"] == 0 else item["text"]) or ""
            wrong += [f"{path.name}, {row['id']}: {e['trigger']!r} does not stand there" for e in row["events"]
                      if where(e)[e["start"]:e["end"]] != e["trigger"]]
    yield "gold: labels of both hands point at their words", "; ".join(wrong[:3]) or None
    texts = " ".join(" ".join([i.get("title") or "", i["text"]]) for i in every.values()).lower()
    examples = [" ".join(x.lower().split()) for x in
                re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", (TOP / "gold" / "GUIDELINE.md").read_text(encoding="utf8"))]
    taken = [x for x in examples if len(x.split()) >= 3 and x in texts]
    yield "gold: the guideline's examples are its own", f"{taken}" if taken else None if len(examples) > 100 else "too few found"
    bad = [w for w in (gold_spans(convert, i) for i in every.values()) if w]
    yield "gold: as text and spans", "; ".join(bad[:3]) or None
    records = [r for i in every.values() for r in convert.plover(i)]
    lacking = [r.get("id") for r in records if not all(k in r for k in ("id", "date", "actor", "event"))
               or not re.fullmatch(r"\d{4}-\d\d-\d\d", r["date"]) or r["event_text"][0] not in r["text"]]
    if len({r["id"] for r in records}) != sum(len(i["events"]) for i in every.values()):
        lacking.append("events lost or named twice")
    yield "gold: as PLOVER's JSON", f"{lacking[:3]}" if lacking else None
    page = form.page()
    asked = re.findall(r'<section data-id="([^"]+)" data-n="(\d+)">', page)
    whole = len(set(asked)) == 200 and page == form.page() and build.CANARY in page
    bad = [] if whole else ["not 200 sentences, other ones each time, or no canary"]
    bad += [e["why"] for i, _ in asked for e in every[i]["events"] if len(e["why"]) > 25 and e["why"] in page]
    yield "gold: the form asks 200 sentences and tells no label", f"{bad[:3]}" if bad else None
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "answers.tsv"
        doc = next(d for d in parts["natural-dev"] if len(d["events"]) > 2 and d["events"][1]["sentence"])
        event, quiet = doc["events"][1], [n for n, s in enumerate(doc["sentences"], 1) if not s[2]][0]
        row = {"id": doc["id"], "sentence": event["sentence"], "trigger": event["trigger"], "type": event["type"],
               "realis": event["realis"], **{k: convert.parties(event[k]) for k in ("actor", "recipient")}}
        rows = [dict.fromkeys(form.COLUMNS, "") | r for r in (row, {"id": doc["id"], "sentence": quiet, "type": "none"})]
        head = dict(zip(form.COLUMNS, form.COLUMNS))
        path.write_text("".join("\t".join(str(r[c]) for c in form.COLUMNS) + "\n" for r in [head, *rows]))
        back = json.loads(form.labels(path))
        same = {k: event[k] for k in ("sentence", "start", "end", "type", "realis", "actor", "recipient")}
        wrong = {k: back["events"][0][k] for k in same if back["events"][0][k] != same[k]}
        ok = not wrong and len(back["events"]) == 1 and back["asked"] == sorted([event["sentence"], quiet])
        yield "gold: the form's answers come back as labels", None if ok else f"{wrong} {back['asked']}"


QUICK = [test_includes, test_mission, test_unit, test_lemmas, test_parity, test_corpus, test_codebook, test_documents, test_commands,
         test_gold, test_agreement, test_gold_files, test_drawn, test_reports]
SLOW = [test_hostile, test_kills, test_asan, test_fuzz]


def options():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--build", default="build")
    o.add_argument("--asan", default=None)
    o.add_argument("--all", action="store_true")
    o.add_argument("--only")
    o.add_argument("--update", action="store_true")
    o.add_argument("--seconds", type=int, default=60)
    o.add_argument("--verbose", action="store_true")
    o.add_argument("--trained", type=pathlib.Path, help="parity: the folder of a trained image, instead of what ships")
    a = o.parse_args()
    a.build = (TOP / a.build).resolve()
    a.asan = (TOP / a.asan).resolve() if a.asan else None
    a.program = Program(a.build)
    return a


def main():
    a = options()
    parts = QUICK + (SLOW if a.all else [])
    if a.only:
        parts = [t for t in QUICK + SLOW if t.__name__ == "test_" + a.only]
    passed = failed = 0
    for part in parts:
        began = time.monotonic()
        try:
            for name, wrong in part(a):
                passed += wrong is None
                failed += wrong is not None
                if wrong is not None:
                    print(f"FAILED {name}\n    " + wrong.strip().replace("\n", "\n    "))
                elif a.verbose:
                    print(f"ok {name}")
        except Exception as e:  # a part that breaks is a failure; the others still run
            failed += 1
            print(f"FAILED {part.__name__}: {type(e).__name__}: {e}")
        print(f"{part.__name__[5:]}: {time.monotonic() - began:.1f} s", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
