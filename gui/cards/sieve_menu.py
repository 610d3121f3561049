"""The menu that narrows the library down by status, theme and label, and chooses its order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.names import label_name, status_name, theme_name
from models.bulletins import STATUSES
from models.labels import LabelSet
from models.library import Sieve


class _StayingMenu(QMenu):
    """A menu that stays open while one checks several entries."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)


class SieveButton(QToolButton):
    """Holds what is chosen besides the typed text; says so on itself."""

    changed = Signal()
    order_changed = Signal(bool)  # whether the least certain come first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="choice")
        self._chosen: dict[str, set[str]] = {"status": set(), "theme": set(), "label": set()}
        self.archived = self.doubtful = False
        self._labels: LabelSet | None = None
        self._menu = _StayingMenu(self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("按状态、主题、标签筛选，选择次序"))
        self.setAccessibleName(self.tr("按状态、主题、标签筛选，选择次序"))
        self._menu.aboutToShow.connect(self._fill)
        self._name()

    def set_labels(self, labels: LabelSet | None) -> None:
        """The label set of the project; choices that it does not know are dropped."""
        self._labels = labels
        known = {"theme": labels.theme_by_id, "label": labels.label_by_id} if labels else {"theme": {}, "label": {}}
        for kind, ids in known.items():
            self._chosen[kind] &= set(ids)
        self._name()

    def sieve(self, text: str) -> Sieve:
        """The whole filter with what was typed."""
        chosen = {kind: frozenset(ids) for kind, ids in self._chosen.items()}
        return Sieve(text, chosen["status"], chosen["theme"], chosen["label"], self.archived)

    def clear(self) -> None:
        """Let everything through; archived bulletins stay as they are."""
        for ids in self._chosen.values():
            ids.clear()
        self._name()

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addSection(self.tr("状态"))
        for status in STATUSES:
            self._add(self._menu, "status", status, status_name(status))
        self._menu.addSection(self.tr("含有"))
        labels = self._labels
        themes, names = _StayingMenu(self.tr("主题"), self._menu), _StayingMenu(self.tr("标签"), self._menu)
        for theme in labels.themes if labels else ():
            depth = len(labels.path(theme.id)) - 1 if labels else 0
            self._add(themes, "theme", theme.id, "　" * depth + theme_name(labels, theme.id))
        for label in labels.labels if labels else ():
            self._add(names, "label", label.id, label_name(labels, label.id))
        self._menu.addMenu(themes)
        self._menu.addMenu(names)
        self._menu.addSection(self.tr("次序"))
        doubtful = self._menu.addAction(self.tr("最不确定的在前"))
        doubtful.setToolTip(self.tr("还没有人动过的刊物，预标注最没把握的排在前面：先标它们，引擎学到的最多。"))
        doubtful.setCheckable(True)
        doubtful.setChecked(self.doubtful)
        doubtful.toggled.connect(self.set_doubtful)
        self._menu.addSeparator()
        archived = self._menu.addAction(self.tr("连同已归档的"))
        archived.setCheckable(True)
        archived.setChecked(self.archived)
        archived.toggled.connect(self._set_archived)
        clear = self._menu.addAction(self.tr("清除筛选"))
        clear.setEnabled(any(self._chosen.values()))
        clear.triggered.connect(self._clear)

    def _add(self, menu: QMenu, kind: str, key: str, text: str) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(key in self._chosen[kind])
        action.toggled.connect(lambda on: self._set(kind, key, on))
        return action

    def _set(self, kind: str, key: str, on: bool) -> None:
        (self._chosen[kind].add if on else self._chosen[kind].discard)(key)
        self._name()
        self.changed.emit()

    def _set_archived(self, on: bool) -> None:
        self.archived = on
        self.changed.emit()

    def set_doubtful(self, on: bool) -> None:
        """Let the bulletins whose suggestions are least certain come first, or not."""
        if on != self.doubtful:
            self.doubtful = on
            self.order_changed.emit(on)
            self.changed.emit()

    def _clear(self) -> None:
        self.clear()
        self.changed.emit()

    def _name(self) -> None:
        count = sum(len(ids) for ids in self._chosen.values())
        self.setText(f"{count} ▾" if count else "▾")
        self.setProperty("on", bool(count))


class MineButton(QToolButton):
    """Only what is assigned to the annotator: there where something is, and on at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="choice")
        self.setText(self.tr("我的"))
        self.setToolTip(self.tr("只看分派给我的"))
        self.setAccessibleName(self.tr("只看分派给我的"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def offer(self, on: bool) -> None:
        """Show the button, pressed; or hide it, so that whoever has nothing assigned is not bothered."""
        self.setVisible(on)
        self.setChecked(on)

    @property
    def narrows(self) -> bool:
        """Whether only what is assigned is to be shown."""
        return not self.isHidden() and self.isChecked()
