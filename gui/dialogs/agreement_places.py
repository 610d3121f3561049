"""The places that the chosen cell counts, beside the table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from gui.cards.parts import EmptyState, Line
from gui.dialogs.agreement_asking import AgreementAsking
from gui.dialogs.agreement_names import value_name
from gui.dialogs.choice import Choice
from gui.dialogs.parts import faint, filled
from gui.tables.agreement import Cell, Question
from gui.tables.agreement_places import PlaceRow, PlacesModel
from gui.tables.agreement_places_delegate import PlaceDelegate
from models.labels import LabelSet

_PAUSE = 120
"""Milliseconds at a cell before its places are asked for, so that walking through a table asks for the last alone."""


class PlacesPane(QWidget):
    """A list of places; Enter or a double click opens one."""

    opened = Signal(str, int)  # bulletin, code point

    def __init__(self, asking: AgreementAsking) -> None:
        super().__init__()
        self._asking = asking
        self._question: Question | None = None
        self._labels: LabelSet | None = None
        self.model = PlacesModel(self)
        self.view = QListView()
        self.which = Choice(self.tr("列出哪些地方"))
        self.which.addItem(self.tr("只看分歧"), False)
        self.which.addItem(self.tr("连同一致的"), True)
        self._title, self._note = Line(name="dialogTitle"), faint()
        self._empty = EmptyState()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._ask)
        self.which.activated.connect(lambda _n: self._ask())
        self.view.activated.connect(self._open)
        self.model.wanted.connect(self._ask_on)
        asking.found.connect(self._on_found)
        self.forget()

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(PlaceDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("数到的地方"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        head = QHBoxLayout()
        head.addWidget(self._note, 1)
        head.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def forget(self, labels: LabelSet | None = None) -> None:
        """Show no places: other figures have come, with this label set."""
        self._labels, self._question = labels, None
        self._asking.drop_places()
        self._pause.stop()
        self.model.show_rows([], 0)
        self._title.setText(self.tr("地方"))
        self._say("", self.tr("选一个格子"), self.tr("这里列出它数到的每一处，按 Enter 打开。"))

    def ask(self, cell: Cell, title: str) -> None:
        """Ask for the places of a cell, after a moment in which another may be chosen."""
        if cell.question == self._question and cell.question is not None:
            return
        self._question = cell.question
        self._asking.drop_places()
        self._title.setText(title)
        self.which.setVisible(self._question is not None and not self._question.what)
        self.model.show_rows([], 0)
        if self._question is None:
            self._pause.stop()
            self._say("", self.tr("这一格没有数到什么"), cell.about)
        else:
            self._say("", self.tr("正在查找…"))
            self._pause.start()

    def settle(self) -> None:
        """Ask at once for what would be asked for after the pause, and take the focus."""
        if self._pause.isActive():
            self._pause.stop()
            self._ask()
        self.view.setFocus()

    def _ask(self) -> None:
        if self._question is not None:
            self._asking.places(self._question, bool(self.which.currentData()))

    def _ask_on(self, first: int) -> None:
        if self._question is not None:
            self._asking.places(self._question, bool(self.which.currentData()), first)

    def _say(self, note: str, empty: str = "", about: str = "") -> None:
        self._note.setText(note)
        self._empty.say(empty, about)
        self._stack.setCurrentIndex(0 if empty else 1)

    def _on_found(self, answer: dict[str, Any], first: int) -> None:
        rows = [self._row(answer["subject"], place) for place in answer["places"]]
        if first:
            self.model.add_rows(rows)
            return
        self.model.show_rows(rows, answer["total"])
        count, withheld = answer["total"], answer["withheld"]
        note = filled(self.tr("%1 处"), f"{count:,}")
        hidden = filled(self.tr("另有 %1 处在你还没提交的刊物里，提交后可看"), f"{withheld:,}") if withheld else ""
        if rows:
            self._say(" · ".join(part for part in (note, hidden) if part))
            self.view.setCurrentIndex(self.model.index(0))
        elif withheld:
            self._say("", self.tr("现在不能看"), hidden)
        else:
            self._say("", self.tr("没有分歧"), self.tr("这一格里，大家都一样。"))

    def _row(self, subject: str, place: dict[str, Any]) -> PlaceRow:
        a, b = (value_name(subject, place[side], self._labels) for side in ("a", "b"))
        first, second = place["pair"]
        said = filled(self.tr("%1：%2 · %3：%4"), first, a, second, b)
        same = place["a"] == place["b"]
        return PlaceRow(place["bulletin"], place["start"], place["end"], place["words"], place["title"], said, same)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.place(index)
        if row is not None:
            self.opened.emit(row.bulletin, row.start)
