"""The reviewer's work, counted: actions (a key or a click each) from what was proposed to what was settled.

A boundary is inserted or deleted with one action, a level or kind corrected with one. A mention is deleted, relabelled
or its extent changed with one, added with two (select, label); a string that lacks its mark in several places costs its
two once, and one more for all the other places together (tag all).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.text import landing

Place = tuple[int, str]
"""A section's level and kind."""
Marked = tuple[str, int, int]
"""A mention's label and range."""
_FRESH: Place = (1, "article")
"""What a section is where nobody has said anything yet."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Actions from the proposal, and from nothing."""

    actions: int = 0
    scratch: int = 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(self.actions + other.actions, self.scratch + other.scratch)

    @property
    def ratio(self) -> float | None:
        """The share of the work that is left; None where there was none to do."""
        return self.actions / self.scratch if self.scratch else None

    @property
    def shown(self) -> str:
        """The ratio with two decimals; a dash where it is undefined."""
        return "—" if self.ratio is None else f"{self.ratio:.2f}"


def mention_effort(text: str, proposed: Iterable[Marked], settled: Iterable[Marked]) -> Effort:
    """The work on mentions. White space on either side of a mention is not counted."""
    gold = _trimmed(text, settled)
    return Effort(_mentions(text, _trimmed(text, proposed), gold), _mentions(text, set(), gold))


def section_effort(text: str, proposed: Mapping[int, Place], settled: Mapping[int, Place]) -> Effort:
    """The work on an outline, given as level and kind by start. Boundaries are where they show: at what is no space."""
    found = {landing(text, start): place for start, place in proposed.items()}
    gold = {landing(text, start): place for start, place in settled.items()}
    return Effort(_sections(found, gold), _sections({}, gold))


def _sections(found: Mapping[int, Place], gold: Mapping[int, Place]) -> int:
    actions = len(found.keys() ^ gold.keys())
    for start, (level, kind) in gold.items():
        old_level, old_kind = found.get(start, _FRESH)
        actions += (level != old_level) + (kind != old_kind)
    return actions


def _trimmed(text: str, mentions: Iterable[Marked]) -> set[Marked]:
    found = set()
    for label, start, end in mentions:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        found.add((label, start, end))
    return found


def _mentions(text: str, found: set[Marked], gold: set[Marked]) -> int:
    extra, missing = found - gold, gold - found
    spans = {(start, end) for _, start, end in missing}
    relabelled = {mention for mention in extra if mention[1:] in spans}
    actions = len(relabelled)
    extra -= relabelled
    missing -= {mention for mention in missing if mention[1:] in {other[1:] for other in relabelled}}
    for mention in sorted(missing, key=lambda m: (m[1], m[2], m[0])):
        label, start, end = mention
        touching = [m for m in extra if m[0] == label and m[1] < end and start < m[2]]
        if touching:
            actions += 1
            extra.discard(min(touching))
            missing.discard(mention)
    strings = Counter(("".join(text[start:end].split()), label) for label, start, end in missing)
    return actions + len(extra) + sum(2 + (count > 1) for count in strings.values())
