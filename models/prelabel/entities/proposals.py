"""Spans that the genre's rules would propose: persons, titles, organisations, places, events. Evidence, no verdict."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from models.prelabel.entities.cues import Found
from models.prelabel.entities.lexicons import lexicons
from models.prelabel.entities.words import Word

_STOP_TAGS = frozenset("p c u uj ul ud ug uv uz r d y e w x o".split())
_STOP_KINDS = frozenset("hold attend speak study prep link whole praise credit".split())
_NAMING = frozenset("nr nrt nrfg nz ns x".split())
"""What jieba calls words that may be a whole name; other words of the dictionary are only names after a title."""
_LONGEST = 24
_ROLE = re.compile(
    r"(?:主席|记录|主持|出席|列席|缺席|请假|编辑|责编|审核|文|图|摄影|摄|通讯员|记者|文字|图片|来源|供稿|作者|撰稿|校对|联系人|拟稿|签发"
    r"|核稿|监制|主编|策划)(?:人员|者|人)?(?:/[文图])?[：: ]+$"
)
_AFTER_NAME = re.compile(
    r"(?:同志|先生|女士|老师|书记|主任|主席|局长|区长|市长|镇长|校长|院长|教授|将军|强调|指出|表示|介绍|说|要求|汇报|传达|主持|出席|参加"
    r"|一行|带队|率队|率|讲话|致辞|作|为|就|在|对|给|向|从|到|来|与|和|及|等|同|现场|牵头|检查|走访|带领|带着|告诉|坦言|回忆|的|是|也|还|说|被|[，。、；：）（\s]|供图|摄|文|$)"
)


def propose(piece: str, words: list[Word], found: Found) -> dict[str, list[tuple[int, int]]]:
    """Ranges by kind: person (in a person's context), perhaps (a name by its characters), post, org, place, event."""
    titles = found.of("title")
    starts = [word.start for word in words]
    person, perhaps = persons(piece, words, {end for _, end in titles})
    return {
        "person": person,
        "perhaps": perhaps,
        "post": _posts(piece, titles, person, found.of("body", "short")),
        "org": _extended(piece, words, starts, found.of("body", "short", "known"), titles),
        "event": _events(piece, words, starts, found),
        "site+": _sites(words, found.of("site", "place")),
    }


def persons(piece: str, words: list[Word], title_ends: set[int]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Names with a person's context, and strings that could be names by their characters alone; neither overlap."""
    sure: list[tuple[int, int]] = []
    perhaps: list[tuple[int, int]] = []
    begins = lexicons().names.begins
    until = 0
    for n, word in enumerate(words):
        if word.start < until:
            continue
        end = _name_end(words, n) if word.string[0] in begins else 0
        if word.start in title_ends:
            end = _titled(piece, word.start, end)
        if not end or (end == word.end and word.tag not in _NAMING and word.start not in title_ends):
            continue
        tagged = word.tag in ("nr", "nrt", "nrfg") and word.end - word.start >= 2
        listed = bool(sure) and sure[-1][1] == word.start - 1 and piece[word.start - 1] in "、 "
        before = word.start in title_ends or listed or bool(_ROLE.search(piece[max(0, word.start - 8) : word.start]))
        after = bool(_AFTER_NAME.match(piece, end))
        if (before and (after or tagged)) or (tagged and after):
            sure.append((word.start, end))
        elif tagged or after:
            perhaps.append((word.start, end))
        else:
            continue
        until = end
    return sure, perhaps


def _titled(piece: str, start: int, end: int) -> int:
    """Where the name after a title ends, by its characters and what follows, whatever words they seemed to make."""
    names = lexicons().names
    if end and _AFTER_NAME.match(piece, end):
        return end
    first = 2 if piece[start : start + 2] in names.compound else 1
    if piece[start] not in names.surnames and first == 1:
        return end
    for length in (first + 2, first + 1):
        given = piece[start + first : start + length]
        if len(given) == length - first and set(given) <= names.given and _AFTER_NAME.match(piece, start + length):
            return start + length
    return end


def _name_end(words: list[Word], n: int) -> int:
    """Where a name that would begin with word N ends; 0 where none can."""
    names = lexicons().names
    word = words[n]
    string = word.string
    compound = string[:2] in names.compound
    if not compound and string[0] not in names.surnames:
        return word.end if string in names.known else 0
    if string in names.known:
        return word.end
    want = 4 if compound else 3
    parts = [string]
    for other in words[n + 1 : n + 3]:
        if len("".join(parts)) >= (2 if len(parts) == 1 and word.tag in ("nr", "nrt") else 3) + compound:
            break
        if (
            len(other.string) > 2
            or other.kind
            or other.tag in _STOP_TAGS
            or (other.tag in ("v", "f") and len(other.string) > 1)
        ):
            break
        parts.append(other.string)
    name = "".join(parts)
    if len(name) > want:
        name = "".join(parts[:-1])
    if not 2 + compound <= len(name) <= want or (len(parts) == 1 and word.kind):
        return 0
    given = name[2 if compound else 1 :]
    return word.start + len(name) if all(character in names.given for character in given) or word.tag == "nr" else 0


def _posts(
    piece: str, titles: list[tuple[int, int]], person: list[tuple[int, int]], bodies: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Titles beside a name or in a list that leads to one, with the bare body that belongs to them."""
    starts, ends = {start for start, _ in person}, {end for _, end in person}
    found: list[tuple[int, int]] = []
    near: set[int] = set()
    for start, end in reversed(titles):
        beside = end in starts or start in ends or (end < len(piece) and piece[end] == " " and end + 1 in starts)
        chained = end in near or (piece[end : end + 1] in ("、", "兼", "，") and end + 1 in near)
        if not beside and not chained:
            continue
        body = next((pair for pair in bodies if pair[1] == start), None)
        left = start
        if body and (body[0] == 0 or not "\u4e00" <= piece[body[0] - 1] <= "\u9fff") and body[1] - body[0] <= 4:
            left = body[0]
        near.update((left, *(pair[0] for pair in bodies if pair[1] == left)))
        found.append((left, end))
    return found[::-1]


def left_of(words: list[Word], starts: list[int], start: int) -> int:
    """How far a name that ends in a head at START may reach to the left over words that can stand in names.

    STARTS: where each word begins.
    """
    reach, quotes = start, 0
    for n in range(bisect_left(starts, start) - 1, -1, -1):
        word = words[n]
        if start - word.start > _LONGEST + (20 if quotes else 0):
            break
        if word.string in "”’":
            quotes += 1
        elif word.string in "“‘":
            quotes -= 1
            if quotes < 0:
                break
        elif not quotes and (
            word.kind in _STOP_KINDS or (word.tag in _STOP_TAGS and word.string != "·") or not _nameable(word.string)
        ):
            break
        if not quotes:
            reach = max(word.start, 0)
    return reach


def _nameable(string: str) -> bool:
    return string[0].isalnum() or string in "·（）-"


def _extended(
    piece: str, words: list[Word], starts: list[int], heads: list[tuple[int, int]], titles: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Heads with what stands before them, longest of those that touch, none that is generic."""
    generic = _generic()
    title_ends = sorted(end for _, end in titles)
    spans = []
    for start, end in heads:
        left = left_of(words, starts, start)
        left = max([left, *(stop for stop in title_ends if left < stop <= start)])
        if piece[left:end] not in generic:
            spans.append((left, end))
    return longest(spans)


def longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """SPANS without those that overlap an earlier begun or longer one; touching starts keep the longest."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda pair: (pair[0], -pair[1])):
        if kept and start < kept[-1][1]:
            if end > kept[-1][1]:
                kept[-1] = (kept[-1][0], end)
            continue
        kept.append((start, end))
    return kept


@cache
def _generic() -> frozenset[str]:
    return frozenset(lexicons().words("organisations", "generic"))


@cache
def _generic_events() -> frozenset[str]:
    return frozenset(lexicons().words("events", "generic"))


def _events(piece: str, words: list[Word], starts: list[int], found: Found) -> list[tuple[int, int]]:
    quotes = {end: start for start, end in found.of("quote")}
    spans = found.of("party")
    heads = found.of("head")
    ends = dict(heads)
    for start, end in heads:
        while end in ends:
            end = ends[end]
        left = quotes.get(start, left_of(words, starts, start))
        if piece[left:end] not in _generic_events() and end - left >= 5:
            spans.append((left, end))
    return longest(spans)


def _sites(words: list[Word], heads: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Facilities with up to two words before them that can be their name."""
    by_end = {word.end: n for n, word in enumerate(words)}
    spans = []
    for start, end in heads:
        n = by_end.get(start)
        left = start
        while n is not None and n >= 0 and start - left < 8:
            word = words[n]
            if (
                word.tag not in ("ns", "nz", "nr", "nrt", "n", "m", "j", "s", "ng", "x")
                or word.kind
                or not _nameable(word.string)
            ):
                break
            left = word.start
            n -= 1
        if left < start or end - start >= 3:
            spans.append((left, end))
    return longest(spans)
