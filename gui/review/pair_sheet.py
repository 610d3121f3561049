"""Two pages of one text, set so that every paragraph begins at the same height on both."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from gui.text.chip_row import ChipBox
from gui.text.faces import SPACING
from gui.text.forms import Chip, Form, Forms
from gui.text.sheet import Laid, Sheet
from gui.theme import Theme
from models.display import DisplayMap
from models.outline import Section

CUT = 22.0
"""Room above a paragraph for the line that says who has a boundary there, at a zoom of 1."""
_KEPT = 600


class ReadForms(Forms):
    """Forms of a page that is only read: nothing invites to add a theme."""

    def _section_chips(self, section: Section, *, block: bool) -> tuple[Chip, ...]:
        return tuple(chip for chip in super()._section_chips(section, block=block) if chip.theme)


class SideSheet(Sheet):
    """One of two sheets over the same display: each paragraph takes the room that the larger of the two needs."""

    def __init__(
        self, display: DisplayMap, forms: Forms, theme: Theme, width: float, zoom: float = 1.0,
        spacing: float = SPACING, cuts: Set[int] = frozenset(),
    ) -> None:  # fmt: skip
        super().__init__(display, forms, theme, width, zoom, spacing)
        self._cuts = cuts
        self._alone: dict[int, Laid] = {}
        self._partner: SideSheet = self

    @staticmethod
    def pair(left: SideSheet, right: SideSheet) -> None:
        """Let two sheets stand side by side: they share their heights."""
        left._partner, right._partner = right, left
        right.flow, right.grown = left.flow, left.grown

    def forget(self) -> None:
        """Lay everything out anew when it is next looked at."""
        super().forget()
        self._alone.clear()

    def cut_at(self, n: int) -> bool:
        """Whether there is room for a boundary's line above paragraph `n`."""
        return self.display.starts[n] in self._cuts

    def _by_itself(self, n: int) -> Laid:
        """The paragraph as it would stand without the other page."""
        found = self._alone.get(n)
        if found is None:
            if len(self._alone) > _KEPT:
                self._alone.clear()
            found = super()._lay(n, self.forms[n])
            if self.cut_at(n):
                found = _lowered(found, CUT * self.zoom, all_chips=True)
            self._alone[n] = found
        return found

    def _lay(self, n: int, form: Form) -> Laid:
        mine, other = self._by_itself(n), self._partner._by_itself(n)
        found = _lowered(mine, max(0.0, other.first - mine.first))
        below = other.height + max(0.0, mine.first - other.first)
        return replace(found, height=max(found.height, below))


def _lowered(laid: Laid, by: float, *, all_chips: bool = False) -> Laid:
    """The paragraph with its words, and the chips under them (or all), further down."""
    if not by:
        return laid
    chips = laid.chips
    if all_chips or not laid.form.chips_above:
        chips = [ChipBox(c.chip, c.text, c.box.translated(0, by)) for c in chips]
    return replace(laid, first=laid.first + by, height=laid.height + by, chips=chips)
