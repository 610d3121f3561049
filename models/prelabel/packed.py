"""Files of numbers: a line that names the form, a line of JSON, and packed bytes."""

from __future__ import annotations

import json
import zlib
from typing import Any


def opened(data: bytes, magic: bytes, most: int) -> tuple[dict[str, Any], bytes]:
    """The head and the unpacked bytes, at most so many. Raises ValueError or zlib.error where the data is damaged."""
    if not data.startswith(magic):
        raise ValueError("magic")
    line, _, packed = data[len(magic) :].partition(b"\n")
    head = json.loads(line)
    reader = zlib.decompressobj()
    body = reader.decompress(packed, most)
    if not reader.eof or reader.unused_data:
        raise ValueError("size")
    return head, body
