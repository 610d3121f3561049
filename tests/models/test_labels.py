"""The label set loses nothing: what is not wanted is retired, what is written reads back the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.changes import change
from models.errors import UserError
from models.labels import (
    Label,
    LabelSet,
    Theme,
    add_theme,
    default_label_set,
    edit,
    read_label_set,
    write_label_set,
)
from models.taxonomy import place_theme


@pytest.fixture
def scheme():
    return default_label_set()


def test_the_default_label_set_has_a_key_for_every_label_and_kind(scheme):
    assert [label.key for label in scheme.labels] == [str(n) for n in range(1, len(scheme.labels) + 1)]
    keys = [kind.key for kind in scheme.kinds]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_every_label_kind_and_theme_is_named_in_both_languages(scheme):
    assert [row.id for row in (*scheme.labels, *scheme.kinds, *scheme.themes) if not (row.zh and row.en)] == []


def test_sections_are_ranked_by_the_names_and_guidelines_of_the_themes_in_use(scheme):
    first, second, third = scheme.themes[:3]
    rows = (
        replace(first, guideline="关键词：甲"),
        replace(second, retired=True),
        replace(third, zh="", en="Third", guideline=""),
    )
    assert replace(scheme, themes=rows).taxonomy == [(first.id, f"{first.zh}\n关键词：甲"), (third.id, "Third")]


def test_every_theme_hangs_below_a_theme_that_there_is(scheme):
    for theme in scheme.themes:
        assert scheme.path(theme.id)[-1] == theme
        assert scheme.path(theme.id)[0].parent is None


def test_what_is_written_reads_back_the_same(scheme):
    changed = scheme.applied(edit(scheme.labels[0], retired=True))
    changed = changed.applied(add_theme(changed, Theme("own", "自定", "", "party")))
    changed = changed.applied(edit(changed.theme_by_id["own"], retired=True, merged_into="party"))
    read = read_label_set(*write_label_set(changed))
    assert [replace(row, position=0) for row in (*read.labels, *read.kinds)] == [
        replace(row, position=0) for row in (*changed.labels, *changed.kinds)
    ]
    assert {t.id: replace(t, position=0) for t in read.themes} == {t.id: replace(t, position=0) for t in changed.themes}
    assert write_label_set(read)[1] == write_label_set(changed)[1]


def test_a_label_set_without_a_part_is_refused_by_name():
    with pytest.raises(UserError, match="entities"):
        read_label_set({"sections": []}, {"themes": []})
    with pytest.raises(UserError, match="themes"):
        read_label_set({"entities": [], "sections": []}, {})
    with pytest.raises(UserError, match="lacks"):
        read_label_set({"entities": [{"label": "PER"}], "sections": []}, {"themes": []})


def test_a_theme_needs_a_name_and_an_id_of_its_own(scheme):
    with pytest.raises(UserError, match="name"):
        add_theme(scheme, Theme("new", " ", ""))
    with pytest.raises(UserError, match="exists already"):
        add_theme(scheme, Theme(scheme.themes[0].id, "又一个", ""))


def test_retiring_and_restoring_are_called_so(scheme):
    label = scheme.labels[0]
    retired = edit(label, retired=True)
    assert retired.name == "label.retire"
    assert edit(retired.after[0], retired=False).name == "label.restore"
    assert edit(scheme.kinds[0], zh="刊首").name == "kind.edit"
    assert edit(scheme.themes[0], zh="党").name == "theme.edit"


def test_a_theme_moves_with_what_hangs_below_it_and_never_below_itself(scheme):
    top = next(t for t in scheme.themes if t.parent is None and scheme.children(t.id))
    child = scheme.children(top.id)[0]
    other = next(t for t in scheme.themes if t.parent is None and t != top)
    with pytest.raises(UserError, match="below itself"):
        place_theme(scheme, top.id, child.id, 0)
    moved = scheme.applied(place_theme(scheme, top.id, other.id, 0))
    assert [t.id for t in moved.path(child.id)] == [other.id, top.id, child.id]


def test_the_version_counts_changes_of_the_label_set_alone(scheme):
    assert scheme.applied(change("x", [], [])) is scheme
    made = scheme.applied(edit(scheme.labels[0], zh="人名"))
    assert made.version == scheme.version + 1
    assert made.label_by_id[scheme.labels[0].id].zh == "人名"
    back = made.applied(edit(scheme.labels[0], zh="人名").inverse())
    assert (back.labels, back.version) == (scheme.labels, scheme.version + 2)


def test_a_loop_among_themes_of_a_damaged_file_ends():
    scheme = LabelSet((Label("PER", "人", ""),), (), (Theme("a", "甲", "", "b"), Theme("b", "乙", "", "a")))
    assert [t.id for t in scheme.path("a")] == ["b", "a"]
    assert scheme.path("unknown") == ()
