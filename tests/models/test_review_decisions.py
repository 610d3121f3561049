"""Decisions settle differences, flow into the gold layer with their proof, and last."""

import json

import pytest

from models.bulletins import Comment, set_status
from models.changes import joined
from models.decision import Decision
from models.errors import UserError
from models.exchange import table
from models.exchange.importing import check_file, import_file
from models.mentions import Entity, add, link, relabel, remove
from models.outline import Outline
from models.project import Project
from models.review.by_hand import recorded
from models.review.decisions import NOTHING, Verdict, alike, decide, decide_alike, finish, send_back, side
from models.review.gold import flow
from models.review.proof import without_proof
from models.review.reviewing import news, open_review
from models.storage.replay import differences as replayed
from tests.models.review_kit import LINES, STARTS, TEXT, annotate, named, new_project

S = STARTS
HEAD = S[2] + len(LINES[2])
PERSON, PLACE, OTHER = named(TEXT, "李明"), named(TEXT, "东岸社区"), named(TEXT, "王芳")
LEFT = ([(0, 0, "masthead"), (S[2], 1, "article", HEAD, ["party.study"]), (S[6], 2, "caption", None, ["culture.red"])],
        [(*PERSON, "PER"), (*PLACE, "LOC")])  # fmt: skip
RIGHT = ([(0, 0, "masthead"), (S[2], 1, "article", HEAD, ["party.life"])], [(*PERSON, "PER"), (*PLACE, "ORG")])


@pytest.fixture
def project(tmp_path):
    project = new_project(tmp_path)
    annotate(project, "甲", *LEFT)
    annotate(project, "乙", *RIGHT)
    project.set_annotator("审核员")
    return project


def at(project, bulletin=0):
    return open_review(project, project.store.bulletins()[bulletin])


def the(review, kind, start=None):
    (found,) = [d for d in review.differences if d.kind == kind and start in (None, d.start)]
    return found


def settle(project, kind, verdict, reason="", start=None):
    review = at(project)
    found = the(review, kind, start)
    verdict = side(found, verdict) if isinstance(verdict, str) else verdict
    project.apply(decide(project, review, found, verdict, reason))


def gold(project, bulletin=0):
    info = project.store.bulletins()[bulletin]
    layer = project.layer_of(info.id, "", "gold")
    if layer is None:
        return [], []
    sections = sorted(project.store.sections(layer.id), key=lambda s: s.start)
    mentions = sorted(project.store.mentions(layer.id), key=lambda m: m.start)
    assert all(item.origin.by == "adjudicated" for item in (*sections, *mentions))
    Outline.of(layer.id, info.chars, sections)
    return [(s.start, s.level, s.kind, s.themes) for s in sections], [(m.start, m.end, m.label) for m in mentions]


def proofs(project):
    layer = project.layer_of(project.store.bulletins()[0].id, "", "gold")
    rows = [*project.store.sections(layer.id), *project.store.mentions(layer.id)]
    return {row.start: json.loads(row.extra)["proof"] for row in rows}


def test_agreement_flows_into_the_gold_layer_at_once(project):
    project.apply(flow(project, at(project)))
    assert gold(project) == ([(0, 0, "masthead", ()), (S[2], 1, "article", ())], [(*PERSON, "PER")])
    assert not flow(project, at(project))
    assert proofs(project)[PERSON[0]]["votes"] == {"甲": [["PER", None]], "乙": [["PER", None]]}
    assert proofs(project)[PERSON[0]]["by"] == {"mention": "all"}


def test_accepting_one_side_settles_the_difference_and_says_who_decided_when_and_why(project):
    settle(project, "label", "甲", "这里是地名")
    assert (*PLACE, "LOC") in gold(project)[1]
    (row,) = proofs(project)[PLACE[0]]["decisions"]
    assert (row["decider"], row["reason"], row["labels"]) == ("审核员", "这里是地名", 1)
    assert row["at"].endswith("Z")
    assert proofs(project)[PLACE[0]]["votes"] == {"甲": [["LOC", None]], "乙": [["ORG", None]]}
    assert the(at(project), "label").settled
    item = project.store.mentions(project.layer_of(project.store.bulletins()[0].id, "", "gold").id)[0]
    assert without_proof(item).extra == ""


def test_several_sides_can_be_right(project):
    settle(project, "themes", Verdict((0, 1)))
    assert gold(project)[0][1][3] == ("party.life", "party.study")
    settle(project, "label", Verdict((0, 1)))
    assert [m for m in gold(project)[1] if m[:2] == PLACE] == [(*PLACE, "LOC"), (*PLACE, "ORG")]


def test_nothing_belongs_here_is_a_decision_too(project):
    settle(project, "missing", NOTHING, "不是分段")
    settle(project, "label", NOTHING)
    assert gold(project) == ([(0, 0, "masthead", ()), (S[2], 1, "article", ())], [(*PERSON, "PER")])
    assert [d.kind for d in at(project).open] == ["themes"]
    rows = project.store.items(Decision)
    assert {(d.matter, d.outcome) for d in rows} == {("boundary", "false"), ("mention", "[]")}


