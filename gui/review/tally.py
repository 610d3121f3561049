"""What a review comes to: how many differences are open, how many are alike, which the lists show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gui.review.sides import spans_of, target_of
from models.bulletins import Comment
from models.review.differences import STAGES, Difference
from models.review.reviewing import Review
from models.text import Span


def order(difference: Difference) -> tuple[object, ...]:
    """Where a difference stands among all."""
    return STAGES.index(difference.stage), difference.start, difference.end, difference.id


@dataclass(frozen=True)
class Tally:
    """Counted once for each state of a review, when it is first asked for."""

    review: Review | None = None
    settled_shown: bool = False
    comments: Sequence[Comment] = ()
    known: dict[str, tuple[Span, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The words that differences (ids) of these layers are about, as far as they were asked for."""

    @cached_property
    def open_counts(self) -> Counter[str]:
        """How many differences of each stage wait for a decision."""
        return Counter(d.stage for d in self.review.open) if self.review else Counter()

    @property
    def left(self) -> int:
        """How many differences are open."""
        return self.open_counts.total()

    @cached_property
    def alike(self) -> Counter[str]:
        """How many open differences of this bulletin have each pattern."""
        return Counter(d.pattern for d in self.review.open) if self.review else Counter()

    @cached_property
    def agreed(self) -> int:
        """How much flowed into the gold layer without a decision."""
        return self.review.agreed if self.review else 0

    def spans(self, difference: Difference) -> tuple[Span, ...]:
        """The words that a difference is about."""
        if self.review is None:
            return ()
        if difference.id not in self.known:
            self.known[difference.id] = spans_of(difference, self.review.content, self.review.counted.starts)
        return self.known[difference.id]

    def rows(self, stage: str) -> list[Difference]:
        """The differences that the list of a stage shows."""
        found = self.review.differences if self.review else ()
        return [d for d in found if d.stage == stage and (self.settled_shown or not d.settled)]

    @cached_property
    def stops(self) -> list[Difference]:
        """The differences that one steps through, in their order: not those that wait for a boundary."""
        return [d for stage in STAGES for d in self.rows(stage) if d.ready or d.settled]

    def commented(self) -> dict[str, str]:
        """The differences (ids) on whose gold item there is an open comment, and its words."""
        review = self.review
        words = {c.target: c.text for c in self.comments if not c.resolved}
        if review is None or not words:
            return {}
        return {d.id: words[key] for d in review.differences if (key := target_of(review, d)) in words}
