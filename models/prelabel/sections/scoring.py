"""How well each label fits each block, from cues that add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.prelabel.sections import captions, cues, groups, headings, numbered, parts
from models.prelabel.sections import labels as L
from models.prelabel.sections.labels import UNFIT
from models.prelabel.sections.page import Page

LEAST = -5.0
"""A label that fits worse than this is not weighed at all; running text always is."""

_AMID = 2.0
"""What a headline or a column loses between 一、 and 二、 of one row, and any heading at the foot of a page."""
_TITLE_BLOCK = {
    L.MASTHEAD: 3.0,
    L.BYLINE: -3.0,
    L.HEADLINE: -1.0,
    L.COLUMN: -1.0,
    L.SUBHEAD: -1.0,
    L.CREDIT: -2.0,
    L.BOILERPLATE: -3.0,
}
"""What every line gains or loses above the last one that only a title block has."""

_RECORDED = 4.0
"""What a line gains or loses by standing where the same line of other items stands."""
_NUMBERED = (L.SUBHEAD, L.RUN_IN)
_FEWEST, _FAR, _BESIDE, _WEIGHT = 3, 4.0, 3, 0.8

_FITS: tuple[tuple[str, Callable[[Page, int], float]], ...] = (
    (L.BODY, parts.body),
    (L.RUN_IN, numbered.run_in),
    (L.CAPTION, captions.caption),
    (L.CREDIT, parts.credit),
    (L.FOOTER, parts.footer),
    (L.BOILERPLATE, parts.boilerplate),
    (L.MASTHEAD, parts.masthead),
    (L.BRIEF, groups.brief),
    (L.BYLINE, parts.byline),
    (L.SUBHEAD, headings.subhead),
)
_FITS_SHORT: tuple[tuple[str, Callable[[Page, int], float]], ...] = (
    (L.COLUMN, groups.column),
    (L.HEADLINE, headings.headline),
    (L.DECK, headings.deck),
)


def together(page: Page, fits: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    """The scores after numbered items are judged beside their neighbours in the same row: all head parts or none does."""
    found = [dict(row) for row in fits]
    for row in page.rows:
        if len(row) < _FEWEST:
            continue
        margins = [
            max(-_FAR, min(_FAR, max(fits[n].get(label, UNFIT) for label in _NUMBERED) - fits[n].get(L.BODY, 0.0)))
            for n in row
        ]
        for place, n in enumerate(row):
            near = margins[max(0, place - _BESIDE) : place + _BESIDE + 1]
            shift = _WEIGHT * (sum(near) / len(near) - margins[place])
            for label in _NUMBERED:
                if label in found[n]:
                    found[n][label] += shift
    return found


def scores(page: Page, n: int) -> dict[str, float]:
    """For each label that the block may bear, how well it fits."""
    row = page.views[n]
    if row.block.listed:
        return {L.BODY: 0.0, L.MASTHEAD: 4.0}
    settled = _settled(page, n)
    if settled is not None:
        return {settled: 0.0}
    fits = _FITS + _FITS_SHORT if row.short else _FITS
    found = {label: fit(page, n) for label, fit in fits}
    titled = page.path_end <= n < page.masthead_end and not cues.PATH.match(row.head)
    for label, score in _TITLE_BLOCK.items() if titled else ():
        if label in found:
            found[label] += score
    if n in page.records:
        _recorded(found, page.records[n])
    for label in (L.HEADLINE, L.COLUMN, L.SUBHEAD) if page.orphaned(n) else ():
        if label in found:
            found[label] -= _AMID
    for label in (L.HEADLINE, L.COLUMN) if n in page.inside else ():
        if label in found:
            found[label] -= _AMID
    return {label: score for label, score in found.items() if score > LEAST or label == L.BODY}


def _settled(page: Page, n: int) -> str | None:
    """The label of a block whose place leaves no choice."""
    title, items = page.title, page.anchored
    if n < title.end:
        below = L.DECK if n < title.named else L.BYLINE
        return L.MASTHEAD if n < title.start else L.HEADLINE if n == title.start else below
    if n in page.furniture:
        return L.BOILERPLATE
    if n in items.heads:
        return L.BRIEF
    if n in items.columns:
        return L.COLUMN
    if n in items.inside or (n in page.cells and n not in page.page_numbers):
        return L.BODY
    return L.MASTHEAD if n < page.first_item else None


def _recorded(found: dict[str, float], was: str) -> None:
    """What a line of an item gains that is built as the others are."""
    if was == L.BODY:
        for label in (L.HEADLINE, L.COLUMN, L.SUBHEAD, L.CAPTION):
            if label in found:
                found[label] -= _RECORDED
    else:
        found[was] = max(0.0, found.get(was, 0.0)) + _RECORDED
