"""Entity mentions of a bulletin: persons, organisations, places, times, titles, events, documents.

Importing this is cheap: everything that takes time to load is loaded at the first call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.prelabel.suggestions import SuggestedMention

if TYPE_CHECKING:
    from models.prelabel.entities.model import Model

__all__ = ["suggest_mentions"]


def suggest_mentions(text: str, model: Model | None = None) -> tuple[SuggestedMention, ...]:
    """The mentions of an imported text, in order, none overlapping; offsets are code points of TEXT.

    MODEL is the shipped one where none is given.
    """
    from models.prelabel.entities.tagger import tag

    return tag(text, model)
