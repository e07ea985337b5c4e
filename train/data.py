"""Treebanks in, plain Python records out; and the word features shared with the program.

What stands here about words (key, shape, hashed pieces) is the contract with
core/encode.c: both sides must turn a form into the same numbers, and the parity test
checks that they do.
"""
from dataclasses import dataclass, field

HELD = ("news", "interview", "speech")  # GUM genres kept out of training, to measure transfer


@dataclass
class Word:
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


@dataclass
class Token:
    """A surface token: its form, how many words it holds, whether a space follows."""
    form: str
    words: int
    space: bool


@dataclass
class Sentence:
    words: list = field(default_factory=list)
    tokens: list = field(default_factory=list)
    par: bool = False   # opens a paragraph
    doc: str = ""       # set on the first sentence of a document
    genre: str = ""
    text: str = ""
    cells: list = field(default_factory=list)  # of MISC, what Entity= says, one a word


def read(path):
    """All sentences of one CoNLL-U file, empty nodes dropped."""
    out, now, genre, until = [], Sentence(), "", 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if now.words:
                now.genre = genre
                out.append(now)
            now, until = Sentence(), 0
        elif line.startswith("#"):
            if line.startswith("# newdoc"):
                now.doc = line.split("=")[-1].strip()
                now.par = True
                genre = now.doc.split("_")[1] if now.doc.startswith("GUM_") else "web"
            elif line.startswith("# newpar"):
                now.par = True
            elif line.startswith("# text = "):
                now.text = line[9:]
        else:
            col = line.split("\t")
            if "." in col[0]:
                continue
            space = "SpaceAfter=No" not in col[9].split("|")
            if "-" in col[0]:
                first, until = map(int, col[0].split("-"))
                now.tokens.append(Token(col[1], until - first + 1, space))
                continue
            if int(col[0]) > until:
                now.tokens.append(Token(col[1], 1, space))
            now.cells.append(next((m[7:] for m in col[9].split("|") if m.startswith("Entity=")), ""))
            now.words.append(Word(col[1], col[2], col[3], col[5], int(col[6]), col[7]))
    return out


def training(shared, held):
    """EWT train and GUM train without the held genres."""
    trees = read(shared + "/treebanks/ewt/train.conllu") + read(shared + "/treebanks/gum/train.conllu")
    return [s for s in trees if s.genre not in held]


def more(shared):
    """EWT dev: no choice is made on it, so it may train."""
    return read(shared + "/treebanks/ewt/dev.conllu")


def checked(shared, held):
    """GUM dev without the held genres: looked at while training, not trained on."""
    return [s for s in read(shared + "/treebanks/gum/dev.conllu") if s.genre not in held]


def is_tree(heads):
    """One root, no ring."""
    if heads.count(0) != 1:
        return False
    for i in range(len(heads)):
        at, steps = i + 1, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def lower(text):
    """Lower case code point by code point, as the program does it."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def word_key(form):
    """What the vocabulary is keyed by: lower case, every ASCII digit as 0."""
    return "".join("0" if "0" <= c <= "9" else c for c in lower(form))


def fnv(data, seed=0):
    """FNV-1a, 64 bits, with a last mix so that low bits are good bucket numbers."""
    h = 0xCBF29CE484222325 ^ (seed * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF)
    for b in data:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    h ^= h >> 32
    h = h * 0xD6E8FEB86659FD93 & 0xFFFFFFFFFFFFFFFF
    return h ^ h >> 32


def shape(form):
    """X upper, x lower, d digit, other ASCII as it is, ? for the rest; runs cut to 3."""
    out, last, run = [], "", 0
    for c in form:
        if "0" <= c <= "9":
            s = "d"
        elif lower(c) != c:
            s = "X"
        elif c.upper() != c or "a" <= c <= "z":
            s = "x"
        elif c < "\x80":
            s = c
        else:
            s = "?"
        run = run + 1 if s == last else 1
        last = s
        if run <= 3:
            out.append(s)
    return "".join(out[:12])


PIECES = 11        # hashed pieces per word
BUCKETS = 12288    # rows of the piece table


def pieces(form):
    """Bucket numbers of the word's pieces: suffixes 1-5, prefixes 1-4, shape, whole key."""
    key = word_key(form)
    parts = [key[-n:] for n in range(1, 6)] + [key[:n] for n in range(1, 5)]
    parts += [shape(form), key]
    return [fnv(p.encode("utf-8", "surrogatepass"), i + 1) % BUCKETS for i, p in enumerate(parts)]
