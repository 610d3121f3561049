"""The gold layer: what is agreed and what is decided, written as rows with their proof."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from models.bulletins import LayerInfo
from models.changes import Change, Item, Origin, change
from models.decision import Decision
from models.errors import UserError
from models.mentions import Entity, Mention
from models.outline import CONTINUATION, Outline, Section
from models.project import Project
from models.review.matters import ATTRIBUTES, HAND, Matter, Outcome, fragments_of, freeze
from models.review.proof import proof, with_proof
from models.review.reviewing import Gold, Review, open_review
from models.text import derived_id, landing, new_id

FLOW = "gold.flow"
"""The name of the change by which agreement flows into a gold layer."""


def moment() -> str:
    """Now, UTC with milliseconds, as decisions carry it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def decision(project: Project, review: Review, key: tuple[str, str], outcome: Outcome, reason: str = "",
             rule: str = "") -> Decision:  # fmt: skip
    """A decision of whoever sits at the desk on one matter. It is later than all that were taken on it."""
    matter = review.settlement.matters.get(key)
    votes = dict(matter.votes) if matter else {}
    earlier = [d.at for d in review.decisions if d.key == key]
    at = max([moment(), *(_after(time) for time in earlier)])
    return Decision(new_id(), review.gold.layer.id, *key, freeze(outcome), freeze(votes), project.annotator, at,
                    reason, project.labels.version, rule)  # fmt: skip


def _after(at: str) -> str:
    time = datetime.fromisoformat(at)
    later = datetime.fromtimestamp((int(time.timestamp() * 1000) + 2) / 1000, UTC)
    return later.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def flow(project: Project, review: Review) -> Change:
    """Let agreement, and what is decided already, into the gold layer. Empty where it is there."""
    return settled(project, review, [], FLOW, args=(review.bulletin.title,))


def gold_layers(step: Change) -> set[str]:
    """The gold layers that a change alters, or takes decisions for."""
    rows = (*step.before, *step.after)
    found = {row.layer for row in rows if isinstance(row, Decision)}
    return found | {row.id for row in rows if isinstance(row, LayerInfo) and row.role == "gold"}


def following(project: Project, layers: Iterable[str]) -> Iterator[Change]:
    """One after another the changes that bring these gold layers up to their decisions and layers.

    Each is to be applied, as no step to take back, before the next is asked for. A bulletin that cannot be reviewed
    (any more) is passed over.
    """
    wanted = set(layers)
    known = {b.id: b for b in project.store.bulletins()}
    for layer in project.store.layers():
        if layer.id in wanted and layer.bulletin in known:
            try:
                step = flow(project, open_review(project, known[layer.bulletin]))
            except UserError:
                continue
            if step:
                yield step


def settled(
    project: Project, review: Review, decisions: Sequence[Decision], name: str, *, args: tuple[str, ...] = (),
    edited: Gold | None = None,
) -> Change:  # fmt: skip
    """The change that takes these decisions and brings the gold layer up to them.

    What was edited in the gold layer by hand becomes a decision too. `edited` are the gold rows that ids are taken
    from, where they are not those of the review. Raises UserError where the gold outline would break a rule.
    """
    by_hand = [m for m in review.settlement.matters.values() if m.how == HAND]
    taken = {d.key for d in decisions}
    added = [decision(project, review, m.key, m.outcome) for m in by_hand if m.key not in taken]
    after = review
    if added or decisions or review.gold.sections or review.gold.mentions:
        # What is decided is no longer edited by hand: the rows' own values do not count against the decisions.
        base = replace(review, gold=replace(review.gold, sections=(), mentions=(), entities=()))
        after = base.deciding([*added, *decisions])
    gold = review.gold
    rows = _Rows(after, edited or gold, moment(), project.labels.version).items()
    layer = replace(gold.layer, status="in_progress") if gold.layer.status == "new" else gold.layer
    old: list[Item] = [gold.layer, *gold.sections, *gold.mentions, *gold.entities] if gold.stored else []
    return change(name, old, [layer, *rows, *added, *decisions], args=args, layer=gold.layer.id)


