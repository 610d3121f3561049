"""Composition: builds the objects and connects them."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gui import ask, i18n
from gui.acting import Acting
from gui.annotate.marks import MarkCommands
from gui.annotate.mentions import MentionCommands
from gui.annotate.sections import SectionCommands
from gui.annotate.suggestions import SuggestionCommands
from gui.desk import Desk
from gui.engines import Engines
from gui.figures_commands import FiguresCommands
from gui.folding import Folding
from gui.learning import Learning
from gui.main_window import MainWindow
from gui.prelabelling import Prelabelling
from gui.project_commands import ProjectCommands, sample_path
from gui.review.entry import ReviewEntry
from gui.sentences import sentence
from gui.tasks import Worker
from gui.team.commands import TeamCommands
from gui.theme import plain_font
from gui.view_commands import ViewCommands
from gui.words import Words
from gui.workspace import Workspace
from models.errors import UserError

if TYPE_CHECKING:
    from gui.review.commands import ReviewCommands


class Program:
    """The running program: the window and everything that acts in it.

    `worker` does what takes its time; `quick` answers at once, whatever the other is at.
    """

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings
        self.workspace = Workspace()
        self.worker, self.quick = Worker(), Worker()
        self.words = Words(self.quick)
        self.window = MainWindow(self.workspace, settings)
        self.prelabelling = Prelabelling(self.workspace, self.worker)
        window, workspace, view, table = self.window, self.workspace, self.window.view, self.window.action_table
        self.acting = Acting(window)
        self.desk = Desk(window, self.words)
        self.sections = SectionCommands(workspace, view, table, window)
        self.mentions = MentionCommands(workspace, view, table, window)
        self.suggestions = SuggestionCommands(workspace, view, table, window, settings)
        self.marks = MarkCommands(workspace, view, table, window)
        self.folding = Folding(workspace)
        self.projects = ProjectCommands(window, self.prelabelling)
        self.learning = Learning(workspace, self.prelabelling, settings)
        table.connect("project.learning", lambda: ask.learning(window, workspace, self.learning))
        self.engines = Engines(workspace, self.prelabelling)
        table.connect("project.engines", lambda: ask.engines(window, self.engines))
        self.views = ViewCommands(window)
        self.reviewing = ReviewEntry(window, self.worker)
        self.views.look_changed.connect(self.reviewing.apply_look)
        self.team = TeamCommands(window, lambda path: self.projects.open(path, asking=True))
        self.figures = FiguresCommands(window)
        self._watch_work()
        for worker in (self.worker, self.quick):
            worker.failed.connect(workspace.told)
        table.keys_changed.connect(self.name_keys)
        workspace.project_opened.connect(self._take_labels)
        workspace.changed.connect(lambda step, _by: self._take_labels() if step.layer is None else None)
        window.fill_menus()

    def _watch_work(self) -> None:
        """Let the status bar say how far the background work is."""
        status, learning = self.window.statusBar(), self.learning
        self.worker.progress.connect(status.show_progress)
        learning.progress.connect(lambda: status.show_training(learning.steps))
        status.training.stop_requested.connect(learning.cancel)
        engines = self.engines
        engines.changed.connect(lambda: status.show_adding(engines.adding, engines.step))
        engines.progress.connect(lambda: status.show_adding(engines.adding, engines.step))
        status.adding.stop_requested.connect(engines.stop)

    @property
    def review(self) -> ReviewCommands:
        """What reviews; loaded at the first time."""
        return self.reviewing.commands

    def _take_labels(self) -> None:
        labels = self.workspace.labels
        if labels is not None:
            self.mentions.take_labels(labels)
            self.sections.take_kinds(labels)
            self.window.fill_menus()
            self.name_keys()

    def name_keys(self) -> None:
        """Let the panels show the keys as they are now."""
        table = self.window.action_table

        def key_of(action: str) -> str:
            return table[action].shortcut().toString() if action in table else ""

        self.window.outline.set_keys(key_of)
        self.window.mentions.set_keys(key_of)

    def start(self, project: Path | None, *, asking: bool = False) -> None:
        """Open `project`, else the last one, else the sample; the welcome page stays when it cannot be opened.

        A last one that is not where it was is told there, and is the last one still: it may be on a stick.
        With `asking` whoever starts the program may be asked who they are.
        """
        last = str(self.settings.value("project/last", ""))
        if project is not None:
            self.projects.open(project, asking=asking)
        elif isfile(last):
            self.projects.open(Path(last), asking=asking)
        elif last and Path(last) != sample_path():
            self.window.welcome.tell(sentence(UserError(f"{last} is missing.", code="project.missing", path=last)))
        else:
            self.projects.open_sample()
        if self.workspace.project is None:
            self.window.show_desk(False)

    def stop(self) -> None:
        """Close the project and end the workers."""
        self.workspace.close_project()
        self.learning.close()
        self.engines.close()
        for worker in (self.worker, self.quick):
            worker.close()


def collect_seldom() -> None:
    """Let Python look for reference cycles less often.

    The rows of large layers live long and hold none; to look through all of them takes a tenth of a second, which
    would come in the midst of somebody's work.
    """
    gc.set_threshold(20_000, 20, 100)


def make_application(argv: Sequence[str]) -> QApplication:
    """The QApplication with names, language and fonts set."""
    collect_seldom()
    app = QApplication(list(argv))
    app.setApplicationName("jiaozhu")
    app.setOrganizationName("jiaozhu")
    app.setStyle("Fusion")
    app.setFont(plain_font())
    i18n.install(app, QSettings())
    return app
