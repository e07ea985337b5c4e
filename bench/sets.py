#!/usr/bin/env python3
"""The sets of tests/sets (its README.md tells their conventions), measured with the built program.

dates     `sagwan mentions` over each sentence. A row is right if the times that share letters with its expression tell
          its EDTF date and no other, character by character; of a row without a date, if they tell none.
variants  `sagwan mentions` over each text. The party that shares most letters with the words is asked for its name: right
          if it is the holder's (without accents, or an alias of the same holder in world/holders), wrong if it is
          somebody else's, else unresolved. Of a row that nobody is to be found for, wrong if a line of world/holders
          stands behind the party. `who` asks the name alone, on the day, and looks at the first answer.
reports   `sagwan code` over each report. A line comes out whole if one record of its sentence fits in kind, type, code,
          parties, realis, date, source and content; `core` asks for type and parties' countries only. Lines that may be
          left out count only where they come out. A `never` line is violated by any record that it describes.
briefs    the same of a hundred short ones.

Halves of dates and variants by the parity of the number in the id: rules are made with the odd half in view, the even
half is read by nobody. --show lists what is wrong (of the odd half).
"""
import argparse
import re
import unicodedata

import common
from common import SETS, TOP, ask, json_lines, read_tsv

TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
            "MOBILIZE COERCE ASSAULT".split())
BLIND, TUNED_TO = (1, 2, 3), tuple(range(4, 45))  # reports
REALES = set("actual historical planned demanded hypothetical conditional denied negated".split())


def said(program, *words):
    return json_lines(common.run(program, *words, "--to", "jsonl"))


def mentions(program, rows, day):
    lines = [{"id": r["id"], "text": r["text"], **({"date": r[day]} if r[day] else {})} for r in rows]
    found = {r["id"]: [] for r in rows}
    for m in ask(program, "mentions", documents=lines):
        found[m["doc"]].append(m)
    return found


def is_odd(row):
    return int(re.search(r"\d+", row["id"]).group()) % 2 == 1


def shared(m, span):
    return 0 if m["start"] is None else max(0, min(m["end"], span[1]) - max(m["start"], span[0]))


# ---- dates ---------------------------------------------------------------------------------------------

def stretch(text, words):
    """Where the words stand; figures and words must not go on in the text ("4th" is not in "14th")."""
    return (re.search(r"(?<!\w)" + re.escape(words) + r"(?!\w)", text) or re.search(re.escape(words), text)).span()


def judge_dates(program):
    rows = read_tsv(SETS / "dates.tsv")
    found = mentions(program, rows, "published")
    for r in rows:
        span = stretch(r["text"], r["expression"])
        got = {m["date"] for m in found[r["id"]] if m["kind"] == "time" and shared(m, span) and m["date"]}
        yield r, got == ({r["edtf"]} if r["edtf"] else set()), got


def dates(a):
    judged, kinds = list(judge_dates(a.program)), {}
    if a.show:
        for r, right, got in judged:
            if not right and is_odd(r):
                print(f"{r['id']} {r['published']} [{r['expression']}] {r['edtf'] or 'none'} ({r['kind']}): "
                      f"{' '.join(sorted(got)) or 'none'}\n    {r['text']}")
    print("dates: share with the right date and precision")
    for name, part in halves(judged, lambda j: j[0]):
        share = sum(right for _, right, _ in part) / len(part)
        print(f"    {name:5} {len(part):4} {share:6.3f}")
    for r, right, got in judged:
        n = kinds.setdefault(r["kind"], [0, 0])
        n[0] += 1
        n[1] += right
    print("    by kind: " + ", ".join(f"{k} {n[1]}/{n[0]}" for k, n in sorted(kinds.items(), key=lambda x: -x[1][0])))
    empty = [(r, got) for r, _, got in judged if not r["edtf"]]
    print(f"    a date invented: {sum(bool(got) for _, got in empty)} of {len(empty)}; "
          f"none found: {sum(bool(r['edtf']) and not got for r, _, got in judged)} of {len(judged) - len(empty)}")


def halves(items, row_of):
    return [("all", items), ("odd", [x for x in items if is_odd(row_of(x))]),
            ("even", [x for x in items if not is_odd(row_of(x))])]


# ---- names ---------------------------------------------------------------------------------------------

