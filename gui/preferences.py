"""What the program remembers of how it is to look: the names of the settings, and what they say."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication

from gui import i18n

LANGUAGE = i18n.SETTING
COLOURS = "view/colours"
DARK = "view/dark"
ZOOM = "view/zoom"
PAGE_BREAKS = "view/page_breaks"
SPACING = "view/spacing"
UNCERTAIN_FIRST = "suggestion/uncertain_first"
DOUBTFUL_FIRST = "library/doubtful_first"


def number(settings: QSettings, key: str, default: float) -> float:
    """A setting that is a number; the default where it is none."""
    try:
        return float(str(settings.value(key, default)))
    except ValueError:
        return default


def colours(settings: QSettings) -> str:
    """light, dark or system; where nobody chose, what the menu's switch says."""
    chosen = str(settings.value(COLOURS, ""))
    if chosen == "system":
        return chosen
    return "dark" if settings.value(DARK, False, bool) else "light"


def is_dark(settings: QSettings) -> bool:
    """Whether the window is to be dark now: as chosen, or as the system is."""
    chosen = str(settings.value(COLOURS, "light"))
    if chosen == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return chosen == "dark"
