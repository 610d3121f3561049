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
    """Takes the characters of a file that is being written; `sha256` is that of its bytes so far."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path
        self._hash = hashlib.sha256()

    def write(self, text: str) -> None:
        """Append characters as UTF-8. Raises UserError when the disk refuses."""
        raw = text.encode("utf-8")
        self._hash.update(raw)
        with _told(self._path):
            self._file.write(raw)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def whole_file(path: Path) -> Iterator[Whole]:
    """Write `path` through the value this gives: once the block has ended without an error the new file is there.

    Raises UserError when the disk refuses, or gives back other bytes than were written. What was there before then is
    there still, as after any error of the block.
    """
    with _told(path):
        target = path.resolve() if path.is_symlink() else path
        foreign = target.exists() and not target.is_file()
    if foreign:
        raise UserError(
            f"{path} is no file that could be replaced. Choose another name.", code="write.no_file", path=str(path)
        )
    if not target.parent.is_dir():
        raise UserError(
            f"There is no folder {target.parent}. Make it, or choose another place.",
            code="write.folder", path=str(target.parent),
        )  # fmt: skip
    part = target.with_name(f".{target.name[:50]}.{uuid.uuid4().hex[:8]}.part")
    with _told(path):
        file = part.open("xb")
    try:
        with file:
            whole = Whole(file, path)
            yield whole
            with _told(path):
                file.flush()
                os.fsync(file.fileno())
        with _told(path):
            _compare(part, whole.sha256, path)
            os.replace(part, target)
            _flush_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _compare(part: Path, sha256: str, path: Path) -> None:
    with part.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise UserError(
                f"{path} was not written: the disk gave back other bytes than were written. Check the disk.",
                code="write.different", path=str(path),
            )  # fmt: skip


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into a sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            f"{path} could not be written: {reason}. What was there before is untouched.",
            code="write.failed", path=str(path), reason=reason,
        ) from error  # fmt: skip


def _flush_folder(folder: Path) -> None:
    """Let the new name survive a power cut too; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
