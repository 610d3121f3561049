"""The library panel, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.panels.library import LibraryPanel
from gui.theme import DARK, LIGHT
from gui.workspace import Workspace
from models import mentions as operations
from models.bulletins import archive, set_status
from models.project import Imported, Project
from tests.gui import panels_kit as kit

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show_panel):
    return show_panel(LibraryPanel, 248, 700)


def titles(panel):
    return [index.data() for index in kit.children(panel.model)]


def test_the_open_bulletin_is_the_chosen_row_and_a_click_opens_another(panel, workspace):
    assert panel.view.currentIndex().row() == -1 or panel.view.currentIndex().data() == "001 青山街道社区报"
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=panel.view.visualRect(panel.model.index(1)).center())
    assert workspace.session.bulletin.name == "002_lvshui.txt"
    workspace.open_bulletin(workspace.bulletins()[0].id)
    assert panel.view.currentIndex().row() == 0


def test_typing_finds_in_names_and_contents_and_enter_opens(panel, workspace, qtbot):
    panel.setFocus()
    panel.field.insert("垃圾分類進")
    qtbot.waitUntil(lambda: titles(panel) == ["002_lvshui.txt"])
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert workspace.session.bulletin.name == "002_lvshui.txt"


def test_letters_typed_in_the_list_go_to_the_filter(panel, qtbot):
    panel.view.setFocus()
    QTest.keyClicks(panel.view, "lvs")
    assert panel.field.text() == "lvs"
    qtbot.waitUntil(lambda: titles(panel) == ["002_lvshui.txt"])


def test_arrows_in_the_filter_walk_in_the_list_and_enter_opens_that_row(panel, workspace):
    panel.setFocus()
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert workspace.session.bulletin.name == "002_lvshui.txt"


def test_arrows_choose_among_what_was_found(panel, workspace, qtbot):
    panel.setFocus()
    panel.field.insert("社区")
    qtbot.waitUntil(lambda: not panel._reading.isActive() and len(titles(panel)) == 2)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert workspace.session.bulletin.name == "002_lvshui.txt"


def test_nothing_found_offers_to_clear_the_filter(panel, qtbot):
    QTest.keyClicks(panel.field, "qqqq")
    qtbot.waitUntil(lambda: panel._empty.isVisible())
    QTest.mouseClick(panel._empty._button, LEFT)
    assert len(titles(panel)) == 2


def test_rows_keep_up_with_the_work(panel, workspace):
    spoken = Qt.ItemDataRole.AccessibleTextRole
    workspace.apply(operations.accept(list(workspace.session.mentions)[:3]))
    assert panel.model.index(0).data(spoken) == "001 青山街道社区报，进行中，25%，5 段 · 7 实体 · 9 待确认"
    workspace.apply(set_status(workspace.session.layer, "submitted"))
    assert "已提交" in panel.model.index(0).data(spoken)
    assert panel._foot.text() == "2 篇 · 1 已提交"


def test_a_status_filter_lets_go_of_what_no_longer_fits(panel, workspace, qtbot):
    panel.sieve_button._set("status", "new", True)
    assert len(titles(panel)) == 2
    assert panel.sieve_button.text() == "1 ▾"
    workspace.apply(operations.accept(list(workspace.session.mentions)[:3]))
    qtbot.waitUntil(lambda: titles(panel) == ["002_lvshui.txt"])
    assert panel._foot.text().startswith("1 / 2 篇")


def test_the_least_certain_come_first_where_that_is_wanted(panel, workspace, qtbot):
    first, second = workspace.bulletins()
    workspace.project.store_suggestions(second, kit.suggestions_of_other(0.5, 0.3))
    seen = []
    panel.sieve_button.order_changed.connect(seen.append)

    panel.sieve_button.menu().aboutToShow.emit()
    (entry,) = (action for action in panel.sieve_button.menu().actions() if action.text() == "最不确定的在前")
    entry.trigger()
    assert seen == [True]
    assert titles(panel) == ["002_lvshui.txt", "001 青山街道社区报"]
    lines = [panel.model.counts(row) for row in panel.model.rows()]
    assert lines == ["1 段 · 平均把握 40%", "5 段 · 平均把握 84%"]
    assert panel._foot.text() == "2 篇 · 最不确定的在前"
    assert panel.turns() == [second.id, first.id]
    workspace.project.store_suggestions(second, kit.suggestions_of_other(1.0, 0.9))
    qtbot.waitUntil(lambda: titles(panel) == ["001 青山街道社区报", "002_lvshui.txt"])
    # Who begins a bulletin finds it where it was, until another is opened.
    workspace.apply(operations.accept(list(workspace.session.mentions)[:1]))
    assert titles(panel) == ["001 青山街道社区报", "002_lvshui.txt"]
    workspace.open_bulletin(second.id)
    assert titles(panel) == ["002_lvshui.txt", "001 青山街道社区报"]
    assert panel.view.currentIndex().data() == "002_lvshui.txt"
    panel.sieve_button.set_doubtful(False)
    assert titles(panel) == ["001 青山街道社区报", "002_lvshui.txt"]
    assert panel.model.counts(panel.model.rows()[1]) == "1 段 · 预标注完成"


def test_archived_bulletins_are_shown_on_demand(panel, workspace):
    for bulletin in workspace.bulletins():
        workspace.apply(archive(bulletin, True))
    assert titles(panel) == []
    assert "已归档" in panel._empty.accessibleName()
    QTest.mouseClick(panel._empty._button, LEFT)
    assert len(titles(panel)) == 2
    workspace.undo()
    assert [row.bulletin.archived for row in panel.model.rows()] == [True, False]


def test_an_empty_project_asks_for_an_import_and_no_project_says_so(tmp_path, qtbot):
    workspace = Workspace()
    panel = LibraryPanel(workspace)
    qtbot.addWidget(panel)
    panel.show()
    assert "没有打开的项目" in panel._empty.accessibleName()
    workspace.create_project(tmp_path / "e.jiaozhu")
    assert "还没有刊物" in panel._empty.accessibleName()
    with qtbot.waitSignal(panel.import_requested):
        QTest.mouseClick(panel._empty._button, LEFT)
    workspace.project.add_bulletins([Imported("a.txt", "甲")])
    assert titles(panel) == ["a.txt"]
    workspace.close_project()


def test_another_annotator_sees_their_own_progress(panel, workspace):
    workspace.apply(operations.accept(list(workspace.session.mentions)))
    workspace.project.set_annotator("乙")
    workspace.open_bulletin(workspace.bulletins()[0].id)
    assert panel.model.rows()[0].status == "new"


def test_two_thousand_bulletins_are_searched_without_holding_up_the_window(tmp_path, qtbot):
    project = Project.create(tmp_path / "big.jiaozhu")
    project.add_bulletins([Imported(f"{n:04}.txt", f"第{n}篇\n{kit.TEXT}") for n in range(2000)])
    project.close()
    workspace = Workspace()
    panel = LibraryPanel(workspace)
    qtbot.addWidget(panel)
    panel.show()
    workspace.open_project(tmp_path / "big.jiaozhu")
    panel.field.setText("第777篇")
    panel._filter()
    assert panel._reading.isActive()
    assert "正在找" in panel._foot.text()
    qtbot.waitUntil(lambda: not panel._reading.isActive(), timeout=20_000)
    assert titles(panel) == ["0777.txt"]
    workspace.close_project()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_it_can_be_drawn_in_both_themes(panel, workspace, theme):
    panel.set_theme(theme)
    workspace.apply(set_status(workspace.session.layer, "submitted"))
    workspace.open_bulletin(workspace.bulletins()[1].id)
    image = panel.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme.good, theme.selected} <= colours
