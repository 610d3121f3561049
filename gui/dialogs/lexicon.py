"""The names that the project knows: learned from its work, entered, switched off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from gui.dialogs.choice import Choice
from gui.dialogs.parts import Button, buttons, faint, filled, run
from gui.dialogs.rows_view import rows_view
from gui.dialogs.undoing import undo_keys
from gui.learning import Learning
from gui.names import label_name
from gui.tables.lexicon import NAME, LexiconModel, SortedNames
from gui.workspace import Workspace
from models.changes import Change
from models.learning import lexicon
from models.learning.settled import settled


class LexiconDialog(QDialog):
    """Each step is on disk at once and undone with the keys of the window."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, learning: Learning) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("项目词典"))
        self._workspace, self._learning = workspace, learning
        self._edited = False
        project = workspace.project
        self._work = settled(project) if project else []
        self.model = LexiconModel(self)
        self._shown = SortedNames(self.model)
        self.view = rows_view(self._shown, self.tr("词典"))
        self.view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicatorShown(False)  # it would stand over the words
        self.view.sortByColumn(2, Qt.SortOrder.DescendingOrder)  # those tagged most often first
        self.filter = QLineEdit(placeholderText=self.tr("筛选名称…"))
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.filter.textChanged.connect(lambda _text: self._say())
        self.string = QLineEdit(placeholderText=self.tr("新的名称"))
        self.label = Choice(self.tr("标签"))
        self.add = self._button(self.tr("写入"), self._enter)
        self.relabel = self._button("", self._relabel)
        self.off = self._button(self.tr("停用"), lambda: self._switch(active=False))
        self.on = self._button(self.tr("启用"), lambda: self._switch(active=True))
        self.forget = self._button(self.tr("还原"), self._forget)
        self.state = faint(wrap=True)
        self._lay_out()
        self.string.returnPressed.connect(self._enter)
        self.label.currentIndexChanged.connect(lambda _row: self._enable())
        workspace.changed.connect(self._on_change)
        undo_keys(self, workspace, ("lexicon",))
        self._fill_labels()
        self.refresh()
        self.string.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace, learning: Learning) -> None:
        """Show the lexicon; what was changed holds for bulletins that nobody has begun."""
        dialog = cls(parent, workspace, learning)
        run(dialog)
        if dialog._edited:
            learning.renew()
        dialog.deleteLater()

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: slot())
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for part, stretch in ((self.string, 2), (self.label, 0), (self.add, 0), (self.filter, 1)):
            head.addWidget(part, stretch)
        foot = QHBoxLayout()
        for part in (self.relabel, self.off, self.on, self.forget):
            foot.addWidget(part)
        box = buttons(self)
        box.button(Button.Close).setAutoDefault(False)  # Return enters a name
        foot.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.state)
        column.addLayout(foot)
        self.resize(640, 560)
        self.view.selectionModel().selectionChanged.connect(lambda *_ranges: self._enable())

    def _fill_labels(self) -> None:
        labels = self._workspace.labels
        for label in labels.labels if labels else ():
            if not label.retired:
                self.label.addItem(label_name(labels, label.id), label.id)

    def refresh(self) -> None:
        """Show the lexicon as it is now; the selection stays with its names."""
        project = self._workspace.project
        if project is None:
            return
        chosen = {name.string for name in self.chosen()}
        names = lexicon.names(project, self._work)
        self.model.set_names(names, self._workspace.labels)
        for row in range(self._shown.rowCount()):
            if self._shown.index(row, 0).data(NAME).string in chosen:
                mode = self.view.selectionModel().SelectionFlag
                self.view.selectionModel().select(self._shown.index(row, 0), mode.Select | mode.Rows)
        self._say()
        self._enable()

    def _say(self) -> None:
        """Say how much there is, or why there is nothing."""
        names = [self.model.index(row, 0).data(NAME) for row in range(self.model.rowCount())]
        if not names:
            said = self.tr("词典还是空的：提交几篇刊物，标过的人名、机构、地点和活动会自己进来；也可以在上面写入。")
        elif not self._shown.rowCount():
            said = filled(self.tr("%1 个名称里没有符合筛选的。"), len(names))
        else:
            said = filled(self.tr("%1 个名称，%2 个在用。改动从还没有人动过的刊物起生效。"), len(names),
                          sum(name.active for name in names))  # fmt: skip
        self.state.setText(said)

    def chosen(self) -> list[lexicon.Name]:
        """The names that are selected."""
        return [index.data(NAME) for index in self.view.selectionModel().selectedRows()]

    def _enable(self) -> None:
        rows = self.chosen()
        self.relabel.setText(filled(self.tr("改成“%1”"), self.label.currentText()))
        self.relabel.setEnabled(any(name.label != self.label.currentData() for name in rows))
        self.off.setEnabled(any(name.active for name in rows))
        self.on.setEnabled(any(not name.active for name in rows))
        self.forget.setEnabled(any(name.entry is not None for name in rows))

    def _apply(self, make: Callable[[], Change]) -> bool:
        done = self._workspace.apply(make, self)
        self._edited = self._edited or done
        return done

    def _on_change(self, step: Change, _initiator: object) -> None:
        if step.touches(lexicon.LexiconEntry):
            self._edited = True
            self.refresh()

    def _enter(self) -> None:
        project, string = self._workspace.project, self.string.text()
        if project is not None and self._apply(lambda: lexicon.enter(project, string, self.label.currentData())):
            self.string.setText("")  # unlike clear(), this leaves the field nothing of its own to undo
            row = self._shown.mapFromSource(self.model.index(self.model.row_of(string.strip()), 0))
            self.view.scrollTo(row)
            self.view.selectRow(row.row())

    def _relabel(self) -> None:
        project, rows, label = self._workspace.project, self.chosen(), self.label.currentData()
        if project is not None and rows:
            self._apply(lambda: lexicon.relabel(rows, label))

    def _switch(self, *, active: bool) -> None:
        project, rows = self._workspace.project, [name for name in self.chosen() if name.active != active]
        if project is not None and rows:
            self._apply(lambda: lexicon.switch(rows, active=active))

    def _forget(self) -> None:
        rows = [name for name in self.chosen() if name.entry is not None]
        if rows:
            self._apply(lambda: lexicon.forget(rows))
