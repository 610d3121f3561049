"""A mention before it is mapped back: a range of the view with its label, confidence and reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from models.taken import Taken

LABELS = ("PER", "ORG", "LOC", "TIME", "TITLE", "EVENT", "DOC")


class Candidate(NamedTuple):
    """[start, end) of the view; CONFIDENCE is the chance that range and label are right; WHY a short code."""

    start: int
    end: int
    label: str
    confidence: float
    why: str


def taken(found: Iterable[Candidate]) -> Taken[Candidate]:
    """Who of FOUND holds which characters; where two overlap, the later one does."""
    places: Taken[Candidate] = Taken()
    for c in found:
        places.put(c, (c.start, c.end))
    return places


def without(found: Iterable[Candidate], others: Iterable[Candidate]) -> list[Candidate]:
    """FOUND but for those that overlap any of OTHERS."""
    held = {at for other in others for at in range(other.start, other.end)}
    return [c for c in found if held.isdisjoint(range(c.start, c.end))]
