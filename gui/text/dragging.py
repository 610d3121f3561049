"""Dragging a boundary by its handle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.text.layouts import Layouts


@dataclass(frozen=True, slots=True)
class Drag:
    """A boundary under way: whose it is and where it would fall now."""

    section: str
    offset: int

    def moved(self, layouts: Layouts, x: float, y: float, *, by_character: bool) -> Drag:
        """Where the boundary falls with the mouse at a point: on the nearest paragraph, or on the character itself."""
        if by_character:
            return Drag(self.section, layouts.offset_at(max(0.0, x), y))
        n = layouts.paragraph_at_y(y)
        after = n + 1 < len(layouts.map.paragraphs) and y - layouts.tops[n] > layouts.heights[n] / 2
        return Drag(self.section, layouts.map.paragraphs[n + 1 if after else n].start)

    def paint(self, painter: QPainter, layouts: Layouts) -> None:
        """Draw the line on which the boundary would fall."""
        caret = layouts.caret(self.offset)
        pen = QPen(QColor(layouts.theme.accent), 1.6, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        y = caret.top() - 1
        painter.drawLine(QPointF(-24, y), QPointF(layouts.width, y))
        painter.drawLine(QPointF(caret.left(), y), QPointF(caret.left(), caret.bottom()))
