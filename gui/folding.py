"""The open project's file kept whole: whoever copies it or sends it off while the program is open has all the work."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from gui.workspace import Workspace
from models.bulletins import LayerInfo
from models.changes import Change
from models.learning import DONE
from models.project import SUGGESTION

QUIET = 5000  # milliseconds without a step after which what was written is folded in


class Folding(QObject):
    """Folds the write-ahead log into the file: after a submission, after a pause, and when another program is turned
    to. Until it could be done whole it is tried again."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.timer = QTimer(self, interval=QUIET)
        self.timer.timeout.connect(self.fold)
        workspace.changed.connect(self._on_change)
        workspace.project_closed.connect(self.timer.stop)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)

    def fold(self) -> None:
        """Fold in what there is."""
        project = self._workspace.project
        if project is not None and project.store.file.fold():
            self.timer.stop()

    def _on_change(self, step: Change, _initiator: object) -> None:
        self.timer.start()
        if any(isinstance(i, LayerInfo) and i.role != SUGGESTION and i.status in DONE for i in step.after):
            self.fold()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.fold()
