"""Rows of numbered blocks: 1, 2, 3 of one style under one heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections.views import View

_OUTER = cues.RANK["han-bracket"]
_WIDEST, _PARAGRAPH, _SENTENCES = 34.0, 40, 4
"""How wide a sentence that heads a paragraph is at most, how long that is at least, and how many there are."""
_FEWEST = 3
"""How many numbered lines with a text below each show that they are headings."""


def rows(views: Sequence[View]) -> list[list[int]]:
    """The places of the blocks of each row, in order.

    A row goes on with the next value of its style (one may be missing) and ends where a number of an outer style, or a
    Markdown heading, stands between.
    """
    found: list[list[int]] = []
    open_rows: dict[str, tuple[int, list[int]]] = {}
    for n, view in enumerate(views):
        if view.markdown:
            open_rows.clear()
        if view.number is None or view.markdown or not view.number.value:
            continue
        style, value = view.number.style, view.number.value
        inner = [other for other in open_rows if cues.RANK[other] > cues.RANK[style]]
        for other in inner:
            del open_rows[other]
        last, members = open_rows.get(style, (0, []))
        if not 0 < value - last <= 2:
            members = []
        if not members:
            found.append(members)
        members.append(n)
        open_rows[style] = (value, members)
    return found


def inside(views: Sequence[View], found: Sequence[Sequence[int]]) -> frozenset[int]:
    """The places between two neighbours of a row of an outer style: what stands there belongs to the row's article."""
    places: set[int] = set()
    for members in found:
        number = views[members[0]].number
        if number is not None and cues.RANK[number.style] <= cues.RANK["han-bracket"]:
            places.update(n for a, b in pairwise(members) for n in range(a + 1, b))
    return frozenset(places)


def sentences(views: Sequence[View]) -> frozenset[int]:
    """The places of unnumbered lines of a sentence each that head the paragraph below, in a text whose numbered headings
    end in a full stop as well, so that such a line is no paragraph: 促进全链条降成本。"""
    headed = [
        n for n, row in enumerate(views) if row.number and cues.RANK[row.number.style] <= _OUTER and _sentence(row)
    ]
    found = [
        n
        for n, (row, below) in enumerate(pairwise(views))
        if row.number is None and _sentence(row) and below.body and below.block.size >= _PARAGRAPH
    ]
    return frozenset(found) if len(headed) >= 2 and len(found) >= _SENTENCES else frozenset()


def _sentence(row: View) -> bool:
    """Whether a line of its own is one short sentence."""
    plain = row.block.whole and not (row.markdown or row.markup or row.field or row.credit or row.byline)
    head = row.head.strip()
    return plain and 4 <= row.block.width <= _WIDEST and head.count("。") == 1 and head[-1] == "。" and "，" not in head


def headed(views: Sequence[View], found: Sequence[Sequence[int]]) -> frozenset[int]:
    """The places of the rows whose members are all narrow lines of their own, a text below each: they head parts,
    whatever their style."""
    places: set[int] = set()
    for members in found:
        ends = [*members[1:], len(views)]
        parted = all(b - a > 1 and not views[a + 1].number for a, b in zip(members, ends, strict=True))
        if len(members) >= _FEWEST and parted and all(_heads(views[n]) for n in members):
            places.update(members)
    return frozenset(places)


def _heads(row: View) -> bool:
    return row.short and not row.markdown and row.block.width <= _WIDEST and row.block.last not in "：:"


def announced(views: Sequence[View], found: Sequence[Sequence[int]]) -> frozenset[int]:
    """The places of the rows of one paragraph each that a line ending in a colon announces: what it lists."""
    places: set[int] = set()
    for members in found:
        first, number = members[0], views[members[0]].number
        listed = members[-1] - first < len(members)
        told = first > 0 and views[first - 1].block.last in "：:" and not views[first - 1].number
        if listed and told and number is not None and cues.RANK[number.style] >= cues.RANK["digit"]:
            places.update(members)
    return frozenset(places)


def beneath(views: Sequence[View], found: Sequence[Sequence[int]]) -> frozenset[int]:
    """The places of the rows of paragraphs that begin right below a numbered heading of an outer style."""
    places: set[int] = set()
    for members in found:
        first = members[0]
        above, number = views[first - 1] if first else None, views[first].number
        if above is None or above.number is None or number is None or not above.short or len(members) < 2:
            continue
        if above.markdown or cues.RANK[above.number.style] < cues.RANK[number.style]:
            places.update(n for n in members if views[n].body)
    return frozenset(places)
