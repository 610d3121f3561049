"""What the rows of several lists are drawn with."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LINE = {align: int(align | Qt.TextFlag.TextSingleLine) for align in (LEFT, RIGHT)}
SMALL = 11


def colour(theme: Theme, role: str) -> QColor:
    """A colour of the theme by its role's name."""
    return QColor(getattr(theme, role))


def small(font: QFont, *, bold: bool = False) -> QFont:
    """The font of notes and second lines."""
    made = QFont(font)
    made.setPixelSize(SMALL)
    made.setBold(bold)
    return made


def struck(font: QFont) -> QFont:
    """The font of what was taken back."""
    made = QFont(font)
    made.setStrikeOut(True)
    return made


def ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, bar: bool = False) -> None:
    """Behind a row: chosen, under the mouse, and where the keyboard is. `bar` marks the chosen row at its left."""
    rect = QRectF(option.rect).adjusted(2, 1, -2, -1)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme, "selected" if chosen else "hover"))
        painter.drawRoundedRect(rect, 6, 6)
    if chosen and bar:
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), 3, rect.height()))
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(rect, 6, 6)
        painter.restore()
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def words(
    painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag = LEFT
) -> int:
    """Draw one line, shortened with … to fit; returns the width it took."""
    return QFontMetrics(font).horizontalAdvance(line(painter, rect, text, font, colour, align))


def line(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag = LEFT) -> str:
    """Draw one line, shortened with … to fit; returns what is to be seen of it."""
    if not text:
        return ""
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, _LINE[align], shown)
    return shown


def note(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> QRect:
    """Draw a short note at the right end of `rect`; returns what is left of it."""
    if not text:
        return rect
    width = min(QFontMetrics(font).horizontalAdvance(text), rect.width() // 2)
    line(painter, QRect(rect.right() - width, rect.top(), width + 1, rect.height()), text, font, colour, RIGHT)
    return rect.adjusted(0, 0, -width - 8, 0)


def triangle(painter: QPainter, centre: QPoint, colour: QColor, *, opened: bool) -> None:
    """The sign of something that opens: ▾ or ▸."""
    x, y = centre.x() + 0.5, centre.y() + 0.5
    points = [(-4, -2), (4, -2), (0, 3)] if opened else [(-2, -4), (3, 0), (-2, 4)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in points]))


def square(painter: QPainter, rect: QRect, colour: QColor, *, hollow: bool) -> None:
    """A kind's or a label's sign; hollow while it is only a suggestion."""
    painter.setPen(QPen(colour, 1.4) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    inset = 0.7 if hollow else 0.0
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 2, 2)


def pill(painter: QPainter, right: QPoint, text: str, font: QFont, ink: QColor, line: QColor) -> int:
    """A framed word whose right side stands at `right`; returns its width."""
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 2
    rect = QRectF(right.x() - width, right.y() - height / 2, width, height)
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
    return width


def depth(index: Index) -> int:
    """How many rows lie above this one in the tree."""
    found, up = 0, index.parent()
    while up.isValid():
        found, up = found + 1, up.parent()
    return found
