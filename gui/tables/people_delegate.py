"""The bar of a person's work: adjudicated, submitted, in progress, returned, not begun."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables.people import PERSON, PersonRow
from gui.theme import DARK, LIGHT, Theme, mixed

Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _WORDS = 7, 54


def theme_of(palette: QPalette) -> Theme:
    """The theme that a palette was made of."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def bar_colours(theme: Theme) -> dict[str, str]:
    """The colour of each status in a bar, in the order in which they are drawn."""
    return {
        "adjudicated": theme.good,
        "submitted": mixed(theme.good, theme.field, 0.55),
        "in_progress": mixed(theme.accent, theme.field, 0.6),
        "returned": theme.warning,
    }


class ProgressDelegate(QStyledItemDelegate):
    """Draws a `PersonRow` as a bar and how much is done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, QFontMetrics(option.font).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = index.data(PERSON)
        if not isinstance(row, PersonRow) or not row.whole:
            return
        theme = theme_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(8, 0, -8, 0)
        track = QRectF(rect.left(), rect.center().y() - _HEIGHT / 2 + 0.5, rect.width() - _WORDS, _HEIGHT)
        path = QPainterPath()
        path.addRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        painter.fillPath(path, QColor(theme.line))
        painter.setClipPath(path)
        left = track.left()
        for status, colour in bar_colours(theme).items():
            width = track.width() * row.counts[status] / row.whole
            painter.fillRect(QRectF(left, track.top(), width, _HEIGHT), QColor(colour))
            left += width
        painter.setClipping(False)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.faint))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(flags), f"{row.done} / {row.whole}")
        painter.restore()
