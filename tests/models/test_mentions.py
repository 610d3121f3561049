"""Mentions nest, overlap and come in fragments; the index finds them as a plain search would."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import mentions
from models.changes import change
from models.errors import UserError
from models.mentions import Entity, Mention, MentionIndex, lanes, occurrences, tidy

LAYER = "layer"
CONTENT = "甲区委组织部开会。\n甲区\n  委书记讲话。 𠮷某说甲区委好。"

extents = st.tuples(st.integers(0, 700), st.integers(1, 600)).map(lambda p: (p[0], p[0] + p[1]))
short = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))
fragments = st.lists(st.one_of(short, short, extents), min_size=1, max_size=3)


def mention(key, *spans, label="ORG", **values):
    return Mention(key, LAYER, label, tuple(spans), **values)


def apart(spans):
    """Ranges in order that do not touch."""
    found = []
    for a, b in sorted(spans):
        if not found or a > found[-1][1]:
            found.append((a, b))
    return tuple(found)


rows_of = st.lists(fragments, max_size=25).map(
    lambda rows: [mention(f"m{n}", *apart(spans)) for n, spans in enumerate(rows)]
)


@given(rows_of, st.integers(0, 800), st.integers(0, 400))
def test_a_window_holds_all_that_meets_it_and_nothing_else_in_text_order(rows, start, width):
    index, end = MentionIndex(rows), start + width
    found = index.window(start, end)
    order = [(m.start, -m.end, m.id) for m in found]
    assert order == sorted(order)
    assert {m.id for m in found} == {m.id for m in rows if m.start < end and m.end > start}
    assert [m.id for m in index] == [m.id for m in sorted(rows, key=lambda m: (m.start, -m.end, m.id))]


@given(rows_of, st.integers(0, 800))
def test_under_a_character_stand_the_mentions_with_a_fragment_there_the_shortest_first(rows, offset):
    found = MentionIndex(rows).at(offset)
    assert {m.id for m in found} == {m.id for m in rows if any(a <= offset < b for a, b in m.fragments)}
    lengths = [m.end - m.start for m in found]
    assert lengths == sorted(lengths)


@given(rows_of, rows_of, st.randoms())
def test_an_index_that_was_kept_up_is_the_one_made_anew(rows, others, chance: random.Random):
    others = [replace(m, id=f"n{n}" if chance.random() < 0.5 else f"m{n}") for n, m in enumerate(others)]
    wanted = {m.id: m for m in [*chance.sample(rows, len(rows) // 2), *others]}
    step = change("x", rows, wanted.values(), layer=LAYER)
    index = MentionIndex(rows)
    index.apply(step, LAYER)
    assert list(index) == list(MentionIndex(wanted.values()))
    index.apply(step.inverse(), LAYER)
    assert list(index) == list(MentionIndex(rows))


@given(rows_of)
def test_no_two_mentions_of_one_lane_overlap(rows):
    ordered = list(MentionIndex(rows))
    found = lanes(ordered)
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if found[one.id] == found[other.id]:
                assert one.end <= other.start or other.end <= one.start
    assert all(lane < len(rows) for lane in found.values())


@given(st.text(" \n甲𠮷", max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=4))
def test_fragments_are_in_order_apart_and_without_white_space_at_their_ends(content, spans):
    seen = {n for a, b in spans for n in range(max(0, a), min(len(content), b)) if not content[n].isspace()}
    if not seen:
        with pytest.raises(UserError, match="Nothing is selected"):
            tidy(content, spans)
        return
    last = -1
    made = tidy(content, spans)
    for a, b in made:
        assert last < a < b
        assert content[a:b] == content[a:b].strip()
        last = b
    assert seen <= {n for a, b in made for n in range(a, b)}


def test_occurrences_run_over_breaks_that_the_page_made_and_leave_the_mention_out():
    found = occurrences(CONTENT, mention("m", (0, 3)))
    assert [CONTENT[a:b] for a, b in found] == ["甲区\n  委", "甲区委"]
    assert occurrences(CONTENT, mention("m", found[0])) == [(0, 3), found[1]]


@pytest.mark.parametrize("words", ["(甲|乙)", "a.c", "\\d", "[", "甲 乙", "P40 Pro", "𠮷"])
def test_words_are_looked_for_as_they_stand(words):
    content = f"{words}，abc 1 甲 乙𠮷。又{words}"
    found = occurrences(content, mention("m", (0, len(words))))
    assert found[-1] == (len(content) - len(words), len(content))
    assert all(content[a:b] == words for a, b in found)


def test_words_with_a_space_are_found_with_any_white_space_between_them():
    content = "P40 Pro、P40\nPro、P40  Pro、P40Pro"
    assert [content[a:b] for a, b in occurrences(content, mention("m", (0, 7)))] == ["P40\nPro", "P40  Pro"]


def test_tagging_all_places_relabels_what_stands_there_and_doubles_nothing():
    first = mention("m", (0, 3), entity="e")
    index = MentionIndex([first, mention("n", (10, 16), label="LOC", confirmed=False), mention("o", (25, 27))])
    places = occurrences(CONTENT, first)
    assert CONTENT[10:16] == "甲区\n  委"
    step = mentions.tag_all(CONTENT, index, first, places)
    assert [(m.fragments, m.label, m.entity, m.confirmed) for m in step.after] == [
        (((10, 16),), "ORG", "e", True),
        (((25, 28),), "ORG", "e", True),
    ]
    assert [m.id for m in step.before] == ["n"]
    index.apply(step, LAYER)
    assert not mentions.tag_all(CONTENT, index, first, places)


def test_a_relabelled_or_resized_suggestion_is_confirmed():
    open_one = mention("m", (0, 3), confirmed=False)
    assert mentions.relabel([open_one], "LOC").after[0].confirmed
    assert mentions.resize(CONTENT, open_one, 0, 6).after[0].confirmed
    assert mentions.accept([open_one]).after[0].confirmed
    assert not mentions.accept([mention("m", (0, 3))])
    assert not mentions.reject([mention("m", (0, 3))])


def test_moving_an_end_of_a_mention_in_fragments_keeps_the_others_or_drops_them():
    row = mention("m", (0, 2), (4, 6), (22, 24))
    assert mentions.resize(CONTENT, row, 0, 23).after[0].fragments == ((0, 2), (4, 6), (22, 23))
    assert mentions.resize(CONTENT, row, 1, 8).after[0].fragments == ((1, 2), (4, 6))
    assert mentions.resize(CONTENT, row, 5, 24).after[0].fragments == ((5, 6), (22, 24))
    for start, end in ((2, 4), (3, 3), (5, 1), (-1, 2), (0, len(CONTENT) + 1)):
        with pytest.raises(UserError, match="at least one character"):
            mentions.resize(CONTENT, row, start, end)


def test_an_end_that_lands_in_white_space_stops_before_it():
    row = mention("m", (6, 8))
    assert mentions.resize(CONTENT, row, 6, 10).after[0].fragments == ((6, 9),)


def test_a_fragment_joins_those_it_touches():
    row = mention("m", (0, 2), (4, 6))
    assert mentions.add_fragment(CONTENT, row, 22, 24).after[0].fragments == ((0, 2), (4, 6), (22, 24))
    assert mentions.add_fragment(CONTENT, row, 2, 4).after[0].fragments == ((0, 6),)


def test_linking_brings_the_entity_along_and_renaming_it_keeps_its_links():
    row, entity = mention("m", (0, 3)), Entity("e", LAYER, "甲区委", "ORG")
    step = mentions.link([row], entity)
    assert (step.before, step.after) == ((row,), (entity, replace(row, entity="e")))
    linked = replace(row, entity="e")
    renamed = replace(entity, canonical="中共甲区委")
    assert mentions.link([linked], renamed, existing=entity).after == (renamed,)
    assert mentions.link([linked], None).after == (row,)
