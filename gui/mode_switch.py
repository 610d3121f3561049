"""The switch in the header: annotate or review."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class ModeSwitch(QWidget):
    """Two buttons in one frame, of which one is on."""

    review_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mode")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for place, text in enumerate((self.tr("标注"), self.tr("审核"))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.setToolTip(self.tr("标注与审核之间切换"))
        self._group.idClicked.connect(lambda place: self.review_requested.emit(place == 1))
        self.show_review(False)

    def show_review(self, on: bool) -> None:
        """Show which of the two is on."""
        self._group.button(int(on)).setChecked(True)
