"""The words of a taxonomy in a text: where each stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.theme_index import indexed

LETTERS = "甲乙丙𠀀"


@given(st.text(LETTERS + "丁\n", max_size=30), st.sets(st.text(LETTERS, min_size=1, max_size=4), max_size=8))
def test_from_the_left_the_longest_word_is_taken_and_the_next_is_looked_for_behind_it(
    text: str, words: set[str]
) -> None:
    expected: dict[str, list[int]] = {}
    at = 0
    while at < len(text):
        word = max((word for word in words if text.startswith(word, at)), key=len, default="")
        if word:
            expected.setdefault(word, []).append(at)
        at += len(word) or 1
    assert indexed({word: {0: 1.0} for word in words}, frozenset()).found(text) == expected


def test_each_word_knows_its_themes_and_what_it_weighs_for_each() -> None:
    index = indexed({"植树": {2: 1.0, 0: 0.5}}, frozenset({0}))
    assert index.words == {"植树": ((2, 1.0), (0, 0.5))}
    assert index.above == {0}
