"""What a masthead says about its bulletin: title, issue, date, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from models.prelabel.sections import cues
from models.prelabel.suggestions import SuggestedSection

LOOKED_AT = 1500
"""How many characters of the masthead, or of the bulletin's beginning, are read."""
_LONGEST_TITLE = 120
_DIGIT = "零〇○OＯ一二三四五六七八九"
_DATE = re.compile(
    rf"(?<![\d])(\d{{4}}|[{_DIGIT}]{{4}}|1[01]\d)\s?[年./\-]\s?(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?[月./\-]\s?"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3})(?!\d)"
)
_ISSUE = re.compile(
    r"(?:总\s?第|總\s?第|第)\s?[\d一二三四五六七八九十百〇○零]{1,4}\s?[期號号](?:\s?[（(]\s?总?\s?第?\s?\d{1,4}\s?期?\s?[)）])?"
    r"|[\d零〇○一二三四五六七八九十]{2,4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[号號刊]"
)
_PUBLISHER = re.compile(
    r"(?:主办单位|主辦單位|主办|主辦|编印单位|编印|出版单位|发行)\s?[:：]\s?([^\n，。]{2,40})"
    r"|([^\n，。:：]{2,40}?)\s*(?:联合出版|联合主办|主办|主辦|编印|编发|出品|(?<=[室处办局委部会])编)(?=\s|$)"
)


def bulletin_meta(text: str, sections: Sequence[SuggestedSection]) -> tuple[tuple[str, str], ...]:
    """The pairs of title, issue, date (ISO) and publisher that are known, in this order."""
    if not sections:
        return ()
    first = sections[0]
    end = sections[1].start if len(sections) > 1 else len(text)
    masthead = first.kind == "masthead"
    top = text[first.start : min(end if masthead else first.start + LOOKED_AT, first.start + LOOKED_AT, end)]
    found = {
        "title": _title(text, sections, top if masthead else ""),
        "issue": _issue(top) if masthead else "",
        "date": _date(top if masthead else _under_headline(text, first, end)) or _imprint_date(text, sections),
        "publisher": _publisher(top) if masthead else "",
    }
    return tuple((key, value) for key, value in found.items() if value)


def _title(text: str, sections: Sequence[SuggestedSection], masthead: str) -> str:
    first = sections[0]
    articles = [s for s in sections if s.kind == "article" and s.heading_end is not None]
    if first.kind == "column" and len(articles) == 1:
        first = articles[0]
    if first.heading_end is not None:
        return _line(text[first.start : first.heading_end])
    for line in masthead.splitlines():
        if cues.MASTHEAD_NAME.search(line.strip()) and len(line.strip()) <= 40:
            return _line(line)
    if first.kind == "masthead":
        return ""
    return next((_line(text[s.start : s.heading_end]) for s in articles), "")


def _line(raw: str) -> str:
    plain = re.sub(r"\s*\n\s*", " ", raw.strip()).strip("#*◆【】 \t")
    return re.sub(r"\s+", " ", plain)[:_LONGEST_TITLE]


def _issue(top: str) -> str:
    match = _ISSUE.search(top)
    return re.sub(r"\s+", "", match.group()) if match else ""


def _publisher(top: str) -> str:
    match = _PUBLISHER.search(top)
    return _line(match.group(1) or match.group(2)) if match else ""


def _under_headline(text: str, first: SuggestedSection, end: int) -> str:
    """The lines right below a headline, where a date line stands."""
    below = text[first.heading_end or first.start : end][:160].strip().split("\n")
    return "\n".join(line for line in below[:3] if cues.DATE_LINE.match(line.strip()) or cues.FIELD.match(line.strip()))


def _imprint_date(text: str, sections: Sequence[SuggestedSection]) -> str:
    last = sections[-1]
    return _date(text[last.start : last.start + LOOKED_AT]) if last.kind == "footer" else ""


def _date(part: str) -> str:
    """The first date of a passage in ISO form; years of the Republic of China are counted from 1911."""
    for match in _DATE.finditer(part):
        year, month, day = _year(match.group(1)), cues.ordinal(match.group(2)), cues.ordinal(match.group(3))
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return ""


def _year(digits: str) -> int:
    if digits.isascii():
        year = int(digits)
        return year + 1911 if year < 1000 else year
    return int("".join(str("一二三四五六七八九".find(c) + 1) if c in "一二三四五六七八九" else "0" for c in digits))
