"""What LAC, an engine that users add, says of every character: its word, the word's kind, how likely it names a person.

LAC (Baidu, Apache-2.0; Jiao, Sun and Sun, Chinese Lexical Analysis with Deep Bi-GRU-CRF Network, 2018) tags words with
their parts of speech, and names as such. Its file is made by `models.prelabel.engines`, holds numbers and words alone,
and is computed in whole numbers (`lac_net`).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp
from pathlib import Path

import numpy as np
import numpy.typing as npt

from models.errors import UserError
from models.prelabel.engines import LAC, place
from models.prelabel.entities.lac_net import STEPS, Bytes, Floats, Gated, Ints, Matrix, Net
from models.prelabel.packed import opened

Codes = npt.NDArray[np.int64]

MAGIC = b"JIAOZHU-LAC 1\n"
UNKNOWN = "OOV"
PERSON = "PER"
"""The kind of word whose chances are told. LAC's bodies and places were tagged by other guidelines than this project's.
"""
_BATCH = 16
"""So many sentences, of about one length, are read at once."""
_PIECE = 17_000_000
_WORTH = (0, 0, 693_147, 1_098_612)
"""A cut is the best that makes the fewest pieces, and of those the longest: in millionths, the logarithms of LAC."""
_CUTS = (1, 4, 10, 16)
"""Chances are told as how many of these twentieths they reach."""
_LIKELY = np.array([round(exp(-n / STEPS) * (1 << 30)) for n in range(20 * STEPS)] + [0], np.int64)
_MOST = 40_000_000


@dataclass(frozen=True)
class Seen:
    """For each character: LABEL, a number a kind of word, 0 for none; WORD, a number a word; whether a PERSON's name
    holds it, and in _CUTS the CHANCE that one does, judged by itself.
    """

    label: Codes
    word: Codes
    person: npt.NDArray[np.bool_]
    chance: Codes


@dataclass(frozen=True)
class Lac:
    """LABELS: a name a number, "PER-B" or "O". VOCABULARY: the number of a word. WORDS: what is kept whole when cut."""

    labels: tuple[str, ...]
    vocabulary: Mapping[str, int]
    words: frozenset[str]
    net: Net

    def seen(self, string: str, units: Sequence[tuple[int, int]]) -> Seen:
        """What is said of STRING, each of whose units is read by itself; of blank ones nothing."""
        size = len(string)
        none = np.zeros(size, np.int64)
        found = Seen(none, np.full(size, -1, np.int64), np.zeros(size, np.bool_), none.copy())
        chosen = [unit for unit in units if not string[unit[0] : unit[1]].isspace() and unit[0] < unit[1]]
        read = [self.numbers(string[start:end]) for start, end in chosen]
        order = sorted(range(len(chosen)), key=lambda n: (len(read[n][0]), n))
        for at in range(0, len(order), _BATCH):
            group = order[at : at + _BATCH]
            lengths = [len(read[n][0]) for n in group]
            emissions = self.net.emissions([read[n][0] for n in group])
            chances = self._chances(emissions)
            paths = self.net.labels(emissions, lengths)
            for column, (n, path) in enumerate(zip(group, paths, strict=True)):
                self._tell(found, chosen[n][0], read[n][1], path, chances[: lengths[column], column])
        return found

    def _tell(self, found: Seen, start: int, sizes: list[int], path: Ints, chances: Codes) -> None:
        """Set what is said of the unit at START, whose tokens have these SIZES."""
        repeat = np.array(sizes)
        kinds, inner = self._kinds
        kind = kinds[path]
        goes_on = inner[path]
        goes_on[0] = False
        goes_on[1:] &= kind[1:] == kind[:-1]
        end = start + int(repeat.sum())
        found.label[start:end] = np.repeat(kind, repeat)
        found.person[start:end] = np.repeat(np.isin(path, self._person), repeat)
        found.word[start:end] = np.repeat(start + np.cumsum(~goes_on), repeat)
        found.chance[start:end] = np.repeat(chances, repeat)

    @cached_property
    def _kinds(self) -> tuple[Codes, npt.NDArray[np.bool_]]:
        """For each label the kind of word, from 1 on and 0 for none, and whether it goes on with one."""
        names = [label.rpartition("-")[0] for label in self.labels]
        known = ["", *dict.fromkeys(name for name in names if name)]
        kinds = np.array([known.index(name) for name in names], np.int64)
        return kinds, np.array([label.endswith("-I") for label in self.labels])

    @cached_property
    def _person(self) -> list[int]:
        return [n for n, label in enumerate(self.labels) if label.rpartition("-")[0] == PERSON]

    def _chances(self, emissions: Ints) -> Codes:
        """How likely a person's name is at each place by itself, in _CUTS."""
        below = np.minimum(emissions.max(axis=2, keepdims=True) - emissions, len(_LIKELY) - 1)
        shares = _LIKELY[below]
        own, total = shares[:, :, self._person].sum(axis=2), shares.sum(axis=2)
        found: Codes = np.sum([20 * own >= cut * total for cut in _CUTS], axis=0, dtype=np.int64)
        return found

    def numbers(self, string: str) -> tuple[list[int], list[int]]:
        """The tokens of a string as numbers, and their lengths: words that are known, else characters."""
        unknown = self.vocabulary[UNKNOWN]
        found, sizes = [], []
        for piece in self.cut(string):
            number = self.vocabulary.get(piece)
            if number is not None:
                found.append(number)
                sizes.append(len(piece))
            else:
                found += [self.vocabulary.get(character, unknown) for character in piece]
                sizes += [1] * len(piece)
        return found, sizes

    def cut(self, string: str) -> list[str]:
        """STRING in pieces: words of at most three characters, single characters, and runs of letters and digits."""
        size = len(string)
        best, ends = [0] * (size + 1), [0] * (size + 1)
        for start in range(size - 1, -1, -1):
            most, end = best[start + 1], start + 1
            for length in (2, 3):
                if start + length <= size and string[start : start + length] in self.words:
                    worth = best[start + length] + _WORTH[length]
                    if worth >= most:
                        most, end = worth, start + length
            best[start], ends[start] = most - _PIECE, end
        found: list[str] = []
        here, joined = 0, False
        while here < size:
            piece = string[here : ends[here]]
            single = len(piece) == 1 and piece.isascii() and piece.isalnum()
            if single and joined:
                found[-1] += piece
            else:
                found.append(piece)
            joined = single
            here = ends[here]
        return found


