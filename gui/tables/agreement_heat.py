"""How a matrix looks: each cell a patch, the darker the more, with its number printed on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables.agreement import CELL, Cell
from gui.tables.people_delegate import theme_of
from gui.theme import Theme, contrast, mixed

Index = QModelIndex | QPersistentModelIndex
_INKS = ("#000000", "#ffffff")


def patch(theme: Theme, strength: float) -> str:
    """The colour of a strength from 0 to 1: one hue that only grows darker (lighter on dark), so that it reads the
    same without colour."""
    return mixed(theme.heat, theme.field, 0.06 + 0.94 * min(1.0, max(0.0, strength)))


def ink_on(ground: str) -> str:
    """Black or white, whichever is easier to read on the ground."""
    return max(_INKS, key=lambda ink: contrast(ink, ground))


class HeatDelegate(QStyledItemDelegate):
    """Draws a `Cell` of a matrix."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        theme = theme_of(option.palette)
        ground = theme.hover if cell.diagonal else theme.field
        if cell.strength is not None:
            ground = patch(theme, cell.strength)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(rect, 4, 4)
        if option.state & QStyle.StateFlag.State_Selected:
            # A ring of both inks is seen on every patch.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ink), 2))
            painter.drawRoundedRect(rect, 4, 4)
            painter.setPen(QPen(QColor(theme.field), 1))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        font = QFont(option.font)
        font.setBold(cell.strength is not None)
        painter.setFont(font)
        plain = theme.faint if cell.faint or cell.diagonal else theme.ink
        painter.setPen(QColor(ink_on(ground) if cell.strength is not None else plain))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), cell.text)
        painter.restore()
