"""Who works on the project, who annotates what, and by which rules."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from gui.dialogs.assignments import AssignmentsPage
from gui.dialogs.choice import Choice
from gui.dialogs.grid import grid
from gui.dialogs.parts import Button, buttons, faint
from gui.dialogs.report import report
from gui.dialogs.team_rules import RulesPage
from gui.dialogs.undoing import undo_keys
from gui.names import job_name
from gui.tables.people import PeopleModel, PersonRow
from gui.tables.people_delegate import ProgressDelegate
from gui.workspace import Workspace
from models.bulletins import Bulletin, LayerInfo
from models.changes import Change
from models.errors import UserError
from models.people import JOBS, Assignment, Person
from models.review.assign import add_person, edit_person, people, progress


class PeoplePage(QWidget):
    """Everybody with how far they are; a line to add somebody, and what can be changed about the chosen one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("新人员的姓名"))
        self.name.setAccessibleName(self.tr("新人员的姓名"))
        self.job = self._jobs(self.tr("新人员的角色"))
        self.add_button = QPushButton(self.tr("加入"))
        self.model = PeopleModel(self)
        self.view = grid(self.model, self.tr("人员"), stretched=PeopleModel.BAR)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self._bars = ProgressDelegate(self.view)
        self.view.setItemDelegateForColumn(PeopleModel.BAR, self._bars)
        self.new_job = self._jobs(self.tr("所选人员的角色"))
        self.active = QPushButton()
        self.copy_button = QPushButton(self.tr("复制表格"))
        for button in (self.add_button, self.active, self.copy_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.name.returnPressed.connect(self.add)
        self.name.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        self.add_button.clicked.connect(self.add)
        self.new_job.activated.connect(lambda _n: self.change_job())
        self.active.clicked.connect(self.toggle_active)
        self.copy_button.clicked.connect(self.copy)
        QShortcut(QKeySequence.StandardKey.Copy, self.view).activated.connect(self.copy)
        self.view.selectionModel().currentChanged.connect(self._show)
        self.setFocusProxy(self.name)
        self.add_button.setEnabled(False)
        self.refresh()

    @staticmethod
    def _jobs(name: str) -> Choice:
        made = Choice(name)
        for job in JOBS:
            made.addItem(job_name(job), job)
        return made

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.job)
        head.addWidget(self.add_button)
        self._about = faint(self.tr("所选人员的角色"))
        foot.addWidget(self._about)
        foot.addWidget(self.new_job)
        foot.addWidget(self.active)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    @property
    def current(self) -> PersonRow | None:
        """The person chosen in the table."""
        rows, place = self.model.rows(), self.view.currentIndex().row()
        return rows[place] if 0 <= place < len(rows) else None

    def refresh(self) -> None:
        """Show the people as they are now."""
        project, here = self._workspace.project, self.current
        if project is None:
            return
        found = {row.name: row for row in progress(project)}
        known = sorted(people(project), key=lambda p: (not p.active, JOBS.index(p.job), p.name))
        self.model.set_rows([PersonRow(person, found[person.name]) for person in known])
        place = self.model.place(here.person.id) if here else None
        self.view.setCurrentIndex(self.model.index(place or 0, 0) if known else QModelIndex())
        self._show()

    def _show(self, *_indexes: object) -> None:
        row = self.current
        for part in (self.new_job, self.active):
            part.setEnabled(row is not None)
        self.active.setText(self.tr("停用") if row is None or row.person.active else self.tr("恢复"))
        self.active.setToolTip(self.tr("停用的人员不再参加分派；做过的标注都留着。"))
        if row is not None:
            self.new_job.choose(row.person.job)

    def add(self) -> None:
        """Enter the person whose name is written."""
        project, name, job = self._workspace.project, self.name.text().strip(), str(self.job.currentData())
        if project is not None and name and self._workspace.apply(lambda: add_person(project, name, job), self):
            self.name.setText("")  # unlike clear(), this leaves the field nothing of its own to undo
            place = next((n for n, row in enumerate(self.model.rows()) if row.person.name == name), 0)
            self.view.setCurrentIndex(self.model.index(place, 0))
        self.name.setFocus()

    def change_job(self) -> None:
        """Give the chosen person the job that is chosen."""
        row, project = self.current, self._workspace.project
        job = str(self.new_job.currentData())
        if row is not None and project is not None and job != row.person.job:
            self._workspace.apply(lambda: edit_person(project, row.person, job=job), self)

    def toggle_active(self) -> None:
        """Mark the chosen person as gone, or as back."""
        row, project = self.current, self._workspace.project
        if row is not None and project is not None:
            self._workspace.apply(lambda: edit_person(project, row.person, active=not row.person.active), self)

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self.model.as_text())


class PeopleDialog(QDialog):
    """Three pages: people, assignment, rules. What is changed holds at once; changes of the first two can be undone."""

    def __init__(self, parent: QWidget | None, workspace: Workspace) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("人员与分派"))
        self._workspace = workspace
        self.people = PeoplePage(workspace)
        self.assignments = AssignmentsPage(workspace)
        self.rules = RulesPage(workspace)
        self.tabs = QTabWidget()
        for page, name in (
            (self.people, self.tr("人员")),
            (self.assignments, self.tr("分派")),
            (self.rules, self.tr("规则")),
        ):
            self.tabs.addTab(page, name)
        box = buttons(self)
        box.button(Button.Close).setAutoDefault(False)
        foot = QHBoxLayout()
        self._told = faint()
        foot.addWidget(self._told, 1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        self.resize(940, 620)
        pages = {"person": self.people, "assignment": self.assignments}
        self._undo = undo_keys(self, workspace, tuple(pages), lambda head: self.tabs.setCurrentWidget(pages[head]))
        self.tabs.currentChanged.connect(self._on_page)
        self._on_page()
        workspace.changed.connect(self._on_change)
        workspace.failed.connect(self._on_failed)
        self.rules.changed.connect(self.assignments.refresh)
        self.people.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace) -> None:
        """Let the manager see to people and assignments until the dialog is closed."""
        dialog = cls(parent, workspace)
        dialog.exec()
        workspace.changed.disconnect(dialog._on_change)
        workspace.failed.disconnect(dialog._on_failed)
        dialog.deleteLater()

    def _on_page(self) -> None:
        """Rules are no part of the history: what cannot be undone does not say that it can."""
        undone = self.tabs.currentWidget() is not self.rules
        self._told.setText(self.tr("改动立即生效，Ctrl+Z 撤销。") if undone else self.tr("改动立即生效。"))
        for shortcut in self._undo:
            shortcut.setEnabled(undone)

    def _on_change(self, step: Change, _initiator: object) -> None:
        if any(step.touches(kind) for kind in (Person, Assignment, LayerInfo, Bulletin)):
            self.people.refresh()
            self.assignments.refresh()

    def _on_failed(self, error: object) -> None:
        # What the disk refuses is reported by the window already.
        if isinstance(error, UserError) and not error.code.startswith(("project.", "storage.")):
            report(self, error)
