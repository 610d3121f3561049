"""The disk fails, locks, is full or is taken away: then nothing has changed, and the work goes on afterwards."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import replace

import peewee
import pytest

from models.bulletins import Bulletin, LayerInfo
from models.changes import change
from models.errors import UserError
from models.labels import LabelSet, Theme, default_label_set
from models.outline import Section
from models.project import Imported, Project
from models.storage import Store, database, replay

TEXT = "甲区简报\n第一条。第二条。第三条。"


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.jiaozhu")
    made.add_bulletins([Imported("1.txt", TEXT, TEXT.encode("gb18030"), "gb18030")])
    session = made.open_session(made.store.bulletins()[0])
    made.apply(session.outline.split(0))
    yield made
    made.close()


def everything(project):
    """Disk, memory and history."""
    session = project.session
    rows = replay.present(project.store), project.store.journal(), project.labels
    return *rows, session.layer, session.outline, list(session.mentions), project.history.undo, project.history.redo


def run(project, sql):
    return project.store._db.execute_sql(sql).fetchone()


@contextmanager
def full(project):
    """No page more: the disk is full."""
    (pages,), (limit,) = run(project, "PRAGMA page_count"), run(project, "PRAGMA max_page_count")
    run(project, f"PRAGMA max_page_count = {pages}")
    yield "disk is full"
    run(project, f"PRAGMA max_page_count = {limit}")


@contextmanager
def locked(project):
    """Another program is in the middle of writing."""
    run(project, "PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(project.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield "another program"


@contextmanager
def protected(project):
    """The file may be read only."""
    project.store._db.execute_sql("PRAGMA query_only = 1")
    yield "write-protected"
    project.store._db.execute_sql("PRAGMA query_only = 0")


@contextmanager
def failing_at_the_end(project):
    """All rows can be written, but not what makes them last."""
    db = project.store._db
    commit = db.commit

    def refuse():
        raise peewee.OperationalError("disk I/O error")

    db.commit = refuse
    yield "disk I/O error"
    db.commit = commit


FAULTS = (full, locked, protected, failing_at_the_end)


def big(session):
    """A change that needs new pages."""
    return session.outline.set_themes(session.outline[0], [f"{n:0100}" for n in range(2_000)])


@pytest.mark.parametrize("fault", FAULTS)
def test_a_change_that_cannot_be_written_changes_nothing_and_can_be_made_afterwards(project, fault):
    heard, before = [], everything(project)
    project.listen(lambda step, by: heard.append(step))
    step = big(project.session)
    with fault(project) as words, pytest.raises(UserError, match=words) as caught:
        project.apply(step)
    assert caught.value.code in ("storage.failed", "storage.locked", "storage.full", "storage.protected")
    assert (everything(project), heard) == (before, [])
    project.apply(step)
    assert heard == [step]
    assert project.history.undo.name == "section.themes"
    assert replay.differences(project.store) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_an_undo_that_cannot_be_written_is_still_there_afterwards(project, fault):
    project.apply(big(project.session))
    before = everything(project)
    if fault is full:
        run(project, "PRAGMA wal_checkpoint(TRUNCATE)")
    with fault(project) as words, pytest.raises(UserError, match=words):
        project.undo()
    assert everything(project) == before
    assert project.undo().name == "section.themes"
    assert project.session.outline[0].themes == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_texts_are_all_taken_in_or_none(project, fault):
    before = everything(project)
    texts = [Imported(f"{n}.txt", f"{n}" * 5_000, bytes(5_000)) for n in range(3)]
    with fault(project) as words, pytest.raises(UserError, match=words):
        project.add_bulletins(texts)
    assert everything(project) == before
    assert len(project.add_bulletins(texts)) == 3


def test_the_name_at_the_desk_stays_when_it_cannot_be_written(project):
    with protected(project), pytest.raises(UserError):
        project.set_annotator("乙")
    assert (project.annotator, project.store.setting("annotator", "")) == ("标注员", "")


def test_a_project_that_cannot_be_made_leaves_no_file(tmp_path):
    path = tmp_path / "new.jiaozhu"
    scheme = default_label_set()
    twice = LabelSet(scheme.labels, scheme.kinds, (Theme("a", "甲" * 10, "", "b\ud800"),))
    with pytest.raises(UnicodeEncodeError):
        Project.create(path, twice)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UserError, match="could not be written"):
        Project.create(tmp_path / "file" / "new.jiaozhu") if (tmp_path / "file").write_text("x") else None
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_what_was_changed_is_there_when_the_program_dies_right_after(project):
    path = project.path
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from models.project import Project\n"
        "project = Project.open(Path(sys.argv[1]))\n"
        "session = project.open_session(project.store.bulletins()[0])\n"
        "project.apply(session.outline.split(5))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    project.close()
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    again = Project.open(path)
    assert again.open_session(again.store.bulletins()[0]).outline.starts == (0, 5)
    assert again.history.undo.name == "section.split"
    assert replay.differences(again.store) == []
    again.close()


def test_a_row_that_was_changed_elsewhere_is_not_written_over(project):
    other = Project.open(project.path)
    theirs = other.open_session(other.store.bulletins()[0])
    other.apply(theirs.outline.set_themes(theirs.outline[0], ["party.study"]))
    session, before = project.session, project.session.outline
    for step in (session.outline.set_unsure(session.outline[0], True), change("x", session.outline, [])):
        with pytest.raises(UserError, match="changed elsewhere") as caught:
            project.apply(step)
        assert caught.value.code == "storage.stale"
    assert session.outline == before
    again = project.open_session(session.bulletin)
    project.apply(again.outline.set_unsure(again.outline[0], True))
    assert again.outline[0].themes == ("party.study",)
    assert replay.differences(project.store) == []
    other.close()


def test_a_row_whose_id_is_taken_is_refused_whole(project):
    section = project.session.outline[0]
    layer = LayerInfo("other", project.session.bulletin.id, "乙")
    with pytest.raises(UserError, match="changed elsewhere"):
        project.apply(change("x", [], [layer, replace(section, layer="other")]))
    with pytest.raises(UserError, match="changed elsewhere"):
        project.apply(change("x", [], [Section("new", "no such layer", 0, 1, "article")]))
    assert [i.id for i in project.store.layers()] == [project.session.layer.id]


def test_the_imported_file_itself_is_kept(project):
    (bulletin,) = project.store.bulletins()
    assert project.store.original(bulletin.id) == (TEXT.encode("gb18030"), "gb18030")
    assert project.store.content(bulletin.id) == TEXT
    assert project.store.item(Bulletin, bulletin.id) == bulletin
    assert project.store.item(Bulletin, "unknown") is None
    for read in (project.store.original, project.store.content):
        with pytest.raises(KeyError):
            read("unknown")


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "bookmarks.jiaozhu"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        connection.commit()
    was = path.read_bytes()
    with pytest.raises(UserError, match="not a Jiaozhu project"):
        Store(path)
    assert path.read_bytes() == was
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_damaged_file_is_named_and_not_held_open(project):
    path = project.path
    project.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"p\.jiaozhu could not be written or read"):
        Project.open(path)


def older(path):
    """Turn a project file into one of the version before."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {database.SCHEMA_VERSION - 1}")
        connection.commit()


