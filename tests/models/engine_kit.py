"""An engine of the form of LAC's, tiny and invented, and a pip that fetches nothing."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import numpy as np

from models.prelabel.engines.converting import quantised
from models.prelabel.entities.lac import MAGIC

LABELS = ("O", "n-B", "n-I", "PER-B", "PER-I", "LOC-B", "LOC-I", "ORG-B", "ORG-I", "TIME-B", "TIME-I")
VOCABULARY = ("OOV", " ", "，", "。", "王", "小", "明", "村", "社区", "街道", "开", "会", "a", "0", "与")
WORDS = ("社区", "街道", "开会", "小明", "村民", "社区会", "道开会")
WIDTH, STATE = 4, 3


def tiny_lac(seed: int = 1, scale: float = 1.0, **head: object) -> bytes:
    """A file that the program takes for LAC's; random weights, as large as SCALE says."""
    rng = np.random.default_rng(seed)

    def matrix(rows: int, columns: int) -> bytes:
        return quantised(rng.normal(0, scale, (rows, columns)).astype(np.float32))

    def floats(size: int) -> bytes:
        return rng.normal(0, scale, size).astype("<f4").tobytes()

    body = rng.integers(-127, 128, (len(VOCABULARY), WIDTH)).astype(np.int8).tobytes() + np.float32(0.01).tobytes()
    for width in (WIDTH, WIDTH, 2 * STATE, 2 * STATE):
        body += matrix(width, 3 * STATE) + floats(3 * STATE) + matrix(STATE, 2 * STATE) + matrix(STATE, STATE)
    body += matrix(2 * STATE, len(LABELS)) + floats(len(LABELS))
    body += rng.integers(-2000, 2000, (len(LABELS) + 2, len(LABELS))).astype("<i4").tobytes()
    words = {"vocabulary": VOCABULARY, "from": ["ａ", "與"], "to": ["a", "与"], "words": WORDS}
    text = json.dumps(words, ensure_ascii=False).encode()
    first = {"labels": LABELS, "width": WIDTH, "state": STATE, "text": len(text)} | head
    return MAGIC + json.dumps(first).encode() + b"\n" + zlib.compress(text + body)


def put(folder: Path, data: bytes | None = None) -> Path:
    """The tiny engine in a folder of engines."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "lac.bin"
    path.write_bytes(tiny_lac() if data is None else data)
    return path


def fake_pip(folder: Path, code: str) -> Path:
    """A folder for PYTHONPATH in which pip does what CODE says; `made` is where its packages go."""
    package = folder / "pip"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    head = "import sys, time, pathlib, os\nmade = pathlib.Path(sys.argv[sys.argv.index('-w') + 1])\n"
    (package / "__main__.py").write_text(head + code, encoding="utf-8")
    return folder
