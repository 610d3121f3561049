"""A measure's value, or the reason why it has none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
"""One or more rows of sums; the last axis is the one that a measure reads."""

REASONS = {
    "layers": "No bulletin has two layers that are submitted or adjudicated.",
    "nothing": "Neither annotator marked anything that this measure counts.",
    "short": "No bulletin has more lines than a window is long.",
    "shared": "There is no boundary that both annotators set.",
    "extents": "There is no mention with the same extent in both layers.",
    "sections": "There is no section whose start both annotators agree on.",
    "one_side": "One of the two annotators marked nothing, so there is nothing to take a share of.",
    "one_value": "Only one value was ever given, so agreement by chance cannot be told from agreement.",
    "few": "An interval needs at least two bulletins, and most samples of them must have a value.",
}
"""Why a value can be undefined: a key for translation and the English sentence."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number, or None with a key of `REASONS`."""

    number: float | None
    reason: str = ""

    @property
    def sentence(self) -> str:
        """Why there is no number; empty where there is one."""
        return REASONS.get(self.reason, "")


def defined(number: float, reason: str) -> Value:
    """The number as a value; undefined for `reason` where it is not a number."""
    return Value(None, reason) if math.isnan(number) else Value(float(number))


def divided(above: Numbers, below: Numbers) -> Numbers:
    """`above / below`, not a number where nothing is to be divided by."""
    empty = np.full(np.broadcast(above, below).shape, np.nan)
    done: Any = np.divide(above, below, out=empty, where=np.asarray(below) != 0)
    return np.asarray(done, dtype=np.float64)
