"""How the program looks: language, colours, size, page marks, spacing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from gui import i18n
from gui.cards.check_box import CheckBox
from gui.dialogs.choice import Choice
from gui.dialogs.parts import buttons, faint, run
from gui.preferences import COLOURS, DARK, LANGUAGE, PAGE_BREAKS, SPACING, ZOOM, colours, is_dark, number


class SettingsDialog(QDialog):
    """Everything holds at once; only the language waits for the next start."""

    def __init__(self, parent: QWidget | None, settings: QSettings, changed: Callable[[], object] | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("设置"))
        self._settings, self._changed = settings, changed
        self.language = Choice(self.tr("界面语言"))
        for code, name in i18n.LANGUAGES:
            self.language.addItem(name, code)
        self.language.choose(i18n.language(settings))
        self._restart = faint(self.tr("下次启动时换成新的语言。"))
        self.colours = Choice(self.tr("颜色"))
        for code, name in (("light", self.tr("浅色")), ("dark", self.tr("深色")), ("system", self.tr("随系统"))):
            self.colours.addItem(name, code)
        self.colours.choose(colours(settings))
        self.zoom = Choice(self.tr("正文大小"))
        self._fill(self.zoom, (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0), number(settings, ZOOM, 1.0), "{:.0%}")
        self.spacing = Choice(self.tr("行距"))
        self._fill(self.spacing, (1.4, 1.6, 1.8, 2.0, 2.2), number(settings, SPACING, 1.6), "{:.1f}")
        self.page_breaks = CheckBox(self.tr("用 ¶ 标出原来页面上的换行"))
        self.page_breaks.setChecked(bool(settings.value(PAGE_BREAKS, True, bool)))
        self._lay_out()
        self.language.currentIndexChanged.connect(self._set_language)
        self.colours.currentIndexChanged.connect(lambda _n: self._set(COLOURS, self.colours.currentData()))
        self.zoom.currentIndexChanged.connect(lambda _n: self._set(ZOOM, self.zoom.currentData()))
        self.spacing.currentIndexChanged.connect(lambda _n: self._set(SPACING, self.spacing.currentData()))
        self.page_breaks.toggled.connect(lambda value: self._set(PAGE_BREAKS, value))

    @classmethod
    def ask(cls, parent: QWidget, settings: QSettings, changed: Callable[[], object] | None = None) -> None:
        """Show the settings; `changed` is called after each that is set."""
        dialog = cls(parent, settings, changed)
        run(dialog)
        dialog.deleteLater()

    @staticmethod
    def _fill(choice: Choice, values: tuple[float, ...], now: float, pattern: str) -> None:
        """The usual values, and the present one where it is none of them (zooming goes by finer steps)."""
        near = next((value for value in values if abs(value - now) < 0.005), None)
        for value in sorted({*values} if near is not None else {*values, now}):
            choice.addItem(pattern.format(value), value)
        choice.choose(now if near is None else near)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(18)
        form.addRow(self.tr("界面语言"), self.language)
        form.addRow("", self._restart)
        form.addRow(self.tr("颜色"), self.colours)
        form.addRow(self.tr("正文大小"), self.zoom)
        form.addRow(self.tr("行距"), self.spacing)
        form.addRow(self.tr("页面换行"), self.page_breaks)
        self._show_restart()
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons(self))
        self.setMinimumWidth(400)

    def _set_language(self) -> None:
        self._set(LANGUAGE, self.language.currentData())
        self._show_restart()

    def _show_restart(self) -> None:
        self._restart.setVisible(self.language.currentData() != i18n.current())

    def _set(self, key: str, value: object) -> None:
        self._settings.setValue(key, value)
        if key == COLOURS:
            self._settings.setValue(DARK, is_dark(self._settings))
        if self._changed is not None:
            self._changed()
