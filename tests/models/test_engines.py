"""Engines that a user adds: fetched, kept, listed and removed, with nothing left behind where that fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cli import main
from models.errors import UserError
from models.prelabel import engines as kept
from models.prelabel.engines import adding, carried, folder, place, state
from models.prelabel.engines.adding import Adding, Stopped, remove
from models.prelabel.engines.converting import SHA256, packed
from models.prelabel.engines.figures import gains
from models.prelabel.entities.lac import from_bytes, lac, usable
from tests.models.engine_kit import fake_pip, put, tiny_lac

WHEEL = """
import zipfile
made.mkdir()
print("Progress 10 of 20", flush=True)
with zipfile.ZipFile(made / "lac.whl", "w") as wheel:
    wheel.writestr("LAC/lac_model/conf/tag.dic", "0\\tO")
"""


@pytest.fixture
def pip(monkeypatch, tmp_path):
    """Puts a pip of one's own in the place of the real one."""

    def use(code: str) -> None:
        monkeypatch.setenv("PYTHONPATH", str(fake_pip(tmp_path / "fake", code)))

    monkeypatch.setattr(adding.tempfile, "tempdir", str(tmp_path / "room"))
    (tmp_path / "room").mkdir()
    return use


def left(tmp_path: Path) -> list[Path]:
    """What lies about in the room for temporary files and in the folder of engines."""
    return [p for name in ("room", "engines") for p in sorted((tmp_path / name).rglob("*"))]


# Where they are -------------------------------------------------------------------------------------------------------


def test_the_environment_names_the_folder_or_switches_engines_off(monkeypatch, tmp_path):
    monkeypatch.setenv("JIAOZHU_ENGINES", str(tmp_path))
    assert (folder(), state("lac")) == (tmp_path, "absent")
    put(tmp_path)
    assert (place("lac"), state("lac")) == (tmp_path / "lac.bin", "added")
    monkeypatch.setenv("JIAOZHU_ENGINES", " ")
    assert (folder(), place("lac"), state("lac")) == (None, None, "off")


@pytest.mark.parametrize(("system", "variable", "tail"), [
    ("linux", "XDG_DATA_HOME", "jiaozhu/engines"), ("win32", "LOCALAPPDATA", "jiaozhu/engines"),
])  # fmt: skip
def test_each_system_has_its_own_folder_for_a_users_data(monkeypatch, tmp_path, system, variable, tail):
    monkeypatch.delenv("JIAOZHU_ENGINES")
    monkeypatch.setattr(kept.sys, "platform", system)
    monkeypatch.setenv(variable, str(tmp_path))
    assert folder() == tmp_path / tail
    monkeypatch.delenv(variable)
    assert folder().is_relative_to(Path.home())


def test_what_an_application_carries_counts_where_the_user_has_none(monkeypatch, tmp_path):
    monkeypatch.delenv("JIAOZHU_ENGINES")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(kept, "carried", lambda name: tmp_path / f"{name}.bin")
    monkeypatch.setattr(adding, "carried", kept.carried)
    put(tmp_path)
    assert (place("lac"), state("lac"), usable()) == (tmp_path / "lac.bin", "carried", True)
    with pytest.raises(UserError, match="came with the program"):
        remove("lac")


# Adding ---------------------------------------------------------------------------------------------------------------


def test_a_package_becomes_one_file_and_nothing_else_stays(engines, pip, tmp_path, monkeypatch):
    pip(WHEEL)
    monkeypatch.setattr(adding, "packed", lambda read: tiny_lac() if read("conf/tag.dic") else b"")
    steps = []
    path = Adding(lambda *row: steps.append(row)).add("lac")
    assert left(tmp_path) == [path] == [engines / "lac.bin"]
    assert steps == [("fetch", 0, 64_800_000), ("fetch", 10, 20), ("convert", 0, 0)]
    assert usable()


def test_what_is_there_is_not_fetched_again(engines, pip):
    path = put(engines)
    pip("sys.exit('pip was asked')")
    assert Adding().add("lac") == path


def test_a_damaged_file_is_fetched_anew(engines, pip, monkeypatch):
    path = put(engines, tiny_lac()[:-9])
    assert (state("lac"), usable()) == ("damaged", False)
    pip(WHEEL)
    monkeypatch.setattr(adding, "packed", lambda _read: tiny_lac())
    Adding().add("lac")
    assert path.read_bytes() == tiny_lac()


@pytest.mark.parametrize(("code", "wanted"), [
    ("print('ERROR: No matching distribution found for lac==2.1.2'); sys.exit(1)", "engine.network"),
    ("print('WARNING: Retrying: Failed to establish a new connection'); sys.exit(1)", "engine.network"),
    ("print('ERROR: THESE PACKAGES DO NOT MATCH THE HASHES'); sys.exit(1)", "engine.source"),
    ("print('ERROR: the compiler is sad'); sys.exit(1)", "engine.failed"),
    ("sys.exit(1)", "engine.failed"),
    (WHEEL, "engine.source"),
    (WHEEL.replace("tag.dic", "word.dic"), "engine.source"),
    ("made.mkdir(); (made / 'lac.whl').write_bytes(b'no wheel')", "engine.source"),
])  # fmt: skip
def test_what_fails_is_said_and_leaves_nothing(engines, pip, tmp_path, code, wanted):
    pip(code)
    with pytest.raises(UserError) as caught:
        Adding().add("lac")
    assert caught.value.code == wanted
    assert left(tmp_path) == []


