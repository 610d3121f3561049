"""Looking at things: zoom, page marks, dark, which part of the window has the focus, finding, help."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui import ask
from gui.main_window import MainWindow
from gui.preferences import COLOURS, DOUBTFUL_FIRST, PAGE_BREAKS, SPACING, ZOOM, colours, is_dark, number
from gui.preferences import DARK as DARK_SETTING
from gui.theme import DARK, LIGHT, application_stylesheet, palette
from models.text import Span

ZOOM_STEP = 1.1


class ViewCommands(QObject):
    """Actions of the view and help menus, and the find bar."""

    look_changed = Signal()
    """Colours, zoom, spacing or page marks are other ones now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._view, self._settings = window, window.view, window.settings
        table = window.action_table
        for name, slot in {
            "view.zoom_in": lambda: self.zoom(self._view.zoom * ZOOM_STEP),
            "view.zoom_out": lambda: self.zoom(self._view.zoom / ZOOM_STEP),
            "view.zoom_reset": lambda: self.zoom(1.0),
            "view.library": window.library.setFocus,
            "view.tools": lambda: window.tools.currentWidget().setFocus(),
            "view.text": self.back_to_text,
            "view.history": lambda: window.tools.setCurrentWidget(window.history),
            "edit.copy": self._view.copy,
            "edit.find": self.find,
            "edit.find_next": window.find_bar.find_next,
            "edit.find_previous": window.find_bar.find_previous,
            "edit.palette": lambda: ask.command(window, table, window.settings),
            "help.keys": lambda: ask.keys(window, table),
            "help.guidelines": self.guidelines,
            "help.about": lambda: ask.about(window),
            "project.settings": lambda: ask.settings(window, window.settings, self.apply_settings),
            "statistics.project": lambda: ask.statistics(window, window.workspace),
        }.items():
            table.connect(name, slot)
        for name, key, on in (("view.page_breaks", PAGE_BREAKS, True), ("view.dark", DARK_SETTING, False)):
            table[name].setCheckable(True)
            table[name].setChecked(self._settings.value(key, on, bool))
            table[name].toggled.connect(lambda value, key=key: self._toggle(key, value))
        self._connect_order()
        self._view.zoom_changed.connect(lambda factor: self._settings.setValue(ZOOM, factor))
        window.find_bar.hits_changed.connect(self._show_hits)
        window.find_bar.closed.connect(self.back_to_text)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.apply_settings()

    def _connect_order(self) -> None:
        """The library's order: the action and the library's own menu say the same, and it is remembered."""
        action, sieve = self._window.action_table["view.doubtful"], self._window.library.sieve_button
        action.setCheckable(True)
        sieve.order_changed.connect(action.setChecked)
        sieve.order_changed.connect(lambda on: self._settings.setValue(DOUBTFUL_FIRST, on))
        action.toggled.connect(sieve.set_doubtful)
        action.setChecked(self._settings.value(DOUBTFUL_FIRST, False, bool))

    def _toggle(self, key: str, value: bool) -> None:
        if key == DARK_SETTING:
            self._settings.setValue(COLOURS, "dark" if value else "light")
        self._settings.setValue(key, value)
        self.apply_settings()

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if colours(self._settings) == "system":
            self.apply_settings()

    def apply_settings(self) -> None:
        """Bring theme, zoom and page marks to what the settings say."""
        theme = DARK if is_dark(self._settings) else LIGHT
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(theme))
            app.setStyleSheet(application_stylesheet(theme))
        self._view.set_theme(theme)
        for panel in (self._window.library, self._window.outline, self._window.mentions, self._window.themes,
                      self._window.comments, self._window.history):  # fmt: skip
            panel.set_theme(theme)
        self._view.set_page_breaks_shown(self._settings.value(PAGE_BREAKS, True, bool))
        self._view.set_zoom(number(self._settings, ZOOM, 1.0))
        self._view.set_spacing(number(self._settings, SPACING, 1.6))
        breaks = bool(self._settings.value(PAGE_BREAKS, True, bool))
        for name, on in (("view.dark", theme.dark), ("view.page_breaks", breaks)):
            action = self._window.action_table[name]
            action.blockSignals(True)
            action.setChecked(on)
            action.blockSignals(False)
        self.look_changed.emit()

    def zoom(self, factor: float) -> None:
        """Show the text larger or smaller, and remember it."""
        factor = min(4.0, max(0.5, factor))
        self._view.set_zoom(factor)
        self._settings.setValue(ZOOM, factor)
        self.look_changed.emit()

    def _show_hits(self, hits: list[Span], current: Span | None) -> None:
        self._view.set_find_hits(hits, hits.index(current) if current in hits else None)

    def back_to_text(self) -> None:
        """Close the find bar and give the focus to the text; from the welcome page, to the desk."""
        if self._window.stack.currentWidget() is self._window.welcome:
            self._window.mode.review_requested.emit(False)
            return
        if not self._window.find_bar.isHidden():
            self._window.find_bar.hide()
            self._view.set_find_hits([], None)
        self._view.clear_selection()
        self._view.setFocus()

    def find(self) -> None:
        """Open the find bar, with the selected words in it."""
        session, spans = self._window.workspace.session, self._view.selection
        if session is None:
            return
        words = session.text.content[spans[0][0] : spans[0][1]] if spans else ""
        self._window.find_bar.open(words.split("\n")[0])

    def guidelines(self) -> None:
        """Show the label guidelines of the project."""
        labels = self._window.workspace.labels
        if labels is not None:
            ask.guidelines(self._window, labels)
