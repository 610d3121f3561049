"""Bulletins that training reads again beside a project's own, lest the engine forget what it knew.

(Robins, Catastrophic forgetting, rehearsal and pseudorehearsal, Connection Science 1995.) `training.rehearsal` of the
mention tagger chooses them from the written bulletins.
"""

from __future__ import annotations

import json
from importlib import resources

from models.prelabel.entities.samples import Example

FILE = "rehearsal.json"


def rehearsed() -> tuple[Example, ...]:
    """The bulletins with their mentions."""
    text = (resources.files("resources") / "models" / FILE).read_text(encoding="utf-8")
    return tuple(
        Example(row["text"], tuple((label, start, end) for label, start, end in row["mentions"]))
        for row in json.loads(text)
    )
