"""Above each page: whose layer it is, how far it is and what is in it, and the key that takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.cards.parts import Line
from gui.dialogs.choice import Choice
from gui.names import status_name
from gui.review.key_button import KeyButton
from models.review.sides import Side


class SideHead(QWidget):
    """The head of one page. With more than two layers it is chosen here which of them is shown."""

    shown_requested = Signal(str)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = QLabel(objectName="sideName")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.choice = Choice(self.tr("看谁的标注"))
        self.choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._told = Line(name="foot")
        self.take = KeyButton()
        self.take.setProperty("flat", True)
        self.take.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 14, 0)
        row.setSpacing(10)
        for part in (self._name, self.choice):
            row.addWidget(part)
        row.addWidget(self._told, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(37)
        self.choice.activated.connect(lambda _n: self.shown_requested.emit(str(self.choice.currentData())))

    def show_side(self, side: Side, everybody: Sequence[str], key: str) -> None:
        """Show whose page this is; `key` takes it."""
        self._name.setText(side.annotator)
        self._name.setVisible(len(everybody) < 3)
        self.choice.setVisible(len(everybody) > 2)
        self.choice.clear()
        for name in everybody:
            self.choice.addItem(name, name)
        self.choice.choose(side.annotator)
        told = self.tr("%1 · %2 段 · %3 实体").replace("%1", status_name(side.layer.status))
        self._told.setText(told.replace("%2", str(len(side.sections))).replace("%3", str(len(side.mentions))))
        self.take.show_key(key)
        self.take.say(self.tr("取此"))
