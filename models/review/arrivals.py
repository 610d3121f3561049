"""What another project file brings: its layers, comments and decisions, and what cannot be taken from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from models.bulletins import Bulletin, Comment, LayerInfo
from models.decision import Decision
from models.errors import UserError
from models.labels import LabelSet
from models.mentions import Entity, Mention
from models.outline import Outline, Section
from models.project import SUGGESTION, Project
from models.review.matters import thaw
from models.review.packages import opened_copy
from models.review.stamps import Stamps, all_stamps, rank
from models.text import Text

IN_PROGRESS, SUBMITTED = "in_progress", "submitted"

LayerKey = tuple[str, str, str]
"""Whose layer it is, whatever file it lies in: the text's hash, the role, the annotator (empty for gold)."""

REFUSALS = {
    "text": "The text is not the one of this project: it was changed. Send the package out again.",
    "bulletin": "This project has no bulletin with this text. Import the text, then merge again.",
    "label": "It uses what this project's label set does not know: {labels}. Add that, then merge again.",
    "newer": "It was made with a newer label set, which knows what this project's does not: {labels}. Merge into the "
             "project that has the newer label set, or add that here, then merge again.",
    "broken": "It breaks a rule of layers: {fault} Check the file it comes from.",
}  # fmt: skip


@dataclass(frozen=True)
class State:
    """One layer as a file has it. What two files have of one layer is joined by `joined`."""

    layer: LayerInfo
    stamps: Stamps
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    comments: dict[str, Comment] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    digest: str = ""

    @property
    def untouched(self) -> bool:
        """Whether nobody did anything: such a layer is no work that could be merged."""
        return self.stamps == Stamps() and self.layer.status == "new" and not self.comments and not self.decisions


def joined(a: State, b: State) -> State:
    """Two states of one layer as one, the same from either side: the later content, the later status, all comments and
    decisions. Of equal age the status further along holds.

    What was submitted in one copy and worked on afterwards in another is in progress: nobody handed that in.
    """
    ages = (a.stamps.content, a.digest), (b.stamps.content, b.digest)
    first, other = (a, b) if ages[0] >= ages[1] else (b, a)
    at, status = max(_set(a), _set(b), key=lambda found: (found[0], rank(found[1])))
    own = any(_set(side) == (at, status) for side, age in zip((a, b), ages, strict=True) if age == max(ages))
    if status == SUBMITTED and at < first.stamps.content and not own:
        status = IN_PROGRESS
    stamps = Stamps(first.stamps.content, at)
    comments = {
        key: _comment(a.comments.get(key), b.comments.get(key)) for key in a.comments.keys() | b.comments.keys()
    }
    layer = replace(first.layer, status=status)
    return replace(first, layer=layer, stamps=stamps, comments=comments, decisions={**other.decisions,
                                                                                    **first.decisions})  # fmt: skip


def _set(state: State) -> tuple[str, str]:
    """When the status was set, and which."""
    return state.stamps.status, state.layer.status


def _comment(a: Comment | None, b: Comment | None) -> Comment:
    """A comment that both have with other words: the longer one; what is resolved in one is resolved."""
    if a is None or b is None:
        found = a or b
        if found is None:
            raise ValueError("no comment")
        return found
    best = max((a, b), key=lambda c: (len(c.text), c.text, c.target, c.extra))
    return replace(best, resolved=a.resolved or b.resolved)


@dataclass(frozen=True, slots=True)
class Refused:
    """A layer that cannot be taken, and why: a key of `REFUSALS` with its facts."""

    bulletin: Bulletin
    layer: LayerInfo
    reason: str
    facts: str = ""

    @property
    def sentence(self) -> str:
        return REFUSALS[self.reason].format(labels=self.facts, fault=self.facts)


@dataclass
class Arrival:
    """Everything a file brings."""

    path: Path
    states: dict[LayerKey, State] = field(default_factory=dict)
    refused: dict[LayerKey, Refused] = field(default_factory=dict)


def key_of(bulletin: Bulletin, layer: LayerInfo) -> LayerKey:
    return bulletin.sha256, layer.role, layer.annotator if layer.role == "annotator" else ""


