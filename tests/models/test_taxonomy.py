"""Merging, ordering and retiring themes, labels and kinds: nothing tagged is ever lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.bulletins import LayerInfo
from models.changes import change
from models.errors import UserError
from models.labels import Label, LabelSet, Theme, add_theme, default_label_set
from models.outline import Section, ThemeSuggestion
from models.prelabel.suggestions import SuggestedSection, SuggestedTheme, Suggestions
from models.project import Imported, Project
from models.taxonomy import (
    add_row,
    free_theme_id,
    key_conflicts,
    merge_theme,
    place_row,
    place_theme,
    restore_theme,
    retire_theme,
    use_of_theme,
)

A, B, C = "party.campaign", "party.study", "city.waste"


@pytest.fixture
def project(tmp_path: Path):
    made = Project.create(tmp_path / "taxonomy.jiaozhu")
    bulletin = made.add_bulletins([Imported("one.txt", "甲乙丙丁戊己庚辛" * 4)])[0]
    first, second = LayerInfo("l1", bulletin.id, "甲"), LayerInfo("l2", bulletin.id, "engine", "suggestion")
    rows = [
        Section("s1", "l1", 0, 1, "article", themes=(C, A, B)),
        Section("s2", "l1", 8, 1, "article", themes=(A,), suggested=(ThemeSuggestion(B, 0.5),)),
        Section(
            "s3", "l2", 0, 1, "article", suggested=(ThemeSuggestion(A, 0.9, ("学",)), ThemeSuggestion(B, 0.4, ("习",)))
        ),
        Section("s4", "l2", 8, 1, "article", themes=(C,), suggested=(ThemeSuggestion(C, 0.3),)),
    ]
    made.apply(change("layer.start", [], [first, second, *rows]), undoable=False)
    yield made
    made.close()


def sections(project: Project) -> dict[str, Section]:
    return {s.id: s for s in project.store.sections(None)}


def test_merging_rewrites_every_layer_and_keeps_a_theme_once(project):
    project.apply(merge_theme(project, A, B))
    found = sections(project)
    assert found["s1"].themes == (C, B)
    assert found["s2"].themes == (B,)
    assert found["s2"].suggested == ()
    assert found["s3"].suggested == (ThemeSuggestion(B, 0.9, ("学", "习")),)
    assert found["s4"] == Section("s4", "l2", 8, 1, "article", themes=(C,), suggested=(ThemeSuggestion(C, 0.3),))


def test_a_merged_theme_is_retired_and_says_where_it_went(project):
    project.apply(merge_theme(project, A, B))
    theme = project.labels.theme_by_id[A]
    assert theme.retired
    assert theme.merged_into == B


def test_merging_once_more_what_was_tagged_since_counts_the_same_in_memory_and_in_the_file(project):
    project.apply(merge_theme(project, A, B))
    late = replace(sections(project)["s4"], themes=(A,))
    project.apply(change("section.themes", [sections(project)["s4"]], [late]))
    project.apply(merge_theme(project, A, B))
    assert sections(project)["s4"].themes == (B,)
    assert project.labels == project.store.label_set()


def test_merging_a_group_takes_its_themes_along(project):
    project.apply(merge_theme(project, "party", "city"))
    assert {t.id for t in project.labels.children("city")} >= {A, B, C}
    assert project.labels.children("party") == []


def test_merging_into_a_theme_below_lifts_that_one_up(project):
    project.apply(merge_theme(project, "party", B))
    assert [t.id for t in project.labels.path(A)] == [B, A]


def test_themes_merged_one_after_another_all_name_the_last(project):
    project.apply(merge_theme(project, A, B))
    project.apply(merge_theme(project, B, C))
    assert project.labels.theme_by_id[A].merged_into == C
    assert sections(project)["s1"].themes == (C,)


def test_a_merge_is_taken_back_whole_by_one_undo(project):
    before, labels = sections(project), project.labels.themes
    project.apply(merge_theme(project, A, B))
    project.undo()
    assert sections(project) == before
    assert project.labels.themes == labels


@pytest.mark.parametrize(("source", "target", "code"), [(A, A, "theme.merge_self"), (A, "none", "theme.unknown")])
def test_a_merge_that_makes_no_sense_is_refused(project, source, target, code):
    with pytest.raises(UserError) as caught:
        merge_theme(project, source, target)
    assert caught.value.code == code


def test_a_retired_theme_takes_nothing_over(project):
    project.apply(retire_theme(project.labels, B))
    with pytest.raises(UserError) as caught:
        merge_theme(project, A, B)
    assert caught.value.code == "theme.merge_retired"


def test_use_counts_tags_and_proposals(project):
    assert use_of_theme(project, A) == (2, 1)
    assert use_of_theme(project, B) == (1, 2)


def test_retiring_a_group_retires_what_is_below_and_keeps_the_tags(project):
    before = sections(project)
    project.apply(retire_theme(project.labels, "party"))
    assert all(t.retired for t in project.labels.children("party"))
    assert sections(project) == before


def test_restoring_a_theme_restores_those_above_it(project):
    project.apply(retire_theme(project.labels, "party"))
    project.apply(restore_theme(project.labels, A))
    state = project.labels.theme_by_id
    assert not state[A].retired
    assert not state["party"].retired
    assert state[B].retired


@given(st.data())
def test_wherever_a_theme_is_placed_no_theme_is_lost_and_it_stands_there(data):
    scheme = default_label_set()
    ids = [t.id for t in scheme.themes]
    theme = data.draw(st.sampled_from(ids))
    parent = data.draw(st.sampled_from([None, *ids]))
    if parent is not None and theme in {t.id for t in scheme.path(parent)}:
        with pytest.raises(UserError):
            place_theme(scheme, theme, parent, 0)
        return
    place = data.draw(st.integers(0, len(scheme.children(parent))))
    after = scheme.applied(place_theme(scheme, theme, parent, place))
    assert sorted(t.id for t in after.themes) == sorted(ids)
    siblings = [t.id for t in after.children(parent)]
    assert siblings.index(theme) == min(place, len(siblings) - 1)
    assert [t for t in siblings if t != theme] == [t.id for t in scheme.children(parent) if t.id != theme]


def test_labels_are_put_in_another_order_without_a_change_to_the_others_order():
    labels = default_label_set()
    after = labels.applied(place_row(labels.labels, "DOC", 0))
    assert [row.id for row in after.labels] == ["DOC", "PER", "ORG", "LOC", "TIME", "TITLE", "EVENT"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (Label("PER", "人", ""), "label.exists"),
        (Label("X Y", "人", ""), "label.bad_id"),
        (Label("X", " ", ""), "label.unnamed"),
    ],
)
def test_a_label_that_cannot_be_is_refused(row, code):
    with pytest.raises(UserError) as caught:
        add_row(default_label_set().labels, row)
    assert caught.value.code == code


def test_a_new_label_comes_last():
    labels = default_label_set()
    assert labels.applied(add_row(labels.labels, Label("LAW", "法规", "Law"))).labels[-1].id == "LAW"


def test_keys_claimed_twice_are_named():
    labels = LabelSet(
        (Label("A", "甲", "", "1"), Label("B", "乙", "", "1"), Label("C", "丙", "", "1", retired=True)), (), ()
    )
    assert key_conflicts(labels) == {"1": ("A", "B")}
    assert key_conflicts(default_label_set()) == {}


def test_a_free_id_is_free():
    scheme = LabelSet((), (), (Theme("p", "甲", ""), Theme("p.1", "乙", "", "p")))
    assert free_theme_id(scheme, "p") == "p.2"
    assert free_theme_id(scheme, None) == "theme.1"


def proposing(*themes: str) -> Suggestions:
    found = tuple(SuggestedTheme(theme, 0.9, ()) for theme in themes)
    return Suggestions((SuggestedSection(0, 1, "article", None, None, found, 0.9, ""),), (), (), "engine")


def test_suggestions_on_their_way_bring_no_theme_that_was_merged_or_retired_meanwhile(project):
    (bulletin,) = project.add_bulletins([Imported("two.txt", "天地玄黄")])
    project.apply(merge_theme(project, A, B))
    project.apply(retire_theme(project.labels, C))
    layer = project.store_suggestions(bulletin, proposing(A, B, C))
    (section,) = project.store.sections(layer.id)
    assert [theme.id for theme in section.suggested] == [B]


def test_a_merge_is_taken_back_though_suggestions_were_made_anew_since(project):
    (bulletin,) = project.add_bulletins([Imported("two.txt", "天地玄黄")])
    project.store_suggestions(bulletin, proposing(A))
    tagged = project.store.sections("l1")
    project.apply(merge_theme(project, A, B))
    project.store_suggestions(bulletin, proposing(C))
    project.undo()
    assert not project.labels.theme_by_id[A].retired
    assert project.store.sections("l1") == tagged
    project.redo()
    assert project.labels.theme_by_id[A].merged_into == B


def test_imported_gold_gets_its_theme_back_too_where_only_suggestions_were_made_anew(project):
    (bulletin,) = project.add_bulletins([Imported("two.txt", "天地玄黄")])
    project.store_suggestions(bulletin, proposing(A))
    gold = [LayerInfo("g", bulletin.id, "gold", "gold", "submitted"), Section("gs", "g", 0, 1, "article", themes=(A,))]
    project.apply(change("layer.import", [], gold), undoable=False)
    project.apply(merge_theme(project, A, B))
    assert project.store.sections("g")[0].themes == (B,)
    project.store_suggestions(bulletin, proposing(C))
    project.undo()
    assert project.store.sections("g")[0].themes == (A,)


def test_nothing_in_use_comes_to_stand_below_a_retired_theme(project):
    project.apply(retire_theme(project.labels, "city"))
    with pytest.raises(UserError, match="below a retired one") as caught:
        place_theme(project.labels, A, "city", 0)
    assert caught.value.code == "theme.below_retired"
    with pytest.raises(UserError, match="below a retired one"):
        add_theme(project.labels, Theme("city.new", "新", "", "city"))
    project.apply(retire_theme(project.labels, A))
    project.apply(place_theme(project.labels, A, "city", 0))
    assert project.labels.theme_by_id[A].parent == "city"
