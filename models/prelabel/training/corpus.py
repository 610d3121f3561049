"""What the shipped model is trained on: composed bulletins and the seeds with their gold."""

from __future__ import annotations

import json
from importlib import resources

import numpy as np

from models.prelabel.entities.fitting import Sample
from models.prelabel.entities.samples import Example, samples
from models.prelabel.training.generate import bulletins

SEEDS = ("000", "001", "002", "003", "004")


def joined(parts: list[Sample], weight: float = 1.0) -> Sample:
    """Samples as one, so that their units are batched together."""
    units = []
    offset = 0
    for part in parts:
        units += [(start + offset, end + offset) for start, end in part.units]
        offset += len(part.gold)
    return Sample(np.concatenate([p.rows for p in parts]), np.concatenate([p.gold for p in parts]), units, weight)


def composed(count: int, seed: int, genres: tuple[str, ...] | None = None) -> Sample:
    """COUNT composed bulletins, of some pattern files only where GENRES names them."""
    return joined([part for example in bulletins(count, seed, genres) for part in samples(example)])


def seed_examples() -> list[Example]:
    """The five seed bulletins with their gold mentions."""
    found = []
    for number in SEEDS:
        gold = json.loads((resources.files("resources") / "gold" / f"{number}.json").read_text(encoding="utf-8"))
        text = (resources.files("seeds") / gold["file"]).read_text(encoding="utf-8")
        found.append(Example(text, tuple((e["label"], e["start"], e["end"]) for e in gold["entities"])))
    return found