def lac() -> Lac:
    """The user's LAC. Raises UserError where it is not there, switched off, or damaged."""
    path = place(LAC)
    if path is None:
        raise UserError("LAC is not there. Add it: jiaozhu engines add lac", code="engine.absent", name="LAC")
    try:
        state = path.stat()
        return _loaded(path, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error}", code="engine.damaged", name="LAC") from error


def usable() -> bool:
    """Whether LAC is there and whole."""
    try:
        lac()
    except UserError:
        return False
    return True


@lru_cache(maxsize=1)
def _loaded(path: Path, _changed: int, _size: int) -> Lac:
    return from_bytes(path.read_bytes())


def from_bytes(data: bytes) -> Lac:
    """The engine in a packed file. Raises UserError where the data is damaged or of another version."""
    try:
        head, body = opened(data, MAGIC, _MOST)
        words = json.loads(body[: head["text"]])
        labels = tuple(str(label) for label in head["labels"])
        net = _net(body[head["text"] :], len(words["vocabulary"]), len(labels), head)
        return _checked(labels, words, net)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, zlib.error) as error:
        raise UserError("The file of LAC is damaged. Add it again.", code="engine.damaged", name="LAC") from error


def _checked(labels: tuple[str, ...], words: Mapping[str, Sequence[str]], net: Net) -> Lac:
    if any(f"{PERSON}-{part}" not in labels for part in "BI"):
        raise ValueError("labels")
    vocabulary = {word: n for n, word in enumerate(words["vocabulary"])}
    unknown = vocabulary[UNKNOWN]
    # A character that stands for another (full width, traditional) has the other's number, where it is known at all.
    same = dict(zip(words["from"], words["to"], strict=True))
    numbers = {word: vocabulary.get(same.get(word, word), unknown) for word in (*vocabulary, *same)}
    return Lac(labels, numbers, frozenset(words["words"]), net)


class _Reader:
    """Takes arrays off packed bytes, one after another."""

    def __init__(self, data: bytes) -> None:
        self._data, self.here = data, 0

    def bytes(self, *shape: int) -> Bytes:
        size = int(np.prod(shape))
        self.here += size
        return np.frombuffer(self._data, np.int8, size, self.here - size).reshape(shape)

    def floats(self, size: int) -> Floats:
        self.here += 4 * size
        found = np.frombuffer(self._data, "<f4", size, self.here - 4 * size).astype(np.float32)
        if not np.isfinite(found).all():
            raise ValueError("numbers")
        return found

    def matrix(self, rows: int, columns: int) -> Matrix:
        found = Matrix(self.bytes(rows, columns).astype(np.float32), self.floats(columns))
        if not found.exact:
            raise ValueError("numbers")
        return found


def _net(data: bytes, words: int, labels: int, head: Mapping[str, int]) -> Net:
    width, size = int(head["width"]), int(head["state"])
    reader = _Reader(data)
    vectors, scale = reader.bytes(words, width), np.float32(reader.floats(1)[0])

    def gated(into: int) -> Gated:
        return Gated(
            reader.matrix(into, 3 * size), reader.floats(3 * size),
            reader.matrix(size, 2 * size), reader.matrix(size, size),
        )  # fmt: skip

    layers = tuple((gated(into), gated(into)) for into in (width, 2 * size))
    outward, bias = reader.matrix(2 * size, labels), reader.floats(labels)
    here = reader.here
    chain = np.frombuffer(data, "<i4", (labels + 2) * labels, here).reshape(labels + 2, labels).astype(np.int32)
    if here + chain.nbytes != len(data) or np.abs(chain).max(initial=0) > 1 << 20:
        raise ValueError("size")
    return Net(vectors, scale, layers, outward, bias, chain)
