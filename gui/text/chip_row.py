"""Theme chips under a heading: where they stand in their paragraph, and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.text.faces import small
from gui.text.forms import Chip
from gui.theme import Theme

_RANKS = "①②③④⑤⑥⑦⑧⑨"
_SIZE, _HEIGHT, _PAD, _SPACE = 12.0, 20.0, 9.0, 6.0


@dataclass(frozen=True, slots=True)
class ChipBox:
    """A chip in its paragraph: y from the paragraph's top, x from the column's left edge."""

    chip: Chip
    text: str
    box: QRectF


def chip_boxes(chips: Sequence[Chip], width: float, top: float, zoom: float) -> tuple[list[ChipBox], float]:
    """The chips from `top` on, in as many rows as they need, and where the last row ends."""
    metrics = QFontMetricsF(small(_SIZE * zoom))
    found: list[ChipBox] = []
    x, y, height = 0.0, top, _HEIGHT * zoom
    for chip in chips:
        text = f"{_RANKS[chip.rank - 1]} {chip.name}" if 0 < chip.rank <= len(_RANKS) else chip.name
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(20.0, width - 2 * _PAD * zoom))
        wide = metrics.horizontalAdvance(text) + 2 * _PAD * zoom
        if x and x + wide > width:
            x, y = 0.0, y + height + 4 * zoom
        found.append(ChipBox(chip, text, QRectF(x, y, wide, height)))
        x += wide + _SPACE * zoom
    return found, y + height


def paint_chip(painter: QPainter, item: ChipBox, at: QPointF, theme: Theme, zoom: float, *, hovered: bool) -> None:
    """Draw a chip of the paragraph whose top left corner is `at`: filled, dashed when proposed, faint to add one."""
    box = item.box.translated(at).adjusted(0.5, 0.5, -0.5, -0.5)
    chip = item.chip
    if not chip.theme:
        ink, fill, pen = theme.faint, "", QPen(QColor(theme.line), 1)
    elif chip.rank:
        ink, fill, pen = theme.chip_open, "", QPen(QColor(theme.chip_line), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.5])
    else:
        ink, fill, pen = theme.chip_ink, theme.chip, QPen(Qt.PenStyle.NoPen)
    if hovered:
        ink, fill = theme.accent, theme.selected if not fill else theme.tint(theme.accent, 0.14, theme.chip)
    painter.setPen(pen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(small(_SIZE * zoom))
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, item.text)
