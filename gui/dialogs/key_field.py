"""A field that takes the next key pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.dialogs.key_names import key_name

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
              Qt.Key.Key_unknown)  # fmt: skip


class KeyField(QLineEdit):
    """Shows the key that was pressed in it. Every key counts, Enter, Tab and Esc too."""

    recorded = Signal(str)  # the key as portable text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.key = ""

    def set_key(self, key: str) -> None:
        """Show a key (portable text)."""
        self.key = key
        self.setText(key_name(key))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Backtab:
            key = Qt.Key.Key_Tab
        elif event.text().isprintable() and event.text().strip() and not event.text().isalnum():
            # A sign that needs Shift on one keyboard needs none on another.
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        text = QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)
        if text:
            self.set_key(text)
            self.recorded.emit(text)
