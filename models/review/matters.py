"""What there is to settle in a bulletin: each matter with everybody's vote, and what comes of the votes.

Values are plain and hashable, the same in memory and in JSON (tuples there become lists): boundary true or false;
level a number; kind (kind, start of the section it resumes or None); heading its end or None; themes their ids;
mention ((label, canonical form or None), …) for one extent, empty for nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.decision import Decision, Key
from models.mentions import Mention
from models.outline import Section
from models.review.sides import Side
from models.text import Span

Outcome = Any
Fragments = tuple[Span, ...]
Votes = tuple[tuple[str, Outcome], ...]
"""Each annotator and what they have, in the order of the layers."""

ALL, MAJORITY, DECIDED, OPEN, HAND = "all", "majority", "decided", "open", "hand"
"""How a matter came to its outcome. HAND: the gold layer was edited otherwise than by a decision, or imported. What is
OPEN has a provisional outcome."""

ATTRIBUTES = ("level", "kind", "heading", "themes")


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter at one place. `contested` says that the votes alone do not settle it, whether or not it is decided."""

    matter: str
    place: str
    start: int
    end: int
    votes: Votes
    outcome: Outcome
    how: str
    contested: bool
    decision: Decision | None = None
    unsure: frozenset[str] = frozenset()

    @property
    def key(self) -> Key:
        return self.matter, self.place

    @property
    def settled(self) -> bool:
        return self.how != OPEN

    @property
    def changed(self) -> bool:
        """Whether somebody's vote is another than when it was decided."""
        return self.decision is not None and thaw(self.decision.votes) != thaw(freeze(dict(self.votes)))


@dataclass(frozen=True)
class Settlement:
    """All matters of a bulletin in dependency order: boundaries, then what sections are, then mentions."""

    matters: dict[Key, Matter] = field(default_factory=dict)
    starts: tuple[int, ...] = ()
    extents: tuple[Fragments, ...] = ()

    def at(self, matter: str, place: str | int) -> Matter | None:
        return self.matters.get((matter, str(place)))


@dataclass(frozen=True, slots=True)
class Basis:
    """What a settlement rests on: the sides, the decisions that hold, gold items without a proof, the policy."""

    sides: Sequence[Side]
    decided: Mapping[Key, Decision] = field(default_factory=dict)
    hand: Mapping[Key, Outcome] = field(default_factory=dict)
    policy: str = ALL


