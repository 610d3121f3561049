"""Colours: readable on their grounds in both themes, and the user's own labels get one that stays."""

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QListView, QPlainTextEdit, QTableView

from gui.theme import DARK, LIGHT, READABLE, application_stylesheet, contrast, mixed, palette

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)


@THEMES
def test_text_can_be_read_on_every_ground_it_stands_on(theme):
    for ink in (theme.ink, theme.soft, theme.faint, theme.accent, theme.good, theme.warning, theme.bad):
        for ground in (theme.paper, theme.panel, theme.header, theme.field, theme.hover, theme.selected):
            assert contrast(ink, ground) >= READABLE, (ink, ground)
    assert contrast(theme.on_accent, theme.accent) >= READABLE
    assert contrast(theme.chip_ink, theme.chip) >= READABLE
    assert contrast(theme.chip_open, theme.paper) >= READABLE
    for ground in (theme.marked, theme.hit, theme.hit_now):
        assert contrast(theme.ink, ground) >= READABLE


@THEMES
def test_label_colours_can_be_read_and_their_fill_leaves_the_text_readable(theme):
    for colour in theme.labels.values():
        assert contrast(colour, theme.paper) >= READABLE
        assert contrast(colour, theme.panel) >= READABLE
        assert contrast(theme.ink, mixed(colour, theme.paper, 0.2)) >= READABLE


@THEMES
def test_a_label_of_the_users_own_gets_a_readable_colour_that_never_changes(theme):
    names = [f"L{n}" for n in range(200)]
    first = [theme.label(n) for n in names]
    assert first == [theme.label(n) for n in names]
    assert len(set(first)) > 150
    assert all(contrast(colour, theme.paper) >= READABLE for colour in first)


@THEMES
def test_every_role_of_the_style_sheet_is_filled_in(theme, qapp):
    sheet = application_stylesheet(theme)
    assert "@" not in sheet
    assert theme.accent in sheet
    assert re.search(r"font-family: \"Noto Sans CJK SC\"", sheet)
    assert palette(theme).color(QPalette.ColorRole.Base).name() == theme.field


@THEMES
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QListView, QTableView])
def test_what_matters_less_in_fields_and_lists_is_as_readable_as_the_theme_makes_it(theme, kind, qtbot):
    part = kind()
    qtbot.addWidget(part)
    part.setStyleSheet(application_stylesheet(theme))
    part.ensurePolished()
    assert part.palette().placeholderText().color().name() == theme.faint
