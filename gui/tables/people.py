"""The people of a project with how far each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import job_name, status_name
from models.people import Person
from models.review.assign import Progress

PERSON = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
COUNTED = ("in_progress", "submitted", "returned", "adjudicated")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person and the state of their work. `whole` is how many bulletins there are for them in all."""

    person: Person
    progress: Progress

    @property
    def counts(self) -> dict[str, int]:
        return dict(self.progress.statuses)

    @property
    def whole(self) -> int:
        """Bulletins begun, and those assigned that are not; one that was only looked at does not count."""
        return sum(self.counts[status] for status in COUNTED) + min(self.counts["new"], self.progress.assigned)

    @property
    def done(self) -> int:
        """Bulletins that wait for nothing from this person any more."""
        return self.counts["submitted"] + self.counts["adjudicated"]


def duration(seconds: float) -> str:
    """A length of time as hours and minutes, 2:05; a dash for none."""
    minutes = round(seconds / 60)
    if not minutes:
        return "—" if seconds < 1 else "0:01"
    return f"{minutes // 60}:{minutes % 60:02d}"


class PeopleModel(QAbstractTableModel):
    """One `PersonRow` a row, under the role `PERSON`; the last column is for the bar."""

    BAR = 8

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PersonRow] = []
        self._heads = (
            self.tr("姓名"), self.tr("角色"), self.tr("分派"), self.tr("进行中"), self.tr("已提交"), self.tr("已退回"),
            self.tr("已裁定"), self.tr("用时"), self.tr("进度"),
        )  # fmt: skip

    def set_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these people; where they are the same ones, in the same order, the current row stays."""
        new = list(rows)
        if new and [r.person.id for r in new] == [r.person.id for r in self._rows]:
            self._rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self._heads) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def rows(self) -> list[PersonRow]:
        return list(self._rows)

    def place(self, person: str) -> int | None:
        """Where the person of this id stands."""
        return next((n for n, row in enumerate(self._rows) if row.person.id == person), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way == Qt.Orientation.Horizontal and 0 <= section < len(self._heads):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._aligned(section)
        return None

    def _aligned(self, column: int) -> Qt.AlignmentFlag:
        right = 2 <= column < self.BAR
        return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(index.column())
        if index.column() == self.BAR and role == Qt.ItemDataRole.AccessibleTextRole:
            return self.share(row)
        if index.column() == self.BAR and role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(f"{status_name(status)}  {row.counts[status]}" for status in COUNTED if row.counts[status])
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == self.BAR - 1:
            return self.tr("两次修改相隔五分钟以内的时间；更长的停顿不算。")
        return row if role == PERSON else None

    def _cell(self, row: PersonRow, column: int) -> str:
        person, counts = row.person, row.counts
        name = person.name if person.active else self.tr("%1（已停用）").replace("%1", person.name)
        cells = [name, job_name(person.job), self._number(row.progress.assigned)]
        cells += [self._number(counts[status]) for status in COUNTED]
        cells += [duration(row.progress.seconds), ""]
        return cells[column]

    @staticmethod
    def _number(count: int) -> str:
        return str(count) if count else "—"

    def share(self, row: PersonRow) -> str:
        """How much is done, in words."""
        return f"{row.done} / {row.whole}" if row.whole else ""

    def as_text(self) -> str:
        """The table as tab-separated lines, for a spreadsheet."""
        lines = ["\t".join(self._heads)]
        for row in self._rows:
            cells = [self._cell(row, c) for c in range(self.BAR)] + [self.share(row)]
            lines.append("\t".join("0" if cell == "—" and 2 <= n < 7 else cell for n, cell in enumerate(cells)))
        return "\n".join(lines)
