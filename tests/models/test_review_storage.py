"""Decisions, people and assignments are stored, journaled and brought into older project files."""

import shutil
import sqlite3
from pathlib import Path

import peewee
import pytest
from playhouse.migrations import Runner

import models.storage
from models.changes import change
from models.decision import Decision, latest
from models.errors import UserError
from models.people import Assignment, Person
from models.project import Imported, Project
from models.storage import database
from models.storage.replay import differences
from tests.models.review_kit import TEXT, annotate, new_project


def decided(layer, number=1, **more):
    values = {"matter": "boundary", "place": "34", "outcome": "true", "votes": '{"甲":true}', "decider": "审核员",
              "at": f"2026-11-21T10:00:00.00{number}Z", "reason": "图注独占一行", "labels": 3} | more  # fmt: skip
    return Decision(f"d{number}", layer, **values)


def test_decisions_people_and_assignments_survive_a_restart_and_the_journal_knows_them(tmp_path):
    project = new_project(tmp_path)
    layer = annotate(project, "甲")
    rows = [decided(layer.id), Person("p", "甲"), Person("q", "乙", "reviewer", False)]
    rows.append(Assignment("a", layer.bulletin, "甲", "管理员", "2026-11-21T10:00:00Z"))
    project.apply(change("review.test", [], rows))
    path = project.path
    project.close()
    project = Project.open(path)
    store = project.store
    assert store.items(Decision) == store.items(Decision, layer.id) == rows[:1]
    assert store.items(Decision, "elsewhere") == []
    assert sorted(store.items(Person), key=lambda p: p.id) == rows[1:3]
    assert store.items(Assignment, layer.bulletin) == rows[3:]
    assert differences(store) == []
    project.undo()
    assert store.items(Decision) == store.items(Person) == []
    assert differences(store) == []


def test_the_latest_decision_holds_whatever_order_they_come_in():
    first, second, other = decided("l"), decided("l", 2, outcome="false"), decided("l", 3, matter="level", outcome="2")
    for rows in ([first, second, other], [other, second, first]):
        assert latest(rows) == {("boundary", "34"): second, ("level", "34"): other}


def version_1(path: Path):
    """A project file as the first version of the program made it."""
    folder = path.parent / "first"
    folder.mkdir()
    shutil.copy(Path(models.storage.__file__).parent / "migrations" / "0001_first.py", folder)
    db = peewee.SqliteDatabase(str(path))
    db.connect()
    Runner(db, str(folder)).up()
    db.execute_sql(f"PRAGMA application_id = {database.APPLICATION_ID}")
    db.execute_sql("PRAGMA user_version = 1")
    sql = "INSERT INTO meta (key, value) VALUES ('annotator', '甲')"
    db.execute_sql(sql)
    db.close()


def test_a_file_of_version_1_is_copied_and_then_migrated(tmp_path):
    path = tmp_path / "old.jiaozhu"
    version_1(path)
    project = Project.open(path)
    assert project.annotator == "甲"
    made = project.add_bulletins([Imported("000.txt", TEXT)])
    layer = annotate(project, "甲")
    project.apply(change("review.test", [], [decided(layer.id)]))
    assert made
    project.close()
    copy = path.with_name("old.jiaozhu.v1-backup")
    for file, version, tables in ((path, database.SCHEMA_VERSION, 1), (copy, 1, 0)):
        with sqlite3.connect(file) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (version,)
            found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'decision'").fetchone()
            assert found == (tables,)
        connection.close()
    again = Project.open(path)
    assert [d.id for d in again.store.items(Decision)] == ["d1"]
    again.close()


def test_a_decision_needs_a_layer(tmp_path):
    project = new_project(tmp_path)
    with pytest.raises(UserError, match="changed elsewhere"):
        project.apply(change("review.test", [], [decided("nowhere")]))
    assert project.store.items(Decision) == []
