"""The outline that a bulletin's layout suggests: each paragraph labelled in one best sequence, then levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from models.prelabel.folding import folded
from models.prelabel.sections import cues, decoding, recurring, runon, scoring, structure
from models.prelabel.sections.blocks import blocks
from models.prelabel.sections.page import Page
from models.prelabel.sections.recurring import Known
from models.prelabel.suggestions import SuggestedSection

__all__ = ["suggest_sections"]


_RULED = 0.75
_EARLIER = "rule:earlier"


def suggest_sections(text: str, known: Mapping[str, Known] | None = None) -> tuple[SuggestedSection, ...]:
    """The sections of a bulletin, decided over all of it at once.

    KNOWN: what lines were in earlier issues, by their keys (see `recurring`). The first section begins at the first
    character that is not white space; starts increase strictly. A text without any has no sections. Themes are left
    empty. The same input gives the same answer.
    """
    plain = folded(text)
    rows = blocks(plain)
    if not rows:
        return ()
    page = Page(rows)
    fits = scoring.together(page, [scoring.scores(page, n) for n in range(len(page))])
    earlier = recurring.heed(rows, fits, known or {})
    chosen = decoding.best(fits)
    chances = decoding.sure(decoding.boundary_chances(fits))
    drafts = structure.outline(plain, page.views, chosen)
    found: list[SuggestedSection] = []
    places: dict[int, int] = {}
    briefs = False
    for n, draft in enumerate(drafts):
        places[n] = len(found)
        continues = None if draft.continues is None else places[draft.continues]
        if draft.kind == structure.COLUMN:
            briefs = cues.RUN_TOGETHER.search(rows[draft.block].head) is not None
        chance = 1.0 if n == 0 else _chance(draft, chances[draft.block])
        section = SuggestedSection(
            draft.start, draft.level, draft.kind, draft.heading_end, continues, (), round(chance, 3), draft.why
        )
        if draft.start in earlier and earlier[draft.start].kind == draft.kind:
            level = earlier[draft.start].level
            section = replace(section, why=_EARLIER, level=draft.level if level is None else level)
        found.append(section)
        if (
            draft.kind == structure.BRIEF
            and draft.heading_end is None
            and not cues.SECOND_NEWS.match(rows[draft.block].head)
        ):
            found.extend(
                SuggestedSection(start, draft.level, draft.kind, None, None, (), round(0.85 * chance, 3), "rule:run-on")
                for start in runon.starts(plain, rows[draft.block], briefs)[1:]
            )
    return tuple(found)


def _chance(draft: structure.Draft, found: float) -> float:
    """How sure a boundary is; one that the outline's own rules put where the labels have none is as good as they are."""
    ruled = draft.why == "rule:resumes" or (draft.why == "rule:brief" and found < 0.5)
    return min(0.99, max(0.05, _RULED if ruled else found))
