"""How far a bulletin's title block reaches, and which bare figures number its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections.tables import LEAST_PAGE
from models.prelabel.sections.views import View, dated, is_unit

_REACH = 60
_PUBLISHED = re.compile(
    rf"[^，。；！？|｜]{{3,30}}?(?:\s{{2,}}|\s?[编編]\s?|主[办辦编編]|[编編]印|[编編][发發辑輯]|[制製]\s)(?:{cues.FULL_DATE}|{cues.MONTH})[印发發出版]{{0,2}}"
    r"|[^，。；！？]{2,30}?\s{0,3}(?:[主合][办辦编編]|[编編]印|[编編][发發]|(?:办公室|辦公室|[局部处會会委])\s?[编編]|[会社处]\s{1,3}[编編]?印)"
    r"|(?:主[办辦管]|承[办辦]|[协協][办辦]|指[导導]|督印|[编編]印|主[编編]|[签簽][发發]|[责責]任?[编編][辑輯]?|[发發]行|出版)(?:[单單]位|人|日期)?\s?[:：]\s?\S.{1,30}"
    rf"|[（(]\s?\d{{1,3}}\s?[)）]\s?(?:{cues.FULL_DATE})|(?:民国|公元)?[\d一二三四五六七八九十〇零○年月日\s]{{6,20}}(?:出[刊版]|[发發]行|付印)"
)
_TAIL = 5
_FIGURE = re.compile(r"[-—–·~\s]*\d{1,3}[-—–·~\s]*")
_BESIDE_ISSUE = 14
_NAME = 5.0
"""A bulletin's name is this wide at least; 车间动态 is a column's."""
_KEY = re.compile(r"[a-z][A-Za-z_-]{1,19}\s?:(?:\s|$)")
_OWN, _LIKE = 4, 0.5
_ITEMS, _HEAD_LINES = 3, 12
_MEETING = re.compile("纪要|记录|会议|通知|总结|报告|计划|方案|大会|公告|(?i:minutes|meeting)")
MINUTES = re.compile("(?:会议|会|大会)?(?:[记纪]录|纪要)(?:[（(].{1,12}[)）])?$")
"""How the title of minutes ends."""
_TITLE_LINES = 7
_PATH, _CRUMB, _PIECE, _NARROW, _ARROWS = 3, 14.0, 10.0, 6.0, frozenset("<>»›")
_TITLE = re.compile("title\\s?:\\s?\\S.{3,}")
_VALUE = re.compile(r"-\s+\S{1,40}$")
_KEYS = 2
_LETTERED = re.compile(r"[A-Za-z’'&.,-]+(?:\s[A-Za-z’'&.,-]+){1,11}")
_DATED_LINE = re.compile(rf"[^，。；！？]{{2,40}}\s(?:{cues.FULL_DATE})\s?(?:星期[一二三四五六日天])?[印编]?")
_UNIT_DATED = re.compile(rf"[^，。；！？：:]{{2,30}}(?:{cues.ORGANISATION.pattern})\s?(?:{cues.FULL_DATE})")
"""A body and a date run together, as where a line was broken away: 某某街道办事处2013年4月15日."""
_WIDEST_ISSUE = 70.0
_NAMES, _SHORTEST_NAME, _LONGEST_NAME = 4, 4, 24
_NUMBERED = re.compile(
    r"(?:总?第\s?[\d一二三四五六七八九十百〇零]{1,4}\s?期|(?:\d|[二一]〇|二零).*|(?i:vol|no|issue)\b.*|[（(]).*$",
    re.DOTALL,
)
"""Where a line of the title block goes on with number and date."""
_DATED_PART = re.compile(rf"[|｜·]\s?(?:{cues.FULL_DATE}|{cues.MONTH})")
_FRONT_PAGE = re.compile(rf"[\u3400-\u9fff]{{2,8}}\s{{2,}}(?:{cues.FULL_DATE})\s+星期[一二三四五六日天]")
_RELEASE, _RELEASED = (
    re.compile("(?:新闻稿|新闻发布|采访通知)$"),
    re.compile("(?:发稿|发布|发文|联络|连络)\\S{1,3}\\s?[：:]"),
)
"""How an office heads what it sends to the press, and what stands below."""
_BODY = re.compile(cues.ORGANISATION.pattern + "$")
_APART = re.compile(
    r"(?<=[\u3400-\u9fff])\s{2,}(?=[\u3400-\u9fff](?:\s|$))|(?<=^[\u3400-\u9fff])\s(?=[\u3400-\u9fff](?:\s|$))"
)
"""What stands between the characters of a name that is set apart."""
_LABELLED = re.compile(r"[^\s，。；：:]{2,8}\s?[：:]\s?[^\s。！？]")
_KIND = re.compile(
    "[会馆校院园乡社简快]讯|通讯|[简快月周小校院季晨晚]报|电子报|[周月季年会校院馆内]刊|月记|周记|特刊|专号|(?i:bulletin|newsletter|weekly|digest)"
)
_OWNED = re.compile("^《[^《》]{2,14}》|主办|主管|编印|合编")
_TOLD_VERB = re.compile("拉开帷幕|出发了|义诊|走访|调研|慰问|揭晓|落幕|收官|侧记|纪实|见闻")
_PAGED = re.compile(r"第\s?[\d一二三四五六七八九十]{1,3}\s?[版页]|^[A-D]?\d{1,2}\s|\s\d{1,3}$")
_SENTENCE = re.compile("[，。；！？]|来源|摘自|供稿|记者|通讯员|发布")
_TAKEN = re.compile(r"\W*(?:摘自|选自|转自|转载|原载)")
"""What says in which paper's issue a text stood first."""
_INHOUSE = re.compile("[内会校院馆社]刊$")
_WHEN = re.compile(
    rf"{cues.ERA}?(?:{cues.FULL_DATE}|{cues.MONTH})|(?<!\d)(?:20|19)\d\d[./-]\d{{1,2}}(?!\d)"
    r"|(?P<season>(?:\d{4}|[二一三四五六七八九〇零○]{4}|[一二]?[一二三四五六七八九〇零○]{2,3})年?\s?(?:[春夏秋冬]季?|新春|中秋)号?)"
    r"|(?i:vol|no|#)\s?[.．]?\s?\d{1,4}|第\s?[\d一二三四五六七八九十百〇零]{1,4}\s?[期号]"
)
"""When an issue appeared."""
_ISSUED = re.compile(
    rf"{cues.FULL_DATE}|{cues.MONTH}|主办|主管|编印|编发|[\d一二三四五六七八九〇零]{{4}}年.{{0,6}}第|总\s?第"
    r"|期\s+主编|[|｜·]\s?(?i:vol|no|issue)\W{0,2}\d{1,4}\W*$"
)
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
        if _telling(rows, n) or (end > 0 and n - end < 2 and (_beside(row) or _again(row, rows[0]))):
            end = n + 1
    return _closed(rows, end) if end else 0


