"""A project with two small bulletins and suggestions, for the tests of panels and tables."""

from __future__ import annotations

from pathlib import Path

from gui.workspace import Workspace
from models.prelabel.suggestions import SuggestedMention, SuggestedSection, SuggestedTheme, Suggestions
from models.project import Imported, Project

TEXT = """青山街道社区报
【要闻】
◆街道召开志愿服务推进会
5月6日，青山街道召开志愿服务推进会。街道党工委书记林小川出席。
一、夯实基础
社区志愿者走访居民。林小川走访林家村。
◆林家村開展垃圾分类
林家村居民学习垃圾分类。
"""
OTHER = "绿水社区简报\n垃圾分类进小区。\n"


def span(words: str, nth: int = 0, text: str = TEXT) -> tuple[int, int]:
    """Where the words stand for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def _section(head: str, level: int, kind: str, *themes: str) -> SuggestedSection:
    start, end = span(head)
    proposed = tuple(SuggestedTheme(t, 0.9 - 0.2 * n, ("志愿", "分类")) for n, t in enumerate(themes))
    return SuggestedSection(start, level, kind, end, None, proposed, 0.9, "rule:headline")


def suggestions() -> Suggestions:
    """Five sections and seven mentions of the first bulletin."""
    sections = (
        _section("青山街道社区报", 0, "masthead"),
        _section("【要闻】", 1, "column"),
        _section("◆街道召开志愿服务推进会", 2, "article", "governance.volunteer", "party.lead"),
        _section("一、夯实基础", 3, "subsection"),
        _section("◆林家村開展垃圾分类", 2, "article", "city.waste"),
    )
    rows = [("TIME", "5月6日", 0), ("ORG", "青山街道", 1), ("ORG", "街道党工委", 0), ("TITLE", "书记", 0),
            ("PER", "林小川", 0), ("PER", "林小川", 1), ("LOC", "林家村", 0)]  # fmt: skip
    mentions = tuple(SuggestedMention(a, (span(b, n),), 0.8, "rules", "rule:name+model", None) for a, b, n in rows)
    return Suggestions(sections, mentions, (("title", "青山街道社区报"),), "test-1")


def suggestions_of_other(boundary: float, mention: float) -> Suggestions:
    """One section and one mention of the second bulletin, with these confidences."""
    section = SuggestedSection(0, 1, "article", None, None, (), boundary, "rule:headline")
    tagged = SuggestedMention("EVENT", (span("垃圾分类", text=OTHER),), mention, "rules", "rule:name+model", None)
    return Suggestions((section,), (tagged,), (), "test-1")


def make_workspace(folder: Path) -> Workspace:
    """A workspace with the project open and the first bulletin opened."""
    project = Project.create(folder / "p.jiaozhu")
    first, _second = project.add_bulletins([Imported("001_qingshan.txt", TEXT), Imported("002_lvshui.txt", OTHER)])
    project.store_suggestions(first, suggestions())
    project.close()
    workspace = Workspace()
    assert workspace.open_project(folder / "p.jiaozhu")
    assert workspace.open_bulletin(first.id)
    return workspace


def children(model, parent=None):
    """The indexes below one, or at the top."""
    if parent is None:
        return [model.index(n, 0) for n in range(model.rowCount())]
    return [model.index(n, 0, parent) for n in range(model.rowCount(parent))]


def tree(model, parent=None):
    """The model's titles as nested lists: (title, [below])."""
    return [(index.data(), tree(model, index)) for index in children(model, parent)]
