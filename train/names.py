"""Names in, tag sequences out: the sets that may train the name finder (see model/README.md for licences).

Two conventions are learnt side by side. *Names* are proper names only (Universal NER, Wikigold, CrossNER with its
types mapped); *mentions* are whole noun phrases that stand for a person, organisation or place (re3d, GUM). A sentence
of a set of one convention says nothing of the other: None.
"""
import re

TYPES = ("PER", "ORG", "LOC")
LABELS = ("O",) + tuple(f"{p}-{t}" for t in TYPES for p in "BI")
MAPPED = {"politician": "PER", "person": "PER", "per": "PER", "country": "LOC", "location": "LOC", "loc": "LOC",
          "organisation": "ORG", "organization": "ORG", "org": "ORG", "politicalparty": "ORG", "place": "LOC"}


def columns(path, form=0, label=-1):
    """Sentences as (forms, labels, document) of a file with one word a line."""
    out, forms, labels, doc = [], [], [], 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip():
            if forms:
                out.append((forms, labels, doc))
            forms, labels = [], []
        elif line.startswith("# ") or line.startswith("-DOCSTART-"):
            doc += line.startswith(("# document", "# newdoc", "-DOCSTART-"))
        else:
            cell = line.split("\t") if "\t" in line else line.split(" ")
            forms.append(cell[form])
            labels.append(cell[label])
    return out + ([(forms, labels, doc)] if forms else [])


def bio(labels):
    """Any of BIO and IOB1, with types mapped; what is of no type of ours is outside."""
    out, last = [], None
    for label in labels:
        kind = MAPPED.get(label[2:].lower()) if label[1:2] == "-" else None
        out.append(LABELS.index("O") if not kind else LABELS.index(("I-" if label[0] == "I" and last == kind else "B-") + kind))
        last = kind
    return out


def spans(labels):
    """(first, past, type) of each span of label numbers; a stray I opens one, as CoNLL's scorer has it."""
    out, start, kind = [], None, None
    for i, n in enumerate(list(labels) + [0]):
        label = LABELS[n]
        if start is not None and (label[0] != "I" or label[2:] != kind):
            out.append((start, i, kind))
            start = None
        if label[0] == "B" or (label[0] == "I" and start is None):
            start, kind = i, label[2:]
    return out


def gum(sentences):
    """Names and mentions of GUM's sentences (data.Sentence): the longest phrases of our types; of
    those whose head is a name, the stretch of the name within."""
    for s in sentences:
        mention, name = [0] * len(s.words), [0] * len(s.words)
        for first, past, kind in sorted(entities(s.cells), key=lambda e: e[0] - e[1]):
            kind = MAPPED.get(kind)
            inside = range(first, past)
            if not kind:
                continue
            heads = [i for i in inside if not first <= s.words[i].head - 1 < past]
            head = heads[0] if heads else first
            if not any(mention[i] for i in inside) and s.words[head].upos != "PRON":
                for i in inside:
                    mention[i] = LABELS.index(("B-" if i == first else "I-") + kind)
            if s.words[head].upos == "PROPN":
                a = b = head
                while a > first and s.words[a - 1].upos == "PROPN":
                    a -= 1
                while b + 1 < past and s.words[b + 1].upos == "PROPN":
                    b += 1
                for i in range(a, b + 1):
                    name[i] = LABELS.index(("B-" if i == a else "I-") + kind)
        yield name, mention


BRACKET = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\)?)|(\d+)\)")


def entities(cells):
    """Spans (first, past, type) from GUM's bracket notation, one cell a word ('' where there is none)."""
    out, open_ = [], {}
    for i, cell in enumerate(cells):
        for part in BRACKET.finditer(cell):
            if part.group(1):
                if part.group(3):
                    out.append((i, i + 1, part.group(2)))
                else:
                    open_.setdefault(part.group(1), []).append((i, part.group(2)))
            elif open_.get(part.group(4)):
                first, kind = open_[part.group(4)].pop()
                out.append((first, i + 1, kind))
    return out


def held(doc):
    """Which documents of re3d are kept out of training: every fifth."""
    return doc % 5 == 4


def training(shared):
    """(forms, names or None, mentions or None) of the sets that carry no trees of ours. No test part."""
    ner, out = shared + "/ner/", []
    for path in ("wikigold.conll", "crossner-politics-train.conll", "crossner-politics-dev.conll"):
        out += [(f, bio(t), None) for f, t, _ in columns(ner + path)]
    out += [(f, None, bio(t)) for f, t, doc in columns(ner + "re3d.conll", label=1) if not held(doc)]
    return out


def of_dev(shared):
    """(forms, names) of EWT dev, by Universal NER."""
    return [(f, bio(t)) for f, t, _ in columns(shared + "/ner/uner-ewt-dev.iob2", 1, 2)]


def measured(shared):
    """The parts that measure: name of the set, convention, sentences."""
    ner = shared + "/ner/"
    return [("UNER EWT test", "names", [(f, bio(t)) for f, t, _ in columns(ner + "uner-ewt-test.iob2", 1, 2)]),
            ("CrossNER politics test", "names", [(f, bio(t)) for f, t, _ in columns(ner + "crossner-politics-test.conll")]),
            ("re3d, held out", "mentions", [(f, bio(t)) for f, t, d in columns(ner + "re3d.conll", label=1) if held(d)])]
