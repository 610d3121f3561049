"""The gutter: a band for each section over its children, and a handle at each boundary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.text.faces import GUTTER, small
from gui.text.marks import Marks
from gui.text.mention_shapes import paint_comment
from gui.text.sheet import Sheet
from models.outline import CONTINUATION, Outline, Section

_LEFT, _PITCH, _WIDE = 6.0, 8.0, 4.0
_ROOM = 34.0
"""Of the gutter's width, what bands may take; the rest is for handles and signs."""
_HANDLE_WIDE, _HANDLE_THICK = 14.0, 3.0
RESUMES = "↳"
"""Beside the boundary of a section that goes on with an earlier one."""
_REACH = 7.0
"""How far from a handle's middle it is still grasped."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A boundary's handle: x from the text column's left edge, y from the top of the text."""

    section: Section
    x: float
    y: float


class Bands:
    """The sections of an outline as bands beside a sheet."""

    def __init__(self, sheet: Sheet, outline: Outline) -> None:
        self._sheet, self._outline = sheet, outline
        self._depths, self._ends, self._parents = _family(outline)
        self._pitch = min(_PITCH, (_ROOM - _WIDE) / max(1, max(self._depths, default=0)))

    def handles(self, low: float, high: float) -> Iterator[Handle]:
        """The handles between two heights, from above."""
        first, last = self._visible(low, high)
        for n in range(first, last):
            section = self._outline[n]
            yield Handle(section, self._x(n) + _WIDE + 2, self._top(n))

    def handle_at(self, x: float, y: float) -> Handle | None:
        """The handle under a point; the deepest where several are near."""
        if not -GUTTER <= x <= -4:
            return None
        near = [h for h in self.handles(y - 40, y + 40) if abs(h.y - y) <= _REACH]
        return min(near, key=lambda h: abs(h.y - y), default=None)

    def section_at(self, x: float, y: float) -> Section | None:
        """The section whose band is under a point."""
        if not -GUTTER <= x < -GUTTER + _LEFT + _ROOM:
            return None
        for n in self._meeting(y, y + 1):
            if abs(x - self._x(n) - _WIDE / 2) <= self._pitch / 2:
                return self._outline[n]
        return None

    def paint(self, painter: QPainter, low: float, high: float, marks: Marks) -> None:
        """Draw the bands and handles between two heights."""
        theme = self._sheet.theme
        for n in self._meeting(low, high):
            section = self._outline[n]
            current = section.id == marks.section
            top, bottom = self._top(n), self._bottom(n)
            box = QRectF(self._x(n), max(top, low - 20), _WIDE, 0)
            box.setBottom(max(box.top() + 3, min(bottom, high + 20)))
            if current:
                box.adjust(-0.75, 0, 0.75, 0)
            colour = QColor(theme.kind(self._kind(section)))
            if not section.confirmed and not current:
                colour.setAlphaF(0.55)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, 2, 2)
        for handle in self.handles(low, high):
            self._handle(painter, handle, marks)

    def _handle(self, painter: QPainter, handle: Handle, marks: Marks) -> None:
        section, theme = handle.section, self._sheet.theme
        colour = QColor(theme.accent)
        if not section.confirmed:
            pen = QPen(colour, _HANDLE_THICK - 1, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.8, 1.2])
            painter.setPen(pen)
            painter.drawLine(QPointF(handle.x, handle.y), QPointF(handle.x + _HANDLE_WIDE, handle.y))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(handle.x, handle.y - 1.5, _HANDLE_WIDE, _HANDLE_THICK), 1.5, 1.5)
        y = handle.y + 11
        signs = [(RESUMES, theme.faint)] if section.kind == CONTINUATION else []
        for sign, ink in [*signs, ("?", theme.warning)] if section.unsure else signs:
            painter.setFont(small(12, bold=True))
            painter.setPen(QColor(ink))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(sign)
            painter.drawText(QPointF(handle.x + (_HANDLE_WIDE - wide) / 2, y + 4), sign)
            y += 13
        if section.id in marks.commented:
            paint_comment(painter, QPointF(handle.x + _HANDLE_WIDE / 2, y), theme, 1.0)

    # Places -----------------------------------------------------------------------------------------------------

    def _kind(self, section: Section) -> str:
        """The kind whose colour the band takes: a continuation's is that of the section it continues."""
        if section.kind == CONTINUATION and section.continues is not None and section.continues in self._outline:
            return self._outline[self._outline.place(section.continues)].kind
        return section.kind

    def _x(self, n: int) -> float:
        return -GUTTER + _LEFT + self._depths[n] * self._pitch

    def _first(self, n: int) -> int:
        return self._sheet.display.paragraph(self._outline[n].start)

    def _top(self, n: int) -> float:
        """A little below the top of the section's first paragraph, beside its words."""
        paragraph = self._first(n)
        laid = self._sheet.laid(paragraph)
        return self._sheet.top(paragraph) + min(laid.first, laid.face.above) + 4

    def _bottom(self, n: int) -> float:
        end = self._ends[n]
        if end == len(self._outline):
            return self._sheet.height - 4
        return self._sheet.top(self._sheet.display.paragraph(self._outline[end].start)) - 2

    def _visible(self, low: float, high: float) -> tuple[int, int]:
        """The sections that begin between two heights, as a range of places."""
        sheet = self._sheet
        first, last = sheet.flow.at(low), sheet.flow.at(high)
        starts = self._outline.starts
        begin = sheet.display.ends[first - 1] if first else -1
        return bisect_right(starts, begin), bisect_right(starts, sheet.display.ends[last])

    def _meeting(self, low: float, high: float) -> list[int]:
        """The sections whose bands meet two heights, parents first."""
        first, last = self._visible(low, high)
        above: list[int] = []
        n: int | None = first - 1 if first else None
        while n is not None:
            if self._ends[n] >= first:
                above.append(n)
            n = self._parents[n]
        return [*reversed(above), *range(first, last)]


def _family(outline: Outline) -> tuple[list[int], list[int], list[int | None]]:
    """For each section how many parents it has, the place of the first section after it and its children, its parent.

    A masthead stands beside what follows it, not above it, whatever its level.
    """
    depths: list[int] = []
    ends = [len(outline)] * len(outline)
    parents: list[int | None] = []
    path: list[int] = []
    for n, section in enumerate(outline):
        while path and max(1, outline[path[-1]].level) >= max(1, section.level):
            ends[path.pop()] = n
        parents.append(path[-1] if path else None)
        depths.append(len(path))
        path.append(n)
    return depths, ends, parents
