"""Mentions sorted into groups by what they name: the order and the filter behind the mentions list, without Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from models.mentions import Entity, Mention
from models.search import fold, pattern
from models.session import Session
from models.text import quote

SORTS = ("place", "name", "count")
_BEFORE, _AFTER = 10, 24
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class MentionFilter:
    """Which mentions are shown. An empty set of labels lets all through."""

    text: str = ""
    labels: frozenset[str] = frozenset()
    waiting: bool = False


@dataclass(slots=True, eq=False)
class Group:
    """Mentions that name one entity, or that are not linked and have the same words. In text order."""

    number: int
    key: Key
    rows: list[Mention] = field(default_factory=list)

    @property
    def folded(self) -> bool:
        """Whether it has rows below it: a single mention stands for itself."""
        return len(self.rows) > 1

    def row_of(self, mention_id: str) -> int:
        """Where a mention of it stands."""
        return next(n for n, m in enumerate(self.rows) if m.id == mention_id)

    def row_for(self, mention: Mention) -> int:
        """Where a mention that comes belongs."""
        return bisect_left([extent(m) for m in self.rows], extent(mention))


def extent(mention: Mention) -> tuple[int, int, str]:
    """The order of mentions within a group."""
    return mention.start, mention.end, mention.id


class MentionGroups:
    """The groups of a layer in their order, and where each mention is. `groups` is read by others, changed here."""

    def __init__(
        self, session: Session | None = None, chosen: MentionFilter | None = None, sort: str = SORTS[0]
    ) -> None:
        self.session, self.filter, self.sort = session, chosen or MentionFilter(), sort
        self.home: dict[str, Group] = {}
        self.by_number: dict[int, Group] = {}
        self.by_key: dict[Key, Group] = {}
        self.waiting = 0
        self._numbers = count(1)
        self._places: dict[int, int] = {}
        for mention in self.passing(session.mentions if session else ()):
            self.add_row(self.group(self.key_of(mention)), mention)
        self.groups = sorted(self.by_number.values(), key=self.order)
        self._orders = [self.order(group) for group in self.groups]

    # What mentions say ------------------------------------------------------------------------------------------

    def passing(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those that the filter lets through."""
        wanted, chosen = pattern(self.filter.text), self.filter
        found = [
            m
            for m in mentions
            if not (chosen.waiting and m.confirmed) and (not chosen.labels or m.label in chosen.labels)
        ]
        if wanted is None:
            return found
        return [m for m in found if wanted.search(fold(f"{self.words(m)}\n\n{self._canonical(m)}"))]

    def words(self, mention: Mention) -> str:
        """The words of a mention on one line."""
        content = self.session.text.content if self.session else ""
        return "…".join(quote(content, a, b) for a, b in mention.fragments)

    def around(self, mention: Mention) -> tuple[str, str]:
        """A few characters before and after a mention."""
        content = self.session.text.content if self.session else ""
        before = "".join(content[max(0, mention.start - _BEFORE) : mention.start].split())
        return before, "".join(content[mention.end : mention.end + _AFTER].split())

    def entity(self, mention: Mention) -> Entity | None:
        """What a mention is linked to."""
        return self.session.entities.get(mention.entity) if self.session and mention.entity else None

    def _canonical(self, mention: Mention) -> str:
        entity = self.entity(mention)
        return entity.canonical if entity else ""

    def key_of(self, mention: Mention) -> Key:
        """The key of the group that a mention belongs to."""
        entity = self.entity(mention)
        return ("entity", entity.id) if entity else ("words", self.words(mention))

    def title(self, group: Group) -> str:
        """What a group is called."""
        entity = self.entity(group.rows[0])
        return entity.canonical if entity else self.words(group.rows[0])

    # Order ------------------------------------------------------------------------------------------------------

    def order(self, group: Group) -> tuple[object, ...]:
        """The sort key. GB 18030 puts the common characters in the order of their pinyin."""
        first = group.rows[0].start
        if self.sort == "name":
            return self.title(group).encode("gb18030", "replace"), first, group.number
        return (-len(group.rows), first, group.number) if self.sort == "count" else (first, group.number)

    def place(self, group: Group) -> int:
        """Where a group stands. Views ask for it with every row they draw, so it is kept until groups come or go."""
        if not self._places:
            self._places = {g.number: n for n, g in enumerate(self.groups)}
        return self._places[group.number]

    def place_for(self, group: Group) -> int:
        """Where a group that is not among the others belongs."""
        return bisect_left(self._orders, self.order(group))

    def place_after_change(self, group: Group) -> int:
        """Where a group belongs among the others now that its rows have changed."""
        here, to = self.place(group), self.place_for(group)
        return to - (to > here)

    def insert(self, place: int, group: Group) -> None:
        """Put a group among the others."""
        self.groups.insert(place, group)
        self._orders.insert(place, self.order(group))
        self._places = {}

    def take(self, place: int) -> Group:
        """Take a group out of the others; it keeps its rows."""
        del self._orders[place]
        self._places = {}
        return self.groups.pop(place)

    # Rows -------------------------------------------------------------------------------------------------------

    def group(self, key: Key) -> Group:
        """The group of this key; a new one, not yet among the others, where there was none."""
        group = self.by_key.get(key)
        if group is None:
            group = self.by_key[key] = Group(next(self._numbers), key)
            self.by_number[group.number] = group
        return group

    def add_row(self, group: Group, mention: Mention, row: int | None = None) -> None:
        """Put a mention into a group, at the end unless `row` says where."""
        group.rows.insert(len(group.rows) if row is None else row, mention)
        self.home[mention.id] = group
        self.waiting += not mention.confirmed

    def drop_row(self, group: Group, row: int) -> None:
        """Take a mention out of its group; a group without rows is forgotten."""
        mention = group.rows.pop(row)
        del self.home[mention.id]
        self.waiting -= not mention.confirmed
        if not group.rows:
            del self.by_number[group.number], self.by_key[group.key]

    def replace_row(self, group: Group, row: int, mention: Mention) -> None:
        """Put another state of a mention in its place."""
        self.waiting += group.rows[row].confirmed - mention.confirmed
        group.rows[row] = mention
