"""What form each display paragraph takes: body or heading, with which chips. Follows the outline, knows no pixels."""

from __future__ import annotations

from dataclasses import dataclass

from gui.names import theme_name
from gui.text.faces import Role
from models.display import DisplayMap
from models.labels import LabelSet
from models.outline import CONTINUATION, Outline, Section

MOST_PROPOSED = 3
"""Proposed themes that are shown as chips; the theme picker has them all."""
_HEADINGS = {"masthead": Role.TITLE, "column": Role.COLUMN, "caption": Role.ASIDE, "footer": Role.ASIDE,
             "boilerplate": Role.ASIDE}  # fmt: skip
_ASIDES = ("masthead", "caption", "footer", "boilerplate")
_WITHOUT_THEMES = ("masthead", "column", "caption", "footer", "boilerplate", "subsection", CONTINUATION)
"""Kinds that are seldom given a theme: no chip invites to it where there is none."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A theme under a heading. `rank` is 0 for an accepted theme, else its place among those proposed; the chip that
    adds a theme has no theme."""

    section: str
    theme: str
    name: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """How one display paragraph is set. `bold` is the UTF-16 length of a heading that runs into its text, `tight` says
    that it goes on with the heading or the small print above it."""

    start: int
    end: int
    role: Role
    indented: bool = True
    bold: int = 0
    gap: bool = False
    tight: bool = False
    chips: tuple[Chip, ...] = ()
    chips_above: bool = False


class Forms:
    """The forms of a text's display paragraphs under one outline, worked out when they are asked for."""

    def __init__(self, display: DisplayMap, outline: Outline, labels: LabelSet | None, add_chip: str) -> None:
        self._display, self._outline, self._labels, self._add_chip = display, outline, labels, add_chip
        self._known: dict[int, Form] = {}

    def __getitem__(self, n: int) -> Form:
        form = self._known.get(n)
        if form is None:
            form = self._known[n] = self._form(n)
        return form

    def _form(self, n: int) -> Form:
        display = self._display
        start, end = display.span(n)
        role, section = self._role(n)
        tight = n > 0 and role is not Role.BODY and self._role(n - 1)[0] is role
        if section is None:
            return Form(start, end, role, gap=display.gap(n), tight=tight)
        above, below = self._chips(n, section)
        heading_end = section.heading_end or 0
        runs_in = start < heading_end < end
        return Form(
            start, end, role,
            indented=not display.continued(n) and not self._resumes(n, section),
            bold=display.shown(n).to_unit(heading_end) if runs_in else 0,
            gap=display.gap(n),
            tight=tight,
            chips=above or below,
            chips_above=bool(above),
        )  # fmt: skip

    def _resumes(self, n: int, section: Section) -> bool:
        """Whether the paragraph goes on in the middle of what was interrupted."""
        return section.kind == CONTINUATION and (n == 0 or self._display.ends[n - 1] <= section.start)

    def _role(self, n: int) -> tuple[Role, Section | None]:
        start, end = self._display.span(n)
        section = self._outline.at(start)
        if section is None:
            return (Role.ASIDE if len(self._outline) else Role.BODY), None
        if section.heading_end is not None and start < section.heading_end >= end:
            return self._heading_role(section), section
        return Role.ASIDE if section.kind in _ASIDES else Role.BODY, section

    def _heading_role(self, section: Section) -> Role:
        if section.kind in _HEADINGS:
            return _HEADINGS[section.kind]
        return Role.HEADING if section.level <= 2 and section.kind != "subsection" else Role.SUBHEADING

    def _chips(self, n: int, section: Section) -> tuple[tuple[Chip, ...], tuple[Chip, ...]]:
        """The chips above and below paragraph `n`: below a heading; above a section without one on lines of its own."""
        display = self._display
        start, end = display.span(n)
        last = n + 1 == len(display)
        heading_end = section.heading_end or 0
        block = start < heading_end and end <= heading_end
        if block and (last or display.starts[n + 1] >= heading_end):
            return (), self._section_chips(section, block=True)
        first = n == 0 or display.ends[n - 1] <= section.start
        if first and display.paragraph(max(section.start, heading_end - 1)) == n and not block:
            return self._section_chips(section, block=False), ()
        return (), ()

    def _section_chips(self, section: Section, *, block: bool) -> tuple[Chip, ...]:
        chips = [Chip(section.id, theme, theme_name(self._labels, theme)) for theme in section.themes]
        proposed = [s for s in section.suggested if s.id not in section.themes][:MOST_PROPOSED]
        for rank, suggestion in enumerate(proposed, 1):
            chips.append(Chip(section.id, suggestion.id, theme_name(self._labels, suggestion.id), rank))
        if chips or (block and section.kind not in _WITHOUT_THEMES):
            chips.append(Chip(section.id, "", self._add_chip))
        return tuple(chips)
