"""What the program is."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import buttons, faint, filled, listed, plain
from models.prelabel.engines import ENGINES


class AboutDialog(QDialog):
    """Name, version, licence, and what it stands on."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关于校注"))
        name = plain(self.tr("校注"), name="logo")
        name.setStyleSheet("font-size: 28px;")
        lines = (
            plain(filled(self.tr("版本 %1"), version())),
            plain(self.tr("把中文刊物标注成金标准：分段、主题、实体，校勘与注释，两件事都做。"), wrap=True),
            faint(filled(self.tr("按 %1 许可发布。"), "Apache-2.0")),
            faint(filled(self.tr("Qt %1，经 PySide6（LGPL）。分词 jieba，存储 SQLite 与 peewee，"
                                 "拼音 pypinyin，简繁 OpenCC。"), qVersion()), wrap=True),
            faint(filled(self.tr("由用户添加的引擎：%1。"), self._engines()), wrap=True),
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(8)
        column.addWidget(name)
        for line in lines:
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        column.addStretch(1)
        column.addWidget(buttons(self))
        self.setMinimumWidth(420)

    def _engines(self) -> str:
        pattern = self.tr("%1（%2，%3）")
        return listed(filled(pattern, engine.name, engine.maker, engine.licence) for engine in ENGINES)

    @classmethod
    def ask(cls, parent: QWidget) -> None:
        """Show it."""
        dialog = cls(parent)
        dialog.exec()
        dialog.deleteLater()


def version() -> str:
    """The program's version as it was installed; 0 where it runs from its folder alone."""
    try:
        return metadata.version("jiaozhu")
    except metadata.PackageNotFoundError:
        return "0"
