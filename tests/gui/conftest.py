"""Fixtures for every test of a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import rjieba  # noqa: F401  loaded, so that texts are reflowed at once

from gui.text.view import ReadingView
from models.labels import LabelSet, default_label_set
from models.session import Session
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
