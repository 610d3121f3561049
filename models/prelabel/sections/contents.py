"""Lists of contents: lines that name, in order, headings which stand further down."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from models.prelabel.sections import cues

_TITLE = re.compile(
    r"[【\[◆■●\s]*(?:(?:本\s?期\s?)?(?:目\s*[录錄次]|要\s*目|导\s*读|導\s*讀|内容提要|主要内容)|本\s?期\s?(?:内容|內容|看点|要闻|重点)|CONTENTS|Contents)"
    r"[】\]\s:：]*"
)
_LEADER = re.compile(
    r"(?<!\s)(?:\s*(?:[.．…·‥・—–-]{2,}|[>＞→]{1,3}|[（(]|/)\s*|\s{2,}|[^\S\t]*\t\s*)"
    r"(?:第?\s?[\dA-Z一二三四五六七八九十]{1,3}\s?[页頁版]?)[)）]?\s*$"
)
_DOTS = re.compile(r"[.．…·‥・—–-]{3,}\s*\d{1,3}\s*$")
_PAGE = re.compile(r"\s*第?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?[页頁版]?\s*")
_PAGE_LINE = re.compile(r"\s*(?:第\s?[\d一二三四五六七八九十]{1,3}\s?[页頁版]|[Pp]\.?\s?\d{1,3})\s*")
_MARK = re.compile(rf"[\s{cues.BULLETS}#*]*(?:[一二三四五六七八九十\d]{{1,3}}\s?[、.．)）]\s?)?")
_REACH = 80


def entries(heads: Sequence[str], short: Sequence[bool]) -> tuple[frozenset[int], frozenset[int]]:
    """The places of blocks that belong to a list of contents, its title among them; the places that it leads to.

    HEADS are the blocks' openings, SHORT says which of them may be headings. A list has a title above it and at least
    two lines that stand again further down or end in a page number; without a title, three such lines in a row.
    Looked for among the first blocks alone.
    """
    keys = [_key(head) if fits else "" for head, fits in zip(heads, short, strict=True)]
    later = _later(keys)
    found: set[int] = set()
    named: set[int] = set()
    found.update(_by_pages(heads, short))
    found.update(_in_markdown(heads))
    n = 0
    while n < min(len(heads), _REACH):
        titled = short[n] and bool(_TITLE.fullmatch(heads[n]))
        run, targets = _run(heads, short, keys, later, n + titled, titled)
        if len(run) >= (2 if titled else 3):
            found.update(range(n, run[-1] + 1))
            named.update(targets)
            n = run[-1]
        n += 1
    return frozenset(found), frozenset(named)


def _by_pages(heads: Sequence[str], short: Sequence[bool]) -> set[int]:
    """A list whose lines are headings and pages in turn: three pages or more on end, a line or two apart."""
    pages = [n for n in range(min(len(heads), _REACH)) if _PAGE_LINE.fullmatch(heads[n])]
    found: set[int] = set()
    run: list[int] = []
    for n in [*pages, len(heads) + _REACH]:
        if run and (n - run[-1] > 3 or not all(short[run[-1] : n])):
            if len(run) >= 3:
                found.update(range(run[0], min(run[-1] + 2, len(heads))))
            run = []
        run.append(n)
    return found


def _in_markdown(heads: Sequence[str]) -> set[int]:
    """A list below a Markdown heading that calls it one: all down to the next heading of its rank."""
    for n, head in enumerate(heads[:_REACH]):
        mark = cues.MARKDOWN.match(head)
        if mark is None or not _TITLE.fullmatch(head, mark.end()):
            continue
        for end in range(n + 1, min(len(heads), n + _REACH)):
            other = cues.MARKDOWN.match(heads[end])
            if other is not None and len(other.group(1)) <= len(mark.group(1)):
                return set(range(n, end))
    return set()


def _key(head: str) -> str:
    bare = _LEADER.sub("", head)
    bare = "".join(bare[_mark_end(bare) :].split())
    return bare if len(bare) >= 4 else ""


def _mark_end(head: str) -> int:
    match = _MARK.match(head)
    return match.end() if match else 0


def _later(keys: Sequence[str]) -> dict[str, list[int]]:
    """For each key the places of the lines that open with it, in order."""
    named = sorted((key, n) for n, key in enumerate(keys) if key)
    found: dict[str, list[int]] = {}
    for key in {key for key in keys[:_REACH] if key}:
        at = bisect_left(named, (key, -1))
        places = []
        while at < len(named) and named[at][0].startswith(key):
            places.append(named[at][1])
            at += 1
        found[key] = sorted(places)
    return found


def _run(
    heads: Sequence[str],
    short: Sequence[bool],
    keys: Sequence[str],
    later: dict[str, list[int]],
    first: int,
    titled: bool,
) -> tuple[list[int], list[int]]:
    """The entries of a list that begins at FIRST and what they lead to, each further down than the one before it."""
    found: list[int] = []
    targets: list[int] = []
    leader = _LEADER if titled else _DOTS
    told, end = 0, min(len(heads), first + _REACH)
    for n in range(first, end):
        if n >= end or not short[n]:
            break
        if _PAGE.fullmatch(heads[n]):
            continue
        target = next((place for place in later.get(keys[n], ()) if place > max(n, told) + 1), None)
        if target is not None:
            told, end = target, min(end, target)
            targets.append(target)
        elif not leader.search(heads[n]) or len(heads[n]) < 6:
            break
        found.append(n)
    return found, targets
