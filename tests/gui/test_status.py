"""The status bar, and what else must never be wider than the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel

from gui.program import Program
from tests.gui.dialogs_kit import press
from tests.gui.review_kit import A, B, project_of

LONG = "很长的一句话，" * 60


@pytest.fixture
def program(qtbot, tmp_path):
    """In review, in a window as wide as a small laptop's screen."""
    made = Program(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made.window)
    made.window.resize(1280, 760)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.start(project_of(tmp_path, A, B))
    press(made.window, "F6")
    yield made
    made.stop()


def words(bar) -> set[str]:
    """What can be read in the bar."""
    return {label.text() for label in bar.findChildren(QLabel) if label.isVisible() and label.text()}


def test_nothing_that_is_said_makes_the_window_wider(qtbot, program):
    window, bar = program.window, program.window.statusBar()
    bar.show_progress(1, 1000)
    bar.show_training((3, 6))
    bar.show_adding("lac", ("fetch", 1000, 6000))
    bar.tell(LONG)
    qtbot.wait(0)
    assert window.width() == 1280
    assert window.minimumSizeHint().width() <= 1000
    assert all(part.geometry().right() <= bar.width() for part in bar.children() if part.isWidgetType())


def test_keys_give_way_to_work_that_is_under_way_and_come_back(program):
    bar = program.window.statusBar()
    assert {"快捷键", "命令", "完成审核"} <= words(bar)
    bar.show_progress(1, 1000)
    bar.show_training((3, 6))
    bar.show_adding("lac", ("fetch", 1000, 6000))
    bar.tell(LONG)
    assert "快捷键" not in words(bar)
    bar.show_progress(1, 1)
    bar.show_training(None)
    bar.show_adding("", ("", 0, 0))
    bar.tell("")
    assert {"快捷键", "命令", "完成审核"} <= words(bar)


def test_a_long_title_is_shortened_and_whole_in_the_tooltip(program):
    button = program.review.screen.panel.bulletin
    button.set_title(LONG, "long.txt")
    assert button.text().endswith("… ▾")
    assert button.toolTip() == f"{LONG}\nlong.txt"
    assert button.accessibleName() == LONG
    assert program.window.width() == 1280
