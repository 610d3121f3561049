"""Evidence in a piece of the view: lexicon matches, dates, quoted names and the spans that rules would propose.

A cue is (kind, start, end). Kinds are short strings, listed in KINDS; a tagger weighs them, nothing here decides.
Everything is linear in the length of the piece.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from models.prelabel.entities.lexicons import lexicons, places
from models.prelabel.entities.words import Word
from models.prelabel.pairs import Pairs, pairs_of

_DIGIT = "[0-9一二三四五六七八九十零百]"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
PART = "(?:上午|下午|中午|晚上|晚间|早上|早晨|凌晨|清晨|傍晚|晚|夜间|早|午间|深夜|夜)"
_CLOCK = (
    rf"(?:\d{{1,2}}[点时](?:{_DIGIT}{{1,3}}分|半|整|许|左右|正)?|{_DIGIT}{{1,3}}点(?:{_DIGIT}{{1,3}}分|半|整|许|左右|钟)"
    rf"|(?<=[午晚上间早晨]){_NUMERAL}[点时](?:{_DIGIT}{{1,3}}分|半|整|许|左右|正)?"
    r"|\d{1,2}：\d{2}(?:：\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?)"
)
_SPAN = r"(?: ?(?:起?至|到|-|~|～|–)+ ?)"
_CLOCKS = rf"(?:{PART}?{_CLOCK}(?:{_SPAN}{PART}?(?:{_CLOCK}|{_NUMERAL}[点时](?:半|正)?))?|{PART})"
_YEAR = (
    r"(?:(?:19|20)\d\d年|[一二][零九0][零一二三四五六七八九]{2}年|民国[一二三四五六七八九十]{1,4}年"
    r"|[一二三四五六七八九十百零]{2,4}年(?=[一二三四五六七八九十]{1,2}月)|民国\d{2,3}年|1[01]\d年(?=\d{1,2}月))"
)
_SAID = r"(?:今年|去年|明年|前年|本年|同年|当年|次年)"
"""A year that the bulletin's own date tells."""
_DAY = r"(?:[0-3]?\d|[一二三四五六七八九十]{1,3})[日号]"
_MONTH = r"(?:[01]?\d|[一二三四五六七八九十]{1,2})月"
_WEEK = r"(?:[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?|[（(][一二三四五六日][）)])"
_NUMBERS = r"(?:19|20|1[01](?=\d\.))\d\d?(?:-|/|\.)[01]?\d(?:-|/|\.)[0-3]?\d"
_HOURS = rf"(?: ?\d{{1,2}}：\d{{2}}(?:：\d{{2}})?(?:{_SPAN}\d{{1,2}}：\d{{2}}(?:：\d{{2}})?)?)"
_SLASHED = r"[01]?\d/[0-3]?\d"
_FULL = rf"{_YEAR}{_MONTH}{_DAY}{_WEEK}?"
_SEASON = "(?:度(?!假)|底|初|末|[春夏秋冬][季天]?|上半年|下半年|第[一二三四]季度)"
_LUNAR = (
    r"(?:正月|腊月|冬月|[二三四五六七八九十]月(?=初|廿))"
    r"(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]|二十|三十)?"
)
_ENGLISH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_TIME = re.compile(
    r"(?=[0-9一二三四五六七八九十百零正腊冬农今去明前本同当次上下中晚凌清傍夜早午深民“元春端国重儿建JFMASOND])(?:"
    + "|".join(
        [
            rf"{_FULL}(?:{_SPAN}(?:{_YEAR})?(?:{_MONTH})?{_DAY}{_WEEK}?)?{_CLOCKS}?",
            rf"(?:{_YEAR}|{_SAID})?{_MONTH}{_DAY}{_WEEK}?{_CLOCK}{_SPAN}(?:{_MONTH})?{_DAY}{_CLOCK}",
            rf"(?:{_YEAR}|{_SAID})?{_MONTH}{_DAY}(?:{_WEEK}?{_SPAN}(?:{_MONTH})?{_DAY}|(?:[、及和]{_DAY})+)?{_WEEK}?{_CLOCKS}?",
            rf"(?:{_YEAR}|{_SAID})?{_MONTH}[0-3]?\d[、及和][0-3]?\d[日号]",
            rf"(?:{_YEAR}|{_SAID}){_MONTH}(?:份|底|初|末|中旬|上旬|下旬)?(?:{_SPAN}(?:{_YEAR})?{_MONTH}(?:份|底|初)?)?",
            r"(?<![\d-])(?:19|20)\d\d(?:/\d\d)?(?:年度?)?(?: ?[-–~～至] ?)(?:19|20)\d\d(?:/\d\d)?(?![\d-])"
            r"(?: ?(?:学年度?|年度|年)(?:第[一二]学期|上学期|下学期)?)?",
            r"(?<!\d)1[01]\d学年度?(?:第[一二]学期|上学期|下学期)?",
            rf"{_YEAR}{_SPAN}{_YEAR}",
            rf"{_YEAR}{_SEASON}?",
            rf"(?:农历)?{_LUNAR}",
            rf"{_MONTH}(?:份|底|初|末|中旬|上旬|下旬)?(?![会活日])",
            rf"(?<!\d){_DAY}{_CLOCKS}(?:{_SPAN}{_DAY}{_CLOCKS})?(?=[，、至到起前]|在|，)",
            rf"(?<!\d){_DAY}(?=[，、])",
            rf"(?<![\d.-]){_NUMBERS}(?![\d.])(?:{_SPAN}{_NUMBERS})?{_HOURS}?",
            rf"(?<!\d)1[01]\d/[01]?\d/[0-3]?\d{_HOURS}?",
            r"(?<![\d./-])[0-3]?\d(?:/[01]?\d/|-[01]?\d-)(?:19|20)\d\d(?![\d/.-])",
            rf"(?<![\d./-]){_SLASHED}{_WEEK}?(?:{_SPAN}{_SLASHED}{_WEEK}?)?(?![\d/.]){_CLOCKS}?",
            rf"{PART}{_CLOCK}(?:{_SPAN}{PART}?(?:{_CLOCK}|{_NUMERAL}[点时](?:半|正)?))?",
            rf"(?<![\d：]){_CLOCK}(?:{_SPAN}{PART}?{_CLOCK})?",
            rf"(?:[0-3]?\d )?{_ENGLISH}(?: \d{{1,2}})?(?:， ?|, ?| )(?:19|20)\d\d",
            r"“[一二三四五六七八九十]{1,2}[·、]?[一二三四五六七八九十]{1,3}”(?:期间|前后|前夕|当天|当日)",
            r"(?:元旦|春节|清明|五一|端午|七一|八一|中秋|国庆|重阳|六一|三八|五四|元宵|建党节|建军节|儿童节)(?:期间|前后|前夕|当天|当日|假期)",
        ]
    )
    + ")"
)
_VAGUE = re.compile(
    rf"(?:今年|去年|明年|前年|近日|日前|昨日|今日|昨天|今天|明天|近期|本周|上周|下周|本月|上月|当天|当日|次日|同日|即日){PART}?|(?<![\u4e00-\u9fff]){PART}(?=，)"
)
_DOC = re.compile(r"《[^《》\n]{1,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,40})*》")
THOUGHT = re.compile(r"新时代中国特色|生态文明思想|法治思想|强军思想|外交思想|经济思想|文化思想")
"""What makes a name part of a doctrine's."""
_DOUBLED = re.compile(r"([\u4e00-\u9fff])\1")
_BREAK = re.compile(r"[，。、；：\s的]")
_QUOTED = re.compile(r"“[^“”\n]{1,40}”")
_NUMBERED = re.compile(
    r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:大队|中队|支队|分队|小队|队|小组|组|班|连|营|分厂|厂|站|所|车间|工段|工区|党支部|支部|分公司|公司|分局|分院|病区"
    r"|小学|中学|幼儿园|医院|附院|居委|居民区|编队|党小组|项目部|事业部)"
)
"""Units that are told apart by a number."""
_PARTY = re.compile(
    r"(?=[中党第一二三四五六七八九十区市省县全\d])(?:"
    r"(?:中国共产党|党的|中共)?第?[一二三四五六七八九十]{1,3}(?:大(?=报告|精神|以来|召开|代表|和|、|，|。|胜利|闭幕|及|暨|以及|提出|作出|部署|对|上|后|之|关于|确定|强调)|次(?:全国)?代表大会)"
    r"|(?:党的|中共|[区市省县]委|[区市省县]纪委|中央纪委)?第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})届(?:中央纪委|[区市省县]?委|[区市省县]纪委)?第?[一二三四五六七八九十]{1,3}(?:中全会|次全(?:体)?会(?:议)?)"
    r"|(?:全国|[省市区县])两会)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """The cues of one piece by kind: ranges in order that do not overlap within a kind."""

    cues: dict[str, list[tuple[int, int]]]

    def of(self, *kinds: str) -> list[tuple[int, int]]:
        """The ranges of some kinds, in order."""
        return sorted(pair for kind in kinds for pair in self.cues.get(kind, ()))


_KINDS = {
    ("titles", "heads"): "title",
    ("organisations", "strong"): "body",
    ("organisations", "weak"): "weak",
    ("organisations", "short"): "short",
    ("organisations", "known"): "known",
    ("events", "heads"): "head",
    ("events", "known"): "happening",
    ("facilities", "strong"): "site",
    ("names", "known"): "famous",
}
_WHOLE_WORDS = frozenset(("place", "placeshort", "site", "happening"))
"""Kinds whose matches must begin where a word begins."""


@dataclass(frozen=True, slots=True)
class Index:
    """Words with their kinds, how long those are that begin with two characters, the longest first, and where any may
    begin."""

    kinds: Mapping[str, Sequence[str]]
    lengths: Mapping[str, Sequence[int]]
    begins: Pairs


def index_of(pairs: Iterable[tuple[str, str]]) -> Index:
    """The index of (word, kind) pairs; words of one character are left out."""
    kinds: dict[str, set[str]] = {}
    lengths: dict[str, set[int]] = {}
    for word, kind in pairs:
        if len(word) >= 2:
            kinds.setdefault(word, set()).add(kind)
            lengths.setdefault(word[:2], set()).add(len(word))
    return Index(
        {word: sorted(known) for word, known in kinds.items()},
        {begin: sorted(sizes, reverse=True) for begin, sizes in lengths.items()},
        pairs_of(lengths),
    )


@cache
def _index() -> Index:
    pairs = [(word, kind) for (file, section), kind in _KINDS.items() for word in lexicons().words(file, section)]
    pairs += [(title, "title") for title in _titles()]
    pairs += [(place, "place" if form == "full" else "placeshort") for place, form in places().items()]
    return index_of(pairs)


@cache
def _titles() -> tuple[str, ...]:
    heads = lexicons().words("titles", "heads")
    prefixes = lexicons().words("titles", "prefixes")
    found = dict.fromkeys(heads)
    for head in heads:
        if not head.startswith("总"):
            for prefix in prefixes:
                found[prefix + head] = None
    return tuple(found)


def find(piece: str, words: list[Word]) -> Found:
    """The cues of a piece, whose words are given."""
    cues: dict[str, list[tuple[int, int]]] = {}
    lookup(piece, _index(), cues)
    starts = {word.start for word in words}
    cues["famous"] = [pair for pair in cues.get("famous", ()) if not THOUGHT.match(piece, pair[1])]
    for kind in _WHOLE_WORDS & cues.keys():
        cues[kind] = [pair for pair in cues[kind] if pair[0] in starts]
    cues["time"] = [match.span() for match in _TIME.finditer(piece)]
    cues["vague"] = [match.span() for match in _VAGUE.finditer(piece)]
    cues["numbered"] = [match.span() for match in _NUMBERED.finditer(piece)]
    cues["doc"] = [match.span() for match in _DOC.finditer(piece)]
    cues["quote"] = [match.span() for match in _QUOTED.finditer(piece)]
    given = lexicons().names.given
    cues["nick"] = [match.span() for match in _DOUBLED.finditer(piece) if match.group(1) in given]
    _sort_quotes(piece, cues)
    cues["party"] = [match.span() for match in _PARTY.finditer(piece)]
    return Found(cues)


def lookup(piece: str, index: Index, cues: dict[str, list[tuple[int, int]]]) -> None:
    """Adds the matches of INDEX to CUES: within a kind from left to right, the longest at each place."""
    until: dict[str, int] = {}
    for at in index.begins.places(piece):
        for length in index.lengths.get(piece[at : at + 2], ()):
            for kind in index.kinds.get(piece[at : at + length], ()):
                if until.get(kind, 0) <= at <= len(piece) - length:
                    cues.setdefault(kind, []).append((at, at + length))
                    until[kind] = at + length


def _sort_quotes(piece: str, cues: dict[str, list[tuple[int, int]]]) -> None:
    """Quotes before the head of an event, and quotes inside what may be a body's name, as kinds of their own."""
    heads = {start for start, _ in cues.get("head", ())}
    bodies = sorted(start for kind in ("body", "weak") for start, _ in cues.get(kind, ()))
    for start, end in cues["quote"]:
        near = bisect_left(bodies, end)
        if end in heads:
            cues.setdefault("quoted", []).append((start, end))
        elif near < len(bodies) and bodies[near] - end <= 10 and not _BREAK.search(piece, end, bodies[near]):
            cues.setdefault("quotedbody", []).append((start, end))
