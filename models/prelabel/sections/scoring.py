"""How well each label fits each block, from cues that add up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.prelabel.sections import cues
from models.prelabel.sections import labels as L
from models.prelabel.sections.blocks import Block
from models.prelabel.sections.views import View, dated, is_unit, parallels, shape, spaced, view

Scores = dict[str, float]


class Page:
    """The views of all blocks with what depends on more than one of them."""

    def __init__(self, rows: Sequence[Block]) -> None:
        self.views = [view(block) for block in rows]
        self.parallel = parallels(self.views)
        self.body_after = _body_after(self.views)
        self.heads: dict[str, int] = {}
        for n, row in enumerate(self.views):
            if row.block.whole:
                self.heads.setdefault("".join(row.head.split()), n)

    def __len__(self) -> int:
        return len(self.views)

    def at(self, n: int) -> View | None:
        return self.views[n] if 0 <= n < len(self.views) else None

    def near(self, n: int, reach: int) -> list[View]:
        return self.views[max(0, n - reach) : n] + self.views[n + 1 : n + 1 + reach]


def _body_after(rows: Sequence[View]) -> list[int]:
    """How many blocks of running text come after each block."""
    found = [0] * len(rows)
    for n in range(len(rows) - 2, -1, -1):
        row = rows[n + 1]
        found[n] = found[n + 1] + (row.body and not cues.NOTICE.search(row.head[:60]))
    return found


def scores(page: Page, n: int) -> Scores:
    """For each label that the block may bear, how well it fits."""
    row = page.views[n]
    found = {L.BODY: body(page, n)}
    found[L.RUN_IN] = run_in(page, n)
    found[L.CAPTION] = caption(page, n)
    found[L.CREDIT] = credit(page, n)
    found[L.FOOTER] = footer(page, n)
    found[L.BOILERPLATE] = boilerplate(page, n)
    found[L.MASTHEAD] = masthead(page, n)
    found[L.BRIEF] = brief(page, n)
    found[L.BYLINE] = byline(page, n)
    found[L.SUBHEAD] = subhead(page, n)
    if row.short:
        found[L.COLUMN] = column(page, n)
        found[L.HEADLINE] = headline(page, n)
        found[L.DECK] = deck(page, n)
    return {label: score for label, score in found.items() if score > -5.0 or label == L.BODY}


def body(page: Page, n: int) -> float:
    row = page.views[n]
    if row.body or row.field:
        return 0.0
    if row.number is not None and not row.markdown:
        return -0.3
    if row.block.last in "。：:；;，,":
        return -0.2
    return -2.3


def headline(page: Page, n: int) -> float:
    row, after, before = page.views[n], page.at(n + 1), page.at(n - 1)
    head, width = row.head, row.block.width
    score = -1.0
    score += 0.9 if cues.EVENT_VERB.search(head) else 0.0
    score += 0.7 if 10 <= width <= 42 else -1.5 if width < 5 else -0.3 if width < 8 else 0.0
    score += 1.4 if spaced(row) else 0.0
    score += 0.5 * min(row.block.gap, 3) + (0.7 if row.block.page else 0.0)
    if after is not None:
        score += _before_article(after)
        if row.bullet:
            score += 2.5 if after.body and not after.bullet else -1.5
    if before is None:
        score += 1.5
    elif before.credit or (cues.CREDIT.search(before.block.tail[-40:]) and before.block.tail[-1] in "）)"):
        score += 1.2
    if row.markdown:
        score += 4.0 if row.markdown == 1 else 0.5
    if row.number is not None and row.number.style != "letter":
        score -= 3.0
    if row.block.last in "：:" or row.person or dated(row) or row.byline or row.credit or row.field:
        score -= 2.0
    if cues.PAGE_NUMBER.fullmatch(head) or cues.RULE.fullmatch(head) or row.latin:
        score -= 2.5
    if cues.CREDIT_FIELD.match(head) or cues.NOTICE.search(head):
        score -= 2.5
    if is_unit(row):
        score -= 1.2
    return score - min(2.0, 1.0 * row.block.again)


def _before_article(after: View) -> float:
    """What the block below says for an article's beginning here."""
    if dated(after) or after.byline or cues.SOURCE_LINE.match(after.head) or after.field:
        return 2.5
    if cues.DATELINE.match(after.head) and after.body:
        return 1.4
    return 0.7 if after.body else 0.2


def deck(page: Page, n: int) -> float:
    row = page.views[n]
    score = 0.3 + (0.5 if cues.EVENT_VERB.search(row.head) else 0.0) + (0.5 if spaced(row) else 0.0)
    if row.byline or dated(row) or row.field or row.credit or row.person or row.number or row.latin:
        score -= 2.5
    if cues.CAPTION.match(row.head) or cues.RULE.fullmatch(row.head) or row.block.again:
        score -= 2.0
    if row.markdown or row.bullet or row.block.last in "：:":
        score -= 3.0
    if is_unit(row):
        score -= 1.0
    return score - 0.7 * min(3, row.block.gap)


