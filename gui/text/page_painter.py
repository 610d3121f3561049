"""Draws paragraphs with all that lies on them. Decides nothing: places come from the sheet, facts from the session."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.text.chip_row import paint_chip
from gui.text.marks import Facts, Marks
from gui.text.mention_shapes import MentionShapes
from gui.text.sheet import Sheet
from models.session import Session


class PagePainter:
    """Paints onto a painter whose origin is the top left of the text column. `known` keeps the facts of a layer that
    does not change."""

    def __init__(
        self, painter: QPainter, sheet: Sheet, session: Session, marks: Marks, known: dict[int, Facts] | None = None
    ) -> None:
        self._painter, self._sheet, self._session, self._marks = painter, sheet, session, marks
        self._known = {} if known is None else known
        self._theme = sheet.theme
        self._shapes = MentionShapes(painter, sheet, sheet.theme, marks)

    def paragraph(self, n: int, low: float, high: float) -> None:
        """Draw one paragraph between two heights: what lies under the words, the words, what is over them, the chips.

        Whole lines are drawn, and what hangs over the lines beside them.
        """
        painter, sheet = self._painter, self._sheet
        laid, origin = sheet.laid(n), sheet.origin(n)
        pitch = laid.face.pitch
        lines = sheet.lines(n, low - pitch, high + pitch)
        first, last = sheet.shown_on(n, lines)
        facts = self._known.get(n)
        if facts is None:
            facts = self._known[n] = Facts.of(self._session, *sheet.display.span(n))
        seen = [m for m in facts.mentions if m.start < last and m.end > first]
        painter.translate(0, origin)
        self._grounds(n, first, last)
        self._shapes.under(n, laid, seen, facts.places)
        painter.setPen(QColor(self._theme.ink))
        if lines:
            laid.layout.draw(painter, QPointF(), [], QRectF(0, lines.start * pitch, sheet.width, len(lines) * pitch))
        self._marks.named[n] = facts.named
        self._shapes.over(n, laid, seen, facts.places, facts.named)
        for item in laid.chips:
            hovered = self._marks.chip == (item.chip.section, item.chip.theme)
            paint_chip(painter, item, QPointF(0, -laid.first), self._theme, sheet.zoom, hovered=hovered)
        painter.translate(0, -origin)

    def _grounds(self, n: int, start: int, end: int) -> None:
        """Selection, finds and hatches of a paragraph."""
        theme, marks = self._theme, self._marks
        for part in self._sheet.segments(n, marks.hatched.meeting(start, end)):
            brush = QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern)
            self._painter.fillRect(part.whole, brush)
        for hit in marks.hits.meeting(start, end):
            now = hit == marks.hit
            for part in self._sheet.segments(n, [hit]):
                box = self._words_box(part.whole)
                self._painter.setPen(QPen(QColor(theme.accent), 1) if now else Qt.PenStyle.NoPen)
                self._painter.setBrush(QColor(theme.hit_now if now else theme.hit))
                self._painter.drawRoundedRect(box, 2.5, 2.5)
        for part in self._sheet.segments(n, marks.selection.meeting(start, end)):
            self._painter.fillRect(part.whole, QColor(theme.marked))

    @staticmethod
    def _words_box(line: QRectF) -> QRectF:
        return line.adjusted(0.5, line.height() * 0.1, -0.5, -line.height() * 0.08)
