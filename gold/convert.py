#!/usr/bin/env python3
"""The corpus in other people's formats: PLOVER's JSON (manual, chapter "Data Fields"), and BRAT's text and spans.

    convert.py plover FILE.jsonl…            one PLOVER record a line on standard output
    convert.py spans --out FOLDER FILE.jsonl…   ID.txt and ID.ann for each item

What a format has no field for stands beside (`realis`, `source`) or in notes; accepted other readings do not go along.
A canary goes wherever its item goes."""
import json, pathlib, re, sys
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import agreement, build
# The manual's auxiliary modes, which it puts among the contexts
AUXILIARY = {"historical": "historical", "planned": "future", "demanded": "hypothetical", "hypothetical": "hypothetical",
             "conditional": "hypothetical", "denied": "negation", "negated": "negation"}
COUNTRY = {"XKX": "KOS"}  # the manual's own code
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

def modes(event):
    return [m for m in [event["mode"], *event.get("mode_also", [])] if m]

def entity(e):
    """Without a country there is no code; the manual has none for nobody knows where."""
    out = {"code": COUNTRY.get(e["country"], e["country"])} if e["country"] else {}
    return {**out, "sector": e["sector"]} if e["sector"] else out

def sentence_text(item, number):
    """The sentence that the record was made from."""
    if number == 0:
        return item["title"]
    if "sentences" not in item:
        return item["text"]
    start, end, _ = item["sentences"][number - 1]
    return item["text"][start:end]

def days(event, item):
    """First and last day, where they are known to the day; else the day of publication, saying so."""
    known = DAY.findall(event["date"] or "")
    if known and re.fullmatch(rf"{DAY.pattern}(/{DAY.pattern})?", event["date"]):
        return known[0], known[-1] if len(known) > 1 else None, None
    return item["date"], None, "date of publication" + (f"; event {event['date']}" if event["date"] else "")

def plover(item):
    """One record for each event; inner acts (content) are not events of their own."""
    for n, event in enumerate(item["events"], 1):
        date, enddate, comment = days(event, item)
        number = event.get("sentence", 1)
        text = sentence_text(item, number)
        auxiliary = AUXILIARY.get(event["realis"])
        record = {"id": f"{item['id']}-{n:02}", "date": date, "enddate": enddate,
                  "actor": [entity(e) for e in event["actor"]], "recipient": [entity(e) for e in event["recipient"]],
                  "event": [event["type"]], "event_text": [event["trigger"]], "quad_code": agreement.QUAD.get(event["type"]),
                  "mode": modes(event), "context": event["contexts"] + ([auxiliary] if auxiliary else []),
                  "realis": event["realis"], "source": event["source"], "text": text,
                  "text_info": {"sequence": number, **dict(zip(("start", "end"), span(item, event)))},
                  "coder": "gold corpus of sagwan", "comment": comment, "canary": item.get("canary")}
        yield {k: v for k, v in record.items() if v is not None}

def span(item, event):
    """Where the trigger stands, in the text or, for sentence 0, in the title."""
    if event.get("start") is not None and event.get("sentence", 1) != 0:
        return event["start"], event["end"]
    text = item["title"] if event.get("sentence", 1) == 0 else item["text"]
    start = build.place(text, event["trigger"])
    return start, start + len(event["trigger"])

def standoff(item):
    """BRAT's pair: the text with its title on top, and triggers, events, attributes and notes that point into it."""
    head = item["title"] + "\n\n" if item.get("title") else ""
    lines = []
    for n, event in enumerate(item["events"], 1):
        start, end = (at + (len(head) if event.get("sentence", 1) else 0) for at in span(item, event))
        kind = event["type"] or "OTHER"
        lines += [f"T{n}\t{kind} {start} {end}\t{event['trigger']}", f"E{n}\t{kind}:T{n}"]
        lines += [f"A{n}\tRealis E{n} {event['realis']}"]
        told = {k: parties(event[k]) for k in ("actor", "recipient") if event[k]}
        told |= {"mode": "+".join(modes(event)), "context": ",".join(event["contexts"]), "source": event["source"]}
        lines += [f"#{n}\tAnnotatorNotes E{n}\t" + "; ".join(f"{k}={v}" for k, v in told.items() if v)]
    if item.get("canary") and lines:
        lines.append(f"#{len(item['events']) + 1}\tAnnotatorNotes T1\t{item['canary']}")
    return head + item["text"], "".join(line + "\n" for line in lines)

def parties(entities):
    """As the sources write them: FRA.GOV;?.UAF."""
    return ";".join((e["country"] or "?") + (f".{e['sector']}" if e["sector"] else "") for e in entities)

def main(argv):
    out = None
    if "--out" in argv:
        at = argv.index("--out")
        out, argv = pathlib.Path(argv[at + 1]), argv[:at] + argv[at + 2:]
    if len(argv) < 2 or argv[0] not in ("plover", "spans") or (argv[0] == "spans") != bool(out):
        print(__doc__, file=sys.stderr)
        return 2
    items = [json.loads(line) for name in argv[1:] for line in open(name, encoding="utf8")]
    if out:
        out.mkdir(parents=True, exist_ok=True)
    for item in items:
        if argv[0] == "plover":
            for record in plover(item):
                print(json.dumps(record, ensure_ascii=False))
            continue
        for suffix, text in zip((".txt", ".ann"), standoff(item)):
            (out / (item["id"] + suffix)).write_text(text, encoding="utf8")
    return 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
