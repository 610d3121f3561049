"""`jiaozhu check` finds what is wrong with a project file and saves what can be read."""

import json
import sqlite3

import pytest

from models import mentions
from models.changes import Change
from models.cli import main
from models.labels import edit
from models.project import Imported, Project
from models.storage.replay import differences, present, replay

CONTENT = "花木动态\n街道召开会议\n李芬华参加。\n"


@pytest.fixture
def path(tmp_path):
    project = Project.create(tmp_path / "p.jiaozhu")
    for name, content in (("a.txt", CONTENT), ("b.txt", CONTENT + "又讯\n")):
        session = project.open_session(project.add_bulletins([Imported(name, content)])[0])
        project.apply(session.outline.split(0))
        project.apply(session.outline.split(5))
        project.apply(mentions.add(content, session.layer.id, "PER", [(12, 15)]))
        project.undo()
        project.redo()
        project.apply(session.outline.merge(session.outline[1]))
        project.undo()
    project.apply(edit(project.labels.labels[0], zh="人名"))
    project.close()
    return tmp_path / "p.jiaozhu"


def spoil(path, sql, *values):
    with sqlite3.connect(path) as connection:
        connection.execute(sql, values)
    connection.close()


def test_a_sound_project_is_said_to_be_sound(path, capsys):
    assert main(["check", str(path)]) == 0
    said = capsys.readouterr()
    assert "is sound: 2 bulletins, 2 layers, " in said.out
    assert said.err == ""
    assert [file.name for file in path.parent.iterdir() if "rescued" in file.name] == []


def test_the_journal_played_from_the_start_gives_the_rows(path):
    project = Project.open(path)
    assert replay(project.store) == present(project.store)
    assert differences(project.store) == []
    assert len(replay(project.store)["section"]) == 4
    project.close()


@pytest.mark.parametrize(("sql", "says", "saved"), [
    ("UPDATE content SET content = 'x' || content WHERE bulletin_id = (SELECT id FROM bulletin WHERE name = 'a.txt')",
     "The text of a.txt is not the one that was imported", 1),
    ("UPDATE section SET level = 50 WHERE start = 5 AND layer_id = (SELECT l.id FROM layer l JOIN bulletin b "
     "ON l.bulletin_id = b.id WHERE b.name = 'b.txt')", "b.txt, the annotator layer of 标注员", 1),
    ("UPDATE mention SET fragments = '12 99'", "do not touch, and lie in the text", 0),
    ("UPDATE section SET themes = '[\"' WHERE start = 5", "a row is damaged", 0),
    ("DELETE FROM mention", "but its row is missing", 2),
    ("UPDATE mention SET label = 'ORG'", "differs from what the journal says", 2),
    ("DELETE FROM journal WHERE name = 'mention.add' AND kind = 'redo'", "has a row that the journal does not know", 2),
    ("DELETE FROM journal WHERE name = 'mention.add' AND kind = 'do'", "from what it never was", 2),
    ("UPDATE journal SET payload = 'x' WHERE name = 'mention.add'", "The journal cannot be read", 2),
    ("DELETE FROM layer WHERE bulletin_id = (SELECT id FROM bulletin WHERE name = 'a.txt')", "names a layer that is "
     "missing", 1),
    ("DELETE FROM content WHERE bulletin_id = (SELECT id FROM bulletin WHERE name = 'a.txt')", "The text of a.txt "
     "cannot be read", 1),
])  # fmt: skip
def test_each_kind_of_damage_is_found_and_the_rest_saved(path, capsys, sql, says, saved):
    spoil(path, sql)
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err
    rescued = path.with_name("p.rescued.jsonl")
    lines = rescued.read_text(encoding="utf-8").split("\n")[:-1] if rescued.exists() else []
    assert len(lines) == saved
    assert all(json.loads(line)["layer"]["annotator"] == "标注员" for line in lines)
    assert ("were saved to" if saved else "Nothing could be saved.") in said.err


def test_an_older_rescue_is_kept(path):
    spoil(path, "DELETE FROM mention")
    assert main(["check", str(path)]) == 1
    assert main(["check", str(path)]) == 1
    assert sorted(p.name for p in path.parent.glob("*.jsonl")) == ["p.rescued-2.jsonl", "p.rescued.jsonl"]


def test_a_file_with_a_damaged_page_is_reported(path, capsys):
    raw = bytearray(path.read_bytes())
    for at in range(4096, len(raw), 4096):
        raw[at : at + 64] = b"\xff" * 64
    path.write_bytes(bytes(raw))
    assert main(["check", str(path)]) == 1
    assert "damaged" in capsys.readouterr().err


@pytest.mark.parametrize("raw", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 4000])
def test_what_is_no_project_is_refused(tmp_path, capsys, raw):
    (tmp_path / "p.jiaozhu").write_bytes(raw)
    assert main(["check", str(tmp_path / "p.jiaozhu")]) == 1
    said = capsys.readouterr().err
    assert said.startswith("jiaozhu check: ") or "damaged" in said


def test_an_empty_change_leaves_the_journal_alone(path):
    project = Project.open(path)
    before = len(project.store.journal())
    assert project.apply(Change("", (), ())) is None
    assert len(project.store.journal()) == before
    project.close()
