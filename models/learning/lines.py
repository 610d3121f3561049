"""Lines that a project's settled work knows: the same column or running head is judged once, not in every issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.learning.settled import Settled
from models.prelabel.sections.recurring import ASIDES, KINDS, PLAIN, Known, lines
from models.text import landing

_LATEST = 60
"""Papers change; the latest bulletins are enough, and are read in a fraction of a second."""


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
            (known, *others) = judgements
            found[key] = known._replace(level=None) if others else known
    return found


def _judged(one: Settled) -> Iterator[tuple[str, Known]]:
    """What a bulletin's lines are by their keys. Those inside mastheads, imprints and notices are nothing alone."""
    text = one.example.text
    starts = {landing(text, start): (level, kind) for start, level, kind in one.sections}
    inside = ""
    for start, key in lines(text):
        level, kind = starts.get(landing(text, start), (0, ""))
        inside = kind or inside
        if kind:
            yield key, Known(kind, level if kind in ASIDES else None)
        elif inside not in ("masthead", "footer", "boilerplate"):
            yield key, Known(PLAIN)
