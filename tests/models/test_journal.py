"""Any sequence of changes keeps the invariants, undoes to the start, replays from the journal, and loses nothing."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.storage import replay
from tests.models.journal_kit import MENTIONS, SECTIONS, STEPS, Work, state, themes_of

work_of = st.lists(STEPS, max_size=25)
SECTION_VERBS = ("split", "merge", "move", "level", "kind", "resume", "heading", "themes", "accept", "unsure")
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_present(work: Work) -> None:
    """Memory and disk are the same, and every layer obeys the rules."""
    project, session = work.project, work.session
    session.outline.check()
    assert state(session) == state(project.read_session(session.bulletin, session.layer))
    assert project.labels == project.store.label_set()
    content = session.text.content
    for mention in session.mentions:
        last = -1
        for a, b in mention.fragments:
            assert last < a < b <= len(content)
            assert content[a:b] == content[a:b].strip()
            last = b
        assert mention.entity is None or mention.entity in session.entities


@settings(slow, max_examples=60)
@given(work_of)
def test_after_any_step_memory_is_what_is_on_disk_and_obeys_every_rule(sequence):
    with TemporaryDirectory() as folder:
        work = Work(folder)
        for step in sequence:
            work.do(step)
            check_present(work)
        work.project.close()


@settings(slow, max_examples=60)
@given(work_of)
def test_undo_goes_back_to_the_start_and_redo_to_the_end(sequence):
    with TemporaryDirectory() as folder:
        work = Work(folder)
        for step in sequence:
            work.do(step)
        project, end, count = work.project, work.rows(), 0
        while project.undo() is not None:
            count += 1
            work.session.outline.check()
        assert work.rows() == work.start
        for _ in range(count):
            assert project.redo() is not None
        assert work.rows() == end
        project.close()


@settings(slow, max_examples=40)
@given(work_of)
def test_the_journal_replays_into_the_same_rows_and_the_file_opens_as_it_was_left(sequence):
    with TemporaryDirectory() as folder:
        work = Work(folder)
        for step in sequence:
            work.do(step)
        assert replay.replay(work.project.store) == work.rows()
        assert replay.differences(work.project.store) == []
        left, undo, redo = state(work.session), work.project.history.undo, work.project.history.redo
        work.reopen()
        assert state(work.session) == left
        assert (work.project.history.undo, work.project.history.redo) == (undo, redo)
        work.project.close()


@settings(slow, max_examples=40)
@given(st.lists(STEPS, min_size=1, max_size=15), st.data())
def test_any_past_moment_can_be_seen_as_it_was_bulk_changes_included(sequence, data):
    with TemporaryDirectory() as folder:
        work = Work(folder)
        moments = {}
        for step in sequence:
            work.do(step)
            moments[work.project.store.journal(last=1)[0].id] = (work.session.bulletin.id, state(work.session)[1:])
        entry = data.draw(st.sampled_from(sorted(moments)))
        bulletin, then = moments[entry]
        work.switch(work.keys.index(bulletin))
        assert state(work.project.session_at(work.session, entry))[1:] == then
        work.project.close()


@settings(slow, max_examples=60)
@given(st.lists(st.one_of(*SECTIONS, *MENTIONS), max_size=25))
def test_boundaries_never_touch_mentions_and_no_boundary_costs_a_theme(sequence):
    with TemporaryDirectory() as folder:
        work = Work(folder)
        for step in sequence:
            tagged, known = list(work.session.mentions), themes_of(work.session)
            verb = step[0]
            work.do(step)
            if verb in SECTION_VERBS:
                assert list(work.session.mentions) == tagged
            if verb not in ("themes", "drop theme"):
                assert themes_of(work.session) == known
        work.project.close()