def states_of(project: Project, wanted: Iterable[LayerKey] | None = None) -> dict[LayerKey, State]:
    """The layers of a project as states: all, or those asked for."""
    store = project.store
    bulletins = {b.id: b for b in store.bulletins()}
    chosen = None if wanted is None else set(wanted)
    layers = [i for i in store.layers() if i.role != SUGGESTION]
    layers = [i for i in layers if chosen is None or key_of(bulletins[i.bulletin], i) in chosen]
    stamps = all_stamps(store, layers)
    found: dict[LayerKey, State] = {}
    for layer in layers:
        rows = store.sections(layer.id), store.mentions(layer.id), store.entities(layer.id)
        state = State(
            layer, stamps[layer.id], tuple(sorted(rows[0], key=lambda s: s.start)),
            tuple(sorted(rows[1], key=lambda m: (m.fragments, m.label, m.id))),
            tuple(sorted(rows[2], key=lambda e: e.id)),
            {c.id: c for c in store.comments(layer.id)}, {d.id: d for d in store.items(Decision, layer.id)},
        )  # fmt: skip
        found[key_of(bulletins[layer.bulletin], layer)] = digested(state)
    return found


def digested(state: State) -> State:
    """The state with a digest of what it says, in which ids and the order of rows make no difference."""
    starts = {s.id: s.start for s in state.sections}
    names = {e.id: (e.canonical, e.label) for e in state.entities}
    sections = [(s.start, s.level, s.kind, s.heading_end, s.themes, s.suggested, starts.get(s.continues or ""),
                 s.confirmed, s.unsure, s.origin, s.extra) for s in state.sections]  # fmt: skip
    mentions = [(m.fragments, m.label, names.get(m.entity or ""), m.confirmed, m.unsure, m.origin, m.extra)
                for m in state.mentions]  # fmt: skip
    words = repr((sorted(sections, key=repr), sorted(mentions, key=repr)))
    return replace(state, digest=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest())


def read_arrival(path: Path, project: Project) -> Arrival:
    """What a file brings to `project`. Raises UserError when it is no project file."""
    found = Arrival(path)
    known = {b.sha256: b for b in project.store.bulletins()}
    ids = {b.id for b in known.values()}
    with opened_copy(path) as other:
        theirs = {b.id: b for b in other.store.bulletins()}
        whole = {b.id: Text(other.store.content(b.id)).sha256 == b.sha256 for b in theirs.values()}
        newer = other.labels.version > project.labels.version
        for key, state in states_of(other).items():
            bulletin = theirs[state.layer.bulletin]
            if state.untouched:
                continue
            state = _merged_themes(state, project.labels)
            if bulletin.sha256 not in known or not whole[bulletin.id]:
                reason, facts = "text" if bulletin.id in ids else "bulletin", ""
            else:
                reason, facts = _fault(state, project.labels, newer, known[bulletin.sha256].chars)
            if reason:
                found.refused[key] = Refused(bulletin, state.layer, reason, facts)
            else:
                found.states[key] = state
    return found


def _merged_themes(state: State, scheme: LabelSet) -> State:
    """The state with themes that this project merged into others taken for those."""
    into = {theme.id: theme.merged_into for theme in scheme.themes if theme.merged_into}
    if not into:
        return state
    sections = []
    for section in state.sections:
        themes = tuple(dict.fromkeys(into.get(theme, theme) for theme in section.themes))
        suggested = {into.get(s.id, s.id): replace(s, id=into.get(s.id, s.id)) for s in reversed(section.suggested)}
        rest = tuple(s for s in reversed(suggested.values()) if s.id not in themes)
        sections.append(replace(section, themes=themes, suggested=rest))
    return digested(replace(state, sections=tuple(sections)))


def _fault(state: State, scheme: LabelSet, newer: bool, length: int) -> tuple[str, str]:
    unknown = sorted(_unknown(state, scheme))
    if unknown:
        return "newer" if newer else "label", ", ".join(unknown)
    try:
        Outline.of(state.layer.id, length, state.sections)
    except UserError as error:
        return "broken", error.sentence
    outside = [m for m in state.mentions if not 0 <= m.start < m.end <= length]
    return ("broken", "A mention lies outside the text.") if outside else ("", "")


def _unknown(state: State, scheme: LabelSet) -> set[str]:
    """Labels, kinds and themes in use, also in decisions, that the label set does not know; proposals do not count."""
    labels = {m.label for m in state.mentions}
    kinds = {s.kind for s in state.sections}
    themes = {theme for s in state.sections for theme in s.themes}
    for decision in state.decisions.values():
        outcome = thaw(decision.outcome)
        match decision.matter:
            case "mention":
                labels.update(label for label, _ in outcome)
            case "kind":
                kinds.add(outcome[0])
            case "themes":
                themes.update(outcome)
    return (
        (labels - scheme.label_by_id.keys()) | (kinds - scheme.kind_by_id.keys()) | (themes - scheme.theme_by_id.keys())
    )
