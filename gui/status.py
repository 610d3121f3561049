"""The status bar: saved, where one is, what is open, the keys for it, and background work."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar, QWidget

from gui.actions import Actions
from gui.annotate.suggestions import open_stops
from gui.cards.parts import Line
from gui.dialogs.key_names import key_name
from gui.working import Working
from gui.workspace import Workspace

_TOLD_FOR = 6000
_WORDS, _SENTENCE = 240, 420
"""What words may take of the bar, and a message that is shown for a while, before keys give way to them."""


class StatusBar(QStatusBar):
    """Says what is saved and where one stands; short messages take the middle for a few seconds.

    The window is never made wider by what is said here: keys give way to work that is under way, and words shorten.
    """

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._workspace, self._actions = workspace, actions
        self._saved = QLabel(objectName="saved")
        self._place, self._open, self._told = (_words(name) for name in ("place", "open", "told"))
        self._working = Working(self.tr("后台处理"))
        self.training = Working(self.tr("训练预标注引擎"), stoppable=True)
        self.adding = Working(self.tr("添加引擎"), stoppable=True)
        self._deciding = self._hints(
            ("suggestion.next", self.tr("下一处")),
            ("suggestion.accept", self.tr("接受")),
            ("suggestion.reject", self.tr("否决")),
        )
        self._stepping = self._hints(("review.next", self.tr("下一处差异")), ("review.previous", self.tr("上一处")))
        self._reviewing = self._idle = False
        for part in (self._saved, self._place, self._open, self._deciding, self._stepping, self._told):
            self.addWidget(part)
        self._helping = self._hints(
            ("help.keys", self.tr("快捷键")),
            ("edit.palette", self.tr("命令")),
        )
        self._submitting = self._hints(("bulletin.submit", self.tr("提交")))
        self._finishing = self._hints(("review.finish", self.tr("完成审核")))
        for part in (self._working, self.training, self.adding, self._helping, self._submitting, self._finishing):
            self.addPermanentWidget(part)
        self._useful: set[QWidget] = set()
        self._fade = QTimer(self, singleShot=True, interval=_TOLD_FOR)
        self._fade.timeout.connect(lambda: self._say(""))
        workspace.told.connect(self.tell)
        workspace.changed.connect(self._on_change)
        for signal in (workspace.bulletin_opened, workspace.section_selected, workspace.project_closed):
            signal.connect(self.refresh)
        self.refresh()

    def _hints(self, *pairs: tuple[str, str]) -> QWidget:
        """A row of keys, each with the word for what it does; the keys follow the user's own."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(2)
        for action_id, word in pairs:
            key = QLabel(objectName="key")
            action = self._actions[action_id]
            action.changed.connect(lambda key=key, action=action: _name_key(key, action))
            _name_key(key, action)
            row.addWidget(key)
            row.addWidget(QLabel(word))
        return made

    def tell(self, sentence: str) -> None:
        """Show a short sentence for a few seconds."""
        self._say(sentence)
        self._fade.start()

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the keys that there is room for, those first that are pressed most at this place."""
        words = ((self._place, _WORDS), (self._open, _WORDS), (self._told, _SENTENCE))
        works = [part for part in (self._working, self.training, self.adding) if not part.isHidden()]
        said = [min(part.sizeHint().width(), most) for part, most in words if part.text()]
        margins = self.layout().contentsMargins()
        taken = sum(part.sizeHint().width() for part in (self._saved, *works)) + sum(said)
        taken += margins.left() + margins.right() + self.layout().spacing() * (len(words) + len(works) + 1)
        for keys in (self._deciding, self._stepping, self._submitting, self._finishing, self._helping):
            wide = keys.sizeHint().width() + self.layout().spacing()
            fits = keys in self._useful and taken + wide <= self.width()
            keys.setVisible(fits)
            taken += wide if fits else 0

    def _on_change(self) -> None:
        self._saved.setText(self.tr("✓ 已保存 %1").replace("%1", datetime.now().strftime("%H:%M:%S")))
        self.refresh()

    def show_review(self, on: bool, told: str) -> None:
        """Say where the review stands, or (`on` is False) where one stands in the open bulletin."""
        self._reviewing = on
        if on:
            self._place.setText(told)
        self.refresh()

    def show_idle(self, on: bool) -> None:
        """Whether nothing is shown that one could stand in: the welcome page."""
        self._idle = on
        self.refresh()

    def refresh(self) -> None:
        """Say where one stands now."""
        self._useful = {self._helping}
        if self._idle:
            for part in (self._place, self._open):
                part.setText("")
        elif self._reviewing:
            self._open.setText("")
            self._useful |= {self._finishing, self._stepping} if self._place.text() else {self._finishing}
        else:
            session = self._workspace.session
            if session is None or session.layer.role != "gold":
                self._useful.add(self._submitting)
            self._show_place()
        self._fit()

    def _show_place(self) -> None:
        session = self._workspace.session
        if session is None:
            for part in (self._place, self._open, self._saved):
                part.setText("")
            return
        if not self._saved.text():
            self._saved.setText(self.tr("只读") if self._workspace.read_only else self.tr("✓ 已保存"))
        section = self._workspace.section
        number = session.outline.place(section.id) + 1 if section else 0
        place = self.tr("第 %1 / %2 段").replace("%1", str(number)).replace("%2", str(len(session.outline)))
        self._place.setText(place)
        if count := len(open_stops(session)):
            self._open.setText(self.tr("%1 处预标注待确认").replace("%1", str(count)))
            self._useful.add(self._deciding)
        else:
            self._open.setText(self.tr("没有待确认的预标注"))

    def show_progress(self, done: int, asked: int) -> None:
        """Show how far background work is; nothing when there is none."""
        text = self.tr("后台处理 %1 / %2").replace("%1", str(done)).replace("%2", str(asked))
        self._working.show_steps(text if asked > done else "", done, max(1, asked))
        self._fit()

    def show_training(self, steps: tuple[int, int] | None) -> None:
        """Show how far the training of the engine is: (steps done, steps in all); None when there is none."""
        if steps is None:
            self.training.show_steps("", 0, 1)
        else:
            done, of = steps
            text = self.tr("训练引擎 %1 / %2").replace("%1", str(done)).replace("%2", str(of))
            self.training.show_steps(text if of else self.tr("训练引擎…"), done, of)
        self._fit()

    def show_adding(self, name: str, step: tuple[str, int, int]) -> None:
        """Show how far the fetching of an engine is; nothing without a name."""
        said, done, of = step
        text = self.tr("添加引擎…") if name else ""
        self.adding.show_steps(text, done // 1000, of // 1000 if said == "fetch" else 0)
        self._fit()


def _words(name: str) -> Line:
    """Words that take the room they need, or less."""
    made = Line(name=name)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def _name_key(label: QLabel, action: QAction) -> None:
    """Show the action's key as it is now; nothing where it has none."""
    keys = action.shortcuts()
    label.setText(key_name(keys[0].toString()) if keys else "")
    label.setVisible(bool(keys))
