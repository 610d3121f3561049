"""What the screen shows of a text, and the only way between its code points and places on the screen.

A place on the screen is (display paragraph, UTF-16 unit within it), because that is how the toolkit counts. Lines
joined over soft breaks make one paragraph; the white space around paragraphs and blank lines are not shown.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.text import Span, landing

LONGEST = 2_000
"""A paragraph longer than this (code points) is cut for display; nothing is inserted where it is cut."""
MARK = "¶"
_GAP, _CONTINUED = 1, 2
_STAND_INS = {
    **dict.fromkeys(map(ord, "\t\x0b\x1f"), "\u3000"),
    **dict.fromkeys(map(ord, "\x0c\x1c\x1d\x1e"), "␌"),
    **dict.fromkeys(map(ord, "\x85\u2028\u2029"), "↵"),
    **dict.fromkeys(map(ord, "\ufffc\ufdd0\ufdd1"), "□"),
    # Embeddings and overrides of the writing direction would show the characters in another order.
    **dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), "◌"),
}
_STRANGE = re.compile("[" + "".join(map(chr, _STAND_INS)) + "]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """One display paragraph: [start, end) of the text and the string that is shown for it.

    Run `k` of the text, `lengths[k]` characters from `sources[k]` on, is shown from place `places[k]` of `text` on;
    between the runs lie soft breaks. `astral` are the places of characters that take two UTF-16 units, `quiet` the
    UTF-16 ranges of what is no character of the text, or stands in for one.
    """

    text: str
    start: int
    end: int
    sources: tuple[int, ...]
    places: tuple[int, ...]
    lengths: tuple[int, ...]
    astral: tuple[int, ...]
    quiet: tuple[Span, ...]

    @property
    def units(self) -> int:
        """The length of `text` in UTF-16 units."""
        return len(self.text) + len(self.astral)

    def to_unit(self, offset: int) -> int:
        """Where the character at `offset` is shown; inside a soft break its beginning, outside the nearer end."""
        if len(self.sources) == 1:
            place = min(max(offset, self.start), self.end) - self.start
        else:
            k = max(0, bisect_right(self.sources, offset) - 1)
            place = self.places[k] + max(0, min(offset - self.sources[k], self.lengths[k]))
        return self.unit(place)

    def unit(self, place: int) -> int:
        """The UTF-16 unit of a place in `text`."""
        return place + bisect_left(self.astral, place) if self.astral else place

    def place(self, unit: int) -> int:
        """The place in `text` of a UTF-16 unit; the second half of a character counts as its first."""
        if not self.astral:
            return unit
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.unit(middle) <= unit:
                low = middle
            else:
                high = middle - 1
        return low

    def to_offset(self, unit: int, *, after: bool = True) -> int:
        """The offset shown at `unit`. Where a soft break takes no room, its far end, or with `after` False its near."""
        place = self.place(min(max(unit, 0), self.units))
        if len(self.sources) == 1:
            return self.start + place
        k = bisect_right(self.places, place) - 1
        inside = place - self.places[k]
        if inside > self.lengths[k]:
            return self.sources[k + 1] if after else self.sources[k] + self.lengths[k]
        if inside == 0 and k > 0 and not after and self.places[k - 1] + self.lengths[k - 1] == place:
            return self.sources[k - 1] + self.lengths[k - 1]
        return self.sources[k] + inside


@dataclass(frozen=True)
class _Pieces:
    """Ranges of the text in order, with flags for each."""

    starts: list[int]
    ends: list[int]
    flags: list[int]


class _Source:
    """What does not depend on the cuts: computed once for a text."""

    def __init__(self, content: str, soft_breaks: Iterable[Span], leftovers: Iterable[Span]) -> None:
        self.content = content
        self.soft = sorted(soft_breaks)
        self.leftovers = sorted(leftovers)
        self.blocks = self._blocks()
        self.shown: dict[tuple[int, int, bool], Shown] = {}

    @cached_property
    def soft_starts(self) -> list[int]:
        return [a for a, _ in self.soft]

    @cached_property
    def leftover_ends(self) -> list[int]:
        return [b for _, b in self.leftovers]

    def _blocks(self) -> _Pieces:
        """The paragraphs as the text has them: lines joined over soft breaks."""
        content, joins = self.content, set(self.soft)
        starts: list[int] = []
        ends: list[int] = []
        flags: list[int] = []
        before = here = 0
        for line in content.split("\n"):
            right = line.rstrip()
            start, end = here + len(right) - len(right.lstrip()), here + len(right)
            here += len(line) + 1
            if start == end:
                continue
            if (before, start) in joins and ends:
                ends[-1] = end
            else:
                starts.append(start)
                ends.append(end)
                flags.append(_GAP if len(ends) > 1 and content.count("\n", before, start) > 1 else 0)
            before = end
        if not starts:
            return _Pieces([0], [0], [0])
        return _Pieces(starts, ends, flags)

    @cached_property
    def plain(self) -> _Pieces:
        """The display paragraphs where there are no cuts."""
        blocks = self.blocks
        found = _Pieces([], [], [])
        here = 0
        for n, (start, end) in enumerate(zip(blocks.starts, blocks.ends, strict=True)):
            if end - start > LONGEST:
                _extend(found, blocks, here, n)
                self._put(found, start, end, blocks.flags[n])
                here = n + 1
        _extend(found, blocks, here, len(blocks.starts))
        return found

    def cut(self, cuts: Iterable[int]) -> _Pieces:
        """The display paragraphs when one begins at each of `cuts`."""
        blocks, plain = self.blocks, self.plain
        within: dict[int, list[int]] = {}
        for offset in sorted(set(cuts)):
            n = bisect_right(blocks.starts, offset) - 1
            if n >= 0 and blocks.starts[n] < offset < blocks.ends[n]:
                within.setdefault(n, []).append(offset)
        if not within:
            return plain
        found = _Pieces([], [], [])
        here = 0
        for n, offsets in within.items():
            _extend(found, plain, here, bisect_left(plain.starts, blocks.starts[n]))
            start, flag = blocks.starts[n], blocks.flags[n]
            for offset in offsets:
                begin = landing(self.content, offset)
                if begin > start:
                    self._put(found, start, self._end_before(offset, start), flag)
                    start, flag = begin, 0
            self._put(found, start, blocks.ends[n], flag)
            here = bisect_left(plain.starts, blocks.ends[n])
        _extend(found, plain, here, len(plain.starts))
        return found

    def _end_before(self, offset: int, least: int) -> int:
        while offset > least and self.content[offset - 1].isspace():
            offset -= 1
        return offset

    def _put(self, found: _Pieces, start: int, end: int, flag: int) -> None:
        """Add a paragraph, in parts where it is too long."""
        while end - start > LONGEST:
            at = self._seam(start)
            _add(found, start, at, flag)
            start, flag = at, _CONTINUED
        _add(found, start, end, flag)

    def _seam(self, start: int) -> int:
        """Where a paragraph from `start` on is cut: after a sentence, else between two whole characters."""
        content = self.content
        at = content.rfind("。", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        n = bisect_right(self.soft_starts, at) - 1
        if n >= 0 and start < self.soft[n][0] < at < self.soft[n][1]:
            return self.soft[n][0]
        least = max(start + LONGEST // 2, at - 64)
        while at > least and (clings(content[at]) or content[at - 1] == "\u200d"):
            at -= 1
        return at

    def show(self, start: int, end: int, marks: bool) -> Shown:
        key = (start, end, marks)
        found = self.shown.get(key)
        if found is None:
            found = self.shown[key] = self._show(start, end, marks)
        return found

    def _show(self, start: int, end: int, marks: bool) -> Shown:
        content = self.content
        parts: list[str] = []
        sources, places, lengths, quiet = [start], [0], [], []
        here = start
        length = 0
        first = bisect_left(self.soft_starts, start)
        for a, b in self.soft[first : bisect_left(self.soft_starts, end)]:
            latin = a > 0 and content[a - 1].isascii() and b < len(content) and content[b].isascii()
            sign = (MARK if marks else "") + (" " if latin else "")
            parts += [content[here:a], sign]
            lengths.append(a - here)
            length += a - here
            if marks:
                quiet.append((length, length + 1))
            length += len(sign)
            here = b
            sources.append(b)
            places.append(length)
        parts.append(content[here:end])
        lengths.append(end - here)
        text = "".join(parts) if len(parts) > 1 else content[start:end]
        if _STRANGE.search(text):
            quiet += [hit.span() for hit in _STRANGE.finditer(text)]
            text = text.translate(_STAND_INS)
        astral = tuple(hit.start() for hit in _ASTRAL.finditer(text))
        row = Shown(text, start, end, tuple(sources), tuple(places), tuple(lengths), astral, ())
        if not quiet:
            return row
        units = tuple(sorted((row.unit(a), row.unit(b)) for a, b in quiet))
        return Shown(text, start, end, row.sources, row.places, row.lengths, astral, units)


class DisplayMap:
    """The display paragraphs of a text, in order; there is always at least one.

    `soft_breaks` are ranges of white space between two other characters, `cuts` offsets at which a paragraph begins.
    With `marks` a soft break is shown as `¶`. Immutable; every offset is a code point index into `content`.
    """

    def __init__(
        self,
        content: str,
        soft_breaks: Iterable[Span] = (),
        leftovers: Iterable[Span] = (),
        cuts: Iterable[int] = (),
        *,
        marks: bool = True,
        _source: _Source | None = None,
    ) -> None:
        self._source = _source or _Source(content, soft_breaks, leftovers)
        self.marks = marks
        self.cuts = tuple(cuts)
        self._pieces = self._source.cut(self.cuts)

    def with_cuts(self, cuts: Iterable[int]) -> DisplayMap:
        """The same text with paragraphs beginning at other places: quick, whatever its length."""
        return DisplayMap("", cuts=cuts, marks=self.marks, _source=self._source)

    def with_marks(self, marks: bool) -> DisplayMap:
        """The same text with `¶` at soft breaks, or without."""
        return DisplayMap("", cuts=self.cuts, marks=marks, _source=self._source)

    @property
    def content(self) -> str:
        return self._source.content

    @property
    def starts(self) -> Sequence[int]:
        """Where each paragraph begins, in order."""
        return self._pieces.starts

    @property
    def ends(self) -> Sequence[int]:
        """Where each paragraph ends, exclusive."""
        return self._pieces.ends

    def __len__(self) -> int:
        return len(self._pieces.starts)

    def span(self, n: int) -> Span:
        """The range of the text that paragraph `n` shows."""
        return self._pieces.starts[n], self._pieces.ends[n]

    def gap(self, n: int) -> bool:
        """Whether a blank line stands before the paragraph."""
        return bool(self._pieces.flags[n] & _GAP)

    def continued(self, n: int) -> bool:
        """Whether the paragraph only goes on with the one before it, which was too long."""
        return bool(self._pieces.flags[n] & _CONTINUED)

    def shown(self, n: int) -> Shown:
        """What paragraph `n` shows."""
        return self._source.show(self._pieces.starts[n], self._pieces.ends[n], self.marks)

    def paragraph(self, offset: int) -> int:
        """The paragraph that shows `offset`. White space that is not shown belongs to the end of its own line, blank
        lines and what follows them to the paragraph below."""
        n = bisect_right(self._pieces.starts, offset) - 1
        if n < 0:
            return 0
        end = self._pieces.ends[n]
        if offset > end and n + 1 < len(self) and self.content.find("\n", end, offset) >= 0:
            return n + 1
        return n

    def to_screen(self, offset: int) -> tuple[int, int]:
        """(paragraph, UTF-16 unit) at which `offset` is shown."""
        n = self.paragraph(offset)
        return n, self.shown(n).to_unit(offset)

    def to_text(self, paragraph: int, unit: int, *, after: bool = True) -> int:
        """The offset shown at a place of the screen; see `Shown.to_offset`."""
        return self.shown(paragraph).to_offset(unit, after=after)

    def clip(self, n: int, start: int, end: int) -> Span | None:
        """The UTF-16 range that [start, end) takes in paragraph `n`; None when it shows nothing of it."""
        low, high = max(start, self._pieces.starts[n]), min(end, self._pieces.ends[n])
        if low >= high:
            return None
        shown = self.shown(n)
        return shown.to_unit(low), shown.to_unit(high)

    def leftovers(self, n: int) -> list[Span]:
        """The UTF-16 ranges of paragraph `n` that extraction left behind."""
        start, end = self.span(n)
        found = []
        for a, b in self._source.leftovers[bisect_right(self._source.leftover_ends, start) :]:
            if a >= end:
                break
            if (units := self.clip(n, a, b)) is not None:
                found.append(units)
        return found

    def bare(self, n: int) -> tuple[str, list[int]]:
        """The paragraph's own characters without soft breaks, and the offset of each, with the end's as the last."""
        shown = self.shown(n)
        offsets = [a + i for a, length in zip(shown.sources, shown.lengths, strict=True) for i in range(length)]
        content = self.content
        return "".join([content[i] for i in offsets]), [*offsets, shown.end]


def line_after(content: str, offset: int) -> int:
    """The first character of the next line that holds text; the text's length when there is none."""
    end = content.find("\n", offset)
    return len(content) if end < 0 else landing(content, end + 1)


def line_before(content: str, offset: int) -> int:
    """The first character of this line, or when `offset` is not behind it, of the line before that holds text."""
    line = content.rfind("\n", 0, offset) + 1
    if (start := landing(content, line)) < offset:
        return start
    while line > 0 and content[line - 1].isspace():
        line -= 1
    return landing(content, content.rfind("\n", 0, line) + 1) if line else min(offset, landing(content, 0))


def clings(character: str) -> bool:
    """Whether the character belongs to the one before it: combining marks, variation selectors, joiners, tones."""
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or character == "\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _add(found: _Pieces, start: int, end: int, flag: int) -> None:
    found.starts.append(start)
    found.ends.append(end)
    found.flags.append(flag)


def _extend(found: _Pieces, other: _Pieces, low: int, high: int) -> None:
    found.starts.extend(other.starts[low:high])
    found.ends.extend(other.ends[low:high])
    found.flags.extend(other.flags[low:high])
