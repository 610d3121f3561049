"""Who is to annotate what: bulletins down, people across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import status_name
from gui.tips import tip, tip_or_said
from models.bulletins import Bulletin
from models.people import Person

CELL = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """One person on one bulletin. `status` is that of their layer, empty where they have none."""

    bulletin: Bulletin
    person: Person
    assigned: bool = False
    status: str = ""


@dataclass(frozen=True)
class AssignmentRow:
    """A bulletin, the names of those it is assigned to, and the status of each person's layer on it."""

    bulletin: Bulletin
    names: frozenset[str] = frozenset()
    statuses: Mapping[str, str] = field(default_factory=dict)


class AssignmentsModel(QAbstractTableModel):
    """Title, how many of those wanted are assigned, then a column a person with check boxes.

    Read only: a view asks for what is to be changed, and shows what the project has made of it.
    """

    FIXED = 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._rows: list[AssignmentRow] = []
        self._load: Mapping[str, int] = {}
        self._wanted = 1

    def show_rows(
        self, people: Sequence[Person], rows: Sequence[AssignmentRow], load: Mapping[str, int], wanted: int
    ) -> None:
        """Show these. `load` says how many bulletins each name has in all, `wanted` how many people a bulletin is to
        have. Where people and bulletins are the same, selection and place stay."""
        same = list(people) == self._people and [r.bulletin.id for r in rows] == [r.bulletin.id for r in self._rows]
        if not same:
            self.beginResetModel()
        self._people, self._rows, self._load, self._wanted = list(people), list(rows), dict(load), wanted
        if not same:
            self.endResetModel()
            return
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
        if self._people:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, self.FIXED, self.columnCount() - 1)

    def rows(self) -> list[AssignmentRow]:
        return list(self._rows)

    @property
    def people(self) -> list[Person]:
        return list(self._people)

    def cell(self, index: Index) -> Cell | None:
        """What an index stands for; None outside the people's columns."""
        column = index.column() - self.FIXED
        if not index.isValid() or column < 0 or index.row() >= len(self._rows):
            return None
        row, person = self._rows[index.row()], self._people[column]
        return Cell(row.bulletin, person, person.name in row.names, row.statuses.get(person.name, ""))

    def lacking(self, index: Index) -> bool:
        """Whether fewer people are on the bulletin of an index than it is to have."""
        return index.row() < len(self._rows) and len(self._rows[index.row()].names) < self._wanted

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.FIXED + len(self._people)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if section < self.FIXED:
            heads = (self.tr("刊物"), self.tr("人数"))
            return heads[section] if role == Qt.ItemDataRole.DisplayRole else None
        person = self._people[section - self.FIXED]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{person.name}  {self._load.get(person.name, 0)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            count = self.tr("%n 篇", "", self._load.get(person.name, 0))
            return tip(f"{person.name}\n{count}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        cell = self.cell(index)
        if cell is not None:
            return self._of_cell(cell, role)
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.bulletin.title, f"{len(row.names)} / {self._wanted}")[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if index.column() else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and not index.column():
            size = self.tr("%1 字").replace("%1", f"{row.bulletin.chars:,}")
            return tip("\n".join((row.bulletin.title, row.bulletin.name, size)))
        return None

    def _of_cell(self, cell: Cell, role: int) -> object:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if cell.assigned else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self.tr("已分派") if cell.assigned else self.tr("未分派")
            parts = [cell.person.name, cell.bulletin.title, said, status_name(cell.status) if cell.status else ""]
            return tip_or_said(role, "，".join(part for part in parts if part))
        return cell if role == CELL else None
