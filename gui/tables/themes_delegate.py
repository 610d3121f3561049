"""How themes look: a box, the name, how many sections carry it; proposed ones with the words that speak for them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.theme_ranks import RANK
from gui.tables.themes import COUNTS
from gui.theme import LIGHT, Theme
from models.outline import ThemeSuggestion

Index = QModelIndex | QPersistentModelIndex
_INDENT = 20


def box(painter: QPainter, rect: QRect, theme: Theme, *, checked: bool, proposed: bool = False) -> None:
    """A check box; in the accent's colour where the theme is only proposed."""
    accent = QColor(theme.accent)
    if checked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(QPen(QColor(theme.on_accent), 1.8))
        at = QPointF(rect.topLeft())
        painter.drawPolyline([at + QPointF(3, 7), at + QPointF(6, 10), at + QPointF(11, 4)])
        return
    painter.setPen(QPen(accent if proposed else QColor(theme.faint), 1.2 if proposed else 1))
    painter.setBrush(QColor(theme.field))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


class ThemesDelegate(QStyledItemDelegate):
    """Draws a theme of the taxonomy, or a proposed one."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, QFontMetrics(option.font).height() + 8)

    @staticmethod
    def branch(index: Index) -> tuple[int, int]:
        """From where to where a click on the row opens or closes it, in pixels from its left."""
        left = 6 + _INDENT * paint.depth(index)
        return left - 4, left + 16

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.ground(painter, option, self.theme)
        rank = index.data(RANK)
        if isinstance(rank, ThemeSuggestion):
            self._proposed(painter, option, index, rank)
        else:
            self._node(painter, option, index)
        painter.restore()

    def _node(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self.theme
        rect = option.rect.adjusted(6 + _INDENT * paint.depth(index), 0, -10, 0)
        middle = rect.center().y()
        if option.state & QStyle.StateFlag.State_Children:
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            paint.triangle(painter, QPoint(rect.left() + 5, middle), QColor(theme.soft), opened=opened)
        rect.setLeft(rect.left() + 16)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box(painter, QRect(rect.left(), middle - 7, 14, 14), theme, checked=checked)
        rect.setLeft(rect.left() + 22)
        own, below, proposed = index.data(COUNTS)
        small = paint.small(option.font)
        count = own if option.state & QStyle.StateFlag.State_Open else below
        if count:
            rect = paint.note(painter, rect, str(count), small, QColor(theme.soft))
        if proposed:
            rect = paint.note(
                painter, rect, self.tr("%1 待定").replace("%1", str(proposed)), small, QColor(theme.faint)
            )
        ink = paint.colour(theme, "accent" if checked else "ink" if below or proposed else "soft")
        paint.words(painter, rect, str(index.data() or ""), option.font, ink)

    def _proposed(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, rank: ThemeSuggestion) -> None:
        theme = self.theme
        rect = option.rect.adjusted(8, 0, -10, 0)
        box(painter, QRect(rect.left(), rect.center().y() - 7, 14, 14), theme, checked=False, proposed=True)
        rect.setLeft(rect.left() + 22)
        small = paint.small(option.font)
        share = "" if rank.confidence is None else f"{rank.confidence:.0%}"
        rect = paint.note(painter, rect, share, small, QColor(theme.faint))
        width = paint.words(painter, rect, str(index.data() or ""), option.font, QColor(theme.ink))
        rest = rect.adjusted(width + 10, 0, 0, 0)
        if rest.width() > 30:
            paint.words(painter, rest, " ".join(rank.words), small, QColor(theme.faint))