def test_a_python_without_pip_says_so(engines, monkeypatch):
    monkeypatch.setattr(adding.util, "find_spec", lambda _name: None)
    with pytest.raises(UserError, match="no pip"):
        Adding().add("lac")


def test_adding_can_be_stopped_and_pip_with_it(engines, pip, tmp_path):
    pip("print('Progress 1 of 9', flush=True)\npathlib.Path(os.environ['TMPDIR'], 'half').touch()\ntime.sleep(600)")
    work = Adding(lambda _step, done, _all: done == 1 and Thread(target=work.stop).start())
    before = time.monotonic()
    with pytest.raises(Stopped):
        work.add("lac")
    assert time.monotonic() - before < 60
    assert left(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_said(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("JIAOZHU_ENGINES", str(tmp_path / "file"))
    with pytest.raises(UserError, match="could not be written"):
        Adding().add("lac", put(tmp_path / "other"))


def test_engines_that_are_switched_off_are_not_added():
    with pytest.raises(UserError) as caught:
        Adding().add("lac")
    assert caught.value.code == "engine.off"


def test_another_desks_file_is_taken_as_it_is(engines, tmp_path):
    source = put(tmp_path / "stick", tiny_lac(7))
    Adding().add("lac", source)
    assert (engines / "lac.bin").read_bytes() == tiny_lac(7)


@pytest.mark.parametrize("data", [b"", b"notes", tiny_lac()[:-5], b"JIAOZHU-LAC 1\n"])
def test_a_file_that_is_no_engine_is_refused_and_what_was_there_stays(engines, tmp_path, data):
    old = put(engines)
    source = tmp_path / "x.bin"
    source.write_bytes(data)
    with pytest.raises(UserError):
        Adding().add("lac", source)
    assert old.read_bytes() == tiny_lac()
    assert list(engines.iterdir()) == [old]


def test_a_wheel_of_something_else_is_refused(engines, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.whl", "w") as wheel:
        wheel.writestr("other/__init__.py", "")
    with pytest.raises(UserError) as caught:
        Adding().add("lac", tmp_path / "x.whl")
    assert caught.value.code == "engine.source"


def test_only_the_files_of_the_right_release_are_converted():
    assert len(SHA256) == 24
    with pytest.raises(UserError) as caught:
        packed(lambda _name: b"0\tO\n")
    assert caught.value.code == "engine.source"


@given(st.integers(0, len(tiny_lac()) - 1))
def test_a_file_that_was_cut_short_is_never_read(size):
    with pytest.raises(UserError):
        from_bytes(tiny_lac()[:size])


@pytest.mark.parametrize("head", [
    {"text": 5}, {"text": -1}, {"width": 5}, {"state": 4}, {"labels": ["O"]}, {"labels": []}, {"width": None},
])  # fmt: skip
def test_a_file_whose_head_is_wrong_is_never_read(head):
    with pytest.raises(UserError):
        from_bytes(tiny_lac(**head))


# The command line -----------------------------------------------------------------------------------------------------


def test_engines_are_listed_with_licence_size_and_state_and_removed(engines, capsys):
    assert main(["engines", "list"]) == 0
    said = capsys.readouterr().out
    assert "not added" in said
    assert "licence Apache-2.0; 65 MB to fetch, 6.3 MB on disk" in said
    put(engines)
    assert main(["engines", "list", "lac"]) == 0
    assert f"added: {engines / 'lac.bin'}" in capsys.readouterr().out
    assert main(["engines", "remove", "lac"]) == main(["engines", "remove", "lac"]) == 0
    assert capsys.readouterr().out == "LAC removed.\nLAC was not there.\n"
    assert list(engines.iterdir()) == []


def test_an_engine_is_added_from_a_file_on_the_command_line(engines, tmp_path, capsys):
    source = put(tmp_path / "stick")
    assert main(["engines", "add", "lac", "--from", str(source)]) == 0
    assert capsys.readouterr().out == f"LAC added: {engines / 'lac.bin'}\n"
    assert main(["engines", "add"]) == 0
    assert capsys.readouterr().out == f"LAC is there already: {engines / 'lac.bin'}\n"


def test_an_unknown_engine_is_said_on_the_command_line(engines, capsys):
    assert main(["engines", "add", "abacus"]) == 1
    assert capsys.readouterr().err == "jiaozhu engines: There is no engine abacus.\n"


def test_the_module_is_the_command(engines):
    put(engines)
    done = subprocess.run([sys.executable, "-m", "models.prelabel.engines", "list"], capture_output=True, text=True,
                          env=os.environ, check=True)  # fmt: skip
    assert "added: " in done.stdout


def test_an_engine_that_is_added_is_measured_beside_the_network_as_the_program_runs():
    assert gains("lac")[0].without == gains("net")[0].with_it


def test_the_measured_gain_is_of_all_labels_first():
    rows = gains("lac")
    assert [row.label for row in rows][:2] == ["all", "PER"]
    assert all(0 <= value <= 1 for row in rows for value in (row.without, row.with_it))
    assert gains("abacus") == ()


def test_an_absent_engine_says_how_to_add_it(engines):
    with pytest.raises(UserError, match="jiaozhu engines add lac"):
        lac()
    assert not carried("lac").exists()
