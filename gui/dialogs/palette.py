"""Every action by name: the command palette."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.actions import MENUS, Actions
from gui.dialogs.key_names import key_names
from gui.dialogs.parts import as_popup, run_popup
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row

_RECENT, _KEPT = "palette/recent", 6


class CommandPalette(QDialog):
    """Type to find an action by its name, pinyin initials or id; Enter runs it. Those used last come first."""

    def __init__(self, parent: QWidget | None, actions: Actions, settings: QSettings) -> None:
        super().__init__(parent)
        as_popup(self)
        self.setWindowTitle(self.tr("命令"))
        self._actions, self._settings = actions, settings
        self.chosen: str | None = None
        self.list = PickList(self.tr("找命令：名称、拼音首字母或代号"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.addWidget(self.list)
        self.setMinimumSize(560, 440)
        self.list.chosen.connect(self._choose)
        self.list.set_rows(self._rows())
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, actions: Actions, settings: QSettings) -> str | None:
        """Let the person choose an action and run it once the palette is gone. Returns its id, None when withdrawn."""
        dialog = cls(parent, actions, settings)
        run_popup(dialog)
        if dialog.chosen is not None:
            actions[dialog.chosen].trigger()
        return dialog.chosen

    def _recent(self) -> list[str]:
        value = self._settings.value(_RECENT, [])
        found = [str(v) for v in value] if isinstance(value, list) else [str(value)] if value else []
        return [action_id for action_id in found if action_id in self._actions]

    def _rows(self) -> list[Row]:
        recent = self._recent()
        menus = {key: self._actions.translated(text) for key, text in MENUS}
        rows: dict[str, Row] = {}
        for spec in self._actions.specs():
            action = self._actions[spec.id]
            if spec.id == "edit.palette":
                continue
            rows[spec.id] = Row(
                spec.id, action.text().rstrip("…"), detail=menus.get(spec.menu, ""),
                keys=key_names(self._actions.keys(spec))[:2], names=(spec.id,), enabled=action.isEnabled(),
            )  # fmt: skip
        first = [rows[action_id] for action_id in recent if action_id in rows]
        if not first:
            return list(rows.values())
        rest = [row for key, row in rows.items() if key not in recent]
        return [Row(None, self.tr("最近用过")), *first, Row(None, self.tr("全部命令")), *rest]

    def _choose(self, key: object) -> None:
        self.chosen = str(key)
        kept = [self.chosen, *(action_id for action_id in self._recent() if action_id != self.chosen)]
        self._settings.setValue(_RECENT, kept[:_KEPT])
        self.accept()