def test_editing_puts_something_else_in_its_place(project):
    key = ("mention", f"{PLACE[0]} {PLACE[1] - 2}")
    settle(project, "label", Verdict(edits=((key, (("LOC", "东岸"),)),)))
    assert gold(project)[1] == [(*PERSON, "PER"), (PLACE[0], PLACE[1] - 2, "LOC")]
    moved = str(S[7])
    edits = ((("boundary", moved), True), (("level", moved), 3), (("kind", moved), ("brief", None)))
    settle(project, "missing", Verdict(edits=edits))
    assert gold(project)[0][-1] == (S[7], 3, "brief", ())


def test_a_settled_boundary_brings_up_what_its_section_is(project):
    annotate(project, "丙", [*LEFT[0][:2], (S[6], 3, "caption", None, ["culture.red"])], LEFT[1])
    assert "level" not in {d.kind for d in at(project).open}
    settle(project, "missing", "甲")
    assert gold(project)[0][-1] in [(S[6], level, "caption", ("culture.red",)) for level in (2, 3)]
    assert the(at(project), "level").start == S[6]
    for name, level in (("丙", 3), ("甲", 2)):
        settle(project, "level", name)
        assert gold(project)[0][-1][:2] == (S[6], level)


def test_a_section_cannot_be_left_without_level_or_with_two(project):
    annotate(project, "乙", [(0, 0, "masthead"), (S[2], 2, "article", HEAD, ["party.study"])])
    review = at(project)
    for verdict, code in ((NOTHING, "decision.needed"), (Verdict((0, 1)), "decision.several")):
        with pytest.raises(UserError) as error:
            decide(project, review, the(review, "level"), verdict)
        assert error.value.code == code
    with pytest.raises(UserError, match="no vote"):
        side(the(review, "level"), "丙")


def test_a_decision_is_one_undo_and_survives_a_restart(project):
    settle(project, "label", "甲")
    before = gold(project)
    settle(project, "missing", "甲")
    after = gold(project)
    project.undo()
    assert gold(project) == before
    assert len(project.store.items(Decision)) == 1
    project.redo()
    assert gold(project) == after
    assert replayed(project.store) == []
    path = project.path
    project.close()
    again = Project.open(path)
    assert gold(again) == after
    assert {d.kind for d in at(again).open} == {"themes"}


def test_deciding_again_replaces_and_keeps_the_earlier_decision(project):
    for name in ("甲", "乙", "甲"):
        settle(project, "label", name)
    assert (*PLACE, "LOC") in gold(project)[1]
    assert len(project.store.items(Decision)) == 3


def test_a_late_change_keeps_what_is_decided_and_shows_what_is_new(project):
    settle(project, "label", "甲")
    settle(project, "missing", "甲")
    before = at(project).differences
    annotate(project, "乙", RIGHT[0], [(*PLACE, "PER"), (*OTHER, "PER")])
    review = at(project)
    project.apply(flow(project, review))
    assert gold(project)[1] == [(*PLACE, "LOC")]
    assert S[6] in [row[0] for row in gold(project)[0]]
    # PERSON is no longer agreed, OTHER is new, PLACE is decided but has another vote now.
    assert {(d.kind, d.start, d.settled) for d in news(before, review.differences)} == {
        ("only", PERSON[0], False), ("only", OTHER[0], False), ("label", PLACE[0], True)}  # fmt: skip
    assert news(review.differences, review.differences) == []


def test_a_layer_that_was_sent_back_keeps_its_votes_until_it_comes_again(project):
    project.apply(flow(project, at(project)))
    before = gold(project)
    layer = project.layer_of(project.store.bulletins()[0].id, "乙")
    with pytest.raises(UserError, match="why"):
        send_back(layer, "审核员", " ")
    project.apply(send_back(layer, "审核员", "请补标主题"))
    layer = project.layer_of(layer.bulletin, "乙")
    assert layer.status == "returned"
    (note,) = project.store.items(Comment, layer.id)
    assert (note.author, note.text, note.target) == ("审核员", "请补标主题", "")
    with pytest.raises(UserError, match="submitted"):
        send_back(layer, "审核员", "再来")
    assert not flow(project, at(project))
    assert gold(project) == before
    project.apply(set_status(layer, "submitted"))
    assert not flow(project, at(project))


def test_finishing_needs_every_difference_settled(project):
    with pytest.raises(UserError, match="3 differences"):
        finish(project, at(project))
    for kind in ("missing", "themes", "label"):
        settle(project, kind, "甲")
    project.apply(finish(project, at(project)))
    assert {i.status for i in project.store.layers() if i.role != "suggestion"} == {"adjudicated"}
    assert len(gold(project)[0]) == 3
    project.undo()
    assert {i.status for i in project.store.layers() if i.role == "annotator"} == {"submitted"}


