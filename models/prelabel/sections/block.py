"""A paragraph of a bulletin as the outline sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = 240
"""How many characters of a block's beginning are looked at."""
TAIL = 80
"""And of its end."""
_LONGEST_HEADING = 46.0
STOP = re.compile("[。！？；]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph [start, end): its first and last characters without line breaks, and how it lies on the page.

    `size` is its whole length, `width` the width of a block that is short; `gap` counts the blank lines before it
    beyond those usual around it; `again` how often the line stands elsewhere, `runs` whether at the top or the foot
    of a page there; `cuts` says that the block stands in the
    middle of a sentence; `lines` how many lines the block has; `listed` says that it belongs to a list of contents, `named`
    that such a list leads to it; `more` that a link to more of what it names stands right below, which is its end;
    `phrases` that it is a heading of two phrases, a line each, and `place` that it opens with whose work is told; `rank` is
    that of a heading which a line of = or - below it makes in Markdown, 0 for all else.
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
    rank: int = 0

    @property
    def last(self) -> str:
        return self.tail[-1]

    @property
    def whole(self) -> bool:
        """Whether `head` is all of it."""
        return self.size <= HEAD


def heads(block: Block) -> bool:
    """Whether a block is short enough, and without a full stop, to be a heading."""
    return block.whole and block.width <= _LONGEST_HEADING and not STOP.search(block.head)
