"""How well a block fits as anything but a heading: body, byline, caption, credit, imprint, running head, masthead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.prelabel.sections import captions, closing, cues, headings
from models.prelabel.sections.labels import UNFIT
from models.prelabel.sections.page import Page
from models.prelabel.sections.views import View, celled, dated, is_unit
from models.reflow import is_folio

_SIGNERS = 8
_WIDEST_HEAD, _BESIDE_NAME = 60.0, 24
_MADE = re.compile(
    r"(?:出版|编辑|编者|主编|责编|责任编辑|校对|印[刷制数行]|承印|发行|截稿|来稿|投稿|排版|版式|题签|编印|编发)[\u3400-\u9fff]{0,4}\s?(?:[:：]|\s{1,3}[\u3400-\u9fff])"
)
_POST = re.compile(r"(?:^|\s)[\u3400-\u9fff]{2,8}\s?[:：]\s?\S")
_LINKED = re.compile(r"\[[^\]]{2,30}\]\([^)\s]{4,300}\)")
_SPACED_OUT = re.compile(r"\S(?:(?>\s*[/·・]\s*|\s+)\S){3,}")
"""A name set wide, a character at a time; each gap is read in one way, or long lines would be read in all."""
_LAST, _ABOVE, _SITE = 3, 2, 14.0
_DATE_FIELD = re.compile(r"(?:发布|發布)?(?:日期|时间|時間)\s?[:：]\s?\d{4}[年./-]")
_FOLIO = re.compile(r"\d|[一二三四五六七八九十][版期页号]")


def body(page: Page, n: int) -> float:
    """Running text, and lines in tables and lists."""
    row = page.views[n]
    if row.body or row.field or row.markup or cues.RULE.fullmatch(row.head):
        return 0.0
    if row.head.strip().isdigit() and page.listed(n) and n not in page.page_numbers:
        return 0.0
    if cues.AMOUNT.fullmatch(row.head.strip()):
        return 0.0
    if (row.roster or cues.HONORIFIC.match(row.head) or headings.is_entry(row)) and n > page.first_body:
        return 0.0
    if cues.ASKS.match(row.head) or cues.ADDRESS.match(row.head) or (row.block.width < 2 and row.number is None):
        return 0.0
    if row.number is not None and not row.markdown:
        return -0.3
    if row.block.last in "。：:；;，,":
        return -0.2
    before = page.at(n - 1)
    if before is not None and before.short and before.block.last in "：:" and row.number is None:
        return -0.5
    if (page.marked and not row.bold) or page.orphaned(n) or cues.LINK.search(row.head):
        return -1.0
    return -0.7 if page.listed(n) and page.to_body[n] > 2 and n > page.first_body else -2.3


def byline(page: Page, n: int) -> float:
    """A line under a headline that says who, when or where."""
    row = page.views[n]
    if _of_header(page, n):
        return 3.0
    if (
        row.byline
        or dated(row)
        or row.field
        or (celled(row) and cues.BYLINE_WORD.search(row.head))
        or cues.SOURCE_LINE.match(row.head)
    ):
        return 3.0 if row.block.whole else 0.5
    if cues.RULE.fullmatch(row.head):
        return 3.0
    if cues.DOCUMENT_NUMBER.fullmatch(row.head.strip()):
        return 3.5
    if is_unit(row):
        return 2.2
    before = page.at(n - 1)
    if row.block.width <= 6 and before is not None and dated(before):
        return 1.0
    return 1.3 if row.person else UNFIT


def credit(page: Page, n: int) -> float:
    """The line at an article's end that names its source or its author; a letter's close and signature."""
    row, after, before = page.views[n], page.at(n + 1), page.at(n - 1)
    if row.credit:
        inside = row.head.lstrip("（(")
        other = captions.acts(page, n) or cues.CAPTION.match(inside) or cues.ADDRESS.match(inside)
        return 0.0 if other else 3.5
    if not row.block.whole or row.block.width > 60 or before is None:
        return UNFIT
    if headings.signs(row) or (cues.SIGNED.search(row.head) and row.block.width <= 30):
        return 3.0
    if cues.CLOSING.match(row.head) and row.block.width < 14:
        return 3.0
    if (
        row.short
        and row.block.width <= closing.WIDEST_SIGNER
        and any(cues.CLOSING.match(o.head) for o in page.views[max(0, n - 2) : n])
    ):
        return 3.0
    if cues.CREDIT_FIELD.match(row.head) or row.byline:
        return 2.2
    if not row.short or row.number is not None or row.markdown:
        return UNFIT
    ends = after is None or after.short
    if dated(row) and before.block.width < 40:
        return 1.5 + (1.5 if is_unit(before) or before.person else 0.0)
    if is_unit(row) and after is not None and dated(after):
        return 1.5
    if _signs(page, n) or n in page.signed:
        return 2.5
    if (is_unit(row) or row.person) and ends and (before.body or is_unit(before)):
        return 0.7
    signed = cues.SIGNATURE.fullmatch(row.head.strip())
    if signed and ends and before.body and row.block.width <= 24:
        return 0.9
    return 0.0 if page.body_after[n] == 0 and row.block.width <= 20 and not row.markup else UNFIT


def _signs(page: Page, n: int) -> bool:
    """Whether a body's name stands, alone or among others, between a letter's text and its date."""
    last = n
    while (row := page.at(last)) is not None and last < n + _SIGNERS and closing.signer(row):
        last += 1
    first = n
    while first > max(0, n - _SIGNERS) and closing.signer(page.views[first - 1]):
        first -= 1
    above, below = page.at(first - 1), page.at(last)
    return last > n and above is not None and above.body and below is not None and dated(below)


def footer(page: Page, n: int) -> float:
    """Imprint, addressees, contact and credit lines at the bulletin's end."""
    row = page.views[n]
    if n > page.contacts:
        return UNFIT
    if n == page.closing or n in page.credits:
        return 5.0
    if n > page.closing and _closes(row) and not cues.NEIGHBOURS.match(row.head):
        return 5.0 if closing.DECLARED.match(row.head) else 3.0
    if n == 0 or row.block.width > 90 or row.markup:
        return UNFIT
    score = UNFIT
    if cues.IMPRINT.match(row.head) and not cues.ASKS.match(row.head):
        score = 2.8
    elif page.body_after[n] == 0 and n + _LAST >= len(page) and row.short and _made_by(row.head):
        score = 3.0
    elif cues.CREDIT_FIELD.match(row.head):
        fields = [
            other for other in page.near(n, 2) if cues.CREDIT_FIELD.match(other.head) or cues.IMPRINT.match(other.head)
        ]
        score = 2.0 + (1.5 if fields else -1.5) + (0.5 if fields and page.body_after[n] == 0 else 0.0)
    elif _DATE_FIELD.match(row.head):
        beside = [bool(cues.CREDIT_FIELD.match(o.head) or cues.IMPRINT.match(o.head)) for o in page.near(n, 1)]
        score = 3.2 if beside[-1] and (all(beside) or page.body_after[n] == 0) else UNFIT
    elif row.latin and re.search(r"https?:|www\.|@", row.head):
        score = 1.0
    elif row.latin and row.short and row.block.width > 10 and page.body_after[n] == 0:
        score = 0.3
    return score - min(4.0, 1.2 * page.body_after[n])


