"""From an imported text to its mentions: view, evidence, labels, consistency over the bulletin, the way back."""

from __future__ import annotations

from models.prelabel.entities import rules
from models.prelabel.entities.cues import find
from models.prelabel.entities.spans import Candidate
from models.prelabel.entities.view import View, view_of
from models.prelabel.entities.words import words_of
from models.prelabel.suggestions import SuggestedMention


def tag(text: str) -> tuple[SuggestedMention, ...]:
    """The mentions of a text, in order, none overlapping."""
    view = view_of(text)
    found: list[Candidate] = []
    here = 0
    for line in view.content.splitlines(keepends=True):
        if line.strip():
            words = words_of(line)
            found += [
                c._replace(start=c.start + here, end=c.end + here) for c in rules.tag(line, words, find(line, words))
            ]
        here += len(line)
    return tuple(_mention(view, candidate) for candidate in found)


def _mention(view: View, candidate: Candidate) -> SuggestedMention:
    return SuggestedMention(
        candidate.label,
        (view.span(candidate.start, candidate.end),),
        candidate.confidence,
        "builtin",
        candidate.why,
        None,
    )
