"""Learn what makes a record sure: lexicon/en/confidence.tsv, from the gold corpus's training parts.

In: gold files (balanced-train, lone-train, natural-dev, natural-train, natural-register, natural-wire, natural-news,
     negatives-train; never a test part), read by the program, which tells of each of its records what could be seen of it (core/confidence.c), whether
     type, and country and sector of both parties, are right, and whether type and a country are. In negatives-train no record
     is. And ten times as many records of
     natural-acts and lone-acts, which teach what clues are worth, at a weight of --beside; as the network of acts (train/acts.py)
     has learnt from those parts, what sums are worth and where to stop is told without them, by what nobody mended by its
     mistakes (UNREAD). By five folds, loss .503
     without them, .479 with, .469 with the clues that are joined since; on the parts of today .426, and .397 with those
     that say how sure each part of the reading was. Trees boosted over the same clues (LightGBM) are no surer: loss .441
     where these weights have .437, the mean of both .435. Where the corpus of debates is at hand (CC0; --shared), records of it
     that were judged one by one (gold/judged-debates.tsv) count as records of whole documents, and so do those of the stretches of
     it that are labelled and that the network has not learnt from (gold/real-speeches-held.tsv), and of real reports
     (gold/real-reports-held.tsv).
Out: weights of logistic models with a penalty (integers, 1000 is one logit): of the record and (`act`) of its type and a
     country, of whole documents and (`lone`, `act_lone`) of a sentence or two; chosen and calibrated by folds over whole
     items: `sum` rows (`sum_act`, `sum_lone`, `sum_act_lone`) say how often records with such a sum were right in folds that
     did not train them, made rising by pooling neighbours; `least` is how sure of both a record must be that nobody asked
     for: of whole documents where F1 of records is highest, of lone sentences where it and F1 of types with a country are
     highest together, as long as negatives stay quiet (at the same F1 the act takes nearly half of what comes out of them); `precision`
     rows say so for the surest records of documents together, with Wilson's interval. What ships says of documents what was
     learnt on 29 November (--documents; docs/decisions.md tells why).
Nothing here is random.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))
from common import CORPORA, SHARED, corpus_lines, read_tsv, wilson  # noqa: E402
from judge import parties, records_of  # noqa: E402

PARTS = ("balanced-train", "lone-train", "natural-dev", "natural-train", "natural-register", "natural-wire", "natural-news",
         "negatives-train")
REAL = {"natural-speeches": "speeches-held", "natural-reports": "reports-held"}  # of gold/real.py
UNREAD = ("lone-train", "natural-news", "natural-judged", *REAL, "negatives-train")  # nobody mended by their mistakes
FOLDS, SCALE, LEAST = 10, 1000, 12  # a clue must have been seen so often
LEAST_RECORD = (0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3)
LEAST_ACT = (0, 0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54, 0.58)
QUIET = 3  # records that 100 items without any may give
COLUMNS = "feature value weight low high kept act lone act_lone".split()
WEIGHTS = {("right", False): "weight", ("near", False): "act", ("right", True): "lone", ("near", True): "act_lone"}
SUMS = {("right", False): "sum", ("near", False): "sum_act", ("right", True): "sum_lone", ("near", True): "sum_act_lone"}
Row = collections.namedtuple("Row", "part item right near clues")
SHARES = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


def records(program, files):
    """A Row of each record."""
    out = []
    for f in files:
        with tempfile.NamedTemporaryFile(suffix=".tsv") as t:
            subprocess.run([program, "eval", "--gold", "--all", "--clues", t.name, f], check=True, capture_output=True)
            for line in open(t.name, encoding="utf-8"):
                item, _, right, near, _, clues = line.rstrip("\n").split("\t")
                out.append(Row(pathlib.Path(f).stem, item, int(right), int(near), clues.split(" ")))
    return out


def judged(program, path, corpus):
    """The same of records that were judged, if they still come out as they did; near is who has the type right."""
    verdicts = {(v["document"], int(v["start"]), v["type"]): v for v in read_tsv(path)}
    named = {document for document, _, _ in verdicts}
    docs = [d for d in map(json.loads, corpus_lines(corpus)) if d["id"] in named]
    said = {(doc, r["trigger"]["start"], r["type"]): r for doc, some in records_of(program, docs, "--all").items() for r in some}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as gold, tempfile.NamedTemporaryFile(suffix=".tsv") as t:
        gold.writelines(json.dumps({**d, "events": []}) + "\n" for d in docs)
        gold.flush()
        subprocess.run([program, "eval", "--gold", "--all", "--clues", t.name, gold.name], check=True, capture_output=True)
        lines = [line.rstrip("\n").split("\t") for line in open(t.name, encoding="utf-8")]
    out = []
    for item, start, _, _, _, clues in lines:
        clues = clues.split(" ")
        key = item, int(start), clues[0].removeprefix("type=")
        verdict, record = verdicts.pop(key, None), said.get(key)
        if verdict and record and all(parties(record[side]) == verdict[side + "s"] for side in ("actor", "recipient")):
            out.append(Row("natural-judged", item, int(verdict["type_right"] == verdict["parties_right"] == "1"),
                           int(verdict["type_right"]), clues))
    return out


def real(shared, folder):
    """Labelled stretches of debates and of reports as gold files."""
    for stem, part in REAL.items():
        path = pathlib.Path(folder) / f"{stem}.jsonl"
        with path.open("w") as out:
            subprocess.run([sys.executable, ROOT / "gold" / "real.py", "--shared", shared, part], check=True, stdout=out)
        yield str(path)


def design(rows, names):
    at, until = [], [0]
    for r in rows:
        at += [0] + sorted({names[c] + 1 for c in r.clues if c in names})
        until.append(len(at))
    return csr_matrix((np.ones(len(at)), at, until), shape=(len(rows), len(names) + 1))


def fit(x, y, weight, penalty):
    """The constant bears no penalty."""
    bears = np.arange(x.shape[1]) > 0

    def cost(w):
        sums = x @ w
        short = 1 / (1 + np.exp(-sums)) - y
        held = w * bears
        return (weight * np.logaddexp(0, np.where(y > 0, -sums, sums))).sum() + penalty * held @ held / 2, \
            x.T @ (weight * short) + penalty * held

    return minimize(cost, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def fold_of(row):
    return int(hashlib.sha256((row.part + row.item).encode()).hexdigest(), 16) % FOLDS


def crossed(rows, x, y, weight, penalty, more):
    """Each record's sum by a model that did not see its item; more: design, right and weights of records that every model sees."""
    fold = np.array([fold_of(r) for r in rows])
    out = np.zeros(len(rows))
    with concurrent.futures.ProcessPoolExecutor() as pool:
        fits = [pool.submit(fit, *beside(x[fold != k], y[fold != k], weight[fold != k], more), penalty) for k in range(FOLDS)]
        for k in range(FOLDS):
            out[fold == k] = x[fold == k] @ fits[k].result()
    return out


