"""The dialog of engines that can be added: what it shows, and adding, stopping and removing by keys and mouse."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from gui.dialogs.about import AboutDialog
from gui.dialogs.engines import EnginesDialog
from gui.dialogs.learning import LearningDialog
from gui.engines import Engines
from gui.learning import Learning
from gui.prelabelling import Prelabelling
from gui.tables.engines import ID, EnginesModel, GainsModel
from models.learning import engine
from models.learning.learned import Figures, Learned, Score
from models.prelabel.engines.figures import Gain
from models.prelabel.entities.fitting import Settings, fit
from models.prelabel.entities.samples import Example, samples
from tests.gui.dialogs_kit import LEFT, make_workspace, settings_in, shown
from tests.gui.test_learning import Recorder
from tests.models.engine_kit import fake_pip, put

PATIENCE = 60_000


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def worker():
    return Recorder()


@pytest.fixture
def work(workspace, worker):
    """What adds and removes."""
    made = Engines(workspace, Prelabelling(workspace, worker))
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot, engines, work):
    return shown(qtbot, EnginesDialog(None, work))


def cells(dialog, row):
    return [dialog.model.index(row, column).data() for column in range(5)]


def ended(qtbot, work):
    qtbot.waitUntil(lambda: not work.adding, timeout=PATIENCE)


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))


def test_engines_show_licence_size_and_state_and_the_chosen_one_its_measured_gain(dialog):
    assert cells(dialog, 0)[1:3] == ["Apache-2.0", "—"]
    assert cells(dialog, 1) == ["LAC 2.1.2 · Baidu NLP · 2021-05", "Apache-2.0", "65 MB", "6.3 MB", "未添加"]
    assert dialog.chosen == "lac"
    assert [dialog.gains.index(n, 0).data() for n in (0, 1)] == ["全部", "人物"]
    assert (dialog.change.text(), dialog.change.isEnabled(), dialog.file.isEnabled()) == ("添加", True, True)
    assert "lac.bin" in dialog.state.text()


def test_the_programs_own_model_is_neither_added_nor_removed(dialog):
    QTest.keyClick(dialog.view, Qt.Key.Key_Up)
    assert dialog.chosen == ""
    assert not dialog.change.isEnabled()
    assert not dialog.file.isEnabled()
    assert not dialog.measured.isVisible()
    assert dialog.state.text() == ""


def test_an_engine_is_added_from_a_file_and_removed_by_keys(
    dialog, work, worker, tmp_path, engines, monkeypatch, qtbot
):
    choose(monkeypatch, put(tmp_path / "stick"))
    dialog.file.setFocus()
    QTest.keyClick(dialog.file, Qt.Key.Key_Space)
    assert dialog.change.text() == "停止"
    assert not dialog.file.isEnabled()
    assert dialog.bar.isVisible()
    ended(qtbot, work)
    assert (cells(dialog, 1)[4], dialog.change.text()) == ("已添加", "移除")
    assert (dialog.bar.isVisible(), dialog.state.text(), dialog.chosen) == (False, "", "lac")
    dialog.change.setFocus()
    QTest.keyClick(dialog.change, Qt.Key.Key_Space)
    assert list(engines.iterdir()) == []
    assert (cells(dialog, 1)[4], dialog.change.text()) == ("未添加", "添加")


def test_bulletins_that_nobody_has_begun_are_suggested_anew(work, workspace, worker, tmp_path, engines, qtbot):
    begun = workspace.session.layer.status != "new"
    with qtbot.waitSignal(workspace.told, timeout=PATIENCE) as told:
        work.add("lac", put(tmp_path / "stick"))
    assert told.args[0].startswith("引擎已添加")
    assert [do for do, _ in worker.jobs] == ([] if begun else ["prelabel"])


def test_what_fails_is_a_sentence_in_the_dialog_and_nothing_stays(dialog, work, tmp_path, engines, monkeypatch, qtbot):
    (tmp_path / "x.bin").write_text("notes")
    choose(monkeypatch, tmp_path / "x.bin")
    QTest.mouseClick(dialog.file, LEFT)
    ended(qtbot, work)
    assert dialog.state.text() == "这不是要的 LAC 安装包，或者已经损坏。"
    assert list(engines.iterdir()) == []
    assert dialog.change.text() == "添加"


def test_the_download_is_shown_and_can_be_stopped(dialog, work, tmp_path, engines, monkeypatch, qtbot):
    monkeypatch.setattr(sys, "path", [str(fake_pip(tmp_path / "fake", SLOW)), *sys.path])
    QTest.mouseClick(dialog.change, LEFT)
    qtbot.waitUntil(lambda: "16 / 65 MB" in dialog.state.text(), timeout=PATIENCE)
    assert (dialog.bar.value(), dialog.bar.maximum()) == (16_000, 65_000)
    QTest.mouseClick(dialog.change, LEFT)
    ended(qtbot, work)
    assert list(engines.iterdir()) == []
    assert (dialog.change.text(), work.failure) == ("添加", "")


SLOW = "print('Progress 16000000 of 65000000', flush=True)\ntime.sleep(600)"


def test_a_process_that_dies_is_reported(work, workspace, engines, monkeypatch, qtbot):
    monkeypatch.setattr("gui.engines.sys.executable", "/nonexistent/python")
    with qtbot.waitSignal(workspace.told) as told:
        work.add("lac")
    assert told.args[0].startswith("后台进程意外结束")
    assert work.adding == ""


@pytest.mark.skipif(os.name != "posix", reason="signals end processes on POSIX alone")
def test_the_signal_that_ended_a_process_is_named(work, workspace, tmp_path, engines, monkeypatch, qtbot):
    monkeypatch.setattr(sys, "path", [str(fake_pip(tmp_path / "fake", SLOW)), *sys.path])
    work.add("lac")
    assert work._process.waitForStarted()
    with qtbot.waitSignal(workspace.told) as told:
        work._process.kill()
    assert told.args == ["后台进程意外结束：被信号 SIGKILL 终止"]


def test_the_dialog_can_be_closed_while_an_engine_comes(dialog, work, workspace, tmp_path, engines, qtbot):
    with qtbot.waitSignal(workspace.told, timeout=PATIENCE):
        work.add("lac", put(tmp_path / "stick"))
        dialog.close()
    assert (engines / "lac.bin").is_file()


def test_a_damaged_engine_is_said_and_can_be_added_again(qtbot, engines, work):
    put(engines, b"JIAOZHU-LAC 1\nhalf")
    dialog = shown(qtbot, EnginesDialog(None, work))
    assert cells(dialog, 1)[4] == "已损坏"
    assert "已损坏" in dialog.state.text()
    assert (dialog.change.text(), dialog.change.isEnabled()) == ("添加", True)


def test_where_engines_are_switched_off_the_dialog_says_why(qtbot, work):
    dialog = shown(qtbot, EnginesDialog(None, work))
    assert cells(dialog, 1)[4] == "已停用"
    assert "JIAOZHU_ENGINES" in dialog.state.text()
    assert not dialog.change.isEnabled()


def test_a_trained_engine_that_lacks_another_is_said_in_the_engines_dialog(
    qtbot, engines, workspace, worker, tmp_path
):  # fmt: skip
    path = put(engines)
    model = fit(samples(Example("王小明开会。", ()), evidence=("lac",)), Settings(epochs=1, least=1), evidence=("lac",))
    figures = Figures(Score(8, 10, 10), Score(9, 10, 10), Score(), Score())
    engine.keep(workspace.project, Learned(figures, model).to_bytes(), figures, 3, better=True)
    learning = Learning(workspace, Prelabelling(workspace, worker), settings_in(tmp_path))
    dialog = shown(qtbot, LearningDialog(None, workspace, learning))
    assert not dialog.lacking.isVisible()
    path.unlink()
    dialog.refresh()
    assert dialog.lacking.isVisible()
    assert "LAC" in dialog.lacking.text()


def test_the_tables_keep_to_the_rules_of_item_models(qtmodeltester, engines):
    engines_model, model = EnginesModel(), GainsModel()
    qtmodeltester.check(engines_model)
    assert [engines_model.index(n, 0).data(ID) for n in (0, 1)] == ["", "lac"]
    qtmodeltester.check(model)
    model.set_gains([Gain("all", 0.9, 0.91), Gain("LOC", 0.9, 0.85), Gain("DOC", 1.0, 1.0)])
    qtmodeltester.check(model)
    assert [model.index(n, 3).data() for n in range(3)] == ["+1.0", "−5.0", "0"]


def test_the_program_says_whose_engines_can_be_added(qtbot):
    dialog = shown(qtbot, AboutDialog(None))
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("LAC（Baidu NLP，Apache-2.0）" in text for text in said)
