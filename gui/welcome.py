"""The page one sees while no project is open."""

from __future__ import annotations

from os.path import isfile
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import SERIF
from gui.tips import tip

RECENT = "project/recent"
_WIDTH = 460
_SIDE = 16
"""What a line keeps free at either side."""


class _Choice(QPushButton):
    """One line to choose: what it does, and beneath it, fainter, what that means."""

    def __init__(self, name: str, detail: str, key: str) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.setAccessibleName(name)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_WIDTH, 62)
        title, below, cap = QLabel(name), QLabel(detail), QLabel(key)
        for label in (title, below, cap):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for label in (below, cap):
            label.setStyleSheet("color: palette(placeholder-text); background: transparent;")
        title.setStyleSheet("background: transparent; font-size: 15px; font-weight: 600;")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 8, _SIDE, 8)
        row.addLayout(words, 1)
        row.addWidget(cap)


class WelcomePage(QWidget):
    """Sample, new, open, and the projects opened last; the arrows lead through them, Enter chooses."""

    sample_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    recent_requested = Signal(str)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        self._heading = self._faint(self.tr("最近的项目"))
        self._told = self._faint("")
        self._told.setStyleSheet("background: transparent;")
        self._told.setWordWrap(True)
        self._told.setFixedWidth(_WIDTH)
        self._told.setContentsMargins(0, 8, 0, 0)
        self._told.hide()
        sample = _Choice(self.tr("打开示例项目"), self.tr("五篇真实的刊物，已预标注，可以放心试手"), "S")
        new = _Choice(self.tr("新建项目"), self.tr("一个项目是一个文件，随做随存"), "Ctrl N")
        old = _Choice(self.tr("打开项目"), self.tr("打开已有的 .jiaozhu 文件"), "Ctrl O")
        sample.clicked.connect(self.sample_requested)
        new.clicked.connect(self.new_requested)
        old.clicked.connect(self.open_requested)
        self._choices: list[QPushButton] = [sample, new, old]
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addStretch(2)
        middle.addWidget(self._name())
        middle.addWidget(self._faint(self.tr("校其文，注其义。")))
        middle.addWidget(self._told)
        middle.addSpacing(26)
        for choice in self._choices:
            middle.addWidget(choice)
            choice.installEventFilter(self)
        middle.addSpacing(18)
        middle.addWidget(self._heading)
        middle.addLayout(self._recent)
        middle.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(middle)
        row.addStretch(1)

    def _name(self) -> QLabel:
        label = QLabel(self.tr("校注"))
        label.setObjectName("welcomeName")
        families = ", ".join(f'"{name}"' for name in SERIF)
        label.setStyleSheet(f"font-family: {families}; font-size: 46px; font-weight: 700; color: palette(link);")
        return label

    @staticmethod
    def _faint(text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setStyleSheet("color: palette(placeholder-text); background: transparent;")
        return label

    def tell(self, sentence: str) -> None:
        """Say something about what was to be opened, until the page is left."""
        self.refresh()
        self._focus_first()
        self._told.setText(sentence)
        self._told.show()

    @property
    def told(self) -> str:
        """What the page says of it; empty for nothing."""
        return "" if self._told.isHidden() else self._told.text()

    def recent(self) -> list[str]:
        """The project files opened last that are still there, the newest first."""
        value = self._settings.value(RECENT, [])
        paths = [str(p) for p in value] if isinstance(value, list) else [str(value)] if value else []
        return [p for p in paths if isfile(p)]

    def refresh(self) -> None:
        """Show the recent projects as they are now."""
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        del self._choices[3:]
        for path in self.recent():
            button = QPushButton()
            button.setObjectName("recent")
            button.setText(self._shortened(path).replace("&", "&&"))
            button.setToolTip(tip(path))
            button.setAccessibleName(path)
            button.setStyleSheet(
                f"QPushButton {{ text-align: left; padding: 6px {_SIDE}px; }}"
                "QPushButton:!focus { border-color: transparent; }"
            )
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFixedWidth(_WIDTH)
            button.clicked.connect(lambda _checked=False, path=path: self.recent_requested.emit(path))
            button.installEventFilter(self)
            self._recent.addWidget(button)
            button.show()
            self._choices.append(button)
        self._heading.setVisible(len(self._choices) > 3)

    def _shortened(self, path: str) -> str:
        """The project's name and its folder, in the room of a line."""
        metrics, room = self.fontMetrics(), _WIDTH - 2 * _SIDE - 2
        name = metrics.elidedText(Path(path).stem, Qt.TextElideMode.ElideRight, room * 2 // 3) + "    "
        left = room - metrics.horizontalAdvance(name)
        return name + metrics.elidedText(self._folder(path), Qt.TextElideMode.ElideMiddle, left)

    @staticmethod
    def _folder(path: str) -> str:
        folder, home = Path(path).parent, Path.home()
        return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        self._focus_first()
        super().showEvent(event)

    def _focus_first(self) -> None:
        """To the project opened last, else to the first choice."""
        self._choices[3 if len(self._choices) > 3 else 0].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._told.hide()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._choices:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QPushButton):
                place = (self._choices.index(watched) + step) % len(self._choices)
                self._choices[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QPushButton):
                watched.click()
                return True
            if event.key() == Qt.Key.Key_S and not event.modifiers():
                self.sample_requested.emit()
                return True
        return super().eventFilter(watched, event)
