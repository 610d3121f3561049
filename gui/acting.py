"""Which actions act now: those of the desk, of review, or neither, as the page of the window is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.actions import ActionSpec
from gui.main_window import MainWindow

_DESK_ONLY = frozenset({
    "bulletin.next", "bulletin.previous", "edit.find", "edit.find_next", "edit.find_previous", "edit.copy",
    "edit.select_all", "view.library", "view.tools", "view.history",
})  # fmt: skip
_STEPPING = frozenset({
    "section.next", "section.previous", "suggestion.next", "suggestion.previous", "mention.select",
})  # fmt: skip
"""What goes through a bulletin and changes nothing in it: the past can be gone through as well."""
_CARET = frozenset({"mention.start_left", "mention.start_right", "mention.end_left", "mention.end_right"})
"""The keys of these move the caret by words where no mention is selected."""


class Acting(QObject):
    """Keeps the actions of the table enabled or not: what cannot be seen cannot be changed either."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace, self._table = window, window.workspace, window.action_table
        self._table.acts, self._table.refuses = self.acts, self.refuses
        workspace = self._workspace
        for signal in (workspace.bulletin_opened, workspace.project_opened, workspace.project_closed):
            signal.connect(self.refresh)
        window.stack.currentChanged.connect(self.refresh)
        self.refresh()

    @property
    def page(self) -> str:
        """What the window shows: desk, review or welcome."""
        shown = self._window.stack.currentWidget()
        return "desk" if shown is self._window.desk else "review" if shown is self._window.review else "welcome"

    def acts(self, spec: ActionSpec) -> bool:
        """Whether the action can be used on the page that is shown."""
        if spec.place == "review":
            return self.page == "review"
        if spec.id == "bulletin.submit":
            session = self._workspace.session
            return self.page == "desk" and (session is None or session.layer.role != "gold")
        if spec.id == "view.text":
            return self.page == "desk" or (self.page == "welcome" and self._workspace.project is not None)
        return self.page == "desk" or not (spec.menu == "annotate" or spec.id in _DESK_ONLY)

    def refuses(self, spec: ActionSpec) -> bool:
        """Whether the action would change the past, which is told."""
        changing = spec.menu == "annotate" and spec.id not in _STEPPING | _CARET
        return changing and self._workspace.refuses()

    def refresh(self, *_: object) -> None:
        """Enable what acts now, and nothing else."""
        for spec in self._table.specs():
            if spec.id not in ("edit.undo", "edit.redo"):  # these have an owner, who knows whether there is a step
                self._table[spec.id].setEnabled(self.acts(spec))
        self._window.statusBar().show_idle(self.page == "welcome")
