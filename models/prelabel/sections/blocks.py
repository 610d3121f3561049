"""Paragraphs of a bulletin after its soft line breaks are joined: what the outline is decided over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from models import reflow
from models.prelabel.sections import contents, cues

HEAD = 240
"""How many characters of a block's beginning are looked at."""
_TAIL = 80
_LONGEST_HEADING, _PAGE_WIDTH = 46.0, 36.0
_DIGITS = re.compile(r"[\d０-９]+")
_STOP = re.compile("[。！？；]")
_MARKER = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.．:：]|[（(][一二三四五六七八九十\d]{1,3}[)）][、.．]?|\d{1,2}[、.．]|[①-⑳]|[ivx]{1,4}[)）]"
    r"|第[一二三四五六七八九十\d]{1,3}[章节節部編编篇]|"
    rf"[{cues.BULLETS}-])"
)
_QUOTE = re.compile('[“"「]')
_NAME_WIDTH = 24.0
"""A quotation mark set by itself above a line of this width at most opens what the one named there says."""
_LABEL = re.compile(r"专\s?栏|專\s?欄|附\s?[件表录錄]|[图圖]\s?表?|表|案例|议题|議題|专题|專題")
_UNCLOSED = re.compile("[《“「（][^》”」）]{1,40}$")
_UNOPENED = re.compile("[^《“「（》”」）]{0,40}[》”」）]")
_DATE_BEGUN = re.compile(
    r"(?:\d{4}年|[二〇○零一九]{4}年)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:月(?:\d{1,2}|[一二三四五六七八九十]{1,3})?)?)?$"
)
_DATE_ENDED = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:月|日)(?![^，。]{12})")
_DATE_WIDTH = 12.0
_PARTICLE = re.compile("的(?![确士哥])|们|了(?![解却])|着(?![力眼手重装])")
_PAGE_NUMBER = re.compile(
    r"[-—–－·~～]{1,2}\s?\d{1,3}\s?[-—–－·~～]{1,2}|第\s?\d{1,3}\s?页(?:\s*[,，/]?\s*共\s?\d{1,3}\s?页)?"
)
_RUNNING = re.compile(
    r"\s*[^\s，。；：！？][^，。；：！？]{1,22}(?:[ ]{4,}|\u3000{2,})[^\n，。；：！？]{0,12}(?:\d{4}年|第\s?\d{1,4}\s?[期版页])[^\n，。；：！？]{0,10}"
)
"""A paper's name and, far apart, its number or date: a running head even where it is as wide as the text."""
_ADDRESSEE = re.compile(r"(?:主?[报送发]|抄[送报]|分[送发]|呈[送报])\s?[:：]\s?\S")
_KEYED = re.compile(r"[a-z][a-z_-]{1,19}:[ \n]")
"""A key of those that a file of a site's generator opens with."""
_ENDED = re.compile(r"[。！？][”」』]?(?:[（(][^（）()]{1,30}[）)])?\Z")
_ALONE = re.compile(
    rf"[\W_]{{0,3}}(?:[一二三四五六七八九十]、)?(?:[\u3400-\u9fff]{{0,4}}(?:{cues.NEWS})|综合)[\W_]{{0,3}}"
)
"""A line that is a column's heading wherever the sentence above it has ended, however full that one's line is."""
_MARK = 3.0
"""Words under a picture are wider than a mark or a number."""
_REPORT = re.compile(
    r"(?<=[。！？”」）)])[ \u3000]+(?:(?P<head>[^\s，。！？；：:][^，。！？；：:]{3,38}?)[ \u3000]+)?"
    rf"(?P<name>{cues.BY_REPORTER})"
)
"""A report that opens in the midst of a line: sentence, blank, perhaps its headline, 本报讯(记者…."""
_FIGURE = re.compile(r"[\d一二三四五六七八九十]{1,3}[:：、.．]?")
_PAIRS, _PHRASE, _LIKE = 3, 14.0, 6.0
"""How many headings of two lines there are at least, how wide a line of theirs is at most, and by how much they differ."""
_PLACE = re.compile(r"[\u3400-\u9fff]{2,16}(?:[省市区县旗州乡镇村]|街道|社区)[：:]")
"""Whose work is told: 山东省青岛市李沧区：."""
_PHRASES = re.compile("[\u3400-\u9fff“”‘’《》]{4,16}")
_MORE = re.compile(r"\W*(?:更多|查看更多|(?:点击|查看)?详情|(?i:more))\W*")
"""The link beside a column's name on a page of the net."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph [start, end): its first and last characters without line breaks, and how it lies on the page.

    `size` is its whole length, `width` the width of a block that is short; `gap` counts the blank lines before it
    beyond those usual around it; `again` how often the line stands elsewhere, `runs` whether at the top of a page
    there; `cuts` says that the block stands in the
    middle of a sentence; `lines` how many lines the block has; `listed` says that it belongs to a list of contents, `named`
    that such a list leads to it; `more` that a link to more of what it names stands right below, which is its end;
    `phrases` that it is a heading of two phrases, a line each, and `place` that it opens with whose work is told.
    """

    start: int
    end: int
    head: str
    tail: str
    size: int
    width: float
    indent: float
    gap: int
    page: bool
    lines: int
    again: int = 0
    runs: bool = False
    cuts: bool = False
    listed: bool = False
    named: bool = False
    more: bool = False
    phrases: bool = False
    place: bool = False

    @property
    def last(self) -> str:
        return self.tail[-1]

    @property
    def whole(self) -> bool:
        """Whether `head` is all of it."""
        return self.size <= HEAD


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order; leftovers of the extraction that stand at a block's start are passed over."""
    rows = reflow.lines(text)
    scores = reflow.join_scores(text, rows)
    cutting = set(reflow.interrupting(text, rows, scores))
    junk = dict(reflow.leftovers(text))
    usual = reflow.usual_gaps(rows)
    found: list[Block] = []
    n = 0
    while n < len(rows):
        last = n
        while last < len(scores) and scores[last] > 0 and last not in cutting and last + 1 not in cutting:
            if _parted(text, rows[last], rows[last + 1]) or _stamped(text, rows[last + 2 : last + 3]):
                break
            last += 1
        start = _past(text, junk, rows[n].start, rows[last].end)
        if start < rows[last].end:
            block = _block(text, rows, n, last, start, max(0, rows[n].gap - usual[n]))
            found.append(replace(block, cuts=n in cutting))
        n = last + 1
    found = _with_pairs(_with_sources(_with_links(_with_markers(_with_reports(text, found)))))
    return tuple(_repeated(_with_contents(found)))


