"""The mouse in the text: caret, words, paragraphs, several ranges, mentions, chips, boundaries, zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from models.mentions import Mention
from models.outline import Section
from tests.gui.sessions import LAYER, make_session

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
)  # fmt: skip
LINES = ("简报", "街道召开会议", "会议由李明主持，要求大家认真学习，抓好落实。")
LINES += ("居民区开展活动", "活动在广场举行。", "完毕。")
TEXT = "\n".join(LINES)
AT = {line: TEXT.index(line) for line in LINES}


@pytest.fixture
def view(reading_view, labels):
    sections = [
        Section("a", LAYER, 0, 1, "column", 2),
        Section("b", LAYER, AT["街道召开会议"], 2, "article", AT["街道召开会议"] + 6),
        Section("c", LAYER, AT["居民区开展活动"], 2, "article", AT["居民区开展活动"] + 7, ("party-building",)),
    ]
    host = AT[LINES[2]]
    named = [
        Mention("inner", LAYER, "PER", ((host + 3, host + 5),)),
        Mention("outer", LAYER, "EVENT", ((host, host + 7),)),
    ]
    reading_view.set_session(make_session(TEXT, sections, named), labels)
    return reading_view


def point(view, offset):
    rect = view.rect_of(offset)
    return QPoint(rect.left() + 2, rect.center().y())


def drag(view, start, end, *, modifiers=NONE, drop=True):
    """Press, move in steps and let go, as a hand does."""
    viewport = view.viewport()
    QTest.mousePress(viewport, LEFT, modifiers, start)
    for part in (0.3, 0.7, 1.0):
        at = start + (end - start) * part
        there = QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), there, LEFT, LEFT, modifiers)
        QApplication.sendEvent(viewport, event)
    if drop:
        QTest.mouseRelease(viewport, LEFT, modifiers, end)


def handle(view, key):
    top = view.scroller.top
    found = next(h for h in view.bands.handles(0, 10_000) if h.section.id == key)
    return QPoint(round(found.x + view.text_left()) + 5, round(found.y - top))


def test_a_click_puts_the_caret_and_shift_extends(view):
    a, b = AT[LINES[2]] + 9, AT[LINES[2]] + 14
    QTest.mouseClick(view.viewport(), LEFT, NONE, point(view, a))
    assert view.caret == a
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, point(view, b))
    assert view.selection == ((a, b),)
    QTest.mouseClick(view.viewport(), LEFT, NONE, point(view, a))
    assert view.selection == ()


def test_dragging_selects_over_paragraphs(view):
    a, b = AT[LINES[2]] + 9, AT["活动在广场举行。"] + 3
    drag(view, point(view, a), point(view, b))
    assert view.selection == ((a, b),)
    drag(view, point(view, b), point(view, a))
    assert view.selection == ((a, b),)


def test_control_adds_a_second_range(view):
    a = AT[LINES[2]] + 9
    b = AT["活动在广场举行。"]
    drag(view, point(view, a), point(view, a + 3))
    drag(view, point(view, b), point(view, b + 2), modifiers=CONTROL)
    assert view.selection == ((a, a + 3), (b, b + 2))
    QTest.mouseClick(view.viewport(), LEFT, NONE, point(view, b + 4))
    assert view.selection == ()


def test_a_double_click_takes_the_word_and_a_third_the_paragraph(view):
    a = AT[LINES[2]]
    view.set_words(lambda paragraph: [(0, 2), (2, 3), (3, 5), (5, 7)] if paragraph == LINES[2] else ())
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point(view, a + 4))
    assert view.selection == ((a + 3, a + 5),)
    QTest.mouseClick(view.viewport(), LEFT, NONE, point(view, a + 4))
    assert view.selection == ((a, a + len(LINES[2])),)


def test_a_click_takes_the_shortest_mention_and_clicks_again_go_outwards(view):
    clicked = QSignalSpy(view.mention_clicked)
    at = point(view, AT[LINES[2]] + 3) + QPoint(6, 0)
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    assert clicked.at(0) == ["inner"]
    view.set_current_mention("inner")
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    assert clicked.at(1) == ["outer"]
    QTest.mouseClick(view.viewport(), LEFT, NONE, point(view, AT[LINES[2]] + 12))
    assert clicked.count() == 2


def test_selecting_by_dragging_is_no_click_on_a_mention(view):
    clicked = QSignalSpy(view.mention_clicked)
    drag(view, point(view, AT[LINES[2]] + 1), point(view, AT[LINES[2]] + 6))
    assert clicked.count() == 0


def test_chips_tell_section_and_theme(view):
    told = QSignalSpy(view.chip_clicked)
    n = view.sheet.display.paragraph(AT["居民区开展活动"])
    corner = QPoint(round(view.text_left()), round(view.sheet.top(n) - view.scroller.top))
    for item in view.sheet.laid(n).chips:
        QTest.mouseClick(view.viewport(), LEFT, NONE, corner + item.box.center().toPoint())
    assert [told.at(k) for k in range(told.count())] == [["c", "party-building"], ["c", ""]]
    assert view.caret == 0


def test_a_handle_is_clicked_or_dragged_to_the_beginning_of_a_line(view):
    clicked, dropped = QSignalSpy(view.boundary_clicked), QSignalSpy(view.boundary_dropped)
    QTest.mouseClick(view.viewport(), LEFT, NONE, handle(view, "c"))
    assert clicked.at(0) == ["c"]
    target = point(view, AT["活动在广场举行。"] + 3)
    drag(view, handle(view, "c"), QPoint(handle(view, "c").x(), target.y() - 10))
    assert dropped.at(0) == ["c", AT["活动在广场举行。"]]
    drag(view, handle(view, "c"), point(view, AT[LINES[2]] + 9), modifiers=CONTROL)
    assert dropped.at(1) == ["c", AT[LINES[2]] + 9]


def test_escape_lets_go_of_a_boundary(view):
    dropped = QSignalSpy(view.boundary_dropped)
    before = view.grab().toImage()
    drag(view, handle(view, "c"), point(view, AT["完毕。"]), drop=False)
    assert view.grab().toImage() != before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point(view, AT["完毕。"]))
    assert dropped.count() == 0


def test_a_band_selects_its_section(view):
    clicked = QSignalSpy(view.boundary_clicked)
    y = view.rect_of(AT["活动在广场举行。"]).center().y()
    x = round(view.text_left() - 54 + 6 + 8 + 2)
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(x, y))
    assert clicked.at(0) == ["c"]


def test_dragging_beyond_the_edge_scrolls_on(qtbot, view, labels):
    view.set_session(make_session("本段说明有关情况和要求。\n" * 300, key="long"), labels)
    drag(view, QPoint(300, 300), QPoint(300, view.height() + 60), drop=False)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(300, 100))
    assert view.selection[0][1] - view.selection[0][0] > 150
    still = view.verticalScrollBar().value()
    assert view.verticalScrollBar().value() == still


def test_a_menu_is_asked_for_where_the_pointer_is_and_keeps_the_selection(view):
    asked = QSignalSpy(view.context_requested)
    a = AT[LINES[2]]
    view.select((a, a + 5))

    def right_click(offset):
        at = point(view, offset)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)

    right_click(a + 2)
    assert asked.at(0)[1] == a + 2
    assert view.selection == ((a, a + 5),)
    right_click(a + 9)
    assert view.selection == ()
    assert view.caret == a + 9


def test_the_wheel_with_control_zooms(view):
    told = QSignalSpy(view.zoom_changed)
    at = QPointF(300, 200)
    for angle in (120, 120, -120):
        there = QPointF(view.viewport().mapToGlobal(at))
        event = QWheelEvent(at, there, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
                            CONTROL, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
    assert told.count() == 3
    assert view.zoom == pytest.approx(1.1)


def test_the_pointer_says_what_can_be_done(view):
    shapes = []
    for at in (point(view, AT[LINES[2]]), handle(view, "c")):
        QTest.mouseMove(view.viewport(), at)
        shapes.append(view.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.IBeamCursor, Qt.CursorShape.SplitVCursor]
