"""Blocks that belong together though a line's end parts them, and those that one line holds though they are several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models import reflow
from models.prelabel.sections import cues
from models.prelabel.sections.block import HEAD, STOP, TAIL, Block, heads

_PAGE_WIDTH = 36.0
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
_MARK = 3.0
"""Words under a picture are wider than a mark or a number."""
_REPORT = re.compile(
    r"(?<=[。！？”」）)])[ \u3000]+(?:(?P<head>[^\s，。！？；：:][^，。！？；：:]{3,38}?)[ \u3000]+)?"
    rf"(?P<name>{cues.BY_REPORTER})"
)
"""A report that opens in the midst of a line: sentence, blank, perhaps its headline, 本报讯(记者…."""
_ARROW = re.compile(r"(?<![^\s])[▲△](?=[^\s▲△])|(?<=[ \u3000])[①-⑳](?=[^\s，。]{2,14}(?:\s|$))", re.MULTILINE)
_NUMBERED = re.compile(r"[①-⑳]\s?[^\s，。]{2,14}\s*$")
_UNDERLINE, _KEY = re.compile("={3,}|-{3,}"), re.compile(r"[a-z][a-z_-]{1,19}\s?:|[-*>#]\s")
_FIGURE = re.compile(r"[\d一二三四五六七八九十]{1,3}[:：、.．]?")
_PAIRS, _PHRASE, _LIKE = 3, 14.0, 6.0
"""How many headings of two lines there are at least, how wide a line of theirs is at most, and by how much they differ."""
_PLACE = re.compile(r"[\u3400-\u9fff]{2,16}(?:[省市区县旗州乡镇村]|街道|社区)[：:]")
"""Whose work is told: 山东省青岛市李沧区：."""
_PHRASES = re.compile("[\u3400-\u9fff“”‘’《》]{4,16}")
_MORE = re.compile(r"\W*(?:更\s?多|查看更多|(?:点击|查看)?详\s?情|(?i:more))\W*")
"""The link beside a column's name on a page of the net."""


def with_markers(found: Sequence[Block]) -> list[Block]:
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
        told = heads(below) or (below.whole and cues.CAPTION_END.search(below.tail.strip()) is not None)
        return told and named is None
    return _MARKER.fullmatch(block.head) is not None and not _MARKER.match(below.head)


def with_links(found: Sequence[Block]) -> list[Block]:
    """The blocks with a link to more of a column's items put to the column's name above it."""
    joined: list[Block] = []
    for block in found:
        linked = block.whole and _MORE.fullmatch(block.head) is not None
        if linked and joined and heads(joined[-1]) and not joined[-1].more:
            joined[-1] = replace(joined[-1], end=block.end, more=True)
        else:
            joined.append(block)
    return joined


def with_sources(found: Sequence[Block]) -> list[Block]:
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


def with_pairs(found: Sequence[Block]) -> list[Block]:
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
    if (
        n + 2 == len(found)
        or heads(found[n + 2])
        or (n and heads(found[n - 1]) and not cues.CAPTION.match(found[n - 1].head))
    ):
        return False
    if _PLACE.fullmatch(first.head.strip()):
        return True
    like = max(first.width, second.width) <= _PHRASE and abs(first.width - second.width) <= _LIKE
    return like and n > 0 and all(_PHRASES.fullmatch(block.head.strip()) for block in (first, second))


def with_underlines(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks with headings that a line of = or - underlines, two or more of them, made one with it.

    Where all are alike and the first opens the text, that is its title.
    """
    lines = [n for n in range(1, len(found)) if _underlines(text, found[n - 1], found[n])]
    if len(lines) < 2:
        return list(found)
    ranks = {n: 1 if found[n].head[0] == "=" else 2 for n in lines}
    if set(ranks.values()) == {2} and lines[0] == 1:
        ranks[1] = 1
    joined: list[Block] = []
    for n, block in enumerate(found):
        if n in ranks:
            joined[-1] = replace(joined[-1], end=block.end, rank=ranks[n])
        else:
            joined.append(block)
    return joined


def _underlines(text: str, above: Block, line: Block) -> bool:
    plain = heads(above) and not (_UNDERLINE.fullmatch(above.head) or _KEY.match(above.head) or "|" in above.head)
    return (
        plain
        and text.count("\n", above.end, line.start) == 1
        and above.last not in "：:，,；;"
        and _UNDERLINE.fullmatch(line.head) is not None
    )


def with_reports(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks with those parted that hold several reports in one line, each opening with its paper's name, or the words
    under several pictures, each behind its arrow."""
    parted: list[Block] = []
    for block in found:
        cuts = [block.start, *_starts(text, block), block.end] if block.lines == 1 else []
        if len(cuts) > 2:
            parted.extend(_cut(text, block, a, b) for a, b in pairwise(cuts))
        else:
            parted.append(block)
    return parted


def _starts(text: str, block: Block) -> list[int]:
    """Where a report, the headline above it, or words under a picture behind their arrow begin in the midst of a line."""
    found: list[int] = []
    arrows = [match.start() for match in _ARROW.finditer(text, block.start, block.end)]
    marked = _ARROW.match(text, block.start) or cues.CAPTION_MARK.match(text, block.start)
    if (marked and len(arrows) > 1) or (arrows and _NUMBERED.match(text, block.start, arrows[0])):
        return [at for at in arrows if at > block.start]
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
        tail=text[max(start, end - TAIL) : end],
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
        and not STOP.search(above.head)
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
