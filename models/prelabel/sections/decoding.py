"""The best sequence of labels over the whole bulletin, and how sure each boundary is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from models.prelabel.sections import labels as L

TEMPERATURE = 1.3
"""Divides the scores before they are read as probabilities: they are sums of cues that lean on each other."""

_AROUND, _DOUBTED = 6, 0.4


def best(rows: Sequence[dict[str, float]]) -> list[str]:
    """The labels with the highest total (Viterbi 1967); ties go to the label named first in `labels.ALL`."""
    if not rows:
        return []
    totals = {label: score + L.START.get(label, -3.0) for label, score in rows[0].items()}
    back: list[dict[str, str]] = []
    for row in rows[1:]:
        here: dict[str, float] = {}
        came: dict[str, str] = {}
        for label, score in row.items():
            value, source = max(
                ((total + L.follows(other, label), other) for other, total in totals.items()),
                key=lambda pair: pair[0],
            )
            here[label], came[label] = value + score, source
        back.append(came)
        totals = here
    last = max(totals, key=lambda label: totals[label] + L.END.get(label, 0.0))
    found = [last]
    for came in reversed(back):
        found.append(came[found[-1]])
    return found[::-1]


class Chances(NamedTuple):
    """For each block the chance that a section begins at it, and the chances of its labels."""

    boundary: list[float]
    labels: list[dict[str, float]]


def chances(rows: Sequence[dict[str, float]]) -> Chances:
    """The chances, summed over all labellings (forward-backward)."""
    if not rows:
        return Chances([], [])
    ahead = _forward(rows)
    behind = _backward(rows)
    labels = [
        _shares({label: here[label] + after[label] for label in here})
        for here, after in zip(ahead, behind, strict=True)
    ]
    found = [1.0]
    for n in range(1, len(rows)):
        opening, total = [], []
        for label, score in rows[n].items():
            for other, value in ahead[n - 1].items():
                path = value + (L.follows(other, label) + score) / TEMPERATURE + behind[n][label]
                total.append(path)
                if L.opens(other, label):
                    opening.append(path)
        found.append(math.exp(_sum(opening) - _sum(total)) if opening else 0.0)
    return Chances(found, labels)


def _shares(values: dict[str, float]) -> dict[str, float]:
    total = _sum(list(values.values()))
    return {label: math.exp(value - total) for label, value in values.items()}


def sure(chances: Sequence[float]) -> list[float]:
    """The chances, lowered where the blocks around are in doubt: a layout that is misread is so over a stretch.

    Doubt is the mean of 4p(1-p) over the blocks near by, 0 where all is clear and 1 where nothing is.
    """
    doubt = [4 * p * (1 - p) for p in chances]
    found = []
    for n, chance in enumerate(chances):
        near = doubt[max(0, n - _AROUND) : n] + doubt[n + 1 : n + 1 + _AROUND]
        found.append(chance * (1 - _DOUBTED * sum(near) / len(near)) if near else chance)
    return found


def _forward(rows: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    found = [{label: (score + L.START.get(label, -3.0)) / TEMPERATURE for label, score in rows[0].items()}]
    for row in rows[1:]:
        before = found[-1]
        found.append(
            {
                label: _sum(
                    [value + (L.follows(other, label) + score) / TEMPERATURE for other, value in before.items()]
                )
                for label, score in row.items()
            }
        )
    return found


def _backward(rows: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    found = [{label: L.END.get(label, 0.0) / TEMPERATURE for label in rows[-1]}]
    for n in range(len(rows) - 2, -1, -1):
        after = found[-1]
        found.append(
            {
                label: _sum(
                    [
                        (L.follows(label, other) + score) / TEMPERATURE + after[other]
                        for other, score in rows[n + 1].items()
                    ]
                )
                for label in rows[n]
            }
        )
    return found[::-1]


def _sum(values: Sequence[float]) -> float:
    """log of the sum of exponentials."""
    if not values:
        return -math.inf
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))
