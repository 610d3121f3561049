"""Bringing suggestions into a layer that was begun without them."""

from __future__ import annotations

import pytest

from models.layers import taken
from models.outline import CONTINUATION, Section
from models.prelabel.suggestions import SuggestedMention, SuggestedSection, Suggestions
from models.text import derived_id
from tests.models.review_kit import TEXT, new_project

FIRST, SECOND = TEXT.index("\n") + 1, TEXT.index("\n", TEXT.index("\n") + 1) + 1


@pytest.fixture
def project(tmp_path):
    made = new_project(tmp_path)
    yield made
    made.close()


def suggest(project, bulletin):
    sections = (
        SuggestedSection(0, 1, "article", None, None, (), 0.9, "rule"),
        SuggestedSection(FIRST, 2, "caption", None, None, (), 0.9, "rule"),
        SuggestedSection(SECOND, 1, CONTINUATION, None, 0, (), 0.9, "rule"),
    )
    place = (SECOND, SECOND + 2)
    mentions = (SuggestedMention("LOC", (place,), 0.9, "builtin", "model", None),)
    project.store_suggestions(bulletin, Suggestions(sections, mentions, (), "engine"))


def test_sections_come_beside_those_that_were_made_by_hand_and_resume_them(project):
    bulletin = project.store.bulletins()[0]
    session = project.open_session(bulletin)
    project.apply(session.outline.split(0))
    own = session.outline[0]
    suggest(project, bulletin)
    project.apply(taken(project.store, derived_id(bulletin.id, "suggestion"), session))
    assert [section.start for section in session.outline] == [0, FIRST, SECOND]
    assert session.outline[0] == own
    assert session.outline[2].continues == own.id
    assert len(session.mentions) == 1
    project.undo()
    assert [section.start for section in session.outline] == [0]


def test_suggested_sections_that_were_merged_away_stay_away(project):
    bulletin = project.store.bulletins()[0]
    suggest(project, bulletin)
    session = project.open_session(bulletin)
    project.apply(session.outline.merge(session.outline[1]))
    step = taken(project.store, derived_id(bulletin.id, "suggestion"), session)
    assert not any(isinstance(item, Section) for item in step.after)


def test_sections_that_would_lie_in_a_persons_heading_stay_out_and_mentions_come_all_the_same(project):
    bulletin = project.store.bulletins()[0]
    session = project.open_session(bulletin)
    project.apply(session.outline.split(0))
    project.apply(session.outline.set_heading(session.outline[0], SECOND - 1))
    suggest(project, bulletin)
    project.apply(taken(project.store, derived_id(bulletin.id, "suggestion"), session))
    assert [section.start for section in session.outline] == [0, SECOND]
    assert len(session.mentions) == 1


def test_an_offered_continuation_of_what_a_person_made_a_continuation_is_an_article(project):
    bulletin = project.store.bulletins()[0]
    session = project.open_session(bulletin)
    project.apply(session.outline.split(0))
    project.apply(session.outline.split(FIRST))
    project.apply(session.outline.resume(session.outline[1], session.outline[0]))
    sections = (
        SuggestedSection(0, 1, "article", None, None, (), 0.9, "rule"),
        SuggestedSection(FIRST, 1, "article", None, None, (), 0.9, "rule"),
        SuggestedSection(SECOND, 1, CONTINUATION, None, 1, (), 0.9, "rule"),
    )
    project.store_suggestions(bulletin, Suggestions(sections, (), (), "engine"))
    project.apply(taken(project.store, derived_id(bulletin.id, "suggestion"), session))
    assert [(s.start, s.kind) for s in session.outline] == [(0, "article"), (FIRST, CONTINUATION), (SECOND, "article")]
