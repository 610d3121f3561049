"""CSV: one row a section and one row a mention, for spreadsheets and statistics.

With a byte-order mark, since spreadsheets on Chinese systems else read it as GB18030. Cells that a spreadsheet would
run as a formula get an apostrophe in front; offsets are what programs should go by.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from models.exchange.annotated import Annotated
from models.exchange.formats import Losses
from models.exchange.gold_document import words_of
from models.exchange.label_sets import Scheme
from models.exchange.whole_file import Whole
from models.text import quote

COLUMNS = ("bulletin", "name", "annotator", "role", "row", "id", "label", "level", "start", "end", "fragments", "text",
           "parent", "themes", "canonical", "confirmed", "unsure", "origin", "engine", "confidence")  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(annotated: Iterable[Annotated], _scheme: Scheme, out: Whole, losses: Losses) -> None:
    """Sections before mentions, bulletin by bulletin. Comments have no place in it."""
    out.write("\ufeff" + csv_line(COLUMNS))
    for item in annotated:
        losses.add("comments", number=len(item.comments))
        head = (item.bulletin.id, item.bulletin.name, item.layer.annotator, item.layer.role)
        for row in (*_sections(item), *_mentions(item)):
            out.write(csv_line((*head, *row)))


def _sections(item: Annotated) -> Iterator[tuple[object, ...]]:
    outline = item.outline
    for section, parent in zip(outline, outline.parents, strict=True):
        heading = "" if section.heading is None else quote(item.content, *section.heading)
        above = "" if parent is None else outline[parent].id
        yield ("section", section.id, section.kind, section.level, section.start, outline.end(section), "", heading,
               above, ";".join(section.themes), "", section.confirmed, section.unsure, section.origin.by,
               section.origin.engine, section.origin.confidence)  # fmt: skip


def _mentions(item: Annotated) -> Iterator[tuple[object, ...]]:
    named = item.named
    for mention in item.mentions:
        fragments = ";".join(f"{start}-{end}" for start, end in mention.fragments)
        entity = named.get(mention.entity) if mention.entity else None
        yield ("mention", mention.id, mention.label, "", mention.start, mention.end, fragments,
               words_of(item.content, mention.fragments), "", "", entity.canonical if entity else "",
               mention.confirmed, mention.unsure, mention.origin.by, mention.origin.engine,
               mention.origin.confidence)  # fmt: skip


def csv_line(cells: Iterable[object]) -> str:
    """Cells as a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
