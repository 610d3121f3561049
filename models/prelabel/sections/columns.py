"""The columns of a bulletin and the items that stand in them without a headline."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from models.prelabel.sections import cues
from models.prelabel.sections.views import View, categorised

_NAME = re.compile(
    rf"(?:{cues.NEWS}|公告|公示|事项|提示|鸣谢|感谢|致谢|日历|行事历|一览|光荣榜|爱心榜|红黑榜|新人榜|有名|之星|驿站|园地|之窗|天地|广角|风采|聚焦|专栏"
    r"|文苑|副刊|回声|榜样|之声|在线|直通车|视点|看点|链接|选登|摘登|点滴|集锦|经验交流|信息交流|工作交流|一线|基层|报告|近期活动|本月活动|回顾"
    r"|捐赠|来访|邻里|连线|视窗|家园|综合|课堂|讲堂|广场|投稿|来稿|来信|来函|信箱|来鸿|回音|近况|拾零|纪事|专访|分会|的话|布告栏|公告栏|公布栏"
    r"|小启|启事|讣告|表扬榜|曝光台|大小事|会务|家事|家事分享|代祷|旧事|往事|钩沉|窗口|服务窗|服务台|会客室|手记|摘抄|名录|卷首|卷首语|漫谈|杂谈|随笔|诗苑|文摘|书讯|影像|镜头"
    r"|提炼|进展|推荐|精选|系列|周报|月报)$"
)
"""How the name of a column ends that stands alone on its line."""
_SENT_IN = re.compile("(?:[投来]稿|来[信函鸿])$")
"""Columns of what readers wrote, whose paragraphs are one text."""
_AGENDA = re.compile(r"(?:报告|事项|回顾)$")
"""What numbered parts of minutes are called as well."""
_SURE_NAME = re.compile(r"(?:动态|动向|要闻|简讯|短讯|快讯|短波|消息|信息|资讯|新闻)$")
_NEWS_NAME = re.compile(rf"(?:{cues.NEWS})$")
_NUMBERED = re.compile(
    r"(?:#{1,6}\s+)?[\s\W_]{0,3}(?:([一二三四五六七八九十]{1,3})\s?[、.．]|(\d{1,2})\s?[、.．|｜\s])\s*[|｜]?\s*"
)
_MARKS = re.compile(r"(?:#{1,6}\s+)?[\s\W_]{0,4}")
_AFTER = re.compile(r"[\s\W_]*(?:[（(][^（）()]{1,8}[）)])?[\s\W_]*$")
_HAN, _DIGIT, _ZERO, _BULLETED = "han", "digit", "zero", "b"
"""Kinds of headings: 一、 and 1. and 01, and those behind a bullet."""
_ENGLISH = re.compile(
    r"(?<=[\u3400-\u9fff])\s+[A-Z][A-Za-z’'&\s-]{3,30}$|^[A-Z][A-Za-z’'&\s-]{3,30}(?<=\s)(?=[\u3400-\u9fff])"
)
"""What a name has in English beside it: 會員動態 NEWS OF MEMBERS, Family Report 家事报告."""
_HEADLINES, _MOST_HEADLINES, _NARROWEST = 4, 40, 8.0
"""More headlines on end than so many are a list of them, how many are looked at, and how wide one is at least."""
_SHORT_NAME, _LONGEST_NAME, _WIDEST, _LONGEST_ITEM, _LEAST_LED = 4, 9, 20, 260, 24
_DATE = re.compile(
    r"(?:\d{2,4}\s?年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?"
    r"(?:月\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:日|[—~～-])|月[初中下旬底]|/\d{1,2})"
)
_BULLET = re.compile(rf"[{cues.BULLETS}＊-]\ufe0f?\s?(?=[^\s-])|\*\s?(?=[^\s*-])")
_LEAD = re.compile(r"【[^】]{2,12}】|[^\W_][^\s，。；：:、（(]{1,9}\u3000+\S")
"""How an item opens that names its place or subject first, set apart."""
_LABEL = re.compile(r"[^\s，。；：:、（(]{2,12}(?:[（(][^（）()]{1,10}[）)])?\s?[:：]\s?\S")
_NO_ITEM = re.compile(r"\W*(?:投稿|查询|地址|电话|报\s?[:：]|送\s?[:：])")


def name(row: View) -> str:
    """A line as the name of a column, without the marks, number and spaces around it; nothing where it cannot be one."""
    if not (row.short or row.markdown) or not row.block.whole or row.block.width > _WIDEST or row.head[0] in "<＜〈":
        return ""
    begin = _NUMBERED.match(row.head) or _MARKS.match(row.head)
    bare = _ENGLISH.sub("", _AFTER.sub("", row.head[begin.end() if begin else 0 :]))
    plain = "".join(bare.split())
    return plain if 2 <= len(plain) <= _LONGEST_NAME else ""


def places(views: Sequence[View], top: int, collects: bool, minutes: bool = False) -> frozenset[int]:
    """Where columns stand by their names or by what stands below them; TOP is the place below the title block.

    Where the bulletin does not show that it collects articles (COLLECTS), only news columns with items below count.
    Numbered, marked or Markdown headings of one kind are columns together when two of them (one behind a bullet) and a
    third of them are by name. In MINUTES what stands in brackets is a motion.
    """
    found: set[int] = set()
    alike: defaultdict[str, list[int]] = defaultdict(list)
    named: defaultdict[str, int] = defaultdict(int)
    for n, row in enumerate(views):
        if n < top or row.person or row.field or row.block.listed:
            continue
        if categorised(row) and n + 1 < len(views) and views[n + 1].stamped:
            continue
        if row.block.last in "：:" and not (row.bullet and _NAME.search(name(row))):
            continue
        kind, plain = _kind(row), name(row)
        if (cues.COLUMN.fullmatch(row.head) and not minutes) or (plain and _stands(views, n, collects)):
            found.add(n)
        if plain and kind and not (row.markdown and _runs(views, n + 1)):
            alike[kind].append(n)
            named[kind] += n in found or bool(_NAME.search(plain))
    if top:
        found.update(_over_headings(views, top))
    for kind, members in alike.items():
        few = 1 if kind[0] == _BULLETED else 2
        if (collects or kind == _ZERO) and named[kind] >= few and 3 * named[kind] >= len(members):
            found.update(members)
    if top and wholly_parted(views):
        rank = _rank(views)
        found.update(n for n, row in enumerate(views) if n >= top and row.markdown == rank)
    return frozenset(found)


def ranks(views: Sequence[View], found: frozenset[int]) -> frozenset[int]:
    """The ranks of Markdown headings a third of which are columns, FOUND by name or by what stands below: else all of a
    rank are items."""
    headings = Counter(row.markdown for row in views if row.markdown)
    named = Counter(views[n].markdown for n in found)
    return frozenset(rank for rank, count in headings.items() if 3 * named[rank] >= count)


def parted(views: Sequence[View]) -> bool:
    """Whether two of the Markdown headings of the highest rank are columns by name: a paper is parted so, no article."""
    return sum(_by_name(views)) >= 2


def wholly_parted(views: Sequence[View]) -> bool:
    """Whether most of three or more such headings are columns by name."""
    named = _by_name(views)
    return sum(named) > 2 and 2 * sum(named) > len(named)


def _by_name(views: Sequence[View]) -> list[bool]:
    """For each Markdown heading of the highest rank whether it is a column by name."""
    rank = _rank(views)
    return [_NAME.search(name(row)) is not None for row in views if rank and row.markdown == rank]


def _rank(views: Sequence[View]) -> int:
    """The highest rank of the Markdown headings; 0 where there are none."""
    return min((row.markdown for row in views if row.markdown), default=0)


def _over_headings(views: Sequence[View], top: int) -> list[int]:
    """Markdown headings of the highest rank below the title block where most have a heading of the next rank, or items,
    right below: the columns of a paper that is written in Markdown."""
    heads = [n for n, row in enumerate(views) if n >= top and row.markdown]
    rank = min((views[n].markdown for n in heads), default=0)
    highest = [n for n in heads if views[n].markdown == rank]
    over = [n for n in highest if n + 1 < len(views) and (views[n + 1].markdown > rank or _itemised(views, n + 1))]
    return over if any(views[n + 1].markdown for n in over) and 2 * len(over) > len(highest) > 1 else []


def _itemised(views: Sequence[View], first: int) -> bool:
    """Whether two items on end stand here that open alike."""
    kind = opening(views[first]) if first + 1 < len(views) else ""
    return bool(kind) and opening(views[first + 1]) == kind


def _stands(views: Sequence[View], n: int, collects: bool) -> bool:
    """Whether a line is a column by its own name, or by the items right below it."""
    row, plain, kind = views[n], name(views[n]), _kind(views[n])
    if kind == _HAN and _AGENDA.search(plain):
        return False
    if collects and _named(views, n, plain):
        return True
    together = n + 1 < len(views) and views[n + 1].body and cues.RUN_TOGETHER.search(plain) is not None
    if not kind and (together or _headlines(views, frozenset(), n)):
        return True
    if not kind and _NAME.search(plain) and _itemised(views, n + 1) and opening(views[n + 1]).startswith("b:"):
        return True
    marked = kind in (_HAN, _DIGIT) or row.markdown > 0
    if collects and not kind and _led(views, n + 1):
        return True
    return not marked and _dated(views, n + 1) and (collects or _NEWS_NAME.search(plain) is not None)


def _named(views: Sequence[View], n: int, plain: str) -> bool:
    """Whether a line is a column by its name; a longer one right above running text may be a headline as well."""
    if not _NAME.search(plain):
        return False
    below = views[n + 1] if n + 1 < len(views) else None
    runs = below is not None and below.body and opening(below) in ("", "date") and not _kind(views[n])
    return not runs or len(plain) <= _SHORT_NAME or bool(_SURE_NAME.search(plain))


def _runs(views: Sequence[View], n: int) -> bool:
    """Whether running text stands here, neither a heading nor an item."""
    return n < len(views) and views[n].body and not views[n].markdown and not opening(views[n])


def _kind(row: View) -> str:
    """What numbered, marked and Markdown headings of one kind share; nothing for a bare line."""
    if row.markdown:
        return f"m{row.markdown}"
    match = _NUMBERED.match(row.head)
    if match is None:
        return _BULLETED + row.bullet if row.bullet else ""
    if match.group(1):
        return _HAN
    return _ZERO if match.group(2).startswith("0") else _DIGIT


def _led(views: Sequence[View], first: int) -> bool:
    """Whether two items on end stand here that name their places or subjects first."""
    return first + 1 < len(views) and opening(views[first]) == opening(views[first + 1]) == "lead"


def _dated(views: Sequence[View], first: int) -> bool:
    """Whether two items on end stand here that open alike and tell when."""
    if first >= len(views):
        return False
    kind = opening(views[first])
    if not kind or first + 1 == len(views) or opening(views[first + 1]) != kind:
        return kind.startswith("b:") and views[first].head.count(kind[2:]) >= 2
    if kind in ("date", "label"):
        return kind == "date"
    head = views[first].head
    number, bullet = views[first].number, _BULLET.match(head)
    begin = number.length if number else bullet.end() if bullet else 0
    return bool(_DATE.match(head, begin))


def opening(row: View) -> str:
    """How an item opens: with a number, a bullet, a date, a label; nothing for other text."""
    if row.number is not None and not row.markdown:
        return "n:" + row.number.style
    bullet = _BULLET.match(row.head)
    if bullet and not row.head.startswith("**"):
        return "b:" + bullet.group()[0]
    if _DATE.match(row.head):
        return "date"
    if row.markdown:
        return ""
    if row.body and not row.roster and row.block.size >= _LEAST_LED and _LEAD.match(row.head):
        return "lead"
    return "label" if _LABEL.match(row.head) else ""


_NOTICES = 12
_REPORTS = re.compile(r"(?<!的)(?:报告|通告|公告|消息)(?:\s|$)|代祷|主日")


def notices(views: Sequence[View]) -> frozenset[int]:
    """The places of the numbered or listed paragraphs of a sheet of notices that opens with its name and date alone."""
    first = next((n for n, row in enumerate(views[:_NOTICES]) if _opens_notices(row)), 0)
    kind = opening(views[first]) if first else ""
    head = views[:first]
    if not kind or not (views[first].body or views[first].markup):
        return frozenset()
    if not all(row.short and not row.markdown and row.block.width <= _WIDEST for row in head):
        return frozenset()
    named = any(_REPORTS.search(row.head) for row in head)
    if not (named and any(_DATE.search(row.head) or cues.DATE_LINE.match(row.head) for row in head)):
        return frozenset()
    return frozenset(n for n, row in enumerate(views) if n >= first and not row.markdown and opening(row) == kind)


def _opens_notices(row: View) -> bool:
    return opening(row) == "b:-" or (row.number is not None and row.number.value == 1)


def items(views: Sequence[View], columns: frozenset[int]) -> frozenset[int]:
    """The places of the items that stand right below a column without a headline, one a paragraph."""
    found: set[int] = set()
    for column in columns:
        found.update(_run(views, columns, column + 1) or _headlines(views, columns, column))
    return frozenset(found)


def _headlines(views: Sequence[View], columns: frozenset[int], column: int) -> list[int]:
    """The headlines of texts that stand elsewhere, one a line below a column of news; nothing where texts stand between."""
    if not _NEWS_NAME.search(name(views[column])):
        return []
    last = column + 1
    end = min(len(views), last + _MOST_HEADLINES)
    while last < end and last not in columns and _is_headline(views[last]):
        last += 1
    if last < len(views) and views[last].body and last not in columns:
        last -= 1  # what has a text below it heads that
    return list(range(column + 1, last)) if last - column > _HEADLINES else []


def _is_headline(row: View) -> bool:
    plain = (
        row.short and row.number is None and not (row.markdown or row.bullet or row.person or row.byline or row.credit)
    )
    return plain and row.block.width >= _NARROWEST and not row.field and row.block.last not in "：:"


def _run(views: Sequence[View], columns: frozenset[int], first: int) -> list[int]:
    found: list[int] = []
    kind = opening(views[first]) if first < len(views) else ""
    if kind in ("", "date") and _SENT_IN.search(name(views[first - 1])):
        return []
    if not kind and cues.TOLD.search(views[first - 1].head):
        return []
    if kind == "label" and views[first].short and opening(views[min(first + 1, len(views) - 1)]) != kind:
        return []
    news = bool(_NEWS_NAME.search(name(views[first - 1])))
    for n in range(first, len(views)):
        if n in columns:
            break
        if found and views[n].field and kind.startswith(("n:", "b:")) and opening(views[n]) != kind:
            continue
        if not _item(views[n], kind, news):
            break
        found.append(n)
    return found if found and (len(found) > 1 or views[first].body) else []


def _item(row: View, kind: str, news: bool) -> bool:
    """Whether a paragraph is one more item of a run that opens as KIND does; NEWS: in a column of news."""
    head = row.head.lstrip("*_ ")
    if cues.LINK_ITEM.fullmatch(row.head):
        return False
    if cues.CREDIT_FIELD.match(head) or cues.IMPRINT.match(head) or _NO_ITEM.match(head) or cues.NOTICE.match(head):
        return False
    if row.credit or row.markdown:
        return False
    if kind.startswith(("n:", "b:")):
        return opening(row) == kind
    if row.block.size > _LONGEST_ITEM:
        return False
    own = opening(row)
    if not row.body:
        return own == kind != ""
    return own == kind if kind in ("date", "lead") and not news else own in ("date", "label", "lead", "")
