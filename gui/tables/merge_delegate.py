"""What becomes of a layer, in the colour of its weight."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables.merge_lines import LINE, MergeRow
from gui.tables.people_delegate import theme_of
from models.review.merge import NEW, NEWER, REFUSED

Index = QModelIndex | QPersistentModelIndex
_LEFT = 22


class FateDelegate(QStyledItemDelegate):
    """Draws the first column of a merge: a dot, hollow where something is replaced, and the word."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index):  # noqa: ANN201 (Qt's own type)
        size = super().sizeHint(option, index)
        size.setWidth(_LEFT + QFontMetrics(option.font).horizontalAdvance(str(index.data())) + 14)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = index.data(LINE)
        if not isinstance(row, MergeRow):
            return
        theme = theme_of(option.palette)
        colour = QColor({REFUSED: theme.bad, NEW: theme.good, NEWER: theme.good}.get(row.fate, theme.faint))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush if row.fate == NEWER else colour)
        painter.drawEllipse(QPointF(option.rect.left() + 12.5, option.rect.center().y() + 0.5), 3, 3)
        painter.setFont(option.font)
        painter.setPen(colour)
        rect = QRect(option.rect).adjusted(_LEFT, 0, -6, 0)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(index.data()))
        painter.restore()
