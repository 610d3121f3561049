"""How well a block fits as the heading of one text: headline, deck, subhead, numbered lead-in."""

from __future__ import annotations

import re
from itertools import pairwise

from models.prelabel.sections import cues, numbered
from models.prelabel.sections.labels import UNFIT
from models.prelabel.sections.numbered import same
from models.prelabel.sections.page import Page
from models.prelabel.sections.views import View, dated, is_unit, spaced

NAME = 7.0
"""A name of a bulletin is this wide at least; 车队动态 is a column of one."""
_TOP, _AGAIN = 7, 0.7
"""Up to which place a title is told again, and how many of its pairs of characters are those of the first line."""
_COUPLETS = 6
"""How far away another such heading stands at most."""
_TOLD = 14.0
"""A headline that tells what happened is this wide at least."""
_COUPLET = re.compile("([\u3400-\u9fff]{4,7})[，,、 ]([\u3400-\u9fff]{4,7})")
"""Two phrases alike in length, as parts of a report are headed: 领导致辞，共话发展."""
_ASPECT = re.compile("[^，。；：:]{1,12}方面(?:[：:]|\\s?[–—-]\\s?[^，。；：:]{2,16})?")
"""What a part of a report deals with: 对外方面–公共事务."""


def _news(page: Page, n: int) -> float:
    """What a line itself and what follows it say for its being the headline of a report."""
    row, after = page.views[n], page.at(n + 1)
    width = row.block.width
    score = 0.9 if cues.EVENT_VERB.search(row.head) else 0.0
    score += 0.7 if 10 <= width <= 42 else -1.5 if width < 5 else -0.3 if width < 8 else -1.5 if width > 46 else 0.0
    score += 1.4 if spaced(row) else 0.0
    if after is not None:
        score += _before_article(page, n, after)
    return score - (1.2 if is_unit(row) else 0.0)


def _reports(row: View) -> bool:
    """Whether a line tells who did what, as headlines do."""
    if row.number is not None:
        return False
    if re.search("[：:]", row.head):
        return _of_unit(row)
    verb = cues.REPORT_VERB.search(row.head, 2)
    return verb is not None and verb.end() + 2 <= len(row.head)


def _of_unit(row: View) -> bool:
    """Whether a line opens with a unit's name and a colon."""
    named = re.match(r"[^：:]{2,16}(?=[：:])", row.head)
    return named is not None and bool(cues.UNIT_END.search(named.group()))


def _before_article(page: Page, n: int, after: View) -> float:
    """What the blocks below say for an article's beginning here."""
    if dated(after) or after.byline or cues.SOURCE_LINE.match(after.head):
        return 2.5 if page.to_body[n + 1] <= 2 else -1.0
    if after.person and page.to_body[n] == 2 and not page.views[n].block.again and not page.views[n].number:
        return 1.8
    if cues.SALUTATION.match(after.head):
        return 2.0
    if after.field or cues.DOCUMENT_NUMBER.fullmatch(after.head.strip()):
        return 2.0
    if after.body:
        return 2.0 if cues.TELEGRAM.match(after.head) else 1.4 if cues.DATELINE.match(after.head) else 0.7
    gone = {1: 0.2, 2: 0.2, 3: -0.2, 4: -1.0, 5: -2.0}.get(page.to_body[n], -3.0)
    return max(gone, -0.2) if n == 0 else gone


def unlike(row: View) -> float:
    """What speaks against a line's being any headline."""
    score = 0.0
    if row.block.last in "：:" or row.person or dated(row) or row.byline or row.credit:
        score += 2.0
    if cues.PAGE_NUMBER.fullmatch(row.head) or cues.RULE.fullmatch(row.head) or row.latin:
        score += 2.5
    if cues.DOCUMENT_NUMBER.fullmatch(row.head.strip()) or cues.MOMENT.fullmatch(row.head.strip()):
        score += 2.5
    if cues.CREDIT_FIELD.match(row.head) or cues.NOTICE.search(row.head) or cues.CLOSING.match(row.head):
        score += 2.5
    if cues.PATH.match(row.head) or (row.block.last in "！!" and cues.GREETING.match(row.head)):
        score += 3.0
    if cues.ANNEX.match(row.head) or (row.number is None and cues.BRACKETED.fullmatch(row.head)):
        score += 2.5
    if row.block.width < 2 or cues.LINK.search(row.head) or cues.ADDRESS.match(row.head):
        score += 3.0
    if sum(bool(part.search(row.head)) for part in cues.PAGE_HEAD) >= 2:
        score += 3.0
    if (
        row.roster
        or cues.HONORIFIC.match(row.head)
        or is_entry(row)
        or cues.SALUTATION.match(row.head)
        or cues.SIGNED.search(row.head)
    ):
        score += 3.0
    if row.head[0] in "—–-":
        score += 2.0
    return score


