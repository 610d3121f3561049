"""Krippendorff's unitized alpha: agreement on where labelled units lie in a text.

Krippendorff, K. (1995), On the reliability of unitizing continuous data; (2004), Content Analysis, section 11.6. The
expected disagreement comes from all places at which the units and gaps of all annotators could meet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from models.review.measures.value import Value
from models.text import Span


def disagreement(layers: Sequence[Sequence[Span]], length: int) -> tuple[float, float]:
    """Observed and expected disagreement about one label in a text of `length` characters, both times length squared.

    Each layer holds one annotator's units of that label, in order and without overlap; their characters may touch.
    """
    if not any(layers) or len(layers) < 2:
        return 0.0, 0.0
    observed = sum(_observed(a, b) for n, a in enumerate(layers) for b in layers[:n])
    return 2 * observed / (len(layers) * (len(layers) - 1)), _expected(layers, length)


def alpha_u(labels: Sequence[Sequence[Sequence[Span]]], length: int) -> Value:
    """Unitized alpha over several labels of one text; `labels` holds what `disagreement` takes for each of them.

    Undefined where nobody marked anything.
    """
    sums = [disagreement(layers, length) for layers in labels]
    expected = sum(e for _, e in sums)
    return Value(1 - sum(o for o, _ in sums) / expected) if expected else Value(None, "nothing")


def _observed(a: Sequence[Span], b: Sequence[Span]) -> int:
    """The squared differences of two annotators' units: of both ends where units meet, of the whole unit where one lies
    in the other's gap."""
    total = 0
    m = 0
    lonely = set(range(len(b)))
    for start, end in a:
        while m < len(b) and b[m][1] <= start:
            m += 1
        n = m
        while n < len(b) and b[n][0] < end:
            total += (start - b[n][0]) ** 2 + (end - b[n][1]) ** 2
            lonely.discard(n)
            n += 1
        if n == m:
            total += (end - start) ** 2
    return total + sum((b[n][1] - b[n][0]) ** 2 for n in lonely)


def _expected(layers: Sequence[Sequence[Span]], length: int) -> float:
    units = [end - start for layer in layers for start, end in layer]
    gaps = sorted(_gaps(layers, length))
    tails = [0]
    for gap in reversed(gaps):
        tails.append(tails[-1] + gap)
    total = 0.0
    for size in units:
        first = bisect_left(gaps, size)
        wide = len(gaps) - first
        places = tails[wide] - wide * (size - 1)
        total += (len(units) - 1) * (2 * size**3 - 3 * size**2 + size) / 3 + size**2 * places
    everything = len(layers) * length
    below = everything * (everything - 1) - sum(size * (size - 1) for size in units)
    return 2 * length * total / below if below else 0.0


def _gaps(layers: Sequence[Sequence[Span]], length: int) -> list[int]:
    found: list[int] = []
    for layer in layers:
        at = 0
        for start, end in layer:
            if start > at:
                found.append(start - at)
            at = end
        if length > at:
            found.append(length - at)
    return found
