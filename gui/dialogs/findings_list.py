"""A report as a list in groups: narrowed by a group and by words, opened by Enter or a double click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from gui.cards import parts as card
from gui.dialogs.parts import filled
from gui.tables.findings import ReportLine, ReportModel
from gui.tables.findings_delegate import ReportDelegate
from models.search import fold

ALL = ""


class FindingsList(QWidget):
    """Shows `ReportLine`s; headings of groups in which nothing is left go with them."""

    opened = Signal(str, int)  # bulletin, code point

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines: list[ReportLine] = []
        self._folded: list[str] = []
        self._group = ALL
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("筛选"))
        self.field.setAccessibleName(self.tr("筛选"))
        self.field.setClearButtonEnabled(True)
        self.groups = card.Choices(self.tr("看哪一类"))
        self.model = ReportModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ReportDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(200)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(name)
        self._empty = card.EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        head = QHBoxLayout()
        head.addWidget(self.groups, 1)
        head.addWidget(self.field)
        self.field.setFixedWidth(220)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.field.textChanged.connect(lambda _text: self._sieve())
        self.field.installEventFilter(self)
        self.groups.asked.connect(self.choose_group)
        self.view.activated.connect(self._open)
        self.setFocusProxy(self.view)

    def show_lines(self, lines: Sequence[ReportLine], names: Sequence[tuple[str, str]]) -> None:
        """Show these, headings among them; `names` are the groups that can be chosen, with what they are called."""
        self._lines = list(lines)
        self._folded = [fold(line.text) for line in lines]
        counts = {key: sum(line.group == key and not line.heading for line in lines) for key, _ in names}
        chips = [card.Choice(ALL, filled(self.tr("全部 %1"), f"{sum(counts.values()):,}"))]
        chips += [card.Choice(key, f"{name} {counts[key]:,}") for key, name in names if counts[key]]
        self.groups.set_choices(chips)
        self._group = self._group if counts.get(self._group) else ALL
        self.groups.show_chosen(self._group)
        self._sieve()

    def say(self, title: str, text: str = "") -> None:
        """Say why there is nothing to show."""
        self._lines, self._folded = [], []
        self.groups.set_choices([])
        self.model.show_lines([])
        self._empty.say(title, text)
        self._stack.setCurrentIndex(0)

    def choose_group(self, key: str) -> None:
        """Show one group alone, or all."""
        self._group = key
        self.groups.show_chosen(key)
        self._sieve()

    def _sieve(self) -> None:
        if not self._lines:
            return
        words = fold(self.field.text().strip())
        kept: list[ReportLine] = []
        for line, text in zip(self._lines, self._folded, strict=True):
            if self._group and not line.heading and line.group != self._group:
                continue
            if line.heading:
                if kept and kept[-1].heading:
                    kept.pop()
                kept.append(line)
            elif words in text:
                kept.append(line)
        if kept and kept[-1].heading:
            kept.pop()
        self.model.show_lines(kept)
        self._empty.say(self.tr("没有符合的"), self.tr("换个词，或清空筛选。"))
        self._stack.setCurrentIndex(1 if kept else 0)
        first = next((n for n, line in enumerate(kept) if not line.heading), None)
        if first is not None:
            self.view.setCurrentIndex(self.model.index(first))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.field and pressed in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.setFocus()
            return True
        if watched is self.field and pressed == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return super().eventFilter(watched, event)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None and not line.heading:
            self.opened.emit(line.bulletin, line.start)
