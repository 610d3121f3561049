"""The outline stays a partition whatever is done; splitting proposes the themes, merging unites them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.errors import UserError
from models.outline import CONTINUATION, DEEPEST, Outline, Section, ThemeSuggestion, descendants, parts, reshaped

LENGTH = 100


def section(start, level=1, kind="article", **values):
    return Section(f"s{start}", "layer", start, level, kind, **values)


def outline(*sections):
    return Outline.of("layer", LENGTH, sections)


def after(base, step):
    """The outline after the change, checked; the change's inverse must bring the first one back."""
    made = base.applied(step)
    made.check()
    assert made.applied(step.inverse()) == base
    return made


@pytest.fixture
def article():
    return section(10, heading_end=20, themes=("a", "b"), suggested=(ThemeSuggestion("c", 0.5),))


def test_sections_end_where_the_next_one_begins_and_the_last_one_with_the_text(article):
    base = outline(article, section(40))
    assert [base.end(s) for s in base] == [40, LENGTH]
    assert base.at(5) is None
    assert base.at(39) == article
    assert base.at(40) == base[1]


def test_splitting_leaves_the_themes_on_the_first_part_and_proposes_them_on_the_second(article):
    base = outline(article)
    first, second = after(base, base.split(50))
    assert first == article
    assert second.themes == ()
    assert [t.id for t in second.suggested] == ["a", "b", "c"]
    assert (second.kind, second.level, second.confirmed) == ("article", 1, True)


def test_splitting_inside_a_heading_gives_each_part_its_piece_of_it(article):
    base = outline(article)
    first, second = after(base, base.split(15))
    assert first.heading == (10, 15)
    assert second.heading == (15, 20)


def test_splitting_where_a_heading_ends_leaves_it_whole(article):
    base = outline(article)
    first, second = after(base, base.split(20))
    assert first.heading == (10, 20)
    assert second.heading is None


def test_a_piece_of_a_masthead_or_of_a_continuation_is_an_article(article):
    base = outline(section(0, 0, "masthead"), article, section(60, kind=CONTINUATION, continues="s10"))
    _, second, *_ = after(base, base.split(5))
    assert (second.kind, second.level) == ("article", 1)
    last = after(base, base.split(70))[-1]
    assert (last.kind, last.continues) == ("article", None)


def test_before_the_first_section_a_split_makes_a_new_first_one(article):
    base = outline(article)
    made = after(base, base.split(0))
    assert made.starts == (0, 10)


@pytest.mark.parametrize(("offset", "words"), [(10, "stands here"), (LENGTH, "no text"), (-1, "no text")])
def test_a_split_needs_text_and_a_place_without_a_boundary(article, offset, words):
    with pytest.raises(UserError, match=words):
        outline(article).split(offset)


def test_merging_unites_themes_and_proposals_and_keeps_the_doubt(article):
    second = section(40, themes=("b", "d"), suggested=(ThemeSuggestion("a"), ThemeSuggestion("e")), unsure=True)
    base = outline(article, second)
    (merged,) = after(base, base.merge(second))
    assert merged.themes == ("a", "b", "d")
    assert [t.id for t in merged.suggested] == ["c", "e"]
    assert merged.unsure
    assert merged.heading == article.heading


def test_a_proposal_that_the_other_part_carries_is_settled_by_merging(article):
    second = section(40, themes=("c",))
    base = outline(article, second)
    (merged,) = after(base, base.merge(second))
    assert merged.themes == ("a", "b", "c")
    assert merged.suggested == ()


def test_what_continued_a_merged_section_continues_its_host(article):
    base = outline(section(0), article, section(40, kind="caption"), section(60, kind=CONTINUATION, continues="s10"))
    made = after(base, base.merge(base[1]))
    assert made[-1].continues == "s0"
    # The host is a continuation itself: its own article goes on.
    base = outline(section(0), section(10, kind=CONTINUATION, continues="s0"), section(20),
                   section(60, kind=CONTINUATION, continues="s20"))  # fmt: skip
    made = after(base, base.merge(base[2]))
    assert made[-1].continues == "s0"


def test_the_first_section_has_nothing_to_merge_with(article):
    with pytest.raises(UserError, match="first section"):
        outline(article).merge(article)


def test_a_boundary_moves_between_its_neighbours_and_not_past_them(article):
    base = outline(section(0), article, section(40))
    for offset in (1, 39):
        assert after(base, base.move(article, offset))[1].start == offset
    for offset in (0, 40, LENGTH):
        with pytest.raises(UserError, match="cannot pass"):
            base.move(article, offset)


def test_moving_a_boundary_through_headings_trims_them(article):
    base = outline(article, section(40, heading_end=50))
    first, second = after(base, base.move(base[1], 15))
    assert (first.heading, second.heading) == ((10, 15), (15, 50))
    assert after(base, base.move(base[1], 49))[1].heading == (49, 50)
    assert after(base, base.move(base[1], 50))[1].heading is None


