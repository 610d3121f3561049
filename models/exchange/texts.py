"""Text files and folders on their way into a project: found in a fixed order, decoded, normalised, reported on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.errors import UserError
from models.exchange.encoding import decode
from models.project import Imported
from models.text import Text, normalise, readable

ENDINGS = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `named` says whether the person named it rather than a folder it lies in."""

    path: Path
    named: bool


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text file as it was read: in which encoding, how sure that is, what else it could be.

    `replaced` counts the characters that became U+FFFD, those the encoding could not read among them.
    """

    path: Path
    imported: Imported
    confidence: float = 1.0
    alternatives: tuple[tuple[str, float], ...] = ()
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out, and why: `reason` is a UserError's sentence, code and facts."""

    path: Path
    reason: UserError


@dataclass
class ImportReport:
    """What reading found: the texts in order, files left out, and texts there already (the file, who has its text)."""

    texts: list[ReadText] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    duplicates: list[tuple[Path, str]] = field(default_factory=list)

    @property
    def replaced(self) -> int:
        """How many characters had to be replaced, in all texts."""
        return sum(text.replaced for text in self.texts)


def find(paths: Iterable[Path], endings: Sequence[str] = ENDINGS) -> list[Found]:
    """The files to read: those named in their order, folders sorted and with all their folders, hidden files left out.

    A named file is found whatever its ending; a folder gives those of `endings`. Raises UserError for a path that does
    not exist.
    """
    found: list[Found] = []
    for path in paths:
        if path.is_dir():
            found.extend(Found(each, False) for each in _walk(path) if each.suffix.casefold() in endings)
        elif path.exists():
            found.append(Found(path, True))
        else:
            raise UserError(
                f"There is no file or folder {path}. Check the name.", code="import.missing", path=str(path)
            )
    return found


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise _unreadable(folder, error) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            # A link back up would never end.
            if not entry.is_symlink():
                yield from _walk(entry)
        else:
            yield entry


def read(path: Path, encoding: str | None = None) -> ReadText:
    """One text file. Raises UserError when it cannot be read or is no text."""
    if path.suffix and path.suffix.casefold() not in ENDINGS:
        raise UserError(
            f"{path} is not a kind of file that can be read as a bulletin; those end in {' or '.join(ENDINGS)}.",
            code="import.kind", path=str(path), ending=path.suffix,
        )  # fmt: skip
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        decoded = decode(raw, encoding)
    except UserError as error:
        raise UserError(f"{path}: {error.sentence}", code=error.code, path=str(path), **error.facts) from error
    content, replaced = normalise(decoded.text)
    imported = Imported(readable(path.name), content, raw, decoded.encoding)
    return ReadText(path, imported, decoded.confidence, decoded.alternatives, decoded.replaced + replaced)


def read_all(
    paths: Iterable[Path], *, encoding: str | None = None, known: dict[str, str] | None = None
) -> ImportReport:
    """All texts below the paths. `known` maps the hashes of texts that are there already to their names.

    Raises UserError for a path that does not exist. Every other file that cannot be used is reported.
    """
    report = ImportReport()
    names = dict(known or {})
    for found in find(paths):
        take(report, found.path, names, encoding)
    return report


def take(report: ImportReport, path: Path, names: dict[str, str], encoding: str | None = None) -> None:
    """Read one more file into the report; `names` maps the hashes seen so far to names, and is kept up."""
    try:
        text = read(path, encoding)
    except UserError as error:
        report.skipped.append(Skipped(path, error))
        return
    if not text.imported.content.strip():
        reason = UserError(f"{path} holds no text.", code="import.empty", path=str(path))
        report.skipped.append(Skipped(path, reason))
        return
    sha = Text(text.imported.content).sha256
    if sha in names:
        report.duplicates.append((path, names[sha]))
        return
    names[sha] = text.imported.name
    report.texts.append(text)


def _unreadable(path: Path, error: OSError) -> UserError:
    reason = error.strerror or str(error)
    return UserError(
        f"{path} cannot be read: {reason}. Check that it exists and that you may read it.",
        code="import.unreadable", path=str(path), reason=reason,
    )  # fmt: skip
