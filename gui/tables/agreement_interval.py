"""A value and its interval, drawn on a scale from 0 to 1."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.agreement import CELL, Cell
from gui.tables.people_delegate import theme_of

Index = QModelIndex | QPersistentModelIndex
_MARKS = (0.0, 0.5, 1.0)
_DOT = 4.0


class IntervalDelegate(QStyledItemDelegate):
    """Draws a `Cell`'s `strength` as a dot and its `span` as a line; its text where it has neither."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index.siblingAtColumn(-1))
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        theme = theme_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(14, 0, -14, 0)
        if cell.strength is None:
            paint.words(painter, rect, cell.text, option.font, QColor(theme.faint))
            painter.restore()
            return

        def at(value: float) -> float:
            return rect.left() + rect.width() * min(1.0, max(0.0, value))

        middle = rect.center().y() + 0.5
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        for mark in _MARKS:
            painter.drawLine(QPointF(at(mark), middle - 3), QPointF(at(mark), middle + 3))
        if cell.span is not None:
            painter.setPen(QPen(QColor(theme.heat), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(at(cell.span[0]), middle), QPointF(at(cell.span[1]), middle))
        painter.setPen(QPen(QColor(theme.field), 1.5))
        painter.setBrush(QColor(theme.heat))
        painter.drawEllipse(QPointF(at(cell.strength), middle), _DOT + 0.5, _DOT + 0.5)
        painter.restore()