def is_entry(row: View) -> bool:
    """Whether a line is one of a roster or of a list of gifts."""
    return (
        row.number is None
        and not row.markdown
        and row.block.whole
        and cues.ENTRY.fullmatch(row.head.strip()) is not None
    )


def headline(page: Page, n: int) -> float:
    """The first line of an article's heading block."""
    row, before, after = page.views[n], page.at(n - 1), page.at(n + 1)
    if (row.markdown and page.title.named) or _moves(page, row):
        return UNFIT
    if row.markdown >= 2:
        return 6.0 if after is not None and cues.DATE_LINE.match(after.head.strip("*_> ")) else UNFIT
    score = -1.0 + _news(page, n) - unlike(row)
    score += _among_articles(page, n) + (1.0 if not page.collects and _starts_news(page, n) else 0.0)
    score += 0.5 * min(row.block.gap, 3) + (0.7 if row.block.page else 0.0)
    if row.bullet and after is not None and not cues.CAPTION_MARK.match(row.head):
        marks = row.bullet in cues.HEADLINE_BULLETS
        score += (2.5 if marks else -0.5) if after.body and not after.bullet else -1.5
    if before is not None and before.block.last in "：:" and (before.short or before.body):
        score -= 2.5
    if before is None:
        score += 1.5
    elif before.credit or (before.block.last in "）)" and cues.CREDIT.search(before.block.tail[-40:])):
        score += 1.2
    if cues.COLUMN.match(row.head) and not cues.COLUMN.fullmatch(row.head):
        score += 0.8
    if row.markdown:
        score += 4.0 if n >= page.masthead_end else -2.0
    if n > page.contacts or (page.body_after[n] == 0 and cues.ANNEXED.match(row.head)):
        score -= 6.0
    if _of_document(page, n):
        score += 1.5
    elif page.marked and before is not None and n != page.front_matter:
        score -= 3.0
    if row.block.named or row.block.place:
        score += 2.0
    if _ASPECT.fullmatch(row.head.strip()):
        score -= 3.0
    if _says_again(page, n):
        score -= 4.0
    if n == 0 and row.block.width >= NAME and cues.MASTHEAD_NAME.search(row.head):
        score -= 1.5
    if row.bold and before is not None:
        score -= 1.5
    if row.number is not None and (row.number.style != "letter" or _lettered(page, n)):
        score -= 6.0 if n in page.headed else 3.0
    if cues.SLUG.fullmatch(row.head) and any(cues.SLUG.fullmatch(other.head) for other in page.near(n, 8)):
        score -= 3.0
    if page.top(n):
        score += 1.5
    if after is not None and subtitle(after) and not subtitle(row):
        score += 2.0
    return score - page.worn(n)


def _says_again(page: Page, n: int) -> bool:
    """Whether a line above the first text gives the title once more, as pages of the net do."""
    if not 0 < n <= _TOP or n > page.first_body or page.masthead_end:
        return False
    pairs = {"".join(pair) for pair in pairwise("".join(page.views[n].head.split()))}
    title = "".join(page.views[0].head.split())
    return len(pairs) >= _TOP and sum(pair in title for pair in pairs) >= _AGAIN * len(pairs)


def subtitle(row: View) -> bool:
    """Whether a line says more of the headline above it: ——某街道防汛纪实."""
    return row.head.startswith(("——", "--")) and row.block.width > NAME and not signs(row)


def signs(row: View) -> bool:
    """Whether a line behind a dash is a unit and a person, whose text stood above it: ——宣传组 王明."""
    words = row.head.lstrip("—- ").split()
    told = row.head.startswith("——") and len(words) == 2 and len(words[0]) <= NAME
    return told and cues.NAMED.fullmatch(words[1]) is not None


def _lettered(page: Page, n: int) -> bool:
    """Whether a line behind A. or C. is one of a list."""
    row = page.views[n]
    return any(same(row, other) for other in page.near(n, 3))


def _among_articles(page: Page, n: int) -> float:
    """What the bulletin says for a bare line's heading an article rather than a part of one."""
    signs = (n in page.like_lead) + (page.collects and _of_unit(page.views[n]))
    return 0.8 + 0.8 * signs if signs else 1.0 if page.collects else 0.0


def _starts_news(page: Page, n: int) -> bool:
    """Whether a report begins right below the line: as a paper's own, or dated in a bulletin that collects articles, or as
    the first one does below a headline as wide."""
    after = page.at(n + 1)
    if after is None or not after.body:
        return False
    if cues.TELEGRAM.match(after.head) or (page.collects and cues.DATELINE.match(after.head)):
        return True
    return _opens_dated(page, page.masthead_end) and _opens_dated(page, n)


def _opens_dated(page: Page, n: int) -> bool:
    """Whether a headline has a report right below that opens with the day."""
    row, after = page.at(n), page.at(n + 1)
    if row is None or after is None or not row.short or row.number is not None or row.block.width < _TOLD:
        return False
    return after.body and cues.CAPTION_DATE.match(after.head) is not None


