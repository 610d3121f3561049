"""The agreement window: figures, pairs, confusions, and the places they come from, by keys and mouse."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from gui.dialogs.agreement import AgreementWindow
from gui.figures_commands import FiguresCommands
from gui.main_window import MainWindow
from gui.tables.agreement import Cell, Question
from gui.tasks import Worker
from gui.workspace import Workspace
from models.review.assign import add_person
from models.review.report import agreement_json
from tests.gui.dialogs_kit import LEFT, press, shown
from tests.models.review_kit import STARTS, TEXT, annotate, named, new_project

PEOPLE = ("陈一", "李二", "王三")
LI_MING = named(TEXT, "李明")
EAST = named(TEXT, "东岸社区")


def fill(project, bulletin: int) -> None:
    """Three layers: the second lacks a boundary, the third has another kind and another label."""
    heads = [(STARTS[0], 0, "masthead"), (STARTS[1], 1, "column"), (STARTS[2], 2, "article", None, ["party.study"])]
    more = [(STARTS[6], 2, "caption")]
    other = [*heads[:1], (STARTS[1], 1, "article"), *heads[2:], *more]
    marks = [(*LI_MING, "PER"), (*EAST, "LOC")]
    annotate(project, PEOPLE[0], [*heads, *more], marks, bulletin=bulletin)
    annotate(project, PEOPLE[1], heads, marks[:1], bulletin=bulletin)
    annotate(project, PEOPLE[2], other, [marks[0], (*EAST, "ORG")], bulletin=bulletin)


@pytest.fixture
def workspace(qtbot, tmp_path):
    project = new_project(tmp_path, texts=(TEXT, TEXT + "\n完"))
    for n in range(2):
        fill(project, n)
    project.apply(add_person(project, "主任", "manager"))
    project.set_annotator("主任")
    project.close()
    made = Workspace()
    assert made.open_project(tmp_path / "team.jiaozhu")
    yield made
    made.close_project()


@pytest.fixture
def worker(qtbot):
    made = Worker()
    yield made
    made.close()


def computed(qtbot, window) -> None:
    """Wait until the worker has answered."""
    qtbot.waitUntil(lambda: window._stack.currentIndex() != 0, timeout=30_000)


@pytest.fixture
def window(qtbot, workspace, worker):
    made = shown(qtbot, AgreementWindow(workspace, worker))
    computed(qtbot, made)
    return made


def listed(qtbot, window) -> list[tuple[str, str]]:
    """The words of the places and what is said of them, once they have come."""
    qtbot.waitUntil(lambda: window.places._stack.currentIndex() == 1, timeout=30_000)
    model = window.places.model
    return [(row.words, row.said) for n in range(model.rowCount()) if (row := model.place(model.index(n)))]


def go_to(page, row: int, column: int) -> None:
    place = page.view.visualRect(page.view.model().index(row, column)).center()
    QTest.mouseClick(page.view.viewport(), LEFT, pos=place)


def row_of(page, text: str) -> int:
    model = page.view.model()
    return next(n for n in range(model.rowCount()) if model.index(n, 0).data() == text)


def test_the_figures_are_those_of_the_command_line(window, workspace, tmp_path, monkeypatch):
    found = agreement_json(workspace.project)
    page = window.overview
    value = page.view.model().index(row_of(page, "边界 F1"), 1).data()
    assert value == f"{found['boundaries']['f1']:.3f}"
    target = tmp_path / "report.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    press(window, "Ctrl+S")
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(json.dumps(found))


def test_a_value_that_is_undefined_is_a_dash_with_its_reason(qtbot, worker, tmp_path):
    project = new_project(tmp_path)
    for who in PEOPLE[:2]:
        annotate(project, who, [(STARTS[0], 0, "masthead")])
    project.close()
    workspace = Workspace()
    workspace.open_project(project.path)
    window = shown(qtbot, AgreementWindow(workspace, worker))
    computed(qtbot, window)
    page = window.overview
    n = row_of(page, "级别 κ")
    assert page.view.model().index(n, 1).data() == "—"
    assert page.view.model().index(n, 3).data() == "没有两人都设了的边界。"
    go_to(page, n, 1)
    assert window._how.text() == "没有两人都设了的边界。"
    workspace.close_project()


def test_walking_through_the_measures_says_how_each_is_read(window):
    page = window.overview
    page.view.setFocus()
    said = []
    for _ in range(page.model.rowCount() - 1):
        said.append((window._about.text(), window._how.text()))
        press(window, "Down")
    assert said[0][0].startswith("边界 F1")
    assert all(how for _, how in said)


def test_a_cell_of_the_heat_map_lists_what_the_two_have_otherwise(qtbot, window):
    window.pairs.figure.choose("boundaries.f1")
    press(window, "Ctrl+2")
    page = window.pairs
    names = [page.model.headerData(n, page.view.horizontalHeader().orientation()) for n in range(3)]
    go_to(page, names.index("陈一"), names.index("李二"))
    caption = "图为志愿者"
    pair = sorted(PEOPLE[:2])
    has = {"陈一": "有边界", "李二": "无边界"}
    said = " · ".join(f"{name}：{has[name]}" for name in pair)
    assert listed(qtbot, window) == [(caption, said)] * 2
    assert page.model.cell(page.model.index(0, 0)).diagonal
    mirrored = page.model.index(names.index("李二"), names.index("陈一"))
    assert mirrored.data() == page.view.currentIndex().data()


def test_what_is_precision_one_way_round_is_recall_the_other(window):
    page = window.pairs
    page.figure.choose("mentions.strict.precision")
    values = {name: page.model.index(*place).data() for name, place in (("up", (0, 1)), ("down", (1, 0)))}
    page.figure.choose("mentions.strict.recall")
    assert page.model.index(1, 0).data() == values["up"]
    assert page.model.index(0, 1).data() == values["down"]


def test_enter_goes_from_the_cell_to_its_places_and_from_there_into_the_text(qtbot, window):
    opened = []
    window.opened.connect(lambda *place: opened.append(place))
    press(window, "Ctrl+5")
    page = window.confusions
    page.view.setFocus()
    page.what.choose("labels")
    cells = [
        (page.model.cell(index), index)
        for r in range(page.model.rowCount())
        for c in range(page.model.columnCount())
        if (index := page.model.index(r, c))
    ]
    cell, index = next((cell, index) for cell, index in cells if cell.text and not cell.diagonal)
    page.view.setCurrentIndex(index)
    press(window, "Return")
    rows = listed(qtbot, window)
    assert len(rows) == int(cell.text) == 2
    assert {words for words, _ in rows} == {"东岸社区"}
    assert window.places.view.hasFocus()
    press(window, "Down")
    press(window, "Return")
    assert [offset for _, offset in opened] == [EAST[0]]


def test_every_cell_of_a_confusion_matrix_lists_as_many_places_as_it_counts(qtbot, window):
    press(window, "Ctrl+5")
    page = window.confusions
    for what in ("kinds", "levels", "themes"):
        page.what.choose(what)
        for r in range(page.model.rowCount()):
            for c in range(page.model.columnCount()):
                cell = page.model.cell(page.model.index(r, c))
                if cell.question is None:
                    continue
                page.view.setCurrentIndex(page.model.index(r, c))
                window.places.settle()
                assert len(listed(qtbot, window)) == int(cell.text)


class Answering:
    """Stands for the asking: keeps what is asked, to be answered by hand."""

    def __init__(self, window):
        self.asked = []
        asking = window.places._asking
        asking._ask = lambda done, **_request: self.asked.append(done)


def test_an_answer_that_comes_after_another_cell_was_chosen_is_not_shown(window):
    places, answering = window.places, Answering(window)
    answer = {"subject": "boundaries", "places": [], "total": 0, "withheld": 0}
    for cell in (Cell(question=Question(figure="boundaries.f1")), Cell(about="没有数到什么")):
        places.ask(Cell(question=Question(figure="mentions.strict.f1")), "提及 F1")
        places.settle()
        places.ask(cell, "另一格")
        answering.asked.pop()(answer)
        assert "没有分歧" not in [label.text() for label in places._empty.findChildren(QLabel)]


def test_agreed_places_are_listed_on_demand(qtbot, window):
    window.pairs.figure.choose("mentions.strict.f1")
    press(window, "Ctrl+2")
    differing = listed(qtbot, window)
    window.places.which.setFocus()
    press(window.places.which, "Down")
    qtbot.waitUntil(lambda: len(listed(qtbot, window)) > len(differing), timeout=30_000)
    assert {said for words, said in listed(qtbot, window) if words == "李明"} == {"李二：人物 · 王三：人物"}


def test_bulletins_are_sorted_by_a_click_on_a_head(window):
    press(window, "Ctrl+4")
    head = window.bulletins.view.horizontalHeader()
    place = head.viewport().rect().center()
    place.setX(head.sectionViewportPosition(1) + 10)
    QTest.mouseClick(head.viewport(), LEFT, pos=place)
    model = window.bulletins.view.model()
    values = [float(model.index(n, 1).data()) for n in range(model.rowCount())]
    assert values == sorted(values)
    assert [line.split("\t")[1] for line in window.bulletins.as_text().splitlines()[1:]] == [f"{v:.3f}" for v in values]


def test_the_table_that_is_shown_is_copied(window):
    press(window, "Ctrl+3")
    press(window, "Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["标签", "F1（严格）"]
    assert {line.split("\t")[0] for line in lines[1:]} == {"人物", "机构", "地点"}


def test_a_change_of_what_was_counted_is_told_and_f5_counts_anew(qtbot, window, workspace):
    before = window.overview.model.index(0, 1).data()
    annotate(workspace.project, PEOPLE[1], [(STARTS[0], 0, "masthead")])
    assert "F5" in window._stale.text()
    press(window, "F5")
    computed(qtbot, window)
    assert window.overview.model.index(0, 1).data() != before
    assert "F5" not in window._stale.text()


def test_without_two_submitted_layers_the_window_says_what_is_missing(qtbot, worker, tmp_path):
    project = new_project(tmp_path)
    annotate(project, PEOPLE[0], [(STARTS[0], 0, "masthead")])
    annotate(project, PEOPLE[1], [(STARTS[0], 0, "masthead")], status="in_progress")
    project.close()
    workspace = Workspace()
    workspace.open_project(project.path)
    window = shown(qtbot, AgreementWindow(workspace, worker))
    computed(qtbot, window)
    assert window._empty._title.text() == "还没有可以比较的标注"
    workspace.close_project()


def test_somebody_who_has_not_submitted_is_shown_no_place_of_the_others(qtbot, worker, workspace):
    workspace.project.apply(add_person(workspace.project, "新人"))
    workspace.project.set_annotator("新人")
    window = shown(qtbot, AgreementWindow(workspace, worker))
    computed(qtbot, window)
    qtbot.waitUntil(lambda: window.places._empty._title.text() == "现在不能看", timeout=30_000)
    assert window.places.model.rowCount() == 0


def test_the_action_opens_one_window_which_follows_the_project(qtbot, workspace, tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    main = MainWindow(workspace, settings)
    qtbot.addWidget(main)
    main.show()
    commands = FiguresCommands(main)
    action = main.action_table["statistics.agreement"]
    action.trigger()
    window = commands.window("statistics.agreement")
    computed(qtbot, window)
    action.trigger()
    assert commands.window("statistics.agreement") is window
    revealed = []
    workspace.reveal.connect(revealed.append)
    listed(qtbot, window)
    window.places.view.setFocus()
    press(window, "Return")
    place = window.places.model.place(window.places.model.index(0))
    assert workspace.session.bulletin.id == place.bulletin
    assert revealed == [place.start]
    workspace.close_project()
    assert not window.isVisible()
    assert commands.window("statistics.agreement") is None


@pytest.mark.parametrize("name", ["agreement", "consistency", "lessons"])
def test_the_windows_close_when_somebody_else_sits_down(qtbot, workspace, tmp_path, name):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    main = MainWindow(workspace, settings)
    qtbot.addWidget(main)
    commands = FiguresCommands(main)
    main.action_table[f"statistics.{name}"].trigger()
    window = commands.window(f"statistics.{name}")
    assert window.isVisible()
    workspace.project.set_annotator("陈一")
    workspace.annotator_changed.emit()
    assert not window.isVisible()
    assert commands.window(f"statistics.{name}") is None


def test_f5_right_after_a_step_counts_anew_all_the_same_and_stays_at_the_cell(qtbot, window):
    press(window, "Ctrl+2")
    listed(qtbot, window)
    page = window.pairs
    page.view.setCurrentIndex(page.model.index(2, 0))
    press(window, "F5")
    assert not window.places._pause.isActive()
    computed(qtbot, window)
    assert window._stack.currentIndex() == 2
    index = page.view.currentIndex()
    assert (index.row(), index.column()) == (2, 0)
    assert listed(qtbot, window)
