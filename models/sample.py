"""The sample project: the five bulletins that the program brings along."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from models.project import Imported, Project
from models.text import normalise


def seed_texts() -> list[Imported]:
    """The five seed bulletins, normalised, in the order of their names."""
    found = []
    for entry in sorted(resources.files("seeds").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".txt"):
            raw = entry.read_bytes()
            content, _replaced = normalise(raw.decode("utf-8-sig"))
            found.append(Imported(entry.name, content, raw, "utf-8"))
    return found


def create_sample(path: Path) -> None:
    """Make the sample project at `path`; a half-made file does not stay. Raises UserError when the path is taken."""
    project = Project.create(path)
    try:
        project.add_bulletins(seed_texts())
    finally:
        project.close()
