"""The welcome page, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from gui.welcome import RECENT, WelcomePage
from tests.gui.dialogs_kit import press, settings_in, shown


@pytest.fixture
def settings(tmp_path):
    return settings_in(tmp_path)


def test_arrows_lead_through_the_choices_and_enter_takes_one(qtbot, settings):
    page = shown(qtbot, WelcomePage(settings))
    heard: list[str] = []
    page.sample_requested.connect(lambda: heard.append("sample"))
    page.new_requested.connect(lambda: heard.append("new"))
    page.open_requested.connect(lambda: heard.append("open"))
    for _choice in range(3):
        press(page, "Return")
        press(page, "Down")
    press(page, "Up")
    press(page, "Return")
    press(page, "S")
    assert heard == ["sample", "new", "open", "open", "sample"]


def test_recent_projects_that_are_still_there_are_offered_first(qtbot, settings, tmp_path):
    (tmp_path / "甲 & 乙.jiaozhu").touch()
    settings.setValue(RECENT, [str(tmp_path / "甲 & 乙.jiaozhu"), str(tmp_path / "没有了.jiaozhu")])
    page = shown(qtbot, WelcomePage(settings))
    assert page.recent() == [str(tmp_path / "甲 & 乙.jiaozhu")]
    with qtbot.waitSignal(page.recent_requested) as caught:
        press(page, "Return")
    assert caught.args == [str(tmp_path / "甲 & 乙.jiaozhu")]
    assert page.focusWidget().text().startswith("甲 && 乙")


def test_a_long_name_and_a_deep_folder_are_shortened_to_the_room_there_is(qtbot, settings, tmp_path):
    path = tmp_path / "很深的文件夹" / f"{'很长的名字' * 12}.jiaozhu"
    path.parent.mkdir()
    path.touch()
    settings.setValue(RECENT, [str(path)])
    button = shown(qtbot, WelcomePage(settings)).focusWidget()
    assert button.text().startswith("很长的名字")
    assert "…" in button.text()
    assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width() - 32
    assert button.accessibleName() == str(path)


def test_a_project_that_is_told_to_be_missing_is_not_offered_any_more(qtbot, settings, tmp_path):
    path = tmp_path / "甲.jiaozhu"
    path.touch()
    settings.setValue(RECENT, [str(path)])
    page = shown(qtbot, WelcomePage(settings))
    assert page.focusWidget().accessibleName() == str(path)
    path.unlink()
    page.tell("找不到项目。")
    assert page.focusWidget().accessibleName() == "打开示例项目"
    assert [button.accessibleName() for button in page.findChildren(QPushButton, "recent") if button.isVisible()] == []


def test_the_page_shows_what_was_opened_since(qtbot, settings, tmp_path):
    page = shown(qtbot, WelcomePage(settings))
    page.hide()
    (tmp_path / "新.jiaozhu").touch()
    settings.setValue(RECENT, str(tmp_path / "新.jiaozhu"))
    page.show()
    assert page.focusWidget().accessibleName() == str(tmp_path / "新.jiaozhu")
