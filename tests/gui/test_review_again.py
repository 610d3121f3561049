"""What was decided can be taken back, whatever has written the gold layer anew since then."""

from __future__ import annotations

import shutil

import pytest

from gui.dialogs.merge import MergeDialog
from models.decision import Decision
from models.project import Project
from models.review.gold import decision, settled
from models.review.matters import ALL, MAJORITY
from models.review.merge import plan_merge
from models.review.reviewing import open_review
from models.storage.replay import differences
from models.taxonomy import merge_theme
from tests.gui.review_kit import MARKS_B, OF_B, A, B, C, project_of
from tests.models.review_kit import STARTS, annotate

ARTICLE = STARTS[2]


@pytest.fixture
def opened(open_program, tmp_path):
    """A project with the layers of two people, and a copy of it at a colleague's."""
    path = project_of(tmp_path, A, B)
    shutil.copy(path, tmp_path / "copy.jiaozhu")
    return open_program(path)


def say_nothing(desk):
    said = []
    desk.program.workspace.failed.connect(said.append)
    return said


def test_decisions_are_taken_back_after_a_merge_brought_another_layer_and_was_undone(opened, tmp_path):
    colleague = Project.open(tmp_path / "copy.jiaozhu")
    annotate(colleague, C, OF_B, MARKS_B)
    colleague.close()
    said, before, gold = say_nothing(opened), opened.kinds, opened.gold
    opened.press("1", "1")
    workspace = opened.program.workspace
    workspace.apply(plan_merge(workspace.project, [tmp_path / "copy.jiaozhu"]).step)
    assert len(opened.state.review.sides) == 3
    opened.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert (opened.kinds, said) == (before, [])
    assert opened.gold[1] == gold[1]
    assert {at: (s.kind, s.level, s.themes) for at, s in opened.gold[0].items()} == {
        at: (s.kind, s.level, s.themes) for at, s in gold[0].items()
    }
    opened.press("Ctrl+Shift+Z")
    assert len(opened.kinds) < len(before)
    assert differences(opened.project.store) == []


def test_decisions_are_taken_back_after_another_way_of_agreeing_was_tried(open_program, tmp_path):
    desk = open_program(project_of(tmp_path, A, B, C))
    said, before = say_nothing(desk), desk.kinds
    desk.press("1")
    desk.state.set_policy(MAJORITY)
    desk.state.set_policy(ALL)
    desk.press("Ctrl+Z")
    assert (desk.kinds, said) == (before, [])


def test_a_merged_theme_is_parted_again_in_gold_too(opened):
    opened.settle_boundaries()
    opened.go_to("themes")
    opened.press("1")
    assert set(opened.gold[0][ARTICLE].themes) == {"party.study", "city.waste"}
    project, said = opened.project, say_nothing(opened)
    opened.program.workspace.apply(lambda: merge_theme(project, "city.waste", "party.study"))
    assert opened.gold[0][ARTICLE].themes == ("party.study",)
    opened.go_to("label")
    opened.press("1", "Ctrl+Z", "Ctrl+Z")
    assert not project.labels.theme_by_id["city.waste"].retired
    assert set(opened.gold[0][ARTICLE].themes) == {"party.study", "city.waste"}
    opened.press("Ctrl+Z")
    assert "themes" in opened.kinds
    assert said == []
    assert differences(opened.project.store) == []


def test_decisions_that_come_from_a_colleague_are_in_gold_at_once(qtbot, opened, tmp_path):
    said_of = "level", str(STARTS[1])
    colleague = Project.open(tmp_path / "copy.jiaozhu")
    (bulletin,) = colleague.store.bulletins()
    review = open_review(colleague, bulletin)
    colleague.apply(settled(colleague, review, [decision(colleague, review, said_of, 3)], "review.decide"))
    colleague.close()
    opened.press("J", "1")
    assert said_of not in {d.key for d in opened.project.store.items(Decision)}
    dialog = MergeDialog(None, opened.program.workspace, [tmp_path / "copy.jiaozhu"])
    qtbot.addWidget(dialog)
    dialog.merge()
    assert opened.gold[0][STARTS[1]].level == 3


def test_what_is_finished_cannot_be_sent_back_and_the_screen_says_so(opened):
    said = []
    opened.program.workspace.told.connect(said.append)
    while opened.kinds:
        opened.press("1")
    opened.press("Ctrl+Return")
    opened.press("R")
    assert said[-1] == "没有可以退回的：只有已提交的标注才能退回。"
