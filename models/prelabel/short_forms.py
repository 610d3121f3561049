"""Which strings may be short forms of which: names of one label, in simplified characters, compared as strings alone.

Every function takes all names of a bulletin and answers with pairs (short, long). Whether a short form that fits
several names is taken for any of them is for the caller to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import rjieba

Pair = tuple[str, str]

LONGEST = 40
"""A longer string is no name that has short forms."""
_MANY = 24
"""Where more names than this begin and end alike, none is told from the others by the characters between."""

_PROVINCE = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    "|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_UNIT = re.compile("特别行政区|自治[区州县]|管理区|开发区|新区|街道|社区|[省市区县州盟旗镇乡]")
_BODY = re.compile("集团|公司|学院|大学|医院")
_STATE = re.compile(rf"中华人民共和国|中国共产党|中国|中共|党的|{_PROVINCE}")
_LEVEL = frozenset("省市区县州镇乡")
_HEAD = frozenset("局委部院校厅处科室队组会社团所站心司办馆党府班庭署行厂店场园学盟联")
"""An organisation's name ends in one of these; a mere subject (航空物流) does not."""
_PLACE = re.compile("[省市区县州盟旗镇乡村路街桥]$|街道$|小区$")
_SET_OFF = re.compile("(?<=..)(?:特别行政区|自治区|新区|[省市区县镇乡])$")
_ORDINAL = re.compile("第?[一二三四五六七八九十百]{1,4}[届次]")
_CAMPAIGN = re.compile("(?:主题|学习|专题)教育")
_QUOTED = re.compile("“[^“”]{2,20}”")
_DROPPED = frozenset(("和", "与", "及", "暨", "的", "管理", "行政", "事务"))
"""Words of a full name that a short one may leave out as a whole."""
_GENERIC = re.compile(
    "[省市区县州镇乡村处局部科党团总]|街道|社区|居委|居民|集团|公司|学[院校]|大学|医院|单位|机关|部门|支部|工会|妇联|纪委|监委|人大|政协|政府"
    "|第[一二三四五六七八九十]|办公|领导|本"
)
_CALLED_AT_LARGE = re.compile(
    "(?:座谈|推进|动员|部署|总结|表彰|交流|启动|工作|专题|民主生活|组织生活|联席|调研|讨论|学习|培训|见面|宣讲|报告|研讨|分享|慰问|周年)*"
    "(?:会|会议|大会|仪式|活动|讲座|班)"
)
_KIND = re.compile(
    "(?:普通|高级|初级|职业|示范|重点)*(?:中学|小学|大学|学校|学院|医院|幼儿园|公司|集团|企业|银行|单位|部门|协会|委员会)"
)
_SOMEBODY = re.compile(".(?:某{1,2}|先生|女士|老师|阿姨|师傅|同学|大爷|大妈|奶奶|爷爷|叔叔)?")


class Name(Protocol):
    """A name as it is compared: `key` without quotation marks, `marked` with them."""

    @property
    def key(self) -> str: ...
    @property
    def marked(self) -> str: ...


def tells(label: str, key: str) -> bool:
    """Whether a string says whom or what it names: 王某, 学校, 座谈会 and 《通知》 may be another one each time."""
    if label == "PER":
        return _SOMEBODY.fullmatch(key) is None
    if label == "EVENT":
        return _CALLED_AT_LARGE.fullmatch(key) is None
    if label == "ORG":
        return _KIND.fullmatch(key) is None
    return label != "DOC" or len(key) > 2


def generic(key: str) -> bool:
    """Whether the string begins with a word for a kind of body, and so depends on what was named before it."""
    return _GENERIC.match(key) is not None


def pairs(label: str, names: Sequence[Name]) -> Iterator[Pair]:
    """(short, long) for all names of a label where one may stand for the other."""
    find = _FINDERS.get(label)
    if find is not None:
        yield from find([name for name in names if len(name.key) <= LONGEST])


def in_order(short: str, long: str) -> bool:
    """Whether the characters of `short`, at least two, stand in `long` in their order, with others among them."""
    rest = iter(long)
    return 2 <= len(short) < len(long) and all(character in rest for character in short)


def initials(long: str) -> str:
    """The capitals of a Latin name's words: WHO of World Health Organization."""
    words = re.findall(r"[A-Za-z]+", long)
    return "".join(word[0].upper() for word in words if word.lower() not in ("and", "of", "the", "for", "in", "on"))


def _persons(names: Sequence[Name]) -> Iterator[Pair]:
    """哈里·波特: 波特, 哈里."""
    for name in names:
        parts = name.key.split("·")
        if len(parts) > 1:
            yield from ((part, name.key) for part in (parts[0], parts[-1]) if len(part) > 1 and not part.isascii())


