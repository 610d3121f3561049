"""The bulletins that the library shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import status_name
from gui.tables.following import follow
from gui.tips import tip
from models.library import LibraryRow

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractListModel):
    """One `LibraryRow` a row, under the role `ROW`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LibraryRow] = []
        self.prelabels = True
        """Whether bulletins that nobody has begun are waiting for suggestions: a write-protected project keeps none."""
        self.mark_assigned = False
        """Whether the second line says which bulletins are assigned to the annotator."""
        self.show_doubt = False
        """Whether it says how sure the engine is."""

    def set_rows(self, rows: Sequence[LibraryRow]) -> None:
        """Show these rows; what stays keeps its place on screen and its selection."""
        if not follow(self, self._rows, rows, lambda row: row.id, QModelIndex()):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def rows(self) -> list[LibraryRow]:
        return list(self._rows)

    def place(self, bulletin: str) -> int | None:
        """Where the bulletin stands; None when it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.id == bulletin), None)

    def update_row(self, row: LibraryRow) -> None:
        """Show one row as it is now, if it is among those shown."""
        n = self.place(row.id)
        if n is not None and self._rows[n] != row:
            self._rows[n] = row
            self.dataChanged.emit(self.index(n), self.index(n))

    def counts(self, row: LibraryRow) -> str:
        """The second line: how much there is and how much of it waits; why it was sent back where it was."""
        if row.status == "returned" and row.reason:
            return " ".join(row.reason.split())
        parts = [self.tr("分派给我")] if row.assigned and self.mark_assigned else []
        if row.sections or row.mentions or row.status != "new":
            parts.append(self.tr("%1 段").replace("%1", str(row.sections)))
        if row.doubt is not None and self.show_doubt:
            parts.append(self.tr("平均把握 %1").replace("%1", f"{1 - row.doubt:.0%}"))
        elif row.status == "new":
            waits = self.tr("等待预标注") if self.prelabels else status_name(row.status)
            parts.append(self.tr("预标注完成") if row.suggested else waits)
        if row.status != "new":
            parts.append(self.tr("%1 实体").replace("%1", str(row.mentions)))
            if row.waiting:
                parts.append(self.tr("%1 待确认").replace("%1", str(row.waiting)))
        if row.bulletin.archived:
            parts.append(self.tr("已归档"))
        return " · ".join(parts)

    def note(self, row: LibraryRow) -> str:
        """What stands at the right: how far one is, or what has become of it."""
        if row.status in ("submitted", "returned", "adjudicated"):
            return status_name(row.status)
        return "" if row.percent is None else f"{row.percent}%"

    def title(self, row: LibraryRow) -> str:
        """The number of the file and the title."""
        title = row.bulletin.title
        return title if not row.number or title.startswith(row.number) else f"{row.number} {title}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(
                p for p in (self.title(row), status_name(row.status), self.note(row), self.counts(row)) if p
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            size = self.tr("%1 字").replace("%1", f"{row.bulletin.chars:,}")
            told = (row.bulletin.title, row.bulletin.name, f"{status_name(row.status)} · {size}", row.reason)
            return tip("\n".join(part for part in told if part))
        return row if role == ROW else None
