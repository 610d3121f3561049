"""What a merge would do, or did: a line for each layer of each file, and for each file that cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gui.names import fill, status_name
from gui.sentences import sentence
from gui.tips import tip
from models.errors import UserError
from models.review.merge import NEW, NEWER, OLDER, REFUSED, SAME, Line

LINE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

FATES = {
    REFUSED: QT_TRANSLATE_NOOP("Merge", "不能合并"),
    NEW: QT_TRANSLATE_NOOP("Merge", "新增"),
    NEWER: QT_TRANSLATE_NOOP("Merge", "更新"),
    OLDER: QT_TRANSLATE_NOOP("Merge", "保留本项目的"),
    SAME: QT_TRANSLATE_NOOP("Merge", "没有变化"),
}
"""What becomes of a layer, in the order in which the lines stand: what needs a look comes first."""

REFUSALS = {
    "text": QT_TRANSLATE_NOOP("Merge", "正文与本项目的不同，被改动过。请重新制作工作包发出。"),
    "bulletin": QT_TRANSLATE_NOOP("Merge", "本项目没有这篇正文。请先导入正文，再合并。"),
    "label": QT_TRANSLATE_NOOP("Merge", "用到了本项目标签集里没有的 {facts}。请先补上，再合并。"),
    "newer": QT_TRANSLATE_NOOP(
        "Merge", "对方的标签集更新，用到了这里没有的 {facts}。请在这里补上，或合并到标签集更新的项目里。"
    ),
    "broken": QT_TRANSLATE_NOOP("Merge", "标注层不合规则，文件可能损坏了。请对方重新发一份。"),
}
"""Why a layer is refused, by the keys of models.review.arrivals.REFUSALS."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Merge", text)


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One line. `fate` is a key of FATES; bulletin and layer are empty for a file that cannot be read."""

    fate: str
    bulletin: str
    layer: str
    path: Path
    told: str = ""


def rows_of(lines: Iterable[Line], unread: Mapping[Path, UserError]) -> list[MergeRow]:
    """The lines of a merge as they are shown: files that cannot be read, then layers by what becomes of them."""
    rows = [MergeRow(REFUSED, "", "", path, sentence(error)) for path, error in unread.items()]
    found = [MergeRow(line.what, line.bulletin.title, _whose(line), line.path, _told(line)) for line in lines]
    order = list(FATES)
    return rows + sorted(found, key=lambda row: order.index(row.fate))


def _whose(line: Line) -> str:
    return line.annotator if line.role == "annotator" else _tr(QT_TRANSLATE_NOOP("Merge", "金标层"))


def _told(line: Line) -> str:
    if line.what == REFUSED:
        return fill(_tr(REFUSALS[line.refusal]), facts=line.facts)
    parts = []
    if line.what == OLDER:
        parts.append(_tr(QT_TRANSLATE_NOOP("Merge", "这里的改动更晚")))
    if line.status:
        parts.append(fill(_tr(QT_TRANSLATE_NOOP("Merge", "状态改为“{status}”")), status=status_name(line.status)))
    if line.comments:
        parts.append(fill(_tr(QT_TRANSLATE_NOOP("Merge", "带来批注 {count} 条")), count=str(line.comments)))
    if line.decisions:
        parts.append(fill(_tr(QT_TRANSLATE_NOOP("Merge", "带来裁定 {count} 项")), count=str(line.decisions)))
    return _tr(QT_TRANSLATE_NOOP("Merge", "，")).join(parts)


class MergeModel(QAbstractTableModel):
    """One `MergeRow` a row, under the role `LINE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[MergeRow] = []
        self._heads = (self.tr("结果"), self.tr("刊物"), self.tr("标注层"), self.tr("文件"), self.tr("说明"))

    def set_rows(self, rows: Sequence[MergeRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[MergeRow]:
        return list(self._rows)

    def row(self, index: Index) -> MergeRow | None:
        """The line of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def counts(self) -> Counter[str]:
        """How many lines have each fate."""
        return Counter(row.fate for row in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(str(row.path) if index.column() == 3 else self._cells(row)[index.column()])
        return row if role == LINE else None

    @staticmethod
    def _cells(row: MergeRow) -> tuple[str, ...]:
        return _tr(FATES[row.fate]), row.bulletin or "—", row.layer or "—", row.path.name, row.told

    def as_text(self) -> str:
        """The lines as tab-separated text, heads first."""
        return "\n".join("\t".join(cells) for cells in (self._heads, *map(self._cells, self._rows)))
