"""Expansion of bulletin patterns.

A pattern is text with `{a/b}` for a choice, `{slot}` or `{slot2}` for something named (2: the same each time in one
bulletin), `{A:书记|局长}` for a title out of a few, and `[…|ORG]` for a mention. A slot with a label gives a mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

Row = tuple[str, str | None]
"""A run of characters and the label of the mention it is, if it is one."""
Slot = Callable[["Scene", str], str]
"""What a slot says in a scene, for the number behind its name ("" where there is none)."""

_NAME = re.compile(r"([A-Za-z_]+)(\d*)")


@dataclass
class Scene:
    """What one bulletin has named so far."""

    rng: Random
    slots: dict[str, tuple[str | None, Slot]]
    known: dict[str, str] = field(default_factory=dict)

    def recall(self, kind: str, number: str, make: Callable[[], str]) -> str:
        """What KIND NUMBER is in this bulletin, made at the first mention; always new without a number."""
        if not number:
            return make()
        return self.known.setdefault(kind + number, "") or self._keep(kind + number, make())

    def _keep(self, key: str, value: str) -> str:
        self.known[key] = value
        return value

    def expand(self, pattern: str) -> list[Row]:
        """The pattern with everything chosen."""
        found: list[Row] = []
        here = 0
        while here < len(pattern):
            character = pattern[here]
            if character in "{[":
                close = _closing(pattern, here)
                inner = pattern[here + 1 : close]
                found += self._choice(inner) if character == "{" else self._mention(inner)
                here = close + 1
            else:
                found.append((character, None))
                here += 1
        return found

    def say(self, pattern: str) -> str:
        """The pattern's words without labels."""
        return "".join(string for string, _ in self.expand(pattern))

    def _choice(self, inner: str) -> list[Row]:
        if inner.startswith("A:"):
            return [(self.rng.choice(inner[2:].split("|")), "TITLE")]
        ways = _split(inner)
        if len(ways) > 1 or "{" in inner:
            return self.expand(self.rng.choice(ways))
        match = _NAME.fullmatch(inner)
        if match is None or match.group(1) not in self.slots:
            raise ValueError(f"no slot {inner!r}")
        label, slot = self.slots[match.group(1)]
        return [(slot(self, match.group(2)), label)]

    def _mention(self, inner: str) -> list[Row]:
        words, _, label = inner.rpartition("|")
        return [(self.say(words), label)]


def _closing(pattern: str, start: int) -> int:
    depth = 0
    for here in range(start, len(pattern)):
        depth += (pattern[here] in "{[") - (pattern[here] in "}]")
        if depth == 0:
            return here
    raise ValueError(f"unbalanced {pattern!r}")


def _split(inner: str) -> list[str]:
    """INNER at the slashes outside braces."""
    found, depth = [""], 0
    for character in inner:
        depth += (character in "{[") - (character in "}]")
        if character == "/" and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return found
