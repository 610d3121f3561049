"""A mention before it is mapped back: a range of the view with its label, confidence and reason."""

from __future__ import annotations

from typing import NamedTuple

LABELS = ("PER", "ORG", "LOC", "TIME", "TITLE", "EVENT", "DOC")


class Candidate(NamedTuple):
    """[start, end) of the view; CONFIDENCE is the chance that range and label are right; WHY a short code."""

    start: int
    end: int
    label: str
    confidence: float
    why: str
