"""The outline: the ordered sections of one layer, a partition of the text from its first section on.

Invariants, whatever is done: starts increase strictly and lie inside the text; levels are 0 to `DEEPEST`; a heading
lies inside its section; a continuation resumes an earlier section that is no continuation itself.
Every operation returns a `Change` and alters nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from models.changes import MANUAL, Change, Origin, change
from models.errors import UserError
from models.text import Span, new_id

DEEPEST = 9
MASTHEAD = "masthead"
CONTINUATION = "continuation"


@dataclass(frozen=True, slots=True)
class ThemeSuggestion:
    """A theme proposed for a section; `words` are those that speak for it."""

    id: str
    confidence: float | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline. `heading_end` ends the heading that begins at `start`; None where there is no heading.

    `confirmed` is False while the section is a suggestion that nobody accepted; `extra` holds unknown keys of an
    imported file as JSON.
    """

    id: str
    layer: str
    start: int
    level: int
    kind: str
    heading_end: int | None = None
    themes: tuple[str, ...] = ()
    suggested: tuple[ThemeSuggestion, ...] = ()
    continues: str | None = None
    confirmed: bool = True
    unsure: bool = False
    origin: Origin = MANUAL
    extra: str = ""

    @property
    def heading(self) -> Span | None:
        return None if self.heading_end is None else (self.start, self.heading_end)


