"""Work packages: made, dropped, looked at, merged, reported."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui.dialogs.merge import MergeDialog
from gui.dialogs.package import PackageDialog
from gui.tables.merge_lines import REFUSALS, MergeModel, rows_of
from gui.workspace import Workspace
from models import mentions
from models.bulletins import Bulletin, set_status
from models.errors import UserError
from models.labels import Label
from models.people import Assignment
from models.project import Project
from models.review import arrivals
from models.review.assign import add_person, assign
from models.review.merge import NEW, OLDER, REFUSED, Line
from models.review.packages import PACKAGE, export_package
from models.taxonomy import add_row
from tests.gui.dialogs_kit import LEFT, drop_files, press, shown, while_open, write
from tests.gui.test_dialogs_team import TEXTS
from tests.models.review_kit import new_project


@pytest.fixture
def workspace(qtbot, tmp_path):
    project = new_project(tmp_path, texts=TEXTS)
    for name, job in (("甲", "annotator"), ("乙", "annotator"), ("周老师", "reviewer")):
        project.apply(add_person(project, name, job))
    project.apply(assign(project, project.store.bulletins()[1].id, "甲"))
    project.set_annotator("主任")
    project.close()
    made = Workspace()
    assert made.open_project(tmp_path / "team.jiaozhu")
    yield made
    made.close_project()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def returned(workspace, name: str, *, label: str = "PER", bulletins: int = 1):
    """A package that went out to somebody and came back with a mention in each of the first bulletins."""
    project = workspace.project
    path = project.path.with_name(f"{name}.jiaozhu")
    export_package(project, path, name, [b.id for b in project.store.bulletins()])
    copy = Project.open(path)
    if label not in copy.labels.label_by_id:
        copy.apply(add_row(copy.labels.labels, Label(label, "新", "New", "")))
    for bulletin in copy.store.bulletins()[:bulletins]:
        session = copy.open_session(bulletin)
        copy.apply(mentions.add(session.text.content, session.layer.id, label, [(5, 7)]))
        copy.apply(set_status(copy.session.layer, "submitted"))
    copy.close()
    return path


def layers(workspace) -> list[tuple[str, str]]:
    return sorted((i.annotator, i.status) for i in workspace.project.store.layers())


# Making ---------------------------------------------------------------------------------------------------------------


def test_a_package_proposes_what_is_assigned_and_a_name_for_the_file(qtbot, workspace):
    dialog = shown(qtbot, PackageDialog(None, workspace, workspace.project))
    dialog.person.choose("甲")
    assert [row.checked for row in dialog.list.model.rows] == [False, True, False]
    assert dialog.target.text().endswith("team-甲.jiaozhu")
    assert dialog.blind.isChecked()
    dialog.person.choose("周老师")
    assert not dialog.blind.isChecked()
    assert [row.checked for row in dialog.list.model.rows] == [True, True, True]


def test_a_package_is_made_by_keys_and_is_the_colleagues_own(workspace, window, tmp_path):
    told = []
    workspace.told.connect(told.append)

    def act(dialog: PackageDialog) -> None:
        dialog.person.choose("乙")
        dialog.list.setFocus()
        press(dialog, "Space")
        press(dialog, "Down")
        press(dialog, "Space")
        QTest.mouseClick(dialog._box.buttons()[0], LEFT)

    while_open(PackageDialog, act)
    made = PackageDialog.ask(window, workspace)
    assert (made.annotator, made.bulletins) == ("乙", 2)
    assert told == [f"给 乙 的工作包已写好，2 篇：{tmp_path / 'team-乙.jiaozhu'}"]
    package = Project.open(made.path)
    assert (package.annotator, package.store.setting(PACKAGE)) == ("乙", "乙")
    assert [b.name for b in package.store.bulletins()] == ["000.txt", "001.txt"]
    package.close()
    assert sum(a.annotator == "乙" for a in workspace.project.store.items(Assignment)) == 2


def test_a_name_may_be_written_and_characters_no_file_can_bear_are_replaced(qtbot, workspace):
    dialog = shown(qtbot, PackageDialog(None, workspace, workspace.project))
    dialog.person.setFocus()
    dialog.person.lineEdit().selectAll()
    write(dialog, "a/b:c")
    assert dialog.name == "a/b:c"
    assert dialog.target.text().endswith("team-a_b_c.jiaozhu")
    dialog.person.lineEdit().clear()
    assert not dialog._box.buttons()[0].isEnabled()


def test_a_package_is_never_written_over_a_file_and_assigns_nothing_then(qtbot, workspace, tmp_path):
    dialog = shown(qtbot, PackageDialog(None, workspace, workspace.project))
    dialog.person.choose("乙")
    dialog._choose({b.id for b in workspace.bulletins()})
    before = workspace.project.store.items(Assignment)
    said = []
    for name, sentence in (
        ("team.jiaozhu", f"{tmp_path / 'team.jiaozhu'} 已经存在。请换一个名字，或直接打开它。"),
        ("team.jiaozhu/inside.jiaozhu", None),
    ):
        dialog.target.setText(str(tmp_path / name))
        while_open(QMessageBox, lambda box: (said.append(box.text()), press(box, "Return")))
        dialog.make()
        assert dialog.made is None
        assert workspace.project.store.items(Assignment) == before
        assert workspace.project.history.redo is None
        assert sentence is None or said[-1] == sentence
    assert "inside.jiaozhu" in said[-1]


# Merging --------------------------------------------------------------------------------------------------------------


def test_a_package_has_the_ending_by_which_it_is_found(qtbot, workspace, tmp_path):
    dialog = shown(qtbot, PackageDialog(None, workspace, workspace.project))
    dialog.person.choose("甲")
    dialog.target.setFocus()
    dialog.target.selectAll()
    write(dialog, str(tmp_path / "out2024.11"))
    press(dialog, "Return")
    assert dialog.made.path == tmp_path / "out2024.11.jiaozhu"
    assert dialog.made.path.is_file()


def test_lines_of_a_merge_obey_the_rules_of_a_model(qtmodeltester, tmp_path):
    model = MergeModel()
    qtmodeltester.check(model)
    bulletin = Bulletin("b", "001.txt", "0" * 64, 9)
    lines = [Line(tmp_path / "a.jiaozhu", bulletin, "甲", "annotator", what, comments=1) for what in (OLDER, NEW)]
    lines.append(Line(tmp_path / "a.jiaozhu", bulletin, "", "gold", REFUSED, "x", refusal="label", facts="<b>LAW</b>"))
    unread = {tmp_path / "b.jiaozhu": UserError("x", code="project.foreign", path="b.jiaozhu")}
    model.set_rows(rows_of(lines, unread))
    qtmodeltester.check(model)
    assert model.as_text().splitlines()[1:] == [
        "不能合并\t—\t—\tb.jiaozhu\tb.jiaozhu 不是校注项目。",
        "不能合并\t001.txt\t金标层\ta.jiaozhu\t用到了本项目标签集里没有的 <b>LAW</b>。请先补上，再合并。",
        "新增\t001.txt\t甲\ta.jiaozhu\t带来批注 1 条",
        "保留本项目的\t001.txt\t甲\ta.jiaozhu\t这里的改动更晚，带来批注 1 条",
    ]


def test_every_reason_of_a_refusal_has_its_sentence():
    assert REFUSALS.keys() == arrivals.REFUSALS.keys()


def test_files_are_looked_at_before_anything_happens_and_merged_by_one_step(qtbot, workspace, window):
    paths = [returned(workspace, "甲"), returned(workspace, "乙", bulletins=2)]
    told = []
    workspace.told.connect(told.append)

    def act(dialog: MergeDialog) -> None:
        assert layers(workspace) == []
        assert dialog._sum.text() == "将会：新增 3 个标注层"
        press(dialog, "Return")

    while_open(MergeDialog, act)
    assert MergeDialog.ask(window, workspace, paths)
    assert told == ["已合并：新增 3 个标注层"]
    assert layers(workspace) == [("乙", "submitted"), ("乙", "submitted"), ("甲", "submitted")]
    workspace.undo()
    assert layers(workspace) == []
    workspace.redo()
    assert len(layers(workspace)) == 3
    again = shown(qtbot, MergeDialog(None, workspace, paths))
    assert again._sum.text() == "将会：3 个没有变化"
    assert not again._box.buttons()[0].isEnabled()


def test_what_is_refused_stays_on_screen_to_be_copied_and_saved(qtbot, workspace, tmp_path, monkeypatch):
    broken = tmp_path / "坏.jiaozhu"
    broken.write_text("nothing of ours", encoding="utf-8")
    project = workspace.project
    dialog = shown(qtbot, MergeDialog(None, workspace, [returned(workspace, "甲"), broken, project.path]))
    dialog.add([returned(workspace, "乙", label="LAW"), tmp_path / "没有.jiaozhu"])
    fates = [(row.fate, row.path.name) for row in dialog.model.rows()]
    assert fates[-1] == (NEW, "甲.jiaozhu")
    assert {name for fate, name in fates if fate == REFUSED} == {
        "team.jiaozhu", "坏.jiaozhu", "没有.jiaozhu", "乙.jiaozhu",
    }  # fmt: skip
    QTest.mouseClick(dialog._box.buttons()[0], LEFT)
    assert dialog.isVisible()
    assert layers(workspace) == [("甲", "submitted")]
    assert dialog.merged == "已合并：新增 1 个标注层、4 项不能合并"
    QTest.mouseClick(dialog.copy_button, LEFT)
    text = QGuiApplication.clipboard().text()
    assert "用到了这里没有的 LAW" in text
    assert f"{tmp_path / 'team.jiaozhu'} 就是打开的这个项目" in text
    target = tmp_path / "报告.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    press(dialog, "Ctrl+S")
    assert target.read_text(encoding="utf-8") == text
    press(dialog, "Return")
    assert not dialog.isVisible()


def test_files_are_dropped_on_the_dialog_and_taken_off_again(qtbot, workspace, tmp_path):
    path = returned(workspace, "甲")
    dialog = shown(qtbot, MergeDialog(None, workspace))
    assert dialog._sum.text() == "还没有文件。"
    drop_files(dialog, [path], 9)
    assert dialog.model.rowCount() == 1
    press(dialog, "Ctrl+Del")
    assert dialog.model.rowCount() == 0
    assert dialog.plan is None


def test_a_package_without_work_says_so(qtbot, workspace):
    dialog = shown(qtbot, MergeDialog(None, workspace, [returned(workspace, "甲", bulletins=0)]))
    assert dialog._sum.text() == "这些文件里没有做过的标注。"


def test_a_file_damaged_inside_has_its_line_and_keeps_no_other_from_being_merged(qtbot, workspace):
    good, bad = returned(workspace, "甲"), returned(workspace, "乙")
    bad.write_bytes(bad.read_bytes()[:8192] + b"\x5a" * (bad.stat().st_size - 8192))
    dialog = shown(qtbot, MergeDialog(None, workspace, [bad, good]))
    assert [(row.fate, row.path) for row in dialog.model.rows()] == [(REFUSED, bad), (NEW, good)]
    press(dialog, "Ctrl+Del")
    assert [row.path for row in dialog.model.rows()] == [good]
    dialog.merge()
    assert layers(workspace) == [("甲", "submitted")]
