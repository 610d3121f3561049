"""The mentions of the open bulletin, grouped by what they name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import label_name
from gui.tables.mention_groups import SORTS, Group, Key, MentionFilter, MentionGroups, extent
from gui.tips import tip_or_said
from models.changes import Change
from models.labels import LabelSet
from models.mentions import Entity, Mention
from models.session import Session

LINE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
PAGE = 500
_MANY = 300


@dataclass(frozen=True, slots=True)
class MentionLine:
    """What one row shows. `before` and `after` are the words around a single place."""

    title: str
    label: str
    before: str = ""
    after: str = ""
    places: int = 1
    waiting: int = 0
    unsure: bool = False
    linked: bool = False
    child: bool = False


class MentionsModel(QAbstractItemModel):
    """Groups at the top, their mentions below; a group of one has none below.

    Small changes touch their rows alone. Groups come a page at a time as one scrolls: a view lays out all it is given.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: LabelSet | None = None
        self._all = MentionGroups()
        self._open = 0

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        """Show another layer, or none."""
        self._labels = labels
        self._read(session, self._all.filter, self._all.sort)

    def show_only(self, chosen: MentionFilter, sort: str = SORTS[0]) -> None:
        """Filter and sort: by place, name or count."""
        if (chosen, sort) != (self._all.filter, self._all.sort):
            self._read(self._all.session, chosen, sort)

    def _read(self, session: Session | None, chosen: MentionFilter, sort: str) -> None:
        self.beginResetModel()
        self._all = MentionGroups(session, chosen, sort)
        self._open = min(PAGE, len(self._all.groups))
        self.endResetModel()

    # Changes ----------------------------------------------------------------------------------------------------

    def apply(self, step: Change) -> bool:
        """Take over a change of the open layer; says whether everything was read anew."""
        session = self._all.session
        if session is None:
            return False
        ids = {i.id for i in (*step.before, *step.after) if isinstance(i, Mention) and i.layer == session.layer.id}
        if len(ids) > _MANY or step.touches(Entity):
            self._read(session, self._all.filter, self._all.sort)
            return True
        now = self._all.passing(session.mentions[key] for key in ids if key in session.mentions)
        for key in ids - {m.id for m in now} & self._all.home.keys():
            self._take_out(self._all.home[key], key)
        for mention in now:
            self._replace(mention)
        if self._open < min(PAGE, len(self._all.groups)):
            self._fetch(PAGE)
        return False

    def _replace(self, mention: Mention) -> None:
        group = self._all.home.get(mention.id)
        if group is not None and self._all.key_of(mention) == group.key:
            row = group.row_of(mention.id)
            if extent(group.rows[row]) == extent(mention):
                self._all.replace_row(group, row, mention)
                top = self.index(self._all.place(group), 0)
                for index in (top, self.index(row, 0, top)):
                    if index.isValid():
                        self.dataChanged.emit(index, index)
                return
        if group is not None:
            self._take_out(group, mention.id)
        self._put_in(mention)

    def _take_out(self, group: Group, key: str) -> None:
        row, place = group.row_of(key), self._all.place(group)
        shown, last = place < self._open, not group.folded
        pair = len(group.rows) == 2
        if shown and last:
            self.beginRemoveRows(QModelIndex(), place, place)
        elif shown:
            self.beginRemoveRows(self.index(place, 0), 0 if pair else row, 1 if pair else row)
        if last:
            self._all.take(place)
            self._open -= shown
        self._all.drop_row(group, row)
        if shown:
            self.endRemoveRows()
        if not last:
            self._settle(group, place)

    def _put_in(self, mention: Mention) -> None:
        group = self._all.group(self._all.key_of(mention))
        if not group.rows:
            self._all.add_row(group, mention)
            self._insert(self._all.place_for(group), group)
            return
        place, row, single = self._all.place(group), group.row_for(mention), not group.folded
        shown = place < self._open
        if shown:
            self.beginInsertRows(self.index(place, 0), 0 if single else row, 1 if single else row)
        self._all.add_row(group, mention, row)
        if shown:
            self.endInsertRows()
        self._settle(group, place)

    def _insert(self, place: int, group: Group) -> None:
        shown = place < self._open or self._open == len(self._all.groups)
        if shown:
            self.beginInsertRows(QModelIndex(), place, place)
        self._all.insert(place, group)
        self._open += shown
        if shown:
            self.endInsertRows()

    def _settle(self, group: Group, place: int) -> None:
        """Put the group where it belongs now that its rows have changed, and redraw it."""
        to = self._all.place_after_change(group)
        shown, stays = place < self._open, to < self._open
        if shown and stays and to != place:
            self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), to + (to > place))
        elif shown and not stays:
            self.beginRemoveRows(QModelIndex(), place, place)
        elif stays and not shown:
            self.beginInsertRows(QModelIndex(), to, to)
        self._all.insert(to, self._all.take(place))
        self._open += stays - shown
        if shown and stays and to != place:
            self.endMoveRows()
        elif shown and not stays:
            self.endRemoveRows()
        elif stays and not shown:
            self.endInsertRows()
        if shown and stays:
            self.dataChanged.emit(self.index(to, 0), self.index(to, 0))

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._open < len(self._all.groups)

    def fetchMore(self, parent: Index) -> None:
        if not parent.isValid():
            self._fetch(self._open + PAGE)

    def _fetch(self, wanted: int) -> None:
        wanted = min(wanted, len(self._all.groups))
        if wanted > self._open:
            self.beginInsertRows(QModelIndex(), self._open, wanted - 1)
            self._open = wanted
            self.endInsertRows()

    # Places -----------------------------------------------------------------------------------------------------

    def mentions(self, index: Index) -> list[Mention]:
        """The mentions that a row stands for: all of a group, or one."""
        if not index.isValid():
            return []
        if index.internalId():
            group = self._all.by_number.get(index.internalId())
            return [group.rows[index.row()]] if group else []
        return list(self._all.groups[index.row()].rows)

    def index_of(self, mention_id: str) -> QModelIndex:
        """The row of a mention (the group's where it is alone in it); an invalid index when it is not shown."""
        group = self._all.home.get(mention_id)
        if group is None:
            return QModelIndex()
        top = self.index_of_group(group.key)
        return self.index(group.row_of(mention_id), 0, top) if group.folded else top

    def group_key(self, index: Index) -> Key | None:
        """What names a group for good, whatever row it has; None for a row below one."""
        return None if not index.isValid() or index.internalId() else self._all.groups[index.row()].key

    def index_of_group(self, key: Key) -> QModelIndex:
        """The row of a group, fetched if need be; an invalid index when it is not shown."""
        group = self._all.by_key.get(key)
        if group is None:
            return QModelIndex()
        place = self._all.place(group)
        if place >= self._open:
            self._fetch(place + PAGE)
        return self.index(place, 0)

    def totals(self) -> tuple[int, int, int]:
        """How many groups, mentions and open ones pass the filter."""
        return len(self._all.groups), len(self._all.home), self._all.waiting

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, self._all.groups[parent.row()].number if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        group = self._all.by_number.get(index.internalId())
        return QModelIndex() if group is None else self.createIndex(self._all.place(group), 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return self._open
        if parent.internalId() or parent.row() >= self._open:
            return 0
        group = self._all.groups[parent.row()]
        return len(group.rows) if group.folded else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    # What is shown ----------------------------------------------------------------------------------------------

    def _line(self, index: Index) -> MentionLine:
        rows, child = self.mentions(index), bool(index.internalId())
        first = rows[0]
        before, after = self._all.around(first) if len(rows) == 1 else ("", "")
        title = self._all.words(first) if child else self._all.title(self._all.groups[index.row()])
        return MentionLine(
            title, first.label, before, after, len(rows), sum(not m.confirmed for m in rows),
            any(m.unsure for m in rows), self._all.entity(first) is not None, child,
        )  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not self.mentions(index):
            return None
        if role == LINE:
            return self._line(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(index).title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tip_or_said(role, self._spoken(self._line(index)))
        return None

    def _spoken(self, line: MentionLine) -> str:
        words = f"{line.before}{line.title}{line.after}" if line.child else line.title
        parts = [label_name(self._labels, line.label), words]
        if line.places > 1:
            parts.append(self.tr("%1 处").replace("%1", str(line.places)))
        if line.waiting:
            parts.append(self.tr("%1 处待确认").replace("%1", str(line.waiting)))
        if line.unsure:
            parts.append(self.tr("存疑"))
        return "，".join(parts)
