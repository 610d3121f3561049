"""Figures of agreement as tables: a cell has what it shows, what it is sorted by, and what it may be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tips import tip, tip_or_said

CELL = Qt.ItemDataRole.UserRole + 1
SORT = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Question:
    """Which places are wanted: those of a figure, or of a cell of a confusion matrix; of all pairs and bulletins where
    `pair` and `bulletin` are None."""

    figure: str = ""
    what: str = ""
    cell: tuple[object, object] | None = None
    pair: tuple[str, str] | None = None
    bulletin: str | None = None

    def asked(self, agreed: bool) -> dict[str, object]:
        """The question as the worker takes it."""
        found: dict[str, object] = {"pair": list(self.pair) if self.pair else None, "bulletin": self.bulletin}
        if self.what:
            return {**found, "what": self.what, "cell": list(self.cell or ())}
        return {**found, "figure": self.figure, "agreed": agreed}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `strength` (0 to 1) is how dark a matrix draws it, None for not at all; `diagonal` is where a value
    meets itself; `span` is an interval that is drawn. `about` says the cell in words; numbers stand at the right."""

    text: str = ""
    sort: float | str = ""
    about: str = ""
    question: Question | None = None
    strength: float | None = None
    diagonal: bool = False
    faint: bool = False
    span: tuple[float, ...] | None = None


class FiguresModel(QAbstractTableModel):
    """Rows of `Cell`s, under the role `CELL`; `SORT` is what a row is sorted by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: list[str] = []
        self._tips: list[str] = []
        self._side: list[str] = []
        self._rows: list[Sequence[Cell]] = []

    def show_cells(
        self, heads: Sequence[str], rows: Sequence[Sequence[Cell]], side: Sequence[str] = (), tips: Sequence[str] = ()
    ) -> None:
        """Show these; each row has as many cells as there are heads. `side` names the rows of a matrix."""
        self.beginResetModel()
        self._heads, self._rows, self._side, self._tips = list(heads), list(rows), list(side), list(tips)
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """The cell of an index."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()][index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        names = self._heads if way == Qt.Orientation.Horizontal else self._side
        if not 0 <= section < len(names):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return names[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            tips = self._tips if way == Qt.Orientation.Horizontal else []
            return tip((tips[section] if section < len(tips) else "") or names[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if self._side:
                return Qt.AlignmentFlag.AlignCenter
            return self._aligned(self._rows[0][section] if self._rows else Cell())
        return None

    @staticmethod
    def _aligned(cell: Cell) -> Qt.AlignmentFlag:
        right = not isinstance(cell.sort, str)
        return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(cell)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tip_or_said(role, cell.about or cell.text)
        if role == SORT:
            return cell.sort
        return cell if role == CELL else None

    def as_text(self, order: Sequence[int] | None = None) -> str:
        """The table as tab-separated lines, for a spreadsheet; its rows in the order given."""
        corner = [""] if self._side else []
        lines = ["\t".join([*corner, *map(_flat, self._heads)])]
        order = range(len(self._rows)) if order is None else order
        rows = [[*self._side[n : n + 1], *(_flat(cell.text) for cell in self._rows[n])] for n in order]
        return "\n".join([*lines, *("\t".join(row) for row in rows)])


def _flat(text: str) -> str:
    return " ".join(text.split())
