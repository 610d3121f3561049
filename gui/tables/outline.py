"""The outline as a tree: an index is the place of a section in the outline, its parent the section it lies below."""

from __future__ import annotations

import re

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import kind_name
from gui.tips import tip
from models.labels import LabelSet
from models.outline import CONTINUATION, Outline, Section
from models.session import Session
from models.text import landing, quote

ROW = Qt.ItemDataRole.UserRole + 1
NOTE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex

_SHOWN = 60
_MARKS = re.compile(r"^[\s◆◇●○■□★☆▲△►▶※⊙•·◎❖✦]+")
_BRACKETS = (("【", "】"), ("〖", "〗"), ("［", "］"), ("[", "]"), ("〔", "〕"))


def shown_heading(words: str) -> str:
    """A heading without the bullet or the brackets that only mark it as one."""
    bare = _MARKS.sub("", words)
    for a, b in _BRACKETS:
        if bare.startswith(a) and bare.endswith(b) and bare.count(a) == 1:
            bare = bare[1:-1].strip()
    return bare or words


def section_words(session: Session, section: Section) -> str:
    """What a section is called in lists: its heading, else how it begins; a continuation by what it resumes."""
    content, outline = session.text.content, session.outline
    if section.continues is not None and section.continues in outline:
        return section_words(session, outline[outline.place(section.continues)])
    if section.heading_end is not None:
        return shown_heading(quote(content, section.start, min(section.heading_end, section.start + 4 * _SHOWN)))
    start = landing(content, section.start)
    words = quote(content, start, min(outline.end(section), start + _SHOWN))
    return words.split("\n")[0]


class OutlineModel(QAbstractItemModel):
    """Sections as a tree by their levels. Changes keep what is expanded, selected and scrolled to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._labels: LabelSet | None = None
        self._outline: Outline | None = None
        self._words: list[str] = []
        self._parents: list[int | None] = []
        self._known: dict[str, tuple[Section, int, str]] = {}
        self._children: dict[int | None, list[int]] = {}
        self._row: list[int] = []

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        """Show another layer, or none."""
        self.beginResetModel()
        self._session, self._labels, self._known = session, labels, {}
        self._read()
        self.endResetModel()

    def refresh(self) -> bool:
        """Show the outline as it is now; says whether rows came, went or moved."""
        session, old = self._session, self._outline
        if session is None or old is None or session.outline is old:
            return False
        new, words = session.outline, self._words
        parents = [self._parent_of(new, n) for n in range(len(new))]
        same = [s.id for s in old] == [s.id for s in new] and self._parents == parents
        if same:
            self._read()
            changed = [n for n in range(len(new)) if old[n] != new[n] or words[n] != self._words[n]]
            for n in changed:
                self.dataChanged.emit(self._index(n), self._index(n))
            return False
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [old[i.internalId()].id for i in held]
        self._read()
        moved = [self._index(new.place(key)) if key in new else QModelIndex() for key in ids]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
        return True

    def _read(self) -> None:
        session = self._session
        self._outline = outline = session.outline if session else None
        self._children, self._row = {None: []}, []
        if session is None or outline is None:
            self._known, self._words = {}, []
            return
        known: dict[str, tuple[Section, int, str]] = {}
        for section in outline:
            end, old = outline.end(section), self._known.get(section.id)
            same = old is not None and old[0] is section and old[1] == end and section.continues is None
            known[section.id] = old if same and old else (section, end, section_words(session, section))
        self._known = known
        self._words = [words for _section, _end, words in known.values()]
        self._parents = [self._parent_of(outline, n) for n in range(len(outline))]
        for n, parent in enumerate(self._parents):
            siblings = self._children.setdefault(parent, [])
            self._row.append(len(siblings))
            siblings.append(n)

    @staticmethod
    def _parent_of(outline: Outline, place: int) -> int | None:
        """The section it is shown below. A masthead holds nothing: what follows it stands beside it."""
        parent = outline.parents[place]
        return None if parent is not None and outline[parent].kind == "masthead" else parent

    # Places -----------------------------------------------------------------------------------------------------

    def section(self, index: Index) -> Section | None:
        """The section of an index."""
        return self._outline[index.internalId()] if index.isValid() and self._outline is not None else None

    def index_of(self, section_id: str) -> QModelIndex:
        """The index of a section; an invalid one when it is not shown."""
        if self._outline is None or section_id not in self._outline:
            return QModelIndex()
        return self._index(self._outline.place(section_id))

    def parents_ids(self) -> list[str]:
        """The sections that have others below them."""
        return [self._outline[n].id for n in self._children if n is not None] if self._outline is not None else []

    def _index(self, place: int) -> QModelIndex:
        return self.createIndex(self._row[place], 0, place)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        rows = self._children.get(parent.internalId() if parent.isValid() else None, [])
        if column != 0 or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or self._outline is None or index.internalId() >= len(self._outline):
            return QModelIndex()
        up = self._parents[index.internalId()]
        return QModelIndex() if up is None else self._index(up)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._children.get(parent.internalId() if parent.isValid() else None, []))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    # What is shown ----------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        section = self.section(index)
        if section is None:
            return None
        if role == ROW:
            return section
        if role == NOTE:
            return self._note(section, index.internalId())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section, self._words[index.internalId()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._words[index.internalId()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(section, index.internalId())
        return None

    def _title(self, section: Section, words: str) -> str:
        if section.kind == "masthead":
            return f"{kind_name(self._labels, section.kind)} {words}"
        if section.kind == CONTINUATION:
            return self.tr("续 %1").replace("%1", words)
        return words or kind_name(self._labels, section.kind)

    def _note(self, section: Section, place: int) -> str:
        """Themes, else that something waits. How many lie below is for the delegate: it depends on what is expanded."""
        if section.themes:
            return str(len(section.themes))
        return self.tr("待定") if section.suggested or not section.confirmed else ""

    def _spoken(self, section: Section, place: int) -> str:
        level = self.tr("第 %1 级").replace("%1", str(section.level))
        parts = [kind_name(self._labels, section.kind), level, self._words[place]]
        if section.themes:
            parts.append(self.tr("%1 个主题").replace("%1", str(len(section.themes))))
        if not section.confirmed:
            parts.append(self.tr("边界待确认"))
        if section.unsure:
            parts.append(self.tr("存疑"))
        return "，".join(parts)
