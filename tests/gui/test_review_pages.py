"""The two pages of a review and its list: aligned, hatched, framed, choosable; figures; words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.review.figures import NAMES, Figures
from gui.review.heads import SideHead
from gui.review.pair_view import PairView
from gui.review.panel import ReviewPanel
from gui.review.screen import ReviewScreen
from gui.review.sides import cuts_of, session_of, short_names
from gui.review.state import ReviewState
from gui.tables.differences import DETAIL, NOTE, DifferencesModel, Listed
from gui.tables.differences_words import DifferenceWords
from gui.tasks import Worker
from gui.theme import DARK, LIGHT
from gui.workspace import Workspace
from models.labels import default_label_set
from models.project import Project
from models.review.reviewing import open_review
from tests.gui.review_kit import A, B, C, project_of
from tests.models.review_kit import STARTS, TEXT


@pytest.fixture
def review(tmp_path):
    project = Project.open(project_of(tmp_path, A, B))
    yield open_review(project, project.store.bulletins()[0])
    project.close()


@pytest.fixture
def pages(qtbot, review) -> PairView:
    view = PairView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    one, other = review.sides
    sessions = session_of(review.bulletin, one), session_of(review.bulletin, other)
    view.set_sessions(sessions, default_label_set(), cuts_of(one, other))
    return view


# Pages ----------------------------------------------------------------------------------------------------------------


def test_every_line_stands_beside_its_like(pages):
    left, right = pages.sheets
    assert left.display is right.display
    for n in range(len(left.display)):
        tops = {round(sheet.top(n) + sheet.laid(n).first, 3) for sheet in (left, right)}
        assert len(tops) == 1
        assert left.laid(n).height == right.laid(n).height


def test_what_only_one_has_is_a_boundary_on_one_page_and_none_on_the_other(review):
    cuts = cuts_of(*review.sides)
    names = [side.annotator for side in review.sides]
    mine = names.index(A)
    assert (cuts[STARTS[4]][mine].kind, cuts[STARTS[4]][1 - mine].kind) == ("article", "")
    assert {cut.level for cut in cuts[STARTS[1]]} == {1, 2}
    assert STARTS[2] not in cuts


def test_there_is_room_for_a_contested_boundary_on_both_pages(pages):
    left, right = pages.sheets
    n = left.display.paragraph(STARTS[4])
    assert left.cut_at(n)
    assert right.cut_at(n)
    assert not left.cut_at(left.display.paragraph(STARTS[2]))


def test_both_pages_scroll_as_one_and_a_place_is_brought_to_the_middle(pages):
    pages.resize(1000, 240)
    pages.show_place(STARTS[8])
    spots = [sheet.spot(STARTS[8]) for sheet in pages.sheets]
    places = {round(spot.top - pages.scroller.top) for spot in spots}
    assert len(places) == 1
    assert 0 <= places.pop() < 240


def test_zoom_theme_and_spacing_are_taken_over_and_the_place_stays(pages):
    pages.resize(1000, 240)
    pages.show_place(STARTS[8])
    before = pages.sheets[0].width
    pages.set_look(DARK, 1.4, 1.6, False)
    assert pages.sheets[0].theme.dark
    assert pages.sheets[0].width != before
    image = pages.grab().toImage()
    assert image.pixelColor(4, 4).name() == DARK.paper
    pages.set_look(LIGHT, 1.0, 1.6, True)
    assert pages.grab().toImage().pixelColor(4, 4).name() == LIGHT.paper


def test_painting_hatches_and_frames_without_touching_the_layers(pages, review):
    before = [tuple(session.mentions) for session in pages.sessions]
    plain = pages.grab().toImage()
    spans = [(STARTS[1], STARTS[1] + 2)]
    pages.set_hatched(spans)
    hatched = pages.grab().toImage()
    pages.set_current(tuple(spans), (review.sides[0].mentions[0].id, None))
    framed = pages.grab().toImage()
    assert plain != hatched != framed
    assert [tuple(session.mentions) for session in pages.sessions] == before


def test_names_are_short_where_all_begin_alike():
    assert short_names(["标注员乙", "标注员甲"]) == {"标注员乙": "乙", "标注员甲": "甲"}
    assert short_names(["anno-1", "anno-2"]) == {"anno-1": "anno-1", "anno-2": "anno-2"}
    assert short_names(["王芳", "王芳芳"]) == {"王芳": "王芳", "王芳芳": "王芳芳"}
    assert short_names(["甲"]) == {"甲": "甲"}


# The list -------------------------------------------------------------------------------------------------------------


def listed(review) -> Listed:
    words = DifferenceWords(review.sides, short_names([s.annotator for s in review.sides]), default_label_set())
    return Listed(review.differences, words)


def test_the_model_of_differences_is_a_sound_one(qtmodeltester, review):
    model = DifferencesModel()
    model.set_listed(listed(review))
    qtmodeltester.check(model)
    model.set_listed(Listed())
    qtmodeltester.check(model)


def test_each_difference_says_who_has_what(review):
    model = DifferencesModel()
    model.set_listed(listed(review))
    found = {row.kind: model.index(n) for n, row in enumerate(model.rows())}
    assert set(found["level"].data(NOTE).split("  ")) == {"甲 1", "乙 2"}
    assert found["near"].data(NOTE) == "差 1 行"
    assert set(found["missing"].data(NOTE).split("  ")) == {"甲 ✓", "乙 –"}
    assert found["missing"].data() == "图注 图为志愿者"
    assert set(found["label"].data(NOTE).split("  ")) == {"甲 人物", "乙 机构"}
    assert "甲 主题教育" not in found["themes"].data(DETAIL)
    assert found["themes"].data(DETAIL) == "待边界裁定后处理"
    assert all(index.data(Qt.ItemDataRole.AccessibleTextRole) for index in found.values())


# Several layers, figures ----------------------------------------------------------------------------------------------


@pytest.fixture
def screen(qtbot, tmp_path):
    """The review screen without the window around it, on three layers."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from gui.actions import Actions, ActionSpec

    workspace, worker = Workspace(), Worker()
    assert workspace.open_project(project_of(tmp_path, A, B, C))
    state, window = ReviewState(workspace), QWidget()
    qtbot.addWidget(window)
    actions = Actions(window, QWidget(window), QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    for n in (1, 2, 3):
        actions.add(ActionSpec(f"review.take.{n}", "review", "取", (str(n),), "review"))
    made = ReviewScreen(state, actions, worker)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    qtbot.waitExposed(made)
    assert state.open(workspace.bulletins()[0].id)
    yield made
    worker.close()
    workspace.close_project()


def test_of_three_layers_two_are_shown_and_each_can_be_chosen(screen):
    names = [side.annotator for side in screen.state.review.sides]
    assert screen.shown == (names[0], names[1])
    head = screen.heads[1]
    assert isinstance(head, SideHead)
    assert head.choice.isVisible()
    head.choice.setFocus()
    QTest.keyClick(head.choice, Qt.Key.Key_Down)
    assert screen.shown == (names[0], names[2])
    assert screen.pages.sessions[1].layer.annotator == names[2]
    screen.show_side(0, names[2])
    assert screen.shown == (names[2], names[0])


def test_every_layer_has_a_button_and_is_named_in_the_rows(screen):
    panel = screen.panel
    assert isinstance(panel, ReviewPanel)
    assert len(panel.bar.sides) == 3
    index = panel.model.index(0)
    assert {part.split(" ")[0] for part in index.data(NOTE).split("  ")} == {"甲", "乙", "丙"}


def test_figures_come_from_the_worker_with_their_intervals(qtbot, screen):
    figures = screen.panel.figures
    assert isinstance(figures, Figures)
    qtbot.waitUntil(lambda: figures.cards[NAMES[0]]._number.text() != "…", timeout=20_000)
    assert 0 <= float(figures.cards[NAMES[2]]._number.text()) <= 1
    # One bulletin gives no interval, and says so.
    assert figures.cards[NAMES[2]]._between.text() == "1 篇"
    assert figures.cards[NAMES[2]].toolTip().count("\n") == 1


def test_a_bulletin_of_one_line_can_be_reviewed(tmp_path, qtbot):
    from tests.models.review_kit import annotate, new_project

    project = new_project(tmp_path, texts=("𠮷" + TEXT[:4],))
    for name in (A, B):
        annotate(project, name, [(0, 1, "article")], [(0, 1 + (name == A), "PER")])
    review = open_review(project, project.store.bulletins()[0])
    view = PairView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    one, other = review.sides
    view.set_sessions((session_of(review.bulletin, one), session_of(review.bulletin, other)), project.labels, {})
    view.set_current(((0, 2),), (None, None))
    assert not view.grab().isNull()
    view.set_sessions(None, None)
    assert not view.grab().isNull()
    project.close()
