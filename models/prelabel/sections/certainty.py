"""How sure a section is: what the labelling says of it, of its neighbours and of the bulletin, weighed as measured.

The weights are those of logistic regressions (Cox 1958) over the written bulletins, which `training.sections` makes,
one for its boundary, one for its kind and one for its level: the labelling's own chances are right about a plain report
and too bold about a tangled paper. A section is as sure as the least sure of the three.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

FILE = "sections.json"
PARTS = ("boundary", "kind", "level")
_KINDS = ("article", "subsection", "brief", "column", "caption", "boilerplate", "footer", "continuation")
NAMES = ("constant", "boundary", "near", "label", "bulletin", "many", "alike", "deep", *_KINDS)
"""What is weighed, in this order (see `facts`)."""
_DEEP = 3
_LEAST, _MOST = 0.05, 0.99


class Seen(NamedTuple):
    """A boundary before it is judged.

    BOUNDARY: the chance that a section begins here; NEAR: the same, lowered by doubt around; LABEL: the chance of the
    label that was chosen.
    """

    kind: str
    level: int
    why: str
    boundary: float
    near: float
    label: float


def certainties(boundaries: Sequence[Seen]) -> list[float]:
    """How sure the section at each boundary of a bulletin is, between 0.05 and 0.99."""
    parts = _weights()
    return [
        held(_chance(min(sum(w * x for w, x in zip(weights, row, strict=True)) for weights in parts)))
        for row in facts(boundaries)
    ]


def facts(boundaries: Sequence[Seen]) -> list[tuple[float, ...]]:
    """What is known of each boundary, by NAMES: log-odds, the bulletin's mean of them, its size, and marks of 0 and 1."""
    count = len(boundaries)
    mean = sum(each.near for each in boundaries) / count if count else 0.0
    whys = [each.why for each in boundaries]
    return [
        (
            1.0,
            _log_odds(each.boundary),
            _log_odds(each.near),
            _log_odds(each.label),
            _log_odds(mean),
            math.log(count),
            whys.count(each.why) / count,
            float(each.level >= _DEEP),
            *(float(each.kind == kind) for kind in _KINDS),
        )
        for each in boundaries
    ]


def _log_odds(chance: float) -> float:
    held = min(1 - 1e-4, max(1e-4, chance))
    return math.log(held / (1 - held))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-min(30.0, max(-30.0, odds))))


def held(chance: float) -> float:
    """A chance as it is told: nothing is certain, and nothing that is proposed is out of the question."""
    return min(_MOST, max(_LEAST, chance))


@cache
def _weights() -> tuple[tuple[float, ...], ...]:
    text = (resources.files("resources") / "models" / FILE).read_text(encoding="utf-8")
    weights = json.loads(text)
    return tuple(tuple(float(weights[part][name]) for name in NAMES) for part in PARTS)
