"""How a line of a report looks: words and bulletin, below them what is said, below that why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.findings import LINE, ReportLine
from gui.tables.people_delegate import theme_of

Index = QModelIndex | QPersistentModelIndex
_PAD, _SIDE, _NOTE = 6, 12, 260


class ReportDelegate(QStyledItemDelegate):
    """Draws a `ReportLine`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE)
        height, below = QFontMetrics(option.font).height(), QFontMetrics(paint.small(option.font)).height()
        if not isinstance(line, ReportLine) or line.heading:
            return QSize(120, height + 18)
        return QSize(120, height + (2 if line.reason else 1) * (below + 2) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, ReportLine):
            return
        theme, small = theme_of(option.palette), paint.small(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            self._heading(painter, option, line)
            painter.restore()
            return
        paint.ground(painter, option, theme, bar=True)
        rect = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        height, below = QFontMetrics(option.font).height(), QFontMetrics(small).height()
        first = QRect(rect.left(), rect.top(), rect.width(), height)
        wide = min(_NOTE, rect.width() // 2, QFontMetrics(small).horizontalAdvance(line.note) + 2)
        right = QRect(first.right() - wide, first.top(), wide + 1, height)
        paint.words(painter, right, line.note, small, QColor(theme.faint), paint.RIGHT)
        paint.words(painter, first.adjusted(0, 0, -wide - 12, 0), line.words, option.font, QColor(theme.ink))
        second = QRect(rect.left(), first.bottom() + 3, rect.width(), below)
        paint.words(painter, second, line.said, small, QColor(theme.accent))
        third = second.translated(0, below + 2)
        paint.words(painter, third, line.reason, small, QColor(theme.faint))
        painter.restore()

    @staticmethod
    def _heading(painter: QPainter, option: QStyleOptionViewItem, line: ReportLine) -> None:
        theme = theme_of(option.palette)
        rect = option.rect.adjusted(_SIDE, 8, -_SIDE, -2)
        bold = paint.small(option.font, bold=True)
        bold.setPixelSize(12)
        left = paint.note(painter, rect, line.note, paint.small(option.font), QColor(theme.faint))
        paint.words(painter, left, line.words, bold, QColor(theme.soft))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.left(), option.rect.bottom(), rect.right(), option.rect.bottom())
