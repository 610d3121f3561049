"""Words of a lexicon in a text: where each stands, by kind."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.entities.cues import index_of, lookup

letters = st.text("甲乙丙", min_size=2, max_size=4)


def found(text: str, *pairs: tuple[str, str]) -> dict[str, list[tuple[int, int]]]:
    cues: dict[str, list[tuple[int, int]]] = {}
    lookup(text, index_of(pairs), cues)
    return cues


def test_the_longest_word_of_a_kind_is_taken_and_another_kind_is_looked_up_by_itself() -> None:
    assert found("甲乙丙丁", ("甲乙", "a"), ("甲乙丙", "a"), ("乙丙", "a"), ("乙丙", "b")) == {
        "a": [(0, 3)],
        "b": [(1, 3)],
    }


def test_no_word_runs_past_the_end_of_the_text() -> None:
    assert found("丁甲乙", ("甲乙", "a"), ("甲乙丙", "a")) == {"a": [(1, 3)]}


@given(st.text("甲乙丙丁", max_size=30), st.lists(st.tuples(letters, st.sampled_from("ab")), max_size=6))
def test_every_word_that_is_told_stands_there_and_none_of_a_kind_overlap(
    text: str, pairs: list[tuple[str, str]]
) -> None:
    for kind, spans in found(text, *pairs).items():
        assert all((text[start:end], kind) in pairs for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text("甲乙丙丁", max_size=30), st.lists(st.tuples(letters, st.sampled_from("ab")), max_size=6))
def test_a_word_is_missed_only_where_one_of_its_kind_stands_in_its_way(text: str, pairs: list[tuple[str, str]]) -> None:
    cues = found(text, *pairs)
    for word, kind in pairs:
        for at in range(len(text)):
            if text.startswith(word, at):
                assert any(start < at + len(word) and at < end for start, end in cues.get(kind, ()))
