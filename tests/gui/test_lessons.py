"""The gold and one's own layers: what differs, why, and the trend, for the one at the desk alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from gui.dialogs.lessons import LessonsWindow
from gui.dialogs.lessons_chart import Chart, Series
from gui.tables.findings import ReportModel
from gui.tables.lessons import lines_of, outcome_name
from gui.tasks import Worker
from gui.theme import LIGHT
from gui.workspace import Workspace
from models.labels import default_label_set
from models.review.decisions import decide, finish, side
from models.review.reviewing import open_review
from tests.gui.dialogs_kit import press, shown
from tests.models.review_kit import STARTS, TEXT, annotate, named, new_project

PERSON, PLACE, OTHER = named(TEXT, "李明"), named(TEXT, "东岸社区"), named(TEXT, "王芳")


@pytest.fixture
def worker(qtbot):
    made = Worker()
    yield made
    made.close()


@pytest.fixture
def project(tmp_path):
    """Two bulletins by 甲 and 乙; the first is adjudicated to what 乙 has."""
    made = new_project(tmp_path, texts=(TEXT, TEXT + "\n完"))
    heads = [(STARTS[0], 0, "masthead"), (STARTS[2], 1, "article", None, ["party.study"])]
    for n in range(2):
        annotate(made, "甲", [*heads, (STARTS[6], 2, "caption")], [(*PERSON, "PER"), (*PLACE, "ORG")], bulletin=n)
        annotate(made, "乙", heads, [(*PERSON, "PER"), (*PLACE, "LOC"), (*OTHER, "PER")], bulletin=n)
    made.set_annotator("审核员")
    bulletin = made.store.bulletins()[0]
    for difference in open_review(made, bulletin).differences:
        review = open_review(made, bulletin)
        made.apply(
            decide(made, review, difference, side(difference, "乙"), "见手册" if difference.start == PLACE[0] else "")
        )
    made.apply(finish(made, open_review(made, bulletin)))
    return made


def window_of(qtbot, project, worker, name: str) -> LessonsWindow:
    project.set_annotator(name)
    project.close()
    workspace = Workspace()
    assert workspace.open_project(project.path)
    window = shown(qtbot, LessonsWindow(workspace, worker))
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    qtbot.addWidget(window, before_close_func=lambda _w: workspace.close_project())
    return window


def test_the_differences_stand_with_their_reasons_boundaries_first(qtbot, project, worker):
    window = window_of(qtbot, project, worker, "甲")
    found = [(line.words, line.said, line.reason) for line in window.list.model.lines()]
    assert found == [
        ("图为志愿者", "边界：我 有 → 金标 无", "审核员裁定，没有写理由"),
        ("东岸社区", "实体：我 机构 → 金标 地点", "审核员：见手册"),
        ("王芳", "实体：我 无 → 金标 人物", "审核员裁定，没有写理由"),
    ]
    assert "1 篇" in window._sum.text()
    assert [s.name for s in window.chart._series] == ["边界 F1", "主题 F1", "实体 F1（严格）"]
    assert window.chart._series[2].values == (pytest.approx(2 / 5),)


def test_enter_opens_the_place(qtbot, project, worker):
    window = window_of(qtbot, project, worker, "甲")
    opened = []
    window.opened.connect(lambda *place: opened.append(place))
    press(window, "Down")
    press(window, "Return")
    assert [offset for _, offset in opened] == [PLACE[0]]


def test_who_has_what_the_gold_has_is_told_so(qtbot, project, worker):
    window = window_of(qtbot, project, worker, "乙")
    assert window.list._empty._title.text() == "与金标完全一致"
    assert window.chart.isVisible()


def test_before_anything_is_adjudicated_the_window_says_why_there_is_nothing(qtbot, worker, tmp_path):
    made = new_project(tmp_path)
    annotate(made, "甲", [(STARTS[0], 0, "masthead")])
    window = window_of(qtbot, made, worker, "甲")
    assert "还没有裁定" in window.list._empty._text.text()
    assert not window.chart.isVisible()


def test_before_anything_is_submitted_the_window_says_how_to(qtbot, worker, tmp_path):
    window = window_of(qtbot, new_project(tmp_path), worker, "甲")
    assert "Ctrl" in window.list._empty._text.text()


def test_every_kind_of_outcome_is_put_into_words():
    labels = default_label_set()
    said = [
        outcome_name(matter, value, labels)
        for matter, value in (
            ("boundary", True),
            ("level", 2),
            ("kind", ["article", None]),
            ("heading", "要闻"),
            ("heading", ""),
            ("themes", []),
            ("mention", [["PER", None], ["ORG", "x"]]),
            ("mention", []),
        )
    ]
    assert said == ["有", "2", "稿件", "“要闻”", "无", "无", "人物、机构", "无"]


def test_lines_come_bulletin_by_bulletin_the_last_adjudicated_first(qtmodeltester):
    lesson = {"matter": "level", "start": 0, "end": 1, "mine": 1, "gold": 2, "decider": "", "reason": "", "words": "一"}
    points = [{"bulletin": key, "title": f"刊物{key}", "at": f"2026-01-0{key}T00:00:00Z"} for key in "12"]
    lines = lines_of([{**lesson, "bulletin": "1"}, {**lesson, "bulletin": "2"}], points, None)
    assert [line.words for line in lines] == ["刊物2", "一", "刊物1", "一"]
    assert lines[1].reason == "其他人一致，没有另作裁定"
    model = ReportModel()
    model.show_lines(lines)
    qtmodeltester.check(model)


def test_the_chart_draws_a_line_for_each_figure_and_says_the_last_values(qtbot):
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(600, 190)
    chart.show_series(
        [Series("边界", (0.5, 1.0)), Series("主题", (None, None)), Series("实体", (0.2, 0.4))], ["一", "二"]
    )
    chart.show()
    picture = chart.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {LIGHT.accent, LIGHT.good} <= colours
    assert QColor(LIGHT.heat).name() not in colours
    assert chart.accessibleDescription() == "边界 1.00；主题 —；实体 0.40"
    top, bottom = chart._at(1, 1.0).toPoint(), chart._at(1, 0.0).toPoint()
    assert picture.pixelColor(top + QPoint(0, 0)).name() == LIGHT.accent
    assert picture.pixelColor(bottom).name() != LIGHT.accent
