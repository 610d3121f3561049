"""Small parts: facts, choices, lines of text that shorten themselves, empty states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.cards.flow import FlowLayout
from gui.tips import tip

_SIDE = 8
"""What a title button keeps free at either side."""


class Line(QLabel):
    """One line of plain text, shortened with … to the room there is; whole in its tooltip when shortened."""

    def __init__(self, text: str = "", name: str = "", align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__(text, objectName=name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)
        painter.end()


class TitleButton(QPushButton):
    """A flat button that names what is open and opens the choice of others; shortened to the room there is."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name)
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_title(self, title: str, about: str) -> None:
        """Name it; `about` is for the tooltip, below the whole title."""
        self._title = title
        self.setToolTip(tip("\n".join(dict.fromkeys((title, about)))))
        self.setAccessibleName(title)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - 2 * _SIDE - self.fontMetrics().horizontalAdvance(" ▾")
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, max(0, room))
        self.setText(f"{shown} ▾".replace("&", "&&"))


class Fact(QWidget):
    """A name at the left and what is so at the right."""

    def __init__(self, name: str, value: str = "", strong: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        title = QLabel(name, objectName="factName")
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._name = name
        self.value = Line(value, "factStrong" if strong else "factValue", Qt.AlignmentFlag.AlignRight)
        row.addWidget(title)
        row.addWidget(self.value, 1)

    def show_value(self, value: str) -> None:
        """Say what is so; an empty value hides the row."""
        self.value.setText(value)
        self.setAccessibleName(f"{self._name} {value}")
        self.setVisible(bool(value))


@dataclass(frozen=True, slots=True)
class Choice:
    """A button among several: `id` is what it stands for, `key` the key that does the same."""

    id: str
    text: str
    key: str = ""
    tip: str = ""
    key_first: bool = False


_LONGEST = 16
"""How many characters of a name a button shows; the rest would push the others out of the panel."""


class Choices(QWidget):
    """Buttons of which at most one is on; a click asks for one, what is on is shown by `show_chosen` alone."""

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._buttons: dict[str, QToolButton] = {}
        self._shown: list[Choice] = []
        self._chosen = ""

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these; nothing happens when they are the ones offered already."""
        wanted = list(choices)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._flow.clear()
        self._buttons = {}
        for choice in wanted:
            text = choice.text if len(choice.text) <= _LONGEST else choice.text[: _LONGEST - 1] + "…"
            parts = (choice.key, text) if choice.key_first else (text, choice.key)
            button = QToolButton(self, objectName="choice")
            button.setText(" ".join(part for part in parts if part).replace("&", "&&"))
            button.setToolTip(tip(choice.tip or choice.text))
            button.setAccessibleName(choice.text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, key=choice.id: self._clicked(key))
            self._flow.addWidget(button)
            self._buttons[choice.id] = button
            button.show()
        self.show_chosen(self._chosen)
        self.updateGeometry()

    def _clicked(self, key: str) -> None:
        self.show_chosen(self._chosen)
        self.asked.emit(key)

    def show_chosen(self, key: str) -> None:
        """Show which one is on."""
        self._chosen = key
        for choice, button in self._buttons.items():
            button.setChecked(choice == key)

    def button(self, key: str) -> QToolButton:
        """The button of a choice. KeyError when it is not offered."""
        return self._buttons[key]


def command(text: str, slot: Callable[[], object], tip: str = "") -> QToolButton:
    """A small button that does something."""
    button = QToolButton(objectName="choice")
    button.setText(text)
    button.setToolTip(tip or text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked=False: slot())
    return button


class Card(QFrame):
    """A part of a panel below a thin line."""

    def __init__(self) -> None:
        super().__init__(objectName="card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.setSpacing(3)


class EmptyState(QWidget):
    """What a panel says when it has nothing to show, and the way out."""

    asked = Signal()

    def __init__(self, title: str = "", text: str = "", button: str = "") -> None:
        super().__init__()
        self._title = QLabel(objectName="emptyTitle")
        self._text = QLabel(objectName="emptyText")
        self._button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.clicked.connect(self.asked)
        self.say(title, text, button)

    def say(self, title: str, text: str = "", button: str = "") -> None:
        """Show these words; without `button` there is none."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(f"{title} {text}".strip())
