"""What can be done with the current difference: take a side, several, none, edit, the same for all alike, say why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.review.key_button import KeyButton
from gui.tables.differences_words import DifferenceWords
from models.review.differences import Difference

_COMMANDS = (("review.none", "review.edit", "review.alike"), ("review.comment", "review.return"))
"""In two rows whose heights never change: nothing jumps while one goes through the differences."""


class DecisionBar(QWidget):
    """A button a side with what it has there, then the other ways out, then the reason. Each does what its key does."""

    left = Signal()
    """The reason is written."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._annotators: tuple[str, ...] = ()
        self.sides: list[KeyButton] = []
        self.buttons: dict[str, KeyButton] = {}
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("裁定理由（可不写，随下一次裁定记下）"))
        self.reason.setAccessibleName(self.tr("裁定理由"))
        self._reason_key = QLabel(objectName="key")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(6)
        for names in _COMMANDS:
            row = QHBoxLayout()
            row.setSpacing(6)
            for name in names:
                button = self.buttons[name] = KeyButton()
                button.clicked.connect(lambda _on=False, name=name: self._actions[name].trigger())
                row.addWidget(button)
            row.addStretch(1)
            self._column.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(7)
        foot.addWidget(self._reason_key)
        foot.addWidget(self.reason, 1)
        self._column.addLayout(foot)
        self.reason.returnPressed.connect(self.left)
        back = QShortcut(QKeySequence("Esc"), self.reason)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self.left)
        actions.keys_changed.connect(self.name_keys)

    def set_sides(self, annotators: Sequence[str]) -> None:
        """A button for each layer under review."""
        if tuple(annotators) == self._annotators:
            return
        self._annotators = tuple(annotators)
        for button in self.sides:
            button.setParent(None)
            button.deleteLater()
        self.sides = [KeyButton(wide=True) for _ in annotators]
        for n, button in enumerate(self.sides):
            button.clicked.connect(lambda _on=False, n=n: self._actions[f"review.take.{n + 1}"].trigger())
            self._column.insertWidget(n, button)
        self.name_keys()

    def name_keys(self) -> None:
        """Show the keys as they are now."""
        names = [f"review.take.{n + 1}" for n in range(len(self.sides))]
        for name, button in [*zip(names, self.sides, strict=True), *self.buttons.items()]:
            if name in self._actions:
                button.show_key(self._actions[name].shortcut().toString())
        self._reason_key.setText(self._actions["review.reason"].shortcut().toString())

    def show_difference(
        self, difference: Difference | None, words: DifferenceWords | None, names: Sequence[str],
        on: frozenset[str], alike: int,
    ) -> None:  # fmt: skip
        """Show what can be done with a difference. `names` are the short names, `on` whose side is chosen or taken."""
        there = difference is not None and words is not None
        for annotator, name, button in zip(self._annotators, names, self.sides, strict=True):
            value = words.vote(difference, annotator) if difference is not None and words is not None else ""
            button.say(self.tr("取%1").replace("%1", name), value)
            button.show_on(annotator in on)
            button.setEnabled(there)
        self.buttons["review.none"].say(self.tr("都不取"))
        self.buttons["review.edit"].say(self.tr("改…"))
        self.buttons["review.comment"].say(self.tr("批注"))
        self.buttons["review.return"].say(self.tr("退回…"))
        more = self.tr("同类 %1 处一并如此…").replace("%1", str(alike)) if alike > 1 else self.tr("同类一并如此…")
        self.buttons["review.alike"].say(more)
        for name in ("review.none", "review.edit", "review.alike"):
            self.buttons[name].setEnabled(there)
