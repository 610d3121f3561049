"""How well a block fits as the words under a picture."""

from __future__ import annotations

import re

from models.prelabel.sections import cues
from models.prelabel.sections.labels import UNFIT
from models.prelabel.sections.page import Page

_WIDEST_WORDS = 40.0
"""Words under a picture behind an arrow are no wider, where several stand together."""
_PICTURED = 5.5
"""What tells words under pictures by their company is right nine times in ten."""
_LEAST_WORDS = 12
"""Words under a picture that close with whose it is have more characters."""


def caption(page: Page, n: int) -> float:
    """What belongs to a picture."""
    row, before, after = page.views[n], page.at(n - 1), page.at(n + 1)
    if before is not None and row.block.whole and cues.PICTURE.match(row.head):
        return 3.5
    if before is not None and cues.PICTURE_FILE.match(row.head):
        return 4.0
    if n in page.stated:
        return 3.9
    if n in page.items and row.short:
        return UNFIT
    if not row.block.whole or row.block.width > 80 or before is None or row.number is not None or row.markup:
        return UNFIT
    if cues.RULE.fullmatch(row.head):
        return UNFIT
    if row.block.cuts:
        return 5.0
    if n in page.pictured:
        return _PICTURED
    if cues.CAPTION.match(row.head.lstrip("（(")):
        return 3.8
    if acts(page, n) or _sourced(page, n):
        return 4.0
    if _marked(page, n):
        return 4.0
    if cues.CAPTION_PLACE.search(row.head) and row.block.last not in "。！？；：:" and not row.credit:
        return 3.0
    signed = cues.CREDIT_FIELD.match(row.head.lstrip("（( "))
    if cues.CAPTION_END.search(row.block.tail) and not row.credit and not signed:
        return 3.5
    if cues.CAPTION_DATE.match(row.head) and row.short and before.body:
        return 1.0
    if cues.CAPTION_SCENE.search(row.head) and row.short and before.body and row.block.width <= 40:
        return 1.8
    if row.short and n < page.first_body and cues.CAPTION_POSE.search(row.head):
        return 2.5
    if row.short and cues.CAPTION_SCENE.search(row.head) and before.short and after is not None and after.body:
        return 2.5 if before.block.width > row.block.width else UNFIT
    if (
        row.block.again
        and row.short
        and row.block.last not in "：:"
        and not page.first(n)
        and (n >= page.first_body or not (before.block.last in "：:" or cues.DAY.search(row.head)))
        and not (row.block.runs or before.number or n in page.signed)
        and row.block.width >= 8
    ):
        return 2.0 + (1.0 if page.first_place(n) <= 3 else 0.0)
    if row.short and before.body and after is not None and after.body and _goes_on(page, n):
        return 2.2
    if row.short and before.block.again and after is not None and after.block.again and not page.first(n - 1):
        return 1.5
    return UNFIT


def _sourced(page: Page, n: int) -> bool:
    """Whether a line closes with whose picture it is, and is no credit by itself."""
    row = page.views[n]
    if not cues.PICTURE_OF.search(row.head, 2):
        return False
    words = row.block.size > _LEAST_WORDS and not cues.CREDIT_FIELD.match(row.head)
    return words or (n > page.first_body and row.short)


def acts(page: Page, n: int) -> bool:
    """Whether a line in brackets amid running text tells what is seen in a picture."""
    after = page.at(n + 1)
    if n < page.first_body or after is None or cues.CAPTION_ACT.fullmatch(page.views[n].head.strip()) is None:
        return False
    return after.body or cues.CAPTION_ACT.fullmatch(after.head.strip()) is not None


def _marked(page: Page, n: int) -> bool:
    """Whether an arrow to a picture opens the line: by itself in running text, or one of several that are no items."""
    row, before, after = page.views[n], page.views[n - 1], page.at(n + 1)
    if not cues.CAPTION_MARK.match(row.head):
        return False
    if row.short and before.body:
        return True
    beside = [other for other in (before, after) if other is not None and cues.CAPTION_MARK.match(other.head)]
    told = any(cues.DAY.search(other.head) or not other.block.whole for other in (row, *beside))
    return bool(beside) and all(other.block.width <= _WIDEST_WORDS for other in (row, *beside)) and not told


def _goes_on(page: Page, n: int) -> bool:
    """Whether the report goes on below a line that nothing else in it is like: words under a picture."""
    row = page.views[n]
    alone = (
        not (row.latin or row.block.last in "：:" or re.search("[“：:]", row.head))
        and row.number is None
        and not row.markdown
        and not row.bullet
        and not row.bold
        and not row.person
    )
    return alone and not page.collects and page.parallel[n] == 0 and bool(cues.GOES_ON.match(page.views[n + 1].head))
