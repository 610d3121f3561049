"""Precision, recall and F1 of labelled spans: strict, by overlap, by characters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from models.review.measures.value import Value
from models.text import Span

Labelled = tuple[str, tuple[Span, ...]]
"""A label and the fragments it stands on, in order."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What two annotators have in common (`hits`), and how much each has."""

    hits: int = 0
    a: int = 0
    b: int = 0

    def __add__(self, other: Hits) -> Hits:
        return Hits(self.hits + other.hits, self.a + other.a, self.b + other.b)

    @property
    def precision(self) -> Value:
        """The share of b's that a has too; undefined where b has none."""
        return Value(self.hits / self.b) if self.b else Value(None, "nothing")

    @property
    def recall(self) -> Value:
        """The share of a's that b has too; undefined where a has none."""
        return Value(self.hits / self.a) if self.a else Value(None, "nothing")

    @property
    def f1(self) -> Value:
        """The harmonic mean of both; undefined where neither has any."""
        return Value(2 * self.hits / (self.a + self.b)) if self.a + self.b else Value(None, "nothing")


def strict(a: Iterable[Labelled], b: Iterable[Labelled]) -> dict[str, Hits]:
    """Same extent and same label, for each label; a mention that stands twice counts twice."""
    left, right = Counter(a), Counter(b)
    hits: Counter[str] = Counter()
    for mention, number in (left & right).items():
        hits[mention[0]] += number
    return _by_label(hits, _labels(left), _labels(right))


def overlap(a: Sequence[Labelled], b: Sequence[Labelled]) -> dict[str, Hits]:
    """Same label and at least one character in common, each mention paired once, for each label.

    As many pairs as possible are made (a maximum matching), so the order of the mentions makes no difference.
    """
    hits = Counter(a[n][0] for n, _ in overlap_pairs(a, b))
    return _by_label(hits, _labels(Counter(a)), _labels(Counter(b)))


def overlap_pairs(a: Sequence[Labelled], b: Sequence[Labelled]) -> list[tuple[int, int]]:
    """The pairs that `overlap` counts, as places in `a` and `b`; the same extents are paired first where possible."""
    chosen: dict[int, int] = {}
    taken: dict[int, int] = {}
    same: dict[Labelled, list[int]] = defaultdict(list)
    for m, mention in enumerate(b):
        same[mention].append(m)
    for n, mention in enumerate(a):
        if rest := same.get(mention):
            chosen[n] = rest.pop(0)
            taken[chosen[n]] = n
    left = [n for n in range(len(a)) if n not in chosen]
    if left and len(taken) < len(b):
        meets = _meeting(a, b, {a[n][0] for n in left})
        for n in left:
            _augment(n, meets, chosen, taken)
    return sorted(chosen.items())


def _augment(start: int, meets: dict[int, list[int]], chosen: dict[int, int], taken: dict[int, int]) -> None:
    """Pair `start` as well if the pairs can be rearranged for it: a shortest augmenting path."""
    came: dict[int, int] = {}
    queue = [start]
    for n in queue:
        for m in meets.get(n, ()):
            if m in came:
                continue
            came[m] = n
            if m in taken:
                queue.append(taken[m])
                continue
            end: int | None = m
            while end is not None:
                n = came[end]
                before = chosen.get(n)
                chosen[n], taken[end] = end, n
                end = before if n != start else None
            return


def _meeting(a: Sequence[Labelled], b: Sequence[Labelled], labels: Set[str]) -> dict[int, list[int]]:
    """For each mention of `a` with one of the labels those of `b` that have it too and a character in common, the
    closest first."""
    spans: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    for side, rows in enumerate((a, b)):
        for n, (label, fragments) in enumerate(rows):
            if label in labels:
                spans[label] += [(start, end, side, n) for start, end in fragments]
    found: dict[int, set[int]] = defaultdict(set)
    for ranges in spans.values():
        open_: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        for start, end, side, n in sorted(ranges):
            for kept in open_:
                kept[:] = [row for row in kept if row[0] > start]
            for _, m in open_[1 - side]:
                found[n if side == 0 else m].add(m if side == 0 else n)
            open_[side].append((end, n))

    return {n: [m for _, m in sorted((_apart(a[n], b[m]), m) for m in places)] for n, places in found.items()}


def _apart(x: Labelled, y: Labelled) -> int:
    return abs(x[1][0][0] - y[1][0][0]) + abs(x[1][-1][1] - y[1][-1][1])


def characters(a: Iterable[Labelled], b: Iterable[Labelled]) -> dict[str, Hits]:
    """Labelled characters in common, for each label; a character under two mentions of one label counts once."""
    left, right = covered(a), covered(b)
    found: dict[str, Hits] = {}
    for label in left.keys() | right.keys():
        x, y = left.get(label, []), right.get(label, [])
        found[label] = Hits(_common(x, y), sum(e - s for s, e in x), sum(e - s for s, e in y))
    return found


def covered(mentions: Iterable[Labelled]) -> dict[str, list[Span]]:
    """For each label the ranges that its mentions cover, in order, overlapping ones joined (touching ones not)."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for label, fragments in mentions:
        spans[label] += fragments
    joined: dict[str, list[Span]] = {}
    for label, rows in spans.items():
        kept: list[Span] = []
        for start, end in sorted(rows):
            if kept and start < kept[-1][1]:
                kept[-1] = kept[-1][0], max(kept[-1][1], end)
            else:
                kept.append((start, end))
        joined[label] = kept
    return joined


def _common(a: list[Span], b: list[Span]) -> int:
    n = m = total = 0
    while n < len(a) and m < len(b):
        total += max(0, min(a[n][1], b[m][1]) - max(a[n][0], b[m][0]))
        if a[n][1] < b[m][1]:
            n += 1
        else:
            m += 1
    return total


def _labels(mentions: Counter[Labelled]) -> Counter[str]:
    found: Counter[str] = Counter()
    for mention, number in mentions.items():
        found[mention[0]] += number
    return found


def _by_label(hits: Counter[str], a: Counter[str], b: Counter[str]) -> dict[str, Hits]:
    return {label: Hits(hits[label], a[label], b[label]) for label in a.keys() | b.keys()}
