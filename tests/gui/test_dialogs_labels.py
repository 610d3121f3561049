"""The label set editor: everything by keys, at once, undoable, and no tag is lost."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.actions import Actions
from gui.dialogs.label_rows import NewRowDialog
from gui.dialogs.label_set import LabelSetEditor
from gui.dialogs.label_themes import ThemeChooser
from models.labels import default_label_set
from tests.gui.dialogs_kit import make_workspace, press, settings_in, shown, titles, while_open, write


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def actions(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    return Actions(window, window, settings_in(tmp_path))


@pytest.fixture
def editor(qtbot, workspace, actions):
    return shown(qtbot, LabelSetEditor(None, workspace, actions))


def theme(workspace, key):
    return workspace.labels.theme_by_id[key]


def test_the_taxonomy_is_shown_as_a_tree(editor):
    rows = editor.themes.list.model.rows
    assert [(r.title, r.depth) for r in rows[:2]] == [("党的建设", 0), ("主题教育", 1)]
    assert len(rows) == len(default_label_set().themes)


def test_a_theme_is_renamed_by_writing_over_its_name(editor, workspace):
    write(editor, "ztjy")
    press(editor, "Return")
    editor.themes.form.zh.selectAll()
    write(editor, "主题教育活动")
    press(editor, "Tab")
    assert theme(workspace, "party.campaign").zh == "主题教育活动"
    editor.themes.form.en.selectAll()
    write(editor, "Campaign")
    press(editor, "Tab")
    assert theme(workspace, "party.campaign").en == "Campaign"


def test_what_is_written_is_kept_when_another_theme_is_chosen_or_the_editor_is_closed(editor, workspace):
    editor.themes.list.go_to("party.campaign")
    editor.themes.form.guideline.setPlainText("只标专题活动")
    editor.themes.list.go_to("party.study")
    assert theme(workspace, "party.campaign").guideline == "只标专题活动"
    editor.themes.form.guideline.setPlainText("理论学习规范")
    editor.close()
    assert theme(workspace, "party.study").guideline == "理论学习规范"


def test_a_theme_never_loses_its_only_name(editor, workspace):
    editor.themes.list.go_to("party.campaign")
    for field in (editor.themes.form.en, editor.themes.form.zh):
        field.clear()
        field.editingFinished.emit()
    assert theme(workspace, "party.campaign").zh == "主题教育"


def test_a_label_never_loses_its_last_name_in_whatever_order_they_are_cleared(editor, workspace):
    editor.tabs.setCurrentWidget(editor.labels)
    form = editor.labels.form
    editor.labels.list.go_to("PER")
    for field in (form.zh, form.en):
        field.setFocus()
        field.selectAll()
        press(editor, "Backspace")
        press(editor, "Tab")
    label = workspace.labels.label_by_id["PER"]
    assert label.en
    assert (label.zh, form.en.text()) == ("", label.en)
    assert "至少要有一个" in form.told.text()


def test_ctrl_z_undoes_from_wherever_the_focus_stands(editor, workspace):
    editor.tabs.setCurrentWidget(editor.labels)
    editor.labels.list.field.setFocus()
    editor.labels.list.go_to("PER")
    press(editor, "Ctrl+Del")
    assert workspace.labels.label_by_id["PER"].retired
    press(editor, "Ctrl+Z")
    assert not workspace.labels.label_by_id["PER"].retired
    form = editor.labels.form
    form.zh.setFocus()
    form.zh.selectAll()
    write(editor, "人")
    press(editor, "Return")
    assert workspace.labels.label_by_id["PER"].zh == "人"
    press(editor, "Ctrl+Z")
    assert (workspace.labels.label_by_id["PER"].zh, form.zh.text()) == ("人物", "人物")


def test_undo_leads_to_the_page_of_what_it_takes_back(editor, workspace):
    editor.tabs.setCurrentWidget(editor.labels)
    editor.labels.list.go_to("PER")
    press(editor, "Ctrl+Del")
    editor.tabs.setCurrentWidget(editor.themes)
    press(editor, "Ctrl+Z")
    assert editor.tabs.currentWidget() is editor.labels
    assert not workspace.labels.label_by_id["PER"].retired


def test_a_new_theme_stands_below_the_current_one_and_is_named_at_once(editor, workspace):
    editor.themes.list.go_to("party")
    press(editor, "Ctrl+Shift+N")
    assert editor.focusWidget() is editor.themes.form.zh
    write(editor, "党务公开")
    press(editor, "Tab")
    assert [t.zh for t in workspace.labels.children("party")][-1] == "党务公开"


def test_a_theme_is_moved_by_alt_and_arrows(editor, workspace):
    editor.themes.list.go_to("party.study")
    press(editor, "Alt+Up")
    assert [t.id for t in workspace.labels.children("party")][:2] == ["party.study", "party.campaign"]
    press(editor, "Alt+Left")
    assert [t.id for t in workspace.labels.children(None)][:2] == ["party", "party.study"]
    press(editor, "Alt+Right")
    assert workspace.labels.children("party")[-1].id == "party.study"
    press(editor, "Alt+Down")
    assert workspace.labels.children("party")[-1].id == "party.study"
    assert editor.themes.list.current == "party.study"


def test_a_retired_theme_stays_on_its_sections_and_comes_back(editor, workspace):
    editor.themes.list.go_to("party.lead")
    press(editor, "Ctrl+Del")
    assert theme(workspace, "party.lead").retired
    assert workspace.session.outline[1].themes == ("party.lead",)
    assert next(r.note for r in editor.themes.list.model.rows if r.key == "party.lead") == "已停用"
    press(editor, "Ctrl+Del")
    assert not theme(workspace, "party.lead").retired


def test_a_theme_in_use_is_never_put_below_a_retired_one(editor, workspace):
    first, second, third = [t.id for t in workspace.labels.children("party")][:3]
    editor.themes.list.go_to(second)
    press(editor, "Ctrl+Del")
    editor.themes.list.go_to(third)
    press(editor, "Alt+Right")
    assert theme(workspace, third).parent == first
    editor.themes.list.go_to("city")
    press(editor, "Ctrl+Del")
    below = workspace.labels.children("city")[0]
    editor.themes.list.go_to(below.id)
    press(editor, "Ctrl+N")
    assert theme(workspace, editor.themes.list.current).parent is None


def choose_target(dialog) -> None:
    write(dialog, "zyfw")
    press(dialog, "Return")


def test_merging_says_how_much_it_rewrites_and_is_taken_back_by_one_key(qtbot, editor, workspace):
    editor.themes.list.go_to("party.lead")
    said: list[str] = []
    while_open(ThemeChooser, choose_target)

    def agree(box) -> None:
        said.append(box.text() + box.informativeText())
        press(box, "Return")

    while_open(QMessageBox, agree)
    press(editor, "Ctrl+M")
    assert "党建引领" in said[0]
    assert "1" in said[0]
    section = workspace.session.outline[1]
    assert section.themes == ("governance.volunteer",)
    assert "governance.volunteer" not in {s.id for s in section.suggested}
    assert theme(workspace, "party.lead").merged_into == "governance.volunteer"
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.tabs.setFocus()
    press(editor, "Ctrl+Z")
    assert workspace.session.outline[1].themes == ("party.lead",)
    assert not theme(workspace, "party.lead").retired


def test_a_merge_that_is_not_agreed_to_changes_nothing(editor, workspace):
    editor.themes.list.go_to("party.lead")
    while_open(ThemeChooser, choose_target)
    while_open(QMessageBox, lambda box: press(box, "Esc"))
    press(editor, "Ctrl+M")
    assert workspace.session.outline[1].themes == ("party.lead",)


def test_undo_in_the_editor_leaves_what_was_done_elsewhere_alone(editor, workspace):
    session = workspace.session
    workspace.apply(lambda: session.outline.merge(session.outline[2]))
    editor.tabs.setFocus()
    press(editor, "Ctrl+Z")
    assert len(workspace.session.outline) == 2


def test_a_label_is_added_with_id_name_and_key(editor, workspace):
    editor.tabs.setCurrentWidget(editor.labels)
    editor.labels.setFocus()

    def fill(dialog) -> None:
        write(dialog, "LAW")
        press(dialog, "Tab")
        write(dialog, "法规")
        press(dialog, "Return")

    while_open(NewRowDialog, fill)
    press(editor, "Ctrl+N")
    assert editor.focusWidget() is editor.labels.form.key
    QTest.keyClicks(editor.labels.form.key, "8")
    made = workspace.labels.label_by_id["LAW"]
    assert (made.zh, made.key, made.retired) == ("法规", "8", False)
    assert titles(editor.labels.list)[-1] == "法规"


def test_a_key_that_is_taken_is_said_to_be(editor, workspace):
    editor.tabs.setCurrentWidget(editor.labels)
    editor.labels.list.go_to("DOC")
    editor.labels.form.key.setFocus()
    QTest.keyClicks(editor.labels.form.key, "1")
    assert "人物" in editor.labels.form.told.text()
    QTest.keyClicks(editor.labels.form.key, "t")
    assert "选主题" in editor.labels.form.told.text()
    press(editor, "Backspace")
    assert workspace.labels.label_by_id["DOC"].key == ""
    assert editor.labels.form.told.text() == ""


def test_labels_are_ordered_and_retired_by_keys(editor, workspace):
    editor.tabs.setCurrentWidget(editor.labels)
    editor.labels.setFocus()
    editor.labels.list.go_to("ORG")
    press(editor, "Alt+Up")
    assert [x.id for x in workspace.labels.labels][:2] == ["ORG", "PER"]
    press(editor, "Ctrl+Del")
    assert workspace.labels.label_by_id["ORG"].retired
    assert "m1" in workspace.session.mentions


def test_the_kind_of_continuations_cannot_be_retired(editor, workspace):
    editor.tabs.setCurrentWidget(editor.kinds)
    editor.kinds.setFocus()
    editor.kinds.list.go_to("continuation")
    press(editor, "Ctrl+Del")
    assert not workspace.labels.kind_by_id["continuation"].retired


def test_a_default_guideline_is_shown_in_chinese_and_kept_as_it_is_until_changed(editor, workspace):
    english = workspace.labels.label_by_id["PER"].guideline
    editor.tabs.setCurrentWidget(editor.labels)
    editor.labels.list.go_to("PER")
    assert editor.labels.form.guideline.toPlainText().startswith("人名")
    editor.labels.list.go_to("ORG")
    assert workspace.labels.label_by_id["PER"].guideline == english
    editor.labels.list.go_to("PER")
    editor.labels.form.guideline.setPlainText("本项目的规范")
    editor.labels.list.go_to("ORG")
    assert workspace.labels.label_by_id["PER"].guideline == "本项目的规范"
