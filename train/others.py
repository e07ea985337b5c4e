"""Learn who does acts, and to whom they are done, where their own phrases name nobody or name him doubtfully:
lexicon/en/others.tsv, from the gold corpus's training parts.

In:  gold files (never a test part), read by the program, which tells for each of its records who was thought of and what speaks
     for each (core/others.c), whatever the table says now. A record's gold is what overlaps its trigger. Records whose own
     phrases name somebody teach too: what speaks for a party where another, or he, is named has weights of its own
     (held_...), and so has what is true of those alone whose phrases name nobody (open:...). Those who act have
     weights of their own (by:...).
Out: weights of a log-linear choice between them and nobody, with a penalty, in thousandths of a doubling; `least` is the
     chance (thousandths) that the likeliest land, and its likeliest party, must have, `nobody` how many times likelier than nobody it
     must be, `instead` how many times likelier than the one whom the words gave. --folds tells what thresholds are worth, by
     folds over whole items: of natural-acts, among records with type and the other side right, those for actors gain 86 and
     lose 19 of 6,718 right ones, and fill 116 empty sides, 79 of them right, where nobody was right for 5; for recipients
     193 and 59 of 4,867; 1,052, 659 and 146. The rows for recipients shipped were learnt earlier: learnt anew beside those
     for actors, they gain 3 and lose 8 of 594 on natural-train and -register.
Nothing here is random.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTS = ("natural-acts", "natural-dev", "balanced-train")
FOLDS, DOUBLING, SEEN = 5, 1000, 4  # a feature must have been seen in so many choices
NOBODY, SIDES = "-/-", ("actor", "recipient")


def place(item, event):
    """in title, start, end of a gold record's trigger."""
    if event.get("sentence"):
        return False, event["start"], event["end"]
    in_title, trigger = "sentence" in event, event.get("trigger") or ""  # the balanced part has lone sentences
    at = (item.get("title") or "" if in_title else item["text"]).find(trigger)
    return in_title, at, at + len(trigger)


def country(party):
    return party.split("/")[0]


def parties(side):
    return frozenset(f"{p.get('country') or '-'}/{p.get('sector') or '-'}" for p in side)


def readings(item, in_title, start, end, kind):
    """The readings of gold records at the trigger, those of the same type if there are any."""
    found = []
    for event in item["events"]:
        title, first, last = place(item, event)
        if title == in_title and min(last, end) > max(first, start) and event["type"]:
            found += [event] + [{**event, **other} for other in event.get("alt", [])]
    return [r for r in found if r["type"] == kind] or found


class Choice:
    """Candidates with their features, which of them are right, and whether the rest of the record is.

    A choice is "open" (no phrase names anybody on its side), "told" (one does), or of "whose" land somebody there is."""

    def __init__(self, item, gold, kind, sides, told):
        how, *told = told.split(";")
        self.how, self.side = how.split(":")
        side, other = SIDES if self.side == "actor" else SIDES[::-1]
        self.item, self.open = item, self.how == "open"
        agree = [r for r in gold if parties(r[other]) == sides[other]]
        self.counts = any(r["type"] == kind for r in agree)
        mine = agree or gold
        self.wanted = {p for r in mine for p in (parties(r[side]) or {NOBODY})}
        self.whole = {next(iter(p)) if p else NOBODY for p in (parties(r[side]) for r in mine) if len(p) < 2}
        self.names, self.features = [], []
        for one in told:
            name, *features = map(sys.intern, one.split(" "))
            self.names.append(name)
            self.features.append(features + [sys.intern("open:" + f) for f in features] * self.open)
        self.good = np.array([n in self.wanted for n in self.names])
        self.found = bool(self.good.any())
        if not self.found:
            self.good[-1] = True  # nobody is better than a wrong one
        self.weight = 1 if self.found else 0.5


def of_record(part, item, line):
    """The choices of one record."""
    _, title, start, end, kind, actors, recipients, told = line.rstrip("\n").split("\t")
    gold = readings(item, title == "1", int(start), int(end), kind)
    sides = {"actor": frozenset(actors.split(";")) - {""}, "recipient": frozenset(recipients.split(";")) - {""}}
    return [Choice(part + item["id"], gold, kind, sides, one) for one in told.split("#") if one and gold]


