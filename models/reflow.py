"""Line breaks that only the page made: found by a score for every pair of lines, never by a single cue.

Bulletins come out of PDF and Word with lines cut at the column's width, sentences cut by the end of a column or page,
and captions in the midst of a sentence. Everything here reads the text and leaves it alone: ranges are code points
into it. Time and memory are linear in the text's length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

Span = tuple[int, int]

WIDEST = 60.0
"""A line wider than this (in full-width characters) was not wrapped by a page."""
_NEIGHBOURS = 5
_STOPS = "。！？!?…"
_COMMAS = "，,、"
_CLOSERS = "”』」》）)】\"'’］]"
_FUNCTION_WORDS = frozenset("的和与及或在对将把为是以从向被让使其该各即而且并由于所與為將對從讓該並於這这")
_SPLIT = re.compile(r"[^\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_NARROW = re.compile(r"[\x00-\u02ff\u2000-\u200f\u2010-\u2012\xa0]")
_MARKER = re.compile(
    r"[◆◇●○■□▲△★☆➢※•·\uf000-\uf0ff]|【|第[一二三四五六七八九十百零〇\d]{1,4}[条章节條節]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]|[壹贰叁肆伍陆柒捌玖拾貳參陸]、"
    r"|\d{1,2}[、.．](?!\d)|[A-Ha-h][.、．]\s?(?=[^\W\d_])"
    r"|(?:又讯|本报讯|记者|通讯员|责任编辑|编辑|审核|来源|文字|图片|摄影|图为)[\s:：]?"
)
_MARKUP = re.compile(r"#{1,6}\s|[>|<]|!\[|[-*+]\s|\*\*[^*\n]{1,60}\*\*\s*[:：]?\s*$|[-=_*—]{3,}\s*$|```|\$\w|\\")
_POINT = re.compile(r"[一二三四五六七八九十](?:是|要)(?=\S)")
_OPENER = re.compile(
    r"(?:近日|日前|随后|同时|下午|上午|目前|当天|会上|会后|会议|活动中|其中|首先|其次|最后|此外|另外|为切实|为进一步|为了|据悉"
    r"|连日来|今年|去年|第二批|截至|截止|下一步|接下来|當天|為了|會上|\d{1,4}年|\d{1,2}月\d{1,2}日|\d{1,2}日)"
)
_OPEN = re.compile(r"“[^”]*$|「[^」]*$|《[^》]*$|（[^）]*$|\([^()]*$")
_FIELD = re.compile(r"[^\s，。、,：:（(]{1,8}[:：]")
_LEFTOVERS = re.compile(
    r"(?=[\[\ufffc_{ \tHP])"
    r"(?:\[(?:bookmark|image|endnoteRef|footnoteRef)\b[^\]\n]{0,80}\]|\ufffc+|_x000[dD]_|_Toc\d{5,12}"
    r"|\{?[ \t]?(?:HYPERLINK[ \t]+\"[^\"\n]{0,300}\"|PAGE[ \t]+\\\*[ \t]?MERGEFORMAT"
    r"|PAGEREF[ \t]+\w{1,40}[^\n{}]{0,8})[ \t]?\}?)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds text: [start, end) without its outer white space.

    `indent` and `width` count full-width characters (a Latin letter is half a one); `gap` the blank lines before it;
    `page` says that a form feed stands before it.
    """

    start: int
    end: int
    indent: float
    width: float
    gap: int
    page: bool


def width(string: str) -> float:
    """How wide a string is on the page, in full-width characters."""
    return len(string) - 0.5 * (len(string) - len(_NARROW.sub("", string)))


def lines(text: str) -> tuple[Line, ...]:
    """The lines that hold text, in order."""
    found: list[Line] = []
    before = 0
    for match in _SPLIT.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        between = text[before : match.start()]
        gap = max(0, between.count("\n") - 1)
        indent = min(40.0, width(raw[: start - match.start()][-80:]))
        found.append(Line(start, start + len(body), indent, width(body[:400]), gap, "\f" in between))
        before = start + len(body)
    return tuple(found)


