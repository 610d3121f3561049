"""Keys that move the caret. All other keys belong to the actions that others add to the view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.text.caret_view import CaretView
from gui.text.navigator import Navigator, Place

_Key = Qt.Key
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_VERTICAL = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -1, _Key.Key_PageDown: 1}


def press(view: CaretView, event: QKeyEvent) -> bool:
    """Move the caret as the key says; False when the key is none of these."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if view.sheet is None or modifiers & ~(_SHIFT | _CONTROL):
        return False
    extend, control = bool(modifiers & _SHIFT), bool(modifiers & _CONTROL)
    key = _Key(event.key())
    if key in _VERTICAL and not (control and key in (_Key.Key_PageUp, _Key.Key_PageDown)):
        if control:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + _VERTICAL[key] * bar.singleStep())
        else:
            _vertical(view, key, extend)
        return True
    place = _horizontal(view, key, control, extend)
    if place is None:
        return False
    view.move_caret(place, extend=extend)
    return True


def _horizontal(view: CaretView, key: Qt.Key, control: bool, extend: bool) -> Place | None:
    go: Navigator = view.navigator
    offset, line_end = view.caret_place
    spans = view.ranges
    if key in (_Key.Key_Left, _Key.Key_Right) and spans and not extend and not control:
        return (spans[0][0] if key == _Key.Key_Left else spans[-1][1]), False
    if key == _Key.Key_Left:
        return (go.previous_word(offset) if control else go.previous_character(offset)), False
    if key == _Key.Key_Right:
        return (go.next_word(offset) if control else go.next_character(offset)), False
    if key == _Key.Key_Home:
        return (0, False) if control else go.line_edge((offset, line_end), end=False)
    if key == _Key.Key_End:
        return (view.text_length, False) if control else go.line_edge((offset, line_end), end=True)
    return None


def _vertical(view: CaretView, key: Qt.Key, extend: bool) -> None:
    """Up and down by a line, or by a page together with what is seen."""
    page = key in (_Key.Key_PageUp, _Key.Key_PageDown)
    by = float(_VERTICAL[key])
    if page:
        bar = view.verticalScrollBar()
        step = max(bar.singleStep(), bar.pageStep() - 2 * bar.singleStep())
        place, column = view.navigator.vertical(view.caret_place, by * step, view.column)
        bar.setValue(bar.value() + _VERTICAL[key] * step)
    else:
        place, column = view.navigator.vertical(view.caret_place, by, view.column)
    view.move_caret(place, extend=extend, column=column)
