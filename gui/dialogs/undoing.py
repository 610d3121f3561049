"""Undo and redo inside a dialog, for what it changes itself."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from gui.workspace import Workspace


def undo_keys(dialog: QDialog, workspace: Workspace, heads: tuple[str, ...]) -> None:
    """Let Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y act in the dialog as far as the last changes are named `head.…`.

    What was changed elsewhere cannot be seen here, and is not taken back from here.
    """
    for key, undo in (("Ctrl+Z", True), ("Ctrl+Shift+Z", False), ("Ctrl+Y", False)):
        QShortcut(QKeySequence(key), dialog).activated.connect(lambda undo=undo: _travel(workspace, heads, undo=undo))


def _travel(workspace: Workspace, heads: tuple[str, ...], *, undo: bool) -> None:
    project = workspace.project
    entry = None if project is None else project.history.undo if undo else project.history.redo
    if entry is None or entry.name.partition(".")[0] not in heads:
        return
    if undo:
        workspace.undo()
    else:
        workspace.redo()
