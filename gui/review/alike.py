"""One decision for every difference of the same pattern in the project, looked at before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.choice import Choice
from gui.dialogs.parts import accepting, buttons, faint, filled, title
from gui.dialogs.rows import Row, RowDelegate, RowsModel
from gui.tables.differences_words import DifferenceWords, brief
from models.review.decisions import Alike, Verdict
from models.review.differences import Difference
from models.text import quote

_BEFORE, _AFTER = 8, 16


@dataclass(frozen=True, slots=True)
class Way:
    """A way to settle them all: its name, its key, the difference and the verdict to carry over."""

    name: str
    key: str
    first: Difference
    verdict: Verdict


class _CheckList(QListView):
    """Space checks the current line, Enter is left to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.activated.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)


class AlikeDialog(QDialog):
    """How to settle them, and a line a difference with a box to check. `find` looks them up for a way."""

    def __init__(
        self, parent: QWidget | None, words: DifferenceWords, ways: Sequence[Way], start: int,
        find: Callable[[Way], list[Alike]], words_of: Callable[[Alike], DifferenceWords],
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("同类一并裁定"))
        self._ways, self._find, self._words_of = ways, find, words_of
        self.found: list[Alike] = []
        self._left_out: set[str] = set()
        self.way = Choice(self.tr("如何裁定"))
        for way in ways:
            self.way.addItem(f"{way.key}  {way.name}".strip())
        self.way.setCurrentIndex(start)
        self.model = RowsModel(self)
        self.view = _CheckList()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setAccessibleName(self.tr("同类的差异"))
        self._count = faint()
        self._box = buttons(self, accept=self.tr("一并裁定"))
        self._lay_out(words.kind(ways[start].first))
        self.way.currentIndexChanged.connect(self._search)
        self.view.clicked.connect(self._toggle)
        self.view.activated.connect(self._toggle)
        self._search()
        self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, words: DifferenceWords, ways: Sequence[Way], start: int,
        find: Callable[[Way], list[Alike]], words_of: Callable[[Alike], DifferenceWords],
    ) -> list[Alike] | None:  # fmt: skip
        """The differences to settle, each with its outcomes; None when withdrawn."""
        dialog = cls(parent, words, ways, start, find, words_of)
        done = dialog.exec()
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if done else None

    def _lay_out(self, kind: str) -> None:
        head = QHBoxLayout()
        head.addWidget(title(filled(self.tr("%1：同类的一并这样裁定"), kind)), 1)
        head.addWidget(self.way)
        every, none = QPushButton(self.tr("全选")), QPushButton(self.tr("全不选"))
        every.clicked.connect(lambda: self._leave_out(set()))
        none.clicked.connect(lambda: self._leave_out({a.difference.id for a in self.found}))
        for button in (every, none):
            button.setAutoDefault(False)
        for number, way in enumerate(self._ways):
            if way.key:
                QShortcut(QKeySequence(way.key), self).activated.connect(
                    lambda number=number: self.way.setCurrentIndex(number)
                )
        foot = QHBoxLayout()
        for part in (every, none):
            foot.addWidget(part)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._box)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.resize(820, 520)

    def chosen(self) -> list[Alike]:
        """Those that are checked."""
        return [a for a in self.found if a.outcomes is not None and a.difference.id not in self._left_out]

    def _search(self) -> None:
        self.found = self._find(self._ways[self.way.currentIndex()])
        self._refresh()

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid() and self.found[index.row()].outcomes is not None:
            self._leave_out(self._left_out ^ {self.found[index.row()].difference.id})

    def _leave_out(self, keys: set[str]) -> None:
        self._left_out = keys
        self._refresh()

    def _refresh(self) -> None:
        self.model.set_rows(self._row(each) for each in self.found)
        chosen = len(self.chosen())
        self._count.setText(filled(self.tr("%1 / %2 处"), chosen, len(self.found)))
        accepting(self._box).setEnabled(bool(chosen))

    def _row(self, each: Alike) -> Row:
        difference, content = each.difference, each.review.content
        start, end = difference.start, difference.end
        if difference.keys[0][0] != "mention":
            line = content.find("\n", start)
            end = min(line if line >= 0 else len(content), start + 24)
        before = "".join(content[max(0, start - _BEFORE) : start].split())
        words = quote(content, start, end)
        after = "".join(content[end : end + _AFTER].split())
        carried = each.outcomes is not None
        said = self._words_of(each).said_briefly(difference)
        where = brief(each.review.bulletin.title, 10)
        note = f"{where}  {said}" if carried else self.tr("带不过去")
        return Row(
            difference.id, before + words + after, note=note, enabled=carried,
            checked=carried and difference.id not in self._left_out, mark=(len(before), len(before) + len(words)),
        )  # fmt: skip
