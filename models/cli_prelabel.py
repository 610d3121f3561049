"""`jiaozhu prelabel`: texts in, suggestions out, no project."""

from __future__ import annotations

from pathlib import Path

from models.cli_console import note, progress, say
from models.errors import UserError
from models.exchange.annotated import proposed
from models.exchange.encoding import known
from models.exchange.gold import document_line
from models.exchange.texts import ENDINGS, Found, ReadText, find, read
from models.exchange.whole_file import whole_file


def run(paths: list[Path], output: Path, encoding: str | None) -> int:
    """Pre-annotate files and folders into one JSONL file, in the order given, one text in memory at a time.

    A named file that cannot be read stops the work; one that merely lies in a folder is left out with a note.
    """
    found = find(paths)
    if not found:
        raise UserError(f"There is no file ending in {' or '.join(ENDINGS)} in {', '.join(map(str, paths))}.",
                        code="import.none")  # fmt: skip
    if output.resolve() in {each.path.resolve() for each in found}:
        raise UserError(f"{output} is one of the texts. Choose another name for the output.", code="export.text")
    if encoding is not None:
        known(encoding)
    from models.prelabel.engine import prelabel

    written = 0
    with whole_file(output) as out:
        for each in progress(found, "Pre-annotating"):
            text = read_or_note(each, encoding)
            if text is not None:
                item = proposed(text.imported.name, text.imported.content, prelabel(text.imported.content))
                out.write(document_line(item) + "\n")
                written += 1
        if not written:
            raise UserError("None of the files could be read as text; nothing was written.", code="import.none")
    say(f"{written} {'text' if written == 1 else 'texts'} pre-annotated: {output}")
    return 0


def read_or_note(found: Found, encoding: str | None) -> ReadText | None:
    """A text; None, with a note, for what is none in a folder. Raises UserError when it was named."""
    try:
        text = read(found.path, encoding)
    except UserError as error:
        if found.named:
            raise
        note(f"Left out: {error.sentence}")
        return None
    note_doubts(text)
    return text


def note_doubts(text: ReadText) -> None:
    """Say what may be wrong with how a text was read."""
    if text.replaced:
        count = f"{text.replaced} {'character' if text.replaced == 1 else 'characters'}"
        note(f"{text.path}: {count} could not be kept and became U+FFFD (read as {text.imported.encoding}).")
    if text.confidence < 0.9:
        others = ", ".join(name for name, chance in text.alternatives if chance >= 0.01)
        note(f"{text.path} was read as {text.imported.encoding}; it could be {others}. Use --encoding to say which.")
