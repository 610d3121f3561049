"""A project on a medium that may not be written: it is read and exported, and not a byte is written there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from models.cli import main
from models.errors import UserError
from models.exchange import gold
from models.prelabel.engine import prelabel
from models.project import Imported, Project
from models.storage import EngineRow, database

TEXTS = ("甲区简报\n第一条。花木街道召开会议。", "乙区简报\n第二条。")


@pytest.fixture
def file(tmp_path):
    """A project of two bulletins, of which the first is begun; nothing can be made beside the file."""
    path = tmp_path / "stick" / "p.jiaozhu"
    project = Project.create(path)
    for bulletin in project.add_bulletins([Imported(f"{n}.txt", text) for n, text in enumerate(TEXTS)]):
        project.store_suggestions(bulletin, prelabel(project.store.content(bulletin.id)))
    session = project.open_session(project.store.bulletins()[0])
    project.apply(session.outline.set_unsure(session.outline[0], True))
    project.close()
    protect(path)
    return path


def protect(path):
    """Leave SQLite no room for what it keeps beside a file that it writes, whoever runs the test."""
    path.with_name(f"{path.name}-shm").symlink_to("no folder/nothing")


def lies_there(path):
    """What is in the project's folder, an empty log left out: where the folder itself refuses there is none."""
    found = {each.name: each.read_bytes() if each.is_file() else None for each in path.parent.iterdir()}
    return {name: held for name, held in found.items() if held != b""}


def test_gold_json_and_agreement_come_out_of_it_and_nothing_is_written_there(file, tmp_path, capsys):
    before, out = lies_there(file), tmp_path / "gold.json"
    assert main(["export", str(file), "--format", "gold", "--output", str(out)]) == 0
    (document,) = json.loads(out.read_text(encoding="utf-8"))["documents"]
    assert document["sections"][0]["unsure"]
    assert main(["agreement", str(file), "--json"]) == 0
    assert lies_there(file) == before
    assert capsys.readouterr().err == "1.txt has no such layer and was left out.\n"


def test_a_file_that_is_write_protected_itself_is_read_and_gets_nothing_beside_it(file, tmp_path, monkeypatch):
    file.with_name("p.jiaozhu-shm").unlink()
    monkeypatch.setattr("models.storage.database.os.access", lambda *_: False)
    before = lies_there(file)
    project = Project.open(file)
    gold.write(project, tmp_path / "gold.json")
    assert project.store.file.read_only
    assert lies_there(file) == before
    project.close()
    assert lies_there(file) == before


def test_no_step_is_taken_in_it(file, capsys):
    before, project = lies_there(file), Project.open(file)
    session = project.open_session(project.store.bulletins()[0])
    outline = list(session.outline)
    for act in (
        lambda: project.apply(session.outline.set_unsure(session.outline[0], False)),
        project.undo,
        lambda: project.set_annotator("乙"),
        lambda: project.add_bulletins([Imported("2.txt", "丙区简报")]),
        lambda: project.store.engines.add(EngineRow("1", "2026-01-01T00:00:00Z", "甲", 1, "{}"), b""),
    ):
        with pytest.raises(UserError, match="opened for reading alone") as caught:
            act()
        assert caught.value.code == "storage.read_only"
    assert list(session.outline) == outline
    project.close()
    text = file.parent.parent / "2.txt"
    text.write_text("丙区简报", encoding="utf-8")
    assert main(["import", str(file), str(text)]) == 1
    assert "Save a copy where it may be written" in capsys.readouterr().err
    assert lies_there(file) == before


def test_a_bulletin_that_nobody_has_begun_is_shown_as_it_would_begin(file):
    project = Project.open(file)
    bulletin = project.store.bulletins()[1]
    shown = project.open_session(bulletin)
    copy = file.parent.parent / "copy.jiaozhu"
    project.store.file.copy(copy)
    project.close()
    project = Project.open(copy)
    begun = project.open_session(bulletin)
    assert (shown.layer, shown.outline, list(shown.mentions), shown.entities) == (
        begun.layer, begun.outline, list(begun.mentions), begun.entities,
    )  # fmt: skip
    assert project.apply(begun.outline.set_unsure(begun.outline[0], True)) is not None
    project.close()


def test_one_that_was_not_closed_is_refused_rather_than_read_without_its_last_steps(file, tmp_path):
    project = Project.open(shutil.copy(file, tmp_path / "open.jiaozhu"))
    project.set_annotator("丁")
    left = tmp_path / "left" / "p.jiaozhu"
    left.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{project.path}{ending}", f"{left}{ending}")
    project.close()
    protect(left)
    with pytest.raises(UserError, match="was not closed") as caught:
        Project.open(left)
    assert caught.value.code == "project.protected"
    left.with_name("p.jiaozhu-shm").unlink()
    project = Project.open(left)
    assert project.annotator == "丁"
    project.close()


def test_one_of_an_older_version_is_refused_where_it_cannot_be_brought_up_to_date(file):
    raw = bytearray(file.read_bytes())
    assert raw[60:64] == database.SCHEMA_VERSION.to_bytes(4, "big")  # where SQLite keeps it
    raw[60:64] = (database.SCHEMA_VERSION - 1).to_bytes(4, "big")
    file.write_bytes(raw)
    with pytest.raises(UserError, match="older version") as caught:
        Project.open(file)
    assert caught.value.code == "project.protected"
    assert list(lies_there(file)) == ["p.jiaozhu-shm", "p.jiaozhu"]


def test_a_program_that_is_writing_just_now_makes_no_project_read_only(file):
    file.with_name("p.jiaozhu-shm").unlink()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        project = Project.open(file)
        assert not project.store.file.read_only
        other.execute("ROLLBACK")
    project.set_annotator("乙")
    project.close()