def choices(program, files):
    out = []
    for f in files:
        items = {i["id"]: i for i in map(json.loads, open(f, encoding="utf-8"))}
        with tempfile.NamedTemporaryFile(suffix=".tsv") as t:
            subprocess.run([program, "eval", "--gold", "--all", "--others", t.name, f], check=True, capture_output=True)
            lines = open(t.name, encoding="utf-8").read().splitlines()
        out += [c for line in lines for c in of_record(pathlib.Path(f).stem, items[line.split("\t")[0]], line)]
    return out


class Design:
    """All candidates' features as index lists, so that sums and gradients are two additions over them."""

    def __init__(self, rows, names):
        self.rows, self.size = rows, len(names)
        at, feature, n = [], [], 0
        starts = []
        for r in rows:
            starts.append(n)
            for fs in r.features:
                for f in fs:
                    if f in names:
                        at.append(n)
                        feature.append(names[f])
                n += 1
        self.at, self.feature, self.n = np.array(at), np.array(feature), n
        self.starts = np.array(starts)
        self.choice = np.repeat(np.arange(len(rows)), [len(r.names) for r in rows])
        self.good = np.concatenate([r.good for r in rows])
        self.weight = np.array([r.weight for r in rows])

    def sums(self, w):
        return np.bincount(self.at, w[self.feature], self.n)

    def shares(self, w, only=None):
        s = self.sums(w)
        if only is not None:
            s = np.where(only, s, -1e9)
        top = np.maximum.reduceat(s, self.starts)
        e = np.exp(s - top[self.choice])
        return e / np.add.reduceat(e, self.starts)[self.choice]

    def gradient(self, w):
        step = (self.shares(w, self.good) - self.shares(w)) * self.weight[self.choice]
        return np.bincount(self.feature, step[self.at], self.size)


def fit(rows, names, penalty):
    d = Design(rows, names)

    def cost(w):
        shares = d.shares(w)
        right = np.add.reduceat(np.where(d.good, shares, 0), d.starts)
        return penalty * w @ w / 2 - d.weight @ np.log(np.maximum(right, 1e-12)), penalty * w - d.gradient(w)

    return minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def fold_of(row):
    return int(hashlib.sha256(row.item.encode()).hexdigest(), 16) % FOLDS


def crossed(rows, names, penalty):
    """Chances of each choice's candidates by a model that did not see its item."""
    out = [None] * len(rows)
    fold = [fold_of(r) for r in rows]
    for k in range(FOLDS):
        test = [i for i in range(len(rows)) if fold[i] == k]
        w = fit([r for i, r in enumerate(rows) if fold[i] != k], names, penalty)
        d = Design([rows[i] for i in test], names)
        shares = d.shares(w)
        for j, i in enumerate(test):
            out[i] = shares[d.starts[j]:d.starts[j] + len(rows[i].names)]
    return out


def loss(rows, shares):
    return -sum(r.weight * np.log(max(p[r.good].sum(), 1e-9)) for r, p in zip(rows, shares) if r.open) / sum(r.open for r in rows)


def chosen(row, shares, land, party, nobody):
    """The likeliest party of the likeliest land, where both are likely enough, and it so much likelier than nobody (core/others.c)."""
    lands = collections.Counter()
    for name, share in zip(row.names[:-1], shares):
        lands[country(name)] += share
    if not lands:
        return None
    best = max(lands, key=lands.get)
    k = max((i for i, n in enumerate(row.names[:-1]) if country(n) == best), key=lambda i: shares[i])
    return row.names[k] if lands[best] >= land and shares[k] >= max(party, nobody * shares[-1]) else None


def judged(rows, shares, land, party, nobody):
    """Of choices with type and the other side right: how many are filled, filled right, right in country, and would have been
    right."""
    filled = right = in_country = spoilt = 0
    for r, p in zip(rows, shares):
        name = chosen(r, p, land, party, nobody) if r.open and r.counts else None
        if name:
            filled += 1
            right += name in r.whole
            in_country += country(name) in {country(n) for n in r.whole}
            spoilt += name not in r.whole and NOBODY in r.whole
    return filled, right, in_country, spoilt


def held(row):
    """The number of the one whom the words gave, or None."""
    return next((i for i, fs in enumerate(row.features) if any("held_by=same" in f for f in fs)), None)


def judged_instead(rows, shares, least):
    """Of choices with type and the other side right: how many were right, and of those changed, how many become right or
    wrong."""
    right = gained = lost = 0
    for r, p in zip(rows, shares):
        k = held(r) if r.how == "told" and r.counts else None
        if k is None:
            continue
        was, best = r.names[k] in r.whole, int(p[:-1].argmax())
        right += was
        if best != k and p[best] >= least * p[k]:
            gained += not was and r.names[best] in r.whole
            lost += was and r.names[best] not in r.whole
    return right, gained, lost


