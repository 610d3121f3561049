"""The characters of a bulletin: normalised once at import, immutable afterwards.

Every offset in the program is a code point index into `Text.content`, ends exclusive.
"""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]
"""[start, end) in code points."""

REPLACEMENT = "\ufffd"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
_NAMESPACE = uuid.UUID("8b0c1f0e-5d7e-5a3c-9a51-6a69616f7a68")


def normalise(raw: str) -> tuple[str, int]:
    """The text as it is stored, and how many characters had to be replaced.

    A leading byte-order mark goes, CRLF and CR become LF; NUL, lone surrogates and the C0 controls other than tab,
    line feed and form feed become U+FFFD one for one. Nothing else is touched.
    """
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.subn(REPLACEMENT, text)


def readable(path: str) -> str:
    """A file's name or path as it can be shown and stored.

    Names from old archives and sticks are often GB18030 where the system expects UTF-8: such a one is read as that, and
    where it is neither, its unreadable bytes become U+FFFD.
    """
    return os.sep.join(_readable(name) if _HALF.search(name) else name for name in path.split(os.sep))


def _readable(name: str) -> str:
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, not a byte
        return _HALF.sub(REPLACEMENT, name)
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")


def trim(content: str, start: int, end: int) -> Span:
    """The range without white space at either end; an all-blank range shrinks to [end, end) or [start, start)."""
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return start, end


def landing(content: str, offset: int) -> int:
    """The first character at or after `offset` that is not white space; the text's length when none follows."""
    while offset < len(content) and content[offset].isspace():
        offset += 1
    return offset


def quote(content: str, start: int, end: int) -> str:
    """The words of a range as docs/gold-format.md wants them: white space around line breaks left out."""
    return re.sub(r"\s*\n\s*", "", content[start:end]).strip()


@dataclass(frozen=True)
class Text:
    """The immutable characters of one bulletin. `content` must be normalised (see `normalise`)."""

    content: str

    def __len__(self) -> int:
        return len(self.content)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.content.encode("utf-8")).hexdigest()

    @property
    def id(self) -> str:
        """The bulletin's UUID: the same wherever the same text is imported."""
        return str(uuid.uuid5(_NAMESPACE, self.sha256))

    def __getitem__(self, span: slice) -> str:
        return self.content[span]


def derived_id(*parts: str) -> str:
    """A UUID that depends on `parts` alone, so that colleagues' copies agree without a server."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(parts)))


def new_id() -> str:
    """A fresh UUID."""
    return str(uuid.uuid4())
