"""How a line of the history looks: what was done, and below it who and when."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.history import MOMENT, HistoryModel, Moment
from gui.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
_PAD, _SIDE = 4, 12


class HistoryDelegate(QStyledItemDelegate):
    """Draws a `Moment`: struck through when it was taken back, quiet when it is itself an undo or a redo."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height() + QFontMetrics(paint.small(option.font)).height()
        return QSize(100, height + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        moment, model = index.data(MOMENT), index.model()
        if not isinstance(moment, Moment) or not isinstance(model, HistoryModel):
            return
        theme, font = self.theme, QFont(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.ground(painter, option, theme, bar=True)
        rect = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        if moment.entry is None:
            font.setBold(True)
            paint.words(painter, rect, model.words(moment), font, QColor(theme.accent))
            painter.restore()
            return
        font.setStrikeOut(moment.undone)
        quiet = moment.undone or moment.entry.kind != "do"
        line = QFontMetrics(font).height()
        top = QRect(rect.left(), rect.top(), rect.width(), line)
        paint.words(painter, top, model.words(moment), font, paint.colour(theme, "faint" if quiet else "ink"))
        below = QRect(rect.left(), top.bottom() + 1, rect.width(), rect.bottom() - top.bottom())
        paint.words(painter, below, model.when(moment), paint.small(option.font), QColor(theme.faint))
        painter.restore()
