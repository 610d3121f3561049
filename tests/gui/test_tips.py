"""Tooltips show words as they are: what people or bulletins wrote is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import Qt as Gui
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.tips import tip, tip_or_said
from tests.gui.dialogs_kit import press, started
from tests.models.review_kit import annotate, named, new_project

TEXT = "<b>简报</b>\n<h1>要闻</h1>\n<i>李明</i>走访<img src='file:///etc/hostname'>社区\n　　群众称赞志愿者。\n"
TIP = Qt.ItemDataRole.ToolTipRole
WIDEST = 20


@given(st.text("<b>/i&; \n甲", max_size=20))
def test_a_tip_reads_as_what_was_written(text):
    made = tip(text)
    if not Gui.mightBeRichText(made):
        assert made == text
        return
    read = QTextDocumentFragment.fromHtml(made).toPlainText().replace("\xa0", " ")
    assert "".join(read.split()) == "".join(text.split())


def test_what_is_read_aloud_has_no_markup_of_its_own():
    assert tip_or_said(Qt.ItemDataRole.AccessibleTextRole, "<b>甲</b>") == "<b>甲</b>"
    assert tip_or_said(TIP, "<b>甲</b>") == tip("<b>甲</b>") != "<b>甲</b>"


@pytest.fixture
def program(qtbot, tmp_path):
    """On a bulletin whose words, name and annotators look like markup."""
    project = new_project(tmp_path, texts=(TEXT,))
    for name, label in (("<u>甲</u>", "PER"), ("<u>乙</u>", "LOC")):
        at = TEXT.index("<i>")
        heads = [(0, 0, "masthead"), (at, 1, "article", TEXT.index("\n　"))]
        annotate(project, name, heads, [(*named(TEXT, "<i>李明</i>"), label)])
    project.set_annotator("<u>甲</u>")
    project.close()
    made = started(qtbot, tmp_path / "team.jiaozhu")
    yield made
    made.stop()


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        for column in range(WIDEST):
            if model.hasIndex(row, column, parent):
                yield (index := model.index(row, column, parent))
                yield from cells(model, index) if not column else ()


def tips(window: QWidget) -> Iterator[str]:
    """All tooltips that the window can show."""
    for part in window.findChildren(QWidget):
        yield part.toolTip()
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            yield from (str(index.data(TIP) or "") for index in cells(model, QModelIndex()))
            for way in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
                yield from (str(model.headerData(n, way, TIP) or "") for n in range(WIDEST))


def test_no_word_of_a_bulletin_and_no_name_is_markup_in_a_tooltip(program):
    found = list(tips(program.window))
    press(program.window, "F6")
    found += list(tips(program.window))
    marked = [each for each in found if Gui.mightBeRichText(each)]
    assert any("李明" in each for each in marked)
    assert all(each == tip(QTextDocumentFragment.fromHtml(each).toPlainText().replace("\xa0", " ")) for each in marked)
