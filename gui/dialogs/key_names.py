"""How keys are written on screen: short, with arrows, in the interface language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QKeyCombination
from PySide6.QtGui import QKeySequence

_SIGNS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "⏎",
    "Enter": "⏎",
    "PgUp": "PgUp",
    "PgDown": "PgDn",
}
_WORDS = {
    "Space": QT_TRANSLATE_NOOP("KeyNames", "空格"),
    "Backspace": QT_TRANSLATE_NOOP("KeyNames", "退格"),
}


def key_name(key: str) -> str:
    """A portable key such as Ctrl+Shift+Left as it is written on screen: Ctrl Shift ←."""
    keys = [_one(QKeySequence(key)[n]) for n in range(QKeySequence(key).count())]
    return "  ".join(keys)


def _one(key: QKeyCombination) -> str:
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    parts = text[:-1].split("+") if text.endswith("++") else text.split("+")
    parts = [p for p in parts if p] + (["+"] if text.endswith("+") else [])
    *modifiers, last = parts
    if last in _WORDS:
        last = QCoreApplication.translate("KeyNames", _WORDS[last])
    return " ".join([*modifiers, _SIGNS.get(last, last)])


def key_names(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys as they are written, each once, those that cannot be typed left out."""
    return tuple(dict.fromkeys(name for name in map(key_name, keys) if name and name != "Shift Backtab"))
