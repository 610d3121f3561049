"""The mentions panel, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.panels.mentions import MentionsPanel
from gui.theme import DARK, LIGHT
from models import mentions as operations
from tests.gui import panels_kit as kit

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show_panel):
    return show_panel(MentionsPanel)


def titles(panel):
    return [index.data() for index in kit.children(panel.model)]


def click(panel, title, modifier=Qt.KeyboardModifier.NoModifier):
    index = next(i for i in kit.children(panel.model) if i.data() == title)
    at = panel.tree.visualRect(index).center()
    QTest.mouseClick(panel.tree.viewport(), LEFT, modifier, at)


def labels(workspace, words):
    content = workspace.session.text.content
    return [(m.label, m.confirmed) for m in workspace.session.mentions if content[m.start : m.end] == words]


def test_choosing_a_row_selects_the_mention_and_shows_its_place(panel, workspace, qtbot):
    with qtbot.waitSignal(workspace.reveal) as shown:
        click(panel, "林家村")
    assert workspace.mention.label == "LOC"
    assert shown.args == [workspace.mention.start]
    assert panel.card.isVisible()


def test_the_row_follows_what_is_selected_in_the_text(panel, workspace, qtbot):
    second = [m for m in workspace.session.mentions if m.label == "PER"][1]
    with qtbot.assertNotEmitted(workspace.reveal):
        workspace.select_mention(second.id)
    assert panel.tree.currentIndex().data() == "林小川"


def test_several_rows_are_relabelled_by_a_digit_in_one_step(panel, workspace):
    click(panel, "青山街道")
    click(panel, "街道党工委", Qt.KeyboardModifier.ControlModifier)
    assert panel.batch.isVisible()
    assert not panel.card.isVisible()
    QTest.keyClick(panel.tree, Qt.Key.Key_3)
    assert labels(workspace, "青山街道") == labels(workspace, "街道党工委") == [("LOC", True)]
    workspace.undo()
    assert labels(workspace, "青山街道") == labels(workspace, "街道党工委") == [("ORG", False)]


def test_a_group_stands_for_all_its_places(panel, workspace):
    click(panel, "林小川")
    assert len(panel.chosen()) == 2
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert labels(workspace, "林小川") == [("PER", True)] * 2
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert labels(workspace, "林小川") == []
    workspace.undo()
    assert titles(panel).count("林小川") == 1


def test_keys_that_were_changed_act_at_once_and_the_old_ones_no_more(panel, workspace):
    panel.set_keys(lambda action: {"label.LOC": "F5", "suggestion.accept": "Y"}.get(action, ""))
    click(panel, "青山街道")
    QTest.keyClick(panel.tree, Qt.Key.Key_3)
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert labels(workspace, "青山街道") == [("ORG", False)]
    QTest.keyClick(panel.tree, Qt.Key.Key_Y)
    assert labels(workspace, "青山街道") == [("ORG", True)]
    QTest.keyClick(panel.tree, Qt.Key.Key_F5)
    assert labels(workspace, "青山街道") == [("LOC", True)]


def linked(workspace):
    """Both places of 林小川 linked to one entity."""
    entity = operations.Entity("e", workspace.session.layer.id, "林小川", "PER")
    rows = [m for m in workspace.session.mentions if m.label == "PER"]
    workspace.apply(operations.link(rows, entity))
    return [workspace.session.mentions[m.id] for m in rows]


def test_an_entity_takes_the_label_of_all_its_mentions_and_not_of_one(panel, workspace):
    first, second = linked(workspace)
    assert workspace.apply(workspace.session.relabel([first], "TITLE"))
    assert workspace.session.entities["e"].label == "PER"
    workspace.undo()
    click(panel, "林小川")
    QTest.keyClick(panel.tree, Qt.Key.Key_2)
    assert {workspace.session.mentions[m.id].label for m in (first, second)} == {"ORG"}
    assert workspace.session.entities["e"].label == "ORG"
    workspace.undo()
    assert workspace.session.entities["e"].label == "PER"


def test_several_rows_say_what_they_name(panel, workspace):
    linked(workspace)
    click(panel, "青山街道")
    click(panel, "街道党工委", Qt.KeyboardModifier.ControlModifier)
    assert panel.batch._link.value.text() == "未指向"
    click(panel, "林小川", Qt.KeyboardModifier.ControlModifier)
    assert panel.batch._link.value.text() == "林小川 · 2 处"
    other = operations.Entity("f", workspace.session.layer.id, "青山街道办事处", "ORG")
    workspace.apply(operations.link([m for m in workspace.session.mentions if m.label == "ORG"], other))
    panel.tree.selectAll()
    assert panel.batch._link.value.text() == "2 个实体"


def test_x_refuses_suggestions_alone(panel, workspace):
    workspace.apply(operations.accept([m for m in workspace.session.mentions if m.label == "TIME"]))
    panel.tree.setFocus()
    panel.tree.selectAll()
    QTest.keyClick(panel.tree, Qt.Key.Key_X)
    assert titles(panel) == ["5月6日"]


def test_typing_filters_and_the_empty_state_clears_the_filter(panel, workspace, qtbot):
    QTest.keyClicks(panel.field, "zzz")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    assert "没有符合筛选" in panel._empty.accessibleName()
    QTest.mouseClick(panel._empty._button, LEFT)
    assert len(titles(panel)) == 6
    assert panel.field.text() == ""


def test_only_what_waits(panel, workspace):
    QTest.mouseClick(panel.waiting, LEFT)
    click(panel, "5月6日")
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert "5月6日" not in titles(panel)


def test_labels_and_order_are_chosen_in_their_menus(panel, workspace):
    panel.label_menu.actions()[0].trigger()
    assert titles(panel) == ["林小川"]
    panel.label_menu.actions()[0].trigger()
    panel.sort_menu.actions()[2].trigger()
    assert titles(panel)[0] == "林小川"
    assert panel.sort_menu.property("button").text() == "按次数 ▾"


def test_open_groups_stay_open_when_mentions_change(panel, workspace):
    index = next(i for i in kit.children(panel.model) if i.data() == "林小川")
    panel.tree.expand(index)
    entity = operations.Entity("e", workspace.session.layer.id, "青山街道办事处", "ORG")
    workspace.apply(operations.link([m for m in workspace.session.mentions if m.label == "ORG"], entity))
    index = next(i for i in kit.children(panel.model) if i.data() == "林小川")
    assert panel.tree.isExpanded(index)
    workspace.apply(operations.add(kit.TEXT, workspace.session.layer.id, "DOC", [kit.span("社区报")]))
    assert panel.tree.isExpanded(panel.model.index_of_group(("words", "林小川")))


def test_what_changed_while_nobody_looked_is_there_when_somebody_does(panel, workspace, qtbot):
    panel.hide()
    workspace.apply(operations.remove([m for m in workspace.session.mentions if m.label == "TIME"]))
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    assert "5月6日" not in titles(panel)


def test_a_bulletin_without_mentions_says_how_to_tag(panel, workspace):
    workspace.apply(operations.remove(list(workspace.session.mentions)))
    assert "按数字键" in panel._empty.accessibleName()
    assert panel._empty.isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_it_can_be_drawn_in_both_themes(panel, workspace, theme):
    panel.set_theme(theme)
    panel.tree.expandAll()
    image = panel.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.label("PER") in colours
