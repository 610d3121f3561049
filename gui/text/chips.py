"""The row of theme chips under a heading: where each stands, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.text.style import TextStyle
from gui.theme import Theme
from models.labels import LabelSet
from models.outline import Section


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: `theme` is empty for the plus; `kind` is taken, suggested or add."""

    rect: QRectF
    text: str
    section: str
    theme: str
    kind: str


def chips_of(section: Section, labels: LabelSet | None, style: TextStyle, top: float, width: float) -> list[Chip]:
    """The chips of a section in one row; what does not fit gives way to the plus."""
    metrics = QFontMetricsF(style.small(12))
    height, gap, pad = round(20 * style.zoom), 6 * style.zoom, 9 * style.zoom
    wanted = [(theme, _name(labels, theme), "taken") for theme in section.themes]
    wanted += [
        (row.id, f"{_name(labels, row.id)} {rank}", "suggested") for rank, row in enumerate(section.suggested[:4], 1)
    ]
    plus = QCoreApplication.translate("Chips", "＋ 主题")
    room = width - metrics.horizontalAdvance(plus) - 2 * pad - gap
    found: list[Chip] = []
    x, y = 0.0, top + (style.chip_row - height) / 2
    for theme, text, kind in wanted:
        wide = metrics.horizontalAdvance(text) + 2 * pad
        if x + wide > room:
            break
        found.append(Chip(QRectF(x, y, wide, height), text, section.id, theme, kind))
        x += wide + gap
    found.append(Chip(QRectF(x, y, metrics.horizontalAdvance(plus) + 2 * pad, height), plus, section.id, "", "add"))
    return found


def _name(labels: LabelSet | None, theme: str) -> str:
    from gui.i18n import named

    row = labels.theme_by_id.get(theme) if labels else None
    return named(row) if row is not None else theme


def paint_chips(painter: QPainter, chips: list[Chip], theme: Theme, style: TextStyle) -> None:
    """Draw chips: filled when taken, dashed when suggested."""
    painter.setFont(style.small(12))
    for chip in chips:
        radius = chip.rect.height() / 2
        if chip.kind == "taken":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.chip))
        else:
            dashed = Qt.PenStyle.DashLine if chip.kind == "suggested" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(theme.chip_line if chip.kind == "suggested" else theme.line), 1, dashed))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(
            QColor(theme.faint if chip.kind == "add" else theme.chip_ink if chip.kind == "taken" else theme.chip_open)
        )
        painter.drawText(chip.rect, Qt.AlignmentFlag.AlignCenter, chip.text)
