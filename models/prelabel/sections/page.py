"""The views of all blocks with what depends on more than one of them."""

from __future__ import annotations

from collections.abc import Sequence

from models.prelabel.sections import cues
from models.prelabel.sections.blocks import Block
from models.prelabel.sections.views import View, parallels, view

FAR = 9
"""A body text farther below than this counts as none."""


class Page:
    """All blocks as seen in their places. Everything is worked out once, in linear time."""

    def __init__(self, rows: Sequence[Block]) -> None:
        self.views = [view(block) for block in rows]
        self.parallel = parallels(self.views)
        self.to_body = _to_body(self.views)
        self.body_after = _body_after(self.views)
        self._first: dict[str, int] = {}
        for n, row in enumerate(self.views):
            if row.block.whole:
                self._first.setdefault("".join(row.head.split()), n)

    def __len__(self) -> int:
        return len(self.views)

    def at(self, n: int) -> View | None:
        """The view at a place; None outside the bulletin."""
        return self.views[n] if 0 <= n < len(self.views) else None

    def near(self, n: int, reach: int) -> list[View]:
        """The views up to REACH places before and after, the one at N left out."""
        return self.views[max(0, n - reach) : n] + self.views[n + 1 : n + 1 + reach]

    def first(self, n: int) -> bool:
        """Whether a line that stands in several places stands here first."""
        return self._first.get("".join(self.views[n].head.split()), n) == n

    def first_place(self, n: int) -> int:
        """Where the same line stands first."""
        return self._first.get("".join(self.views[n].head.split()), n)

    def top(self, n: int) -> bool:
        """Whether the block is the first of a page, running heads and page numbers passed over."""
        for back in range(n, max(-1, n - 4), -1):
            if self.views[back].block.page:
                return True
            above = self.at(back - 1)
            if above is None or not (above.block.runs or cues.PAGE_NUMBER.fullmatch(above.head)):
                return False
        return False

    def listed(self, n: int) -> bool:
        """Whether the line stands among many short ones, as the cells of a table or the items of a list do."""
        near = self.near(n, 3)
        return len(near) >= 4 and sum(row.short or row.markup for row in near) >= len(near) - 1


def _to_body(rows: Sequence[View]) -> list[int]:
    """For each block how many places below it the next running text stands, at most FAR."""
    found = [FAR] * len(rows)
    for n in range(len(rows) - 2, -1, -1):
        found[n] = 1 if rows[n + 1].body else min(FAR, found[n + 1] + 1)
    return found


def _body_after(rows: Sequence[View]) -> list[int]:
    """How many blocks of running text come after each block."""
    found = [0] * len(rows)
    for n in range(len(rows) - 2, -1, -1):
        row = rows[n + 1]
        found[n] = found[n + 1] + (row.body and not cues.NOTICE.search(row.head[:60]))
    return found
