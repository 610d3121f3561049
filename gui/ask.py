"""The dialogs, one function each, loaded when first asked for: the window is usable the sooner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QWidget

from gui.actions import Actions
from gui.engines import Engines
from gui.learning import Learning
from gui.workspace import Workspace
from models.changes import Change
from models.errors import UserError
from models.labels import LabelSet
from models.mentions import Mention
from models.outline import Section
from models.project import Project
from models.session import Session
from models.text import Span

if TYPE_CHECKING:
    from models.review.packages import Package


def tell(parent: QWidget, error: UserError) -> None:
    """Show what could not be done, and why."""
    from gui.dialogs.report import report

    report(parent, error)


def gone(parent: QWidget, path: Path) -> bool | None:
    """Whether to save a copy of a project whose file is not where it was; None to stay in it."""
    from gui.dialogs.gone import ask_where

    return ask_where(parent, path)


def themes(
    parent: QWidget, labels: LabelSet, section: Section, changed: Callable[[tuple[str, ...]], object], at: QPoint
) -> None:
    """The theme picker; each choice is told to `changed` at once."""
    from gui.dialogs.theme_picker import ThemePicker

    ThemePicker.ask(parent, labels, section, changed, at)


def comment(parent: QWidget, text: str = "") -> str | None:
    """The words of a comment; None when it was called off."""
    from gui.dialogs.comment import CommentDialog

    return CommentDialog.ask(parent, text)


def continued(parent: QWidget, session: Session, section: Section, labels: LabelSet) -> Section | None:
    """Which earlier section this one continues."""
    from gui.dialogs.continue_picker import ContinuePicker

    return ContinuePicker.ask(parent, session, section, labels)


def entity(parent: QWidget, session: Session, mentions: Sequence[Mention], labels: LabelSet) -> Change | None:
    """Which entity the mentions name, as the change that links them."""
    from gui.dialogs.entity_picker import EntityPicker

    return EntityPicker.ask(parent, session, mentions, labels)


def occurrences(parent: QWidget, session: Session, mention: Mention, labels: LabelSet) -> list[Span] | None:
    """Which other places with the same words to tag."""
    from gui.dialogs.occurrences import OccurrencesDialog

    return OccurrencesDialog.ask(parent, session, mention, labels)


def annotator(
    parent: QWidget, project: Project, names: Sequence[str] | None = None, *, starting: bool = False
) -> str | None:
    """Who sits at the desk."""
    from gui.dialogs.annotator import AnnotatorDialog

    return AnnotatorDialog.ask(parent, project, names, starting=starting)


def people(parent: QWidget, workspace: Workspace) -> None:
    """Who works on the project and on what."""
    from gui.dialogs.people import PeopleDialog

    PeopleDialog.ask(parent, workspace)


def package(parent: QWidget, workspace: Workspace) -> Package | None:
    """A work package for a colleague; what was written."""
    from gui.dialogs.package import PackageDialog

    return PackageDialog.ask(parent, workspace)


def merge(parent: QWidget, workspace: Workspace, paths: Sequence[Path] = ()) -> bool:
    """Colleagues' files into the project; whether anything was merged."""
    from gui.dialogs.merge import MergeDialog

    return MergeDialog.ask(parent, workspace, paths)


def imports(parent: QWidget, workspace: Workspace) -> bool:
    """Take texts and annotation files in; says whether any were."""
    from gui.dialogs.import_ import ImportDialog

    return ImportDialog.ask(parent, workspace)


def export(parent: QWidget, workspace: Workspace) -> Path | None:
    """Write the annotations to a file; where."""
    from gui.dialogs.export import ExportDialog

    return ExportDialog.ask(parent, workspace)


def label_set(parent: QWidget, workspace: Workspace, actions: Actions) -> None:
    """The labels, kinds and themes of the project."""
    from gui.dialogs.label_set import LabelSetEditor

    LabelSetEditor.ask(parent, workspace, actions)


def submission(parent: QWidget, workspace: Workspace) -> bool:
    """Whether to submit the open bulletin, after a look at what is left in it."""
    from gui.dialogs.submit import SubmitDialog

    return SubmitDialog.ask(parent, workspace)


def learning(parent: QWidget, workspace: Workspace, learning: Learning) -> None:
    """The pre-annotation engine of the project."""
    from gui.dialogs.learning import LearningDialog

    LearningDialog.ask(parent, workspace, learning)


def engines(parent: QWidget, engines: Engines) -> None:
    """The engines that can be added to the program."""
    from gui.dialogs.engines import EnginesDialog

    EnginesDialog.ask(parent, engines)


def settings(parent: QWidget, stored: QSettings, changed: Callable[[], object]) -> None:
    """How the program looks."""
    from gui.dialogs.settings import SettingsDialog

    SettingsDialog.ask(parent, stored, changed)


def command(parent: QWidget, actions: Actions, stored: QSettings) -> None:
    """The command palette: runs what is chosen."""
    from gui.dialogs.palette import CommandPalette

    CommandPalette.ask(parent, actions, stored)


def keys(parent: QWidget, actions: Actions) -> None:
    """Every key, and other keys for it."""
    from gui.dialogs.keys import KeysDialog

    KeysDialog.ask(parent, actions)


def guidelines(parent: QWidget, labels: LabelSet) -> None:
    """The guidelines of the label set."""
    from gui.dialogs.guidelines import GuidelinesDialog

    GuidelinesDialog.ask(parent, labels)


def statistics(parent: QWidget, workspace: Workspace) -> None:
    """The project in numbers."""
    from gui.dialogs.statistics import StatisticsDialog

    StatisticsDialog.ask(parent, workspace)


def about(parent: QWidget) -> None:
    """What this program is."""
    from gui.dialogs.about import AboutDialog

    AboutDialog.ask(parent)
