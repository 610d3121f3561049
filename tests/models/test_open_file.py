"""The file under an open project: it alone has the work, and a file that is moved away takes no work with it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import UserError
from models.project import Imported, Project
from models.storage import EngineRow, database, replay

TEXT = "甲区简报\n第一条。第二条。第三条。"


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.jiaozhu")
    made.add_bulletins([Imported("1.txt", TEXT)])
    made.open_session(made.store.bulletins()[0])
    yield made
    made.close()


def work(project, number=1):
    for _ in range(number):
        outline = project.session.outline
        project.apply(outline.split((0, 5, 9, 13)[len(outline)]))


def sections(path):
    """How many sections a project file holds."""
    project = Project.open(path)
    try:
        return len(project.store.sections(None))
    finally:
        project.close()


def refused(project):
    before = replay.present(project.store), project.history.undo, project.history.redo
    for act in (lambda: work(project), project.undo, project.redo, lambda: project.set_annotator("乙")):
        with pytest.raises(UserError, match="moved, renamed, replaced or deleted") as caught:
            act()
        assert caught.value.code == "storage.moved"
    with pytest.raises(UserError, match="moved"):
        project.store.engines.add(EngineRow("1", "2026-01-01T00:00:00Z", "甲", 1, "{}"), b"")
    assert (replay.present(project.store), project.history.undo, project.history.redo) == before


def test_a_folded_file_alone_holds_all_the_work(project, tmp_path):
    work(project, 2)
    assert project.store.file.fold()
    shutil.copy(project.path, tmp_path / "mailed.jiaozhu")
    assert sections(tmp_path / "mailed.jiaozhu") == 2


def test_folding_waits_for_no_reader_and_is_whole_afterwards(project, tmp_path):
    with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM section").fetchone()
        work(project, 2)
        assert not project.store.file.fold()
        work(project)
        other.execute("ROLLBACK")
        assert project.store.file.fold()
    shutil.copy(project.path, tmp_path / "mailed.jiaozhu")
    assert sections(tmp_path / "mailed.jiaozhu") == 3


def test_a_closed_project_is_never_folded(project):
    project.close()
    project.path.unlink()
    assert not project.store.file.fold()
    assert not project.path.exists()


def test_no_step_is_taken_while_the_file_has_another_name_and_all_are_taken_when_it_has_its_own(project, tmp_path):
    work(project, 2)
    project.undo()
    project.path.rename(tmp_path / "renamed.jiaozhu")
    refused(project)
    (tmp_path / "renamed.jiaozhu").rename(project.path)
    assert project.redo() is not None
    work(project)
    project.close()
    assert sections(project.path) == 3


@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_file_that_is_moved_has_all_the_work_when_the_project_is_closed(tmp_path, whole_folder):
    (tmp_path / "a").mkdir()
    project = Project.create(tmp_path / "a" / "p.jiaozhu")
    project.add_bulletins([Imported("1.txt", TEXT)])
    project.open_session(project.store.bulletins()[0])
    work(project, 2)
    if whole_folder:
        (tmp_path / "a").rename(tmp_path / "b")
    else:
        (tmp_path / "b").mkdir()
        project.path.rename(tmp_path / "b" / "p.jiaozhu")
    project.close()
    assert sections(tmp_path / "b" / "p.jiaozhu") == 2


def test_a_file_that_is_moved_has_all_the_work_as_soon_as_a_step_was_refused(project, tmp_path):
    work(project, 2)
    project.path.rename(tmp_path / "renamed.jiaozhu")
    with pytest.raises(UserError):
        work(project)
    shutil.copy(tmp_path / "renamed.jiaozhu", tmp_path / "copy.jiaozhu")
    assert sections(tmp_path / "copy.jiaozhu") == 2


def test_no_step_is_taken_where_another_file_has_the_place(project, tmp_path):
    project.store.file.fold()
    shutil.copy(project.path, tmp_path / "older.jiaozhu")
    work(project, 2)
    project.undo()
    os.replace(tmp_path / "older.jiaozhu", project.path)
    refused(project)


def test_a_deleted_project_is_rescued_into_a_copy(project, tmp_path):
    work(project, 3)
    project.undo()
    for each in tmp_path.glob("p.jiaozhu*"):
        each.unlink()
    refused(project)
    project.store.file.copy(tmp_path / "rescued.jiaozhu")
    assert sections(tmp_path / "rescued.jiaozhu") == 2
    assert [each.name for each in tmp_path.iterdir()] == ["rescued.jiaozhu"]


def test_a_project_whose_file_went_counts_as_lost_until_the_work_is_in_a_copy(project, tmp_path):
    file, away = project.store.file, tmp_path / "away.jiaozhu"
    file.copy(tmp_path / "before.jiaozhu")
    work(project)
    assert not file.lost
    project.path.rename(away)
    assert file.lost
    assert file.is_at(away)
    file.copy(tmp_path / "after.jiaozhu")
    assert not file.lost
    away.rename(project.path)
    work(project)
    project.path.rename(away)
    assert file.lost


def test_an_open_project_is_never_copied_over_itself(project, tmp_path):
    moved = tmp_path / "renamed.jiaozhu"
    targets = [project.path]
    for _ in range(2):
        for target in targets:
            with pytest.raises(UserError, match="is the project itself"):
                project.store.file.copy(target)
        if not moved.exists():
            project.path.rename(moved)
            targets.append(moved)


def test_another_folder_may_become_the_current_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = Project.create(Path("p.jiaozhu"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    project.set_annotator("乙")
    project.close()


def test_files_without_numbers_only_have_to_be_there(project, monkeypatch):
    stat = os.stat

    def unnumbered(path, *args, **named):
        found = stat(path, *args, **named)
        return os.stat_result((found.st_mode, 0, *tuple(found)[2:]))

    monkeypatch.setattr("models.storage.open_file.os.stat", unnumbered)
    work(project)
    project.path.unlink()
    with pytest.raises(UserError, match="moved"):
        work(project)


def test_what_is_missing_or_no_project_is_never_copied(tmp_path):
    target = tmp_path / "copy.jiaozhu"
    with pytest.raises(UserError, match="There is no project file"):
        database.backup(tmp_path / "p.jiaozhu", target)
    with closing(sqlite3.connect(tmp_path / "foreign.db")) as foreign:
        foreign.execute("CREATE TABLE a (b)")
    with pytest.raises(UserError, match="no whole project"):
        database.backup(tmp_path / "foreign.db", target)
    assert [each.name for each in tmp_path.iterdir()] == ["foreign.db"]
