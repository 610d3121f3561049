"""Who works on a project, and on which bulletins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

JOBS = ("annotator", "reviewer", "manager")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team. `name` is what layers and the journal carry; `active` is False for one who has left."""

    id: str
    name: str
    job: str = "annotator"
    active: bool = True


@dataclass(frozen=True, slots=True)
class Assignment:
    """That a person is to annotate a bulletin. `asked_by` wanted it, `at` (UTC, ISO 8601)."""

    id: str
    bulletin: str
    annotator: str
    asked_by: str
    at: str


Order = Callable[[str], tuple[int, str]]
"""Where a name stands among others: a key to sort by."""


def in_order(names: Iterable[str]) -> Order:
    """As in `names`; whoever is not among them comes behind, by name."""
    places = {name: n for n, name in enumerate(names)}
    return lambda name: (places.get(name, len(places)), name)
