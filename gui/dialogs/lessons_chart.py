"""How near somebody's layers come to the gold, bulletin by bulletin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from gui.tables.paint import small
from gui.tables.people_delegate import theme_of
from gui.theme import Theme
from gui.tips import tip

_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 160, 10, 20
_NEAR = 12.0


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, and a value (0 to 1) or None for each bulletin."""

    name: str
    values: tuple[float | None, ...]


class Chart(QWidget):
    """Up to three lines, told apart by dash and mark as well as by colour; the last value stands at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._series: list[Series] = []
        self._names: list[str] = []
        self.setMouseTracking(True)
        self.setFixedHeight(190)

    def show_series(self, series: Sequence[Series], names: Sequence[str]) -> None:
        """Show these; `names` are the bulletins', in the order of the values."""
        self._series, self._names = list(series), list(names)
        said = "；".join(f"{s.name} {self._shown(s)}" for s in series)
        self.setAccessibleName(self.tr("走势"))
        self.setAccessibleDescription(said)
        self.update()

    @staticmethod
    def _shown(series: Series) -> str:
        last = next((value for value in reversed(series.values) if value is not None), None)
        return "—" if last is None else f"{last:.2f}"

    def sizeHint(self) -> QSize:
        return QSize(600, 190)

    def _at(self, n: int, value: float) -> QPointF:
        wide, high = self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM
        steps = max(1, len(self._names) - 1)
        x = _LEFT + wide * (n / steps if len(self._names) > 1 else 0.5)
        return QPointF(x, _TOP + high * (1 - min(1.0, max(0.0, value))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small(self.font()))
        self._axes(painter, theme)
        colours = (theme.accent, theme.heat, theme.good)
        ends: list[tuple[float, int]] = []
        for number, series in enumerate(self._series):
            self._line(painter, theme, number, series, colours[number])
            last = next((v for v in reversed(series.values) if v is not None), None)
            if last is not None:
                ends.append((self._at(0, last).y(), number))
        self._legend(painter, ends, colours)
        painter.end()

    def _axes(self, painter: QPainter, theme: Theme) -> None:
        for value in (0.0, 0.5, 1.0):
            y = self._at(0, value).y()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width() - _RIGHT, y))
            painter.setPen(QColor(theme.faint))
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(0, y - 8, _LEFT - 7, 16), flags, f"{value:g}")
        painter.setPen(QColor(theme.faint))
        below = QRectF(_LEFT, self.height() - _BOTTOM + 3, self.width() - _LEFT - _RIGHT, 16)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), self.tr("较早"))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), self.tr("最近"))

    def _line(self, painter: QPainter, theme: Theme, number: int, series: Series, colour: str) -> None:
        style = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)[number]
        points = [self._at(n, value) for n, value in enumerate(series.values) if value is not None]
        painter.setPen(QPen(QColor(colour), 2, style, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.setPen(QPen(QColor(theme.field), 1))
        painter.setBrush(QColor(colour))
        for point in points if len(points) <= 60 else points[-1:]:
            self._mark(painter, number, point)

    @staticmethod
    def _mark(painter: QPainter, number: int, point: QPointF) -> None:
        if number == 0:
            painter.drawEllipse(point, 4, 4)
        elif number == 1:
            painter.drawRect(QRectF(point.x() - 3.5, point.y() - 3.5, 7, 7))
        else:
            x, y = point.x(), point.y()
            painter.drawPolygon([QPointF(x, y - 5), QPointF(x + 4.5, y + 3.5), QPointF(x - 4.5, y + 3.5)])

    def _legend(self, painter: QPainter, ends: list[tuple[float, int]], colours: Sequence[str]) -> None:
        """Name and last value of each line beside its end, moved apart where they would meet."""
        height = QFontMetrics(painter.font()).height() + 2
        lowest = float(_TOP)
        for y, number in sorted(ends):
            y = max(y - height / 2, lowest)
            lowest = y + height
            painter.setPen(QColor(colours[number]))
            series = self._series[number]
            left = self.width() - _RIGHT + 16
            painter.drawText(QRectF(left + 10, y, _RIGHT - 26, height), int(Qt.AlignmentFlag.AlignVCenter),
                             f"{series.name} {self._shown(series)}")  # fmt: skip
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours[number]))
            self._mark(painter, number, QPointF(left, y + height / 2))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which bulletin is under the mouse, and its values."""
        place = event.position()
        nearest = min(range(len(self._names)), key=lambda n: abs(self._at(n, 0).x() - place.x()), default=None)
        if nearest is None or abs(self._at(nearest, 0).x() - place.x()) > _NEAR:
            QToolTip.hideText()
            return
        values = [(s.name, s.values[nearest]) for s in self._series]
        said = [f"{name} {'—' if value is None else f'{value:.2f}'}" for name, value in values]
        QToolTip.showText(event.globalPosition().toPoint(), tip("\n".join([self._names[nearest], *said])), self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        return super().event(event)
