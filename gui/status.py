"""The status bar: saved, where one is, what is open, the keys for it, and background work."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from gui.actions import Actions
from gui.annotate.suggestions import open_stops
from gui.workspace import Workspace

_TOLD_FOR = 6000


class StatusBar(QStatusBar):
    """Says what is saved and where one stands; short messages take the middle for a few seconds."""

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._workspace, self._actions = workspace, actions
        self._saved = QLabel(objectName="saved")
        self._place = QLabel(objectName="place")
        self._open = QLabel(objectName="open")
        self._told = QLabel(objectName="told")
        self._progress = QProgressBar(objectName="progress")
        self._progress.setFixedWidth(150)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._working = QLabel(objectName="working")
        self._hints = QWidget()
        row = QHBoxLayout(self._hints)
        row.setContentsMargins(0, 0, 0, 0)
        for label in (self._saved, self._place, self._open, self._told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.addWidget(label)
        self.addPermanentWidget(self._working)
        self.addPermanentWidget(self._progress)
        self.addPermanentWidget(self._hints)
        for action_id in ("help.keys", "edit.palette", "bulletin.submit"):
            row.addWidget(self._hint(action_id))
        self._fade = QTimer(self, singleShot=True, interval=_TOLD_FOR)
        self._fade.timeout.connect(lambda: self._told.setText(""))
        workspace.told.connect(self.tell)
        workspace.changed.connect(self._on_change)
        for signal in (workspace.bulletin_opened, workspace.section_selected, workspace.project_closed):
            signal.connect(self.refresh)
        self.refresh()

    def _hint(self, action_id: str) -> QLabel:
        action = self._actions[action_id]
        label = QLabel(f"{action.shortcut().toString()} {action.text().rstrip('…')}", objectName="hint")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def tell(self, sentence: str) -> None:
        """Show a short sentence for a few seconds."""
        self._told.setText(sentence)
        self._fade.start()

    def _on_change(self) -> None:
        self._saved.setText(self.tr("✓ 已保存 %1").replace("%1", datetime.now().strftime("%H:%M:%S")))
        self.refresh()

    def refresh(self) -> None:
        """Say where one stands now."""
        session = self._workspace.session
        if session is None:
            self._place.setText("")
            self._open.setText("")
            self._saved.setText("")
            return
        if not self._saved.text():
            self._saved.setText(self.tr("✓ 已保存"))
        section = self._workspace.section
        number = session.outline.place(section.id) + 1 if section else 0
        place = self.tr("第 %1 / %2 段").replace("%1", str(number)).replace("%2", str(len(session.outline)))
        self._place.setText(place)
        count = len(open_stops(session))
        if not count:
            self._open.setText(self.tr("没有待确认的预标注"))
            return
        keys = "  ".join(
            f"{self._actions[key].shortcut().toString()} {word}"
            for key, word in (
                ("suggestion.next", self.tr("下一处")),
                ("suggestion.accept", self.tr("接受")),
                ("suggestion.reject", self.tr("否决")),
            )
        )
        self._open.setText(self.tr("%1 处预标注待确认").replace("%1", str(count)) + "    " + keys)

    def show_progress(self, done: int, asked: int) -> None:
        """Show how far background work is; nothing when there is none."""
        busy = asked > done
        self._progress.setVisible(busy)
        self._progress.setRange(0, max(1, asked))
        self._progress.setValue(done)
        text = self.tr("后台处理 %1 / %2").replace("%1", str(done)).replace("%2", str(asked))
        self._working.setText(text if busy else "")
