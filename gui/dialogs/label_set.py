"""The label set of the project: themes, entity labels and section kinds."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.dialogs.label_rows import RowsPage
from gui.dialogs.label_themes import ThemesPage
from gui.dialogs.parts import Button, buttons, faint, run
from gui.dialogs.report import report
from gui.dialogs.undoing import undo_keys
from gui.workspace import Workspace
from models.changes import Change
from models.errors import UserError
from models.labels import Kind, Label, Theme


class LabelSetEditor(QDialog):
    """Three pages. Each change holds at once, in the whole project, and can be taken back."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, actions: Actions) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("标签与主题"))
        self._workspace = workspace
        self.themes = ThemesPage(workspace)
        self.labels = RowsPage(workspace, actions, Label)
        self.kinds = RowsPage(workspace, actions, Kind)
        self.tabs = QTabWidget()
        for page, name in (
            (self.themes, self.tr("主题")),
            (self.labels, self.tr("实体标签")),
            (self.kinds, self.tr("分段类型")),
        ):
            self.tabs.addTab(page, name)
        self._told = faint(self.tr("改动立即生效，Ctrl+Z 撤销。停用和合并都不会丢掉已标注的内容。"))
        box = buttons(self)
        box.button(Button.Close).setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        self.resize(860, 620)
        pages = {"theme": self.themes, "label": self.labels, "kind": self.kinds}
        undo_keys(self, workspace, tuple(pages), lambda head: self.tabs.setCurrentWidget(pages[head]))
        workspace.changed.connect(self._on_change)
        workspace.failed.connect(self._on_failed)
        self.finished.connect(self._flush)
        self.themes.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace, actions: Actions) -> None:
        """Let the person edit the label set until the dialog is closed."""
        dialog = cls(parent, workspace, actions)
        run(dialog)
        workspace.changed.disconnect(dialog._on_change)
        workspace.failed.disconnect(dialog._on_failed)
        dialog.deleteLater()

    def _on_change(self, step: Change, _initiator: object) -> None:
        if step.touches(Theme):
            self.themes.refresh()
        if step.touches(Label) or step.touches(Kind):
            self.labels.refresh()
            self.kinds.refresh()

    def _on_failed(self, error: object) -> None:
        # What the disk refuses is reported by the window already.
        if isinstance(error, UserError) and not error.code.startswith(("project.", "storage.")):
            report(self, error)

    def _flush(self) -> None:
        for page in (self.themes, self.labels, self.kinds):
            page.form.flush()
