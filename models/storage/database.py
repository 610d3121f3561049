"""Opening a project's database: pragmas, whose file it is, its version, the copy before a migration."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import peewee

from models.errors import UserError

APPLICATION_ID = 0x4A5A4855  # "JZHU"
SCHEMA_VERSION = 3
"""The number of the newest file in migrations/."""

_PRAGMAS = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "busy_timeout": 5000}
_READING = {"query_only": 1, "busy_timeout": 5000}


def is_url(project: str) -> bool:
    """Whether the project is a PostgreSQL database rather than a file."""
    return project.startswith(("postgresql://", "postgres://"))


def open_file(path: Path, *, create: bool) -> peewee.SqliteDatabase:
    """Open a project file, migrated to this version. A copy is made before an older file is migrated.

    One that may not be written is opened for reading alone. Raises UserError when the file is missing (`create` False),
    exists (`create` True), is no project, is newer than this program or cannot be read.
    """
    if create and path.exists():
        raise UserError(f"{path} exists already. Choose another name.", code="project.exists", path=str(path))
    if not create and not path.is_file():
        raise _missing(path)
    if not create:
        version = _version(path)
        if not _may_be_written(path):
            return _open_for_reading(path, version)
        if version < SCHEMA_VERSION:
            backup(path, path.with_name(f"{path.name}.v{version}-backup"))
    with reported(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        db = peewee.SqliteDatabase(str(path), pragmas=_PRAGMAS)
        try:
            db.connect()
            if create or version < SCHEMA_VERSION:
                _migrate(db)
        except BaseException:
            db.close()
            if create:
                discard(path)
            raise
    return db


def _open_for_reading(path: Path, version: int) -> peewee.SqliteDatabase:
    if version < SCHEMA_VERSION:
        raise _needs_writing(path)
    with reported(path):
        db = peewee.SqliteDatabase(_reading(path), pragmas=_READING, uri=True)
        db.connect()
    return db


def _may_be_written(path: Path) -> bool:
    """Whether SQLite may write the file and the log beside it; a program that is writing just now hinders nothing."""
    if not os.access(path, os.W_OK):  # SQLite would make a log beside it all the same, and leave it there
        return False
    try:
        with closing(sqlite3.connect(_uri(path, "mode=rw"), uri=True, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return not write_protected(error)
    return True


def _reading(path: Path) -> str:
    """The URI by which SQLite reads a file and writes nothing, not even beside it.

    Where there is no log nobody has the file open, and SQLite is told that it does not change.
    """
    log, unchanging = path.with_name(f"{path.name}-wal"), _uri(path, "immutable=1")
    if not log.exists():
        return unchanging
    uri = _uri(path, "mode=ro")
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        if not write_protected(error):
            raise
        if log.stat().st_size:
            raise _needs_writing(path) from error
        return unchanging
    return uri


def _uri(path: Path, how: str) -> str:
    return f"{path.resolve().as_uri()}?{how}"


def write_protected(error: sqlite3.Error) -> bool:
    """Whether SQLite may not write the file, or not the log beside it."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def _needs_writing(path: Path) -> UserError:
    return UserError(
        f"{path} is write-protected, and it has to be written to before it can be read: an older version of Jiaozhu "
        f"made it, or it was not closed. Copy it (with {path.name}-wal, if that lies beside it) to a folder that may "
        "be written, and open the copy.",
        code="project.protected", path=str(path),
    )  # fmt: skip


def for_reading_alone(path: Path) -> UserError:
    """The error for a step in a project that was opened for reading alone."""
    return UserError(
        f"{path} is write-protected and was opened for reading alone. Nothing was changed. Save a copy where it may be "
        "written, and open that.",
        code="storage.read_only", path=str(path),
    )  # fmt: skip


