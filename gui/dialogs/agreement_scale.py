"""What the colours of a heat map mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.dialogs.agreement_names import LOWER
from gui.tables.agreement_heat import patch
from gui.tables.paint import small
from gui.tables.people_delegate import theme_of

_STEPS, _WIDTH, _HEIGHT = 24, 150, 10


class Scale(QWidget):
    """A strip from the faintest to the strongest patch, with the values at its ends: strong is agreement."""

    def __init__(self) -> None:
        super().__init__()
        self._ends = ("0", "1")
        self.setAccessibleName(self.tr("颜色越浓越一致"))
        self.setToolTip(self.tr("颜色越浓越一致"))

    def show_figure(self, figure: str) -> None:
        """Turn the ends round for a measure of which less is better."""
        self._ends = ("1", "0") if figure in LOWER else ("0", "1")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 36, 24)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self.palette())
        left, top = (self.width() - _WIDTH) / 2, (self.height() - _HEIGHT) / 2
        step = _WIDTH / _STEPS
        for n in range(_STEPS):
            colour = QColor(patch(theme, n / (_STEPS - 1)))
            painter.fillRect(QRectF(left + n * step, top, step + 0.5, _HEIGHT), colour)
        painter.setPen(QColor(theme.faint))
        font = small(self.font())
        painter.setFont(font)
        wide = QFontMetrics(font).horizontalAdvance("0") + 2
        flags = int(Qt.AlignmentFlag.AlignCenter)
        painter.drawText(QRectF(left - wide - 5, 0, wide, self.height()), flags, self._ends[0])
        painter.drawText(QRectF(left + _WIDTH + 5, 0, wide, self.height()), flags, self._ends[1])
        painter.end()
