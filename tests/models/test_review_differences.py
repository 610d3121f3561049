"""The differences between layers: in dependency order, each with who said what."""

import pytest

from models.errors import UserError
from models.review.assign import add_person
from models.review.differences import BOUNDARIES, MENTIONS, THEMES
from models.review.reviewing import ANNOTATORS, POLICY, all_reviews, open_review
from models.review.sides import sides_of
from tests.models.review_kit import LINES, STARTS, TEXT, annotate, mention, named, new_project, section

S = STARTS
HEAD = S[2] + len(LINES[2])
PERSON, PLACE = named(TEXT, "李明"), named(TEXT, "东岸社区")


def reviewed(tmp_path, *layers, policy="all"):
    """The review of one bulletin with these (sections, mentions) as the layers of 甲, 乙, 丙."""
    project = new_project(tmp_path)
    project.store.set_setting(POLICY, policy)
    for name, (sections, mentions) in zip("甲乙丙", layers, strict=False):
        annotate(project, name, sections, mentions)
    return open_review(project, project.store.bulletins()[0])


def told(difference):
    return {say.annotators: say.values for say in difference.says}


def kinds(review):
    return [(d.stage, d.kind, d.start) for d in review.differences]


def test_layers_that_agree_have_no_differences(tmp_path):
    rows = ([(0, 0, "masthead"), (S[2], 1, "article", HEAD, ["party.study"])], [(*PERSON, "PER")])
    review = reviewed(tmp_path, rows, rows)
    assert review.differences == ()
    assert review.agreed == 3


def test_a_boundary_of_one_side_is_missing_on_the_other(tmp_path):
    review = reviewed(tmp_path, ([(0, 0, "masthead"), (S[6], 2, "caption")], []), ([(0, 0, "masthead")], []))
    (found,) = review.differences
    assert (found.stage, found.kind, found.start, found.keys) == (
        BOUNDARIES,
        "missing",
        S[6],
        (("boundary", str(S[6])),),
    )
    assert told(found) == {("甲",): (True,), ("乙",): (False,)}
    assert found.distance is None


@pytest.mark.parametrize(("shift", "distance"), [(S[3] - S[2], (1, S[3] - S[2])), (2, (0, 2))])
def test_a_boundary_close_by_is_a_near_miss_with_its_distance(tmp_path, shift, distance):
    sides = [([(0, 0, "masthead"), (start, 1, "article")], []) for start in (S[2], S[2] + shift)]
    (found,) = reviewed(tmp_path, *sides).differences
    assert (found.kind, found.distance) == ("near", distance)
    assert told(found) == {("甲",): (True, False), ("乙",): (False, True)}


def test_boundaries_further_apart_are_two_differences(tmp_path):
    review = reviewed(tmp_path, ([(0, 0, "masthead"), (S[2], 1, "article")], []),
                      ([(0, 0, "masthead"), (S[5], 1, "article")], []))  # fmt: skip
    assert [(d.kind, d.start) for d in review.differences] == [("missing", S[2]), ("missing", S[5])]


def test_level_kind_heading_and_themes_are_compared_where_the_boundary_is_agreed(tmp_path):
    review = reviewed(
        tmp_path,
        ([(0, 0, "masthead"), (S[2], 1, "article", HEAD, ["party.study"])], []),
        ([(0, 0, "masthead"), (S[2], 2, "brief", None, ["party.study", "party.life"])], []),
    )
    assert {(stage, kind) for stage, kind, _ in kinds(review)} == {
        (BOUNDARIES, "level"), (BOUNDARIES, "kind"), (BOUNDARIES, "heading"), (THEMES, "themes")}  # fmt: skip
    assert review.differences[-1].stage == THEMES
    by_kind = {d.kind: told(d) for d in review.differences}
    assert by_kind["level"] == {("甲",): (1,), ("乙",): (2,)}
    assert by_kind["kind"] == {("甲",): (("article", None),), ("乙",): (("brief", None),)}
    assert by_kind["heading"] == {("甲",): (HEAD,), ("乙",): (None,)}
    assert by_kind["themes"] == {("甲",): (("party.study",),), ("乙",): (("party.life", "party.study"),)}


def test_nothing_is_said_about_a_section_before_its_boundary_is_settled(tmp_path):
    review = reviewed(tmp_path, ([(0, 0, "masthead"), (S[2], 1, "article", HEAD, ["party.study"])], []),
                      ([(0, 0, "masthead")], []))  # fmt: skip
    assert [d.kind for d in review.differences] == ["missing"]