def _parted(text: str, above: reflow.Line, below: reflow.Line) -> bool:
    """Whether two lines are blocks of their own though the one above is full: a page's number, an addressee, a key, a
    column."""
    if _PAGE_NUMBER.fullmatch(text, above.start, above.end) or _PAGE_NUMBER.fullmatch(text, below.start, below.end):
        return True
    if cues.CAPTION_END.search(text, max(above.start, above.end - _TAIL), above.end):
        return True
    if _ADDRESSEE.match(text, below.start, below.end) or _KEYED.match(text, below.start, below.end):
        return True
    if _RUNNING.fullmatch(text, above.start, above.end) or _RUNNING.fullmatch(text, below.start, below.end):
        return True
    ended = _ENDED.search(text, max(above.start, above.end - _TAIL), above.end)
    return ended is not None and _ALONE.fullmatch(text, below.start, below.end) is not None


def _stamped(text: str, below: Sequence[reflow.Line]) -> bool:
    """Whether the line tells the day on which a text appeared and nothing else: what stands above it heads that text."""
    return any(cues.STAMP.fullmatch(text, line.start, line.end) for line in below)


def _with_markers(found: Sequence[Block]) -> list[Block]:
    """The blocks with a bullet, a number or "box 3" on a line of its own put before the line that it belongs to."""
    joined: list[Block] = []
    n = 0
    while n < len(found):
        block, last = found[n], n
        if block.whole and n + 1 < len(found) and not found[n + 1].page:
            if _LABEL.fullmatch(block.head) and found[n + 1].whole and _FIGURE.fullmatch(found[n + 1].head):
                below = found[n + 2] if n + 2 < len(found) else None
                last = n + 2 if below is not None and not below.page and heads(below) else n + 1
            elif _QUOTE.fullmatch(block.head) and found[n + 1].whole and found[n + 1].width <= _NAME_WIDTH:
                joined.append(replace(found[n + 1], start=block.start, gap=block.gap))
                n += 2
                continue
            elif _marks(block, found[n + 1]):
                last = n + 1
        if last == n and n + 1 < len(found):
            below = found[n + 1]
            if (
                _dates(block, below)
                or _closes(block, below)
                or _runs_on(block, below)
                or (n and _overflows(block, below))
            ):
                last = n + 1
        for below in found[n + 1 : last + 1]:
            block = _glued(block, below)
        joined.append(block)
        n = last + 1
    return joined


