"""The network while it learns: e5's layers over characters, in PyTorch, with weights in a plain table.

What a character is (`head`) and of what kind the section is that begins at a line (`kinds`) are learned beside each
other (Caruana, Multitask Learning, 1997): a heading, a caption and a credit hold different names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from models.prelabel.training.e5 import E5, Floats

Tensor: TypeAlias = Any
"""A tensor of PyTorch, which is not there where types are checked."""
Weights = dict[str, Tensor]
"""Tensors by name."""
LAYERS = 12
_EPSILON = 1e-12
_DROPPED = 0.05
"""How many characters are dropped while learning."""


def begun(base: E5, rows: Sequence[int], labels: int, kinds: int, seed: int) -> Weights:
    """The weights before any learning. ROWS: the pieces that are kept, in order."""
    import torch

    torch.manual_seed(seed)
    width, inner = base.width, base.inner

    def flat(name: str) -> Floats:
        return base.floats(name)

    found: dict[str, Floats] = {
        "emb": base.matrix("emb.word", width, np.array(rows)),
        "pos": flat("emb.pos").reshape(base.places, width) + flat("emb.type")[:width],
        "entry.weight": flat("emb.ln.w"),
        "entry.bias": flat("emb.ln.b"),
    }
    for n in range(LAYERS):
        parts = [base.matrix(f"l{n}.{part}.w", width) for part in "qkv"]
        found[f"{n}.attend.weight"] = np.concatenate(parts)
        found[f"{n}.attend.bias"] = np.concatenate([flat(f"l{n}.{part}.b") for part in "qkv"])
        for own, theirs, columns in (("gather", "ao", width), ("widen", "fi", width), ("narrow", "fo", inner)):
            found[f"{n}.{own}.weight"] = base.matrix(f"l{n}.{theirs}.w", columns)
            found[f"{n}.{own}.bias"] = flat(f"l{n}.{theirs}.b")
        for own, theirs in (("first", "aln"), ("second", "oln")):
            found[f"{n}.{own}.weight"], found[f"{n}.{own}.bias"] = flat(f"l{n}.{theirs}.w"), flat(f"l{n}.{theirs}.b")
    tensors = {name: torch.tensor(np.ascontiguousarray(values)) for name, values in found.items()}
    for name, count in (("head", labels), ("kinds", kinds)):
        tensors[f"{name}.weight"] = (torch.rand(count, width) * 2 - 1) / width**0.5
        tensors[f"{name}.bias"] = torch.zeros(count)
    return {name: tensor.requires_grad_() for name, tensor in tensors.items()}


def read(
    weights: Mapping[str, Tensor], characters: Tensor, blank: int, heads: int, *, learning: bool
) -> tuple[Tensor, Tensor]:
    """What each character is, and what begins there: scores [run, place, ·]. BLANK fills runs that are shorter."""
    import torch
    from torch.nn import functional as F

    runs, longest = characters.shape
    width = weights["emb"].shape[1]
    rows = weights["emb"][characters] + weights["pos"][:longest]
    rows = F.layer_norm(rows, (width,), weights["entry.weight"], weights["entry.bias"], _EPSILON)
    if learning:
        rows = rows * (torch.rand(runs, longest, 1) > _DROPPED).to(rows.dtype)
    mask = (characters != blank)[:, None, None, :]
    for n in range(LAYERS):

        def linear(name: str, inward: Tensor, n: int = n) -> Tensor:
            return F.linear(inward, weights[f"{n}.{name}.weight"], weights[f"{n}.{name}.bias"])

        def normed(name: str, inward: Tensor, n: int = n) -> Tensor:
            return F.layer_norm(inward, (width,), weights[f"{n}.{name}.weight"], weights[f"{n}.{name}.bias"], _EPSILON)

        query, key, value = linear("attend", rows).view(runs, longest, 3, heads, -1).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        rows = normed("first", rows + linear("gather", seen.transpose(1, 2).reshape(runs, longest, width)))
        rows = normed("second", rows + linear("narrow", F.gelu(linear("widen", rows))))
    head, kinds = (F.linear(rows, weights[f"{name}.weight"], weights[f"{name}.bias"]) for name in ("head", "kinds"))
    return head, kinds
