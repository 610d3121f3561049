"""Edits made in the gold layer with the tools of annotation: they become decisions, so that they last."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from models.changes import Change
from models.decision import Decision, Key
from models.mentions import Entity, Mention
from models.outline import Section
from models.project import Project
from models.review.gold import decision, settled
from models.review.matters import ATTRIBUTES, Outcome, place_of, value_of
from models.review.reviewing import Gold, Review
from models.review.sides import Side
from models.text import landing


def recorded(project: Project, review: Review, step: Change, reason: str = "") -> Change:
    """The change on the gold layer with the decisions it amounts to: whoever sits at the desk decided so.

    Other rows of the step (comments) stay in it. What the step takes away stays away, even where all annotators have
    it.
    """
    was, now = review.gold, review.gold.after(step)
    before, after = _outcomes(review, was), _outcomes(review, now)
    taken: list[Decision] = []
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key, _GONE.get(key[0]))
        if key not in after and key[0] not in _GONE:
            continue
        if old != new or key not in before:
            taken.append(decision(project, review, key, new, reason))
    base = replace(review, gold=was)
    made = settled(project, base, taken, step.name, args=step.args, edited=now)
    others = (Section, Mention, Entity)
    return Change(
        made.name,
        (*made.before, *(i for i in step.before if not isinstance(i, others) and i.id != was.layer.id)),
        (*made.after, *(i for i in step.after if not isinstance(i, others) and i.id != was.layer.id)),
        made.args,
        made.layer,
    )


_GONE: dict[str, Outcome] = {"boundary": False, "mention": ()}


def _outcomes(review: Review, gold: Gold) -> dict[Key, Outcome]:
    """Everything that a gold layer says, matter by matter."""
    side = Side.of(gold.layer, review.content, gold.sections, (), gold.entities)
    found: dict[Key, Outcome] = {}
    for section in gold.sections:
        place = str(landing(review.content, section.start))
        found["boundary", place] = True
        for name in ATTRIBUTES:
            found[name, place] = value_of(name, section, side)
    names = {entity.id: entity.canonical for entity in gold.entities}
    extents: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for mention in gold.mentions:
        extents[place_of(mention.fragments)].append((mention.label, names.get(mention.entity or "")))
    found.update({("mention", place): tuple(sorted(rows, key=str)) for place, rows in extents.items()})
    return found
