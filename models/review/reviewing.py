"""The review of one bulletin: its layers, what is settled of it, what is still to be decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from models.bulletins import Bulletin, LayerInfo
from models.changes import Change
from models.decision import Decision, Key, latest
from models.errors import UserError
from models.mentions import Entity, Mention
from models.outline import Section
from models.project import Project
from models.review.differences import Difference, Differences
from models.review.matters import (
    ALL,
    ATTRIBUTES,
    MAJORITY,
    Fragments,
    Outcome,
    Settlement,
    freeze,
    place_of,
    thaw,
    value_of,
)
from models.review.proof import Known
from models.review.sides import REVIEWED, Row, Side, all_sides, by_layer, sides_of
from models.review.votes import Counted, settle
from models.text import derived_id, landing

POLICY = "review.agreement"
"""The setting that says what agreement is: ALL layers, or a MAJORITY of them."""

ANNOTATORS = "review.annotators"
"""The setting that says how many annotators a bulletin is to have."""


@dataclass(frozen=True)
class Gold:
    """The gold layer as it stands: its rows as they are stored. `stored` is False before there is one."""

    layer: LayerInfo
    stored: bool = False
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    known: Known = field(default_factory=Known, compare=False, repr=False)

    def after(self, step: Change) -> Gold:
        """The gold layer as a change leaves it."""
        layer = next((i for i in step.after if isinstance(i, LayerInfo) and i.id == self.layer.id), self.layer)
        gone = layer in step.before
        return replace(
            self, layer=replace(layer, status="new") if gone else layer,
            stored=not gone and (layer in step.after or self.stored),
            sections=_after(self.sections, step, Section, layer.id),
            mentions=_after(self.mentions, step, Mention, layer.id),
            entities=_after(self.entities, step, Entity, layer.id),
        )  # fmt: skip

    def edited(self, content: str) -> dict[Key, Outcome]:
        """What somebody edited in the gold layer otherwise than by a decision, or imported: it has no proof of it."""
        side = Side.of(self.layer, content, self.sections, (), self.entities)
        found: dict[Key, Outcome] = {}
        for section in self.sections:
            place = str(landing(content, section.start))
            values = {name: value_of(name, section, side) for name in ATTRIBUTES}
            was = self.known.proven(section)
            if was is None:
                found["boundary", place] = True
            for n, (name, value) in enumerate(values.items()):
                if was is None or was[n] != value:
                    found[name, place] = value
        names = {entity.id: entity.canonical for entity in self.entities}
        touched: dict[Fragments, list[tuple[str, str | None]]] = {}
        for mention in self.mentions:
            if self.known.proven(mention) != (mention.label, names.get(mention.entity or "")):
                touched[mention.fragments] = []
        for mention in self.mentions if touched else ():
            if mention.fragments in touched:
                touched[mention.fragments].append((mention.label, names.get(mention.entity or "")))
        found.update({("mention", place_of(at)): tuple(sorted(rows, key=str)) for at, rows in touched.items()})
        return found


def _after(rows: Iterable[Row], step: Change, kind: type[Row], layer: str) -> tuple[Row, ...]:
    """The rows of one type and layer after a change."""
    before = [i for i in step.before if isinstance(i, kind) and i.layer == layer]
    after = [i for i in step.after if isinstance(i, kind) and i.layer == layer]
    kept = {row.id: row for row in rows}
    for row in before:
        kept.pop(row.id, None)
    return tuple({**kept, **{row.id: row for row in after}}.values())


@dataclass(frozen=True)
class Review:
    """One bulletin under review. Values; what is decided comes from `models.review.decisions`."""

    bulletin: Bulletin
    counted: Counted
    gold: Gold
    decisions: tuple[Decision, ...] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        return self.counted.sides

    @property
    def policy(self) -> str:
        return self.counted.policy

    @property
    def content(self) -> str:
        return self.sides[0].content

    @cached_property
    def settlement(self) -> Settlement:
        """Every matter with its votes and its outcome."""
        return settle(self.counted, latest(self.decisions), self.gold.edited(self.content))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """All differences, settled ones too, in the order in which they are settled."""
        return Differences(self.bulletin.id, self.counted, self.settlement).rows

    @cached_property
    def open(self) -> tuple[Difference, ...]:
        """The differences that wait for a decision, those of unsettled sections too."""
        return tuple(d for d in self.differences if not d.settled)

    @property
    def agreed(self) -> int:
        """How many boundaries and mentions flowed into the gold layer without a decision."""
        rows = self.settlement.matters.values()
        return sum(m.how in (ALL, MAJORITY) and bool(m.outcome) for m in rows if m.matter in ("boundary", "mention"))

    def difference(self, key: str) -> Difference | None:
        """The difference of this id; None when there is none any more."""
        return next((d for d in self.differences if d.id == key), None)

    def deciding(self, decisions: Iterable[Decision]) -> Review:
        """The review with further decisions taken."""
        return replace(self, decisions=(*self.decisions, *decisions))

    def after(self, step: Change) -> Review:
        """The review after a change of the gold layer alone: as if it were opened anew, in a fraction of the time."""
        gold = self.gold.after(step)
        return replace(self, gold=gold, decisions=_after(self.decisions, step, Decision, gold.layer.id))


def required(project: Project) -> int:
    """How many annotators a bulletin is to have before it is reviewed; 2 unless the project says otherwise."""
    return max(1, int(project.store.setting(ANNOTATORS, "2")))


def gold_id(bulletin: str) -> str:
    """The id of a bulletin's gold layer, the same in everybody's copy."""
    return derived_id(bulletin, "gold")


def open_review(project: Project, bulletin: Bulletin) -> Review:
    """The review of a bulletin. Raises UserError when too few layers of it are submitted."""
    sides = sides_of(project, bulletin.id, REVIEWED)
    least = required(project)
    if len(sides) < least:
        raise UserError(
            f"{bulletin.title} has {len(sides)} submitted layers; this project reviews a bulletin when it has {least}. "
            "Wait for them, or ask for fewer annotators a bulletin.",
            code="review.early", title=bulletin.title, layers=len(sides), least=least,
        )  # fmt: skip
    gold = read_gold(project, bulletin)
    return Review(bulletin, Counted(sides, project.store.setting(POLICY, ALL)), gold, _decisions(project, gold))


def all_reviews(project: Project) -> Iterator[Review]:
    """The reviews of all bulletins that can be reviewed, in library order."""
    found = all_sides(project, required(project), REVIEWED)
    store, policy = project.store, project.store.setting(POLICY, ALL)
    layers = {layer.bulletin: layer for layer in store.layers() if layer.role == "gold"}
    sections, mentions = by_layer(store.sections(None)), by_layer(store.mentions(None))
    entities, decisions = by_layer(store.entities(None)), by_layer(store.items(Decision))
    for bulletin, sides in found:
        layer = layers.get(bulletin.id)
        if layer is None:
            gold = _no_gold(bulletin)
        else:
            key = layer.id
            gold = Gold(layer, True, tuple(sections[key]), tuple(mentions[key]), tuple(entities[key]))
        yield Review(bulletin, Counted(sides, policy), gold, _present(project, decisions[gold.layer.id]))


def read_gold(project: Project, bulletin: Bulletin) -> Gold:
    """The bulletin's gold layer, or an empty one that is not stored yet."""
    store = project.store
    layer = project.layer_of(bulletin.id, "", "gold")
    if layer is None:
        return _no_gold(bulletin)
    return Gold(layer, True, tuple(store.sections(layer.id)), tuple(store.mentions(layer.id)),
                tuple(store.entities(layer.id)))  # fmt: skip


