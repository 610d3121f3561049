"""What is to be seen on a page besides its layer: selection, finds, the selected mention."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from gui.i18n import named as name_of
from models.display import DisplayMap
from models.labels import LabelSet
from models.mentions import Mention, lanes
from models.session import Session
from models.text import Span

NAMED_AGAIN = 1_500
"""A mention bears its label's mark unless one of the same label begins at most so many characters before it."""


class Ranges:
    """Ranges of the text in order, asked for those that meet a part of it."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = sorted(spans)
        self._starts = [a for a, _ in self.spans]
        self._longest = max((b - a for a, b in self.spans), default=0)

    def meeting(self, start: int, end: int) -> list[Span]:
        """The ranges that meet [start, end)."""
        low = bisect_left(self._starts, start - self._longest)
        return [(a, b) for a, b in self.spans[low : bisect_left(self._starts, end)] if b > start]


@dataclass
class Marks:
    """What the view adds to what the layer holds."""

    labels: LabelSet | None = None
    selection: Ranges = field(default_factory=Ranges)
    mention: str | None = None
    section: str | None = None
    hovered: str | None = None
    chip: tuple[str, str] | None = None
    """The chip under the pointer: section and theme."""
    hits: Ranges = field(default_factory=Ranges)
    hit: Span | None = None
    hatched: Ranges = field(default_factory=Ranges)
    commented: frozenset[str] = frozenset()
    """Ids of sections and mentions with a comment that is not settled."""
    named: dict[int, frozenset[str]] = field(default_factory=dict)
    """For each paragraph that was painted, the mentions that bear their label's mark there."""

    def sign(self, label: str) -> str:
        """The first character of a label's name."""
        row = self.labels.label_by_id.get(label) if self.labels else None
        return name_of(row)[:1] if row else label[:1]


@dataclass(frozen=True, slots=True)
class Stacked:
    """How deep a mention nests: `below` mentions' lines stand between it and the words, of `deep` at its place."""

    lane: int
    below: int
    deep: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a layer holds in a paragraph: its mentions in text order, how they nest, those with their label's mark."""

    mentions: list[Mention]
    places: dict[str, Stacked]
    named: frozenset[str]

    @staticmethod
    def of(session: Session, start: int, end: int) -> Facts:
        """The facts of the paragraph that shows [start, end)."""
        mentions = session.mentions.window(start, end)
        return Facts(mentions, stacked(mentions), named(session, start, end))


def stacked(mentions: list[Mention]) -> dict[str, Stacked]:
    """The places of mentions in text order that nest or overlap: the innermost line nearest to the words."""
    found: dict[str, Stacked] = {}
    lane_of = lanes(mentions)
    group: list[Mention] = []
    reach = -1
    for mention in [*mentions, None]:
        if mention is None or mention.start >= reach:
            deep = max((lane_of[m.id] for m in group), default=0)
            for m in group:
                found[m.id] = Stacked(lane_of[m.id], deep - lane_of[m.id], deep)
            group = []
        if mention is not None:
            group.append(mention)
            reach = max(reach, mention.end)
    return found


def named(session: Session, start: int, end: int) -> frozenset[str]:
    """The mentions beginning in [start, end) that bear their label's mark: the first of a label in their section."""
    section = session.outline.at(start)
    low = max(start - NAMED_AGAIN, section.start if section else 0)
    last: dict[str, int] = {}
    found = set()
    for mention in session.mentions.window(low, end):
        at = mention.start
        if at >= start and at - last.get(mention.label, -NAMED_AGAIN) >= NAMED_AGAIN:
            found.add(mention.id)
        if at >= low:
            last[mention.label] = at
    return frozenset(found)


def named_otherwise(session: Session, display: DisplayMap, marks: Marks, paragraphs: Iterable[int]) -> list[int]:
    """Those of the painted paragraphs in which other mentions bear their label's mark now."""
    return [n for n in paragraphs if n in marks.named and marks.named[n] != named(session, *display.span(n))]


def commented(session: Session) -> frozenset[str]:
    """The ids of what has a comment that is not settled."""
    return frozenset(c.target for c in session.comments.values() if not c.resolved)
