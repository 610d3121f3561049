"""Lines of a report, in groups with a heading each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tips import tip_or_said

LINE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A place of a bulletin with its words, what is said of it and why; or, without a bulletin, the heading of a group.

    `note` stands at the right. `group` is what the lines can be narrowed to.
    """

    words: str
    group: str = ""
    bulletin: str = ""
    start: int = 0
    end: int = 0
    note: str = ""
    said: str = ""
    reason: str = ""

    @property
    def heading(self) -> bool:
        return not self.bulletin

    @property
    def text(self) -> str:
        """All that can be searched for."""
        return " ".join((self.words, self.note, self.said, self.reason))


class ReportModel(QAbstractListModel):
    """One `ReportLine` a row, under the role `LINE`; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReportLine] = []

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Show these, headings among them."""
        self.beginResetModel()
        self._rows = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> ReportLine | None:
        """The line of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def lines(self) -> list[ReportLine]:
        """The lines that are shown, headings left out."""
        return [row for row in self._rows if not row.heading]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren if line.heading else enabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = "\n".join(part for part in (line.words, line.said, line.reason, line.note) if part)
            return tip_or_said(role, said)
        return line if role == LINE else None
