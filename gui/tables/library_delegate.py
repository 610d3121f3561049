"""How a bulletin looks in the library: a dot for its status, the title, how far it is, and the counts below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.library import ROW, LibraryModel
from gui.theme import LIGHT, Theme
from models.library import LibraryRow

Index = QModelIndex | QPersistentModelIndex
_LEFT, _PAD, _LINES = 32, 7, 2


class LibraryDelegate(QStyledItemDelegate):
    """Draws a `LibraryRow`; a long title takes two lines."""

    theme: Theme = LIGHT

    def _model(self, index: Index) -> LibraryModel | None:
        model = index.model()
        return model if isinstance(model, LibraryModel) else None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, row = self._model(index), index.data(ROW)
        if model is None or not isinstance(row, LibraryRow):
            return QSize()
        view = option.widget
        width = view.viewport().width() if view is not None and hasattr(view, "viewport") else option.rect.width()
        lines = len(self._lines(option, model.title(row), self._room(option, width, model.note(row))))
        height = lines * QFontMetrics(option.font).lineSpacing()
        return QSize(120, height + QFontMetrics(paint.small(option.font)).height() + 2 * _PAD + 4)

    def _room(self, option: QStyleOptionViewItem, width: int, note: str) -> int:
        taken = QFontMetrics(paint.small(option.font)).horizontalAdvance(note) + 8 if note else 0
        return max(40, width - _LEFT - 10 - taken)

    @staticmethod
    def _lines(option: QStyleOptionViewItem, title: str, room: int) -> list[str]:
        """The title in at most two lines, broken as Chinese breaks."""
        layout = QTextLayout(title, option.font)
        how = QTextOption()
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(how)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            starts.append(line.textStart())
        layout.endLayout()
        # QTextLayout counts in UTF-16, the lines below are cut there and decoded again.
        raw = title.encode("utf-16-le")
        pieces = [
            raw[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(starts, [*starts[1:], len(raw) // 2], strict=True)
        ]
        if len(pieces) > _LINES:
            last = raw[2 * starts[_LINES - 1] :].decode("utf-16-le")
            elided = QFontMetrics(option.font).elidedText(last, Qt.TextElideMode.ElideRight, room)
            pieces = [*pieces[: _LINES - 1], elided]
        return pieces or [""]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, row = self._model(index), index.data(ROW)
        if model is None or not isinstance(row, LibraryRow):
            return
        theme = self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.ground(painter, option, theme, bar=True)
        metrics, font = QFontMetrics(option.font), paint.small(option.font)
        rect = option.rect.adjusted(_LEFT, _PAD, -10, -_PAD)
        ink = paint.colour(theme, "faint" if row.bulletin.archived else "ink")
        lines = self._lines(option, model.title(row), self._room(option, option.rect.width(), model.note(row)))
        line = metrics.lineSpacing()
        first = QRect(rect.left(), rect.top(), rect.width(), line)
        colour = paint.colour(
            theme, {"submitted": "good", "adjudicated": "good", "returned": "warning"}.get(row.status, "faint")
        )
        paint.note(painter, first, model.note(row), font, colour)
        for n, text in enumerate(lines):
            paint.words(painter, first.translated(0, n * line), text, option.font, ink)
        below = QRect(rect.left(), rect.top() + len(lines) * line + 3, rect.width(), QFontMetrics(font).height())
        why = row.status == "returned" and row.reason
        paint.words(painter, below, model.counts(row), font, QColor(theme.warning if why else theme.faint))
        self._dot(painter, QPointF(option.rect.left() + 17, first.center().y() + 0.5), row)
        painter.restore()

    def _dot(self, painter: QPainter, centre: QPointF, row: LibraryRow) -> None:
        """Empty: nobody began; half: on the way; full: submitted; full with a tick: settled."""
        theme, radius = self.theme, 4.5
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        role = {"new": "faint", "in_progress": "accent", "returned": "warning"}.get(row.status, "good")
        colour = paint.colour(theme, role)
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(colour if role == "good" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if row.status in ("in_progress", "returned"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPie(box, 90 * 16, 180 * 16)
        elif row.status == "adjudicated":
            painter.setPen(QPen(QColor(theme.panel), 1.4))
            painter.drawPolyline([centre + QPointF(-2.2, 0), centre + QPointF(-0.5, 1.8), centre + QPointF(2.4, -1.8)])
