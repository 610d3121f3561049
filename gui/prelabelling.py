"""Pre-annotation in the background: every bulletin without suggestions gets them, the open one first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from gui.tasks import Worker
from gui.workspace import Workspace
from models.bulletins import Bulletin
from models.errors import UserError
from models.project import SUGGESTION
from models.worker import from_json


class Prelabelling(QObject):
    """Asks the worker for the suggestions of new bulletins and stores what comes back."""

    def __init__(self, workspace: Workspace, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._worker = workspace, worker
        self._asked: set[str] = set()
        self._state = 0
        """Counts what the engine's answers depend on: another number makes the worker read the engine anew."""
        workspace.project_opened.connect(self._on_opened)
        workspace.project_closed.connect(self._forget)
        workspace.bulletin_opened.connect(self._hurry)

    def _on_opened(self) -> None:
        self._state += 1
        self.fill()

    def _forget(self) -> None:
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
        begun = {i.bulletin for i in project.store.layers() if i.role != SUGGESTION and i.status != "new"}
        rows = self._workspace.bulletins()
        here = next((n for n, row in enumerate(rows) if session is not None and row.id == session.bulletin.id), 0)
        waiting = [b for b in (*rows[here:], *rows[:here]) if b.id not in begun and b.id not in self._asked]
        for bulletin in waiting[:most]:
            self._asked.add(bulletin.id)
            self._ask(bulletin)

    def fill(self) -> None:
        """Queue every bulletin that has no suggestion layer yet."""
        project = self._workspace.project
        if project is None:
            return
        have = {layer.bulletin for layer in project.store.layers() if layer.role == SUGGESTION}
        for bulletin in self._workspace.bulletins():
            if bulletin.id not in have and bulletin.id not in self._asked:
                self._asked.add(bulletin.id)
                self._ask(bulletin)

    def _hurry(self) -> None:
        """The bulletin that is being looked at comes before those that wait."""
        session = self._workspace.session
        if session is not None and session.bulletin.id in self._asked and session.layer.status == "new":
            self._ask(session.bulletin, urgent=True)

    def _ask(self, bulletin: Bulletin, *, urgent: bool = False) -> None:
        project = self._workspace.project
        if project is None:
            return
        self._worker.ask(
            "prelabel", lambda found: self._store(bulletin.id, found),
            urgent=urgent, text=project.store.content(bulletin.id), themes=project.labels.taxonomy,
            project=str(project.path), state=self._state,
        )  # fmt: skip

    def _store(self, bulletin_id: str, found: dict[str, Any]) -> None:
        project = self._workspace.project
        if project is None or bulletin_id not in self._asked:
            return
        bulletin = next(b for b in project.store.bulletins() if b.id == bulletin_id)
        try:
            project.store_suggestions(bulletin, from_json(found))
            project.refresh_from_suggestions(bulletin)
            self._asked.discard(bulletin_id)
        except UserError as error:
            self._workspace.failed.emit(error)
            return
        session = self._workspace.session
        if session is not None and session.bulletin.id == bulletin_id and session.layer.status == "new":
            self._workspace.open_bulletin(bulletin_id)
        self._workspace.bulletins_changed.emit()
