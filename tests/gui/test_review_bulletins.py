"""The review screen: the gold layer at the desk, finishing, and going from bulletin to bulletin."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.review.row_picker import RowPicker
from models.changes import change
from models.decision import Decision
from models.project import Project
from models.review.matters import MAJORITY
from models.review.reviewing import POLICY
from tests.gui.dialogs_kit import LEFT, press, while_open
from tests.gui.review_kit import FIRST, A, B, C, project_of
from tests.models.review_kit import STARTS, TEXT, annotate


def awake(dialog):
    for _ in range(200):
        if dialog.isActiveWindow():
            return dialog
        dialog.activateWindow()
        QTest.qWait(5)
    raise AssertionError(dialog)


# The gold layer at the desk -------------------------------------------------------------------------------------------


def test_what_all_have_wrong_is_corrected_in_the_gold_layer_and_lasts(desk):
    desk.press("Shift+E")
    session = desk.program.workspace.session
    assert session.layer.role == "gold"
    desk.program.window.view.set_caret(STARTS[3])
    desk.press("Return")
    assert STARTS[3] in {s.start for s in session.outline}
    decided = {(d.matter, d.place) for d in desk.project.store.items(Decision)}
    assert ("boundary", str(STARTS[3])) in decided
    desk.press("Ctrl+Z")
    assert STARTS[3] not in {s.start for s in session.outline}
    desk.press("Ctrl+Shift+Z", "F6")
    assert desk.program.review.shown
    desk.press("1")
    assert STARTS[3] in desk.gold[0]
    desk.press("F6")
    assert desk.program.workspace.session.layer.role == "annotator"


# Finishing, other bulletins -------------------------------------------------------------------------------------------


def test_a_bulletin_is_finished_when_nothing_is_left(desk):
    said = desk.told()
    desk.press("Ctrl+Return")
    assert said == [f"还剩 {desk.state.tally.left} 处差异没有裁定。"]
    for _ in range(30):
        if not desk.state.tally.left:
            break
        desk.press("1")
    desk.press("Ctrl+Return")
    layers = [i for i in desk.project.store.layers() if i.annotator != "审核员"]
    assert {i.status for i in layers} == {"adjudicated"}


def test_the_next_bulletin_to_review_is_opened_by_key(open_program, tmp_path):
    desk = open_program(project_of(tmp_path, A, B, texts=(TEXT, "又一期\n" + TEXT, "第三期\n" + TEXT)))
    first = desk.state.review.bulletin.id
    desk.press("Ctrl+PgDown")
    second = desk.state.review.bulletin.id
    assert second != first
    desk.press("Ctrl+PgUp")
    assert desk.state.review.bulletin.id == first
    while_open(RowPicker, lambda d: (awake(d), press(d, "Down"), press(d, "Return")))
    desk.press("B")
    assert desk.state.review.bulletin.id == second


def test_most_may_be_enough_to_agree(open_program, tmp_path):
    desk = open_program(project_of(tmp_path, A, B, C))
    left = desk.state.tally.left
    policy = desk.screen.panel.policy
    policy.setFocus()
    QTest.keyClick(policy, Qt.Key.Key_Down)
    assert desk.project.store.setting(POLICY) == MAJORITY
    assert desk.state.tally.left < left


def test_nothing_to_review_says_what_is_missing(open_program, tmp_path):
    desk = open_program(project_of(tmp_path, A))
    assert desk.state.review is None
    assert desk.screen.empty.accessibleName().startswith("还没有刊物可审核 一篇刊物交齐 2 份标注，就可以审核。")


def test_who_still_annotates_a_bulletin_does_not_see_the_others(open_program, tmp_path):
    path = project_of(tmp_path, A, B)
    project = Project.open(path)
    annotate(project, "审核员", [(0, 0, "masthead")], status="in_progress")
    project.close()
    desk = open_program(path)
    assert desk.state.review is None
    assert "您自己还在标注" in desk.screen.empty.accessibleName()


def test_a_click_on_contested_words_goes_to_their_difference(desk):
    desk.settle_boundaries()
    pages = desk.screen.pages
    spot = pages.sheets[1].spot(FIRST[0])
    point = QPoint(round(spot.x + pages.text_left(1)) + 4, round(spot.top - pages.scroller.top + spot.pitch / 2))
    QTest.mouseClick(pages.viewport(), LEFT, pos=point)
    assert desk.state.current.kind in ("label", "themes", "heading")
    assert desk.state.current.start <= FIRST[0]


def test_a_layer_that_is_taken_back_leaves_the_pages_to_the_others(open_program, tmp_path):
    desk = open_program(project_of(tmp_path, A, B, C))
    first, *others = (side.annotator for side in desk.state.review.sides)
    assert first in desk.screen.shown
    layer = desk.project.layer_of(desk.state.review.bulletin.id, first)
    desk.project.apply(change("layer.status", [layer], [replace(layer, status="in_progress")], layer=layer.id))
    assert sorted(desk.screen.shown) == sorted(others)
    assert "review.take.3" not in desk.program.window.action_table
    desk.press("Ctrl+Z")
    assert len(desk.state.review.sides) == 3
