"""The strip above the text of a bulletin that was sent back: by whom and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.workspace import Workspace
from models.bulletins import why_returned


class ReturnedBar(QWidget):
    """Shown while the open layer is returned; leads to submitting it again."""

    submit_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("returned")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self.reason = QLabel()
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again = QPushButton(self.tr("重新提交"))
        self.again.setToolTip(self.tr("改好以后再交一次"))
        self.again.clicked.connect(self.submit_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(14)
        row.addWidget(self.reason, 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        for signal in (workspace.bulletin_opened, workspace.project_closed):
            signal.connect(self.refresh)
        workspace.changed.connect(lambda *_: self.refresh())
        self.hide()

    def refresh(self) -> None:
        """Show what was said when the open layer was sent back; hide where it was not."""
        session = self._workspace.session
        if session is None or session.layer.status != "returned":
            self.hide()
            return
        said = why_returned(session.layer, session.comments.values())
        if said is None:
            text = self.tr("这篇被退回了，没有写理由。")
        else:
            text = self.tr("%1 退回：").replace("%1", said.author) + said.text
        if text != self.reason.text():
            self.reason.setText(text)
        self.show()
