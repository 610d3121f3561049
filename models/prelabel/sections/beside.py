"""What the network that reads along says of the beginnings of blocks, beside how well each label fits.

Rules know the forms of a page; the network has an idea of what is said. On pages that neither had seen it saved one
correction of the outline in twenty-five ([decision 11](docs/decisions/0011-network.md)).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from models.prelabel.sections import labels as L
from models.prelabel.sections.block import Block

Beginnings = Callable[[int], Mapping[str, float]]
"""For a place in the text, the log-chances of what begins there, by kind of section, "" for nothing; none where it has
not been read."""

SHARE = 0.4
"""How far the network is heeded."""
_LEAST = -6.0
"""Nothing is held for less probable than this."""
_NOTHING = ("", "continuation")
"""Whether a text goes on or takes up again is told by what stands above, which the network sees little of."""
_HEADING = ("article", "subsection")
"""And so is of what rank a heading is."""
_SAID = {
    L.COLUMN: ("column",),
    L.HEADLINE: _HEADING,
    L.SUBHEAD: _HEADING,
    L.RUN_IN: _HEADING,
    L.CAPTION: ("caption",),
    L.BRIEF: ("brief",),
    L.FOOTER: ("footer",),
    L.BOILERPLATE: ("boilerplate",),
}


def heed(rows: Sequence[Block], fits: Sequence[dict[str, float]], begins: Beginnings | None) -> None:
    """Add to FITS what is said of each block; a block whose label is settled is passed over."""
    if begins is None:
        return
    for n, (row, fit) in enumerate(zip(rows, fits, strict=True)):
        said = begins(row.start) if len(fit) > 1 else {}
        for label in fit if said else ():
            first = n == 0 and label == L.MASTHEAD
            kinds = ("masthead",) if first else _SAID.get(label, _NOTHING)
            chance = math.fsum(math.exp(said[kind]) for kind in kinds if kind in said)
            fit[label] += SHARE * max(_LEAST, math.log(chance) if chance > 0 else _LEAST)
