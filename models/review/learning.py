"""What an annotator can learn: where the gold differs from their own layer, with the reasons, and their trend."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.bulletins import Bulletin
from models.decision import Decision, latest
from models.project import Project
from models.review.agreement import agreement_of
from models.review.matters import Outcome
from models.review.proof import PROOF
from models.review.reviewing import Gold, Review, read_gold
from models.review.sides import Side, side_of
from models.review.votes import Counted, settle

TREND = ("boundaries.f1", "themes.f1", "mentions.strict.f1")
"""The figures of a trend: the annotator's layers against the gold."""

_GOLD, _OWN = "gold", "own"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A matter in which the gold differs from somebody's layer. `decider` and `reason` are empty where the others
    agreed without a decision. Outcomes are those of `models.review.matters`."""

    bulletin: str
    matter: str
    start: int
    end: int
    mine: Outcome
    gold: Outcome
    decider: str = ""
    reason: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One bulletin of a trend: when the gold was settled, and the figures of `TREND` (None where undefined)."""

    bulletin: str
    at: str
    figures: tuple[float | None, ...]


def lessons(project: Project, annotator: str, bulletin: Bulletin) -> list[Lesson]:
    """Where the gold of a bulletin differs from the annotator's layer, boundaries first.

    Empty until the bulletin is adjudicated: before that nobody is to see what others have.
    """
    pair = _against_gold(project, annotator, bulletin)
    if pair is None:
        return []
    gold, own, review = pair
    found: list[Lesson] = []
    decided = latest(review.decisions)
    for matter in settle(Counted((own, gold))).matters.values():
        votes = dict(matter.votes)
        if not matter.contested or len(votes) < 2 or _same(matter.matter, votes[_OWN], votes[_GOLD]):
            continue
        decision = decided.get(matter.key)
        facts = (decision.decider, decision.reason, decision.at) if decision else ("", "", "")
        found.append(Lesson(bulletin.id, matter.matter, matter.start, matter.end, votes[_OWN], votes[_GOLD], *facts))
    return found


def _same(matter: str, mine: Outcome, gold: Outcome) -> bool:
    """Whether only the canonical form differs."""
    return matter == "mention" and [label for label, _ in mine] == [label for label, _ in gold]


def _against_gold(project: Project, annotator: str, bulletin: Bulletin) -> tuple[Side, Side, Review] | None:
    gold = read_gold(project, bulletin)
    layer = project.layer_of(bulletin.id, annotator)
    if layer is None or not gold.stored or gold.layer.status != "adjudicated":
        return None
    content = project.store.content(bulletin.id)
    own = side_of(project, layer, content)
    decisions = tuple(project.store.items(Decision, gold.layer.id))
    review = Review(bulletin, Counted((own,)), gold, decisions)
    return _named(_gold_side(gold, content), _GOLD), _named(own, _OWN), review


def _gold_side(gold: Gold, content: str) -> Side:
    return Side.of(gold.layer, content, gold.sections, gold.mentions, gold.entities)


def _named(side: Side, name: str) -> Side:
    return Side(replace(side.layer, annotator=name), side.content, side.sections, side.mentions, side.entities)


def trend(project: Project, annotator: str) -> list[Point]:
    """The annotator's figures against the gold, bulletin by bulletin in the order in which they were adjudicated."""
    points = [p for b in project.store.bulletins() if (p := point(project, annotator, b)) is not None]
    return sorted(points, key=lambda point: (point.at, point.bulletin))


def point(project: Project, annotator: str, bulletin: Bulletin) -> Point | None:
    """The annotator's figures against the gold of one bulletin; None until it is adjudicated."""
    pair = _against_gold(project, annotator, bulletin)
    if pair is None:
        return None
    gold, own, review = pair
    found = agreement_of([(bulletin, [gold, own])], project.labels)
    at = project.store.modified(review.gold.layer.id) or max(_dates(review.gold), default="")
    return Point(bulletin.id, at, tuple(found.overall(name).number for name in TREND))


def _dates(gold: Gold) -> Iterator[str]:
    for extra in [*(s.extra for s in gold.sections), *(m.extra for m in gold.mentions)]:
        proof = json.loads(extra).get(PROOF) if extra else None
        if isinstance(proof, dict):
            yield str(proof.get("at", ""))
