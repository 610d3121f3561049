"""Mentions that votes alone do not settle, those together that speak against each other, whatever is decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from models.decision import Key
from models.review import patterns
from models.review.matters import Fragments, Matter, Outcome, fragments_of
from models.text import Span


@dataclass(frozen=True, slots=True)
class Say:
    """What some annotators have: a value for each of the difference's keys. `unsure` are those who marked it so."""

    annotators: tuple[str, ...]
    values: tuple[Outcome, ...]
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """Extents of mentions that differ in the same place; `kind` is label, extent or only."""

    kind: str
    span: Span
    keys: tuple[Key, ...]
    says: tuple[Say, ...]
    pattern: str


def clashes(content: str, contested: Sequence[Matter]) -> list[Clash]:
    """The contested mentions, in text order, as differences take them together."""
    return [_clash(content, group) for group in _groups(contested)]


def _groups(contested: Sequence[Matter]) -> list[list[Matter]]:
    """Those together that overlap and that nobody has both of, the longest overlap first."""
    near: dict[int, list[int]] = defaultdict(list)
    reach: list[int] = []
    for n, matter in enumerate(contested):
        reach = [m for m in reach if contested[m].end > matter.start]
        for m in reach:
            near[m].append(n)
            near[n].append(m)
        reach.append(n)
    groups: list[list[Matter]] = []
    used: set[int] = set()
    for n, matter in enumerate(contested):
        if n in used:
            continue
        used.add(n)
        group, has = [matter], holders(matter)
        for m in sorted(near[n], key=lambda m: (-_common(contested[m], matter), m)):
            other = holders(contested[m])
            if m not in used and other and has and not other & has and _common(contested[m], matter):
                used.add(m)
                group.append(contested[m])
                has |= other
        groups.append(sorted(group, key=lambda m: (m.start, -m.end)))
    return groups


def _clash(content: str, group: Sequence[Matter]) -> Clash:
    said = says(group)
    extents: list[Fragments] = [fragments_of(m.place) for m in group]
    votes = {value for _, value in group[0].votes if value}
    kind = "extent" if len(group) > 1 else "label" if len(votes) > 1 else "only"
    shapes = [tuple(tuple(label for label, _ in value) for value in say.values) for say in said]
    pattern = patterns.mention(content, extents, shapes)
    span = min(m.start for m in group), max(m.end for m in group)
    return Clash(kind, span, tuple(m.key for m in group), said, pattern)


def holders(matter: Matter) -> set[str]:
    """Who has anything there."""
    return {annotator for annotator, value in matter.votes if value}


def _common(a: Matter, b: Matter) -> int:
    x, y = fragments_of(a.place), fragments_of(b.place)
    return sum(max(0, min(f, t) - max(s, e)) for s, f in x for e, t in y)


def says(matters: Sequence[Matter]) -> tuple[Say, ...]:
    """The votes on these matters together, equal ones joined; sorted by what is said, not by who says it."""
    votes: dict[str, list[Outcome]] = {}
    for n, matter in enumerate(matters):
        for annotator, value in matter.votes:
            votes.setdefault(annotator, [None] * n).append(value)
    joined: dict[tuple[Outcome, ...], list[str]] = defaultdict(list)
    for annotator, values in votes.items():
        joined[tuple(values)].append(annotator)
    unsure = {annotator for matter in matters for annotator in matter.unsure}
    return tuple(
        Say(tuple(names), values, tuple(name for name in names if name in unsure))
        for values, names in sorted(joined.items(), key=lambda row: (not any(row[0]), [_rank(v) for v in row[0]]))
    )


def _rank(value: Outcome) -> str:
    """Numbers by their size, everything else by its words."""
    return f"{value:12d}" if isinstance(value, int) else str(value)
