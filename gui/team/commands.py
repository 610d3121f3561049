"""People, work packages and merging: what their actions do."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui import ask
from gui.main_window import MainWindow


class TeamCommands(QObject):
    """Actions of the project menu that concern colleagues."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        for name, slot in {"project.people": self.see_people}.items():
            window.action_table.connect(name, slot)

    def see_people(self) -> None:
        """Who works here, on what, and how far they are."""
        if self._workspace.project is not None:
            ask.people(self._window, self._workspace)
