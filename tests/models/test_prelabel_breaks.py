"""Dates and titles of works that the end of a line parts are one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.entities.breaks import mended
from models.prelabel.entities.spans import Candidate


def times(*spans):
    return [Candidate(start, end, "TIME", 0.9, "rule:date") for start, end in spans]


def read(text, found):
    return [text[c.start : c.end] for c in mended(text, found)]


@pytest.mark.parametrize(("first", "second"), [("2014年", "8月"), ("2014年8月", "5日"), ("3月", "21号")])
def test_a_date_goes_on_below_the_lines_end(first, second):
    text = f"她于{first}\n{second}荣休"
    end = 2 + len(first)
    assert read(text, times((2, end), (end + 1, end + 1 + len(second)))) == [f"{first}\n{second}"]


@pytest.mark.parametrize(
    ("first", "gap", "second"), [("2014年", "\n\n", "8月"), ("2014年", "，", "8月"), ("8月", "\n", "2014年")]
)
def test_dates_that_are_parted_by_more_stay_two(first, gap, second):
    text = first + gap + second
    assert read(text, times((0, len(first)), (len(first + gap), len(text)))) == [first, second]


def test_before_a_day_is_no_part_of_it():
    text = "请于3月5日前报名"
    assert read(text, times((2, 7))) == ["3月5日"]


def test_a_title_in_its_marks_is_one_though_a_line_ends_in_it():
    text = "印发《公共企事业单位\n信息公开规定制定办法》的通知"
    part = Candidate(text.index("办法"), text.index("》") + 1, "DOC", 0.8, "model")
    assert read(text, [part]) == ["《公共企事业单位\n信息公开规定制定办法》"]


@given(st.text("《》年月日前\n 21甲乙", max_size=30), st.data())
def test_whatever_was_found_nothing_overlaps_afterwards(text, data):
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    found = [
        Candidate(a, b, data.draw(st.sampled_from(["TIME", "PER", "DOC"])), 0.9, "model")
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    after = mended(text, found)
    assert all(a.start < a.end for a in after)
    assert all(a.end <= b.start for a, b in pairwise(after))
