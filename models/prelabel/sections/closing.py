"""Where a bulletin's imprint begins: the addressees, credits and contact lines that it ends with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections.views import View, dated, is_unit

_REACH, _WIDEST = 14, 150.0
_UNKNOWN = 2
"""How many lines below an imprint may say something else."""
_CREDITS = re.compile(
    r"(?<![\u3400-\u9fff])(?:本期|值班|执行|特约|文字|图片|美术|版面|本版|本栏|英文|封面|名誉)?(?:副?总编辑?|主\s?编|副主编|编\s?辑|编辑(?:小组|组|部|委员会?)|编委(?:会|主任)?|总编|社长|编务|统稿|编[采写审印]|采编|审稿|题字|装帧|顾\s?问|打字|打印|刻字|漫画|小记者|发行人?|制版|印制|投稿地址|社址|宫址|会所|备案号|举报电话|技术支持|主办(?:单位)?|承办|编委|值班(?:主任|员)|核稿|拟稿|执笔|设计|印刷|承印|编辑委员|编审|责任编辑|责编|美编|校\s?对|审\s?核|审阅|审稿|审校|审定|终审|初审|复审|签发|排版|版式|督印人?|"
    r"文字|文案|撰稿|整理|供稿|文|图|摄\s?影|图片|素材|监制|策划|翻译|制作|投稿(?:邮箱|热线|电话)?|电\s?话|热线|传真|地\s?址|会址|馆址|网址|邮箱|邮编)"
    r"\W{0,2}\s?(?:[:：丨|｜/]|(?=\s{1,2}[\u3400-\u9fff](?:\s{0,2}[\u3400-\u9fff]){1,3}(?:\s|$)))"
)
"""Fields of an imprint; two of them in one line are enough."""
_ADDRESSEES = re.compile(
    r"\W*(?:主?[报送发]|抄\s?[送报]|分\s?[送发]|呈\s?[送报]?|印\s?发|上报|下发|副本送?)\W*\s?[:：]\W*\S"
)
_CONTACT = re.compile(
    r"\W*(?:投稿|来稿|查询|咨询|联络|开放时间|开馆时间|地\s*址|会址|馆址|电\s*话|传\s*真|网\s*址|邮\s*[箱编]|(?i:tel|fax|e-?mail|mail|web)|.{0,10}电话|.{0,6}热线)\W*\s?[:：]|.{0,20}准印证|.{0,20}准字|ISSN|印数|Copyright|©|\W*[（(]?共\s?印|本期.{0,3}印"
    r"|投稿.{0,8}见|免费赠阅|版权所有|.{0,12}阅读\s?\d|.{0,30}@[\w.]+\W*$"
)
_REPORTER = re.compile(r"(?:本报)?(?:记者|記者|通讯员|作者)\s?[:：]")
_REACHED = re.compile(r"(?:地\s*址|电\s*话|传\s*真|邮\s*[箱编])\s?[:：]")
_OFFERED = re.compile(
    r"\W*(?:与?我们联系|联系我们|关于我们|友情链接|免责声明|留言反馈|联系方式|网站地图|法律声明|隐私政策)\W*"
)
"""What a site's foot has above or beside its address."""
DECLARED = re.compile("(?:特别|免责|版权|郑重)声明|声明[：:]|转载请")
_EDITED = re.compile(
    r"[（(【\[]\s?(?:责任编辑|责编|编辑|编审|图文(?:供稿|编辑)|供稿[^（）()]{2,30}摄影)\s?[:：/／][^（）()]{2,60}[)）】\]]$"
)
"""Who made a page, in brackets above its foot: （责任编辑：某某）."""
_LINES = 3
"""So many lines on end of one credit each are an imprint."""
_RULE = re.compile("-{3,}")
WIDEST_SIGNER = 32.0
"""How wide the name of a body that signs is at most."""
_BODY = re.compile(rf"{cues.UNIT_END.pattern}|(?:{cues.ORGANISATION.pattern}|指挥部|会)$")


def begins(views: Sequence[View], links_from: int) -> int:
    """The place where the imprint begins; past the end where there is none.

    It stands above the list of other pages that begins at LINKS_FROM, or below where it says how to reach somebody.
    """
    found = _begins(views, min(len(views), links_from))
    if found < len(views) or links_from >= len(views):
        return found
    below = _begins(views, len(views))
    told = (_REACHED, cues.REGISTERED)
    return below if any(form.search(row.head) for row in views[below:] for form in told) else len(views)


