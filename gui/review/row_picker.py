"""Choose one of several rows: the body of the small editors of review."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import as_popup, plain, run_popup
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row


class RowPicker(QDialog):
    """A heading, a field to type in, rows. Enter, a click or a row's number chooses; Esc withdraws."""

    def __init__(
        self, parent: QWidget | None, title: str, hint: str, rows: Sequence[Row], start: object = None
    ) -> None:
        super().__init__(parent)
        as_popup(self)
        self.setWindowTitle(title)
        self.chosen: object = None
        self.list = PickList(hint, toggling=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(plain(title, name="dialogTitle"))
        column.addWidget(self.list)
        self.setMinimumSize(460, 420)
        self.list.chosen.connect(self._choose)
        self.list.set_rows(rows)
        if start is not None:
            self.list.go_to(start)
        self.list.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, title: str, hint: str, rows: Sequence[Row], start: object = None,
        at: QPoint | None = None,
    ) -> object:  # fmt: skip
        """The key of the chosen row; None when withdrawn."""
        dialog = cls(parent, title, hint, rows, start)
        run_popup(dialog, at)
        return dialog.chosen

    def _choose(self, key: object) -> None:
        self.chosen = key
        self.accept()
