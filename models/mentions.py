"""Mentions: labelled spans of text, perhaps in several fragments, perhaps linked to an entity.

Mentions may nest and overlap. Every operation returns a `Change` and alters nothing.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.changes import MANUAL, Change, Origin, change
from models.errors import UserError
from models.text import Span, new_id, quote, trim

_WIDE = 256
"""Mentions wider than this are kept apart, so that one of them does not slow every window query."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions of one layer name."""

    id: str
    layer: str
    canonical: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled span. `fragments` are in order and do not touch; `confirmed` is False for an open suggestion."""

    id: str
    layer: str
    label: str
    fragments: tuple[Span, ...]
    entity: str | None = None
    confirmed: bool = True
    unsure: bool = False
    origin: Origin = MANUAL
    extra: str = ""

    @property
    def start(self) -> int:
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        return self.fragments[-1][1]


def _key(mention: Mention) -> tuple[int, int, str]:
    return mention.start, -mention.end, mention.id


class MentionIndex:
    """The mentions of one layer in text order, hosts before what nests in them."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self._rows: dict[str, Mention] = {m.id: m for m in mentions}
        ordered = sorted(self._rows.values(), key=_key)
        self._narrow = [_key(m) for m in ordered if m.end - m.start <= _WIDE]
        self._broad = [_key(m) for m in ordered if m.end - m.start > _WIDE]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Mention]:
        """All mentions in text order."""
        return (self._rows[key[2]] for key in heapq.merge(self._narrow, self._broad))

    def __contains__(self, mention_id: object) -> bool:
        return mention_id in self._rows

    def __getitem__(self, mention_id: str) -> Mention:
        return self._rows[mention_id]

    def window(self, start: int, end: int) -> list[Mention]:
        """The mentions that meet [start, end), in text order. A fragment's gap counts as met."""
        low = bisect_left(self._narrow, (start - _WIDE,))
        high = bisect_left(self._narrow, (end,))
        found = [key for key in self._narrow[low:high] if -key[1] > start]
        wide = [key for key in self._broad[: bisect_left(self._broad, (end,))] if -key[1] > start]
        return [self._rows[key[2]] for key in (sorted(found + wide) if wide else found)]

    def at(self, offset: int) -> list[Mention]:
        """The mentions with a fragment over the character at `offset`, the shortest first."""
        hits = [m for m in self.window(offset, offset + 1) if any(a <= offset < b for a, b in m.fragments)]
        return sorted(hits, key=lambda m: m.end - m.start)

    def apply(self, step: Change, layer: str) -> None:
        """Take over a change; rows of other types and layers are passed over."""
        for item in step.before:
            if isinstance(item, Mention) and item.layer == layer and (old := self._rows.pop(item.id, None)):
                rows = self._rows_for(old)
                del rows[bisect_left(rows, _key(old))]
        for item in step.after:
            if isinstance(item, Mention) and item.layer == layer:
                self._rows[item.id] = item
                insort(self._rows_for(item), _key(item))

    def _rows_for(self, mention: Mention) -> list[tuple[int, int, str]]:
        return self._narrow if mention.end - mention.start <= _WIDE else self._broad


def lanes(mentions: Iterable[Mention]) -> dict[str, int]:
    """A lane for each mention, such that no two of one lane overlap: 0 for hosts, deeper for what nests or overlaps.

    Takes mentions in text order, as `MentionIndex.window` gives them.
    """
    free_at: list[int] = []
    found: dict[str, int] = {}
    for mention in mentions:
        lane = next((n for n, end in enumerate(free_at) if end <= mention.start), len(free_at))
        if lane == len(free_at):
            free_at.append(0)
        free_at[lane] = mention.end
        found[mention.id] = lane
    return found


def tidy(content: str, fragments: Iterable[Span]) -> tuple[Span, ...]:
    """Fragments in order, trimmed of white space, touching ones joined. Raises UserError when nothing is left."""
    joined: list[Span] = []
    for a, b in sorted(trim(content, max(0, a), min(len(content), b)) for a, b in fragments):
        if a >= b:
            continue
        if joined and a <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(b, joined[-1][1]))
        else:
            joined.append((a, b))
    if not joined:
        raise UserError("Nothing is selected that could be tagged.", code="mention.empty")
    return tuple(joined)


def add(content: str, layer: str, label: str, fragments: Iterable[Span], *, entity: str | None = None) -> Change:
    """Tag the fragments with `label`."""
    made = Mention(new_id(), layer, label, tidy(content, fragments), entity)
    return change("mention.add", [], [made], args=(label, content[made.start : made.end]), layer=layer)


