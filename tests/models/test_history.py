"""Undo and redo are what one person could take back, read off the journal."""

from __future__ import annotations

from models.history import History
from models.storage import JournalEntry


def entry(number, kind="do", target=None, *, who="甲", undoable=True):
    return JournalEntry(number, "2026-11-21T10:00:00.000Z", who, kind, target, "section.split", (), "layer", undoable)


def ends(history):
    return [None if e is None else e.id for e in (history.undo, history.redo)]


def test_an_empty_history_offers_nothing():
    assert ends(History("甲")) == [None, None]


def test_undo_and_redo_walk_along_the_steps():
    history = History("甲", [entry(1), entry(2)])
    assert ends(history) == [2, None]
    history.record(entry(3, "undo", 2))
    assert ends(history) == [1, 2]
    history.record(entry(4, "undo", 1))
    assert ends(history) == [None, 1]
    history.record(entry(5, "redo", 1))
    assert ends(history) == [1, 2]


def test_a_new_step_ends_what_could_be_redone():
    assert ends(History("甲", [entry(1), entry(2), entry(3, "undo", 2), entry(4)])) == [4, None]


def test_others_steps_and_those_of_the_program_are_not_ones_own():
    history = History("甲", [entry(1), entry(2, who="乙"), entry(3, undoable=False), entry(4, "undo", 2, who="乙")])
    assert ends(history) == [1, None]


def test_the_end_of_a_long_journal_is_enough():
    """What was undone before the part that is read is no step of it."""
    whole = [entry(1), entry(2), entry(3), entry(4, "undo", 3), entry(5, "undo", 2), entry(6, "redo", 2), entry(7)]
    for first in range(len(whole)):
        history = History("甲", whole[first:])
        assert history.undo == whole[-1]
        assert history.redo is None
    assert ends(History("甲", whole[3:6])) == [None, None]


def test_a_step_that_cannot_be_taken_back_any_more_is_passed_over():
    steps = [entry(1), entry(2), entry(3), entry(4, "undo", 3)]
    history = History("甲", steps)
    history.pass_over(steps[1])
    assert ends(history) == [1, 3]
    history.pass_over(steps[2])
    assert ends(history) == [1, None]
    history.pass_over(steps[2])
    assert ends(history) == [1, None]
