"""When a layer's content and its status were last changed by a person: what decides between two copies of a layer."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from models.bulletins import STATUSES, LayerInfo
from models.changes import Item
from models.decision import Decision
from models.mentions import Entity, Mention
from models.outline import Section
from models.storage import JournalEntry, Store

MERGE = "layer.merge"
"""The name of the change that brings colleagues' work in."""

_STATUS = ("layer.status", "review.finish")
_KEY = "stamps"


@dataclass(frozen=True, slots=True)
class Stamps:
    """UTC with milliseconds; empty where no person changed anything yet."""

    content: str = ""
    status: str = ""


def carried(layer: LayerInfo) -> Stamps:
    """The stamps that a layer brought along when it came from another file."""
    kept = json.loads(layer.extra).get(_KEY) if layer.extra else None
    if not isinstance(kept, dict):
        return Stamps()
    return Stamps(str(kept.get("content", "")), str(kept.get("status", "")))


def carrying(layer: LayerInfo, stamps: Stamps) -> LayerInfo:
    """The layer with these stamps to bring along."""
    extra = json.loads(layer.extra) if layer.extra else {}
    extra[_KEY] = {"content": stamps.content, "status": stamps.status}
    return replace(layer, extra=json.dumps(extra, ensure_ascii=False, separators=(",", ":"), sort_keys=True))


def all_stamps(store: Store, layers: list[LayerInfo]) -> dict[str, Stamps]:
    """The stamps of these layers: what they brought along, or what the journal knows to be later."""
    content = {layer.id: carried(layer).content for layer in layers}
    status = {layer.id: carried(layer).status for layer in layers}
    for entry in store.journal():
        if not entry.undoable or entry.name == MERGE:
            continue
        if entry.name in _STATUS:
            for key in _changed_status(store, entry):
                if key in status:
                    status[key] = max(status[key], entry.at)
        if _is_content(entry):
            for key in [entry.layer] if entry.layer else _touched(store, entry):
                if key in content:
                    content[key] = max(content[key], entry.at)
    return {key: Stamps(content[key], status[key]) for key in content}


def _is_content(entry: JournalEntry) -> bool:
    """Whether an entry is work on a layer's own rows; the label set's changes reach layers that nobody worked on."""
    return entry.name != "layer.status" and entry.name.split(".")[0] not in ("comment", "theme", "label", "kind")


def _changed_status(store: Store, entry: JournalEntry) -> set[str]:
    step = store.change_of(entry.id)
    old = {item.id: item.status for item in step.before if isinstance(item, LayerInfo)}
    return {i.id for i in step.after if isinstance(i, LayerInfo) and old.get(i.id) != i.status}


def _touched(store: Store, entry: JournalEntry) -> set[str]:
    step = store.change_of(entry.id)
    rows: tuple[Item, ...] = (*step.before, *step.after)
    return {item.layer for item in rows if isinstance(item, Section | Mention | Entity | Decision)}


def rank(status: str) -> int:
    """How far a status is along."""
    return STATUSES.index(status)
