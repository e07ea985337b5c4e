"""Learn what joins mentions to chains: the weights of lexicon/en/chains.tsv, from GUM's training part.

In: GUM's trees with entities (SHARED/treebanks/gum), without the genres that are held out of all training (data.HELD);
parsed afresh with the program's model, so that what is learned fits the trees that it will see. Mentions and the choices
between chains come from the program's own code (chains.c). In the first round the gold's chains are followed, later the
program's own, with the mistakes that it makes by itself. Two log-linear models: what kind of thing a mention is, and
which earlier chain it belongs to (or a new one); a wrong link, a wrong chain and a missed link cost differently
(--costs). The rounds' weights are averaged and rounded to integers. Nothing here is random.

GUM has little of the news that we read: who tells what, states and bodies as "it". What is known of these beforehand
stands in chains-prior.tsv; weights are drawn towards it instead of to nought, and what GUM says often outweighs it.

At last, with all these as they are: what it is worth that the network (tell.h) takes a pronoun for somebody of the sector
that a chain is known to be of (feature `meant`, which counts only for the pronoun's party). In: our gold corpus's training
part (--news), where a record's party is said by a pronoun, or one is the subject of its trigger; the right chains are those
whose party the record has.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import coref  # noqa: E402
import data  # noqa: E402

MENTION, THING, CHOICE, JOIN, END = 1, 2, 3, 4, 2**32 - 1
NONE = 2**32 - 1
THINGS = ("other", "person", "organization", "place")
SCALE = 64  # a weight of 1.0 in integers
PART = 0.3  # what a question counts of whose party only the countries are among the choices
FIXED = 1e4  # a penalty that lets no weight move


def without(source, held, out):
    """The file's documents, less those of the held genres."""
    keep = False
    with open(source, encoding="utf-8") as f, open(out, "w", encoding="utf-8") as kept:
        for line in f:
            if line.startswith("# newdoc id"):
                keep = line.split("=")[1].strip().split("_")[1] not in held
            if keep:
                kept.write(line)


def read_stream(raw):
    """Documents as lists: mentions (sentence, first, last, head, form), things {mention: [(at, step)]}, choices
    {mention: [(chain, features)]}, joins {mention: chain}, and the chain of each mention in the end."""
    v = np.frombuffer(raw, dtype=np.uint32)
    documents, i = [], 0
    while i < len(v):
        mentions, things, choices, joins = [], collections.defaultdict(list), collections.defaultdict(list), {}
        while v[i]:
            kind = v[i]
            if kind == MENTION:
                mentions.append(tuple(int(x) for x in v[i + 2:i + 7]))
                i += 7
            elif kind == THING:
                things[int(v[i + 1])].append((int(v[i + 2]), int(v[i + 3])))
                i += 4
            elif kind == CHOICE:
                n = int(v[i + 3])
                choices[int(v[i + 1])].append((int(v[i + 2]), v[i + 4:i + 4 + n]))
                i += 4 + n
            else:
                joins[int(v[i + 1])] = int(v[i + 2])
                i += 3
        chains = v[i + 1:i + 1 + len(mentions)]
        i += 2 + len(mentions)
        documents.append((mentions, things, choices, joins, chains))
    return documents


def align(mentions, gold):
    """For each of our mentions the gold one with the same words, else the tightest whose head and ours lie in both."""
    exact = {(g.sentence, g.first, g.last): g for g in gold}
    found = [exact.get(m[:3]) for m in mentions]
    taken = set(id(g) for g in found if g)
    spans = collections.defaultdict(list)
    for g in gold:
        if id(g) not in taken:
            spans[g.sentence].append(g)
    for i, (sentence, first, last, head, _) in enumerate(mentions):
        if found[i]:
            continue
        near = [g for g in spans[sentence] if g.first <= head <= g.last and first <= g.head <= last and g.head == head]
        if near:
            found[i] = min(near, key=lambda g: abs(g.first - first) + abs(g.last - last))
    return found


