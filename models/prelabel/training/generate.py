"""Bulletins composed by rules: every character chosen here, every mention known. The same seed gives the same ones."""

from __future__ import annotations

from functools import cache
from importlib import resources
from random import Random

from models.prelabel.entities.samples import Example
from models.prelabel.training.grammar import Row, Scene
from models.prelabel.training.slots import slots

GENRES = ("community", "party", "work", "culture", "more", "wide", "reports", "pages", "nested", "plans", "random")
_SHARES = (0.1, 0.07, 0.06, 0.07, 0.09, 0.1, 0.12, 0.12, 0.1, 0.05, 0.15)


@cache
def patterns(file: str) -> tuple[str, ...]:
    """The patterns of a file, one a line."""
    raw = (resources.files(__package__) / "bulletins" / f"{file}.txt").read_text(encoding="utf-8")
    return tuple(line.strip("\n") for line in raw.splitlines() if line.strip() and not line.startswith("#"))


def bulletins(count: int, seed: int, genres: tuple[str, ...] | None = None) -> list[Example]:
    """COUNT bulletins out of the patterns of GENRES, all of them where none is given."""
    return [_bulletin(Random(seed * 1_000_003 + n), genres or GENRES) for n in range(count)]


def _bulletin(rng: Random, genres: tuple[str, ...]) -> Example:
    scene = Scene(rng, slots())
    main, other = rng.choices(genres, [_SHARES[GENRES.index(genre)] for genre in genres], k=2)
    rows: list[Row] = []
    for _ in range(rng.randint(3, 7)):
        scene.known = {key: value for key, value in scene.known.items() if rng.random() < 0.6}
        rows += _block(scene, main if rng.random() < 0.8 else other)
    return _styled(rows, rng)


def _block(scene: Scene, genre: str) -> list[Row]:
    """A line by itself, or a paragraph of whole sentences."""
    rng = scene.rng
    lines = [pattern for pattern in patterns(genre) if pattern[-1] not in "。，：”；"]
    sentences = [pattern for pattern in patterns(genre) if pattern[-1] in "。，：”；"]
    prose = [pattern for pattern in patterns("prose") if pattern[-1] in "。"]
    found: list[Row] = []
    for _ in range(rng.choice((0, 1, 1, 2))):
        bare = rng.random() < 0.15
        found += [
            *scene.expand(rng.choice([p for p in patterns("prose") if p[-1] != "。"] if bare else lines)),
            ("\n", None),
        ]
    for _ in range(rng.randint(1, 5)):
        found += scene.expand(rng.choice(prose if rng.random() < 0.35 else sentences))
    return [*found, ("\n", None)]


def _styled(rows: list[Row], rng: Random) -> Example:
    """The rows as one text, in one of the ways in which bulletins are typed."""
    halved = rng.random() < 0.25
    spaced = rng.random() < 0.1
    plain = rng.random() < 0.06
    parts: list[str] = []
    mentions = []
    length = 0
    for string, label in rows:
        if halved:
            string = string.replace("，", ",").replace("：", ":").replace("（", "(").replace("）", ")")
        if plain:
            string = string.replace("“", '"').replace("”", '"')
        if spaced and label == "TIME":
            string = string.replace("年", " 年 ").replace("月", " 月 ").replace("日", " 日").replace("  ", " ")
            string = string.strip()
        if label is not None:
            mentions.append((label, length, length + len(string)))
        parts.append(string)
        length += len(string)
    return Example("".join(parts), tuple(mentions))