def _closed(rows: Sequence[View], end: int) -> int:
    """The place below the lines that only a blank line parts from the text under a title block that reaches to END."""
    for m in range(end, min(end + _TAIL, len(rows) - 1)):
        row = rows[m]
        if row.block.gap > 0:
            return m if m > end and row.short and not (dated(row) or row.byline or is_unit(row)) else end
        if row.body or row.number or row.markdown or row.credit or cues.COLUMN.fullmatch(row.head):
            return end
    return end


def names(rows: Sequence[View], end: int) -> tuple[str, ...]:
    """What the bulletin and its body are called, without spaces: the first lines of a title block that reaches to END."""
    found = []
    for row in rows[: min(end, _NAMES)]:
        name = "".join(_NUMBERED.sub("", row.head).split()).strip("《》【】[]（）()·|-—")
        if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and not name.isdigit():
            found.append(name)
    return tuple(found)


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


def path_end(rows: Sequence[View]) -> int:
    """The place below the path to a page of the net that stands at the top or right below the site's name, be it broken
    over lines; 0 where none is."""
    first = next((n for n, row in enumerate(rows[:_PATH]) if cues.PATH.match(row.head)), None)
    if first is None:
        return 0
    named = all(
        row.short and not (cues.EVENT_VERB.search(row.head) or _issue(row) or dated(row)) for row in rows[:first]
    )
    if not named and not (first == 1 and cues.WELCOME.match(rows[0].head)):
        return 0
    last = first
    while (crumb := next((n for n in (last + 1, last + 2) if _crumb(rows, n)), None)) is not None:
        if not all(row.short and row.block.width <= _CRUMB for row in rows[last + 1 : crumb]):
            break
        last = crumb
    again = last
    while again + 1 < len(rows) and rows[again + 1].block.width <= _PIECE and rows[again + 1].head in rows[first].head:
        again += 1
    last = again if again != last + 1 else last  # the last piece once more by itself may head what stands below
    menu = last + 1
    while menu < len(rows) and rows[menu].short and rows[menu].block.width <= _NARROW and not rows[menu].person:
        menu += 1
    return menu if menu - last > _PATH and menu < len(rows) and rows[menu].short else last + 1


