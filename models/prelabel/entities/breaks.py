"""What a line's end parts though it is one: dates, and titles of works whose lines the page did not join."""

from __future__ import annotations

import re

from models.prelabel.entities.spans import Candidate, without

_WORK = re.compile(r"《[^《》\n]{2,40}\n[^《》\n]{1,40}》")
_YEAR, _MONTH = re.compile(r"\d{2,4}年$"), re.compile(r"\d{1,2}月")
_MONTH_END, _DAY = re.compile(r"\d{1,2}月$"), re.compile(r"\d{1,2}[日号]")
_BEFORE = re.compile(r"[\d日月年号]前$")


def mended(content: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND with dates (2014年 / 8月) and 《…》 over a line's end as one, and without the 前 of 3月5日前."""
    works = [Candidate(*match.span(), "DOC", 0.9, "rule:doc") for match in _WORK.finditer(content)]
    kept: list[Candidate] = []
    for c in without(found, works):
        if c.label == "TIME" and _BEFORE.search(content, c.start, c.end):
            c = c._replace(end=c.end - 1)
        last = kept[-1] if kept else None
        if last is not None and last.label == c.label == "TIME" and _continues(content, last, c):
            kept[-1] = last._replace(end=c.end, confidence=min(last.confidence, c.confidence))
        else:
            kept.append(c)
    return sorted([*kept, *works], key=lambda c: c.start)


def _continues(content: str, first: Candidate, second: Candidate) -> bool:
    """Whether a date goes on below the line's end."""
    gap = content[first.end : second.start]
    if gap.strip(" ") != "\n":
        return False
    pairs = ((_YEAR, _MONTH), (_MONTH_END, _DAY))
    return any(
        end.search(content, first.start, first.end) and begin.match(content, second.start, second.end)
        for end, begin in pairs
    )
