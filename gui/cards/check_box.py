"""A box to tick that is seen in the dark too."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from gui.tables.people_delegate import theme_of


class CheckBox(QCheckBox):
    """Style sheets can only take the tick from a picture, and the style's own frame is lost in the dark: drawn here."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        theme, on = theme_of(self.palette()), self.isChecked()
        painter = QPainter(self)
        painter.fillRect(place, self.palette().color(self.backgroundRole()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, half = place.center(), min(6.4, place.width() / 2 - 0.6)
        box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        fill, edge = (theme.accent, theme.accent) if on else (theme.field, theme.ghost)
        if not self.isEnabled():
            fill, edge = (theme.ghost, theme.ghost) if on else (theme.panel, theme.line)
        elif self.hasFocus() or self.underMouse():
            edge = theme.accent
        painter.setPen(QPen(QColor(edge), 1.2))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 3.5, 3.5)
        if on:
            pen = QPen(QColor(theme.on_accent), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline([middle + QPointF(-3.4, 0.2), middle + QPointF(-1, 2.7), middle + QPointF(3.5, -2.8)])
        painter.end()
