"""A JSON object of docs/gold-format.md back into an annotated bulletin, every rule of the format checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Item, Origin
from models.errors import UserError
from models.exchange.annotated import Annotated
from models.exchange.gold_document import COMMENT, DOCUMENT, LAYER, MENTION, META, SECTION, words_of
from models.exchange.plain import Known, Plain, unknown, validate
from models.mentions import Entity, Mention
from models.outline import CONTINUATION, Outline, Section, ThemeSuggestion
from models.project import SUGGESTION
from models.text import Text, derived_id, normalise

SCHEMA = "gold-document.schema.json"


def from_document(document: Plain, where: str, *, validated: bool = False) -> Annotated:
    """The annotated bulletin of a document. `where` is how errors call it (file, number).

    Rows carry the file's ids, and `annotated.layer.id` is empty until a project gives one. Raises UserError at the
    first broken rule, naming the document, what is wrong and what to do.
    """
    if not validated:
        validate(document, SCHEMA, where)
    where = f"{where} ({document['name']})"
    content = _content(document, where)
    layer = document["layer"]
    info = LayerInfo("", document["id"], layer["annotator"], layer["role"], layer["status"], unknown(layer, LAYER))
    meta = document.get("meta", {})
    known = tuple((key, value) for key, value in meta.items() if isinstance(value, str))
    keys: Known = {**DOCUMENT, "layer": dict.fromkeys(layer), "meta": dict.fromkeys(key for key, _ in known)}
    ordered = sorted(known, key=lambda pair: META.index(pair[0]) if pair[0] in META else len(META))
    bulletin = Bulletin(document["id"], document["name"], document["sha256"], len(content), tuple(ordered),
                        extra=unknown(document, keys))  # fmt: skip
    suggestion = info.role == SUGGESTION
    sections = [_section(row, suggestion) for row in document["sections"]]
    _check_sections(document["sections"], sections, len(content), where)
    entities: dict[str, Entity] = {}
    mentions = [_mention(row, suggestion, entities, info, where) for row in document["entities"]]
    _check_mentions(document["entities"], mentions, content, where)
    comments = [_comment(row) for row in document.get("comments", [])]
    _unique(comments, "comment", where)
    rows: list[Item] = [*sections, *mentions, *entities.values(), *comments]
    return Annotated.of(bulletin, content, info, rows, layer.get("modified"))


def _content(document: Plain, where: str) -> str:
    content = str(document["text"])
    # A mark that stands behind another one is a character of the text.
    if normalise("\n" + content) != ("\n" + content, 0):
        _broken(where, "the text holds carriage returns or control characters, which do not survive import",
                "Normalise the text as the format says and count the offsets in that", "text")  # fmt: skip
    if Text(content).sha256 != document["sha256"]:
        _broken(where, "sha256 is not that of the text: the text or the hash was changed",
                "Export the document again from where it came", "sha256")  # fmt: skip
    return content


def _section(row: Plain, suggestion: bool) -> Section:
    suggested = tuple(
        ThemeSuggestion(theme["id"], _number(theme.get("confidence")), tuple(theme.get("words", ())))
        for theme in row.get("suggested_themes", [])
    )
    themes = tuple(row["themes"])
    if suggestion:
        # In a suggestion layer `themes` lists the proposed ones as well; without details none is settled.
        if "suggested_themes" not in row:
            suggested = tuple(ThemeSuggestion(theme) for theme in themes)
        proposed = {theme.id for theme in suggested}
        themes = tuple(theme for theme in themes if theme not in proposed)
    heading = row["heading"]  # Whole numbers may be written 1.0 in JSON.
    return Section(
        row["id"], "", int(row["start"]), int(row["level"]), row["kind"], None if heading is None else int(heading[1]),
        themes, suggested, row.get("continues"), row.get("confirmed", not suggestion), row.get("unsure", False),
        _origin(row["origin"]), unknown(row, SECTION),
    )  # fmt: skip


def _mention(row: Plain, suggestion: bool, entities: dict[str, Entity], layer: LayerInfo, where: str) -> Mention:
    fragments = tuple((int(start), int(end)) for start, end in row["fragments"])
    key = None
    if (canonical := row["canonical"]) is not None:
        parts = (layer.bulletin, layer.role, layer.annotator, row["label"], canonical)
        key = row.get("entity") or derived_id(*parts)
        entity = entities.setdefault(key, Entity(key, "", canonical, str(row.get("entity_label", row["label"]))))
        if entity.canonical != canonical:
            _broken(where, f"entity {key} is called {_short(entity.canonical)} and {_short(canonical)}",
                    "Give all its mentions the same canonical", "canonical")  # fmt: skip
    return Mention(row["id"], "", row["label"], fragments, key, row.get("confirmed", not suggestion),
                   row.get("unsure", False), _origin(row["origin"]), unknown(row, MENTION))  # fmt: skip


def _origin(row: Plain) -> Origin:
    return Origin(row["by"], row.get("engine", ""), _number(row.get("confidence")), row.get("why", ""))


def _number(value: float | int | None) -> float | None:
    return None if value is None else float(value)


def _comment(row: Plain) -> Comment:
    return Comment(row["id"], "", row["target"], row["author"], row["created"], row["text"], row["resolved"],
                   unknown(row, COMMENT))  # fmt: skip


def _check_sections(rows: list[Plain], sections: list[Section], length: int, where: str) -> None:
    _unique(sections, "section", where)
    before = -1
    for n, section in enumerate(sections):
        place = _place("section", n, section.id)
        if not before < section.start < length:
            _broken(where, f"{place} starts at {section.start}, which is not behind the one before it and inside the "
                    f"text of {length} characters", "Put the sections in order; no two start at the same place",
                    "section.start")  # fmt: skip
        before = section.start
    outline = Outline("", length, tuple(sections))
    for n, (row, section, parent) in enumerate(zip(rows, sections, outline.parents, strict=True)):
        place = _place("section", n, section.id)
        end = outline.end(section)
        if row["end"] != end:
            _broken(where, f"{place} ends at {row['end']}", f"Sections cover the text: it must end at {end}",
                    "section.end")  # fmt: skip
        above = None if parent is None else sections[parent].id
        if row["parent"] != above:
            _broken(where, f"{place} has the parent {row['parent']}",
                    f"The parent is the nearest earlier section of a lower level, here {above}",
                    "section.parent")  # fmt: skip
        heading = row["heading"]
        if heading is not None and not (heading[0] == section.start < heading[1] <= end):
            _broken(where, f"{place} has the heading {heading}",
                    f"A heading begins where its section does, at {section.start}, and ends inside it",
                    "section.heading")  # fmt: skip
        _check_continues(section, outline, n, place, where)


def _check_continues(section: Section, outline: Outline, n: int, place: str, where: str) -> None:
    if section.continues is None:
        return
    resumed = outline[outline.place(section.continues)] if section.continues in outline else None
    if section.kind != CONTINUATION:
        _broken(where, f"{place} is of kind {section.kind} and continues another",
                "Only a section of kind continuation has continues", "section.continues")  # fmt: skip
    if resumed is None or resumed.kind == CONTINUATION or outline.place(resumed.id) >= n:
        _broken(where, f"{place} continues {section.continues}",
                "Name an earlier section that is no continuation itself", "section.continues")  # fmt: skip


def _check_mentions(rows: list[Plain], mentions: list[Mention], content: str, where: str) -> None:
    _unique(mentions, "entity", where)
    for n, (row, mention) in enumerate(zip(rows, mentions, strict=True)):
        place = _place("entity", n, mention.id)
        before = -1
        for start, end in mention.fragments:
            if not before < start < end <= len(content):
                _broken(where, f"{place} has the fragments {row['fragments']}",
                        f"Fragments are in order, do not touch, and lie in the text of {len(content)} characters",
                        "entity.fragments")  # fmt: skip
            before = end
        words = words_of(content, mention.fragments)
        if "".join(words.split()) != "".join(row["text"].split()):
            _broken(where, f"{place} should read {_short(row['text'])}, but {_short(words)} stands there",
                    "Offsets count Unicode code points of text, ends exclusive; correct them",
                    "entity.text")  # fmt: skip


def _unique(items: Iterable[Item], what: str, where: str) -> None:
    seen: set[str] = set()
    for n, item in enumerate(items):
        if item.id in seen:
            _broken(where, f"{_place(what, n, item.id)} has the id of an earlier one", "Give it an id of its own",
                    f"{what}.id")  # fmt: skip
        seen.add(item.id)


def _place(what: str, n: int, key: str) -> str:
    return f"{what} {n + 1} (id {key})"


def _short(words: str) -> str:
    return f"“{words if len(words) <= 30 else words[:29] + '…'}”"


def _broken(where: str, what: str, remedy: str, rule: str) -> NoReturn:
    raise UserError(f"{where}: {what}. {remedy}.", code=f"gold.{rule}", where=where, what=what, remedy=remedy)
