"""The count of a reviewer's actions: what each correction costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.learning.effort import Effort, mention_effort, section_effort

TEXT = "甲村 乙村委会来到甲村，甲村村民欢迎。"


@pytest.mark.parametrize(
    ("proposed", "settled", "actions"),
    [
        ([("LOC", 0, 2)], [("LOC", 0, 2)], 0),
        ([("LOC", 0, 3)], [("LOC", 0, 2)], 0),  # a space more
        ([("LOC", 0, 2)], [], 1),  # deleted
        ([("ORG", 0, 2)], [("LOC", 0, 2)], 1),  # relabelled
        ([("ORG", 3, 5)], [("ORG", 3, 7)], 1),  # extended
        ([], [("LOC", 0, 2)], 2),  # added
        ([], [("LOC", 0, 2), ("LOC", 9, 11), ("LOC", 12, 14)], 3),  # added, then all alike
        ([("LOC", 9, 11)], [("ORG", 3, 7)], 3),  # one deleted, another added
    ],
)
def test_each_correction_of_a_mention_has_its_price(proposed, settled, actions):
    assert mention_effort(TEXT, proposed, settled).actions == actions


@pytest.mark.parametrize(
    ("proposed", "settled", "actions"),
    [
        ({0: (1, "article")}, {0: (1, "article")}, 0),
        ({2: (1, "article")}, {3: (1, "article")}, 0),  # both show at the same character
        ({0: (1, "article"), 8: (2, "subsection")}, {0: (1, "article")}, 1),
        ({0: (2, "brief")}, {0: (1, "article")}, 2),
        ({}, {0: (1, "article"), 8: (2, "subsection")}, 4),
    ],
)
def test_each_correction_of_the_outline_has_its_price(proposed, settled, actions):
    assert section_effort(TEXT, proposed, settled).actions == actions


def test_the_share_of_work_left_is_of_all_the_work():
    work = mention_effort(TEXT, [("LOC", 0, 2)], [("LOC", 0, 2), ("ORG", 3, 7)]) + Effort(1, 2)
    assert (work, work.shown) == (Effort(3, 6), "0.50")
    assert (Effort().ratio, Effort().shown) == (None, "—")


SPANS = st.tuples(st.sampled_from(("PER", "ORG")), st.integers(0, 9), st.integers(1, 9)).map(
    lambda row: (row[0], row[1], row[1] + row[2])
)


@given(st.sets(SPANS, max_size=6), st.sets(SPANS, max_size=6))
def test_nothing_to_correct_costs_nothing_and_order_makes_no_difference(proposed, settled):
    text = "abcdefghijklmnopqrstu"
    assert mention_effort(text, settled, settled).actions == 0
    assert (mention_effort(text, proposed, settled).actions == 0) == (proposed == settled)
    backwards = mention_effort(text, sorted(proposed, reverse=True), sorted(settled, reverse=True))
    assert backwards == mention_effort(text, sorted(proposed), sorted(settled))
