"""Lines that come again in every issue of a paper, 栏目 and running heads above all: what they were in earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from models.prelabel.folding import folded
from models.prelabel.sections import labels as L
from models.prelabel.sections.block import Block
from models.prelabel.sections.blocks import blocks

PLAIN = "plain"
"""A line that no section begins at."""
_LABELS = {
    "column": L.COLUMN,
    "article": L.HEADLINE,
    "subsection": L.SUBHEAD,
    "brief": L.BRIEF,
    "caption": L.CAPTION,
    "boilerplate": L.BOILERPLATE,
    "footer": L.FOOTER,
    PLAIN: L.BODY,
}
KINDS = frozenset(_LABELS)
"""What a line can be known as. A masthead goes by its place, and where a text continues, its words do not come again."""
ASIDES = ("caption", "boilerplate", "footer")
"""Kinds without parts: their level is known with them. That of headings goes by what stands above them."""
_LONGEST, _SHORTEST = 40, 2
_ITEM = 16
"""A shorter line below a column of briefs is a heading, or says no more than who wrote the item."""
_BRIEF = 3.5
"""What a paragraph gains as a brief below such a column."""
_GAIN = 6.0
"""What a known line gains as what it was: more than layout alone says against it."""
_FIGURES = re.compile("[0-9零〇○一二三四五六七八九十]+")
_NO_WORDS = re.compile(r"[\W_]+")


class Known(NamedTuple):
    """What a line was: a member of KINDS, the level of an aside where it was always the same, and of a column whether
    nothing but briefs stood in it."""

    kind: str
    level: int | None = None
    briefs: bool = False


def lines(text: str) -> Iterator[tuple[int, str]]:
    """(start, key) of the text's short paragraphs that hold words, in order.

    Lines that differ in figures, marks and spaces alone have the same key (第12期, 第十三期). One that stands in the
    bulletin a second time has another: a paper's name is a running head from then on.
    """
    for row, key in _keyed(blocks(folded(text))):
        if key:
            yield row.start, key


def heed(rows: Sequence[Block], fits: Sequence[dict[str, float]], known: Mapping[str, Known]) -> dict[int, Known]:
    """Raise in FITS what known lines were; what they were by their starts. KNOWN goes by the lines' keys."""
    if not known:
        return {}
    found = {}
    briefs = False
    for (row, key), fit in zip(_keyed(rows), fits, strict=True):
        if key in known:
            label = _LABELS[known[key].kind]
            fit[label] = max(fit.get(label, 0.0), 0.0) + _GAIN
            found[row.start] = known[key]
            briefs = known[key].briefs
        elif briefs and row.size > _ITEM:
            fit[L.BRIEF] = max(fit.get(L.BRIEF, 0.0), 0.0) + _BRIEF
            for label in (L.SUBHEAD, L.RUN_IN):
                fit.pop(label, None)
    return found


def _keyed(rows: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    met: set[str] = set()
    for row in rows:
        key = _key(row)
        yield row, f"{key} again" if key in met else key
        if key:
            met.add(key)


def _key(row: Block) -> str:
    """Nothing where the line is long or holds hardly a word."""
    if row.size > _LONGEST:
        return ""
    key = _FIGURES.sub("0", _NO_WORDS.sub("", row.head))
    return key if len(key.replace("0", "")) >= _SHORTEST else ""
