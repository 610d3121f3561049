"""Entity mentions of a bulletin: persons, organisations, places, times, titles, events, documents.

Importing this is cheap: everything that takes time to load is loaded at the first call.
"""

from __future__ import annotations

from models.prelabel.suggestions import SuggestedMention

__all__ = ["suggest_mentions"]


def suggest_mentions(text: str) -> tuple[SuggestedMention, ...]:
    """The mentions of an imported text, in order, none overlapping; offsets are code points of TEXT."""
    from models.prelabel.entities.tagger import tag

    return tag(text)
