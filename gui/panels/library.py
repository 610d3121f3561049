"""The library: the project's bulletins, how far each is, and the filter over names and contents."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from gui.cards.bulletin_menu import BulletinMenu
from gui.cards.parts import EmptyState, Line
from gui.cards.sieve_menu import MineButton, SieveButton
from gui.cards.tree import PaintedTree
from gui.tables.library import LibraryModel
from gui.tables.library_delegate import LibraryDelegate
from gui.theme import Theme
from gui.workspace import Workspace
from models.bulletins import Bulletin, LayerInfo
from models.changes import Change
from models.labels import Label
from models.labels import Theme as ThemeRow
from models.library import Library, LibraryRow, Sieve
from models.people import Assignment

_PAUSE = 120
_SLICE = 0.008
_TRAVEL = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LibraryPanel(QWidget):
    """Typing filters, arrows walk, Enter or a click opens. Contents are searched in slices; the window never waits."""

    import_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._library: Library | None = None
        self._sieve = Sieve()
        self._passed: dict[str, bool] = {}
        self._unread: list[LibraryRow] = []
        self._order: list[str] = []
        """The bulletins (ids), those first that are the least certain: as they were when the list was last ordered.

        It is ordered anew when another bulletin is opened, not under somebody's hands.
        """
        self._emptied = ""
        self._walked = False
        self.field = QLineEdit()
        self.mine_button = MineButton()
        self.sieve_button = SieveButton()
        self.model = LibraryModel(self)
        self.view = PaintedTree(self.tr("刊物"))
        self._delegate = LibraryDelegate(self.view)
        self._empty = EmptyState()
        self._foot = Line(name="foot")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._reading = QTimer(self, interval=0)
        self._lay_out()
        self._connect()
        self.reload()

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(self.tr("筛选刊物、正文…"))
        self.field.setAccessibleName(self.tr("筛选刊物、正文"))
        self.field.setToolTip(self.tr("在名称和正文里找；全角半角、繁体简体都算。回车打开。"))
        self.field.setClearButtonEnabled(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        # A tree keeps the heights of its rows: with 2,000 bulletins a list would ask for all of them at each change.
        self.view.setUniformRowHeights(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.mine_button)
        row.addWidget(self.sieve_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self._foot.setContentsMargins(8, 0, 8, 6)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        workspace = self._workspace
        self.field.textChanged.connect(self._on_typed)
        self._pause.timeout.connect(self._filter)
        self._reading.timeout.connect(self._read_on)
        self.sieve_button.changed.connect(self._filter)
        self.mine_button.clicked.connect(self._filter)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.field.installEventFilter(self)
        self.view.installEventFilter(self)
        self._empty.asked.connect(self._leave_empty)
        workspace.project_opened.connect(self.reload)
        workspace.project_closed.connect(self.reload)
        workspace.bulletin_opened.connect(self._on_opened)
        workspace.changed.connect(self._on_change)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()

    # Following the workspace ------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything anew: another project, or somebody else at the desk."""
        project = self._workspace.project
        self._library = Library(project) if project is not None else None
        self.model.prelabels = not self._workspace.read_only
        self.sieve_button.set_labels(self._workspace.labels)
        self.mine_button.offer(self._library is not None and self._library.assigning)
        self._filter()

    def turns(self) -> list[str]:
        """The bulletins (ids) that one goes through one after another: one's own while only those are shown."""
        every = not self.mine_button.narrows
        return [row.id for row in self._ordered() if not row.bulletin.archived and (row.mine or every)]

    def _ordered(self) -> list[LibraryRow]:
        """All rows in the order of the list."""
        rows = self._library.rows() if self._library else []
        if not self.sieve_button.doubtful:
            return rows
        places = {key: n for n, key in enumerate(self._order)}
        return sorted(rows, key=lambda row: places.get(row.id, len(places)))

    def _on_opened(self) -> None:
        project = self._workspace.project
        if project is not None and self._library is not None and self._library.annotator != project.annotator:
            self.reload()
        elif self.sieve_button.doubtful:
            self._filter()
        self._choose_open()

    def _choose_open(self) -> None:
        """The row of the open bulletin is the chosen one."""
        session = self._workspace.session
        place = self.model.place(session.bulletin.id) if session else None
        index = QModelIndex() if place is None else self.model.index(place)
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def _on_change(self, step: Change, _initiator: object) -> None:
        if self._library is None:
            return
        hit = self._library.apply(step)
        if step.touches(Label) or step.touches(ThemeRow):
            self.sieve_button.set_labels(self._workspace.labels)
        if step.touches(Assignment) and self._library.assigning == self.mine_button.isHidden():
            self.mine_button.offer(self._library.assigning)
        if step.touches(Bulletin) or step.touches(Assignment):
            self._filter()
        elif self._sieve.narrows and hit:
            for key in hit:
                self._passed.pop(key, None)
            self._pause.start()
        elif self.sieve_button.doubtful and any(self._library.row(key).doubt is not None for key in hit):
            self._pause.start()  # other suggestions where nobody has begun
        for key in hit:
            if self.model.place(key) is not None:
                self.model.update_row(self._library.row(key))
        if step.touches(LayerInfo) or step.touches(Bulletin):
            self._show_foot()

    # The filter -------------------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        self._walked = False
        self._pause.start()

    def _filter(self) -> None:
        """Show what passes by its name at once; the rest is read in slices."""
        self._pause.stop()
        self._reading.stop()
        sieve = replace(self.sieve_button.sieve(self.field.text()), mine=self.mine_button.narrows)
        self.model.mark_assigned, self.model.show_doubt = not self.mine_button.narrows, self.sieve_button.doubtful
        self.view.viewport().update()
        narrower = sieve.text.startswith(self._sieve.text) and sieve.text != self._sieve.text
        failed = {key for key, passed in self._passed.items() if not passed} if narrower else set()
        self._sieve, self._passed, self._unread = sieve, {}, []
        if self._library is not None and self.sieve_button.doubtful:
            self._order = [row.id for row in self._library.rows(doubtful=True)]
        for row in self._ordered():
            passed = False if row.id in failed else self._library.passes(row, sieve) if self._library else False
            if passed is None:
                self._unread.append(row)
            else:
                self._passed[row.id] = passed
        self._unread.reverse()
        self._show_passed()
        if self._unread:
            self._reading.start()

    def _read_on(self) -> None:
        stop = perf_counter() + _SLICE
        found = False
        while self._unread and self._library is not None and perf_counter() < stop:
            row = self._unread.pop()
            self._passed[row.id] = passed = self._library.passes_read(row, self._sieve)
            found = found or passed
        if not self._unread:
            self._reading.stop()
        if found or not self._unread:
            self._show_passed()

    def _first_found(self) -> QModelIndex:
        """The first row that passes what is typed now; reads on until there is one."""
        if self._pause.isActive():
            self._filter()
        while self._unread and not any(self._passed.values()):
            self._read_on()
        return next((i for i in map(self.model.index, range(self.model.rowCount())) if self._passes(i)), QModelIndex())

    def _passes(self, index: QModelIndex) -> bool:
        row = self._row(index)
        return row is not None and self._passed.get(row.id, False)

    def _show_passed(self) -> None:
        """Rows that are shown and not read yet stay until they are."""
        rows = self._ordered()
        held = {row.id for row in self._unread} & {row.id for row in self.model.rows()}
        self.model.set_rows([row for row in rows if self._passed.get(row.id, row.id in held)])
        self._stack.setCurrentIndex(1 if self.model.rowCount() or self._unread else 0)
        if not self.view.currentIndex().isValid():
            self._choose_open()
        self._say_empty(bool(rows))
        self._show_foot()

    def _say_empty(self, any_rows: bool) -> None:
        if self._library is None:
            self._emptied = "project"
            self._empty.say(self.tr("没有打开的项目"), self.tr("在“项目”菜单里新建或打开一个项目。"))
        elif not any_rows:
            self._emptied = "bulletins"
            text = self.tr("导入文本文件或整个文件夹，校注会自动分段、预标注。")
            self._empty.say(self.tr("还没有刊物"), text, self.tr("导入刊物…"))
        elif self._sieve.narrows:
            self._emptied = "filter"
            self._empty.say(self.tr("没有符合筛选的刊物"), "", self.tr("清除筛选"))
        else:
            self._emptied = "archived"
            self._empty.say(self.tr("刊物都已归档"), "", self.tr("显示已归档的"))

    def _leave_empty(self) -> None:
        if self._emptied == "bulletins":
            self.import_requested.emit()
        elif self._emptied == "archived":
            self.sieve_button.archived = True
            self._filter()
        else:
            self.clear_filter()

    def clear_filter(self) -> None:
        """Show all bulletins again."""
        self.sieve_button.clear()
        self.mine_button.setChecked(False)
        self.field.clear()
        self._filter()

    def _show_foot(self) -> None:
        rows = [row for row in self._library.rows() if not row.bulletin.archived] if self._library else []
        done = sum(row.status in ("submitted", "adjudicated") for row in rows)
        shown, whole = self.model.rowCount(), str(len(rows))
        said = self.tr("%1 篇").replace("%1", f"{shown} / {whole}" if self._sieve.narrows else whole)
        if self._unread:
            said += " · " + self.tr("正在找…")
        elif done:
            said += " · " + self.tr("%1 已提交").replace("%1", str(done))
        if self.sieve_button.doubtful:
            said += " · " + self.tr("最不确定的在前")
        self._foot.setText(said if rows else "")

    # Requests ---------------------------------------------------------------------------------------------------

    def _row(self, index: QModelIndex) -> LibraryRow | None:
        return self.model.rows()[index.row()] if index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        row, session = self._row(index), self._workspace.session
        if row is not None and (session is None or session.bulletin.id != row.id):
            self._workspace.open_bulletin(row.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.field and bare and event.key() in _TRAVEL:
            self._walked = True
            QGuiApplication.sendEvent(self.view, event)
            return True
        if watched is self.field and bare and enter:
            self._open(self.view.currentIndex() if self._walked or not self.field.text() else self._first_found())
            return True
        if (
            watched is self.view
            and event.text().strip()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.field.setFocus()
            QGuiApplication.sendEvent(self.field, event)
            return True
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.view.viewport().mapFromGlobal(event.globalPos())
        row = self._row(self.view.indexAt(at))
        if row is not None:
            BulletinMenu(self, self._workspace, row.bulletin).popup(event.globalPos())