def _fullness(rows: Sequence[Line]) -> list[int]:
    """For each line how many neighbours on its better side end at the same margin, less those that run past it."""
    found = []
    rights = [row.width + row.indent for row in rows]
    for n, row in enumerate(rows):
        if not 9 <= row.width <= WIDEST:
            found.append(-9)
            continue
        sides = []
        for side in (rights[max(0, n - _NEIGHBOURS) : n], rights[n + 1 : n + 1 + _NEIGHBOURS]):
            alike = sum([abs(right - row.width - row.indent) <= 1.6 for right in side])
            past = sum([right > row.width + row.indent + 2.6 for right in side])
            sides.append(alike - 2 * past)
        found.append(max(sides))
    return found


def _usual_gaps(rows: Sequence[Line]) -> list[int]:
    """For each line the commonest number of blank lines before the lines around it."""
    found = []
    counts: Counter[int] = Counter(row.gap for row in rows[:8])
    for n in range(len(rows)):
        if n + 8 < len(rows):
            counts[rows[n + 8].gap] += 1
        if n - 9 >= 0:
            counts[rows[n - 9].gap] -= 1
        found.append(min(counts, key=lambda gap: (-counts[gap], gap)))
    return found


def _straddles(left: str, right: str) -> bool:
    """Whether a word of the dictionary runs over the seam."""
    import rjieba  # a tenth of a second: only where a text asks for it

    seam = 0
    for word in rjieba.cut(left + right, False):
        seam += len(word)
        if seam == len(left):
            return False
        if seam > len(left):
            return len(word) > 1 and not word.isdigit()
    return False


def _han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _ending(left: str, full: int) -> float:
    """What the last characters of a line say about its going on below."""
    last = left[-1]
    inner = left.rstrip(_CLOSERS)[-1:]
    if last in _COMMAS:
        return 3.5
    if inner and inner in _STOPS:
        return -1.0 if full >= 4 else -4.5
    if last in "：:；;":
        return -0.5 if full >= 3 else -3.0
    if last in _CLOSERS:
        return -0.7
    score = (2.0 if last in _FUNCTION_WORDS else 0.0) + (2.0 if _OPEN.search(left) else 0.0)
    if last in "（(《“「『【‘—-~～":
        return score + 3.0
    if re.search(r"[。！？；;]", left):
        return score + 2.5
    if re.search(r"[，,、][^，,、。：:]{1,3}$", left) and len(left) >= 8:
        return score + 1.4
    if re.search(r"[，,、：:]", left) and len(left) >= 12:
        return score + 0.4
    return score - (0.0 if full >= 2 else 1.0)


def _opening(left: str, right: str, full: int) -> float:
    """What the first characters of the next line say about its going on from above."""
    if right[0] in "，,、。；;！？!?）)”』」》】…%％" and not right.startswith(("...", "......")):
        return 4.0
    score = 0.0
    if _MARKER.match(right):
        score -= 4.0
    elif _POINT.match(right):
        score -= 1.5 if full >= 4 else 4.0
    elif _OPENER.match(right):
        score -= 0.5 if full >= 3 else 2.0
    elif re.match(r"[^\W\d_][、，,。]", right):
        score += 1.8
    elif re.match(r"[^\W\d_]{2}[、，,。]", right):
        score += 0.8
    if _FIELD.match(right) and full < 4:
        score -= 2.0
    if re.fullmatch(r"[（(\[【［][^\n]{1,60}[)）\]】］]", right):
        score -= 4.0
    if len(right) < 30 and not re.search(r"[，,。、；;！？!?]", right) and full < 2:
        score -= 2.0
    if left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum():
        score += 4.5 if right[0].islower() else -0.5
    return score


def _tail(left: str, right: str, below: Line) -> bool:
    """Whether the line below reads as the rest of a sentence that has had a comma: it ends with a full stop."""
    return (
        len(right) >= below.end - below.start
        and right.rstrip(_CLOSERS)[-1:] in _STOPS
        and bool(re.search("[，,、：]", left))
    )