def byline(page: Page, n: int) -> float:
    row = page.views[n]
    if row.byline or dated(row) or row.field or cues.SOURCE_LINE.match(row.head):
        return 3.0 if row.block.whole else 0.5
    if cues.RULE.fullmatch(row.head):
        return 3.0
    if is_unit(row):
        return 1.6
    return 1.3 if row.person else -6.0


def subhead(page: Page, n: int) -> float:
    row, after, before = page.views[n], page.at(n + 1), page.at(n - 1)
    if row.number is not None:
        return _numbered_subhead(page, n)
    if not row.short:
        return -9.0
    if row.markdown >= 2:
        return 4.0
    width = row.block.width
    score = -0.9 + (0.7 if width <= 16 else -1.0 if width > 26 else 0.0)
    score += 1.0 if after is not None and after.body else -1.0
    score += 0.5 if before is not None and before.body else -0.3
    score += min(2.4, 1.2 * page.parallel[n])
    score -= 0.7 if cues.EVENT_VERB.search(row.head) else 0.0
    score -= 0.4 * min(3, row.block.gap)
    if after is not None and (dated(after) or after.byline):
        score -= 2.0
    if before is not None and before.credit:
        score -= 1.5
    if row.person:
        score += _speaker(page, n)
    elif row.block.last in "：:":
        score -= 1.5
    if cues.CAPTION.match(row.head) or dated(row) or row.credit or row.byline or row.latin or row.field:
        score -= 3.0
    if cues.CREDIT_FIELD.match(row.head) or cues.PAGE_NUMBER.fullmatch(row.head) or cues.RULE.fullmatch(row.head):
        score -= 4.0
    return score - min(2.0, 1.5 * row.block.again)


def _speaker(page: Page, n: int) -> float:
    """A line that names who speaks below it."""
    others = sum(1 for other in page.near(n, 16) if other.person)
    asked = any(cues.ASKS_FOR_PARTS.search(other.block.tail) for other in page.views[max(0, n - 4) : n])
    return 0.5 + min(2.0, 1.0 * others) + (1.5 if asked else 0.0) + (1.0 if page.views[n].block.last in "：:" else 0.0)


_HEADING_STYLES = {"part": 4.5, "chapter": 4.5, "clause": 4.0, "formal": 4.0, "han": 4.0, "han-bracket": 3.2,
                   "named": 3.2, "digit": 2.2, "digit-bracket": 1.0, "half-bracket": 0.0, "ring": 0.0, "letter": -0.5}  # fmt: skip


def _same(row: View, other: View | None) -> bool:
    return other is not None and other.number is not None and row.number is not None and (
        other.number.style == row.number.style and other.markdown == row.markdown
    )  # fmt: skip


def _numbered_subhead(page: Page, n: int) -> float:
    row, after, before = page.views[n], page.at(n + 1), page.at(n - 1)
    assert row.number is not None
    sentence = row.block.whole and row.block.width <= 34 and row.block.head.count("。") == 1 and row.block.last == "。"
    if not (row.short or sentence):
        return -9.0
    score = _HEADING_STYLES[row.number.style] + (2.0 if row.markdown else 0.0)
    if not row.markdown:
        if _same(row, after) or after is None:
            score -= 4.0
        elif _same(row, before) and not after.body:
            score -= 3.0
        if row.block.width > 40:
            score -= 1.5
    if row.block.last in "；;，,":
        score -= 4.0
    return score - (0.8 if sentence else 0.0)


def run_in(page: Page, n: int) -> float:
    row = page.views[n]
    if row.number is None or row.markdown:
        return -9.0
    style = row.number.style
    rest = row.head[row.number.length :]
    lead = re.match(r"[^。！？；;：:]{1,60}[。！？：:]|[^\s。，,]{2,24}\s{1,4}", rest)
    size = len(lead.group()) if lead else 99
    score = {"part": 3.5, "chapter": 3.5, "clause": 4.0, "formal": 3.5, "han": 3.2, "named": 3.2, "han-bracket": 1.2,
             "digit": 0.2, "digit-bracket": -0.4}.get(style, -2.5)  # fmt: skip
    if row.short and row.block.width < 40:
        score -= 2.5 if style != "named" else 1.0
    score += 0.9 if size <= 30 else -0.8
    score += 0.5 if row.block.size - size >= 30 else -0.8
    siblings = [other for other in page.near(n, 8) if _same(row, other)]
    steps = {other.number.value - row.number.value for other in siblings if other.number is not None}
    score += 0.6 if steps & {1, -1} else -0.8
    if row.block.last in "；;，,、":
        score -= 3.5
    if siblings and all(other.block.size < 45 for other in siblings) and row.block.size < 45:
        score -= 2.0
    return score


