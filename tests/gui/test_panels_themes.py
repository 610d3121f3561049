"""The panels of themes, comments and history, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.dialogs.comment import CommentDialog
from gui.panels.comments import CommentsPanel
from gui.panels.history import HistoryPanel
from gui.panels.themes import ThemesPanel
from gui.theme import DARK, LIGHT
from models import mentions as operations
from models.bulletins import comment_on
from tests.gui import panels_kit as kit

LEFT = Qt.MouseButton.LeftButton
AT = "2026-05-06T01:02:03Z"


def write(text):
    """Write into the dialog that is about to open."""

    def fill():
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommentDialog) and w.isVisible())
        dialog.field.setPlainText(text)
        dialog.accept()

    QTimer.singleShot(0, fill)


def click(view, index):
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())


# Themes ---------------------------------------------------------------------------------------------------------


def test_a_click_sets_a_theme_and_another_takes_it_away(show_panel, workspace):
    panel = show_panel(ThemesPanel)
    workspace.select_section(workspace.session.outline[3].id)
    click(panel.tree, panel.model.index_of("city.waste"))
    assert workspace.section.themes == ("city.waste",)
    click(panel.tree, panel.model.index_of("city.waste"))
    assert workspace.section.themes == ()


def test_the_ranked_themes_stand_on_top_and_go_when_they_are_taken_or_refused(show_panel, workspace):
    panel = show_panel(ThemesPanel)
    workspace.select_section(workspace.session.outline[2].id)
    assert [i.data() for i in kit.children(panel.ranks_model)] == ["志愿服务", "党建引领"]
    click(panel.ranks, panel.ranks_model.index(0))
    assert workspace.section.themes == ("governance.volunteer",)
    panel.ranks.setFocus()
    panel.ranks.setCurrentIndex(panel.ranks_model.index(0))
    QTest.keyClick(panel.ranks, Qt.Key.Key_X)
    assert workspace.section.suggested == ()
    assert not panel.ranks.isVisible()


def test_themes_by_keyboard_alone(show_panel, workspace, qtbot):
    panel = show_panel(ThemesPanel)
    workspace.select_section(workspace.session.outline[3].id)
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "ljfl")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    while panel.model.theme(panel.tree.currentIndex()).id != "city.waste":
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert workspace.section.themes == ("city.waste",)


def test_from_a_theme_to_the_next_section_that_has_it(show_panel, workspace):
    panel = show_panel(ThemesPanel)
    panel.go_on("city.waste")
    assert workspace.section == workspace.session.outline[4]


# Comments -------------------------------------------------------------------------------------------------------


def test_a_comment_is_written_changed_settled_and_deleted(show_panel, workspace, qtbot):
    panel = show_panel(CommentsPanel)
    assert "按 C 写批注" in panel._empty.accessibleName()
    workspace.select_section(workspace.session.outline[2].id)
    write("标题到哪里？")
    QTest.mouseClick(panel.add_button, LEFT)
    assert [c.target for c in workspace.session.comments.values()] == [workspace.section.id]
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    write("标题到第一行。")
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert [c.text for c in workspace.session.comments.values()] == ["标题到第一行。"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_R)
    assert [c.resolved for c in workspace.session.comments.values()] == [True]
    assert panel.model.rowCount() == 0
    panel.settled.setChecked(True)
    panel.view.setCurrentIndex(panel.model.index(0))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert not workspace.session.comments
    workspace.undo()
    assert len(workspace.session.comments) == 1


def test_choosing_a_comment_goes_to_its_place(show_panel, workspace, qtbot):
    mention = next(m for m in workspace.session.mentions if m.label == "LOC")
    workspace.apply(comment_on(workspace.session.layer.id, mention.id, "乙", AT, "哪个村？"))
    panel = show_panel(CommentsPanel)
    with qtbot.waitSignal(workspace.reveal) as revealed:
        click(panel.view, panel.model.index(0))
    assert revealed.args == [mention.start]
    assert workspace.mention == mention


def test_an_unsure_mark_is_listed_and_taken_away(show_panel, workspace):
    panel = show_panel(CommentsPanel)
    workspace.apply(workspace.session.outline.set_unsure(workspace.session.outline[3], True))
    assert panel.model.rowCount() == 1
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    QTest.keyClick(panel.view, Qt.Key.Key_R)
    assert not workspace.session.outline[3].unsure
    assert panel.model.rowCount() == 0


# History --------------------------------------------------------------------------------------------------------


def test_walking_up_the_history_asks_for_the_past_and_the_first_line_for_the_present(show_panel, workspace, qtbot):
    workspace.apply(operations.remove([next(iter(workspace.session.mentions))]))
    panel = show_panel(HistoryPanel)
    panel.view.setFocus()
    with qtbot.waitSignal(panel.past_requested) as asked:
        QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert asked.args == [workspace.project.history.undo.id]
    with qtbot.waitSignal(panel.past_requested) as asked:
        QTest.keyClick(panel.view, Qt.Key.Key_Down)
    past = workspace.project.session_at(workspace.session, asked.args[0])
    assert len(past.mentions) == len(workspace.session.mentions) + 1
    with qtbot.waitSignal(panel.present_requested):
        QTest.keyClick(panel.view, Qt.Key.Key_Home)


def test_coming_back_by_other_means_chooses_the_present_and_asks_for_nothing(show_panel, workspace, qtbot):
    panel = show_panel(HistoryPanel)
    panel.view.setCurrentIndex(panel.model.index(1))
    with qtbot.assertNotEmitted(panel.present_requested):
        panel.show_present()
    assert panel.view.currentIndex().row() == 0


def test_the_whole_project_has_more_history_than_one_bulletin(show_panel, workspace):
    panel = show_panel(HistoryPanel)
    here = panel.model.rowCount()
    QTest.mouseClick(panel.project, LEFT)
    names = [i.data() for i in kit.children(panel.model)]
    assert len(names) > here
    assert {"导入 2 篇刊物", "新建项目", "存入预标注"} <= set(names)


def test_a_change_appears_at_once_and_one_made_unseen_when_it_is_looked_at(show_panel, workspace, qtbot):
    panel = show_panel(HistoryPanel)
    workspace.apply(workspace.session.outline.set_unsure(workspace.session.outline[3], True))
    assert panel.model.index(1).data() == "改分段的存疑标记"
    panel.hide()
    workspace.undo()
    panel.show()
    assert panel.model.index(1).data() == "撤销：改分段的存疑标记"


@pytest.mark.parametrize("kind", [ThemesPanel, CommentsPanel, HistoryPanel])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_they_can_be_drawn_in_both_themes_with_and_without_a_bulletin(show_panel, workspace, kind, theme):
    workspace.apply(comment_on(workspace.session.layer.id, "", "乙", AT, "全篇"))
    panel = show_panel(kind)
    panel.set_theme(theme)
    image = panel.grab().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.ink in inks or theme.soft in inks
    workspace.close_project()
    assert panel._empty.isVisible()
