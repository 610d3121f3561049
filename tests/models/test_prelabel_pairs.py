"""Where one of many words may begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.pairs import pairs_of

TEXTS = st.text("甲乙丙𠀀\ud800a\n", max_size=20)


@given(TEXTS, st.lists(st.text("甲乙丙𠀀\ud800a\n", max_size=4), max_size=6))
def test_no_place_at_which_a_word_begins_is_left_out(text: str, words: list[str]) -> None:
    places = pairs_of(words).places(text)
    assert places == sorted(set(places))
    assert {at for word in words if word for at in range(len(text)) if text.startswith(word, at)} <= set(places)
    assert all(0 <= at < len(text) for at in places)


def test_few_places_are_told_where_nothing_begins() -> None:
    text = "".join(map(chr, range(0x4E00, 0x5E00)))
    assert len(pairs_of(["甲乙", "社区", "书记"]).places(text)) <= len(text) // 1000


def test_nothing_begins_where_there_are_no_words() -> None:
    assert pairs_of([]).places("甲乙丙") == []
