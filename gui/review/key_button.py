"""A button that shows the key which does the same."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.cards.parts import Line
from gui.dialogs.key_names import key_name


class KeyButton(QPushButton):
    """A key cap, a word, and what the word stands for; the latter shortened to the room there is."""

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent, objectName="decide")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)
        self._cap, self._word, self._value = QLabel(objectName="key"), QLabel(objectName="word"), Line(name="value")
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 4, 10, 4)
        row.setSpacing(7)
        row.addWidget(self._cap)
        row.addWidget(self._word)
        for part in (self._cap, self._word, self._value):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._value, 1 if wide else 0)
        self._value.setVisible(wide)  # once it is part of the button: by itself it would be shown as a window
        self.clicked.connect(lambda: self.setChecked(self._on))
        self._on = False

    def show_key(self, key: str) -> None:
        """Name the key; nothing where there is none."""
        self._cap.setText(key_name(key))
        self._cap.setVisible(bool(key))
        self.updateGeometry()

    def say(self, word: str, value: str = "") -> None:
        """Say what the button does, and with what value."""
        if (word, value) == (self._word.text(), self._value.text()):
            return
        self._word.setText(word)
        self._value.setText(value)
        self.setAccessibleName(f"{word} {value}".strip())
        self.updateGeometry()

    def show_on(self, on: bool) -> None:
        """Show whether this is what is chosen; a click changes nothing of it."""
        self.setChecked(on)
        if on == self._on:
            return
        self._on = on
        for part in (self._cap, self._word, self._value):
            part.setProperty("on", on)
            part.style().unpolish(part)
            part.style().polish(part)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._value.update()
