"""Agreement on boundaries over a row of units (a bulletin's lines that hold text).

Position p, from 1 on, is the place before unit p; `length` is the number of units.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate
from operator import ne

NEAR = 2
"""How many positions a near miss spans: neighbours only, as in segeval."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What turns one row of boundaries into the other: `near` are pairs of positions, `only_a` and `only_b` are missed
    altogether."""

    matches: tuple[int, ...]
    near: tuple[tuple[int, int], ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]


def edits(a: Collection[int], b: Collection[int], span: int = NEAR) -> Edits:
    """The boundary edit distance of Fournier (2013), Evaluating Text Segmentation using Boundary Edit Distance.

    Near misses are found from left to right, the closest first, none sharing a boundary with another; each pair is
    (position of `a`, position of `b`).
    """
    left, right = set(a), set(b)
    matches = left & right
    left -= matches
    right -= matches
    near: list[tuple[int, int]] = []
    for distance in range(1, span):
        for p in sorted(left | right):
            q = p + distance
            if p in left and q in right:
                near.append((p, q))
                left.remove(p)
                right.remove(q)
            elif p in right and q in left:
                near.append((q, p))
                left.remove(q)
                right.remove(p)
    return Edits(tuple(sorted(matches)), tuple(near), tuple(sorted(left)), tuple(sorted(right)))


def similarity(found: Edits, span: int = NEAR) -> tuple[float, int]:
    """Boundary similarity B as (agreement, of how many); their quotient is B.

    A match counts 1, a near miss by `d` positions 1 - d/span, a missed boundary 0.
    """
    credit = sum(1 - abs(p - q) / span for p, q in found.near)
    of = len(found.matches) + len(found.near) + len(found.only_a) + len(found.only_b)
    return len(found.matches) + credit, of


def window(length: int, sections_a: int, sections_b: int) -> int:
    """Half the mean section of the pair in units, at least 2, halves rounded to even."""
    return max(2, round(length / (sections_a + sections_b)))


def window_errors(a: Collection[int], b: Collection[int], length: int, k: int) -> tuple[int, int, int]:
    """How many windows of `k` positions WindowDiff and Pk count as errors, and how many windows there are.

    WindowDiff (Pevzner and Hearst 2002) compares the numbers of boundaries in a window, Pk (Beeferman and others 1999)
    whether there are any. With one `k` for both directions they are the same from either side.
    """
    if length <= k:
        return 0, 0, 0
    below = _sums(a, length)
    above = _sums(b, length)
    gap = [x - y for x, y in zip(below, above, strict=True)]
    differ = sum(map(ne, gap, gap[k:]))
    probes = sum(map(ne, map(ne, below, below[k:]), map(ne, above, above[k:])))
    return differ, probes, length - k


def _sums(positions: Collection[int], length: int) -> list[int]:
    marks = [0] * length
    for p in positions:
        marks[p] = 1
    return list(accumulate(marks))