def discard(path: Path) -> None:
    """Remove a project file that could not be made whole, with the write-ahead log beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _missing(path: Path) -> UserError:
    return UserError(f"There is no project file {path}.", code="project.missing", path=str(path))


def _version(path: Path) -> int:
    """The schema version of a project file; UserError when it is none or a newer one."""
    try:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\x00":
                raise UserError(f"{path} is not a Jiaozhu project.", code="project.foreign", path=str(path))
        connection = sqlite3.connect(_reading(path), uri=True)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        raise UserError(f"{path} cannot be read: {error}.", code="project.unreadable", path=str(path)) from error
    if application != APPLICATION_ID:
        raise UserError(f"{path} is not a Jiaozhu project.", code="project.foreign", path=str(path))
    if version > SCHEMA_VERSION:
        raise UserError(
            f"{path} was written by a newer version of Jiaozhu (file version {version}, this program knows "
            f"{SCHEMA_VERSION}). Update the program; the file was not touched.",
            code="project.newer", path=str(path), version=version,
        )  # fmt: skip
    return version


def backup(source: Path, target: Path) -> None:
    """Write a consistent copy of a project that may be open. An existing target is replaced when the copy is whole.

    Raises UserError where there is no such project, the copy cannot be written, or the target is the project itself.
    """
    if not source.is_file():
        raise _missing(source)
    with reported(target):
        same = target.exists() and target.samefile(source)
    if same:
        raise itself(target)
    # SQLite would make a file that went in the meantime, and an empty copy of it.
    with reported(source), closing(sqlite3.connect(_uri(source, "mode=rw"), uri=True)) as old:
        write_copy(old, target)


def itself(target: Path) -> UserError:
    """The error for a copy of a project over itself."""
    return UserError(f"{target} is the project itself. Choose another name.", code="export.project", path=str(target))


def write_copy(old: sqlite3.Connection, target: Path) -> None:
    """Write what a connection reads to a file, which is replaced when the copy is whole. UserError where it cannot."""
    if not target.parent.is_dir():
        raise UserError(
            f"There is no folder {target.parent}. Make it, or choose another place.",
            code="write.folder", path=str(target.parent),
        )  # fmt: skip
    part = target.with_name(f"{target.name}.part")
    with reported(target):
        try:
            discard(part)  # what an interrupted copy left
            with closing(sqlite3.connect(part)) as new:
                old.backup(new)
                whole = _is_project(new)
            if not whole:
                raise UserError(
                    f"{target} was not written: what was read back is no whole project. Check the disk.",
                    code="write.different", path=str(target),
                )  # fmt: skip
            for rest in ("-wal", "-shm"):  # of the file that is replaced: SQLite would read it into the copy
                target.with_name(target.name + rest).unlink(missing_ok=True)
            os.replace(part, target)
        finally:
            discard(part)


def _is_project(connection: sqlite3.Connection) -> bool:
    """Whether a database is a project's and has what every version of it has."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return application == APPLICATION_ID and names >= {"bulletin", "layer", "journal"}


def _migrate(db: peewee.SqliteDatabase) -> None:
    from playhouse.migrations import Runner

    Runner(db, str(Path(__file__).parent / "migrations")).up()
    db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def stale() -> UserError:
    """The error for a change that was made of rows as they are no longer."""
    return UserError(
        "The project was changed elsewhere in the meantime. Open the bulletin again and repeat the step.",
        code="storage.stale",
    )


@contextmanager
def current() -> Iterator[None]:
    """Turn a clash of keys, which a change of present rows never has, into the error for stale ones."""
    try:
        yield
    except (peewee.IntegrityError, sqlite3.IntegrityError) as error:
        raise stale() from error


@contextmanager
def reported(where: object) -> Iterator[None]:
    """Turn what the disk or the database refuses into a sentence for the user."""
    try:
        yield
    except (peewee.OperationalError, peewee.DatabaseError, sqlite3.Error, OSError) as error:
        first = _first(error)
        text = str(first.strerror or first) if isinstance(first, OSError) else str(first)
        said = text.casefold()
        code, reason = next(
            ((code, reason) for signs, code, reason in _REFUSALS if any(sign in said for sign in signs)),
            ("storage.failed", text),
        )
        raise UserError(
            f"{where} could not be written or read: {reason}. Nothing was changed.",
            code=code, where=str(where), reason=reason,
        ) from error  # fmt: skip


_REFUSALS = (
    (("is locked",), "storage.locked", "another program is writing to it; try again in a moment"),
    (("disk is full", "no space left"), "storage.full", "the disk is full; free some space and try again"),
    (("readonly", "read-only", "permission denied"), "storage.protected", "it is write-protected"),
)
"""What a refusal says, the code of the error for it, and the reason in words."""
REFUSED = frozenset(("storage.failed", "storage.moved", "storage.read_only", *(code for _, code, _ in _REFUSALS)))
"""The codes of what the disk or the database refused; nothing has happened then."""


def _first(error: BaseException) -> BaseException:
    """What failed first: SQLite ends a transaction itself when the disk is full, so that taking it back fails too."""
    while "no transaction is active" in str(error) and error.__context__ is not None:
        error = error.__context__
    return error
