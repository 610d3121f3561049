"""Import and export: what is found out about each file before, what is told after."""

from __future__ import annotations

import json
import os
import sys

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox

from gui.dialogs.export import ExportDialog
from gui.dialogs.import_ import ImportDialog
from gui.dialogs.parts import accepting
from models.errors import UserError
from models.exchange import gold
from models.exchange.annotated import IMPORTED
from tests.gui.dialogs_kit import CONTENT, make_workspace, press, shown, titles, while_open

NEWS = "花木街道组织居民开展垃圾分类志愿服务活动，社区党员带头参加，受到大家欢迎。\n" * 4


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "进"
    made.mkdir()
    (made / "a.txt").write_bytes(NEWS.encode("gb18030"))
    (made / "b.txt").write_bytes((NEWS + "另一篇。").encode("utf-16"))
    (made / "c.txt").write_text(CONTENT, encoding="utf-8")
    (made / "d.txt").write_text(NEWS, encoding="utf-8")
    (made / "e.txt").write_text(" \n", encoding="utf-8")
    (made / "f.txt").write_bytes("坏".encode("gb18030") + b"\x00\x01\x02" + NEWS.encode("utf-8"))
    (made / "g.json").write_text("{", encoding="utf-8")
    (made / "h.png").write_bytes(b"\x89PNG")
    return made


def open_with(qtbot, workspace, paths) -> ImportDialog:
    dialog = shown(qtbot, ImportDialog(None, workspace.project))
    dialog.add(paths)
    qtbot.waitUntil(lambda: not dialog._waiting and not dialog._timer.isActive())
    return dialog


def notes(dialog) -> dict[str, str]:
    return {row.title: row.note for row in dialog.list.model.rows}


def test_a_folder_is_looked_through_and_each_file_says_what_it_is(qtbot, workspace, folder):
    dialog = open_with(qtbot, workspace, [folder])
    found = notes(dialog)
    assert found["a.txt"] == "GB18030"
    assert found["b.txt"] == "UTF-16 LE"
    assert found["c.txt"] == found["d.txt"] == "重复"
    assert found["e.txt"] == found["g.json"] == "不能导入"
    assert "字无法读出" in found["f.txt"]
    assert "h.png" not in found


def test_the_current_file_is_previewed_and_its_twin_named(qtbot, workspace, folder):
    dialog = open_with(qtbot, workspace, [folder])
    dialog.list.go_to(str(folder / "a.txt"))
    assert dialog.preview.toPlainText() == NEWS
    dialog.list.go_to(str(folder / "d.txt"))
    assert "a.txt" in dialog._told.text()
    dialog.list.go_to(str(folder / "c.txt"))
    assert "简报.txt" in dialog._told.text()


def test_another_encoding_is_tried_by_choosing_it(qtbot, workspace, folder):
    dialog = open_with(qtbot, workspace, [folder / "a.txt"])
    dialog.encoding.setFocus()
    press(dialog, "Up")
    assert dialog.encoding.currentData() == "utf-8"
    assert dialog.preview.toPlainText() != NEWS
    assert "�" in dialog._told.text()
    press(dialog, "Down")
    assert dialog.preview.toPlainText() == NEWS
    assert dialog.list.current == str(folder / "a.txt")


def test_what_can_be_imported_is_and_the_rest_is_left_out(qtbot, workspace, folder):
    told: list[str] = []
    workspace.told.connect(told.append)

    def act(dialog) -> None:
        dialog.add([folder])
        qtbot.waitUntil(lambda: accepting(dialog._box).isEnabled())
        accepting(dialog._box).click()

    while_open(ImportDialog, act)
    assert ImportDialog.ask(None, workspace)
    assert [b.name for b in workspace.bulletins()] == ["简报.txt", "a.txt", "b.txt", "f.txt"]
    assert told == ["导入了 3 篇刊物"]


def test_nothing_can_be_imported_before_there_are_files(qtbot, workspace):
    dialog = shown(qtbot, ImportDialog(None, workspace.project))
    assert not accepting(dialog._box).isEnabled()