def test_a_failed_migration_leaves_the_file_and_its_copy_as_they_were(project, monkeypatch):
    path = project.path
    rows = replay.present(project.store)
    project.close()
    older(path)

    def fail(_db):
        raise peewee.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(database, "_migrate", fail)
        with pytest.raises(UserError, match="disk is full"):
            Store(path)
    copy = path.with_name(f"{path.name}.v{database.SCHEMA_VERSION - 1}-backup")
    for file in (path, copy):
        store = Store(file)
        assert replay.present(store) == rows
        store.close()


def test_a_copy_replaces_an_older_one_and_what_an_interrupted_one_left(project, tmp_path):
    target = tmp_path / "copy.jiaozhu"
    target.write_text("older")
    (tmp_path / "copy.jiaozhu.part").write_text("interrupted")
    database.backup(project.path, target)
    store = Store(target)
    assert replay.present(store) == replay.present(project.store)
    store.close()
    assert not (tmp_path / "copy.jiaozhu.part").exists()


def test_a_copy_over_the_project_itself_is_refused_and_the_project_goes_on(project):
    rows = replay.present(project.store)
    with pytest.raises(UserError, match="is the project itself") as caught:
        database.backup(project.path, project.path.parent / "." / project.path.name)
    assert caught.value.code == "export.project"
    assert replay.present(project.store) == rows


def test_a_copy_has_nothing_of_what_the_replaced_file_left_in_its_log(project, tmp_path):
    target = tmp_path / "copy.jiaozhu"
    other = Store(target, create=True)
    other.set_setting("of", "the replaced file")
    kept = {name: target.with_name(target.name + name).read_bytes() for name in ("-wal", "-shm")}
    other.close()
    for name, data in kept.items():
        target.with_name(target.name + name).write_bytes(data)
    database.backup(project.path, target)
    store = Store(target)
    assert store.setting("of") == ""
    assert replay.present(store) == replay.present(project.store)
    store.close()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "Permission denied", "/data/fulltext/a"), "storage.protected"),
        (OSError(30, "Read-only file system", "/a"), "storage.protected"),
        (OSError(28, "No space left on device", "/a"), "storage.full"),
        (OSError(36, "File name too long", "/locked/a"), "storage.failed"),
    ],
)
def test_a_refusal_is_told_by_what_the_system_says_and_not_by_the_name_of_the_file(error, code):
    with pytest.raises(UserError) as caught, database.reported("/a"):
        raise error
    assert caught.value.code == code


def test_a_copy_with_too_long_a_name_is_refused_in_a_sentence(project, tmp_path):
    with pytest.raises(UserError, match="could not be written"):
        database.backup(project.path, tmp_path / ("很长" * 200))
