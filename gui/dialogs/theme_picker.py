"""The themes of a section: type to find, the ranked suggestions first, each choice applied at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import as_popup, faint, filled, listed, plain, run_popup
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.guidelines import guideline
from gui.i18n import named
from gui.tips import tip
from models.labels import LabelSet, Theme
from models.outline import Section

_SHOWN_WORDS = 4
Changed = Callable[[tuple[str, ...]], object]


class ThemePicker(QDialog):
    """Space, Enter or a click takes a theme or lets it go; Ctrl+Enter or Esc closes. Nothing waits for an OK."""

    def __init__(self, parent: QWidget | None, labels: LabelSet, section: Section, changed: Changed) -> None:
        super().__init__(parent)
        as_popup(self)
        self.setWindowTitle(self.tr("主题"))
        self._labels, self._section, self._changed = labels, section, changed
        self.themes = section.themes
        self.list = PickList(self.tr("找主题：汉字、拼音首字母、英文或代号"), toggling=True)
        self._taken = plain(wrap=True)
        self._path = faint()
        self._hints = faint(self.tr("空格或回车：选、不选    1–9：推荐    Ctrl+回车：完成"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        for part in (self._taken, self.list, self._path, self._hints):
            column.addWidget(part)
        self.resize(460, 520)
        self.setMinimumSize(460, 520)
        self.list.chosen.connect(self._toggle)
        self.list.moved.connect(self._show_path)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        self._refresh()
        self._show_path(self.list.current)
        self.list.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, labels: LabelSet, section: Section, changed: Changed, at: QPoint | None = None
    ) -> tuple[str, ...]:
        """Let the person choose; `changed(themes)` hears of each step. `at` is a place on the screen.

        Returns the section's themes in the end.
        """
        dialog = cls(parent, labels, section, changed)
        run_popup(dialog, at)
        return dialog.themes

    def _toggle(self, key: object) -> None:
        theme = str(key)
        self.themes = tuple(t for t in self.themes if t != theme) if theme in self.themes else (*self.themes, theme)
        self._changed(self.themes)
        self._refresh()
        self.list.field.selectAll()

    def _refresh(self) -> None:
        chosen = listed(self._name(t) for t in self.themes)
        self._taken.setText(filled(self.tr("已选：%1"), chosen) if chosen else self.tr("还没有主题"))
        self.list.set_rows(self._rows())

    def _rows(self) -> Iterator[Row]:
        known = self._labels.theme_by_id
        proposed = [s for s in self._section.suggested if s.id in known and not known[s.id].retired]
        if proposed:
            yield Row(None, self.tr("推荐"))
        for n, suggestion in enumerate(proposed, 1):
            words = " ".join(suggestion.words[:_SHOWN_WORDS])
            yield self._row(known[suggestion.id], note=words, number=str(n) if n < 10 else "")
        lost = [t for t in self._section.themes if t not in known or known[t].retired]
        if lost:
            yield Row(None, self.tr("已停用，仍在本段"))
        for key in lost:
            yield Row(key, self._name(key), checked=key in self.themes, names=(key,))
        if proposed or lost:
            yield Row(None, self.tr("全部主题"))
        for theme in self._tree(None):
            above = self._labels.path(theme.id)[:-1]
            yield self._row(theme, depth=sum(not t.retired for t in above))

    def _tree(self, parent: str | None) -> Iterator[Theme]:
        for theme in self._labels.children(parent):
            if not theme.retired:
                yield theme
            yield from self._tree(theme.id)

    def _row(self, theme: Theme, *, note: str = "", number: str = "", depth: int = 0) -> Row:
        above = " › ".join(named(t) for t in self._labels.path(theme.id)[:-1])
        return Row(theme.id, named(theme), detail="" if depth else above, note=note, number=number,
                   checked=theme.id in self.themes, names=(theme.zh, theme.en, theme.id), depth=depth,
                   above=above)  # fmt: skip

    def _name(self, theme: str) -> str:
        found = self._labels.theme_by_id.get(theme)
        return named(found) if found else theme

    def _show_path(self, key: object) -> None:
        theme = self._labels.theme_by_id.get(str(key))
        if theme is None:
            self._path.setText(str(key or ""))
            return
        path = " › ".join(named(t) for t in self._labels.path(theme.id))
        self._path.setText(f"{path}    {theme.id}")
        self._path.setToolTip(tip(guideline(theme)))
        self._path.setAlignment(Qt.AlignmentFlag.AlignLeft)
