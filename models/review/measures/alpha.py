"""Krippendorff's alpha with any distance and with missing values.

Krippendorff, K. (2004), Content Analysis, chapter 11. A unit with n values gives each of its ordered pairs the weight
1/(n - 1); units with fewer than two values are not pairable and do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

import numpy as np

from models.review.measures.value import Numbers, Value, defined, divided

T = TypeVar("T", bound=Hashable)


class Scale(Generic[T]):
    """The values that occur and their distances: turns units into rows of sums that may be added over documents.

    A row is [observed disagreement, how often each value occurs in pairable units].
    """

    def __init__(self, values: Iterable[T], distance: Callable[[T, T], float]) -> None:
        self._values = list(dict.fromkeys(values))
        self._place = {value: n for n, value in enumerate(self._values)}
        size = len(self._values)
        self._distances = np.zeros((size, size))
        for n, a in enumerate(self._values):
            for m in range(n):
                self._distances[n, m] = self._distances[m, n] = distance(a, self._values[m])
        self._table = self._distances.tolist()

    def row(self, units: Iterable[Sequence[T | None]]) -> Numbers:
        """The sums of one document's units."""
        found = np.zeros(1 + len(self._values))
        place = self._place
        for unit, number in Counter(map(tuple, units)).items():
            given = [place[value] for value in unit if value is not None]
            if len(given) < 2:
                continue
            found[0] += number * sum(self._table[n][m] for n in given for m in given) / (len(given) - 1)
            for n in given:
                found[1 + n] += number
        return found

    def alphas(self, rows: Numbers) -> Numbers:
        """Alpha of each row of sums; not a number where every value is the same or nothing is pairable."""
        counts = rows[..., 1:]
        expected = ((counts @ self._distances) * counts).sum(axis=-1)
        above = (counts.sum(axis=-1) - 1) * rows[..., 0]
        return np.asarray(1 - divided(above, expected))


def alpha(units: Iterable[Sequence[T | None]], distance: Callable[[T, T], float]) -> Value:
    """Krippendorff's alpha; a unit holds each annotator's value, None where it is missing.

    Undefined where no unit has two values, or where all values are the same.
    """
    rows = [tuple(unit) for unit in units]
    scale = Scale((value for unit in rows for value in unit if value is not None), distance)
    sums = scale.row(rows)
    if not sums[1:].any():
        return Value(None, "nothing")
    return defined(float(scale.alphas(sums)), "one_value")
