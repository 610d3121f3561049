"""Each seed: two perturbed layers of its gold, adjudicated to that gold by keys and mouse, exported, compared."""

from __future__ import annotations

import json
import random
from importlib import resources

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from gui.dialogs.theme_picker import ThemePicker
from gui.program import Program
from gui.review.mention_editor import MentionEditor
from gui.review.row_picker import RowPicker
from models.decision import Decision
from models.project import Project
from models.review.matters import fragments_of
from models.review.sides import side_of
from models.review.votes import Counted, settle
from models.text import landing, trim
from tests.gui import dialogs_kit
from tests.gui.dialogs_kit import press, while_open, write
from tests.models.review_kit import annotate
from tests.models.test_review_seeds import SEEDS, perturbed, seed
from tests.program.hands import Hands, activate
from tests.program.test_round_trips import correct_boundaries, correct_levels_and_kinds, exported_document

NOTHING = {"boundary": False, "mention": (), "themes": (), "heading": None}


def layers(path, name: str):
    """A project with one seed, annotated by two people who are wrong now and then. Returns the truth."""
    text, truth = seed(name)
    project = Project.create(path)
    project.add_bulletins([text])
    draw = random.Random(name)
    for who in "甲乙":
        layer = annotate(project, who)
        annotate(project, who, *perturbed(draw, truth, layer.id))
    project.set_annotator("审核员")
    project.close()
    return truth


@pytest.fixture
def started(qtbot, tmp_path):
    """Starts the program on a project file."""
    running = []

    def start(path) -> Program:
        made = dialogs_kit.started(qtbot, path, tmp_path)
        running.append(made)
        return made

    yield start
    for program in running:
        program.stop()


class Reviewer:
    """A person who knows the truth and has a keyboard."""

    def __init__(self, program: Program, truth) -> None:
        self.program = program
        self.truth = truth
        self.wanted = settle(Counted((truth,))).matters

    @property
    def state(self):
        return self.program.review.state

    def press(self, keys: str) -> None:
        """A key on the review screen."""
        Hands(self.program).wake()
        pages = self.program.review.screen.pages
        pages.setFocus()
        combination = QKeySequence(keys)[0]
        QTest.keyClick(pages, combination.key(), combination.keyboardModifiers())

    def settle_all(self) -> None:
        """Decide one difference after another until none is left."""
        guard = 2 * len(self.state.review.differences) + 20
        while self.state.tally.left and guard:
            guard -= 1
            assert self.state.current is not None
            before = self.state.review
            self._settle(self.state.current)
            assert self.state.review is not before, self.state.current

    def _outcome(self, key):
        return self.wanted[key].outcome if key in self.wanted else NOTHING.get(key[0], 1)

    def _settle(self, difference) -> None:
        wanted = tuple(self._outcome(key) for key in difference.keys)
        names = [side.annotator for side in self.state.review.sides]
        right = [say for say in difference.says if tuple(say.values) == wanted]
        if right:
            self.press(str(names.index(right[0].annotators[0]) + 1))
        elif not any(wanted):
            self.press("0")
        elif all(self._together(difference, n) == value for n, value in enumerate(wanted)):
            for number in range(1, len(names) + 1):
                self.press(f"Shift+{number}")
            self.press("Return")
        else:
            self._edit(difference, wanted)

    @staticmethod
    def _together(difference, n: int):
        """What all sides together come to in one matter; None where they cannot be taken together."""
        values = [say.values[n] for say in difference.says]
        if difference.keys[n][0] in ("themes", "mention"):
            return tuple(dict.fromkeys(one for value in values for one in value))
        return any(values) if difference.keys[n][0] == "boundary" else None

    def _edit(self, difference, wanted) -> None:
        act = {"mentions": self._mention, "themes": self._themes}.get(difference.stage, self._row)
        kind = {"mentions": MentionEditor, "themes": ThemePicker}.get(difference.stage, RowPicker)
        while_open(kind, lambda dialog: act(self._ready(dialog), difference, wanted))
        self.press("E")

    @staticmethod
    def _ready(dialog):
        activate(dialog)
        return dialog

    def _row(self, dialog, difference, wanted) -> None:
        (value,) = wanted
        rows = dialog.list.model.rows
        match difference.kind:
            case "level":
                key = f"level {value}"
            case "heading":
                key = "none" if value is None else value
            case "kind":
                key = value
            case _:
                raise AssertionError(difference)
        for _ in rows:
            if dialog.list.current == key:
                break
            press(dialog, "Down")
        press(dialog, "Return")

    def _themes(self, dialog, _difference, wanted) -> None:
        for theme in sorted(set(dialog.themes) ^ set(wanted[0])):
            write(dialog, theme)
            press(dialog, "Return")
        press(dialog, "Ctrl+Return")

    def _mention(self, dialog, difference, wanted) -> None:
        place, value = next(
            (fragments_of(key[1]), value) for key, value in zip(difference.keys, wanted, strict=True) if value
        )
        for n, start in ((0, True), (-1, False)):
            for _ in range(20):
                have, want = dialog.fragments[n], place[n]
                by = (want[0] - have[0]) if start else (want[1] - have[1])
                if not by:
                    break
                press(dialog, ("Shift+" if start else "") + ("Right" if by > 0 else "Left"))
        keys = {label.id: label.key for label in self.program.workspace.labels.labels}
        for label in {label for label, _ in value} ^ set(dialog.labels):
            press(dialog, keys[label])
        press(dialog, "Return")

    # What both had wrong ----------------------------------------------------------------------------------------

    def correct_gold(self, hands: Hands, gold: dict, choose_themes) -> None:
        """At the desk, on the gold layer: what both annotators have alike and wrong."""
        self.press("Shift+E")
        assert hands.session.layer.role == "gold"
        correct_boundaries(hands, gold)
        correct_levels_and_kinds(hands, gold)
        content = hands.session.text.content
        themes = {row["section"]: row["themes"] for row in gold["themes"]}
        for n, row in enumerate(gold["sections"]):
            hands.click(landing(content, row["start"]))
            wrong = set(hands.program.workspace.section.themes) ^ set(themes.get(n, []))
            if wrong:
                choose_themes(hands, sorted(wrong))
        wanted = {(*trim(content, e["start"], e["end"]), e["label"]) for e in gold["entities"]}
        for mention in [m for m in hands.session.mentions if (m.start, m.end, m.label) not in wanted]:
            hands.mark((mention.start, mention.end))
            hands.program.workspace.select_mention(mention.id)
            hands.press("Delete")
        labels = {label.id: label.key for label in hands.program.workspace.labels.labels}
        have = {(m.start, m.end, m.label) for m in hands.session.mentions}
        for start, end, label in sorted(wanted - have):
            hands.mark((start, end))
            hands.press(labels[label])
        hands.press("F6")