def _places(names: Sequence[Name]) -> Iterator[Pair]:
    """上海市虹口区: 虹口区, 虹口."""
    keys = {name.key for name in names}
    for name in names:
        cuts = _cuts(name.key)
        for at in {0, *cuts}:
            tail = name.key[at:]
            if at and (len(tail) > 2 or tail[-1] in _LEVEL):
                yield tail, name.key
            bare = _SET_OFF.sub("", tail)
            if bare != tail:
                yield bare, name.key
        yield from ((tail, name.key) for tail in _worded_tails(name.key, keys) if _PLACE.search(tail))


def _organisations(names: Sequence[Name]) -> Iterator[Pair]:
    """上海市虹口区纪委监委: 虹口区纪委监委, 区纪委监委; 市场监督管理局: 市场监管局; a group without its campaign."""
    keys = {name.key for name in names}
    for name in names:
        if name.key[-1] not in _HEAD:
            continue
        for tail in _worded_tails(name.key, keys):
            if len(tail) > 2 or tail[0] in _LEVEL:
                yield tail, name.key
        brief = _QUOTED.sub("", name.marked)
        for short in {brief, _CAMPAIGN.sub("", brief)}:
            if len(short) > 4 and short != name.key:
                yield short, name.key
    yield from _abbreviations([key for key in keys if key[-1] in _HEAD])


def _events(names: Sequence[Name]) -> Iterator[Pair]:
    """党的十九届四中全会: 十九届四中全会; 本区第三次党代会: 第三次党代会."""
    keys = {name.key for name in names}
    for name in names:
        for tail in _known_tails(name.key, keys):
            if _ORDINAL.match(tail):
                yield tail, name.key


def _documents(names: Sequence[Name]) -> Iterator[Pair]:
    """《中华人民共和国职业教育法》: 《职业教育法》."""
    for name in names:
        short = name.key.removeprefix("中华人民共和国")
        if short != name.key:
            yield short, name.key


_FINDERS: dict[str, Callable[[Sequence[Name]], Iterator[Pair]]] = {
    "PER": _persons, "LOC": _places, "ORG": _organisations, "EVENT": _events, "DOC": _documents,
}  # fmt: skip


def _known_tails(key: str, keys: set[str]) -> list[str]:
    """The proper ends of a name that are names themselves."""
    return [key[at:] for at in range(1, len(key) - 1) if key[at:] in keys]


def _worded_tails(key: str, keys: set[str]) -> list[str]:
    """Of those the ones that begin where a word, a unit or a body does."""
    tails = _known_tails(key, keys)
    if not tails:
        return []
    starts = {*_cuts(key), *(match.start() for match in _UNIT.finditer(key))}
    for match in _BODY.finditer(key):
        starts.update(match.span())
    here = 0
    for word in rjieba.cut(key):
        here += len(word)
        starts.add(here)
    if key[0] not in _LEVEL:
        starts.discard(1)  # 新长宁集团 is not 长宁集团
    return [tail for tail in tails if len(key) - len(tail) in starts]


def _cuts(key: str) -> set[int]:
    """Where a place's name may be cut after the unit that it belongs to."""
    found = {match.end() for match in _UNIT.finditer(key) if match.start() > 0}
    if match := _STATE.match(key):
        found.add(match.end())
    return {at for at in found if len(key) - at > 1}


def _abbreviations(keys: Iterable[str]) -> Iterator[Pair]:
    """Names that leave out characters of the words of other names, but of no word the first one."""
    alike: dict[str, list[str]] = {}
    ordered = sorted(keys)
    for key in ordered:
        if len(key) > 3:
            alike.setdefault(key[-1], []).append(key)
    starts: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for last, group in alike.items():
        for key in group:
            for at in {0, *_cuts(key), *(m.start() for m in _UNIT.finditer(key))}:
                starts.setdefault((key[at], last), []).append((key, at))
    for short in ordered:
        if not 3 <= len(short) <= LONGEST // 2:
            continue
        fits = starts.get((short[0], short[-1]), [])
        if len(fits) <= _MANY:
            for key, at in fits:
                if in_order(short, key[at:]) and _keeps_words(short, key[at:]):
                    yield short, key


def _keeps_words(short: str, long: str) -> bool:
    """Whether `short` keeps the first character of every word of `long`, and more of a word only in its order."""
    reached = {0}
    for word in _short_words(long):
        after: set[int] = set(reached) if word in _DROPPED else set()
        kept = {at + 1 for at in reached if short.startswith(word[0], at)}
        for character in word[1:]:
            kept |= {at + 1 for at in kept if short.startswith(character, at)}
        reached = after | kept
    return len(short) in reached


def _short_words(string: str) -> Iterator[str]:
    """Its words; a long one (中国人民银行) in pairs, because the dictionary has whole names as words."""
    for word in rjieba.cut(string, False):
        while len(word) > 3:
            yield word[:2]
            word = word[2:]
        yield word
