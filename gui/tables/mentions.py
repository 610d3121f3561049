"""The mentions of the open bulletin, grouped by what they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import label_name
from models.changes import Change
from models.labels import LabelSet
from models.mentions import Entity, Mention
from models.search import fold, pattern
from models.session import Session
from models.text import quote

LINE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
SORTS = ("place", "name", "count")
_MANY = 300
_BEFORE, _AFTER = 10, 24


@dataclass(frozen=True, slots=True)
class MentionFilter:
    """Which mentions are shown. An empty set of labels lets all through."""

    text: str = ""
    labels: frozenset[str] = frozenset()
    waiting: bool = False


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


@dataclass(slots=True, eq=False)
class Group:
    """Mentions that name one entity, or that are not linked and have the same words. In text order."""

    number: int
    key: tuple[str, str]
    rows: list[Mention] = field(default_factory=list)

    @property
    def folded(self) -> bool:
        """Whether it has rows below it: a single mention stands for itself."""
        return len(self.rows) > 1


def _at(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.id


class MentionsModel(QAbstractItemModel):
    """Groups at the top, their mentions below; a group of one has none below. Small changes touch their rows alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._labels: LabelSet | None = None
        self._filter = MentionFilter()
        self._sort = SORTS[0]
        self._groups: list[Group] = []
        self._keys: list[tuple[object, ...]] = []
        self._by_number: dict[int, Group] = {}
        self._by_key: dict[tuple[str, str], Group] = {}
        self._home: dict[str, Group] = {}
        self._places: dict[int, int] = {}
        self._numbers = count(1)
        self.waiting = 0

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        """Show another layer, or none."""
        self._session, self._labels = session, labels
        self.rebuild()

    def show_only(self, chosen: MentionFilter, sort: str) -> None:
        """Filter and sort: by place, name or count."""
        if (chosen, sort) != (self._filter, self._sort):
            self._filter, self._sort = chosen, sort
            self.rebuild()

    def rebuild(self) -> None:
        """Read everything anew."""
        self.beginResetModel()
        self._by_number, self._by_key, self._home, self._places = {}, {}, {}, {}
        for mention in self._passing(self._session.mentions if self._session else ()):
            group = self._group(self._key(mention))
            group.rows.append(mention)
            self._home[mention.id] = group
        self.waiting = sum(not m.confirmed for group in self._by_number.values() for m in group.rows)
        self._groups = sorted(self._by_number.values(), key=self._order)
        self._keys = [self._order(group) for group in self._groups]
        self.endResetModel()

    def _passing(self, mentions: Iterable[Mention]) -> list[Mention]:
        wanted, chosen = pattern(self._filter.text), self._filter
        found = [
            m
            for m in mentions
            if not (chosen.waiting and m.confirmed) and (not chosen.labels or m.label in chosen.labels)
        ]
        if wanted is None:
            return found
        return [m for m in found if wanted.search(fold(f"{self.words(m)}\n\n{self._canonical(m)}"))]

    # Words ------------------------------------------------------------------------------------------------------

    def words(self, mention: Mention) -> str:
        """The words of a mention on one line."""
        content = self._session.text.content if self._session else ""
        return "…".join(quote(content, a, b) for a, b in mention.fragments)

    def _entity(self, mention: Mention) -> Entity | None:
        return self._session.entities.get(mention.entity) if self._session and mention.entity else None

    def _canonical(self, mention: Mention) -> str:
        entity = self._entity(mention)
        return entity.canonical if entity else ""

    def _key(self, mention: Mention) -> tuple[str, str]:
        entity = self._entity(mention)
        return ("entity", entity.id) if entity else ("words", self.words(mention))

    def _title(self, group: Group) -> str:
        entity = self._entity(group.rows[0])
        return entity.canonical if entity else self.words(group.rows[0])

    def _order(self, group: Group) -> tuple[object, ...]:
        """The sort key. GB 18030 puts the common characters in the order of their pinyin."""
        first = group.rows[0].start
        if self._sort == "name":
            return self._title(group).encode("gb18030", "replace"), first, group.number
        return (-len(group.rows), first, group.number) if self._sort == "count" else (first, group.number)

    def _group(self, key: tuple[str, str]) -> Group:
        group = self._by_key.get(key)
        if group is None:
            group = self._by_key[key] = Group(next(self._numbers), key)
            self._by_number[group.number] = group
        return group

    # Changes ----------------------------------------------------------------------------------------------------

    def apply(self, step: Change) -> bool:
        """Take over a change of the open layer; says whether everything was read anew."""
        session = self._session
        if session is None:
            return False
        ids = {i.id for i in (*step.before, *step.after) if isinstance(i, Mention) and i.layer == session.layer.id}
        if len(ids) > _MANY or step.touches(Entity):
            self.rebuild()
            return True
        now = {m.id: m for m in self._passing(session.mentions[key] for key in ids if key in session.mentions)}
        for key in ids:
            self._replace(key, now.get(key))
        return False

    def _replace(self, key: str, mention: Mention | None) -> None:
        old = self._home.get(key)
        if old is not None and mention is not None and self._key(mention) == old.key:
            n = next(n for n, m in enumerate(old.rows) if m.id == key)
            if _at(old.rows[n]) == _at(mention):
                self.waiting += old.rows[n].confirmed - mention.confirmed
                old.rows[n] = mention
                self._tell(old, n)
                return
        if old is not None:
            self._take_out(old, key)
        if mention is not None:
            self._put_in(mention)

    def _take_out(self, group: Group, key: str) -> None:
        del self._home[key]
        n, place = next(n for n, m in enumerate(group.rows) if m.id == key), self._place(group)
        self.waiting -= not group.rows[n].confirmed
        top = self.index(place, 0)
        if len(group.rows) == 1:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._groups[place], self._keys[place], self._by_number[group.number], self._by_key[group.key]
            group.rows.clear()
            self._places = {}
            self.endRemoveRows()
            return
        pair = len(group.rows) == 2
        self.beginRemoveRows(top, 0 if pair else n, 1 if pair else n)
        del group.rows[n]
        self.endRemoveRows()
        self._settle(group, place)

    def _put_in(self, mention: Mention) -> None:
        key = self._key(mention)
        known = key in self._by_key
        group = self._group(key)
        self._home[mention.id] = group
        self.waiting += not mention.confirmed
        if not known:
            group.rows.append(mention)
            order = self._order(group)
            place = bisect_left(self._keys, order)
            self.beginInsertRows(QModelIndex(), place, place)
            self._groups.insert(place, group)
            self._keys.insert(place, order)
            self._places = {}
            self.endInsertRows()
            return
        place = self._place(group)
        n = bisect_left([_at(m) for m in group.rows], _at(mention))
        single = len(group.rows) == 1
        self.beginInsertRows(self.index(place, 0), 0 if single else n, 1 if single else n)
        group.rows.insert(n, mention)
        self.endInsertRows()
        self._settle(group, place)

    def _settle(self, group: Group, place: int) -> None:
        """Put the group where it belongs now that its rows have changed, and redraw it."""
        order = self._order(group)
        del self._keys[place]
        to = bisect_left(self._keys, order)
        if to != place:
            self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), to + (to > place))
            self._groups.insert(to, self._groups.pop(place))
            self._keys.insert(to, order)
            self._places = {}
            self.endMoveRows()
        else:
            self._keys.insert(to, order)
        self.dataChanged.emit(self.index(to, 0), self.index(to, 0))

    def _tell(self, group: Group, n: int) -> None:
        top = self.index(self._place(group), 0)
        self.dataChanged.emit(top, top)
        if group.folded:
            row = self.index(n, 0, top)
            self.dataChanged.emit(row, row)

    # Places -----------------------------------------------------------------------------------------------------

    def _place(self, group: Group) -> int:
        """Where a group stands. Views ask for it with every row they draw, so it is kept until groups come or go."""
        if not self._places:
            self._places = {g.number: n for n, g in enumerate(self._groups)}
        return self._places[group.number]

    def mentions(self, index: Index) -> list[Mention]:
        """The mentions that a row stands for: all of a group, or one."""
        if not index.isValid():
            return []
        if index.internalId():
            group = self._by_number.get(index.internalId())
            return [group.rows[index.row()]] if group else []
        return list(self._groups[index.row()].rows)

    def index_of(self, mention_id: str) -> QModelIndex:
        """The row of a mention (the group's where it is alone in it); an invalid index when it is not shown."""
        group = self._home.get(mention_id)
        if group is None:
            return QModelIndex()
        top = self.index(self._place(group), 0)
        if not group.folded:
            return top
        return self.index(next(n for n, m in enumerate(group.rows) if m.id == mention_id), 0, top)

    def group_key(self, index: Index) -> tuple[str, str] | None:
        """What names a group for good, whatever row it has; None for a row below one."""
        return None if not index.isValid() or index.internalId() else self._groups[index.row()].key

    def index_of_group(self, key: tuple[str, str]) -> QModelIndex:
        """The row of a group; an invalid index when it is not shown."""
        group = self._by_key.get(key)
        return self.index(self._place(group), 0) if group else QModelIndex()

    def shown(self) -> int:
        """How many mentions are shown."""
        return len(self._home)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, self._groups[parent.row()].number if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        group = self._by_number.get(index.internalId())
        return QModelIndex() if group is None else self.createIndex(self._place(group), 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() or parent.row() >= len(self._groups):
            return 0
        group = self._groups[parent.row()]
        return len(group.rows) if group.folded else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    # What is shown ----------------------------------------------------------------------------------------------

    def line(self, index: Index) -> MentionLine:
        """What a row shows."""
        rows = self.mentions(index)
        first, single = rows[0], len(rows) == 1
        child = bool(index.internalId())
        entity = self._entity(first)
        before, after = self._around(first) if single else ("", "")
        return MentionLine(
            self.words(first) if child else self._title(self._groups[index.row()]),
            first.label, before, after, len(rows), sum(not m.confirmed for m in rows), any(m.unsure for m in rows),
            entity is not None, child,
        )  # fmt: skip

    def _around(self, mention: Mention) -> tuple[str, str]:
        content = self._session.text.content if self._session else ""
        before = "".join(content[max(0, mention.start - _BEFORE) : mention.start].split())
        return before, "".join(content[mention.end : mention.end + _AFTER].split())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not self.mentions(index):
            return None
        if role == LINE:
            return self.line(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(index).title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(self.line(index))
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
