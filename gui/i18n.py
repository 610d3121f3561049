"""The language of the interface. Chinese is written in the source, English in `resources/i18n/jiaozhu_en.ts`.

`python -m gui.catalogue` brings the .ts up to date with the source and compiles it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

import resources

CHINESE, ENGLISH = "zh", "en"
LANGUAGES = ((CHINESE, "中文"), (ENGLISH, "English"))
"""Each language under its own name, as a language list shows them."""

SETTING = "view/language"
FOLDER = Path(resources.__file__).parent / "i18n"
TS = FOLDER / "jiaozhu_en.ts"
QM = FOLDER / "jiaozhu_en.qm"
_OWNED = "interface-language"


def language(settings: QSettings) -> str:
    """The interface language that is set; Chinese where none is."""
    value = str(settings.value(SETTING, CHINESE))
    return value if value in dict(LANGUAGES) else CHINESE


def current() -> str:
    """The language that texts come in now: what the loaded catalogue says it is."""
    return QCoreApplication.translate("Language", "zh")


class Named(Protocol):
    """What has a name in both languages: a label, a kind, a theme."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


def named(row: Named) -> str:
    """The row's name in the interface language, in the other one where it has none."""
    return (row.en or row.zh) if current() == ENGLISH else (row.zh or row.en)


def install(app: QCoreApplication, settings: QSettings) -> str:
    """Give the program its language, in place of the one it had; windows made before keep theirs. Returns it."""
    chosen = language(settings)
    for old in app.findChildren(QTranslator, _OWNED):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale("zh_CN" if chosen == CHINESE else "en_GB"))
    if chosen == CHINESE:
        # Qt's own words (确定, 取消, the menus of input fields) are English in its source.
        _load(app, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm")
    else:
        _load(app, QM)
    return chosen


def _load(app: QCoreApplication, path: Path) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_OWNED)
    if translator.load(str(path)):
        app.installTranslator(translator)
