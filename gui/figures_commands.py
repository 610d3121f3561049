"""The statistics menu's windows beside the main one: agreement, self-check, the gold and one's own layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from gui.main_window import MainWindow
from gui.tasks import Worker
from gui.workspace import Workspace

if TYPE_CHECKING:
    from gui.dialogs.agreement import AgreementWindow
    from gui.dialogs.consistency import ConsistencyWindow
    from gui.dialogs.lessons import LessonsWindow

    FigureWindow = AgreementWindow | ConsistencyWindow | LessonsWindow


def _agreement(workspace: Workspace, worker: Worker) -> FigureWindow:
    from gui.dialogs.agreement import AgreementWindow

    return AgreementWindow(workspace, worker)


def _consistency(workspace: Workspace, worker: Worker) -> FigureWindow:
    from gui.dialogs.consistency import ConsistencyWindow

    return ConsistencyWindow(workspace, worker)


def _lessons(workspace: Workspace, worker: Worker) -> FigureWindow:
    from gui.dialogs.lessons import LessonsWindow

    return LessonsWindow(workspace, worker)


WINDOWS = {
    "statistics.agreement": _agreement,
    "statistics.consistency": _consistency,
    "statistics.lessons": _lessons,
}
"""What each action opens; loaded when it is first asked for."""


class FiguresCommands(QObject):
    """Opens each window once, and the places that are asked for in them. What a window computes runs in a process of
    its own, which ends with it: it holds up neither pre-annotation nor the words of a paragraph."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._open: dict[str, tuple[FigureWindow, Worker]] = {}
        for name in WINDOWS:
            window.action_table.connect(name, lambda name=name: self.show(name))
        # The windows show a project that is open no longer, or what is for the eyes of the one who sat there.
        self._workspace.project_closed.connect(self.close_all)
        self._workspace.annotator_changed.connect(self.close_all)

    def show(self, name: str) -> None:
        """Show the window of an action, made at the first time; one that is open comes to the front."""
        if self._workspace.project is None:
            return
        if name not in self._open:
            worker = Worker(self)
            made = WINDOWS[name](self._workspace, worker)
            made.opened.connect(self.go_to)
            made.finished.connect(lambda _result: self._on_finished(name))
            self._open[name] = made, worker
        made = self._open[name][0]
        made.setWindowState(made.windowState() & ~Qt.WindowState.WindowMinimized)
        made.show()
        made.activateWindow()

    def window(self, name: str) -> FigureWindow | None:
        """The open window of an action."""
        found = self._open.get(name)
        return found[0] if found else None

    def _on_finished(self, name: str) -> None:
        made, worker = self._open.pop(name)
        worker.close()
        worker.deleteLater()
        made.deleteLater()

    def close_all(self) -> None:
        """Close the windows."""
        for made, _worker in list(self._open.values()):
            made.close()

    def go_to(self, bulletin: str, offset: int) -> None:
        """Show a place of a bulletin in the main window."""
        session = self._workspace.session
        there = session is not None and session.bulletin.id == bulletin
        if not there and not self._workspace.open_bulletin(bulletin):
            return
        self._workspace.reveal.emit(offset)
        self._window.activateWindow()
        self._window.view.setFocus()