class Problem:
    """Groups of choices, each a list of features; in each group some choices are right."""

    def __init__(self):
        self.features, self.starts, self.groups, self.right, self.cost, self.weight = [], [0], [0], [], [], []

    def add(self, choices, right, costs, weight):
        for features, good, cost in zip(choices, right, costs):
            self.features.append(features)
            self.starts.append(self.starts[-1] + len(features))
            self.right.append(good)
            self.cost.append(0.0 if good else cost)
        self.groups.append(len(self.starts) - 1)
        self.weight.append(weight)

    def solve(self, count, start, penalty, steps, prior):
        features = np.concatenate(self.features).astype(np.int64)
        starts, groups = np.array(self.starts[:-1]), np.array(self.groups[:-1])
        sizes = np.diff(self.starts)
        rows = np.repeat(np.arange(len(sizes)), sizes)
        group_of = np.repeat(np.arange(len(groups)), np.diff(self.groups))
        right, cost = np.array(self.right), np.array(self.cost, dtype=np.float64)
        weight = np.array(self.weight, dtype=np.float64)
        w, m, s = start.copy(), np.zeros(count), np.zeros(count)
        for step in range(1, steps + 1):
            score = np.add.reduceat(w[features], starts)
            free = score + cost
            top = np.maximum.reduceat(free, groups)
            e = np.exp(free - top[group_of])
            total = np.add.reduceat(e, groups)
            held = np.where(right, e, 0.0)
            good = np.add.reduceat(held, groups)
            gradient_of_choice = (e / total[group_of] - held / good[group_of]) * weight[group_of]
            loss = float((weight * (np.log(total) - np.log(good))).sum())
            gradient = np.bincount(features, weights=gradient_of_choice[rows], minlength=count) + penalty * (w - prior)
            m = 0.9 * m + 0.1 * gradient
            s = 0.99 * s + 0.01 * gradient**2
            rate = 0.1 * min(1.0, 3 * (1 - step / (steps + 1)))
            w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(s / (1 - 0.99**step)) + 1e-8)
        print(f"  {len(groups)} questions, loss {loss:.0f}", flush=True)
        return w


def learn_things(documents, golds, w, penalty, steps):
    problem = Problem()
    for (mentions, things, _, _, _), gold in zip(documents, golds):
        for i, asked in things.items():
            kind = gold[i].type if gold[i] else "other"
            label = THINGS.index(kind) if kind in THINGS else 0
            lists = [np.array([at + k * step for at, step in asked], dtype=np.uint32) for k in range(4)]
            lists[0] = lists[0][:0]
            lists[0] = np.array([len(w) - 1], dtype=np.uint32)  # "other" has no weights: one that stays
            problem.add(lists, [k == label for k in range(4)], [0.0] * 4, 1.0)
    w = problem.solve(len(w), w, penalty, steps, 0.0)
    return w


def learn_chains(documents, golds, w, penalty, steps, costs, other, prior, counts_here):
    problem = Problem()
    false_link, false_new, wrong_link = costs
    for (mentions, _, choices, joins, chains), gold in zip(documents, golds):
        of_chain = collections.defaultdict(collections.Counter)  # gold numbers of a chain's mentions so far
        latest = {}
        for i in range(len(mentions)):
            mine = gold[i].chain if gold[i] else None
            if i in choices:
                right = []
                for chain, _ in choices[i]:
                    most = of_chain[chain].most_common(1)[0] if of_chain[chain] else None
                    same = mine is not None and most is not None and (
                        most[0] == mine or (latest[chain] == mine and 2 * of_chain[chain][mine] >= most[1]))
                    right.append(chain != NONE and same)
                anaphoric = any(right)
                if not anaphoric:
                    right[-1] = True
                cost = [(wrong_link if anaphoric else false_link) if chain != NONE else false_new for chain, _ in choices[i]]
                counts = gold[i] is not None and gold[i].type in coref.TYPES
                problem.add([f[counts_here[f]] for _, f in choices[i]], right, cost, 1.0 if counts else other)
            chain = int(chains[i])
            of_chain[chain][mine if mine is not None else f"?{i}"] += 1
            latest[chain] = mine
    return problem.solve(len(w), w, penalty, steps, prior)


# ---- the party of a pronoun in news ----

def codes(of):
    return frozenset(p["country"] or "" for p in of) - {""}, frozenset(p["sector"] or "" for p in of)