def _layout(above: Line, below: Line, usual: int, full: int, ends: bool) -> float:
    """What margins, indents and blank lines say."""
    score = min(3.0, 1.0 + 0.5 * full) if full >= 2 else -0.5
    if below.indent >= 1.5 and (below.indent > above.indent + 0.9 or full < 2):
        score -= 3.0
    elif above.indent >= 1.5 and below.indent < 0.9:
        score += 0.7
    if below.gap < usual:
        score += 0.7
    elif below.gap > usual:
        score -= 1.5 if below.gap < usual + 2 else 0.7
    if above.width < 8:
        score -= 1.5
    elif full < 2 and below.width < 0.7 * above.width <= WIDEST and below.width < 16:
        score += 1.0 if ends else 0.0
    return score


_PICTURE = re.compile(r"图[为一二三四五六七八九十\d：:]|圖[為一二三四五六七八九十\d：:]|[图照圖]片?[:：]|资料图")
_PICTURE_CREDIT = re.compile(r"(?:供图|供圖|摄|攝|摄影)\s?[)）]?$")
_DATE = re.compile(r"(?:\d{2,4}年)?\d{1,2}月\d{1,2}日")


def is_picture_line(string: str, length: int) -> bool:
    """Whether a line of LENGTH characters that begins with STRING says that it belongs to a picture."""
    return length <= 80 and bool(_PICTURE.match(string) or _PICTURE_CREDIT.search(string[:length]))


_FOLIO = re.compile(
    r"[-—–·\s]*(?:\d{1,3}|[①-⑳])[-—–·\s]*|[-—–·]\s?\d{1,3}\s?[-—–·]\s*\S[^，。；！？]{1,24}"
    r"|[^，。；：！？]{2,30}(?:第\s?\d{1,3}\s?[页頁版]|[Pp](?:age|\.)\s?\d{1,3})[^，。；：！？]{0,16}|第\s?\d{1,3}\s?[页頁版][^，。；：！？]{0,24}"
    r"|[^，。；：！？\d]{2,16}\s*[\u3000 ]\s*(?:\d{1,3}|[①-⑳])"
)


def is_folio(string: str) -> bool:
    """Whether a line may number a page: a bare figure, or a name with the page's number."""
    return _FOLIO.fullmatch(string) is not None


def is_caption(string: str) -> bool:
    """Whether a line by itself looks like the caption of a picture: dated or credited, short, no full stop."""
    if len(string) > 60 or string[-1] in "。！？；;：:，,":
        return False
    return bool(_DATE.match(string)) or is_picture_line(string, len(string))


def _score(text: str, above: Line, below: Line, usual: int, full: int) -> float:
    left = text[max(above.start, above.end - 200) : above.end]
    right = text[below.start : min(below.end, below.start + 80)]
    head = text[above.start : min(above.end, above.start + 80)]
    if _MARKUP.match(head) or _MARKUP.match(right) or re.fullmatch(r"[◆◇●■]?【[^】]{1,30}】", head):
        return -9.0
    score = (
        _ending(left, full)
        + _opening(left, right, full)
        + _layout(above, below, usual, full, _tail(left, right, below))
    )
    if score > -4.0 and _han(left[-1]) and _han(right[0]) and _straddles(left[-6:], right[:6]):
        score += 2.5 if full >= 2 or re.search(r"[，,。；;、]", left) else 1.2
    if is_picture_line(head, above.end - above.start):
        score -= 4.0
    if is_picture_line(right, below.end - below.start):
        score -= 2.0
    quiet = not re.search(r"[，。；,;]", left[-60:] + right[:60])
    if quiet and full >= 2:
        score -= 3.0
    if _MARKER.match(head) and full < 2 and not re.search(r"[。；;]", left):
        score -= 1.5
    return score


@dataclass(frozen=True, slots=True)
class Joins:
    """How the lines of a text hang together.

    `scores`, for each line but the last: above zero where the line below goes on with its sentence or paragraph.
    `usual`: for each line the commonest number of blank lines before the lines around it. `cutting`: the places in
    `rows` of captions and page numbers that stand between the halves of a sentence.
    """

    rows: tuple[Line, ...]
    usual: tuple[int, ...]
    scores: tuple[float, ...]
    cutting: frozenset[int]

    def soft(self, n: int) -> bool:
        """Whether the page alone made the break below line N."""
        return self.scores[n] > 0 and n not in self.cutting and n + 1 not in self.cutting


