"""What holds which characters of a text: to look up what a range meets costs no more than the range is long."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Held = TypeVar("Held", bound=Hashable)


class Taken(Generic[Held]):
    """Holds whose ranges [start, end) share no character. In the order in which they were put."""

    def __init__(self) -> None:
        self._at: dict[int, Held] = {}
        self._ranges: dict[Held, tuple[tuple[int, int], ...]] = {}

    def over(self, start: int, end: int) -> list[Held]:
        """What holds any character of the range, from left to right."""
        if self._at.keys().isdisjoint(range(start, end)):
            return []
        return list(dict.fromkeys(self._at[at] for at in range(start, end) if at in self._at))

    def put(self, held: Held, *ranges: tuple[int, int]) -> None:
        """Let it hold these ranges; what held any character of them goes."""
        for start, end in ranges:
            for old in self.over(start, end):
                self._drop(old)
        self._ranges[held] = ranges
        for start, end in ranges:
            self._at.update(dict.fromkeys(range(start, end), held))

    def _drop(self, held: Held) -> None:
        for start, end in self._ranges.pop(held, ()):
            for at in range(start, end):
                del self._at[at]

    def __iter__(self) -> Iterator[Held]:
        return iter(self._ranges)
