"""The agreement window's models and their colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.tables.agreement import CELL, SORT, Cell, FiguresModel, Question
from gui.tables.agreement_heat import ink_on, patch
from gui.tables.agreement_places import PLACE, PlaceRow, PlacesModel
from gui.theme import DARK, LIGHT, READABLE, contrast

ROWS = [
    [Cell("甲", "甲"), Cell("0.500", 0.5, "一半", Question(figure="boundaries.f1"), strength=0.5)],
    [Cell("乙", "乙"), Cell("—", -2.0, "没有两人都设了的边界。", faint=True)],
]
PLACES = [PlaceRow("b", n, n + 2, f"第 {n} 处", "简报", "甲：无 · 乙：人物") for n in range(3)]


def test_figures_obey_the_rules_of_a_model(qtmodeltester):
    model = FiguresModel()
    qtmodeltester.check(model)
    model.show_cells(["刊物", "F1"], ROWS)
    qtmodeltester.check(model)
    model.show_cells(["甲", "乙"], ROWS, ["甲", "乙"])
    qtmodeltester.check(model)


def test_a_cell_is_shown_sorted_and_explained():
    model = FiguresModel()
    model.show_cells(["刊物", "F1"], ROWS)
    index = model.index(1, 1)
    assert [index.data(), index.data(SORT), index.data(Qt.ItemDataRole.ToolTipRole)] == [
        "—", -2.0, "没有两人都设了的边界。",
    ]  # fmt: skip
    assert model.index(0, 1).data(CELL).question == Question(figure="boundaries.f1")


def test_a_table_is_copied_with_its_heads_and_a_matrix_with_its_rows_names():
    model = FiguresModel()
    model.show_cells(["刊物", "边界\nF1"], ROWS)
    assert model.as_text() == "刊物\t边界 F1\n甲\t0.500\n乙\t—"
    assert model.as_text([1, 0]).splitlines()[1] == "乙\t—"
    model.show_cells(["甲", "乙"], ROWS, ["甲", "乙"])
    assert model.as_text().splitlines()[:2] == ["\t甲\t乙", "甲\t甲\t0.500"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_a_number_can_be_read_on_every_patch_and_more_is_further_from_the_ground(theme):
    patches = [patch(theme, n / 100) for n in range(101)]
    assert min(contrast(ink_on(ground), ground) for ground in patches) >= READABLE
    # Told apart by lightness alone, whatever colours somebody sees.
    steps = [contrast(ground, theme.field) for ground in patches]
    assert steps == sorted(steps)
    assert steps[-1] > 6


def test_places_obey_the_rules_of_a_model(qtmodeltester):
    model = PlacesModel()
    qtmodeltester.check(model)
    model.show_rows(PLACES, 3)
    qtmodeltester.check(model)


def test_more_places_are_asked_for_once_and_follow_those_that_are_there():
    model, asked = PlacesModel(), []
    model.wanted.connect(asked.append)
    root = model.index(-1)
    model.show_rows(PLACES[:2], 3)
    for _ in range(2):
        model.fetchMore(root)
    assert asked == [2]
    model.add_rows(PLACES[2:])
    assert [model.index(n).data(PLACE).start for n in range(model.rowCount())] == [0, 1, 2]
    assert not model.canFetchMore(root)
    assert model.as_text().splitlines()[2] == "简报\t2\t4\t第 2 处\t甲：无 · 乙：人物"


def test_when_fewer_places_come_than_were_promised_no_more_are_asked_for():
    model = PlacesModel()
    model.show_rows(PLACES[:2], 5)
    model.fetchMore(model.index(-1))
    model.add_rows([])
    assert not model.canFetchMore(model.index(-1))
