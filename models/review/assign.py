"""People and assignment: who is to annotate which bulletins, how far they are, how long it took."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from models.bulletins import STATUSES
from models.changes import Change, change
from models.errors import UserError
from models.people import JOBS, Assignment, Person, in_order
from models.project import Project, now
from models.text import derived_id

PAUSE = 300.0
"""Seconds without a change after which somebody is taken to have been away."""


def people(project: Project) -> list[Person]:
    """Everybody the project knows, in the order of `Store.names`: those entered, and those who have a
    layer or an assignment."""
    entered = {person.name: person for person in project.store.items(Person)}
    return [entered.get(name) or Person(derived_id("person", name), name) for name in project.store.names()]


def job_of(project: Project, name: str) -> str:
    """What somebody is to do in the project; an annotator where nobody said otherwise."""
    return next((person.job for person in project.store.items(Person) if person.name == name), JOBS[0])


def add_person(project: Project, name: str, job: str = "annotator") -> Change:
    """Enter somebody. Raises UserError for an empty or taken name."""
    name = name.strip()
    if not name:
        raise UserError("A person needs a name.", code="annotator.unnamed")
    if any(person.name == name for person in project.store.items(Person)):
        raise UserError(f"There is somebody called {name} already.", code="person.exists", name=name)
    if job not in JOBS:
        raise ValueError(job)
    return change("person.add", [], [Person(derived_id("person", name), name, job)], args=(name,))


def edit_person(project: Project, person: Person, *, job: str | None = None, active: bool | None = None) -> Change:
    """Give somebody another job, or mark them as gone or back. Their layers stay as they are."""
    stored = [p for p in project.store.items(Person) if p.id == person.id]
    after = replace(person, job=job or person.job, active=person.active if active is None else active)
    return change("person.edit", stored, [after], args=(person.name,))


# Who does what --------------------------------------------------------------------------------------------------------


def assign(project: Project, bulletin: str, *annotators: str) -> Change:
    """Ask these people to annotate a bulletin; those asked already are passed over."""
    return assign_all(project, [(bulletin, name) for name in annotators])


def unassign_all(project: Project, pairs: Iterable[tuple[str, str]]) -> Change:
    """Take several assignments (bulletin, annotator) back at once. What was done stays."""
    chosen = set(pairs)
    gone = [a for a in project.store.items(Assignment) if (a.bulletin, a.annotator) in chosen]
    names = sorted({a.annotator for a in gone}, key=in_order(project.store.names()))
    return change("assignment.remove", gone, [], args=("、".join(names),))


def assign_all(project: Project, pairs: Iterable[tuple[str, str]]) -> Change:
    """Assign several bulletins at once, each to an annotator; what is assigned already is passed over."""
    there = {(a.bulletin, a.annotator) for a in project.store.items(Assignment)}
    at = now()
    rows = [Assignment(derived_id("assignment", *pair), *pair, project.annotator, at)
            for pair in dict.fromkeys(pairs) if pair not in there]  # fmt: skip
    return change("assignment.add", [], rows, args=(str(len(rows)),))


def spread(
    project: Project, bulletins: Sequence[str], annotators: Sequence[str], each: int = 2, overlap: float = 1.0
) -> Change:
    """Assign bulletins evenly: a share `overlap` of them to `each` annotators, the others to one.

    The overlapping ones lie evenly among the others, so that agreement speaks for all of them. Whoever has fewest
    characters to read is next; what is assigned already counts, and stays. Raises UserError for too few annotators.
    """
    names = list(dict.fromkeys(annotators))
    if not 1 <= each <= len(names):
        raise UserError(
            f"{each} annotators a bulletin need as many people; {len(names)} are chosen.",
            code="assign.few", each=each, people=len(names),
        )  # fmt: skip
    if not 0 <= overlap <= 1:
        raise UserError("The overlap is a share between 0 and 1.", code="assign.overlap")
    size = {b.id: b.chars for b in project.store.bulletins()}
    load = Counter(dict.fromkeys(names, 0))
    has: dict[str, set[str]] = defaultdict(set)
    for row in project.store.items(Assignment):
        has[row.bulletin].add(row.annotator)
        if row.annotator in load:
            load[row.annotator] += size[row.bulletin]
    pairs: list[tuple[str, str]] = []
    for n, bulletin in enumerate(bulletins):
        # Bulletin n overlaps where the running share of overlapping ones passes a whole number.
        wanted = each if int((n + 1) * overlap + 1e-9) > int(n * overlap + 1e-9) else 1
        free = sorted((name for name in names if name not in has[bulletin]), key=lambda name: (load[name], name))
        for name in free[: max(0, wanted - len(has[bulletin]))]:
            pairs.append((bulletin, name))
            load[name] += size[bulletin]
    return assign_all(project, pairs)


# How far they are -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Progress:
    """One person's work: bulletins assigned, layers by status, seconds spent (pauses of five minutes left out)."""

    name: str
    assigned: int
    statuses: tuple[tuple[str, int], ...]
    seconds: float


def progress(project: Project) -> list[Progress]:
    """Everybody's progress, in the order of `Store.names`. An assigned bulletin that was not opened is new."""
    store = project.store
    archived = {b.id for b in store.bulletins() if b.archived}
    assigned: dict[str, set[str]] = defaultdict(set)
    for row in store.items(Assignment):
        if row.bulletin not in archived:
            assigned[row.annotator].add(row.bulletin)
    statuses: dict[str, Counter[str]] = defaultdict(Counter)
    opened: dict[str, set[str]] = defaultdict(set)
    for layer in store.layers():
        if layer.role == "annotator" and layer.bulletin not in archived:
            statuses[layer.annotator][layer.status] += 1
            opened[layer.annotator].add(layer.bulletin)
    seconds = time_spent(project)
    found = []
    for person in people(project):
        name = person.name
        statuses[name]["new"] += len(assigned[name] - opened[name])
        counts = tuple((status, statuses[name][status]) for status in STATUSES)
        found.append(Progress(name, len(assigned[name]), counts, seconds.get(name, 0.0)))
    return found


def time_spent(project: Project, pause: float = PAUSE) -> dict[str, float]:
    """Seconds that each person worked in this file: the time between their changes, without pauses."""
    found: dict[str, float] = defaultdict(float)
    last: dict[str, datetime] = {}
    for entry in project.store.journal():
        if not entry.undoable:
            continue
        at = datetime.fromisoformat(entry.at)
        if entry.who in last:
            gap = (at - last[entry.who]).total_seconds()
            found[entry.who] += gap if 0 <= gap <= pause else 0.0
        last[entry.who] = at
    return dict(found)
