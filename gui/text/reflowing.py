"""Finding the page's own line breaks in a long text without keeping anyone waiting: a part at once, the rest by and by.

The breaks depend on a few lines around them alone, so parts that overlap by more than that give what the whole gives.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from models.reflow import leftovers, soft_breaks
from models.text import Span

PART = 30_000
"""Characters looked at in one go: a few milliseconds each ten thousand."""
DICTIONARY = "rjieba"
"""The module that `models.reflow` loads where a text asks for it, in a tenth of a second."""
SETTLED = 250
"""Milliseconds after which the first page has been painted and the dictionary may be loaded."""
_AROUND = 40
"""Lines before and after a part that are looked at with it."""

Found = tuple[list[Span], list[Span]]
"""Soft breaks and leftovers."""


def parts(content: str, size: int = PART) -> Iterator[Found]:
    """Soft breaks and leftovers of a text, part by part from the beginning."""
    start = 0
    while start < len(content):
        end = content.find("\n", start + size) + 1 or len(content)
        low, high = _lines_away(content, start, -_AROUND), _lines_away(content, end, _AROUND)
        around = content[low:high]
        yield (
            [(a + low, b + low) for a, b in soft_breaks(around) if start <= a + low < end],
            [(a + low, b + low) for a, b in leftovers(around) if start <= a + low < end],
        )
        start = end


def _lines_away(content: str, offset: int, lines: int) -> int:
    """The beginning of the line that stands so many lines with text in them after (before) a line's beginning."""
    while lines > 0 and offset < len(content):
        end = content.find("\n", offset) + 1 or len(content)
        lines -= not content[offset:end].isspace()
        offset = end
    while lines < 0 < offset:
        begin = content.rfind("\n", 0, offset - 1) + 1
        lines += not content[begin:offset].isspace()
        offset = begin
    return offset


class Reflowing(QObject):
    """Looks for the breaks of one text at a time; `done(content, found)` is called once the whole is known."""

    def __init__(self, done: Callable[[str, Found], None], parent: QObject) -> None:
        super().__init__(parent)
        self._done = done
        self._content = ""
        self._rest: Iterator[Found] = iter(())
        self._found: Found = ([], [])
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def begin(self, content: str) -> Found:
        """What is found in the first part; the rest is looked for while the program has nothing else to do.

        Before the dictionary is loaded nothing is found at once: the first page must not wait for it.
        """
        self._content, self._found = content, ([], [])
        self._rest = parts(content)
        ready = DICTIONARY in sys.modules
        if ready:
            self._take(next(self._rest, None))
        if not ready or len(content) > PART:
            self._timer.start(0 if ready else SETTLED)
        else:
            self._timer.stop()
        return self._found

    def stop(self) -> None:
        """Forget the text."""
        self._timer.stop()
        self._content, self._rest = "", iter(())

    def _take(self, part: Found | None) -> None:
        for known, new in zip(self._found, part or ([], []), strict=True):
            known.extend(new)

    def _next(self) -> None:
        self._timer.setInterval(0)
        part = next(self._rest, None)
        self._take(part)
        if part is None:
            self._timer.stop()
            self._done(self._content, self._found)
