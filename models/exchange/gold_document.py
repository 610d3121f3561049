"""One document of docs/gold-format.md: an annotated bulletin as a JSON object."""

from __future__ import annotations

from models.bulletins import Comment
from models.changes import Origin
from models.exchange.annotated import Annotated
from models.exchange.plain import Known, Plain, restored
from models.mentions import Entity, Mention
from models.outline import CONTINUATION, Section, ThemeSuggestion
from models.project import SUGGESTION
from models.text import Span, quote

_ORIGIN: Known = dict.fromkeys(("by", "engine", "confidence", "why"))
META = ("title", "issue", "date", "publisher")
LAYER: Known = dict.fromkeys(("annotator", "role", "status", "modified"))
SECTION: Known = dict.fromkeys(
    ("id", "start", "end", "level", "kind", "parent", "heading", "themes", "suggested_themes", "continues",
     "confirmed", "unsure")
) | {"origin": _ORIGIN}  # fmt: skip
MENTION: Known = dict.fromkeys(
    ("id", "label", "fragments", "text", "canonical", "entity", "entity_label", "confirmed", "unsure")
) | {"origin": _ORIGIN}  # fmt: skip
COMMENT: Known = dict.fromkeys(("id", "target", "author", "created", "text", "resolved"))
DOCUMENT: Known = dict.fromkeys(("id", "name", "sha256", "text", "sections", "entities", "comments"))


def words_of(content: str, fragments: tuple[Span, ...]) -> str:
    """The words of a mention: those of its fragments, one behind the other, as Chinese elides them."""
    return "".join(quote(content, start, end) for start, end in fragments)


def to_document(annotated: Annotated) -> Plain:
    """The JSON object of an annotated bulletin, keys in the order of docs/gold-format.md, unknown ones last."""
    bulletin, layer = annotated.bulletin, annotated.layer
    known = dict(bulletin.meta)
    keys = [*(key for key in META if key in known), *(key for key in known if key not in META)]
    head: Plain = {"annotator": layer.annotator, "role": layer.role, "status": layer.status}
    if annotated.modified is not None:
        head["modified"] = annotated.modified
    named = annotated.named
    document: Plain = {
        "id": bulletin.id,
        "name": bulletin.name,
        "sha256": bulletin.sha256,
        "text": annotated.content,
        "meta": {key: known[key] for key in keys},
        "layer": _without_date(restored(head, layer.extra), annotated.modified),
        "sections": _sections(annotated),
        "entities": [_mention(annotated, mention, named) for mention in annotated.mentions],
        "comments": [_comment(comment) for comment in annotated.comments],
    }
    return restored(document, bulletin.extra)


def _without_date(layer: Plain, modified: str | None) -> Plain:
    # An imported layer remembers its file's date among its extras; what counts is `Annotated.modified`.
    if modified is None:
        layer.pop("modified", None)
    return layer


def _sections(annotated: Annotated) -> list[Plain]:
    rows: list[Plain] = []
    outline = annotated.outline
    suggestion = annotated.layer.role == SUGGESTION
    for section, parent in zip(outline, outline.parents, strict=True):
        themes = list(section.themes)
        if suggestion:
            themes += [theme.id for theme in section.suggested]
        row: Plain = {
            "id": section.id,
            "start": section.start,
            "end": outline.end(section),
            "level": section.level,
            "kind": section.kind,
            "parent": None if parent is None else outline[parent].id,
            "heading": None if section.heading is None else list(section.heading),
            "themes": themes,
        }
        if section.suggested or (suggestion and themes):
            row["suggested_themes"] = [_theme(theme) for theme in section.suggested]
        if section.kind == CONTINUATION:
            row["continues"] = section.continues
        rows.append(_finished(row, section, suggestion))
    return rows


def _theme(theme: ThemeSuggestion) -> Plain:
    row: Plain = {"id": theme.id}
    if theme.confidence is not None:
        row["confidence"] = theme.confidence
    if theme.words:
        row["words"] = list(theme.words)
    return row


def _mention(annotated: Annotated, mention: Mention, entities: dict[str, Entity]) -> Plain:
    entity = entities.get(mention.entity) if mention.entity else None
    row: Plain = {
        "id": mention.id,
        "label": mention.label,
        "fragments": [list(fragment) for fragment in mention.fragments],
        "text": words_of(annotated.content, mention.fragments),
        "canonical": None if entity is None else entity.canonical,
    }
    if entity is not None:
        row["entity"] = entity.id
        if entity.label != mention.label:
            row["entity_label"] = entity.label
    return _finished(row, mention, annotated.layer.role == SUGGESTION)


def _finished(row: Plain, item: Section | Mention, always: bool) -> Plain:
    row["origin"] = _origin(item.origin)
    if always or not item.confirmed:
        row["confirmed"] = item.confirmed
    if item.unsure:
        row["unsure"] = True
    return restored(row, item.extra)


def _origin(origin: Origin) -> Plain:
    row: Plain = {"by": origin.by}
    if origin.engine:
        row["engine"] = origin.engine
    if origin.confidence is not None:
        row["confidence"] = origin.confidence
    if origin.why:
        row["why"] = origin.why
    return row


def _comment(comment: Comment) -> Plain:
    row: Plain = {"id": comment.id, "target": comment.target, "author": comment.author, "created": comment.created,
                  "text": comment.text, "resolved": comment.resolved}  # fmt: skip
    return restored(row, comment.extra)
