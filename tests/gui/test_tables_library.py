"""The library's rows, its filter, the comments and the history as lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex

from gui.tables import history as history_table
from gui.tables.comments import NOTE, CommentsModel
from gui.tables.following import runs
from gui.tables.history import MOMENT, HistoryModel
from gui.tables.library import LibraryModel
from models import mentions as operations
from models.bulletins import archive, comment_on, resolve_comment, set_status
from models.library import Library, Sieve
from tests.gui import panels_kit as kit


def lines(model, library):
    return [(model.title(row), model.note(row), model.counts(row)) for row in library.rows()]


def test_a_row_says_how_much_there_is_and_how_much_is_decided(workspace):
    library, model, session = Library(workspace.project), LibraryModel(), workspace.session
    assert lines(model, library) == [
        ("001 青山街道社区报", "", "5 段 · 预标注完成"),
        ("002_lvshui.txt", "", "等待预标注"),
    ]
    step = operations.accept(list(session.mentions)[:3])
    entry = workspace.project.apply(step)
    library.apply(workspace.project.store.change_of(entry.id))
    assert lines(model, library)[0] == ("001 青山街道社区报", "25%", "5 段 · 7 实体 · 9 待确认")
    assert lines(model, library) == lines(model, Library(workspace.project))


def test_rows_kept_up_change_by_change_are_those_read_anew(workspace):
    library, project = Library(workspace.project), workspace.project
    library.passes_read(library.rows()[0], Sieve(labels=frozenset({"PER"})))
    project.listen(lambda step, _by: library.apply(step))
    session = workspace.session
    workspace.apply(operations.relabel(list(session.mentions)[:2], "PER"))
    workspace.apply(operations.remove([m for m in session.mentions if m.label == "LOC"]))
    workspace.apply(session.outline.merge(session.outline[3]))
    workspace.apply(set_status(session.layer, "submitted"))
    workspace.undo()
    second = project.store.bulletins()[1]
    workspace.open_bulletin(second.id)
    workspace.apply(archive(second, True))
    fresh = Library(project)
    assert library.rows() == fresh.rows()
    for label in ("PER", "LOC", "ORG"):
        sieve = Sieve(labels=frozenset({label}), archived=True)
        passed = [[kept.passes_read(row, sieve) for row in kept.rows()] for kept in (library, fresh)]
        assert passed[0] == passed[1]


def test_the_least_certain_of_those_that_nobody_has_begun_come_first(workspace):
    project, library = workspace.project, Library(workspace.project)
    project.listen(lambda step, _by: library.apply(step))
    names = ("first", "second")
    first, second = (row.id for row in library.rows())

    def ordered(kept):
        rows = kept.rows(doubtful=True)
        return [(names[(first, second).index(row.id)], row.doubt and round(row.doubt, 3)) for row in rows]

    confidences = [0.9] * 5 + [0.9, 0.7, 0.9] + [0.8] * 7
    sure = round(1 - sum(confidences) / len(confidences), 3)
    assert ordered(library) == [("first", sure), ("second", None)]
    unsure = kit.suggestions_of_other(0.5, 0.3)
    project.store_suggestions(project.store.bulletins()[1], unsure)
    assert ordered(library) == [("second", 0.6), ("first", sure)]
    project.store_suggestions(project.store.bulletins()[1], kit.suggestions_of_other(1.0, 0.9))
    assert ordered(library) == ordered(Library(project)) == [("first", sure), ("second", 0.05)]
    workspace.apply(operations.accept(list(workspace.session.mentions)[:1]))
    assert ordered(library) == ordered(Library(project)) == [("second", 0.05), ("first", None)]
    assert [row.id for row in library.rows()] == [first, second]
    project.set_annotator("乙")
    assert ordered(Library(project)) == [("second", 0.05), ("first", None)]


def test_submitting_an_untouched_bulletin_submits_it(workspace):
    workspace.apply(set_status(workspace.session.layer, "submitted"))
    assert workspace.session.layer.status == "submitted"
    assert Library(workspace.project).rows()[0].status == "submitted"
    workspace.undo()
    assert workspace.session.layer.status == "new"


@pytest.mark.parametrize(
    ("sieve", "found"),
    [
        (Sieve("垃圾分類"), [0, 1]),
        (Sieve("LVSHUI"), [1]),
        (Sieve("林小川"), [0]),
        (Sieve("青山　街道"), []),
        (Sieve(statuses=frozenset({"submitted"})), []),
        (Sieve(themes=frozenset({"city.waste"})), [0]),
        (Sieve(themes=frozenset({"city.waste"}), labels=frozenset({"DOC"})), []),
        (Sieve("绿水", labels=frozenset({"PER"})), []),
    ],
)
def test_bulletins_are_found_by_name_content_status_theme_and_label(workspace, sieve, found):
    library = Library(workspace.project)
    assert [n for n, row in enumerate(library.rows()) if library.passes_read(row, sieve)] == found
    assert all(library.passes(row, sieve) in (None, n in found) for n, row in enumerate(library.rows()))


def test_the_list_keeps_its_rows_when_others_come_and_go(workspace, qtmodeltester):
    model, library = LibraryModel(), Library(workspace.project)
    qtmodeltester.check(model)
    rows, resets = library.rows(), []
    model.modelReset.connect(lambda: resets.append(1))
    for wanted in (rows, rows[1:], rows, rows[:1], [], rows):
        model.set_rows(wanted)
        assert model.rows() == wanted
    assert not resets
    model.set_rows(rows[::-1])
    assert model.rows() == rows[::-1]
    assert resets


def test_runs_of_neighbours():
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]


def test_comments_and_unsure_marks_stand_in_the_order_of_their_places(workspace, qtmodeltester):
    model, session = CommentsModel(), workspace.session
    qtmodeltester.check(model)
    mention = next(m for m in session.mentions if m.label == "LOC")
    workspace.apply(comment_on(session.layer.id, "", "乙", "2026-05-06T01:02:03Z", "全篇的话"))
    workspace.apply(comment_on(session.layer.id, session.outline[2].id, "乙", "2026-05-06T01:02:03Z", "标题？"))
    workspace.apply(operations.set_unsure(mention, True))
    model.refresh(session, workspace.labels, settled=False)
    notes = [i.data(NOTE) for i in kit.children(model)]
    assert [n.place for n in notes] == ["全篇", "第 3 段 街道召开志愿服务推进会", "地点 林家村"]
    workspace.apply(resolve_comment(notes[1].comment, True))
    model.refresh(session, workspace.labels, settled=False)
    assert [i.data(NOTE).place for i in kit.children(model)] == ["全篇", "地点 林家村"]
    model.refresh(session, workspace.labels, settled=True)
    assert [i.data(NOTE).settled for i in kit.children(model)] == [False, True, False]


def test_history_says_what_was_done_and_strikes_what_was_taken_back(workspace, qtmodeltester):
    model, session = HistoryModel(), workspace.session
    workspace.apply(operations.add(kit.TEXT, session.layer.id, "ORG", [kit.span("街道党工委")]))
    model.show_journal(workspace.project, session.layer.id)
    qtmodeltester.check(model)
    assert [i.data() for i in kit.children(model)] == ["现在", "标为机构“街道党工委”", "开始标注"]
    workspace.undo()
    model.refresh()
    assert [i.data() for i in kit.children(model)][:3] == ["现在", "撤销：标为机构“街道党工委”", "标为机构“街道党工委”"]
    assert [i.data(MOMENT).undone for i in kit.children(model)] == [False, False, True, False]
    workspace.redo()
    model.refresh()
    assert [i.data(MOMENT).undone for i in kit.children(model)] == [False] * 5


def test_history_is_read_page_by_page_and_knows_what_later_pages_took_back(workspace, monkeypatch):
    monkeypatch.setattr(history_table, "PAGE", 3)
    session = workspace.session
    workspace.apply(operations.relabel([next(iter(session.mentions))], "DOC"))
    workspace.undo()
    for n in range(3):
        workspace.apply(session.outline.set_unsure(session.outline[n], True))
    model = HistoryModel()
    model.show_journal(workspace.project, session.layer.id)
    assert model.rowCount() == 4
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    shown = [(i.data(), i.data(MOMENT).undone) for i in kit.children(model)]
    assert shown[4:] == [("撤销：改标为文献", False), ("改标为文献", True), ("开始标注", False)]
