"""Draws one of two pages side by side: the words with their mentions, who has a boundary where, the frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.review.pair_sheet import CUT, SideSheet
from gui.review.sides import Cut
from gui.text.faces import small
from gui.text.marks import Facts, Marks
from gui.text.page_painter import PagePainter
from models.session import Session
from models.text import Span

_OVERHANG = 14
_NAME = 11.0


class PairPainter:
    """Paints onto a painter whose origin is the top left of the page's text column."""

    def __init__(
        self, painter: QPainter, sheet: SideSheet, session: Session, marks: Marks, page: int,
        name_cut: Callable[[Cut], str], known: dict[int, Facts],
    ) -> None:  # fmt: skip
        self._painter, self._sheet, self._page, self._name = painter, sheet, page, name_cut
        self._theme = sheet.theme
        self._words = PagePainter(painter, sheet, session, marks, known)

    def paint(self, low: float, high: float, cuts: Mapping[int, tuple[Cut, Cut]], current: tuple[Span, ...]) -> None:
        """Draw what stands between two heights."""
        sheet = self._sheet
        low, high = low - _OVERHANG, high + _OVERHANG
        n = sheet.flow.at(low)
        first = n
        while n < len(sheet.display) and sheet.top(n) <= high:
            self._ground(n, current)
            self._words.paragraph(n, low, high)
            n += 1
        if n == first:
            return
        begin, end = sheet.display.starts[first], sheet.display.ends[n - 1]
        for start, both in cuts.items():
            if begin <= start <= end:
                self._cut(start, both[self._page], chosen=any(a <= start < b for a, b in current))

    def _ground(self, n: int, current: tuple[Span, ...]) -> None:
        """The present difference: a tint under its words and a bar at the margin."""
        sheet, painter, theme = self._sheet, self._painter, self._theme
        parts = list(sheet.segments(n, current))
        if not parts:
            return
        origin = sheet.origin(n)
        painter.translate(0, origin)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selected))
        for part in parts:
            painter.drawRoundedRect(part.whole.adjusted(-2, 1, 2, -1), 3, 3)
        top, bottom = parts[0].top + 2, parts[-1].top + parts[-1].face.pitch - 2
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(-17, top, 3, bottom - top), 1.5, 1.5)
        painter.translate(0, -origin)

    def _cut(self, start: int, cut: Cut, *, chosen: bool) -> None:
        """The line of a boundary that only one page has, or both have in different ways."""
        sheet, painter, theme = self._sheet, self._painter, self._theme
        n = sheet.display.paragraph(start)
        if not sheet.cut_at(n):
            return
        sheet.laid(n)
        y = sheet.top(n) + CUT * sheet.zoom * 0.6
        there = bool(cut.kind)
        font = small(_NAME, bold=chosen and there)
        name = self._name(cut)
        width = QFontMetricsF(font).horizontalAdvance(name)
        pen = QPen(QColor(theme.accent if there else theme.ghost), 1.8 if chosen else 1.3)
        pen.setDashPattern([3.2, 2.2] if there else [1.0, 2.6])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, y), QPointF(max(0.0, sheet.width - width - 8), y))
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if there else theme.faint))
        box = QRectF(sheet.width - width - 2, y - 9, width + 4, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, name)
