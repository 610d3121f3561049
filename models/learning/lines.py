"""Lines that a project's settled work knows: the same column or running head is judged once, not in every issue."""

from __future__ import annotations

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
        kinds = {known.kind for known in judgements}
        if len(kinds) == 1 and kinds <= KINDS:
            levels = {known.level for known in judgements}
            level = next(iter(levels)) if len(levels) == 1 else None
            found[key] = Known(*kinds, level, all(known.briefs for known in judgements))
    return found


def _judged(one: Settled) -> Iterator[tuple[str, Known]]:
    """What a bulletin's lines are by their keys. Those inside a masthead are nothing by themselves."""
    text = one.example.text
    starts = {landing(text, start): n for n, (start, _, _) in enumerate(one.sections)}
    inside = ""
    for start, key in lines(text):
        n = starts.get(landing(text, start))
        if n is not None:
            _, level, inside = one.sections[n]
            briefs = inside == "column" and _briefs(one.sections[n + 1 :])
            yield key, Known(inside, level if inside in ASIDES else None, briefs)
        elif inside in _TAKING:
            yield key, Known(inside)
        elif inside != "masthead":
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