def _of_document(page: Page, n: int) -> bool:
    """Whether the line, or it with the one below, is the title of a notice, a rule or a report."""
    row, after = page.views[n], page.at(n + 1)
    if row.block.width < 6:
        return False
    if cues.DOCUMENT.search(row.head):
        return True
    parted = re.search("关于|關於|印发|印發", row.head) is not None
    return parted and after is not None and after.short and bool(cues.DOCUMENT.search(after.head))


def deck(page: Page, n: int) -> float:
    """A further line of the heading block."""
    row = page.views[n]
    score = -0.3 + 0.9 * _news(page, n) - 1.2 * unlike(row)
    if row.number is not None or row.markdown > 1 or (row.markdown and n > 1) or row.bullet:
        score -= 3.0
    if cues.CAPTION.match(row.head) or row.block.again:
        score -= 2.0
    if subtitle(row) or _says_again(page, n):
        score += 3.0
    if n and cues.DOCUMENT.search(row.head) and not cues.DOCUMENT.search(page.views[n - 1].head):
        score += 2.5 if _of_document(page, n - 1) else 0.0
    return score - 0.7 * min(3, row.block.gap) - page.worn(n)


def subhead(page: Page, n: int) -> float:
    """A line that heads a part of an article."""
    row, after, before = page.views[n], page.at(n + 1), page.at(n - 1)
    if n in page.items or signs(row):
        return UNFIT
    if row.number is not None:
        return numbered.subhead(page, n)
    if n in page.sentences:
        return 4.0
    if not row.short:
        return UNFIT
    if _moves(page, row) or (page.minutes and cues.AGENDA.fullmatch(row.head.strip("*_ ：:"))):
        return 3.0
    if row.markdown:
        # What is a column's name by all that surrounds it heads no part of an article.
        return UNFIT if row.markdown < 2 and not page.title.named else 1.0 if n in page.columns else 4.0
    width = row.block.width
    score = -0.9 + (0.7 if width <= 16 else -1.0 if width > 26 else 0.0) + (1.5 if row.bold else 0.0)
    score += 1.0 if after is not None and after.body else -1.0
    if before is not None:
        score += 0.5 if before.body else -0.8 if before.short and not before.block.again else 0.0
    score += 0.0 if page.top(n) else min(2.4, (0.5 if _reports(row) or page.collects else 1.2) * page.parallel[n])
    score -= 2.0 if row.block.named or row.block.place else 0.0
    score += 1.5 if row.block.phrases and not page.collects else 0.0
    score -= _among_articles(page, n) + (2.0 if _starts_news(page, n) else 0.0)
    score += 1.5 if _is_couplet(row) and any(_is_couplet(other) for other in page.near(n, _COUPLETS)) else 0.0
    score -= 0.7 if cues.EVENT_VERB.search(row.head) else 0.0
    score -= 0.4 * min(3, row.block.gap)
    if after is not None and (dated(after) or after.byline):
        score -= 2.0
    elif after is not None and after.person and page.to_body[n] == 2:
        score -= 1.0
    if row.bullet and row.bullet not in cues.HEADLINE_BULLETS and after is not None and after.body:
        score += 1.0 if any(other.bullet == row.bullet and other.short for other in page.near(n, 6)) else 0.0
    if row.bullet in cues.HEADLINE_BULLETS or cues.COLUMN.match(row.head):
        score -= 1.8
    if before is not None and before.credit:
        score -= 1.5
    if before is not None and before.short and before.block.last in "：:" and not row.person:
        score -= 2.5
    if n and not page.collects and cues.SAID.match(row.head):
        score += 1.5
    if _ASPECT.fullmatch(row.head.strip()):
        score += 3.0
    if row.bold and after is not None and after.head.startswith(("<table", "|")):
        score += 4.0
    if row.person:
        score += _speaker(page, n) + 2.0
    elif row.block.last in "：:":
        score += 0.5 if after is None or not (after.number or after.bullet or after.markup) else -1.0
    if cues.SLUG.fullmatch(row.head):
        score -= 3.0
    if page.top(n):
        score -= 1.5
    return score - 1.3 * unlike(row) - page.worn(n)


def _is_couplet(row: View) -> bool:
    halves = _COUPLET.fullmatch(row.head.strip()) if row.short else None
    return halves is not None and len(halves[1]) == len(halves[2])


def _moves(page: Page, row: View) -> bool:
    """Whether a line in brackets names a motion in minutes."""
    return page.minutes and cues.COLUMN.fullmatch(row.head) is not None


def _speaker(page: Page, n: int) -> float:
    """A line that names who speaks below it."""
    if page.to_body[n] > 2:
        return -2.0
    others = sum(1 for other in page.near(n, 16) if other.person)
    asked = any(cues.ASKS_FOR_PARTS.search(other.block.tail) for other in page.views[max(0, n - 4) : n])
    colon = page.views[n].block.last in "：:"
    return 1.0 + min(2.0, 1.0 * others) + (1.5 if asked else 0.0) + (2.5 if colon else 0.0)
