"""Write the project's layers to a file."""

from __future__ import annotations

from os.path import isfile
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
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
from gui.dialogs.parts import Button, accepting, buttons, filled, listed, plain, run
from gui.dialogs.report import report
from gui.workspace import Workspace
from models.errors import UserError
from models.exchange.formats import Losses
from models.exchange.selection import ALL, GOLD
from models.exchange.table import BY_NAME, FORMATS, Exported, export
from models.project import SUGGESTION, Project
from models.review.blind import own_only


class ExportDialog(QDialog):
    """Format, layer, file; afterwards what was written and what the format could not hold."""

    def __init__(self, parent: QWidget | None, project: Project) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出"))
        self._project = project
        self.written: Path | None = None
        self.format = Choice(self.tr("格式"))
        for each in FORMATS:
            self.format.addItem(self._format_name(each.name), each.name)
        self.layer = Choice(self.tr("标注层"))
        self._fill_layers()
        self.accepted_only = CheckBox(self.tr("只导出已确认的（不含待确认的预标注）"))
        self.accepted_only.setChecked(True)
        self.proofs = CheckBox(self.tr("金标附裁定依据（各人的标注、谁裁定的、理由）"))
        self.proofs.setChecked(True)
        self.target = QLineEdit(str(_place(project).with_suffix(".json")))
        self.target.setAccessibleName(self.tr("写到"))
        self.told = plain(wrap=True)
        self._box = buttons(self, accept=self.tr("导出"))
        self._open = QPushButton(self.tr("打开所在文件夹"))
        self._open.setAutoDefault(False)
        self._lay_out()
        self._box.accepted.disconnect(self.accept)
        self._box.accepted.connect(self.run)
        self._open.clicked.connect(self._open_folder)
        self.format.currentIndexChanged.connect(self._fit_ending)
        self.target.textChanged.connect(self._refresh)
        self.layer.currentIndexChanged.connect(self._refresh)
        self.accepted_only.toggled.connect(self._refresh)
        self.proofs.toggled.connect(self._refresh)
        self._refresh()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace) -> Path | None:
        """The file that was written last; None when none was."""
        if workspace.project is None:
            return None
        dialog = cls(parent, workspace.project)
        run(dialog)
        dialog.deleteLater()
        return dialog.written

    def _lay_out(self) -> None:
        browse = QPushButton(self.tr("选择…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.target, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(18)
        form.addRow(self.tr("格式"), self.format)
        form.addRow(self.tr("标注层"), self.layer)
        form.addRow("", self.accepted_only)
        form.addRow("", self.proofs)
        form.addRow(self.tr("写到"), place)
        foot = QHBoxLayout()
        foot.addWidget(self._open)
        foot.addStretch(1)
        foot.addWidget(self._box)
        self._open.hide()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addLayout(foot)
        self.setMinimumWidth(560)

    def _format_name(self, name: str) -> str:
        names = {
            "gold": self.tr("金标 JSON"),
            "gold-jsonl": self.tr("金标 JSONL（每篇一行）"),
            "doccano": self.tr("doccano JSONL（只有实体）"),
            "bio": self.tr("BIO（每字一行）"),
            "csv": self.tr("CSV 表格（分段与实体）"),
        }
        return names.get(name, BY_NAME[name].describes)

    def _fill_layers(self) -> None:
        layers = self._project.store.layers()
        has = {i.annotator for i in layers if i.role == "annotator"}
        people = [name for name in self._project.store.names() if name in has]
        if own_only(self._project):
            self.layer.addItem(filled(self.tr("标注员 %1"), self._project.annotator), self._project.annotator)
            return
        self.layer.addItem(self.tr("自动：有金标取金标，否则取唯一标注员的"), None)
        if any(i.role == GOLD for i in layers):
            self.layer.addItem(self.tr("金标层"), GOLD)
        for name in people:
            self.layer.addItem(filled(self.tr("标注员 %1"), name), name)
        if any(i.role == SUGGESTION for i in layers):
            self.layer.addItem(self.tr("预标注层"), SUGGESTION)
        self.layer.addItem(self.tr("全部标注层"), ALL)
        if len(people) > 1:
            self.layer.choose(self._project.annotator)

    def _fit_ending(self) -> None:
        path = Path(self.target.text().strip() or "export")
        self.target.setText(str(path.with_suffix(BY_NAME[self.format.currentData()].endings[0])))

    def _browse(self) -> None:
        endings = " ".join(f"*{e}" for e in BY_NAME[self.format.currentData()].endings)
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("写到"), self.target.text(), f"{self.format.currentText()} ({endings})"
        )
        if name:
            self.target.setText(name)

    def _refresh(self) -> None:
        self.proofs.setVisible(self.format.currentData() in ("gold", "gold-jsonl"))
        accepting(self._box).setEnabled(bool(self.target.text().strip()))
        there = isfile(self.target.text().strip())
        self.told.setText(self.tr("这个文件已存在，导出会换掉它。") if there else "")

    def run(self) -> None:
        """Write the file and say what was written; a refusal is reported and the dialog stays."""
        path = Path(self.target.text().strip())
        layer, only = self.layer.currentData(), self.accepted_only.isChecked()
        try:
            done = export(
                self._project, self.format.currentData(), path,
                layer=layer, accepted_only=only, proofs=self.proofs.isChecked(),
            )  # fmt: skip
        except UserError as error:
            report(self, error)
            return
        self.written = path
        self.told.setText(self._summary(done, path))
        self._open.show()
        self._box.button(Button.Cancel).setText(self.tr("关闭"))
        self._box.button(Button.Cancel).setFocus()

    def _summary(self, done: Exported, path: Path) -> str:
        lines = [self.tr("✓ 已写出 %n 个标注层，读回核对无误。", "", done.layers), str(path)]
        if done.without:
            lines.append(filled(self.tr("没有这一层的刊物：%1"), listed(done.without)))
        return "\n".join([*lines, *self._losses(done.losses)])

    def _losses(self, losses: Losses) -> list[str]:
        reasons = {
            "discontinuous mentions": self.tr("不连续的实体标注"),
            "nested or overlapping mentions": self.tr("嵌套或交叠的实体标注"),
            "comments": self.tr("批注"),
            "sections": self.tr("分段"),
        }
        found = []
        for reason in dict.fromkeys(reason for reason, _label in losses.counts):
            by = {label: n for (r, label), n in losses.counts.items() if r == reason}
            parts = listed(f"{label} {n}" for label, n in sorted(by.items()) if label != "all")
            what = reasons.get(reason, reason)
            told = self.tr("这种格式写不下 %1 %2").replace("%1", str(sum(by.values()))).replace("%2", what)
            found.append(filled(self.tr("%1：%2"), told, parts) if parts else told)
        return found

    def _open_folder(self) -> None:
        if self.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written.resolve().parent)))


def _place(project: Project) -> Path:
    """Where the file is offered to be: beside the project, else among the person's documents."""
    if not project.store.file.read_only:
        return project.path
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / project.path.name
