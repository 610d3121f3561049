"""Paragraphs of a bulletin after its soft line breaks are joined: what the outline is decided over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models import reflow

HEAD = 240
"""How many characters of a block's beginning are looked at."""
_TAIL = 80
_DIGITS = re.compile(r"[\d０-９]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph [start, end): its first and last characters without line breaks, and how it lies on the page.

    `size` is its whole length, `width` the width of a block that is short; `gap` counts the blank lines before it
    beyond those usual around it; `again` how often the line stands elsewhere, `runs` whether at the top of a page
    there; `cuts` says that the block stands in the
    middle of a sentence; `lines` how many lines the block has.
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
            last += 1
        start = _past(text, junk, rows[n].start, rows[last].end)
        if start < rows[last].end:
            block = _block(text, rows, n, last, start, max(0, rows[n].gap - usual[n]))
            found.append(replace(block, cuts=n in cutting))
        n = last + 1
    return tuple(_repeated(found))


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
    """Count for short blocks how often they stand elsewhere, figures aside."""
    keys = [_key(block) for block in found]
    counts = Counter(keys)
    tops = Counter(key for block, key in zip(found, keys, strict=True) if block.page)
    return [
        replace(block, again=counts[key] - 1, runs=counts[key] > 1 and tops[key] > 0) if key else block
        for block, key in zip(found, keys, strict=True)
    ]


def _key(block: Block) -> str:
    plain = _DIGITS.sub("0", "".join(block.head.split()))
    return plain if block.whole and 4 <= len(plain) <= 60 else ""
