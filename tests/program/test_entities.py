"""Mentions proposed as one entity: accepted, taken out, joined to another, undone, all by keys in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from gui.dialogs.entity_picker import EntityPicker
from gui.panels.mentions import MentionsPanel
from models.mentions import Entity, Mention
from tests.gui.dialogs_kit import press, while_open, write


@pytest.fixture
def panel(program) -> MentionsPanel:
    found = program.window.findChild(MentionsPanel)
    program.window.tools.setCurrentWidget(found)
    return found


def one_written_in_two_ways(hands) -> tuple[Entity, list[Mention]]:
    """A proposed entity with mentions that are not written alike, and its mentions."""
    session = hands.session
    for entity in session.entities.values():
        rows = [m for m in session.mentions if m.entity == entity.id]
        if len({session.text.content[m.start : m.end] for m in rows}) > 1:
            return entity, rows
    raise AssertionError("no entity is proposed for two forms of a name")


def pick(hands, qtbot, *keys: str, typed: str = "") -> None:
    """Open the picker of entities by its key, type, press the keys in it."""

    def act(picker: EntityPicker) -> None:
        picker.activateWindow()
        qtbot.waitUntil(picker.isActiveWindow)
        if typed:
            write(picker, typed)
        for key in keys:
            press(picker, key)

    while_open(EntityPicker, act)
    hands.press("L")


def named_by(hands, entity: Entity) -> list[Mention]:
    return [m for m in hands.session.mentions if m.entity == entity.id]


def test_accepting_what_is_proposed_as_one_leaves_one_entity_with_its_mentions(program, hands, panel):
    entity, rows = one_written_in_two_ways(hands)
    for mention in rows:
        hands.click(mention.start)
        program.workspace.select_mention(mention.id)
        hands.press("Space")
    assert [(m.id, m.confirmed) for m in named_by(hands, entity)] == [(m.id, True) for m in rows]
    index = panel.model.index_of_group(("entity", entity.id))
    assert index.data() == entity.canonical
    assert [m.id for m in panel.model.mentions(index)] == [m.id for m in rows]
    assert panel.model.rowCount(index) == len(rows)


def test_the_card_says_which_entity_a_suggestion_joins(program, hands, panel):
    entity, rows = one_written_in_two_ways(hands)
    index = panel.model.index_of_group(("entity", entity.id))
    panel.tree.setExpanded(index, True)
    program.workspace.select_mention(rows[-1].id)
    assert panel.card.isVisible()
    assert f"{entity.canonical} · {len(rows)}" in panel.card._link.value.text()
    panel.tree.setCurrentIndex(index)
    assert panel.batch.isVisible()
    assert panel.batch._link.value.text() == entity.canonical


def test_a_suggestion_is_taken_out_of_its_entity_and_brought_back(program, hands, qtbot):
    entity, rows = one_written_in_two_ways(hands)
    program.workspace.select_mention(rows[0].id)
    pick(hands, qtbot, "Down", "Return")
    assert [m.id for m in named_by(hands, entity)] == [m.id for m in rows[1:]]
    assert hands.session.mentions[rows[0].id].entity is None
    hands.press("Ctrl+Z")
    assert [m.id for m in named_by(hands, entity)] == [m.id for m in rows]


def test_a_suggestion_joins_another_entity_and_is_brought_back(program, hands, qtbot):
    entity, rows = one_written_in_two_ways(hands)
    other = next(e for e in hands.session.entities.values() if e.label == entity.label and e.id != entity.id)
    before = len(named_by(hands, other))
    program.workspace.select_mention(rows[0].id)
    pick(hands, qtbot, "Return", typed=other.canonical)
    assert len(named_by(hands, other)) == before + 1
    assert not hands.session.mentions[rows[0].id].confirmed
    hands.press("Ctrl+Z")
    assert [m.id for m in named_by(hands, entity)] == [m.id for m in rows]


def test_all_of_an_entity_joins_another_one_from_the_list(program, hands, panel, qtbot):
    entity, rows = one_written_in_two_ways(hands)
    other = next(e for e in hands.session.entities.values() if e.label == entity.label and e.id != entity.id)
    both = len(rows) + len(named_by(hands, other))
    panel.tree.setFocus()
    panel.tree.setCurrentIndex(panel.model.index_of_group(("entity", entity.id)))

    def act(picker: EntityPicker) -> None:
        picker.activateWindow()
        qtbot.waitUntil(picker.isActiveWindow)
        write(picker, other.canonical)
        press(picker, "Return")

    while_open(EntityPicker, act)
    QTest.keyClick(panel.tree, "L")
    assert len(named_by(hands, other)) == both
    assert not panel.model.index_of_group(("entity", entity.id)).isValid()


def test_an_entity_that_nothing_names_any_more_is_not_offered(program, hands, qtbot):
    entity, rows = one_written_in_two_ways(hands)
    for mention in rows:
        program.workspace.select_mention(mention.id)
        hands.press("X")
    program.workspace.select_mention(next(iter(hands.session.mentions)).id)
    shown: list[object] = []

    def act(picker: EntityPicker) -> None:
        shown.extend(row.key for row in picker.list.model.rows)
        press(picker, "Escape")

    while_open(EntityPicker, act)
    hands.press("L")
    assert shown
    assert entity.id not in shown
