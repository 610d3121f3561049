"""The agreement of the annotators: figures, pairs, labels, bulletins, confusions, and the places they come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.cards.parts import EmptyState, Line
from gui.dialogs import agreement_pages as pages
from gui.dialogs.agreement_asking import AgreementAsking
from gui.dialogs.agreement_names import MATRIX, figure_name, reading, tr, value_name
from gui.dialogs.agreement_places import PlacesPane
from gui.dialogs.parts import faint, filled, listed, plain
from gui.dialogs.report import report
from gui.tables.agreement import Cell
from gui.tasks import Worker
from gui.workspace import Workspace
from models.bulletins import LayerInfo
from models.changes import Change
from models.errors import UserError
from models.exchange.whole_file import whole_file
from models.mentions import Mention
from models.outline import Section
from models.review.sides import COUNTED

_WAIT, _EMPTY, _SHOWN = range(3)


class AgreementWindow(QDialog):
    """A window beside the main one. The worker computes; F5 computes anew after changes."""

    opened = Signal(str, int)  # a place that somebody wants to see: bulletin, code point

    def __init__(self, workspace: Workspace, worker: Worker) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("一致性"))
        self._workspace = workspace
        self._report: dict[str, Any] | None = None
        self._layers: frozenset[str] = frozenset()
        self._answer: dict[str, Any] = {}
        self._filled: set[int] = set()
        self.asking = AgreementAsking(worker, self)
        self.overview, self.pairs, self.labels = pages.OverviewPage(), pages.PairsPage(), pages.LabelsPage()
        self.bulletins, self.confusions = pages.BulletinsPage(), pages.ConfusionsPage()
        self.places = PlacesPane(self.asking)
        self._sum, self._stale = plain(), faint()
        self.again, self.copying, self.saving = QPushButton(), QPushButton(), QPushButton()
        self._bar, self._wait = QProgressBar(), plain()
        self._empty = EmptyState(button=self.tr("重新计算"))
        self._about, self._how = Line(name="factStrong"), Line(name="hint")
        self._keys = faint(self.tr("回车去右边，再回车打开 · Ctrl+1…5 换页"))
        self._lay_out()
        self._connect()
        self.resize(1240, 780)
        self.compute()

    # Looks ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        for page, name in (
            (self.overview, self.tr("总览")), (self.pairs, self.tr("两两对照")), (self.labels, self.tr("按标签")),
            (self.bulletins, self.tr("按刊物")), (self.confusions, self.tr("混淆")),
        ):  # fmt: skip
            self.tabs.addTab(page, name)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.tabs)
        split.addWidget(self.places)
        split.setSizes([850, 370])
        split.setStretchFactor(0, 1)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        for part in (self._waiting(), self._empty, split):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addLayout(self._heading())
        column.addWidget(self._stack, 1)
        column.addWidget(self._about)
        foot = QHBoxLayout()
        foot.addWidget(self._how, 1)
        foot.addWidget(self._keys)
        column.addLayout(foot)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._sum)
        row.addWidget(self._stale, 1)
        for button, text, tip in (
            (self.again, self.tr("重新计算"), self.tr("按现在的标注再算一遍（F5）")),
            (self.copying, self.tr("复制表格"), self.tr("把眼前的表格复制到剪贴板（Ctrl+C）")),
            (self.saving, self.tr("导出报告…"), self.tr("存成 JSON，与 jiaozhu agreement --json 相同（Ctrl+S）")),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _waiting(self) -> QWidget:
        part = QWidget()
        self._bar.setFixedWidth(320)
        self._bar.setTextVisible(False)
        column = QVBoxLayout(part)
        column.addStretch(2)
        column.addWidget(self._wait, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return part

    def _connect(self) -> None:
        self.asking.progressed.connect(self._on_progress)
        self.asking.ready.connect(self._on_ready)
        self.asking.failed.connect(self._on_failed)
        self.places.opened.connect(self.opened)
        self.again.clicked.connect(self.compute)
        self.copying.clicked.connect(self.copy)
        self.saving.clicked.connect(self.save)
        self._empty.asked.connect(self.compute)
        self.tabs.currentChanged.connect(lambda _n: self._on_page())
        for page in self._pages():
            page.chosen.connect(lambda _cell: self._on_cell())
            page.entered.connect(self.places.settle)
        for key, slot in (("F5", self.compute), ("Ctrl+C", self.copy), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        for n in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Ctrl+{n + 1}"), self).activated.connect(lambda n=n: self._go_to(n))
        self._workspace.changed.connect(self._on_change)

    def _pages(self) -> tuple[pages.Page, ...]:
        return self.overview, self.pairs, self.labels, self.bulletins, self.confusions

    def _go_to(self, page: int) -> None:
        self.tabs.setCurrentIndex(page)
        self.tabs.currentWidget().setFocus()

    # Figures ----------------------------------------------------------------------------------------------------

    def compute(self) -> None:
        """Compare all submitted layers of the project as they are now."""
        project = self._workspace.project
        if project is None:
            return
        self._report = None
        # What was to be asked of the figures so far must not come between.
        self.places.forget(self._workspace.labels)
        self._stale.setText("")
        self._sum.setText("")
        self._wait.setText(self.tr("正在读取标注层…"))
        self._bar.setRange(0, 0)
        self._show(_WAIT)
        self.asking.begin(str(project.path))

    def _show(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        for part in (self.copying, self.saving, self._about, self._how, self._keys):
            part.setVisible(page == _SHOWN)
        self.again.setVisible(page != _EMPTY)

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._wait.setText(filled(self.tr("正在比较：%1 / %2 篇"), f"{done:,}", f"{total:,}"))

    def _on_ready(self, answer: dict[str, Any]) -> None:
        self._report, self._layers = answer["report"], frozenset(answer["layers"])
        if not answer["pairs"]:
            self._empty.say(
                self.tr("还没有可以比较的标注"),
                self.tr("要有一篇刊物由两位以上标注员提交，才能算一致性。进行中和退回的不算。"),
                self.tr("重新计算"),
            )
            self._show(_EMPTY)
            return
        self._answer, self._filled = answer, set()
        people = listed(answer["report"]["annotators"])
        self._sum.setText(filled(self.tr("%1 篇刊物 · %2"), f"{answer['report']['documents']:,}", people))
        self._stale.setText(self.tr("只计已提交和已裁定的标注层"))
        self._show(_SHOWN)
        self._on_page()
        self.tabs.currentWidget().setFocus()

    def _on_failed(self, sentence: str) -> None:
        self._empty.say(self.tr("没能算出来"), sentence, self.tr("重新计算"))
        self._show(_EMPTY)

    def _on_change(self, step: Change, _initiator: object) -> None:
        """Say that the figures are of the past once a layer changes that counts, or one begins to count."""
        if self._stack.currentIndex() != _WAIT and any(self._counts(row) for row in (*step.before, *step.after)):
            self._stale.setText(self.tr("标注有改动，按 F5 重新计算"))

    def _counts(self, row: object) -> bool:
        if isinstance(row, LayerInfo):
            return row.role == "annotator" and (row.id in self._layers or row.status in COUNTED)
        return isinstance(row, Section | Mention) and row.layer in self._layers

    def _on_page(self) -> None:
        """Fill the page that is looked at, when it is looked at for the first time."""
        page, n = self.tabs.currentWidget(), self.tabs.currentIndex()
        if self._stack.currentIndex() != _SHOWN or not isinstance(page, pages.Page):
            return
        if n not in self._filled:
            self._filled.add(n)
            page.fill(self._answer, self._workspace.labels)
            page.choose()
        self._on_cell()

    def _on_cell(self) -> None:
        """Say what the current cell is, how it is read, and where it comes from."""
        page = self.tabs.currentWidget()
        cell = page.cell if isinstance(page, pages.FigurePage) else None
        if cell is None or self._stack.currentIndex() != _SHOWN:
            return
        title = self._title(cell)
        value = cell.text if cell.question is not None and not isinstance(cell.sort, str) else ""
        self._about.setText("  ".join(part for part in (title, value) if part) or cell.about)
        figure = cell.question.figure if cell.question is not None else ""
        # A cell without a value says why, the others how they are read.
        how = cell.about if cell.text == "—" else reading(figure)
        self._how.setText(tr(MATRIX) if page is self.confusions else how)
        self.places.ask(cell, title)

    def _title(self, cell: Cell) -> str:
        question = cell.question
        if question is None:
            return cell.text
        labels = self._workspace.labels
        if question.what and question.cell is not None:
            both = [value_name(question.what, value, labels) for value in question.cell]
            name = filled(self.tr("%1 × %2"), *both)
        else:
            name = figure_name(question.figure, labels)
        of = filled(self.tr("%1 与 %2"), *question.pair) if question.pair else ""
        titles = {b.id: b.title for b in self._workspace.bulletins()} if question.bulletin else {}
        return " · ".join(part for part in (name, of, titles.get(question.bulletin or "", "")) if part)

    # What leaves the window -------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the table that is shown on the clipboard; the places, when they have the focus."""
        page = self.tabs.currentWidget()
        if self.places.view.hasFocus():
            QGuiApplication.clipboard().setText(self.places.model.as_text())
        elif isinstance(page, pages.FigurePage):
            QGuiApplication.clipboard().setText(page.as_text())

    def save(self) -> None:
        """Write the report as `jiaozhu agreement --json` prints it."""
        project = self._workspace.project
        if self._report is None or project is None:
            return
        start = str(project.path.with_name(f"{project.path.stem}-agreement.json"))
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("导出一致性报告"), start, "JSON (*.json)")
        if not name:
            return
        try:
            with whole_file(Path(name)) as file:
                file.write(json.dumps(self._report, ensure_ascii=False, indent=1) + "\n")
        except UserError as error:
            report(self, error)
            return
        self._stale.setText(filled(self.tr("报告已写到 %1"), name))

    def done(self, result: int) -> None:
        self.asking.cancel()
        super().done(result)
