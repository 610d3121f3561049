"""Posts in a list of who serves as what, a line for the post and one for the name below it."""

from __future__ import annotations

import re
from itertools import pairwise

from models.prelabel.entities.spans import Candidate, taken

_FEWEST = 3
"""So many posts that the tagger finds above a name show that the lines above the other names tell posts as well."""
_POST = re.compile(r" *(?P<first>[\u3400-\u9fff]{2,6})(?: ?[/／] ?(?P<second>[\u3400-\u9fff]{2,6}))? *")
_NO_POST = re.compile("[组部会队班团处科室局院校社店家]$|名单|成员|人员|委员会|家长|如下|姓名|职务|部门|单位|备注|签名")
"""What heads a list of names and is nobody's post: a group, a table's head."""
_BESIDE = re.compile(r"(?:Sr|Fr|Mrs?|Ms|Miss|Dr|Prof)\.?|[\s、，,（）()/]+")
"""What stands in a line of names beside them."""
_SURE = 0.6


def with_posts(content: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND, in order, with the posts that a list names above the persons who hold them."""
    places = taken(found)
    lines = [match.span() for match in re.finditer(r"[^\n]+", content)]
    told = 0
    bare: list[re.Match[str]] = []
    for (start, end), (below, last) in pairwise(lines):
        inside = places.over(start, end)
        post = _POST.fullmatch(content, start, end) if not inside else None
        alone = len(inside) == 1 and inside[0].label == "TITLE" and not _rest(content, start, end, inside)
        if not (post or alone) or end + 1 != below or not _names(content, below, last, places.over(below, last)):
            continue
        told += alone
        if post and not _NO_POST.search(post["second"] or post["first"]):
            bare.append(post)
    if told < _FEWEST:
        return found
    posts = [
        Candidate(*match.span(part), "TITLE", _SURE, "rule:title")
        for match in bare
        for part in ("first", "second")
        if match[part]
    ]
    return sorted([*found, *posts], key=lambda c: c.start)


def _names(content: str, start: int, end: int, inside: list[Candidate]) -> bool:
    """Whether a line holds persons and how they are addressed alone."""
    persons = any(c.label == "PER" for c in inside) and all(c.label in ("PER", "TITLE") for c in inside)
    return persons and not _rest(content, start, end, inside)


def _rest(content: str, start: int, end: int, inside: list[Candidate]) -> str:
    """What a line holds beside its mentions."""
    left, parts = start, []
    for c in inside:
        parts.append(content[left : c.start])
        left = max(left, c.end)
    return _BESIDE.sub("", "".join([*parts, content[left:end]]))
