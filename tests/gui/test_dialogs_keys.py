"""Keys: shown, found, changed, taken from others only after saying so; the command palette runs every action."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from gui.actions import ACTIONS, Actions
from gui.dialogs.key_names import key_name, key_names
from gui.dialogs.keys import KeysDialog, RecordKeyDialog
from gui.dialogs.palette import CommandPalette
from tests.gui.dialogs_kit import press, settings_in, shown, titles, while_open, write


@pytest.fixture
def settings(tmp_path):
    return settings_in(tmp_path)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(900, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def table(window, settings):
    return Actions(window, QWidget(window), settings)


def keys_of(table, action_id):
    spec = next(s for s in table.specs() if s.id == action_id)
    return table.keys(spec)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Ctrl+Shift+Left", "Ctrl Shift ←"),
        ("Return", "⏎"),
        ("Space", "空格"),
        ("Backspace", "退格"),
        ("Ctrl++", "Ctrl +"),
        ("+", "+"),
        ("[", "["),
        ("F1", "F1"),
        ("", ""),
    ],
)
def test_keys_are_written_short(key, name):
    assert key_name(key) == name


def test_two_keys_that_read_alike_are_shown_once():
    assert key_names(("Return", "Enter", "Shift+Backtab")) == ("⏎",)


def test_every_action_stands_in_the_list_of_keys_once(qtbot, table):
    dialog = shown(qtbot, KeysDialog(None, table))
    rows = [row for row in dialog.list.model.rows if row.key is not None]
    assert sorted(row.key for row in rows) == sorted(spec.id for spec in ACTIONS)
    assert next(row for row in rows if row.key == "theme.pick").keys == ("T",)


@pytest.mark.parametrize("query", ["选主题", "xzt", "theme.pick"])
def test_an_action_is_found_by_name_initials_and_id(qtbot, table, query):
    dialog = shown(qtbot, KeysDialog(None, table))
    write(dialog, query)
    assert titles(dialog.list)[0] == "选主题"


def test_an_action_is_found_by_its_key(qtbot, table):
    dialog = shown(qtbot, KeysDialog(None, table))
    write(dialog, "Ctrl+H")
    assert titles(dialog.list)[0] == "修改历史"


def record(dialog, key: str) -> None:
    assert dialog.focusWidget() is dialog.field
    press(dialog, key)


def test_enter_records_another_key_that_holds_at_once_and_next_time(qtbot, table, window, settings):
    dialog = shown(qtbot, KeysDialog(None, table))
    dialog.list.go_to("theme.pick")
    while_open(RecordKeyDialog, lambda d: (record(d, "Ctrl+Shift+T"), press(d, "Return")))
    press(dialog, "Return")
    assert table["theme.pick"].shortcut() == QKeySequence("Ctrl+Shift+T")
    assert dialog.list.current == "theme.pick"
    again = Actions(window, QWidget(window), settings)
    assert again["theme.pick"].shortcut() == QKeySequence("Ctrl+Shift+T")


@pytest.mark.parametrize("key", ["Return", "Esc", "Tab", "Space"])
def test_keys_that_dialogs_live_on_can_be_recorded_too(qtbot, table, key):
    spec = next(s for s in table.specs() if s.id == "theme.pick")
    dialog = shown(qtbot, RecordKeyDialog(None, table, spec))
    record(dialog, key)
    assert dialog.isVisible()
    assert QKeySequence(dialog.field.key) == QKeySequence(key)


def test_a_key_that_another_action_has_is_announced_and_then_taken_from_it(qtbot, table):
    spec = next(s for s in table.specs() if s.id == "theme.pick")
    told: list[str] = []

    def act(dialog) -> None:
        record(dialog, "J")
        told.append(dialog._told.text())
        press(dialog, "Return")

    while_open(RecordKeyDialog, act)
    keys = RecordKeyDialog.ask(table["theme.pick"].parent().parent(), table, spec)
    assert keys == ("J",)
    assert "下一段" in told[0]
    assert keys_of(table, "section.next") == ()


def test_leaving_the_recorder_changes_nothing(qtbot, table, window):
    spec = next(s for s in table.specs() if s.id == "theme.pick")
    while_open(RecordKeyDialog, lambda d: (record(d, "J"), d.reject()))
    assert RecordKeyDialog.ask(window, table, spec) is None
    assert keys_of(table, "section.next") == ("J",)


def test_an_action_gets_its_own_key_back(qtbot, table):
    table.set_keys("theme.pick", ("Ctrl+Shift+T",))
    dialog = shown(qtbot, KeysDialog(None, table))
    dialog.list.go_to("theme.pick")
    press(dialog, "Ctrl+Del")
    assert keys_of(table, "theme.pick") == ("T",)


def test_an_action_that_gets_its_own_key_back_takes_it_from_whoever_has_it_now(qtbot, table):
    table.set_keys("section.next", ("Z",))
    table.set_keys("theme.pick", ("J", "T"))
    dialog = shown(qtbot, KeysDialog(None, table))
    dialog.list.go_to("section.next")
    press(dialog, "Ctrl+Del")
    assert keys_of(table, "section.next") == ("J",)
    assert keys_of(table, "theme.pick") == ("T",)
    assert dialog._told.text() == "这些键已从“选主题”取回。"


def test_an_action_can_be_left_without_a_key(qtbot, table, window):
    spec = next(s for s in table.specs() if s.id == "theme.pick")
    while_open(RecordKeyDialog, lambda d: d._none.click())
    assert RecordKeyDialog.ask(window, table, spec) == ()


# The command palette ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["导出", "dcjb", "project.export"])
def test_the_palette_runs_what_is_typed(qtbot, table, window, settings, query):
    done: list[str] = []
    table.connect("project.export", lambda: done.append("export"))
    while_open(CommandPalette, lambda d: (write(d, query), press(d, "Return")))
    assert CommandPalette.ask(window, table, settings) == "project.export"
    assert done == ["export"]


def test_the_palette_shows_what_was_used_last_first(qtbot, table, window, settings):
    for action_id in ("project.export", "theme.pick"):
        while_open(CommandPalette, lambda d, key=action_id: (d.list.go_to(key), press(d, "Return")))
        CommandPalette.ask(window, table, settings)
    dialog = shown(qtbot, CommandPalette(None, table, settings))
    assert titles(dialog.list)[:2] == ["选主题", "导出金标"]
    assert len(titles(dialog.list)) == len(ACTIONS) - 1


def test_the_palette_shows_keys_and_leaves_out_what_cannot_be_done_now(qtbot, table, settings):
    table["edit.undo"].setEnabled(False)
    dialog = shown(qtbot, CommandPalette(None, table, settings))
    rows = {row.key: row for row in dialog.list.model.rows}
    assert rows["edit.find"].keys == ("Ctrl F",)
    assert not rows["edit.undo"].enabled
    assert not dialog.list.model.flags(dialog.list.model.index(dialog.list.model.rows.index(rows["edit.undo"]))) & (
        Qt.ItemFlag.ItemIsEnabled
    )


def test_leaving_the_palette_runs_nothing(qtbot, table, window, settings):
    while_open(CommandPalette, lambda d: press(d, "Esc"))
    assert CommandPalette.ask(window, table, settings) is None


def test_the_palette_closes_when_one_turns_to_the_window_again(qtbot, table, window, settings):
    def turn(dialog) -> None:
        window.activateWindow()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    while_open(CommandPalette, turn)
    assert CommandPalette.ask(window, table, settings) is None
