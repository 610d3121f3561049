"""Assignment, progress, what is left before submitting, the consistency report, and what one can learn."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import UserError
from models.people import Assignment
from models.project import Project
from models.review.assign import add_person, assign, edit_person, people, progress, spread, time_spent, unassign_all
from models.review.consistency import LABELS, NO_SECTION, NO_THEME, TWIN, of_project
from models.review.decisions import decide, finish, side
from models.review.learning import TREND, lessons, trend
from models.review.reviewing import open_review
from models.review.submitting import left
from models.storage import JournalEntry
from tests.models.review_kit import STARTS, TEXT, annotate, mention, named, new_project, section

S = STARTS
PERSON, PLACE, OTHER = named(TEXT, "李明"), named(TEXT, "东岸社区"), named(TEXT, "王芳")


def assigned(project):
    return {(a.bulletin, a.annotator) for a in project.store.items(Assignment)}


def test_people_are_those_entered_as_they_were_and_then_those_who_have_work(tmp_path):
    project = new_project(tmp_path)
    annotate(project, "甲")
    project.apply(add_person(project, "审核员", "reviewer"))
    project.apply(assign(project, project.store.bulletins()[0].id, "乙"))
    assert [(p.name, p.job) for p in people(project)] == [("审核员", "reviewer"), ("乙", "annotator"),
                                                          ("甲", "annotator")]  # fmt: skip
    for name, message in (("审核员", "already"), (" ", "needs a name")):
        with pytest.raises(UserError, match=message):
            add_person(project, name)
    project.apply(edit_person(project, people(project)[2], active=False))
    assert [(p.name, p.active) for p in people(project)] == [("审核员", True), ("甲", False), ("乙", True)]


def test_assigning_twice_is_assigning_once_and_undo_takes_it_back(tmp_path):
    project = new_project(tmp_path)
    key = project.store.bulletins()[0].id
    project.apply(assign(project, key, "甲", "乙"))
    assert not assign(project, key, "乙", "甲")
    project.apply(unassign_all(project, [(key, "甲")]))
    assert assigned(project) == {(key, "乙")}
    project.undo()
    assert assigned(project) == {(key, "甲"), (key, "乙")}


@pytest.fixture(scope="module")
def twelve(tmp_path_factory):
    project = new_project(tmp_path_factory.mktemp("twelve"), texts=[f"{TEXT}\n第{n}期" for n in range(10, 22)])
    yield project
    project.close()


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 3), st.floats(0, 1), st.integers(3, 5))
def test_bulletins_are_spread_evenly_with_the_overlap_asked_for(twelve, each, overlap, team):
    names = [f"标注员{n}" for n in range(team)]
    keys = [b.id for b in twelve.store.bulletins()]
    rows = spread(twelve, keys, names, each, overlap).after
    by_bulletin = [sum(r.bulletin == key for r in rows) for key in keys]
    assert set(by_bulletin) <= {1, each}
    if each > 1:
        assert sum(n == each for n in by_bulletin) == int(12 * overlap + 1e-9)
    loads = [sum(r.annotator == name for r in rows) for name in names]
    assert max(loads) - min(loads) <= 1
    assert len({(r.bulletin, r.annotator) for r in rows}) == len(rows)


def test_spreading_counts_what_is_assigned_already(tmp_path):
    project = new_project(tmp_path, texts=[TEXT, TEXT + "二"])
    keys = [b.id for b in project.store.bulletins()]
    project.apply(assign(project, keys[0], "甲"))
    project.apply(spread(project, keys, ["甲", "乙"], 1))
    assert assigned(project) == {(keys[0], "甲"), (keys[1], "乙")}
    with pytest.raises(UserError, match="as many people"):
        spread(project, keys, ["甲"], 2)
    with pytest.raises(UserError, match="between 0 and 1"):
        spread(project, keys, ["甲"], 1, 1.5)


def test_progress_shows_bulletins_by_status_those_not_opened_as_new(tmp_path):
    project = new_project(tmp_path, texts=[TEXT, TEXT + "二", TEXT + "三"])
    for bulletin in project.store.bulletins()[:2]:
        project.apply(assign(project, bulletin.id, "甲"))
    annotate(project, "甲", bulletin=0)
    annotate(project, "甲", bulletin=2, status="returned")
    (row,) = [p for p in progress(project) if p.name == "甲"]
    assert row.assigned == 2
    assert dict(row.statuses) == {"new": 1, "in_progress": 0, "submitted": 1, "returned": 1, "adjudicated": 0}


def test_time_spent_leaves_pauses_out(tmp_path, monkeypatch):
    project = new_project(tmp_path)
    start = datetime(2026, 11, 21, 9, tzinfo=UTC)
    rows = []
    for n, (minutes, who) in enumerate([(0, "甲"), (1, "甲"), (2, "乙"), (4, "甲"), (60, "甲"), (61, "甲")]):
        at = (start + timedelta(minutes=minutes)).isoformat(timespec="milliseconds")
        rows.append(JournalEntry(n, at, who, "do", None, "section.split", (), None, True))
    monkeypatch.setattr(project.store, "journal", lambda: rows)
    assert time_spent(project) == {"甲": (1 + 3 + 1) * 60}


def test_before_submitting_one_sees_what_is_open_and_unsure(tmp_path):
    project = new_project(tmp_path)
    layer = annotate(project, project.annotator).id
    sections = [section(layer, 0), section(layer, S[2], confirmed=False), section(layer, S[4], unsure=True)]
    marks = [mention(layer, *PERSON, "PER", confirmed=False), mention(layer, *PLACE, "LOC", unsure=True)]
    annotate(project, project.annotator, sections, marks, status="in_progress")
    found = left(project.open_session(project.store.bulletins()[0]))
    assert [s.start for s in found.sections] == [S[2]]
    assert [m.start for m in found.mentions] == [PERSON[0]]
    assert [item.start for item in found.unsure] == [PLACE[0], S[4]]
    assert found.open == 2
    annotate(project, project.annotator, [(0, 1, "article")])
    assert not left(project.open_session(project.store.bulletins()[0]))


def test_consistency_report_finds_each_kind_and_nothing_else(tmp_path):
    text = "一、东岸开会\n李明和李明来到东岸\n社区。\n二、西岸开会\n李明讲话，东岸社区欢迎。\n三、结尾。"
    project = new_project(tmp_path, texts=[text])
    spot = [named(text, "李明", n) for n in range(3)]
    broken = (text.index("东岸\n社区"), text.index("。"))
    annotate(
        project, "甲", [(0, 1, "article", len("一、东岸开会"))],
        [(*spot[0], "PER"), (*spot[2], "ORG"), (*named(text, "东岸社区"), "LOC")],
    )  # fmt: skip
    found = [(f.kind, f.start, f.end, f.words) for f in of_project(project, "annotator", "甲")]
    assert found == [
        (NO_THEME, 0, 6, "一、东岸开会"),
        (LABELS, *spot[0], "李明"),
        (TWIN, *spot[1], "李明"),
        (TWIN, *broken, "东岸社区"),
        (LABELS, *spot[2], "李明"),
    ]
    assert of_project(project) == []
    usual = {f.kind: f.usual for f in of_project(project, "annotator", "甲")}
    assert usual[LABELS] == (("ORG", 1), ("PER", 1))
    assert usual[TWIN] == (("LOC", 1),)


def test_consistency_report_finds_a_heading_without_a_section(tmp_path):
    text = "【工作动态】\n正文。\n【典型案例】\n正文。\n【注】这不是标题，是句子。"
    project = new_project(tmp_path, texts=[text])
    annotate(project, "甲", [(0, 1, "column", 6)])
    (found,) = of_project(project, "annotator", "甲")
    assert (found.kind, found.words) == (NO_SECTION, "【典型案例】")


def adjudicated(tmp_path) -> Project:
    project = new_project(tmp_path)
    annotate(project, "甲", [(0, 0, "masthead"), (S[2], 1, "article", None, ["party.study"])],
             [(*PERSON, "PER"), (*PLACE, "ORG")])  # fmt: skip
    annotate(project, "乙", [(0, 0, "masthead"), (S[2], 1, "article", None, ["party.study"])],
             [(*PERSON, "PER"), (*PLACE, "LOC"), (*OTHER, "PER")])  # fmt: skip
    project.set_annotator("审核员")
    review = open_review(project, project.store.bulletins()[0])
    for difference in review.differences:
        review = open_review(project, review.bulletin)
        project.apply(decide(project, review, difference, side(difference, "乙"), "是地名"))
    return project


def test_an_annotator_sees_where_the_gold_differs_and_why_once_it_is_adjudicated(tmp_path):
    project = adjudicated(tmp_path)
    bulletin = project.store.bulletins()[0]
    assert lessons(project, "甲", bulletin) == []
    assert trend(project, "甲") == []
    project.apply(finish(project, open_review(project, bulletin)))
    found = lessons(project, "甲", bulletin)
    assert [(x.matter, x.start, x.mine, x.gold, x.decider, x.reason) for x in found] == [
        ("mention", PLACE[0], (("ORG", None),), (("LOC", None),), "审核员", "是地名"),
        ("mention", OTHER[0], (), (("PER", None),), "审核员", "是地名"),
    ]
    assert lessons(project, "乙", bulletin) == []
    (point,) = trend(project, "甲")
    assert dict(zip(TREND, point.figures, strict=True)) == {
        "boundaries.f1": 1, "themes.f1": 1, "mentions.strict.f1": pytest.approx(2 / 5)}  # fmt: skip
    assert trend(project, "乙")[0].figures == (1, 1, 1)


def test_open_suggestions_are_neither_reported_nor_counted_and_layers_not_begun_are_left_out(tmp_path):
    project = new_project(tmp_path, texts=(TEXT, TEXT + "\n完"))
    first, second = named(TEXT, "东岸社区"), named(TEXT, "东岸社区", 1)
    open_ = replace(mention("x", *second, "ORG"), confirmed=False)
    heads = [section("x", STARTS[0], 0, "masthead"), section("x", STARTS[1], 1, "article", confirmed=False)]

    def rows(layer):
        return [replace(s, id=f"{layer}{s.start}", layer=layer) for s in heads], [
            mention(layer, *first, "LOC"), replace(open_, id=f"{layer}o", layer=layer),
        ]  # fmt: skip

    for bulletin, status in ((0, "in_progress"), (1, "new")):
        layer = annotate(project, "甲", bulletin=bulletin, status=status)
        annotate(project, "甲", *rows(layer.id), bulletin=bulletin, status=status)
    # What the suggestion stands on is not untagged; the third time the words stand there, nothing does.
    found = of_project(project, "annotator", "甲")
    assert [(f.kind, f.start, f.usual) for f in found] == [(TWIN, named(TEXT, "东岸社区", 2)[0], (("LOC", 1),))]
    assert {f.bulletin for f in found} == {project.store.bulletins()[0].id}
