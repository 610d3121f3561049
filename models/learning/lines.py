"""Lines that a project's settled work knows: the same column or running head is judged once, not in every issue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from models.learning.settled import Settled
from models.prelabel.sections.recurring import ASIDES, KINDS, PLAIN, Known, lines
from models.text import landing

_LATEST = 60
"""Papers change; the latest bulletins are enough, and are read in a fraction of a second."""
_TAKING = ("footer", "boilerplate")
"""What lasts over several lines, each of which is known as such."""


def known_lines(work: Sequence[Settled]) -> dict[str, Known]:
    """What a line was by its key, where it was the same each time."""
    seen: dict[str, set[Known]] = {}
    for one in work[-_LATEST:]:
        for key, was in _judged(one):
            seen.setdefault(key, set()).add(was)
    found = {}
    for key, judgements in seen.items():
        first, *others = judgements
        if first.kind in KINDS and all(other.kind == first.kind for other in others):
            level = first.level if all(other.level == first.level for other in others) else None
            found[key] = Known(first.kind, level, all(known.briefs for known in judgements))
    return found


def _judged(one: Settled) -> Iterator[tuple[str, Known]]:
    """What a bulletin's lines are by their keys. Those inside a masthead are nothing by themselves."""
    text = one.example.text
    starts = [landing(text, start) for start, _, _ in one.sections]
    for start, key in lines(text):
        n = bisect_right(starts, landing(text, start)) - 1
        if n < 0:
            continue
        _, level, kind = one.sections[n]
        if starts[n] == landing(text, start):
            briefs = kind == "column" and _briefs(one.sections[n + 1 :])
            yield key, Known(kind, level if kind in ASIDES else None, briefs)
        elif kind in _TAKING:
            yield key, Known(kind)
        elif kind != "masthead":
            yield key, Known(PLAIN)


def _briefs(below: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the sections below a column, up to the next one, are briefs."""
    found = False
    for _, _, kind in below:
        if kind == "column":
            break
        if kind in ("article", "subsection"):
            return False
        found = found or kind == "brief"
    return found
