"""A layer under review as the pages show it, and where two of them differ."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.bulletins import Bulletin
from models.outline import CONTINUATION
from models.review.differences import MENTIONS, Difference
from models.review.matters import fragments_of
from models.review.reviewing import Review
from models.review.sides import Side
from models.session import Session
from models.text import Span, Text, landing

LINE = 40
"""So many characters of a line stand for the boundary before it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What a page says at a boundary that the two pages differ about; empty where the layer has none."""

    start: int
    level: int | None = None
    kind: str = ""


def session_of(bulletin: Bulletin, side: Side) -> Session:
    """A side as a session to look at. It has no open suggestions and no comments."""
    standing = {s.id for s in side.sections if s.kind != CONTINUATION}
    sections = []
    for section in side.sections:
        # What it resumed may be a suggestion that nobody accepted.
        lost = section.continues is not None and section.continues not in standing
        sections.append(replace(section, continues=None) if lost else section)
    return Session(bulletin, Text(side.content), side.layer, sections, side.mentions, side.entities, [])


def cuts_of(one: Side, other: Side) -> dict[int, tuple[Cut, Cut]]:
    """The starts at which two sides differ in boundary, level or kind, with what each of them has there."""
    found: dict[int, tuple[Cut, Cut]] = {}
    for start in sorted(one.starts.keys() | other.starts.keys()):
        cuts = _cut(one, start), _cut(other, start)
        if cuts[0] != cuts[1]:
            found[start] = cuts
    return found


def _cut(side: Side, start: int) -> Cut:
    section = side.starts.get(start)
    return Cut(start) if section is None else Cut(start, section.level, section.kind)


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Names without what all begin with, where that is no Latin word: 标注员甲 and 标注员乙 are 甲 and 乙."""
    shared = 0
    if len(names) > 1:
        while all(name[shared : shared + 1] == names[0][shared : shared + 1] != "" for name in names):
            shared += 1
    if (names[:1] and names[0][:shared].isascii()) or any(len(name) == shared for name in names):
        shared = 0
    return {name: name[shared:] for name in names}


def annotators(review: Review) -> list[str]:
    """Who has a layer under review, in the order of their keys."""
    return [side.annotator for side in review.sides]


def spans_of(difference: Difference, content: str, starts: Sequence[int]) -> tuple[Span, ...]:
    """The words that a difference is about: the mention's fragments, or how the lines begin that its boundaries or its
    section stand before. `starts` are all sections' starts in order, so that no words of the next one are taken in."""
    if difference.stage == MENTIONS:
        return tuple(sorted({span for _, place in difference.keys for span in fragments_of(place)}))
    found = []
    for start in sorted({int(place) for _, place in difference.keys}):
        line = content.find("\n", start)
        end = min(line if line >= 0 else len(content), start + LINE)
        if difference.kind in ("heading", "themes"):
            end = max(end, difference.end)
        later = bisect_right(starts, start)
        limit = starts[later] if later < len(starts) else len(content)
        found.append((start, max(start + 1, start + len(content[start : min(end, limit)].rstrip()))))
    return tuple(found)


def mention_of(side: Side, difference: Difference) -> str | None:
    """The mention that a side has where a difference is about mentions; None where it has none."""
    if difference.stage != MENTIONS:
        return None
    rows = (side.extents.get(fragments_of(place), []) for _, place in difference.keys)
    return next((row[0].id for row in rows if row), None)


def target_of(review: Review, difference: Difference) -> str:
    """The gold item that a comment on a difference belongs to: its mention, else the section that holds it; empty
    where the gold layer has none there."""
    if difference.stage == MENTIONS:
        places = {fragments_of(place) for _, place in difference.keys}
        found = next((m.id for m in review.gold.mentions if m.fragments in places), "")
        if found:
            return found
    held = [s for s in review.gold.sections if landing(review.content, s.start) <= difference.start]
    return max(held, key=lambda s: s.start).id if held else ""
