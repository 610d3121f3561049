"""The outline as a tree."""

from __future__ import annotations

import random

import pytest

from gui.tables.outline import NOTE, OutlineModel, shown_heading
from models.errors import UserError
from models.mentions import accept
from tests.gui import panels_kit as kit


@pytest.fixture
def model(workspace, qtmodeltester):
    made = OutlineModel()
    made.set_session(workspace.session, workspace.labels)
    qtmodeltester.check(made)
    return made


def test_sections_lie_below_one_another_by_level_and_a_masthead_holds_nothing(model):
    assert kit.tree(model) == [
        ("刊头 青山街道社区报", []),
        ("要闻", [("街道召开志愿服务推进会", [("一、夯实基础", [])]), ("林家村開展垃圾分类", [])]),
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("【工作动态】", "工作动态"),
        ("◆ 要闻", "要闻"),
        ("【一】与【二】", "【一】与【二】"),
        ("◆", "◆"),
        ("第1版", "第1版"),
    ],
)
def test_a_heading_is_shown_without_what_only_marks_it(words, shown):
    assert shown_heading(words) == shown


def test_themes_are_counted_and_what_waits_is_said(model, workspace):
    outline = workspace.session.outline
    article = outline[2]
    assert model.index_of(article.id).data(NOTE) == "待定"
    workspace.apply(outline.set_themes(article, ["governance.volunteer", "party.lead"]))
    model.refresh()
    assert model.index_of(article.id).data(NOTE) == "2"


def test_a_change_of_one_section_redraws_that_row_alone(model, workspace, qtbot):
    redrawn = []
    model.dataChanged.connect(lambda a, b, _roles: redrawn.append((a.data(), b.data())))
    workspace.apply(workspace.session.outline.set_kind(workspace.session.outline[3], "brief"))
    assert not model.refresh()
    assert redrawn == [("一、夯实基础", "一、夯实基础")]


def test_changes_of_mentions_alone_leave_the_outline_as_it_is(model, workspace):
    workspace.apply(accept(workspace.session.mentions))
    with_signal = []
    model.layoutChanged.connect(lambda *_: with_signal.append(1))
    assert not model.refresh()
    assert not with_signal


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_done_the_tree_is_what_a_fresh_one_would_be(model, workspace, seed):
    chance = random.Random(seed)
    for _ in range(25):
        outline = workspace.session.outline
        section = chance.choice(outline.sections)
        held = model.index_of(section.id)
        assert model.section(held) == section
        steps = [
            lambda o=outline: o.split(chance.randrange(o.length)),
            lambda o=outline, s=section: o.merge(s),
            lambda o=outline, s=section: o.relevel(s, chance.choice([-1, 1])),
            lambda o=outline, s=section: o.set_kind(s, "brief"),
            lambda o=outline, s=section: o.move(s, s.start + chance.choice([-2, 2])),
        ]
        try:
            workspace.project.apply(chance.choice(steps)())
        except UserError:
            continue
        model.refresh()
        fresh = OutlineModel()
        fresh.set_session(workspace.session, workspace.labels)
        assert kit.tree(model) == kit.tree(fresh)
    workspace.undo()
    model.refresh()
    shown = list(_flat(kit.tree(model)))
    assert len(shown) == len(workspace.session.outline)
    assert all(shown)


def _flat(rows):
    for title, below in rows:
        yield title
        yield from _flat(below)
