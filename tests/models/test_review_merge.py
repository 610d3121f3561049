"""Work packages go out, come back and are merged: the same result in any order, nothing dropped in silence."""

import json
import sqlite3

import pytest

from models import mentions
from models.bulletins import Comment, comment_on, set_status
from models.decision import Decision
from models.errors import UserError
from models.labels import Label, Theme, add_theme
from models.outline import Outline
from models.people import Assignment
from models.project import Imported, Project
from models.review.assign import assign
from models.review.decisions import decide, send_back, side
from models.review.gold import flow
from models.review.merge import NEW, NEWER, OLDER, REFUSED, SAME, counts, merge_files, plan_merge
from models.review.packages import PACKAGE, export_package
from models.review.reviewing import open_review
from models.storage.replay import differences as replayed
from models.taxonomy import add_row, merge_theme
from tests.models.review_kit import STARTS, TEXT, annotate, named, new_project

S = STARTS
PERSON, PLACE, OTHER = named(TEXT, "李明"), named(TEXT, "东岸社区"), named(TEXT, "王芳")
ROWS = ([(0, 0, "masthead"), (S[2], 1, "article", None, ["party.study"])], [(*PERSON, "PER")])


@pytest.fixture
def project(tmp_path):
    project = new_project(tmp_path, texts=[TEXT, TEXT + "\n第二期"])
    annotate(project, "甲", *ROWS, status="in_progress")
    annotate(project, "乙", *ROWS)
    project.set_annotator("管理员")
    return project


def send_out(project, annotator="甲", name=None, **more):
    path = project.path.with_name(name or f"{annotator}.jiaozhu")
    export_package(project, path, annotator, [b.id for b in project.store.bulletins()], **more)
    return path


def work(path, annotator="甲", label="ORG", span=OTHER, submit=True):
    """Open a package, tag something, submit."""
    copy = Project.open(path)
    layer = copy.open_session(copy.store.bulletins()[0]).layer
    assert layer.annotator == annotator
    copy.apply(mentions.add(TEXT, layer.id, label, [span]))
    if submit:
        copy.apply(set_status(copy.session.layer, "submitted"))
    copy.close()


def tagged(project, annotator="甲", bulletin=0):
    layer = project.layer_of(project.store.bulletins()[bulletin].id, annotator)
    return sorted((m.start, m.end, m.label) for m in project.store.mentions(layer.id)) if layer else None


def test_a_package_is_blind_and_holds_all_that_its_annotator_needs(project):
    layer = project.layer_of(project.store.bulletins()[0].id, "甲")
    project.apply(comment_on(layer.id, "", "管理员", "2026-11-21T10:00:00Z", "请看分段"))
    project.set_annotator("管理员")
    package = Project.open(send_out(project))
    store = package.store
    assert (package.annotator, store.setting(PACKAGE)) == ("甲", "甲")
    assert [b.name for b in store.bulletins()] == ["000.txt", "001.txt"]
    assert [store.content(b.id) for b in store.bulletins()] == [TEXT, TEXT + "\n第二期"]
    assert package.labels == project.labels
    assert [i.annotator for i in store.layers()] == ["甲"]
    assert [c.text for c in store.items(Comment)] == ["请看分段"]
    assert tagged(package) == [(*PERSON, "PER")]
    assert replayed(store) == []
    assert "乙" not in json.dumps([store.change_of(e.id).args for e in store.journal()], ensure_ascii=False)
    assert "乙".encode() not in package.path.read_bytes()
    package.close()


def test_a_package_for_a_reviewer_holds_everything(project):
    annotate(project, "甲", *ROWS)
    project.apply(flow(project, open_review(project, project.store.bulletins()[0])))
    package = Project.open(send_out(project, "审核员", blind=False))
    assert sorted((i.role, i.annotator) for i in package.store.layers()) == [
        ("annotator", "乙"), ("annotator", "甲"), ("gold", "gold")]  # fmt: skip
    assert open_review(package, package.store.bulletins()[0]).agreed == 3
    package.close()


