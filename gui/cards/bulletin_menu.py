"""What can be done with a bulletin in the library, as a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from gui.workspace import Workspace
from models.bulletins import Bulletin, archive, set_meta


class BulletinMenu(QMenu):
    """Open, rename, copy the name, archive or bring back. It is gone once it was closed."""

    def __init__(self, parent: QWidget, workspace: Workspace, bulletin: Bulletin) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._workspace, self._bulletin = parent.window(), workspace, bulletin
        keep = self.tr("恢复") if bulletin.archived else self.tr("归档")
        for text, slot in (
            (self.tr("打开"), lambda: workspace.open_bulletin(bulletin.id)),
            (self.tr("改标题…"), self.rename),
            (self.tr("复制名称"), lambda: QGuiApplication.clipboard().setText(bulletin.name)),
            (keep, lambda: workspace.apply(archive(bulletin, not bulletin.archived), parent)),
        ):
            self.addAction(text).triggered.connect(lambda _checked=False, slot=slot: slot())

    def rename(self) -> None:
        """Ask for another title; an empty one brings the file's name back."""
        bulletin = self._bulletin
        title, done = QInputDialog.getText(
            self._window, self.tr("改标题"), self.tr("标题"), QLineEdit.EchoMode.Normal, bulletin.title
        )
        if done:
            meta = tuple(pair for pair in bulletin.meta if pair[0] != "title")
            named = ((("title", title.strip()),) if title.strip() else ()) + meta
            self._workspace.apply(set_meta(bulletin, named), self)
