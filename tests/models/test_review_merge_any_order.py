"""Merging gives the same whatever the order, the grouping and the number of times; nothing ever disappears."""

import tempfile
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import mentions
from models.bulletins import STATUSES, Comment, LayerInfo, comment_on, set_status
from models.decision import Decision
from models.project import Project
from models.review.arrivals import State, joined, states_of
from models.review.decisions import NOTHING, Verdict, decide, send_back
from models.review.gold import flow
from models.review.merge import merge_files
from models.review.packages import export_package
from models.review.reviewing import open_review
from models.review.stamps import Stamps
from models.storage.database import backup
from models.storage.replay import differences as replayed
from tests.models.review_kit import STARTS, TEXT, annotate, named, new_project

S = STARTS
SPOTS = [named(TEXT, "李明"), named(TEXT, "王芳"), named(TEXT, "东岸社区"), named(TEXT, "志愿者")]
SLOW = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))

# One step of somebody's work in a package: what, on which bulletin, where.
STEP = st.tuples(st.sampled_from(["tag", "split", "comment", "submit", "undo", "decide"]), st.integers(0, 1),
                 st.integers(0, 3))  # fmt: skip
WORK = st.lists(STEP, max_size=5)


@contextmanager
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def base(where):
    project = new_project(where, "base.jiaozhu", [TEXT, TEXT + "\n第二期"])
    for name, label in (("甲", "PER"), ("乙", "ORG")):
        for n in range(2):
            rows = [(0, 0, "masthead"), (S[2], 1, "article")]
            annotate(project, name, rows, [(*SPOTS[0], label)], bulletin=n)
    project.set_annotator("管理员")
    project.apply(flow(project, open_review(project, project.store.bulletins()[0])))
    return project


def do(copy, step):
    """Do one step as whoever the file belongs to; what makes no sense there is left out."""
    what, number, spot = step
    bulletin = copy.store.bulletins()[number]
    if what == "undo":
        copy.undo()
        return
    if what == "decide":
        if len([i for i in copy.store.layers(bulletin.id) if i.role == "annotator"]) > 1:
            review = open_review(copy, bulletin)
            if review.differences:
                verdict = NOTHING if spot % 2 else Verdict((0,))
                copy.apply(decide(copy, review, review.differences[0], verdict, f"理由{spot}"))
        return
    session = copy.open_session(bulletin)
    layer = session.layer.id
    if what == "tag":
        copy.apply(mentions.add(session.text.content, layer, ("PER", "LOC")[spot % 2], [SPOTS[spot]]))
    elif what == "split":
        if len(session.outline) and S[3 + spot] not in session.outline.starts:
            copy.apply(session.outline.split(S[3 + spot]))
    elif what == "comment":
        copy.apply(comment_on(layer, "", copy.annotator, "2026-11-21T10:00:00Z", f"第{spot}条"))
    else:
        copy.apply(set_status(session.layer, "submitted"))


def packages(project, works):
    """Packages with the work done in them: two copies for 甲 (two desks), one for 乙, one for a reviewer."""
    keys = [b.id for b in project.store.bulletins()]
    paths = []
    for n, (name, blind) in enumerate([("甲", True), ("甲", True), ("乙", True), ("审核员", False)]):
        path = project.path.with_name(f"package{n}.jiaozhu")
        export_package(project, path, name, keys, blind=blind)
        copy = Project.open(path)
        for step in works[n]:
            do(copy, step)
        copy.close()
        paths.append(path)
    return paths


def told(project):
    """All that a project says, ids of rows aside."""
    return {
        key: (s.digest, s.layer.status, s.stamps, {c.id: (c.text, c.resolved) for c in s.comments.values()},
              {d.id: d.outcome for d in s.decisions.values()})
        for key, s in states_of(project).items()
    }  # fmt: skip


def merged(source, paths, name, *, apart=False):
    """What a fresh copy of the source says after merging the files, all at once or one after the other."""
    path = source.with_name(name)
    backup(source, path)
    project = Project.open(path)
    for group in [[p] for p in paths] if apart else [paths]:
        merge_files(project, group)
    found = told(project)
    assert replayed(project.store) == []
    project.close()
    return found


