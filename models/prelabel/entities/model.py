"""The tagger's weights, as data: read from and written to bytes that hold numbers alone."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from models.errors import UserError
from models.prelabel.engines import ENGINES, LAC, NET
from models.prelabel.entities import lac, net
from models.prelabel.entities.crf import NEVER, Chain, Floats, Ints, Steps
from models.prelabel.entities.spans import LABELS

TAGS: tuple[str, ...] = ("O", *(f"{part}-{label}" for label in LABELS for part in "BIES"))
"""What a character can be: outside, or the first, an inner, the last or the only one of a mention."""
_MAGIC = b"JIAOZHU-ENTITIES 2\n"
"""Raised when what is known of a character changes: weights for other features would be read as if they were these."""
_MOST = 2_000_000
STEPS = 25
"""How finely weights are stored and scores are counted: whole numbers, so that sums are the same in any order."""
_STEEP = 1e4
_INCLINED = 0.4
"""In log-odds, chosen on the written bulletins: to take a wrong mention out costs half of what putting one in does."""


@dataclass(frozen=True)
class Model:
    """KEYS: fingerprints in order; row n + 1 of WEIGHTS belongs to key n, row 0 is zero.

    CALIBRATION: for each label (raw, right) points, rising, that turn a span's probability into a confidence.
    EVIDENCE: the engines without whose say the model cannot be used. LAC's is among the features; the network's scores
    are added to the model's own.
    """

    keys: npt.NDArray[np.uint32]
    weights: Floats
    chain: Chain
    calibration: dict[str, tuple[tuple[float, float], ...]]
    evidence: tuple[str, ...] = ()

    def places(self, rows: npt.NDArray[np.uint32]) -> Ints:
        """The weights' rows of fingerprints, 0 where one is unknown."""
        found = np.zeros(rows.size, np.int32)
        if not len(self.keys):
            return found.reshape(rows.shape)
        shift, begins = self._buckets
        flat = rows.ravel()
        sought = np.flatnonzero(flat)
        wanted = flat.take(sought)
        at = begins.take(wanted >> shift)
        while sought.size:
            keys = self.keys.take(at, mode="clip")
            at += 1
            found[sought] = np.where(keys == wanted, at, 0)
            left = np.flatnonzero((keys < wanted) & (at < len(self.keys)))
            sought, wanted, at = sought.take(left), wanted.take(left), at.take(left)
        return found.reshape(rows.shape)

    @cached_property
    def _buckets(self) -> tuple[np.uint32, npt.NDArray[np.int32]]:
        """How far a key is shifted to its bucket, and where each bucket begins in KEYS."""
        bits = min(24, len(self.keys).bit_length() + 2)
        shift = np.uint32(32 - bits)
        sizes = np.bincount(self.keys >> shift, minlength=1 << bits)
        return shift, (np.cumsum(sizes) - sizes).astype(np.int32)

    @property
    def whole(self) -> npt.NDArray[np.int8]:
        """The weights in steps of 1 / STEPS, as they are stored."""
        return np.clip(np.rint(self.weights * STEPS), -127, 127).astype(np.int8)

    @cached_property
    def inclined(self) -> Chain:
        """The chain that texts are read with: it begins a mention rather than not where both are near."""
        begins = [n for n, name in enumerate(TAGS) if name[0] in "BS"]
        trans, start = self.chain.trans.copy(), self.chain.start.copy()
        trans[:, begins] += _INCLINED
        start[begins] += _INCLINED
        return Chain(trans, start, self.chain.end)

    @cached_property
    def steps(self) -> Steps:
        """The chain that texts are read with, in the same steps."""

        def of(values: Floats, allowed: npt.NDArray[np.bool_]) -> Ints:
            return np.where(allowed, np.rint(np.clip(values, -_STEEP, _STEEP) * STEPS), NEVER).astype(np.int32)

        begins, ends = (np.array([name[0] in parts for name in TAGS]) for parts in ("OBS", "OES"))
        follows = np.array([[_follows(before, after) for after in TAGS] for before in TAGS])
        order = [n for part in "IEOSB" for n, name in enumerate(TAGS) if name[0] == part]
        chain = self.inclined
        return Steps(of(chain.trans, follows), of(chain.start, begins), of(chain.end, ends), np.array(order))

    def scores(self, rows: npt.NDArray[np.uint32]) -> Ints:
        """The emission scores [character, tag] of fingerprints, in steps."""
        found = np.zeros((len(rows), self._wide.shape[1]), np.int16)  # 64 templates of at most 127 fit in
        for column in self.places(rows.T):
            found += self._wide.take(column, axis=0)
        return found[:, : len(TAGS)].astype(np.int32)

    @cached_property
    def _wide(self) -> npt.NDArray[np.int8]:
        """The weights as `whole`, a row's width a power of two: read so much faster."""
        wide = np.zeros((len(self.weights), 32), np.int8)
        wide[:, : len(TAGS)] = self.whole
        return wide

    def confidence(self, label: str, raw: float) -> float:
        """The chance that a span of this probability is right, to three places."""
        points = self.calibration.get(label, ())
        over = bisect_right(points, raw, key=itemgetter(0))
        if not 0 < over < len(points):
            return round((points[-1][1] if over else points[0][1]) if points else raw, 3)
        (left, low), (right, high) = points[over - 1 : over + 1]
        return round((high - low) / (right - left) * (raw - left) + low, 3)


