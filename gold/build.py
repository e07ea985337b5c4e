#!/usr/bin/env python3
"""src/*.txt -> balanced-*.jsonl, natural-*.jsonl, negatives*.jsonl; --check compares with what lies here, --counts counts.

An item: `= DATE TAG` / text / `> TYPE/mode+mode~acceptmode [ctx,..] realis | actors | recipients | trigger | date | source`
/ `>> ...` content of the last / `! why`. Types and modes are those of lexicon/codes/plover.tsv. An item's part hangs on
a hash of its text alone, so that it stays where it is when others come; near-copies go together.

A negative has no `>`: src/neg*.txt is for tests, src/ntr*.txt for training. Lone sentences of news, with records or without: src/lac*.txt
teach the network of acts, src/lon*.txt the confidence, which asks it; src/lop*.txt, plain sentences of one construction each, teach nothing: rules were
mended by what came out of them.
A document (src/nat*.txt): `# ID dev|acts|train|news|register|wire|short|unread|plain|test|fresh DATE STYLE TOPIC` / `^ title` / `: label`, a dateline or speaker, opens a
paragraph / `. sentence` / `.. sentence` that opens a paragraph / `- sentence` on a line of its own. Each sentence's and the
title's records follow it: `>` as above, `! why`. In both: `>?` a record that need not come out, `~ TYPE/mode realis | actors
| recipients` another reading of the last, where `=` is as there, `@ actor's words | recipient's words` (`;` between several, `he#2`:
the second place where they stand) the words of the sentence that name or mean its parties, and `!! what two labellings differed in and which rule
decided`. --agreement says how far they agreed."""
import collections as C, csv, datetime as D, functools, hashlib, json, math, pathlib, re, sys
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import agreement
CANARY = "sagwan gold test part, not for training: canary c04d75fc-4940-42e9-bf7c-679db4d9931d"
NEAR = 0.4  # Jaccard overlap of character 5-grams from which two texts are copies

def codes():
    """Types and their modes, from the table that the program itself is built with."""
    modes = {}
    rows = (HERE.parent / "lexicon/codes/plover.tsv").read_text(encoding="utf8").splitlines()
    for row in csv.DictReader((l for l in rows if not l.startswith("#")), delimiter="\t"):
        modes.setdefault(row["type"], [])
        if row["mode"]:
            modes[row["type"]].append(row["mode"])
    return modes

MODES = codes()
CTX=set('''military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking'''.split())
SEC=set('COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC'.split())
REAL={'a':'actual','h':'historical','p':'planned','d':'demanded','y':'hypothetical','c':'conditional','x':'denied','n':'negated'}
SPEECH={'AGREE','CONCEDE','REQUEST','REJECT','ACCUSE','THREATEN'}
SHORT={'mil':'military','dip':'diplomatic','eco':'economic','leg':'legal','el':'election','lgs':'legislative','exe':'executive','hr':'human_rights','rf':'rights_freedoms','rep':'repression','hs':'human_security','re':'religion_ethnicity','ter':'territory','pk':'peacekeeping','hea':'health','asy':'asylum','mig':'migration','dis':'disasters','nr':'natural_resource','env':'environment','tec':'technology','tsm':'terrorism','cor':'corruption','dru':'illegal_drugs','tra':'trafficking','cy':'cyber','mis':'misinformation','int':'intelligence','pi':'political_institutions','pd':'pro_democracy','pa':'pro_autocracy','rpn':'reparations','cri':'crime','ine':'inequality','gen':'gender','cbrn':'cbrn','lgbt':'lgbt'}
errs=[]
def err(w,m): errs.append(f'{w}: {m}')
WD='mon tue wed thu fri sat sun'.split()
def edtf(s,pub,w):
    p=D.date.fromisoformat(pub)
    if s in('','-'): return None
    if s in('p','t'): return pub
    if s=='y': return str(p-D.timedelta(1))
    if s in WD: return str(p-D.timedelta((p.weekday()-WD.index(s))%7))
    if s=='lw':
        m=p-D.timedelta(p.weekday()+7); return f'{m}/{m+D.timedelta(6)}'
    if s=='tw':
        m=p-D.timedelta(p.weekday()); return f'{m}/{m+D.timedelta(6)}'
    if s=='lm':
        q=p.replace(day=1)-D.timedelta(1); return f'{q:%Y-%m}'
    if s=='tm': return f'{p:%Y-%m}'
    if s=='ly': return str(p.year-1)
    if s=='ty': return str(p.year)
    if s=='bef': return '../'+pub
    if not re.fullmatch(r'(\.\.|[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?)(/(\.\.|[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?))?',s): err(w,'date '+s)
    return s
