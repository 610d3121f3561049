"""The review screen: keys, decisions, undo, what waits, what is settled."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.dialogs.comment import CommentDialog
from gui.review.alike import AlikeDialog
from gui.review.mention_editor import MentionEditor
from gui.review.row_picker import RowPicker
from gui.review.send_back import SendBackDialog
from models.bulletins import Comment
from models.changes import change
from models.decision import Decision
from models.project import Imported, Project
from tests.gui.dialogs_kit import LEFT, press, while_open, write
from tests.gui.review_kit import EAST, FIRST, SECOND, A, B, Desk, project_of
from tests.models.review_kit import STARTS, TEXT, annotate, named


def awake(dialog):
    for _ in range(200):
        if dialog.isActiveWindow():
            return dialog
        dialog.activateWindow()
        QTest.qWait(5)
    raise AssertionError(dialog)


# There and back -------------------------------------------------------------------------------------------------------


def test_f6_and_the_switch_go_to_review_and_back(desk):
    window = desk.program.window
    assert window.stack.currentWidget() is window.review
    desk.press("F6")
    assert window.stack.currentWidget() is window.desk
    button = window.mode._group.button(1)
    QTest.mouseClick(button, LEFT)
    assert window.stack.currentWidget() is window.review
    assert button.isChecked()


def test_keys_of_annotation_rest_while_one_reviews(desk):
    table = desk.program.window.action_table
    assert not table["bulletin.submit"].isEnabled()
    assert table["review.finish"].isEnabled()
    desk.press("F6")
    assert table["bulletin.submit"].isEnabled()
    assert not table["review.finish"].isEnabled()


def test_what_is_agreed_is_gold_as_soon_as_a_bulletin_is_opened_and_is_no_step_to_take_back(desk):
    sections, mentions = desk.gold
    assert [s for s in STARTS if s in sections] == [STARTS[0], STARTS[1], STARTS[2]]
    assert (sections[STARTS[2]].kind, sections[STARTS[2]].themes) == ("article", ("party.study",))
    assert len(mentions) == 1
    assert desk.project.history.undo is None


def test_j_and_k_go_through_what_can_be_settled_in_its_order(desk):
    assert walked(desk) == ["level", "near", "missing"]
    desk.settle_boundaries()
    assert walked(desk) == ["themes", "label", "extent", "only"]
    desk.press("K")
    assert desk.state.current.kind == "extent"
    panel = desk.screen.panel
    assert panel.model.rows()[panel.view.currentIndex().row()].id == desk.state.current.id
    assert panel.tabs.currentIndex() == 2
    assert desk.screen.pages.accessibleDescription().startswith("范围、东岸社区")


def walked(desk) -> list[str]:
    """The kinds of difference that J leads to, from the first on."""
    desk.state.go_to_next()
    seen = [desk.state.current]
    for _ in range(20):
        desk.press("J")
        if desk.state.current is seen[-1]:
            break
        seen.append(desk.state.current)
    return [d.kind for d in seen]


def test_a_step_that_leads_nowhere_says_what_is_left(desk):
    said = desk.told()
    desk.press("K")
    assert said == ["这已是第一处差异。"]


# Deciding -------------------------------------------------------------------------------------------------------------


def test_digits_take_a_side_and_lead_to_the_next_difference(desk):
    desk.go_to("level")
    names = [side.annotator for side in desk.state.review.sides]
    desk.press(str(names.index(B) + 1))
    assert desk.gold[0][STARTS[1]].level == 2
    assert desk.state.current.kind == "near"
    assert "level" not in desk.kinds


def test_nothing_here_is_a_decision_too(desk):
    desk.go_to("missing")
    place = desk.state.current.start
    desk.press("0")
    assert place not in desk.gold[0]
    (decision,) = desk.project.store.items(Decision)
    assert (decision.matter, json.loads(decision.outcome)) == ("boundary", False)


def test_a_level_cannot_be_nothing_and_the_screen_says_so(desk):
    said = desk.told()
    desk.go_to("level")
    desk.press("0")
    assert said == ["分段总要有级别和类型。请取一方，或者修改。"]
    assert desk.state.current.kind == "level"


def test_a_near_miss_says_how_far_and_can_be_put_on_another_line(desk):
    desk.go_to("near")
    panel = desk.screen.panel
    assert panel.words.note(desk.state.current) == "差 1 行"

    def choose(picker):
        awake(picker)
        while picker.list.current != STARTS[7]:
            press(picker, "Down")
        press(picker, "Return")

    while_open(RowPicker, choose)
    desk.press("E")
    sections = desk.gold[0]
    assert STARTS[7] in sections
    assert not {STARTS[4], STARTS[5]} & sections.keys()
    assert (sections[STARTS[7]].level, sections[STARTS[7]].kind) == (2, "article")


def test_several_sides_are_taken_together(desk):
    desk.settle_boundaries()
    desk.go_to("themes")
    desk.press("Shift+1", "Shift+2")
    assert all(button._on for button in desk.screen.panel.bar.sides)
    desk.press("Return")
    assert set(desk.gold[0][STARTS[2]].themes) == {"party.study", "city.waste"}


def test_a_boundary_that_is_settled_brings_up_what_depends_on_it(desk):
    desk.go_to("near")
    waiting = [d for d in desk.state.review.open if not d.ready]
    assert waiting
    desk.settle_boundaries()
    assert all(d.ready for d in desk.state.review.open)


def test_what_earlier_stages_leave_open_comes_before_the_next_stage(desk):
    desk.go_to("missing")
    desk.press("1")
    assert desk.state.current.stage == "boundaries"


def test_what_waits_for_a_boundary_is_not_decided(desk):
    said = desk.told()
    waiting = next(d for d in desk.state.review.open if not d.ready)
    desk.state.select(waiting)
    desk.press("1")
    assert said == ["这一处要等本段的边界裁定后再处理。"]
    assert not desk.state.review.difference(waiting.id).settled
    row = desk.screen.panel.model.index(desk.screen.panel.model.place(waiting.id))
    assert "待边界裁定后处理" in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_mention_gets_another_extent_and_label_by_hand(desk):
    desk.settle_boundaries()
    desk.go_to("extent")

    def edit(dialog: MentionEditor):
        awake(dialog)
        while dialog.fragments[-1][1] < EAST[1]:
            press(dialog, "Right")
        while dialog.fragments[-1][1] > EAST[1] - 1:
            press(dialog, "Left")
        press(dialog, "2")
        press(dialog, "Return")

    while_open(MentionEditor, edit)
    desk.press("E")
    found = {m for m in desk.gold[1] if m[0] == EAST[0]}
    assert found == {(EAST[0], EAST[1] - 1, "ORG")}


def test_a_mention_that_is_given_another_extent_by_hand_takes_in_whole_characters(open_program, tmp_path):
    family = "👨\u200d👩\u200d👧\u200d👦"
    text = f"街道简报\n李明e\u0301{family}在🇨🇳参加。\n"
    a, b = named(text, "李明")
    path = project_of(tmp_path, texts=(text,))
    project = Project.open(path)
    annotate(project, A, [(0, 0, "masthead")], [(a, b, "PER")])
    annotate(project, B, [(0, 0, "masthead")], [(a, b + 1, "PER")])  # in the midst of a character
    project.close()
    desk = open_program(path)
    desk.go_to("extent")

    def edit(dialog: MentionEditor):
        awake(dialog)
        ends = []
        for key in ("Right", "Right", "Right", "Right", "Left", "Left", "Left"):
            press(dialog, key)
            ends.append(dialog.fragments[0][1] - b)
        assert ends == [2, 9, 10, 12, 10, 9, 2]
        press(dialog, "Shift+Left")
        press(dialog, "Shift+Right")
        press(dialog, "Return")

    while_open(MentionEditor, edit)
    desk.press("E")
    assert desk.gold[1] == {(a, b + 2, "PER")}


def test_the_reason_is_kept_with_the_next_decision_alone(desk):
    desk.press("N")
    write(desk.program.window, "按手册第三条")
    press(desk.program.window, "Return")
    desk.press("1", "1")
    reasons = [d.reason for d in sorted(desk.project.store.items(Decision), key=lambda d: d.at)]
    assert reasons[0] == "按手册第三条"
    assert set(reasons[1:]) == {""}


def test_digits_written_into_the_reason_decide_nothing(desk):
    left = desk.state.tally.left
    desk.press("N")
    QTest.keyClicks(desk.program.window.focusWidget(), "1020j")
    assert desk.state.tally.left == left
    assert desk.screen.panel.bar.reason.text() == "1020j"
    QTest.keyClick(desk.program.window.focusWidget(), Qt.Key.Key_Escape)
    assert desk.screen.pages.hasFocus()


# Taking back ----------------------------------------------------------------------------------------------------------


def test_undo_and_redo_go_back_to_the_difference(desk):
    desk.go_to("near")
    first, left = desk.state.current.id, desk.state.tally.left
    desk.press("2", "1")
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert (desk.state.current.id, desk.state.tally.left) == (first, left)
    desk.press("Ctrl+Shift+Z")
    assert desk.state.tally.left < left


def test_undo_at_the_desk_shows_the_review_that_it_changes(desk):
    desk.press("1", "F6")
    assert not desk.program.review.shown
    desk.press("Ctrl+Z")
    assert desk.program.review.shown


def test_undo_before_anybody_went_to_review_goes_there(open_program, tmp_path):
    path = project_of(tmp_path, A, B)
    first = open_program(path)
    first.press("1")
    first.program.stop()
    program = open_program(path).program
    desk = Desk(program)
    desk.press("F6", "Ctrl+Z")
    assert program.review.shown
    assert desk.project.store.items(Decision) == []


def test_what_is_settled_is_shown_again_and_decided_anew(desk):
    desk.go_to("level")
    key = desk.state.current.id
    desk.press("1", "S")
    panel = desk.screen.panel
    assert panel.model.place(key) is not None
    desk.state.select(desk.state.review.difference(key))
    before = desk.gold[0][STARTS[1]].level
    desk.press("2" if desk.state.taken() == {desk.state.review.sides[0].annotator} else "1")
    assert desk.gold[0][STARTS[1]].level != before
    desk.press("S")
    assert panel.model.place(key) is None


# Others ---------------------------------------------------------------------------------------------------------------


def test_a_comment_stays_beside_its_difference(desk):
    desk.settle_boundaries()
    desk.go_to("themes")
    while_open(CommentDialog, lambda d: (awake(d), write(d, "两可，问问主任"), press(d, "Ctrl+Return")))
    desk.press("C")
    (comment,) = desk.project.store.items(Comment)
    assert comment.layer == desk.state.review.gold.layer.id
    assert desk.state.tally.commented()[desk.state.current.id] == "两可，问问主任"


def test_a_layer_is_sent_back_with_a_reason(desk):
    while_open(SendBackDialog, lambda d: (awake(d), write(d, "栏目的级别请按手册"), press(d, "Ctrl+Return")))
    desk.press("R")
    returned = [i for i in desk.project.store.layers() if i.status == "returned"]
    assert len(returned) == 1
    (comment,) = desk.project.store.items(Comment)
    assert (comment.layer, comment.text) == (returned[0].id, "栏目的级别请按手册")
    assert desk.state.tally.left
    desk.press("Ctrl+Z")
    assert not [i for i in desk.project.store.layers() if i.status == "returned"]


def test_all_alike_are_settled_at_once_and_taken_back_at_once(open_program, tmp_path):
    texts = (TEXT, "又一期\n" + TEXT)
    path = project_of(tmp_path, A, B)
    desk = open_program(path)
    project = desk.project
    project.add_bulletins([Imported("001.txt", texts[1])])
    shift = len(texts[1]) - len(TEXT)
    for name, label in ((A, "PER"), (B, "ORG")):
        rows = (
            [(0, 0, "masthead")],
            [(FIRST[0] + shift, FIRST[1] + shift, label), (SECOND[0] + shift, SECOND[1] + shift, label)],
        )
        annotate(project, name, *rows, bulletin=1)
    desk.settle_boundaries()
    decided = len(project.store.items(Decision))
    desk.go_to("label")
    seen = []

    def choose(dialog: AlikeDialog):
        awake(dialog)
        seen.extend(row.checked for row in dialog.model.rows)
        press(dialog, "Down")
        press(dialog, "Space")
        press(dialog, "Space")
        press(dialog, "2")
        press(dialog, "Return")

    while_open(AlikeDialog, choose)
    desk.press("G")
    assert seen == [True, True, True]
    assert len([d for d in project.store.items(Decision) if d.rule]) == 3
    desk.press("Ctrl+Z")
    assert len(project.store.items(Decision)) == decided


def test_a_colleagues_late_change_keeps_what_is_decided_and_shows_what_is_new(desk):
    desk.go_to("level")
    desk.press("1")
    left = desk.state.tally.left
    review = desk.state.review
    layer = review.sides[0].layer
    mention = review.sides[0].mentions[0]
    desk.program.workspace.apply(change("mention.relabel", [mention], [replace(mention, label="DOC")], layer=layer.id))
    assert desk.state.tally.left >= left
    assert any(d.settled for d in desk.state.review.differences)
    assert any("DOC" in str(d.says) for d in desk.state.review.open)
