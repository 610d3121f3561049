"""The first page never waits for the dictionary that joins wrapped lines."""

from __future__ import annotations

from gui.text import reflowing
from gui.text.reflowing import Reflowing
from models.reflow import leftovers, soft_breaks
from tests.gui.sessions import seed_session


def test_before_the_dictionary_is_loaded_the_text_is_shown_at_once_and_joined_afterwards(qtbot, monkeypatch):
    monkeypatch.setattr(reflowing, "DICTIONARY", "a module that is not loaded")
    content = seed_session("004").text.content
    found = []
    looking = Reflowing(lambda text, rest: found.append((text, rest)), None)
    assert looking.begin(content) == ([], [])
    qtbot.waitUntil(lambda: bool(found))
    assert found[0][0] == content
    assert [tuple(span) for span in found[0][1][0]] == list(soft_breaks(content))
    assert found[0][1][1] == list(leftovers(content))
    assert len(found[0][1][0]) > 50


def test_with_the_dictionary_at_hand_a_short_text_is_joined_at_once(qtbot):
    content = seed_session("004").text.content
    assert list(Reflowing(lambda *_: None, None).begin(content)[0]) == list(soft_breaks(content))
