"""The rules alone: proposals settled by precedence. What is used where no model is, and the model's yardstick."""

from __future__ import annotations

from models.prelabel.entities.cues import Found
from models.prelabel.entities.proposals import propose
from models.prelabel.entities.spans import Candidate
from models.prelabel.entities.words import Word

_ORDER = (
    ("doc", "DOC", 0.97, "rule:doc"),
    ("event", "EVENT", 0.6, "rule:event"),
    ("time", "TIME", 0.9, "rule:date"),
    ("person", "PER", 0.85, "rule:name"),
    ("famous", "PER", 0.9, "lexicon:name"),
    ("org", "ORG", 0.6, "rule:organisation"),
    ("post", "TITLE", 0.8, "rule:title"),
    ("place", "LOC", 0.7, "lexicon:place"),
    ("site+", "LOC", 0.4, "rule:place"),
    ("placeshort", "LOC", 0.5, "lexicon:place"),
)


def tag(piece: str, words: list[Word], found: Found) -> list[Candidate]:
    """The mentions that the rules find in a piece: flat, in order."""
    proposed = propose(piece, words, found)
    taken = bytearray(len(piece))
    mentions = []
    for kind, label, confidence, why in _ORDER:
        for start, end in proposed.get(kind) or found.of(kind):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                mentions.append(Candidate(start, end, label, confidence, why))
    return sorted(mentions, key=lambda mention: mention.start)
