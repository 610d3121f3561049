"""Write a comment, or change one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from gui.dialogs.parts import accepting, buttons, faint, run


class CommentDialog(QDialog):
    """Several lines; Enter breaks the line, Ctrl+Enter is done."""

    def __init__(self, parent: QWidget | None, text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("批注"))
        self.field = QPlainTextEdit(text)
        self.field.setPlaceholderText(self.tr("写给同事，也写给自己。Ctrl+回车保存。"))
        self.field.setAccessibleName(self.tr("批注"))
        self.field.setTabChangesFocus(True)
        self.field.selectAll()
        self.warning = faint(self.tr("写下的还没有保存。再按一次 Esc 或取消就丢弃。"))
        self.warning.hide()
        box = buttons(self, accept=self.tr("保存"))
        self._save = accepting(box)
        column = QVBoxLayout(self)
        column.addWidget(self.field, 1)
        column.addWidget(self.warning)
        column.addWidget(box)
        self.resize(420, 220)
        self.field.installEventFilter(self)
        self._old = text
        self.field.textChanged.connect(self._refresh)
        self._refresh()
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, text: str = "") -> str | None:
        """The comment as written, without white space around it; None when withdrawn.

        An empty string can only come back where there was a `text` before: the comment is to go.
        """
        dialog = cls(parent, text)
        done = run(dialog)
        words = dialog.field.toPlainText().strip()
        dialog.deleteLater()
        return words if done else None

    def _refresh(self) -> None:
        words = self.field.toPlainText().strip()
        self._save.setEnabled(bool(words) or bool(self._old))
        self.warning.hide()

    def reject(self) -> None:
        """Leave; what was written and not saved is given up at the second time alone."""
        words = self.field.toPlainText().strip()
        if words and words != self._old.strip() and self.warning.isHidden():
            self.warning.show()
        else:
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.ControlModifier:
                if self._save.isEnabled():
                    self.accept()
                return True
        return super().eventFilter(watched, event)
