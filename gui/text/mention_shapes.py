"""Draws mentions: each its own shape, told apart also where they nest, overlap or stand in several parts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.text.faces import small
from gui.text.marks import Marks, Stacked
from gui.text.sheet import Laid, Segment, Sheet
from gui.theme import Theme
from models.mentions import Mention

_INSET = 0.75
"""How far a shape stays within its words at either end, so that neighbours do not run together."""


class MentionShapes:
    """Draws the mentions of one paragraph at a time, below and above its words."""

    def __init__(self, painter: QPainter, sheet: Sheet, theme: Theme, marks: Marks) -> None:
        self._painter, self._sheet, self._theme, self._marks = painter, sheet, theme, marks
        self._zoom = sheet.zoom

    def under(self, n: int, laid: Laid, mentions: list[Mention], places: dict[str, Stacked]) -> None:
        """Fills and lines: to be drawn before the words."""
        for mention in mentions:
            colour = QColor(self._theme.label(mention.label))
            place = places[mention.id]
            for part in self._sheet.parts(n, laid, mention.fragments):
                box = self._box(part, place)
                self._fill(box, mention, colour, place)
                self._line(box, mention, colour, self._line_at(part, place))
            if len(mention.fragments) > 1:
                self._joints(n, mention, colour, place)

    def over(
        self, n: int, laid: Laid, mentions: list[Mention], places: dict[str, Stacked], named: Iterable[str]
    ) -> None:
        """Frames, labels' marks and comment signs: to be drawn after the words."""
        for mention in mentions:
            chosen = mention.id == self._marks.mention
            signed = chosen or mention.id == self._marks.hovered or mention.id in named
            commented = mention.id in self._marks.commented
            if not (signed or commented):
                continue
            colour = QColor(self._theme.label(mention.label))
            parts = list(self._sheet.parts(n, laid, mention.fragments))
            for part in parts if chosen else ():
                self._frame(part, colour, places[mention.id])
            if parts and signed and parts[-1].ends:
                self._sign(parts[-1], mention, colour, raised=chosen)
            if parts and commented and parts[0].begins:
                self._comment(parts[0])

    # ------------------------------------------------------------------------------------------------------------

    def _line_at(self, part: Segment, place: Stacked) -> tuple[float, float]:
        """The top of a mention's line and its thickness."""
        if place.deep == 0:
            return part.baseline + part.face.descent * 0.94, 2.4 * self._zoom
        step = min(3.2, 7.0 / place.deep) * self._zoom
        first = part.baseline + part.face.descent * 0.94 - min(2.4, 1.2 * place.deep) * self._zoom
        return first + place.below * step, min(2.0 * self._zoom, step * 0.62)

    def _box(self, part: Segment, place: Stacked) -> QRectF:
        top = part.baseline - part.face.em * 0.98 + min(place.lane, 3) * 2.5 * self._zoom
        bottom = self._line_at(part, place)[0]
        left = part.left + (_INSET if part.begins else 0)
        right = part.right - (_INSET if part.ends else 0)
        return QRectF(left, top, max(1.0, right - left), bottom - top)

    def _fill(self, box: QRectF, mention: Mention, colour: QColor, place: Stacked) -> None:
        hovered = mention.id in (self._marks.hovered, self._marks.mention)
        if not mention.confirmed and not hovered:
            return
        strength = (0.18 if self._theme.dark else 0.1) + (0.06 if hovered else 0) + 0.03 * min(place.lane, 3)
        tint = QColor(colour)
        tint.setAlphaF(strength)
        self._painter.fillRect(box, tint)

    def _line(self, box: QRectF, mention: Mention, colour: QColor, at: tuple[float, float]) -> None:
        painter, (y, thick) = self._painter, at
        if mention.unsure:
            self._wave(box.left(), box.right(), y + thick / 2, colour)
        elif mention.confirmed:
            painter.fillRect(QRectF(box.left(), y, box.width(), thick), colour)
        else:
            pen = QPen(colour, thick * 0.8, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3.2, 1.8])
            painter.setPen(pen)
            painter.drawLine(QPointF(box.left(), y + thick / 2), QPointF(box.right(), y + thick / 2))

    def _wave(self, left: float, right: float, y: float, colour: QColor) -> None:
        step, height = 3.0 * self._zoom, 1.7 * self._zoom
        path = QPainterPath(QPointF(left, y))
        x, up = left, True
        while x + step <= right + 0.5:
            path.quadTo(QPointF(x + step / 2, y - height if up else y + height), QPointF(x + step, y))
            x, up = x + step, not up
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(colour, 1.5 * self._zoom))
        self._painter.drawPath(path)

    def _joints(self, n: int, mention: Mention, colour: QColor, place: Stacked) -> None:
        """A thin dotted line over the gaps of a mention in several parts."""
        gaps = [(a[1], b[0]) for a, b in zip(mention.fragments, mention.fragments[1:], strict=False)]
        pen = QPen(colour, 1.2 * self._zoom, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.2, 2.2])
        self._painter.setPen(pen)
        for part in self._sheet.segments(n, gaps):
            y, thick = self._line_at(part, place)
            self._painter.drawLine(QPointF(part.left, y + thick / 2), QPointF(part.right, y + thick / 2))

    def _frame(self, part: Segment, colour: QColor, place: Stacked) -> None:
        y, thick = self._line_at(part, place)
        box = QRectF(part.left, part.baseline - part.face.em * 0.98, part.right - part.left, 0)
        box.setBottom(y + thick)
        self._painter.setPen(QPen(colour, 2 * min(1.5, self._zoom)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(-1.5, -2, 1.5, 2), 3, 3)

    def _sign(self, part: Segment, mention: Mention, colour: QColor, *, raised: bool) -> None:
        """The first character of the label's name, in the space above the end of the words."""
        size = 9.0 * self._zoom
        text = self._marks.sign(mention.label) + ("?" if mention.unsure else "")
        top = part.baseline - part.face.em * 0.98 - (3.0 * self._zoom if raised else 0)
        width = size * (1.5 if mention.unsure else 1.0)
        box = QRectF(part.right - width * 0.62, top - size * 0.78, width + 2, size + 2)
        if raised:  # the frame must not run through it
            self._painter.fillRect(box.adjusted(0, 2, 0, -1), QColor(self._theme.paper))
        self._painter.setFont(small(size, bold=True))
        self._painter.setPen(colour)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

    def _comment(self, part: Segment) -> None:
        """A small speech bubble above the beginning."""
        at = QPointF(part.left - 1, part.baseline - part.face.em * 1.12)
        paint_comment(self._painter, at, self._theme, self._zoom)


def paint_comment(painter: QPainter, at: QPointF, theme: Theme, zoom: float) -> None:
    """A speech bubble 8 by 8 with its middle at `at`: there is a comment."""
    size = 4.0 * zoom
    path = QPainterPath()
    path.addRoundedRect(QRectF(at.x() - size, at.y() - size, 2 * size, 1.5 * size), 1.6 * zoom, 1.6 * zoom)
    path.moveTo(at.x() - size * 0.4, at.y() + size * 0.45)
    path.lineTo(at.x() - size * 0.55, at.y() + size * 1.1)
    path.lineTo(at.x() + size * 0.4, at.y() + size * 0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.warning))
    painter.drawPath(path)