def _crumb(rows: Sequence[View], n: int) -> bool:
    """Whether a narrow line is a piece of such a path: it opens or ends with an arrow."""
    if n >= len(rows) or rows[n].block.width > _CRUMB:
        return False
    head = rows[n].head.strip()
    return head[:1] in _ARROWS or head[-1:] in _ARROWS


@dataclass(frozen=True, slots=True)
class Title:
    """Where the heading block lies that a text has by its form, whatever it says: the place of its first line, the one below
    its last line that names it, and the one below all of it; nothing but 0 where there is none."""

    start: int = 0
    named: int = 0
    end: int = 0


def title(rows: Sequence[View], paper: bool) -> Title:
    """The title among a file's keys, but for a PAPER, or that of minutes."""
    named = 0 if paper else titled(rows)
    if named:
        return Title(0, named, title_again(rows, named))
    head = minutes_head(rows)
    return Title(head[0], head[1], head[1]) if head else Title()


def titled(rows: Sequence[View]) -> int:
    """The place below the line of such keys that names the title; 0 where there is none, or it is that of a paper."""
    end = front_matter(rows)
    named = next((n for n, row in enumerate(rows[:end]) if _TITLE.match(row.head)), None)
    return 0 if named is None or _KIND.search(rows[named].head) else named + 1


def title_again(rows: Sequence[View], named: int) -> int:
    """The place below the line that gives the title of the keys once more above the text, else below the keys.

    NAMED: the place below the title among the keys.
    """
    end = front_matter(rows)
    title = set(pairwise(rows[named - 1].head.partition(":")[2].strip(" \"'")))
    for n, row in enumerate(rows[end : end + _OWN], end):
        if row.body:
            break
        if row.short and len(title & set(pairwise(row.head))) >= _LIKE * len(title):
            return n + 1
    return end


def minutes_head(rows: Sequence[View]) -> tuple[int, int] | None:
    """Where the title of minutes begins whose first numbered part stands right below, and where that part does.

    What stands above the title with an address or in Latin letters is a letterhead; without such a line it belongs to the
    title: the body's name, its term.
    """
    last = next((n for n, row in enumerate(rows[:_TITLE_LINES]) if MINUTES.search(row.head.strip())), None)
    first = next((n for n, row in enumerate(rows[: _TITLE_LINES + 2]) if row.number is not None), 0)
    if last is None or not last < first <= last + 2 or not all(row.short or dated(row) for row in rows[last:first]):
        return None
    number = rows[first].number
    if number is None or number.value != 1 or number.style not in ("han", "formal"):
        return None
    above = rows[:last]
    letterhead = any(row.latin or row.field or cues.IMPRINT.match(row.head) or _issue(row) for row in above)
    title = all(row.short and row.block.gap == 0 for row in rows[1 : last + 1]) and not letterhead
    return (0 if title else last), first


def weekly(rows: Sequence[View], parted: bool) -> int:
    """The place of the first item of a paper in Markdown that opens with its name and date as its heading of the first rank,
    where others of that rank have items below, or with its name set in bold where it is PARTED into columns, a few lines
    of its own below; 0 for any other text."""
    first = front_matter(rows)
    heads = [n for n, row in enumerate(rows) if row.markdown]
    if parted and rows[first].bold and _KIND.search(rows[first].head):
        return heads[0] if heads[0] - first <= _HEAD_LINES else 0
    if len(heads) <= _ITEMS or heads[0] != first or rows[first].markdown != 1:
        return 0
    if sum(not (row.markup or "</a>" in row.head) for row in rows[first : heads[1]]) > _HEAD_LINES:
        return 0
    if any(rows[a].markdown == 1 and rows[b].markdown == 1 for a, b in pairwise([*heads[1:], heads[0]])):
        return 0  # not all of them are columns with items below
    head = rows[first].head.strip()
    dated = any(match.end() == len(head) for match in _WHEN.finditer(head))
    return heads[1] if dated and not _MEETING.search(head) else 0


