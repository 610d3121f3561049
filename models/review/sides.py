"""The layers of a bulletin as review compares them: what each annotator stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from models.bulletins import Bulletin, LayerInfo
from models.decision import Decision
from models.mentions import Entity, Mention
from models.outline import CONTINUATION, Section
from models.people import in_order
from models.project import Project
from models.text import landing

COUNTED = ("submitted", "adjudicated")
"""The statuses in which a layer counts for agreement."""

REVIEWED = ("submitted", "returned", "adjudicated")
"""The statuses in which a layer is reviewed: one that was sent back keeps its votes until it comes again."""


Row = TypeVar("Row", Section, Mention, Entity, Decision)


@dataclass(frozen=True)
class Side:
    """One annotator's layer without its open suggestions, rows in text order.

    A section that nobody accepted counts when it carries a theme: whoever set that took the section as it is.
    """

    layer: LayerInfo
    content: str
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()

    @staticmethod
    def of(layer: LayerInfo, content: str, sections: Iterable[Section], mentions: Iterable[Mention],
           entities: Iterable[Entity] = ()) -> Side:  # fmt: skip
        """The side of a layer's rows in any order."""
        standing = sorted((s for s in sections if s.confirmed or s.themes), key=lambda s: s.start)
        firm = sorted((m for m in mentions if m.confirmed), key=lambda m: (m.start, -m.end, m.label, m.id))
        return Side(layer, content, tuple(standing), tuple(firm), tuple(entities))

    @property
    def annotator(self) -> str:
        return self.layer.annotator

    @cached_property
    def starts(self) -> dict[int, Section]:
        """The sections by the first character that is not white space at or after their start, in text order."""
        return {landing(self.content, section.start): section for section in self.sections}

    @cached_property
    def boundaries(self) -> tuple[int, ...]:
        """The starts of all sections but the first: the first section's start is no boundary."""
        return tuple(self.starts)[1:]

    @cached_property
    def extents(self) -> dict[tuple[tuple[int, int], ...], list[Mention]]:
        """The mentions by their fragments, in text order."""
        found: dict[tuple[tuple[int, int], ...], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.fragments].append(mention)
        return dict(found)

    @cached_property
    def canonicals(self) -> dict[str, str]:
        """The canonical forms of the layer's entities by their ids."""
        return {entity.id: entity.canonical for entity in self.entities}

    def resumed(self, section: Section) -> int | None:
        """Where the section begins that a continuation resumes; None where it resumes none that stands."""
        if section.kind != CONTINUATION or section.continues is None:
            return None
        return next((start for start, other in self.starts.items() if other.id == section.continues), None)


def side_of(project: Project, layer: LayerInfo, content: str | None = None) -> Side:
    """A layer of the project as a side."""
    store = project.store
    text = store.content(layer.bulletin) if content is None else content
    return Side.of(layer, text, store.sections(layer.id), store.mentions(layer.id), store.entities(layer.id))


def layers_in(layers: Iterable[LayerInfo], people: Sequence[str], statuses: Sequence[str] = COUNTED) -> list[LayerInfo]:
    """The annotators' layers among these that are in one of the statuses, in the order of `people`."""
    order = in_order(people)
    found = (i for i in layers if i.role == "annotator" and i.status in statuses)
    return sorted(found, key=lambda i: (order(i.annotator), i.id))


def sides_of(project: Project, bulletin: str, statuses: Sequence[str] = COUNTED) -> list[Side]:
    """The sides of a bulletin in one of the statuses, in the order of `Store.names`."""
    store = project.store
    content = store.content(bulletin)
    return [side_of(project, layer, content) for layer in layers_in(store.layers(bulletin), store.names(), statuses)]


def all_sides(project: Project, least: int = 2, statuses: Sequence[str] = COUNTED) -> list[tuple[Bulletin, list[Side]]]:
    """Every bulletin (archived ones aside) with at least `least` layers in one of the statuses, and their sides in the
    order of `Store.names`."""
    store = project.store
    layers: dict[str, list[LayerInfo]] = defaultdict(list)
    for layer in layers_in(store.layers(), store.names(), statuses):
        layers[layer.bulletin].append(layer)
    chosen = [b for b in store.bulletins() if not b.archived and len(layers[b.id]) >= least]
    if not chosen:
        return []
    sections = by_layer(store.sections(None))
    mentions = by_layer(store.mentions(None))
    entities = by_layer(store.entities(None))
    found: list[tuple[Bulletin, list[Side]]] = []
    for bulletin in chosen:
        content = store.content(bulletin.id)
        sides = [Side.of(i, content, sections[i.id], mentions[i.id], entities[i.id]) for i in layers[bulletin.id]]
        found.append((bulletin, sides))
    return found


def by_layer(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """Rows by the layer they belong to."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.layer].append(row)
    return found
