"""What within a set of layers does not go together: to be looked through before an export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout

from gui.dialogs.choice import Choice
from gui.dialogs.findings_list import FindingsList
from gui.dialogs.parts import faint, filled, listed, plain
from gui.dialogs.report import report
from gui.names import kind_name, label_name
from gui.tables.findings import ReportLine
from gui.tasks import Worker
from gui.workspace import Workspace
from models.errors import UserError
from models.exchange.csv_table import csv_line
from models.exchange.whole_file import whole_file
from models.labels import LabelSet
from models.review.consistency import LABELS, NO_SECTION, NO_THEME, TWIN

KINDS = {
    LABELS: QT_TRANSLATE_NOOP("SelfCheck", "同文异标"),
    TWIN: QT_TRANSLATE_NOOP("SelfCheck", "同文漏标"),
    NO_SECTION: QT_TRANSLATE_NOOP("SelfCheck", "标题未分段"),
    NO_THEME: QT_TRANSLATE_NOOP("SelfCheck", "分段无主题"),
}
ABOUT = {
    LABELS: QT_TRANSLATE_NOOP("SelfCheck", "同样的文字，标签不止一种"),
    TWIN: QT_TRANSLATE_NOOP("SelfCheck", "别处标了，这里没有标"),
    NO_SECTION: QT_TRANSLATE_NOOP("SelfCheck", "样子像标题，却没有从这里分段"),
    NO_THEME: QT_TRANSLATE_NOOP("SelfCheck", "稿件或简讯，一个主题也没有"),
}
_HERE = QT_TRANSLATE_NOOP("SelfCheck", "这里标的是%1；总共：%2")
_ELSEWHERE = QT_TRANSLATE_NOOP("SelfCheck", "别处标为：%1")
_COUNTED = QT_TRANSLATE_NOOP("SelfCheck", "%1 %2 处")
_UNTHEMED = QT_TRANSLATE_NOOP("SelfCheck", "%1，没有主题")
_FIRST = QT_TRANSLATE_NOOP("SelfCheck", "先列 %1 处，共 %2 处")
_UNCUT = QT_TRANSLATE_NOOP("SelfCheck", "没有分段")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SelfCheck", text)


def lines_of(
    findings: Iterable[dict[str, Any]], totals: Mapping[str, int], labels: LabelSet | None
) -> list[ReportLine]:
    """The findings in groups, each heading with the whole number found, of which not all need be listed."""
    groups: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for finding in findings:
        groups[finding["kind"]].append(finding)
    lines: list[ReportLine] = []
    for kind, rows in groups.items():
        if not rows:
            continue
        note = f"{len(rows):,}"
        if totals[kind] > len(rows):
            note = filled(_tr(_FIRST), note, f"{totals[kind]:,}")
        lines.append(ReportLine(filled("%1 · %2", _tr(KINDS[kind]), _tr(ABOUT[kind])), kind, note=note))
        lines += [
            ReportLine(row["words"], kind, row["bulletin"], row["start"], row["end"], row["title"], _said(row, labels))
            for row in rows
        ]
    return lines


def _said(row: dict[str, Any], labels: LabelSet | None) -> str:
    usual = listed(filled(_tr(_COUNTED), label_name(labels, label), count) for label, count in row["usual"])
    match row["kind"]:
        case "labels":
            return filled(_tr(_HERE), label_name(labels, row["label"]), usual)
        case "twin":
            return filled(_tr(_ELSEWHERE), usual)
        case "theme":
            return filled(_tr(_UNTHEMED), kind_name(labels, row["label"]))
        case _:
            return _tr(_UNCUT)


class ConsistencyWindow(QDialog):
    """A window beside the main one: the findings in the gold, or in the layers of whoever sits at the desk."""

    opened = Signal(str, int)  # bulletin, code point

    def __init__(self, workspace: Workspace, worker: Worker) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("自查报告"))
        self._workspace, self._worker = workspace, worker
        self._waiting = False
        self.layer = Choice(self.tr("查哪一层"))
        self.layer.addItem(self.tr("金标"), "gold")
        self.layer.addItem(self.tr("我的标注"), "annotator")
        self._sum = plain()
        self.again, self.copying, self.saving = QPushButton(), QPushButton(), QPushButton()
        self.list = FindingsList(self.tr("查出的地方"))
        self._lay_out()
        self.layer.activated.connect(lambda _n: self.check())
        self.list.opened.connect(self.opened)
        worker.failed.connect(self._on_failed)
        for key, slot in (
            ("F5", self.check), ("Ctrl+C", self.copy), ("Ctrl+S", self.save), ("Ctrl+F", self.list.field.setFocus),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.resize(860, 680)
        self.layer.choose("gold" if self._has_gold() else "annotator")
        self.check()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.layer)
        head.addWidget(self._sum, 1)
        for button, text, tip, slot in (
            (self.again, self.tr("重新检查"), self.tr("按现在的标注再查一遍（F5）"), self.check),
            (self.copying, self.tr("复制表格"), self.tr("把列出的复制到剪贴板（Ctrl+C）"), self.copy),
            (self.saving, self.tr("导出表格…"), self.tr("把列出的存成 CSV 或 TSV（Ctrl+S）"), self.save),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(faint(self.tr("回车打开那一处。查出的不一定是错，看过觉得对的，不用改。"), wrap=True))

    def _has_gold(self) -> bool:
        project = self._workspace.project
        return project is not None and any(layer.role == "gold" for layer in project.store.layers())

    def check(self) -> None:
        """Look the chosen layers through as they are now."""
        project = self._workspace.project
        if project is None:
            return
        self._worker.cancel("consistency")
        self._waiting = True
        self._sum.setText("")
        self._usable(False)
        self.list.say(self.tr("正在检查…"))
        role = str(self.layer.currentData())
        self._worker.ask("consistency", self._on_found, project=str(project.path), role=role)

    def _usable(self, on: bool) -> None:
        for part in (self.copying, self.saving, self.list.field):
            part.setVisible(on)

    def _on_found(self, answer: dict[str, Any]) -> None:
        self._waiting = False
        layers, findings = answer["layers"], answer["findings"]
        self._sum.setText(
            filled(self.tr("看了 %1 篇，查出 %2 处"), f"{layers:,}", f"{sum(answer['totals'].values()):,}")
            if layers
            else ""
        )
        self._usable(bool(findings))
        if findings:
            lines = lines_of(findings, answer["totals"], self._workspace.labels)
            self.list.show_lines(lines, [(kind, _tr(name)) for kind, name in KINDS.items()])
            self.list.view.setFocus()
        elif layers:
            self.list.say(self.tr("没有查出什么"), self.tr("同样的文字标得一样，标题都分了段，稿件和简讯都有主题。"))
        elif self.layer.currentData() == "gold":
            self.list.say(
                self.tr("还没有金标"), self.tr("审核一篇刊物以后，一致的和裁定的进入金标，就可以在这里自查。")
            )
        else:
            self.list.say(self.tr("您还没有标注"), self.tr("打开一篇刊物开始标注，就可以在这里自查。"))

    def _on_failed(self, sentence: str) -> None:
        if self._waiting:
            self._waiting = False
            self.list.say(self.tr("没能检查"), sentence)

    # What leaves the window -------------------------------------------------------------------------------------

    def _table(self) -> list[tuple[str, ...]]:
        heads = (self.tr("种类"), self.tr("刊物"), self.tr("起"), self.tr("止"), self.tr("文字"), self.tr("说明"))
        rows = [
            (_tr(KINDS[line.group]), line.note, str(line.start), str(line.end), line.words, line.said)
            for line in self.list.model.lines()
        ]
        return [heads, *rows]

    def _as_text(self) -> str:
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in self._table())

    def copy(self) -> None:
        """Put what is listed on the clipboard, tab-separated."""
        QGuiApplication.clipboard().setText(self._as_text())

    def save(self) -> None:
        """Write what is listed as a table."""
        project = self._workspace.project
        if project is None or not self.list.model.lines():
            return
        start = str(project.path.with_name(f"{project.path.stem}-check.csv"))
        csv, tsv = self.tr("CSV 表格"), self.tr("TSV 表格")
        filters = f"{csv} (*.csv);;{tsv} (*.tsv)"
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("导出自查报告"), start, filters)
        if not name:
            return
        # A byte-order mark, since spreadsheets on Chinese systems else read CSV as GB18030.
        lines = "\ufeff" + "".join(map(csv_line, self._table()))
        try:
            with whole_file(Path(name)) as file:
                file.write(self._as_text() + "\n" if name.lower().endswith(".tsv") else lines)
        except UserError as error:
            report(self, error)
            return
        self._sum.setText(filled(self.tr("报告已写到 %1"), name))

    def done(self, result: int) -> None:
        self._worker.cancel("consistency")
        super().done(result)
