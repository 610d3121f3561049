"""Draws paragraphs with all that lies on them. Decides nothing: places come from the sheet, facts from the session."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.text.chip_row import paint_chip
from gui.text.marks import Marks, named, stacked
from gui.text.mention_shapes import MentionShapes
from gui.text.sheet import Sheet
from models.session import Session


class PagePainter:
    """Paints onto a painter whose origin is the top left of the text column."""

    def __init__(self, painter: QPainter, sheet: Sheet, session: Session, marks: Marks) -> None:
        self._painter, self._sheet, self._session, self._marks = painter, sheet, session, marks
        self._theme = sheet.theme
        self._shapes = MentionShapes(painter, sheet, sheet.theme, marks)

    def paragraph(self, n: int) -> None:
        """Draw one paragraph: what lies under the words, the words, what lies over them, the chips."""
        painter, sheet = self._painter, self._sheet
        laid = sheet.laid(n)
        top = sheet.top(n)
        start, end = sheet.display.span(n)
        mentions = self._session.mentions.window(start, end)
        places = stacked(mentions)
        self._grounds(n, start, end)
        self._shapes.under(n, mentions, places)
        painter.setPen(QColor(self._theme.ink))
        laid.layout.draw(painter, QPointF(0, top + laid.first))
        self._marks.named[n] = signed = named(self._session, start, end)
        self._shapes.over(n, mentions, places, signed)
        for item in laid.chips:
            hovered = self._marks.chip == (item.chip.section, item.chip.theme)
            paint_chip(painter, item, QPointF(0, top), self._theme, sheet.zoom, hovered=hovered)

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