def _marks(block: Block, below: Block) -> bool:
    """Whether a line is but the number of the one below, or the name of a picture above its words."""
    if cues.PICTURE_FILE.fullmatch(block.head.strip()):
        named = cues.PICTURE_FILE.fullmatch(below.head.strip()) or _MARKER.match(below.head)
        return heads(below) and named is None
    return _MARKER.fullmatch(block.head) is not None and not _MARKER.match(below.head)


def _with_links(found: Sequence[Block]) -> list[Block]:
    """The blocks with a link to more of a column's items put to the column's name above it."""
    joined: list[Block] = []
    for block in found:
        linked = block.whole and _MORE.fullmatch(block.head) is not None
        if linked and joined and heads(joined[-1]) and not joined[-1].more:
            joined[-1] = replace(joined[-1], end=block.end, more=True)
        else:
            joined.append(block)
    return joined


def _with_sources(found: Sequence[Block]) -> list[Block]:
    """The blocks with the lines that say whose pictures they are put to the words under the pictures above them."""
    lines = {n for n, block in enumerate(found) if n and block.whole and cues.PICTURE_OF.fullmatch(block.head.strip())}
    joined: list[Block] = []
    for n, block in enumerate(found):
        above = found[n - 1] if n else None
        named = above is not None and heads(above) and n - 1 not in lines and above.width > _MARK
        if n in lines and len(lines) > 1 and named and n > 1:
            joined[-1] = _glued(joined[-1], block)
        else:
            joined.append(block)
    return joined


def _with_pairs(found: Sequence[Block]) -> list[Block]:
    """The blocks with headings of two lines made one where several stand so: two phrases as wide, or a place and what is
    told of it."""
    starts = {n for n in range(len(found) - 1) if _paired(found, n)}
    if len(starts) < _PAIRS:
        return list(found)
    joined: list[Block] = []
    for n, block in enumerate(found):
        if n - 1 in starts:
            place = _PLACE.fullmatch(joined[-1].head.strip()) is not None
            joined[-1] = replace(_glued(joined[-1], block, apart=place), phrases=not place, place=place)
        else:
            joined.append(block)
    return joined


def _paired(found: Sequence[Block], n: int) -> bool:
    """Whether two lines that stand by themselves between paragraphs make one heading."""
    first, second = found[n], found[n + 1]
    if not (heads(first) and heads(second)) or second.gap or second.page:
        return False
    if n + 2 == len(found) or heads(found[n + 2]) or (n and heads(found[n - 1]) and not _captions(found[n - 1])):
        return False
    if _PLACE.fullmatch(first.head.strip()):
        return True
    like = max(first.width, second.width) <= _PHRASE and abs(first.width - second.width) <= _LIKE
    return like and n > 0 and all(_PHRASES.fullmatch(block.head.strip()) for block in (first, second))


def _captions(block: Block) -> bool:
    return cues.CAPTION.match(block.head) is not None


