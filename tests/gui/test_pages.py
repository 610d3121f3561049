"""The pages of the window: what cannot be seen cannot be changed, and each page leads to the others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.dialogs.palette import CommandPalette
from gui.preferences import COLOURS
from gui.program import Program
from models.bulletins import set_status
from models.labels import edit
from tests.gui.dialogs_kit import press, while_open, write
from tests.gui.review_kit import A, B, project_of


@pytest.fixture
def program(qtbot, tmp_path):
    """At the desk of a project with two submitted layers."""
    made = Program(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.start(project_of(tmp_path, A, B))
    yield made
    made.stop()


@pytest.fixture
def welcome(program):
    """The same, with the welcome page shown."""
    program.window.action_table["project.welcome"].trigger()
    assert program.window.stack.currentWidget() is program.window.welcome
    return program


def enabled(program, menu: str) -> list[str]:
    table = program.window.action_table
    return [spec.id for spec in table.specs() if spec.menu == menu and table[spec.id].isEnabled()]


def own_layer(program):
    project = program.workspace.project
    return project.layer_of(program.workspace.session.bulletin.id, "审核员")


def focused(program):
    return program.window.focusWidget()


class Shown(QObject):
    """Takes down every widget that appears as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


# Review ---------------------------------------------------------------------------------------------------------------


def test_nothing_is_annotated_out_of_sight_while_one_reviews(program):
    every = enabled(program, "annotate")
    assert "mark.unsure" in every
    assert "label.PER" in every
    press(program.window, "F6")
    assert enabled(program, "annotate") == []
    before = own_layer(program)

    def act(palette: CommandPalette) -> None:
        write(palette, "标为存疑")
        press(palette, "Return")
        press(palette, "Escape")

    while_open(CommandPalette, act)
    press(program.window, "Ctrl+K")
    assert own_layer(program) == before
    assert program.review.state.review.open
    program.window.action_table["review.toggle"].trigger()
    assert enabled(program, "annotate") == every


def test_labels_that_change_while_one_reviews_stay_out_of_reach_till_one_annotates(program):
    press(program.window, "F6")
    program.workspace.apply(lambda: edit(program.workspace.labels.labels[0], zh="人名"))
    assert enabled(program, "annotate") == []
    press(program.window, "F6")
    assert "label.PER" in enabled(program, "annotate")


def test_review_begins_in_the_present(program):
    window, workspace = program.window, program.workspace
    window.tools.setCurrentWidget(window.history)
    QTest.mouseClick(window.history.project, Qt.MouseButton.LeftButton)
    window.history.view.setFocus()
    for _ in range(2):
        QTest.keyClick(window.history.view, Qt.Key.Key_Down)
    assert workspace.past
    press(window, "F6")
    assert not workspace.past
    assert window.past_bar.isHidden()
    pending = len(program.review.state.review.open)
    QTest.keyClick(program.review.screen.pages, Qt.Key.Key_1)
    assert len(program.review.state.review.open) == pending - 1


def test_review_opens_in_the_window_and_the_window_stays_the_active_one(program, qtbot):
    seen = Shown()
    QApplication.instance().installEventFilter(seen)
    press(program.window, "F6")
    qtbot.wait(1)
    QApplication.instance().removeEventFilter(seen)
    assert seen.windows == []
    assert program.window.isActiveWindow()


# The welcome page -----------------------------------------------------------------------------------------------------


def test_escape_leads_from_the_welcome_page_back_to_the_text(welcome):
    press(welcome.window, "Escape")
    assert welcome.window.stack.currentWidget() is welcome.window.desk
    assert welcome.window.view.hasFocus()


def test_the_switch_leads_from_the_welcome_page_to_the_desk_and_to_review(welcome):
    window = welcome.window
    QTest.mouseClick(window.mode._group.button(0), Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.desk
    assert window.view.hasFocus()
    window.action_table["project.welcome"].trigger()
    QTest.mouseClick(window.mode._group.button(1), Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.review


def test_what_belongs_to_the_desk_rests_on_the_welcome_page(welcome):
    table = welcome.window.action_table
    assert enabled(welcome, "annotate") == []
    assert enabled(welcome, "edit") == ["edit.palette"]
    assert not any(table[name].isEnabled() for name in ("view.library", "view.tools", "view.history", "bulletin.next"))
    before = focused(welcome)
    for key in ("Ctrl+F", "Ctrl+1", "Ctrl+Return", "Ctrl+Z"):
        press(welcome.window, key)
    assert focused(welcome) is before
    press(welcome.window, "Escape")
    assert welcome.window.find_bar.isHidden()
    assert "mark.unsure" in enabled(welcome, "annotate")


def test_the_status_bar_names_no_place_and_no_keys_of_the_desk_on_the_welcome_page(program):
    bar = program.window.statusBar()

    def said() -> set[str]:
        return {label.text() for label in bar.findChildren(QLabel) if label.isVisible() and label.text()}

    assert {"提交", "快捷键"} <= said()
    program.window.action_table["project.welcome"].trigger()
    assert "快捷键" in said()
    assert not any(word == "提交" or "段" in word for word in said())


def test_escape_does_nothing_on_the_welcome_page_without_a_project(program):
    program.workspace.close_project()
    assert not program.window.action_table["view.text"].isEnabled()
    assert program.window.stack.currentWidget() is program.window.welcome


# Keys that belong to the window --------------------------------------------------------------------------------------


def test_undo_acts_from_a_field_in_which_nothing_was_typed(program):
    window, undone = program.window, program.workspace.project.history
    QTest.keyClick(window.view, Qt.Key.Key_Down)
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    assert undone.undo is not None
    press(window, "Ctrl+1")
    assert window.library.field.hasFocus()
    press(window, "Ctrl+Z")
    assert undone.undo is None
    press(window, "Ctrl+Shift+Z")
    assert undone.undo is not None
    QTest.keyClicks(window.library.field, "abc")
    press(window, "Ctrl+Z")
    assert window.library.field.text() == ""
    assert undone.undo is not None


def test_a_review_with_nothing_in_it_claims_nothing(program, qtbot):
    project, told = program.workspace.project, []
    for layer in [i for i in project.store.layers() if i.role == "annotator" and i.status == "submitted"]:
        program.workspace.apply(lambda layer=layer: set_status(layer, "in_progress"))
    program.workspace.told.connect(told.append)
    press(program.window, "F6")
    assert program.review.state.review is None
    for key in (Qt.Key.Key_J, Qt.Key.Key_K):
        QTest.keyClick(program.review.screen.pages, key)
    assert told == []


# Colours -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("chosen", "follows"), [("system", True), ("light", False)])
def test_the_colours_follow_the_system_while_the_program_runs_where_that_is_chosen(
    program, monkeypatch, chosen, follows
):
    program.settings.setValue(COLOURS, chosen)
    program.views.apply_settings()
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert program.window.view.theme.dark == follows
    assert program.window.action_table["view.dark"].isChecked() == follows
    monkeypatch.undo()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not program.window.view.theme.dark
