"""The project's file while it is open: it can be sent off at any time, and moving it away loses nothing."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gui.dialogs.submit import SubmitDialog
from models.project import Project
from models.review.packages import export_package
from models.storage.integrity import faults
from models.storage.replay import differences
from tests.gui.dialogs_kit import press, while_open
from tests.program.hands import Hands


@pytest.fixture
def project(program):
    return program.workspace.project


@pytest.fixture
def mailed(project, tmp_path):
    """Copies the project's file alone, as a mail program does, and reads what of the open layer is in it."""

    def read() -> tuple[str, int]:
        copy = tmp_path / "mail" / "sample.jiaozhu"
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(project.path, copy)
        found = Project.open(copy)
        try:
            layer = next((i for i in found.store.layers() if i.id == project.session.layer.id), None)
            return ("", 0) if layer is None else (layer.status, sum(s.unsure for s in found.store.sections(layer.id)))
        finally:
            found.close()

    return read


def doubt(hands: Hands, number: int = 1) -> None:
    for _ in range(number):
        hands.press("J")
        hands.press("U")


def refusal(hands: Hands) -> list[str]:
    """Doubt one section more, and read the message that comes."""
    said: list[str] = []
    while_open(QMessageBox, lambda box: said.append(box.text()))
    doubt(hands)
    return said


def push(box: QMessageBox, words: str) -> None:
    """Click the button of a question that has these words."""
    QTest.mouseClick(next(b for b in box.buttons() if b.text() == words), Qt.MouseButton.LeftButton)


def deleted(project: Project) -> None:
    for each in project.path.parent.glob("sample.jiaozhu*"):
        each.unlink()


def unsure(hands: Hands) -> int:
    return sum(s.unsure for s in hands.session.outline)


def test_a_copy_of_the_open_file_holds_the_work_a_while_after_the_last_step(program, hands, mailed, qtbot):
    program.folding.timer.setInterval(0)
    doubt(hands, 2)
    qtbot.waitUntil(lambda: not program.folding.timer.isActive())
    assert mailed() == ("in_progress", 2)


def test_a_copy_of_the_open_file_holds_the_work_when_another_program_is_turned_to(program, hands, mailed):
    doubt(hands, 2)
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert mailed() == ("in_progress", 2)
    assert not program.folding.timer.isActive()


