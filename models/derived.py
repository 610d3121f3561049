"""Layers that the program derives anew from others, and the part of a step that does not live in them."""

from __future__ import annotations

from dataclasses import replace

from models.bulletins import LayerInfo
from models.changes import Change, Item
from models.mentions import Entity, Mention
from models.outline import Section
from models.storage import Store


def without_derived(store: Store, step: Change) -> Change:
    """The step without the layers that were derived anew since: those of gold, of suggestions and untouched ones.

    What is decided, tagged or proposed rewrites them, and no step to take back tells of it. One that stands as the
    step left it (gold that was imported, say, and that no review derives) is taken back like all else.
    """
    moved = {i.id for i in step.after if isinstance(i, LayerInfo) and i.role == "annotator"}
    layers = store.layers()
    untouched = {i.id for i in layers if i.role == "annotator" and i.status == "new"} - moved
    derived = {i.id for i in layers if i.role != "annotator"} | untouched
    derived = {layer for layer in derived if not _stands(store, step, layer)}
    both = {i.id for i in step.before if isinstance(i, LayerInfo)} & {i.id for i in step.after}

    def own(item: Item) -> bool:
        if isinstance(item, LayerInfo):
            return item.id not in derived or item.id in both
        if not isinstance(item, Section | Mention | Entity) or item.layer not in derived:
            return True
        return item.layer in untouched and isinstance(item, Section | Mention) and item.confirmed

    return replace(step, before=tuple(filter(own, step.before)), after=tuple(filter(own, step.after)))


def _stands(store: Store, step: Change, layer: str) -> bool:
    """Whether a layer's rows are those that the step is to be made of."""
    rows: list[Item] = [*store.sections(layer), *store.mentions(layer), *store.entities(layer)]
    now = {(type(row), row.id): row for row in rows}
    old = {(type(i), i.id): i for i in step.before if _in(i, layer)}
    new = {(type(i), i.id) for i in step.after if _in(i, layer)}
    before, after = ({i.id for i in side if isinstance(i, LayerInfo)} for side in (step.before, step.after))
    same = all(now.get(key) == row for key, row in old.items()) and not (new - old.keys()) & now.keys()
    return same and not (layer in before - after and now.keys() - old.keys())


def _in(item: Item, layer: str) -> bool:
    return isinstance(item, Section | Mention | Entity) and item.layer == layer
