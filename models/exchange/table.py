"""The table of formats. A new format is one file beside this one and one line here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from models.errors import UserError
from models.exchange import bio, csv_table, doccano, gold
from models.exchange.annotated import Annotated
from models.exchange.formats import Format, Losses
from models.exchange.label_sets import Scheme, of_project
from models.exchange.selection import Selection, select
from models.exchange.whole_file import Whole, whole_file
from models.project import Project


def _write_gold(annotated: Iterable[Annotated], scheme: Scheme, out: Whole, _losses: Losses) -> None:
    gold.write_json(annotated, scheme, out)


def _write_gold_jsonl(annotated: Iterable[Annotated], scheme: Scheme, out: Whole, losses: Losses) -> None:
    gold.write_jsonl(annotated, scheme, out)


FORMATS = (
    Format("gold", "gold JSON", (".json",), _write_gold, gold.read, gold.is_gold),
    Format("gold-jsonl", "gold JSONL, one document a line", (".jsonl",), _write_gold_jsonl, gold.read, gold.is_gold),
    Format("doccano", "doccano JSONL, mentions alone", (".jsonl",), doccano.write, doccano.read, doccano.recognises),
    Format("bio", "one character a line with its BIO tag", (".bio", ".conll", ".txt"), bio.write),
    Format("csv", "a row a section and a row a mention", (".csv",), csv_table.write),
)

BY_NAME = {format_.name: format_ for format_ in FORMATS}
READABLE = tuple(dict.fromkeys(ending for f in FORMATS if f.read for ending in f.endings))
"""The endings of annotation files that can be imported."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: how many layers, which bulletins had none to take, what the format could not hold."""

    layers: int
    without: tuple[str, ...]
    losses: Losses


def format_for(path: Path, name: str | None = None) -> Format:
    """The format to read an annotation file as: `name`, else the one that recognises it.

    Raises UserError where there is none.
    """
    if name is not None:
        chosen = BY_NAME[name]
        if chosen.read is None:
            raise UserError(f"Files of the format {name} cannot be imported.", code="format.write_only", name=name)
        return chosen
    for each in FORMATS:
        if path.suffix.casefold() in each.endings and each.recognises is not None and each.recognises(path):
            return each
    raise UserError(
        f"{path} is no annotation file that can be imported; those are gold JSON, gold JSONL and doccano JSONL.",
        code="format.unknown", path=str(path),
    )  # fmt: skip


def for_writing(name: str, path: Path) -> Format:
    """The format called `name`; gold in a `.jsonl` file is gold JSONL."""
    if name == "gold" and path.suffix.casefold() == ".jsonl":
        name = "gold-jsonl"
    return BY_NAME[name]


def export(
    project: Project,
    name: str,
    path: Path,
    *,
    layer: str | None = None,
    accepted_only: bool = False,
    proofs: bool = True,
) -> Exported:
    """Write a project's layers (see `selection.select`) to `path` in the format `name`, whole or not at all.

    Open suggestions stay out with `accepted_only`, the proof of gold items without `proofs`.
    Raises UserError where there is nothing to export, where `path` is the project itself, or where the disk refuses.
    """
    if path.resolve() == project.path.resolve():
        raise UserError(f"{path} is the project itself. Choose another name.", code="export.project", path=str(path))
    chosen: Selection = select(project, layer)
    losses = Losses()
    with whole_file(path) as out:
        for_writing(name, path).write(
            chosen.read(project, accepted_only=accepted_only, proofs=proofs), of_project(project), out, losses
        )
    return Exported(len(chosen.layers), tuple(b.name for b in chosen.without), losses)
