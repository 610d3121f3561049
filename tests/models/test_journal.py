"""Any sequence of changes keeps the invariants, undoes to the start, replays from the journal, and loses nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import mentions
from models.changes import Change
from models.errors import UserError
from models.outline import CONTINUATION
from models.project import Imported, Project
from models.session import Session
from models.storage import replay

CONTENT = (
    "社区简报 第一期\n\n甲区委组织部召开会议。\n一、学习𠮷精神\n全区党员参加，区委书记讲话。\n"
    "图为会场\n会上还部署了工作。\n简讯\n乙。丙。丁。"
)
LENGTH = len(CONTENT)
KINDS = ("masthead", "column", "article", "subsection", "brief", "caption", "footer", CONTINUATION)
THEMES = ("party.study", "city.waste", "welfare.youth")

offsets = st.integers(0, LENGTH)
places = st.integers(0, 30)
steps = st.one_of(
    st.tuples(st.just("split"), offsets, st.sampled_from(KINDS[:-1])),
    st.tuples(st.just("merge"), places, st.none()),
    st.tuples(st.just("move"), places, offsets),
    st.tuples(st.just("level"), places, st.sampled_from((-1, 1))),
    st.tuples(st.just("kind"), places, st.sampled_from(KINDS)),
    st.tuples(st.just("heading"), places, st.one_of(st.none(), offsets)),
    st.tuples(st.just("themes"), places, st.lists(st.sampled_from(THEMES), max_size=3)),
    st.tuples(st.just("unsure"), places, st.booleans()),
    st.tuples(st.just("add"), st.lists(st.tuples(offsets, offsets), min_size=1, max_size=3), st.just("ORG")),
    st.tuples(st.just("relabel"), places, st.sampled_from(("PER", "LOC"))),
    st.tuples(st.just("resize"), places, st.tuples(offsets, offsets)),
    st.tuples(st.just("remove"), places, st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("redo"), st.none(), st.none()),
)  # fmt: skip


def change_of(session: Session, step) -> Change | None:
    verb, first, second = step
    outline, rows = session.outline, list(session.mentions)
    if verb == "split":
        return outline.split(first, kind=second)
    if verb == "add":
        return mentions.add(CONTENT, session.layer.id, second, first)
    if verb in ("relabel", "resize", "remove"):
        if not rows:
            return None
        row = rows[first % len(rows)]
        if verb == "resize":
            return mentions.resize(CONTENT, row, *second)
        return mentions.remove([row]) if verb == "remove" else mentions.relabel([row], second)
    if not len(outline):
        return None
    section = outline[first % len(outline)]
    made = {
        "merge": lambda: outline.merge(section),
        "move": lambda: outline.move(section, second),
        "level": lambda: outline.relevel(section, second),
        "kind": lambda: outline.set_kind(section, second),
        "heading": lambda: outline.set_heading(section, second),
        "themes": lambda: outline.set_themes(section, second),
        "unsure": lambda: outline.set_unsure(section, second),
    }
    return made[verb]()


def state(session: Session) -> tuple:
    return session.layer, session.outline.sections, tuple(session.mentions)


def themes(session: Session) -> set[str]:
    return {t for s in session.outline for t in (*s.themes, *(p.id for p in s.suggested))}


def apply(project: Project, session: Session, step) -> None:
    """One step; what a step by its nature keeps is checked here."""
    if step[0] in ("undo", "redo"):
        getattr(project, step[0])()
        return
    before, tagged = themes(session), {m.id: m for m in session.mentions}
    try:
        made = change_of(session, step)
        if made is None:
            return
        project.apply(made)
    except UserError:
        assert tagged == {m.id: m for m in session.mentions}
        return
    session.outline.check()
    if step[0] not in ("themes",):
        assert themes(session) == before, step
    if step[0] not in ("add", "relabel", "resize", "remove"):
        assert tagged == {m.id: m for m in session.mentions}, step


def opened(folder: str) -> tuple[Project, Session]:
    project = Project.create(Path(folder) / "p.jiaozhu")
    (bulletin,) = project.add_bulletins([Imported("a.txt", CONTENT)])
    return project, project.open_session(bulletin)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, max_size=25))
def test_any_sequence_keeps_the_invariants_and_undoes_to_the_start_and_redoes_to_the_end(sequence):
    with TemporaryDirectory() as folder:
        project, session = opened(folder)
        start = state(session)
        for step in sequence:
            apply(project, session, step)
        end, count = state(session), 0
        while project.undo() is not None:
            session.outline.check()
            count += 1
        assert state(session) == start
        for _ in range(count):
            project.redo()
        while project.history.redo is not None:
            project.redo()
        if not any(step[0] == "undo" for step in sequence):
            assert state(session) == end
        project.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, max_size=25))
def test_the_journal_replays_into_the_same_rows_and_the_file_opens_as_it_was_left(sequence):
    with TemporaryDirectory() as folder:
        project, session = opened(folder)
        for step in sequence:
            apply(project, session, step)
        assert replay.replay(project.store) == replay.present(project.store)
        left, undo, redo = state(session), project.history.undo, project.history.redo
        bulletin, path = session.bulletin, project.path
        project.close()
        again = Project.open(path)
        assert state(again.open_session(bulletin)) == left
        assert (again.history.undo, again.history.redo) == (undo, redo)
        again.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, min_size=1, max_size=15), st.data())
def test_any_past_moment_can_be_seen_as_it_was(sequence, data):
    with TemporaryDirectory() as folder:
        project, session = opened(folder)
        moments = {project.store.journal(layer=session.layer.id)[-1].id: state(session)}
        for step in sequence:
            apply(project, session, step)
            moments[project.store.journal(layer=session.layer.id)[-1].id] = state(session)
        entry = data.draw(st.sampled_from(sorted(moments)))
        assert state(project.session_at(session, entry)) == moments[entry]
        project.close()
