"""A check box for each person on each bulletin, with a dot for how far they are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables.assignments import CELL, AssignmentsModel, Cell
from gui.tables.people_delegate import bar_colours, theme_of

Index = QModelIndex | QPersistentModelIndex
_BOX = 15
_TICK = (QPointF(3.5, 7.5), QPointF(6.5, 10.5), QPointF(11.5, 4))


class AssignmentDelegate(QStyledItemDelegate):
    """Draws a `Cell`; the other columns are drawn as usual."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(86, QFontMetrics(option.font).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            self._lacking(option, index)
            super().paint(painter, option, index)
            return
        theme = theme_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.hover))
        centre = option.rect.center()
        box = QRect(centre.x() - _BOX // 2, centre.y() - _BOX // 2, _BOX, _BOX)
        if cell.assigned:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent if cell.person.active else theme.ghost))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(QPen(QColor(theme.on_accent), 1.8))
            painter.drawPolyline([QPointF(box.topLeft()) + offset for offset in _TICK])
        else:
            painter.setPen(QPen(QColor(theme.ghost), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        colour = bar_colours(theme).get(cell.status)
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(box.right() + 11.5, centre.y() + 0.5), 3.5, 3.5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    @staticmethod
    def _lacking(option: QStyleOptionViewItem, index: Index) -> None:
        """Too few people on a bulletin stand out."""
        model = index.model()
        if isinstance(model, AssignmentsModel) and index.column() == 1:
            theme = theme_of(option.palette)
            colour = QColor(theme.warning if model.lacking(index) else theme.faint)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, colour)
