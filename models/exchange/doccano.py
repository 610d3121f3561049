"""doccano JSONL: one text a line with its spans, `{"text": …, "label": [[start, end, "PER"], …]}`.

Offsets are code points, as doccano counts unless a project there has its grapheme mode switched on. Sections have no
place in it; a discontinuous mention is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Item, Origin
from models.errors import UserError
from models.exchange.annotated import Annotated
from models.exchange.formats import Losses
from models.exchange.gold import lines_of
from models.exchange.label_sets import Scheme
from models.exchange.plain import Plain, dumps, loads, validate
from models.exchange.whole_file import Whole
from models.mentions import Mention
from models.text import Text, derived_id, normalise

SCHEMA = "doccano.schema.json"
ANNOTATOR = "doccano"


def write(annotated: Iterable[Annotated], _scheme: Scheme, out: Whole, losses: Losses) -> None:
    """One bulletin a line; ids count from 1."""
    for n, item in enumerate(annotated, 1):
        spans = []
        for mention in item.mentions:
            if len(mention.fragments) > 1:
                losses.add("discontinuous mentions", mention.label)
            else:
                spans.append([mention.start, mention.end, mention.label])
        losses.add("sections", number=len(item.sections))
        row: Plain = {"id": n, "text": item.content, "label": spans,
                      "Comments": [comment.text for comment in item.comments], "filename": item.bulletin.name,
                      "annotator": item.layer.annotator}  # fmt: skip
        out.write(dumps(row) + "\n")


def recognises(path: Path) -> bool:
    """Whether the first line has a text and doccano's spans."""
    first = next((line for line in lines_of(path) if line.strip()), b"{}")
    row = loads(first, f"{path}, line 1")
    return isinstance(row, dict) and "text" in row and ("label" in row or "entities" in row) and "sections" not in row


def read(path: Path) -> Iterator[Annotated]:
    """The lines of a doccano file, spans or relation form. Raises UserError where offsets do not fit the text."""
    for n, line in enumerate(lines_of(path), 1):
        if line.strip():
            where = f"{path}, line {n}"
            row = loads(line, where)
            validate(row, SCHEMA, where)
            yield _annotated(row, path, n, where)


def _annotated(row: Plain, path: Path, n: int, where: str) -> Annotated:
    content, _replaced = normalise(row["text"])
    if len(content) != len(row["text"]):
        raise UserError(
            f"{where}: the text holds carriage returns or a byte-order mark, so that its offsets would shift. "
            "Take them out and count again.",
            code="doccano.text", where=where,
        )  # fmt: skip
    text = Text(content)
    bulletin = Bulletin(text.id, row.get("filename") or f"{path.stem}-{n}.txt", text.sha256, len(text))
    layer = LayerInfo("", text.id, row.get("annotator") or ANNOTATOR, status="submitted")
    rows: list[Item] = []
    for place, (start, end, label) in enumerate(_spans(row)):
        if not 0 <= start < end <= len(content):
            raise UserError(
                f"{where}: the span [{start}, {end}) does not lie in the text of {len(content)} characters. doccano "
                "must export code points (grapheme mode off).",
                code="doccano.span", where=where, start=start, end=end,
            )  # fmt: skip
        key = derived_id(text.id, ANNOTATOR, str(place), str(start), str(end), label)
        rows.append(Mention(key, "", label, ((start, end),), origin=Origin("import", ANNOTATOR)))
    for place, words in enumerate(row.get("Comments", [])):
        key = derived_id(text.id, ANNOTATOR, "comment", str(place), words)
        rows.append(Comment(key, "", "", layer.annotator, "", words))
    return Annotated.of(bulletin, content, layer, rows)


def _spans(row: Plain) -> Iterator[tuple[int, int, str]]:
    for start, end, label in row.get("label", []):
        yield int(start), int(end), label
    for entity in row.get("entities", []):
        yield int(entity["start_offset"]), int(entity["end_offset"]), entity["label"]
