"""What each part of the engine adds: on the samples, each left out in turn; engines on written bulletins kept back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import Any

from models.prelabel.engines import LAC, NET
from models.prelabel.engines.figures import gains as added

FILE = "parts.json"
"""Where `python -m bench.gains --write` keeps the figures, beside the models."""
MEASURES = {
    "sections": "boundaries",
    "themes": "themes",
    "model": "entities",
    "rules": "entities",
    "document": "entities",
    "lexicon": "entities",
}
"""By which measure each part is judged: F1 of boundaries, of themes or of entities."""


@dataclass(frozen=True, slots=True)
class Gain:
    """F1 of a measure with all parts, and without this one."""

    measure: str
    with_it: float
    without: float

    @property
    def points(self) -> float:
        """By how much F1, of 100, is less without the part; below 0 where it is more."""
        return 100 * (self.with_it - self.without)


def gains() -> dict[str, Gain]:
    """The gain of each part that was measured."""
    found = {part: Gain(str(row["measure"]), row["with"], row["without"]) for part, row in _rows().items()}
    for name in (NET, LAC):
        found.update((name, Gain("entities", row.with_it, row.without)) for row in added(name) if row.label == "all")
    return found


def _rows() -> dict[str, dict[str, Any]]:
    try:
        data = (resources.files("resources") / "models" / FILE).read_bytes()
    except OSError:
        return {}
    return dict(json.loads(data)["parts"])