def test_a_package_is_never_written_over_a_file_and_never_left_half(project, tmp_path):
    path = send_out(project)
    with pytest.raises(UserError, match="exists"):
        send_out(project)
    with pytest.raises(UserError, match="at least one"):
        export_package(project, tmp_path / "x.jiaozhu", "甲", [])
    assert sorted(p.name for p in tmp_path.glob("*.jiaozhu*") if "team" not in p.name) == [path.name]


def test_merging_brings_the_work_back_and_can_be_previewed_repeated_and_undone(project):
    path = send_out(project)
    work(path)
    before = path.read_bytes()
    plan = plan_merge(project, [path])
    assert [(line.annotator, line.what) for line in plan.lines] == [("甲", NEWER)]
    assert tagged(project) == [(*PERSON, "PER")]
    done = merge_files(project, [path])
    assert done.lines == plan.lines
    assert tagged(project) == sorted([(*PERSON, "PER"), (*OTHER, "ORG")])
    assert project.layer_of(project.store.bulletins()[0].id, "甲").status == "submitted"
    assert replayed(project.store) == []
    again = merge_files(project, [path, path])
    assert {line.what for line in again.lines} == {SAME}
    assert not again.step
    project.undo()
    assert tagged(project) == [(*PERSON, "PER")]
    assert project.layer_of(project.store.bulletins()[0].id, "甲").status == "in_progress"
    assert counts(merge_files(project, [path]))[NEWER] == 1
    assert tagged(project) == sorted([(*PERSON, "PER"), (*OTHER, "ORG")])
    assert path.read_bytes() == before


def test_a_layer_that_the_project_does_not_have_yet_is_new(project):
    path = send_out(project, "丙")
    work(path, "丙")
    (line,) = merge_files(project, [path]).lines
    assert (line.annotator, line.what) == ("丙", NEW)
    assert "丙's layer of 000.txt is new" in line.sentence
    assert tagged(project, "丙") == [(*OTHER, "ORG")]
    # The second bulletin was not opened by 丙: nothing is made of it.
    assert project.layer_of(project.store.bulletins()[1].id, "丙") is None


def test_work_here_that_is_later_stays_and_the_report_says_so(project):
    path = send_out(project)
    work(path, submit=False)
    project.set_annotator("甲")
    project.open_session(project.store.bulletins()[0])
    project.apply(mentions.add(TEXT, project.session.layer.id, "LOC", [PLACE]))
    (line,) = merge_files(project, [path]).lines
    assert line.what == OLDER
    assert tagged(project) == sorted([(*PERSON, "PER"), (*PLACE, "LOC")])


def test_a_layer_sent_back_takes_the_work_done_before_that(project):
    annotate(project, "甲", *ROWS)
    path = send_out(project)
    work(path, submit=False)
    layer = project.layer_of(project.store.bulletins()[0].id, "甲")
    project.apply(send_back(layer, "审核员", "请补标"))
    merge_files(project, [path])
    assert tagged(project) == sorted([(*PERSON, "PER"), (*OTHER, "ORG")])
    assert project.layer_of(layer.bulletin, "甲").status == "returned"
    assert [c.text for c in project.store.items(Comment)] == ["请补标"]


def test_work_that_goes_on_here_is_not_called_submitted_because_an_earlier_copy_was(project):
    path = send_out(project)
    work(path, submit=True)
    project.set_annotator("甲")
    bulletin = project.store.bulletins()[0]
    project.open_session(bulletin)
    project.apply(mentions.add(TEXT, project.session.layer.id, "LOC", [PLACE]))
    (line,) = merge_files(project, [path]).lines
    assert (line.what, line.status) == (OLDER, "")
    assert project.layer_of(bulletin.id, "甲").status == "in_progress"


