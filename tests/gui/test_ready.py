"""Which bulletins somebody may review: blind until their own layer is in, where there is a team."""

from __future__ import annotations

import pytest

from gui.review.ready import standing
from models.review.assign import add_person
from tests.models.review_kit import annotate, new_project


@pytest.fixture
def project(tmp_path):
    made = new_project(tmp_path)
    for name in ("乙", "丙"):
        annotate(made, name, [(0, 1, "article", 4, [])])
    made.annotator = "甲"
    yield made
    made.close()


@pytest.mark.parametrize("begun", [False, True])
def test_an_annotator_of_a_team_reviews_nothing_before_their_own_layer_is_in(project, begun):
    project.apply(add_person(project, "甲", "annotator"))
    if begun:
        project.open_session(project.store.bulletins()[0])
    now = standing(project)
    assert (now.ready, now.own) == ((), 1)
    annotate(project, "甲", [(0, 1, "article", 4, [])])
    now = standing(project)
    assert ([each.bulletin for each in now.ready], now.own) == (project.store.bulletins(), 0)


def test_a_reviewer_and_whoever_works_alone_review_at_once(project):
    assert len(standing(project).ready) == 1
    project.apply(add_person(project, "甲", "reviewer"))
    assert len(standing(project).ready) == 1
