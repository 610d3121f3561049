"""The numbers of a project."""

from __future__ import annotations

from pathlib import Path

from models.bulletins import LayerInfo, archive
from models.changes import change
from models.mentions import Mention
from models.outline import Section, ThemeSuggestion
from models.overview import overview
from models.project import Imported, Project


def test_layers_are_counted_for_one_annotator_or_for_all(tmp_path: Path):
    project = Project.create(tmp_path / "overview.jiaozhu")
    one, _two, three = project.add_bulletins([Imported(f"{n}.txt", f"第{n}篇文字") for n in "一二三"])
    rows = [
        LayerInfo("a", one.id, "甲", status="submitted"),
        LayerInfo("b", one.id, "乙", status="in_progress"),
        LayerInfo("c", one.id, "engine", "suggestion", "submitted"),
        Section("s1", "a", 0, 1, "article", themes=("party.lead",), suggested=(ThemeSuggestion("city.waste"),)),
        Section("s2", "b", 0, 1, "brief", confirmed=False),
        Section("s3", "c", 0, 1, "article"),
        Mention("m1", "a", "PER", ((0, 1),)),
        Mention("m2", "a", "PER", ((1, 2),), confirmed=False),
        Mention("m3", "b", "GONE", ((1, 2),)),
    ]
    project.apply(change("layer.start", [], rows), undoable=False)
    project.apply(archive(three, True), undoable=False)
    mine, all_of_us = overview(project, "甲"), overview(project)
    assert (mine.bulletins, mine.chars) == (2, len("第一篇文字") * 2)
    assert {c.id: c.settled for c in mine.statuses if c.settled} == {"new": 1, "submitted": 1}
    assert {c.id: c.settled for c in all_of_us.statuses if c.settled} == {"new": 1, "submitted": 1, "in_progress": 1}
    assert [(c.id, c.settled, c.open) for c in mine.labels if c.settled or c.open] == [("PER", 1, 1)]
    assert [(c.id, c.settled, c.open) for c in all_of_us.kinds if c.settled or c.open] == [
        ("article", 1, 0),
        ("brief", 0, 1),
    ]
    assert [(c.id, c.settled, c.open) for c in mine.themes if c.settled or c.open] == [
        ("party.lead", 1, 0),
        ("city.waste", 0, 1),
    ]
    assert all_of_us.labels[-1].id == "GONE"
    project.close()
