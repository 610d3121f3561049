"""What the eye takes as one character stays one: for clicks, for words, and for boundaries that are moved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from models.prelabel.suggestions import SuggestedSection, Suggestions
from models.project import Imported, Project
from tests.gui.dialogs_kit import started

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
FLAG = "🇨🇳"
ACUTE = "a\u0301"
TEXT = f"社区简报\n街道{FAMILY}志愿者{FLAG}国旗{ACUTE}字。末{FAMILY}\n甲乙\u200d字符丙丁戊己庚。\n李明参加。"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(qtbot, tmp_path):
    """At the desk of a bulletin with characters of several code points, two sections of it suggested."""
    project = Project.create(tmp_path / "odd.jiaozhu")
    (bulletin,) = project.add_bulletins([Imported("odd.txt", TEXT)])
    rows = [SuggestedSection(at, 1, "article", None, None, (), 1.0, "") for at in (0, TEXT.index("李明"))]
    project.store_suggestions(bulletin, Suggestions(tuple(rows), (), (), "engine"))
    project.close()
    made = started(qtbot, tmp_path / "odd.jiaozhu")
    yield made
    made.stop()


def inside(offset: int) -> bool:
    """Whether an offset lies within a character."""
    starts = ((at, len(part)) for part in (FAMILY, FLAG, ACUTE) for at in range(len(TEXT)) if TEXT.startswith(part, at))
    return any(at < offset < at + long for at, long in starts)


def test_a_click_puts_the_caret_where_it_was_clicked_beside_a_joiner_that_joins_nothing(program):
    view = program.window.view
    for at in range(TEXT.index("甲"), TEXT.index("庚") + 1):
        rect = view.rect_of(at)
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.left() + 1, rect.center().y()))
        assert TEXT[at : view.caret] in ("", "\u200d"), TEXT[at]
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(5, 5))  # the next is no double click


def test_the_words_of_a_text_never_end_within_a_character(program, monkeypatch):
    view = program.window.view
    monkeypatch.setattr(view, "_words", lambda bare: [(n, n + 1) for n in range(len(bare))])
    at, seen = 0, []
    while at < len(TEXT):
        at = view.next_word(at)
        seen.append(at)
    while at > 0:
        at = view.previous_word(at)
        seen.append(at)
    assert not any(map(inside, seen))
    family = TEXT.index(FAMILY)
    assert view.words_around(family + 2) == (family, family + len(FAMILY))


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Left])
def test_a_boundary_that_is_moved_by_characters_passes_over_a_whole_one(program, key):
    view, session = program.window.view, program.workspace.session
    view.setFocus()
    at = TEXT.index("街道") if key == Qt.Key.Key_Right else TEXT.index("甲")
    view.set_caret(at)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert at in session.outline.starts
    for _ in range(9):
        QTest.keyClick(view, key, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
        assert not any(map(inside, session.outline.starts))
    assert view.caret in session.outline.starts
    assert abs(view.caret - at) >= 9 + len(FAMILY) - 1


def test_a_mention_that_is_resized_by_characters_takes_in_whole_ones(program):
    view = program.window.view
    view.setFocus()
    start = TEXT.index("街道")
    view.set_caret(start)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    (mention,) = program.workspace.session.mentions
    assert TEXT[mention.start : mention.end] == f"街道{FAMILY}"