@dataclass(frozen=True)
class Outline:
    """Sections in order over a text of `length` characters."""

    layer: str
    length: int
    sections: tuple[Section, ...] = ()

    @staticmethod
    def of(layer: str, length: int, sections: Iterable[Section]) -> Outline:
        """An outline from sections in any order. Raises UserError where they break an invariant."""
        outline = Outline(layer, length, tuple(sorted(sections, key=lambda s: s.start)))
        outline.check()
        return outline

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return tuple(section.start for section in self.sections)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {section.id: n for n, section in enumerate(self.sections)}

    @cached_property
    def parents(self) -> tuple[int | None, ...]:
        """For each section the place of its parent: the nearest earlier section of a lower level."""
        found: list[int | None] = []
        path: list[int] = []
        for n, section in enumerate(self.sections):
            while path and self.sections[path[-1]].level >= section.level:
                path.pop()
            found.append(path[-1] if path else None)
            path.append(n)
        return tuple(found)

    def __len__(self) -> int:
        return len(self.sections)

    def __iter__(self) -> Iterator[Section]:
        return iter(self.sections)

    def __getitem__(self, place: int) -> Section:
        return self.sections[place]

    def place(self, section_id: str) -> int:
        """Where the section stands; KeyError when it is not of this outline."""
        return self._places[section_id]

    def __contains__(self, section_id: object) -> bool:
        return section_id in self._places

    def at(self, offset: int) -> Section | None:
        """The section that holds `offset`; None before the first one."""
        n = bisect_right(self.starts, offset) - 1
        return self.sections[n] if n >= 0 else None

    def end(self, section: Section) -> int:
        """Where the section ends, exclusive: the next boundary or the end of the text. Children are not counted in."""
        n = self.place(section.id) + 1
        return self.sections[n].start if n < len(self.sections) else self.length

    def applied(self, step: Change) -> Outline:
        """The outline after a change; rows of other types and layers are passed over."""
        rows = {s.id: s for s in self.sections}
        for item in step.before:
            if isinstance(item, Section) and item.layer == self.layer:
                rows.pop(item.id, None)
        for item in step.after:
            if isinstance(item, Section) and item.layer == self.layer:
                rows[item.id] = item
        return Outline(self.layer, self.length, tuple(sorted(rows.values(), key=lambda s: s.start)))

    def check(self) -> None:
        """Raise UserError at the first broken invariant, saying which section breaks it."""
        before = -1
        for n, section in enumerate(self.sections):
            where = f"Section {n + 1} (start {section.start})"
            if not before < section.start < max(self.length, 1):
                raise UserError(f"{where} does not lie after the one before it and inside the text.")
            before = section.start
            if not 0 <= section.level <= DEEPEST:
                raise UserError(f"{where} has level {section.level}; levels run from 0 to {DEEPEST}.")
            end = self.sections[n + 1].start if n + 1 < len(self.sections) else self.length
            if section.heading_end is not None and not section.start < section.heading_end <= end:
                raise UserError(f"{where} has a heading that does not lie inside it.")
            if section.continues is not None:
                place = self._places.get(section.continues)
                resumed = None if place is None or place >= n else self.sections[place]
                if section.kind != CONTINUATION or resumed is None or resumed.kind == CONTINUATION:
                    raise UserError(f"{where} continues no earlier section.")

    # Operations -------------------------------------------------------------------------------------------------

    def split(self, offset: int, *, kind: str | None = None, level: int | None = None) -> Change:
        """A boundary at `offset`. The themes stay on the first part and are proposed on the second.

        Before the first section it makes a new first one. Raises UserError where a boundary stands already.
        """
        if not 0 <= offset < self.length:
            raise UserError("There is no text to split here.", code="split.outside")
        host = self.at(offset)
        if host is None:
            made = Section(new_id(), self.layer, offset, 1, kind or "article")
            return _step(self, "section.split", [], [replace(made, level=made.level if level is None else level)])
        if host.start == offset:
            raise UserError("A boundary stands here already.", code="split.exists")
        first, heading_end = host, None
        if host.heading_end is not None and host.heading_end > offset:
            first, heading_end = replace(host, heading_end=offset), host.heading_end
        shown = {s.id for s in host.suggested}
        beside = max(1, host.level) if host.kind == MASTHEAD else host.level
        made = Section(
            new_id(),
            self.layer,
            offset,
            level=beside if level is None else level,
            kind=kind or ("article" if host.kind in (MASTHEAD, CONTINUATION) else host.kind),
            heading_end=heading_end,
            suggested=tuple(ThemeSuggestion(t) for t in host.themes if t not in shown) + host.suggested,
        )
        return _step(self, "section.split", [host], [first, made])

    def merge(self, section: Section) -> Change:
        """Take the boundary away: the section joins the one before it, their themes are united.

        Raises UserError for the first section.
        """
        n = self.place(section.id)
        if n == 0:
            raise UserError("The first section has none before it to merge with.", code="merge.first")
        host = self.sections[n - 1]
        themes = host.themes + tuple(t for t in section.themes if t not in host.themes)
        known = set(themes) | {s.id for s in host.suggested}
        suggested = tuple(s for s in host.suggested if s.id not in themes)
        suggested += tuple(s for s in section.suggested if s.id not in known)
        merged = replace(host, themes=themes, suggested=suggested, unsure=host.unsure or section.unsure)
        root = host.continues if host.kind == CONTINUATION else host.id
        return _step(self, "section.merge", *_without(self, section, root, [host], [merged]))

    def move(self, section: Section, offset: int) -> Change:
        """Move the boundary to `offset`, between its neighbours. The heading's end stays where it still fits."""
        n = self.place(section.id)
        low = self.sections[n - 1].start + 1 if n else 0
        high = self.end(section)
        if not low <= offset < high:
            raise UserError("A boundary cannot pass the one next to it.", code="move.neighbour")
        moved = replace(section, start=offset, confirmed=True)
        if moved.heading_end is not None and moved.heading_end <= offset:
            moved = replace(moved, heading_end=None)
        before, after = [section], [moved]
        if n and (host := self.sections[n - 1]).heading_end is not None and host.heading_end > offset:
            before.append(host)
            after.append(replace(host, heading_end=offset))
        return _step(self, "section.move", before, after)

    def relevel(self, section: Section, by: int) -> Change:
        """Promote (`by` < 0) or demote (`by` > 0) the section with its children."""
        family = (section, *descendants(self, section))
        if min(s.level for s in family) + by < 0:
            raise UserError("A section on level 0 cannot be promoted.", code="promote.top")
        if max(s.level for s in family) + by > DEEPEST:
            raise UserError(f"Sections go down to level {DEEPEST} at most.", code="demote.bottom")
        name = "section.promote" if by < 0 else "section.demote"
        after = [replace(s, level=s.level + by, confirmed=s.confirmed or s.id == section.id) for s in family]
        return _step(self, name, family, after)

    def set_kind(self, section: Section, kind: str) -> Change:
        """Give the section another kind. A continuation resumes the nearest section it can."""
        if kind == CONTINUATION:
            resumed = self.resumable(section)
            if not resumed:
                raise UserError("No section before this one can be continued.", code="continue.none")
            return self.resume(section, resumed[0])
        after = replace(section, kind=kind, continues=None, confirmed=True)
        return _step(self, "section.kind", [section], [after], kind)

    def resumable(self, section: Section) -> tuple[Section, ...]:
        """The earlier sections this one may continue, the likeliest first: those on its own level, then the nearest."""
        n = self.place(section.id)
        earlier = [s for s in reversed(self.sections[:n]) if s.kind != CONTINUATION]
        return tuple(sorted(earlier, key=lambda s: (s.level != section.level, s.kind in ("caption", "boilerplate"))))

    def resume(self, section: Section, resumed: Section) -> Change:
        """Mark the section as the continuation of `resumed`, on its level; its heading is not repeated."""
        n = self.place(section.id)
        if resumed.kind == CONTINUATION or self.place(resumed.id) >= n:
            raise UserError("A continuation resumes an earlier section.", code="continue.later")
        after = replace(
            section, kind=CONTINUATION, continues=resumed.id, level=resumed.level, heading_end=None, confirmed=True
        )
        followers = [s for s in self.sections if s.continues == section.id]
        moved = [replace(s, continues=resumed.id, level=resumed.level) for s in followers]
        return _step(self, "section.continue", [section, *followers], [after, *moved])

    def set_heading(self, section: Section, end: int | None) -> Change:
        """Set where the heading ends (exclusive), or take the heading away with None."""
        if end is not None and not section.start < end <= self.end(section):
            raise UserError("A heading ends inside its own section.", code="heading.outside")
        return _step(self, "section.heading", [section], [replace(section, heading_end=end, confirmed=True)])

    def accept(self, sections: Iterable[Section]) -> Change:
        """Confirm suggested boundaries as they stand."""
        taken = [s for s in sections if not s.confirmed]
        return _step(self, "section.accept", taken, [replace(s, confirmed=True) for s in taken])

    def set_themes(self, section: Section, themes: Iterable[str]) -> Change:
        """The section's themes from now on, in this order; what is taken is no suggestion any more."""
        chosen = tuple(dict.fromkeys(themes))
        suggested = tuple(s for s in section.suggested if s.id not in chosen)
        after = replace(section, themes=chosen, suggested=suggested)
        return _step(self, "section.themes", [section], [after], *(t for t in chosen if t not in section.themes))

    def reject_theme(self, section: Section, theme: str) -> Change:
        """Drop a theme that is only proposed."""
        after = replace(section, suggested=tuple(s for s in section.suggested if s.id != theme))
        return _step(self, "section.theme.reject", [section], [after], theme)

    def set_unsure(self, section: Section, unsure: bool) -> Change:
        """Mark the section as unsure, or take the mark away."""
        return _step(self, "section.unsure", [section], [replace(section, unsure=unsure)])


