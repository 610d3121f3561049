"""How a section looks in the outline: the kind's colour, the heading, themes or what waits at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.outline import NOTE, ROW
from gui.theme import LIGHT, Theme
from models.outline import Section

Index = QModelIndex | QPersistentModelIndex
INDENT = 18


class OutlineDelegate(QStyledItemDelegate):
    """Draws a `Section`. The triangle of what opens stands behind the square."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, QFontMetrics(option.font).height() + 7)

    @staticmethod
    def branch(index: Index) -> tuple[int, int]:
        """From where to where a click on the row opens or closes it, in pixels from its left."""
        left = 8 + INDENT * paint.depth(index)
        return left - 6, left + 30

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section = index.data(ROW)
        if not isinstance(section, Section):
            return
        theme = self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.ground(painter, option, theme)
        rect = option.rect.adjusted(8 + INDENT * paint.depth(index), 0, -10, 0)
        middle = rect.center().y()
        paint.square(
            painter,
            QRect(rect.left(), middle - 4, 9, 9),
            QColor(theme.kind(section.kind)),
            hollow=not section.confirmed,
        )
        rect.setLeft(rect.left() + 17)
        opened = bool(option.state & QStyle.StateFlag.State_Open)
        note = str(index.data(NOTE) or "")
        if option.state & QStyle.StateFlag.State_Children:
            paint.triangle(painter, QPoint(rect.left() + 4, middle), QColor(theme.soft), opened=opened)
            rect.setLeft(rect.left() + 14)
            if not opened:
                note = self.tr("%1 条").replace("%1", str(index.model().rowCount(index)))
        small = paint.small(option.font)
        rect = paint.note(painter, rect, note, small, QColor(theme.faint))
        if section.unsure:
            rect = paint.note(painter, rect, "？", paint.small(option.font, bold=True), QColor(theme.warning))
        quiet = section.kind in ("boilerplate", "footer") or section.heading_end is None
        paint.words(
            painter, rect, str(index.data() or ""), option.font, paint.colour(theme, "soft" if quiet else "ink")
        )
        painter.restore()
