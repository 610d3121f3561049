"""The comments and unsure marks of the bulletin: go to each, write, change, settle, delete."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.cards.check_box import CheckBox
from gui.cards.parts import EmptyState, command
from gui.tables.comments import CommentsModel, Note
from gui.tables.comments_delegate import CommentsDelegate
from gui.theme import Theme
from gui.workspace import Workspace
from models import mentions
from models.bulletins import Comment, comment_on, edit_comment, resolve_comment
from models.changes import Change
from models.mentions import Mention
from models.outline import Section
from models.project import now


class CommentsPanel(QWidget):
    """Choosing a line goes to its place. Enter changes it, R settles it, Delete deletes it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = False
        self.model = CommentsModel(self)
        self.view = QListView()
        self._delegate = CommentsDelegate(self.view)
        self.settled = CheckBox(self.tr("连同已了结的"))
        self.add_button = command(self.tr("写批注"), self.add, self.tr("给所选实体或当前分段写批注"))
        self._empty = EmptyState()
        self._lay_out()
        self.settled.toggled.connect(lambda _on: self._refresh())
        self.view.clicked.connect(self._reveal)
        self.view.activated.connect(self._edit)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._empty.asked.connect(self.add)
        for key, slot in (("R", self.resolve), ("Delete", self.remove), ("Return", self._edit_current)):
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        for signal in (workspace.bulletin_opened, workspace.project_opened, workspace.project_closed):
            signal.connect(self._refresh)
        workspace.changed.connect(self._on_change)
        self._refresh()

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("批注"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self.settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()

    def _on_change(self, step: Change, _initiator: object) -> None:
        if not self.isVisible():
            self._stale = True
        elif step.touches(Comment) or step.touches(Section) or (step.touches(Mention) and self._concerns(step)):
            self._refresh()

    def _concerns(self, step: Change) -> bool:
        """Whether a mention that changed is unsure, was so, or bears a comment."""
        session = self._workspace.session
        targets = {c.target for c in session.comments.values()} if session else set()
        rows = [i for i in (*step.before, *step.after) if isinstance(i, Mention)]
        return any(m.unsure or m.id in targets for m in rows)

    def _refresh(self) -> None:
        self._stale = False
        session = self._workspace.session
        self.model.refresh(session, self._workspace.labels, settled=self.settled.isChecked())
        hidden = sum(c.resolved for c in session.comments.values()) if session else 0
        if session is None:
            self._empty.say(self.tr("没有打开的刊物"), self.tr("在左边的刊物栏里打开一篇。"))
        elif hidden and not self.settled.isChecked():
            self._empty.say(self.tr("批注都已了结"), self.tr("勾选上面的“连同已了结的”可以重看。"))
        elif self._workspace.read_only:
            self._empty.say(self.tr("没有批注"), "")
        else:
            text = self.tr("拿不准的地方，在正文里按 U 标为存疑，按 C 写批注，都会列在这里。")
            self._empty.say(self.tr("还没有批注"), text)
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self.add_button.setEnabled(session is not None)

    # Requests ---------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Note | None:
        """The chosen line."""
        return self.model.note(self.view.currentIndex())

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self.view.hasFocus():
            self._reveal(index)

    def _reveal(self, index: QModelIndex) -> None:
        note = self.model.note(index)
        if note is None or note.start < 0:
            return
        if note.section:
            self._workspace.select_section(note.section, reveal=not note.mention)
        self._workspace.select_mention(note.mention or None, reveal=bool(note.mention))

    def add(self) -> None:
        """Write a comment on the selected mention, else on the current section, else on the whole bulletin."""
        session, project = self._workspace.session, self._workspace.project
        if session is None or project is None:
            return
        target = self._workspace.mention or self._workspace.section
        text = self._written("")
        if text:
            key = target.id if target else ""
            self._workspace.apply(comment_on(session.layer.id, key, project.annotator, now(), text), self)

    def _written(self, text: str) -> str | None:
        # Dialogs are loaded when first asked for: the window opens the sooner.
        from gui.dialogs.comment import CommentDialog

        return CommentDialog.ask(self.window(), text)

    def _edit_current(self) -> None:
        self._edit(self.view.currentIndex())

    def _edit(self, index: QModelIndex) -> None:
        note = self.model.note(index)
        if note is None or note.comment is None:
            return
        comment = note.comment
        text = self._written(comment.text)
        if text is not None and text != comment.text:
            self._workspace.apply(edit_comment(comment, text), self)

    def resolve(self) -> None:
        """Settle the chosen comment or open it again; take an unsure mark away."""
        note, session = self.current, self._workspace.session
        if note is None or session is None:
            return
        if note.comment is not None:
            self._workspace.apply(resolve_comment(note.comment, not note.comment.resolved), self)
        elif note.mention in session.mentions:
            self._workspace.apply(mentions.set_unsure(session.mentions[note.mention], False), self)
        elif note.section in session.outline:
            section = session.outline[session.outline.place(note.section)]
            self._workspace.apply(lambda: session.outline.set_unsure(section, False), self)

    def remove(self) -> None:
        """Delete the chosen comment; undo brings it back."""
        note = self.current
        if note is not None and note.comment is not None:
            self._workspace.apply(edit_comment(note.comment, ""), self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        note = self.current
        if note is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: list[tuple[str, Callable[[], None]]] = [(self.tr("去掉存疑标记"), self.resolve)]
        if note.comment is not None:
            settle = self.tr("重开") if note.comment.resolved else self.tr("了结")
            entries = [
                (self.tr("修改…"), self._edit_current),
                (settle, self.resolve),
                (self.tr("删除"), self.remove),
            ]
        for text, slot in entries:
            menu.addAction(text).triggered.connect(lambda _checked=False, slot=slot: slot())
        menu.popup(event.globalPos())
