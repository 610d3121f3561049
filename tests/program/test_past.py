"""Looking at a bulletin as it was: nothing in the present changes meanwhile, and one comes back whichever way."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from models.labels import edit


@pytest.fixture
def looking(program, hands):
    """The program after two steps, looking at the bulletin as it was after the first."""
    hands.press("J")
    hands.press("U")
    hands.press("J")
    hands.press("U")
    history = program.window.history
    program.window.tools.setCurrentWidget(history)
    history.view.setFocus()
    for _ in range(2):
        QTest.keyClick(history.view, Qt.Key.Key_Down)
    assert not program.window.past_bar.isHidden()
    return program


def editable(program) -> bool:
    panels = (program.window.outline, program.window.mentions, program.window.themes, program.window.comments)
    return not program.workspace.past and all(panel.isEnabled() for panel in panels)


def test_another_bulletin_can_be_worked_on_after_looking_at_the_past(looking, hands):
    assert not editable(looking)
    hands.press("Ctrl+PgDown")
    assert looking.window.past_bar.isHidden()
    assert editable(looking)
    hands.press("J")
    hands.press("U")
    assert sum(section.unsure for section in hands.session.outline) == 1


def test_neither_mouse_nor_undo_changes_the_present_while_the_past_is_shown(looking, hands):
    told = []
    looking.workspace.told.connect(told.append)
    before = list(hands.session.outline)
    moved = before[2]
    looking.window.view.boundary_dropped.emit(moved.id, moved.start + 5)
    chip = next(section for section in before if section.suggested)
    looking.window.view.chip_clicked.emit(chip.id, chip.suggested[0].id)
    hands.press("Ctrl+Z")
    looking.workspace.undo()
    assert list(hands.session.outline) == before
    assert "正在看过去的样子，先回到现在，才能修改。" in told
    looking.window.past_bar.present_requested.emit()
    assert editable(looking)
    hands.press("Ctrl+Z")
    assert list(hands.session.outline) != before


def test_j_and_k_go_through_the_bulletin_as_it_was(looking, hands):
    view = looking.window.view
    hands.press("Ctrl+Home")
    starts = list(view.session.outline.starts)
    for key, n in (("J", 1), ("J", 2), ("K", 1)):
        hands.press(key)
        assert view.caret == starts[n]
        assert view.marks.section == view.session.outline[n].id


@pytest.mark.parametrize("key", ["U", "T", "C", "1", "Space", "Return", "Backspace", "Ctrl+Z", "Ctrl+Return"])
def test_a_key_that_would_change_something_says_that_the_past_is_shown(looking, hands, key):
    told, before = [], looking.workspace.project.history.undo
    looking.workspace.told.connect(told.append)
    hands.press(key)
    assert told == ["正在看过去的样子，先回到现在，才能修改。"]
    assert looking.workspace.project.history.undo == before
    assert not looking.window.past_bar.isHidden()


def test_the_caret_goes_by_words_in_the_past(looking, hands):
    hands.press("Ctrl+Home")
    hands.press("Ctrl+Right")
    assert looking.window.view.caret > 0


def test_keys_act_where_the_caret_came_to_stand_in_the_past(looking, hands):
    hands.press("Ctrl+Home")
    hands.press("J")
    hands.press("J")
    hands.press("J")
    looking.window.past_bar.present_requested.emit()
    assert hands.session.outline.at(looking.window.view.caret) == looking.workspace.section


def test_the_moment_is_told_in_the_clock_of_the_desk(looking, hands):
    entry = looking.window.history.model.moment(looking.window.history.view.currentIndex()).entry
    here = datetime.fromisoformat(entry.at).astimezone()
    assert here.strftime("%Y-%m-%d %H:%M:%S") in looking.window.past_bar.findChild(QLabel).text()


def test_a_change_of_the_labels_leads_back_to_the_present(looking, hands):
    looking.workspace.apply(lambda: edit(looking.workspace.labels.labels[0], zh="人名"))
    assert looking.window.past_bar.isHidden()
    assert editable(looking)


def test_a_step_in_another_bulletin_is_shown_there(looking, hands, program):
    first = hands.session.bulletin
    hands.press("Ctrl+PgDown")
    second = hands.session.bulletin
    hands.press("J")
    hands.press("U")
    history = program.window.history
    QTest.mouseClick(history.project, Qt.MouseButton.LeftButton)
    rows = [history.model.index(n) for n in range(1, history.model.rowCount())]
    there = next(row for row in rows if first.title in history.model.when(history.model.moment(row)))
    history.view.setCurrentIndex(there)
    assert hands.session.bulletin.id == first.id
    assert not program.window.past_bar.isHidden()
    history.view.setCurrentIndex(rows[0])
    assert second.title in history.model.when(history.model.moment(rows[0]))
    assert hands.session.bulletin.id == second.id
    assert history.view.currentIndex().row() == 1
