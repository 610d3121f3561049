"""Items that a blank line parts, each built as the others are: headline, date, text. Pages of the net list them so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections import labels as L
from models.prelabel.sections.views import View, categorised

_FEWEST, _MOST_LINES, _SHARE = 3, 7, 0.7
"""How many items there are at least, how many lines one has at most, and how many of all groups of lines are items."""
_COLUMN, _NARROWEST, _LEAST_TEXT = 10.0, 6.0, 24.0
"""How wide a column's name is at most, a headline at least, and a line of text."""
_WRAPPED = re.compile(r"[<＜〈]\s?[\u3400-\u9fff][^<>＜＞〈〉]{1,30}[>＞〉]")
_BETWEEN = 6
"""How many lines at most lie from a headline to its date."""


def places(views: Sequence[View], top: int) -> dict[int, str]:
    """The labels of the lines of such items below the title block at TOP; nothing where the page is not built so.

    A short group of one line above an item is a column's name. L.BODY: a line that heads nothing.
    """
    groups = _groups(views, top)
    items = [group for group in groups if _is_item(views, group)]
    if len(items) < _FEWEST or len(items) < _SHARE * sum(not _narrow(views, group) for group in groups):
        return {}
    found: dict[int, str] = {}
    told = {group.start for group in items}
    for group, below in pairwise([*groups, range(0)]):
        if group.start in told:
            found.update(_labels(views, group))
        elif _names(views, group) and below.start in told and len(below):
            found[group.start] = L.COLUMN
        elif _narrow(views, group):
            found.update(dict.fromkeys(group, L.BODY))
    return found


def headed(views: Sequence[View]) -> dict[int, str]:
    """The labels of a headline and of the narrow lines between it and the date above its text: column, source, author.

    Where a text opens with its date, the headline comes below.
    """
    found: dict[int, str] = {}
    for n, row in enumerate(views[:-1]):
        if not row.stamped:
            continue
        first = n - 1
        while first > max(0, n - _BETWEEN) and _between(views[first]):
            first -= 1
        told = views[n + 1].body or not views[n + 1].short
        if n - first > 1 and first >= 0 and told and _heads(views, first):
            found[first] = L.HEADLINE
            found.update(dict.fromkeys(range(first + 1, n + 1), L.BYLINE))
    if views and views[0].stamped:
        last = next((n for n in range(1, min(_BETWEEN, len(views) - 1)) if not _between(views[n])), 0)
        below = views[last + 1] if last else None
        if below is not None and _is_head(views[last]) and (not below.short or below.block.last in "：:"):
            found[0] = L.HEADLINE
            found.update(dict.fromkeys(range(1, last + 1), L.DECK))
    return found


def wrapped(views: Sequence[View]) -> dict[int, str]:
    """The labels of lines in angle brackets, several of which stand in a text: <装修注意事项> heads an item as the others do."""
    found = [n for n, row in enumerate(views[:-1]) if row.block.whole and _WRAPPED.fullmatch(row.head.strip())]
    return dict.fromkeys(found if len(found) >= _FEWEST else (), L.HEADLINE)


def _between(row: View) -> bool:
    """Whether a narrow line may stand between a headline and its date."""
    plain = row.number is None and not (row.body or row.markdown or row.bullet or row.markup or row.block.listed)
    plain = plain and not (cues.ISSUE.search(row.head) or cues.MASTHEAD_NAME.search(row.head))
    return plain and row.block.whole and row.block.width <= _COLUMN


def _is_head(row: View) -> bool:
    plain = row.short and row.number is None and not (row.markdown or cues.PATH.match(row.head))
    return plain and row.block.width > _COLUMN


def _heads(views: Sequence[View], n: int) -> bool:
    """Whether a line may be a headline: wide enough, below text, a blank line or nothing."""
    above = views[n - 1] if n else None
    return _is_head(views[n]) and (above is None or above.body or above.credit or views[n].block.gap > 0)


def _groups(views: Sequence[View], top: int) -> list[range]:
    """The runs of lines between blank ones; where none are blank, those that open or end with a date."""
    starts = [n for n in range(top, len(views)) if n == top or views[n].block.gap > 0]
    stamps = [n for n in range(top, len(views)) if views[n].stamped]
    if len(starts) == 1 and len(stamps) >= _FEWEST:
        starts = stamps if stamps[0] == top else [top, *(n + 1 for n in stamps if n + 1 < len(views))]
    return [range(a, b) for a, b in pairwise([*starts, len(views)])]


def _names(views: Sequence[View], group: range) -> bool:
    row = views[group.start]
    return len(group) == 1 and row.short and row.block.width <= _COLUMN and row.number is None


def _narrow(views: Sequence[View], group: range) -> bool:
    """Whether all lines are narrow, as a column's name or a menu is."""
    return all(views[n].short and views[n].block.width <= _COLUMN for n in group)


def _is_item(views: Sequence[View], group: range) -> bool:
    """Whether lines are a headline, with a date or other short lines, and a text of a paragraph or more."""
    rows = [views[n] for n in group if not _aside(views[n])]
    if len(rows) == 1 and rows[0].body and len(group) > 1:
        return True
    if not 2 <= len(rows) <= _MOST_LINES or len(group) > _MOST_LINES:
        return False
    lead = rows[0]
    plain = lead.number is None and not (lead.markdown or lead.field or lead.person or lead.bullet or lead.markup)
    heads = lead.block.whole and not lead.body and lead.block.width >= _NARROWEST and lead.block.last not in "：:；;。"
    if not (plain and heads) or cues.COLUMN.match(lead.head) or cues.IMPRINT.match(lead.head):
        return False
    at = _text(rows)
    return at is not None and not any(row.short and row.block.width < _LEAST_TEXT for row in rows[at:])


def _aside(row: View) -> bool:
    """Whether a line tells the item's day, or under which of a few names it was put: 公司动态."""
    return row.stamped or categorised(row)


def _text(rows: Sequence[View]) -> int | None:
    """Where the text begins below a headline and no more than two short lines; None where it does not."""
    for n, row in enumerate(rows[1:4], 1):
        if row.body or (not row.short and not row.field) or row.block.width >= _LEAST_TEXT:
            return n
    return None


def _labels(views: Sequence[View], group: range) -> dict[int, str]:
    found: dict[int, str] = {}
    plain = [n for n in group if not _aside(views[n])]
    at = _text([views[n] for n in plain]) or 1
    for n in group:
        if len(plain) == 1:
            found[n] = L.BRIEF if n == plain[0] else L.CREDIT
        elif n == group.start:
            found[n] = L.HEADLINE
        elif n == plain[0]:
            found[n] = L.DECK
        elif n < plain[at]:
            found[n] = L.BYLINE
        elif _aside(views[n]):
            found[n] = L.CREDIT
        else:
            found[n] = L.BODY
    return found