def relabel(mentions: Iterable[Mention], label: str) -> Change:
    """Give the mentions another label; what was a suggestion is confirmed thereby."""
    before = list(mentions)
    after = [replace(m, label=label, confirmed=True) for m in before]
    return _step("mention.relabel", before, after, label)


def remove(mentions: Iterable[Mention]) -> Change:
    """Take the mentions away."""
    return _step("mention.remove", list(mentions), [])


def accept(mentions: Iterable[Mention]) -> Change:
    """Confirm suggestions."""
    before = [m for m in mentions if not m.confirmed]
    return _step("mention.accept", before, [replace(m, confirmed=True) for m in before])


def reject(mentions: Iterable[Mention]) -> Change:
    """Refuse suggestions: they leave the layer (the journal and the suggestion layer keep them)."""
    return _step("mention.reject", [m for m in mentions if not m.confirmed], [])


def resize(content: str, mention: Mention, start: int, end: int) -> Change:
    """Move the outer ends of a mention. Fragments left outside are dropped, and the gap before them: an end that falls
    into a gap is that of the last fragment left. Raises UserError on an empty extent."""
    if not 0 <= start < end <= len(content):
        raise UserError("A mention needs at least one character.", code="mention.empty")
    kept = [(max(a, start), min(b, end)) for a, b in mention.fragments if a < end and b > start]
    if not kept:
        raise UserError("A mention needs at least one character.", code="mention.empty")
    if start < mention.start:
        kept[0] = (start, kept[0][1])
    if end > mention.end:
        kept[-1] = (kept[-1][0], end)
    after = replace(mention, fragments=tidy(content, kept), confirmed=True)
    return _step("mention.resize", [mention], [after], content[after.start : after.end])


def add_fragment(content: str, mention: Mention, start: int, end: int) -> Change:
    """Add a range to a discontinuous mention."""
    after = replace(mention, fragments=tidy(content, [*mention.fragments, (start, end)]), confirmed=True)
    return _step("mention.fragment", [mention], [after])


def set_unsure(mention: Mention, unsure: bool) -> Change:
    """Mark the mention as unsure, or take the mark away."""
    return _step("mention.unsure", [mention], [replace(mention, unsure=unsure)])


def occurrences(content: str, mention: Mention) -> list[Span]:
    """Every other place where the mention's words stand, also across line breaks that only the page made.

    Places that overlap one another are counted once, the mention's own place is left out.
    """
    words = quote(content, mention.start, mention.end).split()
    if not words:
        return []
    broken = r"(?:[^\S\n]*\n\s*)?"
    pattern = re.compile(r"\s+".join(broken.join(re.escape(char) for char in word) for word in words))
    return [hit.span() for hit in pattern.finditer(content) if hit.end() <= mention.start or hit.start() >= mention.end]


def tag_all(content: str, index: MentionIndex, mention: Mention, places: Iterable[Span]) -> Change:
    """Tag `places` as the mention is tagged. A mention of just that extent is relabelled, never doubled.

    What a mention of the same label names already stays so where the given one names nothing.
    """
    before: list[Mention] = []
    after: list[Mention] = []
    for start, end in places:
        same = [m for m in index.window(start, end) if m.fragments == ((start, end),)]
        if any(m.label == mention.label and m.confirmed for m in same):
            continue
        if same:
            before.append(same[0])
            kept = same[0].entity if same[0].label == mention.label else None
            after.append(replace(same[0], label=mention.label, entity=mention.entity or kept, confirmed=True))
        else:
            after.append(Mention(new_id(), mention.layer, mention.label, ((start, end),), mention.entity))
    return _step("mention.all", before, after, mention.label, content[mention.start : mention.end], str(len(after)))


def link(mentions: Iterable[Mention], entity: Entity | None, *, existing: Entity | None = None) -> Change:
    """Let the mentions name `entity` (None: none). Pass `existing` when the entity is stored already, to rename it."""
    before: list[Mention] = list(mentions)
    after = [replace(m, entity=entity.id if entity else None) for m in before]
    old: list[Mention | Entity] = [*([existing] if existing else []), *before]
    new: list[Mention | Entity] = [*([entity] if entity else []), *after]
    layer = before[0].layer if before else entity.layer if entity else None
    return change("mention.link", old, new, args=(entity.canonical if entity else "",), layer=layer)


def _step(name: str, before: list[Mention], after: list[Mention], *args: str) -> Change:
    rows = before or after
    return change(name, before, after, args=args, layer=rows[0].layer if rows else None)
