"""What the agreement window asks: figures as the report has them, and exactly the places that each counts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.bulletins import LayerInfo
from models.errors import UserError
from models.review import reports
from models.review.agreement import CONFUSIONS, agreement
from models.review.assign import add_person
from models.review.comparison import compare
from models.review.inquiry import Inquiries
from models.review.lines import Lines
from models.review.measures.spans import Hits
from models.review.places import places, subject
from models.review.report import agreement_json
from models.review.reports import consistency_answer, lessons_answer
from models.review.sides import Side
from models.worker import answer
from tests.models.review_kit import STARTS, TEXT, annotate, mention, named, new_project, section

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda s: (s[0], s[0] + s[1]))
MARKS = st.lists(st.tuples(SPANS, st.sampled_from(["PER", "ORG"])), max_size=8)
CUTS = st.lists(st.sampled_from(range(len(STARTS))), unique=True, max_size=6)


def side(name, cuts, marks) -> Side:
    layer = LayerInfo(name, "b", name)
    rows = [section(name, STARTS[n], 1 + n % 2, themes=["party.study"] if n % 3 else []) for n in sorted({0, *cuts})]
    return Side.of(layer, TEXT, rows, [mention(name, *span, label) for span, label in marks])


@given(CUTS, CUTS, MARKS, MARKS)
def test_the_places_of_a_figure_are_as_many_as_it_counts(left, right, mine, theirs):
    a, b = side("a", left, mine), side("b", right, theirs)
    compared = compare(a, b, Lines(TEXT))

    def hits(figure):
        found = places(figure, a, b, compared)
        assert found == sorted(found, key=lambda m: (m.start, m.end)) or figure.startswith("mentions.label_kappa")
        return Hits(sum(bool(m.a) and m.a == m.b for m in found), sum(bool(m.a) for m in found),
                    sum(bool(m.b) for m in found))  # fmt: skip

    assert hits("boundaries.f1") == compared.boundaries
    assert hits("mentions.strict.f1") == sum(compared.strict.values(), Hits())
    assert hits("mentions.overlap.f1") == sum(compared.overlap.values(), Hits())
    for label in ("PER", "ORG"):
        assert hits(f"mentions.labels.{label}.strict.f1") == compared.strict.get(label, Hits())
    found = places("mentions.characters.f1", a, b, compared)
    assert sum(m.end - m.start for m in found if m.a == m.b) == sum(h.hits for h in compared.characters.values())
    assert sum(m.end - m.start for m in found if m.a) == sum(h.a for h in compared.characters.values())


@pytest.fixture
def project(tmp_path):
    made = new_project(tmp_path, texts=(TEXT, TEXT + "\n完"))
    heads = [(STARTS[0], 0, "masthead"), (STARTS[2], 1, "article", None, ["party.study"])]
    for n in range(2):
        annotate(made, "甲", [*heads, (STARTS[6], 2, "caption")], [(*named(TEXT, "李明"), "PER")], bulletin=n)
        annotate(made, "乙", heads, [(*named(TEXT, "李明"), "ORG")], bulletin=n)
    annotate(made, "丙", heads, bulletin=1)
    made.apply(add_person(made, "主任", "manager"))
    made.set_annotator("主任")
    return made


def asked(project) -> Inquiries:
    project.close()
    found = Inquiries()
    total = found.answer({"ask": "begin", "project": str(project.path)})["total"]
    done = 0
    while done < total:
        done = found.answer({"ask": "step", "count": 1})["done"]
    return found


def of(found, first=0, count=50, **question):
    return found.answer({"ask": "places", "asked": {"pair": None, "bulletin": None, **question}, "first": first,
                         "count": count})  # fmt: skip


def test_the_figures_are_those_of_the_report(project):
    wanted, compared = agreement_json(project), agreement(project)
    found = asked(project).answer({"ask": "figures"})
    assert json.loads(json.dumps(found["report"])) == json.loads(json.dumps(wanted))
    for n, row in enumerate(found["bulletins"]):
        assert row["title"] == f"{n:03}.txt"
        for name, (number, reason) in row["values"].items():
            value = compared.of_bulletin(name, row["id"])
            assert (number, reason) == (pytest.approx(value.number) if value.number is not None else None, value.reason)
    for row in found["confusions"]:
        cells = compared.confusions(row["what"], tuple(row["pair"]) if row["pair"] else None)
        assert {(a, b): n for a, b, n in row["cells"]} == {cell: len(rows) for cell, rows in cells.items()}
    assert {row["what"] for row in found["confusions"]} == set(CONFUSIONS)


def test_places_come_page_by_page_in_the_order_of_the_text(project):
    found = asked(project)
    question = {"figure": "mentions.strict.f1", "agreed": True}
    whole = of(found, **question)
    pages = [of(found, first, 1, **question)["places"] for first in range(whole["total"])]
    assert [row for page in pages for row in page] == whole["places"]
    assert whole["subject"] == subject("mentions.strict.f1") == "labels"
    order = [row["title"] for row in whole["places"]]
    assert order == sorted(order)
    assert whole["places"][0] | {"bulletin": ""} == {
        "bulletin": "", "title": "000.txt", "start": named(TEXT, "李明")[0], "end": named(TEXT, "李明")[1],
        "words": "李明", "pair": ["乙", "甲"], "a": "ORG", "b": "PER",
    }  # fmt: skip


def test_places_are_of_one_pair_one_bulletin_or_one_cell(project):
    found = asked(project)
    question = {"figure": "boundaries.f1", "agreed": False}
    assert of(found, **question)["total"] == 3
    assert of(found, **question, pair=["丙", "甲"])["total"] == 1
    one = of(found, **question)["places"][0]["bulletin"]
    assert of(found, **(question | {"bulletin": one}))["total"] == 1  # two have layers on the first
    assert of(found, what="labels", cell=["ORG", "PER"])["total"] == 2
    (caption,) = of(found, **question, pair=["丙", "甲"])["places"]
    assert (caption["words"], caption["a"], caption["b"]) == ("图为志愿者", False, True)


def test_who_is_blind_is_shown_figures_but_no_places(project):
    project.apply(add_person(project, "丁"))
    project.set_annotator("丁")
    found = asked(project)
    assert found.answer({"ask": "figures"})["report"]["documents"] == 2
    assert of(found, figure="boundaries.f1", agreed=False) | {"subject": ""} == {
        "total": 0, "withheld": 3, "subject": "", "places": [],
    }  # fmt: skip


def test_what_was_not_compared_cannot_be_asked_about(project):
    with pytest.raises(UserError):
        Inquiries().answer({"ask": "figures"})
    project.close()
    early = Inquiries()
    early.answer({"ask": "begin", "project": str(project.path)})
    with pytest.raises(UserError):
        early.answer({"ask": "figures"})
    empty = side("a", [], [])
    with pytest.raises(KeyError):
        places("nonsense.f1", empty, empty, compare(empty, empty, Lines(TEXT)))


def test_the_worker_answers_in_plain_json(project):
    path = str(project.path)
    project.close()
    for request in (
        {"do": "agreement", "ask": "begin", "project": path},
        {"do": "consistency", "project": path, "role": "gold"},
        {"do": "lessons", "project": path, "first": 0, "count": 5},
    ):
        found = answer(json.dumps({"job": 1, **request}))
        assert "answer" in found
        assert json.loads(json.dumps(found)) is not None


def test_of_many_findings_the_first_of_each_kind_are_told_and_all_are_counted(project, monkeypatch):
    project.set_annotator("甲")
    project.close()
    monkeypatch.setattr(reports, "MOST", 1)
    found = consistency_answer({"project": str(project.path), "role": "annotator"})
    assert found["layers"] == 2
    assert max(found["totals"].values()) > 1
    kinds = [row["kind"] for row in found["findings"]]
    assert kinds == [kind for kind in reports.KINDS if found["totals"][kind]]


def test_without_gold_there_is_nothing_to_learn_yet(project):
    project.set_annotator("甲")
    project.close()
    found = lessons_answer({"project": str(project.path), "first": 0, "count": 5})
    assert found == {"total": 2, "lessons": [], "points": [], "submitted": True}
