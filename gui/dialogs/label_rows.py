"""The page of entity labels, and the page of section kinds."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.dialogs.key_names import key_names
from gui.dialogs.label_form import LabelForm
from gui.dialogs.parts import accepting, buttons, faint, filled, listed, run
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.i18n import named
from gui.workspace import Workspace
from models.labels import Kind, Label, edit
from models.outline import CONTINUATION
from models.taxonomy import add_row, key_conflicts, place_row


class RowsPage(QWidget):
    """Labels or kinds on the left in their order, the current one's fields on the right."""

    def __init__(
        self, workspace: Workspace, actions: Actions, kind: type[Label] | type[Kind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._actions, self._kind = workspace, actions, kind
        self.list = PickList(self.tr("找标签"))
        self.form = LabelForm(keyed=True)
        self.buttons: dict[str, QPushButton] = {}
        tools = QHBoxLayout()
        tools.setSpacing(6)
        for name, text, key, slot in (
            ("add", self.tr("新增"), "Ctrl+N", self.add),
            ("up", "↑", "Alt+Up", lambda: self.shift(-1)),
            ("down", "↓", "Alt+Down", lambda: self.shift(1)),
            ("retire", self.tr("停用"), "Ctrl+Del", self.retire),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            if len(text) == 1:
                button.setFixedWidth(34)
                button.setStyleSheet("padding: 4px 0;")
            button.setToolTip("  ".join(key_names((key,))))
            button.clicked.connect(slot)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(button.click)
            tools.addWidget(button)
            self.buttons[name] = button
        tools.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addLayout(tools)
        body = QHBoxLayout(self)
        body.setSpacing(18)
        body.addLayout(left, 1)
        body.addWidget(self.form, 1)
        self.list.moved.connect(self._show)
        self.list.chosen.connect(lambda _key: self.form.zh.setFocus())
        self.form.edited.connect(self._edit)
        self.setFocusProxy(self.list)
        self.refresh()

    def _rows(self) -> tuple[Label, ...] | tuple[Kind, ...]:
        labels = self._workspace.labels
        if labels is None:
            return ()
        return labels.labels if self._kind is Label else labels.kinds

    def _current(self) -> Label | Kind | None:
        return next((row for row in self._rows() if row.id == self.list.current), None)

    def refresh(self, go_to: str | None = None) -> None:
        """Show the rows as they are now."""
        here = go_to or self.list.current
        rows = []
        for row in self._rows():
            note = self.tr("已停用") if row.retired else ""
            keys = key_names((row.key,)) if row.key and not row.retired else ()
            rows.append(Row(row.id, named(row), detail=row.id, note=note, keys=keys, names=(row.zh, row.en, row.id)))
        self.list.set_rows(rows)
        if here is not None:
            self.list.go_to(here)
        self._show(self.list.current)

    def _show(self, _key: object) -> None:
        row = self._current()
        self.form.show_row(row, self._conflict(row) if row else "")
        for name in ("up", "down", "retire"):
            self.buttons[name].setEnabled(row is not None)
        self.buttons["retire"].setText(self.tr("恢复") if row and row.retired else self.tr("停用"))
        # The program itself gives continuations their kind.
        self.buttons["retire"].setEnabled(row is not None and row.id != CONTINUATION)

    def _conflict(self, row: Label | Kind) -> str:
        labels = self._workspace.labels
        if labels is None or not row.key or row.retired:
            return ""
        ids = [key for key in key_conflicts(labels).get(row.key.upper(), ()) if key != row.id]
        known: dict[str, Label | Kind] = {**labels.kind_by_id, **labels.label_by_id}
        names = [named(known[key]) for key in ids]
        own = f"{self._kind.__name__.lower()}.{row.id}"
        if self._actions.changed(own) and (keys := self._shown_keys(own)) != row.key.upper():
            return filled(self.tr("⚠ 在“快捷键”里另设了按键：%1。"), keys or self.tr("无"))
        keys_taken = (row.key, f"Shift+{row.key}") if self._kind is Label else (row.key,)
        users = [user for key in keys_taken for user in self._actions.users_of(key, "text")]
        of_rows = ("label.", "label_all.", "kind.")
        names += [self._actions[user].text().rstrip("…") for user in users if not user.startswith(of_rows)]
        shown = listed(dict.fromkeys(names))
        return filled(self.tr("⚠ 按键 %1 也用于：%2。请换一个。"), row.key, shown) if names else ""

    def _shown_keys(self, action: str) -> str:
        """The keys of an action as the person set them."""
        shortcuts = self._actions[action].shortcuts() if action in self._actions else []
        return " ".join(key.toString().upper() for key in shortcuts)

    def _edit(self, row_id: str, field: str, value: str) -> None:
        row = next((r for r in self._rows() if r.id == row_id), None)
        if row is not None:
            self._workspace.apply(lambda: edit(row, **{field: value}), self)

    def add(self) -> None:
        """Ask for an id and a name, and make a row of them."""
        asked = NewRowDialog.ask(self)
        if asked is not None and self._workspace.apply(lambda: add_row(self._rows(), self._kind(*asked, "")), self):
            self.refresh(asked[0])
            self.form.key.setFocus()

    def shift(self, by: int) -> None:
        """Put the current row one place up or down."""
        row, rows = self._current(), self._rows()
        if row is not None:
            place = [r.id for r in rows].index(row.id) + by
            if 0 <= place < len(rows):
                self._workspace.apply(lambda: place_row(rows, row.id, place), self)
                self.refresh(row.id)

    def retire(self) -> None:
        """Offer the row no more, or again. What is tagged with it stays."""
        row = self._current()
        if row is not None and row.id != CONTINUATION:
            self._workspace.apply(lambda: edit(row, retired=not row.retired), self)
            self.refresh(row.id)


class NewRowDialog(QDialog):
    """The id that files carry, and a name."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("新增标签"))
        self.id, self.name = QLineEdit(), QLineEdit()
        self.id.setPlaceholderText(self.tr("如 LAW；文件里用它，以后不能改"))
        self.name.setPlaceholderText(self.tr("如 法规"))
        form = QFormLayout()
        form.addRow(self.tr("代号"), self.id)
        form.addRow(self.tr("中文名"), self.name)
        box = buttons(self, accept=self.tr("新增"))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(faint(self.tr("标签只会停用，不会删除：标过的不会丢。")))
        column.addWidget(box)
        self.setMinimumWidth(360)
        button = accepting(box)
        button.setEnabled(False)
        for field in (self.id, self.name):
            field.textChanged.connect(
                lambda _text: button.setEnabled(bool(self.id.text().strip() and self.name.text().strip()))
            )
        self.id.setFocus()

    @classmethod
    def ask(cls, parent: QWidget) -> tuple[str, str] | None:
        """Id and Chinese name; None when withdrawn."""
        dialog = cls(parent)
        done = run(dialog)
        dialog.deleteLater()
        return (dialog.id.text().strip(), dialog.name.text().strip()) if done else None