def caption(page: Page, n: int) -> float:
    row, before = page.views[n], page.at(n - 1)
    if not row.block.whole or row.block.width > 80 or n == 0:
        return -9.0
    if row.block.cuts:
        return 5.0
    if cues.CAPTION.match(row.head):
        return 3.5
    if (
        cues.CAPTION_END.search(row.block.tail)
        and not row.credit
        and not cues.CREDIT_FIELD.match(row.head.lstrip("（( "))
    ):
        return 3.5
    if cues.CAPTION_DATE.match(row.head) and row.short and before is not None and before.body:
        return 1.0
    first = page.heads.get("".join(row.head.split()), n)
    if (
        row.block.again
        and row.short
        and first < n
        and not row.block.page
        and row.block.width >= 8
        and row.number is None
    ):
        return 2.0 + (1.0 if first <= 3 else 0.0)
    return -9.0


def credit(page: Page, n: int) -> float:
    row, after, before = page.views[n], page.at(n + 1), page.at(n - 1)
    if row.credit:
        return 3.5
    if not row.block.whole or row.block.width > 60 or before is None:
        return -9.0
    if cues.CREDIT_FIELD.match(row.head) or row.byline:
        return 2.2
    if not row.short or row.number is not None or row.markdown:
        return -9.0
    ends = after is None or after.short
    if dated(row) and before.block.width < 40:
        return 1.5
    if (is_unit(row) or row.person) and ends and before.body:
        return 0.7
    names = re.fullmatch(r"[^\s，。：:]{2,14}(?:[\s\u3000]+[^\s，。：:]{2,4}){1,4}", row.head.strip())
    return (
        0.9
        if names and ends and before.body and row.block.width <= 24 and not cues.EVENT_VERB.search(row.head)
        else -9.0
    )


def footer(page: Page, n: int) -> float:
    row = page.views[n]
    if n == 0 or row.block.width > 90:
        return -9.0
    score = -9.0
    if cues.IMPRINT.match(row.head):
        score = 2.8
    elif cues.CREDIT_FIELD.match(row.head):
        fields = [other for other in page.near(n, 2) if cues.CREDIT_FIELD.match(other.head)]
        score = 2.0 + (1.5 if fields else -1.5)
    elif row.latin and re.search(r"https?:|www\.|@", row.head):
        score = 1.0
    elif row.latin and row.short and row.block.width > 10 and page.body_after[n] == 0:
        score = 0.3
    return score - min(4.0, 1.2 * page.body_after[n])


def boilerplate(page: Page, n: int) -> float:
    row = page.views[n]
    if cues.PAGE_NUMBER.fullmatch(row.head) and row.block.whole:
        return 4.0
    notice = cues.NOTICE.search(row.head[:60])
    if notice and (row.block.width <= 40 or page.body_after[n] == 0):
        return 2.8 - min(2.0, 0.3 * page.body_after[n])
    if row.block.again and row.short and row.number is None and row.block.width >= 5:
        return 3.5 if row.block.page else 0.5 if row.block.again >= 2 else -1.0
    return -9.0


def masthead(page: Page, n: int) -> float:
    row = page.views[n]
    if n > 40 or (row.body and row.block.width > 46) or (row.number is not None and row.markdown):
        return -9.0
    score = -0.9
    if cues.MASTHEAD.search(row.head):
        score += 2.5
    if cues.MASTHEAD_NAME.search(row.head):
        score += 1.8
    if row.block.again and n < 3:
        score += 1.5
    if row.latin and not dated(row):
        score += 1.6
    if dated(row) or cues.ISSUE.search(row.head):
        score += 1.0
    if row.block.width <= 1.5 or re.fullmatch(r"\S(?:\s*[/·・\s]\s*\S){3,}", row.head):
        score += 2.0
    after = page.views[n + 1 : n + 4]
    if after and not any(other.body for other in after):
        score += 0.7
    if cues.COLUMN.fullmatch(row.head) or row.credit or row.markdown:
        score -= 2.5
    return score - (1.5 if row.body else 0.0)


def brief(page: Page, n: int) -> float:
    row = page.views[n]
    if cues.SECOND_NEWS.match(row.head):
        return 5.0
    if row.short and cues.SLUG.fullmatch(row.head):
        others = [other for other in page.near(n, 8) if other.short and cues.SLUG.fullmatch(other.head)]
        return 3.5 if others else -2.0
    if row.bullet and row.body:
        others = [other for other in page.near(n, 3) if other.bullet == row.bullet and other.body]
        return 0.4 + 0.6 * min(2, len(others)) if others else -2.0
    return -9.0


def column(page: Page, n: int) -> float:
    row, after = page.views[n], page.at(n + 1)
    if cues.COLUMN.fullmatch(row.head):
        return 4.0
    width = row.block.width
    if width > 10 or row.number is not None or row.latin or row.markdown or row.person or width < 2:
        return -9.0
    score = -1.6 + (2.2 if cues.COLUMN_NAMES.search(row.head) else 0.0) + (0.5 if width <= 6 else 0.0)
    if after is not None:
        score += 1.5 if after.short and not after.person else -0.9
    if row.block.last in "：:，,":
        score -= 3.0
    if cues.EVENT_VERB.search(row.head):
        score -= 0.7
    return score + 0.3 * min(3, row.block.gap) - (0.8 if page.parallel[n] >= 2 else 0.0)


__all__ = ["Page", "Scores", "scores", "shape"]