def plain(name):
    name = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("đ", "d").replace("ı", "i"))
    name = "".join(c for c in name if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", name))


def holders():
    """All names of each holder by each of them, in plain letters."""
    names = {}
    for r in read_tsv(TOP / "lexicon" / "world" / "holders.tsv"):
        one = {plain(x) for x in [r["name"], *r["aliases"].split("|")] if x}
        for x in one:
            names.setdefault((r["country"][:6], x), set()).update(one)
    return names


def judge_name(known, row, name, row_behind):
    if row["name"] == "-":
        return "wrong" if row_behind and row_behind.startswith("world/holders") else "right"
    if not name or plain(name) == plain(row["words"]) != plain(row["name"]) and not row_behind.startswith("world/holders"):
        return "unresolved"
    if plain(name) == plain(row["name"]):
        return "right"
    aliases = [v for (c, x), v in known.items() if x == plain(name) and plain(row["name"]) in v]
    if aliases:
        return "right"
    return "wrong" if row_behind and row_behind.startswith("world/holders") else "unresolved"


def best_party(found, span):
    parties = [m for m in found if m["kind"] == "party" and shared(m, span)]
    return max(parties, key=lambda m: (bool(m["row"] and m["row"].startswith("world/holders")), shared(m, span)), default=None)


def judge_variants(program, known):
    rows = read_tsv(SETS / "variants.tsv")
    found = mentions(program, rows, "on")
    for r in rows:
        at = r["text"].find(r["words"])
        m = best_party(found[r["id"]], (at, at + len(r["words"])))
        said = judge_name(known, r, m and m["name"], m and m["row"] or "")
        yield r, said, m


def judge_who(program, known):
    for r in read_tsv(SETS / "variants.tsv"):
        first = next(iter(said(program, "who", r["words"], "--on", r["on"])), None)
        held = first and first["score"] >= 0.75 and not first["former"]
        yield r, judge_name(known, r, first["name"] if held else None, first["source"] if held else "")


def variants(a):
    known = holders()
    judged = list(judge_variants(a.program, known))
    if a.show:
        for r, said, m in judged:
            if said != "right" and is_odd(r):
                print(f"{r['id']} {r['on']} [{r['words']}] {r['country']} {r['office'] or '-'} {r['name']}: {said} "
                      f"{m and (m['name'], m['country'], m['row'])}\n    {r['text']}")
    print("variants: whom the sentence's words are taken for")
    print(f"    {'half':5} {'rows':>4} {'right':>6} {'wrong':>6} {'unresolved':>11} {'resolved of -':>14}")
    for name, part in halves(judged, lambda j: j[0]):
        real, none = [x for x in part if x[0]["name"] != "-"], [x for x in part if x[0]["name"] == "-"]
        share = {s: sum(x[1] == s for x in real) / len(real) for s in ("right", "unresolved")}
        share["wrong"] = sum(x[1] == "wrong" for x in part) / len(part)
        print(f"    {name:5} {len(part):4} {share['right']:6.3f} {share['wrong']:6.3f} {share['unresolved']:11.3f} "
              f"{sum(x[1] == 'wrong' for x in none):8} of {len(none)}")
    real = [(r, m) for r, said, m in judged if r["name"] != "-" and said == "right"]
    print(f"    of those right, country too: {sum(m['country'] in (r['country'], 'IGO') for r, m in real)} of {len(real)}")
    if a.who:
        said = [s for r, s in judge_who(a.program, known) if r["name"] != "-"]
        print(f"    who, the name and the day alone: right {said.count('right') / len(said):.3f} wrong "
              f"{said.count('wrong') / len(said):.3f}")


# ---- reports -------------------------------------------------------------------------------------------

def options(cell):
    return cell.split("|")


def parties_of(entities):
    return frozenset((e["country"] or "", e["sector"] or "") for e in entities)


def read_parties(cell):
    """Each reading as a set of (country, sector)."""
    return [frozenset() if one in ("-", "") else frozenset(tuple((x + ":").split(":")[:2]) for x in one.split("+"))
            for one in options(cell)]


def source_of(record):
    s = record["source"]
    return "-" if s is None else "hearsay" if s.get("kind") == "hearsay" else (s["country"] or "") + (":" + s["sector"] if s["sector"] else "")


def acts_inside(record):
    for c in record["content"]:
        yield c
        yield from acts_inside(c)


def content_fits(record, said):
    """The content's column in words: TYPE names, `words` (no type) and realis."""
    types, reales = set(re.findall(r"\b[A-Z]{3,}\b", said)) & TYPES, set(re.findall(r"\b[a-z]+\b", said)) & REALES
    untyped = not types or "words" in said
    return any((c["type"] in types or untyped and c["type"] is None) and (not reales or c["realis"] in reales)
               for c in acts_inside(record))


class Line:
    """One line of a hand reading and the records that may be it."""

    def __init__(self, row, rows):
        note = row["note"]
        self.row, self.sentences = row, {int(x) for x in row["sentence"].split(",")}
        self.types, self.codes = set(options(row["type"])), options(row["cameo"])
        pair = re.search(r"accept the pair of (\w+)", note)
        twin = next((r for r in rows if pair and r["id"] == pair.group(1)), None)
        self.sides = [(read_parties(r["actors"]), read_parties(r["recipients"])) for r in (row, twin) if r]
        accepted = " ".join(re.findall(r"accept[^;]*", note))
        for t in set(re.findall(r"\b[A-Z]{3,}\b", accepted)) & TYPES:
            self.types.add(t)
            self.codes += re.findall(r"\b\d{2,4}\b", accepted) or [""]
        self.position_too = "accept a position" in accepted or row["kind"] == "position"
        self.none = "accept none" in accepted
        stands = re.search(r"if (\w+) stands", note)
        self.none_if = stands and stands.group(1)

    def faults(self, r):
        """The columns in which a record is not the line; NULL where it is not of its sentences."""
        row, out = self.row, []
        if r["kind"] == "position":
            if not self.position_too:
                return ["kind"]
            holders_fit = any(parties_of(r["actor"]) in sides[0] for sides in self.sides)
            stance = re.search(r"stance (\w+)(?: \(accept (\w+)\))?", row["note"])
            out += [] if holders_fit else ["actors"]
            out += ["stance"] if stance and r["stance"] not in stance.groups() else []
            out += ["source"] if row["kind"] == "position" and source_of(r) not in options(row["source"]) + ["-"] else []
            return out
        out += [] if r["type"] in self.types else ["type"]
        out += [] if any((r["cameo"] or "").startswith(c) for c in self.codes) else ["cameo"]
        sides = [(parties_of(r["actor"]), parties_of(r["recipient"]))]
        if r["reciprocal"] and len(r["actor"]) == 2:
            sides.append((parties_of(r["actor"][:1]), parties_of(r["actor"][1:])))
        out += [] if any(s[0] in w[0] for s in sides for w in self.sides) else ["actors"]
        out += [] if any(s[1] in w[1] for s in sides for w in self.sides) else ["recipients"]
        out += [] if r["realis"] in options(row["realis"]) or row["kind"] == "position" else ["realis"]
        out += [] if (r["date"] or "") in options(row["date"]) or row["kind"] == "position" else ["date"]
        out += [] if source_of(r) in options(row["source"]) else ["source"]
        out += [] if not row["content"] or content_fits(r, row["content"]) else ["content"]
        return out

    def core(self, r):
        if r["kind"] == "position":
            return self.position_too and any(lands(parties_of(r["actor"])) in map(lands, w[0]) for w in self.sides)
        sides = lands(parties_of(r["actor"])), lands(parties_of(r["recipient"]))
        return r["type"] in self.types and any(sides[0] in map(lands, w[0]) and sides[1] in map(lands, w[1])
                                               for w in self.sides)


def lands(parties):
    return frozenset(c for c, _ in parties)


def named(entities, cell):
    """Is one of the parties described by the cell's words or codes?"""
    if cell in ("any", ""):
        return True
    for one in re.split(r",\s*", cell):
        for e in entities:
            code = (e["country"] or "") + (":" + e["sector"] if e["sector"] else "")
            if code == one or e["country"] == one or (e["cameo"] or "").endswith(one) or \
                    (one.islower() and one.split()[-1].rstrip("s") in (e["text"] or "").lower()):
                return True
    return False


def violates(r, row):
    return r["sentence"] in {int(x) for x in row["sentence"].split(",")} and r["kind"] == "event" \
        and row["type"] in ("any", r["type"]) and row["realis"] in ("", r["realis"]) \
        and named(r["actor"], row["actors"]) and named(r["recipient"], row["recipients"])


def said_of(r):
    def codes(entities):
        return "+".join((e["country"] or "?") + (":" + e["sector"] if e["sector"] else "") for e in entities) or "-"
    inside = "; ".join(f"{c['type'] or c['trigger']['text']} {c['realis']}" for c in acts_inside(r))
    return f"{r['type'] or r['stance']} {r['cameo'] or ''} [{r['trigger']['text']}] {codes(r['actor'])} > {codes(r['recipient'])} " \
           f"{r['realis'] or ''} @{r['date'] or ''} source {source_of(r)}" + (f" ({inside})" if inside else "")


def judge(a, name, rows, records):
    """Each line's state (whole, core, missing or left out), never lines, those violated, the columns at fault."""
    lines = [Line(r, rows) for r in rows if r["kind"] != "never"]
    states, wrong = {}, []
    for line in lines:
        own = [r for r in records if r["sentence"] in line.sentences]
        faults = [line.faults(r) for r in own]
        whole, core = any(not f for f in faults), any(line.core(r) for r in own)
        states[line.row["id"]] = "whole" if whole else "core" if core else "missing"
        near = min((f for f, r in zip(faults, own) if line.core(r)), key=len, default=["missing"])
        wrong.append((line, near if not whole else [], own))
    for line in lines:
        if states[line.row["id"]] == "missing" and line.none and \
                (not line.none_if or states.get(line.none_if) in ("whole", "core")):
            states[line.row["id"]] = "left out"
    never = [r for r in rows if r["kind"] == "never"]
    broken = [(row, r) for row in never for r in records if violates(r, row)]
    if a.show:
        for line, near, own in wrong:
            if near and states[line.row["id"]] != "left out":
                cells = [line.row[x] for x in ("sentence", "type", "cameo", "actors", "recipients", "realis", "date", "source", "content")]
                print(f"{name} {line.row['id']} ({', '.join(near)}): {' ; '.join(cells)} ; {line.row['note']}")
                print(f"    {own[0]['text'] if own else ''}")
                for r in own:
                    print("    got " + said_of(r))
        for row, r in broken:
            print(f"{name} never {row['type']} {row['actors']} > {row['recipients']} ({row['note']})\n    got {said_of(r)}")
    return states, len(never), len({id(row) for row, _ in broken}), [f for _, near, _ in wrong for f in near]


def judge_report(a, number):
    text, table = SETS / "reports" / f"{number}.txt", SETS / "reports" / f"{number}.tsv"
    published = table.read_text(encoding="utf8").split("\n")[0].split()[-1]
    return judge(a, f"report {number}", read_tsv(table), said(a.program, "code", "--date", published, text))


def briefs(a):
    rows, records = {}, {}
    for r in read_tsv(SETS / "briefs.tsv"):
        rows.setdefault(r["id"], []).append({**r, "id": r["line"]})
    documents = json_lines((SETS / "briefs.jsonl").read_text(encoding="utf8"))
    for r in ask(a.program, "code", documents=documents):
        records.setdefault(r["doc"], []).append(r)
    n = {"lines": 0, "core": 0, "whole": 0, "never": 0, "broken": 0}
    for brief, own in rows.items():
        states, never, broken, _ = judge(a, f"brief {brief}", own, records.get(brief, []))
        counted = [s for s in states.values() if s != "left out"]
        for k, v in {"lines": len(counted), "core": sum(s != "missing" for s in counted), "whole": counted.count("whole"),
                     "never": never, "broken": broken}.items():
            n[k] += v
    print(f"briefs: of {n['lines']} lines {n['core'] / n['lines']:.3f} in type and countries, {n['whole'] / n['lines']:.3f} whole; "
          f"{n['broken']} of {n['never']} never lines violated; tuned to")


def reports(a):
    print("reports: lines of the hand reading that come out")
    print(f"    {'':6} {'lines':>5} {'core':>6} {'whole':>6}  never violated")
    total = {"lines": 0, "core": 0, "whole": 0, "never": 0, "broken": 0}
    columns = {}
    for number in BLIND + TUNED_TO:
        states, never, broken, faults = judge_report(a, number)
        counted = [s for s in states.values() if s != "left out"]
        n = {"lines": len(counted), "core": sum(s != "missing" for s in counted), "whole": counted.count("whole"),
             "never": never, "broken": broken}
        for f in faults if number in BLIND else []:
            columns[f] = columns.get(f, 0) + 1
        for k, v in n.items() if number in BLIND else []:
            total[k] += v
        print(f"    {number:<6} {n['lines']:5} {n['core'] / n['lines']:6.3f} {n['whole'] / n['lines']:6.3f}  {broken} of {never}"
              + ("" if number in BLIND else "  tuned to"))
    print(f"    {'1 to 3':6} {total['lines']:5} {total['core'] / total['lines']:6.3f} {total['whole'] / total['lines']:6.3f}  "
          f"{total['broken']} of {total['never']}")
    print("    columns at fault: " + ", ".join(f"{k} {v}" for k, v in sorted(columns.items(), key=lambda x: -x[1])))


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("program", nargs="?", default="build/sagwan")
    o.add_argument("--only", choices=["dates", "variants", "reports", "briefs"])
    o.add_argument("--show", action="store_true", help="list what is wrong: odd ids; all lines of reports and briefs")
    o.add_argument("--who", action="store_true", help="ask `who` each name of variants too (half a minute)")
    a = o.parse_args()
    for name, part in (("dates", dates), ("variants", variants), ("reports", reports), ("briefs", briefs)):
        if a.only in (None, name):
            part(a)


if __name__ == "__main__":
    main()
