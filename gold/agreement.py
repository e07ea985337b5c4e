#!/usr/bin/env python3
"""How far do two labellings of the same texts agree? Prints one table a part; `make eval` and `build.py --agreement` run it.

second/first-*.jsonl are the first labels as they stood before anybody had seen the second ones, second/natural.jsonl and
second/balanced.jsonl the second ones, made from the text alone. Both are frozen: what was settled afterwards stands in src/
and changes no figure here. `agreement.py FIRST SECOND` compares two other files of that shape.

Records of one sentence whose triggers overlap are paired, as many as can be, those of one type before others. A record that
need not come out (optional) and has no partner is left aside; every other one without a partner is 'none' on the other side.
Alpha is Krippendorff's, for two labellers, without missing values; sets are compared by MASI (Passonneau 2006)."""
import collections as C, csv, json, pathlib, random, sys
HERE = pathlib.Path(__file__).resolve().parent
ROUNDS, SEED = 1000, 20  # of the bootstrap; whole documents are drawn, since records of one document hang together
QUAD = {t: q for q, row in enumerate(("AGREE CONSULT SUPPORT CONCEDE", "COOPERATE AID RETREAT",
                                      "REQUEST ACCUSE REJECT THREATEN", "PROTEST SANCTION MOBILIZE COERCE ASSAULT"), 1)
        for t in row.split()}

# ---- Distances and alpha -------------------------------------------------------------------------------

def nominal(a, b):
    return float(a != b)

def masi(a, b):
    """0 for equal sets; else 1 - Jaccard times 2/3 where one holds the other, 1/3 where they overlap."""
    if a == b:
        return 0.0
    both = len(a & b)
    if not both:
        return 1.0
    return 1.0 - both / len(a | b) * (2 / 3 if a <= b or b <= a else 1 / 3)

def alpha(pairs, distance):
    """1 - observed distance / distance to be expected of all values thrown together; None where it has no meaning."""
    values = C.Counter(v for pair in pairs for v in pair)
    n = sum(values.values())
    if n < 2 or len(values) < 2:
        return None
    observed = sum(distance(a, b) for a, b in pairs) / len(pairs)
    expected = sum(values[a] * values[b] * distance(a, b) for a in values for b in values) / (n * (n - 1))
    return 1.0 - observed / expected

# ---- Pairing -------------------------------------------------------------------------------------------

def overlap(a, b):
    return min(a["end"], b["end"]) > max(a["start"], b["start"])

def pairing(left, right):
    """The pairs of one sentence, by Kuhn's augmenting paths: most pairs first, then those of one type."""
    taken = {}  # place in right -> place in left
    def place(i, seen, allowed):
        for j in range(len(right)):
            if j not in seen and allowed(left[i], right[j]):
                seen.add(j)
                if j not in taken or place(taken[j], seen, allowed):
                    taken[j] = i
                    return True
        return False
    same = lambda a, b: overlap(a, b) and a["type"] == b["type"]
    for allowed in (same, overlap):
        for i in range(len(left)):
            if i not in taken.values():
                place(i, set(), allowed)
    return [(left[i], right[j]) for j, i in taken.items()]

def units(first, second, optional_too=False):
    """Of one document: the pairs, and the records that only one labeller has (the other side is None)."""
    lone = lambda e, paired: all(e is not x for x in paired) and (optional_too or not e.get("optional"))
    out = []
    for s in sorted({e["sentence"] for e in first + second}):
        a, b = ([e for e in side if e["sentence"] == s] for side in (first, second))
        pairs = pairing(a, b)
        out += pairs
        out += [(e, None) for e in a if lone(e, [x for x, _ in pairs])]
        out += [(None, e) for e in b if lone(e, [y for _, y in pairs])]
    return out

def nearest(a, b):
    """Of the readings that the first labeller lets stand, the one that the second one's record is nearest to."""
    readings = [a] + [{**a, **r} for r in a.get("alt", [])]
    readings += [{**a, "modes": [m]} for m in a.get("accept_mode", [])]
    parties = lambda e: (e["actor"], e["recipient"])
    return max(readings, key=lambda r: (r["type"] == b["type"], parties(r) == parties(b), r["realis"] == b["realis"],
                                        -masi(frozenset(r["modes"]), frozenset(b["modes"]))))

# ---- Measures ------------------------------------------------------------------------------------------

def parties(e, sector):
    """Who acts and who is acted on, each with its role; with the sector or by country alone."""
    return C.Counter((role, p["country"], p["sector"] if sector else None)
                     for role in ("actor", "recipient") for p in e[role])

def f1(hits, left, right):
    return 2 * hits / (left + right) if left + right else None

def party_f1(pairs, sector):
    sides = [(parties(a, sector), parties(b, sector)) for a, b in pairs]
    return f1(sum(sum((a & b).values()) for a, b in sides), *(sum(sum(s[i].values()) for s in sides) for i in (0, 1)))

