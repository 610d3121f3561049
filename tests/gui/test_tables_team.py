"""People and assignments as tables."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.tables.assignments import CELL, AssignmentRow, AssignmentsModel
from gui.tables.people import PeopleModel, PersonRow, duration
from models.bulletins import Bulletin
from models.people import Person
from models.review.assign import Progress

COUNTS = (("new", 2), ("in_progress", 1), ("submitted", 1), ("returned", 0), ("adjudicated", 1))
FIRST, SECOND = Person("p1", "甲"), Person("p2", "乙", "reviewer", active=False)
ROWS = [
    PersonRow(FIRST, Progress("甲", 4, COUNTS, 7500.0)),
    PersonRow(SECOND, Progress("乙", 0, tuple((status, 0) for status, _n in COUNTS), 0.0)),
]
BULLETIN = Bulletin("b1", "001.txt", "0" * 64, 1200)


def test_people_obey_the_rules_of_a_model(qtmodeltester):
    model = PeopleModel()
    qtmodeltester.check(model)
    model.set_rows(ROWS)
    qtmodeltester.check(model)
    model.set_rows([])
    qtmodeltester.check(model)


def test_a_person_is_shown_with_job_counts_time_and_share():
    model = PeopleModel()
    model.set_rows(ROWS)
    assert model.as_text().splitlines() == [
        "姓名\t角色\t分派\t进行中\t已提交\t已退回\t已裁定\t用时\t进度",
        "甲\t标注员\t4\t1\t1\t0\t1\t2:05\t2 / 5",
        "乙（已停用）\t审核员\t0\t0\t0\t0\t0\t—\t",
    ]


def test_a_bulletin_that_was_only_looked_at_is_no_work_to_be_done():
    looked = Progress("丙", 0, (("new", 1), *COUNTS[1:]), 0.0)
    assert PersonRow(FIRST, looked).whole == 3


@pytest.mark.parametrize(("seconds", "said"), [(0, "—"), (20, "0:01"), (60, "0:01"), (3600, "1:00"), (90000, "25:00")])
def test_time_is_said_in_hours_and_minutes(seconds, said):
    assert duration(seconds) == said


def test_the_chosen_person_stays_chosen_while_the_figures_change(qtbot):
    model, told = PeopleModel(), []
    model.set_rows(ROWS)
    model.modelReset.connect(lambda: told.append("reset"))
    model.set_rows([PersonRow(FIRST, Progress("甲", 5, COUNTS, 1.0)), ROWS[1]])
    assert not told
    assert model.index(0, 2).data() == "5"


def test_assignments_obey_the_rules_of_a_model(qtmodeltester):
    model = AssignmentsModel()
    qtmodeltester.check(model)
    model.show_rows([FIRST, SECOND], [AssignmentRow(BULLETIN, frozenset("甲"), {"乙": "submitted"})], {"甲": 1}, 2)
    qtmodeltester.check(model)
    model.show_rows([], [], {}, 1)
    qtmodeltester.check(model)


def test_a_cell_says_who_has_which_bulletin_and_how_far_they_are():
    model = AssignmentsModel()
    model.show_rows([FIRST, SECOND], [AssignmentRow(BULLETIN, frozenset("甲"), {"乙": "submitted"})], {"甲": 1}, 2)
    assert [model.index(0, n).data() for n in range(2)] == ["001.txt", "1 / 2"]
    states = [model.index(0, n).data(Qt.ItemDataRole.CheckStateRole) for n in (2, 3)]
    assert [Qt.CheckState(state) for state in states] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "乙，001.txt，未分派，已提交"
    assert model.index(0, 2).data(CELL).assigned
    assert model.cell(model.index(0, 0)) is None
    assert model.lacking(model.index(0, 1))
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["刊物", "人数", "甲  1", "乙  0"]