def ents(s,w):
    out=[]
    s=s.strip()
    if s in('','-'): return out
    for e in s.split(';'):
        c,_,k=e.strip().partition('.')
        if c!='?' and not re.fullmatch('[A-Z]{3}',c): err(w,'country '+e)
        if k and k not in SEC: err(w,'sector '+e)
        out.append({'country':None if c=='?' else c,'sector':k or None})
    return out
def places(text,words):
    """Where the words stand in the text as whole words."""
    def is_open(i): return not 0<=i<len(text) or not (text[i].isalnum() or text[i]=='_')
    at=text.find(words)
    while at>=0:
        if is_open(at-1) and is_open(at+len(words)): yield at
        at=text.find(words,at+1)
def place(text,words):
    """Where the words stand, as whole words if they do so anywhere ("say", not the head of "says"); -1: nowhere."""
    return next(places(text,words),text.find(words))
def said(l,text,w):
    """Of actor and recipient, the places in the sentence of the words that name them."""
    out={}
    for party,part in zip(('actor','recipient'),(l.split('|')+[''])[:2]):
        out[party]=[]
        for words in (x.strip() for x in part.split(';') if x.strip(' -')):
            words,_,nth=words.partition('#')
            at=list(places(text,words))
            k=int(nth or 1)-1
            if k>=len(at): err(w,f'{party} {words!r} not in text')
            else: out[party].append([at[k],at[k]+len(words)])
    return out
def event(l,pub,text,w,outer=None):
    f=[x.strip() for x in l.split('|')]
    f+=['']*(6-len(f))
    m=re.fullmatch(r'(\S+)(?:\s+\[(.*?)\])?(?:\s+([ahpdycxn]))?',f[0])
    if not m: err(w,'head '+f[0]); return None
    t,_,md=m[1].partition('/')
    md,_,acc=md.partition('~')
    ms=[x for x in md.split('+') if x and x!='-']
    if t=='null': t=None
    elif t not in MODES: err(w,'type '+t)
    for x in ms+([acc] if acc else []):
        if t not in MODES or x not in MODES[t]: err(w,f'mode {t}/{x}')
    cx=[SHORT.get(x.strip(),x.strip()) for x in (m[2] or '').split(',') if x.strip()]
    if t=='COERCE' and 'cyber' in ms and 'cyber' not in cx: cx.append('cyber')
    if t=='COERCE' and 'misinformation' in ms and 'misinformation' not in cx: cx.append('misinformation')
    for x in cx:
        if x not in CTX: err(w,'context '+x)
    r=REAL[m[3] or 'a']
    d=f[4]
    if d=='' and outer is None and t in SPEECH and r=='actual' and 'investigate' not in ms: d='p'
    if not f[3] or place(text,f[3])<0: err(w,f'trigger {f[3]!r} not in text')
    src=f[5]
    e={'type':t,'mode':ms[0] if ms else None,'contexts':cx,'realis':r,'actor':ents(f[1],w),'recipient':ents(f[2],w),'trigger':f[3],'date':edtf(d,pub,w),'source':None if src in('','-') else src}
    if len(ms)>1: e['mode_also']=ms[1:]
    if acc: e['accept_mode']=[acc]
    if outer is not None:
        e['link']='complement'
        if outer['type']=='ACCUSE': e['modality']='alleged'
    if outer is None: e['content']=[]
    return e
def other_reading(l,e,pub,text,w):
    """A whole record's worth of what is matched, so that a reader need not merge."""
    f=[x.strip() for x in l.split('|')]+['=','=']
    own=' | '.join([f[0] if f[0]!='=' else e['type'],f[1].replace('=','-'),f[2].replace('=','-'),e['trigger'],'-'])
    o=event(own,pub,text,w)
    if f[0]=='=': o.update({k:e[k] for k in ('mode','mode_also','accept_mode','realis') if k in e})
    o['contexts']=e['contexts']
    if f[1]=='=': o['actor']=e['actor']
    if f[2]=='=': o['recipient']=e['recipient']
    return {k:o[k] for k in ('type','mode','mode_also','accept_mode','contexts','realis','actor','recipient') if k in o}
