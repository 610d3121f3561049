"""Two layers of one bulletin, compared: what the agreement measures count, and where in the text they count it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import zip_longest

from models.review.lines import Lines
from models.review.measures.distances import Themes
from models.review.measures.segmentation import Edits, edits, window, window_errors
from models.review.measures.spans import Hits, Labelled, characters, covered, overlap, strict
from models.review.measures.unitizing import disagreement
from models.review.sides import Side


@dataclass(frozen=True, slots=True)
class Met:
    """A place [start, end) for which both annotators gave a value."""

    start: int
    end: int
    a: Hashable
    b: Hashable


@dataclass(frozen=True, slots=True)
class Compared:
    """What two annotators made of one bulletin.

    `edits` are in lines, `windows` (WindowDiff errors, Pk errors, windows). `levels` and `kinds` are of the boundaries
    that both have, `themes` (sets) of the sections whose start both have, `labels` of the mentions of one extent.
    `unitized` is observed and expected disagreement.
    """

    bulletin: str
    boundaries: Hits
    edits: Edits
    windows: tuple[int, int, int]
    levels: tuple[Met, ...]
    kinds: tuple[Met, ...]
    themes: tuple[Met, ...]
    strict: dict[str, Hits]
    overlap: dict[str, Hits]
    characters: dict[str, Hits]
    labels: tuple[Met, ...]
    unitized: tuple[float, float]


def compare(a: Side, b: Side, lines: Lines) -> Compared:
    """Compare two sides of one bulletin, whose lines are `lines`."""
    left, right = set(a.boundaries), set(b.boundaries)
    p, q = lines.positions(a.boundaries), lines.positions(b.boundaries)
    k = window(max(1, len(lines)), len(p) + 1, len(q) + 1)
    both = [(at, a.starts[at], b.starts[at]) for at in a.boundaries if at in right]
    shared = [(at, a.starts[at], b.starts[at]) for at in a.starts if at in b.starts]
    mine: list[Labelled] = [(m.label, m.fragments) for m in a.mentions]
    theirs: list[Labelled] = [(m.label, m.fragments) for m in b.mentions]
    return Compared(
        a.layer.bulletin,
        Hits(len(both), len(left), len(right)),
        edits(p, q),
        window_errors(p, q, len(lines), k),
        tuple(Met(at, at + 1, x.level, y.level) for at, x, y in both),
        tuple(Met(at, at + 1, x.kind, y.kind) for at, x, y in both),
        tuple(Met(at, x.heading_end or at + 1, frozenset(x.themes), frozenset(y.themes)) for at, x, y in shared),
        strict(mine, theirs),
        overlap(mine, theirs),
        characters(mine, theirs),
        tuple(_labels(a, b)),
        _unitized(mine, theirs, len(a.content)),
    )


def _labels(a: Side, b: Side) -> list[Met]:
    """The labels of mentions with the same extent. Several of one extent are paired label by label, the rest in order;
    those left over have no counterpart."""
    found: list[Met] = []
    for fragments, rows in a.extents.items():
        others = b.extents.get(fragments)
        if not others:
            continue
        if len(rows) == len(others) == 1:
            found.append(Met(fragments[0][0], fragments[-1][1], rows[0].label, others[0].label))
            continue
        mine, theirs = [m.label for m in rows], [m.label for m in others]
        same = [label for label in dict.fromkeys(mine) for _ in range(min(mine.count(label), theirs.count(label)))]
        for label in same:
            mine.remove(label)
            theirs.remove(label)
        pairs = [(label, label) for label in same] + [
            (x, y) for x, y in zip_longest(sorted(mine), sorted(theirs)) if x is not None and y is not None
        ]
        found += [Met(fragments[0][0], fragments[-1][1], x, y) for x, y in pairs]
    return found


def _unitized(a: list[Labelled], b: list[Labelled], length: int) -> tuple[float, float]:
    left, right = covered(a), covered(b)
    sums = [disagreement([left.get(label, []), right.get(label, [])], length) for label in left.keys() | right.keys()]
    return float(sum(o for o, _ in sums)), float(sum(e for _, e in sums))


def theme_sets(met: Met) -> tuple[Themes, Themes]:
    """The two theme sets of an item of `Compared.themes`."""
    if not isinstance(met.a, frozenset) or not isinstance(met.b, frozenset):
        raise TypeError(met)
    return met.a, met.b
