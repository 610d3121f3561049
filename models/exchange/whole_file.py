"""A file written whole or not at all: beside its place, flushed to the disk, read back, and only then put there."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from models.errors import UserError


class Whole:
    """Takes the bytes of a file that is being written; `sha256` is that of all of them so far."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def write(self, text: str) -> None:
        """Append characters as UTF-8."""
        raw = text.encode("utf-8")
        self._hash.update(raw)
        self._file.write(raw)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def whole_file(path: Path) -> Iterator[Whole]:
    """Write `path` through the value this gives: once the block has ended without an error the new file is there.

    Raises UserError when the disk refuses, or gives back other bytes than were written.
    """
    target = path.resolve() if path.is_symlink() else path
    if not target.parent.is_dir():
        raise UserError(
            f"There is no folder {target.parent}. Make it, or choose another place.",
            code="write.folder", path=str(target.parent),
        )  # fmt: skip
    part = target.with_name(f".{target.name[:100]}.{uuid.uuid4().hex[:8]}.part")
    try:
        with part.open("xb") as file:
            whole = Whole(file)
            yield whole
            file.flush()
            os.fsync(file.fileno())
        with part.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != whole.sha256:
                raise UserError(
                    f"{path} was not written: the disk gave back other bytes than were written. Check the disk.",
                    code="write.different", path=str(path),
                )  # fmt: skip
        os.replace(part, target)
        _flush_folder(target.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            f"{path} could not be written: {reason}. What was there before is untouched.",
            code="write.failed", path=str(path), reason=reason,
        ) from error  # fmt: skip
    finally:
        part.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Let the new name survive a power cut too; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
