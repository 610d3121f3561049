"""What in a set of layers does not go together: a report to look through before an export.

An open suggestion is nobody's opinion: it is neither reported nor counted, but what it stands on is not untagged.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.bulletins import Bulletin
from models.mentions import Mention, MentionIndex
from models.outline import Outline, Section, descendants, parts
from models.project import Project
from models.review.sides import by_layer
from models.text import Span, quote

LABELS, TWIN, NO_SECTION, NO_THEME = "labels", "twin", "heading", "theme"
"""One string under different labels; an untagged twin of a tagged name; a heading without a section; a section
without a theme."""

THEMED = frozenset({"article", "brief"})
"""The kinds of section that are expected to carry a theme."""

_TWIN_LENGTH = 2
_HEADING = re.compile(r"^[ \t\u3000]*(?:[【［\[◆●■▲★※]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．])")
_LONGEST = 40


Usual = tuple[tuple[str, int], ...]
"""How often words have each label, the most frequent first."""

ByStart = dict[str, list[tuple[str, str]]]
"""Names by their first characters: without white space, and as they are."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that does not go together with others. `words` are those at the place; `usual` is how it is elsewhere
    (labels with their numbers, the most frequent first)."""

    kind: str
    bulletin: str
    start: int
    end: int
    words: str
    label: str = ""
    usual: Usual = ()


@dataclass(frozen=True)
class Layer:
    """One layer as the report reads it."""

    bulletin: Bulletin
    content: str
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]


def consistency(layers: Sequence[Layer]) -> list[Finding]:
    """Everything in these layers (one a bulletin) that does not go together, in the order of bulletins and text."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for layer in layers:
        for mention in layer.mentions:
            if mention.confirmed:
                labels[_words(layer, mention)][mention.label] += 1
    found: list[Finding] = []
    usual = {words: _usual(counts) for words, counts in labels.items()}
    names = _by_start(usual)
    for layer in layers:
        rows = [*_labels(layer, usual), *_twins(layer, usual, names), *_headings(layer), *_themes(layer)]
        found += sorted(rows, key=lambda f: (f.start, f.end, f.kind, f.label))
    return found


def of_project(project: Project, role: str = "gold", annotator: str = "") -> list[Finding]:
    """The report on a project's gold layers, or on one annotator's (`role` "annotator") that were begun."""
    store = project.store
    sections, mentions = by_layer(store.sections(None)), by_layer(store.mentions(None))
    layers: list[Layer] = []
    for bulletin in store.bulletins():
        info = project.layer_of(bulletin.id, annotator, role)
        if info is None or info.status == "new" or bulletin.archived:
            continue
        rows = sorted(sections[info.id], key=lambda s: s.start)
        marks = sorted(mentions[info.id], key=lambda m: (m.start, -m.end, m.id))
        layers.append(Layer(bulletin, store.content(bulletin.id), tuple(rows), tuple(marks)))
    return consistency(layers)


def _words(layer: Layer, mention: Mention) -> str:
    return "".join(quote(layer.content, a, b) for a, b in mention.fragments)


def _labels(layer: Layer, usual: dict[str, Usual]) -> Iterable[Finding]:
    """Mentions whose label is not the only one for these words."""
    for mention in layer.mentions:
        words = _words(layer, mention)
        if mention.confirmed and len(usual[words]) > 1:
            yield Finding(LABELS, layer.bulletin.id, mention.start, mention.end, words, mention.label, usual[words])


def _twins(layer: Layer, usual: dict[str, Usual], names: ByStart) -> Iterable[Finding]:
    """Places where words stand that are tagged elsewhere, and that no mention meets."""
    if not names:
        return
    index = MentionIndex(layer.mentions)
    for start, end, words in _occurrences(layer.content, names):
        if not index.window(start, end):
            yield Finding(TWIN, layer.bulletin.id, start, end, words, "", usual[words])


def _by_start(names: Iterable[str]) -> ByStart:
    """The names that are long enough by their first characters, the longest first."""
    found: ByStart = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        bare = "".join(name.split())
        if len(bare) >= _TWIN_LENGTH:
            found[bare[:_TWIN_LENGTH]].append((bare, name))
    return dict(found)


def _occurrences(content: str, names: ByStart) -> Iterable[tuple[int, int, str]]:
    """Where the names stand, the longest first where several begin; line breaks of the page are passed over."""
    places = [n for n, char in enumerate(content) if not char.isspace()]
    flat = "".join(content.split())
    at = 0
    while at < len(flat) - 1:
        for bare, name in names.get(flat[at : at + _TWIN_LENGTH], ()):
            if flat.startswith(bare, at):
                yield places[at], places[at + len(bare) - 1] + 1, name
                at += len(bare) - 1
                break
        at += 1


def _headings(layer: Layer) -> Iterable[Finding]:
    """Short lines that begin as headings of this bulletin do, and where no section begins."""
    outline = Outline("", len(layer.content), layer.sections)
    starts = set(outline.starts)
    headed = [s for s in layer.sections if s.heading is not None]
    marks = {layer.content[s.start] for s in headed if _HEADING.match(layer.content[s.start : s.start + _LONGEST])}
    for start, end in _lines(layer.content):
        line = layer.content[start:end]
        host = outline.at(start)
        inside = host is not None and host.heading_end is not None and start < host.heading_end
        if start not in starts and not inside and line[0] in marks and _HEADING.match(line) and _is_title(line):
            yield Finding(NO_SECTION, layer.bulletin.id, start, end, line)


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST and line[-1] not in "。；，、："


def _lines(content: str) -> Iterable[Span]:
    at = 0
    for line in content.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            yield start, start + len(words)
        at += len(line) + 1


def _themes(layer: Layer) -> Iterable[Finding]:
    """Articles and briefs that carry no theme, and none of whose sections does."""
    outline = Outline("", len(layer.content), layer.sections)
    for section in outline:
        family = (section, *descendants(outline, section), *parts(outline, section))
        if section.kind in THEMED and section.confirmed and not any(s.themes for s in family):
            end = section.heading_end or min(outline.end(section), section.start + _LONGEST)
            words = quote(layer.content, section.start, end)
            yield Finding(NO_THEME, layer.bulletin.id, section.start, end, words, section.kind)


def _usual(counts: Counter[str]) -> Usual:
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
