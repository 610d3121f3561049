"""Each seed: imported, corrected to its gold by keys and mouse, exported, scored 1.0.

The gold here is the project's own copy in resources/gold; the scorer counts as docs/gold-format.md defines boundaries,
levels, kinds, mentions and themes.
"""

from __future__ import annotations

import json
from importlib import resources

import pytest

from models.exchange import gold as gold_format
from models.project import Project
from models.text import landing, trim
from tests.program.hands import Hands

SEEDS = sorted(e.name for e in resources.files("seeds").iterdir() if e.name.endswith(".txt"))


def gold_of(name: str) -> dict:
    return json.loads((resources.files("resources") / "gold" / f"{name[:3]}.json").read_text(encoding="utf-8"))


def correct_boundaries(hands: Hands, gold: dict) -> None:
    content = hands.session.text.content
    wanted = {landing(content, s["start"]) for s in gold["sections"]}
    for offset in sorted(wanted - {landing(content, s.start) for s in hands.session.outline}):
        hands.click(offset)
        hands.press("Return")
    for section in reversed(hands.session.outline.sections):
        if landing(content, section.start) not in wanted:
            hands.click(landing(content, section.start))
            hands.press("Backspace")


def correct_levels_and_kinds(hands: Hands, gold: dict) -> None:
    content = hands.session.text.content
    keys = {kind.id: kind.key for kind in hands.program.workspace.labels.kinds}
    for row in gold["sections"]:
        hands.click(landing(content, row["start"]))
        section = hands.program.workspace.section
        if section.kind != row["kind"]:
            hands.press(keys[row["kind"]])
        while (level := hands.program.workspace.section.level) != row["level"]:
            hands.press("[" if level > row["level"] else "]")
    for row in gold["sections"]:
        end = row["start"] + len(row["heading"])
        section = hands.session.outline.at(landing(content, row["start"]))
        if row["heading"] and section.heading_end != end:
            hands.click(end)
            hands.press("H")


def correct_mentions(hands: Hands, gold: dict) -> None:
    content = hands.session.text.content
    labels = {label.id: label.key for label in hands.program.workspace.labels.labels}
    wanted = {(*trim(content, e["start"], e["end"]), e["label"]) for e in gold["entities"]}
    hands.press("Ctrl+Home")
    hands.press("Tab")
    for _ in range(len(hands.session.mentions) + len(hands.session.outline)):
        mention = hands.program.workspace.mention
        if mention is None:
            hands.press("Space")
        else:
            hands.press("Space" if (mention.start, mention.end, mention.label) in wanted else "X")
        if not any(not m.confirmed for m in hands.session.mentions):
            break
    have = {(m.start, m.end, m.label) for m in hands.session.mentions}
    for start, end, label in sorted(wanted - have):
        hands.mark((start, end))
        hands.press(labels[label])


def correct_themes(hands: Hands, gold: dict, choose) -> None:
    content = hands.session.text.content
    themes = {row["section"]: row["themes"] for row in gold["themes"]}
    for n, row in enumerate(gold["sections"]):
        hands.click(landing(content, row["start"]))
        have, wanted = set(hands.program.workspace.section.themes), set(themes.get(n, []))
        if have != wanted:
            choose(sorted(have ^ wanted))


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_is_corrected_to_its_gold_by_keys_and_mouse(name, hands, choose_themes, tmp_path):
    gold = gold_of(name)
    bulletin = next(b for b in hands.program.workspace.bulletins() if b.name == name)
    hands.program.workspace.open_bulletin(bulletin.id)
    correct_boundaries(hands, gold)
    correct_levels_and_kinds(hands, gold)
    correct_mentions(hands, gold)
    correct_themes(hands, gold, choose_themes)
    exported = exported_document(hands.program.workspace.project, tmp_path, name)
    content = exported["text"]
    boundaries = {(landing(content, s["start"]), s["level"], s["kind"]) for s in exported["sections"]}
    assert boundaries == {(landing(content, s["start"]), s["level"], s["kind"]) for s in gold["sections"]}
    mentions = {(*trim(content, e["fragments"][0][0], e["fragments"][-1][1]), e["label"]) for e in exported["entities"]}
    assert mentions == {(*trim(content, e["start"], e["end"]), e["label"]) for e in gold["entities"]}
    wanted = {(gold["sections"][t["section"]]["start"], theme) for t in gold["themes"] for theme in t["themes"]}
    assert {(s["start"], theme) for s in exported["sections"] for theme in s["themes"]} == wanted
    assert all(s.get("confirmed", True) for s in exported["sections"] if s["kind"] != "masthead")


def exported_document(project: Project, folder, name: str) -> dict:
    target = folder / "gold.json"
    gold_format.write(project, target)
    rows = json.loads(target.read_text(encoding="utf-8"))["documents"]
    return next(row for row in rows if row["name"] == name)


def test_every_step_of_a_correction_can_be_undone_to_the_start(hands):
    session = hands.session
    start = session.outline.sections, sorted(m.id for m in session.mentions)
    hands.click(session.outline[1].start)
    hands.press("]")
    hands.press("J")
    hands.press("Backspace")
    hands.press("Ctrl+Home")
    hands.press("Tab")
    hands.press("X")
    while hands.program.workspace.project.history.undo is not None:
        hands.press("Ctrl+Z")
    assert (session.outline.sections, sorted(m.id for m in session.mentions)) == start