def _follows(before: str, after: str) -> bool:
    """Whether one tag may stand right behind the other: what has begun goes on until it ends."""
    if before[0] in "BI":
        return after[0] in "IE" and after[1:] == before[1:]
    return after[0] in "OBS"


_LIGHT = 3
"""A feature none of whose weights has so many steps changes no reading that could be measured."""


def to_bytes(model: Model) -> bytes:
    """The model as bytes, the same for the same model; weights in whole steps, features of little weight left out."""
    whole = model.whole
    kept = np.flatnonzero(np.abs(whole[1:]).max(axis=1, initial=0) >= _LIGHT)
    head: dict[str, object] = {
        "tags": list(TAGS),
        "features": len(kept),
        "calibration": {
            label: [list(point) for point in points] for label, points in sorted(model.calibration.items())
        },
    }
    if model.evidence:
        head["evidence"] = list(model.evidence)
    chain = np.concatenate([model.chain.trans, model.chain.start[None], model.chain.end[None]]).astype("<f4")
    body = model.keys[kept].astype("<u4").tobytes() + whole[1:][kept].T.tobytes() + chain.tobytes()
    return _MAGIC + json.dumps(head, sort_keys=True).encode() + b"\n" + zlib.compress(body, 9)


def from_bytes(data: bytes) -> Model:
    """The model that `to_bytes` wrote. Raises UserError where the data is damaged or of another version."""
    try:
        if not data.startswith(_MAGIC):
            raise ValueError("magic")
        line, _, packed = data[len(_MAGIC) :].partition(b"\n")
        head = json.loads(line)
        count, tags = int(head["features"]), len(TAGS)
        if tuple(head["tags"]) != TAGS or not 0 <= count <= _MOST:
            raise ValueError("tags")
        size = 4 * count + count * tags + 4 * (tags + 2) * tags
        reader = zlib.decompressobj()
        body = reader.decompress(packed, size + 1)
        if len(body) != size or not reader.eof or reader.unused_data:
            raise ValueError("size")
        keys = np.frombuffer(body, "<u4", count).astype(np.uint32)
        whole = np.frombuffer(body, np.int8, count * tags, 4 * count).reshape(tags, count).T
        chain = np.frombuffer(body, "<f4", (tags + 2) * tags, 4 * count + count * tags).reshape(tags + 2, tags)
        if not np.isfinite(chain).all() or (count > 1 and not (keys[1:] > keys[:-1]).all()):
            raise ValueError("numbers")
        calibration = {str(label): _points(points) for label, points in head["calibration"].items()}
        evidence = tuple(head.get("evidence", ()))
        if not set(evidence) <= {NET, *(engine.id for engine in ENGINES)}:
            raise ValueError("evidence")
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise UserError("The entity model is damaged. Train it again.", code="prelabel.entity_model") from error
    weights = np.zeros((count + 1, tags), np.float32)
    weights[1:] = whole / np.float32(STEPS)
    parts = chain.astype(np.float32)
    links = Chain(parts[:tags].copy(), parts[tags].copy(), parts[tags + 1].copy())
    return Model(keys, weights, links, calibration, evidence)


def _points(rows: Sequence[Sequence[float]]) -> tuple[tuple[float, float], ...]:
    points = tuple((float(raw), float(right)) for raw, right in rows)
    if any(not (0 <= raw <= 1 and 0 <= right <= 1) for raw, right in points) or list(points) != sorted(points):
        raise ValueError("calibration")
    return points


def shipped(off: Container[str] = ()) -> Model:
    """The model that the program carries, heeding LAC and the network where they are there and not in OFF."""
    return carried(tuple(name for name in (LAC, NET) if not missing((name,), off)))


def missing(evidence: Iterable[str], off: Container[str] = ()) -> tuple[str, ...]:
    """The engines of EVIDENCE that are in OFF, not there, or damaged."""
    there = {LAC: lac.usable, NET: net.usable}
    return tuple(name for name in evidence if name in off or name not in there or not there[name]())


def beside_net(model: Model) -> Model:
    """The model with the network reading along, and as sure as the carried one is beside it."""
    points = net.reader().calibration["-".join(model.evidence)]
    return replace(model, evidence=(*model.evidence, NET), calibration=dict.fromkeys(LABELS, points))


@cache
def carried(evidence: tuple[str, ...]) -> Model:
    """The carried model of some evidence, whether that is there or not."""
    if NET in evidence:
        return beside_net(carried(tuple(name for name in evidence if name != NET)))
    name = "-".join(("entities", *evidence))
    return from_bytes((resources.files("resources") / "models" / f"{name}.bin").read_bytes())
