"""Rows of numbered blocks: 1, 2, 3 of one style under one heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections.views import View


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
