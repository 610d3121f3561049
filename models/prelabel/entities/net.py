"""The network that reads along with the tagger: what its file holds, which runs of a text it is shown, what it says.

It is multilingual-e5-small (Wang et al., Multilingual E5 Text Embeddings, 2024; MIT), taught further
by `models.prelabel.training.net` to tag characters and to tell what kind of section begins at a line. Its scores are
added to the tagger's own before the best reading is sought, and to those of the outline: both err, in different places.
It is computed in whole numbers (`net_layers`).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import exp, fsum, log
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from models.errors import UserError
from models.prelabel.engines import folder
from models.prelabel.entities.net_layers import Floats, Layer, Linear, Net, Norm
from models.prelabel.entities.view import units, view_of
from models.prelabel.packed import opened
from models.threads import side_by_side

Ints = npt.NDArray[np.int32]
Points = tuple[tuple[float, float], ...]

MAGIC = b"JIAOZHU-NET 2\n"
BLANKS, ENDS = " \t\xa0\u3000", "\n\f\v\x85\u2028\u2029"
"""What is read as a space, and what as the end of a line."""
OPENING, CLOSING, UNKNOWN, BLANK = range(4)
"""The numbers of the text's beginning, a line's end, a character that is not known, and a space."""
STEPS = 25
"""Scores are told in steps of one 25th, as the tagger's are."""
NOTHING = ""
"""What stands among the kinds for a line where no section begins."""
SHARE = 0.5
"""How far the network is heeded; of the tagger's own scores `OWN` is."""
_GROUP, _ABOVE = 240, 60
"""How many characters are read at once at most, and how many above them are read again."""
_RESTS = 4
_LONGEST = 60_000
"""A longer text is read along so far: about a minute and a half."""
_MOST = 60_000_000


class Heard(NamedTuple):
    """Scores in steps: LABELS [character, tag], heeded by SHARE; BEGINS [character, kind], which tell at the first
    character of a line alone."""

    labels: Ints
    begins: Ints


@dataclass(frozen=True)
class Reader:
    """NUMBERS: the number of a character. KINDS: of the sections that may begin at a line, NOTHING among them.
    CALIBRATION: by the engines that the tagger heeds besides, joined by "-"."""

    numbers: Mapping[str, int]
    kinds: tuple[str, ...]
    net: Net
    calibration: Mapping[str, Points]

    def read(self, content: str) -> Heard:
        """What it says of each character of a view's content; what it has not read has no scores.

        Runs are read side by side where there are processors for them.
        """
        known = [self.number(character) for character in content[:_LONGEST]]
        labels = np.zeros((len(content), len(self.net.outward.bias)), np.int32)
        begins = np.zeros((len(content), len(self.kinds)), np.int32)
        runs = list(windows(content[:_LONGEST]))
        given = ([OPENING] * (above == 0) + known[above:end] for above, _, end in runs)
        with ThreadPoolExecutor(side_by_side()) as pool:
            said = list(pool.map(self.net, given))
        for (_, start, end), (told, begun) in zip(runs, said, strict=True):
            labels[start:end] = np.rint(told[start - end :] * np.float32(SHARE * STEPS))
            begins[start:end] = np.rint(begun[start - end :] * np.float32(STEPS))
        return Heard(labels, begins)

    def number(self, character: str) -> int:
        """The number that a character is read as."""
        if character in BLANKS:
            return BLANK
        return CLOSING if character in ENDS else self.numbers.get(character, UNKNOWN)


def windows(content: str) -> Iterator[tuple[int, int, int]]:
    """(ABOVE, START, END): the runs [START, END) that are told of, each read from ABOVE on; blank ones are left out.

    Where a run begins hangs on the lines near it alone: what is changed far away changes nothing here.
    """
    start = end = 0
    for first, last in units(content):
        opens = first == 0 or content[first - 1] in ENDS
        rests = opens and crc32(content[first:last].encode("utf-8", "surrogatepass")) % _RESTS == 0
        if end > start and (rests or last - start > _GROUP):
            if content[start:end].strip():
                yield max(0, start - _ABOVE), start, end
            start = first
        end = last
    if content[start:end].strip():
        yield max(0, start - _ABOVE), start, end


def usable() -> bool:
    """Whether the network may be used and its file is whole; with engines switched off it is not looked at."""
    if folder() is None:
        return False
    try:
        reader()
    except (UserError, OSError):
        return False
    return True


@cache
def reader() -> Reader:
    """The network that the program carries. Raises UserError where its file is damaged."""
    return from_bytes((resources.files("resources") / "models" / "net.bin").read_bytes())


@lru_cache(maxsize=32)
def heard(content: str) -> Heard:
    """What the network says of a view's content; the last ones are kept, as training reads its bulletins many times."""
    found = reader().read(content)
    for part in found:
        part.flags.writeable = False
    return found