def test_a_file_is_taken_off_the_list(qtbot, workspace, folder):
    dialog = open_with(qtbot, workspace, [folder / "a.txt", folder / "b.txt"])
    dialog.list.setFocus()
    dialog.list.go_to(str(folder / "a.txt"))
    press(dialog, "Ctrl+Del")
    assert titles(dialog.list) == ["b.txt"]


def test_files_are_dropped_onto_the_dialog(qtbot, workspace, folder):
    dialog = shown(qtbot, ImportDialog(None, workspace.project))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "a.txt"))])
    dialog.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    )
    qtbot.waitUntil(lambda: titles(dialog.list) == ["a.txt"])


def test_a_path_that_is_gone_is_reported(qtbot, workspace, tmp_path):
    dialog = shown(qtbot, ImportDialog(None, workspace.project))
    said: list[str] = []
    while_open(QMessageBox, lambda box: said.append(box.text()))
    dialog.add([tmp_path / "没有.txt"])
    assert "没有.txt" in said[0]


def doccano(path, *texts):
    rows = [json.dumps({"id": n, "text": text, "label": [[0, 2, "PER"]]}) for n, text in enumerate(texts)]
    path.write_text("\n".join(rows), encoding="utf-8")


@pytest.fixture
def filling(workspace, monkeypatch):
    """The disk is full as soon as the first layer of a file is in; freed by what is called."""
    write, layers = workspace.project.store.write, []

    def refuse(step, *args, **named):
        layers.append(step.name == IMPORTED)
        if layers.count(True) > 1:
            raise UserError("The disk is full.", code="storage.full", where="p")
        return write(step, *args, **named)

    monkeypatch.setattr(workspace.project.store, "write", refuse)
    return lambda: monkeypatch.setattr(workspace.project.store, "write", write)


def test_what_came_in_before_the_disk_was_full_is_told_and_the_rest_can_be_tried_again(
    qtbot, workspace, folder, filling
):
    doccano(folder / "i.jsonl", "李明参加活动。", "王芳也参加。")
    told: list[str] = []
    workspace.told.connect(told.append)
    said: list[str] = []

    def act(dialog) -> None:
        dialog.add([folder / "a.txt", folder / "i.jsonl"])
        qtbot.waitUntil(lambda: accepting(dialog._box).isEnabled())
        for _ in range(2):
            while_open(QMessageBox, lambda box: said.append(box.text()))
            accepting(dialog._box).click()
            assert titles(dialog.list) == ["i.jsonl"]
            assert dialog._sum.text() == "导入了 3 篇刊物、1 个标注层；还有 1 个文件没有导入。"
        filling()
        accepting(dialog._box).click()

    while_open(ImportDialog, act)
    assert ImportDialog.ask(None, workspace)
    assert len(said) == 2
    assert told == ["导入了 3 篇刊物、2 个标注层"]
    assert len(workspace.bulletins()) == 4


def test_the_file_at_which_an_import_stopped_is_the_current_one(qtbot, workspace, folder, filling):
    doccano(folder / "i.jsonl", "李明参加活动。", "王芳也参加。")
    dialog = open_with(qtbot, workspace, [folder / "a.txt", folder / "g.json", folder / "i.jsonl"])
    while_open(QMessageBox, lambda box: box.close())
    accepting(dialog._box).click()
    assert titles(dialog.list) == ["g.json", "i.jsonl"]
    assert dialog.list.current == str(folder / "i.jsonl")
    assert "关闭" in [button.text() for button in dialog._box.buttons()]  # what came in stays


def test_what_came_in_is_told_where_the_rest_is_given_up(qtbot, workspace, folder, filling):
    doccano(folder / "i.jsonl", "李明参加活动。", "王芳也参加。")
    told: list[str] = []
    workspace.told.connect(told.append)

    def act(dialog) -> None:
        dialog.add([folder / "i.jsonl"])
        qtbot.waitUntil(lambda: accepting(dialog._box).isEnabled())
        while_open(QMessageBox, lambda box: box.close())
        accepting(dialog._box).click()
        press(dialog, "Escape")

    while_open(ImportDialog, act)
    assert ImportDialog.ask(None, workspace)
    assert told == ["导入了 2 篇刊物、1 个标注层"]


