"""Every other place with the same words, in context, to be tagged alike."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.parts import accepting, buttons, faint, filled, listed, run, title
from gui.dialogs.rows import Row, RowDelegate, RowsModel
from gui.names import label_name
from models.labels import LabelSet
from models.mentions import Mention, occurrences
from models.session import Session
from models.text import Span, quote

_BEFORE, _AFTER = 24, 40


class _CheckList(QListView):
    """Space checks the current line, Enter is left to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.activated.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class OccurrencesDialog(QDialog):
    """A line a place, the words in one column; places that bear the label already are shown and cannot be chosen."""

    def __init__(self, parent: QWidget | None, session: Session, mention: Mention, labels: LabelSet) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("标注所有相同文字"))
        self._session, self._mention, self._labels = session, mention, labels
        self._places = occurrences(session.text.content, mention)
        self._done = {span for span in self._places if self._bears(span)}
        self.chosen = {span for span in self._places if span not in self._done}
        self.model = RowsModel(self)
        self.view = _CheckList()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setAccessibleName(self.tr("出现之处"))
        self.view.clicked.connect(self._toggle)
        self.view.activated.connect(self._toggle)
        self._count = faint()
        self._box = buttons(self, accept=self.tr("标注"))
        self._lay_out()
        self._refresh()
        first = next((n for n, span in enumerate(self._places) if span in self.chosen), 0)
        self.view.setCurrentIndex(self.model.index(first))
        self.view.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, session: Session, mention: Mention, labels: LabelSet) -> list[Span] | None:
        """The places to tag as `mention` is, in text order; None when the person withdrew."""
        dialog = cls(parent, session, mention, labels)
        done = run(dialog)
        dialog.deleteLater()
        return sorted(dialog.chosen) if done else None

    def _lay_out(self) -> None:
        content, mention = self._session.text.content, self._mention
        words = quote(content, mention.start, mention.end)
        name = label_name(self._labels, mention.label)
        head = title(filled(self.tr("“%1”标为%2"), words[:30], name))
        every, none = QPushButton(self.tr("全选")), QPushButton(self.tr("全不选"))
        every.clicked.connect(lambda: self._set({s for s in self._places if s not in self._done}))
        none.clicked.connect(lambda: self._set(set()))
        for button in (every, none):
            button.setAutoDefault(False)
        QShortcut(QKeySequence.StandardKey.SelectAll, self).activated.connect(every.click)
        QShortcut(QKeySequence("Ctrl+Shift+A"), self).activated.connect(none.click)
        foot = QHBoxLayout()
        for part in (every, none):
            foot.addWidget(part)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._box)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.resize(760, 520)

    def _bears(self, span: Span) -> bool:
        rows = self._session.mentions.window(*span)
        return any(m.fragments == (span,) and m.label == self._mention.label and m.confirmed for m in rows)

    def _toggle(self, index: QModelIndex) -> None:
        span = self._places[index.row()]
        if index.isValid() and span not in self._done:
            self._set(self.chosen ^ {span})

    def _set(self, chosen: set[Span]) -> None:
        self.chosen = chosen
        self._refresh()

    def _refresh(self) -> None:
        self.model.set_rows(self._row(span) for span in self._places)
        self._count.setText(filled(self.tr("%1 / %2 处"), len(self.chosen), len(self._places)))
        accepting(self._box).setEnabled(True)

    def _row(self, span: Span) -> Row:
        content, (start, end) = self._session.text.content, span
        before = "".join(content[max(0, start - _BEFORE) : start].split())
        words = quote(content, start, end)
        after = "".join(content[end : end + _AFTER].split())
        done = span in self._done
        others = [m for m in self._session.mentions.window(start, end) if m.fragments == (span,)]
        note = self.tr("已标注") if done else listed(self._label(m) for m in others)
        return Row(span, before + words + after, note=note, checked=done or span in self.chosen, enabled=not done,
                   mark=(len(before), len(before) + len(words)))  # fmt: skip

    def _label(self, mention: Mention) -> str:
        name = label_name(self._labels, mention.label)
        return filled(self.tr("现为%1"), name) if mention.confirmed else filled(self.tr("预标注%1"), name)
