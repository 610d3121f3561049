"""Paragraphs of a bulletin after its soft line breaks are joined: what the outline is decided over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models import reflow
from models.prelabel.sections import contents, cues, joining
from models.prelabel.sections.block import HEAD, STOP, TAIL, Block, heads

_DIGITS = re.compile(r"[\d０-９]+|(?<=第)[一二三四五六七八九十]{1,3}(?=[页頁])")
_PAGE_NUMBER = re.compile(
    r"[-—–－·~～]{1,2}\s?\d{1,3}\s?[-—–－·~～]{1,2}|第\s?\d{1,3}\s?页(?:\s*[,，/]?\s*共\s?\d{1,3}\s?页)?"
    rf"|{cues.PAGE_OF}第[\d一二三四五六七八九十]{{1,3}}页"
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


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order; leftovers of the extraction that stand at a block's start are passed over."""
    read = reflow.joins(text)
    rows = read.rows
    junk = dict(reflow.leftovers(text))
    found: list[Block] = []
    n = 0
    while n < len(rows):
        last = n
        while last + 1 < len(rows) and read.soft(last):
            if _parted(text, rows[last], rows[last + 1]) or _stamped(text, rows[last + 2 : last + 3]):
                break
            last += 1
        start = _past(text, junk, rows[n].start, rows[last].end)
        if start < rows[last].end:
            block = _block(text, rows, n, last, start, max(0, rows[n].gap - read.usual[n]))
            found.append(replace(block, cuts=True) if n in read.cutting else block)
        n = last + 1
    found = joining.with_underlines(text, found)
    found = joining.with_pairs(
        joining.with_sources(joining.with_links(joining.with_markers(joining.with_reports(text, found))))
    )
    return tuple(_repeated(_with_contents(found)))


def _parted(text: str, above: reflow.Line, below: reflow.Line) -> bool:
    """Whether two lines are blocks of their own though the one above is full: a page's number, an addressee, a key, a
    column."""
    if _PAGE_NUMBER.fullmatch(text, above.start, above.end) or _PAGE_NUMBER.fullmatch(text, below.start, below.end):
        return True
    ends = max(above.start, above.end - TAIL)
    if cues.CAPTION_END.search(text, ends, above.end) or cues.PICTURE_OF.search(text, ends, above.end):
        return True
    if _ADDRESSEE.match(text, below.start, below.end) or _KEYED.match(text, below.start, below.end):
        return True
    if _RUNNING.fullmatch(text, above.start, above.end) or _RUNNING.fullmatch(text, below.start, below.end):
        return True
    ended = _ENDED.search(text, max(above.start, above.end - TAIL), above.end)
    return ended is not None and _ALONE.fullmatch(text, below.start, below.end) is not None


def _stamped(text: str, below: Sequence[reflow.Line]) -> bool:
    """Whether the line tells the day on which a text appeared and nothing else: what stands above it heads that text."""
    return any(cues.STAMP.fullmatch(text, line.start, line.end) for line in below)


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
    tail = text[max(rows[last].start, start, end - TAIL) : end]
    return Block(
        start, end, head[:HEAD], tail, size, reflow.width(head[:HEAD]), rows[n].indent, gap, rows[n].page, last - n + 1
    )


def _repeated(found: list[Block]) -> list[Block]:
    """Count for short blocks how often they stand elsewhere, figures and lists of contents aside."""
    keys = ["" if block.listed else _key(block) for block in found]
    counts = Counter(keys)
    edges = [block.page or below.page for block, below in pairwise(found)] + [found[-1].page] if found else []
    tops = Counter(key for key, edge in zip(keys, edges, strict=True) if edge)
    return [
        replace(block, again=counts[key] - 1, runs=counts[key] > 1 and tops[key] > 0) if key else block
        for block, key in zip(found, keys, strict=True)
    ]


def _key(block: Block) -> str:
    plain = _DIGITS.sub("0", "".join(block.head.split()))
    fits = block.whole and 4 <= len(plain) <= 60 and not STOP.search(plain)
    return plain if fits and any(character.isalpha() for character in plain) else ""
