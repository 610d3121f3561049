"""A field that takes the next key pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.dialogs.key_names import key_name

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
              Qt.Key.Key_unknown)  # fmt: skip


class KeyField(QLineEdit):
    """Shows the key that was pressed in it. Every key counts, Enter, Tab and Esc too.

    With `plain` only letters, digits and signs count; Backspace and Delete leave no key, and Tab leads out.
    """

    recorded = Signal(str)  # the key as portable text; empty for none

    def __init__(self, parent: QWidget | None = None, *, plain: bool = False) -> None:
        super().__init__(parent)
        self._plain = plain
        self.setReadOnly(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.key = ""

    def set_key(self, key: str) -> None:
        """Show a key (portable text)."""
        self.key = key
        self.setText(key_name(key))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._counts(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _counts(self, event: QKeyEvent) -> bool:
        if not self._plain:
            return True
        bare = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        clears = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        return bare and (clears or bool(event.text().strip() and event.text().isprintable()))

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        if self._plain and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._record("")
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Backtab:
            key = Qt.Key.Key_Tab
        elif event.text().strip() and event.text().isprintable() and not event.text().isalnum():
            # A sign that needs Shift on one keyboard needs none on another.
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        if self._plain:
            modifiers = Qt.KeyboardModifier.NoModifier
        text = QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)
        if text:
            self._record(text)

    def _record(self, key: str) -> None:
        self.set_key(key)
        self.recorded.emit(key)
