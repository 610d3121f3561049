"""The fields of one label, kind or theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui.dialogs.key_field import KeyField
from gui.dialogs.parts import faint, plain
from gui.guidelines import guideline
from models.labels import Kind, Label, Theme

Entry = Label | Kind | Theme


class LabelForm(QWidget):
    """Names, key and guideline. Each field is given out when one leaves it, so that nothing waits for an OK."""

    edited = Signal(str, str, str)  # id of the row, name of the field, its new value

    def __init__(self, *, keyed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Entry | None = None
        self.id = faint()
        self.zh, self.en = QLineEdit(), QLineEdit()
        self.key = KeyField(plain=True)
        self.key.setPlaceholderText(self.tr("按一个键；退格清除"))
        self.guideline = QPlainTextEdit()
        self.guideline.setTabChangesFocus(True)
        keywords = self.tr("什么算，什么不算，举例。预标注会读；写一行“关键词：甲、乙”，这些词更管用。")
        self.guideline.setPlaceholderText(self.tr("什么算，什么不算，举例") if keyed else keywords)
        self.told = plain(wrap=True)
        self.told.setProperty("warning", True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("代号"), self.id)
        form.addRow(self.tr("中文名"), self.zh)
        form.addRow(self.tr("英文名"), self.en)
        if keyed:
            form.addRow(self.tr("按键"), self.key)
        else:
            self.key.setParent(self)
            self.key.hide()
        form.addRow(self.tr("规范"), self.guideline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form, 1)
        column.addWidget(self.told)
        self.zh.editingFinished.connect(lambda: self._give("zh", self.zh.text().strip()))
        self.en.editingFinished.connect(lambda: self._give("en", self.en.text().strip()))
        self.key.recorded.connect(lambda key: self._give("key", key))
        self.guideline.installEventFilter(self)
        self.show_row(None)

    def show_row(self, row: Entry | None, note: str = "") -> None:
        """Show a row, and beneath it a note on it. What is not given out yet of the row before is given out first."""
        if self._row is not None and (row is None or row.id != self._row.id):
            self.flush()
        self._row = row
        self.setEnabled(row is not None)
        self.id.setText(row.id if row else "")
        for field, value in ((self.zh, row.zh if row else ""), (self.en, row.en if row else "")):
            if field.text() != value or field.isUndoAvailable():
                field.setText(value)  # what is kept already is undone in the project, not in the field
        self.key.set_key(row.key if isinstance(row, Label | Kind) else "")
        shown = guideline(row) if row else ""
        if self.guideline.toPlainText() != shown or self.guideline.document().isUndoAvailable():
            self.guideline.setPlainText(shown)
        self.told.setText(note)

    def flush(self) -> None:
        """Give out what has been written and not been given out yet."""
        self._give("zh", self.zh.text().strip())
        self._give("en", self.en.text().strip())
        self._give("guideline", self.guideline.toPlainText().strip())

    def _give(self, field: str, value: str) -> None:
        row = self._row
        if row is None:
            return
        shown = guideline(row).strip() if field == "guideline" else getattr(row, field, value)
        if shown == value:
            return
        if not value and field in ("zh", "en") and not (row.en if field == "zh" else row.zh):
            (self.zh if field == "zh" else self.en).setText(shown)
            self.told.setText(self.tr("中文名和英文名至少要有一个，空着的已恢复原名。"))
            return
        self.edited.emit(row.id, field, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.guideline and event.type() == QEvent.Type.FocusOut:
            self._give("guideline", self.guideline.toPlainText().strip())
        return super().eventFilter(watched, event)
