"""What the shipped model is trained on: composed bulletins, written ones, and the seeds with their gold."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from models.prelabel.entities.fitting import Sample
from models.prelabel.entities.samples import Example, samples
from models.prelabel.training.generate import bulletins
from models.prelabel.training.measure import Gold, gold_of
from models.prelabel.training.written import every
from models.text import normalise

SEEDS = ("000", "001", "002", "003", "004")


def joined(parts: list[Sample], weight: float = 1.0) -> Sample:
    """Samples as one, so that their units are batched together."""
    units = []
    offset = 0
    for part in parts:
        units += [(start + offset, end + offset) for start, end in part.units]
        offset += len(part.gold)
    return Sample(np.concatenate([p.rows for p in parts]), np.concatenate([p.gold for p in parts]), units, weight)


def composed(count: int, seed: int, genres: tuple[str, ...] | None = None, evidence: tuple[str, ...] = ()) -> Sample:
    """COUNT composed bulletins, of some pattern files only where GENRES names them."""
    found = bulletins(count, seed, genres)
    return joined([part for example in found for part in samples(example, evidence=evidence)])


def written_samples(evidence: tuple[str, ...] = ()) -> Sample:
    """The written bulletins that may teach."""
    taught = [each.example for each in every() if not each.kept_back]
    return joined([part for example in taught for part in samples(example, evidence=evidence)])


def kept_back() -> list[Gold]:
    """The written bulletins that measure."""
    return [each.gold for each in every() if each.kept_back]


def seed_examples() -> list[Example]:
    """The five seed bulletins with their gold mentions."""
    return [
        Example(text, tuple((e["label"], e["start"], e["end"]) for e in document["entities"]))
        for document, text in _seeds()
    ]


def seed_golds() -> list[Gold]:
    """The five seed bulletins with all that their gold says of mentions."""
    return [gold_of(document, text) for document, text in _seeds()]


def golds_in(folder: Path, texts: Path) -> list[Gold]:
    """The bulletins of a folder of gold files, with the texts of another folder that they name."""
    found = []
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / Path(document["file"]).name).read_text(encoding="utf-8")
        found.append(gold_of(document, normalise(text)[0]))
    return found


def _seeds() -> list[tuple[dict[str, Any], str]]:
    found = []
    for number in SEEDS:
        document = json.loads((resources.files("resources") / "gold" / f"{number}.json").read_text(encoding="utf-8"))
        found.append((document, (resources.files("seeds") / document["file"]).read_text(encoding="utf-8")))
    return found
