"""Where the caret can go: by characters, words, lines of the screen and of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from gui.text.sheet import Sheet
from models.display import clings, line_after, line_before
from models.text import Span

WordsOf = Callable[[str], Sequence[Span]]
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+(?:[.,][0-9]+)*|.", re.DOTALL)

Place = tuple[int, bool]
"""An offset, and whether the caret stands behind the last character of a line that goes on below."""


def no_words(_paragraph: str) -> Sequence[Span]:
    """Knows no word."""
    return ()


class Navigator:
    """Moves over one sheet. What is not shown is passed over in one step."""

    def __init__(self, sheet: Sheet, words: WordsOf = no_words) -> None:
        self._sheet, self._words = sheet, words
        self._display = sheet.display

    # Characters -------------------------------------------------------------------------------------------------

    def next_character(self, offset: int) -> int:
        """One shown character on: whatever the eye takes as one."""
        n, unit = self._display.to_screen(offset)
        if unit >= self._display.shown(n).units:
            return self._display.starts[n + 1] if n + 1 < len(self._display) else self._display.ends[n]
        return self._display.to_text(n, self._sheet.laid(n).layout.nextCursorPosition(unit))

    def previous_character(self, offset: int) -> int:
        """One shown character back."""
        n, unit = self._display.to_screen(offset)
        if unit == 0 and n > 0:
            n -= 1
            if self._display.ends[n] < self._display.starts[n + 1]:
                return self._display.ends[n]
            unit = self._display.shown(n).units
        return self._display.to_text(n, self._sheet.laid(n).layout.previousCursorPosition(unit)) if unit else offset

    # Words ------------------------------------------------------------------------------------------------------

    def _word_spans(self, n: int) -> list[Span]:
        """The words of paragraph `n` as ranges of the text; its characters while the words are not known."""
        bare, offsets = self._display.bare(n)
        known = self._words(bare)
        spans = [(a, b) for a, b in known if 0 <= a < b <= len(bare)] or _plain_words(bare)
        found: list[Span] = []
        for a, b in spans:
            start, end = offsets[a], offsets[b - 1] + 1
            if found and not self._begins_character(start):
                found[-1] = found[-1][0], end
            else:
                found.append((start, end))
        return found

    def _begins_character(self, offset: int) -> bool:
        """Whether the caret can stand at `offset`: one character for the eye may be several code points."""
        n, unit = self._display.to_screen(offset)
        return self._sheet.laid(n).layout.isValidCursorPosition(unit)

    def _edges(self, n: int) -> list[int]:
        """Where the caret stops in paragraph `n` when it goes by words."""
        start, end = self._display.span(n)
        return sorted({start, end, *(a for a, _ in self._word_spans(n))})

    def next_word(self, offset: int) -> int:
        """The next edge of a word; from the end of a paragraph the beginning of the next."""
        n = self._display.paragraph(offset)
        if offset >= self._display.ends[n]:
            return self.next_character(offset)
        edges = self._edges(n)
        return edges[bisect_right(edges, offset)]

    def previous_word(self, offset: int) -> int:
        """The edge of a word before `offset`; from the beginning of a paragraph the end of the one above."""
        n = self._display.paragraph(offset)
        if offset <= self._display.starts[n]:
            return self.previous_character(offset)
        edges = self._edges(n)
        return edges[bisect_left(edges, offset) - 1]

    def word_at(self, offset: int) -> Span:
        """The word over the character at `offset`; at the end of a paragraph the last one."""
        n = self._display.paragraph(offset)
        start, end = self._display.span(n)
        spans = self._word_spans(n)
        k = bisect_right([a for a, _ in spans], min(max(offset, start), max(start, end - 1))) - 1
        return spans[k] if k >= 0 else (start, end)

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that shows `offset`."""
        return self._display.span(self._display.paragraph(offset))

    # Lines ------------------------------------------------------------------------------------------------------

    def line_start_after(self, offset: int) -> int:
        """The first character of the next line of the stored text that holds any."""
        return line_after(self._display.content, offset)

    def line_start_before(self, offset: int) -> int:
        """The first character of the stored line, or of the one before it when `offset` stands there already."""
        return line_before(self._display.content, offset)

    def line_edge(self, place: Place, *, end: bool) -> Place:
        """The beginning or the end of the screen's line."""
        offset, line_end = place
        n = self._display.paragraph(offset)
        low, high = self._sheet.line_of(offset, line_end=line_end)
        if not end:
            return self._display.to_text(n, low), False
        return self._display.to_text(n, high), high < self._display.shown(n).units

    def vertical(self, place: Place, by: float, x: float | None) -> tuple[Place, float]:
        """`by` pixels up or down at column `x` (None: the present one), and the column; at least by one line."""
        spot = self._sheet.spot(place[0], line_end=place[1])
        column = spot.x if x is None else x
        y = spot.top + spot.pitch / 2 + by
        while True:
            found = self._sheet.hit(column, y)
            there = self._sheet.spot(found[0], line_end=found[1])
            if by > 0 and there.top <= spot.top and y < self._sheet.height:
                y += spot.pitch / 2
            elif by < 0 and there.top >= spot.top and y > 0:
                y -= spot.pitch / 2
            else:
                return found, column


def _plain_words(bare: str) -> list[Span]:
    """Runs of Latin letters and digits, and every other character by itself."""
    found: list[Span] = []
    for hit in _PLAIN_WORD.finditer(bare):
        joined = found and (clings(bare[hit.start()]) or bare[hit.start() - 1] == "\u200d")
        if joined:
            found[-1] = (found[-1][0], hit.end())
        else:
            found.append(hit.span())
    return found
