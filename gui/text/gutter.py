"""The bands and handles left of the text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.text.layouts import Band, Layouts

_BAND, _STEP, _HANDLE = 4.0, 8.0, 16.0
_REACH = 7.0
_DEEPEST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Handle:
    """A boundary's handle and where it can be seized."""

    section: str
    rect: QRectF


class Gutter:
    """Geometry and painting of the gutter; x runs from minus the gutter's width to 0, where the text begins."""

    def __init__(self, layouts: Layouts) -> None:
        self._layouts = layouts
        self._left = -layouts.style.gutter + 6

    def _x(self, band: Band) -> float:
        return self._left + _STEP * min(band.depth, _DEEPEST_SHOWN)

    def visible(self, paragraphs: range) -> list[Band]:
        """The bands that meet these paragraphs."""
        return [b for b in self._layouts.bands if b.first < paragraphs.stop and b.last > paragraphs.start]

    def _middle(self, band: Band) -> float:
        layouts = self._layouts
        return layouts.text_top(band.first) + layouts.style.pitch(layouts.role(band.first)[0]) / 2

    def handle(self, band: Band) -> Handle:
        """Where a band's handle stands."""
        return Handle(band.section.id, QRectF(-_HANDLE - 6, self._middle(band) - 1.5, _HANDLE, 3))

    def handle_at(self, x: float, y: float, paragraphs: range) -> Handle | None:
        """The handle at a point of the gutter."""
        for band in self.visible(paragraphs):
            if paragraphs.start <= band.first < paragraphs.stop:
                found = self.handle(band)
                if found.rect.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(QPointF(x, y)):
                    return found
        return None

    def paint(self, painter: QPainter, paragraphs: range, current: str | None) -> None:
        """Draw bands and handles: the current section stronger, a suggested boundary dashed."""
        layouts, theme = self._layouts, self._layouts.theme
        for band in self.visible(paragraphs):
            chosen = band.section.id == current
            color = QColor(theme.kind(band.section.kind))
            top, bottom = layouts.tops[band.first] + 3, layouts.tops[band.last] - 3
            width = _BAND + (2 if chosen else 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(self._x(band) - (1 if chosen else 0), top, width, bottom - top), 2.5, 2.5)
            if paragraphs.start <= band.first < paragraphs.stop:
                self._paint_handle(painter, band, QColor(theme.accent) if chosen else color)

    def _paint_handle(self, painter: QPainter, band: Band, color: QColor) -> None:
        rect = self.handle(band).rect
        pen = QPen(color, 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not band.section.confirmed:
            pen.setWidthF(2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.6, 1.4])
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()))
        if band.section.unsure:
            painter.setPen(QColor(self._layouts.theme.warning))
            painter.setFont(self._layouts.style.small(11, bold=True))
            spot = QRectF(rect.left(), rect.bottom() + 1, rect.width(), 14)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, "?")
        if band.section.kind == "continuation":
            painter.setPen(QColor(self._layouts.theme.soft))
            painter.setFont(self._layouts.style.small(10))
            spot = QRectF(rect.left() - 8, rect.bottom() + 1, rect.width() + 16, 15)
            text = QCoreApplication.translate("Gutter", "续")
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)
