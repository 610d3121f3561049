"""Annotating blind: who may look into whose layers."""

from __future__ import annotations

from models.people import Person
from models.project import SUGGESTION, Project
from models.review.assign import job_of

BLIND = "review.blind"
"""The setting that says whether annotators are blind to each other until they submit: "1", or "0"."""

_DONE = ("submitted", "adjudicated")


def is_blind(project: Project) -> bool:
    """Whether annotators see nothing of each other's work before they have submitted their own; so it is by default."""
    return project.store.setting(BLIND, "1") != "0"


def set_blind(project: Project, on: bool) -> None:
    """Let annotators work blind to each other, or not."""
    project.store.set_setting(BLIND, "1" if on else "0")


def own_only(project: Project) -> bool:
    """Whether whoever sits at the desk is to be shown figures and files of their own layers alone.

    So it is for somebody who is entered as an annotator while anything is hidden from them. One who works alone, whose
    project lists nobody, may take out whatever is in it.
    """
    listed = any(person.name == project.annotator for person in project.store.items(Person))
    return listed and bool(hidden_layers(project))


def hidden_layers(project: Project) -> frozenset[str]:
    """The layers (ids) that whoever sits at the desk is not to look into now.

    For an annotator of a blind project these are others' layers and the gold layer of each bulletin that they have not
    submitted themselves. Nothing is hidden from reviewers and managers.
    """
    name = project.annotator
    if not is_blind(project) or job_of(project, name) != "annotator":
        return frozenset()
    layers = [i for i in project.store.layers() if i.role != SUGGESTION]
    own = {i.bulletin: i for i in layers if i.role == "annotator" and i.annotator == name}
    done = {bulletin for bulletin, layer in own.items() if layer.status in _DONE}
    mine = {layer.id for layer in own.values()}
    return frozenset(i.id for i in layers if i.id not in mine and i.bulletin not in done)
