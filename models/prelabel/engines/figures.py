"""What an engine adds, as measured when the models were made: F1 on the seeds, each left out in turn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

from models.prelabel.entities.spans import LABELS


@dataclass(frozen=True, slots=True)
class Gain:
    """F1 of all labels ("all") or of one, without the engine and with it."""

    label: str
    without: float
    with_it: float


def gains(name: str) -> tuple[Gain, ...]:
    """All labels together first, then each by itself; empty where nothing was measured."""
    rows = _rows()
    plain, heeding = rows.get("entities", {}), rows.get(f"entities-{name}", {})
    shown = [label for label in ("all", *LABELS) if label in plain and label in heeding]
    return tuple(Gain(label, plain[label], heeding[label]) for label in shown)


def kept_back(name: str) -> Gain | None:
    """What an engine adds on the written bulletins that teach nothing, all labels together; None where not measured."""
    rows = _rows()
    plain, heeding = rows.get("entities, kept back"), rows.get(f"entities-{name}, kept back")
    return Gain("all", plain["all"], heeding["all"]) if plain and heeding else None


def _rows() -> dict[str, dict[str, float]]:
    try:
        return dict(json.loads((resources.files("resources") / "models" / "figures.json").read_bytes()))
    except OSError:
        return {}
