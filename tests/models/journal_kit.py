"""Random work in a project: steps of every sort, and what must hold after each of them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from models import mentions
from models.bulletins import archive, comment_on, edit_comment, resolve_comment, set_status
from models.changes import Change
from models.errors import UserError
from models.labels import edit
from models.mentions import Entity
from models.outline import CONTINUATION
from models.prelabel.suggestions import SuggestedMention, SuggestedSection, SuggestedTheme, Suggestions
from models.project import Imported, Project
from models.session import Session
from models.storage import replay
from models.taxonomy import merge_theme, retire_theme
from models.text import derived_id

TEXTS = (
    "社区简报 第一期\n\n甲区委组织部召开会议。\n一、学习𠮷精神\n全区党员参加，甲区委书记讲话。\n"
    "图为会场\n会上还部署了工作。\n简讯\n乙。丙。甲区委。",
    "乙街道\n王某参加甲区\n委会议。 王某说。",
)
LENGTH = max(len(text) for text in TEXTS)
KINDS = ("masthead", "column", "article", "subsection", "brief", "caption", "footer", CONTINUATION)
THEMES = ("party.study", "party.campaign", "city.waste", "welfare.youth")
LABELS = ("PER", "ORG", "LOC")
FOUND = Suggestions(
    sections=(
        SuggestedSection(0, 0, "masthead", 4, None, (), 0.9, "rule:masthead"),
        SuggestedSection(
            10, 1, "article", 14, None, (SuggestedTheme("party.study", 0.8, ("学习",)),), 0.7, "rule:body"
        ),
    ),
    mentions=(
        SuggestedMention("LOC", ((0, 2),), 0.9, "rules", "rule:place", "社区"),
        SuggestedMention("ORG", ((0, 2), (3, 4)), 0.5, "rules", "rule:org", None),
    ),
    meta=(("title", "甲区简报"),),
    engine="jiaozhu",
)

offsets = st.integers(0, LENGTH)
places = st.integers(0, 30)
spans = st.lists(st.tuples(offsets, offsets), min_size=1, max_size=3)
themes = st.sampled_from(THEMES)
nothing = st.none()


def _step(verb: str, first=nothing, second=nothing):
    return st.tuples(st.just(verb), first, second)


SECTIONS = (
    _step("split", offsets, st.sampled_from(KINDS[:-1])),
    _step("merge", places),
    _step("move", places, offsets),
    _step("level", places, st.sampled_from((-1, 1))),
    _step("kind", places, st.sampled_from(KINDS)),
    _step("resume", places, places),
    _step("heading", places, st.one_of(st.none(), offsets)),
    _step("themes", places, st.lists(themes, max_size=3)),
    _step("drop theme", places, themes),
    _step("accept", places),
    _step("unsure", places, st.booleans()),
)
MENTIONS = (
    _step("add", spans, st.sampled_from(LABELS)),
    _step("relabel", places, st.sampled_from(LABELS)),
    _step("resize", places, st.tuples(offsets, offsets)),
    _step("fragment", places, st.tuples(offsets, offsets)),
    _step("all", places),
    _step("link", places, st.sampled_from(("甲区委", "王某", None))),
    _step("accept mention", places),
    _step("reject", places),
    _step("remove", places),
    _step("doubt", places, st.booleans()),
)
AROUND = (
    _step("comment", places, st.booleans()),
    _step("answer", places, st.sampled_from(("", "改过了"))),
    _step("resolve", places, st.booleans()),
    _step("submit"),
    _step("archive", places, st.booleans()),
    _step("merge theme", themes, themes),
    _step("retire theme", themes),
    _step("rename label", st.sampled_from(LABELS), st.sampled_from(("人名", "机构"))),
)
TRAVEL = (_step("undo"), _step("undo"), _step("redo"), _step("switch", st.integers(0, 1)), _step("reopen"))
STEPS = st.one_of(*SECTIONS, *MENTIONS, *AROUND, *TRAVEL)


class Work:
    """A project of two bulletins, one of them with suggestions, on which steps are done."""

    def __init__(self, folder: str | Path) -> None:
        self.project = Project.create(Path(folder) / "p.jiaozhu")
        self.keys = [b.id for b in self.project.add_bulletins([Imported(f"{n}.txt", t) for n, t in enumerate(TEXTS)])]
        self.project.store_suggestions(self.project.store.bulletins()[0], FOUND)
        for n in (1, 0):
            self.switch(n)
        self.start = self.rows()
        self.count = 0

    @property
    def session(self) -> Session:
        found = self.project.session
        assert found is not None
        return found

    def switch(self, number: int) -> None:
        found = {b.id: b for b in self.project.store.bulletins()}
        self.project.open_session(found[self.keys[number]])

    def reopen(self) -> None:
        path, number = self.project.path, self.keys.index(self.session.bulletin.id)
        self.project.close()
        self.project = Project.open(path)
        self.switch(number)

    def rows(self) -> replay.Tables:
        return replay.present(self.project.store)

    def do(self, step) -> bool:
        """Do one step; a step that is refused or makes no sense here changes nothing. Says whether it was done."""
        verb, first, second = step
        if verb == "switch":
            self.switch(first)
        elif verb == "reopen":
            self.reopen()
        elif verb in ("undo", "redo"):
            getattr(self.project, verb)()
        else:
            return self._apply(verb, first, second)
        return True

    def _apply(self, verb: str, first, second) -> bool:
        left = self.rows()
        try:
            made = self.change(verb, first, second)
            done = made is not None and self.project.apply(made) is not None
        except UserError:
            done = False
        if not done:
            assert self.rows() == left
        self.count += done
        return done

    def change(self, verb: str, first, second) -> Change | None:
        """The change a step means here; None where there is nothing it could be done to."""
        for made in (_of_layer, _of_section, _of_mention, _of_comment):
            if (step := made(self, verb, first, second)) is not None:
                return step
        return None


def _of_layer(work: Work, verb: str, first, second) -> Change | None:
    session, project = work.session, work.project
    if verb == "split":
        return session.outline.split(first, kind=second)
    if verb == "add":
        return mentions.add(session.text.content, session.layer.id, second, first)
    if verb == "comment":
        rows = [*session.outline] if second else [*session.mentions]
        target = rows[first % len(rows)].id if rows else ""
        return comment_on(session.layer.id, target, project.annotator, f"2026-11-21T10:00:{work.count:02}Z", "看一下")
    if verb == "submit":
        return set_status(session.layer, "submitted")
    if verb == "archive":
        return archive(session.bulletin, second)
    if verb == "merge theme":
        return merge_theme(project, first, second)
    if verb == "retire theme":
        return retire_theme(project.labels, first)
    if verb == "rename label":
        return edit(project.labels.label_by_id[first], zh=second)
    return None


def _of_section(work: Work, verb: str, first, second) -> Change | None:
    outline = work.session.outline
    if not len(outline) or verb not in _SECTION:
        return None
    section = outline[first % len(outline)]
    match verb:
        case "merge":
            return outline.merge(section)
        case "move":
            return outline.move(section, second)
        case "level":
            return outline.relevel(section, second)
        case "kind":
            return outline.set_kind(section, second)
        case "resume":
            return outline.resume(section, outline[second % len(outline)])
        case "heading":
            return outline.set_heading(section, second)
        case "themes":
            return outline.set_themes(section, second)
        case "drop theme":
            return outline.reject_theme(section, second)
        case "accept":
            return outline.accept([section])
        case _:
            return outline.set_unsure(section, second)


def _of_mention(work: Work, verb: str, first, second) -> Change | None:
    session, rows = work.session, list(work.session.mentions)
    if not rows or verb not in _MENTION:
        return None
    row, content = rows[first % len(rows)], session.text.content
    match verb:
        case "relabel":
            return mentions.relabel([row], second)
        case "resize":
            return mentions.resize(content, row, *second)
        case "fragment":
            return mentions.add_fragment(content, row, *second)
        case "all":
            return mentions.tag_all(content, session.mentions, row, mentions.occurrences(content, row))
        case "link":
            return _link(session, row, second)
        case "accept mention":
            return mentions.accept([row])
        case "reject":
            return mentions.reject([row])
        case "remove":
            return mentions.remove([row])
        case _:
            return mentions.set_unsure(row, second)


def _link(session: Session, row: mentions.Mention, name: str | None) -> Change:
    if name is None:
        return mentions.link([row], None)
    key = derived_id(session.layer.id, name)
    entity = Entity(key, session.layer.id, name, row.label)
    return mentions.link([row], entity, existing=session.entities.get(key))


def _of_comment(work: Work, verb: str, first, second) -> Change | None:
    rows = sorted(work.session.comments.values(), key=lambda c: c.id)
    if not rows or verb not in ("answer", "resolve"):
        return None
    row = rows[first % len(rows)]
    return edit_comment(row, second) if verb == "answer" else resolve_comment(row, second)


_SECTION = {"merge", "move", "level", "kind", "resume", "heading", "themes", "drop theme", "accept", "unsure"}
_MENTION = {"relabel", "resize", "fragment", "all", "link", "accept mention", "reject", "remove", "doubt"}


def state(session: Session) -> tuple:
    """All that a session shows."""
    return (
        session.bulletin, session.layer, session.outline.sections, tuple(session.mentions),
        dict(session.entities), dict(session.comments),
    )  # fmt: skip


def themes_of(session: Session) -> set[str]:
    """The themes of a layer, proposed ones too."""
    return {t for s in session.outline for t in (*s.themes, *(p.id for p in s.suggested))}