def _no_gold(bulletin: Bulletin) -> Gold:
    return Gold(LayerInfo(gold_id(bulletin.id), bulletin.id, "gold", "gold", "new"))


def _decisions(project: Project, gold: Gold) -> tuple[Decision, ...]:
    return _present(project, project.store.items(Decision, gold.layer.id)) if gold.stored else ()


def _present(project: Project, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions; themes that were merged since, or elsewhere than they were taken, count as what took them over."""
    into = {theme.id: theme.merged_into for theme in project.labels.themes if theme.merged_into}

    def now(themes: Outcome) -> Outcome:
        return tuple(dict.fromkeys(into.get(theme, theme) for theme in themes or ()))

    def present(decision: Decision) -> Decision:
        if decision.matter != "themes":
            return decision
        votes = {name: now(themes) for name, themes in thaw(decision.votes).items()}
        return replace(decision, outcome=freeze(now(thaw(decision.outcome))), votes=freeze(votes))

    return tuple(map(present, decisions)) if into else tuple(decisions)


def news(before: Sequence[Difference], after: Sequence[Difference]) -> list[Difference]:
    """The differences that were not there before, and those decided ones whose votes have changed since."""
    known = {(d.id, d.changed) for d in before}
    return [d for d in after if (d.id, d.changed) not in known and (not d.settled or d.changed)]