@lru_cache(maxsize=1)
def joins(text: str) -> Joins:
    """How the lines of a text hang together; the last is kept, as outline and mentions are made of the same text."""
    rows = lines(text)
    full, usual = _fullness(rows), _usual_gaps(rows)
    scores = tuple(_score(text, a, b, usual[n + 1], full[n]) for n, (a, b) in enumerate(pairwise(rows)))
    cutting = set()
    for n in range(1, len(rows) - 1):
        string = text[rows[n].start : rows[n].end][:80]
        if not (is_caption(string) or is_folio(string)):
            continue
        over = _score(text, rows[n - 1], rows[n + 1], usual[n + 1], full[n - 1])
        if over > max(0.0, scores[n - 1], scores[n]):
            cutting.add(n)
    return Joins(rows, tuple(usual), scores, frozenset(cutting))


def soft_breaks(text: str) -> tuple[Span, ...]:
    """The ranges of white space around the line breaks that only the page made, in order and apart."""
    read = joins(text)
    return tuple((a.end, b.start) for n, (a, b) in enumerate(pairwise(read.rows)) if read.soft(n))


def leftovers(text: str) -> tuple[Span, ...]:
    """Ranges that extraction left behind and that say nothing: `[bookmark: _GoBack]`, field codes, object marks."""
    return tuple(match.span() for match in _LEFTOVERS.finditer(text))


def interruptions(text: str) -> tuple[Span, ...]:
    """Lines that stand in the middle of another one's sentence: captions and page numbers between its halves."""
    read = joins(text)
    return tuple((read.rows[n].start, read.rows[n].end) for n in sorted(read.cutting))


@dataclass(frozen=True)
class Unwrapped:
    """A text with its soft breaks and leftovers taken out, and the exact way back.

    Between two Latin words one space stands for the break. Every character of `content` is one of the source's, in
    order (that space is the break's first character).
    """

    content: str
    pieces: tuple[tuple[int, int], ...]
    """(place in `content`, place in the source) where a run of characters begins."""

    @staticmethod
    def of(text: str) -> Unwrapped:
        """The unwrapped form of a text."""
        return Unwrapped.without(text, soft_breaks(text), leftovers(text))

    @staticmethod
    def without(text: str, breaks: Sequence[Span], junk: Sequence[Span] = ()) -> Unwrapped:
        """The text without BREAKS and JUNK, each a run of ranges in order that do not overlap."""
        parts: list[str] = []
        pieces: list[tuple[int, int]] = []
        here = length = 0
        soft = set(breaks)
        for start, end in sorted({*breaks, *junk}):
            if start < here:
                continue
            parts.append(text[here:start])
            pieces.append((length, here))
            length += start - here
            if (start, end) in soft and 0 < start < end < len(text) and _latin(text[start - 1]) and _latin(text[end]):
                parts.append(" ")
                pieces.append((length, start))
                length += 1
            here = end
        parts.append(text[here:])
        pieces.append((length, here))
        return Unwrapped("".join(parts), tuple(pieces))

    @cached_property
    def _here(self) -> list[int]:
        return [piece[0] for piece in self.pieces]

    @cached_property
    def _there(self) -> list[int]:
        return [piece[1] for piece in self.pieces]

    def source(self, offset: int) -> int:
        """Where a character of `content` stands in the source; `offset` may be the length of `content`."""
        here, there = self.pieces[bisect_right(self._here, offset) - 1]
        return there + offset - here

    def to_source(self, start: int, end: int) -> Span:
        """The smallest range of the source that holds [start, end) of `content`; raises ValueError outside it."""
        if not 0 <= start <= end <= len(self.content):
            raise ValueError(f"[{start}, {end}) is not inside {len(self.content)} characters")
        if start == end:
            return self.source(start), self.source(start)
        return self.source(start), self.source(end - 1) + 1

    def from_source(self, offset: int) -> int:
        """The place in `content` of the first kept character at or after OFFSET in the source."""
        n = bisect_right(self._there, offset) - 1
        here, there = self.pieces[n]
        after = self.pieces[n + 1][0] if n + 1 < len(self.pieces) else len(self.content)
        return min(here + offset - there, after)


def _latin(character: str) -> bool:
    return character.isascii() and not character.isspace()
