"""The theme taxonomy as a tree: which themes the current section carries, and how many sections carry each."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import theme_name
from gui.tips import tip
from models.labels import LabelSet, Theme
from models.outline import Section
from models.pinyin import match
from models.session import Session

THEME = Qt.ItemDataRole.UserRole + 1
COUNTS = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class ThemesModel(QAbstractItemModel):
    """Themes in use, and retired ones that a section of the bulletin still carries. Checked: the current section."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: LabelSet | None = None
        self._session: Session | None = None
        self._nodes: list[Theme] = []
        self._above: list[int | None] = []
        self._children: dict[int | None, list[int]] = {None: []}
        self._places: dict[str, int] = {}
        self._checked: frozenset[str] = frozenset()
        self._counts: Counter[str] = Counter()
        self._below: Counter[str] = Counter()
        self._proposed: Counter[str] = Counter()
        self._typed = ""

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        """Show another taxonomy or bulletin, or none."""
        self.beginResetModel()
        self._session, self._labels = session, labels
        self._count()
        self._read()
        self.endResetModel()

    def show_only(self, typed: str) -> None:
        """Only the themes that what was typed means, with those above them: characters, pinyin, English or id."""
        if typed != self._typed:
            self.beginResetModel()
            self._typed = typed
            self._read()
            self.endResetModel()

    def _read(self) -> None:
        self._nodes, self._above, self._children, self._places = [], [], {None: []}, {}
        if self._labels is None:
            return
        carried = set(self._counts)
        wanted: set[str] = set()
        for theme in self._labels.themes:
            shown = not theme.retired or theme.id in carried
            if shown and (not self._typed or match(self._typed, (theme.zh, theme.en, theme.id)) is not None):
                wanted.update(t.id for t in self._labels.path(theme.id))
        self._add(None, None, wanted)

    def _add(self, parent: str | None, place: int | None, wanted: set[str]) -> None:
        assert self._labels is not None
        for theme in self._labels.children(parent):
            if theme.id in wanted:
                n = len(self._nodes)
                self._nodes.append(theme)
                self._above.append(place)
                self._places[theme.id] = n
                self._children.setdefault(place, []).append(n)
                self._children.setdefault(n, [])
                self._add(theme.id, n, wanted)

    # Changes ----------------------------------------------------------------------------------------------------

    def show_section(self, section: Section | None) -> None:
        """Check what this section carries."""
        checked = frozenset(section.themes) if section else frozenset()
        changed = checked ^ self._checked
        self._checked = checked
        self._redraw(changed)

    def recount(self) -> None:
        """Count anew how many sections carry each theme."""
        old = (self._counts, self._below, self._proposed)
        self._count()
        lost = [t for t in self._counts if t not in self._places and self._labels and t in self._labels.theme_by_id]
        if lost and not self._typed:
            self.beginResetModel()
            self._read()
            self.endResetModel()
            return
        pairs = zip(old, (self._counts, self._below, self._proposed), strict=True)
        self._redraw({key for before, after in pairs for key in before | after if before[key] != after[key]})

    def _count(self) -> None:
        self._counts, self._below, self._proposed = Counter(), Counter(), Counter()
        for section in self._session.outline if self._session else ():
            self._counts.update(section.themes)
            self._proposed.update(s.id for s in section.suggested)
            over = {t.id for theme in section.themes for t in (self._labels.path(theme) if self._labels else ())}
            self._below.update(over)

    def _redraw(self, themes: set[str] | frozenset[str]) -> None:
        for theme in themes:
            if theme in self._places:
                index = self.index_of(theme)
                self.dataChanged.emit(index, index)

    # Places -----------------------------------------------------------------------------------------------------

    def theme(self, index: Index) -> Theme | None:
        """The theme of an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index_of(self, theme: str) -> QModelIndex:
        """The index of a theme; an invalid one when it is not shown."""
        place = self._places.get(theme)
        return QModelIndex() if place is None else self._index(place)

    def _index(self, place: int) -> QModelIndex:
        return self.createIndex(self._children[self._above[place]].index(place), 0, place)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        rows = self._children.get(parent.internalId() if parent.isValid() else None, [])
        if column != 0 or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() >= len(self._above):
            return QModelIndex()
        up = self._above[index.internalId()]
        return QModelIndex() if up is None else self._index(up)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._children.get(parent.internalId() if parent.isValid() else None, []))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    # What is shown ----------------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        theme = self.theme(index)
        if theme is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return theme_name(self._labels, theme.id)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if theme.id in self._checked else Qt.CheckState.Unchecked
        if role == THEME:
            return theme
        if role == COUNTS:
            return self._counts[theme.id], self._below[theme.id], self._proposed[theme.id]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (theme.id, theme.guideline) if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            carried = self.tr("%1 段").replace("%1", str(self._counts[theme.id]))
            return f"{theme_name(self._labels, theme.id)}，{carried}"
        return None
