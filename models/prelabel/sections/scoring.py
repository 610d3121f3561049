"""How well each label fits each block, from cues that add up."""

from __future__ import annotations

from collections.abc import Callable

from models.prelabel.sections import headings, parts
from models.prelabel.sections import labels as L
from models.prelabel.sections.page import Page

LEAST = -5.0
"""A label that fits worse than this is not weighed at all; running text always is."""

_FITS: tuple[tuple[str, Callable[[Page, int], float]], ...] = (
    (L.BODY, parts.body),
    (L.RUN_IN, headings.run_in),
    (L.CAPTION, parts.caption),
    (L.CREDIT, parts.credit),
    (L.FOOTER, parts.footer),
    (L.BOILERPLATE, parts.boilerplate),
    (L.MASTHEAD, parts.masthead),
    (L.BRIEF, headings.brief),
    (L.BYLINE, parts.byline),
    (L.SUBHEAD, headings.subhead),
)
_FITS_SHORT: tuple[tuple[str, Callable[[Page, int], float]], ...] = (
    (L.COLUMN, headings.column),
    (L.HEADLINE, headings.headline),
    (L.DECK, headings.deck),
)


def scores(page: Page, n: int) -> dict[str, float]:
    """For each label that the block may bear, how well it fits."""
    fits = _FITS + _FITS_SHORT if page.views[n].short else _FITS
    found = {label: fit(page, n) for label, fit in fits}
    return {label: score for label, score in found.items() if score > LEAST or label == L.BODY}
