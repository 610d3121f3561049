"""The find bar: hits counted while typing, next and previous round the ends, closed by Esc."""

from __future__ import annotations

import pytest

from gui.find_bar import FindBar
from tests.gui.dialogs_kit import make_workspace, places, press, shown, write


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def bar(qtbot, workspace):
    made = FindBar(workspace)
    made.heard = []
    made.hits_changed.connect(lambda hits, current: made.heard.append((hits, current)))
    shown(qtbot, made)
    made.open()
    return made


def test_hits_are_counted_as_one_types(bar):
    write(bar, "花木")
    found = places("花木")
    assert bar.heard[-1] == (found, found[0])
    assert bar.count.text() == "第 1 / 3 处"
    write(bar, "街道也")
    assert bar.count.text() == "第 1 / 1 处"
    write(bar, "无")
    assert bar.heard[-1] == ([], None)
    assert bar.count.text() == "没有找到"


@pytest.mark.parametrize("query", ["花木街道", "花木街道 ", "志願服務", "組織"])
def test_script_and_white_space_do_not_matter(bar, query):
    write(bar, query)
    assert bar.hits


def test_enter_goes_on_and_shift_enter_back_round_the_ends(bar, workspace):
    shown_places: list[int] = []
    workspace.reveal.connect(shown_places.append)
    write(bar, "花木街道")
    for key in ("Return", "Return", "Return", "Shift+Return", "Up", "Down"):
        press(bar, key)
    first, second, third = (a for a, _b in places("花木街道"))
    assert shown_places == [first, second, third, first, third, second, third]
    assert bar.heard[-1][1] == places("花木街道")[2]


def test_the_search_begins_at_the_current_section(bar, workspace):
    workspace.select_section("s3")
    write(bar, "篇")
    assert bar.heard[-1][1] == places("篇")[1]


def test_words_given_are_found_at_once_and_ready_to_be_typed_over(bar):
    bar.open("李明")
    assert bar.hits == places("李明")
    write(bar, "x")
    assert bar.field.text() == "x"


def test_escape_closes_and_takes_the_hits_away(qtbot, bar):
    write(bar, "花木")
    with qtbot.waitSignal(bar.closed):
        press(bar, "Esc")
    assert bar.isHidden()
    assert bar.heard[-1] == ([], None)


def test_find_next_opens_a_closed_bar_with_the_words_of_before(bar):
    write(bar, "花木街道")
    press(bar, "Esc")
    bar.find_next()
    assert bar.isVisible()
    assert bar.heard[-1][1] is not None


def test_without_a_bulletin_nothing_is_found(bar, workspace):
    workspace.close_project()
    write(bar, "花木")
    assert bar.hits == []
