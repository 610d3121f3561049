"""What a project holds, in numbers: bulletins by status, sections by kind, mentions by label, themes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.bulletins import STATUSES
from models.project import Project


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one kind, label, theme or status: `settled` by a person, `open` as suggestions."""

    id: str
    settled: int
    open: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """The numbers of one annotator's layers, or of all annotators'. Characters are code points.

    `statuses` counts bulletins (a bulletin that nobody opened is new); the others stand in the label set's order, ids
    that it does not know last.
    """

    bulletins: int
    chars: int
    statuses: tuple[Count, ...]
    kinds: tuple[Count, ...]
    labels: tuple[Count, ...]
    themes: tuple[Count, ...]


def overview(project: Project, annotator: str | None = None) -> Overview:
    """Count what the annotator's layers hold; None counts all annotators' layers. Archived bulletins stay out."""
    store, scheme = project.store, project.labels
    bulletins = {b.id: b for b in store.bulletins() if not b.archived}
    layers = {
        i.id: i
        for i in store.layers()
        if i.role == "annotator" and i.bulletin in bulletins and annotator in (None, i.annotator)
    }
    statuses = Counter(layer.status for layer in layers.values())
    statuses["new"] += len(bulletins.keys() - {layer.bulletin for layer in layers.values()})
    settled: dict[str, Counter[str]] = {"kind": Counter(), "label": Counter(), "theme": Counter()}
    waiting: dict[str, Counter[str]] = {"kind": Counter(), "label": Counter(), "theme": Counter()}
    for section in store.sections(None):
        if section.layer in layers:
            (settled if section.confirmed else waiting)["kind"][section.kind] += 1
            settled["theme"].update(section.themes)
            waiting["theme"].update(s.id for s in section.suggested)
    for mention in store.mentions(None):
        if mention.layer in layers:
            (settled if mention.confirmed else waiting)["label"][mention.label] += 1

    def counts(kind: str, known: list[str]) -> tuple[Count, ...]:
        done, left = settled[kind], waiting[kind]
        ids = dict.fromkeys([*known, *sorted(done), *sorted(left)])
        return tuple(Count(key, done[key], left[key]) for key in ids)

    return Overview(
        len(bulletins),
        sum(b.chars for b in bulletins.values()),
        tuple(Count(status, statuses[status]) for status in STATUSES),
        counts("kind", [k.id for k in scheme.kinds]),
        counts("label", [x.id for x in scheme.labels]),
        counts("theme", [t.id for t in scheme.themes]),
    )
