"""Pickers: themes, entities, continued sections. Found by typing, chosen by keys."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.dialogs.continue_picker import ContinuePicker
from gui.dialogs.entity_picker import EntityPicker
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row, RowsModel
from gui.dialogs.theme_picker import ThemePicker
from models.labels import edit
from models.mentions import Mention
from models.taxonomy import retire_theme
from tests.gui.dialogs_kit import LEFT, make_workspace, press, shown, titles, while_open, write


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def picker(qtbot, workspace):
    told: list[tuple[str, ...]] = []
    dialog = shown(qtbot, ThemePicker(None, workspace.labels, workspace.session.outline[1], told.append))
    dialog.told = told
    return dialog


def test_rows_obey_the_rules_of_a_model(qtmodeltester, qtbot):
    model = RowsModel()
    model.set_rows([Row(None, "组"), Row("a", "甲", checked=True), Row("b", "乙", enabled=False)])
    qtmodeltester.check(model)
    model.set_rows([])
    qtmodeltester.check(model)


@pytest.mark.parametrize("query", ["主题教育", "zt jy", "ztjy", "zhutijy", "theme edu", "party.camp"])
def test_a_theme_is_found_by_characters_pinyin_english_and_id(picker, query):
    write(picker, query)
    assert titles(picker.list)[0] == "主题教育"
    press(picker, "Return")
    assert picker.themes == ("party.lead", "party.campaign")


def test_ranked_suggestions_come_first_with_their_number_and_words(picker):
    rows = [row for row in picker.list.model.rows if row.number]
    assert [(r.number, r.title, r.note) for r in rows] == [
        ("1", "志愿服务", "志愿服务 楼组"),
        ("2", "垃圾分类", "分类"),
    ]
    assert picker.list.current == "governance.volunteer"


def test_each_choice_is_given_out_at_once_and_can_be_taken_back(picker):
    press(picker, "Space")
    assert picker.told == [("party.lead", "governance.volunteer")]
    press(picker, "Space")
    assert picker.told[-1] == ("party.lead",)


def test_a_digit_takes_the_suggestion_of_that_rank(picker):
    press(picker, "2")
    assert picker.told == [("party.lead", "city.waste")]


def test_several_themes_are_taken_one_after_another_without_the_mouse(picker):
    write(picker, "zyfw")
    press(picker, "Return")
    write(picker, "ljfl")
    press(picker, "Return")
    assert picker.themes == ("party.lead", "governance.volunteer", "city.waste")


def test_arrows_go_round_and_leave_headings_out(picker):
    press(picker, "Up")
    assert picker.list.current == "exchange"
    press(picker, "Down")
    assert picker.list.current == "governance.volunteer"
    press(picker, "Down")
    assert picker.list.current == "city.waste"


def test_space_while_typing_is_part_of_what_is_typed(picker):
    write(picker, "zt jy")
    assert picker.list.field.text() == "zt jy"
    assert picker.told == []


def test_the_path_of_the_current_theme_is_shown(picker):
    write(picker, "ztjy")
    assert "党的建设 › 主题教育" in picker._path.text()


@pytest.mark.parametrize("key", ["Ctrl+Return", "Ctrl+Enter", "Esc"])
def test_the_picker_closes_by_key_and_keeps_what_was_chosen(picker, key):
    press(picker, "1")
    press(picker, key)
    assert not picker.isVisible()
    assert picker.themes == ("party.lead", "governance.volunteer")


def test_a_click_takes_a_theme(picker):
    index = picker.list.model.index(1)
    QTest.mouseClick(picker.list.view.viewport(), LEFT, pos=picker.list.view.visualRect(index).center())
    assert picker.told == [("party.lead", "governance.volunteer")]


def test_a_retired_theme_is_shown_where_the_section_has_it_and_offered_nowhere_else(qtbot, workspace):
    workspace.apply(retire_theme(workspace.labels, "party.lead"))
    first, other = workspace.session.outline[1], workspace.session.outline[2]
    with_it = shown(qtbot, ThemePicker(None, workspace.labels, first, lambda _themes: None))
    assert "党建引领" in titles(with_it.list)
    without = shown(qtbot, ThemePicker(None, workspace.labels, other, lambda _themes: None))
    assert "党建引领" not in titles(without.list)


def test_a_theme_in_use_below_a_retired_one_is_offered(qtbot, workspace):
    party = workspace.labels.theme_by_id["party"]
    workspace.apply(lambda: edit(party, retired=True))
    section = workspace.session.outline[2]
    dialog = shown(qtbot, ThemePicker(None, workspace.labels, section, lambda _themes: None))
    rows = {row.key: row for row in dialog.list.model.rows}
    assert "party" not in rows
    assert rows["party.study"].depth == 0
    assert rows["party.study"].detail == party.zh


def test_asking_gives_the_themes_chosen(qtbot, workspace):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    while_open(ThemePicker, lambda dialog: (press(dialog, "1"), press(dialog, "Ctrl+Return")))
    chosen = ThemePicker.ask(window, workspace.labels, workspace.session.outline[1], lambda _themes: None)
    assert chosen == ("party.lead", "governance.volunteer")


# Entities --------------------------------------------------------------------------------------------


def entity_picker(qtbot, workspace, mention: str) -> EntityPicker:
    session = workspace.session
    return shown(qtbot, EntityPicker(None, session, [session.mentions[mention]], workspace.labels))


def linked(workspace, mention: str) -> str | None:
    key = workspace.session.mentions[mention].entity
    return workspace.session.entities[key].canonical if key else None


def test_a_mention_is_linked_to_an_entity_found_by_pinyin(qtbot, workspace):
    picker = entity_picker(qtbot, workspace, "m2")
    assert titles(picker.list)[0] == "花木街道"
    write(picker, "hmjd")
    press(picker, "Return")
    assert workspace.apply(picker.change)
    assert linked(workspace, "m2") == "花木街道"


def test_entities_show_how_often_they_are_named(qtbot, workspace):
    picker = entity_picker(qtbot, workspace, "m4")
    assert {row.title: row.note for row in picker.list.model.rows}["花木街道"] == "1 处"


def test_what_is_typed_becomes_a_new_entity(qtbot, workspace):
    picker = entity_picker(qtbot, workspace, "m4")
    write(picker, "王芳（居民）")
    press(picker, "Return")
    assert workspace.apply(picker.change)
    assert linked(workspace, "m4") == "王芳（居民）"


def test_an_entity_is_renamed_for_all_that_name_it(qtbot, workspace):
    picker = entity_picker(qtbot, workspace, "m1")
    write(picker, "花木街道办事处")
    rows = titles(picker.list)
    assert rows == ["新实体：花木街道办事处", "把“花木街道”改名为“花木街道办事处”"]
    press(picker, "Down")
    press(picker, "Return")
    assert workspace.apply(picker.change)
    assert workspace.session.entities["e1"].canonical == "花木街道办事处"
    assert linked(workspace, "m1") == "花木街道办事处"


def test_a_mention_is_unlinked(qtbot, workspace):
    picker = entity_picker(qtbot, workspace, "m1")
    assert titles(picker.list)[:2] == ["花木街道", "不指向任何实体"]
    press(picker, "Down")
    press(picker, "Return")
    assert workspace.apply(picker.change)
    assert linked(workspace, "m1") is None


def test_leaving_the_entity_picker_changes_nothing(qtbot, workspace):
    picker = entity_picker(qtbot, workspace, "m1")
    press(picker, "Esc")
    assert picker.change is None


def test_names_from_a_bulletin_are_shown_as_they_are(qtbot, workspace):
    session = workspace.session
    mention = Mention("x", session.layer.id, "PER", ((0, 4),))
    picker = shown(qtbot, EntityPicker(None, session, [mention], workspace.labels))
    write(picker, "<b>%1</b>")
    assert titles(picker.list) == ["新实体：<b>%1</b>"]


# Continuations ---------------------------------------------------------------------------------------


def test_the_likeliest_earlier_section_is_offered_first(qtbot, workspace):
    session = workspace.session
    picker = shown(qtbot, ContinuePicker(None, session, session.outline[2], workspace.labels))
    assert titles(picker.list) == ["第一篇 志愿服务进楼组", "社区简报第一篇 志愿服务进楼组"[:4]]
    press(picker, "Return")
    assert picker.chosen == session.outline[1]


def test_a_pick_list_finds_what_extra_rows_are_made_of(qtbot):
    made = PickList("找")
    shown(qtbot, made)
    made.set_rows(
        [Row("a", "甲"), Row("b", "乙")], lambda typed: [Row(("new", typed), f"新：{typed}")] if typed else []
    )
    write(made, "丙")
    assert titles(made) == ["新：丙"]
    made.field.clear()
    assert titles(made) == ["甲", "乙"]


def test_a_search_without_a_hit_says_so_and_lets_go_of_what_was_current(qtbot):
    picker = PickList("找")
    qtbot.addWidget(picker)
    picker.set_rows([Row("a", "理论学习"), Row("b", "垃圾分类")])
    picker.show()
    gone = []
    picker.moved.connect(gone.append)
    write(picker.field, "zzzz")
    assert picker.nothing.isVisible()
    assert gone[-1] is None
    picker.field.clear()
    assert not picker.nothing.isVisible()
    assert picker.current == "a"
