"""What makes two differences alike, so that one decision can settle both.

A pattern leaves out where a difference is and who said what; what remains is the words, the labels, the habit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from models.review.lines import Lines
from models.review.matters import Fragments, Outcome
from models.text import landing, quote

_NUMBER = re.compile(r"[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）]?[、.．，,]?")


def opening(content: str, start: int) -> str:
    """How the words at a boundary begin: a bullet or bracket as it is, a number as its form, else "text"."""
    at = landing(content, start)
    if at >= len(content):
        return ""
    found = _NUMBER.match(content, at)
    if found and len(found[0]) > 1:
        return re.sub("[0-9０-９一二三四五六七八九十]+", "1", found[0])
    return "text" if content[at].isalnum() else content[at]


def boundary(content: str, lines: Lines, kind: str, starts: Sequence[int], kinds: Sequence[str]) -> str:
    """The habit behind a boundary difference: the kinds of section, where in the line, after what, how it begins."""
    first = starts[0]
    places = [
        (start in lines.starts, opening(content, start), lines.number(start) - lines.number(first)) for start in starts
    ]
    before = content[:first].rstrip()[-1:]
    return _pattern(kind, sorted(set(kinds)), places, before in "。！？；”）" and before != "")


def attribute(kind: str, section_kind: str, says: Sequence[Outcome]) -> str:
    """The habit behind a difference about what a section is."""
    return _pattern(kind, section_kind, says)


def mention(content: str, extents: Sequence[Fragments], says: Sequence[Outcome]) -> str:
    """The words of each extent, how they lie to each other, and the labels that stand against each other."""
    first = min(fragments[0][0] for fragments in extents)
    words = ["".join(quote(content, a, b) for a, b in fragments) for fragments in extents]
    lie = [len("".join(content[first : fragments[0][0]].split())) for fragments in extents]
    return _pattern("mention", words, lie, says)


def _pattern(*parts: object) -> str:
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
