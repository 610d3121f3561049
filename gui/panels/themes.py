"""The themes of the current section: the proposed ones first, then the whole taxonomy; a click sets or unsets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.cards.parts import EmptyState, Line
from gui.cards.tree import PaintedTree
from gui.tables.outline import section_words
from gui.tables.theme_ranks import ThemeRanksModel
from gui.tables.themes import ThemesModel
from gui.tables.themes_delegate import ThemesDelegate
from gui.theme import Theme as Colours
from gui.workspace import Workspace
from models.changes import Change
from models.labels import Theme
from models.outline import Section

_RANKS_SHOWN = 6


class ThemesPanel(QWidget):
    """Space, Enter or a click sets a theme or takes it away; X or Delete refuses a proposed one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.ranks_model, self.model = ThemeRanksModel(self), ThemesModel(self)
        self.ranks = QListView()
        self.tree = PaintedTree(self.tr("主题"))
        self._delegate = ThemesDelegate(self.tree)
        self._name = Line(name="factStrong")
        self._title = Line(self.tr("推荐"), "factName")
        self.field = QLineEdit()
        self._empty = EmptyState()
        self._pause = QTimer(self, singleShot=True, interval=120)
        self._lay_out()
        self._pause.timeout.connect(self._filter)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.ranks.clicked.connect(self._take_rank)
        self.tree.clicked.connect(self._toggle)
        for view in (self.ranks, self.tree, self.field):
            view.installEventFilter(self)
        for signal in (workspace.bulletin_opened, workspace.project_opened, workspace.project_closed):
            signal.connect(self._on_opened)
        workspace.section_selected.connect(self._on_section)
        workspace.changed.connect(self._on_change)
        self._on_opened()

    def _lay_out(self) -> None:
        self.ranks.setModel(self.ranks_model)
        self.ranks.setItemDelegate(self._delegate)
        self.ranks.setMouseTracking(True)
        self.ranks.setFrameShape(QListView.Shape.NoFrame)
        self.ranks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ranks.setAccessibleName(self.tr("推荐的主题"))
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.field.setPlaceholderText(self.tr("找主题：汉字、拼音首字母、英文或代号"))
        self.field.setAccessibleName(self.tr("找主题"))
        self.field.setClearButtonEnabled(True)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(8, 10, 8, 0)
        column.setSpacing(6)
        for part in (self._name, self._title, self._title):
            part.setContentsMargins(8, 0, 8, 0)
        for part, stretch in ((self._name, 0), (self._title, 0), (self.ranks, 0), (self.field, 0), (self.tree, 1)):
            column.addWidget(part, stretch)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setFocusProxy(self.tree)

    def set_theme(self, theme: Colours) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        for view in (self.ranks, self.tree):
            view.viewport().update()

    # Following the workspace ------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        self.model.set_session(self._workspace.session, self._workspace.labels)
        self.tree.expandAll()
        self._on_section()

    def _on_change(self, step: Change, _initiator: object) -> None:
        if step.touches(Theme):
            self._on_opened()
        elif step.touches(Section):
            self.model.recount()
            self._on_section()

    def _on_section(self) -> None:
        session, section = self._workspace.session, self._workspace.section
        if session is None or section is None:
            self._empty.say(self.tr("没有当前分段"), self.tr("打开一篇刊物，把光标放进一个分段。"))
        self._stack.setCurrentIndex(0 if session is None or section is None else 1)
        self._name.setText(section_words(session, section) if session and section else "")
        self.model.show_section(section)
        self.ranks_model.show_section(section, self._workspace.labels)
        rows = self.ranks_model.rowCount()
        self._title.setVisible(bool(rows))
        self.ranks.setVisible(bool(rows))
        if rows:
            height = self.ranks.sizeHintForRow(0)
            self.ranks.setFixedHeight(height * min(rows, _RANKS_SHOWN) + 2)

    def _filter(self) -> None:
        self.model.show_only(self.field.text().strip())
        self.tree.expandAll()

    # Requests ---------------------------------------------------------------------------------------------------

    def _set(self, theme: str, *, on: bool) -> None:
        session, section = self._workspace.session, self._workspace.section
        if session is None or section is None:
            return
        themes = (*section.themes, theme) if on else tuple(t for t in section.themes if t != theme)
        self._workspace.apply(lambda: session.outline.set_themes(section, themes), self)

    def _toggle(self, index: QModelIndex) -> None:
        theme, section = self.model.theme(index), self._workspace.section
        if theme is not None and section is not None:
            self._set(theme.id, on=theme.id not in section.themes)

    def _take_rank(self, index: QModelIndex) -> None:
        row = self.ranks_model.suggestion(index)
        if row is not None:
            self._set(row.id, on=True)

    def _refuse(self, index: QModelIndex) -> None:
        session, section, row = self._workspace.session, self._workspace.section, self.ranks_model.suggestion(index)
        if session is not None and section is not None and row is not None:
            self._workspace.apply(lambda: session.outline.reject_theme(section, row.id), self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers():
            return super().eventFilter(watched, event)
        choose = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.ranks and choose:
            self._take_rank(self.ranks.currentIndex())
        elif watched is self.ranks and event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self._refuse(self.ranks.currentIndex())
        elif watched is self.tree and choose:
            self._toggle(self.tree.currentIndex())
        elif watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._filter()
            self.tree.setFocus()
        else:
            return super().eventFilter(watched, event)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Where else the theme under the mouse is, and refusing a proposed one."""
        at = self.ranks.viewport().mapFromGlobal(event.globalPos())
        rank = self.ranks.indexAt(at) if self.ranks.viewport().rect().contains(at) else QModelIndex()
        theme = self.model.theme(self.tree.indexAt(self.tree.viewport().mapFromGlobal(event.globalPos())))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if rank.isValid():
            menu.addAction(self.tr("采用")).triggered.connect(lambda: self._take_rank(rank))
            menu.addAction(self.tr("否决")).triggered.connect(lambda: self._refuse(rank))
        elif theme is not None:
            menu.addAction(self.tr("到下一个有此主题的分段")).triggered.connect(lambda: self.go_on(theme.id))
        if menu.actions():
            menu.popup(event.globalPos())

    def go_on(self, theme: str) -> None:
        """To the next section that carries the theme, or for which it is proposed; round the end."""
        session, here = self._workspace.session, self._workspace.section
        if session is None:
            return
        found = [s for s in session.outline if theme in s.themes or any(t.id == theme for t in s.suggested)]
        after = [s for s in found if here is not None and s.start > here.start]
        if found:
            self._workspace.select_section((after or found)[0].id, reveal=True)