def test_moving_the_first_boundary_leaves_what_is_before_it_to_no_section(article):
    base = outline(article)
    made = after(base, base.move(article, 30))
    assert made.at(20) is None
    assert after(base, base.move(article, 0)).at(0) is not None


def test_a_section_is_promoted_and_demoted_with_its_children_and_not_out_of_range(article):
    base = outline(section(0, 1), section(10, 2), section(20, 3), section(30, 1))
    made = after(base, base.relevel(base[0], 1))
    assert [s.level for s in made] == [2, 3, 4, 1]
    assert [s.level for s in after(base, base.relevel(base[0], -1))] == [0, 1, 2, 1]
    with pytest.raises(UserError, match="promoted"):
        base.relevel(base[0], -2)
    deep = outline(section(0, DEEPEST - 1), section(10, DEEPEST))
    with pytest.raises(UserError, match="at most"):
        deep.relevel(deep[0], 1)


def test_children_and_parents_follow_from_levels():
    base = outline(section(0, 0), section(10, 1), section(20, 3), section(30, 2), section(40, 1), section(50, 0))
    assert base.parents == (None, 0, 1, 1, 0, None)
    assert [s.start for s in descendants(base, base[1])] == [20, 30]
    assert [s.start for s in descendants(base, base[0])] == [10, 20, 30, 40]


def test_a_continuation_resumes_the_likeliest_earlier_section(article):
    base = outline(section(0, 1), section(10, 2), section(20, 2, "caption"), section(30, 2))
    made = after(base, base.set_kind(base[3], CONTINUATION))
    assert made[3].continues == "s10"
    assert [s.start for s in parts(made, made[1])] == [10, 30]
    assert [s.start for s in parts(made, made[3])] == [10, 30]
    with pytest.raises(UserError, match="No section before"):
        base.set_kind(base[0], CONTINUATION)
    with pytest.raises(UserError, match="earlier section"):
        base.resume(base[1], base[2])
    with pytest.raises(UserError, match="earlier section"):
        base.resume(base[1], base[1])


def test_a_continuation_takes_those_that_continue_it_along():
    base = outline(section(0, 2), section(10), section(20, kind=CONTINUATION, continues="s10"))
    made = after(base, base.resume(base[1], base[0]))
    assert [(s.continues, s.level) for s in made][1:] == [("s0", 2), ("s0", 2)]


def test_a_section_that_is_no_continuation_any_more_resumes_nothing():
    base = outline(section(0), section(10, kind=CONTINUATION, continues="s0"))
    assert after(base, base.set_kind(base[1], "brief"))[1].continues is None


def test_a_heading_ends_inside_its_section(article):
    base = outline(article, section(40))
    assert after(base, base.set_heading(article, 40))[0].heading == (10, 40)
    assert after(base, base.set_heading(article, None))[0].heading is None
    for end in (10, 41, 5):
        with pytest.raises(UserError, match="inside its own"):
            base.set_heading(article, end)


def test_choosing_themes_settles_proposals_and_keeps_the_rest(article):
    base = outline(article)
    made = after(base, base.set_themes(article, ["c", "a", "c"]))
    assert (made[0].themes, made[0].suggested) == (("c", "a"), ())
    assert after(base, base.reject_theme(article, "c"))[0].suggested == ()


def test_accepting_confirms_suggested_boundaries_alone(article):
    base = outline(replace(article, confirmed=False), section(40))
    step = base.accept(base)
    assert len(step.after) == 1
    assert all(s.confirmed for s in after(base, step))
    assert not after(base, step).accept(base.applied(step))


@pytest.mark.parametrize(
    "rows",
    [
        (section(5), replace(section(5), id="x")),
        (section(LENGTH),),
        (section(-1),),
        (section(0, DEEPEST + 1),),
        (section(0, heading_end=60), section(50)),
        (section(0, heading_end=0),),
        (section(0), section(10, continues="s0")),
        (section(0, kind=CONTINUATION, continues="s10"), section(10)),
        (section(0), section(10, kind=CONTINUATION, continues="gone")),
        (section(0), section(10, kind=CONTINUATION, continues="s0"), section(20, kind=CONTINUATION, continues="s10")),
    ],
)
def test_sections_that_break_a_rule_make_no_outline(rows):
    with pytest.raises(UserError, match="Section"):
        outline(*rows)


def test_rows_of_other_layers_are_passed_over(article):
    base = outline(article)
    other = replace(article, id="other", layer="elsewhere", start=3)
    assert base.applied(Outline.of("elsewhere", LENGTH, [other]).split(50)) == base


def test_only_changes_of_shape_are_looked_at_again(article):
    base = outline(article, section(40))
    assert reshaped(base.split(50)) == {"layer"}
    assert reshaped(base.merge(base[1])) == {"layer"}
    assert reshaped(base.set_themes(article, [])) == set()
    assert reshaped(base.set_unsure(article, True)) == set()
