"""What `jiaozhu agreement --json` says of a project."""

import json
import random

import pytest

from models.review.agreement import agreement
from models.review.measures.value import REASONS
from models.review.report import agreement_json, to_json
from tests.models.review_kit import LINES, STARTS, TEXT, annotate, mention, named, new_project, section

S = STARTS


def two(tmp_path):
    """By hand: boundaries 2, 4, 6, 8 against 2, 4, 7, 8 (lines counted from 0); one label and one extent differ."""
    project = new_project(tmp_path)
    head = S[2] + len(LINES[2])
    annotate(
        project, "anno-1",
        [(0, 0, "masthead"), (S[2], 1, "article", head, ["party.study"]), (S[4], 1, "article", None, ["party.lead"]),
         (S[6], 2, "caption"), (S[8], 1, "footer")],
        [(*named(TEXT, "李明"), "PER"), (*named(TEXT, "王芳"), "PER"), (*named(TEXT, "东岸社区"), "LOC")],
    )  # fmt: skip
    annotate(
        project, "anno-2",
        [(0, 0, "masthead"), (S[2], 1, "article", head, ["party.study"]), (S[4], 2, "brief", None, ["party.life"]),
         (S[7], 2, "caption"), (S[8], 1, "footer")],
        [(*named(TEXT, "李明"), "PER"), (*named(TEXT, "东岸社区"), "ORG"), (*named(TEXT, "和王芳"), "PER")],
    )  # fmt: skip
    return project


def test_report_holds_what_counting_by_hand_gives(tmp_path):
    report = agreement_json(two(tmp_path))
    assert list(report) == ["documents", "annotators", "boundaries", "themes", "mentions", "pairs", "intervals",
                            "undefined"]  # fmt: skip
    assert (report["documents"], report["annotators"]) == (1, ["anno-1", "anno-2"])
    found = report["boundaries"]
    assert found["f1"] == pytest.approx(6 / 8)
    assert found["similarity"] == pytest.approx(3.5 / 4)  # Lines 6 and 7 are a near miss.
    # Nine lines, five sections each: k = 2, seven windows; boundaries at 6 and at 7 differ in two of them.
    assert found["windowdiff"] == pytest.approx(2 / 7)
    assert found["pk"] == pytest.approx(1 / 7)
    # Boundaries both have: 2, 4, 8. Levels 1 1, 1 2, 1 1: chance (3 * 2) / 9.
    assert found["level_kappa"] == pytest.approx(0)
    # Kinds article article, article brief, footer footer: chance (2 * 1 + 1 * 1) / 9.
    assert found["kind_kappa"] == pytest.approx((2 / 3 - 1 / 3) / (2 / 3))
    # Sections both have: masthead {} {}, article {study} {study}, {lead} {life}, footer {} {}.
    assert report["themes"]["f1"] == pytest.approx(2 / 4)
    assert report["themes"]["alpha_nominal"] == pytest.approx(1 - (2 / 8) / (1 - (4 * 3 + 2 * 1) / (8 * 7)))
    assert report["themes"]["alpha_taxonomy"] > report["themes"]["alpha_nominal"]
    found = report["mentions"]
    assert found["strict"] == pytest.approx({"precision": 1 / 3, "recall": 1 / 3, "f1": 1 / 3})
    assert found["overlap"]["f1"] == pytest.approx(2 / 3)
    assert found["characters"]["precision"] == pytest.approx(4 / 9)
    assert found["characters"]["recall"] == pytest.approx(4 / 8)
    assert found["labels"]["PER"]["strict"]["f1"] == pytest.approx(1 / 2)
    assert list(found["labels"]) == ["PER", "ORG", "LOC"]
    assert report["pairs"][0]["boundaries"] == report["boundaries"]
    assert report["undefined"]["mentions.labels.LOC.strict.precision"] == REASONS["one_side"]
    assert found["labels"]["LOC"]["strict"]["precision"] is None
    assert report["intervals"]["boundaries.f1"] is None
    json.dumps(report, allow_nan=False)


def test_only_submitted_and_adjudicated_layers_count(tmp_path):
    project = two(tmp_path)
    annotate(project, "anno-3", [(0, 0, "masthead")], status="in_progress")
    assert agreement_json(project)["annotators"] == ["anno-1", "anno-2"]
    annotate(project, "anno-3", [(0, 0, "masthead")], status="adjudicated")
    report = agreement_json(project)
    assert report["annotators"] == ["anno-1", "anno-2", "anno-3"]
    assert [(p["a"], p["b"]) for p in report["pairs"]] == [("anno-1", "anno-2"), ("anno-1", "anno-3"),
                                                          ("anno-2", "anno-3")]  # fmt: skip
    values = [p["boundaries"]["f1"] for p in report["pairs"]]
    assert values == [pytest.approx(6 / 8), 0, 0]
    assert report["boundaries"]["f1"] == pytest.approx(sum(values) / 3)
    # anno-3 shares no boundary with anybody: only the first pair has a kappa.
    assert report["boundaries"]["kind_kappa"] == report["pairs"][0]["boundaries"]["kind_kappa"]
    assert report["pairs"][1]["undefined"]["boundaries.kind_kappa"] == REASONS["shared"]


