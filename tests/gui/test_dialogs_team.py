"""People, assignment, rules: by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from gui.dialogs.export import ExportDialog
from gui.dialogs.people import PeopleDialog
from gui.dialogs.spread import SpreadDialog
from gui.dialogs.statistics import StatisticsDialog
from gui.workspace import Workspace
from models.people import Assignment, Person
from models.project import Imported, Project
from models.review.assign import add_person
from models.review.blind import is_blind
from models.review.matters import MAJORITY
from models.review.reviewing import POLICY, required
from tests.gui.dialogs_kit import LEFT, press, shown, while_open, write

TEXTS = ["社区简报\n李明参加。", "街道简报\n王芳讲话。\n会议结束。", "园区简报\n活动开始。"]


@pytest.fixture
def workspace(qtbot, tmp_path):
    project = Project.create(tmp_path / "team.jiaozhu")
    project.add_bulletins([Imported(f"{n}.txt", text) for n, text in enumerate(TEXTS)])
    for name in ("甲", "乙", "丙"):
        project.apply(add_person(project, name))
    project.set_annotator("主任")
    project.close()
    made = Workspace()
    assert made.open_project(tmp_path / "team.jiaozhu")
    yield made
    made.close_project()


@pytest.fixture
def dialog(qtbot, workspace):
    return shown(qtbot, PeopleDialog(None, workspace))


def assigned(workspace) -> set[tuple[str, str]]:
    names = {b.id: b.name for b in workspace.bulletins()}
    return {(names[a.bulletin], a.annotator) for a in workspace.project.store.items(Assignment)}


def click(page, row: int, column: int, held=Qt.KeyboardModifier.NoModifier) -> None:
    place = page.view.visualRect(page.model.index(row, column)).center()
    QTest.mouseClick(page.view.viewport(), LEFT, held, place)


def to_assignments(dialog):
    dialog.tabs.setCurrentIndex(1)
    page = dialog.assignments
    page.view.setFocus()
    return page


# People ---------------------------------------------------------------------------------------------------------------


def test_somebody_is_added_by_writing_a_name_and_enter(dialog, workspace):
    write(dialog, "林小川")
    dialog.people.job.choose("reviewer")
    press(dialog, "Return")
    assert dialog.isVisible()
    assert ("林小川", "reviewer") in {(p.name, p.job) for p in workspace.project.store.items(Person)}
    assert dialog.people.current.person.name == "林小川"
    assert dialog.people.name.text() == ""
    press(dialog, "Ctrl+Z")
    assert "林小川" not in {p.name for p in workspace.project.store.items(Person)}
    press(dialog, "Ctrl+Shift+Z")
    assert "林小川" in {p.name for p in workspace.project.store.items(Person)}


def test_a_name_that_is_taken_is_refused_with_a_sentence(dialog, workspace):
    said = []
    write(dialog, "甲")
    while_open(QMessageBox, lambda box: (said.append(box.text()), press(box, "Return")))
    press(dialog, "Return")
    assert said == ["已经有一位叫 甲 的人。"]
    assert dialog.people.name.text() == "甲"


def test_job_and_leaving_are_changed_for_the_chosen_person(dialog, workspace):
    page = dialog.people
    click(page, 1, 0)
    chosen = page.current.person
    page.new_job.choose("manager")
    page.change_job()
    QTest.mouseClick(page.active, LEFT)
    (found,) = [p for p in workspace.project.store.items(Person) if p.id == chosen.id]
    assert (found.job, found.active) == ("manager", False)
    assert page.current.person.id == chosen.id
    assert page.active.text() == "恢复"
    assert page.model.rows()[-1].person.id == chosen.id


def test_the_table_goes_to_the_clipboard(dialog):
    QTest.mouseClick(dialog.people.copy_button, LEFT)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("丙\t标注员\t0")


def test_undo_in_the_dialog_never_takes_back_work_on_a_bulletin(dialog, workspace):
    workspace.open_bulletin(workspace.bulletins()[0].id)
    session = workspace.session
    workspace.apply(session.outline.split(4))
    count = len(session.outline)
    press(dialog, "Ctrl+Z")
    assert len(session.outline) == count


# Assignment -----------------------------------------------------------------------------------------------------------


def test_a_click_assigns_and_a_second_one_takes_back(dialog, workspace):
    page = to_assignments(dialog)
    assert [p.name for p in page.model.people] == ["甲", "乙", "丙"]
    click(page, 1, 3)
    assert assigned(workspace) == {("1.txt", "乙")}
    click(page, 1, 3)
    assert assigned(workspace) == set()
    press(dialog, "Ctrl+Z")
    assert assigned(workspace) == {("1.txt", "乙")}


def test_space_assigns_all_chosen_cells_as_one_step(dialog, workspace):
    page = to_assignments(dialog)
    page.view.setCurrentIndex(page.model.index(0, 2))
    press(page.view, "Shift+Down")
    press(page.view, "Shift+Right")
    press(page.view, "Space")
    every = {(f"{n}.txt", name) for n in (0, 1) for name in ("甲", "乙")}
    assert assigned(workspace) == every
    press(page.view, "Space")
    assert assigned(workspace) == set()
    press(dialog, "Ctrl+Z")
    assert assigned(workspace) == every
    press(dialog, "Ctrl+Z")
    assert assigned(workspace) == set()


def test_a_whole_column_is_chosen_by_its_head(dialog, workspace):
    page = to_assignments(dialog)
    head = page.view.horizontalHeader()
    place = head.viewport().rect().center()
    place.setX(head.sectionViewportPosition(4) + 10)
    QTest.mouseClick(head.viewport(), LEFT, pos=place)
    press(page.view, "Space")
    assert assigned(workspace) == {(f"{n}.txt", "丙") for n in range(3)}


def test_typing_filters_and_the_state_too(dialog, workspace):
    page = to_assignments(dialog)
    click(page, 0, 2)
    press(page.view, "1")
    assert [row.bulletin.name for row in page.model.rows()] == ["1.txt"]
    page.field.clear()
    page.state.choose("none")
    page.state.activated.emit(1)
    assert [row.bulletin.name for row in page.model.rows()] == ["1.txt", "2.txt"]
    assert page._sum.text() == "2 / 3 篇 · 2 篇没有分派 · 1 篇人数不足"


def test_spreading_shows_first_what_each_gets_and_is_one_step(qtbot, dialog, workspace):
    page = to_assignments(dialog)
    seen = []

    def act(asked: SpreadDialog) -> None:
        asked.activateWindow()
        asked.each.choose(2)
        seen.append([(row.title, row.note.split()[0]) for row in asked.list.model.rows])
        press(asked, "Space")
        seen.append([row.checked for row in asked.list.model.rows])
        press(asked, "Space")
        press(asked, "Return")
        QTest.mouseClick(asked._box.buttons()[0], LEFT)

    while_open(SpreadDialog, act)
    QTest.mouseClick(page.spread_button, LEFT)
    assert seen == [[("甲", "＋2"), ("乙", "＋2"), ("丙", "＋2")], [False, True, True]]
    assert len(assigned(workspace)) == 6
    dialog.activateWindow()  # without a window manager nobody does when a dialog closes
    qtbot.waitUntil(dialog.isActiveWindow)
    press(dialog, "Ctrl+Z")
    assert assigned(workspace) == set()


def test_spreading_over_too_few_people_says_so(qtbot, workspace):
    project = workspace.project
    people = list(project.store.items(Person))
    asked = shown(qtbot, SpreadDialog(None, project, workspace.bulletins(), people))
    asked.each.choose(3)
    press(asked, "Space")
    assert asked._told.text() == "每篇 3 人标注，要先选够人：现在只选了 2 人。"
    assert asked.step is None
    assert not asked._box.buttons()[0].isEnabled()


# Rules ----------------------------------------------------------------------------------------------------------------


def test_the_rules_hold_at_once_and_are_kept(qtbot, dialog, workspace):
    project = workspace.project
    assert is_blind(project)
    dialog.tabs.setCurrentIndex(2)
    QTest.mouseClick(dialog.rules.blind, LEFT, pos=dialog.rules.blind.rect().center() * 0.1)
    dialog.rules.annotators.choose(3)
    dialog.rules.policy.choose(MAJORITY)
    assert not is_blind(project)
    assert required(project) == 3
    assert project.store.setting(POLICY) == MAJORITY
    assert dialog.assignments.model.index(0, 1).data() == "0 / 3"


# Blind ----------------------------------------------------------------------------------------------------------------


def entries(choice):
    return [choice.itemText(n) for n in range(choice.count())]


def test_undo_on_the_page_of_rules_takes_nothing_back_that_is_not_seen_there(dialog, workspace):
    page = to_assignments(dialog)
    click(page, 0, 2)
    before = assigned(workspace)
    assert before
    dialog.tabs.setCurrentWidget(dialog.rules)
    dialog.rules.blind.setFocus()
    press(dialog, "Space")
    press(dialog, "Ctrl+Z")
    assert assigned(workspace) == before
    dialog.tabs.setCurrentWidget(dialog.people)
    press(dialog, "Ctrl+Z")
    assert assigned(workspace) == set()
    assert dialog.tabs.currentWidget() is dialog.assignments


def test_a_blind_annotator_counts_and_exports_nothing_of_others(qtbot, workspace):
    project = workspace.project
    for name in ("乙", "甲"):
        project.set_annotator(name)
        assert workspace.open_bulletin(project.store.bulletins()[0].id)
    statistics = StatisticsDialog(None, workspace)
    export = ExportDialog(None, project)
    qtbot.addWidget(statistics)
    qtbot.addWidget(export)
    assert entries(statistics.people) == ["甲"]
    assert entries(export.layer) == ["标注员 甲"]


def test_a_manager_counts_and_exports_everybody(qtbot, workspace):
    project = workspace.project
    for name in ("乙", "甲"):
        project.set_annotator(name)
        assert workspace.open_bulletin(project.store.bulletins()[0].id)
    project.set_annotator("主任")
    statistics = StatisticsDialog(None, workspace)
    export = ExportDialog(None, project)
    qtbot.addWidget(statistics)
    qtbot.addWidget(export)
    assert entries(statistics.people)[0] == "全部"
    assert {"标注员 乙", "标注员 甲", "全部标注层"} <= set(entries(export.layer))
