"""Annotation files into a project: bulletins where their texts are new, and a layer for each document."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from models.bulletins import Bulletin, LayerInfo
from models.changes import Item, change
from models.errors import UserError
from models.exchange import gold
from models.exchange.annotated import IMPORTED, Annotated, stored
from models.exchange.formats import Reader
from models.exchange.gold_document import to_document
from models.exchange.label_sets import Scheme, Used, keep_extra, missing
from models.exchange.plain import Plain, dumps
from models.exchange.table import format_for
from models.layers import Rows, freed
from models.project import Imported, Project
from models.text import Text, derived_id

_BATCH = 32


@dataclass
class Taken:
    """What an import of annotation files did: bulletins added, layers added, layers there already, new labels."""

    bulletins: list[Bulletin] = field(default_factory=list)
    layers: list[LayerInfo] = field(default_factory=list)
    same: int = 0
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """A file of annotations, checked to its end: how to read it again, and the label set it carries."""

    path: Path
    read: Reader
    documents: int
    scheme: Scheme | None
    used: Used


def check_file(path: Path, format_name: str | None = None) -> AnnotationFile:
    """Read a file to its end without keeping it. Raises UserError at the first thing that cannot be imported."""
    chosen = format_for(path, format_name)
    if chosen.read is None:
        raise ValueError(chosen.name)
    used = Used.none()
    seen: dict[tuple[str, str, str], int] = {}
    for n, item in enumerate(chosen.read(path), 1):
        used.add(item)
        key = (item.bulletin.sha256, item.layer.role, "" if item.layer.role != "annotator" else item.layer.annotator)
        if key in seen:
            raise UserError(
                f"{path}: documents {seen[key]} and {n} are the same layer of {item.bulletin.name}. Take one out.",
                code="import.twice", path=str(path), name=item.bulletin.name,
            )  # fmt: skip
        seen[key] = n
    scheme = gold.read_scheme(path) if chosen.name.startswith("gold") else None
    return AnnotationFile(path, chosen.read, len(seen), scheme, used)


def import_file(project: Project, file: AnnotationFile, *, annotator: str | None = None) -> Iterator[Taken]:
    """Take a checked file in; before the first document and after every few it gives what was done so far.

    It is one value that is filled, so that whoever holds it knows what is in even where the import fails half way.
    `annotator` makes every layer that person's. A layer that is there already with the same content is left alone; with
    other content it stops the import with a UserError, before anything is written, unless nobody has worked on it.
    """
    _refuse_conflicts(project, file, annotator)
    scheme = file.scheme
    step = missing(project.labels, scheme.labels if scheme else None, file.used)
    project.apply(step, undoable=False)
    if scheme is not None:
        keep_extra(project, scheme)
    intake = _Intake(project, annotator)
    intake.taken.labels = tuple(item.id for item in step.after)
    yield intake.taken
    items = iter(file.read(file.path))
    while batch := list(islice(items, _BATCH)):
        intake.add(batch)
        yield intake.taken


def _refuse_conflicts(project: Project, file: AnnotationFile, annotator: str | None) -> None:
    known = {bulletin.sha256: bulletin for bulletin in project.store.bulletins()}
    claimed: set[str] = set()
    for n, item in enumerate(file.read(file.path), 1):
        if annotator is not None and item.bulletin.sha256 in claimed:
            raise UserError(
                f"{file.path} has several layers of {item.bulletin.name}; they cannot all become {annotator}'s. "
                "Import it without a name for the annotator.",
                code="import.several", path=str(file.path), name=item.bulletin.name, annotator=annotator,
            )  # fmt: skip
        claimed.add(item.bulletin.sha256)
        bulletin = known.get(item.bulletin.sha256)
        if bulletin is None:
            continue
        item = _claimed(item, annotator)
        old = project.layer_of(bulletin.id, item.layer.annotator, item.layer.role)
        if old is None:
            continue
        have = stored(project, bulletin, old)
        if not _same(have, item) and not _untouched(have):
            whose = item.layer.annotator if item.layer.role == "annotator" else f"the {item.layer.role}"
            raise UserError(
                f"{file.path}, document {n}: {item.bulletin.name} has a layer of {whose} already, with other content. "
                "Nothing of this file was imported. Import it under another name (--annotator NAME), or merge it.",
                code="import.conflict", path=str(file.path), name=item.bulletin.name, annotator=item.layer.annotator,
                role=item.layer.role,
            )  # fmt: skip


def _claimed(item: Annotated, annotator: str | None) -> Annotated:
    """The layer as `annotator`'s; the very same value where it is already."""
    if annotator is None or (item.layer.annotator, item.layer.role) == (annotator, "annotator"):
        return item
    return replace(item, layer=replace(item.layer, annotator=annotator, role="annotator"))