@functools.cache
def parse(fn):
    items=[];docs=[];cur=None;w=fn
    for n,l in enumerate(open(fn,encoding='utf8'),1):
        l=l.rstrip('\n').strip(); w=f'{fn}:{n}'
        if not l: continue
        if l.startswith('= '):
            p=l.split(None,2); D.date.fromisoformat(p[1])
            cur={'date':p[1],'tag':p[2] if len(p)>2 else '','text':None,'events':[],'why':''}; items.append(cur); pub=p[1]
        elif l.startswith('# '):
            p=l.split(None,5); D.date.fromisoformat(p[3]); pub=p[3]; cur=None
            docs.append({'id':p[1],'part':p[2],'date':pub,'style':p[4],'topic':p[5],'title':None,'pieces':[]})
        elif docs and l.startswith(('^ ',': ','. ','.. ','- ')):
            mark,_,words=l.partition(' ')
            cur={'mark':mark,'text':words.strip(),'events':[]}; docs[-1]['pieces'].append(cur)
            if mark==':': cur=None
        elif l.startswith('~ ') and cur and cur['events']:
            cur['events'][-1].setdefault('alt',[]).append(other_reading(l[2:],cur['events'][-1],pub,cur['text'],w))
        elif l.startswith('>?'):
            e=event(l[2:].strip(),pub,cur['text'],w)
            if e: e['optional']=True; cur['events'].append(e)
        elif l.startswith('@ ') and cur and cur['events']: cur['events'][-1]['said']=said(l[2:],cur['text'],w)
        elif l.startswith('!!'): cur['events'][-1].setdefault('settled',[]).append(l[2:].strip())
        elif docs and l.startswith('!'): cur['events'][-1]['why']=l[1:].strip()
        elif l.startswith('>>'):
            o=cur['events'][-1]; e=event(l[2:].strip(),pub,cur['text'],w,o)
            if e: o['content'].append(e)
        elif l.startswith('>'):
            e=event(l[1:].strip(),pub,cur['text'],w)
            if e: cur['events'].append(e)
        elif l.startswith('!'): cur['why']=l[1:].strip()
        elif cur is not None and cur['text'] is None: cur['text']=l
        else: err(w,'stray '+l[:60])
    return items,docs
def grams(text):
    text = re.sub(r"\W+", " ", text.lower())
    return {text[i:i + 5] for i in range(len(text) - 4)}

def is_near(x, y):
    """Do two sets overlap by NEAR of what both hold together?"""
    if min(len(x), len(y)) < NEAR * max(len(x), len(y)):
        return False
    common = len(x & y)
    return common >= NEAR * (len(x) + len(y) - common)

def near_pairs(left, right):
    """Texts of the two lists, each with its grams, that are nearly the same. Such share at least NEAR of the grams of either, so
    that one of the rarest stands in both if those are more than all but NEAR: only texts that have one of them are compared."""
    held = C.defaultdict(list)
    for i, (_, y) in enumerate(right):
        for g in y:
            held[g].append(i)
    pairs = []
    for a, x in left:
        rare = sorted(x, key=lambda g: (len(held.get(g, ())), g))[:len(x) - math.ceil(NEAR * len(x)) + 1]
        some = {i for g in rare for i in held.get(g, ())}
        pairs += [(a, right[i][0]) for i in sorted(some) if is_near(x, right[i][1])]
    return pairs

def split(items):
    """Half and half by hash; near-copies follow the first of them."""
    known, test = [], {}
    for r in sorted(items, key=lambda r: r["text"]):
        x = grams(r["text"])
        lead = next((b for b, y in known if is_near(x, y)), r["text"])
        test[r["text"]] = test[lead] if lead in test else hashlib.sha256(lead.encode()).digest()[0] % 2 == 0
        known.append((r["text"], x))
    return [r for r in items if not test[r["text"]]], [{**r, "canary": CANARY} for r in items if test[r["text"]]]

def rows(pattern, name):
    """All items of some sources, numbered by source and place in it."""
    out = []
    for path in sorted((HERE / "src").glob(pattern)):
        for i, r in enumerate(parse(path)[0], 1):
            err_item(r, path.name, name)
            tag = r["tag"].split("+")[0]
            out.append({"id": f"{path.stem}-{i:03}", "date": r["date"], "text": r["text"], "tag": tag,
                        "events": r["events"], "why": r["why"]})
    return out

def err_item(r, where, name):
    if not r["text"] or not r["why"]:
        err(where, "an item lacks its text or its why")
    if name != "lone" and bool(r["events"]) != (name == "balanced"):
        err(where, "events where there should be none, or none: " + (r["text"] or "")[:60])

def layout(doc):
    """The document's text, and of each sentence its place there, in code points, and its records."""
    text, sentences, events = "", [], []
    for p in doc["pieces"]:
        if p["mark"] == "^":
            doc["title"] = p["text"]
            events += [{"sentence": 0, **e} for e in p["events"]]
            continue
        gap = "" if not text else "\n" if p["mark"] == "-" else "\n\n" if p["mark"] in (":", "..") else " "
        text += gap + p["text"]
        if p["mark"] != ":":
            sentences.append([len(text) - len(p["text"]), len(text), len(p["events"])])
            at = sentences[-1][0]
            for e in p["events"]:
                start = at + place(p["text"], e["trigger"])
                e = {"sentence": len(sentences), "start": start, "end": start + len(e["trigger"]), **e}
                if "said" in e:
                    e["said"] = {party: [[at + a, at + b] for a, b in spans] for party, spans in e["said"].items()}
                events.append(e)
    return text, sentences, events

