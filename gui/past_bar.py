"""The strip above the text while the bulletin is shown as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class PastBar(QWidget):
    """Says which moment is shown, and leads back to the present."""

    present_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        back = QPushButton(self.tr("回到现在"))
        back.clicked.connect(self.present_requested)
        row.addWidget(self._label, 1)
        row.addWidget(back)

    def show_moment(self, moment: str) -> None:
        """Show the strip for a moment of the past."""
        self._label.setText(self.tr("正在看 %1 时的样子（只读）").replace("%1", moment))
        self.show()