def _closes(row: View) -> bool:
    """Whether a line that stands among the last is no notice, or one that tells whose the paper is."""
    told = closing.DECLARED.match(row.head) or cues.REGISTERED.search(row.head)
    return told is not None or not cues.NOTICE.search(row.head)


def _made_by(head: str) -> bool:
    """Whether a line at the end tells who made the paper: 出版委员：某某　印制：某厂, 本版校对　某某."""
    if re.search("[。；！？]", head):
        return False
    return _MADE.search(head) is not None or (len(_POST.findall(head)) >= 2 and not cues.ASKS.match(head))


def boilerplate(page: Page, n: int) -> float:
    """Running heads, page numbers, navigation, notices."""
    row, after = page.views[n], page.at(n + 1)
    if _of_header(page, n):
        return UNFIT
    if 0 < n < page.first_body and (row.byline or cues.DATE_LINE.match(row.head.strip("*_ "))):
        return UNFIT
    if row.block.cuts and (cues.PAGE_NUMBER.fullmatch(row.head) or is_folio(row.head)):
        return 6.0
    if row.block.whole and cues.TURN.fullmatch(row.head.strip()):
        return 6.0
    if cues.PAGE_NUMBER.fullmatch(row.head) and row.block.whole:
        if n in page.page_numbers:
            return 4.0
        figure = row.head.strip().isdigit()
        at_page = row.block.page or (after is not None and after.block.page) or n == len(page) - 1
        return 4.0 if at_page else (-1.5 if page.listed(n) else 0.3) if figure else 3.0
    if _page_head(page, n):
        return 3.5
    if n > page.first_body and row.block.whole and cues.READ_ON.fullmatch(row.head):
        return 4.5
    if n < min(page.furniture, default=0) <= _ABOVE and all(_site(o) for o in page.views[: n + 1]):
        return 5.0
    if n == 0 and len(page) > 1 and cues.SITE_LABEL.fullmatch(row.head.strip()):
        return 5.0
    if n < page.path_end:
        return 5.0
    if n >= page.links_from or (n < 3 and cues.PATH.match(row.head)):
        return 3.5
    if n == len(page) - 1 and n > page.first_body and _LINKED.fullmatch(row.head.strip()):
        return 2.8
    notice = cues.NOTICE.search(row.head[:60])
    if notice and (row.block.width <= 40 or page.body_after[n] == 0):
        return 2.8 - min(2.0, 0.3 * page.body_after[n])
    label = row.block.last in "：:"
    if n and row.block.again and row.short and row.number is None and row.block.width >= 5 and not label:
        if n in page.signed:
            return UNFIT
        if row.block.runs:
            return 3.5 if row.block.page else 2.0
        return 0.5 if row.block.again >= 2 and not page.first(n) else UNFIT
    return UNFIT


