"""Mentions by keys alone: chosen at the caret, made of two parts, linked ones kept, and submitting what is left."""

from __future__ import annotations

import pytest

from gui.dialogs.occurrences import OccurrencesDialog
from gui.dialogs.submit import SubmitDialog
from models.bulletins import set_status
from tests.gui.dialogs_kit import press, while_open


@pytest.fixture
def tagged(hands):
    """Three characters tagged as a person; returns where they begin."""
    start = hands.session.text.content.index("后半篇文章")
    hands.mark((start, start + 3))
    hands.press("1")
    return start


def test_words_elsewhere_in_the_section_become_part_of_the_mention_chosen_before(hands, tagged):
    mention = hands.program.workspace.mention
    hands.mark((tagged + 4, tagged + 5))
    assert hands.program.workspace.mention is None
    hands.press("+")
    assert hands.session.mentions[mention.id].fragments == ((tagged, tagged + 3), (tagged + 4, tagged + 5))
    hands.press("Ctrl+Alt+Left")
    assert hands.session.mentions[mention.id].fragments == ((tagged, tagged + 3),)


def test_a_mention_at_the_caret_is_chosen_by_key_and_then_the_one_around_it(hands, tagged):
    inner = hands.program.workspace.mention.id
    hands.mark((tagged, tagged + 5))
    hands.press("6")
    outer = hands.program.workspace.mention.id
    hands.press("Right")
    hands.press("Left")
    hands.program.workspace.select_mention(None)
    hands.press("M")
    assert hands.program.workspace.mention.id == inner
    hands.press("M")
    assert hands.program.workspace.mention.id == outer
    hands.press("U")
    assert hands.session.mentions[outer].unsure


def test_tagging_all_keeps_what_the_others_name(hands):
    linked = next(m for m in hands.session.mentions if m.entity and m.label == "LOC")
    naming = {m.id: m.entity for m in hands.session.mentions if m.label == "LOC" and m.entity == linked.entity}
    assert len(naming) > 1
    hands.mark((linked.start, linked.end))
    while_open(OccurrencesDialog, lambda dialog: press(dialog, "Return"))
    hands.press("Shift+3")
    assert {key: hands.session.mentions[key].entity for key in naming} == naming


def test_submitting_leads_to_the_next_bulletin_that_is_left_round_the_end(program, hands):
    ids = program.window.library.turns()
    program.workspace.open_bulletin(ids[1])
    hands.press("U")
    layer = hands.session.layer
    program.workspace.apply(lambda: set_status(layer, "submitted"))
    program.workspace.open_bulletin(ids[0])
    while_open(SubmitDialog, lambda dialog: dialog.accept())
    hands.press("Ctrl+Return")
    assert hands.session.bulletin.id == ids[2]
    program.workspace.open_bulletin(ids[-1])
    while_open(SubmitDialog, lambda dialog: dialog.accept())
    hands.press("Ctrl+Return")
    assert hands.session.bulletin.id == ids[2]