def test_work_that_is_sent_back_stays_so_where_its_annotator_went_on_without_knowing(project):
    path = send_out(project)
    work(path)
    merge_files(project, [path])
    layer = project.layer_of(project.store.bulletins()[0].id, "甲")
    project.apply(send_back(layer, "审核员", "请补标"))
    work(path, label="LOC", span=PLACE, submit=False)
    merge_files(project, [path])
    assert len(tagged(project)) == 3
    assert project.layer_of(layer.bulletin, "甲").status == "returned"


def test_a_status_set_after_all_work_holds_and_the_report_says_so(project):
    path = send_out(project)
    project.set_annotator("甲")
    bulletin = project.store.bulletins()[0]
    project.open_session(bulletin)
    project.apply(mentions.add(TEXT, project.session.layer.id, "LOC", [PLACE]))
    copy = Project.open(path)
    copy.apply(set_status(copy.open_session(copy.store.bulletins()[0]).layer, "submitted"))
    copy.close()
    (line,) = merge_files(project, [path]).lines
    assert (line.what, line.status) == (OLDER, "submitted")
    assert line.sentence.endswith("; its status becomes submitted")
    assert project.layer_of(bulletin.id, "甲").status == "submitted"


@pytest.mark.parametrize("table", ["mention", "section", "content", "journal"])
def test_a_file_damaged_inside_is_named_and_nothing_is_taken_from_it(project, table):
    path = send_out(project)
    work(path)
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    file.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\x5a" * size
    path.write_bytes(data)
    with pytest.raises(UserError, match=path.name) as caught:
        merge_files(project, [path])
    assert caught.value.facts["path"] == str(path)
    assert tagged(project) == sorted([(*PERSON, "PER")])


def test_an_unknown_label_is_refused_with_the_reason_and_taken_once_it_is_known(project):
    path = send_out(project)
    copy = Project.open(path)
    copy.apply(add_row(copy.labels.labels, Label("GPE", "行政区", "GPE")))
    copy.close()
    work(path, label="GPE")
    (line,) = merge_files(project, [path]).refused
    assert line.what == REFUSED
    assert "newer label set" in line.reason
    assert "GPE" in line.reason
    assert tagged(project) == [(*PERSON, "PER")]
    project.apply(add_row(project.labels.labels, Label("GPE", "行政区", "GPE")))
    assert merge_files(project, [path]).refused == ()
    assert (*OTHER, "GPE") in tagged(project)


def test_a_label_unknown_to_a_project_that_is_ahead_is_called_unknown(project):
    path = send_out(project)
    work(path, label="ODD")
    project.apply(add_theme(project.labels, Theme("new", "新主题", "New")))
    (line,) = merge_files(project, [path]).refused
    assert "does not know: ODD" in line.reason
    assert "newer" not in line.reason


def test_a_changed_text_and_an_unknown_text_are_refused(project, tmp_path):
    path = send_out(project)
    work(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE content SET content = replace(content, '王芳', '王方')")
    connection.close()
    (line,) = merge_files(project, [path]).refused
    assert "was changed" in line.reason
    (tmp_path / "other").mkdir()
    stranger = new_project(tmp_path / "other", texts=["别的刊物"])
    annotate(stranger, "甲")
    stranger.close()
    (line,) = merge_files(project, [stranger.path]).refused
    assert "no bulletin" in line.reason


def test_a_file_that_is_no_project_is_named(project, tmp_path):
    for name, content in (("a.jiaozhu", b"nothing"), ("b.jiaozhu", b"")):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UserError, match=name):
            merge_files(project, [path])
    with pytest.raises(UserError, match="no project file"):
        merge_files(project, [tmp_path / "gone.jiaozhu"])


def test_a_theme_merged_here_is_merged_in_what_comes_back(project):
    path = send_out(project)
    work(path)
    project.apply(merge_theme(project, "party.study", "party.life"))
    merge_files(project, [path])
    layer = project.layer_of(project.store.bulletins()[0].id, "甲")
    assert [s.themes for s in project.store.sections(layer.id) if s.themes] == [("party.life",)]
    assert (*OTHER, "ORG") in tagged(project)


