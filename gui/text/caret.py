"""The caret and what is selected, without a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.text import Span, trim


@dataclass(slots=True)
class Caret:
    """Where the caret stands and which ranges are selected.

    `line_end`: it stands behind the last character of a line that goes on below. `origin` is where the selection that
    grows with the caret began; `kept` are ranges selected before it. `column` is kept while going up and down.
    """

    offset: int = 0
    line_end: bool = False
    origin: int | None = None
    kept: tuple[Span, ...] = ()
    column: float | None = None

    def put(self, offset: int, *, extend: bool = False, line_end: bool = False) -> None:
        """Go to `offset`; with `extend` the range from the origin on is selected."""
        if extend and self.origin is None:
            self.origin = self.offset
        elif not extend:
            self.origin, self.kept = None, ()
        self.offset, self.line_end, self.column = offset, line_end, None

    def also(self, offset: int) -> None:
        """Begin another range at `offset`; those selected so far stay."""
        self.kept = self.ranges()
        self.offset = self.origin = offset
        self.line_end, self.column = False, None

    def select(self, spans: Iterable[Span]) -> None:
        """Select just these ranges; the caret goes to the end of the last."""
        *kept, last = [*spans] or [(self.offset, self.offset)]
        self.kept = tuple(kept)
        self.origin, self.offset = last
        self.line_end, self.column = False, None

    def ranges(self) -> tuple[Span, ...]:
        """The selected ranges in order, those that overlap joined."""
        found: list[Span] = []
        own = [] if self.origin is None else [(min(self.origin, self.offset), max(self.origin, self.offset))]
        for a, b in sorted((*self.kept, *own)):
            if a < b and found and a < found[-1][1]:
                found[-1] = (found[-1][0], max(b, found[-1][1]))
            elif a < b:
                found.append((a, b))
        return tuple(found)

    def words(self, content: str) -> tuple[Span, ...]:
        """The selected ranges without white space at either end, empty ones left out."""
        trimmed = (trim(content, a, b) for a, b in self.ranges())
        return tuple((a, b) for a, b in trimmed if a < b)