def test_what_a_reader_holds_up_is_folded_in_later(program, hands, project, mailed, qtbot):
    with closing(sqlite3.connect(project.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM section").fetchone()
        doubt(hands, 2)
        program.folding.fold()
        assert program.folding.timer.isActive()
    program.folding.timer.setInterval(0)
    qtbot.waitUntil(lambda: not program.folding.timer.isActive())
    assert mailed() == ("in_progress", 2)


def test_a_package_can_be_sent_back_as_soon_as_it_says_so(program, hands, project, tmp_path, qtbot):
    package = tmp_path / "乙.jiaozhu"
    export_package(project, package, "乙", [b.id for b in project.store.bulletins()][:1])
    program.start(package)
    told: list[str] = []
    mail = tmp_path / "mail.jiaozhu"

    def send(said: str) -> None:
        told.append(said)
        if "发回去" in said:
            shutil.copy(package, mail)

    program.workspace.told.connect(send)
    while_open(SubmitDialog, lambda dialog: dialog.accept())
    hands.press("Ctrl+Return")
    assert told[-1].startswith("都已提交。请把")
    sent = Project.open(mail)
    assert [i.status for i in sent.store.layers() if i.role == "annotator"] == ["submitted"]
    sent.close()


def test_a_file_that_is_renamed_takes_no_step_until_it_has_its_name_again(hands, project, tmp_path):
    doubt(hands)
    project.path.rename(tmp_path / "renamed.jiaozhu")
    said = refusal(hands)
    assert "sample.jiaozhu 已被移走、改名、替换或删除" in said[0]
    assert unsure(hands) == 1
    while_open(QMessageBox, lambda box: said.append(box.text()))
    hands.press("Ctrl+Z")
    assert said[1] == said[0]
    assert unsure(hands) == 1
    (tmp_path / "renamed.jiaozhu").rename(project.path)
    hands.press("Ctrl+Z")
    assert unsure(hands) == 0
    doubt(hands)
    assert unsure(hands) == 1


def test_a_file_that_is_renamed_has_the_work_when_the_window_is_closed(program, hands, project, tmp_path):
    doubt(hands, 2)
    layer = hands.session.layer.id
    project.path.rename(tmp_path / "renamed.jiaozhu")
    while_open(QMessageBox, lambda box: push(box, "不存，关闭项目"))
    program.window.close()
    found = Project.open(tmp_path / "renamed.jiaozhu")
    assert sum(s.unsure for s in found.store.sections(layer)) == 2
    found.close()


def test_a_file_that_is_renamed_is_opened_by_its_new_name_with_all_the_work(program, hands, project, tmp_path):
    doubt(hands, 2)
    layer = hands.session.layer.id
    project.path.rename(tmp_path / "renamed.jiaozhu")
    program.start(tmp_path / "renamed.jiaozhu")
    opened = program.workspace.project
    assert opened.path.name == "renamed.jiaozhu"
    assert sum(s.unsure for s in opened.store.sections(layer)) == 2
    doubt(hands)
    program.window.close()
    assert faults(tmp_path / "renamed.jiaozhu") == []
    found = Project.open(tmp_path / "renamed.jiaozhu")
    assert differences(found.store) == []
    found.close()


def save_copy(program, monkeypatch, target) -> str:
    told: list[str] = []
    program.workspace.told.connect(told.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(target), ""))
    program.window.action_table["project.backup"].trigger()
    return told[-1]


def test_a_deleted_project_is_rescued_by_saving_a_copy(program, hands, project, tmp_path, monkeypatch):
    doubt(hands, 2)
    layer = hands.session.layer.id
    deleted(project)
    assert "另存副本" in refusal(hands)[0]
    copy = tmp_path / "copy.jiaozhu"
    assert save_copy(program, monkeypatch, copy) == f"副本已写到 {copy}。请打开它继续工作。"
    assert not project.path.exists()
    program.start(copy)
    assert program.workspace.project.path == copy
    assert sum(s.unsure for s in program.workspace.project.store.sections(layer)) == 2


def test_whoever_closes_a_deleted_project_is_told_and_may_stay(program, hands, project):
    doubt(hands)
    deleted(project)
    said: list[str] = []

    def stay(box: QMessageBox) -> None:
        said.append(box.text())
        press(box, "Escape")

    while_open(QMessageBox, stay)
    program.window.close()
    assert said == [f"{project.path} 已被移走、改名、替换或删除。"]
    assert program.window.isVisible()
    assert program.workspace.project is project
    while_open(QMessageBox, lambda box: push(box, "不存，关闭项目"))
    program.window.close()
    assert not program.window.isVisible()


def test_whoever_closes_a_deleted_project_may_save_a_copy_which_the_next_start_opens(
    program, hands, project, tmp_path, monkeypatch
):
    doubt(hands, 2)
    layer, copy = hands.session.layer.id, tmp_path / "copy.jiaozhu"
    deleted(project)
    names = iter(["", str(tmp_path / "no folder" / "copy"), str(copy)])  # withdrawn, refused, written
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (next(names), ""))
    said: list[str] = []

    def save(box: QMessageBox) -> None:
        said.append(box.text())
        while_open(QMessageBox, told if len(said) == 2 else save)
        push(box, "另存副本…")

    def told(box: QMessageBox) -> None:
        said.append(box.text())
        while_open(QMessageBox, lambda question: push(question, "另存副本…"))
        box.accept()

    while_open(QMessageBox, save)
    program.window.close()
    assert "没有文件夹" in said[-1]
    assert not program.window.isVisible()
    program.start(None)
    assert program.workspace.project.path == copy
    assert sum(s.unsure for s in program.workspace.project.store.sections(layer)) == 2


def test_whoever_opens_another_project_is_told_that_the_present_one_was_deleted(program, hands, project, tmp_path):
    other = tmp_path / "other.jiaozhu"
    Project.create(other).close()
    doubt(hands)
    deleted(project)
    while_open(QMessageBox, lambda box: press(box, "Escape"))
    program.start(other)
    assert program.workspace.project is project
    while_open(QMessageBox, lambda box: push(box, "不存，关闭项目"))
    program.start(other)
    assert program.workspace.project.path == other


def test_a_copy_of_a_project_in_its_place_is_told_plainly(program, hands, tmp_path, monkeypatch):
    doubt(hands)
    copy = tmp_path / "copy.jiaozhu"
    assert save_copy(program, monkeypatch, copy) == f"副本已写到 {copy}"


def test_a_step_waits_less_than_a_second_for_another_program(hands, project):
    with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        hands.press("J")
        said: list[str] = []
        while_open(QMessageBox, lambda box: said.append(box.text()))
        begun = time.monotonic()
        hands.press("U")
        assert time.monotonic() - begun < 2  # the message is read meanwhile
        assert "另一个程序正在写" in said[0]
        other.execute("ROLLBACK")
    hands.press("U")
    assert unsure(hands) == 1


def test_the_last_project_is_told_where_it_is_missing_and_stays_the_last_one(program, tmp_path, qtbot):
    window, path = program.window, program.workspace.project.path
    program.workspace.close_project()
    path.rename(tmp_path / "away.jiaozhu")
    program.start(None)
    assert program.workspace.project is None
    assert window.welcome.isVisible()
    assert window.welcome.told == f"找不到项目 {path}，它可能被移动或改名了。"
    assert program.settings.value("project/last") == str(path)
    (tmp_path / "away.jiaozhu").rename(path)
    program.start(None)
    assert program.workspace.project.path == path
    program.workspace.close_project()
    assert window.welcome.isVisible()
    assert window.welcome.told == ""
