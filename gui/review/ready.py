"""Which bulletins can be reviewed by whoever sits at the desk, and what is missing of the others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from models.bulletins import Bulletin, LayerInfo
from models.people import Assignment, Person
from models.project import Project
from models.review.assign import job_of
from models.review.blind import is_blind
from models.review.reviewing import required
from models.review.sides import REVIEWED, layers_in

_UNDER_WAY = ("in_progress", "returned")


@dataclass(frozen=True, slots=True)
class Ready:
    """A bulletin that can be reviewed: its submitted layers, and how far its gold layer is."""

    bulletin: Bulletin
    layers: tuple[LayerInfo, ...]
    gold: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The bulletins of a project as review sees them: `waiting` have too few layers, `own` are still being annotated
    by whoever asks, who is not to see what others made of them."""

    ready: tuple[Ready, ...]
    waiting: int
    own: int
    least: int


def standing(project: Project) -> Standing:
    """What can be reviewed now, in library order."""
    least, name, people = required(project), project.annotator, project.store.names()
    layers: dict[str, list[LayerInfo]] = defaultdict(list)
    for layer in project.store.layers():
        layers[layer.bulletin].append(layer)
    assigned = {a.bulletin for a in project.store.items(Assignment) if a.annotator == name}
    veiled = is_blind(project) and job_of(project, name) == "annotator"
    team = bool(project.store.items(Person))  # who works alone may look into whatever files brought
    ready: list[Ready] = []
    waiting = own = 0
    for bulletin in project.store.bulletins():
        if bulletin.archived:
            continue
        rows = layers[bulletin.id]
        sides = layers_in(rows, people, REVIEWED)
        mine = next((i for i in rows if i.role == "annotator" and i.annotator == name), None)
        if len(sides) < least:
            waiting += 1
        elif veiled and _under_way(mine, team or bulletin.id in assigned):
            own += 1
        else:
            gold = next((i.status for i in rows if i.role == "gold"), "new")
            ready.append(Ready(bulletin, tuple(sides), gold))
    return Standing(tuple(ready), waiting, own, least)


def _under_way(mine: LayerInfo | None, expected: bool) -> bool:
    if mine is None or mine.status == "new":
        return expected
    return mine.status in _UNDER_WAY