def beside(x, y, weight, more):
    return vstack([x, more[0]]).tocsr(), np.concatenate([y, more[1]]), np.concatenate([weight, more[2]])


def rising(sums, y, weight):
    """Pool adjacent violators, then a point for each pool: (sum, share)."""
    order = np.argsort(sums, kind="stable")
    pools = []
    for i in order:
        pools.append([weight[i] * sums[i], weight[i] * y[i], weight[i]])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    merged = []
    for p in pools:  # pools of few records say little
        if merged and merged[-1][2] < 12:
            merged[-1] = [a + b for a, b in zip(merged[-1], p)]
        else:
            merged.append(p)
    return [(s / n, (r + 0.5) / (n + 1)) for s, r, n in merged]


def interpolated(points, sums):
    xs, ys = zip(*points)
    return np.interp(sums, xs, ys)


def precisions(confidence, y, natural):
    """For each share wanted: the least confidence whose records reach it, on whole documents."""
    c, right = confidence[natural], y[natural]
    order = np.argsort(-c, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    rows = {}
    for wanted in SHARES:
        good = [n for n in range(19, len(order)) if share[n] >= wanted and (n + 1 == len(order) or c[order[n]] > c[order[n + 1]])]
        if good:
            n = good[-1]
            low, high = wilson(right[order[:n + 1]].sum(), n + 1)
            rows[n] = (share[n], c[order[n]], low, high, (n + 1) / len(order))
    return [rows[n] for n in sorted(rows, reverse=True)]


def wanted(path):
    """How many items, and records that have to come out, a gold file has."""
    items = [json.loads(line) for line in open(path, encoding="utf-8")]
    return len(items), sum(bool(e["type"]) and not e.get("optional") for r in items for e in r["events"])


def usual_least(sure, act, right, near, part, files):
    """{kind of text: (record, act)}: the least that is asked of what is given unasked. Prints what that gives."""
    told = {pathlib.Path(f).stem: wanted(f) for f in files}
    quiet = [p for p, (_, gold) in told.items() if not gold]

    def f1(of, parts):
        n = (of & np.isin(part, parts)).sum() + sum(told[p][1] for p in parts)
        return [2 * y[of & np.isin(part, parts)].sum() / n for y in (right, near)]

    def noise(of):
        return 100 * (of & np.isin(part, quiet)).sum() / max(1, sum(told[p][0] for p in quiet))

    out = {}
    for kind in ("document", "speech", "lone"):
        of_kind = {"document": lambda p: p.startswith("natural") and "speeches" not in p, "speech": lambda p: "speeches" in p,
                   "lone": lambda p: not p.startswith("natural")}[kind]
        parts = [p for p, (_, gold) in told.items() if gold and of_kind(p)]
        if kind == "speech" and not parts:
            continue
        tried = {}
        for record in LEAST_RECORD:
            for least in LEAST_ACT:
                of = (sure >= record) & (act >= least)
                of_record, of_act = f1(of, parts) if parts else (0, 0)
                if kind != "lone":
                    tried[record, least] = of_record
                elif noise(of) <= QUIET or not quiet:
                    tried[record, least] = of_record + of_act
        out[kind] = max(tried, key=tried.get) if tried else (LEAST_RECORD[-1], LEAST_ACT[-1])
        for record, least in (out[kind], (out[kind][0], 0), (0, out[kind][1]), (0.2, 0)):
            of = (sure >= record) & (act >= least)
            cells = [f"{p} {f1(of, [p])[0]:.3f} {f1(of, [p])[1]:.3f}" for p in parts]
            print(f"{kind}: record {record:.2f} act {least:.2f}: F1 {f1(of, parts)[0]:.4f}, type and a country "
                  f"{f1(of, parts)[1]:.4f}, {noise(of):.2f} records of 100 negatives;  " + "  ".join(cells))
    return out


def told_of(lone, key, cells):
    """Of a line of the table what it says of lone sentences, or of documents."""
    if key[0] in ("least", "precision", *SUMS.values()):
        return cells if ("lone" in key[1] if key[0] == "least" else "lone" in key[0]) == lone else {}
    columns = [c for (_, of_lone), c in WEIGHTS.items() if of_lone == lone]
    return {c: v for c, v in cells.items() if c in columns and v}


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--program", default=str(ROOT / "build" / "sagwan"))
    o.add_argument("--gold", nargs="*", default=[str(ROOT / "gold" / f"{n}.jsonl") for n in PARTS])
    o.add_argument("--natural", type=float, default=1.5, help="weight of a record of whole documents beside one of the balanced part")
    o.add_argument("--negatives", type=float, default=6,
                   help="weight of a record of negatives beside one of the balanced part: F1 stays, and fewer of them come out than at 2; at 8 plain lone sentences go too")
    o.add_argument("--quiet", type=float, default=0.3,
                   help="the same where what sums are worth is told: as many sentences as in the balanced part")
    o.add_argument("--more", nargs="*", default=[str(ROOT / "gold" / f"{n}.jsonl") for n in ("natural-acts", "lone-acts")])
    o.add_argument("--beside", type=float, default=0.3, help="weight of a record of --more")
    o.add_argument("--penalties", nargs="*", type=float, default=[4, 8, 16])
    o.add_argument("--judged", type=pathlib.Path, default=ROOT / "gold" / "judged-debates.tsv", help="verdicts on records of debates")
    o.add_argument("--shared", type=pathlib.Path, default=SHARED, help="where the corpora lie")
    o.add_argument("--documents", type=pathlib.Path, help="a table like the one made: what it says of documents stays as it is")
    o.add_argument("--out", type=pathlib.Path, default=ROOT / "lexicon" / "en" / "confidence.tsv")
    a = o.parse_args()
    corpus = a.shared / "corpora" / CORPORA["ungdc"]
    if corpus.exists():
        a.gold += real(a.shared, tempfile.mkdtemp())
    rows, others = records(a.program, a.gold), records(a.program, a.more)
    if corpus.exists():
        rows += judged(a.program, a.judged, corpus)
    count = collections.Counter(c for r in rows + others for c in r.clues)
    names = {c: i for i, c in enumerate(sorted(c for c in count if count[c] >= LEAST))}
    part = np.array([r.part for r in rows])
    x, natural, quiet = design(rows, names), np.char.startswith(part, "natural"), np.char.startswith(part, "negatives")
    unread = np.isin(part, UNREAD) if np.isin(part, UNREAD).any() else np.ones(len(part), bool)
    told = np.where(quiet, a.quiet, 1.0)  # what sums are worth is measured on records as they come
    weight = np.where(quiet, a.negatives, np.where(natural, a.natural, 1.0))  # and what tells them apart on more false ones
    weight, told = (w * len(w) / w.sum() for w in (weight, told))
    beside_all = design(others, names), np.full(len(others), a.beside)

    def loss(sums, y, w):
        return float((w * np.logaddexp(0, np.where(y > 0, -sums, sums))).sum() / w.sum())

    def learn(key, lone):
        """Of what stands under that key: whether it is so, weights, what sums are worth, chances by folds. Of whole
        documents they are learnt without lone-train, whose records outnumber theirs."""
        y = np.array([getattr(r, key) for r in rows], float)
        used = np.ones(len(y), bool) if lone else part != "lone-train"
        more = beside_all[0], np.array([getattr(r, key) for r in others], float), beside_all[1]
        tried = {p: crossed([r for r, u in zip(rows, used) if u], x[used], y[used], weight[used], p, more) for p in a.penalties}
        penalty = min(tried, key=lambda p: loss(tried[p], y[used], weight[used]))
        sums, chance, of = np.zeros(len(y)), np.zeros(len(y)), used & unread & (natural != lone)
        sums[used] = tried[penalty]
        worth = rising(sums[of], y[of], told[of])
        chance[used] = np.round(interpolated(worth, sums[used]), 3)
        error = sum(abs((chance[b] - y[b]).sum()) for b in
                    [of & (np.floor(np.minimum(chance, 0.999) * 10) == k) for k in range(10)]) / of.sum()
        print(f"{key} of {'lone sentences' if lone else 'documents'}: {of.sum()} records, {y[of].mean():.3f} right; "
              f"{len(names)} clues, penalty {penalty}; by folds: loss {loss(sums[of], y[of], weight[of]):.3f}, calibration error {error:.3f}, "
              f"Brier {((chance - y)[of] ** 2).mean():.3f}")
        w = np.round(fit(*beside(x[used], y[used], weight[used], more), penalty) * SCALE).astype(int)
        return y, w, worth, chance

    kinds = [lone for lone in (False, True) if (natural != lone).any()]
    learnt = {(key, lone): learn(key, lone) for lone in kinds for key in ("right", "near")}
    right, near = (learnt[key, kinds[-1]][0] for key in ("right", "near"))
    sure, act = (np.where(natural, learnt[key, kinds[0]][3], learnt[key, kinds[-1]][3]) for key in ("right", "near"))
    kept = precisions(sure, right, unread & (natural if natural.any() else ~natural))
    least = usual_least(sure, act, right, near, part, [f for f in a.gold if pathlib.Path(f).stem in part[unread]])
    table = {("least", kind): {"weight": round(v[0] * SCALE), "act": round(v[1] * SCALE)} for kind, v in least.items()}
    for i, clue in enumerate(["all=-", *sorted(names, key=names.get)]):
        table[tuple(clue.split("=", 1))] = {WEIGHTS[k]: v[1][i] for k, v in learnt.items() if v[1][i]}
    for k, v in learnt.items():
        table |= {(SUMS[k], round(s * SCALE)): {"weight": round(p * SCALE)} for s, p in v[2]}
    table |= {("precision", round(row[0] * SCALE)): {c: round(v * SCALE) for c, v in zip(COLUMNS[2:], row[1:])} for row in kept}
    if a.documents:
        of_documents = {(r["feature"], r["value"]): r for r in read_tsv(a.documents)}
        table = {k: told_of(False, k, of_documents.get(k, {})) | told_of(True, k, table.get(k, {}))
                 for k in [*of_documents, *table]}
    groups = {"least": 0, "all": 1, "sum": 3, "sum_act": 3, "sum_lone": 3, "sum_act_lone": 3, "precision": 4}
    lines = ["\t".join(COLUMNS),
             "# What makes a record sure, made by train/confidence.py from the gold corpus; core/confidence.h explains.",
             "# Our own work. Licence: CC BY-SA 4.0."]
    lines += ["\t".join([*map(str, k), *(str(table[k].get(c, "")) for c in COLUMNS[2:])])
              for k in sorted(table, key=lambda k: groups.get(k[0], 2)) if table[k]]
    a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
