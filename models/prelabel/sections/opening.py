"""How far a bulletin's title block reaches, and which bare figures number its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.prelabel.sections import cues
from models.prelabel.sections.views import View, dated

_REACH = 60
_PUBLISHED = re.compile(
    rf"[^，。；！？]{{3,30}}?(?:\s{{2,}}|\s?[编編]\s?|主[办辦编編]|[编編]印|[编編][发發辑輯]|[制製]\s)(?:{cues.FULL_DATE}|{cues.MONTH})[印发發出版]{{0,2}}"
    r"|[^，。；！？\s]{2,24}(?:主[办辦编編]|[编編]印|[编編][发發]|(?:办公室|辦公室|[局部处會会委])\s?[编編])"
    r"|(?:主[办辦管]|承[办辦]|[协協][办辦]|指[导導]|督印|[编編]印|主[编編]|[签簽][发發]|[责責]任?[编編][辑輯]?|[发發]行|出版)(?:[单單]位|人|日期)?\s?[:：]\s?\S.{1,30}"
)
_FIGURE = re.compile(r"[-—–·~\s]*\d{1,3}[-—–·~\s]*")
_BESIDE_ISSUE = 14
_NAME = 5.0
"""A bulletin's name is this wide at least; 车间动态 is a column's."""
_KEY = re.compile(r"[a-z][a-z_-]{1,19}\s?:(?:\s|$)")
_VALUE = re.compile(r"-\s+\S{1,40}$")
_KEYS = 2
_LETTERED = re.compile(r"[A-Za-z’'&.,-]+(?:\s[A-Za-z’'&.,-]+){1,11}")
_DATED_LINE = re.compile(rf"[^，。；！？]{{2,40}}\s(?:{cues.FULL_DATE})\s?(?:星期[一二三四五六日天])?[印编]?")
_WIDEST_ISSUE = 70.0
_ISSUED = re.compile(rf"{cues.FULL_DATE}|主办|主管|编印|编发|[\d一二三四五六七八九〇零]{{4}}年.{{0,6}}第|总\s?第")
"""What stands beside an issue's number in a title block alone."""


def masthead_end(rows: Sequence[View]) -> int:
    """The place below the last line that only a title block has: issue, publisher with date, contents, their rule.

    0 where the bulletin opens with none of them before its first running text.
    """
    end = front_matter(rows)
    for n, row in enumerate(rows[:_REACH]):
        if n < end:
            continue
        if row.body and not row.block.listed and not _PUBLISHED.fullmatch(row.head):
            break
        if _telling(rows, n) or (end > 0 and n - end < 2 and _beside(row)):
            end = n + 1
    return end


def front_matter(rows: Sequence[View]) -> int:
    """The place below the keys and values that a file of a site's generator opens with; 0 where there are none."""
    end = keys = 0
    for n, row in enumerate(rows[:_REACH]):
        key = _KEY.match(row.head) is not None
        if not (key or cues.RULE.fullmatch(row.head) or (keys and _VALUE.match(row.head))):
            break
        keys += key
        end = n + 1
    return end if keys >= _KEYS else 0


def _telling(rows: Sequence[View], n: int) -> bool:
    """Whether a line by itself shows that a title block reaches down to it."""
    row = rows[n]
    below = rows[n + 1] if n + 1 < len(rows) else None
    named = (
        0 < n < 3
        and rows[0].block.width >= _NAME
        and bool(cues.MASTHEAD_NAME.search(rows[0].head))
        and below is not None
        and below.short
    )
    return (
        row.block.listed
        or _issue(row)
        or _published(row)
        or (_letterhead(row) and not _titled(rows[:n]))
        or (named and dated(row))
    )


def _beside(row: View) -> bool:
    """Whether a line belongs to a title block where one stands right above it."""
    contact = row.block.whole and (cues.IMPRINT.match(row.head) or cues.ADDRESS.match(row.head))
    closes = row.block.whole and bool(_DATED_LINE.fullmatch(row.head) or _LETTERED.fullmatch(row.head.strip()))
    return dated(row) or bool(cues.RULE.fullmatch(row.head)) or bool(contact) or closes


def _issue(row: View) -> bool:
    match = cues.ISSUE.search(row.head)
    if match is None or not row.block.whole or row.block.width > _WIDEST_ISSUE:
        return False
    if _ISSUED.search(row.head) and not re.search("[，。；]", row.head):
        return True
    if row.block.width > 40:
        return False
    beside = len("".join(re.sub(r"[（(].{0,24}[)）]|\d{2,4}年", "", row.head).split())) - len(match.group())
    return beside <= _BESIDE_ISSUE and not cues.EVENT_VERB.search(row.head)


def _published(row: View) -> bool:
    return row.block.width <= 46 and bool(_PUBLISHED.fullmatch(row.head.strip()))


def _letterhead(row: View) -> bool:
    return row.block.whole and bool(cues.DOCUMENT_NUMBER.fullmatch(row.head.strip()))


def _titled(rows: Sequence[View]) -> bool:
    return any(cues.DOCUMENT.search(row.head) or "关于" in row.head or "關於" in row.head for row in rows)


def page_numbers(rows: Sequence[View]) -> frozenset[int]:
    """The places of bare figures that count up by one, three or more of them, with running text between."""
    bodies = 0
    before: list[int] = []
    for row in rows:
        before.append(bodies)
        bodies += row.body
    chain: dict[int, list[int]] = {}
    found: set[int] = set()
    for n, row in enumerate(rows):
        if not (row.block.whole and _FIGURE.fullmatch(row.head)):
            continue
        value = int(re.sub(r"\D", "", row.head))
        above = chain.get(value - 1)
        fits = above is not None and before[n] > before[above[-1]]
        chain[value] = [*above, n] if fits and above is not None else [n]
        if len(chain[value]) >= 3:
            found.update(chain[value][-3:])
    return frozenset(found)
