"""How each kind of item lies in its table: one `Table` a type."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Change, Item, Origin
from models.decision import Decision
from models.labels import Kind, Label, Theme
from models.lexicon import LexiconEntry
from models.mentions import Entity, Mention
from models.outline import Section, ThemeSuggestion
from models.people import Assignment, Person

Row = Sequence[Any]


@dataclass(frozen=True)
class Table:
    """A table, its columns (the id first) and the way from an item to a row and back."""

    name: str
    type: type
    columns: tuple[str, ...]
    to_row: Callable[[Any], Row]
    from_row: Callable[[Row], Any]

    @property
    def owner(self) -> str:
        """The column that names the layer or the bulletin a row belongs to; empty where it belongs to neither."""
        return next((column for column in ("layer_id", "bulletin_id") if column in self.columns), "")


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _bulletin(b: Bulletin) -> Row:
    return b.id, b.name, b.sha256, b.chars, _dump(dict(b.meta)), b.position, b.archived, b.extra


def _to_bulletin(r: Row) -> Bulletin:
    return Bulletin(r[0], r[1], r[2], r[3], tuple(json.loads(r[4]).items()), r[5], bool(r[6]), r[7])


def _section(s: Section) -> Row:
    o = s.origin
    themes = _dump(s.themes) if s.themes else ""
    suggested = _dump([[t.id, t.confidence, t.words] for t in s.suggested]) if s.suggested else ""
    return (s.id, s.layer, s.start, s.level, s.kind, s.heading_end, themes, suggested, s.continues, s.confirmed,
            s.unsure, o.by, o.engine, o.confidence, o.why, s.extra)  # fmt: skip


def _to_section(r: Row) -> Section:
    themes = tuple(json.loads(r[6])) if r[6] else ()
    suggested = tuple(ThemeSuggestion(t, c, tuple(w)) for t, c, w in json.loads(r[7])) if r[7] else ()
    return Section(r[0], r[1], r[2], r[3], r[4], r[5], themes, suggested, r[8], bool(r[9]), bool(r[10]),
                   Origin(*r[11:15]), r[15])  # fmt: skip


def _mention(m: Mention) -> Row:
    o = m.origin
    fragments = ";".join(f"{a} {b}" for a, b in m.fragments)
    return (m.id, m.layer, m.label, fragments, m.entity, m.confirmed, m.unsure, o.by, o.engine, o.confidence, o.why,
            m.extra)  # fmt: skip


def _to_mention(r: Row) -> Mention:
    ranges = tuple((int(a), int(b)) for a, _, b in (part.partition(" ") for part in r[3].split(";")))
    return Mention(r[0], r[1], r[2], ranges, r[4], bool(r[5]), bool(r[6]), Origin(*r[7:11]), r[11])


_ORIGIN = ("origin_by", "origin_engine", "origin_confidence", "origin_why")
_NAMED = ("id", "zh", "en", "key", "guideline", "position", "retired")

BULLETIN = Table(
    "bulletin", Bulletin, ("id", "name", "sha256", "chars", "meta", "position", "archived", "extra"),
    _bulletin, _to_bulletin,
)  # fmt: skip
LAYER = Table(
    "layer", LayerInfo, ("id", "bulletin_id", "annotator", "role", "status", "extra"),
    lambda i: (i.id, i.bulletin, i.annotator, i.role, i.status, i.extra),
    lambda r: LayerInfo(r[0], r[1], r[2], r[3], r[4], r[5]),
)  # fmt: skip
SECTION = Table(
    "section", Section,
    ("id", "layer_id", "start", "level", "kind", "heading_end", "themes", "suggested", "continues", "confirmed",
     "unsure", *_ORIGIN, "extra"),
    _section, _to_section,
)  # fmt: skip
ENTITY = Table(
    "entity", Entity, ("id", "layer_id", "canonical", "label"),
    lambda e: (e.id, e.layer, e.canonical, e.label), lambda r: Entity(r[0], r[1], r[2], r[3]),
)  # fmt: skip
MENTION = Table(
    "mention", Mention,
    ("id", "layer_id", "label", "fragments", "entity_id", "confirmed", "unsure", *_ORIGIN, "extra"),
    _mention, _to_mention,
)  # fmt: skip
COMMENT = Table(
    "comment", Comment, ("id", "layer_id", "target", "author", "created", "text", "resolved", "extra"),
    lambda c: (c.id, c.layer, c.target, c.author, c.created, c.text, c.resolved, c.extra),
    lambda r: Comment(r[0], r[1], r[2], r[3], r[4], r[5], bool(r[6]), r[7]),
)  # fmt: skip
LABEL = Table(
    "label", Label, _NAMED, lambda x: (x.id, x.zh, x.en, x.key, x.guideline, x.position, x.retired),
    lambda r: Label(r[0], r[1], r[2], r[3], r[4], r[5], bool(r[6])),
)  # fmt: skip
KIND = Table(
    "kind", Kind, _NAMED, lambda x: (x.id, x.zh, x.en, x.key, x.guideline, x.position, x.retired),
    lambda r: Kind(r[0], r[1], r[2], r[3], r[4], r[5], bool(r[6])),
)  # fmt: skip
THEME = Table(
    "theme", Theme, ("id", "zh", "en", "parent", "guideline", "position", "retired", "merged_into"),
    lambda t: (t.id, t.zh, t.en, t.parent, t.guideline, t.position, t.retired, t.merged_into),
    lambda r: Theme(r[0], r[1], r[2], r[3], r[4], r[5], bool(r[6]), r[7]),
)  # fmt: skip

DECISION = Table(
    "decision", Decision,
    ("id", "layer_id", "matter", "place", "outcome", "votes", "decider", "at", "reason", "labels", "rule"),
    lambda d: (d.id, d.layer, d.matter, d.place, d.outcome, d.votes, d.decider, d.at, d.reason, d.labels, d.rule),
    lambda r: Decision(*r),
)  # fmt: skip
PERSON = Table(
    "person", Person, ("id", "name", "job", "active"),
    lambda p: (p.id, p.name, p.job, p.active), lambda r: Person(r[0], r[1], r[2], bool(r[3])),
)  # fmt: skip
ASSIGNMENT = Table(
    "assignment", Assignment, ("id", "bulletin_id", "annotator", "asked_by", "at"),
    lambda a: (a.id, a.bulletin, a.annotator, a.asked_by, a.at), lambda r: Assignment(*r),
)  # fmt: skip
LEXICON = Table(
    "lexicon", LexiconEntry, ("id", "string", "label", "active"),
    lambda e: (e.id, e.string, e.label, e.active), lambda r: LexiconEntry(r[0], r[1], r[2], bool(r[3])),
)  # fmt: skip

TABLES = (LABEL, KIND, THEME, LEXICON, PERSON, BULLETIN, ASSIGNMENT, LAYER, ENTITY, SECTION, MENTION, COMMENT, DECISION)
"""Parents before children: rows are inserted in this order and deleted in the other."""

BY_TYPE = {table.type: table for table in TABLES}
BY_NAME = {table.name: table for table in TABLES}


def encode(step: Change) -> str:
    """A change's rows as JSON: [[table, row before or null, row after or null], …]."""
    old = {(type(item), item.id): item for item in step.before}
    new = {(type(item), item.id): item for item in step.after}
    rows: list[list[Any]] = []
    for key in dict.fromkeys([*old, *new]):
        table = BY_TYPE[key[0]]
        a, b = old.get(key), new.get(key)
        rows.append([table.name, table.to_row(a) if a else None, table.to_row(b) if b else None])
    return _dump(rows)


def decode(name: str, args: str, layer: str | None, payload: str) -> Change:
    """The change that `encode` wrote."""
    before: list[Item] = []
    after: list[Item] = []
    for table_name, a, b in json.loads(payload):
        table = BY_NAME[table_name]
        if a is not None:
            before.append(table.from_row(a))
        if b is not None:
            after.append(table.from_row(b))
    return Change(name, tuple(before), tuple(after), tuple(json.loads(args)), layer)