def test_a_reviewers_decisions_come_back(project):
    annotate(project, "甲", ROWS[0], [(*PERSON, "ORG")])
    path = send_out(project, "审核员", blind=False)
    copy = Project.open(path)
    review = open_review(copy, copy.store.bulletins()[0])
    copy.apply(decide(copy, review, review.differences[0], side(review.differences[0], "甲"), "是单位"))
    copy.close()
    plan = merge_files(project, [path])
    assert counts(plan)["decisions"] == 1
    assert project.store.items(Decision)[0].reason == "是单位"
    assert not open_review(project, project.store.bulletins()[0]).open
    assert replayed(project.store) == []


def test_comments_are_added_and_never_taken_away(project):
    layer = project.layer_of(project.store.bulletins()[0].id, "甲")
    target = project.store.mentions(layer.id)[0].id
    project.apply(comment_on(layer.id, target, "管理员", "2026-11-21T10:00:00Z", "这里"))
    path = send_out(project)
    copy = Project.open(path)
    copy.apply(comment_on(layer.id, target, "甲", "2026-11-22T10:00:00Z", "改了"))
    copy.close()
    plan = merge_files(project, [path])
    assert [line.comments for line in plan.lines] == [1]
    assert {c.text for c in project.store.items(Comment)} == {"这里", "改了"}
    assert {c.target for c in project.store.items(Comment)} == {target}


def test_ids_that_belong_to_another_layer_are_replaced(project, tmp_path):
    (tmp_path / "other").mkdir()
    other = new_project(tmp_path / "other", texts=[TEXT])
    theirs = annotate(other, "丁", *ROWS)
    ours = project.layer_of(project.store.bulletins()[0].id, "甲")
    row = project.store.mentions(ours.id)[0]
    other.apply(mentions.remove(other.store.mentions(theirs.id)))
    made = mentions.add(TEXT, theirs.id, "PER", [PLACE])
    with_same_id = made.after[0].__class__(row.id, theirs.id, "PER", (PLACE,))
    other.apply(made.__class__(made.name, (), (with_same_id,), made.args, theirs.id))
    other.close()
    for _ in range(2):
        merge_files(project, [other.path])
    assert tagged(project, "丁") == [(*PLACE, "PER")]
    assert tagged(project, "甲") == [(*PERSON, "PER")]
    assert replayed(project.store) == []


def test_a_merge_keeps_outlines_whole_and_continuations_linked(project):
    path = send_out(project, "丙")
    copy = Project.open(path)
    layer = copy.open_session(copy.store.bulletins()[0]).layer
    for offset, kind in ((0, "masthead"), (S[2], "article"), (S[6], "caption"), (S[7], "article")):
        copy.apply(copy.session.outline.split(offset, kind=kind))
    outline = copy.session.outline
    copy.apply(outline.resume(outline.at(S[7]), outline.at(S[2])))
    copy.close()
    merge_files(project, [path])
    layer = project.layer_of(project.store.bulletins()[0].id, "丙")
    merged = Outline.of(layer.id, len(TEXT), project.store.sections(layer.id))
    assert merged.at(S[7]).continues == merged.at(S[2]).id


def test_assignments_go_along_with_the_package(project):
    project.apply(assign(project, project.store.bulletins()[0].id, "甲"))
    project.apply(assign(project, project.store.bulletins()[0].id, "乙"))
    package = Project.open(send_out(project))
    assert [a.annotator for a in package.store.items(Assignment)] == ["甲"]
    package.close()


def test_a_text_imported_by_both_sides_is_the_same_bulletin(project, tmp_path):
    (tmp_path / "other").mkdir()
    other = Project.create(tmp_path / "other" / "mine.jiaozhu")
    other.add_bulletins([Imported("mine.txt", TEXT)])
    annotate(other, "戊", *ROWS)
    other.close()
    (line,) = merge_files(project, [other.path]).lines
    assert (line.what, line.bulletin.name) == (NEW, "000.txt")
