"""Items of a page that lists them: one line marks each, whose and when or a field, or many of their headlines are cut or
end in their day."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.prelabel.sections.tables import FIGURED
from models.prelabel.sections.views import View, dated

_FEWEST, _SHARE, _DEEPEST = 4, 0.8, 7
"""How many items there are at least, how many of them are built alike, how far below a headline the line stands at most."""
_MOST_LINES, _TOLD = 12, 0.25
"""How many lines the middle item has at most, and how many of running text without a label there are for each: reports are
no such items."""
_MARKS = 8
"""How many kinds of lines are tried, those that occur most often."""
_NARROWEST, _COLUMN = 4.0, 14.0
"""How wide a headline is at least, a column's name at most."""
_NAME, _OF_ALL, _CUT = 6.0, 0.3, re.compile(r"(?:…|\.{3,})\W?$")
"""A column's name in a list of headlines is no wider; how many of these are cut at least, and how that shows."""
_POSTED = re.compile(r"\S[^。]{5,}?[\s\[(（]+\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?[\])）]?\s*")
"""A headline with the day at its end: 何院长一行赴和县调研 2015-11-25."""
_LONGEST = 100
"""How many characters such a headline has at most."""
_SIGNED = re.compile(r"[\u3400-\u9fff·]{2,6}\d?\s{1,4}(?:\d{4}[-./])?\d{1,2}[-./]\d{1,2}(?:\s+\d{1,2}:\d{2})?")
"""Whose an item is and when it was put there: 某某　05-24 09:28."""
_LABEL = re.compile(r"([^\s，。；：:]{2,8})\s?[：:]")
_CONTACT = re.compile(
    "电话|地址|传真|邮箱|网址|联系|热线|邮编|微信|编辑|校对|审核|摄影|文字|来源|供稿|[时時]间|地点|主持|记录|出席|列席|决议|说明|办法|案由"
)
_HOUR = re.compile(r"(?:星期|周)[一二三四五六日天].{0,12}|\d{1,2}[:：]\d{2}.{0,12}")


@dataclass(frozen=True, slots=True)
class Anchored:
    """The places of the items' headlines, of the columns' names above some, and of all that belongs to an item."""

    heads: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()


def anchored(views: Sequence[View]) -> Anchored:
    """The items of a bulletin that is a list of them; nothing where it is not."""
    marks = [_mark(row) for row in views]
    able = [_heads(row, mark) for row, mark in zip(views, marks, strict=True)]
    found: list[Anchored] = []
    often = sorted((-count, mark) for mark, count in Counter(filter(None, marks)).items() if count >= _FEWEST)
    for _count, mark in often[:_MARKS]:
        found.append(_built(views, marks, able, [n for n, other in enumerate(marks) if other == mark]))
    best = max(found, key=lambda items: len(items.heads), default=Anchored())
    return best if best.heads else _cut_headlines(views)


def _cut_headlines(views: Sequence[View]) -> Anchored:
    """The headlines that a page lists one a line, many of them cut short (……) or with their day, and the columns' names
    between them."""
    heads: set[int] = set()
    columns: set[int] = set()
    run: list[int] = []
    for n in range(len(views) + 1):
        if n < len(views) and (_posted(views[n]) or (views[n].short and (_heads(views[n], "") or _names(views[n])))):
            run.append(n)
            continue
        items = {m for m in run if views[m].block.width > _NAME}
        names = {a for a, b in pairwise(run) if a not in items and b in items}
        if n < len(views) and views[n].body:
            items.discard(n - 1)  # what has a text below it heads that
        cut = sum(_CUT.search(views[m].head) is not None or _posted(views[m]) for m in items)
        if cut >= _FEWEST and cut >= _OF_ALL * len(items):
            heads.update(items)
            columns |= names
        run = []
    return Anchored(frozenset(heads), frozenset(columns))


def _posted(row: View) -> bool:
    plain = row.block.whole and row.number is None and not (row.body or row.markdown or row.markup or row.field)
    return plain and row.block.size <= _LONGEST and _POSTED.fullmatch(row.head.strip()) is not None


def _mark(row: View) -> str:
    """What a line has in common with those of other items; nothing where it is none of theirs."""
    head = row.head.strip()
    if not row.block.whole or row.markdown or row.number is not None:
        return ""
    if row.stamped or _SIGNED.fullmatch(head):
        return "stamp"
    label = _LABEL.match(head)
    if label is not None and not _CONTACT.search(label[1]):
        return f"field {label[1]}"
    same = row.block.again >= _FEWEST - 1 and row.short and not FIGURED.search(head)
    return f"same {head}" if same else ""


def _built(views: Sequence[View], marks: Sequence[str], able: Sequence[bool], places: Sequence[int]) -> Anchored:
    """The items that lines at these places mark. ABLE: which lines may be headlines."""
    heads: list[int] = []
    for depth in range(1, _DEEPEST + 1):
        leads = [at - depth for n, at in enumerate(places) if at - depth > (places[n - 1] if n else -1)]
        alike = len({views[n].block.head for n in leads if able[n]})
        if alike >= max(_FEWEST, _SHARE * len(places)):
            heads = [n for n in leads if not (views[n].body or marks[n])]
    if not heads:
        return Anchored()
    size = int(statistics.median(below - above for above, below in pairwise(heads)))
    ends = [*heads[1:], min(len(views), max(places[-1] + 1, heads[-1] + size))]
    told = sum(_tells(views, n) for n in range(heads[0] + 1, ends[-1]))
    if size > _MOST_LINES or told > _TOLD * len(heads):
        return Anchored()
    above = {n - 1 for n in heads if n} - set(heads)
    columns = {n for n in above if not marks[n] and _names(views[n])}
    if columns <= {heads[0] - 1} or len(columns) > len(heads) / 2:
        columns = set()
    inside = set(range(heads[0], ends[-1])) - columns - set(heads)
    return Anchored(frozenset(heads), frozenset(columns), frozenset(inside))


def _tells(views: Sequence[View], n: int) -> bool:
    """Whether a line is running text, without a label before it or above it."""
    return views[n].body and not _LABEL.match(views[n].head) and views[n - 1].block.last not in "：:"


def _heads(row: View, mark: str) -> bool:
    """Whether a line may be an item's headline."""
    plain = row.number is None and not (row.body or row.markup or row.field or row.person or row.credit or dated(row))
    plain = plain and row.block.whole and not (mark or row.latin) and not _HOUR.fullmatch(row.head.strip())
    return plain and row.block.width >= _NARROWEST and row.block.last not in "：:；;。"


def _names(row: View) -> bool:
    """Whether a line may name the column of the items below it."""
    return (
        row.short and row.block.width <= _COLUMN and not (row.field or row.person or _HOUR.fullmatch(row.head.strip()))
    )
