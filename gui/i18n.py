"""The language of the interface. Chinese is written in the source, English in `resources/i18n/jiaozhu_en.ts`.

`python -m gui.i18n` brings the .ts up to date with the source and compiles it; with --check it only says what is wrong.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import PySide6
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


# Keeping the catalogue up to date ------------------------------------------------------------------------------------


def _tool(name: str, *words: str | Path) -> None:
    folder = Path(PySide6.__file__).parent
    found = next((p for p in (folder / name, folder / f"{name}.exe") if p.exists()), Path(name))
    done = subprocess.run([found, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stderr or done.stdout}")


def extract(ts: Path) -> None:
    """Bring a .ts up to date with the source: what is new is added unfinished, what vanished goes."""
    source = Path(__file__).parent
    files = [str(p) for p in sorted(source.rglob("*.py"))]
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "files.lst"
        listed.write_text("\n".join(files), encoding="utf-8")
        _tool("lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language", "zh_CN",
              "-target-language", "en", f"@{listed}", "-ts", ts)  # fmt: skip


def compile_ts(ts: Path, qm: Path) -> None:
    """Compile a .ts to the .qm that the program loads; unfinished translations stay out."""
    _tool("lrelease", "-silent", ts, "-qm", qm)


def messages(ts: Path) -> dict[tuple[str, str, str], tuple[str, ...] | None]:
    """Context, source and remark of every message of a .ts, with its translation's forms; None where unfinished."""
    found: dict[tuple[str, str, str], tuple[str, ...] | None] = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            node = message.find("translation")
            forms = [f.text or "" for f in node.iter("numerusform")] if node is not None else []
            if node is not None and not forms:
                forms = [node.text or ""]
            done = node is not None and node.get("type") is None and all(forms)
            found[key] = tuple(forms) if done else None
    return found


def problems() -> list[str]:
    """What is wrong with the catalogue: source strings it lacks, unfinished ones, a .qm that is not its .ts compiled."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        fresh, compiled = Path(folder) / TS.name, Path(folder) / QM.name
        extract(fresh)
        known = messages(TS) if TS.exists() else {}
        source = messages(fresh)
        found += [f"missing: {c}: {s}" for c, s, r in source if (c, s, r) not in known]
        found += [f"not in the source any more: {c}: {s}" for c, s, r in known if (c, s, r) not in source]
        found += [f"unfinished: {c}: {s}" for (c, s, _r), forms in known.items() if forms is None]
        if TS.exists():
            compile_ts(TS, compiled)
            if not QM.exists() or QM.read_bytes() != compiled.read_bytes():
                found.append(f"{QM.name} is not {TS.name} compiled")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Update and compile the catalogue, or check it. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m gui.i18n", description="Keep the English catalogue up to date.")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is wrong")
    if parser.parse_args(argv).check:
        found = problems()
        print("\n".join(found) or "The catalogue is complete.")
        return 1 if found else 0
    extract(TS)
    compile_ts(TS, QM)
    rows = messages(TS)
    print(f"{len(rows)} messages, {sum(forms is None for forms in rows.values())} unfinished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