def told(party):
    """The same of "PER.GOV+CHL.MIL"; None where nobody is known."""
    both = [p.split(".") for p in party.split("+")] if party != "-" else None
    return both and (frozenset(c for c, _ in both) - {""}, frozenset(s for _, s in both))


def meant_by(item, pronouns):
    """Whom each pronoun of the document stands for by the gold: mention to readings."""
    byte, found = [0], {}
    for letter in item["text"]:
        byte.append(byte[-1] + len(letter.encode()))
    for e in item["events"]:
        for mention, (_, _, verb) in pronouns.items():
            if "start" in e and e["actor"] and byte[e["start"]] <= verb < byte[e["end"]]:
                found[mention] = [codes(r["actor"]) for r in [e, *e.get("alt", [])] if r["actor"]]
        for side in ("actor", "recipient"):
            spans = e["said"][side] if "said" in e and e.get("sentence") else []
            for k, (a, b) in enumerate(spans):
                mention = next((m for m, (x, y, _) in pronouns.items() if (x, y) == (byte[a], byte[b])), None)
                if mention is not None and len(spans) == 1:
                    found[mention] = [codes(r[side]) for r in [e, *e.get("alt", [])] if r[side]]
                elif mention is not None and len(spans) == len(e[side]):
                    found[mention] = [codes([e[side][k]])]
    return found


def right_parties(parties, readings):
    """Which of the choices is right: those of the same countries and sectors, else of the same countries; and its weight."""
    whole = [p in readings for p in parties]
    part = [bool(p and p[0]) and any(p[0] == r[0] for r in readings) for p in parties]
    return (whole, 1.0) if any(whole) else (part, PART)


def read_news(tool, images, path):
    """Questions of pronouns whom the gold knows: (features of each choice, which are right, weight)."""
    with open(path, encoding="utf-8") as f:
        items = {item["id"]: item for item in map(json.loads, f)}
    raw = subprocess.run([tool, *images, path], check=True, capture_output=True, encoding="utf-8").stdout
    for document in ("\n" + raw).split("\nD\t")[1:]:
        name, *lines = document.rstrip("\n").split("\n")
        pronouns, asked = {}, collections.defaultdict(list)
        for kind, mention, *rest in (line.split("\t") for line in lines):
            if kind == "M":
                pronouns[int(mention)] = tuple(int(x) for x in rest)
            else:
                asked[int(mention)].append((told(rest[0]), np.array(rest[1].split(), dtype=np.uint32)))
        readings = meant_by(items[name], pronouns)
        for mention in sorted(set(asked) & set(readings)):
            right, weight = right_parties([p for p, _ in asked[mention]], readings[mention])
            if any(right) and not all(right):
                yield [f for _, f in asked[mention]], right, weight


def learn_meant(news, names, w, penalty, steps, wrong):
    """Only `meant` moves, and not where the chain's party is unknown."""
    moves = np.array([n.startswith("meant\t") and n.split(" ")[1] != "0" for n in names] + [False])
    problem = Problem()
    for features, right, weight in news:
        problem.add(features, right, [wrong] * len(right), weight)
    return problem.solve(len(w), w, np.where(moves, penalty, FIXED), steps, w)


def read_prior(names):
    """What is known beforehand, feature by feature, in whole weights as in the table."""
    known = {}
    with open(ROOT / "train/chains-prior.tsv", encoding="utf-8") as f:
        for line in list(l for l in f if l[0] != "#")[1:]:
            feature, value, weight = line.rstrip("\n").split("\t")
            known[f"{feature}\t{value}"] = int(weight) / SCALE
    unknown = set(known) - set(names)
    if unknown:
        raise SystemExit(f"chains-prior.tsv: no such feature: {sorted(unknown)}")
    return np.array([known.get(n, 0.0) for n in names] + [0.0])