def reshaped(step: Change) -> set[str]:
    """The layers whose boundaries, levels, headings or continuations a change touches (themes and marks are none)."""
    old = {s.id: s for s in step.before if isinstance(s, Section)}
    new = {s.id: s for s in step.after if isinstance(s, Section)}
    return {s.layer for key, s in {**old, **new}.items() if _shape(old.get(key)) != _shape(new.get(key))}


def _shape(section: Section | None) -> tuple[object, ...]:
    if section is None:
        return ()
    return section.layer, section.start, section.level, section.heading_end, section.kind, section.continues


def descendants(outline: Outline, section: Section) -> tuple[Section, ...]:
    """The sections below this one, in order."""
    n = outline.place(section.id) + 1
    stop = n
    while stop < len(outline) and outline[stop].level > section.level:
        stop += 1
    return outline.sections[n:stop]


def parts(outline: Outline, section: Section) -> tuple[Section, ...]:
    """A discontinuous section whole: the section and every continuation that resumes it, in order."""
    root = section.continues or section.id
    return tuple(s for s in outline if s.id == root or s.continues == root)


def _without(
    outline: Outline, gone: Section, root: str | None, before: list[Section], after: list[Section]
) -> tuple[list[Section], list[Section]]:
    """Take a section away; the continuations that resumed it resume `root` instead."""
    before = [*before, gone]
    for other in outline:
        if other.continues == gone.id:
            before.append(other)
            after.append(replace(other, continues=root))
    return before, after


def _step(outline: Outline, name: str, before: Iterable[Section], after: Iterable[Section], *args: str) -> Change:
    return change(name, before, after, args=args, layer=outline.layer)
