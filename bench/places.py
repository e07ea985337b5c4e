#!/usr/bin/env python3
"""Which places does a text name? Measures `sagwan places` on articles whose places are labelled with GeoNames ids.

    bench/places.py --program build/sagwan GOLD.xml [--errors PART]

GOLD.xml: <article docid> with <title>, <url>, <dltime>, <text> and <toponyms>, each <toponym> with <phrase>, <start>,
<end> (code points in the text) and <gaztag geonameid> with <fclass> and <country geonameid>, as TR-News has them.
Measured twice: end to end (a place is found where the words overlap; one that is not found is wrong), and with the gold
spans given. Only toponyms with an id count; a found one over a gold one without an id is left out of precision.
Offsets that miss their phrase by up to 200 letters are mended.
Even and odd articles are counted apart: the first rules were made by reading errors of the even ones alone, later ones
of all."""
import argparse
import collections
import pathlib
import struct
import xml.etree.ElementTree as ET

import common

KINDS = ("all", "populated", "divisions and states", "other")


def mend(text, g):
    """Some articles' offsets are a few letters off: then the phrase is looked for nearby."""
    if text[g["start"]:g["end"]] == g["phrase"]:
        return
    starts = [i for i in range(max(0, g["start"] - 200), g["start"] + 200) if text.startswith(g["phrase"], i)]
    if starts:
        g["start"] = min(starts, key=lambda i: abs(i - g["start"]))
        g["end"] = g["start"] + len(g["phrase"])


def articles(path):
    for a in ET.parse(path).getroot():
        text = a.findtext("text")
        gold = []
        for t in a.iter("toponym"):
            tag = t.find("gaztag")
            country = tag.find("country") if tag is not None else None
            gold.append({"start": int(t.findtext("start")), "end": int(t.findtext("end")), "phrase": t.findtext("phrase"),
                         "id": int(tag.get("geonameid")) if tag is not None else None,
                         "class": tag.findtext("fclass") if tag is not None else None,
                         "country": country.get("geonameid") if country is not None else None,
                         "name": tag.findtext("name") if tag is not None else None})
        for g in gold:
            mend(text, g)
        gold.sort(key=lambda g: g["start"])
        yield {"id": a.get("docid"), "text": text, "url": a.findtext("url").strip(), "date": a.findtext("dltime").strip(),
               "title": "", "gold": gold}


def places(program, docs, given):
    asked = [{k: d[k] for k in ("id", "text", "url", "date")} for d in docs]
    if given:
        for o, d in zip(asked, docs):
            o["places"] = [[g["start"], g["end"]] for g in d["gold"]]
    found = collections.defaultdict(list)
    for p in common.json_lines(common.over(program, "places", documents=asked)):
        found[p["doc"]].append(p)
    return found


def image(path):
    """Ids of all places of the gazetteer, and {alpha-3 code: id} of its states (gazetteer/build.py has the layout)."""
    data = path.read_bytes()
    kinds = struct.unpack_from("<4I", data, 24)
    features = struct.unpack_from("<I", data, 40)[0]
    ids = [struct.unpack_from("<I", data, 64 + 24 * i)[0] for i in range(sum(kinds))]
    codes = 64 + 24 * len(ids) + 4 * features
    return set(ids), {data[codes + 4 * i:codes + 4 * i + 3].decode(): str(ids[i]) for i in range(kinds[0])}


def kinds_of(g):
    return ("all", {"P": "populated", "A": "divisions and states"}.get(g["class"], "other"))


def over(found, g):
    """The found place whose words share the most with the gold ones."""
    best = max(found, key=lambda p: min(p["end"], g["end"]) - max(p["start"], g["start"]), default=None)
    return best if best and min(best["end"], g["end"]) > max(best["start"], g["start"]) else None


def measure(docs, found, states):
    n, right, land, got = (collections.Counter() for _ in range(4))
    precise = collections.Counter()
    wrong = []
    for d in docs:
        mine = found[d["id"]]
        for g in d["gold"]:
            if g["id"] is None:
                continue
            p = over(mine, g)
            for k in kinds_of(g):
                n[k] += 1
                got[k] += p is not None and p["name"] is not None
                right[k] += p is not None and p["geonameid"] == g["id"]
                land[k] += p is not None and g["country"] is not None and states.get(p["country"]) == g["country"]
            if g["country"] is None:
                n["stateless"] += 1
            if p is None or p["geonameid"] != g["id"]:
                wrong.append(f"{d['id']} {g['phrase']!r} is {g['name']} {g['id']} ({g['class']}); "
                             + (f"said {p['name']} {p['geonameid']} {p['country']} {p['feature_code']}" if p else "not found"))
        for p in mine:
            if p["name"] is None:
                continue
            hit = over(d["gold"], p)
            if hit and hit["id"] is None:
                continue
            precise["found"] += 1
            precise["right"] += hit is not None and p["geonameid"] == hit["id"]
            precise["named"] += hit is not None
            if not hit:
                wrong.append(f"{d['id']} {p['text']!r} is no place; said {p['name']} {p['country']} {p['feature_code']}: "
                             + repr(d["text"][max(0, p["start"] - 40):p["end"] + 30]))
    return n, right, land, got, precise, wrong


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--program", default="build/sagwan")
    o.add_argument("--errors", choices=("all", "even", "odd"))
    o.add_argument("gold")
    a = o.parse_args()
    docs = list(articles(a.gold))
    ids, known = image(pathlib.Path(a.program).parent / "world.gazetteer")
    share = lambda x, y: x / y if y else 0
    wanted = [g["id"] for d in docs for g in d["gold"] if g["id"] is not None]
    print(f"in the gazetteer: {share(sum(i in ids for i in wanted), len(wanted)):.3f} of {len(wanted)} places")
    for given in (False, True):
        found = places(a.program, docs, given)
        for part in ("all", "even", "odd"):
            some = [d for d in docs if part == "all" or (int(d["id"]) % 2 == 0) == (part == "even")]
            n, right, land, got, precise, wrong = measure(some, found, known)
            print(f"{'spans given' if given else 'end to end':11} {part:5} {len(some):3} articles {n['all']:5} places")
            for k in KINDS:
                print(f"    {k:22} {n[k]:5}  known {share(got[k], n[k]):.3f}  id {share(right[k], n[k]):.3f}")
            print(f"    country {share(land['all'], n['all'] - n['stateless']):.3f}")
            if not given:
                print(f"    precision: is a place {share(precise['named'], precise['found']):.3f}, "
                      f"the right one {share(precise['right'], precise['found']):.3f} of {precise['found']}")
            if a.errors == part and not given:
                print("\n".join(wrong))


if __name__ == "__main__":
    main()