def test_an_import_that_is_given_up_at_once_tells_nothing(qtbot, workspace, folder):
    told: list[str] = []
    workspace.told.connect(told.append)
    while_open(ImportDialog, lambda dialog: press(dialog, "Escape"))
    assert not ImportDialog.ask(None, workspace)
    assert told == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_in_another_encoding_is_shown_and_taken_in_as_it_was_written(qtbot, workspace, folder):
    (folder / os.fsdecode(b"\xb8\xe7.txt")).write_text("街道召开会议。", encoding="utf-8")
    (folder / os.fsdecode(b"\xb8\xe7.json")).write_text("{", encoding="utf-8")
    dialog = open_with(qtbot, workspace, [folder])
    assert {"哥.txt", "哥.json"} <= set(titles(dialog.list))
    dialog.list.go_to(str(folder / os.fsdecode(b"\xb8\xe7.json")))
    assert "哥.json 不是正确的 JSON" in dialog._told.text()
    accepting(dialog._box).click()
    assert "哥.txt" in [b.name for b in workspace.bulletins()]


def test_exported_gold_comes_in_again_with_its_layers(qtbot, workspace, tmp_path):
    gold.write(workspace.project, tmp_path / "gold.json")
    other = make_workspace_empty(tmp_path / "other")
    dialog = open_with(qtbot, other, [tmp_path / "gold.json"])
    assert notes(dialog) == {"gold.json": "标注文件"}
    accepting(dialog._box).click()
    assert dialog.result() == ImportDialog.DialogCode.Accepted
    assert dialog.summary(dialog.files.taken).startswith("导入了 1 篇刊物、1 个标注层")
    other.close_project()


def make_workspace_empty(folder):
    from gui.workspace import Workspace

    folder.mkdir()
    made = Workspace()
    assert made.create_project(folder / "empty.jiaozhu")
    return made


# Export ---------------------------------------------------------------------------------------------------------------


def test_gold_is_written_and_the_dialog_says_where_and_how_much(qtbot, workspace, tmp_path):
    dialog = shown(qtbot, ExportDialog(None, workspace.project))
    target = tmp_path / "金标.json"
    dialog.target.setText(str(target))
    accepting(dialog._box).click()
    written = json.loads(target.read_text(encoding="utf-8"))
    assert [d["name"] for d in written["documents"]] == ["简报.txt"]
    assert {e["text"] for e in written["documents"][0]["entities"]} == {"花木街道", "李明", "王芳"}
    assert "1 个标注层" in dialog.told.text()
    assert str(target) in dialog.told.text()
    assert dialog.written == target


def test_open_suggestions_are_exported_only_when_asked_for(qtbot, workspace, tmp_path):
    dialog = shown(qtbot, ExportDialog(None, workspace.project))
    counts = []
    for only in (True, False):
        dialog.target.setText(str(tmp_path / f"{only}.json"))
        dialog.accepted_only.setChecked(only)
        dialog.run()
        document = json.loads((tmp_path / f"{only}.json").read_text(encoding="utf-8"))["documents"][0]
        counts.append((len(document["sections"]), len(document["entities"])))
    assert counts == [(2, 3), (3, 4)]


def test_another_format_gives_the_file_its_ending_and_names_what_it_cannot_hold(qtbot, workspace, tmp_path):
    dialog = shown(qtbot, ExportDialog(None, workspace.project))
    dialog.target.setText(str(tmp_path / "out.json"))
    dialog.format.choose("doccano")
    assert dialog.target.text() == str(tmp_path / "out.jsonl")
    dialog.run()
    assert "分段" in dialog.told.text()


def test_a_folder_that_is_not_there_is_reported_and_the_dialog_stays(qtbot, workspace, tmp_path):
    dialog = shown(qtbot, ExportDialog(None, workspace.project))
    dialog.target.setText(str(tmp_path / "无" / "out.json"))
    said: list[str] = []
    while_open(QMessageBox, lambda box: said.append(box.text()))
    dialog.run()
    assert said
    assert dialog.isVisible()
    assert dialog.written is None
