"""The project's lexicon of names as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QApplication

from gui.names import label_name
from models.labels import LabelSet
from models.learning.lexicon import Name

Index = QModelIndex | QPersistentModelIndex
NAME = Qt.ItemDataRole.UserRole + 1
ORDER = Qt.ItemDataRole.UserRole + 2
"""What a column is sorted by."""


class LexiconModel(QAbstractTableModel):
    """Name, label, how often it was tagged so, where it comes from. The `Name` itself under the role NAME."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Name] = []
        self._labels: LabelSet | None = None

    def set_names(self, names: Sequence[Name], labels: LabelSet | None) -> None:
        """Show these names."""
        self.beginResetModel()
        self._rows, self._labels = list(names), labels
        self.endResetModel()

    def row_of(self, string: str) -> int:
        """Where a name stands; -1 where it does not."""
        return next((n for n, name in enumerate(self._rows) if name.string == string), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        heads = (self.tr("名称"), self.tr("标签"), self.tr("标过"), self.tr("来历"))
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = (name.string, label_name(self._labels, name.label), str(name.count or "—"), self._origin(name))
            return cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and not name.active:
            return QApplication.palette().placeholderText()
        if role == ORDER:
            return name.count if index.column() == 2 else self.data(index)
        return name if role == NAME else None

    def _origin(self, name: Name) -> str:
        if not name.active:
            return self.tr("已停用")
        return self.tr("标注所得") if name.entry is None else self.tr("手工写入")


class SortedNames(QSortFilterProxyModel):
    """The names that contain what is typed, sorted by a column, whose head has an arrow."""

    def __init__(self, names: LexiconModel) -> None:
        super().__init__(names)
        self.setSourceModel(names)
        self.setFilterKeyColumn(0)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortRole(ORDER)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = super().headerData(section, way, role)
        if role != Qt.ItemDataRole.DisplayRole or section != self.sortColumn():
            return found
        return f"{found} {'↑' if self.sortOrder() == Qt.SortOrder.AscendingOrder else '↓'}"


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
