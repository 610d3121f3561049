"""Undo and redo inside a dialog, for what it changes itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from gui.workspace import Workspace


def undo_keys(
    dialog: QDialog, workspace: Workspace, heads: tuple[str, ...], show: Callable[[str], object] = lambda _head: None
) -> list[QShortcut]:
    """Let Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y act in the dialog as far as the last changes are named `head.…`.

    What was changed elsewhere cannot be seen here, and is not taken back from here; `show(head)` brings to the front
    what the change is about. A field of the dialog, which has to be laid out already, undoes first what is being typed.
    """
    found = []
    for key, undo in (("Ctrl+Z", True), ("Ctrl+Shift+Z", False), ("Ctrl+Y", False)):
        shortcut = QShortcut(QKeySequence(key), dialog)
        shortcut.activated.connect(lambda undo=undo: _travel(workspace, heads, show, undo=undo))
        found.append(shortcut)
    let_through(dialog)
    return found


def let_through(window: QWidget) -> None:
    """Let the fields that a window has by now undo only what is typed in them: else the key is the window's."""
    yielding = _Yielding(window)
    for kind in (QLineEdit, QPlainTextEdit):
        for field in window.findChildren(kind):
            field.installEventFilter(yielding)


class _Yielding(QObject):
    """Lets a field's keys of undo through where the field has nothing to undo; it would take them for itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if isinstance(watched, QLineEdit):
            own = watched.isUndoAvailable(), watched.isRedoAvailable()
        elif isinstance(watched, QPlainTextEdit):
            own = watched.document().isUndoAvailable(), watched.document().isRedoAvailable()
        else:
            return super().eventFilter(watched, event)
        if (undo and not own[0]) or (redo and not own[1]):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _travel(workspace: Workspace, heads: tuple[str, ...], show: Callable[[str], object], *, undo: bool) -> None:
    project = workspace.project
    entry = None if project is None else project.history.undo if undo else project.history.redo
    head = "" if entry is None else entry.name.partition(".")[0]
    if head not in heads:
        return
    show(head)
    if undo:
        workspace.undo()
    else:
        workspace.redo()
