"""The command line: what it does, what it says where, and its exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui import start
from models.cli import COMMANDS, main
from models.learning.engine import PARTS, switch_parts
from models.project import SUGGESTION, Project

FIRST = "花木动态\n第3期\n\n【要闻】\n街道召开主题教育工作会议\n11月15日，花木街道党工委召开会议。李芬华参加。\n"
SECOND = "校友會會訊\n\n週年大會通告\n本會謹訂於二月六日舉行週年大會。\n"


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    (folder / "sub").mkdir(parents=True)
    (folder / "b.txt").write_bytes(FIRST.encode("gb18030"))
    (folder / "a.txt").write_bytes(SECOND.encode("big5"))
    (folder / "sub" / "c.md").write_text("# 第三篇\n社区走访。\n", encoding="utf-8")
    return folder


def documents(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_prelabel_writes_a_document_a_line_in_order(texts, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert main(["prelabel", str(texts / "sub"), str(texts), "--output", str(out)]) == 0
    rows = documents(out)
    assert [row["name"] for row in rows] == ["c.md", "a.txt", "b.txt", "c.md"]
    assert [row["text"] for row in rows[1:3]] == [SECOND, FIRST]
    assert {row["layer"]["role"] for row in rows} == {"suggestion"}
    assert all("modified" not in row["layer"] for row in rows)
    assert rows[2]["sections"]
    said = capsys.readouterr()
    assert said.out == f"4 texts pre-annotated: {out}\n"
    assert said.err == ""


def test_prelabel_names_the_entity_of_mentions_that_name_the_same(tmp_path):
    text = "花木动态\n\n李芬华学习了《中华人民共和国职业教育法》、《安全生产条例》。李芬华说《职业教育法》重要。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert main(["prelabel", str(tmp_path / "a.txt"), "--output", str(out)]) == 0
    rows = documents(out)[0]["entities"]
    law = "《中华人民共和国职业教育法》"
    assert {(row["text"], row["canonical"]) for row in rows if row["label"] in ("PER", "DOC")} == {
        ("李芬华", "李芬华"),
        (law, law),
        ("《职业教育法》", law),
        ("《安全生产条例》", None),
    }
    assert len({row["entity"] for row in rows if row["canonical"] == law}) == 1
    assert all("entity" not in row for row in rows if row["canonical"] is None)


def test_prelabel_gives_the_same_bytes_again(texts, tmp_path):
    outs = [tmp_path / name for name in ("1.jsonl", "2.jsonl")]
    for out in outs:
        assert main(["prelabel", str(texts), "--output", str(out)]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_prelabel_leaves_what_is_no_text_out_of_a_folder_and_stops_where_it_is_named(texts, tmp_path, capsys):
    (texts / "z.txt").write_bytes(bytes(range(256)) * 8)
    out = tmp_path / "out.jsonl"
    assert main(["prelabel", str(texts), "--output", str(out)]) == 0
    assert len(documents(out)) == 3
    assert "Left out: " in capsys.readouterr().err
    before = out.read_bytes()
    assert main(["prelabel", str(texts / "a.txt"), str(texts / "z.txt"), "--output", str(out)]) == 1
    assert "z.txt: This is no text" in capsys.readouterr().err
    assert out.read_bytes() == before


def test_prelabel_never_overwrites_a_text(texts, capsys):
    assert main(["prelabel", str(texts), "--output", str(texts / "a.txt")]) == 1
    assert "is one of the texts" in capsys.readouterr().err
    assert (texts / "a.txt").read_bytes() == SECOND.encode("big5")


def test_prelabel_takes_an_empty_text(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["prelabel", str(tmp_path / "empty.txt"), "--output", str(tmp_path / "o.jsonl")]) == 0
    assert documents(tmp_path / "o.jsonl")[0]["sections"] == []


def test_import_makes_the_project_and_export_gives_what_prelabel_gives(texts, tmp_path, capsys):
    project, out, direct = (tmp_path / name for name in ("p.jiaozhu", "out.jsonl", "direct.jsonl"))
    assert main(["import", str(project), str(texts)]) == 0
    assert capsys.readouterr().out == f"3 bulletins and 0 layers added to {project}.\n"
    assert main(["export", str(project), "--format", "gold", "--output", str(out)]) == 0
    assert main(["prelabel", str(texts), "--output", str(direct)]) == 0
    exported = documents(out)
    for row in exported:
        assert row["layer"].pop("modified")
    assert exported == documents(direct)


def test_import_again_adds_nothing_and_says_so(texts, tmp_path, capsys):
    project = tmp_path / "p.jiaozhu"
    assert main(["import", str(project), str(texts), "--no-prelabel"]) == 0
    capsys.readouterr()
    assert main(["import", str(project), str(texts / "a.txt"), "--no-prelabel"]) == 0
    said = capsys.readouterr()
    assert said.out == f"0 bulletins and 0 layers added to {project}.\n"
    assert "has the same text as a.txt" in said.err


def test_no_prelabel_leaves_new_bulletins_bare(texts, tmp_path, capsys):
    project = tmp_path / "p.jiaozhu"
    assert main(["import", str(project), str(texts), "--no-prelabel"]) == 0
    opened = Project.open(project)
    assert opened.store.layers() == []
    opened.close()
    assert main(["export", str(project), "--format", "gold", "--output", str(tmp_path / "o.json")]) == 1
    assert "nothing to export" in capsys.readouterr().err


def test_import_takes_annotation_files_under_a_name(texts, tmp_path, capsys):
    pre, project, out = (tmp_path / name for name in ("pre.jsonl", "p.jiaozhu", "o.jsonl"))
    assert main(["prelabel", str(texts), "--output", str(pre)]) == 0
    assert main(["import", str(project), str(pre), "--annotator", "甲"]) == 0
    assert "3 bulletins and 3 layers added" in capsys.readouterr().out
    assert main(["export", str(project), "--format", "gold-jsonl", "--output", str(out)]) == 0
    assert {(row["layer"]["annotator"], row["layer"]["role"]) for row in documents(out)} == {("甲", "annotator")}
    assert main(["import", str(project), str(pre), "--annotator", "甲"]) == 0
    assert "3 layers there already" in capsys.readouterr().out


def test_a_forced_encoding_is_used(tmp_path):
    (tmp_path / "a.txt").write_bytes("通告".encode("big5"))
    project = tmp_path / "p.jiaozhu"
    assert main(["import", str(project), str(tmp_path / "a.txt"), "--encoding", "big5", "--no-prelabel"]) == 0
    opened = Project.open(project)
    bulletin = opened.store.bulletins()[0]
    assert opened.store.content(bulletin.id) == "通告"
    assert opened.store.original(bulletin.id) == ("通告".encode("big5"), "big5")
    opened.close()


def test_a_file_that_cannot_be_used_leaves_no_project_behind(texts, tmp_path, capsys):
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    assert main(["import", str(tmp_path / "p.jiaozhu"), str(texts), str(tmp_path / "bad.json")]) == 1
    assert "is not JSON" in capsys.readouterr().err
    assert not (tmp_path / "p.jiaozhu").exists()


@pytest.mark.parametrize("name", ["gold", "gold-jsonl", "doccano", "bio", "csv"])
def test_every_format_can_be_exported(texts, tmp_path, name):
    project, out = tmp_path / "p.jiaozhu", tmp_path / "out"
    assert main(["import", str(project), str(texts)]) == 0
    assert main(["export", str(project), "--format", name, "--output", str(out)]) == 0
    assert out.stat().st_size > 100


@pytest.mark.parametrize("argv", [
    [], ["fly"], ["prelabel"], ["prelabel", "a.txt"], ["export", "p"], ["import", "p"], ["check"],
    ["export", "p", "--format", "word", "--output", "x"], ["check", "p", "--fast"],
])  # fmt: skip
def test_wrong_usage_ends_with_2(argv, capsys):
    assert main(argv) == 2
    assert "usage: jiaozhu" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_everywhere(argv, capsys):
    assert main(argv) == 0
    assert "usage: jiaozhu" in capsys.readouterr().out


@pytest.mark.parametrize("argv", [
    ["check", "{}/none.jiaozhu"], ["export", "{}/none.jiaozhu", "--format", "gold", "--output", "{}/o.json"],
    ["import", "{}/none.jiaozhu", "{}/none.txt"], ["prelabel", "{}/none.txt", "--output", "{}/o.jsonl"],
    ["prelabel", "{}", "--output", "{}/o.jsonl"],
])  # fmt: skip
def test_work_that_fails_ends_with_1_and_one_sentence(argv, tmp_path, capsys):
    assert main([word.format(tmp_path) for word in argv]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"jiaozhu {argv[0]}: There is no ")
    assert list(tmp_path.iterdir()) == []


def test_a_database_url_is_told_that_it_cannot_be_used_yet(capsys):
    assert main(["check", "postgresql://host/db"]) == 1
    assert "not in this version" in capsys.readouterr().err


def test_a_bar_is_drawn_on_a_terminal_and_not_in_a_pipe(texts, tmp_path, capsys, monkeypatch):
    argv = ["prelabel", str(texts), "--output", str(tmp_path / "o.jsonl")]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main(argv) == 0
    assert "3/3" in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert main(argv) == 0
    assert capsys.readouterr().err == ""


def test_stopping_by_hand_ends_with_1(monkeypatch, capsys, tmp_path):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("models.cli_export.check", stop)
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "jiaozhu check: stopped.\n"


def test_the_programs_entry_hands_sub_commands_on_without_qt(texts, tmp_path):
    code = (
        "import sys; from gui.start import main; status = main(sys.argv[1:]); "
        "assert not [m for m in sys.modules if m.startswith('PySide6')]; sys.exit(status)"
    )
    argv = [sys.executable, "-c", code, "prelabel", str(texts), "--output", str(tmp_path / "o.jsonl")]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=Path(__file__).parents[2], encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(documents(tmp_path / "o.jsonl")) == 3


def test_the_programs_entry_opens_the_window_for_everything_else(monkeypatch):
    import types

    seen = []
    window = types.ModuleType("gui.__main__")
    window.main = lambda argv: seen.append(argv) or 0
    monkeypatch.setitem(sys.modules, "gui.__main__", window)
    assert start.main([]) == 0
    assert start.main(["p.jiaozhu"]) == 0
    assert seen == [[], ["p.jiaozhu"]]


def test_import_proposes_with_the_projects_own_engine(texts, tmp_path):
    path = tmp_path / "own.jiaozhu"
    project = Project.create(path)
    switch_parts(project, frozenset(PARTS))
    project.close()
    assert main(["import", str(path), str(texts / "b.txt")]) == 0
    project = Project.open(path)
    layer = next(layer for layer in project.store.layers() if layer.role == SUGGESTION)
    assert len(project.store.sections(layer.id)) == 1
    assert project.store.mentions(layer.id) == []
    project.close()


def test_names_outside_the_systems_encoding_are_told_in_utf_8(texts, tmp_path):
    out = tmp_path / "出.jsonl"
    done = subprocess.run(
        [sys.executable, "-m", "models", "prelabel", str(texts / "sub"), "--output", str(out)],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert "出.jsonl" in done.stdout.decode("utf-8")


def test_an_encoding_that_nobody_knows_leaves_the_old_output_alone(texts, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    out.write_text("kept", encoding="utf-8")
    assert main(["prelabel", str(texts), "--encoding", "klingon", "--output", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "kept"
    assert "cannot be read as klingon" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_is_no_file_is_never_replaced_by_one(texts, tmp_path, capsys):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["prelabel", str(texts), "--output", str(pipe)]) == 1
    assert "no file that could be replaced" in capsys.readouterr().err
    assert pipe.is_fifo()
