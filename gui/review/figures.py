"""Three figures of the project's agreement, counted by the worker: boundaries, themes, mentions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.tasks import Worker
from gui.tips import tip
from gui.workspace import Workspace
from models.review.sides import COUNTED

NAMES = ("boundaries.similarity", "themes.alpha_masi", "mentions.strict.f1")


class Figures(QWidget):
    """Cards with a figure and its 95 % interval. The worker counts them when other layers count than before."""

    def __init__(self, workspace: Workspace, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace, self._worker = workspace, worker
        self._counted: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        self.cards = {
            name: _Card(title)
            for name, title in zip(
                NAMES, (self.tr("边界相似度 B"), self.tr("主题 α (MASI)"), self.tr("实体 F1 严格")), strict=True
            )
        }
        for card in self.cards.values():
            row.addWidget(card, 1)

    def refresh(self) -> None:
        """Ask for the figures, unless they are those of the same layers already."""
        project = self._workspace.project
        if project is None:
            return
        counted = project.path, tuple(sorted((i.id, i.status) for i in project.store.layers() if i.status in COUNTED))
        if counted == self._counted:
            return
        self._counted = counted
        self._worker.cancel("figures")
        self._worker.ask("figures", lambda found: self._take(counted, found), urgent=True, project=str(project.path))

    def _take(self, counted: object, found: dict[str, Any]) -> None:
        if counted != self._counted:
            return
        for name, card in self.cards.items():
            value: Any = found
            for part in name.split("."):
                value = value[part]
            interval = found["intervals"].get(name)
            undefined = found["undefined"]
            why = undefined.get(name) or ("" if interval else undefined.get(f"intervals.{name}", ""))
            card.show_figure(value, interval, why, found["documents"])


class _Card(QFrame):
    """A name, a number, an interval."""

    def __init__(self, title: str) -> None:
        super().__init__(objectName="figure")
        self._title = title
        self._number, self._between = QLabel("…", objectName="figureNumber"), QLabel("", objectName="foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 8, 6)
        column.setSpacing(1)
        for part in (QLabel(title, objectName="foot"), self._number, self._between):
            part.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(part)

    def show_figure(self, value: float | None, interval: list[float] | None, why: str, bulletins: int) -> None:
        """Show a figure; – where it is undefined, with the reason as its tooltip."""
        self._number.setText("–" if value is None else f"{value:.2f}")
        between = f"{interval[0]:.2f}–{interval[1]:.2f}" if interval else self.tr("%n 篇", "", bulletins)
        self._between.setText(between)
        told = self.tr("全项目 %n 篇已提交的刊物", "", bulletins)
        self.setToolTip(tip("\n".join(part for part in (told, why) if part)))
        self.setAccessibleName(f"{self._title} {self._number.text()} {between}")
