"""LAC's own files, as its package has them, to the one file that this program reads: 8 bits a weight, words beside.

The same files give the same bytes with the same numpy and zlib.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from models.errors import UserError
from models.prelabel.entities.lac import MAGIC
from models.prelabel.entities.lac_net import STEPS

Floats = npt.NDArray[np.float32]

WIDTH = STATE = 128
LABELS = 49
SHA256 = {
    "conf/q2b.dic": "688ecfed0bd3fa898a0b26fd27a838432e0f32600bdf35739de7931ff51187a1",
    "conf/small_seg.dic": "c346639959479c32d0a0a35fdd938cafea869b97d88e5a97161ffdf824a53d37",
    "conf/tag.dic": "0e10caa505cd12e6f43630505503ccf24ee081f61a155fcc186041601cfd0bfe",
    "conf/word.dic": "63e3f4d9ad4a7b5041263e61d3de0a12ca7a67cf4251a6a127c9f47356e6d517",
    "model/crfw": "7332eace1e7aa003506994be95f62a5d34fd3aeea339e1520c5ffa53bbb3b94a",
    "model/fc_0.b_0": "e45ae6e180a5cb75a644909ad7613525fb3179a222deabc81ee1bf427f84ed13",
    "model/fc_0.w_0": "0eb572df8350f90471e5ec2a51468bfeb6e021b26f2e457f1510aa41d3b4d807",
    "model/fc_1.b_0": "7817b9035d392e0d9bdd1cfb989a5343096f99ca3b14a6e50cba07d078c47086",
    "model/fc_1.w_0": "828139b0bcbe96da19ddc21045d39dffcb06a3ddefd4a9e525b3b79fb3697e0d",
    "model/fc_2.b_0": "8e0f86cd4c97f02c8df4fa0cab24fe176fad4c53e3ed7db36604c332d5968722",
    "model/fc_2.w_0": "270ff496923fb0eb0e7eb7eed1da845648b039ca80caf9c9e861649c586db1e0",
    "model/fc_3.b_0": "ffe95337c597883c2c3f471f2b8819a32615b38b433dbedaea4340675eefe71f",
    "model/fc_3.w_0": "5997e01f1d445750c8a24055792b279912c107b55590780029eb0580775fd33b",
    "model/fc_4.b_0": "c144b474c8d5b7a3e3a331c0bd2d958996852db54c75c22e660a5b5145c0beff",
    "model/fc_4.w_0": "def53c1a129fe46741bf99423ea32fbb9cf0b32fded8d1ff12044229d29096b9",
    "model/gru_0.b_0": "4830f09e88a64acc671ae9cf2a180521addd84a5b9ec8a247e7340465d46da34",
    "model/gru_0.w_0": "63ae5111b3a81f994070410bdca0c4119b0d67e803de47ea421eba764192654d",
    "model/gru_1.b_0": "0e7def11b0266547f2bb8ab9fc2045dca4320bcbe3a4d851785a60fa5206a7a2",
    "model/gru_1.w_0": "ff0eda2c898997e09089b7ab67da7de5017b1e936cd2cb71819dd8f56509dcb3",
    "model/gru_2.b_0": "d908b4fd85c953cc31a5e12138a4a18990d06151592fe65ebac0859cddb9ce1e",
    "model/gru_2.w_0": "20225a177059f9beafad9c3e5e0841df2a009e5decc21d02ed40e8eec8dbe11f",
    "model/gru_3.b_0": "b33597df73e02d44264349e54ca7d70222df203a41fc9329b8c97cfc1a0a11e2",
    "model/gru_3.w_0": "ddfdfdf9213de4ad5e837d6f9c75b478b97377b4f7a0373c842c9331ba4e2683",
    "model/word_emb": "05608c8b9193ba5d08dce4527d23a043b93b349ce44e074667a89d64f3722096",
}
"""What the files of LAC 2.1.2 are, under `LAC/lac_model` of its package."""


def packed(read: Callable[[str], bytes]) -> bytes:
    """The packed file of LAC's files, which READ gives by their names. Raises UserError where one is not the right one.

    What READ raises is raised.
    """
    files = {name: _checked(name, read(name), wanted) for name, wanted in SHA256.items()}
    text = json.dumps(_words(files), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    body = text + b"".join(_numbers(files))
    head = {
        "labels": _labels(files["conf/tag.dic"]), "licence": "Apache-2.0", "source": "LAC 2.1.2, Baidu",
        "state": STATE, "text": len(text), "width": WIDTH,
    }  # fmt: skip
    return MAGIC + json.dumps(head, sort_keys=True).encode() + b"\n" + zlib.compress(body, 9)


def _checked(name: str, data: bytes, wanted: str) -> bytes:
    if hashlib.sha256(data).hexdigest() != wanted:
        raise UserError(f"{name} is not the file of LAC 2.1.2.", code="engine.source", name="LAC")
    return data


def _rows(data: bytes, mark: str) -> list[list[str]]:
    return [row.split(mark) for row in data.decode("utf-8").split("\n") if row.strip("\r\n")]


def _words(files: dict[str, bytes]) -> dict[str, list[str]]:
    vocabulary = [""] * (len(files["model/word_emb"]) // (4 * WIDTH))
    for number, word in _rows(files["conf/word.dic"], "\t"):
        vocabulary[int(number)] = word
    same = [row for row in _rows(files["conf/q2b.dic"], "\t") if len(row) == 2]
    return {
        "vocabulary": vocabulary,
        "from": [row[0] for row in same],
        "to": [row[1] for row in same],
        "words": sorted(row[0] for row in _rows(files["conf/small_seg.dic"], " ") if len(row[0]) > 1),
    }


def _labels(data: bytes) -> list[str]:
    found = [""] * LABELS
    for number, label in _rows(data, "\t"):  # later rows have the names of entities in place of their parts of speech
        found[int(number)] = label
    return found


def _numbers(files: dict[str, bytes]) -> Iterator[bytes]:
    """The arrays in the order in which `models.prelabel.entities.lac` reads them."""

    def of(name: str, *shape: int) -> Floats:
        size = int(np.prod(shape))  # before the numbers, each file has a head of its own
        return np.frombuffer(files[f"model/{name}"][-4 * size :], "<f4").reshape(shape)

    words = len(files["model/word_emb"]) // (4 * WIDTH)
    vectors = of("word_emb", words, WIDTH)
    scale = np.float32(np.abs(vectors).max() / 127)
    yield np.rint(vectors / scale).astype(np.int8).tobytes() + scale.astype("<f4").tobytes()
    for n, width in ((0, WIDTH), (1, WIDTH), (2, 2 * STATE), (3, 2 * STATE)):
        yield quantised(of(f"fc_{n}.w_0", width, 3 * STATE))
        yield (of(f"fc_{n}.b_0", 3 * STATE) + of(f"gru_{n}.b_0", 3 * STATE)).astype("<f4").tobytes()
        inner = of(f"gru_{n}.w_0", 3 * STATE * STATE)
        yield quantised(inner[: 2 * STATE * STATE].reshape(STATE, 2 * STATE))
        yield quantised(inner[2 * STATE * STATE :].reshape(STATE, STATE))
    yield quantised(of("fc_4.w_0", 2 * STATE, LABELS)) + of("fc_4.b_0", LABELS).astype("<f4").tobytes()
    chain = of("crfw", LABELS + 2, LABELS)
    yield np.rint(np.concatenate([chain[2:], chain[:2]]) * STEPS).astype("<i4").tobytes()


def quantised(matrix: Floats) -> bytes:
    """A matrix [from, to] as whole numbers of 8 bits and a scale for each column."""
    scale = (np.abs(matrix).max(axis=0) / 127).astype("<f4")
    scale[scale == 0] = 1
    whole = np.rint(matrix / scale).astype(np.int8)
    return b"".join((whole.tobytes(), scale.tobytes()))
