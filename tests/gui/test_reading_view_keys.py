"""Keys in the text: going about, selecting, copying; commands are left to the actions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest

from gui.text.speech import spoken
from models.outline import Section
from tests.gui.sessions import LAYER, make_session

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TEXT = "第一段说明情况。\n\n  第二段" + "讲解要求，" * 30 + "完毕。\n第三段。"


@pytest.fixture
def view(reading_view, labels):
    reading_view.set_session(make_session(TEXT, [Section("s", LAYER, 0, 1, "article")]), labels)
    return reading_view


def press(view, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(view, key, modifiers)


def test_right_and_left_go_by_characters_and_over_what_is_not_shown(view):
    end = TEXT.index("\n")
    view.set_caret(end - 1)
    press(view, Key.Key_Right)
    assert view.caret == end
    press(view, Key.Key_Right)
    assert view.caret == TEXT.index("第二段")
    press(view, Key.Key_Left)
    assert view.caret == end
    view.set_caret(0)
    press(view, Key.Key_Left)
    assert view.caret == 0
    view.set_caret(len(TEXT))
    press(view, Key.Key_Right)
    assert view.caret == len(TEXT)


def test_up_and_down_keep_their_column_through_short_lines(view):
    view.set_caret(TEXT.index("第二段") + 50)
    x = view.rect_of(view.caret).left()
    press(view, Key.Key_Down)
    assert abs(view.rect_of(view.caret).left() - x) < 20
    press(view, *[Key.Key_Down] * 4)
    assert view.caret == len(TEXT)
    press(view, *[Key.Key_Up] * 4)
    assert abs(view.rect_of(view.caret).left() - x) < 20
    press(view, *[Key.Key_Up] * 9)
    assert view.caret < TEXT.index("\n") + 1


def test_home_and_end_go_to_the_ends_of_the_line_on_the_screen(view):
    first = TEXT.index("第二段")
    view.set_caret(first + 3)
    press(view, Key.Key_End)
    end = view.caret
    place = view.caret_rect()
    assert place.left() > view.rect_of(first + 20).left()
    assert place.top() == view.rect_of(first).top()
    press(view, Key.Key_End)
    assert view.caret == end
    press(view, Key.Key_Home)
    assert view.caret == first
    press(view, Key.Key_End, modifiers=SHIFT)
    assert view.selection == ((first, end),)
    press(view, Key.Key_Home, modifiers=CONTROL)
    assert view.caret == 0
    press(view, Key.Key_End, modifiers=CONTROL)
    assert view.caret == len(TEXT)


def test_pages_move_caret_and_view_together(view, labels):
    view.set_session(make_session("本段说明有关情况和要求。\n" * 300, key="long"), labels)
    press(view, Key.Key_PageDown, Key.Key_PageDown)
    assert view.caret > 0
    assert view.viewport().rect().contains(view.caret_rect())
    far = view.caret
    press(view, Key.Key_PageUp)
    assert view.caret < far
    press(view, Key.Key_PageUp, Key.Key_PageUp)
    assert view.verticalScrollBar().value() == 0
    value = view.caret
    press(view, Key.Key_Down, modifiers=CONTROL)
    assert view.caret == value
    assert view.verticalScrollBar().value() == view.verticalScrollBar().singleStep()


def test_words_are_steps_once_they_are_known_and_characters_before(view):
    words = {}
    view.set_words(lambda paragraph: words.get(paragraph, ()))
    view.set_caret(0)
    press(view, Key.Key_Right, modifiers=CONTROL)
    assert view.caret == 1
    words["第一段说明情况。"] = [(0, 3), (3, 5), (5, 7), (7, 8)]
    press(view, Key.Key_Right, modifiers=CONTROL)
    assert view.caret == 3
    press(view, Key.Key_Right, modifiers=CONTROL | SHIFT)
    assert view.selection == ((3, 5),)
    press(view, Key.Key_Left, modifiers=CONTROL)
    assert view.caret == 3
    assert view.words_around(6) == (5, 7)
    assert [view.next_word(n) for n in (0, 3, 5, 7, 8)] == [3, 5, 7, 8, TEXT.index("第二段")]
    assert view.previous_word(TEXT.index("第二段")) == 8
    assert view.previous_word(1) == 0


def test_the_words_in_view_are_asked_for_before_they_are_wanted(qtbot, view):
    asked = []
    view.set_words(lambda paragraph: asked.append(paragraph) or ())
    qtbot.waitUntil(lambda: "第三段。" in asked)
    assert asked[0] == "第一段说明情况。"


def test_words_are_found_across_the_pages_own_line_breaks(reading_view, labels):
    body = (
        "  本周社区志愿者走进青松居民区开展义诊服务，为行动不便的老人测量血\n"
        "压、讲解用药常识，并逐户登记健康需求。活动由街道社区卫生服务中心牵头\n"
        "组织，十二名医护人员参加。居民们说，家门口的服务越来越贴心，希望常来\n看看。\n"
    )
    reading_view.set_session(make_session(body), labels)
    seen = []

    def words(paragraph):
        seen.append(paragraph)
        place = paragraph.index("血压")
        return [(place, place + 2)]

    reading_view.set_words(words)
    at = body.index("血")
    assert reading_view.words_around(at) == (at, at + 3)
    assert "\n" not in seen[0]


def test_shift_extends_and_a_plain_move_lets_go(view):
    changed, moved = QSignalSpy(view.selection_changed), QSignalSpy(view.caret_moved)
    press(view, *[Key.Key_Right] * 3, modifiers=SHIFT)
    assert view.selection == ((0, 3),)
    assert moved.count() == 3
    press(view, Key.Key_Left)
    assert view.selection == ()
    assert view.caret == 0
    assert changed.count() == 4


def test_only_white_space_selected_is_nothing_selected(view):
    end = TEXT.index("\n")
    view.select((end, end + 3))
    assert view.selection == ()
    view.select((end - 2, end + 4))
    assert view.selection == ((end - 2, end),)


def test_the_clipboard_gets_the_stored_text(view):
    QGuiApplication.clipboard().setText("")
    view.copy()
    assert QGuiApplication.clipboard().text() == ""
    start = TEXT.index("情况")
    view.select((start, TEXT.index("讲解")))
    view.copy()
    assert QGuiApplication.clipboard().text() == "情况。\n\n  第二段"
    view.select((0, 2), (4, 6))
    view.copy()
    assert QGuiApplication.clipboard().text() == "第一\n" + TEXT[4:6]


def test_letters_and_digits_are_left_to_the_actions(view, qtbot):
    action = QAction("label", view)
    action.setShortcut(QKeySequence("1"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    view.addAction(action)
    done = QSignalSpy(action.triggered)
    press(view, Key.Key_1, Key.Key_J, Key.Key_Return)
    assert done.count() == 1
    assert view.caret == 0
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_lines_of_the_stored_text_are_found(view):
    second, third = TEXT.index("第二段"), TEXT.index("第三段")
    assert view.line_start_after(0) == second
    assert view.line_start_after(second) == third
    assert view.line_start_before(third) == second
    assert view.line_start_before(second + 5) == second
    assert view.line_start_before(second) == 0


def test_a_screen_reader_is_told_the_character_the_step_or_the_line(view):
    first = TEXT.index("第二段")
    view.set_caret(first)
    assert view.accessibleDescription().startswith("第二段讲解要求")
    assert spoken(view.sheet, first, (first + 1, False)) == "二"
    assert spoken(view.sheet, first, (first + 3, False)) == "第二段"
    assert spoken(view.sheet, first, (0, False)) == "第一段说明情况。"
    assert view.accessibleName() == "正文"


STRANGE = (
    "",
    " \n\u3000\n",
    "\n\n甲\n",
    "𠮷\u2028👨‍👩‍👧\u2029e\u0301\x85葛\U000e0100\t\ufffc。\n\n\f\n尾\xa0❤\ufe0f",
    "\u202e反向\u202c مرحبا 中文 שלום。\n" + "长" * 4_100 + "。完",
    "  甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛\n壬癸，甲乙丙丁戊己庚辛壬癸甲乙丙丁戊\n己庚。\n the quick\nbrown fox",
)


@pytest.mark.parametrize("content", STRANGE)
@pytest.mark.parametrize("marks", [True, False])
def test_any_text_can_be_gone_through_to_its_end_and_back(reading_view, labels, content, marks):
    view = reading_view
    starts = sorted({0, len(content) // 3, len(content) // 2}) if content else []
    sections = [Section(f"s{at}", LAYER, at, 1, "article", min(at + 3, len(content))) for at in starts]
    if len(content) < 12:
        sections = []
    view.set_session(make_session(content, sections, key="strange"), labels)
    view.set_page_breaks_shown(marks)
    for key, back in ((Key.Key_Right, Key.Key_Left), (Key.Key_Down, Key.Key_Up)):
        press(view, Key.Key_Home, modifiers=CONTROL)
        before = -1
        while view.caret > before:
            before = view.caret
            press(view, key)
        assert view.caret_rect().top() == view.rect_of(len(content)).top()
        assert key == Key.Key_Down or not content[before:].strip()
        after = before + 1
        while view.caret < after:
            after = view.caret
            press(view, back)
        assert view.caret_rect().top() == view.rect_of(0).top()
    assert not view.grab().isNull()
