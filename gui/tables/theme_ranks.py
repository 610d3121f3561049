"""The themes proposed for the current section, the likeliest first, with the words that speak for each."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import theme_name
from gui.tables.following import follow
from gui.tips import tip_or_said
from models.labels import LabelSet
from models.outline import Section, ThemeSuggestion

RANK = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class ThemeRanksModel(QAbstractListModel):
    """One `ThemeSuggestion` a row, under the role `RANK`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ThemeSuggestion] = []
        self._labels: LabelSet | None = None

    def show_section(self, section: Section | None, labels: LabelSet | None) -> None:
        """Show what is proposed for this section. Retired themes are not proposed."""
        self._labels = labels
        known = labels.theme_by_id if labels else {}
        wanted = [s for s in section.suggested if s.id not in known or not known[s.id].retired] if section else []
        if not follow(self, self._rows, wanted, lambda row: row.id, QModelIndex()):
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()

    def suggestion(self, index: Index) -> ThemeSuggestion | None:
        """The suggestion of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.suggestion(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return theme_name(self._labels, row.id)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            share = "" if row.confidence is None else f" {row.confidence:.2f}"
            words = self.tr("依据：%1").replace("%1", "、".join(row.words)) if row.words else ""
            said = "\n".join(part for part in (theme_name(self._labels, row.id) + share, words) if part)
            return tip_or_said(role, said)
        return row if role == RANK else None
