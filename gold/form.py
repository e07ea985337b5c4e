#!/usr/bin/env python3
"""A form for people: 200 sentences of the natural documents, drawn by a seed, with what stands before them and no label.

    form.py > form.html             fill it in with any browser, no network needed; it saves a table (TSV)
    form.py --labels ANSWERS.tsv    the table as labels, for `agreement.py second/first-natural.jsonl LABELS`

Nobody has filled it in yet: until then the corpus has labels by programs alone."""
import csv, html, json, pathlib, random, sys
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import build
HOW_MANY, SEED = 200, 200
BEFORE = 3  # sentences shown above the one asked about: enough for whom "he" and "the two sides" mean
COLUMNS = "id sentence trigger type modes contexts realis actor recipient source comment".split()

def documents():
    return [json.loads(line) for part in ("dev", "test")
            for line in (HERE / f"natural-{part}.jsonl").open(encoding="utf8")]

def texts(doc):
    """Title and sentences; the title's place is 0."""
    return [doc["title"] or ""] + [doc["text"][start:end] for start, end, _ in doc["sentences"]]

def drawn():
    """(document, number of the sentence), in the order in which they are asked."""
    every = [(d, n) for d in documents() for n, text in enumerate(texts(d)) if text]
    return random.Random(SEED).sample(every, HOW_MANY)

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Events in 200 sentences</title>
<style>body{font:16px/1.4 sans-serif;max-width:60em;margin:2em auto}section{border-top:1px solid;padding:1em 0}
.before{color:#666}.asked{font-weight:bold}input,select{margin:2px;font-size:14px}</style>
<h1>Events in 200 sentences</h1>
<p>Read GUIDELINE.md first. For each sentence in bold print: <b>No record</b>, or one row for each record. Mark the trigger in the
sentence, then press <b>Record</b>. Parties as FRA.GOV;DEU (country.sector; ? where the country is not told). Modes and contexts are
parted by commas. Answers stay in this browser until you save the table.</p>
<!-- @canary -->
<p><button onclick="save()">Save the table</button> <span id="count"></span></p>
@sections
<script>
const types="@types".split(" "), realis="@realis".split(" "), columns="@columns".split(" "), key="gold-form";
const esc=s=>String(s).replace(/&/g,"&amp;").replace(/"/g,"&quot;").replace(/</g,"&lt;");
let rows=JSON.parse(localStorage.getItem(key)||"[]");
const list=(name,all,on,i)=>`<select onchange="set(${i},'${name}',this.value)">${all.map(t=>
  `<option${t===on?" selected":""}>${t}</option>`).join("")}</select>`;
const cell=(name,row,i)=>`<input placeholder="${name}" value="${esc(row[name]||"")}" onchange="set(${i},'${name}',this.value)">`;
function set(i,name,value){rows[i][name]=value.replace(/[\\t\\n]/g," ");keep()}
function keep(){localStorage.setItem(key,JSON.stringify(rows));
  document.getElementById("count").textContent=new Set(rows.map(r=>r.id+" "+r.sentence)).size+" of @many sentences answered"}
function draw(){for(const s of document.querySelectorAll("section")){const at=s.querySelector(".rows");at.innerHTML="";
  rows.forEach((r,i)=>{if(r.id!==s.dataset.id||r.sentence!==s.dataset.n)return;
    at.innerHTML+=(r.type==="none"?"no record ":cell("trigger",r,i)+list("type",types,r.type,i)+cell("modes",r,i)+
      cell("contexts",r,i)+list("realis",realis,r.realis,i)+cell("actor",r,i)+cell("recipient",r,i)+cell("source",r,i)+
      cell("comment",r,i))+`<button onclick="rows.splice(${i},1);draw()">remove</button><br>`})}keep()}
function add(button,none){const s=button.closest("section"),d=s.dataset;
  rows=rows.filter(r=>r.id!==d.id||r.sentence!==d.n||(!none&&r.type!=="none"));
  rows.push({id:d.id,sentence:d.n,type:none?"none":types[0],realis:none?"":"actual",
    trigger:none?"":String(getSelection()).trim()});draw()}
function save(){const text=[columns.join("\\t"),...rows.map(r=>columns.map(c=>r[c]||"").join("\\t"))].join("\\n")+"\\n";
  const a=document.createElement("a");a.href=URL.createObjectURL(new Blob([text]));a.download="answers.tsv";a.click()}
draw();
</script></html>
"""

def section(number, doc, n):
    every = texts(doc)
    before = " ".join(every[max(1, n - BEFORE):n]) if n else ""
    return (f'<section data-id="{doc["id"]}" data-n="{n}"><p>{number}. {doc["date"]} '
            f'<span class="before">{html.escape(before)}</span> <span class="asked">{html.escape(every[n])}</span></p>'
            '<p class="rows"></p><button onclick="add(this,true)">No record</button> '
            '<button onclick="add(this,false)">Record</button></section>')

def page():
    sections = "\n".join(section(i, d, n) for i, (d, n) in enumerate(drawn(), 1))
    fill = {"canary": build.CANARY, "sections": sections, "types": " ".join(build.MODES),
            "realis": " ".join(build.REAL.values()), "columns": " ".join(COLUMNS), "many": str(HOW_MANY)}
    out = PAGE
    for name in ("canary", "types", "realis", "columns", "many", "sections"):
        out = out.replace("@" + name, fill[name])
    return out

def labels(path):
    """The table that the form saves, in the shape of second/*.jsonl; `asked` names the sentences that were answered."""
    docs, out = {d["id"]: d for d in documents()}, {}
    for at, row in enumerate(csv.DictReader(open(path, encoding="utf8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE), 2):
        doc, n, where = docs[row["id"]], int(row["sentence"]), f"{path}:{at}"
        item = out.setdefault(doc["id"], {"id": doc["id"], "asked": [], "events": []})
        item["asked"] = sorted({*item["asked"], n})
        if row["type"] == "none":
            continue
        start = build.place(texts(doc)[n], row["trigger"])
        if start < 0 or not row["trigger"] or row["type"] not in build.MODES:
            raise SystemExit(f"{where}: no such trigger in the sentence, or no such type")
        start += doc["sentences"][n - 1][0] if n else 0
        split = lambda text: [x.strip() for x in text.split(",") if x.strip()]
        item["events"].append({
            "sentence": n, "trigger": row["trigger"], "start": start, "end": start + len(row["trigger"]), "type": row["type"],
            "modes": split(row["modes"]), "contexts": split(row["contexts"]), "realis": row["realis"],
            "actor": build.ents(row["actor"], where), "recipient": build.ents(row["recipient"], where),
            "source": row["source"] or None})
    if build.errs:
        raise SystemExit("\n".join(build.errs))
    return "".join(json.dumps(out[k], ensure_ascii=False) + "\n" for k in sorted(out))

def main(argv):
    if argv[:1] == ["--labels"] and len(argv) == 2:
        sys.stdout.write(labels(argv[1]))
    elif argv:
        print(__doc__, file=sys.stderr)
        return 2
    else:
        sys.stdout.write(page())
    return 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
