"""Work packages: chosen bulletins for one colleague as a project file of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from models.bulletins import Comment, LayerInfo
from models.changes import Item, change
from models.decision import Decision
from models.errors import UserError
from models.mentions import Entity, Mention
from models.outline import Section
from models.people import Assignment
from models.project import SUGGESTION, Project
from models.review.stamps import all_stamps, carrying
from models.storage.database import REFUSED, backup
from models.storage.integrity import faults
from models.storage.store import LABELS_BASE, Store

PACKAGE = "package.for"
"""The setting that marks a file as a work package, and says whose it is."""


@dataclass(frozen=True, slots=True)
class Package:
    """What was put into a package."""

    path: Path
    annotator: str
    bulletins: int
    layers: int


def export_package(
    project: Project,
    path: Path,
    annotator: str,
    bulletins: Iterable[str],
    *,
    blind: bool = True,
    assigning: Iterable[Assignment] = (),
) -> Package:
    """Write a project file with these bulletins (ids) for `annotator`: label set, suggestions and their own layers.

    Without `blind` everybody's layers, the gold layers and the decisions come along, as a reviewer needs them; so do
    assignments that are only about to be made. The file is written whole or not at all. Raises UserError when nothing
    is chosen, the file exists or cannot be written.
    """
    try:
        return _exported(project, path, annotator, bulletins, blind, assigning)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            f"{path} could not be written: {reason}. What was there before is untouched.",
            code="write.failed", path=str(path), reason=reason,
        ) from error  # fmt: skip


def _exported(
    project: Project,
    path: Path,
    annotator: str,
    bulletins: Iterable[str],
    blind: bool,
    assigning: Iterable[Assignment],
) -> Package:
    chosen = set(bulletins)
    found = [b for b in project.store.bulletins() if b.id in chosen]
    if not found or not annotator.strip():
        raise UserError("A package needs a colleague and at least one bulletin.", code="package.empty")
    if path.exists():
        raise UserError(f"{path} exists already. Choose another name.", code="project.exists", path=str(path))
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    store = project.store
    layers = [i for i in store.layers() if i.bulletin in chosen and _goes_along(i, annotator, blind)]
    stamps = all_stamps(store, layers)
    assigned = [*store.items(Assignment), *assigning]
    rows: list[Item] = [
        *found, *(a for a in assigned if a.bulletin in chosen and (not blind or a.annotator == annotator))
    ]  # fmt: skip
    for layer in layers:
        rows += [layer if layer.role == SUGGESTION else carrying(layer, stamps[layer.id]), *_rows(store, layer.id)]
    contents = [(b.id, store.content(b.id), *_original(store, b.id)) for b in found]
    made = Project.create(part, project.labels)
    try:
        made.store.set_setting(LABELS_BASE, str(project.labels.version))
        made.store.set_setting(PACKAGE, annotator)
        made.set_annotator(annotator)
        made.store.write(change("package.make", [], rows), project.annotator, undoable=False, contents=contents)
    except BaseException:
        made.close()
        part.unlink(missing_ok=True)
        raise
    made.close()
    part.rename(path)
    return Package(path, annotator, len(found), len(layers))


def _goes_along(layer: LayerInfo, annotator: str, blind: bool) -> bool:
    own = layer.role == "annotator" and layer.annotator == annotator
    return own or layer.role == SUGGESTION or not blind


def _rows(store: Store, layer: str) -> list[Item]:
    kinds: tuple[type[Entity], type[Section], type[Mention], type[Comment], type[Decision]]
    kinds = (Entity, Section, Mention, Comment, Decision)
    found: list[Item] = []
    for kind in kinds:
        found += store.items(kind, layer)
    return found


def _original(store: Store, bulletin: str) -> tuple[str, bytes]:
    raw, encoding = store.original(bulletin)
    return encoding, raw


@contextmanager
def opened_copy(path: Path) -> Iterator[Project]:
    """A colleague's file, opened as a copy: the file itself is never touched, not even migrated.

    Raises UserError, naming the file, when it is no project, is newer than this program, or is damaged.
    """
    if not path.is_file():
        raise UserError(f"There is no project file {path}.", code="project.missing", path=str(path))
    with TemporaryDirectory(prefix="jiaozhu-") as folder:
        copy = Path(folder) / path.name
        try:
            backup(path, copy)
        except UserError:
            # A file on a write-protected stick cannot be opened in place when it was left in the middle of work.
            copyfile(path, copy)
            log = path.with_name(f"{path.name}-wal")
            if log.is_file():
                copyfile(log, copy.with_name(f"{copy.name}-wal"))
        try:
            project = Project.open(copy)
        except (UserError, sqlite3.Error) as error:
            reason = str(error).replace(str(copy), str(path))
            code = error.code if isinstance(error, UserError) else "storage.failed"
            # Nothing is written to a colleague's file: what fails is reading it.
            code = "project.unreadable" if code in REFUSED else code
            raise UserError(reason, code=code, path=str(path)) from error
        try:
            found = faults(copy)
            if found:
                raise UserError(
                    f"{path}: {found[0]} Nothing was taken from it.", code="package.damaged", path=str(path)
                )
            yield project
        finally:
            project.close()
