"""A change goes to disk, memory and listeners, or nowhere; undo reaches across bulletins, restarts and label sets."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from models import mentions
from models.bulletins import archive, comment_on, set_status
from models.errors import UserError
from models.labels import Theme, add_theme, edit
from models.prelabel.suggestions import SuggestedMention, SuggestedSection, SuggestedTheme, Suggestions
from models.project import Imported, Project, now
from models.storage import Store, database
from models.taxonomy import place_theme

ONE, TWO = "甲区简报\n第一条。第二条。", "乙街道社区报\n王某参加。"
FOUND = Suggestions(
    sections=(
        SuggestedSection(0, 0, "masthead", None, None, (), 0.9, "rule:masthead"),
        SuggestedSection(5, 1, "article", None, None, (SuggestedTheme("party", 0.8, ("党",)),), 0.9, "rule:body"),
    ),
    mentions=(
        SuggestedMention("LOC", ((0, 2),), 0.9, "rules", "rule:place", "甲区"),
        SuggestedMention("ORG", ((0, 4),), 0.5, "rules", "rule:org", None),
    ),
    meta=(("title", "甲区简报"),),
    engine="jiaozhu",
)


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.jiaozhu")
    made.add_bulletins([Imported("1.txt", ONE), Imported("2.txt", TWO)])
    yield made
    made.close()


def first(project):
    return project.store.bulletins()[0]


def test_the_same_text_is_taken_in_once(project):
    assert project.add_bulletins([Imported("copy.txt", ONE), Imported("3.txt", "丙")]) != []
    assert [b.name for b in project.store.bulletins()] == ["1.txt", "2.txt", "3.txt"]


def test_a_layer_begins_with_the_suggestions_and_the_suggestions_stay(project):
    layer = project.store_suggestions(first(project), FOUND)
    session = project.open_session(first(project))
    assert [s.confirmed for s in session.outline] == [False, False]
    assert len(session.mentions) == 2
    project.apply(mentions.reject(list(session.mentions)))
    assert len(session.mentions) == 0
    assert len(project.store.mentions(layer.id)) == 2
    assert first(project).title == "甲区简报"


def test_new_suggestions_never_touch_a_layer_that_was_begun(project):
    session = project.open_session(first(project))
    project.apply(session.outline.split(0))
    left = session.outline.sections
    project.store_suggestions(first(project), FOUND)
    project.refresh_from_suggestions(first(project))
    assert project.open_session(first(project)).outline.sections == left


def test_undo_reaches_back_across_bulletins_and_a_restart(project):
    one, two = project.store.bulletins()
    project.apply(project.open_session(one).outline.split(0))
    project.apply(project.open_session(two).outline.split(0))
    path = project.path
    project.close()
    again = Project.open(path)
    assert again.undo().layer == again.open_session(two).layer.id
    assert len(again.open_session(two).outline) == 0
    assert again.undo() is not None
    assert len(again.open_session(one).outline) == 0
    assert again.undo() is None
    again.close()


def test_undo_covers_the_label_set(project):
    before = project.labels
    project.apply(add_theme(project.labels, Theme("own", "自定主题", "Own")))
    project.apply(edit(project.labels.label_by_id["PER"], retired=True))
    project.apply(place_theme(project.labels, "own", "party", 0))
    assert project.labels.label_by_id["PER"].retired
    assert project.labels.path("own")[0].id == "party"
    for _ in range(3):
        project.undo()
    assert (project.labels.labels, project.labels.kinds, project.labels.themes) == (
        before.labels,
        before.kinds,
        before.themes,
    )
    assert project.store.label_set().themes == before.themes


def test_a_theme_cannot_hang_below_itself(project):
    with pytest.raises(UserError, match="below itself"):
        place_theme(project.labels, "party", "party.study", 0)


def test_the_first_step_in_a_layer_marks_it_as_in_progress_and_undo_takes_that_back(project):
    session = project.open_session(first(project))
    project.apply(session.outline.split(0))
    assert session.layer.status == "in_progress"
    project.undo()
    assert session.layer.status == "new"


def test_comments_status_and_archive_are_changes_like_any_other(project):
    session = project.open_session(first(project))
    project.apply(comment_on(session.layer.id, "", "甲", now(), "看一下"))
    project.apply(set_status(session.layer, "submitted"))
    project.apply(archive(session.bulletin, True))
    assert session.bulletin.archived
    assert session.layer.status == "submitted"
    assert [c.text for c in session.comments.values()] == ["看一下"]
    while project.undo() is not None:
        pass
    assert not first(project).archived
    assert session.comments == {}


def refuse_journal(patch, project, fault):
    """Let the disk fail after the rows are written and before the journal is."""
    execute = project.store._db.execute_sql

    def failing(sql, *rest):
        if sql.startswith("INSERT INTO journal"):
            raise fault
        return execute(sql, *rest)

    patch.setattr(project.store._db, "execute_sql", failing)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "disk is full"),
        (sqlite3.OperationalError("database is locked"), "another program"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "write-protected"),
    ],
)
def test_a_failed_write_leaves_disk_memory_and_history_as_they_were(project, monkeypatch, fault, words):
    session = project.open_session(first(project))
    project.apply(session.outline.split(0))
    heard = []
    project.listen(lambda step, by: heard.append(step))
    before = session.outline.sections, project.history.undo, project.store.journal(), project.store.sections(None)

    with monkeypatch.context() as patch:
        refuse_journal(patch, project, fault)
        with pytest.raises(UserError, match=words):
            project.apply(session.outline.split(6))
    after = session.outline.sections, project.history.undo, project.store.journal(), project.store.sections(None)
    assert (before, heard) == (after, [])
    project.apply(session.outline.split(6))
    assert len(session.outline) == 2


def test_a_failed_undo_can_be_tried_again(project, monkeypatch):
    session = project.open_session(first(project))
    project.apply(session.outline.split(0))

    with monkeypatch.context() as patch:
        refuse_journal(patch, project, sqlite3.OperationalError("disk is full"))
        with pytest.raises(UserError):
            project.undo()
    assert len(session.outline) == 1
    project.undo()
    assert len(session.outline) == 0


def test_a_change_made_on_rows_that_are_gone_is_refused_whole(project):
    session = project.open_session(first(project))
    project.apply(session.outline.split(0))
    section = session.outline[0]
    ghost = replace(section, id="gone", start=3)
    step = session.outline.set_unsure(section, True)
    stale = replace(step, before=(ghost,), after=(replace(ghost, unsure=True),))
    with pytest.raises(UserError, match="changed elsewhere"):
        project.apply(stale)
    assert session.outline[0] == section


def test_a_newer_file_and_a_foreign_file_are_refused_and_left_alone(project, tmp_path):
    path = project.path
    project.close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {database.SCHEMA_VERSION + 1}")
    connection.commit()
    connection.close()
    was = path.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        Store(path)
    assert path.read_bytes() == was
    for content in (b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 100):
        foreign = tmp_path / "foreign.jiaozhu"
        foreign.write_bytes(content)
        with pytest.raises(UserError):
            Store(foreign)
        assert foreign.read_bytes() == content
    with pytest.raises(UserError, match="no project file"):
        Store(tmp_path / "missing.jiaozhu")
    with pytest.raises(UserError, match="exists already"):
        Store(path, create=True)


def test_the_file_is_marked_as_ours_and_written_durably(project):
    rows = {
        name: project.store._db.execute_sql(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "journal_mode", "synchronous", "foreign_keys")
    }
    assert rows == {
        "application_id": database.APPLICATION_ID,
        "user_version": database.SCHEMA_VERSION,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
    }


def test_two_projects_are_open_at_once_without_touching_each_other(project, tmp_path):
    other = Project.create(tmp_path / "other.jiaozhu")
    other.add_bulletins([Imported("9.txt", "丁")])
    assert len(project.store.bulletins()) == 2
    assert len(other.store.bulletins()) == 1
    other.close()


def test_a_copy_of_an_open_project_is_whole(project, tmp_path):
    session = project.open_session(first(project))
    project.apply(session.outline.split(0))
    target = tmp_path / "copy.jiaozhu"
    database.backup(project.path, target)
    copy = Project.open(target)
    assert copy.open_session(first(copy)).outline.sections == session.outline.sections
    copy.close()


def test_a_person_without_a_name_is_refused(project):
    with pytest.raises(UserError, match="name"):
        project.set_annotator("  ")