def many(tmp_path):
    """Three bulletins: 王芳 is PER for one and ORG for the other, by turns; in the third nobody differs."""
    project = new_project(tmp_path, texts=[f"{TEXT}\n第{n}期" for n in range(3)])
    for n, labels in enumerate([("PER", "ORG"), ("ORG", "PER"), ("PER", "PER")]):
        for name, label in zip("甲乙", labels, strict=True):
            annotate(
                project, name, [(0, 1, "article")], [(*named(TEXT, "王芳", k), label) for k in range(2)], bulletin=n
            )
    project.set_annotator("审核员")
    return project


def test_one_decision_settles_all_alike_in_the_project_with_one_undo(tmp_path):
    project = many(tmp_path)
    first = at(project).differences[0]
    chosen = alike(project, first, side(first, "甲"))
    assert len(chosen) == 4
    step = decide_alike(project, chosen, first.pattern, "人名")
    assert step.args == ("4",)
    project.apply(step)
    assert [at(project, n).open for n in range(3)] == [(), (), ()]
    assert {label for n in range(2) for _, _, label in gold(project, n)[1]} == {"PER"}
    assert {d.rule for d in project.store.items(Decision)} == {first.pattern}
    project.undo()
    assert project.store.items(Decision) == []
    assert gold(project) == ([], [])


def test_an_edit_is_carried_to_the_same_string_elsewhere(tmp_path):
    project = many(tmp_path)
    first = at(project).differences[0]
    edit = Verdict(edits=((first.keys[0], (("TITLE", None),)),))
    project.apply(decide_alike(project, alike(project, first, edit), first.pattern))
    assert {label for n in range(2) for _, _, label in gold(project, n)[1]} == {"TITLE"}


def test_edits_by_hand_in_the_gold_layer_become_decisions(project):
    project.apply(flow(project, at(project)))
    review = at(project)
    layer = review.gold.layer.id
    outline = Outline(layer, len(TEXT), tuple(sorted(review.gold.sections, key=lambda s: s.start)))
    person = next(m for m in review.gold.mentions if m.start == PERSON[0])
    step = joined("edit", [outline.split(S[4], kind="brief"), remove([person]), add(TEXT, layer, "PER", [OTHER])])
    project.apply(recorded(project, review, step, "漏标"))
    assert gold(project)[1] == [(*OTHER, "PER")]
    assert (S[4], 1, "brief", ()) in gold(project)[0]
    # All annotators have 李明, still it stays away, and the split stays though nobody has it.
    assert not flow(project, at(project))
    made = {d.matter: d for d in project.store.items(Decision)}
    assert {d.reason for d in made.values()} == {"漏标"}
    assert {d.decider for d in made.values()} == {"审核员"}
    # Rows keep the ids that the edit gave them, so that what is selected stays selected.
    new = next(i for i in step.after if getattr(i, "start", None) == OTHER[0])
    assert new.id in {m.id for m in project.store.mentions(layer)}
    for _ in range(2):
        project.undo()
    assert gold(project) == ([], [])


def test_edits_past_the_review_are_not_overwritten_either(project):
    project.apply(flow(project, at(project)))
    mention = at(project).gold.mentions[0]
    project.apply(relabel([mention], "TITLE"))
    layer = mention.layer
    project.apply(add(TEXT, layer, "PER", [OTHER]))
    project.apply(flow(project, at(project)))
    assert gold(project)[1] == [(*PERSON, "TITLE"), (*OTHER, "PER")]
    assert len(project.store.items(Decision)) == 2
    assert not flow(project, at(project))


def test_entities_that_annotators_agree_on_are_linked_in_the_gold_layer(project):
    for name in ("甲", "乙"):
        layer = project.layer_of(project.store.bulletins()[0].id, name).id
        person = next(m for m in project.store.mentions(layer) if m.start == PERSON[0])
        project.apply(link([person], Entity(f"e{name}", layer, "李明同志", "PER")))
    project.apply(flow(project, at(project)))
    layer = at(project).gold.layer.id
    (entity,) = project.store.entities(layer)
    assert entity.canonical == "李明同志"
    assert project.store.mentions(layer)[0].entity == entity.id


def test_gold_json_carries_the_proof_and_an_import_keeps_it(project, tmp_path):
    for kind in ("missing", "themes", "label"):
        settle(project, kind, "甲", "按手册")
    table.export(project, "gold", tmp_path / "gold.json", layer="gold")
    (document,) = json.loads((tmp_path / "gold.json").read_text(encoding="utf-8"))["documents"]
    place = next(e for e in document["entities"] if e["fragments"] == [list(PLACE)])
    assert place["origin"] == {"by": "adjudicated", "confidence": 0.5, "why": "decided"}
    assert place["proof"]["votes"] == {"乙": [["ORG", None]], "甲": [["LOC", None]]}
    assert place["proof"]["decisions"][0]["reason"] == "按手册"
    assert all("proof" in row for row in (*document["sections"], *document["entities"]))
    other = Project.create(tmp_path / "other.jiaozhu")
    for _ in import_file(other, check_file(tmp_path / "gold.json")):
        pass
    assert proofs(other) == proofs(project)
