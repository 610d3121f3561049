"""Reading: places, scrolling, zoom, changes shown at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from gui.text.faces import Role
from gui.theme import DARK, LIGHT
from models import mentions
from models.bulletins import comment_on
from models.mentions import Mention
from models.outline import Section, ThemeSuggestion
from tests.gui.sessions import LAYER, make_session


@pytest.fixture
def long_session():
    body = "".join(f"第{n}段，居民区党支部开展活动。" + "大家认真学习，" * (n % 23) + "\n" for n in range(400))
    sections = [Section(f"s{n}", LAYER, body.index(f"第{n}段"), 1, "article") for n in range(0, 400, 40)]
    return make_session(body, sections)


def apply(view, step):
    view.session.update(step)
    view.apply_change(step)


def marks_shown(view):
    return sum(view.sheet.display.shown(n).text.count("¶") for n in range(len(view.sheet.display)))


def colours(image, rect):
    xs, ys = range(rect.left(), rect.right()), range(rect.top(), rect.bottom())
    return {image.pixelColor(x, y).name() for x in xs for y in ys}


def amount(image, rect, colour):
    """How many pixels have a colour."""
    xs, ys = range(rect.left(), rect.right()), range(rect.top(), rect.bottom())
    return sum(near(colour, [image.pixelColor(x, y).name()], 4) for x in xs for y in ys)


def near(colour, others, reach=40):
    a = QColor(colour)
    return any(
        abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) < reach
        for b in map(QColor, others)
    )


@pytest.mark.parametrize("number", ["000", "003", "004"])
def test_every_character_of_a_seed_is_where_it_says_it_is(reading_view, session_of, labels, number):
    view = reading_view
    session = session_of(number)
    view.set_session(session, labels)
    for offset in range(0, len(session.text), 7):
        if session.text.content[offset].isspace():
            continue
        view.scroll_to(offset)
        rect = view.rect_of(offset)
        assert view.viewport().rect().contains(rect)
        assert view.offset_at(QPoint(rect.left() + 1, rect.center().y())) == offset


def test_rare_characters_count_as_one(reading_view, labels):
    view = reading_view
    view.set_session(make_session("𠮷田𣲘先生👨‍👩‍👧和❤️\n葛󠄀城"), labels)
    content = view.session.text.content
    view.set_caret(0)
    seen = [0]
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Right)
        seen.append(view.caret)
    stops = sorted(set(seen))
    assert stops[:6] == [0, 1, 2, 3, 4, 5]
    assert content.index("和") in stops
    assert content.index("👩") not in stops
    assert content.index("\ufe0f") not in stops
    assert stops[-1] == len(content)


def test_the_text_at_the_top_stays_when_the_window_or_the_zoom_changes(reading_view, labels, long_session):
    view = reading_view
    view.set_session(long_session, labels)
    view.scroll_to(3_000, centre=False)
    top = view.offset_at(QPoint(200, 4))
    view.set_zoom(1.4)
    assert abs(view.rect_of(top).top()) < 60
    view.resize(620, 500)
    assert abs(view.rect_of(top).top()) < 60
    view.set_zoom(1.0)
    view.resize(862, 600)
    assert abs(view.rect_of(top).top()) < 60


def test_scrolling_up_by_lines_moves_by_lines_wherever_one_has_jumped_to(reading_view, labels, long_session):
    view = reading_view
    view.set_session(long_session, labels)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(200):
        offset = view.offset_at(QPoint(300, 200))
        before = view.rect_of(offset).top()
        bar.setValue(bar.value() - bar.singleStep())
        assert view.rect_of(offset).top() - before == bar.singleStep()


def test_what_is_scrolled_looks_like_what_is_painted_anew(reading_view, labels, long_session):
    view = reading_view
    view.set_session(long_session, labels)
    bar = view.verticalScrollBar()
    bar.setValue(4_000)
    view.grab()
    for _ in range(5):
        bar.setValue(bar.value() - 37)
    scrolled = view.grab().toImage()
    view.viewport().update()
    assert view.grab().toImage() == scrolled


def test_ensure_visible_moves_nothing_that_is_in_view(reading_view, labels, long_session):
    view = reading_view
    view.set_session(long_session, labels)
    view.scroll_to(5_000)
    value = view.verticalScrollBar().value()
    view.ensure_visible(5_000)
    assert view.verticalScrollBar().value() == value
    view.ensure_visible(0)
    assert view.viewport().rect().contains(view.rect_of(0))


def test_a_new_boundary_begins_a_paragraph_and_leaves_the_view_where_it_was(reading_view, labels, long_session):
    view = reading_view
    view.set_session(long_session, labels)
    view.scroll_to(5_000)
    at = view.session.text.content.index("大家", 5_000)
    above = view.offset_at(QPoint(300, 30))
    before = view.rect_of(above)
    apply(view, view.session.outline.split(at))
    assert view.rect_of(above) == before
    assert view.sheet.display.paragraph(at) == view.sheet.display.paragraph(at - 1) + 1
    apply(view, view.session.outline.merge(view.session.outline.at(at)))
    assert view.sheet.display.paragraph(at) == view.sheet.display.paragraph(at - 1)


def test_the_same_bulletin_shown_again_keeps_place_and_caret(reading_view, labels, session_of):
    view = reading_view
    session = session_of("000")
    view.set_session(session, labels)
    view.set_caret(1_500)
    view.scroll_to(1_500)
    value = view.verticalScrollBar().value()
    view.set_session(session_of("000"), labels)
    assert view.caret == 1_500
    assert view.verticalScrollBar().value() == value
    view.set_session(session_of("003"), labels)
    assert view.caret == 0
    assert view.verticalScrollBar().value() == 0
    view.set_session(None, None)
    assert view.offset_at(QPoint(10, 10)) == 0


def test_nothing_shown_takes_every_event(reading_view):
    view = reading_view
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_A):
        QTest.keyClick(view, key)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert view.caret == 0


def test_a_mention_is_drawn_in_its_labels_colour_and_relabelled_at_once(reading_view, labels):
    view = reading_view
    session = make_session("参加会议的有李明等人，请他们发言。", [], [Mention("m", LAYER, "PER", ((6, 8),))])
    view.set_session(session, labels)
    area = view.rect_of(6).united(view.rect_of(8)).adjusted(2, 0, -2, 4)
    assert near(LIGHT.label("PER"), colours(view.grab().toImage(), area))
    apply(view, mentions.relabel([session.mentions["m"]], "LOC"))
    shown = colours(view.grab().toImage(), area)
    assert near(LIGHT.label("LOC"), shown)
    assert not near(LIGHT.label("PER"), shown)
    apply(view, mentions.remove([session.mentions["m"]]))
    assert not near(LIGHT.label("LOC"), colours(view.grab().toImage(), area))


def test_nested_mentions_keep_a_line_of_their_own(reading_view, labels):
    view = reading_view
    both = [Mention("a", LAYER, "ORG", ((2, 10),)), Mention("b", LAYER, "LOC", ((2, 5),))]
    view.set_session(make_session("来自虹口区卫生健康局的同志。", [], both), labels)
    shown = colours(view.grab().toImage(), view.rect_of(2).united(view.rect_of(5)).adjusted(4, 0, -4, 4))
    assert near(LIGHT.label("ORG"), shown, 12)
    assert near(LIGHT.label("LOC"), shown, 12)


def test_a_suggestion_has_no_fill_and_the_selected_mention_a_frame(reading_view, labels):
    view = reading_view
    one = Mention("m", LAYER, "ORG", ((2, 6),), confirmed=False)
    view.set_session(make_session("来自街道办事处的同志。", [], [one]), labels)
    area = view.rect_of(2).united(view.rect_of(6)).adjusted(2, 0, -2, 4)
    fill = LIGHT.tint(LIGHT.label("ORG"), 0.1)
    plain = view.grab().toImage()
    assert amount(plain, area, fill) < 40
    assert near(LIGHT.label("ORG"), colours(plain, area))
    apply(view, mentions.accept([one]))
    assert amount(view.grab().toImage(), area, fill) > 200
    apply(view, mentions.accept([one]).inverse())
    view.set_current_mention("m")
    assert view.grab().toImage() != plain
    view.set_current_mention(None)
    assert view.grab().toImage() == plain


def test_themes_and_proposals_are_chips_and_follow_changes(reading_view, labels):
    view = reading_view
    section = Section("s", LAYER, 0, 1, "article", 4, ("party-building",), (ThemeSuggestion("civilization"),))
    view.set_session(make_session("召开会议\n会议要求，加强学习。", [section]), labels)
    chips = [(item.chip.theme, item.chip.rank) for item in view.sheet.laid(0).chips]
    assert chips == [("party-building", 0), ("civilization", 1), ("", 0)]
    apply(view, view.session.outline.set_themes(section, ["party-building", "civilization"]))
    assert [item.chip.rank for item in view.sheet.laid(0).chips] == [0, 0, 0]


def test_page_breaks_are_marks_that_can_be_hidden(reading_view, labels, session_of):
    view = reading_view
    view.set_session(session_of("004"), labels)
    shown = [view.sheet.display.shown(n).text for n in range(len(view.sheet.display))]
    assert any("¶" in text for text in shown)
    view.set_page_breaks_shown(False)
    shown = [view.sheet.display.shown(n).text for n in range(len(view.sheet.display))]
    assert not any("¶" in text for text in shown)


def test_leftovers_are_greyed(reading_view, labels, session_of):
    view = reading_view
    session = session_of("000")
    at = session.text.content.index("[bookmark: _GoBack]")
    view.set_session(session, labels)
    view.scroll_to(at)
    shown = colours(view.grab().toImage(), view.rect_of(at).adjusted(1, 0, 40, 0))
    assert near(LIGHT.ghost, shown)
    assert not near(LIGHT.ink, shown)


def test_finds_hatches_and_comments_are_seen(reading_view, labels):
    view = reading_view
    session = make_session("党支部召开会议，党支部要求学习。", [], [Mention("m", LAYER, "ORG", ((8, 11),))])
    view.set_session(session, labels)
    empty = view.grab().toImage()
    view.set_find_hits([(0, 3), (8, 11)], 0)
    found = view.grab().toImage()
    assert near(LIGHT.hit_now, colours(found, view.rect_of(0).adjusted(2, 4, 20, -4)), 8)
    view.set_find_hits([], None)
    assert view.grab().toImage() == empty
    view.set_hatched([(3, 7)])
    assert view.grab().toImage() != empty
    view.set_hatched([])
    step = comment_on(LAYER, "m", "tester", "2024-01-01T00:00:00Z", "核对")
    apply(view, step)
    assert view.grab().toImage() != empty
    apply(view, step.inverse())
    assert view.grab().toImage() == empty


def test_the_dark_theme_leaves_no_light_ground(reading_view, labels, session_of):
    view = reading_view
    view.set_session(session_of("003"), labels)
    view.set_theme(DARK)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(3, 3).name() == DARK.paper
    assert image.pixelColor(image.width() - 4, image.height() // 2).name() == DARK.paper


def test_a_long_texts_own_line_breaks_are_found_by_and_by_as_in_one_go(qtbot, reading_view, labels, session_of):
    view = reading_view
    from gui.text.reflowing import parts
    from models.reflow import leftovers, soft_breaks

    content = (session_of("004").text.content + session_of("000").text.content + "\n") * 8
    found = list(parts(content, 3_000))
    assert [span for soft, _ in found for span in soft] == list(soft_breaks(content))
    assert [span for _, left in found for span in left] == list(leftovers(content))
    view.set_session(make_session(content), labels)
    whole = len(soft_breaks(content))
    view.scroll_to(40_000)
    at = view.offset_at(QPoint(300, 300))
    before = view.rect_of(at).top()
    qtbot.waitUntil(lambda: marks_shown(view) >= whole)
    assert abs(view.rect_of(at).top() - before) < 60


def test_sections_from_an_unsure_hand_or_an_engine_look_otherwise(reading_view, labels):
    view = reading_view
    section = Section("s", LAYER, 0, 1, "article", 4)
    view.set_session(make_session("召开会议\n会议要求，加强学习。", [section]), labels)
    sure = view.grab().toImage()
    apply(view, view.session.outline.set_unsure(section, True))
    unsure = view.grab().toImage()
    assert unsure != sure
    view.set_session(make_session("召开会议\n会议要求，加强学习。", [replace(section, confirmed=False)]), labels)
    assert view.grab().toImage() not in (sure, unsure)


def test_without_sections_all_text_is_body_and_before_the_first_one_small_print(reading_view, labels):
    view = reading_view
    view.set_session(make_session("会议要求，加强学习。\n各单位要落实。"), labels)
    assert [view.sheet.laid(n).face.role for n in (0, 1)] == [Role.BODY, Role.BODY]
    apply(view, view.session.outline.split(11))
    assert [view.sheet.laid(n).face.role for n in (0, 1)] == [Role.ASIDE, Role.BODY]


def test_a_continuation_goes_on_without_an_indent(reading_view, labels):
    content = "会议要求，加强\n图为会场\n学习，各单位要落实。\n会议由主任主持。"
    sections = [
        Section("a", LAYER, 0, 1, "article"),
        Section("b", LAYER, 8, 2, "caption", 12),
        Section("c", LAYER, 13, 1, "continuation", continues="a"),
    ]
    reading_view.set_session(make_session(content, sections), labels)
    left = reading_view.rect_of(8).left()
    assert reading_view.rect_of(13).left() == left
    assert reading_view.rect_of(0).left() == reading_view.rect_of(content.index("会议由")).left() > left + 20
