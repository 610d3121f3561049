"""How far a piece of background work is, for the status bar: words, a bar, and a way to stop it where there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget


class Working(QWidget):
    """Hidden while nothing is done. `name` says what the bar counts to whoever does not see it."""

    stop_requested = Signal()

    def __init__(self, name: str, *, stoppable: bool = False) -> None:
        super().__init__()
        self.words = QLabel(objectName="working")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(objectName="progress")
        self.bar.setAccessibleName(name)
        self.bar.setFixedWidth(90)
        self.bar.setTextVisible(False)
        self.stop = QToolButton(objectName="choice")
        self.stop.setText(self.tr("停止"))
        self.stop.setAccessibleName(self.tr("停止：%1").replace("%1", name))
        self.stop.setToolTip(self.stop.accessibleName())
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.setVisible(stoppable)
        self.stop.clicked.connect(self.stop_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        self.hide()

    def show_steps(self, words: str, done: int, of: int) -> None:
        """Show so many steps done; with none in all the bar only moves, without words nothing is shown."""
        self.words.setText(words)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.setVisible(bool(words))
