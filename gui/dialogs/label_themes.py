"""The page of the theme taxonomy."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.key_names import key_names
from gui.dialogs.label_form import LabelForm
from gui.dialogs.parts import as_popup, faint, filled, plain, run_popup
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.i18n import named
from gui.workspace import Workspace
from models import taxonomy
from models.labels import LabelSet, Theme, add_theme, edit


class ThemesPage(QWidget):
    """The tree on the left, the current theme's fields on the right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.list = PickList(self.tr("找主题"))
        self.form = LabelForm(keyed=False)
        self.buttons: dict[str, QPushButton] = {}
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, name, text, key, slot in (
            (first, "add", self.tr("新增同级"), "Ctrl+N", lambda: self.add(below=False)),
            (first, "below", self.tr("新增下级"), "Ctrl+Shift+N", lambda: self.add(below=True)),
            (first, "up", "↑", "Alt+Up", lambda: self.shift(-1)),
            (first, "down", "↓", "Alt+Down", lambda: self.shift(1)),
            (first, "left", "←", "Alt+Left", self.lift),
            (first, "right", "→", "Alt+Right", self.deepen),
            (second, "retire", self.tr("停用"), "Ctrl+Del", self.retire),
            (second, "merge", self.tr("并入另一主题…"), "Ctrl+M", self.merge),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.setToolTip("  ".join(key_names((key,))))
            button.clicked.connect(slot)
            if len(text) == 1:
                button.setFixedWidth(34)
                button.setStyleSheet("padding: 4px 0;")
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
            row.addWidget(button)
            self.buttons[name] = button
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        for row in (first, second):
            row.setSpacing(6)
            row.addStretch(1)
            left.addLayout(row)
        body = QHBoxLayout(self)
        body.setSpacing(18)
        body.addLayout(left, 1)
        body.addWidget(self.form, 1)
        self.list.moved.connect(self._show)
        self.list.chosen.connect(lambda _key: self.form.zh.setFocus())
        self.form.edited.connect(self._edit)
        self.setFocusProxy(self.list)
        self.refresh()

    @property
    def _labels(self) -> LabelSet:
        return self._workspace.labels or LabelSet((), (), ())

    def _current(self) -> Theme | None:
        return self._labels.theme_by_id.get(str(self.list.current))

    def refresh(self, go_to: str | None = None) -> None:
        """Show the taxonomy as it is now."""
        here = go_to or self.list.current
        self.list.set_rows(self._row(theme, depth) for theme, depth in self._tree(None, 0))
        if here is not None:
            self.list.go_to(here)
        self._show(self.list.current)

    def _tree(self, parent: str | None, depth: int) -> Iterator[tuple[Theme, int]]:
        for theme in self._labels.children(parent):
            yield theme, depth
            yield from self._tree(theme.id, depth + 1)

    def _row(self, theme: Theme, depth: int) -> Row:
        into = self._labels.theme_by_id.get(theme.merged_into or "")
        note = filled(self.tr("并入%1"), named(into)) if into else self.tr("已停用") if theme.retired else ""
        return Row(theme.id, named(theme), note=note, names=(theme.zh, theme.en, theme.id), depth=depth,
                   above=" › ".join(named(t) for t in self._labels.path(theme.id)[:-1]))  # fmt: skip

    def _show(self, _key: object) -> None:
        theme = self._current()
        self.form.show_row(theme, self._use(theme) if theme else "")
        for name, button in self.buttons.items():
            button.setEnabled(theme is not None or name == "add")
        self.buttons["retire"].setText(self.tr("恢复") if theme and theme.retired else self.tr("停用"))
        if theme is not None and theme.retired:
            self.buttons["below"].setEnabled(False)

    def _use(self, theme: Theme) -> str:
        project = self._workspace.project
        if project is None:
            return ""
        tagged, proposed = taxonomy.use_of_theme(project, theme.id)
        return filled(self.tr("%1 个分段标了它，%2 个分段推荐它"), tagged, proposed)

    def _edit(self, theme_id: str, field: str, value: str) -> None:
        theme = self._labels.theme_by_id.get(theme_id)
        if theme is not None:
            self._workspace.apply(lambda: edit(theme, **{field: value}), self)

    def add(self, *, below: bool) -> None:
        """A new theme beside the current one or below it; its name is there to be typed over."""
        here, labels = self._current(), self._labels
        parent = (here.id if below else here.parent) if here else None
        while parent is not None and labels.theme_by_id[parent].retired:
            parent = labels.theme_by_id[parent].parent
        made = Theme(taxonomy.free_theme_id(labels, parent), self.tr("新主题"), "", parent)
        if self._workspace.apply(lambda: add_theme(labels, made), self):
            self.list.field.clear()
            self.refresh(made.id)
            self.form.zh.setFocus()
            self.form.zh.selectAll()

    def shift(self, by: int) -> None:
        """One place up or down among those of the same parent."""
        theme, labels = self._current(), self._labels
        if theme is not None:
            place = [t.id for t in labels.children(theme.parent)].index(theme.id) + by
            if 0 <= place < len(labels.children(theme.parent)):
                self._place(theme, theme.parent, place)

    def lift(self) -> None:
        """One level up, behind what was its parent."""
        theme, labels = self._current(), self._labels
        if theme is not None and theme.parent is not None:
            above = labels.theme_by_id[theme.parent]
            place = [t.id for t in labels.children(above.parent)].index(above.id) + 1
            self._place(theme, above.parent, place)

    def deepen(self) -> None:
        """One level down, to the end of what stands before it and is in use."""
        theme, labels = self._current(), self._labels
        if theme is not None:
            siblings = labels.children(theme.parent)
            before = siblings[: [t.id for t in siblings].index(theme.id)]
            host = next((t for t in reversed(before) if theme.retired or not t.retired), None)
            if host is not None:
                self._place(theme, host.id, len(labels.children(host.id)))

    def _place(self, theme: Theme, parent: str | None, place: int) -> None:
        labels = self._labels
        self._workspace.apply(lambda: taxonomy.place_theme(labels, theme.id, parent, place), self)
        self.refresh(theme.id)

    def retire(self) -> None:
        """Offer the theme no more, or again. Sections that carry it keep it."""
        theme, labels = self._current(), self._labels
        if theme is not None:
            make = taxonomy.restore_theme if theme.retired else taxonomy.retire_theme
            self._workspace.apply(lambda: make(labels, theme.id), self)
            self.refresh(theme.id)

    def merge(self) -> None:
        """Ask which theme takes the current one's tags over, say how many they are, and do it."""
        theme, project = self._current(), self._workspace.project
        if theme is None or project is None:
            return
        target = ThemeChooser.ask(self, self._labels, theme)
        if target is None:
            return
        tagged, proposed = taxonomy.use_of_theme(project, theme.id)
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("合并主题"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(filled(self.tr("把“%1”并入“%2”？"), named(theme), named(target)))
        box.setInformativeText(
            filled(self.tr("改写 %1 个分段的主题和 %2 个分段的推荐，“%3”随后停用。可以撤销。"),
                   tagged, proposed, named(theme))
        )  # fmt: skip
        yes = box.addButton(self.tr("合并"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.exec()
        agreed = box.clickedButton() is yes
        box.deleteLater()
        if agreed:
            self._workspace.apply(lambda: taxonomy.merge_theme(project, theme.id, target.id), self)
            self.refresh(target.id)


class ThemeChooser(QDialog):
    """One theme in use, other than a given one."""

    def __init__(self, parent: QWidget | None, labels: LabelSet, source: Theme) -> None:
        super().__init__(parent)
        as_popup(self)
        self.setWindowTitle(self.tr("合并主题"))
        self._labels = labels
        self.chosen: Theme | None = None
        self.list = PickList(self.tr("找主题"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.addWidget(plain(filled(self.tr("把“%1”并入哪个主题？"), named(source))))
        column.addWidget(self.list)
        column.addWidget(faint(self.tr("回车：选定    Esc：不改")))
        self.setMinimumSize(420, 420)
        rows = []
        for theme in labels.themes:
            if not theme.retired and theme.id != source.id:
                above = " › ".join(named(t) for t in labels.path(theme.id)[:-1])
                rows.append(Row(theme.id, named(theme), detail=above, names=(theme.zh, theme.en, theme.id)))
        self.list.set_rows(rows)
        self.list.chosen.connect(self._choose)
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, labels: LabelSet, source: Theme) -> Theme | None:
        """The chosen theme; None when withdrawn."""
        dialog = cls(parent, labels, source)
        run_popup(dialog)
        return dialog.chosen

    def _choose(self, key: object) -> None:
        self.chosen = self._labels.theme_by_id[str(key)]
        self.accept()
