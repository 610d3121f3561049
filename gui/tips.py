"""Texts of tooltips, where Qt takes for markup whatever looks like it."""

from __future__ import annotations

from PySide6.QtCore import Qt as Core
from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """What a tooltip must be given so that it shows exactly these words, whoever wrote them."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def tip_or_said(role: int, text: str) -> str:
    """The text for a tooltip, or where `role` asks for the words that are read aloud those."""
    return tip(text) if role == Core.ItemDataRole.ToolTipRole else text
