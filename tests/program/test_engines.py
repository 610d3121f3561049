"""An engine added in the window is used by the next suggestions, and the status bar says that it comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.engines import EnginesDialog
from models.prelabel.engine import ENGINE
from models.project import SUGGESTION
from tests.gui.dialogs_kit import while_open
from tests.models.engine_kit import put


def makers(program) -> set[str]:
    """Which engines made the suggestions of the project."""
    return {layer.annotator for layer in program.workspace.project.store.layers() if layer.role == SUGGESTION}


def test_an_engine_is_added_from_the_menu_and_makes_the_next_suggestions(
    engines, program, tmp_path, monkeypatch, qtbot
):
    source = put(tmp_path / "stick")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(source), ""))
    status = program.window.statusBar()
    assert makers(program) == {ENGINE}
    seen = []

    def act(dialog: EnginesDialog) -> None:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        dialog.file.setFocus()
        QTest.keyClick(dialog.file, Qt.Key.Key_Space)
        seen.append(status.adding.words.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    while_open(EnginesDialog, act)
    program.window.action_table["project.engines"].trigger()
    assert seen == ["添加引擎…"]
    qtbot.waitUntil(lambda: f"{ENGINE}+lac+net" in makers(program), timeout=120_000)
    assert status.adding.words.text() == ""
    assert (engines / "lac.bin").is_file()
