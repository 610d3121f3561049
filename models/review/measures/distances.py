"""How far two annotators' theme sets are from each other: 0 for the same, 1 for nothing in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

Themes = frozenset[str]
Distance = Callable[[Themes, Themes], float]


def nominal(a: Hashable, b: Hashable) -> float:
    """0 for equal values, else 1."""
    return float(a != b)


def masi(a: Themes, b: Themes) -> float:
    """MASI distance (Passonneau 2006): Jaccard's overlap, weighted 1, 2/3, 1/3 or 0 for equal, contained, crossing and
    disjoint sets. Two empty sets are equal."""
    if a == b:
        return 0.0
    common = len(a & b)
    weight = 2 / 3 if common == min(len(a), len(b)) else 1 / 3
    return 1.0 - common / len(a | b) * weight if common else 1.0


def taxonomy(paths: Mapping[str, Sequence[str]]) -> Distance:
    """The distance between sets of taxonomy nodes; `paths` gives each theme's ids from the top down to itself.

    Two themes are as like as their common ancestor is deep (Wu and Palmer 1994): twice its depth by the sum of theirs,
    the top themes having depth 1. Each theme of either set counts with the likest one of the other set. A theme without
    a path stands by itself.
    """

    def likeness(a: str, b: str) -> float:
        up, down = paths.get(a, (a,)), paths.get(b, (b,))
        common = 0
        for x, y in zip(up, down, strict=False):
            if x != y:
                break
            common += 1
        return 2 * common / (len(up) + len(down))

    def distance(a: Themes, b: Themes) -> float:
        if a == b:
            return 0.0
        if not a or not b:
            return 1.0
        best = [max(likeness(x, y) for y in b) for x in sorted(a)] + [max(likeness(x, y) for x in a) for y in sorted(b)]
        return 1.0 - sum(best) / len(best)

    return distance
