"""The files about to be imported: what was found out about each, and taking them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from models.bulletins import Bulletin
from models.errors import UserError
from models.exchange import texts
from models.exchange.importing import AnnotationFile, Taken, check_file, import_file
from models.exchange.table import READABLE
from models.project import Project
from models.text import Text

ENDINGS = tuple(dict.fromkeys((*texts.ENDINGS, *READABLE)))
"""The endings that a folder is searched for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file: the text read from it, or the annotations, or why it cannot be used.

    `twin` names the bulletin or file that has the same text; such a file is not imported.
    """

    path: Path
    text: texts.ReadText | None = None
    annotations: AnnotationFile | None = None
    error: UserError | None = None
    twin: str = ""

    @property
    def usable(self) -> bool:
        return self.error is None and not self.twin


@dataclass
class Imported:
    """What came in."""

    bulletins: list[Bulletin] = field(default_factory=list)
    layers: int = 0
    labels: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.bulletins or self.layers or self.labels)


class ImportList:
    """The candidates, in the order they were named. Knows nothing of the screen."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known = {b.sha256: b.title for b in project.store.bulletins()}
        self._files: dict[Path, Candidate] = {}
        self.taken = Imported()
        """All that came in, whether the rest did or not."""

    @staticmethod
    def find(paths: Iterable[Path]) -> list[Path]:
        """The files to look at. Raises UserError for a path that does not exist or a folder that cannot be read."""
        return [found.path for found in texts.find(paths, ENDINGS)]

    def look_at(self, path: Path, encoding: str | None = None) -> None:
        """Read a file (again, in `encoding`) and take it into the list."""
        try:
            if path.suffix.casefold() in READABLE:
                found = Candidate(path, annotations=check_file(path))
            else:
                read = texts.read(path, encoding)
                found = Candidate(path, text=read)
                if not read.imported.content.strip():
                    reason = UserError(f"{path} holds no text.", code="import.empty", path=str(path))
                    found = Candidate(path, text=read, error=reason)
        except UserError as error:
            found = Candidate(path, error=error)
        self._files[path] = found

    def drop(self, path: Path) -> None:
        """Take a file off the list."""
        self._files.pop(path, None)

    def candidates(self) -> list[Candidate]:
        """All files, with the twins named: texts that the project has already or an earlier file has."""
        seen = dict(self._known)
        rows = []
        for each in self._files.values():
            twin = ""
            if each.text is not None and each.error is None:
                sha = Text(each.text.imported.content).sha256
                twin = seen.get(sha, "")
                seen.setdefault(sha, each.text.imported.name)
            rows.append(Candidate(each.path, each.text, each.annotations, each.error, twin))
        return rows

    def take_in(self) -> None:
        """Import what is usable: the texts at once, then each annotation file. What is in goes off the list.

        Raises UserError where the project refuses; `taken` holds what is in by then.
        """
        usable = [c for c in self.candidates() if c.usable]
        read = [c for c in usable if c.text is not None]
        self._took(self._project.add_bulletins([c.text.imported for c in read if c.text is not None]))
        for each in read:
            self.drop(each.path)
        for each in usable:
            if each.annotations is not None:
                self._take_annotations(each.annotations)
                self.drop(each.path)

    def _take_annotations(self, file: AnnotationFile) -> None:
        taken = Taken()
        try:
            for so_far in import_file(self._project, file):
                taken = so_far
        finally:
            self._took(taken.bulletins)
            self.taken.layers += len(taken.layers)
            self.taken.labels += taken.labels

    def _took(self, bulletins: list[Bulletin]) -> None:
        self.taken.bulletins += bulletins
        self._known.update((b.sha256, b.title) for b in bulletins)
