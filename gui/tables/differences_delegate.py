"""How a difference looks in the list: its kind, the words, who said what at the right, and what else below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.differences import DETAIL, KIND, NOTE, ROW
from gui.theme import LIGHT, Theme
from models.review.differences import Difference

Index = QModelIndex | QPersistentModelIndex
_PAD, _KIND = 14, 64


class DifferencesDelegate(QStyledItemDelegate):
    """Draws a `Difference`. All rows are equally high, so that thousands of them cost nothing."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + QFontMetrics(paint.small(option.font)).height() + 21)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Difference):
            return
        theme = self.theme
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        quiet = row.settled or not row.ready
        if quiet and not option.state & QStyle.StateFlag.State_Selected:
            painter.setOpacity(0.62)
        bold = paint.small(option.font, bold=True)
        bold.setPixelSize(QFontMetrics(option.font).height() * 13 // 19 or 13)
        top = QRect(rect.left() + _PAD, rect.top() + 9, rect.width() - 2 * _PAD, QFontMetrics(option.font).height())
        kind = ("✓ " if row.settled else "") + str(index.data(KIND) or "")
        ink = theme.good if row.settled else theme.warning if row.changed else theme.accent
        paint.words(painter, QRect(top.left(), top.top(), _KIND, top.height()), kind, bold, QColor(ink))
        top.setLeft(top.left() + _KIND + 6)
        small = paint.small(option.font)
        right = paint.note(painter, top, str(index.data(NOTE) or ""), small, QColor(theme.faint))
        paint.words(painter, right, str(index.data() or ""), option.font, QColor(theme.ink))
        below = QRect(top.left(), top.bottom() + 3, top.width(), QFontMetrics(small).height())
        paint.words(painter, below, str(index.data(DETAIL) or ""), small, QColor(theme.faint))
        painter.restore()
