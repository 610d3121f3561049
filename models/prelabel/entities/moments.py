"""Days and hours that belong together: one mention of time, though the tagger or a rule found it in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.prelabel.entities.cues import PART
from models.prelabel.entities.spans import Candidate, taken

_HOUR = r"(?:[01]?\d|2[0-3])[：:][0-5]\d(?:[：:][0-5]\d)?"
_WEEKDAY = "(?:星期|周)[一二三四五六日天]"
_STAMP = re.compile(
    rf"(?=[\d星周])(?:(?<![\d./-])(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])[ \u3000]{{1,2}}{_HOUR}(?![\d:：])"
    rf"|{_WEEKDAY}[ \u3000]{{0,2}}{PART}?[ \u3000]?{_HOUR}(?:\s?[-–—~～至]\s?{_HOUR})?(?![\d:：]))"
)
"""A day without its year, or of the week, with the hour: 05-24 09:28, 星期二 8:30."""
_MONTH_DAY = r"(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])"
_DOTTED = re.compile(rf"(?=\d)(?<![\w.-]){_MONTH_DAY}(?:[（(]{_WEEKDAY}[）)]|[-–—~～至]{_MONTH_DAY}(?![\w.%％]))")
"""A day in figures that its weekday or the range tells from a number: 5.24（周六）, 5.19-5.25."""
_BRACKETED = re.compile(
    r" ?[（(](?:(?:星期|周|礼拜)?[一二三四五六日天]|(?i:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?)[）)]"
)
"""The day of the week in brackets behind a date: 5/13 (Wed)."""
_BOOK = (
    "(?:(?:创世|出埃及|利未|民数|申命|约书亚|士师|路得|约伯|以斯拉|尼希米|以斯帖)记|撒母耳记[上下]|列王[纪记][上下]|历代志[上下]"
    "|诗篇|箴言|传道书|雅歌|(?:以赛亚|耶利米|以西结|但以理|何西阿|约珥|阿摩司|约拿|弥迦|哈巴谷|撒迦利亚|玛拉基)书|[\u4e00-\u9fff]{2,3}福音"
    "|使徒行传|(?:罗马|加拉太|以弗所|腓立比|歌罗西|希伯来|雅各|提多|犹大)书|(?:哥林多|帖撒罗尼迦|提摩太|彼得)[前后]书|约翰[一二三壹贰叁]书"
    "|启示录|林[前后]|帖[前后]|彼[前后]|撒[上下]"
    "|(?:[1-3] ?)?(?:Genesis|Exodus|Samuel|Kings|Chronicles|Psalms?|Proverbs|Isaiah|Matthew|Mark|Luke|John|Acts|Romans"
    "|Corinthians|Galatians|Ephesians|Philippians|Colossians|Timothy|Hebrews|James|Peter|Revelation))"
)
_VERSE = r"\d{1,3}[：:]\d{1,3}(?: ?[-–—~～] ?\d{1,3}(?:[：:]\d{1,3})?)?"
_VERSES = re.compile(rf"(?=[\u4e00-\u9fff1-3A-Z]){_BOOK} ?{_VERSE}(?:[；;，,、] ?(?:{_VERSE}|\d{{1,3}}(?![\d：:])))*")
"""Where words stand in the Bible: 林前12：12, 1 Samuel 1:10; 1:24, no hours."""
_CITED = re.compile(r"[：:](?<=\d.)\d")
"""What no place in the Bible is without: most texts have none, and need not be searched for its books."""
_LASTED = re.compile(r"\d{2,3} ?年")
_LASTING = re.compile(r"(?:走过|历经|历时|长达|时隔|近|超过|不足|建党|建国|建校|建院|成立|已有|整整)(?:了)? ?$")
_GOES_ON, _SINCE = re.compile("[的来间是，]"), re.compile("[来间]")
_ROC, _RECENT = range(80, 140), 29
"""The years of the Republic of which bulletins tell by their number alone; up to what number one of this century may be
meant."""
_DECADE = re.compile("[0十]年代")
_BETWEEN = re.compile(rf"[ \u3000]{{0,2}}[（(]?(?:{_WEEKDAY})?[）)]?[ \u3000]{{0,2}}")
_ENDS_DAY = re.compile(rf"(?:[日号]|\d)(?:[ \u3000]?[（(]?{_WEEKDAY}[）)]?)?$")
_OPENS_HOUR = re.compile(rf"{_WEEKDAY}[）)]?|{PART}|{_HOUR}|\d{{1,2}}[时点]")


def whole_times(string: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND, in order, with what tells a day and its hour as one mention, without what is no time."""
    verses = {at for match in _verses(string) for at in range(*match.span())}
    kept: list[Candidate] = []
    for c in found:
        if c.label == "TIME" and (_lasted(string, c) or not verses.isdisjoint(range(c.start, c.end))):
            continue
        if kept and c.start < kept[-1].end:
            continue  # the weekday in the bracket that the day took in
        if c.label == "TIME" and (week := _BRACKETED.match(string, c.end)) and _ENDS_DAY.search(string, c.start, c.end):
            c = c._replace(end=week.end())
        if c.label == "TIME" and _DECADE.match(string, c.end - 2):
            c = c._replace(end=c.end + 1)
        last = kept[-1] if kept else None
        if last is not None and _goes_on(string, last, c):
            kept[-1] = last._replace(end=c.end, confidence=min(last.confidence, c.confidence))
        else:
            kept.append(c)
    known = taken(kept)
    stamps = []
    for form in (_STAMP, _DOTTED):
        for match in form.finditer(string):
            over = known.over(*match.span())
            inside = all(c.label == "TIME" and match.start() <= c.start and c.end <= match.end() for c in over)
            if inside and (over or form is _DOTTED) and [(c.start, c.end) for c in over] != [match.span()]:
                sure = max((c.confidence for c in over), default=0.9)
                stamps.append(Candidate(*match.span(), "TIME", sure, "rule:date"))
    spans = taken(stamps)
    rest = [c for c in kept if not spans.over(c.start, c.end)]
    return sorted([*rest, *stamps], key=lambda c: c.start)


def _verses(string: str) -> Iterator[re.Match[str]]:
    return _VERSES.finditer(string) if _CITED.search(string) else iter(())


def _lasted(string: str, time: Candidate) -> bool:
    """Whether years are counted, not named: 走过100年, 25年来."""
    if not _LASTED.fullmatch(string, time.start, time.end):
        return False
    if _LASTING.search(string, max(0, time.start - 6), time.start):
        return True
    count = int("".join(filter(str.isdigit, string[time.start : time.end])))
    goes_on = _GOES_ON if count > _RECENT and count not in _ROC else _SINCE
    return goes_on.match(string, time.end) is not None


def _goes_on(string: str, day: Candidate, hour: Candidate) -> bool:
    """Whether the second of two times that nearly touch says at what hour of the first."""
    if day.label != "TIME" or hour.label != "TIME" or not _BETWEEN.fullmatch(string, day.end, hour.start):
        return False
    told = _ENDS_DAY.search(string, day.start, day.end) is not None
    return told and _OPENS_HOUR.match(string, hour.start, hour.end) is not None