def values(pairs, field):
    return [(a[field], b[field]) for a, b in pairs]

def sets(pairs, field):
    return [tuple(frozenset(e[field]) for e in pair) for pair in pairs]

def spoken_of(pairs):
    """Name -> figure, of what is said of records that both have."""
    realis = values(pairs, "realis")
    return {"alpha realis": alpha(realis, nominal),
            "same realis": sum(a == b for a, b in realis) / len(pairs) if pairs else None,
            "alpha contexts (MASI)": alpha(sets(pairs, "contexts"), masi)}

def measures(every):
    """Name -> figure, of all units of some documents."""
    pairs = [u for u in every if None not in u]
    return {
        "trigger F1": f1(len(pairs), sum(a is not None for a, _ in every), sum(b is not None for _, b in every)),
        "alpha type, 'none' too": alpha([tuple(e["type"] if e else "none" for e in u) for u in every], nominal),
        "alpha type": alpha(values(pairs, "type"), nominal),
        "alpha quad": alpha([tuple(QUAD.get(e["type"], 0) for e in pair) for pair in pairs], nominal),
        **spoken_of(pairs),
        "alpha modes (MASI)": alpha(sets(pairs, "modes"), masi),
        "parties F1, country": party_f1(pairs, False),
        "parties F1, country and sector": party_f1(pairs, True)}

def interval(documents, draw, measures=measures):
    """95 % of each measure over documents drawn with replacement."""
    seen = C.defaultdict(list)
    for _ in range(ROUNDS):
        drawn = [u for _ in documents for u in documents[draw.randrange(len(documents))]]
        for name, value in measures(drawn).items():
            if value is not None:
                seen[name].append(value)
    return {name: tuple(sorted(v)[int(at * len(v))] for at in (.025, .975)) for name, v in seen.items()}

def again():
    """Realis and contexts labelled anew on given records: the pairs of each document."""
    lines = (HERE / "second" / "again.tsv").read_text(encoding="utf8").splitlines()
    documents = C.defaultdict(list)
    for row in csv.DictReader((l for l in lines if not l.startswith("#")), delimiter="\t"):
        first, second = ({"realis": row[f"{hand}_realis"], "contexts": [c for c in row[f"{hand}_contexts"].split("|") if c]}
                         for hand in ("first", "second"))
        documents[row["id"]].append((first, second))
    return list(documents.values())

def report_again():
    documents = again()
    pairs = [u for d in documents for u in d]
    print(f"realis and contexts by the present rules, records given: {len(documents)} texts, {len(pairs)} records")
    bounds = interval(documents, random.Random(SEED), spoken_of)
    for name, value in spoken_of(pairs).items():
        print(f"  {name:32}{show(value):>7}  {show(bounds[name][0]):>6}-{show(bounds[name][1])}")

def labels(path):
    """Id -> records, and the sentences that were asked about (None: all)."""
    rows = [json.loads(line) for line in open(path, encoding="utf8")]
    return {r["id"]: r["events"] for r in rows}, {r["id"]: r.get("asked") for r in rows}

def show(value):
    return "-" if value is None else f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"

def report(name, first, second):
    (first, _), (second, asked) = labels(first), labels(second)
    within = lambda i: [e for e in first[i] if asked[i] is None or e["sentence"] in asked[i]]
    documents = [units(within(i), second[i]) for i in sorted(second)]
    strict = measures([u for i in sorted(second) for u in units(within(i), second[i], optional_too=True)])
    every = [u for d in documents for u in d]
    pairs = sum(None not in u for u in every)
    print(f"{name}: {len(documents)} texts, {pairs} records of both, {sum(b is None for _, b in every)} of the first "
          f"labeller alone, {sum(a is None for a, _ in every)} of the second")
    bounds = interval(documents, random.Random(SEED))
    lenient = measures([(nearest(a, b), b) if a and b else (a, b) for a, b in every])
    print(f"  {'':32}{'figure':>7}  {'95 %':>13}  {'other readings count':>20}")
    for name, value in measures(every).items():
        low, high = bounds.get(name, (None, None))
        print(f"  {name:32}{show(value):>7}  {show(low):>6}-{show(high):<6}  {show(lenient[name]):>20}")
    print(f"  with lone optional records counted: trigger F1 {show(strict['trigger F1'])}, alpha type with 'none' "
          + show(strict["alpha type, 'none' too"]))

def main(argv=()):
    """Two files given: those; none: our two parts."""
    if len(argv) == 2:
        return report(f"{argv[0]}, {argv[1]}", *argv)
    for part in ("natural", "balanced"):
        report(part, HERE / "second" / f"first-{part}.jsonl", HERE / "second" / f"{part}.jsonl")
    report_again()
    print("Both labellers are programs: this is no human agreement.")

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
