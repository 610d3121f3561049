"""The outline panel and its cards, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.panels.outline import OutlinePanel
from gui.theme import DARK, LIGHT
from models import mentions as operations
from tests.gui import panels_kit as kit

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(show_panel):
    return show_panel(OutlinePanel)


def row(panel, place):
    return panel.model.index_of(panel._workspace.session.outline[place].id)


def click_row(panel, place):
    rect = panel.tree.visualRect(row(panel, place))
    at = QPoint(rect.left() + 150, rect.center().y())
    QTest.mouseClick(panel.tree.viewport(), LEFT, PLAIN, at)


def test_a_click_goes_to_the_section_and_the_text_is_asked_to_show_it(panel, workspace, qtbot):
    with qtbot.waitSignal(workspace.reveal) as shown:
        click_row(panel, 3)
    assert workspace.section == workspace.session.outline[3]
    assert shown.args == [workspace.section.start]


def test_arrow_keys_walk_through_the_sections(panel, workspace):
    panel.tree.setFocus()
    places = []
    for _ in range(4):
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
        places.append(workspace.session.outline.place(workspace.section.id))
    assert places == [1, 2, 3, 4]


def test_the_row_follows_the_text_without_moving_it(panel, workspace, qtbot):
    with qtbot.assertNotEmitted(workspace.reveal):
        workspace.select_section(workspace.session.outline[4].id)
    assert panel.tree.currentIndex() == row(panel, 4)


def test_the_kind_buttons_set_the_kind(panel, workspace):
    workspace.select_section(workspace.session.outline[4].id)
    QTest.mouseClick(panel.card.kinds.button("brief"), LEFT)
    assert workspace.session.outline[4].kind == "brief"
    assert panel.card.kinds.button("brief").isChecked()
    assert not panel.card.kinds.button("article").isChecked()
    assert row(panel, 4).data(Qt.ItemDataRole.AccessibleTextRole).startswith("简讯")


def test_a_kind_that_is_refused_leaves_the_buttons_as_they_were(panel, workspace, qtbot):
    workspace.select_section(workspace.session.outline[0].id)
    with qtbot.waitSignal(workspace.failed):
        QTest.mouseClick(panel.card.kinds.button("continuation"), LEFT)
    assert panel.card.kinds.button("masthead").isChecked()
    assert not panel.card.kinds.button("continuation").isChecked()


def test_promote_demote_and_merge_by_their_buttons(panel, workspace):
    outline = workspace.session.outline
    workspace.select_section(outline[4].id)
    QTest.mouseClick(panel.card.promote, LEFT)
    assert workspace.session.outline[4].level == 1
    QTest.mouseClick(panel.card.demote, LEFT)
    assert workspace.session.outline[4].level == 2
    QTest.mouseClick(panel.card.merge, LEFT)
    assert len(workspace.session.outline) == 4
    assert workspace.section == workspace.session.outline[3]
    assert panel.tree.currentIndex() == row(panel, 3)


def test_the_first_section_cannot_be_merged_and_a_top_one_not_be_promoted(panel, workspace):
    workspace.select_section(workspace.session.outline[0].id)
    assert not panel.card.merge.isEnabled()
    assert not panel.card.promote.isEnabled()


def test_what_was_closed_stays_closed_and_what_comes_is_open(panel, workspace):
    rect = panel.tree.visualRect(row(panel, 2))
    low, _high = panel.tree.itemDelegate().branch(row(panel, 2))
    QTest.mouseClick(panel.tree.viewport(), LEFT, PLAIN, QPoint(rect.left() + low + 8, rect.center().y()))
    assert not panel.tree.isExpanded(row(panel, 2))
    workspace.apply(lambda: workspace.session.outline.split(kit.span("林家村居民")[0], level=3))
    assert not panel.tree.isExpanded(row(panel, 2))
    assert panel.tree.isExpanded(row(panel, 4))
    workspace.undo()
    assert not panel.tree.isExpanded(row(panel, 2))


def test_the_card_says_where_the_section_lies_and_where_it_comes_from(panel, workspace):
    section = workspace.session.outline[2]
    workspace.select_section(section.id)
    said = {fact.accessibleName() for fact in (panel.card._kind, panel.card._extent, panel.card._origin)}
    end = workspace.session.outline[3].start
    assert said == {
        "分段 稿件 · 第 2 级",
        f"范围 {section.start} – {end} · {end - section.start} 字",
        "来历 规则「标题行」 0.90 · 待确认",
    }
    QTest.mouseClick(panel.card.accept, LEFT)
    assert workspace.section.confirmed
    assert not panel.card.accept.isVisible()


def test_the_selected_mention_has_a_card_with_its_label_and_what_can_be_done(panel, workspace):
    mention = next(m for m in workspace.session.mentions if m.label == "PER")
    assert not panel.mention_card.isVisible()
    workspace.select_mention(mention.id)
    assert panel.mention_card.isVisible()
    assert panel.mention_card.labels.button("PER").text() == "1 人物"
    QTest.mouseClick(panel.mention_card.labels.button("LOC"), LEFT)
    assert (workspace.mention.label, workspace.mention.confirmed) == ("LOC", True)
    QTest.mouseClick(panel.mention_card.unsure, LEFT)
    assert workspace.mention.unsure
    QTest.mouseClick(panel.mention_card.remove, LEFT)
    assert workspace.mention is None
    assert not panel.mention_card.isVisible()


def test_keys_that_were_changed_are_shown_on_the_buttons(panel, workspace):
    panel.set_keys(lambda action: {"kind.article": "F5", "section.promote": "P", "label.PER": "9"}.get(action, ""))
    workspace.select_mention(next(iter(workspace.session.mentions)).id)
    assert panel.card.kinds.button("article").text() == "稿件 F5"
    assert panel.card.promote.text() == "升级 P"
    assert panel.mention_card.labels.button("PER").text() == "9 人物"


def test_without_a_bulletin_the_panel_says_what_to_do(panel, workspace):
    workspace.close_project()
    assert not panel.tree.isVisible()
    assert "打开一篇" in panel._empty.accessibleName()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_it_can_be_drawn_in_both_themes(panel, workspace, theme):
    panel.set_theme(theme)
    workspace.select_mention(next(iter(workspace.session.mentions)).id)
    workspace.apply(operations.accept(list(workspace.session.mentions)[:2]))
    workspace.apply(workspace.session.outline.set_unsure(workspace.session.outline[2], True))
    image = panel.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert theme.kind("article") in colours
    assert theme.selected in colours
