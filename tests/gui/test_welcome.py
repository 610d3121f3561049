"""The welcome page, by keys alone."""

from __future__ import annotations

import pytest

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


def test_the_page_shows_what_was_opened_since(qtbot, settings, tmp_path):
    page = shown(qtbot, WelcomePage(settings))
    page.hide()
    (tmp_path / "新.jiaozhu").touch()
    settings.setValue(RECENT, str(tmp_path / "新.jiaozhu"))
    page.show()
    assert page.focusWidget().accessibleName() == str(tmp_path / "新.jiaozhu")
