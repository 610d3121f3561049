"""A project whose file is not where it was is about to be left: what is to become of the work?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.dialogs.parts import filled
from models.text import readable


def ask_where(parent: QWidget | None, path: Path) -> bool | None:
    """True to save a copy first, False to leave without one, None to stay."""
    role = QMessageBox.ButtonRole
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Gone", "项目文件不在原处"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(filled(QCoreApplication.translate("Gone", "%1 已被移走、改名、替换或删除。"), readable(str(path))))
    box.setInformativeText(
        QCoreApplication.translate(
            "Gone", "如果只是换了地方或名字，做过的都在那个文件里。如果已被删除，关闭之后就找不回来了，请先另存副本。"
        )
    )
    saving = box.addButton(QCoreApplication.translate("Gone", "另存副本…"), role.AcceptRole)
    leaving = box.addButton(QCoreApplication.translate("Gone", "不存，关闭项目"), role.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(saving)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return True if chosen is saving else False if chosen is leaving else None
