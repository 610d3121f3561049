"""Whether a project file is sound, and saving what can be read of one that is not."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from models.bulletins import Bulletin, LayerInfo
from models.errors import UserError
from models.exchange.annotated import stored
from models.exchange.gold import document_line
from models.exchange.whole_file import whole_file
from models.project import Project
from models.storage import integrity
from models.storage.replay import differences
from models.text import Text

_BROKEN = (UserError, ValueError, LookupError, TypeError, zlib.error)
"""What reading damaged rows ends in: JSON cut short, a row that is missing, a number where a word should be."""

_NO_PROJECT = ("project.missing", "project.foreign", "project.newer")


@dataclass
class Findings:
    """What a check found: faults in English sentences, how much was looked at, where what could be read was saved."""

    faults: list[str] = field(default_factory=list)
    bulletins: int = 0
    layers: int = 0
    entries: int = 0
    saved: int = 0
    saved_to: Path | None = None


def check(path: Path, watch: Callable[[int, int], None] = lambda _done, _all: None) -> Findings:
    """Check a project file: database, texts against their hashes, every layer's rules, the journal against the rows.

    Where something is wrong, every layer that can still be read is saved beside the project as gold JSONL. `watch` is
    told how many layers are done. Raises UserError when the file is no project or cannot be opened at all.
    """
    found = Findings(integrity.faults(path)) if path.is_file() else Findings()
    try:
        project = Project.open(path)
    except _BROKEN as error:
        if not found.faults or (isinstance(error, UserError) and error.code in _NO_PROJECT):
            raise
        found.faults.append(f"It cannot be opened: {_said(error)} Take the last copy of the project.")
        return found
    try:
        _check_contents(project, found, watch)
    finally:
        project.close()
    return found


def _check_contents(project: Project, found: Findings, watch: Callable[[int, int], None]) -> None:
    try:
        bulletins = {b.id: b for b in project.store.bulletins()}
        layers = project.store.layers()
    except _BROKEN as error:
        found.faults.append(f"The bulletins cannot be read: {_said(error)} Take the last copy of the project.")
        return
    found.bulletins, found.layers = len(bulletins), len(layers)
    for bulletin in bulletins.values():
        _check_text(project, bulletin, found)
    sound: list[LayerInfo] = []
    for n, layer in enumerate(layers, 1):
        fault = _fault(project, bulletins, layer)
        if fault:
            found.faults.append(fault)
        else:
            sound.append(layer)
        watch(n, len(layers))
    try:
        found.entries = len(project.store.journal())
        found.faults += differences(project.store)
    except _BROKEN as error:
        found.faults.append(f"The journal cannot be read: {_said(error)}")
    if found.faults and sound:
        found.saved_to = _save(project, bulletins, sound)
        found.saved = len(sound)


def _check_text(project: Project, bulletin: Bulletin, found: Findings) -> None:
    try:
        text = Text(project.store.content(bulletin.id))
        project.store.original(bulletin.id)
    except _BROKEN as error:
        found.faults.append(f"The text of {bulletin.name} cannot be read: {_said(error)}")
        return
    if text.sha256 != bulletin.sha256 or len(text) != bulletin.chars:
        found.faults.append(f"The text of {bulletin.name} is not the one that was imported: its hash differs.")


def _fault(project: Project, bulletins: dict[str, Bulletin], layer: LayerInfo) -> str:
    """What is wrong with a layer; empty when it obeys every rule and reads back as it was written."""
    whose = f"the {layer.role} layer of {layer.annotator}" if layer.annotator else f"the {layer.role} layer"
    if layer.bulletin not in bulletins:
        return f"{whose.capitalize()} belongs to no bulletin ({layer.bulletin})."
    bulletin = bulletins[layer.bulletin]
    try:
        document_line(stored(project, bulletin, layer))
    except _BROKEN as error:
        return f"{bulletin.name}, {whose}: {_said(error)}"
    return ""


def _said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError | zlib.error):
        return "a row is damaged."
    return error.sentence if isinstance(error, UserError) else f"{type(error).__name__}: {error}."


def _save(project: Project, bulletins: dict[str, Bulletin], layers: list[LayerInfo]) -> Path:
    """Write the layers beside the project, under a name that is free."""
    path, number = project.path, 1
    target = path.with_name(f"{path.stem}.rescued.jsonl")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}.rescued-{number}.jsonl")
    with whole_file(target) as out:
        for layer in layers:
            out.write(document_line(stored(project, bulletins[layer.bulletin], layer)) + "\n")
    return target
