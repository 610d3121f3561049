"""What a body is called for short once its long name stands in the text."""

from __future__ import annotations

import re
from collections.abc import Set

from models.prelabel.entities.doubts import HAN
from models.prelabel.entities.lexicons import places
from models.prelabel.entities.spans import Candidate
from models.prelabel.entities.words import words_of

_AROUND = 6
"""How many characters on either side are looked at for words."""


def shorts(content: str, string: str) -> list[str]:
    """The short names of a body: 南钢 of 南钢集团, 河海 of 河海大学, 一中 of 常州一中."""
    return [short for short in (_firm(string), *_schools(content, string)) if short]


def stands_apart(content: str, start: int, end: int) -> bool:
    """Whether a string begins and ends where words do: 一中 does not in 一中心."""
    first = max(0, start - _AROUND)
    around = words_of(content[first : end + _AROUND])
    return start - first in {word.start for word in around} and end - first in {word.end for word in around}


_COLLEGE = re.compile("([\u3400-\u9fff]{2,3})(?:大学|学院)")
_NUMBERED_SCHOOL = re.compile("[\u3400-\u9fff]{2,}?第?([一二三四五六七八九十]中)(?:学|校)?")
_QUARTERS = frozenset("东南 西南 东北 西北 华中 华东 华北 华南 江南 中南".split())
"""Parts of the country: 东南 by itself is not 东南大学."""
_OFTEN = 3
"""How often a university is called by two of its characters at least, where its name tells of it."""


def _schools(content: str, string: str) -> list[str]:
    """What a school is called for short: 河海 of 河海大学, 一中 of 常州一中, 天大 of 天津大学 where it stands often."""
    numbered = _NUMBERED_SCHOOL.fullmatch(string)
    if numbered:
        return [numbered.group(1)]
    match = _COLLEGE.fullmatch(string)
    if match is None:
        return []
    name = match.group(1)
    if name in places():
        short = f"{name[0]}大"
        often = content.count(short) - content.count(f"{short}学") >= _OFTEN
        return [short] if often and string.endswith("大学") else []
    if name in _QUARTERS:
        return []
    words = words_of(name)
    return [] if len(words) == 1 and words[0].known and words[0].tag not in _NAMING else [name]


def called(content: str, candidate: Candidate, short: Set[str]) -> Candidate:
    """A place that bears the SHORT name of a school or a firm is that."""
    same = candidate.label == "LOC" and content[candidate.start : candidate.end] in short
    return candidate._replace(label="ORG", why="document") if same else candidate


_TRADE = re.compile(r"集团|公司|有限|股份|实业|物业|环保|清洁|保洁|保安|保全|电梯|机电|科技|电子|网络|传媒")
_NAMING = frozenset("nz nt ns nr nrt nrfg j l i x".split())


def _firm(string: str) -> str | None:
    """What a firm is called for short, as its long name has it: 南钢 of 南钢集团; no place and no common word."""
    match = _TRADE.search(string)
    if match is None or not 2 <= match.start() <= 4:
        return None
    short = string[: match.start()]
    words = words_of(short)
    common = all(len(word.string) > 1 and word.tag not in _NAMING for word in words)
    return None if common or short in places() or not HAN.match(short) else short
