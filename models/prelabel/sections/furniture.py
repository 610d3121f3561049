"""What a page has round its texts that its place alone tells: a site's menu, a title block that runs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections.views import View, dated

_TOP, _REACH, _FEWEST = 3, 60, 3
"""Among how many lines a menu begins, how far down it reaches at most, and how many entries it has at least."""
_ENTRY, _HOME = 6.0, re.compile(r"(?:网站)?首\s*页|主\s*页|(?i:home)")
"""How wide a menu's entry is at most, and what leads home."""
_BARS = frozenset("|｜·/")
_LONGEST = 8
"""How many characters an entry has at most where all of them stand on one line."""


def furniture(rows: Sequence[View], end: int) -> frozenset[int]:
    """The places of a site's menu, and of the title block that reaches to END where it stands again."""
    first = next((n for n, row in enumerate(rows) if row.body), 0)
    lines = {n for n, row in enumerate(rows[:first]) if _in_line(row.head) or _crumb(row, rows[n + 1])}
    lines |= {
        n
        for n, row in enumerate(rows)
        if (n < first or re.search(r"\w", row.head)) and cues.NAVIGATION.fullmatch(row.head)
    }
    return letterheads(rows, end) | lines | set(menu(rows)) | _home(rows) | _bars(rows) | _beside(rows)


def _home(rows: Sequence[View]) -> set[int]:
    """The places at the top of what leads home between the page's own place twice: 头条新闻, 首页, 头条新闻."""
    near = range(1, min(_TOP, len(rows) - 1))
    home = next((n for n in near if _HOME.fullmatch(rows[n].head.strip()) and rows[n - 1].head == rows[n + 1].head), 0)
    return set(range(home + 2)) if home else set()


def _bars(rows: Sequence[View]) -> set[int]:
    """The places of what a page offers, set apart by bars alone on their lines, with the bars."""
    bars = [n for n, row in enumerate(rows) if row.head.strip() in _BARS]
    beside = [(n, after) for n, after in pairwise(bars) if after - n == 2 and rows[n + 1].block.width <= _ENTRY]
    found = {m for n, after in beside for m in range(n - 1, after + 2)}
    return {n for n in found if 0 <= n < len(rows) and rows[n].block.width <= _ENTRY}


def _beside(rows: Sequence[View]) -> set[int]:
    """The places of a site's menu below the last text: narrow lines on end, one of which the path at the top ends with."""
    path = next((row.head for row in rows[:_TOP] if cues.PATH.match(row.head)), "")
    here = re.split(r"[>＞»/\\→]", path)[-1].strip()
    last = len(rows)
    while last and (_entry(rows[last - 1]) or rows[last - 1].latin):
        last -= 1
    menu = range(last, len(rows))
    return set(menu) if here and len(menu) >= _FEWEST and any(rows[n].head.strip() == here for n in menu) else set()


def _crumb(row: View, below: View) -> bool:
    """Whether a line is the place once more that the path below it ends with: 部门简介, 当前位置：部门简介."""
    path = cues.PATH.match(below.head)
    return row.short and path is not None and below.head[path.end() :].strip(" >＞»") == row.head.strip()


def _in_line(head: str) -> bool:
    """Whether a line is a whole menu: what leads home, and three entries or more set apart."""
    home = _HOME.match(head.lstrip("•·-* "))
    entries = re.split(r"[\s|｜·]+", head.lstrip("•·-* ")[home.end() :].strip(" |｜·")) if home else []
    return len(entries) >= _FEWEST and all(entry.isalnum() and len(entry) <= _LONGEST for entry in entries)


def menu(rows: Sequence[View]) -> range:
    """The lines of a site's menu near the top of its page, below its name: narrow ones on end, of which the first leads home
    or another does, or one stands again below."""
    first = next((n for n, row in enumerate(rows[:_TOP]) if _entry(row)), 0)
    last = first
    while last < min(len(rows), first + _REACH) and _entry(rows[last]):
        last += 1
    home = next((n for n in range(first, last) if _HOME.fullmatch(rows[n].head.strip())), None)
    begin = max(1, first)
    if home is not None:
        begin = home if home <= begin else begin
        return range(begin, last) if last - begin >= _FEWEST else range(0)
    seen: set[str] = set()
    for n in range(begin, last):
        if rows[n].head in seen:
            return range(begin, n) if n - begin >= _FEWEST else range(0)
        seen.add(rows[n].head)
    return range(0)


def _entry(row: View) -> bool:
    plain = not (row.body or row.number or row.markdown or row.markup or row.field or row.credit or dated(row))
    return plain and row.block.gap == 0 and len("".join(row.head.split())) >= 2 and row.block.width <= _ENTRY


def letterheads(rows: Sequence[View], end: int) -> frozenset[int]:
    """The places where two lines or more of the title block that reaches to END stand again, one below the other."""
    block = {"".join(row.head.split()) for row in rows[:end] if row.block.again}
    found: set[int] = set()
    run: list[int] = []
    for n in range(end, len(rows) + 1):
        if n < len(rows) and "".join(rows[n].head.split()) in block:
            run.append(n)
            continue
        found.update(run if len(run) > 1 else ())
        run = []
    return frozenset(found)
