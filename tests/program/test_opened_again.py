"""A bulletin that is opened again under one's hands: what is selected stays, and keys act where the caret stands."""

from __future__ import annotations

import pytest

from gui import ask


@pytest.fixture
def renew(program, qtbot):
    """Renewed suggestions of the open bulletin arrive, as they do after another one was submitted."""

    def act() -> None:
        with qtbot.waitSignal(program.workspace.bulletin_opened, timeout=30_000):
            program.prelabelling.renew(1)

    return act


def current(hands) -> tuple[int, int]:
    """The number of the current section, and of the one the caret stands in."""
    outline, section = hands.session.outline, hands.program.workspace.section
    return outline.place(section.id), outline.place(outline.at(hands.view.caret).id)


def test_keys_act_on_the_section_at_the_caret_after_renewed_suggestions_arrived(program, hands, renew):
    for _ in range(3):
        hands.press("J")
    assert current(hands) == (3, 3)
    renew()
    assert current(hands) == (3, 3)
    assert hands.view.marks.section == program.workspace.section.id
    hands.press("U")
    assert [n for n, section in enumerate(hands.session.outline) if section.unsure] == [3]


def test_what_is_selected_stays_when_renewed_suggestions_arrive(program, hands, renew):
    hands.press("J")
    hands.mark((hands.view.caret, hands.view.caret + 3))
    before = hands.view.selection
    assert before
    renew()
    assert hands.view.selection == before
    mention = next(iter(hands.session.mentions))
    hands.click(mention.start)
    hands.press("M")
    chosen = program.workspace.mention
    renew()
    assert program.workspace.mention == chosen
    assert hands.view.marks.mention == chosen.id


def test_renewed_suggestions_leave_the_focus_where_somebody_types(program, hands, renew):
    hands.press("Ctrl+1")
    assert program.window.library.field.hasFocus()
    renew()
    assert program.window.library.field.hasFocus()


def test_keys_act_on_the_section_at_the_caret_after_somebody_else_sat_down(program, hands, monkeypatch):
    for _ in range(3):
        hands.press("J")
    monkeypatch.setattr(ask, "annotator", lambda *_args, **_named: "乙")
    program.window.action_table["project.annotator"].trigger()
    assert current(hands) == (3, 3)
    assert hands.view.hasFocus()


def test_the_section_at_the_caret_is_the_current_one_after_undo_and_redo(hands):
    hands.press("J")
    hands.press("J")
    for key in ("Alt+Down", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z"):
        hands.press(key)
        there, here = current(hands)
        assert there == here, key
