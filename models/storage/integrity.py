"""What the database itself says about a project file: its pages, its indexes, its foreign keys."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from models.errors import UserError
from models.storage.database import write_protected

_MOST = 20


def faults(path: Path) -> list[str]:
    """The faults of a SQLite file, one English sentence each; empty for a sound one. The file is not altered.

    Raises UserError where the file cannot be opened at all, as on a medium that may not be written.
    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)
        try:
            pages = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
            keys = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
        finally:
            connection.close()
    except sqlite3.Error as error:
        if write_protected(error):
            raise UserError(
                f"{path} cannot be opened where it lies ({error}), which says nothing of what is in it. Copy it to a "
                "folder that may be written, and check the copy.",
                code="project.unreadable", path=str(path),
            ) from error  # fmt: skip
        return [f"The database is damaged: {error}."]
    found = [f"The database is damaged: {line}." for line in pages if line != "ok"]
    found += [f"Row {row} of the table {table} names a {parent} that is missing." for table, row, parent, _ in keys]
    return found
