"""What the screen shows of a text, and the only converter between the two.

Stored: code points of the immutable text. Shown: paragraphs, counted from 0, and in each of them UTF-16 positions, as
Qt counts. Lines that only the page broke are joined, white space at a paragraph's ends and blank lines are not shown,
characters that would break Qt's line are replaced one for one. Nothing of that moves an offset.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.text import Span

LONGEST = 2000
"""A paragraph longer than this (in code points) is cut for display; no character is inserted."""

_STAND_INS = str.maketrans({"\f": "\u2404", "\v": "\u240b", "\x85": "\u2424", "\u2028": "\u2424", "\u2029": "\u2424",
                            "\x1c": "\u241c", "\x1d": "\u241d", "\x1e": "\u241e", "\ufeff": "\u2063",
                            "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})  # fmt: skip
_SENTENCE_ENDS = "。！？；!?;"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A shown paragraph: [start, end) of the text. `gap`: a blank line stands before it; `opens`: it begins a line of
    the text rather than going on after a cut."""

    start: int
    end: int
    gap: bool
    opens: bool


class DisplayMap:
    """Paragraphs of a text and the way between offsets and places in them.

    `breaks` are the soft breaks of `models.reflow`; `cuts` offsets at which a paragraph must begin (section starts);
    `mark` is shown in place of a soft break, a space instead where Latin words meet.
    """

    def __init__(self, content: str, breaks: Sequence[Span] = (), cuts: Sequence[int] = (), *, mark: str = "¶") -> None:
        self.content = content
        self.mark = mark
        self._breaks = list(breaks)
        self._break_starts = [a for a, _ in self._breaks]
        self._base = list(self._lines())
        self._tables: dict[Span, array[int] | None] = {}
        self.set_cuts(cuts)

    def set_cuts(self, cuts: Sequence[int]) -> None:
        """Let paragraphs begin at other offsets; the rest stays."""
        found: list[Paragraph] = []
        for base in self._base:
            low = bisect_right(cuts, base.start)
            if low < len(cuts) and cuts[low] < base.end:
                found.extend(self._split(base, cuts[low : bisect_left(cuts, base.end)]))
            elif base.end - base.start > LONGEST:
                found.extend(self._split(base, ()))
            else:
                found.append(base)
        self.paragraphs: list[Paragraph] = found or [Paragraph(0, 0, False, True)]
        self.starts = [p.start for p in self.paragraphs]

    def _lines(self) -> Iterator[Paragraph]:
        """The lines of the text that hold anything, joined over soft breaks, without their outer white space."""
        content, at, gap = self.content, 0, False
        length = len(content)
        n = 0
        while at <= length:
            end = content.find("\n", at)
            end = length if end < 0 else end
            while n < len(self._breaks) and self._breaks[n][1] <= at:
                n += 1
            while n < len(self._breaks) and self._breaks[n][0] <= end < self._breaks[n][1]:
                after = self._breaks[n][1]
                end = content.find("\n", after)
                end = length if end < 0 else end
                n += 1
            start, stop = at, end
            while start < stop and content[start].isspace():
                start += 1
            while stop > start and content[stop - 1].isspace():
                stop -= 1
            if start < stop:
                yield Paragraph(start, stop, gap, True)
                gap = False
            else:
                gap = True
            at = end + 1

    def _split(self, base: Paragraph, cuts: Sequence[int]) -> Iterator[Paragraph]:
        """A paragraph cut at `cuts` and where it is too long."""
        edges = [base.start, *cuts, base.end]
        for n, (start, end) in enumerate(zip(edges, edges[1:], strict=False)):
            at = start
            while end - at > LONGEST:
                window = self.content[at + LONGEST // 2 : at + LONGEST]
                cut = at + LONGEST // 2 + max(window.rfind(c) for c in _SENTENCE_ENDS) + 1
                cut = cut if cut > at + LONGEST // 2 else at + LONGEST
                yield from self._piece(at, cut, base.gap and at == base.start, opens=at == start)
                at = cut
            yield from self._piece(at, end, base.gap and n == 0 and at == base.start, opens=at == start)

    def _piece(self, start: int, end: int, gap: bool, *, opens: bool) -> Iterator[Paragraph]:
        content = self.content
        while start < end and content[start].isspace():
            start += 1
        while end > start and content[end - 1].isspace():
            end -= 1
        if start < end:
            yield Paragraph(start, end, gap, opens)

    # What is shown ----------------------------------------------------------------------------------------------

    def breaks_in(self, start: int, end: int) -> list[Span]:
        """The soft breaks that lie inside a range."""
        low = bisect_left(self._break_starts, start)
        return [b for b in self._breaks[low : bisect_left(self._break_starts, end)] if b[1] <= end]

    def _shown_break(self, span: Span) -> str:
        left, right = self.content[span[0] - 1 : span[0]], self.content[span[1] : span[1] + 1]
        if left.isascii() and left.isalnum() and right.isascii() and right.isalnum():
            return f"{self.mark} " if self.mark else " "
        return self.mark

    def shown(self, n: int) -> str:
        """The characters of paragraph `n` as they stand on the screen."""
        paragraph = self.paragraphs[n]
        at, pieces = paragraph.start, []
        for span in self.breaks_in(paragraph.start, paragraph.end):
            pieces += [self.content[at : span[0]], self._shown_break(span)]
            at = span[1]
        pieces.append(self.content[at : paragraph.end])
        return "".join(pieces).translate(_STAND_INS)

    def marks(self, n: int) -> list[Span]:
        """The UTF-16 ranges of paragraph `n` that stand for soft breaks."""
        paragraph = self.paragraphs[n]
        return [(self._units(n, a), self._units(n, b)) for a, b in self.breaks_in(paragraph.start, paragraph.end)]

    # From the one to the other ----------------------------------------------------------------------------------

    def paragraph_at(self, offset: int) -> int:
        """The paragraph that shows `offset`, or the one before it where nothing is shown."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def to_screen(self, offset: int) -> tuple[int, int]:
        """Paragraph and UTF-16 position of an offset. What is not shown falls to the end of the paragraph before."""
        n = self.paragraph_at(offset)
        return n, self._units(n, offset)

    def _units(self, n: int, offset: int) -> int:
        paragraph = self.paragraphs[n]
        at = min(max(offset, paragraph.start), paragraph.end) - paragraph.start
        table = self._table(paragraph)
        return at if table is None else table[at]

    def units(self, n: int, start: int, end: int) -> Span:
        """The UTF-16 range that [start, end) takes in paragraph `n`; empty where it does not meet it."""
        return self._units(n, start), self._units(n, end)

    def to_text(self, n: int, units: int, *, after: bool = False) -> int:
        """The offset shown at a UTF-16 position of paragraph `n`.

        Where several offsets share a place (a soft break that is not shown), the first of them; with `after` the last.
        """
        paragraph = self.paragraphs[n]
        table = self._table(paragraph)
        length = paragraph.end - paragraph.start
        if table is None:
            return paragraph.start + min(max(units, 0), length)
        units = min(max(units, 0), table[-1])
        at = bisect_right(table, units) - 1 if after else bisect_left(table, units)
        return paragraph.start + min(at, length)

    def _table(self, paragraph: Paragraph) -> array[int] | None:
        """For each code point of a paragraph (and its end) the UTF-16 position; None where they are the same."""
        key = (paragraph.start, paragraph.end)
        if key in self._tables:
            return self._tables[key]
        breaks = self.breaks_in(*key)
        part = self.content[paragraph.start : paragraph.end]
        table = None
        if breaks or (part and max(part) > "\uffff"):
            table = array("i")
            position, at = 0, 0
            for a, b in [*breaks, (paragraph.end, paragraph.end)]:
                for char in part[at : a - paragraph.start]:
                    table.append(position)
                    position += 2 if char > "\uffff" else 1
                table.extend([position] * (b - a))
                position += len(self._shown_break((a, b))) if b > a else 0
                at = b - paragraph.start
            table.append(position)
        self._tables[key] = table
        return table
