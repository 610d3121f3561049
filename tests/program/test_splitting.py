"""A section that carries themes is cut in two by a key: what becomes of its themes, and where one goes next."""

from __future__ import annotations

from gui.annotate.suggestions import open_stops
from models.labels import edit

THEMES = ["party.study", "city.waste"]


def test_the_lower_part_is_offered_the_themes_of_the_whole_and_takes_them(program, hands, choose_themes):
    article = next(s for s in hands.session.outline if s.kind == "article")
    hands.click(article.start)
    choose_themes(THEMES)
    place = hands.session.text.content.index("\n", article.heading_end) + 1
    hands.click(place)
    hands.press("Return")
    lower = hands.session.outline.at(place)
    assert (lower.start, lower.themes) == (place, ())
    assert {row.id for row in lower.suggested} >= set(THEMES)
    (stop,) = (stop for stop in open_stops(hands.session) if stop.id == lower.id)
    assert stop.confidence == 0.0  # nobody says how likely they are: they come first where doubt does
    hands.press("V")
    hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    assert hands.session.outline.at(place).id == article.id


def test_a_label_set_cannot_take_the_programs_own_keys_away(program, hands):
    labels = program.workspace.labels
    assert program.workspace.apply(lambda: edit(labels.kind_by_id["brief"], key="J"))
    hands.press("Ctrl+Home")
    before = hands.session.outline.at(hands.view.caret)
    hands.press("J")
    assert hands.session.outline.at(hands.view.caret).id != before.id
    assert hands.session.outline.at(before.start).kind == before.kind


def test_of_two_labels_with_one_key_the_first_has_it(program, hands):
    labels = program.workspace.labels
    assert program.workspace.apply(lambda: edit(labels.label_by_id["DOC"], key="1"))
    place = hands.session.text.content.index("，") + 1
    hands.mark((place, place + 2))
    hands.press("1")
    assert ("PER", ((place, place + 2),)) in {(m.label, m.fragments) for m in hands.session.mentions}
