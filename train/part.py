"""A small part of the shared data, in files of the same names: with it the whole recipe takes minutes (recipe.mk).

In:  --shared: of one in so many documents of the treebanks the first sentences, of the names sets one in so many sentences,
     of the debates one in so many speeches.
Out: --out, a folder like --shared with what the recipe reads, and nothing else.
"""
import argparse
import pathlib
import subprocess

TREES = ("ewt/train", "ewt/dev", "gum/train", "gum/dev")
NAMES = ("wikigold.conll", "crossner-politics-train.conll", "crossner-politics-dev.conll", "re3d.conll",
         "uner-ewt-dev.iob2")


def blocks(path):
    return path.read_text(encoding="utf-8").strip("\n").split("\n\n")


def of_documents(sentences, every, first):
    """The first sentences of every so many-th document."""
    document, place = -1, 0
    for s in sentences:
        opens = any(line.startswith("# newdoc") for line in s.split("\n"))
        document, place = document + opens, 0 if opens else place + 1
        if document % every == 0 and place < first:
            yield s


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--shared", type=pathlib.Path, required=True)
    o.add_argument("--out", type=pathlib.Path, required=True)
    o.add_argument("--documents", type=int, default=8, help="of the treebanks, one in so many")
    o.add_argument("--first", type=int, default=6, help="so many sentences of each")
    o.add_argument("--sentences", type=int, default=16, help="of the names sets, one in so many")
    o.add_argument("--speeches", type=int, default=200, help="of the debates, one in so many")
    o = o.parse_args()
    kept = {f"ner/{name}": blocks(o.shared / "ner" / name)[::o.sentences] for name in NAMES}
    for name in (f"treebanks/{tree}.conllu" for tree in TREES):
        kept[name] = list(of_documents(blocks(o.shared / name), o.documents, o.first))
    for name, some in kept.items():
        (o.out / name).parent.mkdir(parents=True, exist_ok=True)
        (o.out / name).write_text("\n\n".join(some) + "\n\n", encoding="utf-8")
        print(len(some), name)
    speeches = subprocess.run(["zstd", "-dc", o.shared / "corpora/ungdc.jsonl.zst"], check=True, capture_output=True).stdout
    some = speeches.strip(b"\n").split(b"\n")[::o.speeches]
    (o.out / "corpora").mkdir(exist_ok=True)
    subprocess.run(["zstd", "-qf", "-o", o.out / "corpora/ungdc.jsonl.zst"], check=True, input=b"\n".join(some) + b"\n")
    print(len(some), "corpora/ungdc.jsonl.zst")


if __name__ == "__main__":
    main()
