"""The outline: the sections as a tree, and the card of the current one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.cards.mention import MentionCard
from gui.cards.parts import EmptyState
from gui.cards.section import SectionCard
from gui.cards.tree import PaintedTree
from gui.tables.outline import OutlineModel
from gui.tables.outline_delegate import OutlineDelegate
from gui.theme import Theme
from gui.workspace import Workspace
from models.changes import Change
from models.labels import Kind
from models.mentions import Entity, Mention
from models.outline import Section


class OutlinePanel(QWidget):
    """Tree and text follow each other: walking in the tree shows the place in the text, moving in the text the row."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._collapsed: set[str] = set()
        self._following = False
        self.model = OutlineModel(self)
        self.tree = PaintedTree(self.tr("大纲"))
        self.tree.setModel(self.model)
        self._delegate = OutlineDelegate(self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.card = SectionCard(workspace)
        self.mention_card = MentionCard(workspace)
        self._empty = EmptyState()
        self._lay_out()
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.activated.connect(self._reveal)
        self.tree.clicked.connect(self._reveal)
        self.tree.collapsed.connect(lambda index: self._remember(index, opened=False))
        self.tree.expanded.connect(lambda index: self._remember(index, opened=True))
        workspace.bulletin_opened.connect(self._on_opened)
        workspace.project_closed.connect(self._on_opened)
        workspace.project_opened.connect(self._on_opened)
        workspace.section_selected.connect(self._on_section)
        workspace.mention_selected.connect(self._refresh_mention)
        workspace.changed.connect(self._on_change)
        self._on_opened()

    def _lay_out(self) -> None:
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card)
        column.addWidget(self.mention_card)
        filled = QWidget()
        whole = QVBoxLayout(filled)
        whole.setContentsMargins(8, 8, 8, 0)
        whole.setSpacing(6)
        whole.addWidget(self.tree, 1)
        whole.addWidget(cards)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setFocusProxy(self.tree)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self.mention_card.set_theme(theme)
        self.tree.viewport().update()

    def set_keys(self, key_of: Callable[[str], str]) -> None:
        """Show keys on the buttons as they are now: `key_of(action id)` is a key such as "Alt+Up", or empty."""
        self.card.set_keys(key_of)
        self.mention_card.set_keys(key_of)

    # Following the workspace ------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        session = self._workspace.session
        self._collapsed.clear()
        self.model.set_session(session, self._workspace.labels)
        self.tree.expandAll()
        self.mention_card.refresh()
        self._on_section()
        self._show_state()

    def _refresh_mention(self) -> None:
        """Counting an entity's mentions takes time in a long bulletin: only while somebody looks."""
        if self.isVisible():
            self.mention_card.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.mention_card.refresh()
        if (index := self.tree.currentIndex()).isValid():
            self.tree.scrollTo(index)

    def _show_state(self) -> None:
        session = self._workspace.session
        if session is None:
            self._empty.say(self.tr("没有打开的刊物"), self.tr("在左边的刊物栏里打开一篇。"))
        elif not len(session.outline) and self._workspace.read_only:
            self._empty.say(self.tr("没有分段"), self.tr("项目只能看。要分段、标注，请另存副本。"))
        elif not len(session.outline):
            self._empty.say(
                self.tr("还没有分段"), self.tr("把光标放在一段开头，按回车设边界；预标注完成后会自动分段。")
            )
        self._stack.setCurrentIndex(1 if session is not None and len(session.outline) else 0)

    def _on_change(self, step: Change, _initiator: object) -> None:
        if step.touches(Section):
            fresh = {s.id for s in step.after if isinstance(s, Section)} - {s.id for s in step.before}
            if self.model.refresh():
                self._expand(fresh)
            self._show_state()
            self._on_section()
        elif step.touches(Kind):
            self.model.set_session(self._workspace.session, self._workspace.labels)
            self._expand(None)
            self._on_section()
        if step.touches(Mention) or step.touches(Entity):
            self._refresh_mention()

    def _expand(self, fresh: set[str] | None) -> None:
        """Open what was not closed by hand: new parents after a change of structure, all (None) after a reset."""
        self._following = True
        for key in self.model.parents_ids():
            index = self.model.index_of(key)
            if (fresh is None or key in fresh or not self.tree.isExpanded(index)) and key not in self._collapsed:
                self.tree.setExpanded(index, True)
        self._following = False

    def _remember(self, index: QModelIndex, *, opened: bool) -> None:
        section = self.model.section(index)
        if section is not None and not self._following:
            (self._collapsed.discard if opened else self._collapsed.add)(section.id)

    def _on_section(self) -> None:
        section = self._workspace.section
        index = self.model.index_of(section.id) if section else QModelIndex()
        if self.tree.currentIndex() != index:
            self._following = True
            self.tree.setCurrentIndex(index)
            self._following = False
        if index.isValid() and self.isVisible():
            self.tree.scrollTo(index)
        self.card.refresh()

    # Requests ---------------------------------------------------------------------------------------------------

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._following:
            self._reveal(index)

    def _reveal(self, index: QModelIndex) -> None:
        section = self.model.section(index)
        if section is not None:
            self._workspace.select_section(section.id, reveal=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._workspace.section is None or self._stack.currentIndex() == 0:
            return
        menu = QMenu(self)
        for button in (self.card.accept, self.card.promote, self.card.demote, self.card.merge, self.card.unsure):
            if not button.isHidden():
                action = QAction(button.text(), menu)
                action.setEnabled(button.isEnabled())
                action.triggered.connect(button.click)
                menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
