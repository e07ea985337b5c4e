#!/usr/bin/env python3
"""src/*.txt -> balanced-train.jsonl, balanced-test.jsonl, negatives.jsonl; --check compares with what lies here.

An item: `= DATE TAG` / text / `> TYPE/mode+mode~acceptmode [ctx,..] realis | actors | recipients | trigger | date | source`
/ `>> ...` content of the last / `! why`. Types and modes are those of lexicon/codes/plover.tsv. An item's part hangs on
a hash of its text alone, so that it stays where it is when others come; near-copies go together."""
import collections as C, csv, datetime as D, hashlib, json, pathlib, re, sys
HERE = pathlib.Path(__file__).resolve().parent
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
    if f[3] not in text or not f[3]: err(w,f'trigger {f[3]!r} not in text')
    src=f[5]
    e={'type':t,'mode':ms[0] if ms else None,'contexts':cx,'realis':r,'actor':ents(f[1],w),'recipient':ents(f[2],w),'trigger':f[3],'date':edtf(d,pub,w),'source':None if src in('','-') else src}
    if len(ms)>1: e['mode_also']=ms[1:]
    if acc: e['accept_mode']=[acc]
    if outer is not None:
        e['link']='complement'
        if outer['type']=='ACCUSE': e['modality']='alleged'
    if outer is None: e['content']=[]
    return e
def parse(fn):
    items=[];docs=[];cur=None;w=fn
    for n,l in enumerate(open(fn,encoding='utf8'),1):
        l=l.rstrip('\n').strip(); w=f'{fn}:{n}'
        if not l: continue
        if l.startswith('= '):
            p=l.split(None,2); D.date.fromisoformat(p[1])
            cur={'date':p[1],'tag':p[2] if len(p)>2 else '','text':None,'events':[],'why':''}; items.append(cur); pub=p[1]
        elif l.startswith('# '):
            p=l.split(None,3); D.date.fromisoformat(p[2])
            docs.append({'id':p[1],'date':p[2],'style':p[3],'sentences':[]}); pub=p[2]; cur=None
        elif l.startswith('. '):
            cur={'text':l[2:],'events':[]}; docs[-1]['sentences'].append(cur)
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

def near_pairs(left, right):
    """Texts of the two lists that are nearly the same."""
    return [(a, b) for a, x in ((t, grams(t)) for t in left) for b, y in right if len(x & y) >= NEAR * len(x | y)]

def split(items):
    """Half and half by hash; near-copies follow the first of them."""
    known, test = [], {}
    for r in sorted(items, key=lambda r: r["text"]):
        copies = near_pairs([r["text"]], known)
        lead = copies[0][1] if copies else r["text"]
        test[r["text"]] = test[lead] if copies else hashlib.sha256(lead.encode()).digest()[0] % 2 == 0
        known.append((r["text"], grams(r["text"])))
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
    if bool(r["events"]) != (name == "balanced"):
        err(where, "events where there should be none, or none: " + (r["text"] or "")[:60])

def build():
    """File name -> its bytes."""
    balanced, negatives = rows("bal*.txt", "balanced"), rows("neg*.txt", "negatives")
    for text, n in C.Counter(r["text"].lower() for r in balanced + negatives).items():
        if n > 1:
            err("twice", text[:70])
    train, test = split(balanced)
    parts = {"balanced-train": train, "balanced-test": test, "negatives": [{**r, "canary": CANARY} for r in negatives]}
    return {n + ".jsonl": "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in p) for n, p in parts.items()}

def main():
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
