"""What common words tell of a name: a floor and a room belong to their house, and by themselves they name nothing."""

from __future__ import annotations

import re

from models.prelabel.entities.lexicons import lexicons
from models.prelabel.entities.spans import Candidate

_FLOOR = re.compile(
    r" ?(?:[一二三四五六七八九十]{1,3}|[A-Z]?\d{1,2})[楼层]"
    r"(?:(?:的|东侧|西侧)?[\u4e00-\u9fff]{0,5}?(?:会议室|报告厅|大厅|功能厅|教室|活动室|广场|室|厅|坊))?"
    r"| ?[A-Z]?\d{3,4}(?:会议|教|活动|办公)?室|(?<=[楼室])\d{3}(?!\w)"
)
"""A floor, perhaps with a room, or a room by its number."""
_HOUSED = re.compile("(?:中心|[楼馆厦院校局宫园厅]|办公室|公司|街道|社区|村|大学|中学|小学)$")
"""What has floors and rooms."""


def with_floors(string: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND with the floor and the room behind a house or who is in it: what they name together is a place."""
    kept: list[Candidate] = []
    for c in found:
        if kept and c.start < kept[-1].end:
            continue
        floor = _FLOOR.match(string, c.end) if c.label in ("LOC", "ORG") else None
        if floor and _HOUSED.search(string, c.start, c.end):
            c = c._replace(end=floor.end(), label="LOC")
        kept.append(c)
    return kept


def without_common(string: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND without bodies and places that are named by common words alone; such a word opens the post behind it
    (集团公司副总经理)."""
    common = set(lexicons().words("organisations", "common"))
    kept: list[Candidate] = []
    bare: Candidate | None = None
    for c in found:
        if c.label in ("ORG", "LOC") and string[c.start : c.end] in common:
            bare = c
            continue
        if bare is not None and c.label == "TITLE" and c.start == bare.end:
            c = c._replace(start=bare.start)
        bare = None
        kept.append(c)
    return kept
