"""The network that reads along with the tagger: what its file holds, which runs of a text it is shown, what it says.

It is multilingual-e5-small (Wang et al., Multilingual E5 Text Embeddings, 2024; MIT), taught further
by `models.prelabel.training.net` to tag characters. Its scores are added to the tagger's own before the best reading
is sought: both err, in different places. It is computed in whole numbers (`net_layers`).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from zlib import crc32

import numpy as np
import numpy.typing as npt

from models.errors import UserError
from models.prelabel.engines import folder
from models.prelabel.entities.net_layers import Floats, Layer, Linear, Net, Norm
from models.prelabel.entities.view import units
from models.prelabel.packed import opened

Ints = npt.NDArray[np.int32]
Points = tuple[tuple[float, float], ...]

MAGIC = b"JIAOZHU-NET 1\n"
BLANKS, ENDS = " \t\xa0\u3000", "\n\f\v\x85\u2028\u2029"
"""What is read as a space, and what as the end of a line."""
OPENING, CLOSING, UNKNOWN, BLANK = range(4)
"""The numbers of the text's beginning, a line's end, a character that is not known, and a space."""
STEPS = 25
"""Scores are told in steps of one 25th, as the tagger's are."""
SHARE = 0.5
"""How far the network is heeded; of the tagger's own scores `OWN` is."""
_GROUP, _ABOVE = 240, 60
"""How many characters are read at once at most, and how many above them are read again."""
_RESTS = 4
_LONGEST = 60_000
"""A longer text is read along so far: about a minute and a half."""
_MOST = 60_000_000


@dataclass(frozen=True)
class Reader:
    """NUMBERS: the number of a character. CALIBRATION: by the engines that the tagger heeds besides, joined by "-"."""

    numbers: Mapping[str, int]
    net: Net
    calibration: Mapping[str, Points]

    def scores(self, content: str) -> Ints:
        """What it says of each character of a view's content, in steps; what it has not read has no scores."""
        known = [self.number(character) for character in content[:_LONGEST]]
        found = np.zeros((len(content), len(self.net.outward.bias)), np.int32)
        for above, start, end in windows(content[:_LONGEST]):
            run = [OPENING] * (above == 0) + known[above:end]
            found[start:end] = np.rint(self.net(run)[start - end :] * np.float32(SHARE * STEPS))
        return found

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
def heard(content: str) -> Ints:
    """What the network says of a view's content; the last ones are kept, as training reads its bulletins many times."""
    found = reader().scores(content)
    found.flags.writeable = False
    return found


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


def _linear(part: Linear) -> Iterator[npt.NDArray[np.generic]]:
    yield from (part.whole.astype(np.int8), part.scale.astype("<f4"), part.bias.astype("<f4"))


def from_bytes(data: bytes) -> Reader:
    """The network that `to_bytes` wrote. Raises UserError where the data is damaged or of another version."""
    try:
        head, body = opened(data, MAGIC, _MOST)
        numbers = dict(zip(str(head["characters"]), (int(n) for n in head["numbers"]), strict=True))
        net = _net(head, _taker(body))
        if max(numbers.values(), default=0) >= len(net.sizes):
            raise ValueError("characters")
        points = {
            str(name): tuple((float(raw), float(right)) for raw, right in rows)
            for name, rows in head["calibration"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise UserError("The network of the tagger is damaged. Install the program again.",
                        code="prelabel.net") from error  # fmt: skip
    return Reader(numbers, net, points)


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


def _net(head: Mapping[str, int], take: Take) -> Net:
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
    return Net(vectors, sizes, places, entry, layers, head["heads"], linear(width, head["labels"]))