class _Rows:
    """Builds the gold rows of a review. Rows that are there already keep their ids; those that were written for the
    same matters, and stand, are as they would be built anew."""

    def __init__(self, review: Review, gold: Gold, at: str, labels: int) -> None:
        self._review = review
        self._found = review.settlement
        self._layer = gold.layer.id
        self._at = at
        self._labels = labels
        self._sections = {landing(review.content, s.start): s for s in gold.sections}
        # Of two alike the same one stays, in whatever order they were read.
        self._mentions = {(m.fragments, m.label): m for m in sorted(gold.mentions, key=_id, reverse=True)}
        self._known = gold.known
        self._entities = {(e.label, e.canonical): e for e in gold.entities}
        self._used: dict[str, Entity] = {}

    def items(self) -> list[Item]:
        """Sections, mentions and the entities they name."""
        sections = self._outline()
        mentions = [row for matter in self._found.mentions for row in self._of_extent(matter)]
        return [*self._used.values(), *sections, *mentions]

    def _outline(self) -> list[Section]:
        starts = self._found.starts
        rows: dict[int, Section] = {}
        ends = (*starts[1:], len(self._review.content)) if starts else ()
        for start, end in zip(starts, ends, strict=True):
            rows[start] = self._section(start, end, rows)
        return list(Outline.of(self._layer, len(self._review.content), rows.values()))

    def _section(self, start: int, end: int, earlier: dict[int, Section]) -> Section:
        matters = [self._matter("boundary", start), *(self._matter(name, start) for name in ATTRIBUTES)]
        level, (kind, resumed), heading, themes = (m.outcome for m in matters[1:])
        old = self._sections.get(start) or Section(
            derived_id(self._layer, "section", str(start)), self._layer, start, level, kind
        )
        host = earlier.get(resumed) if kind == CONTINUATION and resumed is not None else None
        continues = host.id if host is not None and host.kind != CONTINUATION else None
        rests_on = (matters, end, continues)
        known, written = self._known.sections.get(start, (None, None))
        if known == rests_on and written == old:
            return old
        heading = None if heading is None or heading <= start else min(heading, end)
        if set(themes) == set(old.themes):
            themes = old.themes
        suggested = tuple(s for s in old.suggested if s.id not in themes)
        row = replace(old, level=level, kind=kind, heading_end=heading, themes=tuple(themes), suggested=suggested,
                      continues=continues, confirmed=True, origin=self._origin(matters[0]))  # fmt: skip
        votes = {side.annotator: self._vote(matters, side.annotator) for side in self._review.sides}
        stands = [level, [kind, resumed if continues else None], heading, sorted(set(themes))]
        row = with_proof(row, proof(matters, votes, stands, self._at, self._labels))
        self._known.sections[start] = rests_on, row
        return row

    def _vote(self, matters: list[Matter], annotator: str) -> dict[str, Outcome] | None:
        votes = {m.matter: dict(m.votes).get(annotator) for m in matters}
        return {name: votes[name] for name in ATTRIBUTES} if votes["boundary"] else None

    def _of_extent(self, matter: Matter) -> tuple[Mention, ...]:
        """The mentions of one extent."""
        known, rows = self._known.mentions.get(matter.place, (None, ()))
        if (known is matter or known == matter) and self._stand(matter, rows):
            return rows
        made = tuple(self._made(matter, label, canonical) for label, canonical in matter.outcome)
        self._known.mentions[matter.place] = matter, made
        return made

    def _stand(self, matter: Matter, rows: tuple[Mention, ...]) -> bool:
        for row, (label, canonical) in zip(rows, matter.outcome, strict=True):
            there = self._mentions.get((row.fragments, label))
            if (there is not row and there != row) or row.entity != self._entity(label, canonical):
                return False
        return True

    def _made(self, matter: Matter, label: str, canonical: str | None) -> Mention:
        fragments = fragments_of(matter.place)
        old = self._mentions.get((fragments, label)) or Mention(
            derived_id(self._layer, "mention", matter.place, label), self._layer, label, fragments
        )
        row = replace(old, entity=self._entity(label, canonical), confirmed=True, origin=self._origin(matter, label))
        return with_proof(row, proof([matter], dict(matter.votes), [label, canonical], self._at, self._labels))

    def _entity(self, label: str, canonical: str | None) -> str | None:
        if not canonical:
            return None
        entity = self._entities.get((label, canonical)) or Entity(
            derived_id(self._layer, "entity", label, canonical), self._layer, canonical, label
        )
        self._used[entity.id] = entity
        return entity.id

    def _origin(self, matter: Matter, label: str = "") -> Origin:
        """Adjudicated, with the share of the votes that had it."""
        votes = Counter(_has(value, label) for _, value in matter.votes)
        return Origin("adjudicated", confidence=votes[True] / votes.total() if votes else None, why=matter.how)

    def _matter(self, matter: str, start: int) -> Matter:
        found = self._found.at(matter, start)
        if found is None:
            raise KeyError(matter, start)
        return found


def _id(mention: Mention) -> str:
    return mention.id


def _has(value: Outcome, label: str) -> bool:
    return bool(value) if not label else any(label == other for other, _ in value)


def check_outcome(content: str, key: tuple[str, str], outcome: Outcome) -> None:
    """Raise UserError for an outcome that cannot stand at its place, before it is decided."""
    matter, place = key
    if matter == "mention":
        fragments = fragments_of(place)
        sound = all(0 <= a < b <= len(content) for a, b in fragments)
        sound = sound and all(x[1] < y[0] for x, y in itertools.pairwise(fragments))
    else:
        start = int(place)
        sound = 0 <= start < len(content) and landing(content, start) == start
        if matter == "level":
            sound = sound and isinstance(outcome, int) and 0 <= outcome <= 9
    if not sound:
        raise UserError("There is no text at this place that could be decided on.", code="decision.place")
