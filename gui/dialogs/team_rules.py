"""The rules of the project: blind or not, how many annotators a bulletin, what counts as agreed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from gui.cards.check_box import CheckBox
from gui.dialogs.choice import Choice
from gui.dialogs.parts import faint
from gui.workspace import Workspace
from models.review.blind import is_blind, set_blind
from models.review.matters import ALL, MAJORITY
from models.review.reviewing import ANNOTATORS, POLICY, required

MOST = 9


class RulesPage(QWidget):
    """Each rule holds as soon as it is set."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.blind = CheckBox(self.tr("提交之前，标注员互相看不到对方的标注"))
        self.annotators = Choice(self.tr("每篇标注人数"))
        for count in range(1, MOST + 1):
            self.annotators.addItem(str(count), count)
        self.policy = Choice(self.tr("何为一致"))
        self.policy.addItem(self.tr("所有人相同"), ALL)
        self.policy.addItem(self.tr("多数人相同"), MAJORITY)
        form = QFormLayout(self)
        form.setContentsMargins(18, 20, 18, 12)
        form.setVerticalSpacing(7)
        form.setHorizontalSpacing(22)
        for name, field, told in (
            (self.tr("盲标"), self.blind,
             self.tr("连同修改历史。审核员和管理员不受限制；工作包默认也不带别人的标注。")),
            (self.tr("每篇标注人数"), self.annotators, self.tr("交齐这么多份标注，一篇刊物才进入审核。")),
            (self.tr("何为一致"), self.policy, self.tr("一致的标注直接并入金标，其余由审核员裁定。")),
        ):  # fmt: skip
            form.addRow(name, self._explained(field, told))
        self._load()
        self.blind.toggled.connect(self._set)
        self.annotators.currentIndexChanged.connect(self._set)
        self.policy.currentIndexChanged.connect(self._set)

    @staticmethod
    def _explained(field: QWidget, told: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(5)
        field.setMaximumWidth(field.sizeHint().width() + 40)
        column.addWidget(field)
        column.addWidget(faint(told, wrap=True))
        return made

    def _load(self) -> None:
        project = self._workspace.project
        if project is not None:
            self.blind.setChecked(is_blind(project))
            self.annotators.choose(required(project))
            self.policy.choose(project.store.setting(POLICY, ALL))

    def _set(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        set_blind(project, self.blind.isChecked())
        project.store.set_setting(ANNOTATORS, str(self.annotators.currentData()))
        project.store.set_setting(POLICY, str(self.policy.currentData()))
        self.changed.emit()
