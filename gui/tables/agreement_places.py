"""The places that a figure or a cell counts, read page by page as one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.tips import tip_or_said

PLACE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place [start, end) of a bulletin in words, what is said of it, and whether both have the same there."""

    bulletin: str
    start: int
    end: int
    words: str
    title: str
    said: str
    same: bool = False


class PlacesModel(QAbstractListModel):
    """One `PlaceRow` a row, under the role `PLACE`. There may be more than were given: `wanted` asks for them."""

    wanted = Signal(int)  # the number of rows that are there

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PlaceRow] = []
        self._total = 0
        self._asked = False

    def show_rows(self, rows: Sequence[PlaceRow], total: int) -> None:
        """Show the first of `total` places."""
        self.beginResetModel()
        self._rows, self._total, self._asked = list(rows), total, False
        self.endResetModel()

    def add_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Show what follows those that are there."""
        self._asked = False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        else:
            self._total = len(self._rows)

    def place(self, index: Index) -> PlaceRow | None:
        """The place of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._asked and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(len(self._rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.place(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tip_or_said(role, "\n".join((row.words, row.said, row.title)))
        return row if role == PLACE else None

    def as_text(self) -> str:
        """The rows that are there as tab-separated lines."""
        cells = [(row.title, str(row.start), str(row.end), row.words, row.said) for row in self._rows]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in cells)
