"""Where each paragraph stands: a sum tree over heights, so that one height changes without touching the others."""

from __future__ import annotations

from collections.abc import Iterable


class Flow:
    """Paragraphs one below another. Finding a place and changing a height take time logarithmic in their number."""

    def __init__(self, heights: Iterable[float]) -> None:
        self.heights = list(heights)
        tree = [0.0, *self.heights]
        for n in range(1, len(tree)):
            above = n + (n & -n)
            if above < len(tree):
                tree[above] += tree[n]
        self._tree = tree
        self._high = 1 << (len(self.heights).bit_length() - 1) if self.heights else 0

    def __len__(self) -> int:
        return len(self.heights)

    def top(self, n: int) -> float:
        """The sum of the heights before paragraph `n`."""
        found = 0.0
        while n > 0:
            found += self._tree[n]
            n &= n - 1
        return found

    @property
    def total(self) -> float:
        return self.top(len(self.heights))

    def at(self, y: float) -> int:
        """The paragraph at height `y`: the first above the top, the last below the bottom."""
        n, step = 0, self._high
        while step:
            if n + step < len(self._tree) and self._tree[n + step] <= y:
                n += step
                y -= self._tree[n]
            step >>= 1
        return min(n, len(self.heights) - 1)

    def set(self, n: int, height: float) -> float:
        """Give paragraph `n` another height; returns by how much it grew."""
        grown = height - self.heights[n]
        if grown:
            self.heights[n] = height
            n += 1
            while n < len(self._tree):
                self._tree[n] += grown
                n += n & -n
        return grown
