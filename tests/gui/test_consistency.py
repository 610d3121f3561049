"""The self-check: what does not go together, in groups, narrowed, opened, saved."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.consistency import ConsistencyWindow, lines_of
from gui.tables.findings import LINE, ReportLine, ReportModel
from gui.tasks import Worker
from gui.workspace import Workspace
from tests.gui.dialogs_kit import LEFT, press, shown, write
from tests.models.review_kit import annotate, named, new_project

TEXT = "一、东岸开会\n李明和李明来到东岸社区。\n=李明讲话，东岸社区欢迎。"
LI = [named(TEXT, "李明", n) for n in range(3)]


@pytest.fixture
def worker(qtbot):
    made = Worker()
    yield made
    made.close()


@pytest.fixture
def workspace(qtbot, tmp_path):
    project = new_project(tmp_path, texts=(TEXT,))
    annotate(
        project, "甲", [(0, 1, "article", len("一、东岸开会"))],
        [(*LI[0], "PER"), (*LI[2], "ORG"), (*named(TEXT, "东岸社区"), "LOC")],
    )  # fmt: skip
    project.set_annotator("甲")
    project.close()
    made = Workspace()
    assert made.open_project(project.path)
    yield made
    made.close_project()


def checked(qtbot, workspace, worker) -> ConsistencyWindow:
    window = shown(qtbot, ConsistencyWindow(workspace, worker))
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    return window


def words(window) -> list[tuple[str, str]]:
    return [(line.words, line.said) for line in window.list.model.lines()]


def test_what_is_found_stands_in_groups_with_what_is_usual(qtbot, workspace, worker):
    window = checked(qtbot, workspace, worker)
    assert window.layer.currentData() == "annotator"
    assert words(window) == [
        ("李明", "这里标的是人物；总共：机构 1 处、人物 1 处"),
        ("李明", "这里标的是机构；总共：机构 1 处、人物 1 处"),
        ("东岸社区", "别处标为：地点 1 处"),
        ("李明", "别处标为：机构 1 处、人物 1 处"),
        ("一、东岸开会", "稿件，没有主题"),
    ]
    headings = [
        line for n in range(window.list.model.rowCount()) if (line := window.list.model.index(n).data(LINE)).heading
    ]
    assert [line.words.split(" · ")[0] for line in headings] == ["同文异标", "同文漏标", "分段无主题"]
    assert [line.note for line in headings] == ["2", "2", "1"]


def test_arrows_pass_over_headings_and_enter_opens_the_place(qtbot, workspace, worker):
    window = checked(qtbot, workspace, worker)
    opened = []
    window.opened.connect(lambda *place: opened.append(place))
    key = workspace.bulletins()[0].id
    for _ in range(2):
        press(window, "Return")
        press(window, "Down")
    press(window, "Return")
    assert opened == [(key, LI[0][0]), (key, LI[2][0]), (key, named(TEXT, "东岸社区", 1)[0])]


def test_a_double_click_opens_the_place(qtbot, workspace, worker):
    window = checked(qtbot, workspace, worker)
    view, opened = window.list.view, []
    window.opened.connect(lambda *place: opened.append(place))
    place = view.visualRect(window.list.model.index(2)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    assert opened == [(workspace.bulletins()[0].id, LI[2][0])]


def test_a_group_and_a_word_narrow_the_list(qtbot, workspace, worker):
    window = checked(qtbot, workspace, worker)
    QTest.mouseClick(window.list.groups.button("twin"), LEFT)
    assert [w for w, _ in words(window)] == ["东岸社区", "李明"]
    press(window, "Ctrl+F")
    write(window, "东岸")
    assert [w for w, _ in words(window)] == ["东岸社区"]
    press(window, "Down")
    assert window.list.view.hasFocus()
    press(window, "Ctrl+F")
    write(window, "没有的词")
    assert window.list._empty._title.text() == "没有符合的"
    press(window, "Esc")
    assert window.isVisible()
    assert len(words(window)) == 2


def test_what_is_listed_is_saved_as_a_table_that_no_spreadsheet_runs(qtbot, workspace, worker, tmp_path, monkeypatch):
    annotate(workspace.project, "甲", [(0, 1, "article")], [(LI[2][0] - 1, LI[2][1], "PER"), (*LI[0], "PER")])
    window = checked(qtbot, workspace, worker)
    target = tmp_path / "check.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    annotate(workspace.project, "甲", [(0, 1, "article")],
             [(LI[2][0] - 1, LI[2][1], "PER"), (LI[2][0] - 1, LI[2][1], "ORG")])  # fmt: skip
    press(window, "F5")
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    press(window, "Ctrl+S")
    raw = target.read_text(encoding="utf-8")
    assert raw.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(raw.removeprefix("\ufeff"))))
    assert rows[0] == ["种类", "刊物", "起", "止", "文字", "说明"]
    assert {row[4] for row in rows[1:] if row[0] == "同文异标"} == {"'=李明"}
    target = tmp_path / "check.tsv"
    press(window, "Ctrl+S")
    press(window, "Ctrl+C")
    assert target.read_text(encoding="utf-8") == QGuiApplication.clipboard().text() + "\n"


def test_without_gold_and_without_findings_the_window_says_so(qtbot, workspace, worker):
    annotate(workspace.project, "甲", [(0, 0, "masthead")])
    window = checked(qtbot, workspace, worker)
    assert window.list._empty._title.text() == "没有查出什么"
    window.layer.setFocus()
    press(window.layer, "Up")
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    assert window.layer.currentData() == "gold"
    assert window.list._empty._title.text() == "还没有金标"


def test_lines_obey_the_rules_of_a_model_and_headings_cannot_be_chosen(qtmodeltester):
    model = ReportModel()
    qtmodeltester.check(model)
    model.show_lines([ReportLine("同文异标"), ReportLine("李明", "labels", "b", 1, 3, "简报", "这里标的是人物")])
    qtmodeltester.check(model)
    assert not model.flags(model.index(0)) & model.flags(model.index(1)).ItemIsSelectable
    assert [line.words for line in model.lines()] == ["李明"]


def test_a_heading_says_how_many_were_found_where_not_all_are_listed():
    row = {"kind": "theme", "bulletin": "b", "title": "简报", "start": 0, "end": 2, "words": "标题", "label": "brief"}
    totals = {"labels": 0, "twin": 0, "heading": 0, "theme": 2500}
    heading, line = lines_of([{**row, "usual": ()}], totals, None)
    assert heading.note == "先列 1 处，共 2,500 处"
    assert line.said == "brief，没有主题"