def judged_lands(rows, shares, least):
    filled = right = spoilt = 0
    for r, p in zip(rows, shares):
        k = int(p[:-1].argmax()) if r.how == "whose" and len(p) > 1 else -1
        if k >= 0 and p[k] >= least:
            filled += 1
            right += r.names[k] in r.whole
            spoilt += r.names[k] not in r.whole and r.names[-1] in r.whole
    return filled, right, spoilt


def report(rows, shares, party, nobody):
    print(f"by folds: {len(rows)} choices, {sum(r.open for r in rows)} of them open: loss {loss(rows, shares):.3f}")
    for land in (0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8):
        filled, right, in_country, spoilt = judged(rows, shares, land, party, nobody)
        print(f"land {land:.2f}: filled {filled}, right {right} ({right / max(filled, 1):.2f}), in country {in_country} "
              f"({in_country / max(filled, 1):.2f}); nobody would have been right: {spoilt}")
    for least in (1, 1.25, 1.5, 2, 3):
        right, gained, lost = judged_instead(rows, shares, least)
        print(f"instead {least:.2f}: of {right} right ones {lost} lost, {gained} gained")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        filled, right, spoilt = judged_lands(rows, shares, least)
        print(f"whose {least:.2f}: filled {filled}, right {right} ({right / max(filled, 1):.2f}); none would have been right: {spoilt}")


def learnt(rows, a):
    """Lines of the table."""
    count = collections.Counter(f for r in rows for f in {f for fs in r.features for f in fs})
    names = {f: i for i, f in enumerate(sorted(f for f in count if count[f] >= SEEN))}
    print(f"{len(rows)} choices, {sum(r.open for r in rows)} of them open, {sum(r.counts for r in rows)} with type and the other "
          f"side right; {len(names)} features", flush=True)
    if a.folds:
        report(rows, crossed(rows, names, a.penalty), a.party / 1000, a.nobody / 1000)
    w = fit(rows, names, a.penalty) / np.log(2) * DOUBLING
    return ["\t".join((*f.split("=", 1), str(round(w[i])))) for f, i in sorted(names.items()) if abs(w[i]) >= a.small]


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--program", default=str(ROOT / "build" / "sagwan"))
    o.add_argument("--gold", nargs="*", default=[str(ROOT / "gold" / f"{n}.jsonl") for n in PARTS])
    o.add_argument("--land", type=int, default=350, help="how likely a land must be, in thousandths")
    o.add_argument("--penalty", type=float, default=16, help="between 8, best before words' own parties were weighed, and 20, which spoils fewer")
    o.add_argument("--party", type=int, default=200, help="how likely the party of it must be")
    o.add_argument("--nobody", type=int, default=1500, help="how many times likelier than nobody it must be, in thousandths")
    o.add_argument("--instead", type=int, default=2000,
                   help="how many times likelier than the one that the words gave another must be, in thousandths")
    o.add_argument("--small", type=int, default=20, help="weights below are left out, in thousandths of a doubling")
    o.add_argument("--folds", action="store_true", help="tell by folds what thresholds are worth")
    o.add_argument("--whose", type=int, default=400, help="how likely the land of somebody without one must be")
    o.add_argument("--stranger", type=int, default=100, help="how likely that of somebody who is known to be of another land")
    o.add_argument("--out", default=str(ROOT / "lexicon" / "en" / "others.tsv"))
    a = o.parse_args()
    rows = choices(a.program, a.gold)
    head = ["feature\tvalue\tweight",
            "# Who does acts (`by:`), and to whom they are done, made by train/others.py from the gold corpus; core/others.h explains; "
            "`open:` is added where their phrases name nobody.",
            "# Our own work. Licence: CC BY-SA 4.0."]
    lines = [f"{side}least\t{what}\t{getattr(a, what)}" for side in ("", "by:") for what in ("land", "party", "nobody", "instead")]
    lines += [f"least\tstranger\t{a.stranger}", f"least\twhose\t{a.whose}"]
    acting = [r for r in rows if r.side == "actor" and r.how != "whose"]
    for some in (acting, [r for r in rows if r.side != "actor" or r.how == "whose"]):  # they share no feature
        lines += learnt(some, a)
    pathlib.Path(a.out).write_text("\n".join(head + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
