"""How mentions look in their list: the label's colour, the words, how many there are and how many wait."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.mentions import LINE, MentionLine
from gui.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex


class MentionsDelegate(QStyledItemDelegate):
    """Draws a `MentionLine`: a group with its triangle, a single one, or a place with the words around it."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, QFontMetrics(option.font).height() + 7)

    @staticmethod
    def branch(index: Index) -> tuple[int, int]:
        """From where to where a click on the row opens or closes it, in pixels from its left."""
        return 0, 28

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, MentionLine):
            return
        theme = self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.ground(painter, option, theme)
        rect = option.rect.adjusted(34 if line.child else 16, 0, -10, 0)
        middle = rect.center().y()
        hollow = line.waiting == line.places
        paint.square(painter, QRect(rect.left(), middle - 4, 9, 9), QColor(theme.label(line.label)), hollow=hollow)
        rect.setLeft(rect.left() + 17)
        if option.state & QStyle.StateFlag.State_Children:
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            paint.triangle(painter, QPoint(option.rect.left() + 8, middle), QColor(theme.soft), opened=opened)
        small = paint.small(option.font)
        if line.places > 1:
            rect = paint.note(painter, rect, str(line.places), small, QColor(theme.faint))
        waiting = self.tr("待定") if line.places == 1 else self.tr("%1 待定").replace("%1", str(line.waiting))
        if line.waiting:
            rect = paint.note(painter, rect, waiting, small, QColor(theme.accent))
        if line.unsure:
            rect = paint.note(painter, rect, "？", paint.small(option.font, bold=True), QColor(theme.warning))
        if line.child:
            self._in_context(painter, rect, line, option.font)
        else:
            font = QFont(option.font)
            font.setBold(line.linked)
            paint.words(painter, rect, line.title, font, QColor(theme.ink))
        painter.restore()

    def _in_context(self, painter: QPainter, rect: QRect, line: MentionLine, font: QFont) -> None:
        """The words with what stands around them, as much as there is room for."""
        theme, metrics = self.theme, QFontMetrics(font)
        room = max(0, min(rect.width() - metrics.horizontalAdvance(line.title), rect.width() * 2 // 5))
        start = line.before
        while start and metrics.horizontalAdvance(start) > room:
            start = start[1:]
        for text, role in ((start, "faint"), (line.title, "ink"), (line.after, "faint")):
            taken = paint.words(painter, rect, text, font, paint.colour(theme, role)) if rect.width() > 8 else 0
            rect = rect.adjusted(taken, 0, 0, 0)
