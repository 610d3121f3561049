"""Learning in the background: after enough new work the engine is trained again, in a process of its own.

`models.learning.engine` is imported where it is used: what it needs takes longer to load than the window.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal

from gui.prelabelling import Prelabelling
from gui.tasks import Worker
from gui.workspace import Workspace
from models.bulletins import LayerInfo
from models.changes import Change
from models.errors import UserError
from models.learning import DONE, EVERY, LEAST
from models.learning.teaching import Teaching, teaching
from models.project import SUGGESTION, Project
from models.storage.database import for_reading_alone

if TYPE_CHECKING:
    from models.learning.learned import Score

AUTO = "learning/auto"
NEXT = 5
"""How many of the bulletins that come next heed at once what a submitted one says of lines and names: all of them would
keep the worker busy after every submission."""


class Learning(QObject):
    """Trains the project's engine when there is new work, or when asked, and takes it over where it is better."""

    changed = Signal()  # training began or ended, another engine is in use
    progress = Signal()  # `steps` has changed

    def __init__(
        self, workspace: Workspace, prelabelling: Prelabelling, settings: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._prelabelling, self._settings = workspace, prelabelling, settings
        self._worker = Worker(self)
        self._worker.failed.connect(self._failed)
        self.steps: tuple[int, int] | None = None
        """How many steps of the training are done, and of how many: none in all until that is known. None: no training.
        """
        self._told = False
        """Whether it was said why what is submitted trains nothing: once a project that is opened."""
        workspace.changed.connect(self._on_change)
        workspace.project_opened.connect(self._on_opened)
        workspace.project_closed.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a training is under way."""
        return self._worker.busy

    @property
    def auto(self) -> bool:
        """Whether new work starts a training by itself."""
        return bool(self._settings.value(AUTO, True, bool))

    def set_auto(self, on: bool) -> None:
        """Let new work start a training, or not."""
        self._settings.setValue(AUTO, on)

    def train(self) -> None:
        """Train on all settled work now."""
        project = self._workspace.project
        if project is None or self.busy:
            return
        if self._workspace.read_only:  # what is learned could not be kept
            self._workspace.failed.emit(for_reading_alone(project.path))
            return
        self._step(0, 0)
        self._worker.ask("learn", self._take, watch=self._step, project=str(project.path))
        self.changed.emit()

    def cancel(self) -> None:
        """Stop a training; the engine in use stays."""
        if self.busy:
            self._end()
            self.changed.emit()

    def close(self) -> None:
        """End the worker for good."""
        self._worker.close()

    def use(self, version: str) -> None:
        """Use another trained engine, or with an empty id the shipped one."""
        from models.learning.engine import use

        self._set(lambda project: use(project, version))

    def switch_parts(self, off: frozenset[str]) -> None:
        """Do without these parts of the engine."""
        from models.learning.engine import switch_parts

        self._set(lambda project: switch_parts(project, off))

    def renew(self) -> None:
        """The lexicon has changed: suggest anew where nobody has begun."""
        self._prelabelling.renew()

    def _on_opened(self) -> None:
        self._told = False

    def _set(self, act: Callable[[Project], object]) -> None:
        project = self._workspace.project
        if project is None:
            return
        try:
            act(project)
        except UserError as error:
            self._workspace.failed.emit(error)
            return
        self._prelabelling.renew()
        self.changed.emit()

    def _on_change(self, step: Change, _initiator: object) -> None:
        project = self._workspace.project
        if project is None or not step.touches(LayerInfo):
            return
        if not any(
            isinstance(item, LayerInfo) and item.role != SUGGESTION and item.status in DONE for item in step.after
        ):
            return
        self._prelabelling.renew(NEXT)
        if self.busy or not self.auto:
            return
        work, last = teaching(project), max((row.bulletins for row in project.store.engines.rows()), default=0)
        wanted = max(LEAST, last + EVERY)
        if len(work.layers) >= wanted:
            self.train()
        elif not self._told and len(work.layers) + work.left_out >= wanted:
            self._told = True
            self._workspace.told.emit(unconfirmed(work))

    def _take(self, answer: dict[str, Any]) -> None:
        from models.learning.engine import keep
        from models.learning.learned import Figures

        self._end()
        figures, better = Figures.from_json(answer["figures"]), bool(answer["better"])
        data, bulletins = base64.b64decode(answer["data"]), int(answer["bulletins"])
        self._set(lambda project: keep(project, data, figures, bulletins, better=better))
        said = self.tr("用 %1 篇训练好了：实体 %2，主题 %3。%4")
        verdict = self.tr("较好的部分已启用。") if better else self.tr("没有更好，仍用原来的引擎。")
        for n, text in enumerate((str(bulletins), _score(figures.entities_before, figures.entities_after),
                                  _score(figures.themes_before, figures.themes_after), verdict), 1):  # fmt: skip
            said = said.replace(f"%{n}", text)
        self._workspace.told.emit(said)

    def _step(self, done: int, of: int) -> None:
        self.steps = done, of
        self.progress.emit()

    def _end(self) -> None:
        self._worker.stop()
        self.steps = None
        self.progress.emit()

    def _failed(self, sentence: str) -> None:
        self._end()
        self._workspace.told.emit(sentence)
        self.changed.emit()


def unconfirmed(work: Teaching) -> str:
    """How many bulletins are submitted, and how many of them teach nothing."""
    said = QCoreApplication.translate("Learning", "已提交 %1 篇，其中 %2 篇未确认的预标注超过一成，不能用来训练。")
    return said.replace("%1", str(len(work.layers) + work.left_out)).replace("%2", str(work.left_out))


def _score(before: Score, after: Score) -> str:
    return f"{before.shown} → {after.shown}"
