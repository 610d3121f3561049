"""Finding words in a text."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.search import find_all, fold


def words(content: str, query: str) -> list[str]:
    return [content[a:b] for a, b in find_all(content, query)]


@pytest.mark.parametrize(
    ("content", "query", "found"),
    [
        ("街道開展主題教育", "主题教育", ["主題教育"]),
        ("街道开展主题教育", "主題教育", ["主题教育"]),
        ("第１２期ＡＢＣ", "12期abc", ["１２期ＡＢＣ"]),
        ("电话 ６５４３", "６５４３", ["６５４３"]),
        ("头发与發展", "发", ["发", "發"]),
        ("党工\n    委、党工委", "党工委", ["党工\n    委", "党工委"]),
        ("New  York\nNew\tYork", "new york", ["New  York", "New\tYork"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("𠮷野家", "𠮷", ["𠮷"]),
        ("哈哈哈", "哈哈", ["哈哈"]),
        ("六点……七点", "……", ["……"]),
    ],
)
def test_words_are_found_whatever_their_width_script_case_or_line_breaks(content, query, found):
    assert words(content, query) == found


def test_a_blank_query_finds_nothing():
    assert find_all("a b", " \u3000\n") == []


def test_a_break_between_words_is_not_passed_over():
    assert find_all("New York", "newyork") == []


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="虹口区區１1 \nAa"), st.text(alphabet="虹口区區１1Aa", min_size=1))
def test_every_place_found_reads_as_the_query_and_none_is_missed(content, query):
    places = find_all(content, query)
    assert all(re.sub(r"\s", "", fold(content[a:b])) == fold(query) for a, b in places)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(places))
    rest = "".join(char for n, char in enumerate(content) if not any(a <= n < b for a, b in places))
    assert places or fold(query) not in fold(content)
    assert len(rest) + sum(b - a for a, b in places) == len(content)
