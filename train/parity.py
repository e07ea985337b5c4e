"""What the trainer's own network says of fixed sentences, for the program to agree with (tests/run.py, part parity).

In:  what train.py wrote; sentences of our own (gold/balanced-train.jsonl).
Out: CoNLL-U whose MISC holds Margin=: by how much the narrowest of a word's choices (tag, head, label) was won.
The weights are rounded to the 8 bits of the image, so that what may differ is arithmetic alone.
"""
import argparse
import json
import pathlib

import numpy as np
import torch

import data
import train
from vectors import PIECE

TOP = pathlib.Path(__file__).resolve().parent.parent


def rounded(state):
    """The state with each row of each matrix at 8 bits, as export.py has it (both halves of an LSTM's rows share a scale)."""
    out = {k: v.clone() for k, v in state.items()}
    table = out["fixed.weight"] + out["word.weight"]
    groups = [["piece.weight"]] + [[f"lstm.{i}.weight_ih_l0", f"lstm.{i}.weight_hh_l0"] for i in range(4)]
    groups += [[k] for k in out if k.endswith(".weight") and out[k].dim() == 2 and not k.startswith(("fixed", "word", "piece"))]

    def round_rows(m):
        scale = m.abs().max(1, keepdim=True).values.clamp(min=1e-8) / 127
        return (m / scale).round().clamp(-127, 127) * scale

    out["fixed.weight"], out["word.weight"] = round_rows(table), torch.zeros_like(table)
    for names in groups:
        whole = round_rows(torch.cat([out[n] for n in names], 1))
        at = 0
        for n in names:
            out[n] = whole[:, at:at + out[n].shape[1]].clone()
            at += out[n].shape[1]
    return out


def margin(scores):
    best = np.sort(scores, -1)[..., -2:]
    return best[..., 1] - best[..., 0]


@torch.no_grad()
def read(net, coder, forms, root):
    words, pieces, back, *_ = coder.batch([(forms, None, None, None, None, None)])
    tag, arc, rd, rh, _ = net.heads(net.encode(words, pieces, back))
    arc[0, :, 1:].fill_diagonal_(-1e4)
    head = arc.argmax(2)
    rel = net.rels(rd, rh, head)[0]
    for i, h in enumerate(head[0].tolist()):  # only the root's arc is called root
        rel[i, root] = 1e4 if h == 0 else -1e4
    tag, arc, rel = tag.cpu(), arc.cpu(), rel.cpu()
    narrow = np.minimum(np.minimum(margin(tag[0].numpy()), margin(arc[0].numpy())), margin(rel.numpy()))
    return tag[0].argmax(1).tolist(), head[0].tolist(), rel.argmax(1).tolist(), narrow.tolist()


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--net", required=True)
    args.add_argument("--count", type=int, default=80)
    args.add_argument("--out", default=str(TOP / "tests" / "parity.conllu"))
    args = args.parse_args()
    got = torch.load(args.net, weights_only=False)
    net = train.Net(got["size"], got["state"]["fixed.weight"].numpy())
    net.load_state_dict(rounded(got["state"]))
    net.to(train.DEVICE).eval()
    coder = train.Coder(got["vocab"], {}, {})
    root, rows, written = got["rels"].index("root"), [], 0
    for line in open(TOP / "gold" / "balanced-train.jsonl", encoding="utf-8"):
        forms = PIECE.findall(json.loads(line)["text"])
        tags, heads, rels, narrow = read(net, coder, forms, root)
        if not data.is_tree(heads) or written == args.count:
            continue
        written += 1
        for i, form in enumerate(forms):
            upos, feats = got["tags"][tags[i]].split(" ")
            rows.append(f"{i + 1}\t{form}\t_\t{upos}\t_\t{feats}\t{heads[i]}\t{got['rels'][rels[i]]}\t_\tMargin={narrow[i]:.3f}")
        rows.append("")
    pathlib.Path(args.out).write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
