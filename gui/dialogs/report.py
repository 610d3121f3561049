"""Tell the person what could not be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.sentences import sentence
from models.errors import UserError


def report(parent: QWidget | None, error: UserError) -> None:
    """Show the error's sentence and wait until it has been read."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Report", "没有做成"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence(error))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.exec()
    box.deleteLater()
