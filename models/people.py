"""Who works on a project, and on which bulletins."""

from __future__ import annotations

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
