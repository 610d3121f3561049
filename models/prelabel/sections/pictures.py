"""Words under pictures that were left in the text: who is seen, with the post, and what scene."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections.views import NEAR, View

_SCENE = re.compile(
    cues.CAPTION_SCENE.pattern
    + "|仪式$|儀式$|前后$|前後$|^在[^，。：；]{2,16}(?:考察|座谈|参观|调研|参访|交流|走访|慰问)(?:学习|交流)?$"
)
_WIDEST = 14.0
_PICTURES, _SAID, _NEXT = 2, 0.6, 4


def captions(rows: Sequence[View]) -> frozenset[int]:
    """The places of words under pictures that name, with the post, a person of whom the paragraph beside tells.

    Where somebody's own words follow, as below a speaker's name, they do not tell of the speaker. Two lines that name
    scenes are such words too. Two of the first kind, or one and a line that names a scene, show that the other lines of
    either kind are words under pictures as well, and those that say again what is told beside them.
    """
    posed = {
        n: "".join(match.group(1).split())
        for n, row in enumerate(rows)
        if _plain(row) and (match := cues.POSED.fullmatch(row.head.strip()))
    }
    scenes = {n for n, row in enumerate(rows) if _scene(rows, n)}
    told = {
        n
        for n, name in posed.items()
        if any(
            name in other.head and (other.body or other.head.startswith((name + "：", name + ":")))
            for other in (*rows[max(0, n - 1) : n], *rows[n + 1 : n + 2])
        )
    }
    others = posed.keys() | scenes | {n for n, row in enumerate(rows) if told and _echoes(rows, n)}
    tellers, stages = sorted(told), sorted(scenes)
    if len(scenes) >= _PICTURES:
        told |= scenes
    return frozenset(told | {n for n in others if _near(n, tellers) + min(1, _near(n, stages)) >= _PICTURES})


def _near(n: int, places: Sequence[int]) -> int:
    """How many of the places, which are in order, are near."""
    return bisect_right(places, n + NEAR) - bisect_left(places, n - NEAR)


def _scene(rows: Sequence[View], n: int) -> bool:
    row = rows[n]
    beside = any(other.body for other in (*rows[max(0, n - 1) : n], *rows[n + 1 : n + 2]))
    return n > 0 and _plain(row) and row.block.width <= _WIDEST and beside and _SCENE.search(row.head) is not None


def _echoes(rows: Sequence[View], n: int) -> bool:
    """Whether a line says little but what the paragraphs beside it open with."""
    head = "".join(rows[n].head.split())
    if not n or not _plain(rows[n]) or len(head) < _WIDEST:
        return False
    above = next((row.head for row in rows[max(0, n - _NEXT) : n][::-1] if row.body), "")
    below = next((row.head for row in rows[n + 1 : n + 1 + _NEXT] if row.body), "")
    beside = "".join(above.split()) + " " + "".join(below.split())
    pairs = ["".join(pair) for pair in pairwise(head)]
    return sum(pair in beside for pair in pairs) >= _SAID * len(pairs)


def _plain(row: View) -> bool:
    return row.short and row.number is None and not (row.markdown or row.bold or row.bullet)
