"""The commands for people who annotate apart: agreement and merge."""

from __future__ import annotations

import json
import shutil

import pytest

from models import mentions
from models.bulletins import set_status
from models.cli import main
from models.project import Imported, Project
from models.review.gold import decision, flow, settled
from models.review.reviewing import open_review
from tests.models.review_kit import annotate, new_project

TEXT = "社区简报\n李明在花木街道组织志愿服务。\n王芳参加。"


def annotated(path, name, label):
    """A project in which one person has tagged and submitted the only bulletin."""
    project = Project.create(path)
    project.set_annotator(name)
    (bulletin,) = project.add_bulletins([Imported("简报.txt", TEXT)])
    session = project.open_session(bulletin)
    project.apply(session.outline.split(0))
    project.apply(session.outline.split(5))
    project.apply(mentions.add(TEXT, session.layer.id, label, [(5, 7)]))
    project.apply(set_status(session.layer, "submitted"))
    project.close()
    return path


@pytest.fixture
def pair(tmp_path):
    return annotated(tmp_path / "one.jiaozhu", "甲", "PER"), annotated(tmp_path / "two.jiaozhu", "乙", "PER")


def test_layers_of_a_colleague_are_merged_and_agreement_counts_them(pair, capsys):
    one, two = pair
    assert main(["merge", str(one), str(two)]) == 0
    assert "乙" in capsys.readouterr().out
    assert main(["agreement", str(one), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["documents"] == 1
    assert sorted(found["annotators"]) == ["乙", "甲"]
    assert found["mentions"]["strict"]["f1"] == 1.0
    assert found["boundaries"]["f1"] == 1.0


def test_merging_again_takes_nothing_new(pair, capsys):
    one, two = pair
    main(["merge", str(one), str(two)])
    capsys.readouterr()
    assert main(["merge", str(one), str(two)]) == 0
    assert "already" in capsys.readouterr().out


def test_agreement_to_read_says_why_a_figure_is_undefined(pair, capsys):
    one, _two = pair
    assert main(["agreement", str(one)]) == 0
    assert "undefined: " in capsys.readouterr().out


def test_a_missing_colleague_file_is_said_and_nothing_is_merged(pair, tmp_path, capsys):
    one, _two = pair
    assert main(["merge", str(one), str(tmp_path / "none.jiaozhu")]) == 1
    assert capsys.readouterr().err != ""


def test_gold_is_exported_with_its_proof_and_without(pair, tmp_path):
    one, two = pair
    assert main(["merge", str(one), str(two)]) == 0
    project = Project.open(one)
    project.set_annotator("审核员")
    project.apply(flow(project, open_review(project, project.store.bulletins()[0])))
    project.close()
    for flags, proven in (([], True), (["--no-proof"], False)):
        output = tmp_path / "gold.json"
        assert main(["export", str(one), "--format", "gold", "--layer", "gold", "--output", str(output), *flags]) == 0
        (document,) = json.loads(output.read_text(encoding="utf-8"))["documents"]
        rows = [*document["sections"], *document["entities"]]
        assert len(rows) == 3
        assert ["proof" in row for row in rows] == [proven] * 3
        if proven:
            assert document["entities"][0]["proof"]["votes"] == {"甲": [["PER", None]], "乙": [["PER", None]]}


def test_decisions_that_are_merged_are_in_the_gold_that_is_exported_next(tmp_path, capsys):
    mine = new_project(tmp_path, texts=[TEXT])
    for name, level in (("甲", 1), ("乙", 2)):
        annotate(mine, name, [(0, 0, "masthead"), (5, level, "article")], [])
    (bulletin,) = mine.store.bulletins()
    mine.set_annotator("审核员")
    mine.apply(flow(mine, open_review(mine, bulletin)), undoable=False)
    mine.close()
    theirs = tmp_path / "theirs.jiaozhu"
    shutil.copy(mine.path, theirs)
    colleague = Project.open(theirs)
    review = open_review(colleague, bulletin)
    chosen = decision(colleague, review, ("level", "5"), 3)
    colleague.apply(settled(colleague, review, [chosen], "review.decide"))
    colleague.close()
    assert main(["merge", str(mine.path), str(theirs)]) == 0
    again = Project.open(mine.path)
    gold = again.layer_of(bulletin.id, "", "gold")
    assert [s.level for s in again.store.sections(gold.id)] == [0, 3]
    again.close()
