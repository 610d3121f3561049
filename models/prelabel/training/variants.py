"""A bulletin with other names: its own sentences, every mention named anew, the same name the same way throughout."""

from __future__ import annotations

from random import Random

from models.prelabel.entities.lexicons import places
from models.prelabel.entities.samples import Example
from models.prelabel.training.grammar import Scene
from models.prelabel.training.slots import slots

_SUFFIXES = {
    "ORG": (
        ("党工委", "{SP}"),
        ("街道", "{S}"),
        ("居委", "{J}"),
        ("党组", "{BP}"),
        ("部", "{{U}/{OA}}"),
        ("局", "{{B}/{OA}}"),
        ("公司", "{K}"),
    ),
    "LOC": (("区", "{D}"), ("市", "{Y}"), ("省", "{PR}"), ("村", "{V}"), ("社区", "{C}")),
}
"""What a name ends with and the slots that give another of its kind."""
_ANY = {"PER": "{P}", "ORG": "{OA}", "LOC": "{PA}", "TITLE": "{TA}", "EVENT": "{EA}", "DOC": "{L}", "TIME": "{T}"}
_KEPT = {"TITLE": 0.6, "TIME": 0.5, "EVENT": 0.3, "DOC": 0.3, "ORG": 0.25, "LOC": 0.25, "PER": 0.1}
"""The share of names that stay as they are."""


def variants(example: Example, count: int, seed: int) -> list[Example]:
    """COUNT variants of an example; the same seed gives the same ones."""
    return [_variant(example, Random(seed * 1_000_003 + n)) for n in range(count)]


def _variant(example: Example, rng: Random) -> Example:
    scene = Scene(rng, slots())
    names: dict[tuple[str, str], str] = {}
    parts: list[str] = []
    mentions: list[tuple[str, int, int]] = []
    here = length = 0
    for label, start, end in sorted(example.mentions, key=lambda row: (row[1], -row[2])):
        if start < here:
            continue
        old = example.text[start:end]
        if (label, old) not in names:
            names[label, old] = old if rng.random() < _KEPT[label] else scene.say(_pattern(label, old))
        new = names[label, old]
        parts += (example.text[here:start], new)
        length += start - here
        mentions.append((label, length, length + len(new)))
        length += len(new)
        here = end
    parts.append(example.text[here:])
    return Example("".join(parts), tuple(mentions))


def _pattern(label: str, old: str) -> str:
    if label == "LOC" and places().get(old) == "short":
        return "{{YS}/{DS}}"
    return next((pattern for ending, pattern in _SUFFIXES.get(label, ()) if old.endswith(ending)), _ANY[label])