def _site(row: View) -> bool:
    """Whether a line may be what a site calls itself: no bulletin's title, no headline."""
    return row.short and row.block.width <= _SITE and not (dated(row) or cues.REPORT_VERB.search(row.head))


def _of_header(page: Page, n: int) -> bool:
    """Whether what a page of the net says to its reader stands between an article's date line and its text."""
    above = page.at(n - 1)
    if above is None or n >= page.first_body or not cues.NOTICE.search(page.views[n].head[:60]):
        return False
    if n >= page.path_end > 0:
        return True
    return dated(above) or above.byline or above.field or cues.READ_COUNT.search(above.head) is not None


def _page_head(page: Page, n: int) -> bool:
    """Whether a line is the head or the foot of a page: of a newspaper, or a name and the page's number set apart."""
    row = page.views[n]
    if row.body or row.number or not row.block.whole or (n < page.first_body and cues.SOURCE_LINE.match(row.head)):
        return False
    heads = sum(bool(part.search(row.head)) for part in cues.PAGE_HEAD)
    if n == 0:
        return heads >= 2 and cues.PAGE_HEAD[0].search(row.head) is not None
    if n >= page.masthead_end and heads >= 2 and (row.short or row.block.width < _WIDEST_HEAD):
        return True
    if n > max(page.masthead_end, page.first_body) and _named(page, row):
        return True
    return n > page.first_body and row.short and cues.PAGED.fullmatch(row.head.strip()) is not None


def _named(page: Page, row: View) -> bool:
    """Whether a line holds the bulletin's name and beside it the issue, the page and a page's title alone."""
    plain = "".join(row.head.split())
    name = next((name for name in page.names if name in plain), None)
    if name is None or row.block.width > _WIDEST_HEAD:
        return False
    rest = plain.replace(name, "", 1)
    return len(rest) <= _BESIDE_NAME and _FOLIO.search(rest) is not None and not cues.CREDIT_FIELD.search(rest)


def masthead(page: Page, n: int) -> float:
    """The bulletin's own title block, at its very beginning."""
    row = page.views[n]
    if n < page.front_matter:
        return 6.0
    if n < page.path_end:
        return UNFIT
    if row.markup and row.head[0] == ">" and 0 < page.masthead_end <= n < page.masthead_end + 3 and n < page.first_body:
        return 2.0
    if (
        n > 40
        or cues.PATH.match(row.head)
        or (row.body and row.block.width > 46)
        or (row.number and (row.markdown or cues.FIELD.match(row.head, row.number.length)))
    ):
        return UNFIT
    score = -0.9 - (1.0 if n == 0 and cues.EVENT_VERB.search(row.head) and not row.block.again else 0.0)
    if cues.MASTHEAD.search(row.head):
        score += 2.5
    if cues.MASTHEAD_NAME.search(row.head.strip("*# ")):
        score += 3.0 if n == 0 else 1.8
    if row.block.runs and n < 3:
        score += 1.5
    if row.latin and len(row.head.strip()) > 1 and not dated(row):
        score += 1.6
    if dated(row) or cues.ISSUE.search(row.head):
        score += 1.0
    before = page.at(n - 1)
    if before is not None and cues.PUBLISHED.search(before.block.tail):
        score -= 1.2
    if row.block.width <= 1.5 or _SPACED_OUT.fullmatch(row.head):
        score += 2.0
    if page.masthead_end and n >= page.masthead_end:
        score -= 2.0
    after = page.views[n + 1 : n + 4]
    if after and page.to_body[n] > 3:
        score += 0.7
    if cues.COLUMN.fullmatch(row.head) or row.credit or (row.markdown and n >= page.masthead_end):
        score -= 2.5
    elif any(cues.COLUMN.fullmatch(other.head) for other in _until_body(after)):
        score += 1.8
    return score - (1.5 if row.body or (row.markup and "|" in row.head) else 0.0)


def _until_body(rows: Sequence[View]) -> list[View]:
    found: list[View] = []
    for row in rows:
        if row.body:
            break
        found.append(row)
    return found
