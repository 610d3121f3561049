"""The file under an open project: whether it still is where it was, its write-ahead log, copies of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from models.errors import UserError
from models.storage import database


class OpenFile:
    """The file a connection has open.

    One that is moved, renamed, replaced or deleted meanwhile stays open: what is written would go on reaching it, but
    nobody who looks for the project would find it there.
    """

    def __init__(self, db: peewee.SqliteDatabase, path: Path) -> None:
        self.path = path
        self._db = db
        self._place = path.absolute()  # whatever folder becomes the current one
        with database.reported(path):
            self._opened = _identity(self._place)
        self._rescued = False
        self.read_only = bool(db.execute_sql("PRAGMA query_only").fetchone()[0])
        """Whether the file may not be written: then it is open for reading alone."""

    @property
    def lost(self) -> bool:
        """Whether the file has moved and no copy was made since: perhaps nothing else has the work."""
        return self.moved and not self._rescued

    @property
    def moved(self) -> bool:
        """Whether its path leads to another file by now, or to none."""
        try:
            return not _may_be(_identity(self._place), self._opened)
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False  # that the folder cannot be looked into says nothing of the file

    def is_at(self, path: Path) -> bool:
        """Whether a path leads to the open file, under whatever name."""
        try:
            return _identity(path) == self._opened
        except OSError:
            return False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction. Raises UserError, and nothing is written, where the disk refuses or the file has moved."""
        if self.read_only:
            raise database.for_reading_alone(self.path)
        if self.moved:
            self.fold()  # what was written before goes along with the file
            raise UserError(
                f"{self.path} was moved, renamed, replaced or deleted while it was open. Nothing was changed. Give the "
                "file its place and name again, or save a copy of the work elsewhere.",
                code="storage.moved", path=str(self.path),
            )  # fmt: skip
        self._rescued = False
        with database.reported(self.path), database.current(), self._db.atomic():
            yield

    def be_patient(self, milliseconds: int) -> None:
        """How long a write waits for another program that is writing."""
        self._db.execute_sql(f"PRAGMA busy_timeout = {milliseconds:d}")

    def fold(self) -> bool:
        """Take the write-ahead log into the file itself, so that whoever copies the file has everything.

        Says whether the file is whole. It waits for nobody and fails with nothing: what another program still reads of
        the log, or the disk refuses, is left for another time.
        """
        if self._db.is_closed():
            return False
        try:
            waited = int(self._db.execute_sql("PRAGMA busy_timeout").fetchone()[0])
            self.be_patient(0)
            try:
                _busy, pages, folded = self._db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                self.be_patient(waited)
        except (peewee.PeeweeException, sqlite3.Error):
            return False
        return bool(pages == folded)

    def copy(self, target: Path) -> None:
        """Write the project as it is now to another file, wherever its own is by now.

        An existing target is replaced when the copy is whole. Raises UserError where it cannot be written, or the
        target is the project itself.
        """
        with database.reported(target):
            itself = target.absolute() == self._place or self.is_at(target)
        if itself:
            raise database.itself(target)
        database.write_copy(self._db.connection(), target)
        self._rescued = self.moved


def _identity(path: Path) -> tuple[int, int]:
    """The device and the number of the file a path leads to."""
    found = os.stat(path)
    return found.st_dev, found.st_ino


def _may_be(here: tuple[int, int], opened: tuple[int, int]) -> bool:
    """Whether two identities may be one file's; where files have no number that there is one has to do."""
    return here == opened or 0 in (here[1], opened[1])