def test_open_suggestions_are_nobodys_opinion(tmp_path):
    project = two(tmp_path)
    before = agreement_json(project)
    layer = annotate(project, "anno-1", status="new").id
    ours = project.layer_of(project.store.bulletins()[0].id, "anno-2")
    sections, mentions = project.store.sections(ours.id), project.store.mentions(ours.id)
    rows = [section(layer, s.start, s.level, s.kind, confirmed=False) for s in sections]
    annotate(project, "anno-1", rows, [mention(layer, m.start, m.end, m.label, confirmed=False) for m in mentions])
    report = agreement_json(project)
    assert report["mentions"]["strict"]["recall"] is None
    assert report["boundaries"]["f1"] == 0
    assert before["boundaries"]["f1"] > 0


def test_a_project_without_two_layers_explains_itself(tmp_path):
    project = new_project(tmp_path)
    annotate(project, "anno-1", [(0, 0, "masthead")])
    report = agreement_json(project)
    assert (report["documents"], report["annotators"], report["pairs"]) == (0, [], [])
    assert report["boundaries"]["f1"] is None
    assert report["undefined"]["boundaries.f1"] == REASONS["layers"]


@pytest.mark.parametrize("sections", [[(0, 1, "article")], []], ids=["one section", "none"])
def test_unanimous_layers_without_boundaries_are_undefined_not_perfect(tmp_path, sections):
    project = new_project(tmp_path)
    for name in ("anno-1", "anno-2"):
        annotate(project, name, sections)
    report = agreement_json(project)
    assert report["boundaries"]["similarity"] is None
    assert report["undefined"]["boundaries.similarity"] == REASONS["nothing"]
    assert report["boundaries"]["windowdiff"] == 0 or report["undefined"]["boundaries.windowdiff"] == REASONS["short"]
    assert report["undefined"]["themes.alpha_masi"] == REASONS["one_value" if sections else "sections"]
    assert report["undefined"]["mentions.alpha_u"] == REASONS["nothing"]


def many(tmp_path, count=12):
    draw = random.Random(7)
    texts = [f"{TEXT}\n第{n}期" for n in range(count)]
    project = new_project(tmp_path, texts=texts)
    for n in range(count):
        for name in ("anno-1", "anno-2"):
            starts = [0, *sorted(draw.sample(S[1:], 4))]
            themes = ["party.study", "party.life", "culture.red"]
            rows = [(s, 1, draw.choice(["article", "brief"]), None, draw.sample(themes, 1)) for s in starts]
            spans = [named(TEXT, "李明"), named(TEXT, "王芳"), named(TEXT, "东岸社区")]
            tags = [(*span, draw.choice(["PER", "LOC"])) for span in spans if draw.random() < 0.8]
            annotate(project, name, rows, tags, bulletin=n)
    return project


def test_intervals_hold_the_figure_and_repeat_themselves(tmp_path):
    found = agreement(many(tmp_path))
    report = to_json(found)
    assert report == to_json(found)
    for name in (
        "boundaries.f1",
        "boundaries.similarity",
        "themes.alpha_masi",
        "mentions.strict.f1",
        "mentions.alpha_u",
    ):
        low, high = report["intervals"][name]
        assert low <= found.overall(name).number <= high
        assert low < high


def test_every_cell_of_a_confusion_opens_the_places_it_counts(tmp_path):
    project = two(tmp_path)
    found = agreement(project)
    bulletin = project.store.bulletins()[0].id
    labels = found.confusions("labels")
    assert {cell: len(places) for cell, places in labels.items()} == {("PER", "PER"): 1, ("LOC", "ORG"): 1}
    place = labels["LOC", "ORG"][0]
    assert (place.bulletin, (place.start, place.end)) == (bulletin, named(TEXT, "东岸社区"))
    assert set(found.confusions("kinds", ("anno-1", "anno-2"))) == {("article", "article"), ("article", "brief"),
                                                                    ("footer", "footer")}  # fmt: skip
    assert found.confusions("themes")["party.lead", "party.life"][0].start == S[4]
    assert found.of_bulletin("boundaries.f1", bulletin) == found.overall("boundaries.f1")
    with pytest.raises(ValueError, match="colours"):
        found.confusions("colours")