def beginnings(text: str) -> Callable[[int], dict[str, float]]:
    """For a place of an imported text where a line's words begin: the log-chances of what kind of section begins there,
    NOTHING among them; none where the text is too long to have been read so far."""
    view, kinds = view_of(text), reader().kinds
    told = heard(view.content).begins

    def at(offset: int) -> dict[str, float]:
        place = view.place(offset, offset + 1)[0]
        if place >= len(told) or not told[place].any():
            return {}
        scores = [score / STEPS for score in told[place].tolist()]
        top = max(scores)
        total = top + log(fsum(exp(score - top) for score in scores))
        return {kind: score - total for kind, score in zip(kinds, scores, strict=True)}

    return at


def to_bytes(reader: Reader) -> bytes:
    """The network as bytes, the same for the same network."""
    head = {
        "characters": "".join(sorted(reader.numbers, key=lambda character: (reader.numbers[character], character))),
        "numbers": sorted(reader.numbers.values()),
        "layers": len(reader.net.layers),
        "heads": reader.net.heads,
        "width": reader.net.vectors.shape[1],
        "inner": reader.net.layers[0].widen.bias.shape[0],
        "rows": reader.net.vectors.shape[0],
        "places": reader.net.places.shape[0],
        "labels": len(reader.net.outward.bias),
        "kinds": list(reader.kinds),
        "calibration": {name: [list(point) for point in points] for name, points in reader.calibration.items()},
    }
    body = b"".join(part.tobytes() for part in _parts(reader.net))
    return MAGIC + json.dumps(head, sort_keys=True).encode() + b"\n" + zlib.compress(body, 9)


def _parts(net: Net) -> Iterator[npt.NDArray[np.generic]]:
    """All numbers in the order in which the file holds them."""
    yield from (net.vectors, net.sizes.astype("<f4"), net.places.astype("<f2"))
    yield from (net.entry.weight.astype("<f4"), net.entry.bias.astype("<f4"))
    for layer in net.layers:
        for linear in (layer.attend, layer.gather, layer.widen, layer.narrow):
            yield from _linear(linear)
        for norm in (layer.first, layer.second):
            yield from (norm.weight.astype("<f4"), norm.bias.astype("<f4"))
    yield from _linear(net.outward)
    yield from _linear(net.begins)


def _linear(part: Linear) -> Iterator[npt.NDArray[np.generic]]:
    yield from (part.whole.astype(np.int8), part.scale.astype("<f4"), part.bias.astype("<f4"))


def from_bytes(data: bytes) -> Reader:
    """The network that `to_bytes` wrote. Raises UserError where the data is damaged or of another version."""
    try:
        head, body = opened(data, MAGIC, _MOST)
        numbers = dict(zip(str(head["characters"]), (int(n) for n in head["numbers"]), strict=True))
        kinds = tuple(map(str, head["kinds"]))
        net = _net(head, len(kinds), _taker(body))
        if max(numbers.values(), default=0) >= len(net.sizes):
            raise ValueError("characters")
        points = {
            str(name): tuple((float(raw), float(right)) for raw, right in rows)
            for name, rows in head["calibration"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise UserError("The network of the tagger is damaged. Install the program again.",
                        code="prelabel.net") from error  # fmt: skip
    return Reader(numbers, kinds, net, points)


Take = Callable[[str, int, int], Floats]


def _taker(body: bytes) -> Take:
    """Takes one array after the other from the front of the bytes, as single-precision numbers [ROWS, COLUMNS]."""
    at = 0

    def take(kind: str, rows: int, columns: int) -> Floats:
        nonlocal at
        found = np.frombuffer(body, kind, rows * columns, at)
        at += found.nbytes
        if not np.isfinite(found).all():
            raise ValueError("numbers")
        return found.astype(np.float32).reshape(rows, columns)

    return take


def _net(head: Mapping[str, int], kinds: int, take: Take) -> Net:
    width, inner, rows = head["width"], head["inner"], head["rows"]

    def norm() -> Norm:
        return Norm(take("<f4", 1, width)[0], take("<f4", 1, width)[0])

    def linear(into: int, out: int) -> Linear:
        return Linear(take("|i1", into, out), take("<f4", 1, out)[0], take("<f4", 1, out)[0])

    def layer() -> Layer:
        attend, gather = linear(width, 3 * width), linear(width, width)
        widen, narrow = linear(width, inner), linear(inner, width)
        return Layer(attend, gather, norm(), widen, narrow, norm())

    vectors = take("|i1", rows, width).astype(np.int8)
    sizes, places = take("<f4", 1, rows)[0], take("<f2", head["places"], width)
    entry, layers = norm(), tuple(layer() for _ in range(head["layers"]))
    outward, begins = linear(width, head["labels"]), linear(width, kinds)
    return Net(vectors, sizes, places, entry, layers, head["heads"], outward, begins)