def freeze(outcome: Outcome) -> str:
    """An outcome or votes as JSON."""
    return json.dumps(outcome, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def thaw(text: str) -> Outcome:
    """What `freeze` wrote, lists as tuples."""

    def tuples(value: Outcome) -> Outcome:
        if isinstance(value, list):
            return tuple(tuples(v) for v in value)
        return {k: tuples(v) for k, v in value.items()} if isinstance(value, dict) else value

    return tuples(json.loads(text))


def place_of(fragments: Fragments) -> str:
    """How a mention's extent is written in a decision: "58 61;70 72"."""
    return ";".join(f"{a} {b}" for a, b in fragments)


def fragments_of(place: str) -> Fragments:
    """The extent that `place_of` wrote."""
    return tuple((int(a), int(b)) for a, b in (part.split(" ") for part in place.split(";")))


def settle(basis: Basis) -> Settlement:
    """Every matter with its outcome: decided, else agreed by the policy, else open."""
    matters: dict[Key, Matter] = {}
    starts: list[int] = []
    for matter in _boundaries(basis):
        matters[matter.key] = matter
        if matter.settled and matter.outcome:
            starts.append(matter.start)
    for attribute in ATTRIBUTES:
        for start in starts:
            matter = _attribute(basis, attribute, start)
            matters[matter.key] = matter
    extents: list[Fragments] = []
    for fragments, matter in _mentions(basis):
        extents.append(fragments)
        matters[matter.key] = matter
    return Settlement(matters, tuple(starts), tuple(extents))


# Boundaries -----------------------------------------------------------------------------------------------------------


def _places(basis: Basis, matter: str) -> set[str]:
    return {place for kind, place in (*basis.decided, *basis.hand) if kind == matter}


def _boundaries(basis: Basis) -> Iterable[Matter]:
    found = {start for side in basis.sides for start in side.starts}
    for start in sorted(found | set(map(int, _places(basis, "boundary")))):
        votes = tuple((side.annotator, start in side.starts) for side in basis.sides)
        unsure = frozenset(s.annotator for s in basis.sides if start in s.starts and s.starts[start].unsure)
        agreed = majority([has for _, has in votes], basis.policy)
        yield _matter(basis, "boundary", str(start), (start, start + 1), votes, agreed, False, unsure)


def value_of(attribute: str, section: Section, side: Side) -> Outcome:
    """What a section has as its level, kind, heading or themes."""
    match attribute:
        case "level":
            return section.level
        case "kind":
            return section.kind, side.resumed(section)
        case "heading":
            return section.heading_end
        case _:
            return tuple(sorted(set(section.themes)))


_UNTOUCHED = object()

_DEFAULTS: dict[str, Outcome] = {"level": 1, "kind": ("article", None), "heading": None, "themes": ()}


def _attribute(basis: Basis, attribute: str, start: int) -> Matter:
    holders = [side for side in basis.sides if start in side.starts]
    votes = tuple((side.annotator, value_of(attribute, side.starts[start], side)) for side in holders)
    values = [value for _, value in votes]
    ends = [side.starts[start].heading_end or 0 for side in holders]
    if attribute == "themes":
        agreed, otherwise = _themes(values, basis.policy)
    else:
        agreed = majority(values, basis.policy)
        otherwise = Counter(values).most_common(1)[0][0] if values else _DEFAULTS[attribute]
    extent = (start, max([start + 1, *ends]))
    return _matter(basis, attribute, str(start), extent, votes, agreed, otherwise)


def _themes(values: list[Outcome], policy: str) -> tuple[Outcome, Outcome]:
    """The agreed themes (None where they are open), and those that stand meanwhile: what is agreed of them."""
    counts = Counter(theme for value in values for theme in value)
    if policy == MAJORITY:
        firm = tuple(sorted(theme for theme, n in counts.items() if 2 * n > len(values)))
        tie = any(2 * n == len(values) for n in counts.values())
    else:
        firm = tuple(sorted(theme for theme, n in counts.items() if n == len(values)))
        tie = len(set(values)) > 1
    agreed = None if tie or not values else (ALL if len(set(values)) == 1 else MAJORITY, firm)
    return agreed, firm


# Mentions -------------------------------------------------------------------------------------------------------------


def _mentions(basis: Basis) -> Iterable[tuple[Fragments, Matter]]:
    extents: dict[Fragments, None] = {}
    for side in basis.sides:
        extents.update(dict.fromkeys(side.extents))
    extents.update(dict.fromkeys(map(fragments_of, sorted(_places(basis, "mention")))))
    for fragments in sorted(extents, key=lambda f: (f[0][0], -f[-1][1], f)):
        votes: list[tuple[str, Outcome]] = []
        unsure: set[str] = set()
        for side in basis.sides:
            rows = side.extents.get(fragments, ())
            votes.append((side.annotator, _labels(rows, side)))
            unsure.update(side.annotator for m in rows if m.unsure)
        agreed = majority([value for _, value in votes], basis.policy, _label_key)
        if agreed is not None:
            agreed = agreed[0], _with_canonical(agreed[1], votes)
        extent = (fragments[0][0], fragments[-1][1])
        yield (
            fragments,
            _matter(basis, "mention", place_of(fragments), extent, tuple(votes), agreed, (), frozenset(unsure)),
        )


def _labels(mentions: Iterable[Mention], side: Side) -> Outcome:
    found = {(m.label, side.canonicals.get(m.entity) if m.entity else None) for m in mentions}
    return tuple(sorted(found, key=str)) if len(found) > 1 else tuple(found)


def _label_key(value: Outcome) -> Outcome:
    return tuple(label for label, _ in value)


def _with_canonical(value: Outcome, votes: Sequence[tuple[str, Outcome]]) -> Outcome:
    """The labels, each with the canonical form that all who gave one agree on."""
    if all(vote == value for _, vote in votes):
        return value
    found = []
    for label in _label_key(value):
        names = {name for _, vote in votes for other, name in vote if other == label and name}
        found.append((label, names.pop() if len(names) == 1 else None))
    return tuple(found)


# ----------------------------------------------------------------------------------------------------------------------


def majority(
    values: Sequence[Outcome], policy: str, key: Callable[[Outcome], Outcome] = lambda value: value
) -> tuple[str, Outcome] | None:
    """How the values agree and on what; None where they do not, or nobody votes.

    Under ALL everybody must have the same, under MAJORITY more than half. `key` is what has to be the same.
    """
    if not values:
        return None
    if values.count(values[0]) == len(values):
        return ALL, values[0]
    kept: dict[Outcome, Outcome] = {}
    counts: Counter[Outcome] = Counter()
    for value in values:
        counts[key(value)] += 1
        kept.setdefault(key(value), value)
    best, number = counts.most_common(1)[0]
    if number == len(values):
        return ALL, kept[best]
    return (MAJORITY, kept[best]) if policy == MAJORITY and 2 * number > len(values) else None


def _matter(
    basis: Basis, matter: str, place: str, extent: Span, votes: Votes, agreed: tuple[str, Outcome] | None,
    otherwise: Outcome, unsure: frozenset[str] = frozenset(),
) -> Matter:  # fmt: skip
    decision = basis.decided.get((matter, place))
    by_hand = basis.hand.get((matter, place), _UNTOUCHED)
    if by_hand is not _UNTOUCHED and (decision is not None or agreed is None or agreed[1] != by_hand):
        outcome, how = by_hand, HAND
    elif decision is not None:
        outcome, how = thaw(decision.outcome), DECIDED
    elif agreed is not None:
        how, outcome = agreed
    else:
        outcome, how = otherwise, OPEN
    # Where nobody votes there is nothing to differ about.
    contested = agreed is None and bool(votes)
    return Matter(matter, place, *extent, votes, outcome, how, contested, decision, unsure)
