"""The pre-annotation engine of the project: its parts, what it learned, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.cards.check_box import CheckBox
from gui.dialogs.engine_parts import EngineParts
from gui.dialogs.lexicon import LexiconDialog
from gui.dialogs.parts import buttons, faint, filled, listed, plain, run, title
from gui.dialogs.rows_view import rows_view
from gui.learning import Learning, unconfirmed
from gui.tables.engine_versions import VERSION, EngineVersionsModel
from gui.workspace import Workspace
from models.learning import EVERY, LEAST
from models.learning.engine import VERSION as IN_USE
from models.learning.engine import lacking, off
from models.learning.teaching import teaching
from models.prelabel.engines import engine


class LearningDialog(QDialog):
    """Switches at once; what was learned is measured before it is used, and can be left again."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, learning: Learning) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("预标注引擎"))
        self._workspace, self._learning = workspace, learning
        project = workspace.project
        self.parts = EngineParts(off(project) if project else frozenset())
        self.parts.switched.connect(lambda: learning.switch_parts(self.parts.off))
        self.model = EngineVersionsModel(self)
        self.view = rows_view(self.model, self.tr("训练过的引擎"))
        self.auto = CheckBox(filled(self.tr("每新交 %1 篇就在后台训练一次"), EVERY))
        self.auto.setChecked(learning.auto)
        self.auto.toggled.connect(learning.set_auto)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("训练进度"))
        self.lacking = plain(wrap=True)
        self.state = faint(wrap=True)
        self.train = QPushButton(self.tr("现在训练"))
        self.use = QPushButton(self.tr("改用这一个"))
        self.lexicon = QPushButton(self.tr("项目词典…"))
        for button, slot in ((self.train, self._train), (self.use, self._use), (self.lexicon, self._open_lexicon)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.parts)
        column.addSpacing(8)
        column.addWidget(title(self.tr("跟着本项目学")))
        column.addWidget(self.auto)
        column.addWidget(self.view, 1)
        column.addWidget(self.lacking)
        column.addWidget(self.bar)
        column.addWidget(self.state)
        foot = QHBoxLayout()
        for button in (self.train, self.use, self.lexicon):
            foot.addWidget(button)
        foot.addWidget(buttons(self), 1)
        column.addLayout(foot)
        self.resize(780, 720)
        learning.changed.connect(self.refresh)
        learning.progress.connect(self._show_state)
        self.view.doubleClicked.connect(self._use)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._enable())
        self.refresh()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace, learning: Learning) -> None:
        """Show the engine until the window is closed; a training goes on in the background."""
        dialog = cls(parent, workspace, learning)
        run(dialog)
        dialog.deleteLater()

    def refresh(self) -> None:
        """Show the engines as they are now."""
        project = self._workspace.project
        if project is None:
            return
        self.model.set_versions(project.store.engines.rows(), project.store.setting(IN_USE))
        self.view.setCurrentIndex(self.model.index(0, 0))
        missing = listed(known.name for known in map(engine, lacking(project)) if known)
        said = self.tr(
            "使用中的引擎要用 %1，这台机器上没有或已关掉，实体暂用自带的模型。要用它，就在 项目 › 附加引擎 里添加。"
        )
        self.lacking.setText(filled(said, missing))
        self.lacking.setVisible(bool(missing))
        self._show_state()
        self._enable()

    def _show_state(self) -> None:
        """Say how far a training is, or what there is to train on."""
        project, steps = self._workspace.project, self._learning.steps
        if project is None:
            return
        work = teaching(project)
        count = len(work.layers)
        done, of = steps or (0, 1)
        self.bar.setVisible(steps is not None)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        if steps is not None:
            said = filled(self.tr("正在训练，第 %1 步，共 %2 步。"), done + 1, of) if of else self.tr("正在准备训练。")
            said += self.tr("可以关上窗口继续工作。")
        elif work.left_out:
            ready = self.tr("训练后在没学过的刊物上比较，更好才启用。")
            said = unconfirmed(work)
            said += ready if count >= LEAST else filled(self.tr("能用的满 %1 篇就可以训练。"), LEAST)
        elif count < LEAST:
            said = filled(self.tr("已提交 %1 篇；交满 %2 篇就可以训练。"), count, LEAST)
        else:
            said = filled(self.tr("已提交 %1 篇。训练后在没学过的刊物上比较，更好才启用。"), count)
        self.state.setText(said)
        self.train.setText(self.tr("停止训练") if steps is not None else self.tr("现在训练"))
        self.train.setEnabled(steps is not None or count >= LEAST)

    def _enable(self) -> None:
        project = self._workspace.project
        index = self.view.currentIndex()
        known = {row.id for row in project.store.engines.rows()} if project else set()
        used = project.store.setting(IN_USE) if project else ""
        used = used if used in known else ""
        self.use.setEnabled(index.isValid() and index.data(VERSION) != used)

    def _train(self) -> None:
        if self._learning.busy:
            self._learning.cancel()
        else:
            self._learning.train()

    def _use(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and self.use.isEnabled():
            self._learning.use(str(index.data(VERSION)))

    def _open_lexicon(self) -> None:
        LexiconDialog.ask(self, self._workspace, self._learning)
