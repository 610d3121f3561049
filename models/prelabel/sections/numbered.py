"""How well a numbered block fits as a heading: a line of its own, or the lead-in of a paragraph."""

from __future__ import annotations

import re

from models.prelabel.sections import cues
from models.prelabel.sections.labels import UNFIT
from models.prelabel.sections.page import Page
from models.prelabel.sections.views import View

_BENEATH = 2.5
"""What numbered paragraphs gain that stand right below a numbered heading."""
_BRACKETED = 3.5
"""What paragraphs gain that open with their headings in brackets, several near each other."""
_ANNOUNCED = 2.0
"""What items lose as headings that a line ending in a colon announces."""
_HEADED = 3.0
"""What narrow numbered lines gain each of which has a text below."""
_FIGURE = re.compile(r"\d{1,2}[.、．]")
_PARTS = frozenset(("formal", "han"))
"""Numbers of an article's parts, even where a list of a sentence has them: 一、通过工作报告；二、增补理事。"""
_TELLS = re.compile(r"[\u4e00-\u9fff ]{2,8}[：:]")
_FIELD, _LONGEST_FIELD = 5.0, 60
"""What a numbered line of a label and its value loses that stands below a part: 1.住宿费：每天480元."""
_MEETING = re.compile(
    r"\**(?:开会|会议)?(?:时\s*间|日\s*期|地\s*点|主\s*席|主\s*持|[记纪]\s*录|应?(?:出|列|缺)\s*席|参\s*加|请\s*假)\S{0,6}?\s*\**\s*[：:]"
)
_HEADING_STYLES = {
    "part": 4.5, "chapter": 4.5, "clause": 4.0, "annex": 4.0, "ordinal": 0.0, "formal": 4.0, "han": 4.0, "han-bracket": 3.2,
    "case": 3.2, "named": 3.2, "roman": 3.2, "digit": 2.2, "decimal": 2.2, "digit-bracket": 1.0, "half-bracket": 0.0, "ring": 0.0,
    "small-roman": 0.0, "letter": -0.5,
}  # fmt: skip
_LEAD_IN_STYLES = {
    "part": 3.5, "chapter": 3.5, "clause": 4.0, "ordinal": 1.5, "formal": 3.5, "han": 3.2, "named": 3.2, "han-bracket": 1.2,
    "roman": 1.2, "digit": 0.2, "digit-bracket": -0.4,
}  # fmt: skip


def same(row: View, other: View | None) -> bool:
    """Whether two blocks are numbered in one style and stand at one depth of Markdown."""
    if other is None or other.number is None or row.number is None:
        return False
    return other.number.style == row.number.style and other.markdown == row.markdown


def _itemised(page: Page, n: int) -> bool:
    """Whether a numbered block belongs to a list: its neighbours of the same style end in semicolons."""
    row = page.views[n]
    return row.block.last in "；;，," or any(
        same(row, other) and other is not None and other.block.last in "；;"
        for other in (page.at(n - 1), page.at(n + 1))
    )


def _repeats(page: Page, n: int) -> bool:
    """Whether the block right above or below bears the same number: a list that counts by itself (1. 1. 1.)."""
    own = _FIGURE.match(page.views[n].head)
    beside = [_FIGURE.match(other.head) for other in (page.at(n - 1), page.at(n + 1)) if other is not None]
    return own is not None and any(other is not None and other.group() == own.group() for other in beside)


def _bare(row: View) -> bool:
    """Whether a line holds a figure alone, which counts what stands below: 1). 第一条 is a heading by itself."""
    number = row.number
    return (
        number is not None and cues.RANK[number.style] >= cues.RANK["digit"] and not row.head[number.length :].strip()
    )


def _of_meeting(page: Page, n: int) -> bool:
    """Whether a number counts what minutes say first: when, where, who was there."""
    row = page.views[n]
    return page.minutes and row.number is not None and _MEETING.match(row.head, row.number.length) is not None


def subhead(page: Page, n: int) -> float:
    """A numbered line that heads a part of an article."""
    row, after, before = page.views[n], page.at(n + 1), page.at(n - 1)
    if row.number is None or _bare(row):
        return UNFIT
    if _of_meeting(page, n):
        return _HEADING_STYLES[row.number.style]
    sentence = row.block.whole and row.block.width <= 34 and row.head.count("。") == 1 and row.block.last == "。"
    if not (row.short or sentence):
        return UNFIT
    score = _HEADING_STYLES[row.number.style] + (2.0 if row.markdown else 0.0)
    if not row.markdown:
        if same(row, after) or after is None:
            score -= 4.0
        elif same(row, before) and not after.body:
            score -= 3.0
        if row.block.width > 40:
            score -= 1.5
        if (
            row.number.style not in ("part", "chapter", "clause", "formal", "han")
            and len(re.findall("[，,]", row.head)) > 1
        ):
            score -= 1.5
        if page.listed(n) and page.to_body[n] > 2:
            score -= 1.5
    if row.number.style == "ring" and any(cues.CAPTION_MARK.match(other.head) for other in page.near(n, 1)):
        score += 4.0
    if _itemised(page, n) or _repeats(page, n):
        score -= 4.0
    if n in page.announced and not row.markdown:
        score -= _ANNOUNCED
    if n in page.headed:
        score += _HEADED
    return score - (0.8 if sentence else 0.0) - page.worn(n)


def run_in(page: Page, n: int) -> float:
    """A numbered paragraph whose lead-in heads a part of the article."""
    row = page.views[n]
    if row.number is None and n not in page.items and not page.collects and page.bracketed(n):
        return _BRACKETED
    if row.number is None or row.markdown or n in page.items or _bare(row):
        return UNFIT
    rest = row.head[row.number.length :]
    lead = re.match(r"[^。！？；;：:]{1,60}[。！？：:]|[^\s。，,]{2,24}\s{1,4}", rest)
    size = len(lead.group()) if lead else 99
    score = _LEAD_IN_STYLES.get(row.number.style, -2.5)
    if row.short and row.block.width < 40:
        score -= 2.5 if row.number.style != "named" else 1.0
    score += 0.9 if size <= 30 else -0.8
    score += 0.5 if row.block.size - size >= 30 else -0.8
    siblings = [other for other in page.near(n, 8) if same(row, other)]
    steps = {other.number.value - row.number.value for other in siblings if other.number is not None}
    score += 0.6 if steps & {1, -1} else -0.8
    if n in page.beneath:
        score += _BENEATH
    if row.number.style == "digit" and ((n in page.outer and n not in page.beneath) or page.marked):
        score -= 1.5
    nested = row.number.style == "digit" and (n in page.outer or n in page.beneath)
    if nested and row.block.size < _LONGEST_FIELD and _TELLS.match(rest):
        score -= _FIELD
    if row.number.style == "clause" and n in page.chapters:
        score -= 6.0  # a rule's chapters are its parts
    if (_itemised(page, n) and row.number.style not in _PARTS) or _repeats(page, n):
        score -= 3.5
    if n in page.announced:
        score -= _ANNOUNCED
    if siblings and all(other.block.size < 45 for other in siblings) and row.block.size < 45:
        score -= 2.0
    return score
