"""Kappa: agreement on one value an item, corrected for chance.

Cohen, J. (1960), A coefficient of agreement for nominal scales. Fleiss, J. L. (1971), Measuring nominal scale agreement
among many raters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from models.review.measures.value import Numbers, Value, defined, divided


def confusions(pairs: Iterable[tuple[Hashable, Hashable]], values: Sequence[Hashable]) -> Numbers:
    """How often the first rater's value (row) met the second's (column); `values` gives the order of both."""
    place = {value: n for n, value in enumerate(values)}
    table = np.zeros((len(values), len(values)))
    for (a, b), number in Counter(pairs).items():
        table[place[a], place[b]] += number
    return table


def kappa_of(tables: Numbers) -> Numbers:
    """Cohen's kappa of each table of confusions (the last two axes); not a number where it is undefined."""
    total = tables.sum(axis=(-2, -1))
    observed = np.trace(tables, axis1=-2, axis2=-1)
    chance = divided((tables.sum(axis=-1) * tables.sum(axis=-2)).sum(axis=-1), total)
    return divided(observed - chance, total - chance)


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> Value:
    """Cohen's kappa of two raters. Undefined without items, and where both gave one and the same value throughout."""
    rows = list(pairs)
    if not rows:
        return Value(None, "nothing")
    values = list(dict.fromkeys(value for pair in rows for value in pair))
    return defined(float(kappa_of(confusions(rows, values))), "one_value")


def fleiss_kappa(items: Iterable[Sequence[Hashable | None]]) -> Value:
    """Fleiss' kappa of any number of raters; None is a missing value, items with fewer than two values do not count.

    Where items have different numbers of values each counts with its own share of agreeing pairs.
    """
    rows = [Counter(value for value in item if value is not None) for item in items]
    rows = [row for row in rows if row.total() >= 2]
    if not rows:
        return Value(None, "nothing")
    shares = [sum(n * (n - 1) for n in row.values()) / (row.total() * (row.total() - 1)) for row in rows]
    counts: Counter[Hashable] = Counter()
    for row in rows:
        counts.update(row)
    chance = sum(n * n for n in counts.values()) / counts.total() ** 2
    if len(counts) == 1:
        return Value(None, "one_value")
    return Value((sum(shares) / len(shares) - chance) / (1 - chance))
