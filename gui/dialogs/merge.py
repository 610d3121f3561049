"""Colleagues' files into the project: what it would do line by line, then all of it in one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.grid import grid
from gui.dialogs.parts import Button, accepting, buttons, faint, filled, listed, plain
from gui.dialogs.report import report
from gui.tables.merge_delegate import FateDelegate
from gui.tables.merge_lines import MergeModel, rows_of
from gui.workspace import Workspace
from models.errors import UserError
from models.exchange.whole_file import whole_file
from models.project import Project
from models.review.gold import gold_layers
from models.review.merge import NEW, NEWER, OLDER, REFUSED, SAME, Plan, plan_merge


class MergeDialog(QDialog):
    """Files are added and dropped; the table says what becomes of each layer in them. Nothing happens before 合并."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, paths: Sequence[Path] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("合并工作包"))
        self.setAcceptDrops(True)
        self._workspace = workspace
        self.paths: list[Path] = []
        self.plan: Plan | None = None
        self.merged = ""
        self.model = MergeModel(self)
        self.view = grid(self.model, self.tr("合并会做的事"), stretched=4)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.view.setItemDelegateForColumn(0, FateDelegate(self.view))
        self.add_button = QPushButton(self.tr("添加文件…"))
        self.drop_button = QPushButton(self.tr("移去这个文件"))
        self.copy_button = QPushButton(self.tr("复制报告"))
        self.save_button = QPushButton(self.tr("保存报告…"))
        self._hint = faint(self.tr("同事发回的工作包（.jiaozhu），可以一次多个，也可以拖到这里。"))
        self._sum, self._told = plain(wrap=True), faint(wrap=True)
        self._box = buttons(self, accept=self.tr("合并"))
        self._lay_out()
        self._connect()
        self.add(paths)

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace, paths: Sequence[Path] = ()) -> bool:
        """Whether anything was merged; what was is told in the status bar."""
        dialog = cls(parent, workspace, paths)
        dialog.exec()
        if dialog.merged:
            workspace.told.emit(dialog.merged)
        dialog.deleteLater()
        return bool(dialog.merged)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.add_button)
        head.addWidget(self.drop_button)
        head.addWidget(self._hint, 1)
        for button in (self.copy_button, self.save_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._box)
        for button in (self.add_button, self.drop_button, self.copy_button, self.save_button):
            button.setAutoDefault(False)
        self.add_button.setToolTip("Ctrl+O")
        self.drop_button.setToolTip("Ctrl+Del")
        header = self.view.horizontalHeader()
        for column, width in ((1, 230), (2, 90), (3, 170)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self._told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._sum)
        column.addWidget(self.view, 1)
        column.addWidget(self._told)
        column.addLayout(foot)
        self.resize(980, 560)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._choose)
        self.drop_button.clicked.connect(self.drop_current)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.save)
        self._box.accepted.disconnect(self.accept)
        self._box.accepted.connect(self.merge)
        for key, slot in (("Ctrl+O", self._choose), ("Ctrl+Del", self.drop_current), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        QShortcut(QKeySequence.StandardKey.Copy, self.view).activated.connect(self.copy)
        self.view.selectionModel().currentChanged.connect(self._tell)

    # Files ------------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        if not self.merged:
            kinds = self.tr("校注项目 (*.jiaozhu)")
            names, _filter = QFileDialog.getOpenFileNames(self, self.tr("合并工作包"), "", kinds)
            self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Look at further files and show what merging all of them would do."""
        self.paths += [path for path in dict.fromkeys(paths) if path not in self.paths]
        self._look()

    def drop_current(self) -> None:
        """Leave out the file of the chosen line."""
        row = self.model.row(self.view.currentIndex())
        if row is not None and not self.merged:
            self.paths.remove(row.path)
            self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.merged:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # What it would do -------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Plan the merge of the files that can be read; each of the others gets a line of its own."""
        project = self._workspace.project
        if project is None:
            return
        self.plan = None  # what is shown and what would be merged are of the same files, whatever happens
        self.model.set_rows(())
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.plan, unread = planned(project, self.paths)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.model.set_rows(rows_of(self.plan.lines if self.plan else (), unread))
        self.view.setCurrentIndex(self.model.index(0, 0))
        self._refresh()

    def _refresh(self) -> None:
        rows, useful = bool(self.model.rowCount()), self.plan is not None and bool(self.plan.step)
        self._sum.setText(self.summary())
        self._tell()
        accepting(self._box).setEnabled(useful and not self.merged)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(rows)
        self.add_button.setEnabled(not self.merged)
        self.drop_button.setEnabled(rows and not self.merged)

    def summary(self) -> str:
        """What the merge will do, or has done, in one line."""
        if not self.paths:
            return self.tr("还没有文件。")
        counts = self.model.counts()
        if not counts:
            return self.tr("这些文件里没有做过的标注。")
        parts = [filled(pattern, counts[fate]) for fate, pattern in (
            (NEW, self.tr("新增 %1 个标注层")), (NEWER, self.tr("更新 %1 个")), (OLDER, self.tr("%1 个保留本项目的")),
            (SAME, self.tr("%1 个没有变化")), (REFUSED, self.tr("%1 项不能合并")),
        ) if counts[fate]]  # fmt: skip
        head = self.tr("已合并：%1") if self.merged else self.tr("将会：%1")
        return filled(head, listed(parts))

    def _tell(self, *_indexes: object) -> None:
        row = self.model.row(self.view.currentIndex())
        parts = () if row is None else (str(row.path) if row.bulletin else "", row.told)
        self._told.setText("    ".join(part for part in parts if part))

    # Merging ----------------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Do what is shown, as one step to undo. Where something was refused the report stays to be read."""
        if self.plan is None or self.merged or not self._workspace.apply(self.plan.step, self):
            return
        self._workspace.follow(gold_layers(self.plan.step))
        self.merged = "…"
        self.merged = self.summary()
        if not self.model.counts()[REFUSED]:
            self.accept()
            return
        self._refresh()
        accepting(self._box).hide()
        close = self._box.button(Button.Cancel)
        close.setText(self.tr("关闭"))
        close.setFocus()
        self._hint.setText(self.tr("关闭后可用 Ctrl+Z 撤销整个合并。没有合并的可以复制或保存下来，发给同事。"))

    def as_text(self) -> str:
        """The report: what was asked for, then a line for each layer."""
        return f"{self.summary()}\n\n{self.model.as_text()}\n"

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def save(self) -> None:
        """Ask for a file and write the report to it."""
        if not self.model.rowCount():
            return
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("保存报告"), self.tr("合并报告.txt"), self.tr("文本文件 (*.txt)")
        )
        if name:
            try:
                with whole_file(Path(name)) as file:
                    file.write(self.as_text())
            except UserError as error:
                report(self, error)


def planned(project: Project, paths: Sequence[Path]) -> tuple[Plan | None, dict[Path, UserError]]:
    """The plan for the files that can be read, None without any, and why each of the others cannot be."""
    unread: dict[Path, UserError] = {}
    readable = []
    for path in paths:
        if path.resolve() == project.path.resolve():
            unread[path] = UserError(f"{path} is this project itself.", code="merge.itself", path=str(path))
        else:
            readable.append(path)
    while readable:
        try:
            return plan_merge(project, readable), unread
        except UserError as error:
            guilty = next((path for path in readable if str(path) == error.facts.get("path")), None)
            if guilty is None:
                raise
            unread[guilty] = error
            readable.remove(guilty)
    return None, unread
