"""A review that is carried on from step to step says the same as one that is opened anew."""

import itertools
import tempfile
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models.errors import UserError
from models.mentions import relabel, remove, set_unsure
from models.review import gold as gold_rows
from models.review.by_hand import recorded
from models.review.decisions import NOTHING, Verdict, decide
from models.review.gold import flow
from models.review.reviewing import POLICY, open_review
from tests.models.review_kit import STARTS, TEXT, annotate, mention, named, new_project, section

NAMES = ("甲", "乙", "丙")
PLACES = [named(TEXT, "李明"), named(TEXT, "王芳"), named(TEXT, "东岸社区"), named(TEXT, "东岸"), named(TEXT, "志愿者")]
SECTION = st.tuples(st.sampled_from(STARTS), st.integers(0, 2), st.sampled_from(["article", "brief"]),
                    st.sets(st.sampled_from(["party.study", "party.life"])))  # fmt: skip
MENTION = st.tuples(st.sampled_from(PLACES), st.sampled_from(["PER", "LOC"]), st.booleans())
LAYER = st.tuples(st.lists(SECTION, max_size=6, unique_by=lambda row: row[0]),
                  st.lists(MENTION, max_size=6, unique_by=lambda row: row[:2]))  # fmt: skip
STEP = st.tuples(st.sampled_from(["decide", "decide", "decide", "edit", "record", "undo", "redo", "flow"]),
                 st.integers(0, 40), st.integers(0, 3))  # fmt: skip


def project_of(folder, layers, policy):
    project = new_project(Path(folder))
    project.store.set_setting(POLICY, policy)
    for name, (sections, mentions) in zip(NAMES, layers, strict=False):
        layer = f"layer {name}"
        rows = [section(layer, start, level, kind, None, themes) for start, level, kind, themes in sections]
        marks = [mention(layer, *place, label, entity=f"person {name}" if known and label == "PER" else None)
                 for place, label, known in mentions]  # fmt: skip
        with patch("tests.models.review_kit.derived_id", lambda *_parts, layer=layer: layer):
            annotate(project, name, rows, marks, entities=[(f"person {name}", "某人", "PER")])
    project.set_annotator("审核员")
    return project


def made(build):
    """The change that is built, at one moment whenever it is built; None where it is refused."""
    ids = itertools.count()
    then = patch.object(gold_rows, "moment", lambda: "2026-11-21T10:00:00.000Z")
    with then, patch.object(gold_rows, "new_id", lambda: f"decision {next(ids)}"), suppress(UserError):
        return build()
    return None


def built(project, review, what, number, way):
    """The change of a step on a review."""
    rows = sorted(review.gold.mentions, key=lambda m: (m.start, m.end, m.label, m.id))
    if what == "decide" and review.differences:
        difference = review.differences[number % len(review.differences)]
        verdict = [NOTHING, Verdict((0,)), Verdict((len(difference.says) - 1,)), Verdict((0, 1))][way]
        return made(lambda: decide(project, review, difference, verdict, "理由")) if len(difference.says) > 1 else None
    if what in ("edit", "record") and rows:
        row = rows[number % len(rows)]
        step = [relabel([row], "ORG"), remove([row]), set_unsure(row, True), relabel([row], "PER")][way]
        return made(lambda: recorded(project, review, step)) if what == "record" else step
    return made(lambda: flow(project, review)) if what == "flow" else None


def rows(step):
    """What a change does, in no order."""
    return step and ({repr(i) for i in step.before}, {repr(i) for i in step.after})


def state(review):
    """All that a review says."""
    layer = review.gold
    return (
        list(review.settlement.matters.items()), review.settlement.starts, review.differences, review.agreed,
        layer.layer, layer.stored, set(layer.sections), set(layer.mentions), set(layer.entities), set(review.decisions),
    )  # fmt: skip


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@example(
    [([], []), ([], [(PLACES[1], "PER", False), (PLACES[1], "LOC", False)])],
    "all",
    [("decide", 0, 1), ("edit", 0, 3), ("decide", 0, 1)],
)
@given(st.lists(LAYER, min_size=2, max_size=3), st.sampled_from(["all", "majority"]), st.lists(STEP, max_size=8))
def test_what_is_carried_on_from_decision_to_decision_is_what_settling_anew_would_give(layers, policy, steps):
    with tempfile.TemporaryDirectory() as folder:
        project = project_of(folder, layers, policy)
        bulletin = project.store.bulletins()[0]
        kept = open_review(project, bulletin)
        done = []
        project.listen(lambda step, _initiator: done.append(step))
        for what, number, way in [("flow", 0, 0), *steps]:
            fresh = open_review(project, bulletin)
            assert state(kept) == state(fresh)
            step = built(project, kept, what, number, way)
            assert rows(step) == rows(built(project, fresh, what, number, way))
            done.clear()
            with suppress(UserError):
                if what in ("undo", "redo"):
                    project.undo() if what == "undo" else project.redo()
                elif step is not None:
                    project.apply(step, undoable=what != "flow")
            for each in done:
                kept = kept.after(each)
        assert state(kept) == state(open_review(project, bulletin))
        project.close()
