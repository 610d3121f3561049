"""A bulletin together with one of its layers: what every writer takes and every reader of annotations gives."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Item
from models.layers import suggested_rows
from models.mentions import Entity, Mention
from models.outline import CONTINUATION, Outline, Section
from models.prelabel.suggestions import Suggestions
from models.project import SUGGESTION, Project
from models.text import Text, derived_id

IMPORTED = "layer.import"
"""The name of the change that brings a layer in from a file."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A bulletin, its characters and what one layer says of it; rows in text order.

    `modified` is when the layer was last changed (UTC, ISO 8601), None where nobody knows.
    """

    bulletin: Bulletin
    content: str
    layer: LayerInfo
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    comments: tuple[Comment, ...] = ()
    modified: str | None = None

    @staticmethod
    def of(
        bulletin: Bulletin,
        content: str,
        layer: LayerInfo,
        rows: Iterable[Item],
        modified: str | None = None,
    ) -> Annotated:
        """The rows of a layer in any order, sorted as files carry them."""
        items = list(rows)
        sections = sorted((s for s in items if isinstance(s, Section)), key=lambda s: s.start)
        mentions = sorted((m for m in items if isinstance(m, Mention)), key=lambda m: (m.start, -m.end, m.id))
        entities = sorted((e for e in items if isinstance(e, Entity)), key=lambda e: e.id)
        comments = sorted((c for c in items if isinstance(c, Comment)), key=lambda c: (c.created, c.id))
        return Annotated(bulletin, content, layer, tuple(sections), tuple(mentions), tuple(entities),
                         tuple(comments), modified)  # fmt: skip

    @property
    def outline(self) -> Outline:
        """The sections as an outline; nothing is checked."""
        return Outline(self.layer.id, len(self.content), self.sections)

    @property
    def named(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.entities}


def stored(project: Project, bulletin: Bulletin, layer: LayerInfo) -> Annotated:
    """A layer as the project has it now."""
    store = project.store
    rows: list[Item] = [*store.sections(layer.id), *store.mentions(layer.id), *store.entities(layer.id),
                        *store.comments(layer.id)]  # fmt: skip
    return Annotated.of(bulletin, store.content(bulletin.id), layer, rows, _modified(project, layer))


def _modified(project: Project, layer: LayerInfo) -> str | None:
    """When the layer was last changed; a layer that came from a file and was left alone keeps the file's date."""
    last = project.store.journal(layer=layer.id, last=1)
    if last and last[0].name == IMPORTED and layer.extra:
        kept = json.loads(layer.extra).get("modified")
        if isinstance(kept, str):
            return kept
    at = project.store.modified(layer.id)
    # The journal counts milliseconds, files carry seconds.
    return None if at is None else at[:19] + "Z"


def proposed(name: str, content: str, suggestions: Suggestions) -> Annotated:
    """A text outside any project with what the engine proposes for it; ids depend on the text and places alone."""
    text = Text(content)
    bulletin = Bulletin(text.id, name, text.sha256, len(text), suggestions.meta)
    layer = LayerInfo(derived_id(text.id, SUGGESTION), text.id, suggestions.engine, SUGGESTION, "submitted")
    return Annotated.of(bulletin, content, layer, suggested_rows(layer.id, suggestions))


def accepted(annotated: Annotated) -> Annotated:
    """What somebody stands for: without open suggestions. Text of a section left out falls to the one before it."""
    kept: list[Section] = []
    moved: dict[str, str | None] = {}
    for section in annotated.sections:
        if section.confirmed:
            resumed = section.continues
            kept.append(replace(section, suggested=(), continues=moved.get(resumed, resumed) if resumed else None))
            continue
        host = kept[-1] if kept else None
        moved[section.id] = None if host is None else host.continues if host.kind == CONTINUATION else host.id
    mentions = tuple(m for m in annotated.mentions if m.confirmed)
    linked = {m.entity for m in mentions}
    gone = {s.id for s in annotated.sections if not s.confirmed} | {m.id for m in annotated.mentions if not m.confirmed}
    return replace(
        annotated,
        sections=tuple(kept),
        mentions=mentions,
        entities=tuple(e for e in annotated.entities if e.id in linked),
        comments=tuple(c for c in annotated.comments if c.target not in gone),
    )
