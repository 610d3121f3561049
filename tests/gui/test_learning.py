"""The engine's dialog and the lexicon: switches, versions, names, all by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.dialogs import engine_parts
from gui.dialogs.learning import LearningDialog
from gui.dialogs.lexicon import LexiconDialog
from gui.learning import NEXT, Learning
from gui.prelabelling import Prelabelling
from gui.tables.engine_versions import VERSION, EngineVersionsModel
from gui.tables.lexicon import NAME, LexiconModel
from models.bulletins import set_status
from models.errors import UserError
from models.labels import edit
from models.learning import engine, lexicon
from models.learning.effort import Effort
from models.learning.gains import Gain
from models.learning.learned import Figures, Learned, Score
from models.learning.lexicon import Name
from models.lexicon import LexiconEntry
from models.prelabel.suggestions import SuggestedMention, Suggestions
from models.project import Imported
from models.storage import EngineRow
from models.worker import to_json
from tests.gui.dialogs_kit import make_workspace, settings_in, shown, write

FIGURES = Figures(Score(8, 10, 10), Score(9, 10, 10), Score(), Score(1, 2, 2), Effort(4, 10), Effort(3, 10))


class Recorder:
    """Stands for the worker process: keeps what it is asked."""

    def __init__(self):
        self.jobs, self.answers, self.losses = [], [], []

    def ask(self, do, done, *, urgent=False, lost=None, **request):
        self.jobs.append((do, request))
        self.answers.append(done)
        self.losses.append(lost)
        return len(self.answers)

    def hasten(self, number):
        pass

    def cancel(self, do):
        self.jobs = [job for job in self.jobs if job[0] != do]


@pytest.fixture
def worker():
    return Recorder()


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def learning(workspace, worker, tmp_path):
    return Learning(workspace, Prelabelling(workspace, worker), settings_in(tmp_path))


def trained(project):
    learned = Learned(FIGURES)
    return engine.keep(project, learned.to_bytes(), FIGURES, 4, better=True)


# Engines --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot, workspace, learning):
    trained(workspace.project)
    return shown(qtbot, LearningDialog(None, workspace, learning))


def cells(dialog, row):
    return [dialog.model.index(row, column).data() for column in range(1, 7)]


def test_the_versions_show_what_was_measured_and_which_is_used(dialog):
    assert cells(dialog, 0) == ["标注员", "4", "0.80 → 0.90", "— → 0.50", "0.40 → 0.30", "使用中"]
    assert cells(dialog, 1) == ["", "", "", "", "", ""]
    assert not dialog.use.isEnabled()


def test_the_shipped_engine_is_one_key_away_and_so_is_the_way_back(dialog, workspace):
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert workspace.project.store.setting(engine.VERSION) == ""
    assert [cells(dialog, n)[5] for n in (0, 1)] == ["", "使用中"]
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert [cells(dialog, n)[5] for n in (0, 1)] == ["使用中", ""]


def test_each_part_says_what_it_adds_and_what_that_was_measured_on(qtbot, monkeypatch):
    measured = {
        "rules": Gain("entities", 0.894, 0.846),
        "themes": Gain("themes", 0.76, 0.0),
        "lexicon": Gain("entities", 0.89, 0.895),
        "document": Gain("entities", 0.9, 0.9),
    }
    monkeypatch.setattr(engine_parts, "gains", lambda: measured)
    parts = shown(qtbot, engine_parts.EngineParts(frozenset()))
    texts = [label.text() for label in parts.findChildren(QLabel)]
    assert {"实体少 4.8 分", "主题少 76.0 分", "实体多 0.5 分", "实体不变", "没有量过", "见下表"} <= set(texts)
    assert parts.boxes["rules"].accessibleDescription().endswith("去掉它，实体 F1 从 89.4 变成 84.6")
    assert "没有标同指" in parts.boxes["coreference"].accessibleDescription()


def test_a_part_that_is_switched_off_stays_off_and_untouched_bulletins_are_done_anew(dialog, workspace, worker):
    box = dialog.parts.boxes["document"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert engine.off(workspace.project) == {"document"}
    again = LearningDialog(None, workspace, dialog._learning)
    assert [*again.parts.off] == ["document"]
    again.deleteLater()
    begun = workspace.session.layer.status != "new"
    assert [do for do, _ in worker.jobs] == ([] if begun else ["prelabel"])


def test_what_a_guideline_says_reaches_the_engine(workspace, learning, worker):
    theme = workspace.labels.themes[0]
    workspace.apply(edit(theme, guideline="关键词：桶长"))
    workspace.project.add_bulletins([Imported("新.txt", "桶长上岗")])
    learning.renew()
    asked = [request["themes"] for do, request in worker.jobs if do == "prelabel"]
    assert (theme.id, f"{theme.zh}\n关键词：桶长") in asked[-1]


def test_what_is_submitted_is_heeded_at_once_by_the_bulletins_that_come_next(workspace, learning, worker):
    learning.set_auto(False)
    workspace.project.add_bulletins([Imported(f"第{n}期.txt", f"第{n}期\n枇杷树下") for n in range(NEXT + 1)])
    session = workspace.session
    workspace.apply(lambda: set_status(session.layer, "submitted"))
    asked = [request["text"] for do, request in worker.jobs]
    assert [*dict.fromkeys(asked)] == asked
    assert len(asked) == NEXT
    assert session.text.content not in asked


def test_suggestions_that_arrive_ask_for_no_others(workspace, learning, worker):
    workspace.project.add_bulletins([Imported(f"第{n}期.txt", f"第{n}期\n枇杷树下") for n in range(3)])
    learning._prelabelling.fill()
    asked = len(worker.jobs)
    assert asked == 4
    for answer in [*worker.answers]:
        answer(to_json(Suggestions((), (), (), "engine")))
    assert len(worker.jobs) == asked


def test_what_waits_for_suggestions_gets_those_of_the_engine_as_it_is_now(workspace, learning, worker):
    workspace.project.add_bulletins([Imported(f"第{n}期.txt", f"第{n}期\n枇杷树下") for n in range(3)])
    learning._prelabelling.fill()
    waiting = {request["text"] for _, request in worker.jobs}
    learning.switch_parts(frozenset({"document"}))
    states = {request["text"]: request["state"] for _, request in worker.jobs}
    assert states.keys() == waiting
    assert len({*states.values()}) == 1
    assert len(worker.jobs) == len(waiting)


def test_a_disk_that_is_full_is_told_once_and_the_next_step_that_it_takes_goes_on(
    workspace, learning, worker, monkeypatch
):
    workspace.project.add_bulletins([Imported(f"第{n}期.txt", f"第{n}期\n枇杷树下") for n in range(3)])
    learning._prelabelling.fill()
    told, failed = [], []
    workspace.told.connect(told.append)
    workspace.failed.connect(failed.append)

    def full(*_):
        raise UserError("full", code="storage.full", where="x")

    with monkeypatch.context() as patched:
        patched.setattr(workspace.project, "store_suggestions", full)
        for answer in [*worker.answers]:
            answer(to_json(Suggestions((), (), (), "engine")))
    assert (len(told), failed, worker.jobs) == (1, [], [])
    workspace.apply(edit(workspace.labels.themes[0], zh="党建"))
    assert len(worker.jobs) == 4


def test_suggestions_that_come_after_work_has_begun_are_told_of(workspace, learning, worker):
    learning._prelabelling.fill()
    outline = workspace.session.outline
    workspace.apply(lambda: outline.set_unsure(outline[0], not outline[0].unsure))
    told = []
    workspace.told.connect(told.append)
    free = next(n for n in range(workspace.session.bulletin.chars) if not workspace.session.mentions.at(n))
    mention = SuggestedMention("PER", ((free, free + 1),), 0.9, "builtin", "model", None)
    worker.answers[0](to_json(Suggestions((), (mention,), (), "engine")))
    assert told == ["本篇的预标注做好了，可以用“补入预标注”补上。"]


def test_a_bulletin_whose_job_failed_is_asked_for_again_when_it_is_opened(workspace, learning, worker):
    (bulletin,) = workspace.project.add_bulletins([Imported("第2期.txt", "第2期\n枇杷树下")])
    learning._prelabelling.fill()
    worker.losses[-1]()
    worker.jobs.clear()
    workspace.open_bulletin(bulletin.id)
    assert [request["text"] for _, request in worker.jobs] == ["第2期\n枇杷树下"]


def test_without_enough_work_the_dialog_says_how_much_is_missing(dialog):
    assert not dialog.train.isEnabled()
    assert "交满 3 篇就可以训练" in dialog.state.text()


def test_the_dialog_says_how_far_a_training_is(dialog, learning):
    assert not dialog.bar.isVisible()
    learning.steps = (0, 0)
    learning.progress.emit()
    assert dialog.bar.isVisible()
    assert (dialog.bar.maximum(), dialog.state.text()) == (0, "正在准备训练。可以关上窗口继续工作。")
    assert dialog.train.isEnabled()
    assert dialog.train.text() == "停止训练"
    learning.steps = (2, 6)
    learning.progress.emit()
    assert (dialog.bar.value(), dialog.bar.maximum()) == (2, 6)
    assert dialog.state.text() == "正在训练，第 3 步，共 6 步。可以关上窗口继续工作。"
    learning.steps = None
    learning.progress.emit()
    assert not dialog.bar.isVisible()
    assert dialog.train.text() == "现在训练"


def test_training_by_itself_can_be_switched_off_for_good(dialog, learning):
    dialog.auto.setFocus()
    QTest.keyClick(dialog.auto, Qt.Key.Key_Space)
    assert not learning.auto


def test_the_table_of_engines_keeps_to_the_rules_of_item_models(qtmodeltester):
    model = EngineVersionsModel()
    qtmodeltester.check(model)
    model.set_versions([EngineRow("a", "2020-01-01T00:00:00Z", "甲", 3, FIGURES.to_json())], "")
    qtmodeltester.check(model)
    assert [model.index(n, 0).data(VERSION) for n in (0, 1)] == ["a", ""]
    assert model.index(1, 6).data() == "使用中"


# The lexicon ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def names(qtbot, workspace, learning):
    return shown(qtbot, LexiconDialog(None, workspace, learning))


def stored(workspace):
    found = workspace.project.store.items(LexiconEntry)
    return sorted((entry.string, entry.label, entry.active) for entry in found)


def enter(names, string, label):
    names.label.choose(label)
    names.string.setFocus()
    write(names, string)
    QTest.keyClick(names.string, Qt.Key.Key_Return)


def test_an_empty_lexicon_says_how_it_fills(names):
    assert "词典还是空的" in names.state.text()


def test_names_are_entered_relabelled_switched_off_and_restored(names, workspace):
    enter(names, "花木街道", "ORG")
    enter(names, "志愿者驿站", "LOC")
    assert stored(workspace) == [("志愿者驿站", "LOC", True), ("花木街道", "ORG", True)]
    assert names.isVisible()
    assert [n.string for n in names.chosen()] == ["志愿者驿站"]
    names.label.choose("ORG")
    QTest.mouseClick(names.relabel, Qt.MouseButton.LeftButton)
    assert ("志愿者驿站", "ORG", True) in stored(workspace)
    QTest.mouseClick(names.off, Qt.MouseButton.LeftButton)
    assert ("志愿者驿站", "ORG", False) in stored(workspace)
    assert (names.off.isEnabled(), names.on.isEnabled()) == (False, True)
    QTest.mouseClick(names.forget, Qt.MouseButton.LeftButton)
    assert stored(workspace) == [("花木街道", "ORG", True)]
    names.view.setFocus()
    QTest.keyClick(names.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(stored(workspace)) == 2


def test_ctrl_z_takes_a_name_back_from_the_field_that_it_was_written_in(names, workspace):
    enter(names, "花木街道", "ORG")
    names.string.setFocus()
    QTest.keyClick(names.string, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(workspace) == []
    assert names.string.text() == ""


def test_a_name_that_is_too_short_is_refused_and_stays_in_the_field(names, workspace, qtbot):
    with qtbot.waitSignal(workspace.failed):
        enter(names, "甲", "LOC")
    assert (names.string.text(), stored(workspace)) == ("甲", [])


def test_typing_narrows_the_list(names):
    enter(names, "花木街道", "ORG")
    enter(names, "志愿者驿站", "LOC")
    names.filter.setFocus()
    write(names, "驿")
    assert names.view.model().rowCount() == 1
    write(names, "站站")
    assert names.state.text() == "2 个名称里没有符合筛选的。"


def test_the_names_tagged_most_often_come_first_and_a_click_on_a_head_sorts_by_it(names, workspace):
    rows = [Name("甲村", "LOC", 2), Name("乙村", "LOC", 11), Name("丙街道", "ORG", 3)]
    names.model.set_names(rows, workspace.labels)
    assert [name.string for name in shown_names(names)] == ["乙村", "丙街道", "甲村"]
    head = names.view.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(1) + 8, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [name.label for name in shown_names(names)] == ["LOC", "LOC", "ORG"]


def shown_names(names):
    shown = names.view.model()
    return [shown.index(row, 0).data(NAME) for row in range(shown.rowCount())]


def test_the_button_names_the_label_that_it_gives(names):
    enter(names, "花木街道", "ORG")
    assert (names.relabel.text(), names.relabel.isEnabled()) == ("改成“机构”", False)
    names.label.choose("LOC")
    assert (names.relabel.text(), names.relabel.isEnabled()) == ("改成“地点”", True)


def test_the_table_of_names_keeps_to_the_rules_of_item_models(qtmodeltester, workspace):
    model = LexiconModel()
    qtmodeltester.check(model)
    off = LexiconEntry("x", "乙", "LOC", active=False)
    model.set_names([Name("甲", "ORG", 3), Name("乙", "LOC", 0, off)], workspace.labels)
    qtmodeltester.check(model)
    rows = [[model.index(n, c).data() for c in range(4)] for n in (0, 1)]
    assert rows == [["甲", "机构", "3", "标注所得"], ["乙", "地点", "—", "已停用"]]
    assert (model.index(0, 0).data(NAME).string, model.row_of("乙"), model.row_of("丙")) == ("甲", 1, -1)


def test_names_of_the_lexicon_are_proposed(names, workspace):
    enter(names, "垃圾分类", "EVENT")
    found = engine.engine_of(workspace.project).suggest(workspace.session.text.content)
    assert lexicon.known(lexicon.names(workspace.project, ())) == {"垃圾分类": "EVENT"}
    assert ("EVENT", "lexicon:project") in {(m.label, m.why) for m in found.mentions}
