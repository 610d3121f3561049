"""Who sits at the desk, what is theirs, and what was sent back."""

from __future__ import annotations

from gui.dialogs.annotator import AnnotatorDialog
from gui.dialogs.submit import SubmitDialog
from gui.panels.library import LibraryPanel
from gui.returned_bar import ReturnedBar
from gui.tables.history import HistoryModel
from gui.tables.library import LibraryModel
from gui.team.seat import NAME, offered, sit_down, to_be_asked
from models import mentions
from models.bulletins import set_status
from models.errors import UserError
from models.library import Library
from models.project import Project
from models.review.assign import add_person, assign, unassign_all
from models.review.blind import hidden_layers, set_blind
from models.review.decisions import send_back
from models.review.packages import export_package
from tests.gui import panels_kit as kit
from tests.gui.dialogs_kit import make_workspace, press, settings_in, shown, titles, write


def sit(workspace, name: str):
    """Somebody sits down and opens the first bulletin."""
    workspace.project.set_annotator(name)
    workspace.open_bulletin(workspace.bulletins()[0].id)
    return workspace.session


def submitted_by(workspace, name: str, words: str):
    """Somebody tags these words and submits."""
    session = sit(workspace, name)
    workspace.apply(mentions.add(session.text.content, session.layer.id, "EVENT", [kit.span(words)]))
    workspace.apply(lambda: set_status(session.layer, "submitted"))
    return session.layer


def sent_back(workspace, name: str, reason: str):
    layer = submitted_by(workspace, name, "志愿服务")
    workspace.project.set_annotator("周老师")
    workspace.apply(send_back(layer, "周老师", reason))
    return sit(workspace, name)


# Who sits there -------------------------------------------------------------------------------------------------------


def test_a_new_project_asks_for_a_name_and_a_known_one_does_not(tmp_path):
    project = Project.create(tmp_path / "new.jiaozhu")
    settings = settings_in(tmp_path)
    assert to_be_asked(project)
    assert offered(project, settings) == []
    sit_down(project, settings, " 林小川 ")
    assert project.annotator == settings.value(NAME) == "林小川"
    assert not to_be_asked(project)
    project.close()
    again = Project.create(tmp_path / "second.jiaozhu")
    assert offered(again, settings) == ["林小川"]
    again.close()


def test_a_project_of_several_asks_and_whoever_left_is_not_offered(tmp_path):
    project = Project.create(tmp_path / "team.jiaozhu")
    for name in ("甲", "乙"):
        project.apply(add_person(project, name))
    project.set_annotator("乙")
    assert to_be_asked(project)
    assert offered(project, settings_in(tmp_path)) == ["乙", "甲"]
    project.close()


def test_a_package_is_for_one_person_and_never_asks(workspace, tmp_path):
    project = workspace.project
    for name in ("甲", "乙"):
        project.apply(add_person(project, name))
    export_package(project, tmp_path / "甲.jiaozhu", "甲", [b.id for b in project.store.bulletins()])
    package = Project.open(tmp_path / "甲.jiaozhu")
    assert package.annotator == "甲"
    assert not to_be_asked(package)
    package.close()


def test_people_entered_are_offered_with_their_jobs_and_what_waits_for_them(qtbot, workspace):
    project = workspace.project
    for name, job in (("周老师", "reviewer"), ("林小川", "annotator")):
        project.apply(add_person(project, name, job))
    sent_back(workspace, "林小川", "漏了一处")
    project.apply(assign(project, project.store.bulletins()[0].id, "林小川"))
    dialog = shown(qtbot, AnnotatorDialog(None, project, starting=True))
    rows = {row.title: (row.detail, row.note) for row in dialog.list.model.rows}
    assert rows["林小川"] == ("", "现在  退回 1 篇  1 篇")
    assert rows["周老师"] == ("审核员", "")
    press(dialog, "Down")
    press(dialog, "Return")
    assert dialog.chosen == titles(dialog.list)[1]


def test_the_first_person_of_a_project_writes_a_name(qtbot, tmp_path):
    project = Project.create(tmp_path / "new.jiaozhu")
    dialog = shown(qtbot, AnnotatorDialog(None, project, [], starting=True))
    assert titles(dialog.list) == []
    write(dialog, "甲某")
    press(dialog, "Return")
    assert dialog.chosen == "甲某"
    project.close()


# What is theirs -------------------------------------------------------------------------------------------------------


