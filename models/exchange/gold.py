"""Gold JSON and JSONL as docs/gold-format.md says: read document by document, written with fixed bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.errors import UserError
from models.exchange.annotated import Annotated
from models.exchange.gold_document import to_document
from models.exchange.gold_reading import SCHEMA, from_document
from models.exchange.label_sets import Scheme, head, of_project, read_head
from models.exchange.plain import Plain, dumps, loads, restored, validate
from models.exchange.selection import select
from models.exchange.whole_file import Whole, whole_file
from models.project import Project

FORMAT = "jiaozhu-gold"
VERSION = 1
FILE_SCHEMA = "gold.schema.json"


def write_json(annotated: Iterable[Annotated], scheme: Scheme, out: Whole) -> None:
    """A `.json` file: one document a line inside it, so that two exports can be compared by lines."""
    file = head(scheme)
    validate({**file, "documents": []}, FILE_SCHEMA, "the label set")
    first = [f"{dumps(key)}: {dumps(value)}" for key, value in file.items()]
    out.write("{" + ",\n".join(first) + ',\n"documents": [')
    between = "\n"
    for item in annotated:
        out.write(between + document_line(item))
        between = ",\n"
    out.write("\n]")
    for key, value in _file_extra(file, scheme).items():
        out.write(f",\n{dumps(key)}: {dumps(value)}")
    out.write("}\n")


def write(project: Project, path: Path, *, layer: str | None = None, accepted_only: bool = False) -> int:
    """Export a project's layers (see `selection.select`) to `path`, whole or not at all; returns how many.

    An ending of `.jsonl` gives one document a line. Raises UserError where there is nothing to export or the disk
    refuses.
    """
    chosen = select(project, layer)
    writer = write_jsonl if path.suffix.casefold() == ".jsonl" else write_json
    with whole_file(path) as out:
        writer(chosen.read(project, accepted_only=accepted_only), of_project(project), out)
    return len(chosen.layers)


def _file_extra(file: Plain, scheme: Scheme) -> Plain:
    known = {**file, "documents": []}
    full = restored(dict(known), dict(scheme.extra).get("file", ""))
    return {key: value for key, value in full.items() if key not in known}


def write_jsonl(annotated: Iterable[Annotated], scheme: Scheme, out: Whole) -> None:
    """A `.jsonl` file: one document a line. The label set has no place in it."""
    for item in annotated:
        out.write(document_line(item) + "\n")


def document_line(annotated: Annotated) -> str:
    """The JSON of one document, on one line, checked: it obeys the schema and every rule, and reads back the same.

    Raises UserError where it does not; then the layer itself is at fault.
    """
    document = to_document(annotated)
    line = dumps(document)
    where = "the document to write"
    if to_document(from_document(loads(line, where), where)) != document:
        raise UserError(
            f"{annotated.bulletin.name} was not written: it would not read back the same. Run jiaozhu check on the "
            "project.",
            code="write.unequal", name=annotated.bulletin.name,
        )  # fmt: skip
    return line


def read_scheme(path: Path) -> Scheme | None:
    """The label set of a `.json` file, checked; None for JSONL, and for a file without one."""
    if path.suffix.casefold() == ".jsonl":
        return None
    return read_head(_file(path))


def read(path: Path) -> Iterator[Annotated]:
    """The documents of a gold file, one after another; of a `.jsonl` file only one is in memory at a time.

    Raises UserError, at the document where it happens, for everything that docs/gold-format.md does not allow.
    """
    if path.suffix.casefold() != ".jsonl":
        for n, document in enumerate(_file(path)["documents"]):
            yield from_document(document, f"{path}, document {n + 1}", validated=True)
        return
    for n, line in enumerate(lines_of(path)):
        if line.strip():
            where = f"{path}, line {n + 1}"
            document = loads(line, where)
            validate(document, SCHEMA, where)
            yield from_document(document, where, validated=True)


def is_gold(path: Path) -> bool:
    """Whether a `.json` or `.jsonl` file looks like gold rather than another format; its faults come up in reading."""
    if path.suffix.casefold() != ".jsonl":
        file = loads(_bytes(path), str(path))
        return isinstance(file, dict) and file.get("format") == FORMAT
    first = next((line for line in lines_of(path) if line.strip()), b"{}")
    document = loads(first, f"{path}, line 1")
    return isinstance(document, dict) and {"text", "sections", "entities"} <= document.keys()


def _file(path: Path) -> Plain:
    file = loads(_bytes(path), str(path))
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise UserError(
            f"{path} is not gold JSON: it lacks “\"format\": \"{FORMAT}\"”. Choose another file, or name its format.",
            code="gold.format", path=str(path),
        )  # fmt: skip
    version = file.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UserError(
            f"{path} has version {version} of the gold format; this program knows {VERSION}. Update the program.",
            code="gold.newer", path=str(path), version=version,
        )  # fmt: skip
    validate(file, FILE_SCHEMA, str(path))
    return file


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a JSONL file; line feeds alone end one. Raises UserError when it cannot be read."""
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> UserError:
    reason = error.strerror or str(error)
    return UserError(
        f"{path} cannot be read: {reason}. Check that it exists and that you may read it.",
        code="import.unreadable", path=str(path), reason=reason,
    )  # fmt: skip
