"""What the command line says: results on standard output, notes and a progress bar on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from models.errors import UserError
from models.project import Project
from models.storage.database import is_url

T = TypeVar("T")
_WIDTH = 30


def counted(number: int, word: str, many: str = "") -> str:
    """A number with its word, in the plural where it wants one: "1 bulletin", "2 bulletins"."""
    return f"{number} {word if number == 1 else many or word + 's'}"


def say(sentence: str) -> None:
    """A result, on standard output."""
    print(sentence)


def note(sentence: str) -> None:
    """Something to know that is no result, on standard error."""
    print(sentence, file=sys.stderr)


def progress(items: Sequence[T], what: str) -> Iterator[T]:
    """The items, with a bar on standard error while they are worked through, on a terminal alone."""
    shown = sys.stderr.isatty()
    for n, item in enumerate(items):
        if shown:
            bar(n, len(items), what)
        yield item
    if shown and items:
        bar(len(items), len(items), what)


def bar(done: int, total: int, what: str) -> None:
    """Draw the bar over the line it stood on; the last one ends the line. Nothing in a pipe."""
    if not sys.stderr.isatty():
        return
    filled = _WIDTH * done // max(total, 1)
    end = "\n" if done >= total else ""
    sys.stderr.write(f"\r{what} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{total}{end}")
    sys.stderr.flush()


def project_path(project: str) -> Path:
    """The project's file. Raises UserError for a database URL."""
    if is_url(project):
        raise UserError(
            "Projects in a PostgreSQL database are not in this version. Name a project file (name.jiaozhu).",
            code="project.url",
        )
    return Path(project)


def open_project(project: str) -> Project:
    """Open a project by the word on the command line. Raises UserError when it cannot be."""
    return Project.open(project_path(project))