def test_assigned_bulletins_come_first_and_the_others_by_one_click(qtbot, workspace):
    project = workspace.project
    panel = LibraryPanel(workspace)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.mine_button.isHidden()
    second = project.store.bulletins()[1]
    workspace.apply(assign(project, second.id, project.annotator))
    assert panel.mine_button.isChecked()
    assert [row.id for row in panel.model.rows()] == [second.id]
    assert panel.turns() == [second.id]
    session = sit(workspace, project.annotator)
    workspace.apply(lambda: set_status(session.layer, "returned"))
    assert len(panel.turns()) == 2
    workspace.undo()
    panel.mine_button.click()
    assert panel.model.rowCount() == 2
    assert panel.model.counts(panel.model.rows()[1]).startswith("分派给我 · ")
    workspace.apply(unassign_all(project, [(second.id, project.annotator)]))
    assert panel.mine_button.isHidden()
    assert len(panel.turns()) == 2


def test_rows_kept_up_over_assignments_and_returns_are_those_read_anew(workspace):
    project = workspace.project
    library = Library(project)
    project.listen(lambda step, _by: library.apply(step))
    key = project.store.bulletins()[0].id
    name = project.annotator
    workspace.apply(assign(project, key, name, "别人"))
    layer = submitted_by(workspace, name, "志愿服务")
    workspace.apply(send_back(layer, "周老师", "漏了一处\n见要闻"))
    assert library.rows() == Library(project).rows()
    assert (library.row(key).assigned, library.row(key).reason) == (True, "漏了一处\n见要闻")
    model = LibraryModel()
    assert (model.counts(library.row(key)), model.note(library.row(key))) == ("漏了一处 见要闻", "已退回")
    workspace.undo()
    assert library.rows() == Library(project).rows()
    assert library.row(key).reason == ""


# What was sent back ---------------------------------------------------------------------------------------------------


def test_a_bulletin_sent_back_shows_by_whom_and_why_until_it_is_submitted_again(qtbot, workspace):
    bar = ReturnedBar(workspace)
    qtbot.addWidget(bar)
    session = sent_back(workspace, "甲", "第二段漏了 <b>机构</b>")
    assert not bar.isHidden()
    assert bar.reason.text() == "周老师 退回：第二段漏了 <b>机构</b>"
    asked = SubmitDialog(None, session)
    qtbot.addWidget(asked)
    assert not [line for line in asked.left if "批注" in line]
    with qtbot.waitSignal(bar.submit_requested):
        bar.again.click()
    workspace.apply(lambda: set_status(session.layer, "submitted"))
    assert bar.isHidden()
    workspace.undo()
    assert not bar.isHidden()
    workspace.open_bulletin(workspace.bulletins()[1].id)
    assert bar.isHidden()


# Blind ----------------------------------------------------------------------------------------------------------------


def test_an_annotator_reads_nothing_of_a_colleagues_work_in_the_history_before_submitting(workspace):
    project = workspace.project
    theirs = submitted_by(workspace, "乙", "志愿服务")
    own = sit(workspace, "甲")
    assert theirs.id in hidden_layers(project)
    model = HistoryModel()

    def told() -> str:
        model.show_journal(project, None)
        return "\n".join(model.index(n).data() for n in range(model.rowCount()))

    assert "“志愿服务”" not in told()
    workspace.apply(mentions.add(own.text.content, own.layer.id, "LOC", [kit.span("青山街道")]))
    assert "“青山街道”" in told()
    workspace.apply(lambda: set_status(own.layer, "submitted"))
    assert "“志愿服务”" in told()


def test_without_the_rule_and_for_reviewers_nothing_is_hidden(workspace):
    project = workspace.project
    submitted_by(workspace, "乙", "志愿服务")
    project.apply(add_person(project, "周老师", "reviewer"))
    project.set_annotator("周老师")
    assert hidden_layers(project) == frozenset()
    project.set_annotator("甲")
    assert hidden_layers(project)
    set_blind(project, False)
    assert hidden_layers(project) == frozenset()


def test_a_project_that_is_damaged_where_every_view_reads_is_refused_and_the_present_one_stays(
    qtbot, tmp_path, monkeypatch
):
    workspace = make_workspace(tmp_path)
    present, failed = workspace.project, []
    workspace.failed.connect(failed.append)
    Project.create(tmp_path / "damaged.jiaozhu").close()

    def layers(*_):
        raise UserError("malformed", code="storage.failed", where="x", reason="malformed")

    monkeypatch.setattr("models.storage.Store.layers", layers)
    assert not workspace.open_project(tmp_path / "damaged.jiaozhu")
    monkeypatch.undo()
    assert workspace.project is present
    assert [error.code for error in failed] == ["project.unreadable"]
    workspace.close_project()
