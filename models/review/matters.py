"""What there is to settle in a bulletin: each matter with everybody's vote, and what comes of the votes.

Values are plain and hashable, the same in memory and in JSON (tuples there become lists): boundary true or false;
level a number; kind (kind, start of the section it resumes or None); heading its end or None; themes their ids;
mention ((label, canonical form or None), …) for one extent, empty for nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from models.decision import Decision, Key
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

    def at(self, matter: str, place: str | int) -> Matter | None:
        return self.matters.get((matter, str(place)))

    @property
    def mentions(self) -> list[Matter]:
        """The matters of mentions, in text order."""
        return [m for m in self.matters.values() if m.matter == "mention"]


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