def _telling(rows: Sequence[View], n: int) -> bool:
    """Whether a line by itself shows that a title block reaches down to it."""
    row = rows[n]
    below = rows[n + 1] if n + 1 < len(rows) else None
    named = (
        0 < n < 3
        and (_called(rows[0]) or (n == 2 and rows[0].short and rows[0].block.gap == 0 and _called(rows[1])))
        and not cues.PATH.match(rows[0].head)
        and below is not None
        and (below.short or _LABELLED.match(below.head) is not None)
    )
    first = rows[0].head
    reports = cues.REPORT_VERB.search(first) or _TOLD_VERB.search(first)
    named_paper = _KIND.search(first) or cues.MASTHEAD_NAME.search(first.strip("*# "))
    told = reports is not None and not (named_paper or _BODY.search(first))
    titled = told or "关于" in first or any(row.head.startswith("——") for row in rows[1:n])
    return (
        row.block.listed
        or (_issue(row) and not titled)
        or (0 < n < 3 and _dated_page(row))
        or (n == 0 and _FRONT_PAGE.match(row.head) is not None)
        or (0 < n < 3 and _RELEASE.search(first) is not None and _RELEASED.match(row.head) is not None)
        or (n < 3 and not titled and _periodical(row))
        or (_published(row) and not titled)
        or (n > 0 and _letterhead(row) and not _titled(rows[:n]))
        or (named and row.short and (cues.DATE_LINE.match(row.head) or _DATED_PART.search(row.head)) is not None)
    )


def _called(row: View) -> bool:
    """Whether a line is a paper's name by what it ends in, be it set apart: 园  讯."""
    plain = _APART.sub("", row.head)
    if row.block.width < _NAME and plain == row.head:
        return False
    return cues.MASTHEAD_NAME.search(plain) is not None or any(m.end() == len(plain) for m in _KIND.finditer(plain))


def _periodical(row: View) -> bool:
    """Whether a line says of what kind the paper is, or whose, and of when: 校友通訊　秋季號　2005年11月."""
    head = _APART.sub("", row.head.strip("*_#> "))
    if _PAGED.search(head) or not row.block.whole or row.block.width > _WIDEST_ISSUE or _SENTENCE.search(head):
        return False
    when = _WHEN.search(head)
    if when is None:
        return _INHOUSE.search(head) is not None
    rest = head.replace(when.group(), "", 1)
    season = when.end() == len(head) and when.group("season") is not None and row.block.width <= _BESIDE_ISSUE * 2
    return season or bool(_KIND.search(rest) or _OWNED.search(rest))


def _dated_page(row: View) -> bool:
    """Whether a line tells date and page of a newspaper."""
    page, date, week = (bool(part.search(row.head)) for part in cues.PAGE_HEAD[:3])
    return row.short and date and (page or week)


def _beside(row: View) -> bool:
    """Whether a line belongs to a title block where one stands right above it."""
    contact = row.block.whole and (cues.IMPRINT.match(row.head) or cues.ADDRESS.match(row.head))
    line = row.head.strip()
    closes = row.block.whole and any(form.fullmatch(line) for form in (_DATED_LINE, _UNIT_DATED, _LETTERED))
    told = row.block.gap == 0 and not cues.FIELD.match(row.head) and len(_LABELLED.findall(row.head)) >= 2
    return dated(row) or bool(cues.RULE.fullmatch(row.head)) or bool(contact) or closes or told


def _again(row: View, first: View) -> bool:
    """Whether a line gives the title once more: in Latin letters, in part, set in bold as it is, in vertical type."""
    plain = "".join(row.head.split())
    if row.bold and first.bold:
        return True
    return row.short and (row.latin or len(plain) == 1 or (len(plain) >= _SHORTEST_NAME and plain in first.head))


def _issue(row: View) -> bool:
    match = cues.ISSUE.search(row.head)
    if match is None or not row.block.whole or row.block.width > _WIDEST_ISSUE or _TAKEN.match(row.head):
        return False
    if (_ISSUED.search(row.head) or _KIND.search(row.head)) and not re.search("[，。；]", row.head):
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
    """The places of bare figures that count up by one, three or more of them, with a page's text between."""
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
        fits = (
            above is not None
            and before[n] > before[above[-1]]
            and row.block.start - rows[above[-1]].block.start >= LEAST_PAGE
        )
        chain[value] = [*above, n] if fits and above is not None else [n]
        if len(chain[value]) >= 3:
            found.update(chain[value][-3:])
    return frozenset(found)
