"""Texts that come into the open project, whole or half."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QMessageBox

from gui.dialogs.import_ import ImportDialog
from gui.dialogs.parts import accepting
from models.errors import UserError
from models.exchange.annotated import IMPORTED
from models.project import SUGGESTION
from tests.gui.dialogs_kit import press, while_open


def test_what_came_in_before_an_import_failed_is_pre_annotated(program, tmp_path, qtbot, monkeypatch):
    project = program.workspace.project
    write = project.store.write

    def refuse(step, *args, **named):
        if step.name == IMPORTED:
            raise UserError("The disk is full.", code="storage.full", where="p")
        return write(step, *args, **named)

    monkeypatch.setattr(project.store, "write", refuse)
    (tmp_path / "a.txt").write_text("社区简报\n街道召开会议。\n", encoding="utf-8")
    row = {"id": 1, "text": "李明参加活动。", "label": [[0, 2, "PER"]]}
    (tmp_path / "b.jsonl").write_text(json.dumps(row), encoding="utf-8")

    def act(dialog) -> None:
        dialog.add([tmp_path / "a.txt", tmp_path / "b.jsonl"])
        qtbot.waitUntil(lambda: accepting(dialog._box).isEnabled())
        while_open(QMessageBox, lambda box: box.close())
        accepting(dialog._box).click()
        press(dialog, "Escape")

    while_open(ImportDialog, act)
    program.window.action_table["project.import"].trigger()
    came = [b for b in program.workspace.bulletins() if b.position >= 5]
    assert len(came) == 2

    def suggested(bulletin) -> bool:
        return project.layer_of(bulletin.id, "", SUGGESTION) is not None

    qtbot.waitUntil(lambda: all(map(suggested, came)), timeout=60_000)