def test_mentions_differ_by_label_by_extent_or_one_has_none(tmp_path):
    start, end = PLACE
    review = reviewed(
        tmp_path,
        ([], [(*PERSON, "PER"), (*PLACE, "LOC"), (*named(TEXT, "王芳"), "PER")]),
        ([], [(*PERSON, "ORG"), (start, end - 2, "LOC")]),
    )
    found = [(d.kind, d.start, d.end) for d in review.differences]
    assert found == [("label", *PERSON), ("extent", *PLACE), ("only", *named(TEXT, "王芳"))]
    assert {d.stage for d in review.differences} == {MENTIONS}
    assert told(review.differences[1]) == {("甲",): ((("LOC", None),), ()), ("乙",): ((), (("LOC", None),))}


def test_a_mention_waits_until_the_boundaries_of_its_section_are_settled(tmp_path):
    review = reviewed(
        tmp_path,
        ([(0, 0, "masthead"), (S[2], 1, "article"), (S[6], 1, "brief"), (S[7], 1, "brief")], [(*PERSON, "PER")]),
        ([(0, 0, "masthead"), (S[2], 1, "article"), (S[6], 1, "brief")], [(*named(TEXT, "王芳", 1), "PER")]),
    )
    ready = {(d.kind, d.start): d.ready for d in review.differences}
    assert ready == {("missing", S[7]): True, ("only", PERSON[0]): True, ("only", named(TEXT, "王芳", 1)[0]): False}


def test_a_chosen_majority_settles_what_two_of_three_have(tmp_path):
    layers = [
        ([(0, 0, "masthead"), (S[2], 1, "article", None, ["party.study"])], [(*PERSON, "PER")]),
        ([(0, 0, "masthead"), (S[2], 1, "article", None, ["party.study", "party.life"])], [(*PERSON, "PER")]),
        ([(0, 0, "masthead"), (S[3], 1, "article")], [(*PERSON, "ORG"), (*PLACE, "LOC")]),
    ]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert [d.kind for d in reviewed(tmp_path / "a", *layers).differences] == ["near", "label", "only"]
    review = reviewed(tmp_path / "b", *layers, policy="majority")
    # The themes stay open: one of the two who have the section has one theme more.
    assert [d.kind for d in review.differences] == ["themes"]


def test_alike_differences_have_one_pattern_whoever_said_what(tmp_path):
    spans = [named(TEXT, "王芳", n) for n in range(3)]
    review = reviewed(tmp_path, ([], [(*spans[0], "PER"), (*spans[1], "ORG"), (*PERSON, "PER")]),
                      ([], [(*spans[0], "ORG"), (*spans[1], "PER"), (*PERSON, "ORG"), (*spans[2], "PER")]))  # fmt: skip
    patterns = {d.start: d.pattern for d in review.differences}
    assert patterns[spans[0][0]] == patterns[spans[1][0]]
    assert len(set(patterns.values())) == 3


def test_unsure_marks_are_shown_with_the_vote(tmp_path):
    project = new_project(tmp_path)
    for name, start in (("甲", PERSON[0]), ("乙", PLACE[0])):
        layer = annotate(project, name)
        annotate(project, name, [section(layer.id, 0, unsure=name == "甲")],
                 [mention(layer.id, start, start + 2, "PER", unsure=True)])  # fmt: skip
    review = open_review(project, project.store.bulletins()[0])
    assert [say.unsure for say in review.differences[0].says] == [("甲",), ()]


def test_a_bulletin_is_reviewed_once_enough_layers_are_submitted(tmp_path):
    project = new_project(tmp_path)
    annotate(project, "甲", [(0, 1, "article")])
    annotate(project, "乙", [(0, 1, "article")], status="in_progress")
    with pytest.raises(UserError, match="1 submitted"):
        open_review(project, project.store.bulletins()[0])
    assert list(all_reviews(project)) == []
    project.store.set_setting(ANNOTATORS, "1")
    assert [review.open for review in all_reviews(project)] == [()]


def test_layers_stand_in_the_order_in_which_their_annotators_were_entered(tmp_path):
    project = new_project(tmp_path)
    for name in "乙丙甲":
        annotate(project, name)
    assert [side.annotator for side in sides_of(project, project.store.bulletins()[0].id)] == ["丙", "乙", "甲"]
    for name in "甲乙丙":
        project.apply(add_person(project, name))
    assert [side.annotator for side in sides_of(project, project.store.bulletins()[0].id)] == ["甲", "乙", "丙"]
