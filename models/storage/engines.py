"""The engines that were trained on a project's work: their figures, and their weights as bytes."""

from __future__ import annotations

from dataclasses import dataclass

import peewee

from models.storage import database
from models.storage.open_file import OpenFile

MOST = 8
"""How many trained engines a project keeps; the oldest go."""


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One trained engine. `at` is UTC in ISO 8601, `bulletins` how many it learned from, `figures` JSON."""

    id: str
    at: str
    who: str
    bulletins: int
    figures: str


class EngineShelf:
    """The trained engines of one project database. They are results, not work: the journal does not hold them."""

    def __init__(self, db: peewee.SqliteDatabase, file: OpenFile) -> None:
        self._db, self._file, self._path = db, file, file.path
        self._mark = db.param

    def rows(self) -> list[EngineRow]:
        """All engines, the latest first."""
        with database.reported(self._path):
            found = self._db.execute_sql("SELECT id, at, who, bulletins, figures FROM engine ORDER BY at DESC, id")
            return [EngineRow(*row) for row in found.fetchall()]

    def data(self, engine: str) -> bytes:
        """An engine's bytes. KeyError when there is none of this id."""
        with database.reported(self._path):
            sql = f"SELECT data FROM engine WHERE id = {self._mark}"
            row = self._db.execute_sql(sql, (engine,)).fetchone()
        if row is None:
            raise KeyError(engine)
        return bytes(row[0])

    def add(self, row: EngineRow, data: bytes, keep: str = "") -> None:
        """Keep another engine. The oldest beyond MOST go; the one with the id `keep` stays in any case."""
        with self._file.writing():
            marks = ", ".join([self._mark] * 6)
            sql = f"INSERT INTO engine (id, at, who, bulletins, figures, data) VALUES ({marks})"
            self._db.execute_sql(sql, (row.id, row.at, row.who, row.bulletins, row.figures, data))
            for old in self.rows()[MOST:]:
                if old.id != keep:
                    self._db.execute_sql(f"DELETE FROM engine WHERE id = {self._mark}", (old.id,))
