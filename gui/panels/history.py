"""Who changed what, when; choosing a line shows the bulletin as it was then."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.cards.parts import EmptyState, Line
from gui.tables.history import HistoryModel
from gui.tables.history_delegate import HistoryDelegate
from gui.theme import Theme
from gui.workspace import Workspace
from models.changes import Change


class HistoryPanel(QWidget):
    """The first line is the present. Arrow keys walk through the past, Home comes back."""

    past_requested = Signal(int)
    present_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._following = self._stale = False
        self.model = HistoryModel(self)
        self.view = QListView()
        self._delegate = HistoryDelegate(self.view)
        self.bulletin, self.project = QToolButton(objectName="choice"), QToolButton(objectName="choice")
        self._hint = Line(name="foot")
        self._empty = EmptyState(self.tr("还没有历史"), self.tr("打开一篇刊物，每一步修改都会记在这里。"))
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(lambda index: self._on_current(index, index))
        self.bulletin.toggled.connect(lambda _on: self._fill())
        for signal in (workspace.project_opened, workspace.project_closed):
            signal.connect(self._fill)
        workspace.bulletin_opened.connect(self._on_opened)
        workspace.changed.connect(self._on_change)
        self._fill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for button, text, tip in (
            (self.bulletin, self.tr("本篇"), self.tr("只看打开的这篇刊物")),
            (self.project, self.tr("整个项目"), self.tr("看项目里的所有修改")),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.bulletin.setChecked(True)
        row.addStretch(1)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("历史"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint.setText(self.tr("选一行，看那一刻的样子"))
        self._hint.setContentsMargins(8, 0, 8, 6)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)
        self.setFocusProxy(self.view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.model.refresh()

    def _fill(self) -> None:
        project, session = self._workspace.project, self._workspace.session
        whole = self.project.isChecked()
        self._following = True
        self.model.show_journal(
            project if whole or session else None, None if whole or not session else session.layer.id
        )
        self.view.setCurrentIndex(self.model.index(0))
        self._following = False
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self._hint.setVisible(bool(self.model.rowCount()) and session is not None)

    def _on_opened(self) -> None:
        """The project's history is the same whichever bulletin is open, and keeps its place."""
        if not self.project.isChecked() or not self.model.rowCount():
            self._fill()
        self._hint.setVisible(bool(self.model.rowCount()) and self._workspace.session is not None)

    def _on_change(self, _step: Change, _initiator: object) -> None:
        if self.isVisible():
            self.model.refresh()
        else:
            self._stale = True

    def show_present(self) -> None:
        """Choose the first line without asking for anything: the window shows the present already."""
        self._following = True
        self.view.setCurrentIndex(self.model.index(0))
        self._following = False

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        moment = self.model.moment(index)
        if self._following or moment is None or self._workspace.session is None:
            return
        if moment.entry is None:
            self.present_requested.emit()
        else:
            self.past_requested.emit(moment.entry.id)
