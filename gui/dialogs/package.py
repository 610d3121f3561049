"""A work package for a colleague: whose, which bulletins, where to."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.cards.check_box import CheckBox
from gui.dialogs.choice import Choice
from gui.dialogs.parts import accepting, buttons, faint, filled, project_file
from gui.dialogs.pick_list import PickList
from gui.dialogs.report import report
from gui.dialogs.rows import Row
from gui.names import job_name, status_name
from gui.workspace import Workspace
from models.errors import UserError
from models.people import Assignment
from models.project import Project
from models.review.assign import assign_all, people
from models.review.blind import is_blind
from models.review.packages import Package, export_package

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class PackageDialog(QDialog):
    """The colleague chooses the bulletins: those assigned to them. All of it can be changed before it is written."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, project: Project) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("制作工作包"))
        self._workspace, self._project = workspace, project
        self.made: Package | None = None
        self._people = [p for p in people(project) if p.active and p.name != project.annotator]
        self._bulletins = workspace.bulletins()
        self.chosen: set[str] = set()
        self._own_name = False
        self.person = Choice(self.tr("给谁"))
        self.person.setEditable(True)
        self.person.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.person.lineEdit().setPlaceholderText(self.tr("选一位，或写下姓名"))
        for one in self._people:
            self.person.addItem(one.name, one.name)
            self.person.setItemData(self.person.count() - 1, job_name(one.job), Qt.ItemDataRole.ToolTipRole)
        self.blind = CheckBox(self.tr("不带别人的标注和金标（盲标）"))
        self.assign = CheckBox(self.tr("没有分派给这位的，一并分派"))
        self.assign.setChecked(True)
        self.list = PickList(self.tr("筛选刊物"), toggling=True)
        self.target = QLineEdit()
        self.target.setAccessibleName(self.tr("写到"))
        self._sum = faint()
        self._box = buttons(self, accept=self.tr("制作"))
        self._lay_out()
        self.person.currentTextChanged.connect(lambda _text: self._on_person())
        self.list.chosen.connect(self._toggle)
        self.target.textEdited.connect(self._on_path)
        self._box.accepted.disconnect(self.accept)
        self._box.accepted.connect(self.make)
        self._on_person()
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace) -> Package | None:
        """What was written, which is told in the status bar too; None when it was called off."""
        if workspace.project is None:
            return None
        dialog = cls(parent, workspace, workspace.project)
        dialog.exec()
        made = dialog.made
        if made is not None:
            told = filled(dialog.tr("给 %1 的工作包已写好，%2 篇：%3"), made.annotator, made.bulletins, made.path)
            workspace.told.emit(told)
        dialog.deleteLater()
        return made

    def _lay_out(self) -> None:
        browse, every, none = (QPushButton(text) for text in (self.tr("选择…"), self.tr("全选"), self.tr("全不选")))
        for button, slot in (
            (browse, self._browse), (every, lambda: self._choose({b.id for b in self._bulletins})),
            (none, lambda: self._choose(set())),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        place, tools = QHBoxLayout(), QHBoxLayout()
        place.addWidget(self.target, 1)
        place.addWidget(browse)
        for button in (every, none):
            tools.addWidget(button)
        tools.addWidget(self._sum, 1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(9)
        form.addRow(self.tr("给谁"), self.person)
        form.addRow("", self.blind)
        form.addRow("", self.assign)
        form.addRow(self.tr("写到"), place)
        foot = QHBoxLayout()
        foot.addWidget(faint(self.tr("工作包是一个项目文件。同事打开它标注，再发回来合并。"), wrap=True), 1)
        foot.addWidget(self._box)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addLayout(tools)
        column.addLayout(foot)
        self.resize(620, 600)

    @property
    def name(self) -> str:
        """Whom the package is for."""
        return self.person.currentText().strip()

    def _assigned(self) -> set[str]:
        return {row.bulletin for row in self._project.store.items(Assignment) if row.annotator == self.name}

    def _on_person(self) -> None:
        """Another colleague: their bulletins, a name for their file, and as much as their job may see."""
        job = next((p.job for p in self._people if p.name == self.name), "annotator")
        self.blind.setChecked(job == "annotator" and is_blind(self._project))
        self.assign.setChecked(job == "annotator")
        if not self._own_name:
            self.target.setText(str(self._proposed()))
        mine = self._assigned()
        anybody = any(True for _ in self._project.store.items(Assignment))
        every = {b.id for b in self._bulletins}
        self._choose(every & mine if mine or (anybody and job == "annotator") else every)

    def _proposed(self) -> Path:
        """A file beside the project that does not exist yet."""
        stem = f"{self._project.path.stem}-{_UNFIT.sub('_', self.name)}" if self.name else self._project.path.stem
        folder, number = self._project.path.parent, 1
        while (path := folder / (f"{stem}.jiaozhu" if number == 1 else f"{stem}-{number}.jiaozhu")).exists():
            number += 1
        return path

    def _on_path(self) -> None:
        self._own_name = bool(self.target.text().strip())
        self._refresh()

    def _browse(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("写到"), self.target.text(), self.tr("校注项目 (*.jiaozhu)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self.target.setText(str(project_file(name)))
            self._on_path()

    def _toggle(self, key: object) -> None:
        self._choose(self.chosen ^ {str(key)})

    def _choose(self, chosen: set[str]) -> None:
        self.chosen = chosen
        mine = self._assigned()
        layers = {i.bulletin: i.status for i in self._project.store.layers() if i.annotator == self.name}
        rows = []
        for bulletin in self._bulletins:
            parts = [self.tr("已分派")] if bulletin.id in mine else []
            parts += [status_name(layers[bulletin.id])] if layers.get(bulletin.id, "new") != "new" else []
            size = filled(self.tr("%1 字"), f"{bulletin.chars:,}")
            rows.append(Row(bulletin.id, bulletin.title, detail=" · ".join(parts), note=size,
                            checked=bulletin.id in chosen, names=(bulletin.name,)))  # fmt: skip
        self.list.set_rows(rows)
        self._refresh()

    def _refresh(self) -> None:
        chars = sum(b.chars for b in self._bulletins if b.id in self.chosen)
        self._sum.setText(filled(self.tr("%1 / %2 篇，%3 字"), len(self.chosen), len(self._bulletins), f"{chars:,}"))
        accepting(self._box).setEnabled(bool(self.name and self.chosen and self.target.text().strip()))

    def make(self) -> None:
        """Write the package; a refusal is reported, and the dialog stays."""
        project, name = self._project, self.name
        path = project_file(self.target.text().strip()).expanduser()
        pairs = [(b.id, name) for b in self._bulletins if b.id in self.chosen] if self.assign.isChecked() else []
        assigning = assign_all(project, pairs)
        rows = [row for row in assigning.after if isinstance(row, Assignment)]
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.made = export_package(project, path, name, self.chosen, blind=self.blind.isChecked(), assigning=rows)
        except UserError as error:
            QGuiApplication.restoreOverrideCursor()
            report(self, error)
            return
        QGuiApplication.restoreOverrideCursor()
        if assigning:
            self._workspace.apply(assigning, self)
        self.accept()
