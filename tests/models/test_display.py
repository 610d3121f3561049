"""What the screen shows of a text, and the exact way there and back."""

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from models.display import LONGEST, DisplayMap, line_after, line_before
from models.text import normalise

ALPHABET = st.sampled_from(
    "市委第四巡回，。：“”（） \t\n\n\n\n\f\u3000\xa0aZ. \U00020bb7\U000235cb❤\ufe0f\U0001f468\u200d\U0001f469"
    "\U0001f3fde\u0301\u2028\u2029\x85\ufffc\u202e\ufeff葛\U000e0100"
)
TEXTS = st.one_of(st.text(ALPHABET, max_size=200), st.text(max_size=120)).map(lambda raw: normalise(raw)[0])
CLUSTERS = st.sampled_from("市。e\u0301\U0001f468\u200d\U0001f469 \U00020bb7")
BREAKERS = re.compile("[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@st.composite
def displays(draw):
    """A text with some of its line breaks soft, some characters left over, some cuts."""
    content = draw(TEXTS)
    spaces = [hit.span() for hit in re.finditer(r"\s*\n\s*", content)]
    soft = [(a, b) for a, b in spaces if a > 0 and b < len(content) and draw(st.booleans())]
    cuts = draw(st.lists(st.integers(0, max(0, len(content) - 1)), max_size=4))
    return DisplayMap(content, soft, [], cuts, marks=draw(st.booleans())), soft


@settings(max_examples=400, deadline=None)
@given(displays())
def test_every_character_that_is_no_white_space_is_shown_once_and_in_order(case):
    display, _ = case
    content = display.content
    shown = [o for n in range(len(display)) for o in display.bare(n)[1][:-1]]
    assert shown == sorted(set(shown))
    words = {o for o in range(len(content)) if not content[o].isspace()}
    assert words == {o for o in shown if not content[o].isspace()}


@settings(max_examples=400, deadline=None)
@given(displays())
def test_offsets_go_to_the_screen_and_back_unchanged(case):
    display, soft = case
    inside = {o for a, b in soft for o in range(a + 1, b)}
    for n in range(len(display)):
        start, end = display.span(n)
        for offset in range(start, end + 1):
            if offset in inside or (not display.marks and offset in {a for a, _ in soft}):
                continue
            paragraph, unit = display.to_screen(offset)
            assert paragraph == n or (offset == end and display.span(paragraph)[0] == end)
            assert display.to_text(paragraph, unit) == offset


@settings(max_examples=400, deadline=None)
@given(displays())
def test_places_on_the_screen_count_in_the_toolkits_units(case):
    display, _ = case
    for n in range(len(display)):
        shown = display.shown(n)
        assert shown.units == units(shown.text)
        assert not BREAKERS.search(shown.text)
        before = -1
        for offset in display.bare(n)[1][:-1]:
            unit = shown.to_unit(offset)
            assert before < unit
            before = unit
            character = shown.text.encode("utf-16-le")[2 * unit :].decode("utf-16-le")[0]
            if not display.content[offset].isspace() and character not in "□◌":
                assert character == display.content[offset]


@settings(max_examples=300, deadline=None)
@given(displays())
def test_half_a_character_is_never_reached(case):
    display, _ = case
    for n in range(len(display)):
        shown = display.shown(n)
        for unit in range(shown.units + 1):
            offset = display.to_text(n, unit)
            assert shown.start <= offset <= shown.end
            assert shown.to_unit(offset) <= unit + 2
            near = display.to_text(n, unit, after=False)
            assert near <= offset
            assert not display.content[near:offset].strip()


@settings(max_examples=300, deadline=None)
@given(displays(), st.lists(st.integers(0, 200), max_size=4))
def test_other_cuts_give_what_a_fresh_map_gives(case, cuts):
    display, soft = case
    cuts = [c for c in cuts if c < len(display.content)]
    moved = display.with_cuts(cuts)
    fresh = DisplayMap(display.content, soft, [], cuts, marks=display.marks)
    assert list(moved.starts) == list(fresh.starts)
    assert list(moved.ends) == list(fresh.ends)
    assert [moved.gap(n) for n in range(len(moved))] == [fresh.gap(n) for n in range(len(fresh))]
    for cut in cuts:
        n = moved.paragraph(cut)
        start, end = moved.span(n)
        assert cut <= start or not moved.content[start:cut].strip() or cut >= end


def test_soft_breaks_are_marks_and_latin_words_stay_apart():
    content = "测量血\n压，讲解 water\n  supply 常识"
    soft = [(3, 4), (content.index("\n", 5), content.index("supply"))]
    display = DisplayMap(content, soft)
    assert [display.shown(0).text] == ["测量血¶压，讲解 water¶ supply 常识"]
    assert display.shown(0).quiet == ((3, 4), (14, 15))
    assert display.to_text(0, 3) == 3
    assert display.to_text(0, 4) == 4
    hidden = display.with_marks(False)
    assert hidden.shown(0).text == "测量血压，讲解 water supply 常识"
    assert hidden.to_text(0, 3) == 4
    assert hidden.to_text(0, 3, after=False) == 3
    assert display.clip(0, 2, 5) == (2, 5)


def test_blank_lines_are_only_a_gap_and_white_space_around_paragraphs_is_not_shown():
    display = DisplayMap("\n\n 一\n二 \n \n\u3000三\n")
    assert [display.shown(n).text for n in range(len(display))] == ["一", "二", "三"]
    assert [display.gap(n) for n in range(3)] == [False, False, True]
    assert display.to_screen(0) == (0, 0)
    assert display.to_screen(6) == (1, 1)
    assert display.to_screen(8) == (2, 0)


def test_a_blank_text_has_one_empty_paragraph():
    display = DisplayMap(" \n \n")
    assert len(display) == 1
    assert display.shown(0).text == ""
    assert display.to_screen(3) == (0, 0)
    assert display.to_text(0, 5) == 0


def test_a_section_in_mid_paragraph_begins_a_paragraph_and_takes_a_soft_break_away():
    content = "甲乙\n丙丁戊"
    display = DisplayMap(content, [(2, 3)], [], [3])
    assert [display.shown(n).text for n in range(len(display))] == ["甲乙", "丙丁戊"]
    assert [d.text for d in map(display.with_cuts([4]).shown, (0, 1))] == ["甲乙¶丙", "丁戊"]


def test_leftovers_are_found_on_the_screen():
    content = "甲\n\U00020bb7[bookmark: x]乙"
    display = DisplayMap(content, [(1, 2)], [(3, 16)])
    (span,) = display.leftovers(0)
    shown = display.shown(0).text.encode("utf-16-le")
    assert shown[2 * span[0] : 2 * span[1]].decode("utf-16-le") == "[bookmark: x]"


@given(st.text(CLUSTERS, min_size=LONGEST, max_size=LONGEST + 9))
@settings(max_examples=30, deadline=None)
def test_long_paragraphs_are_cut_between_whole_characters_and_nothing_is_inserted(piece):
    content = "头" + piece * 2 + "尾"
    display = DisplayMap(content)
    assert "".join(display.shown(n).text for n in range(len(display))) == content
    assert [display.continued(n) for n in range(len(display))] == [n > 0 for n in range(len(display))]
    for n in range(len(display)):
        start, end = display.span(n)
        assert end - start <= LONGEST
        assert content[start] not in "\u0301\u200d"


def test_lines_before_and_after_a_place_skip_blank_ones():
    content = "甲一\n\n  乙\n丙"
    assert line_after(content, 0) == 6
    assert line_after(content, 7) == 8
    assert line_after(content, 8) == len(content)
    assert line_before(content, 8) == 6
    assert line_before(content, 7) == 6
    assert line_before(content, 6) == 0
    assert line_before(content, 0) == 0


def test_a_million_characters_are_mapped_in_a_moment():
    content = ("市委第四巡回指导组召开会议，" * 5 + "\n") * 14_000
    content += "长" * (1_000_000 - len(content))
    soft = [(m.start(), m.end()) for m in re.finditer("\n", content[:-1]) if m.start() % 3]
    began = time.process_time()
    display = DisplayMap(content, soft, [], range(100, len(content), 5_000))
    built = time.process_time() - began
    again = time.process_time()
    display.with_cuts(range(200, len(content), 5_000))
    assert built < 0.15
    assert time.process_time() - again < 0.03
