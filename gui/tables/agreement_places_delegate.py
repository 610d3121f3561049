"""How a place looks in a list: its words, and below them what each has there and in which bulletin."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.agreement_places import PLACE, PlaceRow
from gui.tables.people_delegate import theme_of

Index = QModelIndex | QPersistentModelIndex
_PAD, _SIDE = 6, 12


class PlaceDelegate(QStyledItemDelegate):
    """Draws a `PlaceRow`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, below = QFontMetrics(option.font).height(), QFontMetrics(paint.small(option.font)).height()
        return QSize(120, line + 2 * below + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(PLACE)
        if not isinstance(row, PlaceRow):
            return
        theme = theme_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.ground(painter, option, theme, bar=True)
        rect = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        small = paint.small(option.font)
        line, below = QFontMetrics(option.font).height(), QFontMetrics(small).height()
        first = QRect(rect.left(), rect.top(), rect.width(), line)
        second = QRect(rect.left(), first.bottom() + 3, rect.width(), below)
        third = QRect(rect.left(), second.bottom() + 2, rect.width(), below)
        paint.words(painter, first, row.words, option.font, QColor(theme.ink))
        paint.words(painter, second, row.said, small, QColor(theme.faint if row.same else theme.accent))
        paint.words(painter, third, row.title, small, QColor(theme.faint))
        painter.restore()
