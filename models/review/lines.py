"""The lines of a bulletin that hold text: the units in which boundaries are compared."""

from __future__ import annotations

from bisect import bisect_right

from models.text import landing


class Lines:
    """Where each line that holds text begins, at its first character that is not white space."""

    def __init__(self, content: str) -> None:
        self.starts: list[int] = []
        at = 0
        for line in content.split("\n"):
            if line and not line.isspace():
                self.starts.append(landing(content, at))
            at += len(line) + 1

    def __len__(self) -> int:
        return len(self.starts)

    def number(self, offset: int) -> int:
        """The line that holds `offset`, 0 for the first; -1 before it."""
        return bisect_right(self.starts, offset) - 1

    def positions(self, boundaries: tuple[int, ...]) -> set[int]:
        """The positions of boundaries as measures count them; several in one line are one, none is before line 1."""
        return {n for n in map(self.number, boundaries) if n > 0}
