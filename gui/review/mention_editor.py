"""Edit a contested mention: from where to where, and which label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QToolButton, QVBoxLayout, QWidget

from gui.cards.flow import FlowLayout
from gui.cards.parts import command
from gui.dialogs.parts import accepting, as_popup, buttons, faint, plain, run_popup
from gui.i18n import named
from models.display import Shown
from models.labels import LabelSet
from models.review.decisions import Verdict
from models.review.differences import Difference
from models.review.matters import Fragments, Outcome, fragments_of, place_of
from models.text import quote

_CONTEXT = 60


class MentionEditor(QDialog):
    """Arrows move the end, with Shift the start, by what the eye takes as one character; a label's key gives or takes
    that label; Enter is done, Esc withdraws."""

    def __init__(self, parent: QWidget | None, content: str, difference: Difference, labels: LabelSet) -> None:
        super().__init__(parent)
        as_popup(self)
        self.setWindowTitle(self.tr("改实体标注"))
        self._content, self._difference = content, difference
        key, value = self._first()
        self.fragments: Fragments = fragments_of(key)
        self.labels: tuple[str, ...] = tuple(label for label, _ in value)
        self._choices = [label for label in labels.labels if not label.retired or label.id in self.labels]
        low, high = self.fragments[0][0], self.fragments[-1][1]
        self._low, self._high = max(0, low - _CONTEXT), min(len(content), high + _CONTEXT)
        words = content[self._low : self._high]
        astral = tuple(n for n, character in enumerate(words) if character > "\uffff")
        self._shown = Shown(words, self._low, self._high, (self._low,), (0,), (len(words),), astral, ())
        self.text = QPlainTextEdit(words)
        self.text.setReadOnly(True)
        self.text.setFixedHeight(118)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setAccessibleName(self.tr("上下文"))
        self._words = plain(name="dialogTitle")
        self._buttons: dict[str, QToolButton] = {}
        self._box = buttons(self, accept=self.tr("就这样裁定"))
        self._lay_out()
        self.installEventFilter(self)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
        accepting(self._box).setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, content: str, difference: Difference, labels: LabelSet, at: QPoint | None = None
    ) -> Verdict | None:
        """What is to stand there; None when withdrawn."""
        dialog = cls(parent, content, difference, labels)
        done = run_popup(dialog, at)
        return dialog.verdict() if done else None

    def _first(self) -> tuple[str, Outcome]:
        """What the first side that has anything has there."""
        for say in self._difference.says:
            for (_, place), value in zip(self._difference.keys, say.values, strict=True):
                if value:
                    return place, value
        return self._difference.keys[0][1], ()

    def _lay_out(self) -> None:
        bounds = QHBoxLayout()
        bounds.setSpacing(4)
        for text, start, by in (
            (self.tr("◂ 起"), True, -1), (self.tr("起 ▸"), True, 1),
            (self.tr("◂ 止"), False, -1), (self.tr("止 ▸"), False, 1),
        ):  # fmt: skip
            bounds.addWidget(command(text, lambda start=start, by=by: self.move_by(start, by)))
        bounds.addStretch(1)
        row = QWidget()
        flow = FlowLayout(row)
        for label in self._choices:
            button = QToolButton(objectName="choice")
            button.setText(f"{label.key} {named(label)}".strip().replace("&", "&&"))
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, key=label.id: self.toggle(key))
            flow.addWidget(button)
            self._buttons[label.id] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.text)
        column.addLayout(bounds)
        column.addWidget(row)
        column.addWidget(faint(self.tr("← → 移动终点，按住 Shift 移动起点；数字给出或去掉标签；回车裁定")))
        column.addWidget(self._box)
        self.setMinimumWidth(500)

    def move_by(self, start: bool, by: int) -> None:
        """Move the mention's start (else its end) by characters; white space is passed over."""
        parts = list(self.fragments)
        n = 0 if start else -1
        a, b = parts[n]
        at = self._beside(a if start else b, by)
        edge = 0 if start else -1
        while self._low < at < self._high and self._content[at + edge].isspace():
            at = self._beside(at, by)
        moved = (at, b) if start else (a, at)
        inside = self._low <= moved[0] < moved[1] <= self._high
        if len(parts) > 1:
            inside = inside and (moved[1] < parts[1][0] if start else moved[0] > parts[-2][1])
        if inside:
            parts[n] = moved
            self.fragments = tuple(parts)
            self._show()

    def _beside(self, offset: int, by: int) -> int:
        """One character on (1) or back (-1), as the reading view goes: it may be several code points."""
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._shown.to_unit(offset))
        move = QTextCursor.MoveOperation
        cursor.movePosition(move.NextCharacter if by > 0 else move.PreviousCharacter)
        return self._shown.to_offset(cursor.position())

    def toggle(self, label: str) -> None:
        """Give a label or take it away."""
        if label in self.labels:
            self.labels = tuple(x for x in self.labels if x != label)
        else:
            # Another label takes the place of the one there is; two are for those that had two.
            self.labels = (label,) if len(self.labels) == 1 else (*self.labels, label)
        self._show()

    def verdict(self) -> Verdict:
        """What is chosen now, with the entity that everybody who gave the label names."""
        found = []
        for label in self.labels:
            rows = [pair for say in self._difference.says for value in say.values for pair in value or ()]
            names = {name for other, name in rows if other == label and name}
            found.append((label, names.pop() if len(names) == 1 else None))
        return Verdict(edits=((("mention", place_of(self.fragments)), tuple(sorted(found, key=str))),))

    def _show(self) -> None:
        words = "".join(quote(self._content, a, b) for a, b in self.fragments)
        self._words.setText(f"“{words}”")
        marked = []
        for a, b in self.fragments:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(self._shown.to_unit(a))
            cursor.setPosition(self._shown.to_unit(b), QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setBackground(QColor(self.palette().highlight().color()))
            form.setFontUnderline(True)
            one.cursor, one.format = cursor, form
            marked.append(one)
        self.text.setExtraSelections(marked)
        end = QTextCursor(self.text.document())
        end.setPosition(self._shown.to_unit(self.fragments[-1][1]))
        self.text.setTextCursor(end)
        self.text.centerCursor()
        for label, button in self._buttons.items():
            button.setChecked(label in self.labels)
        accepting(self._box).setEnabled(bool(self.labels))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_by(held == Qt.KeyboardModifier.ShiftModifier, -1 if event.key() == Qt.Key.Key_Left else 1)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.labels:
                self.accept()
            return True
        label = next((x.id for x in self._choices if x.key and x.key == event.text()), None)
        if label is not None and not held:
            self.toggle(label)
            return True
        return False
