"""The lines of the journal, the newest first, read page by page as one scrolls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import change_name, moment_name
from gui.tips import tip_or_said
from models.project import Project
from models.review.blind import hidden_layers
from models.storage import JournalEntry

MOMENT = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
PAGE = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the history. `undone`: what it did was taken back and not done again. Entry None is the present."""

    entry: JournalEntry | None
    undone: bool = False


class HistoryModel(QAbstractListModel):
    """One `Moment` a row, under the role `MOMENT`; the first row is the present."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._layer: str | None = None
        self._rows: list[Moment] = []
        self._fate: dict[int, bool] = {}
        self._more = False
        self._oldest = 0
        self._hidden: frozenset[str] = frozenset()
        self._titles: dict[str, str] = {}
        """What the bulletin of each layer is called."""

    def show_journal(self, project: Project | None, layer: str | None) -> None:
        """Show the journal of one layer, or of the whole project (None).

        What was done in layers that whoever sits there is not to look into is left out.
        """
        self.beginResetModel()
        self._hidden = hidden_layers(project) if project is not None and layer is None else frozenset()
        self._project, self._layer, self._fate = project, layer, {}
        self._titles = _titles(project) if project is not None and layer is None else {}
        self._rows = [Moment(None)] if project else []
        self._more = project is not None
        if project is not None:
            self._rows += self._older(None)
        self.endResetModel()

    def _older(self, before: int | None) -> list[Moment]:
        """A page of lines before an entry. The latest undo or redo of an entry decides its fate."""
        assert self._project is not None
        page = self._project.store.journal(layer=self._layer, before=before, last=PAGE)[::-1]
        self._more = len(page) == PAGE
        self._oldest = page[-1].id if page else 0
        for entry in page:
            if entry.target is not None:
                self._fate.setdefault(entry.target, entry.kind == "undo")
        return [Moment(entry, self._fate.get(entry.id, False)) for entry in page if entry.layer not in self._hidden]

    def refresh(self) -> None:
        """Add what has been written since."""
        if self._project is None:
            return
        newest = next((m.entry.id for m in self._rows if m.entry is not None), 0)
        fresh = [e for e in self._project.store.journal(layer=self._layer, after=newest) if e.layer not in self._hidden]
        if not fresh:
            return
        for entry in fresh:
            if entry.target is not None:
                self._fate[entry.target] = entry.kind == "undo"
        self._titles = _titles(self._project) if self._layer is None else {}
        self.beginInsertRows(QModelIndex(), 1, len(fresh))
        self._rows[1:1] = [Moment(entry, self._fate.get(entry.id, False)) for entry in reversed(fresh)]
        self.endInsertRows()
        self._retell(e.target for e in fresh if e.target is not None)

    def _retell(self, targets: Iterable[int]) -> None:
        wanted = set(targets)
        for n, moment in enumerate(self._rows):
            if moment.entry is not None and moment.entry.id in wanted:
                self._rows[n] = Moment(moment.entry, self._fate[moment.entry.id])
                self.dataChanged.emit(self.index(n), self.index(n))

    def moment(self, index: Index) -> Moment | None:
        """The line of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def words(self, moment: Moment) -> str:
        """What was done."""
        entry = moment.entry
        if entry is None:
            return self.tr("现在")
        name = change_name(entry.name, entry.args, self._project.labels if self._project else None)
        if entry.kind == "undo":
            return self.tr("撤销：%1").replace("%1", name)
        return self.tr("重做：%1").replace("%1", name) if entry.kind == "redo" else name

    def when(self, moment: Moment) -> str:
        """Who and when; in the journal of the whole project also where."""
        entry = moment.entry
        if entry is None:
            return ""
        place = self._titles.get(entry.layer or "", "") if self._layer is None else ""
        return " · ".join(part for part in (entry.who, moment_name(entry.at, datetime.now(UTC)), place) if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or not self._more:
            return
        rows = self._older(self._oldest)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        moment = self.moment(index)
        if moment is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(moment)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            state = self.tr("已撤销") if moment.undone else ""
            said = "，".join(part for part in (self.words(moment), self.when(moment), state) if part)
            return tip_or_said(role, said)
        return moment if role == MOMENT else None


def _titles(project: Project) -> dict[str, str]:
    titles = {bulletin.id: bulletin.title for bulletin in project.store.bulletins()}
    return {layer.id: titles.get(layer.bulletin, "") for layer in project.store.layers()}
