"""Days and hours that belong together: one mention of time, though the tagger or a rule found it in parts."""

from __future__ import annotations

import re

from models.prelabel.entities.cues import PART
from models.prelabel.entities.spans import Candidate, taken

_HOUR = r"(?:[01]?\d|2[0-3])[：:][0-5]\d(?:[：:][0-5]\d)?"
_WEEKDAY = "(?:星期|周)[一二三四五六日天]"
_STAMP = re.compile(
    rf"(?<![\d./-])(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])[ \u3000]{{1,2}}{_HOUR}(?![\d:：])"
    rf"|{_WEEKDAY}[ \u3000]{{0,2}}{PART}?[ \u3000]?{_HOUR}(?:\s?[-–—~～至]\s?{_HOUR})?(?![\d:：])"
)
"""A day without its year, or of the week, with the hour: 05-24 09:28, 星期二 8:30."""
_MONTH_DAY = r"(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])"
_DOTTED = re.compile(rf"(?<![\w.-]){_MONTH_DAY}(?:[（(]{_WEEKDAY}[）)]|[-–—~～至]{_MONTH_DAY}(?![\w.%％]))")
"""A day in figures that its weekday or the range tells from a number: 5.24（周六）, 5.19-5.25."""
_BETWEEN = re.compile(rf"[ \u3000]{{0,2}}[（(]?(?:{_WEEKDAY})?[）)]?[ \u3000]{{0,2}}")
_ENDS_DAY = re.compile(rf"(?:[日号]|\d)(?:[ \u3000]?[（(]?{_WEEKDAY}[）)]?)?$")
_OPENS_HOUR = re.compile(rf"{_WEEKDAY}[）)]?|{PART}|{_HOUR}|\d{{1,2}}[时点]")


def whole_times(string: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND, in order, with what tells a day and its hour as one mention."""
    kept: list[Candidate] = []
    for c in found:
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


def _goes_on(string: str, day: Candidate, hour: Candidate) -> bool:
    """Whether the second of two times that nearly touch says at what hour of the first."""
    if day.label != "TIME" or hour.label != "TIME" or not _BETWEEN.fullmatch(string, day.end, hour.start):
        return False
    told = _ENDS_DAY.search(string, day.start, day.end) is not None
    return told and _OPENS_HOUR.match(string, hour.start, hour.end) is not None
