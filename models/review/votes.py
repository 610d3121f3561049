"""The votes of the layers under review, and what comes of them: what is decided, else what is agreed, else open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from models.decision import Decision, Key
from models.mentions import Mention
from models.review.clashes import Clash, clashes
from models.review.lines import Lines
from models.review.matters import (
    ALL,
    ATTRIBUTES,
    DECIDED,
    HAND,
    MAJORITY,
    OPEN,
    Fragments,
    Matter,
    Outcome,
    Settlement,
    fragments_of,
    place_of,
    thaw,
    value_of,
)
from models.review.sides import Side
from models.text import Span

Agreed = tuple[str, Outcome]
"""How votes agree (ALL or MAJORITY), and on what."""


class Counted:
    """The votes of some layers on every matter, as they alone settle it under a policy.

    They are counted once for a review: whatever is decided in it, nobody's vote becomes another.
    """

    def __init__(self, sides: Sequence[Side], policy: str = ALL) -> None:
        self.sides, self.policy = tuple(sides), policy
        self._sections: dict[Key, Matter] = {}

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.sides[0].content)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where anybody has a section, in order."""
        return tuple(sorted({start for side in self.sides for start in side.starts}))

    def boundary(self, start: int) -> Matter:
        """Whether a section begins at `start`."""
        return self._known(("boundary", str(start)), lambda: _boundary(self, start))

    def attribute(self, name: str, start: int) -> Matter:
        """What the section that begins at `start` is."""
        return self._known((name, str(start)), lambda: _attribute(self, name, start))

    def _known(self, key: Key, make: Callable[[], Matter]) -> Matter:
        found = self._sections.get(key)
        if found is None:
            found = self._sections[key] = make()
        return found

    @cached_property
    def mentions(self) -> Mapping[Key, Matter]:
        """The mentions that anybody has, in text order."""
        extents = {fragments for side in self.sides for fragments in side.extents}
        rows = (self.mention(fragments) for fragments in sorted(extents, key=_text_order))
        return {row.key: row for row in rows}

    def mention(self, fragments: Fragments) -> Matter:
        """The mentions of one extent."""
        return _mention(self, fragments)

    @cached_property
    def clashes(self) -> Sequence[Clash]:
        """The mentions that votes alone do not settle, those together that speak against each other."""
        return clashes(self.sides[0].content, [m for m in self.mentions.values() if m.contested])


def settle(
    counted: Counted, decided: Mapping[Key, Decision] | None = None, hand: Mapping[Key, Outcome] | None = None
) -> Settlement:
    """Every matter with its outcome: edited by hand, else decided, else agreed by the policy, else open.

    `decided` are the decisions that hold, `hand` is what was edited in the gold layer otherwise than by one.
    """
    decided, hand = decided or {}, hand or {}

    def settled(matter: Matter) -> Matter:
        key = matter.key
        return _settled(matter, decided.get(key), hand.get(key, _UNTOUCHED))

    named = decided.keys() | hand.keys()
    matters: dict[Key, Matter] = {}
    starts: list[int] = []
    for start in sorted({*counted.starts, *(int(place) for kind, place in named if kind == "boundary")}):
        matter = settled(counted.boundary(start))
        matters[matter.key] = matter
        if matter.settled and matter.outcome:
            starts.append(start)
    for name in ATTRIBUTES:
        for start in starts:
            matter = settled(counted.attribute(name, start))
            matters[matter.key] = matter
    mentions = dict(counted.mentions)
    places = [key for key in named if key[0] == "mention"]
    for key in places:
        mentions[key] = settled(counted.mentions.get(key) or counted.mention(fragments_of(key[1])))
    if len(mentions) > len(counted.mentions):
        mentions = dict(sorted(mentions.items(), key=lambda row: _text_order(fragments_of(row[0][1]))))
    return Settlement({**matters, **mentions}, tuple(starts))


_UNTOUCHED = object()


def _settled(matter: Matter, decision: Decision | None, by_hand: Outcome) -> Matter:
    """A matter as the votes leave it, with what was decided or edited."""
    if by_hand is not _UNTOUCHED and (decision is not None or matter.how == OPEN or matter.outcome != by_hand):
        return replace(matter, outcome=by_hand, how=HAND, decision=decision)
    if decision is not None:
        return replace(matter, outcome=thaw(decision.outcome), how=DECIDED, decision=decision)
    return matter


def _text_order(fragments: Fragments) -> tuple[int, int, Fragments]:
    return fragments[0][0], -fragments[-1][1], fragments


# What votes come to ---------------------------------------------------------------------------------------------------


def majority(
    values: Sequence[Outcome], policy: str, key: Callable[[Outcome], Outcome] = lambda value: value
) -> Agreed | None:
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
    matter: str, place: str, extent: Span, votes: Sequence[tuple[str, Outcome]], agreed: Agreed | None,
    otherwise: Outcome, unsure: Iterable[str] = (),
) -> Matter:  # fmt: skip
    how, outcome = agreed or (OPEN, otherwise)
    # Where nobody votes there is nothing to differ about.
    contested = agreed is None and bool(votes)
    return Matter(matter, place, *extent, tuple(votes), outcome, how, contested, None, frozenset(unsure))


def _boundary(counted: Counted, start: int) -> Matter:
    votes = [(side.annotator, start in side.starts) for side in counted.sides]
    unsure = [s.annotator for s in counted.sides if start in s.starts and s.starts[start].unsure]
    agreed = majority([has for _, has in votes], counted.policy)
    return _matter("boundary", str(start), (start, start + 1), votes, agreed, False, unsure)


_DEFAULTS: dict[str, Outcome] = {"level": 1, "kind": ("article", None), "heading": None, "themes": ()}


def _attribute(counted: Counted, attribute: str, start: int) -> Matter:
    holders = [side for side in counted.sides if start in side.starts]
    votes = [(side.annotator, value_of(attribute, side.starts[start], side)) for side in holders]
    values = [value for _, value in votes]
    ends = [side.starts[start].heading_end or 0 for side in holders]
    if attribute == "themes":
        agreed, otherwise = _themes(values, counted.policy)
    else:
        agreed = majority(values, counted.policy)
        # Of equally frequent ones the same in everybody's copy, in whatever order it knows the annotators.
        named = Counter(value for _, value in sorted(votes, key=lambda vote: vote[0]))
        otherwise = named.most_common(1)[0][0] if named else _DEFAULTS[attribute]
    return _matter(attribute, str(start), (start, max([start + 1, *ends])), votes, agreed, otherwise)


def _themes(values: list[Outcome], policy: str) -> tuple[Agreed | None, Outcome]:
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


def _mention(counted: Counted, fragments: Fragments) -> Matter:
    votes: list[tuple[str, Outcome]] = []
    unsure: list[str] = []
    for side in counted.sides:
        rows = side.extents.get(fragments, ())
        votes.append((side.annotator, _labels(rows, side)))
        unsure += [side.annotator for m in rows if m.unsure]
    agreed = majority([value for _, value in votes], counted.policy, _label_key)
    if agreed is not None:
        agreed = agreed[0], _with_canonical(agreed[1], votes)
    extent = (fragments[0][0], fragments[-1][1])
    return _matter("mention", place_of(fragments), extent, votes, agreed, (), unsure)


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
