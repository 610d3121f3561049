"""Titled items of one short paragraph, or with a link to their text, among others of their kind: they are briefs, whatever
their column is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.prelabel.sections import cues
from models.prelabel.sections import labels as L
from models.prelabel.sections.block import Block
from models.prelabel.sections.structure import ARTICLE, BRIEF, LONGEST_BRIEF, Draft

_FEWEST = 3
_ENDS = "。！？!?.)）”』」】~～*_|>"
"""What a whole text ends with; a teaser that was cut ends with anything else."""


def told_briefly(text: str, rows: Sequence[Block], labels: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a bulletin with such items as briefs."""
    short = {n for n in range(len(drafts)) if _is_short(text, rows, labels, drafts, n)}
    if len(short) < _FEWEST:
        return list(drafts)
    return [replace(draft, kind=BRIEF) if n in short else draft for n, draft in enumerate(drafts)]


def _is_short(text: str, rows: Sequence[Block], labels: Sequence[str], drafts: Sequence[Draft], n: int) -> bool:
    """Whether an item without parts has a heading and one short paragraph."""
    draft = drafts[n]
    after = drafts[n + 1] if n + 1 < len(drafts) else None
    if draft.kind == ARTICLE and after is not None and _leads_on(text, drafts, n + 1):
        return True
    if draft.kind != ARTICLE or draft.heading_end is None or (after is not None and after.level > draft.level):
        return False
    body = text[draft.heading_end : after.start if after else len(text)].strip()
    inside = range(draft.block, after.block if after else len(labels))
    told = [rows[m] for m in inside if labels[m] == L.BODY]
    cut = body.endswith("..") or (bool(told) and told[0].last not in _ENDS)
    return len(told) == 1 and body != "" and (len(body) <= LONGEST_BRIEF or cut)


def _leads_on(text: str, drafts: Sequence[Draft], n: int) -> bool:
    """Whether a section is but the link from the teaser above it to the text."""
    end = drafts[n + 1].start if n + 1 < len(drafts) else len(text)
    return cues.READ_ON.fullmatch(text[drafts[n].start : end].strip()) is not None
