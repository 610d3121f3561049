"""What the library shows of a project's bulletins for one annotator, kept up change by change, and its filter."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from models.bulletins import Bulletin, Comment, LayerInfo, why_returned
from models.changes import Change, Item
from models.mentions import Mention
from models.outline import Section
from models.people import Assignment
from models.project import SUGGESTION, Project
from models.search import fold, pattern

_NUMBER = re.compile(r"\d{1,6}(?=[_\-.\s])")


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One bulletin. `waiting` counts open suggestions, `suggested` those that the engine made in all.

    `sections` and `mentions` are those of the annotator's layer, else of the suggestions. `assigned` says whether the
    bulletin is assigned to the annotator, `reason` why their layer was sent back. `doubt` is how unsure the engine is
    of what it suggested (the mean of 1 - confidence): where nobody has begun, once somebody asked for that order.
    """

    bulletin: Bulletin
    status: str = "new"
    sections: int = 0
    mentions: int = 0
    waiting: int = 0
    suggested: int = 0
    assigned: bool = False
    reason: str = ""
    doubt: float | None = None

    @property
    def id(self) -> str:
        return self.bulletin.id

    @property
    def mine(self) -> bool:
        """Whether it is work of the annotator's: assigned, or begun all the same."""
        return self.assigned or self.status != "new"

    @property
    def number(self) -> str:
        """The number that the file's name begins with; empty where there is none."""
        found = _NUMBER.match(self.bulletin.name)
        return found[0] if found else ""

    @property
    def percent(self) -> int | None:
        """How much of what was suggested is decided, in percent; None before anybody began and without suggestions."""
        if self.status == "new" or not self.suggested:
            return None
        return max(0, 100 * (self.suggested - self.waiting) // self.suggested)


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the library is to show. Each set is a choice among its members; an empty one lets everything through.

    `mine` lets through what is assigned to the annotator, or begun by them, alone.
    """

    text: str = ""
    statuses: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    archived: bool = False
    mine: bool = False

    @property
    def narrows(self) -> bool:
        """Whether anything is filtered at all, archived bulletins aside."""
        return bool(self.text.strip() or self.statuses or self.themes or self.labels or self.mine)


@dataclass(slots=True)
class _Layer:
    info: LayerInfo
    sections: int = 0
    mentions: int = 0
    waiting: int = 0
    tags: Counter[tuple[str, str]] | None = field(default=None)
    """How often each theme and label occurs; None until somebody asks."""
    reason: str | None = None
    """Why it was sent back; None until somebody asks."""
    doubt: float = 0.0
    judged: int = 0
    """The sum of 1 - confidence, and over how many suggestions; kept up once it was read."""

    def count(self, item: Section | Mention, by: int) -> None:
        if isinstance(item, Section):
            self.sections += by
            self.waiting += by * (not item.confirmed or bool(item.suggested))
        else:
            self.mentions += by
            self.waiting += by * (not item.confirmed)
        for confidence in _confidences(item):
            self.doubt += by * (1 - confidence)
            self.judged += by
        if self.tags is not None:
            for tag in _tags(item):
                self.tags[tag] += by


def _tags(item: Section | Mention) -> list[tuple[str, str]]:
    if isinstance(item, Mention):
        return [("label", item.label)]
    return [("theme", theme) for theme in dict.fromkeys((*item.themes, *(s.id for s in item.suggested)))]


def _confidences(item: Section | Mention) -> list[float]:
    """How sure the engine was of each thing that it suggests here."""
    themes = [theme.confidence for theme in item.suggested] if isinstance(item, Section) else []
    return [confidence for confidence in (item.origin.confidence, *themes) if confidence is not None]


class Library:
    """The rows of a project in library order, archived ones too. `apply` keeps them up; nothing is read twice."""

    def __init__(self, project: Project) -> None:
        self._store, self.annotator = project.store, project.annotator
        self._bulletins = {b.id: b for b in self._store.bulletins()}
        self._layers: dict[str, _Layer] = {}
        self._own: dict[str, _Layer] = {}
        self._suggested: dict[str, _Layer] = {}
        self._weighed = False
        self._assigned = Counter(
            row.bulletin for row in self._store.items(Assignment) if row.annotator == self.annotator
        )
        counts = self._store.tallies.counts()
        for info in self._store.layers():
            layer = self._take(info)
            if info.id in counts:
                row = counts[info.id]
                layer.sections, layer.mentions = row["sections"], row["mentions"]
                layer.waiting = row["open_sections"] + row["open_mentions"]

    @property
    def assigning(self) -> bool:
        """Whether anything is assigned to the annotator."""
        return any(self._assigned[key] > 0 for key in self._bulletins)

    def rows(self, *, doubtful: bool = False) -> list[LibraryRow]:
        """All rows in library order.

        With `doubtful` those that nobody has begun come first, and of them those that the engine is least sure of.
        """
        if doubtful and not self._weighed:
            self._weigh()
        begun = self._begun()
        ordered = sorted(self._bulletins.values(), key=lambda b: (b.position, b.name))
        found = [self._row(b.id, begun) for b in ordered]
        return sorted(found, key=lambda row: 1.0 if row.doubt is None else -row.doubt) if doubtful else found

    def row(self, bulletin: str) -> LibraryRow:
        """The row of one bulletin. KeyError when there is none."""
        return self._row(bulletin, self._begun())

    def _row(self, bulletin: str, begun: set[str]) -> LibraryRow:
        found = self._bulletins[bulletin]
        own, proposed = self._own.get(bulletin), self._suggested.get(bulletin)
        suggested = proposed.sections + proposed.mentions if proposed else 0
        mine = self._assigned[bulletin] > 0
        doubt = None
        if self._weighed and proposed and proposed.judged and bulletin not in begun:
            doubt = proposed.doubt / proposed.judged
        if own is None:
            sections, mentions = (proposed.sections, proposed.mentions) if proposed else (0, 0)
            return LibraryRow(found, "new", sections, mentions, 0, suggested, mine, doubt=doubt)
        status, reason = own.info.status, self._reason(own)
        return LibraryRow(found, status, own.sections, own.mentions, own.waiting, suggested, mine, reason, doubt)

    def _begun(self) -> set[str]:
        """The bulletins that anybody has begun, where that is asked about."""
        if not self._weighed:
            return set()
        infos = (layer.info for layer in self._layers.values())
        return {info.bulletin for info in infos if info.role != SUGGESTION and info.status != "new"}

    def _weigh(self) -> None:
        """Read how unsure the engine is of its suggestions; `apply` keeps it up."""
        doubts = self._store.tallies.doubts()
        for layer in self._layers.values():
            layer.doubt, layer.judged = doubts.get(layer.info.id, (0.0, 0))
        self._weighed = True

    def _reason(self, layer: _Layer) -> str:
        if layer.info.status != "returned":
            return ""
        if layer.reason is None:
            said = why_returned(layer.info, self._store.comments(layer.info.id))
            layer.reason = said.text if said else ""
        return layer.reason

    def apply(self, step: Change) -> set[str]:
        """Take over a change; the ids of the bulletins whose rows it may have altered."""
        hit: set[str] = set()
        new = {item.id: item for item in step.after}
        for item in step.before:
            self._forget(item, hit, stays=item.id in new)
        infos = [item for item in step.after if isinstance(item, LayerInfo)]
        for info in infos:
            self._take(info)
            hit.add(info.bulletin)
        for item in step.after:
            if isinstance(item, Bulletin):
                self._bulletins[item.id] = item
                hit.add(item.id)
            elif isinstance(item, Section | Mention) and (layer := self._layers.get(item.layer)):
                layer.count(item, 1)
                hit.add(layer.info.bulletin)
            elif isinstance(item, Assignment | Comment):
                self._note(item, 1, hit)
        return hit

    def _note(self, item: Assignment | Comment, by: int, hit: set[str]) -> None:
        """Take over an assignment, or a comment that may be why a layer was sent back."""
        if isinstance(item, Assignment):
            if item.annotator == self.annotator:
                self._assigned[item.bulletin] += by
                hit.add(item.bulletin)
        elif not item.target and (layer := self._layers.get(item.layer)):
            layer.reason = None
            hit.add(layer.info.bulletin)

    def _forget(self, item: Item, hit: set[str], *, stays: bool) -> None:
        if isinstance(item, Section | Mention) and (layer := self._layers.get(item.layer)):
            layer.count(item, -1)
            hit.add(layer.info.bulletin)
        elif isinstance(item, Assignment | Comment):
            self._note(item, -1, hit)
        elif isinstance(item, Bulletin) and not stays:
            self._bulletins.pop(item.id, None)
            hit.add(item.id)
        elif isinstance(item, LayerInfo) and not stays:
            self._layers.pop(item.id, None)
            for kept in (self._own, self._suggested):
                if (layer := kept.get(item.bulletin)) and layer.info.id == item.id:
                    del kept[item.bulletin]
            hit.add(item.bulletin)

    def _take(self, info: LayerInfo) -> _Layer:
        layer = self._layers.get(info.id)
        if layer is None:
            layer = self._layers[info.id] = _Layer(info)
        layer.info, layer.reason = info, None
        if info.role == SUGGESTION:
            self._suggested[info.bulletin] = layer
        elif info.role == "annotator" and info.annotator == self.annotator:
            self._own[info.bulletin] = layer
        return layer

    # The filter -------------------------------------------------------------------------------------------------

    def passes(self, row: LibraryRow, sieve: Sieve) -> bool | None:
        """Whether the row passes, where that can be told without reading its text or its tags; else None."""
        if (row.bulletin.archived and not sieve.archived) or (sieve.statuses and row.status not in sieve.statuses):
            return False
        if sieve.mine and not row.mine:
            return False
        if sieve.themes or sieve.labels:
            return None
        wanted = pattern(sieve.text)
        named = fold(f"{row.bulletin.title}\n\n{row.bulletin.name}")
        return True if wanted is None or wanted.search(named) else None

    def passes_read(self, row: LibraryRow, sieve: Sieve) -> bool:
        """The same, reading what it takes: the text where the name does not match, the tags once a layer."""
        told = self.passes(row, sieve)
        if told is not None:
            return told
        tags = self._tags_of(row.id) if sieve.themes or sieve.labels else Counter()
        for kind, chosen in (("theme", sieve.themes), ("label", sieve.labels)):
            if chosen and not any(tags[kind, key] > 0 for key in chosen):
                return False
        wanted = pattern(sieve.text)
        if wanted is None or wanted.search(fold(f"{row.bulletin.title}\n\n{row.bulletin.name}")):
            return True
        return wanted.search(fold(self._store.content(row.id))) is not None

    def _tags_of(self, bulletin: str) -> Counter[tuple[str, str]]:
        """The themes and labels of the annotator's layer, proposed ones too; of the suggestions where none is begun."""
        layer = self._own.get(bulletin) or self._suggested.get(bulletin)
        if layer is None:
            return Counter()
        if layer.tags is None:
            layer.tags = Counter()
            for section in self._store.sections(layer.info.id):
                layer.tags.update(_tags(section))
            for mention in self._store.mentions(layer.info.id):
                layer.tags.update(_tags(mention))
        return layer.tags
