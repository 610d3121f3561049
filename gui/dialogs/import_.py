"""Bring bulletins and annotation files into the project."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.choice import Choice
from gui.dialogs.import_list import ENDINGS, Candidate, Imported, ImportList
from gui.dialogs.parts import Button, accepting, buttons, faint, filled, listed, plain, run
from gui.dialogs.pick_list import PickList
from gui.dialogs.report import report
from gui.dialogs.rows import Row
from gui.sentences import sentence
from gui.workspace import Workspace
from models.errors import UserError
from models.exchange.encoding import ENCODINGS
from models.project import Project
from models.text import readable

_PREVIEW = 3000
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "big5": "Big5", "cp950": "Big5 (Windows)",
          "big5hkscs": "Big5-HKSCS", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE"}  # fmt: skip
_SURE = 0.9


class ImportDialog(QDialog):
    """Files on the left with what is wrong with each; on the right how the current one reads, and in which encoding."""

    def __init__(self, parent: QWidget | None, project: Project) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导入刊物"))
        self.setAcceptDrops(True)
        self.files = ImportList(project)
        self._waiting: deque[Path] = deque()
        self._candidates: dict[str, Candidate] = {}
        self.list = PickList(self.tr("筛选文件"))
        self.encoding = Choice(self.tr("编码"))
        for name in ENCODINGS:
            self.encoding.addItem(_NAMES.get(name, name), name)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("预览"))
        self.preview.setTabChangesFocus(True)
        self._told = plain(wrap=True)
        self._sum = faint()
        self._box = buttons(self, accept=self.tr("导入"))
        self._lay_out()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look_at_next)
        self.list.moved.connect(self._show)
        self.encoding.activated.connect(self._reread)
        self._box.accepted.disconnect(self.accept)
        self._box.accepted.connect(self.take_in)
        QShortcut(QKeySequence("Ctrl+Del"), self).activated.connect(self._drop_current)
        self._refresh()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace) -> bool:
        """Whether anything came in, of what was called off half way too; what came is told in the status bar."""
        if workspace.project is None:
            return False
        dialog = cls(parent, workspace.project)
        done = bool(run(dialog) or dialog.files.taken)
        if done:
            workspace.told.emit(dialog.summary(dialog.files.taken))
        dialog.deleteLater()
        return done

    def _lay_out(self) -> None:
        files, folder = QPushButton(self.tr("添加文件…")), QPushButton(self.tr("添加文件夹…"))
        files.clicked.connect(self._choose_files)
        folder.clicked.connect(self._choose_folder)
        for button, key in ((files, "Ctrl+O"), (folder, "Ctrl+Shift+O")):
            button.setAutoDefault(False)
            button.setToolTip(key)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        head = QHBoxLayout()
        for part in (files, folder):
            head.addWidget(part)
        head.addWidget(faint(self.tr("也可以把文件或文件夹拖到这里。")), 1)
        reading = QHBoxLayout()
        reading.addWidget(plain(self.tr("编码")))
        reading.addWidget(self.encoding)
        reading.addStretch(1)
        right = QVBoxLayout()
        right.addLayout(reading)
        right.addWidget(self._told)
        right.addWidget(self.preview, 1)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self.list, 1)
        body.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._sum, 1)
        foot.addWidget(self._box)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addLayout(foot)
        self.resize(900, 600)

    # Files ------------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        endings = " ".join(f"*{e}" for e in ENDINGS)
        kinds = ((self.tr("刊物与标注文件"), endings), (self.tr("所有文件"), "*"))
        filters = ";;".join(f"{name} ({pattern})" for name, pattern in kinds)
        names, _filter = QFileDialog.getOpenFileNames(self, self.tr("添加文件"), "", filters)
        self.add([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("添加文件夹"))
        self.add([Path(name)] if name else [])

    def add(self, paths: list[Path]) -> None:
        """Look at files and folders, one file after another, without holding the window up."""
        try:
            self._waiting.extend(ImportList.find(paths))
        except UserError as error:
            report(self, error)
            return
        if self._waiting:
            self._timer.start()
        self._refresh()

    def _look_at_next(self) -> None:
        if self._waiting:
            self.files.look_at(self._waiting.popleft())
        if not self._waiting:
            self._timer.stop()
        self._refresh()
        here = self._candidates.get(str(self.list.current))
        if not self._waiting and here is not None and not here.usable:
            self._go_to_first()

    def _go_to_first(self) -> None:
        """To the first file that can be imported."""
        first = next((key for key, each in self._candidates.items() if each.usable), None)
        if first is not None:
            self.list.go_to(first)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _drop_current(self) -> None:
        each = self._candidates.get(str(self.list.current))
        if each is not None:
            self.files.drop(each.path)
            self._refresh()

    # Showing ----------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        here = self.list.current
        self._candidates = {str(c.path): c for c in self.files.candidates()}
        self.list.set_rows(self._row(c) for c in self._candidates.values())
        if here is not None:
            self.list.go_to(here)
        self._show(self.list.current)
        usable = sum(c.usable for c in self._candidates.values())
        if self._waiting:
            self._sum.setText(self.tr("还要看 %n 个文件…", "", len(self._waiting)))
        elif usable and self.files.taken:
            told = filled(self.tr("%1；还有 %n 个文件没有导入。", "", usable), self.summary(self.files.taken))
            self._sum.setText(told)
        else:
            skipped = len(self._candidates) - usable
            told = filled(self.tr("可导入 %1 个"), usable)
            self._sum.setText(told + (filled(self.tr("，略过 %1 个"), skipped) if skipped else "") if usable else "")
        if self.files.taken:
            self._box.button(Button.Cancel).setText(self.tr("关闭"))
        button = accepting(self._box)
        button.setEnabled(bool(usable) and not self._waiting)

    def _row(self, each: Candidate) -> Row:
        if each.error is not None:
            note = self.tr("不能导入")
        elif each.twin:
            note = self.tr("重复")
        elif each.annotations is not None:
            note = self.tr("标注文件")
        else:
            read = each.text
            note = _NAMES.get(read.imported.encoding, read.imported.encoding) if read else ""
            if read and read.replaced:
                note = self.tr("%n 字无法读出", "", read.replaced) + "  " + note
            elif read and read.confidence < _SURE:
                note = self.tr("请核对") + "  " + note
        path = each.path
        return Row(str(path), readable(path.name), note=note, names=(readable(str(path.parent)),))

    def _show(self, key: object) -> None:
        each = self._candidates.get(str(key))
        read = each.text if each else None
        self.encoding.setEnabled(read is not None or (each is not None and each.annotations is None))
        self._told.setText(self._remark(each))
        self.preview.setPlainText(read.imported.content[:_PREVIEW] if read else "")
        if read is not None:
            self.encoding.choose(read.imported.encoding)

    def _remark(self, each: Candidate | None) -> str:
        if each is None:
            return self.tr("还没有文件。")
        if each.error is not None:
            return sentence(each.error)
        if each.twin:
            return filled(self.tr("与“%1”内容相同，不会重复导入。"), each.twin)
        if each.annotations is not None:
            return self.tr("标注文件：其中的标注层会一并导入。")
        read = each.text
        parts = [self.tr("%n 字", "", len(read.imported.content) if read else 0)]
        if read and read.replaced:
            parts.append(
                self.tr("%n 个字符（控制字符或读不出来的）显示为 �。看着不对就换一种编码。", "", read.replaced)
            )
        elif read and read.confidence < _SURE:
            others = listed(_NAMES.get(name, name) for name, _p in read.alternatives[:2])
            parts.append(filled(self.tr("编码不能肯定，也可能是 %1。"), others))
        return "    ".join(parts)

    def _reread(self) -> None:
        each = self._candidates.get(str(self.list.current))
        if each is not None:
            self.files.look_at(each.path, str(self.encoding.currentData()))
            self._refresh()

    # Taking in --------------------------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Import, and close where it went well."""
        try:
            self.files.take_in()
        except UserError as error:
            self._refresh()
            self._go_to_first()  # what it stopped at
            report(self, error)
            return
        self.accept()

    def summary(self, done: Imported) -> str:
        """What came in, as a sentence."""
        parts = [self.tr("导入了 %n 篇刊物", "", len(done.bulletins))]
        if done.layers:
            parts.append(self.tr("%n 个标注层", "", done.layers))
        if done.labels:
            parts.append(filled(self.tr("新标签 %1"), listed(done.labels)))
        return listed(parts)