def _same(a: Annotated, b: Annotated) -> bool:
    return _comparable(a) == _comparable(b)


def _comparable(item: Annotated) -> str:
    """What a layer says, with places instead of ids."""
    document = to_document(replace(item, modified=None))
    mentions = sorted(document["entities"], key=_without_ids)
    comments = sorted(document["comments"], key=_without_ids)
    rows: list[Plain] = [*document["sections"], *mentions, *comments]
    places = {row["id"]: n for n, row in enumerate(rows)}
    entities: dict[str, int] = {}
    for row in rows:
        row["id"] = places[row["id"]]
        for key in ("parent", "continues", "target"):
            if key in row:
                row[key] = places.get(row[key], row[key])
        if "entity" in row:
            row["entity"] = entities.setdefault(row["entity"], len(entities))
    return dumps([document["layer"], rows])


def _without_ids(row: Plain) -> str:
    return dumps({key: value for key, value in row.items() if key not in ("id", "entity", "target")})


def _untouched(item: Annotated) -> bool:
    """Whether a layer holds nothing but what the engine proposed."""
    origins = [s.origin for s in item.sections] + [m.origin for m in item.mentions]
    return item.layer.status == "new" and not item.comments and all(origin.by == "auto" for origin in origins)


class _Intake:
    """Takes documents in, a few at a time, since bulletins are cheaper together."""

    def __init__(self, project: Project, annotator: str | None) -> None:
        self._project = project
        self._annotator = annotator
        self._bulletins = {bulletin.sha256: bulletin for bulletin in project.store.bulletins()}
        self.taken = Taken()

    def add(self, items: list[Annotated]) -> None:
        """Bulletins for the texts that are new, then the layers."""
        used = {bulletin.id for bulletin in self._bulletins.values()}
        new: dict[str, Imported] = {}
        for item in items:
            given = item.bulletin
            if given.sha256 in self._bulletins or given.sha256 in new:
                continue
            key = given.id if _is_uuid(given.id) and given.id not in used else Text(item.content).id
            used.add(key)
            new[given.sha256] = Imported(given.name, item.content, meta=given.meta, extra=given.extra, id=key)
        made = self._project.add_bulletins(list(new.values()))
        self._bulletins.update((bulletin.sha256, bulletin) for bulletin in made)
        self.taken.bulletins += made
        for item in items:
            claimed = _claimed(item, self._annotator)
            # The ids are those of the layer that it was; that one may come yet.
            self._layer(claimed, self._bulletins[item.bulletin.sha256], all_new=claimed is not item)

    def _layer(self, item: Annotated, bulletin: Bulletin, *, all_new: bool) -> None:
        old = self._project.layer_of(bulletin.id, item.layer.annotator, item.layer.role)
        before: list[Item] = []
        if old is not None:
            have = stored(self._project, bulletin, old)
            if _same(have, item):
                self.taken.same += 1
                return
            before = [old, *have.sections, *have.mentions, *have.entities, *have.comments]
        key = old.id if old is not None else _layer_id(bulletin.id, item.layer)
        layer = replace(item.layer, id=key, bulletin=bulletin.id, extra=_layer_extra(item))
        rows: list[Rows] = [*item.entities, *item.sections, *item.mentions, *item.comments]
        rows = [replace(row, layer=key) for row in rows]
        after: list[Item] = [layer, *freed(self._project.store, key, rows, gone=before, all_new=all_new)]
        completed = _completed(bulletin, item.bulletin)
        if completed != bulletin:
            before.append(bulletin)
            after.append(completed)
            self._bulletins[bulletin.sha256] = completed
        args = (bulletin.title, layer.annotator)
        self._project.apply(change(IMPORTED, before, after, args=args, layer=layer.id), undoable=False)
        self.taken.layers.append(layer)


def _layer_id(bulletin: str, layer: LayerInfo) -> str:
    whose = (layer.annotator,) if layer.role == "annotator" else ()
    return derived_id(bulletin, layer.role, *whose)


def _layer_extra(item: Annotated) -> str:
    """The unknown keys, and the date the file gives: it holds until somebody changes the layer."""
    extra: Plain = json.loads(item.layer.extra) if item.layer.extra else {}
    if item.modified is not None:
        extra["modified"] = item.modified
    return dumps(extra) if extra else ""


def _is_uuid(key: str) -> bool:
    try:
        return str(uuid.UUID(key)) == key
    except ValueError:
        return False


def _completed(bulletin: Bulletin, given: Bulletin) -> Bulletin:
    """The bulletin with what only the file knows of it."""
    known = dict(bulletin.meta)
    meta = bulletin.meta + tuple((key, value) for key, value in given.meta if key not in known)
    extra = bulletin.extra
    if given.extra:
        extra = dumps({**json.loads(given.extra), **json.loads(extra or "{}")})
    return replace(bulletin, meta=meta, extra=extra)
