"""How well a block fits as what stands among others: a column's name, and one of the briefs below it."""

from __future__ import annotations

import re

from models.prelabel.sections import cues
from models.prelabel.sections.headings import NAME, subtitle, unlike
from models.prelabel.sections.labels import UNFIT
from models.prelabel.sections.page import Page
from models.prelabel.sections.views import dated, is_unit, led

_NAMED_COLUMN, _PAGE_COLUMN, _LINKED_COLUMN = 4.0, 6.0, 12.0
_AROUND = 12
"""How far away the next line that names what bullets are about stands at most."""


def column(page: Page, n: int) -> float:
    """A standing heading that groups items."""
    row, after = page.views[n], page.at(n + 1)
    if cues.COLUMN.fullmatch(row.head):
        return UNFIT if page.minutes else 4.0
    if row.block.more and row.block.width <= _LINKED_COLUMN and page.linked:
        return 5.0
    if _over_bullets(page, n):
        return _NAMED_COLUMN
    if page.weekly and row.markdown and row.markdown not in page.column_ranks:
        return UNFIT
    if n in page.columns and (row.number or row.markdown or row.bullet or n + 1 in page.items):
        over = n + 1 in page.items or (row.markdown and after is not None and after.markdown > row.markdown)
        return _NAMED_COLUMN - (1.5 if page.listed(n) and page.to_body[n] > 3 and not over else 0.0)
    width = row.block.width
    if n == 0 and cues.SITE_LABEL.fullmatch(row.head.strip()):
        return UNFIT
    if n == 0 and _opens_with_column(page):
        return 3.5
    if width > 10 or width < 2 or row.number is not None or row.latin or row.markdown or row.person or row.bullet:
        return UNFIT
    named = cues.COLUMN_NAMES.search(row.head)
    ends = any(match.end() == len(row.head) for match in cues.COLUMN_NAMES.finditer(row.head))
    score = (
        -2.8
        + (3.4 if ends else 2.2 if named else 0.0)
        - (2.0 if row.head[-3:-2] == "的" else 0.0)
        + (0.5 if width <= 6 else 0.0)
    )
    score += 1.0 if n in page.columns else 0.0
    if after is None or cues.PAGE_NUMBER.fullmatch(after.head):
        score -= 2.0
    elif after.short and not after.person and not after.block.head.strip().isdecimal():
        score += 1.5 if named else 0.4
    else:
        score -= 0.5 if named and named.end() == len(row.head) else 1.2
    score -= 0.7 if cues.EVENT_VERB.search(row.head) else 0.0
    score -= 3.0 if after is not None and subtitle(after) else 0.0
    score -= 1.8 if cues.KICKER.match(row.head) else 0.0
    score -= 2.0 if cues.TOLD.search(row.head) else 0.0
    score -= 2.5 if n == 0 and width >= NAME and cues.MASTHEAD_NAME.search(row.head) else 0.0
    score -= 1.0 if page.to_body[n] > 4 else 0.0
    score -= 2.0 if page.listed(n) and page.to_body[n] > 3 else 0.0
    score += 1.0 if row.block.named else 0.0
    score += 0.3 * min(3, row.block.gap) + (0.8 if page.top(n) and named else 0.0)
    if (
        page.collects
        and width <= _PAGE_COLUMN
        and page.top(n)
        and page.to_body[n] == 2
        and after is not None
        and after.short
    ):
        score += 3.0
    return score - unlike(row) - (0.8 if page.parallel[n] >= 2 else 0.0)


def _over_bullets(page: Page, n: int) -> bool:
    """Whether a line names what items behind bullets are about, and another such line near does: 北京, ★9月28日，……."""
    heads = [m for m in range(max(0, n - _AROUND), min(len(page) - 1, n + _AROUND)) if _over_bullet(page, m)]
    return n in heads and len(heads) > 1 and not page.minutes


def _over_bullet(page: Page, n: int) -> bool:
    row, item = page.views[n], page.views[n + 1]
    plain = row.short and not (row.number or row.markdown or row.bullet or row.person or dated(row))
    return plain and row.block.width <= _LINKED_COLUMN and item.body and item.bullet in cues.HEADLINE_BULLETS


def _opens_with_column(page: Page) -> bool:
    """Whether a page of one column opens with its name: a short line above a headline with its byline or its news."""
    row, line, below = page.views[0], page.at(1), page.at(2)
    if line is None or below is None or page.masthead_end or row.markdown or row.number or row.bullet or row.person:
        return False
    plain = re.fullmatch(r"[\u3400-\u9fff·]{3,8}", row.head) is not None
    if not plain or cues.KICKER.match(row.head) or cues.DOCUMENT.search(row.head) or row.head[-3:-2] == "的":
        return False
    if row.block.width >= NAME and cues.MASTHEAD_NAME.search(row.head):
        return False
    titled = below.head.startswith("——")
    headed = (
        line.short and line.block.width >= (4 if titled else NAME) and not (line.person or line.field or dated(line))
    )
    if not headed or line.head[0] in "—–-" or line.number is not None or is_unit(line):
        return False
    news = below.body and bool(cues.DATELINE.match(below.head) or cues.TELEGRAM.match(below.head))
    return news or titled or dated(below) or below.byline or is_unit(below)


def _announced(page: Page, n: int) -> bool:
    """Whether the items that the block is one of are what the sentence above them, ending in a colon, lists."""
    first = n
    while first and page.views[first - 1].bullet == page.views[n].bullet:
        first -= 1
    return first > 0 and page.views[first - 1].block.last in "：:"


def brief(page: Page, n: int) -> float:
    """The opening of a short item among others of its kind."""
    row = page.views[n]
    if n in page.items:
        return 3.5
    if cues.CREDIT_FIELD.match(row.head):
        return UNFIT
    if cues.SECOND_NEWS.match(row.head):
        return 5.0
    if row.body and n and page.views[n - 1].body and cues.REPORTED.match(row.head):
        return 3.0
    if page.collects and page.bracketed(n):
        return 3.5
    if led(row) and any(led(other) for other in page.near(n, 3)):
        return 3.5
    if row.short and not row.markdown and cues.SLUG.fullmatch(row.head):
        others = [other for other in page.near(n, 8) if other.short and cues.SLUG.fullmatch(other.head)]
        return 3.5 - min(4.0, 2.0 * (page.to_body[n] > 2)) if others else -2.0
    if row.bullet and row.body:
        others = [other for other in page.near(n, 3) if other.bullet == row.bullet and other.body]
        if any(other.block.last in "；;" for other in (row, *others)) or _announced(page, n):
            return UNFIT
        return 0.4 + 0.6 * min(2, len(others)) if others else -2.0
    return UNFIT
