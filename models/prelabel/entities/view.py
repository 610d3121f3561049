"""What the tagger reads: the unwrapped text in simplified characters and one width, with the exact way back.

Spaces that only the page made (2019 年, 邓  艳, 会议 “主题”) and Markdown's bold marks are taken out; every other
character keeps its place. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from models.prelabel.entities.lexicons import lexicons
from models.prelabel.folding import UNIFIED
from models.reflow import Unwrapped

if TYPE_CHECKING:
    import opencc

_WIDTH = UNIFIED | str.maketrans(
    ",:;!?()「」『』﹁﹂［］~"
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
    "○〇‧•・\u3000\xa0\t\u2002\u2003\u2009〈〉－—",
    "，：；！？（）“”‘’“”[]～0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz零零···      《》--",
)
_QUOTE = re.compile('"([^"\n]{1,60})"')
_GAP = re.compile(
    r"(?=[ *_])(?:(?<=\d) +(?=[年月日时分点号至届次周层楼室])|(?<=[年月日至到第]) +(?=\d)|(?<=[\u4e00-\u9fff]) (?=“)"
    r"|(?<=”) (?=[\u4e00-\u9fff])|\*\*|__)"
)
_APART = re.compile(r"(?<!\S)[\u4e00-\u9fff](?: [\u4e00-\u9fff、]){3,}(?!\S)")
"""Characters set apart by a space each (龍 門 居 業 主)."""
_ALL_APART, _AGAIN_APART = 11, 9
"""So many of them in a row tell that a page's letters were, or so many twice; not where every other is a surname, as
in 张 明 李 芳."""
_CUT = re.compile(r"[。！？；!?\n\f\v\x85\u2028\u2029][”’）》\])]*")
UNIT = 240
"""No unit that is decoded at once is longer than this."""


@dataclass(frozen=True)
class View:
    """CONTENT is what is read; `span` gives a range of it as a range of the imported text."""

    content: str
    unwrapped: Unwrapped
    _dropped: list[int] = field(repr=False)
    """Where, in CONTENT, dropped characters stood, and how many were dropped up to there."""
    _lost: list[int] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) of CONTENT, not empty, as the range of the imported text that it came from."""
        return self.unwrapped.to_source(self._unwrapped(start), self._unwrapped(end - 1) + 1)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The range of CONTENT that holds what is left of [start, end) of the imported text."""
        return self._read(self.unwrapped.from_source(start)), self._read(self.unwrapped.from_source(end))

    def _read(self, offset: int) -> int:
        n = bisect_right(self._begun, offset) - 1
        return offset if n < 0 else max(self._dropped[n], offset - self._lost[n + 1])

    @cached_property
    def _begun(self) -> list[int]:
        return [place + lost for place, lost in zip(self._dropped, self._lost, strict=False)]

    def _unwrapped(self, offset: int) -> int:
        return offset + self._lost[bisect_right(self._dropped, offset)]


@lru_cache(maxsize=1)
def view_of(text: str) -> View:
    """The view of an imported text; the last one is kept, as outline and mentions are made of the same text."""
    unwrapped = Unwrapped.of(text)
    content = plain(unwrapped.content)
    padded = _padded_name()
    drops = sorted(
        {
            *(match.span() for match in _GAP.finditer(content)),
            *(match.span(1) for match in padded.finditer(content)),
            *_apart(content),
        }
    )
    parts, dropped, lost = [], [], [0]
    here = length = 0
    for start, end in drops:
        if start < here:
            continue
        parts.append(content[here:start])
        length += start - here
        dropped.append(length)
        lost.append(lost[-1] + end - start)
        here = end
    parts.append(content[here:])
    return View("".join(parts), unwrapped, dropped, lost)


def _apart(content: str) -> list[tuple[int, int]]:
    """The spaces between characters that are set apart, in a text whose letters a page's extraction set apart."""
    rows = [match.span() for match in _APART.finditer(content)]
    long = [content[start:end:2] for start, end in rows if end - start >= 2 * _AGAIN_APART - 1]
    long = [each for each in long if 2 * sum(map(lexicons().names.common.__contains__, each[::2])) <= len(each[::2])]
    if len(set(long)) == len(long) and not any(len(each) >= _ALL_APART for each in long):
        return []
    return [(at, at + 1) for start, end in rows for at in range(start + 1, end, 2)]


def plain(content: str) -> str:
    """CONTENT in simplified characters, punctuation and digits of one width; of the same length."""
    content = _QUOTE.sub("“\\1”", content.translate(_WIDTH))
    return "\n".join(map(simplified, content.split("\n"))) if _looks_traditional(content) else content


def _looks_traditional(content: str) -> bool:
    return bool(_traditional().search(content))


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(
        "[會們這學與為體說對開國時義區業務員書畫聯動專題環組織構總監選舉師團長門陳張劉趙吳黃鄭謝許羅貴賓臺灣記錄議紀樓號棟電話點鐘黨產財報導領導"
        "關於從後來發現應該進實際處現場設計劃執單雙萬億園場廣場東車馬魚鳥龍風飛習聖復舊屆辦慶節給過還邊們衛護]"
    )


def simplified(line: str) -> str:
    """A line in simplified characters of the same length: where a phrase would change it, character by character."""
    found = str(_converter().convert(line))
    if len(found) == len(line):
        return found
    single = (str(_converter().convert(character)) for character in line)
    return "".join(new if len(new) == 1 else old for new, old in zip(single, line, strict=True))


@cache
def _converter() -> opencc.OpenCC:
    import opencc  # Tables that only traditional texts need.

    return opencc.OpenCC("t2s")


@cache
def _padded_name() -> re.Pattern[str]:
    """A surname and a one-character given name set apart by spaces, alone between other than Chinese characters."""
    names = lexicons().names
    surnames = "".join(sorted(names.common))
    return re.compile(
        rf"(?<![\u4e00-\u9fff“《·])[{surnames}]( {{1,4}})[{''.join(sorted(names.given))}](?![\u4e00-\u9fff”》])"
    )


def units(content: str) -> list[tuple[int, int]]:
    """CONTENT cut at the ends of sentences and lines into ranges of at most UNIT characters, in order, all of it."""
    found = []
    here = 0
    ends = [match.end() for match in _CUT.finditer(content)]
    if not ends or ends[-1] < len(content):
        ends.append(len(content))
    for end in ends:
        while end - here > UNIT:
            cut = max(
                content.rfind("，", here + UNIT // 2, here + UNIT), content.rfind("、", here + UNIT // 2, here + UNIT)
            )
            cut = cut + 1 if cut >= 0 else here + UNIT
            found.append((here, cut))
            here = cut
        if end > here:
            found.append((here, end))
            here = end
    return found