def write_table(path, names, w):
    lines = []
    for name, value in zip(names, w):
        whole = int(round(value * SCALE))
        if whole:
            lines.append(f"{name}\t{whole}\n")
    with open(path, "w", encoding="utf-8") as f:
        f.write("feature\tvalue\tweight\n"
                "# What speaks for a kind of thing (thing.*), for a chain so far, for a new one (new.*); meant: besides these, for\n"
                "# the chain whose party a pronoun has; see core/rank.h.\n"
                "# Made by train/chains.py from UD English GUM's training part less news, interviews and speeches (annotation CC BY\n"
                "# 4.0), from train/chains-prior.tsv, and meant from our gold corpus's training part: weights, no words.\n"
                "# Licence: CC BY-SA 4.0.\n")
        f.writelines(lines)
    print(f"  {len(lines)} weights in {path}", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--shared", default=str(ROOT.parent / "shared"))
    arguments.add_argument("--build", default=str(ROOT / "build"))
    arguments.add_argument("--rounds", type=int, default=4)
    arguments.add_argument("--steps", type=int, default=120)
    arguments.add_argument("--penalty", type=float, default=2.0)
    arguments.add_argument("--costs", default="0.5,1.5,0.5", help="of a false link, a missed one, a wrong one")
    arguments.add_argument("--other", type=float, default=0.3, help="weight of mentions of other things")
    arguments.add_argument("--part", default="train")
    arguments.add_argument("--news", default=str(ROOT / "gold/natural-acts.jsonl"))
    arguments.add_argument("--hold-genres", default=",".join(data.HELD))
    arguments.add_argument("--out", default=str(ROOT / "lexicon/en/chains.tsv"))
    options = arguments.parse_args()
    build = pathlib.Path(options.build)
    tool, work = str(build / "train/chains"), pathlib.Path(tempfile.mkdtemp())
    lexicon, model = str(build / "en.lexicon"), str(build / "en.model")
    source = work / "source.conllu"
    without(pathlib.Path(options.shared) / f"treebanks/gum/{options.part}.conllu", options.hold_genres.split(","), source)
    with open(source, encoding="utf-8") as f:
        gold_documents = coref.read(f)
    names = subprocess.run([tool, lexicon], check=True, capture_output=True, encoding="utf-8").stdout.split("\n")[:-1]
    things, chains = np.zeros(len(names) + 1), np.zeros(len(names) + 1)
    prior, gold_file = read_prior(names), []
    counts_here = np.array([not n.startswith("meant\t") for n in names] + [True])
    chains, kept = prior.copy(), []
    for turn in range(options.rounds + 1):
        print(f"round {turn}", flush=True)
        raw = subprocess.run([tool, lexicon, model, str(source), *gold_file], check=True, capture_output=True).stdout
        documents = read_stream(raw)
        golds = [align(d[0], g.mentions) for d, g in zip(documents, gold_documents)]
        if not gold_file and turn == 0:  # things first, and the gold for the first round of chains
            things = learn_things(documents, golds, things, options.penalty, options.steps)
            with open(work / "gold", "wb") as f:
                for gold in golds:
                    ids = [0 if g is None else int(g.chain.split("[")[0]) for g in gold]
                    f.write(np.array(ids, dtype=np.uint32).tobytes())
            gold_file = [str(work / "gold")]
        else:
            gold_file = []
            chains = learn_chains(documents, golds, chains, options.penalty, options.steps,
                                  [float(x) for x in options.costs.split(",")], options.other, prior, counts_here)
        if turn > 1:
            kept.append(chains)
        if turn == options.rounds and kept:  # one round's mistakes differ from the next one's: their mean wavers less
            chains = np.mean(kept, axis=0)
            news = list(read_news(tool, (lexicon, model, str(build / "world.gazetteer")), options.news))
            print(f"  {len(news)} pronouns in news", flush=True)
            chains = learn_meant(news, names, chains, options.penalty, 150, float(options.costs.split(",")[2]))
        both = np.where([n.startswith("thing.") for n in names], things[:-1], chains[:-1])
        write_table(options.out, names, both)
        layer = work / "lexicon"
        subprocess.run(["rm", "-rf", str(layer)], check=True)
        subprocess.run(["cp", "-r", str(ROOT / "lexicon"), str(layer)], check=True)
        subprocess.run(["cp", options.out, str(layer / "en/chains.tsv")], check=True)
        lexicon = str(work / "en.lexicon")
        subprocess.run([str(build / "sagwan"), "lexicon", "compile", str(layer), lexicon, "--name", "en"], check=True)


if __name__ == "__main__":
    main()