def choose_themes(hands: Hands, themes: list[str]) -> None:
    def act(picker: ThemePicker) -> None:
        activate(picker)
        for theme in themes:
            write(picker, theme)
            press(picker, "Return")
        press(picker, "Escape")

    while_open(ThemePicker, act)
    hands.press("T")


def gold_of(name: str) -> dict:
    return json.loads((resources.files("resources") / "gold" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SEEDS)
def test_two_layers_of_a_seed_are_adjudicated_to_its_gold_by_keys(started, tmp_path, name):
    truth, gold = layers(tmp_path / "team.jiaozhu", name), gold_of(name)
    program = started(tmp_path / "team.jiaozhu")
    hands = Hands(program)
    hands.press("F6")
    reviewer = Reviewer(program, truth)
    reviewer.settle_all()
    reviewer.correct_gold(hands, gold, choose_themes)
    assert reviewer.state.tally.left == 0
    reviewer.press("Ctrl+Return")
    project = program.workspace.project
    bulletin = program.workspace.bulletins()[0]
    assert {layer.status for layer in project.store.layers() if layer.annotator != "审核员"} == {"adjudicated"}
    exported = exported_document(project, tmp_path, bulletin.name)
    content = exported["text"]
    sections = {(landing(content, s["start"]), s["level"], s["kind"]) for s in exported["sections"]}
    assert sections == {(landing(content, s["start"]), s["level"], s["kind"]) for s in gold["sections"]}
    headings = {(s["start"], s["heading"][1] if s["heading"] else None) for s in exported["sections"]}
    assert headings == {(s.start, s.heading_end) for s in truth.sections}
    themes = {(gold["sections"][t["section"]]["start"], theme) for t in gold["themes"] for theme in t["themes"]}
    assert {(s["start"], theme) for s in exported["sections"] for theme in s["themes"]} == themes
    mentions = {(*trim(content, e["fragments"][0][0], e["fragments"][-1][1]), e["label"]) for e in exported["entities"]}
    assert mentions == {(*trim(content, e["start"], e["end"]), e["label"]) for e in gold["entities"]}


def test_decisions_survive_a_restart_and_can_be_taken_back_after_it(started, tmp_path):
    truth = layers(tmp_path / "team.jiaozhu", SEEDS[2])
    program = started(tmp_path / "team.jiaozhu")
    Hands(program).press("F6")
    reviewer = Reviewer(program, truth)
    first = reviewer.state.current
    left = reviewer.state.tally.left
    reviewer.press("1")
    gold = side_of(program.workspace.project, reviewer.state.review.gold.layer)
    program.stop()
    again = started(tmp_path / "team.jiaozhu")
    Hands(again).press("F6")
    reviewer = Reviewer(again, truth)
    assert reviewer.state.tally.left == left - 1
    assert side_of(again.workspace.project, reviewer.state.review.gold.layer).sections == gold.sections
    reviewer.press("Ctrl+Z")
    assert (reviewer.state.tally.left, reviewer.state.current.id) == (left, first.id)
    assert again.workspace.project.store.items(Decision) == []
    reviewer.press("Ctrl+Shift+Z")
    assert reviewer.state.tally.left == left - 1
