"""Where the gold differs from one's own layers, and why, and how near one comes to it: for nobody else's eyes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from gui.dialogs.agreement_names import figure_name
from gui.dialogs.findings_list import FindingsList
from gui.dialogs.lessons_chart import Chart, Series
from gui.dialogs.parts import faint, plain
from gui.tables.lessons import lines_of, stage_names
from gui.tasks import Worker
from gui.workspace import Workspace
from models.review.learning import TREND

STEP = 20
"""How many bulletins are read between two looks at the progress."""


class LessonsWindow(QDialog):
    """A window beside the main one, of whoever sits at the desk."""

    opened = Signal(str, int)  # bulletin, code point

    def __init__(self, workspace: Workspace, worker: Worker) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("我与金标"))
        self._workspace, self._worker = workspace, worker
        self._lessons: list[dict[str, Any]] = []
        self._points: list[dict[str, Any]] = []
        self._submitted = self._waiting = False
        self._sum, self._private = plain(), faint(self.tr("只有您自己看得到"))
        self.again = QPushButton(self.tr("重新读取"))
        self.again.setAutoDefault(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.chart = Chart()
        self.list = FindingsList(self.tr("金标与我不同的地方"))
        self._lay_out()
        self.again.clicked.connect(self.read)
        self.list.opened.connect(self.opened)
        worker.failed.connect(self._on_failed)
        for key, slot in (("F5", self.read), ("Ctrl+F", self.list.field.setFocus)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.resize(860, 720)
        self.read()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._sum)
        head.addWidget(self._private, 1)
        head.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self.chart)
        column.addWidget(self.list, 1)

    def read(self) -> None:
        """Compare one's own layers with the gold of every adjudicated bulletin."""
        self._worker.cancel("lessons")
        self._lessons, self._points, self._submitted, self._waiting = [], [], False, True
        self._sum.setText(self._workspace.project.annotator if self._workspace.project else "")
        self._shown(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self.list.say(self.tr("正在读取…"))
        self._ask(0)

    def _shown(self, on: bool) -> None:
        self.chart.setVisible(on)
        self.list.field.setVisible(on)

    def _ask(self, first: int) -> None:
        project = self._workspace.project
        if project is not None:
            self._worker.ask(
                "lessons", lambda answer: self._take(answer, first), project=str(project.path), first=first, count=STEP
            )

    def _take(self, answer: dict[str, Any], first: int) -> None:
        self._lessons += answer["lessons"]
        self._points += answer["points"]
        self._submitted = self._submitted or answer["submitted"]
        done = first + STEP
        self._bar.setRange(0, max(1, answer["total"]))
        self._bar.setValue(min(done, answer["total"]))
        if done < answer["total"]:
            self._ask(done)
        else:
            self._show()

    def _show(self) -> None:
        self._waiting = False
        self._bar.hide()
        points = sorted(self._points, key=lambda point: (point["at"], point["bulletin"]))
        self._shown(bool(points))
        if not points:
            self._say_why_not()
            return
        name = self._workspace.project.annotator if self._workspace.project else ""
        settled = self.tr("已裁定 %n 篇", "", len(points))
        lessons = self.tr("%n 处与金标不同", "", len(self._lessons))
        self._sum.setText(" · ".join((name, settled, lessons)))
        series = [
            Series(figure_name(figure), tuple(point["figures"][n] for point in points))
            for n, figure in enumerate(TREND)
        ]
        self.chart.show_series(series, [point["title"] for point in points])
        if self._lessons:
            self.list.show_lines(lines_of(self._lessons, points, self._workspace.labels), stage_names())
            self.list.view.setFocus()
        else:
            self.list.field.hide()
            self.list.say(self.tr("与金标完全一致"), self.tr("裁定过的刊物里，您的标注和金标没有一处不同。"))

    def _say_why_not(self) -> None:
        if self._submitted:
            why = self.tr("您提交的刊物还没有裁定。裁定以后，金标与您不同的地方和理由会列在这里。")
        else:
            why = self.tr(
                "您还没有提交过刊物。标完一篇按 Ctrl+回车 提交，裁定以后就能在这里看到金标与您不同的地方和理由。"
            )
        self.list.say(self.tr("现在还没有可看的"), why)

    def _on_failed(self, sentence: str) -> None:
        if self._waiting:
            self._waiting = False
            self._bar.hide()
            self.list.say(self.tr("没能读取"), sentence)

    def done(self, result: int) -> None:
        self._worker.cancel("lessons")
        super().done(result)
