"""The project's lexicon: names learned from settled work, with what its people entered or switched off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.changes import Change, change
from models.errors import UserError
from models.learning.settled import Settled
from models.lexicon import LexiconEntry
from models.prelabel.entities.cues import index_of, lookup
from models.prelabel.entities.lexicons import lexicons, places
from models.prelabel.suggestions import SuggestedMention
from models.project import Project
from models.taken import Taken
from models.text import derived_id

LEARNED = frozenset(("PER", "ORG", "LOC", "EVENT"))
"""Labels whose names are worth knowing again; dates, titles and documents are found by their form."""
SHORTEST = 2
_SAME = 0.9
"""A string is learned when this share of its mentions has the same label."""
_WEAK = 0.6


@dataclass(frozen=True, slots=True)
class Name:
    """One line of the lexicon. `count` is how often it was tagged so; `entry` is what somebody wrote about it."""

    string: str
    label: str
    count: int = 0
    entry: LexiconEntry | None = None

    @property
    def active(self) -> bool:
        """Whether it is proposed."""
        return self.entry is None or self.entry.active


def names(project: Project, work: Iterable[Settled]) -> list[Name]:
    """The lexicon in the order of its strings: learned from the work, and entered by hand, which counts more."""
    found = {name.string: name for name in learned(work)}
    for entry in project.store.items(LexiconEntry):
        old = found.get(entry.string)
        found[entry.string] = Name(entry.string, entry.label, old.count if old else 0, entry)
    return [found[string] for string in sorted(found)]


def learned(work: Iterable[Settled]) -> list[Name]:
    """The names in settled work that (nearly) always had one label.

    Those of the shipped lists are left out: where the tagger does not propose 上海, it knew the word and had reasons.
    """
    shipped = places().keys() | lexicons().names.known
    counts: dict[str, Counter[str]] = {}
    for one in work:
        for label, start, end in one.example.mentions:
            string = one.example.text[start:end]
            if label not in LEARNED or len(string) < SHORTEST or string in shipped:
                continue
            if not any(c.isspace() for c in string):
                counts.setdefault(string, Counter())[label] += 1
    found = []
    for string, labels in counts.items():
        label, count = max(labels.items(), key=lambda row: (row[1], row[0]))
        if count >= _SAME * labels.total():
            found.append(Name(string, label, count))
    return found


def known(lexicon: Iterable[Name]) -> dict[str, str]:
    """Label by string, of the names that are to be proposed."""
    return {name.string: name.label for name in lexicon if name.active}


def enter(project: Project, string: str, label: str) -> Change:
    """Enter a name, or give the one that is there another label. Raises UserError for a string that is too short."""
    string = string.strip()
    if len(string) < SHORTEST or any(c in "\r\n" for c in string):
        raise UserError("A name has at least two characters and stands on one line.", code="lexicon.short")
    old = [entry for entry in project.store.items(LexiconEntry) if entry.string == string]
    after = LexiconEntry(derived_id("lexicon", string), string, label)
    return change("lexicon.edit" if old else "lexicon.add", old, [after], args=(string,))


def relabel(rows: Sequence[Name], label: str) -> Change:
    """Give these names another label."""
    after = [replace(_written(name), label=label) for name in rows]
    return change("lexicon.edit", _old(rows), after, args=(rows[0].string,))


def switch(rows: Sequence[Name], *, active: bool) -> Change:
    """Propose these names, or leave them out from now on."""
    after = [replace(_written(name), active=active) for name in rows]
    return change("lexicon.on" if active else "lexicon.off", _old(rows), after, args=(rows[0].string, str(len(rows))))


def _written(name: Name) -> LexiconEntry:
    return name.entry or LexiconEntry(derived_id("lexicon", name.string), name.string, name.label)


def _old(rows: Sequence[Name]) -> list[LexiconEntry]:
    return [name.entry for name in rows if name.entry is not None]


def forget(rows: Sequence[Name]) -> Change:
    """Take back what was written about these names; those that the work holds stay, as learned."""
    old = _old(rows)
    return change("lexicon.forget", old, [], args=(rows[0].string, str(len(old))))


def with_known(
    text: str, mentions: Sequence[SuggestedMention], lexicon: Mapping[str, str]
) -> tuple[SuggestedMention, ...]:
    """The mentions with every known name in the text: where nothing stands yet, or something shorter and unsure."""
    hits: dict[str, list[tuple[int, int]]] = {}
    lookup(text, index_of(lexicon.items()), hits)
    kept: Taken[SuggestedMention] = Taken()
    for m in mentions:
        kept.put(m, *m.fragments)
    spans = ((start, end, label) for label, ranges in hits.items() for start, end in ranges)
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not any(m.confidence >= _WEAK or _length(m) >= end - start for m in kept.over(start, end)):
            new = SuggestedMention(label, ((start, end),), 0.9, "lexicon", "lexicon:project", None)
            kept.put(new, (start, end))
    return tuple(sorted(kept, key=lambda m: m.fragments))


def _length(mention: SuggestedMention) -> int:
    return sum(end - start for start, end in mention.fragments)
