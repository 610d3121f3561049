"""Occurrences, comments, people, settings, submitting, statistics, guidelines, about, errors."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from gui import i18n
from gui.cards.parts import EmptyState
from gui.dialogs import settings as looks
from gui.dialogs.about import AboutDialog, version
from gui.dialogs.annotator import AnnotatorDialog
from gui.dialogs.comment import CommentDialog
from gui.dialogs.guidelines import GuidelinesDialog
from gui.dialogs.occurrences import OccurrencesDialog
from gui.dialogs.report import report
from gui.dialogs.settings import SettingsDialog
from gui.dialogs.statistics import CountModel, StatisticsDialog
from gui.dialogs.submit import SubmitDialog
from models import mentions
from models.bulletins import comment_on
from models.errors import UserError
from models.overview import Count
from models.prelabel.engines import ENGINES
from tests.gui.dialogs_kit import make_workspace, places, press, settings_in, shown, titles, while_open, write


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


# Occurrences ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def occurrences(qtbot, workspace):
    session = workspace.session
    return shown(qtbot, OccurrencesDialog(None, session, session.mentions["m1"], workspace.labels))


def test_every_other_place_is_listed_in_its_context(occurrences):
    rows = occurrences.model.rows
    assert [row.key for row in rows] == places("花木街道")[1:]
    assert all(row.title[slice(*row.mark)] == "花木街道" for row in rows)
    assert rows[0].note == "预标注地点"
    assert all(row.checked for row in rows)


def test_space_leaves_a_place_out_and_enter_applies(occurrences, workspace):
    press(occurrences, "Space")
    press(occurrences, "Return")
    assert not occurrences.isVisible()
    assert sorted(occurrences.chosen) == places("花木街道")[2:]


def test_all_and_none_by_key(occurrences):
    press(occurrences, "Ctrl+Shift+A")
    assert occurrences.chosen == set()
    press(occurrences, "Ctrl+A")
    assert sorted(occurrences.chosen) == places("花木街道")[1:]


def test_what_is_tagged_already_is_shown_and_cannot_be_chosen(qtbot, workspace):
    session = workspace.session
    workspace.apply(mentions.add(session.text.content, session.layer.id, "ORG", [places("花木街道")[2]]))
    dialog = shown(qtbot, OccurrencesDialog(None, session, session.mentions["m1"], workspace.labels))
    row = dialog.model.rows[1]
    assert (row.note, row.enabled) == ("已标注", False)
    assert dialog.chosen == {places("花木街道")[1]}


def test_the_chosen_places_are_tagged_by_one_change(workspace, window):
    session = workspace.session
    mention = session.mentions["m1"]
    while_open(OccurrencesDialog, lambda d: press(d, "Return"))
    chosen = OccurrencesDialog.ask(window, session, mention, workspace.labels)
    assert workspace.apply(mentions.tag_all(session.text.content, session.mentions, mention, chosen))
    assert [m.label for m in session.mentions if m.fragments[0] in places("花木街道")] == ["ORG"] * 3
    workspace.undo()
    assert session.mentions["m2"].label == "LOC"


def test_leaving_the_occurrences_tags_nothing(workspace, window):
    session = workspace.session
    while_open(OccurrencesDialog, lambda d: press(d, "Esc"))
    assert OccurrencesDialog.ask(window, session, session.mentions["m1"], workspace.labels) is None


# Comments and people --------------------------------------------------------------------------------------------------


def test_a_comment_of_several_lines_is_saved_by_ctrl_enter(window):
    def act(dialog) -> None:
        write(dialog, "line one")
        press(dialog, "Return")
        write(dialog, "<b>two</b>")
        press(dialog, "Ctrl+Return")

    while_open(CommentDialog, act)
    assert CommentDialog.ask(window) == "line one\n<b>two</b>"


def test_an_empty_comment_cannot_be_saved_but_an_old_one_can_be_emptied(qtbot, window):
    dialog = shown(qtbot, CommentDialog(None))
    write(dialog, "  ")
    press(dialog, "Ctrl+Return")
    assert dialog.isVisible()

    def empty(old) -> None:
        press(old, "Ctrl+A")
        press(old, "Delete")
        press(old, "Ctrl+Return")

    while_open(CommentDialog, empty)
    assert CommentDialog.ask(window, "旧") == ""


def test_what_is_written_is_given_up_at_the_second_esc_alone(window):
    seen = []

    def act(dialog) -> None:
        write(dialog, "x")
        press(dialog, "Esc")
        seen.append((dialog.isVisible(), dialog.warning.isVisible()))
        write(dialog, "y")
        seen.append(dialog.warning.isVisible())
        press(dialog, "Esc")
        press(dialog, "Esc")

    while_open(CommentDialog, act)
    assert CommentDialog.ask(window) is None
    assert seen == [(True, True), False]


def test_an_empty_comment_is_left_at_once(window):
    while_open(CommentDialog, lambda d: press(d, "Esc"))
    assert CommentDialog.ask(window) is None


def test_a_new_person_is_named_by_writing(workspace, window):
    while_open(AnnotatorDialog, lambda d: (write(d, "乙"), press(d, "Return")))
    assert AnnotatorDialog.ask(window, workspace.project) == "乙"


def test_people_who_worked_here_are_offered(qtbot, workspace):
    workspace.project.set_annotator("甲某")
    workspace.open_bulletin(workspace.bulletins()[0].id)
    dialog = shown(qtbot, AnnotatorDialog(None, workspace.project))
    assert titles(dialog.list) == ["甲某", "标注员"]
    write(dialog, "bzy")
    press(dialog, "Return")
    assert dialog.chosen == "标注员"


# Settings -------------------------------------------------------------------------------------------------------------


def test_settings_hold_at_once_and_are_kept(qtbot, tmp_path):
    settings, told = settings_in(tmp_path), []
    dialog = shown(qtbot, SettingsDialog(None, settings, lambda: told.append(1)))
    dialog.colours.choose("dark")
    dialog.zoom.choose(1.25)
    dialog.spacing.choose(1.8)
    dialog.page_breaks.click()
    dialog.language.choose("en")
    assert len(told) == 5
    again = settings_in(tmp_path)
    assert looks.is_dark(again)
    assert again.value("view/dark", False, bool)
    assert looks.number(again, looks.ZOOM, 1) == 1.25
    assert looks.number(again, looks.SPACING, 1) == 1.8
    assert not again.value(looks.PAGE_BREAKS, True, bool)
    assert i18n.language(again) == "en"
    assert not dialog._restart.isHidden()


def test_the_wait_for_another_language_is_told_as_long_as_another_is_chosen(qtbot, tmp_path):
    settings = settings_in(tmp_path)
    dialog = shown(qtbot, SettingsDialog(None, settings, None))
    assert dialog._restart.isHidden()
    dialog.language.choose("en")
    assert not dialog._restart.isHidden()
    assert not shown(qtbot, SettingsDialog(None, settings, None))._restart.isHidden()
    dialog.language.choose("zh")
    assert dialog._restart.isHidden()


def test_a_size_between_the_usual_ones_is_shown_as_it_is(qtbot, tmp_path):
    settings = settings_in(tmp_path)
    settings.setValue(looks.ZOOM, 1.331)
    dialog = shown(qtbot, SettingsDialog(None, settings, None))
    assert dialog.zoom.currentText() == "133%"
    assert dialog.colours.currentData() == "light"


@pytest.mark.parametrize("value", ["gross", ""])
def test_a_setting_that_is_no_number_counts_as_not_set(tmp_path, value):
    settings = settings_in(tmp_path)
    settings.setValue(looks.ZOOM, value)
    assert looks.number(settings, looks.ZOOM, 1.0) == 1.0


# Submitting, statistics, guidelines -----------------------------------------------------------------------------------


def test_what_is_open_is_listed_before_submitting(qtbot, workspace, window):
    session = workspace.session
    workspace.apply(comment_on(session.layer.id, "m1", "甲", "2026-01-01T00:00:00Z", "对吗"))
    dialog = SubmitDialog(None, session)
    qtbot.addWidget(dialog)
    assert dialog.left == [
        "1 条边界待确认", "2 个推荐主题待确认", "1 处实体预标注待确认", "1 处标为存疑", "1 条批注未解决",
    ]  # fmt: skip
    while_open(SubmitDialog, lambda d: press(d, "Esc"))
    assert not SubmitDialog.ask(window, workspace)
    while_open(SubmitDialog, lambda d: press(d, "Return"))
    assert SubmitDialog.ask(window, workspace)


def test_where_there_is_nothing_to_count_the_statistics_say_how_it_comes(qtbot, workspace):
    workspace.project.set_annotator("新人")
    dialog = shown(qtbot, StatisticsDialog(None, workspace))
    dialog.tabs.setCurrentIndex(2)
    (empty,) = (e for e in dialog.tabs.currentWidget().findChildren(EmptyState) if e.isVisible())
    assert "还没有可数的" in empty.accessibleName()
    dialog.people.choose("标注员")
    assert not empty.isVisible()


def test_nobody_is_asked_where_nothing_is_open(workspace, window):
    session = workspace.session
    third = session.outline[2]
    workspace.apply(lambda: session.outline.accept([third]))
    workspace.apply(lambda: session.outline.set_unsure(session.outline[2], False))
    for theme in ("governance.volunteer", "city.waste"):
        workspace.apply(lambda theme=theme: session.outline.reject_theme(session.outline[1], theme))
    workspace.apply(mentions.accept([session.mentions["m2"]]))
    assert SubmitDialog.ask(window, workspace)


def test_counts_obey_the_rules_of_a_model(qtmodeltester, qtbot):
    model = CountModel(["名", "已定", "占比", "待确认"])
    model.set_counts([Count("a", 3, 1), Count("b", 1), Count("c", 0)], lambda key: key.upper())
    qtmodeltester.check(model)
    assert model.as_text() == "名\t已定\t占比\t待确认\nA\t3\t75%\t1\nB\t1\t25%\t0"


def test_the_overview_counts_what_the_project_holds(qtbot, workspace):
    dialog = shown(qtbot, StatisticsDialog(None, workspace))
    assert dialog.models["statuses"].as_text() == "状态\t篇数\t占比\n未开始\t1\t100%"
    assert dialog.models["kinds"].as_text().splitlines()[1:] == ["刊头\t1\t50%\t0", "稿件\t1\t50%\t1"]
    assert dialog.models["labels"].as_text().splitlines()[1:] == [
        "人物\t2\t67%\t0",
        "机构\t1\t33%\t0",
        "地点\t0\t0%\t1",
    ]
    assert "党的建设 › 党建引领\t1\t100%\t0" in dialog.models["themes"].as_text()
    model = dialog.models["labels"]
    assert [model.index(3, column).data() for column in range(4)] == ["合计", "3", "100%", "1"]
    dialog.tabs.setCurrentIndex(1)
    press(dialog, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == dialog.models["kinds"].as_text()


def test_guidelines_are_found_by_typing_and_shown_in_chinese(qtbot, workspace):
    dialog = shown(qtbot, GuidelinesDialog(None, workspace.labels))
    write(dialog, "jg")
    assert titles(dialog.list)[0] == "机构"
    assert "区委组织部" in dialog.text.toPlainText()
    assert dialog._id.text() == "ORG"


def test_the_program_says_what_it_is(qtbot, window):
    said = []
    while_open(AboutDialog, lambda d: (said.extend(label.text() for label in d.findChildren(QLabel)), press(d, "Esc")))
    AboutDialog.ask(window)
    words = "\n".join(said)
    assert f"版本 {version()}" in words
    assert "Apache-2.0" in words
    assert all(engine.name in words for engine in ENGINES)


def test_an_error_is_told_in_a_chinese_sentence_and_never_as_markup(window):
    said = []
    while_open(QMessageBox, lambda box: (said.append((box.text(), box.textFormat().name)), press(box, "Return")))
    report(window, UserError("x", code="project.missing", path="<b>/a</b>"))
    assert said == [("找不到项目 <b>/a</b>，它可能被移动或改名了。", "PlainText")]
