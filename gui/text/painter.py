"""Draws paragraphs with everything that lies on them. Geometry comes from `Layouts`; nothing is decided here."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.text.chips import chips_of, paint_chips
from gui.text.layouts import Layouts
from models.labels import LabelSet
from models.mentions import Mention, lanes
from models.text import Span


@dataclass
class Marks:
    """What is to be seen on the text besides its layer."""

    labels: LabelSet | None = None
    selection: tuple[Span, ...] = ()
    mention: str | None = None
    hovered: str | None = None
    hits: Sequence[Span] = ()
    hit: int | None = None
    hatched: Sequence[Span] = ()
    commented: frozenset[str] = field(default_factory=frozenset)


class Painter:
    """Paints a range of paragraphs onto a painter whose origin is the top left of the text column."""

    def __init__(self, layouts: Layouts, marks: Marks) -> None:
        self._layouts, self._marks = layouts, marks
        self._theme, self._style = layouts.theme, layouts.style

    def paint(self, painter: QPainter, paragraphs: range) -> None:
        """Draw the paragraphs: what lies under the words, the words, what lies over them."""
        if not paragraphs:
            return
        shown = self._layouts.map.paragraphs
        start, end = shown[paragraphs[0]].start, shown[paragraphs[-1]].end
        mentions = self._layouts.session.mentions.window(start, end)
        lane = lanes(mentions)
        for n in paragraphs:
            paragraph = shown[n]
            here = [m for m in mentions if m.start < paragraph.end and m.end > paragraph.start]
            self._spans(painter, n, self._marks.hits, "hit")
            if self._marks.hit is not None and self._marks.hit < len(self._marks.hits):
                self._spans(painter, n, [self._marks.hits[self._marks.hit]], "hit_now")
            for mention in here:
                self._fill(painter, n, mention, lane[mention.id])
            self._spans(painter, n, self._marks.selection, "marked")
            layout = self._layouts.layout(n)
            painter.setPen(QColor(self._theme.ink))
            layout.draw(painter, QPointF(0, self._layouts.text_top(n)))
            labelled: set[str] = set()
            for mention in here:
                self._line(painter, n, mention, lane[mention.id])
                self._signs(painter, n, mention, labelled)
            self._hatch(painter, n)
            self._chips(painter, n)

    def _spans(self, painter: QPainter, n: int, spans: Sequence[Span], role: str) -> None:
        paragraph = self._layouts.map.paragraphs[n]
        for a, b in spans:
            if a < paragraph.end and b > paragraph.start:
                for box in self._layouts.rects(n, a, b):
                    painter.fillRect(box, QColor(getattr(self._theme, role)))

    def _boxes(self, n: int, mention: Mention) -> list[QRectF]:
        paragraph = self._layouts.map.paragraphs[n]
        return [
            box
            for a, b in mention.fragments
            if a < paragraph.end and b > paragraph.start
            for box in self._layouts.rects(n, a, b)
        ]

    def _fill(self, painter: QPainter, n: int, mention: Mention, lane: int) -> None:
        """A soft box behind a confirmed mention; what nests in it is a little lower, so that both are seen."""
        if not mention.confirmed:
            return
        color = QColor(self._theme.label(mention.label))
        color.setAlphaF(0.2 if self._theme.dark else 0.1)
        for box in self._boxes(n, mention):
            painter.fillRect(box.adjusted(0, 1 + 2 * lane, 0, 1), color)

    def _line(self, painter: QPainter, n: int, mention: Mention, lane: int) -> None:
        """The line below a mention: solid when confirmed, dashed while suggested; nested ones in lanes below."""
        zoom = self._style.zoom
        color = QColor(self._theme.label(mention.label))
        pen = QPen(color, 2.2 * zoom if mention.confirmed else 1.8 * zoom)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not mention.confirmed:
            pen.setDashPattern([2.6, 1.6])
        painter.setPen(pen)
        boxes = self._boxes(n, mention)
        for box in boxes:
            y = box.bottom() + (0.4 + 2.9 * lane) * zoom
            painter.drawLine(QPointF(box.left() + 0.5, y), QPointF(box.right() - 0.5, y))
        if len(mention.fragments) > 1:
            thin = QPen(color, 1, Qt.PenStyle.DotLine)
            painter.setPen(thin)
            for left, right in itertools.pairwise(boxes):
                if abs(left.bottom() - right.bottom()) < 1:
                    y = left.bottom() + (0.4 + 2.9 * lane) * zoom
                    painter.drawLine(QPointF(left.right(), y), QPointF(right.left(), y))

    def _signs(self, painter: QPainter, n: int, mention: Mention, labelled: set[str]) -> None:
        """A frame round the selected mention, the label's sign, the unsure mark, the comment dot."""
        chosen, hovered = mention.id == self._marks.mention, mention.id == self._marks.hovered
        first = mention.label not in labelled and mention.confirmed
        labelled.add(mention.label)
        commented = mention.id in self._marks.commented
        if not (chosen or hovered or first or mention.unsure or commented):
            return
        boxes, color = self._boxes(n, mention), QColor(self._theme.label(mention.label))
        if not boxes:
            return
        if chosen:
            painter.setPen(QPen(color, 1.6 * self._style.zoom))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-1.5, -0.5, 1.5, 3.5), 3, 3)
        last = boxes[-1]
        paragraph = self._layouts.map.paragraphs[n]
        if (chosen or hovered or first) and mention.end <= paragraph.end:
            self._sign(painter, last, self._initial(mention.label), color)
        if mention.unsure:
            at = QRectF(boxes[0].left() - 1, boxes[0].top() - 4 * self._style.zoom, 12, 10 * self._style.zoom)
            painter.setFont(self._style.small(10, bold=True))
            painter.setPen(QColor(self._theme.warning))
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "?")
        if commented:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(QPointF(boxes[0].left() + 2, boxes[0].top()), 2.5, 2.5)

    def _sign(self, painter: QPainter, box: QRectF, text: str, color: QColor) -> None:
        size = 9 * self._style.zoom
        spot = QRectF(box.right() - size - 1, box.top() - size * 0.45, size + 2, size + 2)
        painter.setFont(self._style.small(9, bold=True))
        painter.setPen(color)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)

    def _initial(self, label: str) -> str:
        row = self._marks.labels.label_by_id.get(label) if self._marks.labels else None
        return (row.zh or row.en or label)[:1] if row else label[:1]

    def _hatch(self, painter: QPainter, n: int) -> None:
        color = QColor(self._theme.faint)
        color.setAlphaF(0.55)
        paragraph = self._layouts.map.paragraphs[n]
        for a, b in self._marks.hatched:
            if a < paragraph.end and b > paragraph.start:
                for box in self._layouts.rects(n, a, b):
                    painter.fillRect(box, QBrush(color, Qt.BrushStyle.BDiagPattern))

    def _chips(self, painter: QPainter, n: int) -> None:
        for found, below in ((self._layouts.chips_above, False), (self._layouts.chips_below, True)):
            section = found.get(n)
            if section is not None:
                top = self._layouts.chips_top(n, below=below)
                chips = chips_of(section, self._marks.labels, self._style, top, self._layouts.width)
                paint_chips(painter, chips, self._theme, self._style)
