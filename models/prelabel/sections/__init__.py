"""The outline that a bulletin's layout suggests: each paragraph labelled in one best sequence, then levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.prelabel.folding import folded
from models.prelabel.sections import beside, certainty, cues, decoding, recurring, runon, scoring, structure
from models.prelabel.sections.beside import Beginnings
from models.prelabel.sections.block import Block
from models.prelabel.sections.blocks import blocks
from models.prelabel.sections.certainty import Seen
from models.prelabel.sections.page import Page
from models.prelabel.sections.recurring import Known
from models.prelabel.sections.short_items import told_briefly
from models.prelabel.sections.structure import Draft
from models.prelabel.suggestions import SuggestedSection

__all__ = ["suggest_sections"]


_EARLIER = "rule:earlier"
_HEEDED = "+net"
_RUN_ON = 0.85
"""How sure the second item of a paragraph is, of how sure the first is."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """A bulletin's blocks, the sections that begin at them, what is known of all but the first, and of earlier lines.

    FIRST: the chance that the first section, whose beginning is certain, is of its kind. PERSUADED: the blocks that are
    what they are because the network was heeded.
    """

    rows: tuple[Block, ...]
    drafts: list[Draft]
    first: float
    boundaries: list[Seen]
    earlier: dict[int, Known]
    persuaded: frozenset[int]


def suggest_sections(
    text: str, known: Mapping[str, Known] | None = None, begins: Beginnings | None = None
) -> tuple[SuggestedSection, ...]:
    """The sections of a bulletin, decided over all of it at once.

    KNOWN: what lines were in earlier issues, by their keys (see `recurring`). BEGINS: what the network says of a
    place of the text, where it reads along. The first section begins at the first
    character that is not white space; starts increase strictly. A text without any has no sections. Themes are left
    empty. The same input gives the same answer.
    """
    plain = folded(text)
    read = outlined(plain, known or {}, begins)
    if not read.drafts:
        return ()
    chances = [certainty.held(read.first), *certainty.certainties(read.boundaries)]
    found: list[SuggestedSection] = []
    places: dict[int, int] = {}
    briefs = False
    for n, (draft, chance) in enumerate(zip(read.drafts, chances, strict=True)):
        places[n] = len(found)
        continues = None if draft.continues is None else places[draft.continues]
        row = read.rows[draft.block]
        if draft.kind == structure.COLUMN:
            briefs = cues.RUN_TOGETHER.search(row.head) is not None
        why = draft.why + _HEEDED if draft.block in read.persuaded else draft.why
        section = SuggestedSection(
            draft.start, draft.level, draft.kind, draft.heading_end, continues, (), round(chance, 3), why
        )
        was = read.earlier.get(draft.start)
        if was is not None and was.kind == draft.kind:
            section = replace(section, why=_EARLIER, level=draft.level if was.level is None else was.level)
        found.append(section)
        if draft.kind == structure.BRIEF and draft.heading_end is None and not cues.SECOND_NEWS.match(row.head):
            sure = round(_RUN_ON * chance, 3)
            found.extend(
                SuggestedSection(start, draft.level, draft.kind, None, None, (), sure, "rule:run-on")
                for start in runon.starts(plain, row, briefs)[1:]
            )
    return tuple(found)


def outlined(plain: str, known: Mapping[str, Known], begins: Beginnings | None = None) -> Outlined:
    """The sections of a folded text before it is said how sure they are."""
    rows = blocks(plain)
    if not rows:
        return Outlined((), [], 1.0, [], {}, frozenset())
    page = Page(rows)
    fits = scoring.together(page, [scoring.scores(page, n) for n in range(len(page))])
    earlier = recurring.heed(rows, fits, known)
    alone = decoding.best(fits) if begins else []
    beside.heed(rows, fits, begins)
    chosen = decoding.best(fits)
    persuaded = frozenset(n for n, (own, label) in enumerate(zip(alone, chosen, strict=False)) if own != label)
    boundary, labels = decoding.chances(fits)
    near = decoding.sure(boundary)
    drafts = told_briefly(plain, rows, chosen, structure.outline(plain, page.views, chosen))
    boundaries = [
        Seen(draft.kind, draft.level, draft.why, boundary[n], near[n], labels[n][chosen[n]])
        for draft in drafts[1:]
        for n in (draft.block,)
    ]
    return Outlined(rows, drafts, labels[0][chosen[0]], boundaries, earlier, persuaded)
