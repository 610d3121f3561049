"""Every key, and another one for those who want it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.actions import MENUS, Actions, ActionSpec
from gui.dialogs.key_field import KeyField
from gui.dialogs.key_names import key_name, key_names
from gui.dialogs.parts import Button, accepting, buttons, faint, filled, listed, plain, run
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row

_GROUPS = ("section", "kind", "theme", "label", "label_all", "mention", "suggestion", "mark", "bulletin")


class KeysDialog(QDialog):
    """All actions in groups with their keys; Enter or a double click records another key for one."""

    def __init__(self, parent: QWidget | None, actions: Actions) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self._actions = actions
        self.list = PickList(self.tr("找操作或按键：名称、拼音首字母、Ctrl+K…"), double_click=True)
        self._reset = QPushButton(self.tr("恢复默认"))
        self._reset.setAutoDefault(False)
        box = buttons(self)
        foot = QHBoxLayout()
        foot.addWidget(self._reset)
        self._told = faint(self.tr("回车或双击：换一个键    Ctrl+Del：恢复默认"))
        foot.addWidget(self._told, 1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(620, 640)
        box.button(Button.Close).setAutoDefault(False)
        self._reset.clicked.connect(self.reset_current)
        QShortcut(QKeySequence("Ctrl+Del"), self).activated.connect(self.reset_current)
        self.list.chosen.connect(self._record)
        self.list.moved.connect(self._refresh_reset)
        self._refresh()
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, actions: Actions) -> None:
        """Show the keys; changes hold at once and for good."""
        dialog = cls(parent, actions)
        run(dialog)
        dialog.deleteLater()

    def _refresh(self) -> None:
        here = self.list.current
        self.list.set_rows(self._rows())
        if here is not None:
            self.list.go_to(here)
        self._refresh_reset(self.list.current)

    def _refresh_reset(self, key: object) -> None:
        spec = self._spec(key)
        self._reset.setEnabled(spec is not None and self._actions.keys(spec) != spec.keys)

    def _spec(self, key: object) -> ActionSpec | None:
        return next((s for s in self._actions.specs() if s.id == key), None)

    def _group_names(self) -> dict[str, str]:
        found = {key: self._actions.translated(text) for key, text in MENUS}
        return found | {
            "section": self.tr("分段"),
            "kind": self.tr("分段类型"),
            "theme": self.tr("主题"),
            "label": self.tr("实体标注"),
            "label_all": self.tr("标注所有相同文字"),
            "mention": self.tr("调整实体标注"),
            "suggestion": self.tr("预标注"),
            "mark": self.tr("存疑与批注"),
            "bulletin": self.tr("刊物"),
        }

    def _rows(self) -> list[Row]:
        names = self._group_names()
        groups: dict[str, list[ActionSpec]] = {}
        for spec in self._actions.specs():
            head = spec.id.partition(".")[0]
            groups.setdefault(head if head in _GROUPS else spec.menu, []).append(spec)
        rows: list[Row] = []
        for key, specs in groups.items():
            rows.append(Row(None, names.get(key, key)))
            for spec in specs:
                keys = self._actions.keys(spec)
                own = "" if keys == spec.keys else self.tr("已改")
                rows.append(Row(spec.id, self._actions[spec.id].text().rstrip("…"), note=own, keys=key_names(keys),
                                names=(spec.id, *keys)))  # fmt: skip
        return rows

    def reset_current(self) -> None:
        """Give the current action its own keys back."""
        spec = self._spec(self.list.current)
        if spec is None:
            return
        users = [user for key in spec.keys for user in rivals(self._actions, spec, key)]
        for key in spec.keys:
            take_key(self._actions, spec, key)
        if users:
            names = listed(self._actions[user].text().rstrip("…") for user in dict.fromkeys(users))
            self._told.setText(filled(self.tr("这些键已从“%1”取回。"), names))
        self._actions.set_keys(spec.id, None)
        self._refresh()

    def _record(self, key: object) -> None:
        spec = self._spec(key)
        if spec is None:
            return
        keys = RecordKeyDialog.ask(self, self._actions, spec)
        if keys is not None:
            self._actions.set_keys(spec.id, keys)
            self._refresh()


def rivals(actions: Actions, spec: ActionSpec, key: str) -> list[str]:
    """The other actions that a key belongs to now."""
    return [action for action in actions.users_of(key, spec.place) if action != spec.id]


def take_key(actions: Actions, spec: ActionSpec, key: str) -> None:
    """Take a key from the other actions that have it: of two with one key neither would act."""
    for other in rivals(actions, spec, key):
        rival = next(each for each in actions.specs() if each.id == other)
        kept = tuple(k for k in actions.keys(rival) if QKeySequence(k) != QKeySequence(key))
        actions.set_keys(other, kept)


class RecordKeyDialog(QDialog):
    """Press the new key; what it would be taken from is said before."""

    def __init__(self, parent: QWidget | None, actions: Actions, spec: ActionSpec) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("换一个键"))
        self._actions, self._spec = actions, spec
        self.field = KeyField()
        self.field.setAccessibleName(self.tr("新的按键"))
        self.field.setPlaceholderText(self.tr("按下新的按键"))
        self._told = plain(wrap=True)
        self._box = buttons(self, accept=self.tr("使用"))
        self._none = self._box.addButton(self.tr("不设按键"), QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.addWidget(plain(actions[spec.id].text().rstrip("…")))
        column.addWidget(self.field)
        column.addWidget(self._told)
        column.addStretch(1)
        column.addWidget(self._box)
        self.resize(380, 170)
        self._cleared = False
        self.field.recorded.connect(self._check)
        self._none.clicked.connect(self._clear)
        accepting(self._box).setEnabled(False)
        now = "  ".join(key_names(actions.keys(spec)))
        self._told.setText(filled(self.tr("现在是 %1"), now) if now else self.tr("现在没有按键"))
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, actions: Actions, spec: ActionSpec) -> tuple[str, ...] | None:
        """The action's keys from now on; None when withdrawn. A key that others have is taken from them."""
        dialog = cls(parent, actions, spec)
        done = run(dialog)
        dialog.deleteLater()
        if not done:
            return None
        if dialog._cleared:
            return ()
        take_key(actions, spec, dialog.field.key)
        return (dialog.field.key,)

    def rivals(self) -> list[str]:
        """The other actions that the recorded key belongs to now."""
        return rivals(self._actions, self._spec, self.field.key)

    def _check(self, key: str) -> None:
        names = listed(self._actions[a].text().rstrip("…") for a in self.rivals())
        if names:
            self._told.setText(filled(self.tr("%1 现在用于“%2”。使用后，那一项不再有这个键。"), key_name(key), names))
        else:
            self._told.setText(filled(self.tr("%1 没有被占用"), key_name(key)))
        accepting(self._box).setEnabled(True)
        accepting(self._box).setFocus()

    def _clear(self) -> None:
        self._cleared = True
        self.accept()
