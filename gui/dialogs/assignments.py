"""The page on which bulletins are assigned: a table with check boxes, and spreading evenly."""

from __future__ import annotations

from collections import Counter, defaultdict

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.choice import Choice
from gui.dialogs.grid import grid
from gui.dialogs.parts import faint, filled
from gui.dialogs.spread import SpreadDialog
from gui.tables.assignments import AssignmentRow, AssignmentsModel, Cell
from gui.tables.assignments_delegate import AssignmentDelegate
from gui.workspace import Workspace
from models.people import JOBS, Assignment, Person
from models.project import Project
from models.review.assign import assign_all, people, unassign_all
from models.review.reviewing import required
from models.search import fold, pattern

ALL, NONE, SHORT, FULL = "all", "none", "short", "full"


class AssignmentsPage(QWidget):
    """A click assigns or takes back; Space does so for all chosen cells at once. Each is one step to undo."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: list[AssignmentRow] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("筛选刊物"))
        self.field.setAccessibleName(self.tr("筛选刊物"))
        self.field.setClearButtonEnabled(True)
        self.state = Choice(self.tr("按人数筛选"))
        for key, name in (
            (ALL, self.tr("全部刊物")), (NONE, self.tr("没有分派的")), (SHORT, self.tr("人数不足的")),
            (FULL, self.tr("人数已足的")),
        ):  # fmt: skip
            self.state.addItem(name, key)
        self.spread_button = QPushButton(self.tr("平均分派…"))
        self.spread_button.setAutoDefault(False)
        self.model = AssignmentsModel(self)
        self.view = grid(self.model, self.tr("分派表"), by_row=False)
        self.view.setItemDelegate(AssignmentDelegate(self.view))
        self._told, self._sum = faint(), faint()
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._show())
        self.state.activated.connect(lambda _n: self._show())
        self.spread_button.clicked.connect(self.spread)
        self.view.clicked.connect(self._clicked)
        self.view.installEventFilter(self)
        self.setFocusProxy(self.view)
        self.refresh()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.field, 1)
        head.addWidget(self.state)
        head.addWidget(self.spread_button)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._sum)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    # Showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the assignments as they are now."""
        project = self._workspace.project
        if project is None:
            return
        names: dict[str, set[str]] = defaultdict(set)
        for row in project.store.items(Assignment):
            names[row.bulletin].add(row.annotator)
        statuses: dict[str, dict[str, str]] = defaultdict(dict)
        for layer in project.store.layers():
            if layer.role == "annotator":
                statuses[layer.bulletin][layer.annotator] = layer.status
        self._rows = [AssignmentRow(b, frozenset(names[b.id]), statuses[b.id]) for b in self._workspace.bulletins()]
        self._show()

    def _show(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        wanted = required(project)
        load = Counter(name for row in self._rows for name in row.names)
        shown = [row for row in self._rows if self._passes(row, wanted)]
        self.model.show_rows(self.columns(project), shown, load, wanted)
        none = sum(not row.names for row in self._rows)
        short = sum(0 < len(row.names) < wanted for row in self._rows)
        parts = [filled(self.tr("%1 篇"), f"{len(shown)} / {len(self._rows)}" if len(shown) < len(self._rows)
                        else len(self._rows))]  # fmt: skip
        parts += [filled(self.tr("%1 篇没有分派"), none)] if none else []
        parts += [filled(self.tr("%1 篇人数不足"), short)] if short else []
        self._sum.setText(" · ".join(parts))
        if not self.model.people:
            self._told.setText(self.tr("还没有人员，请先在“人员”里加入。"))
        else:
            self._told.setText(self.tr("点一格分派或收回；选中多格，按空格一起改。"))
        self.spread_button.setEnabled(bool(self.model.people and self._rows))

    def _passes(self, row: AssignmentRow, wanted: int) -> bool:
        state, count = self.state.currentData(), len(row.names)
        if not {ALL: True, NONE: not count, SHORT: count < wanted, FULL: count >= wanted}[state]:
            return False
        query = pattern(self.field.text())
        return query is None or query.search(fold(f"{row.bulletin.title}\n\n{row.bulletin.name}")) is not None

    @staticmethod
    def columns(project: Project) -> list[Person]:
        """Who has a column: everybody active, and whoever still has something; annotators first."""
        busy = {row.annotator for row in project.store.items(Assignment)}
        found = [p for p in people(project) if p.active or p.name in busy]
        return sorted(found, key=lambda p: (not p.active, JOBS.index(p.job)))

    # Changing ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if bare and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.toggle()
                return True
            if bare and event.text().strip():
                self.field.setFocus()
                QApplication.sendEvent(self.field, event)
                return True
        return super().eventFilter(watched, event)

    def _clicked(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        alone = len(self.view.selectionModel().selectedIndexes()) <= 1
        if cell is not None and alone:
            self._set([cell], not cell.assigned)

    def toggle(self) -> None:
        """Assign all chosen cells; where all of them are assigned, take all back."""
        chosen = self.view.selectionModel().selectedIndexes() or [self.view.currentIndex()]
        cells = [cell for cell in map(self.model.cell, chosen) if cell is not None]
        if cells:
            self._set(cells, not all(cell.assigned for cell in cells))

    def _set(self, cells: list[Cell], on: bool) -> None:
        project = self._workspace.project
        if project is not None:
            pairs = [(cell.bulletin.id, cell.person.name) for cell in cells]
            self._workspace.apply(lambda: assign_all(project, pairs) if on else unassign_all(project, pairs), self)

    def spread(self) -> None:
        """Ask how the bulletins that are shown are to be spread, and assign them."""
        project = self._workspace.project
        if project is None:
            return
        step = SpreadDialog.ask(self, project, [row.bulletin for row in self.model.rows()], self.model.people)
        if step is not None:
            self._workspace.apply(step, self)
