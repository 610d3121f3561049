"""Who sits at the desk: when to ask, and what it means to sit down."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from models.project import DEFAULT_ANNOTATOR, Project
from models.review.assign import people
from models.review.packages import PACKAGE

NAME = "person/name"
"""The setting with the name that was chosen last on this machine: offered in a project that knows nobody yet."""


def to_be_asked(project: Project) -> bool:
    """Whether to ask who sits down when a project is opened.

    So it is where several people are known, and in a project that knows nobody yet. A work package is for one person.
    """
    if project.store.setting(PACKAGE):
        return False
    known = [person for person in people(project) if person.active]
    return len(known) > 1 or (not known and not project.store.setting("annotator"))


def offered(project: Project, settings: QSettings) -> list[str]:
    """The names to choose from, whoever sits there now first; those who have left are not offered."""
    active = {person.name: person.active for person in people(project)}
    names = [project.annotator, *(name for name, here in active.items() if here)]
    last = str(settings.value(NAME, ""))
    if not active and last:
        names = [last]
    elif not active and project.annotator == DEFAULT_ANNOTATOR and not project.store.setting("annotator"):
        names = []
    return list(dict.fromkeys(names))


def sit_down(project: Project, settings: QSettings, name: str) -> None:
    """Let somebody work from now on. Raises UserError for an empty name."""
    project.set_annotator(name)
    settings.setValue(NAME, project.annotator)
