"""Colleagues' work into a project: the same result in whatever order and however often it is merged.

Of two copies of one person's layer the one worked on last holds, whole; the status is the one set last, but what was
submitted in one copy and worked on afterwards in another is in progress. Comments and decisions are only ever added.
What cannot be taken is reported with its reason, and taken once the reason is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Change, Item, change
from models.decision import Decision
from models.mentions import Entity, Mention
from models.outline import Section
from models.project import Project
from models.review.arrivals import Arrival, LayerKey, State, joined, read_arrival, states_of
from models.review.stamps import MERGE, carrying
from models.text import derived_id

NEW, NEWER, OLDER, SAME, REFUSED = "new", "newer", "older", "same", "refused"
"""What becomes of a layer in a file. OLDER ones stay where they are: the project, or another file, has later work."""


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one layer of one file. `comments` and `decisions` count those that are new or changed.

    `status` is the one that a layer of this project has afterwards, empty where it stays as it is.

    What is refused has its `reason` as a sentence, and as a key of `REFUSALS` with its `facts`, for translation.
    """

    path: Path
    bulletin: Bulletin
    annotator: str
    role: str
    what: str
    reason: str = ""
    comments: int = 0
    decisions: int = 0
    refusal: str = ""
    facts: str = ""
    status: str = ""

    @property
    def sentence(self) -> str:
        """In English, for the command line."""
        whose = f"{self.annotator}'s layer" if self.role == "annotator" else "the gold layer"
        said = {
            NEW: "is new and was taken", NEWER: "is newer and was taken", SAME: "is here already",
            OLDER: "is older than what is here and was left", REFUSED: "was refused. " + self.reason,
        }[self.what]  # fmt: skip
        more = [f"{n} {word}" for n, word in ((self.comments, "comments"), (self.decisions, "decisions")) if n]
        tail = f" ({' and '.join(more)} taken)" if more else ""
        tail += f"; its status becomes {self.status}" if self.status else ""
        return f"{self.path.name}: {whose} of {self.bulletin.name} {said}{tail}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge would do: `lines` to show, `step` to apply. Nothing has happened yet."""

    lines: tuple[Line, ...]
    step: Change

    @property
    def refused(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.what == REFUSED)


def plan_merge(project: Project, paths: Sequence[Path]) -> Plan:
    """Read the files and say what merging them would do. Raises UserError when one is no project file."""
    arrivals = [read_arrival(path, project) for path in paths]
    incoming: dict[LayerKey, State] = {}
    for arrival in arrivals:
        for key, state in arrival.states.items():
            incoming[key] = joined(incoming[key], state) if key in incoming else state
    here = states_of(project, incoming)
    final = {key: joined(here[key], state) if key in here else state for key, state in incoming.items()}
    bulletins = {b.sha256: b for b in project.store.bulletins()}
    lines = [line for arrival in arrivals for line in _lines(arrival, here, final, bulletins)]
    before: list[Item] = []
    after: list[Item] = []
    count = 0
    writer = _Writer(project)
    for key, state in sorted(final.items()):
        old, new = writer.rows(here.get(key), state, bulletins[key[0]])
        before += old
        after += new
        count += bool(change("", old, new))
    layer = after[0].id if count == 1 and isinstance(after[0], LayerInfo) else None
    return Plan(tuple(lines), change(MERGE, before, after, args=(str(count),), layer=layer))


def merge_files(project: Project, paths: Sequence[Path]) -> Plan:
    """Merge colleagues' project files or packages; one undo takes all of it back. Returns what was done."""
    plan = plan_merge(project, paths)
    project.apply(plan.step)
    return plan


def _lines(
    arrival: Arrival, here: dict[LayerKey, State], final: dict[LayerKey, State], bulletins: dict[str, Bulletin]
) -> list[Line]:
    found = []
    for r in arrival.refused.values():
        whose = r.layer.annotator, r.layer.role
        found.append(Line(arrival.path, r.bulletin, *whose, REFUSED, r.sentence, refusal=r.reason, facts=r.facts))
    for key, state in arrival.states.items():
        old, end = here.get(key), final[key]
        if state.digest != end.digest:
            what = OLDER
        elif old is None:
            what = NEW
        else:
            what = SAME if (old.digest, old.layer.status) == (end.digest, end.layer.status) else NEWER
        known = old or State(state.layer, state.stamps)
        comments = sum(known.comments.get(c) != end.comments[c] for c in state.comments)
        decisions = sum(d not in known.decisions for d in state.decisions)
        status = end.layer.status if old is not None and old.layer.status != end.layer.status else ""
        found.append(
            Line(arrival.path, bulletins[key[0]], key[2], key[1], what, "", comments, decisions, status=status)
        )
    return sorted(found, key=lambda line: (line.bulletin.position, line.bulletin.name, line.role, line.annotator))


