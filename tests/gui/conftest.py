"""Fixtures for every test of a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rjieba  # noqa: F401  loaded, so that texts are reflowed at once
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from gui.program import Program
from gui.text.view import ReadingView
from gui.workspace import Workspace
from models.labels import LabelSet, default_label_set
from models.session import Session
from tests.gui import panels_kit
from tests.gui.review_kit import A, B, Desk, project_of
from tests.gui.sessions import seed_session


@pytest.fixture
def labels() -> LabelSet:
    """The label set that a new project starts with."""
    return default_label_set()


@pytest.fixture
def session_of() -> Callable[[str], Session]:
    """Makes a session from a seed's number, such as "000"."""
    return seed_session


@pytest.fixture
def reading_view(qtbot) -> ReadingView:
    """A reading view on the screen, with the focus, showing nothing yet."""
    made = ReadingView()
    qtbot.addWidget(made)
    made.resize(862, 600)
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def workspace(qtbot, tmp_path: Path) -> Iterator[Workspace]:
    """Two small bulletins, the first one pre-annotated and open."""
    made = panels_kit.make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def show_panel(qtbot, workspace: Workspace) -> Callable[..., QWidget]:
    """Makes a panel of a kind on that workspace, on the screen and active."""

    def show(kind: Callable[[Workspace], QWidget], width: int = 332, height: int = 800) -> QWidget:
        made = kind(workspace)
        qtbot.addWidget(made)
        made.resize(width, height)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return show


@pytest.fixture
def open_program(qtbot, tmp_path):
    """Opens the program on a project file, in review."""
    running = []

    def start(path) -> Desk:
        program = Program(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        running.append(program)
        qtbot.addWidget(program.window)
        program.window.show()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        program.start(path)
        desk = Desk(program)
        desk.press("F6")
        return desk

    yield start
    for program in running:
        program.stop()


@pytest.fixture
def desk(open_program, tmp_path) -> Desk:
    """The program in review of two layers on one bulletin."""
    return open_program(project_of(tmp_path, A, B))
