"""Send a layer back to its annotator, with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from gui.dialogs.choice import Choice
from gui.dialogs.parts import accepting, buttons, faint
from models.bulletins import LayerInfo


class SendBackDialog(QDialog):
    """Whose layer, and why; Ctrl+Enter is done."""

    def __init__(self, parent: QWidget | None, layers: Sequence[LayerInfo], start: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("退回标注"))
        self._layers = {layer.annotator: layer for layer in layers}
        self.who = Choice(self.tr("退回给谁"))
        for name in self._layers:
            self.who.addItem(self.tr("退回给%1").replace("%1", name), name)
        self.who.choose(start)
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(self.tr("哪里要改、为什么。写成批注，对方打开时看得到。"))
        self.field.setAccessibleName(self.tr("退回的理由"))
        self.field.setTabChangesFocus(True)
        box = buttons(self, accept=self.tr("退回"))
        self._send = accepting(box)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.who)
        column.addWidget(self.field, 1)
        column.addWidget(faint(self.tr("对方改好再提交之前，现有的这份仍留在审核里。")))
        column.addWidget(box)
        self.resize(440, 260)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._refresh)
        self._refresh()
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, layers: Sequence[LayerInfo], start: str = "") -> tuple[LayerInfo, str] | None:
        """Which layer goes back and why; None when withdrawn. `start` is who is meant to begin with."""
        dialog = cls(parent, layers, start)
        done = dialog.exec()
        found = dialog._layers[str(dialog.who.currentData())], dialog.field.toPlainText().strip()
        dialog.deleteLater()
        return found if done else None

    def _refresh(self) -> None:
        self._send.setEnabled(bool(self.field.toPlainText().strip()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.ControlModifier:
                if self._send.isEnabled():
                    self.accept()
                return True
        return super().eventFilter(watched, event)
