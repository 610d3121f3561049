"""Whole layers: those of suggestions, copies, and what suggestions add to a layer begun without them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from models.bulletins import Comment
from models.changes import Change, Item, Origin, change
from models.labels import LabelSet
from models.mentions import Entity, Mention
from models.outline import CONTINUATION, Section, ThemeSuggestion
from models.prelabel.suggestions import Suggestions
from models.session import Session
from models.storage import Store
from models.text import derived_id, landing


def suggested_rows(
    layer: str, suggestions: Suggestions, labels: LabelSet | None = None
) -> list[Section | Mention | Entity]:
    """The rows of a suggestion layer: everything unconfirmed, with ids that depend on the place alone.

    LABELS: of its themes what was merged meanwhile counts as what it was merged into; what is retired is left out.
    """
    keys = [derived_id(layer, "section", str(s.start)) for s in suggestions.sections]
    rows: list[Section | Mention | Entity] = []
    for key, s in zip(keys, suggestions.sections, strict=True):
        themes = _in_use((ThemeSuggestion(t.id, t.confidence, t.words) for t in s.themes), labels)
        origin = Origin("auto", suggestions.engine, s.confidence, s.why)
        continues = keys[s.continues] if s.continues is not None else None
        rows.append(Section(key, layer, s.start, s.level, s.kind, s.heading_end, (), themes, continues, False, False,
                            origin))  # fmt: skip
    named: dict[tuple[str, str], Entity] = {}
    for m in suggestions.mentions:
        entity = None
        if m.entity:
            pair = (m.label, m.entity)
            entity = named.setdefault(pair, Entity(derived_id(layer, "entity", *pair), layer, m.entity, m.label))
        key = derived_id(layer, "mention", m.label, str(m.fragments))
        origin = Origin("auto", m.engine, m.confidence, m.why)
        rows.append(Mention(key, layer, m.label, m.fragments, entity.id if entity else None, False, False, origin))
    return [*named.values(), *rows]


def _in_use(themes: Iterable[ThemeSuggestion], labels: LabelSet | None) -> tuple[ThemeSuggestion, ...]:
    found: dict[str, ThemeSuggestion] = {}
    for theme in themes:
        known = labels.theme_by_id.get(theme.id) if labels else None
        key = (known.merged_into if known else None) or theme.id
        target = labels.theme_by_id.get(key) if labels else None
        if target is None or not target.retired:
            found.setdefault(key, replace(theme, id=key))
    return tuple(found.values())


def copied(store: Store, source: str, layer: str) -> list[Section | Mention | Entity]:
    """The rows of a layer for another one, with ids of their own."""
    ids: dict[str, str] = {}

    def fresh(key: str) -> str:
        return ids.setdefault(key, derived_id(layer, key))

    entities = [replace(e, id=fresh(e.id), layer=layer) for e in store.entities(source)]
    sections = [
        replace(s, id=fresh(s.id), layer=layer, continues=fresh(s.continues) if s.continues else None)
        for s in store.sections(source)
    ]
    mentions = [
        replace(m, id=fresh(m.id), layer=layer, entity=fresh(m.entity) if m.entity else None)
        for m in store.mentions(source)
    ]
    return [*entities, *sections, *mentions]


def _fitting(session: Session, offered: Sequence[Section]) -> list[Section]:
    """Those of the offered sections that go in among a person's own, which stay as they are.

    None where some of the layer's were suggested already: what is missing of them was merged away. Headings end where
    the next section begins, and a continuation of what is not there is an article.
    """
    content = session.text.content
    own = {landing(content, section.start): section for section in session.outline}
    if any(section.origin.by == "auto" for section in own.values()):
        return []
    at = {section.id: landing(content, section.start) for section in offered}
    kept = [section for section in offered if at[section.id] not in own and not _in_heading(session, section.start)]
    resumed = {section.id: section.id for section in kept}
    resumed |= {key: own[place].id for key, place in at.items() if place in own and own[place].kind != CONTINUATION}
    starts = sorted(section.start for section in (*own.values(), *kept))
    fitted = []
    for section in kept:
        after = next((start for start in starts if start > section.start), len(content))
        ends = None if section.heading_end is None else min(section.heading_end, after)
        if section.kind == CONTINUATION:
            resumes = resumed.get(section.continues or "")
            section = replace(section, kind=CONTINUATION if resumes else "article", continues=resumes)
        fitted.append(replace(section, heading_end=ends))
    return fitted


def _in_heading(session: Session, start: int) -> bool:
    host = session.outline.at(start)
    return host is not None and host.heading_end is not None and start < host.heading_end


Rows = Section | Mention | Entity | Comment
T = TypeVar("T", bound=Rows)


def freed(store: Store, layer: str, rows: Iterable[T], *, gone: Iterable[Item] = (), all_new: bool = False) -> list[T]:
    """The rows for a layer, with new ids where another layer has theirs (an imported file may have brought them).

    `gone` are rows that make room; `all_new` gives every row a new id. What rows say of one another follows.
    """
    made = list(rows)
    room = {item.id for item in gone}
    ids: dict[tuple[type, str], str] = {}
    for kind in (Section, Mention, Entity, Comment):
        wanted = [row.id for row in made if isinstance(row, kind)]
        changed = wanted if all_new else store.taken(kind, (key for key in wanted if key not in room))
        ids.update(((kind, key), derived_id(layer, "again", key)) for key in changed)
    return [_renamed(row, ids) for row in made] if ids else made


def _renamed(row: T, ids: dict[tuple[type, str], str]) -> T:
    key = ids.get((type(row), row.id), row.id)
    if isinstance(row, Section):
        continues = ids.get((Section, row.continues), row.continues) if row.continues else None
        return replace(row, id=key, continues=continues)
    if isinstance(row, Mention):
        return replace(row, id=key, entity=ids.get((Entity, row.entity), row.entity) if row.entity else None)
    if isinstance(row, Comment):
        target = ids.get((Section, row.target)) or ids.get((Mention, row.target)) or row.target
        return replace(row, id=key, target=target)
    return replace(row, id=key)


def taken(store: Store, source: str, session: Session) -> Change:
    """Bring suggestions into a layer that was begun without them, or lost some.

    Sections come where the layer has none that was suggested: those that begin where no other does. A mention comes
    where it overlaps nothing that is tagged. What a person did stays as it is.
    """
    rows: list[Item] = []
    needed: set[str] = set()
    offered = copied(store, source, session.layer.id)
    rows += _fitting(session, [item for item in offered if isinstance(item, Section)])
    for item in offered:
        if isinstance(item, Mention) and not session.mentions.window(item.start, item.end):
            rows.append(item)
            needed.update([item.entity] if item.entity else [])
    entities = [e for e in offered if isinstance(e, Entity) and e.id in needed and e.id not in session.entities]
    count = str(len(rows))
    return change("suggestion.take", [], [*entities, *rows], args=(count,), layer=session.layer.id)
