"""A decision: how an adjudicator settled one matter of a bulletin. Decisions are added, never altered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MATTERS = ("boundary", "level", "kind", "heading", "themes", "mention")

Key = tuple[str, str]
"""What is decided on: the matter and its place."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The settlement of one matter at one place of the gold layer `layer`.

    `place` is a section's start, or a mention's fragments ("58 61;70 72"). `outcome` and `votes` are JSON: what is to
    stand there (see `models.review.matters`), and what each annotator had when it was decided. `at` is UTC with
    milliseconds; of several decisions on one matter the latest holds. `labels` is the version of the label set, `rule`
    the pattern by which one decision was applied to many differences.
    """

    id: str
    layer: str
    matter: str
    place: str
    outcome: str
    votes: str
    decider: str
    at: str
    reason: str = ""
    labels: int = 1
    rule: str = ""

    @property
    def key(self) -> Key:
        return self.matter, self.place


def latest(decisions: Iterable[Decision]) -> dict[Key, Decision]:
    """The decision that holds on each matter, whatever order they come in."""
    found: dict[Key, Decision] = {}
    for decision in decisions:
        old = found.get(decision.key)
        if old is None or (old.at, old.id) < (decision.at, decision.id):
            found[decision.key] = decision
    return found
