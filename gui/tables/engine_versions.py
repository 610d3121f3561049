"""The engines trained on a project's work, the latest first, the shipped one at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import moment_name
from models.learning.effort import Effort
from models.learning.learned import Figures, Score
from models.storage import EngineRow

Index = QModelIndex | QPersistentModelIndex
VERSION = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    cells: tuple[str, ...]


class EngineVersionsModel(QAbstractTableModel):
    """When and of how many bulletins; F1 of entities and of themes, and the work left on entities, before and after;
    whether it is in use.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []

    def set_versions(self, rows: Sequence[EngineRow], used: str) -> None:
        """Show these engines; `used` is the id of the one in use, empty for the shipped one."""
        today = datetime.now(UTC)
        self.beginResetModel()
        self._lines = []
        for row in rows:
            figures = Figures.from_json(row.figures)
            entities = _step(figures.entities_before, figures.entities_after)
            themes = _step(figures.themes_before, figures.themes_after)
            state = self._state(row.id == used)
            effort = _step(figures.effort_before, figures.effort_after)
            when = moment_name(row.at, today)
            self._lines.append(_Line(row.id, (when, row.who, str(row.bulletins), entities, themes, effort, state)))
        shipped = self._state(used not in {row.id for row in rows})
        self._lines.append(_Line("", (self.tr("出厂"), "", "", "", "", "", shipped)))
        self.endResetModel()

    def _state(self, used: bool) -> str:
        return self.tr("使用中") if used else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._meaning(section)
        heads = (self.tr("时间"), self.tr("训练者"), self.tr("篇数"), self.tr("实体 F1"), self.tr("主题 F1"),
                 self.tr("还要改"), "")  # fmt: skip
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _meaning(self, column: int) -> str | None:
        if column in (3, 4):
            return self.tr("本项目已提交的刊物交叉验证：出厂引擎 → 训练后")
        if column == 5:
            return self.tr("把预标注的实体改对要几步，是从头标的几成：出厂引擎 → 训练后")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._meaning(index.column())
        return line.id if role == VERSION else None


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (2, 3, 4, 5) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _step(before: Score | Effort, after: Score | Effort) -> str:
    return f"{before.shown} → {after.shown}"
