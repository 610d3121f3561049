"""The keys that move the caret. Everything else is left to the actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from gui.text.view import ReadingView

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class CaretKeys:
    """Arrows, Home, End and the page keys; Ctrl by word or to the ends, Shift selects."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._column: float | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Move the caret for a key; False for a key that moves nothing."""
        control = bool(event.modifiers() & Modifier.ControlModifier)
        if event.modifiers() & (Modifier.AltModifier | Modifier.MetaModifier):
            return False
        key = event.key()
        extend = bool(event.modifiers() & Modifier.ShiftModifier)
        if key in (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown):
            if control:
                return False
            self._vertically(Key(key), extend=extend)
            return True
        move = self._moves(Key(key), control=control)
        if move is None:
            return False
        self._column = None
        self._view.set_caret(move(self._start(Key(key), extend=extend)), extend=extend)
        self._view.ensure_visible(self._view.caret)
        return True

    def _start(self, key: Qt.Key, *, extend: bool) -> int:
        """Where a move begins: an arrow without Shift leaves a selection at its end on that side."""
        spans = self._view.selection
        if spans and not extend and key in (Key.Key_Left, Key.Key_Right):
            return spans[0][0] + 1 if key == Key.Key_Left else spans[-1][1] - 1
        return self._view.caret

    def _moves(self, key: Qt.Key, *, control: bool) -> Callable[[int], int] | None:
        to, session = self._view.navigator, self._view.session
        assert session is not None
        length = len(session.text)
        found: dict[Qt.Key, Callable[[int], int]] = {
            Key.Key_Left: to.previous_word if control else to.previous_char,
            Key.Key_Right: to.next_word if control else to.next_char,
            Key.Key_Home: (lambda _at: 0) if control else (lambda at: to.screen_line(at)[0]),
            Key.Key_End: (lambda _at: length) if control else (lambda at: to.screen_line(at)[1]),
        }
        return found.get(key)

    def _vertically(self, key: Qt.Key, *, extend: bool) -> None:
        view = self._view
        assert view.layouts is not None
        by: float = view.layouts.style.pitch("body")
        if key in (Key.Key_PageUp, Key.Key_PageDown):
            by = view.viewport().height() * 0.85
            bar = view.verticalScrollBar()
            bar.setValue(int(bar.value() + (by if key == Key.Key_PageDown else -by)))
        if key in (Key.Key_Up, Key.Key_PageUp):
            by = -by
        offset, self._column = view.navigator.vertical(view.caret, by, self._column)
        view.set_caret(offset, extend=extend)
        view.ensure_visible(offset)
