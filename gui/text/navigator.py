"""Where the caret can go: by character, word, line, screen line, paragraph, page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from gui.text.layouts import Layouts
from models.text import Span

WordsOf = Callable[[str], Sequence[Span]]


class Navigator:
    """Moves over one text. Offsets that are not shown (blank lines, page breaks) are passed over in one step."""

    def __init__(self, layouts: Layouts, words: WordsOf) -> None:
        self._layouts, self._words = layouts, words

    @property
    def _map(self):  # noqa: ANN202  the map changes with the outline
        return self._layouts.map

    def next_char(self, offset: int) -> int:
        """One shown character on."""
        n = self._map.paragraph_at(offset)
        paragraph = self._map.paragraphs[n]
        if offset >= paragraph.end:
            return self._map.paragraphs[n + 1].start if n + 1 < len(self._map.paragraphs) else paragraph.end
        for a, b in self._map.breaks_in(paragraph.start, paragraph.end):
            if a <= offset < b:
                return b
        return max(offset + 1, paragraph.start)

    def previous_char(self, offset: int) -> int:
        """One shown character back."""
        n = self._map.paragraph_at(offset)
        paragraph = self._map.paragraphs[n]
        if offset <= paragraph.start:
            return self._map.paragraphs[n - 1].end if n else paragraph.start
        if offset > paragraph.end:
            return paragraph.end
        for a, b in self._map.breaks_in(paragraph.start, paragraph.end):
            if a < offset <= b:
                return a
        return offset - 1

    def _edges(self, n: int) -> list[int]:
        """The edges of the words in a paragraph, as offsets; of its characters while the words are not known."""
        paragraph = self._map.paragraphs[n]
        content = self._map.content[paragraph.start : paragraph.end]
        words = self._words(content)
        if not words:
            return list(range(paragraph.start, paragraph.end + 1))
        edges = {paragraph.start, paragraph.end}
        for a, b in words:
            edges.update((paragraph.start + a, paragraph.start + b))
        return sorted(edges)

    def next_word(self, offset: int) -> int:
        """To the next edge of a word."""
        n = self._map.paragraph_at(offset)
        if offset >= self._map.paragraphs[n].end:
            return self.next_char(offset)
        edges = self._edges(n)
        return edges[min(bisect_right(edges, offset), len(edges) - 1)]

    def previous_word(self, offset: int) -> int:
        """To the previous edge of a word."""
        n = self._map.paragraph_at(offset)
        if offset <= self._map.paragraphs[n].start:
            return self.previous_char(offset)
        edges = self._edges(n)
        return edges[max(0, bisect_left(edges, offset) - 1)]

    def word_at(self, offset: int) -> Span:
        """The word over the character at `offset`."""
        n = self._map.paragraph_at(offset)
        paragraph = self._map.paragraphs[n]
        offset = min(max(offset, paragraph.start), max(paragraph.start, paragraph.end - 1))
        for a, b in pairwise(self._edges(n)):
            if a <= offset < b:
                return a, b
        return paragraph.start, paragraph.end

    def paragraph_of(self, offset: int) -> Span:
        """The whole paragraph that `offset` stands in."""
        paragraph = self._map.paragraphs[self._map.paragraph_at(offset)]
        return paragraph.start, paragraph.end

    def line_start_after(self, offset: int) -> int:
        """Where the next line of the text begins (soft breaks are no lines)."""
        starts = self._map.line_starts
        n = bisect_right(starts, offset)
        return starts[n] if n < len(starts) else len(self._map.content)

    def line_start_before(self, offset: int) -> int:
        """Where the line of the text before `offset` begins."""
        starts = self._map.line_starts
        return starts[max(0, bisect_left(starts, offset) - 1)] if starts else 0

    def screen_line(self, offset: int) -> Span:
        """The first and last offset of the screen line."""
        return self._layouts.line_edges(offset)

    def vertical(self, offset: int, by: float, x: float | None) -> tuple[int, float]:
        """The offset `by` pixels below, at the column `x` kept from before (None: the present one)."""
        rect = self._layouts.caret(offset)
        column = rect.left() if x is None else x
        y = rect.center().y() + by
        y = min(max(y, 0.0), max(0.0, self._layouts.height - 1))
        found = self._layouts.offset_at(column, y)
        step = self._layouts.style.pitch("body") / 2
        while found == offset and 0 < y < self._layouts.height - 1:
            y += step if by > 0 else -step
            found = self._layouts.offset_at(column, y)
        return found, column
