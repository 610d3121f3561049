"""Themes: the taxonomy with counts, and the proposed ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gui.tables.theme_ranks import ThemeRanksModel
from gui.tables.themes import COUNTS, ThemesModel
from models.labels import edit
from tests.gui import panels_kit as kit

CHECKED = Qt.CheckState.Checked


@pytest.fixture
def model(workspace, qtmodeltester):
    made = ThemesModel()
    made.set_session(workspace.session, workspace.labels)
    qtmodeltester.check(made)
    return made


def checked(model):
    return [i.data() for top in kit.children(model) for i in (top, *kit.children(model, top))
            if i.data(Qt.ItemDataRole.CheckStateRole) == CHECKED]  # fmt: skip


def test_the_current_sections_themes_are_checked(model, workspace):
    outline = workspace.session.outline
    workspace.apply(outline.set_themes(outline[2], ["party.study", "city.waste"]))
    model.recount()
    model.show_section(workspace.session.outline[2])
    assert checked(model) == ["理论学习", "垃圾分类"]
    model.show_section(workspace.session.outline[3])
    assert checked(model) == []


def test_sections_that_carry_a_theme_are_counted_also_in_what_it_lies_below(model, workspace):
    for n in (2, 4):
        outline = workspace.session.outline
        workspace.apply(outline.set_themes(outline[n], ["city.waste"]))
    outline = workspace.session.outline
    workspace.apply(outline.set_themes(outline[2], ["city.waste", "city.traffic"]))
    model.recount()
    assert model.index_of("city.waste").data(COUNTS) == (2, 2, 0)
    assert model.index_of("city").data(COUNTS) == (0, 2, 0)
    assert model.index_of("party.lead").data(COUNTS) == (0, 0, 1)


def test_a_retired_theme_is_shown_only_while_a_section_carries_it(model, workspace):
    theme = workspace.labels.theme_by_id["city.waste"]
    workspace.apply(edit(theme, retired=True))
    model.set_session(workspace.session, workspace.labels)
    assert not model.index_of("city.waste").isValid()
    outline = workspace.session.outline
    workspace.apply(outline.set_themes(outline[4], ["city.waste"]))
    model.recount()
    assert model.index_of("city.waste").data() == "垃圾分类（已停用）"


@pytest.mark.parametrize("typed", ["垃圾", "ljfl", "waste", "city.waste"])
def test_themes_are_found_by_characters_pinyin_english_and_id(model, typed):
    model.show_only(typed)
    assert "垃圾分类" in [i.data() for top in kit.children(model) for i in kit.children(model, top)]
    assert not model.index_of("party.united").isValid()


def test_proposed_themes_come_ranked_with_the_words_that_speak_for_them(workspace, qtmodeltester):
    model = ThemeRanksModel()
    qtmodeltester.check(model)
    outline = workspace.session.outline
    model.show_section(outline[2], workspace.labels)
    assert [i.data() for i in kit.children(model)] == ["志愿服务", "党建引领"]
    assert "志愿、分类" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    taken = replace(outline[2], suggested=outline[2].suggested[1:])
    model.show_section(taken, workspace.labels)
    assert [i.data() for i in kit.children(model)] == ["党建引领"]
    model.show_section(None, workspace.labels)
    assert model.rowCount() == 0