class _Writer:
    """Turns joined states into rows of the project. Ids that another layer has already are replaced."""

    def __init__(self, project: Project) -> None:
        self._store = project.store
        self._claimed: dict[type, set[str]] = defaultdict(set)

    def rows(self, old: State | None, new: State, bulletin: Bulletin) -> tuple[list[Item], list[Item]]:
        """The rows of a layer before and after the merge."""
        role, names = new.layer.role, [new.layer.annotator] if new.layer.role == "annotator" else []
        key = old.layer.id if old else derived_id(bulletin.id, role, *names)
        if old is not None and (old.digest, old.stamps, old.layer.status) == (new.digest, new.stamps, new.layer.status):
            layer = old.layer
        else:
            layer = carrying(replace(new.layer, id=key, bulletin=bulletin.id), new.stamps)
        before: list[Item] = [old.layer, *old.comments.values(), *old.decisions.values()] if old else []
        after: list[Item] = [layer]
        if old is not None and old.digest == new.digest:
            # The same content, perhaps under other ids: ours stay, and comments follow them.
            ids = _paired(old, new)
        else:
            before += [*old.entities, *old.sections, *old.mentions] if old else []
            ids = self._ids(key, old, new)
            after += [replace(e, id=ids[e.id], layer=key) for e in new.entities]
            after += [replace(s, id=ids[s.id], layer=key, continues=ids.get(s.continues or "")) for s in new.sections]
            after += [replace(m, id=ids[m.id], layer=key, entity=ids.get(m.entity or "")) for m in new.mentions]
        after += self._comments(key, old, new, ids)
        after += [replace(decision, layer=key) for decision in new.decisions.values()]
        return before, after

    def _comments(self, layer: str, old: State | None, new: State, ids: dict[str, str]) -> list[Comment]:
        mine = old.comments if old else {}
        fresh = self._free(Comment, layer, new.comments, mine)
        found = []
        for comment in new.comments.values():
            target = mine[comment.id].target if comment.id in mine else ids.get(comment.target, comment.target)
            found.append(replace(comment, id=fresh[comment.id], layer=layer, target=target))
        return found

    def _ids(self, layer: str, old: State | None, new: State) -> dict[str, str]:
        """The id of each row of a layer that is taken over."""
        own = (old.entities, old.sections, old.mentions) if old else ((), (), ())
        found: dict[str, str] = {}
        found.update(self._free(Entity, layer, [e.id for e in new.entities], {e.id for e in own[0]}))
        found.update(self._free(Section, layer, [s.id for s in new.sections], {s.id for s in own[1]}))
        found.update(self._free(Mention, layer, [m.id for m in new.mentions], {m.id for m in own[2]}))
        return found

    def _free(self, kind: type, layer: str, ids: Iterable[str], own: Collection[str]) -> dict[str, str]:
        wanted = list(ids)
        taken = (self._store.taken(kind, wanted) | self._claimed[kind]) - set(own)
        found = {key: derived_id(layer, "merge", key) if key in taken else key for key in wanted}
        self._claimed[kind].update(found.values())
        return found


def _paired(old: State, new: State) -> dict[str, str]:
    """For each row of `new` the row of `old` at the same place."""
    sections = {s.start: s.id for s in old.sections}
    mentions = {(m.fragments, m.label): m.id for m in old.mentions}
    pairs = {s.id: sections.get(s.start, s.id) for s in new.sections}
    return {**pairs, **{m.id: mentions.get((m.fragments, m.label), m.id) for m in new.mentions}}


def counts(plan: Plan) -> dict[str, int]:
    """How many layers are new, newer, older, the same and refused, and how many comments and decisions are new."""
    found = {what: sum(line.what == what for line in plan.lines) for what in (NEW, NEWER, OLDER, SAME, REFUSED)}
    old = {item.id for item in plan.step.before}
    added = [item for item in plan.step.after if item.id not in old]
    found["comments"] = sum(isinstance(item, Comment) for item in added)
    found["decisions"] = sum(isinstance(item, Decision) for item in added)
    return found
