"""A project on a stick that may not be written: one reads, counts and exports, and is told why nothing changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from gui.cards.parts import EmptyState
from gui.dialogs.export import ExportDialog
from gui.dialogs.parts import accepting
from gui.dialogs.statistics import StatisticsDialog
from models.labels import edit
from models.sample import create_sample
from tests.gui.dialogs_kit import started, while_open
from tests.models.test_read_only import lies_there, protect

TOLD = "项目文件不允许写入，只能看和导出。要修改，请另存副本。"


@pytest.fixture
def program(qtbot, prelabelled, tmp_path):
    path = tmp_path / "stick" / "sample.jiaozhu"
    path.parent.mkdir()
    shutil.copy(prelabelled, path)
    protect(path)
    made = started(qtbot, path, tmp_path)
    yield made
    made.stop()


@pytest.fixture
def told(program):
    said: list[str] = []
    program.workspace.told.connect(said.append)
    return said


def test_it_opens_for_reading_and_says_so(program, hands):
    assert program.window.windowTitle() == "sample（只读） — 校注"
    assert program.window.statusBar().findChild(object, "saved").text() == "只读"
    assert program.window.statusBar().findChild(object, "told").text() == TOLD
    caret = program.window.view.caret
    hands.press("Tab")
    hands.press("Tab")
    assert program.window.view.caret > caret


def test_a_bulletin_that_nobody_began_is_not_said_to_wait_for_suggestions(qtbot, tmp_path):
    path = tmp_path / "stick" / "sample.jiaozhu"
    path.parent.mkdir()
    create_sample(path)
    protect(path)
    program = started(qtbot, path, tmp_path)
    try:
        model = program.window.library.model
        assert {model.counts(row) for row in model.rows()} == {"未开始"}
        tools = program.window.tools
        assert shown(program.window.outline) == ["没有分段", "项目只能看。要分段、标注，请另存副本。"]
        tools.setCurrentWidget(program.window.mentions)
        assert shown(program.window.mentions) == ["没有实体标注", "项目只能看。要分段、标注，请另存副本。"]
        tools.setCurrentWidget(program.window.comments)
        assert shown(program.window.comments) == ["没有批注"]
    finally:
        program.stop()


def shown(panel):
    """The words of a panel that has nothing to show."""
    empty = panel.findChild(EmptyState)
    return [label.text() for label in empty.findChildren(QLabel) if label.text()]


@pytest.mark.parametrize("key", ["U", "T", "C", "1", "Q", "Space", "X", "A", "Return", "Ctrl+Return"])
def test_a_key_that_would_change_something_says_why_it_does_not(program, hands, told, key):
    path = program.workspace.project.path
    before = lies_there(path), list(hands.session.outline), list(hands.session.mentions)
    hands.press("J")
    hands.press(key)
    assert told == [TOLD]
    assert (lies_there(path), list(hands.session.outline), list(hands.session.mentions)) == before


def test_every_bulletin_can_be_looked_at(program, hands, told):
    for _ in range(4):
        hands.press("Ctrl+PgDown")
        assert len(hands.session.outline) > 1
        assert len(hands.session.mentions)
    assert told == []


def test_gold_json_and_statistics_come_out_of_it(program, hands, tmp_path):
    path, out = program.workspace.project.path, tmp_path / "gold.json"
    before = lies_there(path)

    def export(dialog: ExportDialog) -> None:
        assert Path(dialog.target.text()).parent != path.parent
        dialog.layer.choose("suggestion")
        dialog.accepted_only.setChecked(False)
        dialog.target.setText(str(out))
        accepting(dialog._box).click()

    while_open(ExportDialog, export)
    hands.press("Ctrl+E")
    assert len(json.loads(out.read_text(encoding="utf-8"))["documents"]) == 5
    counted = []
    while_open(StatisticsDialog, counted.append)
    program.window.action_table["statistics.project"].trigger()
    assert counted
    assert lies_there(path) == before


def test_a_dialog_that_would_change_something_says_why_it_does_not(program):
    said: list[str] = []
    while_open(QMessageBox, lambda box: said.append(box.text()))
    labels = program.workspace.labels.labels
    assert not program.workspace.apply(lambda: edit(labels[0], zh="人名"))
    assert "不允许写入" in said[0]
    assert "另存副本" in said[0]
    assert program.workspace.labels.labels == labels


def test_a_copy_saved_elsewhere_can_be_worked_on(program, hands, tmp_path, monkeypatch, told):
    copy = tmp_path / "copy.jiaozhu"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(copy), ""))
    program.window.action_table["project.backup"].trigger()
    program.start(copy)
    assert program.window.windowTitle() == "copy — 校注"
    told.clear()
    hands.press("J")
    hands.press("U")
    assert sum(section.unsure for section in hands.session.outline) == 1
    assert told == []