def _begins(views: Sequence[View], end: int) -> int:
    """Where the imprint begins that stands above END: read from there, lines of one by themselves, and what may stand
    between two of them."""
    found = len(views)
    n = end - 1
    unknown = credits = 0
    while n > 0 and end - n <= _REACH:
        row = views[n]
        credits = credits + 1 if _credits(row) else 0
        if _imprint(row) or credits >= _LINES:
            found = n
        elif not _between(row):
            unknown += 1
            if found < len(views) or unknown > _UNKNOWN or not _plain(row):
                break
        n -= 1
    while 1 < found < len(views) and _OFFERED.fullmatch(views[found - 1].head):
        found -= 1
    if 1 < found < len(views) and _edited(views[found - 1]) and sum(map(_edited, views)) == 1:
        found -= 1
    if found < len(views) and found > 1 and _RULE.fullmatch(views[found - 1].head):
        found -= 1
    return found


def credit_runs(views: Sequence[View]) -> frozenset[int]:
    """The places of credits, a line each, so many on end that they close an article by themselves."""
    found: set[int] = set()
    run: list[int] = []
    for n in range(len(views) + 1):
        if n < len(views) and _credits(views[n]):
            run.append(n)
            continue
        if len(run) >= _LINES and run[0] and views[run[0] - 1].body:
            found.update(run)
        run = []
    return frozenset(found)


def contacts(views: Sequence[View]) -> int:
    """The place of a numbered heading of a last part that says whom to ask; past the end where there is none."""
    for n in range(len(views) - 1, max(0, len(views) - _REACH * 2), -1):
        row = views[n]
        if row.number is not None and row.short and cues.CONTACTS.search(row.head):
            return n
        if row.block.size > _WIDEST or row.markdown:
            break
    return len(views)


def _plain(row: View) -> bool:
    """Whether a line may close an imprint with anything else that a bulletin says of itself."""
    marked = row.markdown or row.number or row.credit
    return row.block.whole and row.block.width <= _WIDEST / 2 and not (marked or re.search("[。！？]", row.head))


def _imprint(row: View) -> bool:
    if not row.block.whole or row.block.width > _WIDEST or row.markdown or row.block.listed:
        return False
    head = row.head.strip("*_ ")
    if head[:1] in "（([【" and not re.search("印", head):
        return False
    if _ADDRESSEES.match(head):
        return True
    if cues.ASKS.match(head):
        return False
    if re.search("[。！？]", head[:-1]) or (row.number is not None):
        return False
    fields = sum(1 for _ in _CREDITS.finditer(head))
    return fields >= 2 or bool(_CONTACT.match(head)) or bool(cues.IMPRINT.match(head))


def _credits(row: View) -> bool:
    """Whether a line says who did one thing for the bulletin."""
    head = row.head.strip("*_ ")
    plain = row.block.whole and not row.body and not row.markdown
    return plain and any(field.match(head) for field in (_CREDITS, cues.CREDIT_FIELD, _REPORTER))


def _edited(row: View) -> bool:
    """Whether a line in brackets says who made the page: （责任编辑：某某）."""
    return row.block.whole and not row.body and _EDITED.match(row.head.strip("*_ ")) is not None


def _between(row: View) -> bool:
    """Whether a line may stand in an imprint though it says nothing by itself."""
    if DECLARED.match(row.head) or _OFFERED.fullmatch(row.head):
        return True
    if not row.block.whole or row.body or row.markdown or row.number is not None or row.block.width > _WIDEST / 2:
        return False
    return bool(
        dated(row)
        or is_unit(row)
        or row.person
        or row.field
        or _credits(row)
        or cues.RULE.fullmatch(row.head)
        or cues.NOTICE.search(row.head)
        or cues.NEIGHBOURS.match(row.head)
        or cues.PAGE_NUMBER.fullmatch(row.head)
        or row.latin
    )


def signed(views: Sequence[View]) -> frozenset[int]:
    """The places of bodies' names and the day on which they signed, as notices end one after another.

    Below the day no text follows, or name and day are an article's; a name below the day ends what it stands in.
    """
    pairs = list(pairwise(views))
    above = {n for n, (row, day) in enumerate(pairs) if signer(row) and _day(day) and not _follows(views, n + 2)}
    below = {n for n, (day, row) in enumerate(pairs) if n and _day(day) and signer(row) and _ends(views, n + 2)}
    below = {n for n in below if not views[n + 1].block.gap}
    return frozenset(m for n in above | below for m in (n, n + 1))


def _follows(views: Sequence[View], n: int) -> bool:
    return n < len(views) and views[n].body


def _ends(views: Sequence[View], n: int) -> bool:
    return n >= len(views) or views[n].block.gap > 0


def signer(row: View) -> bool:
    """Whether a line is the name of a body that may have signed what stands above it."""
    plain = row.short and row.number is None and not (row.markdown or row.block.runs)
    named = plain and row.block.width <= WIDEST_SIGNER and _BODY.search(row.head.strip()) is not None
    return named and cues.EVENT_VERB.search(row.head) is None


def _day(row: View) -> bool:
    return not row.block.gap and dated(row) and re.search("[\u3400-\u9fff]{4}", row.head) is None
