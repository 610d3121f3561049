"""The differences of one stage of a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tables.differences_words import DifferenceWords
from gui.tips import tip
from models.review.differences import Difference

ROW = Qt.ItemDataRole.UserRole + 1
NOTE = Qt.ItemDataRole.UserRole + 2
DETAIL = Qt.ItemDataRole.UserRole + 3
KIND = Qt.ItemDataRole.UserRole + 4
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Listed:
    """What the list shows: the differences, the words for them, how many are alike, those with comments (by id)."""

    rows: Sequence[Difference] = ()
    words: DifferenceWords | None = None
    alike: Mapping[str, int] = field(default_factory=dict)
    commented: Mapping[str, str] = field(default_factory=dict)


class DifferencesModel(QAbstractListModel):
    """One `Difference` a row, under the role `ROW`. Words are made when they are asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = Listed()
        self._places: dict[str, int] = {}
        self._said: dict[tuple[int, int], object] = {}
        """What was asked for by row and role: a row is drawn again at each step that reaches or leaves it."""

    def set_listed(self, listed: Listed) -> None:
        """Show other differences."""
        self.beginResetModel()
        self._listed = listed
        self._places = {row.id: n for n, row in enumerate(listed.rows)}
        self._said = {}
        self.endResetModel()

    def rows(self) -> Sequence[Difference]:
        return self._listed.rows

    def place(self, difference: str) -> int | None:
        """Where a difference stands; None when it is not shown."""
        return self._places.get(difference)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._listed.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words, place = self._listed.words, (index.row(), role)
        if not index.isValid() or index.row() >= len(self._listed.rows) or words is None:
            return None
        if place not in self._said:
            self._said[place] = self._say(self._listed.rows[index.row()], words, role)
        return self._said[place]

    def _say(self, row: Difference, words: DifferenceWords, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.title(row)
            case _ if role == ROW:
                return row
            case _ if role == KIND:
                return words.kind(row)
            case _ if role == NOTE:
                return words.note(row)
            case _ if role == DETAIL:
                return self._detail(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip("\n".join(part for part in (words.title(row), self._detail(row)) if part))
            case Qt.ItemDataRole.AccessibleTextRole:
                return "，".join(
                    p for p in (words.kind(row), words.title(row), words.note(row), self._detail(row)) if p
                )
        return None

    def _detail(self, row: Difference) -> str:
        words = self._listed.words
        if words is None:
            return ""
        parts: list[str] = []
        if row.settled:
            parts.append(self.tr("已裁定：%1").replace("%1", words.settled(row)))
            if row.changed:
                parts.append(self.tr("裁定后有人改动"))
        elif not row.ready:
            parts.append(self.tr("待边界裁定后处理"))
        elif row.kind == "extent":
            parts.append(words.extents(row))
        elif row.kind in ("kind", "heading", "themes", "near"):
            parts.append(words.said(row))
        count = self._listed.alike.get(row.pattern, 0)
        if count > 1:
            parts.append(self.tr("同类 %1 处").replace("%1", str(count)))
        if row.id in self._listed.commented:
            parts.append(self.tr("批注：%1").replace("%1", self._listed.commented[row.id]))
        return " · ".join(parts)
