"""Bulletins written for this project, with their gold in the text.

A file of `written/` holds bulletins, parted by lines of `=====`. `[李芬华|PER]` is a mention, `[今年|?]` a span that
counts neither way, `[川沙镇|ORG|LOC]` a mention whose second label is right too, `<2 brief party.study>` the beginning
of a section: its level, kind and themes. All other characters are the bulletin's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from zlib import crc32

from models.prelabel.entities.samples import Example
from models.prelabel.entities.spans import LABELS
from models.prelabel.training.measure import Gold
from models.text import trim

KINDS = (
    "masthead", "column", "article", "subsection", "brief", "caption", "boilerplate", "footer", "continuation",
)  # fmt: skip
_MARK = re.compile(
    rf"\[([^\[\]|]+)\|({'|'.join(LABELS)}|\?)(?:\|({'|'.join(LABELS)}))?\]"
    rf"|<(\d) ({'|'.join(KINDS)})((?: [a-z]+(?:\.[a-z]+)?)*)>"
)
_BETWEEN = re.compile(r"^=====\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A section: where it begins, in code points."""

    start: int
    level: int
    kind: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A bulletin with its gold. OPTIONAL: spans that count neither way. SECOND: (label, start, end) also right."""

    name: str
    text: str
    sections: tuple[Part, ...]
    mentions: tuple[tuple[str, int, int], ...]
    second: tuple[tuple[str, int, int], ...]
    optional: tuple[tuple[int, int], ...]

    @property
    def example(self) -> Example:
        """What the tagger learns."""
        return Example(self.text, self.mentions)

    @property
    def gold(self) -> Gold:
        """What the tagger is measured against."""
        also: dict[tuple[int, int], frozenset[str]] = {}
        for label, start, end in self.second:
            also[trim(self.text, start, end)] = frozenset((label,))
        mentions = {trim(self.text, start, end): label for label, start, end in self.mentions}
        leeway = frozenset(trim(self.text, start, end) for start, end in self.optional)
        return Gold(self.name, self.text, mentions, also, leeway - mentions.keys())

    @property
    def kept_back(self) -> bool:
        """Whether nothing learns from it: about every fifth measures what the others taught."""
        return crc32(self.name.encode()) % 5 == 0


def read(name: str, source: str) -> Written:
    """A bulletin out of its notation."""
    parts: list[str] = []
    sections: list[Part] = []
    mentions, second, optional = [], [], []
    here = length = 0
    for mark in _MARK.finditer(source):
        parts.append(source[here : mark.start()])
        length += mark.start() - here
        here = mark.end()
        words, label, other, level, kind, themes = mark.groups()
        if kind:
            sections.append(Part(length, int(level), kind, tuple(themes.split())))
            continue
        span = (length, length + len(words))
        if label == "?":
            optional.append(span)
        else:
            mentions.append((label, *span))
        if other:
            second.append((other, *span))
        parts.append(words)
        length = span[1]
    parts.append(source[here:])
    return Written(name, "".join(parts), tuple(sections), tuple(mentions), tuple(second), tuple(optional))


def files() -> tuple[str, ...]:
    """The names of the files of written bulletins."""
    folder = resources.files(__package__) / "written"
    return tuple(sorted(each.name.removesuffix(".txt") for each in folder.iterdir() if each.name.endswith(".txt")))


@cache
def written(file: str) -> tuple[Written, ...]:
    """The bulletins of a file, in their order."""
    raw = (resources.files(__package__) / "written" / f"{file}.txt").read_text(encoding="utf-8")
    return tuple(numbered(file, raw))


def every() -> list[Written]:
    """All written bulletins, in the order of their files."""
    return [each for file in files() for each in written(file)]


def numbered(file: str, raw: str) -> Iterator[Written]:
    """The bulletins of a file's text, named by the file and their place in it."""
    for number, source in enumerate(filter(str.strip, _BETWEEN.split(raw)), 1):
        yield read(f"{file}-{number:02}", source)