STYLES = set("lead wire transcript headlines mt communique".split())
NATURAL = {"dev": False, "acts": False, "train": False, "news": False, "register": False, "wire": False, "short": False, "unread": True, "plain": True, "test": True, "fresh": True}  # part: is it for tests only?

def documents(part):
    """The natural documents of a part, one item each."""
    out = []
    for path in sorted((HERE / "src").glob("nat*.txt")):
        for doc in parse(path)[1]:
            if doc["part"] not in NATURAL:
                err(f"{path.name}: {doc['id']}", "no such part: " + doc["part"])
            if doc["part"] != part:
                continue
            text, sentences, events = layout(doc)
            bare = [e["trigger"] for e in events if not e.get("why") and part != "short"]
            if bare or doc["style"] not in STYLES or not sentences:
                err(f"{path.name}: {doc['id']}", f"style, or a record without its why: {bare}")
            out.append({"id": doc["id"], "date": doc["date"], "style": doc["style"], "topic": doc["topic"],
                        "form": "transcript" if doc["style"] == "transcript" else "text", "title": doc["title"],
                        "text": text, "sentences": sentences, "events": events})
    return out

def check_parts(name, known, test):
    """No text twice in what may be read, nor nearly so in a test part too; only the known one is named."""
    for ident, n in C.Counter(r["id"] for r in known + test).items():
        if n > 1:
            err("twice", ident)
    for pair in near_pairs(*([(r["text"], grams(r["text"])) for r in part] for part in (known, test))):
        err(name, "a copy in both parts: " + pair[0][:70])

def counts():
    """What the datasheet says of the natural documents."""
    for part in NATURAL:
        docs = documents(part)
        told = [e for d in docs for e in d["events"] if not e.get("optional")]
        spans = [s for d in docs for s in d["sentences"]]
        quiet = sum(not s[2] for s in spans)
        titles, optional = sum(bool(d["title"]) for d in docs), sum(len(d["events"]) for d in docs) - len(told)
        print(f"natural-{part}: {len(docs)} documents, {len(spans)} sentences and {titles} titles, {quiet} sentences "
              f"({quiet / max(1, len(spans)):.3f}) without a record; {len(told)} records, {optional} optional; "
              f"other readings of {sum('alt' in e for e in told)}")
        told_of = {"style": [d["style"] for d in docs], **{k: [e[k] for e in told] for k in ("type", "realis")}}
        for key, of in told_of.items():
            print(f"  {key}: " + ", ".join(f"{k} {n}" for k, n in C.Counter(of).most_common()))

def build():
    """File name -> its bytes."""
    balanced, negatives = rows("bal*.txt", "balanced"), rows("neg*.txt", "negatives")
    quiet, acts, lone = rows("ntr*.txt", "negatives"), rows("lac*.txt", "lone"), rows("lon*.txt", "lone")
    plain = rows("lop*.txt", "lone")
    for text, n in C.Counter(r["text"].lower() for r in balanced + negatives + quiet + acts + lone + plain).items():
        if n > 1:
            err("twice", text[:70])
    train, test = split(balanced)
    natural = {part: documents(part) for part in NATURAL}
    read, sealed = ([d for part in NATURAL if NATURAL[part] == test for d in natural[part]] for test in (False, True))
    check_parts("natural", read, sealed)
    check_parts("negatives", quiet, negatives)
    check_parts("lone", acts + lone + plain, [*test, *negatives, *sealed])
    for part in NATURAL:
        natural[part] = [{**d, "canary": CANARY} for d in natural[part]] if NATURAL[part] else natural[part]
    parts = {"balanced-train": train, "balanced-test": test, **{f"natural-{p}": docs for p, docs in natural.items() if docs},
             "negatives-train": quiet, "lone-acts": acts, "lone-train": lone, "lone-plain": plain,
             "negatives": [{**r, "canary": CANARY} for r in negatives]}
    return {n + ".jsonl": "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in p) for n, p in parts.items()}

def main():
    if "--counts" in sys.argv:
        return counts()
    if "--agreement" in sys.argv:
        return agreement.main()
    check, files = "--check" in sys.argv, build()
    for name, text in files.items():
        if check and (not (HERE / name).exists() or (HERE / name).read_text(encoding="utf8") != text):
            err(name, "not what build.py makes of the sources; run gold/build.py")
        elif not check and not errs:
            (HERE / name).write_text(text, encoding="utf8")
    print("\n".join(errs), end="\n" if errs else "")
    return 1 if errs else 0

if __name__ == "__main__":
    sys.exit(main())
