"""Two layers of each seed bulletin, perturbed from its gold, are adjudicated back to that gold."""

import json
import random
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from models.bulletins import LayerInfo
from models.changes import change
from models.mentions import Mention
from models.outline import CONTINUATION
from models.project import Project
from models.review.by_hand import recorded
from models.review.decisions import Verdict, decide, finish
from models.review.gold import flow
from models.review.reviewing import open_review
from models.review.sides import Side, side_of
from models.review.votes import Counted, settle
from models.sample import seed_texts
from models.storage.replay import differences as replayed
from tests.models.review_kit import annotate, mention, section

SEEDS = sorted(p.name for p in (resources.files("resources") / "gold").iterdir() if p.name.endswith(".json"))


def seed(name):
    """The text of a seed bulletin and its gold as a side."""
    found = json.loads((resources.files("resources") / "gold" / name).read_text(encoding="utf-8"))
    text = next(t for t in seed_texts() if t.name == Path(found["file"]).name)
    layer = LayerInfo("truth", "", "truth")
    themes = {row["section"]: row["themes"] for row in found["themes"]}
    sections = []
    for n, row in enumerate(found["sections"]):
        heading = row["start"] + len(row["heading"]) if row["heading"] else None
        made = section("truth", row["start"], row["level"], row["kind"], heading, themes.get(n, ()))
        if row["kind"] == CONTINUATION:
            resumed = next(s for s in reversed(sections) if s.level == made.level and s.kind != CONTINUATION)
            made = replace(made, continues=resumed.id, heading_end=None)
        sections.append(made)
    # A mention that the list has twice counts once.
    marks = {(row["start"], row["end"], row["label"]) for row in found["entities"]}
    return text, Side.of(layer, text.content, sections, [mention("truth", *mark) for mark in sorted(marks)])


def perturbed(draw, side, layer):
    """The side's rows as somebody might have annotated them, who is wrong now and then."""
    sections, mentions = [], []
    for s in side.sections:
        fate = draw.random()
        if fate < 0.08 and s.start:
            continue
        kind = draw.choice(["brief", "article"]) if fate > 0.94 or s.kind == CONTINUATION else s.kind
        level = draw.randint(1, 3) if 0.85 < fate < 0.94 else s.level
        themes = [t for t in s.themes if draw.random() < 0.8]
        heading = s.heading_end if draw.random() < 0.9 else None
        sections.append(section(layer, s.start, level, kind, heading, themes))
    for m in side.mentions:
        fate = draw.random()
        if fate < 0.1:
            continue
        label = "ORG" if fate > 0.93 else m.label
        end = m.end - 1 if 0.85 < fate < 0.93 and m.end - m.start > 2 else m.end
        mentions.append(mention(layer, m.start, end, label))
    return sections, {m.id: m for m in mentions}.values()


@pytest.mark.parametrize("name", SEEDS)
def test_two_perturbed_layers_of_a_seed_are_adjudicated_to_its_gold(tmp_path, name):
    text, truth = seed(name)
    project = Project.create(tmp_path / "seed.jiaozhu")

    project.add_bulletins([text])
    bulletin = project.store.bulletins()[0]
    draw = random.Random(name)
    for who in "甲乙":
        layer = annotate(project, who)
        annotate(project, who, *perturbed(draw, truth, layer.id))
    project.set_annotator("审核员")
    wanted = settle(Counted((truth,))).matters
    project.apply(flow(project, open_review(project, bulletin)))
    for _ in range(4):
        # Boundaries first; what they settle brings up further differences.
        for each in open_review(project, bulletin).open:
            review = open_review(project, bulletin)
            edits = tuple((key, wanted[key].outcome if key in wanted else _nothing(key[0])) for key in each.keys)
            project.apply(decide(project, review, each, Verdict(edits=edits), "按手册"))
    review = open_review(project, bulletin)
    assert review.open == ()
    missing = corrected(review, truth)
    project.apply(recorded(project, review, missing))
    review = open_review(project, bulletin)
    assert review.open == ()
    project.apply(finish(project, review))
    found = side_of(project, project.layer_of(bulletin.id, "", "gold"))
    assert [_told(found, s) for s in found.sections] == [_told(truth, s) for s in truth.sections]
    assert [(m.fragments, m.label) for m in found.mentions] == [(m.fragments, m.label) for m in truth.mentions]
    assert replayed(project.store) == []


def _nothing(matter):
    """What stands for a matter that the gold does not have."""
    nothing = {"boundary": False, "mention": (), "themes": (), "heading": None}
    return {**nothing, "level": 1, "kind": ("article", None)}[matter]


def _told(side, s):
    return s.start, s.level, s.kind, s.heading_end, set(s.themes), side.resumed(s)


def corrected(review, truth):
    """One edit by hand for all in which both annotators erred alike."""
    layer = review.gold.layer.id
    sections = {s.start: s for s in review.gold.sections}
    ids = {s.id: sections[s.start].id if s.start in sections else f"new{s.start}" for s in truth.sections}
    after = [
        replace(s, id=ids[s.id], layer=layer, continues=ids[s.continues] if s.continues else None)
        for s in truth.sections
    ]
    marks = {(m.fragments, m.label): m for m in review.gold.mentions}
    after += [
        marks.get((m.fragments, m.label)) or Mention(f"new{m.id}", layer, m.label, m.fragments) for m in truth.mentions
    ]
    return change("edit", [*review.gold.sections, *review.gold.mentions], after, layer=layer)