def _with_reports(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks with those parted that hold several reports in one line, each opening with its paper's name."""
    parted: list[Block] = []
    for block in found:
        cuts = [block.start, *_report_starts(text, block), block.end] if block.lines == 1 else []
        if len(cuts) > 2:
            parted.extend(_cut(text, block, a, b) for a, b in pairwise(cuts))
        else:
            parted.append(block)
    return parted


def _report_starts(text: str, block: Block) -> list[int]:
    """Where a report, or the headline above it, begins in the midst of a line."""
    found: list[int] = []
    for match in _REPORT.finditer(text, block.start, block.end):
        if match["head"]:
            found.append(match.start("head"))
        found.append(match.start("name"))
    return found


def _cut(text: str, block: Block, start: int, end: int) -> Block:
    while end > start and text[end - 1].isspace():
        end -= 1
    head = text[start : min(end, start + HEAD)]
    return replace(
        block,
        start=start,
        end=end,
        head=head,
        tail=text[max(start, end - _TAIL) : end],
        size=end - start,
        width=reflow.width(head),
        gap=block.gap if start == block.start else 0,
        page=block.page and start == block.start,
    )


def _dates(above: Block, below: Block) -> bool:
    """Whether a date runs over from a line of a title block to the next."""
    whole = (
        above.whole and above.width <= _PAGE_WIDTH * 2 and below.gap == 0 and below.whole and below.width <= _DATE_WIDTH
    )
    return whole and _DATE_BEGUN.search(above.tail) is not None and _DATE_ENDED.match(below.head) is not None


def _closes(above: Block, below: Block) -> bool:
    """Whether a short line ends a bracket that the short line above it opened."""
    return (
        heads(above)
        and heads(below)
        and below.gap == 0
        and _UNCLOSED.search(above.head) is not None
        and _UNOPENED.match(below.head) is not None
    )


def _runs_on(above: Block, below: Block) -> bool:
    """Whether the block below opens with a particle, which no sentence and no heading does."""
    return (
        above.tail[-1].isalnum()
        and above.head[:1] not in "#|>-"
        and _PARTICLE.match(below.head) is not None
        and below.gap == 0
        and not (below.page or below.cuts)
    )


def _overflows(above: Block, below: Block) -> bool:
    """Whether a line as wide as a page's, with a comma and no end, stands right above running text: its beginning."""
    return (
        above.whole
        and _PAGE_WIDTH <= above.width <= reflow.WIDEST
        and "，" in above.head
        and not _STOP.search(above.head)
        and above.tail[-1].isalnum()
        and not (heads(below) or below.gap or below.page or below.cuts)
        and not cues.DATELINE.match(below.head)
        and not cues.number(above.head)
    )


def _glued(above: Block, below: Block, *, apart: bool = True) -> Block:
    whole = (
        not apart
        or _UNCLOSED.search(above.head)
        or _dates(above, below)
        or _PARTICLE.match(below.head)
        or above.width >= _PAGE_WIDTH
    )
    between = "" if whole else " "
    head = f"{above.head}{between}{below.head}"[:HEAD]
    return replace(
        above,
        end=below.end,
        head=head,
        tail=below.tail,
        size=above.size + below.size,
        width=reflow.width(head),
        lines=above.lines + below.lines,
        cuts=below.cuts,
    )


def heads(block: Block) -> bool:
    """Whether a block is short enough, and without a full stop, to be a heading."""
    return block.whole and block.width <= _LONGEST_HEADING and not _STOP.search(block.head)


def _with_contents(found: Sequence[Block]) -> list[Block]:
    listed, named = contents.entries([block.head for block in found], [heads(block) for block in found])
    return [
        replace(block, listed=n in listed, named=n in named) if n in listed or n in named else block
        for n, block in enumerate(found)
    ]


def _past(text: str, junk: dict[int, int], start: int, end: int) -> int:
    while start < end and (start in junk or text[start].isspace()):
        start = junk.get(start, start + 1)
    return min(start, end)


def _block(text: str, rows: Sequence[reflow.Line], n: int, last: int, start: int, gap: int) -> Block:
    end = rows[last].end
    head, size = "", 0
    for row in rows[n : last + 1]:
        begin = max(start, row.start)
        if len(head) < HEAD:
            head += text[begin : min(row.end, begin + HEAD)]
        size += row.end - begin
    tail = text[max(rows[last].start, start, end - _TAIL) : end]
    return Block(
        start, end, head[:HEAD], tail, size, reflow.width(head[:HEAD]), rows[n].indent, gap, rows[n].page, last - n + 1
    )


def _repeated(found: list[Block]) -> list[Block]:
    """Count for short blocks how often they stand elsewhere, figures and lists of contents aside."""
    keys = ["" if block.listed else _key(block) for block in found]
    counts = Counter(keys)
    tops = Counter(key for block, key in zip(found, keys, strict=True) if block.page)
    return [
        replace(block, again=counts[key] - 1, runs=counts[key] > 1 and tops[key] > 0) if key else block
        for block, key in zip(found, keys, strict=True)
    ]


def _key(block: Block) -> str:
    plain = _DIGITS.sub("0", "".join(block.head.split()))
    fits = block.whole and 4 <= len(plain) <= 60 and not _STOP.search(plain)
    return plain if fits and any(character.isalpha() for character in plain) else ""
