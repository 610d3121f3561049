"""Pre-annotation in the background: every bulletin without suggestions gets them, the open one first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from gui.sentences import sentence
from gui.tasks import Worker
from gui.workspace import Workspace
from models.bulletins import Bulletin
from models.errors import UserError
from models.layers import taken
from models.project import SUGGESTION
from models.storage.database import REFUSED
from models.text import derived_id
from models.worker import from_json


class Prelabelling(QObject):
    """Asks the worker for the suggestions of new bulletins and stores what comes back."""

    def __init__(self, workspace: Workspace, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._worker = workspace, worker
        self._asked: dict[str, int] = {}
        """The jobs that have no answer yet, by bulletin."""
        self._state = 0
        """Counts what the engine's answers depend on: another number makes the worker read the engine anew."""
        self._paused = False
        """Whether the disk refused the last suggestions; the next step that it takes lets the others be made."""
        workspace.project_opened.connect(self._on_opened)
        workspace.changed.connect(self._on_change)
        workspace.project_closed.connect(self._forget)
        workspace.bulletin_opened.connect(self._hurry)

    def _on_opened(self) -> None:
        self._state += 1
        self.fill()

    def _on_change(self, *_: object) -> None:
        if self._paused:
            self._paused = False
            self.fill()

    def _forget(self) -> None:
        self._paused = False
        self._asked.clear()
        self._worker.cancel("prelabel")

    def renew(self, most: int | None = None) -> None:
        """The engine has changed: bulletins that nobody has begun get suggestions anew.

        MOST: so many alone, from the open one on.
        """
        project, session = self._workspace.project, self._workspace.session
        if project is None:
            return
        self._state += 1
        self._worker.cancel("prelabel")  # what waits is asked for anew, and what is under way comes too late
        begun = {i.bulletin for i in project.store.layers() if i.role != SUGGESTION and i.status != "new"}
        rows = self._workspace.bulletins()
        here = next((n for n, row in enumerate(rows) if session is not None and row.id == session.bulletin.id), 0)
        turned = (*rows[here:], *rows[:here])
        chosen = [b for b in turned if b.id not in begun and b.id not in self._asked][:most]
        for bulletin in [b for b in turned if b.id in self._asked or b in chosen]:
            self._ask(bulletin)

    def fill(self) -> None:
        """Queue every bulletin that has no suggestion layer yet."""
        project = self._workspace.project
        if project is None:
            return
        have = {layer.bulletin for layer in project.store.layers() if layer.role == SUGGESTION}
        for bulletin in self._workspace.bulletins():
            if bulletin.id not in have and bulletin.id not in self._asked:
                self._ask(bulletin)

    def _hurry(self) -> None:
        """The bulletin that is being looked at comes before those that wait. Where its job failed it is asked again."""
        project, session = self._workspace.project, self._workspace.session
        if project is None or session is None:
            return
        bulletin = session.bulletin
        if bulletin.id in self._asked:
            if session.layer.status == "new":
                self._worker.hasten(self._asked[bulletin.id])
        elif project.layer_of(bulletin.id, "", SUGGESTION) is None:
            self._ask(bulletin, urgent=True)

    def _ask(self, bulletin: Bulletin, *, urgent: bool = False) -> None:
        project = self._workspace.project
        if project is None or self._workspace.read_only:
            return
        self._asked[bulletin.id] = 0
        number = self._worker.ask(
            "prelabel", lambda found: self._store(bulletin.id, found),
            urgent=urgent, lost=lambda: self._asked.pop(bulletin.id, None), again=True,
            text=project.store.content(bulletin.id), themes=project.labels.taxonomy,
            project=str(project.path), state=self._state,
        )  # fmt: skip
        if bulletin.id in self._asked:  # a process that cannot be started may say so at once
            self._asked[bulletin.id] = number

    def _store(self, bulletin_id: str, found: dict[str, Any]) -> None:
        project = self._workspace.project
        if project is None or bulletin_id not in self._asked:
            return
        del self._asked[bulletin_id]
        bulletin = next(b for b in project.store.bulletins() if b.id == bulletin_id)
        try:
            project.store_suggestions(bulletin, from_json(found))
            project.refresh_from_suggestions(bulletin)
        except UserError as error:
            if error.code in REFUSED:
                self._forget()
                self._paused = True
            self._workspace.told.emit(sentence(error))
            return
        session = self._workspace.session
        if session is not None and session.bulletin.id == bulletin_id:
            if session.layer.status == "new":
                self._workspace.open_bulletin(bulletin_id)
            elif len(taken(project.store, derived_id(bulletin_id, SUGGESTION), session).after):
                self._workspace.told.emit(self.tr("本篇的预标注做好了，可以用“补入预标注”补上。"))
        self._workspace.bulletins_changed.emit()
