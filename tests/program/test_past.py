"""Looking at a bulletin as it was: nothing in the present changes meanwhile, and one comes back whichever way."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.annotate.suggestions import open_stops
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


def test_tab_goes_through_the_suggestions_as_they_were(looking, hands):
    view, told = looking.window.view, []
    looking.workspace.told.connect(told.append)
    before, selected = list(hands.session.mentions), looking.workspace.mention
    stops = [(stop.offset, stop.id if stop.rank else None) for stop in open_stops(view.session)]
    hands.press("Ctrl+Home")
    hands.press("Tab")
    n = stops.index((view.caret, view.marks.mention))
    for by in (1, 1, 1, 1, 1, -1, -1, -1):
        hands.press("Tab" if by > 0 else "Shift+Tab")
        n += by
        assert (view.caret, view.marks.mention) == stops[n]
    assert told == []
    assert (list(hands.session.mentions), looking.workspace.mention) == (before, selected)
    assert not looking.window.past_bar.isHidden()


def test_a_mention_of_the_past_is_framed_by_its_key_and_by_a_click_though_it_is_no_more(program, hands, looking):
    window, view = program.window, program.window.view
    window.past_bar.present_requested.emit()
    mentions, content = hands.session.mentions, hands.session.text.content
    alone = [m for m in mentions if m.start and not content[m.start - 1].isspace() and len(mentions.at(m.start)) == 1]
    mention = alone[0]
    hands.click(mention.start)
    hands.press("M")
    hands.press("Delete")
    assert mention.id not in mentions
    QTest.keyClick(window.history.view, Qt.Key.Key_Down)
    QTest.keyClick(window.history.view, Qt.Key.Key_Down)
    assert not window.past_bar.isHidden()
    hands.click(mention.start - 1)
    hands.press("Right")
    assert view.marks.mention is None
    hands.press("M")
    assert view.marks.mention == mention.id
    hands.press("Ctrl+Home")
    assert view.marks.mention is None
    place = view.rect_of(mention.start).center() + QPoint(4, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.marks.mention == mention.id
    window.past_bar.present_requested.emit()
    assert view.marks.mention is None
    assert program.workspace.mention is None


def test_words_are_found_in_the_past(looking, hands):
    view = looking.window.view
    hands.press("Ctrl+F")
    QTest.keyClicks(looking.window.find_bar.field, "11")
    QTest.keyClick(looking.window.find_bar.field, Qt.Key.Key_Return)
    assert view.caret == looking.window.find_bar.hits[1][0]
    assert not looking.window.past_bar.isHidden()


@pytest.mark.parametrize(
    "key", ["U", "T", "C", "1", "Q", "X", "A", "L", "Delete", "Space", "Return", "Backspace", "Ctrl+Z", "Ctrl+Return"]
)
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
