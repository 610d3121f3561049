"""What a screen reader is told while the caret goes about.

PySide6 leaves parts of Qt's text interface out of Python's reach (attributes, the range of a selection), so the text is
spoken by announcements, as it is read with the eyes: a character, a word, a line.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from gui.text.navigator import Place
from gui.text.sheet import Sheet
from models.text import quote

LONGEST_STEP = 12
"""A step over more characters than this within a line is spoken as the line."""


def spoken(sheet: Sheet, before: int, place: Place) -> str:
    """What lies under the caret now: after a short step within a line what it passed or stands at, else the line."""
    offset, line_end = place
    display = sheet.display
    if abs(offset - before) <= LONGEST_STEP and sheet.spot(before).top == sheet.spot(offset, line_end=line_end).top:
        step = (offset, offset + 1) if abs(offset - before) <= 1 else (min(before, offset), max(before, offset))
        return quote(display.content, *step)
    n = display.paragraph(offset)
    low, high = sheet.line_of(offset, line_end=line_end)
    return quote(display.content, display.to_text(n, low), display.to_text(n, high))


def paragraph(sheet: Sheet, offset: int) -> str:
    """The words of the paragraph that `offset` stands in."""
    return sheet.display.bare(sheet.display.paragraph(offset))[0]


def announce(widget: QWidget, text: str) -> None:
    """Say it, where something listens."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
