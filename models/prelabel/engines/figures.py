"""What an engine adds, as measured when the models were made: F1 on the written bulletins that teach nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

from models.prelabel.engines import LAC, NET
from models.prelabel.entities.spans import LABELS

_COMPARED = {
    NET: ("entities", f"entities-{NET}"),
    LAC: (f"entities-{NET}", f"entities-{LAC}-{NET}"),
}
"""What is compared for each engine; LAC beside the network, as the program runs unless that is switched off."""


@dataclass(frozen=True, slots=True)
class Gain:
    """F1 of all labels ("all") or of one, without the engine and with it."""

    label: str
    without: float
    with_it: float


def gains(name: str) -> tuple[Gain, ...]:
    """All labels together first, then each by itself; empty where nothing was measured."""
    rows = _rows()
    without, with_it = (rows.get(f"{kind}, kept back", {}) for kind in _COMPARED.get(name, ("", "")))
    shown = [label for label in ("all", *LABELS) if label in without and label in with_it]
    return tuple(Gain(label, without[label], with_it[label]) for label in shown)


def _rows() -> dict[str, dict[str, float]]:
    try:
        return dict(json.loads((resources.files("resources") / "models" / "figures.json").read_bytes()))
    except OSError:
        return {}
