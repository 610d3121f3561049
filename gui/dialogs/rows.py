"""Rows of the dialogs' lists: the value, the model over it, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.dialogs.parts import listed, scaled

_TICK = (QPoint(4, 8), QPoint(7, 11), QPoint(12, 4))
ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list. `key` says what it stands for; None makes it a heading that cannot be chosen.

    `detail` follows the title, `note` and the key caps stand at the right, `number` at the left; `checked` is None
    where there is nothing to check. `names` find it besides its title, `mark` is [start, end) of the title, set off.
    `above` is shown in place of the indent of `depth` while rows are filtered.
    """

    key: object
    title: str
    detail: str = ""
    note: str = ""
    keys: tuple[str, ...] = ()
    number: str = ""
    checked: bool | None = None
    names: tuple[str, ...] = ()
    enabled: bool = True
    mark: tuple[int, int] | None = None
    colour: str = ""
    depth: int = 0
    above: str = ""


class RowsModel(QAbstractListModel):
    """Rows as a list model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: Iterable[Row]) -> bool:
        """Show other rows. Where the keys are the same, in the same order, the current row stays: then True."""
        new = list(rows)
        if [r.key for r in new] == [r.key for r in self._rows] and new:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return True
        self.beginResetModel()
        self._rows = new
        self.endResetModel()
        return False

    @property
    def rows(self) -> list[Row]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed(part for part in (row.number, row.title, row.detail, row.note, *row.keys) if part)
        if role == Qt.ItemDataRole.CheckStateRole and row.checked is not None:
            return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self._rows[index.row()]
        if row.key is None or not row.enabled:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowDelegate(QStyledItemDelegate):
    """Draws a `Row`: number, box, title and detail from the left; key caps and note at the right."""

    PAD = 10

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        height = QFontMetrics(option.font).height()
        return QSize(120, height + (14 if row is None or row.key is not None else 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key is None:
            self._heading(painter, option, row)
        else:
            self._row(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        painter.setFont(scaled(option.font, 0.92))
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        rect = option.rect.adjusted(self.PAD, 4, -self.PAD, -2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.title)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        palette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and row.enabled
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(
                palette.color(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.AlternateBase)
            )
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
        rect = option.rect.adjusted(self.PAD + 18 * row.depth, 0, -self.PAD, 0)
        ink = palette.color(QPalette.ColorRole.Text if row.enabled else QPalette.ColorRole.PlaceholderText)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        if row.checked is not None:
            self._box(painter, QRect(rect.left(), rect.center().y() - 7, 15, 15), palette, row)
            rect.setLeft(rect.left() + 24)
        if row.number:
            rect.setLeft(rect.left() + self._cap(painter, option, rect.left(), row.number, right=False) + 8)
        for key in reversed(row.keys):
            rect.setRight(rect.right() - self._cap(painter, option, rect.right(), key, right=True) - 5)
        if row.note:
            width = min(QFontMetrics(option.font).horizontalAdvance(row.note) + 2, rect.width() // 2)
            painter.setPen(quiet)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                             _elided(option, row.note, width))  # fmt: skip
            rect.setRight(rect.right() - width - 12)
        if row.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(row.colour))
            painter.drawRoundedRect(QRect(rect.left(), rect.center().y() - 4, 9, 9), 2, 2)
            rect.setLeft(rect.left() + 17)
        self._words(painter, option, rect, row, ink, quiet)

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row, ink: QColor, quiet: QColor
    ) -> None:
        metrics = QFontMetrics(option.font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(option.font)
        if row.mark is not None:
            self._marked(painter, option, rect, row)
            return
        room = rect.width()
        if row.detail:
            room = max(room // 2, room - metrics.horizontalAdvance(row.detail) - 12)
        shown = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(ink)
        painter.drawText(rect, flags, shown)
        if row.detail:
            left = rect.left() + metrics.horizontalAdvance(shown) + 12
            painter.setPen(quiet)
            painter.drawText(QRect(left, rect.top(), rect.right() - left, rect.height()), flags,
                             _elided(option, row.detail, rect.right() - left))  # fmt: skip

    def _marked(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row) -> None:
        """The title with its marked words in the middle of the line, so that they stand in one column."""
        metrics = QFontMetrics(option.font)
        a, b = row.mark or (0, 0)
        before, words, after = row.title[:a], row.title[a:b], row.title[b:]
        at = rect.left() + option.rect.width() * 2 // 5
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        role = QPalette.ColorRole
        width = metrics.horizontalAdvance(words) + 1
        painter.setPen(option.palette.color(role.Text if row.enabled else role.PlaceholderText))
        left = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, at - rect.left())
        painter.drawText(QRect(rect.left(), rect.top(), at - rect.left(), rect.height()),
                         flags | int(Qt.AlignmentFlag.AlignRight), left)  # fmt: skip
        rest = QRect(at + width, rect.top(), max(0, rect.right() - at - width), rect.height())
        painter.drawText(rest, flags, metrics.elidedText(after, Qt.TextElideMode.ElideRight, rest.width()))
        painter.setPen(option.palette.color(role.Link if row.enabled else role.PlaceholderText))
        painter.drawText(QRect(at, rect.top(), width, rect.height()), flags, words)

    def _box(self, painter: QPainter, box: QRect, palette: QPalette, row: Row) -> None:
        accent = palette.color(QPalette.ColorRole.Link)
        quiet = palette.color(QPalette.ColorRole.Mid)
        if row.checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent if row.enabled else quiet)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1.8))
            painter.drawPolyline([box.topLeft() + offset for offset in _TICK])
        else:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText) if row.enabled else quiet, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)

    def _cap(self, painter: QPainter, option: QStyleOptionViewItem, edge: int, text: str, *, right: bool) -> int:
        """A key cap with its right (or left) side at `edge`; returns its width."""
        font = scaled(option.font, 0.85)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(text) + 10, metrics.height() + 3)
        height = metrics.height() + 2
        middle = option.rect.center().y()
        cap = QRect(edge - width if right else edge, middle - height // 2, width, height)
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(option.font)
        return width


def _elided(option: QStyleOptionViewItem, text: str, width: int) -> str:
    return QFontMetrics(option.font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