AGES = st.integers(0, 5).map(str)
COPIES = st.builds(
    lambda content, at, status, said: State(
        LayerInfo("l", "b", "甲", status=status), Stamps(content, at), digest=said if content != "0" else ""
    ),
    AGES, AGES, st.sampled_from(STATUSES), st.sampled_from("xy"),
)  # fmt: skip


@given(COPIES, COPIES, COPIES)
def test_copies_of_a_layer_join_to_the_same_in_any_order(a, b, c):
    assert joined(joined(a, b), c) == joined(a, joined(b, c)) == joined(joined(c, a), b)
    assert joined(a, b) == joined(b, a) == joined(joined(a, b), b)
    assert joined(a, a) == a


@SLOW
@given(st.lists(WORK, min_size=4, max_size=4), st.permutations(range(4)))
def test_merging_is_commutative_associative_and_idempotent(works, order):
    with folder() as where:
        project = base(where)
        paths = packages(project, works)
        source = project.path
        project.close()
        once = merged(source, paths, "once.jiaozhu")
        turned = [paths[n] for n in order]
        assert merged(source, turned, "turned.jiaozhu", apart=True) == once
        assert merged(source, [*turned, *paths, turned[0]], "often.jiaozhu", apart=True) == once
        # Packages merged into one another first, then into the project.
        group = merged(turned[0], turned[1:], "group.jiaozhu", apart=True)
        assert group
        assert merged(source, [where / "group.jiaozhu"], "grouped.jiaozhu") == once


class Ledger:
    """What is in a project, to be sure that nothing leaves it."""

    def __init__(self, project):
        store = project.store
        self.layers = {i.id for i in store.layers()}
        self.comments = {c.id for c in store.items(Comment)}
        self.decisions = {d.id for d in store.items(Decision)}

    def __le__(self, other):
        return (self.layers <= other.layers and self.comments <= other.comments
                and self.decisions <= other.decisions)  # fmt: skip


MOVE = st.sampled_from(["merge0", "merge1", "merge2", "merge3", "undo", "redo", "return", "resubmit", "flow"])


def move(project, what, paths):
    layers = [i for i in project.store.layers() if i.role == "annotator"]
    if what.startswith("merge"):
        merge_files(project, [paths[int(what[-1])]])
    elif what == "undo":
        project.undo()
    elif what == "redo":
        project.redo()
    elif what == "return":
        for layer in [i for i in layers if i.status == "submitted"][:1]:
            project.apply(send_back(layer, "管理员", "请再看"))
    elif what == "resubmit":
        for layer in [i for i in layers if i.status == "returned"]:
            project.apply(set_status(layer, "submitted"))
    else:
        for bulletin in project.store.bulletins():
            project.apply(flow(project, open_review(project, bulletin)))


@SLOW
@given(st.lists(WORK, min_size=4, max_size=4), st.lists(MOVE, max_size=8))
def test_no_layer_comment_or_decision_disappears(works, moves):
    with folder() as where:
        project = base(where)
        paths = packages(project, works)
        for what in moves:
            before = Ledger(project)
            move(project, what, paths)
            if what != "undo":
                assert before <= Ledger(project)
        assert replayed(project.store) == []
        merge_files(project, paths)
        end, here = Ledger(project), states_of(project)
        for path in paths:
            copy = Project.open(path)
            # A layer that was only looked at is no work.
            assert {key for key, state in states_of(copy).items() if not state.untouched} <= here.keys()
            theirs = Ledger(copy)
            assert theirs.comments <= end.comments
            assert theirs.decisions <= end.decisions
            copy.close()
        # Flowing after everything brings the gold layer to rest, and every decision still holds.
        for bulletin in project.store.bulletins():
            project.apply(flow(project, open_review(project, bulletin)))
            assert not flow(project, open_review(project, bulletin))
        assert end <= Ledger(project)
        project.close()
