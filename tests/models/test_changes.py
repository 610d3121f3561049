"""A change knows its inverse; several changes made one after another are one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.changes import Change, change, joined
from models.labels import Label, Theme
from models.mentions import Mention

ROW = Mention("m", "layer", "PER", ((0, 1),))


def rows_after(rows, step):
    """What a table holds after a change."""
    found = dict(rows)
    for item in step.before:
        assert found.pop((type(item), item.id)) == item
    for item in step.after:
        found[type(item), item.id] = item
    return found


def test_rows_that_stay_as_they_are_belong_to_no_change():
    other = replace(ROW, id="n")
    step = change("mention.relabel", [ROW, other], [replace(ROW, label="ORG"), other])
    assert step.before == (ROW,)
    assert step.after == (replace(ROW, label="ORG"),)
    assert not change("mention.relabel", [ROW], [ROW])


def test_a_label_and_a_theme_of_one_id_are_two_rows():
    label, theme = Label("party", "党", ""), Theme("party", "党建", "")
    assert change("project.create", [], [label, theme]).after == (label, theme)
    both = joined("x", [change("", [], [label]), change("", [], [theme]), change("", [theme], [])])
    assert (both.before, both.after) == ((), (label,))


def test_the_inverse_of_the_inverse_is_the_change():
    step = change("mention.add", [], [ROW], args=("PER", "甲"), layer="layer")
    assert step.inverse() == Change("mention.add", (ROW,), (), ("PER", "甲"), "layer")
    assert step.inverse().inverse() == step


def test_a_change_knows_which_kinds_of_row_it_touches():
    step = change("mention.remove", [ROW], [])
    assert step.touches(Mention)
    assert not step.touches(Theme)


@st.composite
def histories(draw):
    """A table and changes of it, one after another."""
    tables, steps, rows = [], [], {}
    for n in range(draw(st.integers(1, 6))):
        wanted = {}
        for key in draw(st.sets(st.sampled_from("abcd"))):
            wanted[Mention, key] = replace(ROW, id=key, label=draw(st.sampled_from(("PER", "ORG"))))
        if n:
            steps.append(change(f"{n}", rows.values(), wanted.values()))
        rows = wanted
        tables.append(rows)
    return tables, steps


@given(histories())
def test_changes_joined_do_what_they_did_one_by_one_and_are_taken_back_as_one(history):
    tables, steps = history
    step = joined("all", steps, layer="layer")
    assert rows_after(tables[0], step) == tables[-1]
    assert rows_after(tables[-1], step.inverse()) == tables[0]
    assert bool(step) == (tables[0] != tables[-1])
