"""A field to type in and the list it filters: the body of every picker."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from gui.dialogs.parts import faint
from gui.dialogs.rows import Row, RowDelegate, RowsModel
from models.pinyin import match

_TRAVEL = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PickList(QWidget):
    """Type to find, arrows to go, Enter to choose. The field keeps the focus, so that one can always go on typing.

    With `toggling`, Space chooses too, except while one is typing (initials may be typed with spaces between them);
    the digits 1 to 9 choose the row that bears that number while nothing is typed.
    """

    chosen = Signal(object)  # the key of a row
    moved = Signal(object)  # the key of the current row, None when there is none

    def __init__(
        self, hint: str, *, toggling: bool = False, double_click: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._toggling = toggling
        self._rows: list[Row] = []
        self._extra: Callable[[str], Iterable[Row]] = lambda _typed: ()
        self._travelled = False
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setClearButtonEnabled(True)
        self.model = RowsModel(self)
        self.view = QListView()
        self.view.setObjectName("pickList")
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(False)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(hint)
        self.nothing = faint(self.tr("没有找到。"))
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.field.textChanged.connect(lambda _text: self._refill())
        (self.view.doubleClicked if double_click else self.view.clicked).connect(self._clicked)
        self.view.selectionModel().currentChanged.connect(lambda now, _old: self.moved.emit(self._key(now)))

    def set_rows(self, rows: Iterable[Row], extra: Callable[[str], Iterable[Row]] | None = None) -> None:
        """The rows to find in; `extra` makes further rows at the end out of what is typed."""
        self._rows = list(rows)
        if extra is not None:
            self._extra = extra
        self._refill()

    @property
    def current(self) -> object:
        """The key of the current row; None when there is none."""
        return self._key(self.view.currentIndex())

    def go_to(self, key: object) -> None:
        """Make the row with this key the current one, if it is shown."""
        place = next((n for n, row in enumerate(self.model.rows) if row.key == key), None)
        if place is not None:
            self.view.setCurrentIndex(self.model.index(place))

    def _key(self, index: QModelIndex) -> object:
        return self.model.rows[index.row()].key if index.isValid() and index.row() < len(self.model.rows) else None

    def _typed(self) -> None:
        self._travelled = False

    def _refill(self) -> None:
        typed, held = self.field.text(), self.current
        if not typed.strip():
            shown = list(self._rows)
        else:
            scored = [(match(typed, (row.title, *row.names)), row) for row in self._rows if row.key is not None]
            found = [(score, row) for score, row in scored if score is not None]
            best: dict[object, tuple[int, Row]] = {}
            for score, row in found:
                best.setdefault(row.key, (score, row))
            ranked = sorted(best.values(), key=lambda pair: pair[0])
            shown = [replace(row, depth=0, detail=row.detail or row.above) for _score, row in ranked]
        shown += self._extra(typed.strip())
        self.nothing.setVisible(bool(typed.strip()) and not shown)
        if self.model.set_rows(shown):
            return
        if not shown:
            self.moved.emit(None)
        keys = [row.key for row in shown]
        if held is not None and held in keys and (self._travelled or not typed):
            self.go_to(held)
        else:
            first = next((n for n, row in enumerate(shown) if row.key is not None and row.enabled), None)
            self.view.setCurrentIndex(self.model.index(first) if first is not None else QModelIndex())
            if not typed:
                self.view.scrollToTop()

    def _clicked(self, index: QModelIndex) -> None:
        key = self._key(index)
        if key is not None and self.model.rows[index.row()].enabled:
            self.chosen.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        key, bare = (
            event.key(),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if key in _TRAVEL and bare:
            self._travelled = True
            self._travel(Qt.Key(key))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare:
            self._choose()
            return True
        typing = bool(self.field.text()) and not self._travelled
        if self._toggling and key == Qt.Key.Key_Space and bare and not typing:
            self._choose()
            return True
        if self._toggling and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and bare and not self.field.text():
            number = str(key - Qt.Key.Key_0)
            row = next((r for r in self.model.rows if r.number == number), None)
            if row is not None:
                self.go_to(row.key)
                self.chosen.emit(row.key)
                return True
        return False

    def _travel(self, key: Qt.Key) -> None:
        """To the next row that can be chosen, round the ends; a page stops at them."""
        places = [n for n, row in enumerate(self.model.rows) if row.key is not None and row.enabled]
        if not places:
            return
        here = self.view.currentIndex().row()
        n = places.index(here) if here in places else -1
        page = max(1, self.view.viewport().height() // max(1, self.view.sizeHintForRow(places[0])) - 1)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            n = (n + (1 if key == Qt.Key.Key_Down else -1)) % len(places)
        else:
            n = max(0, min(len(places) - 1, n + (page if key == Qt.Key.Key_PageDown else -page)))
        self.view.setCurrentIndex(self.model.index(places[n]))
        if n == 0:
            self.view.scrollToTop()

    def _choose(self) -> None:
        key = self.current
        if key is not None:
            self.chosen.emit(key)
