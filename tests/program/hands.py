"""What a person's hands do: keys and mouse on the real window, nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.program import Program
from models.text import Span


class Hands:
    """Drives one running program. Reading is allowed everywhere, changing only by keys and mouse."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.view = program.window.view

    @property
    def session(self):
        return self.program.workspace.session

    def press(self, keys: str) -> None:
        """Press keys in the text, such as "Ctrl+Shift+Z" or "["."""
        self.wake()
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self.view, combination.key(), combination.keyboardModifiers())

    def wake(self) -> None:
        """Give the window the focus again: without a window manager nobody does when a dialog closes."""
        window = self.program.window
        activate(window)
        self.view.setFocus()

    def _point(self, offset: int) -> QPoint:
        """Where the left edge of a character is, scrolled into view with the wheel's bar if need be."""
        rect = self.view.rect_of(offset)
        if not self.view.viewport().rect().adjusted(0, 20, 0, -20).contains(rect):
            self.view.scroll_to(offset)
            rect = self.view.rect_of(offset)
        return QPoint(rect.left() + 1, rect.center().y())

    def click(self, offset: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click just before a character."""
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, modifier, self._point(offset))
        while self.view.caret < offset:
            self.press("Right")
        while self.view.caret > offset:
            self.press("Left")

    def mark(self, span: Span) -> None:
        """Select a range: a click at its start, then Shift with the arrow to its end."""
        self.click(span[0])
        guard = 2 * (span[1] - span[0]) + 5
        while (not self.view.selection or self.view.selection[-1][1] < span[1]) and guard:
            self.press("Shift+Right")
            guard -= 1


def activate(window: QWidget) -> None:
    """Make a window the active one; what was active may be a dialog that is closed already."""
    for _ in range(200):
        if window.isActiveWindow():
            return
        window.activateWindow()
        QTest.qWait(5)
    raise AssertionError(f"{window} does not become active")


def settings(folder: Path) -> QSettings:
    """Settings of a program that never ran before."""
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
