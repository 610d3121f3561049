"""The statistics menu's windows beside the main one: agreement, self-check, the gold and one's own layer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from gui.main_window import MainWindow
from gui.tasks import Worker


class FiguresCommands(QObject):
    """Opens each window once, and the places that are asked for in them. What they compute runs in a process of their
    own, which ends with the last of them: it holds up neither pre-annotation nor the words of a paragraph."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self.worker = Worker(self)
        self._open: dict[str, QDialog] = {}
        for name, make in {
            "statistics.agreement": self._agreement,
            "statistics.consistency": self._consistency,
            "statistics.lessons": self._lessons,
        }.items():
            window.action_table.connect(name, lambda name=name, make=make: self.show(name, make))
        self._workspace.project_closed.connect(self.close_all)

    def _agreement(self) -> QDialog:
        from gui.dialogs.agreement import AgreementWindow

        made = AgreementWindow(self._workspace, self.worker)
        made.opened.connect(self.go_to)
        return made

    def _consistency(self) -> QDialog:
        from gui.dialogs.consistency import ConsistencyWindow

        made = ConsistencyWindow(self._workspace, self.worker)
        made.opened.connect(self.go_to)
        return made

    def _lessons(self) -> QDialog:
        from gui.dialogs.lessons import LessonsWindow

        made = LessonsWindow(self._workspace, self.worker)
        made.opened.connect(self.go_to)
        return made

    def show(self, name: str, make: Callable[[], QDialog]) -> None:
        """Show a window, made at the first time; one that is open comes to the front."""
        if self._workspace.project is None:
            return
        if name not in self._open:
            made = make()
            made.finished.connect(lambda _result: self._on_finished(name))
            self._open[name] = made
        self._open[name].show()
        self._open[name].activateWindow()

    def _on_finished(self, name: str) -> None:
        made = self._open.pop(name, None)
        if made is not None:
            made.deleteLater()
        if not self._open:
            self.worker.stop()

    def close_all(self) -> None:
        """Close the windows: they show a project that is open no longer."""
        for made in list(self._open.values()):
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
