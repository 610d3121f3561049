"""The way into review. What reviews is loaded when somebody first goes there: the window is usable the sooner."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.main_window import MainWindow
from gui.tasks import Worker

if TYPE_CHECKING:
    from gui.review.commands import ReviewCommands


class ReviewEntry(QObject):
    """The switch in the header, its key, and undo that leads to a gold layer."""

    def __init__(self, window: MainWindow, worker: Worker) -> None:
        super().__init__(window)
        self._window, self._worker = window, worker
        table = window.action_table
        table.connect("review.toggle", lambda: self.commands.show(not self.commands.shown))
        window.mode.review_requested.connect(lambda on: self.commands.show(on))
        window.workspace.travelled.connect(self._travel)

    @cached_property
    def commands(self) -> ReviewCommands:
        """Everything that reviews."""
        from gui.review.commands import ReviewCommands

        return ReviewCommands(self._window, self._worker)

    @property
    def _built(self) -> bool:
        return "commands" in self.__dict__

    def _travel(self, role: str, bulletin: str) -> None:
        if role == "gold" or self._built:
            self.commands.travel(role, bulletin)

    def apply_look(self) -> None:
        """Bring colours and sizes to what the settings say."""
        if self._built:
            self.commands.apply_look()
