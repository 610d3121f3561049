"""Find in the bulletin: a strip above the text, hits counted as one types."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.workspace import Workspace
from models.search import find_all
from models.text import Span


class FindBar(QWidget):
    """Type to find; Enter or F3 goes to the next hit, with Shift to the one before, Esc closes.

    Width, case, traditional and simplified forms and the page's line breaks do not matter.
    """

    hits_changed = Signal(list, object)  # the hits in order, and the current one (a Span) or None
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._hits: list[Span] = []
        self._current: int | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("在本篇中查找：不分全角半角、简体繁体"))
        self.field.setAccessibleName(self.tr("查找"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setMinimumWidth(90)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for sign, name, slot in (
            ("↑", self.tr("上一处"), self.find_previous),
            ("↓", self.tr("下一处"), self.find_next),
            ("✕", self.tr("关闭"), self.close_bar),
        ):
            button = QToolButton()
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._search)
        workspace.bulletin_opened.connect(self._refresh_if_shown)
        workspace.project_closed.connect(self._refresh_if_shown)

    @property
    def hits(self) -> list[Span]:
        """The places found, in text order."""
        return list(self._hits)

    def open(self, words: str = "") -> None:
        """Show the bar, with `words` to find where there are any, ready to type over."""
        self.show()
        if words and words != self.field.text():
            self.field.setText(words)
        else:
            self._search()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Put the bar away; the hits go from the text."""
        self.hide()
        self._take([], None)
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next hit, round the end of the text."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the hit before, round the beginning."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.isHidden():
            self.open()
        if self._hits:
            self._current = by % len(self._hits) if self._current is None else (self._current + by) % len(self._hits)
            self._show_current(reveal=True)

    def _search(self, *, reveal: bool = True) -> None:
        session, words = self._workspace.session, self.field.text()
        found = find_all(session.text.content, words) if session is not None else []
        here = self._workspace.section
        start = self._hits[self._current][0] if self._current is not None else here.start if here else 0
        place = bisect_left(found, (start, 0))
        self._take(found, None if not found else place % len(found), reveal=reveal)

    def _take(self, hits: list[Span], current: int | None, *, reveal: bool = True) -> None:
        self._hits, self._current = hits, current
        self._show_current(reveal=reveal and current is not None)

    def _show_current(self, *, reveal: bool) -> None:
        current = None if self._current is None else self._hits[self._current]
        if not self.field.text().strip():
            self.count.setText("")
        elif current is None:
            self.count.setText(self.tr("没有找到"))
        else:
            place = self.tr("第 %1 / %2 处")
            self.count.setText(place.replace("%1", str((self._current or 0) + 1)).replace("%2", str(len(self._hits))))
        self.hits_changed.emit(list(self._hits), current)
        if reveal and current is not None:
            self._workspace.reveal.emit(current[0])

    def _refresh_if_shown(self) -> None:
        if self.isHidden():
            self._hits, self._current = [], None
        else:
            self._search(reveal=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)
