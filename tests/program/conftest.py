"""The real program on the sample project, pre-annotated once for all tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from gui.dialogs.theme_picker import ThemePicker
from models.prelabel.engine import prelabel
from models.project import Project
from models.sample import create_sample
from tests.gui.dialogs_kit import press, started, while_open, write
from tests.program.hands import Hands


@pytest.fixture(scope="session")
def prelabelled(tmp_path_factory):
    """The sample project's file with every bulletin pre-annotated."""
    path = tmp_path_factory.mktemp("sample") / "sample.jiaozhu"
    create_sample(path)
    project = Project.open(path)
    for bulletin in project.store.bulletins():
        project.store_suggestions(bulletin, prelabel(project.store.content(bulletin.id)))
    project.close()
    return path


@pytest.fixture
def program(qtbot, prelabelled, tmp_path):
    """The program with its window open on a copy of the sample project."""
    path = tmp_path / "sample.jiaozhu"
    shutil.copy(prelabelled, path)
    made = started(qtbot, path)
    yield made
    made.stop()


@pytest.fixture
def hands(program) -> Hands:
    """Hands on the program's keyboard and mouse."""
    return Hands(program)


@pytest.fixture
def choose_themes(hands, qtbot) -> Callable[[list[str]], None]:
    """Opens the theme picker by its key and toggles themes by their ids."""

    def choose(themes: list[str]) -> None:
        def act(picker: ThemePicker) -> None:
            picker.activateWindow()
            qtbot.waitUntil(picker.isActiveWindow)
            for theme in themes:
                write(picker, theme)
                press(picker, "Return")
            press(picker, "Escape")

        while_open(ThemePicker, act)
        hands.press("T")

    return choose
