"""One open project database: rows in and out as the values of `models`, and the journal beside them."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Change, Item
from models.labels import STEPS, Kind, Label, LabelSet, Theme
from models.mentions import Entity, Mention
from models.outline import Section
from models.storage import database, rows
from models.storage.engines import EngineShelf
from models.storage.open_file import OpenFile
from models.storage.rows import Table
from models.storage.tallies import Tallies


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal. `kind` is do, undo or redo; the latter two name the entry they act on in `target`."""

    id: int
    at: str
    who: str
    kind: str
    target: int | None
    name: str
    args: tuple[str, ...]
    layer: str | None
    undoable: bool


T = TypeVar("T")

LABELS_BASE = "labels.base"
"""The setting that holds the label set's version when the file was made, for one that was made from another project."""

_HEAD = "id, at, who, kind, target, name, args, layer, undoable"


class Store:
    """Rows and journal of one project. Every write is one transaction; a failed one changes nothing."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._db = database.open_file(path, create=create)
        self.file = OpenFile(self._db, path)
        self.engines = EngineShelf(self._db, self.file)
        self.tallies = Tallies(self._db, path)
        self._mark = self._db.param
        # A layer's own entries, and those of several layers (they name none) that hold rows of it.
        self._concerns = f"(layer = {self._mark} OR (layer IS NULL AND payload LIKE {self._mark}))"

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded into the file, even where that has moved."""
        if self.file.moved:  # SQLite itself would leave the log where the file was
            self.file.fold()
        self._db.close()

    # Reading ----------------------------------------------------------------------------------------------------

    def bulletins(self) -> list[Bulletin]:
        """All bulletins, archived ones too, in library order."""
        return sorted(self.items(Bulletin), key=lambda b: (b.position, b.name))

    def content(self, bulletin: str) -> str:
        """The characters of a bulletin. KeyError when there is none of this id."""
        return str(self._one(f"SELECT content FROM content WHERE bulletin_id = {self._mark}", bulletin))

    def original(self, bulletin: str) -> tuple[bytes, str]:
        """The imported file's own bytes and the encoding they were read in."""
        sql = f"SELECT original, encoding FROM content WHERE bulletin_id = {self._mark}"
        for blob, encoding in self._rows(sql, bulletin):
            return zlib.decompress(blob) if blob else b"", encoding
        raise KeyError(bulletin)

    def layers(self, bulletin: str | None = None) -> list[LayerInfo]:
        """The layers of one bulletin, or of all."""
        return self.items(LayerInfo, bulletin)

    def sections(self, layer: str | None) -> list[Section]:
        """The sections of one layer, or of all."""
        return self.items(Section, layer)

    def mentions(self, layer: str | None) -> list[Mention]:
        """The mentions of one layer, or of all."""
        return self.items(Mention, layer)

    def entities(self, layer: str | None) -> list[Entity]:
        """The entities of one layer, or of all."""
        return self.items(Entity, layer)

    def comments(self, layer: str | None) -> list[Comment]:
        """The comments of one layer, or of all, the oldest first."""
        return sorted(self.items(Comment, layer), key=lambda c: (c.created, c.id))

    def items(self, kind: type[T], owner: str | None = None) -> list[T]:
        """The items of a type, in no particular order: of one layer (or bulletin, where they belong to such), or all.

        KeyError for a type that has no table of its own.
        """
        table = rows.BY_TYPE[kind]
        sql = f"SELECT {', '.join(table.columns)} FROM {table.name}"
        if owner is None:
            return [table.from_row(row) for row in self._rows(sql)]
        return [table.from_row(row) for row in self._rows(f"{sql} WHERE {table.owner} = {self._mark}", owner)]

    def item(self, kind: type[T], item_id: str) -> T | None:
        """The item of a type with this id, if there is one."""
        table = rows.BY_TYPE[kind]
        sql = f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE id = {self._mark}"
        return next((table.from_row(row) for row in self._rows(sql, item_id)), None)

    def taken(self, kind: type, ids: Iterable[str]) -> set[str]:
        """Those of the ids that items of a type have already, on whatever layer."""
        left, found = list(ids), set[str]()
        while left:
            some, left = left[:500], left[500:]
            sql = f"SELECT id FROM {rows.BY_TYPE[kind].name} WHERE id IN ({', '.join([self._mark] * len(some))})"
            found.update(str(key) for (key,) in self._rows(sql, *some))
        return found

    def names(self) -> list[str]:
        """Everybody the project knows by name: those entered, in the order in which they were, then whoever else was
        asked to annotate or has a layer, by name, so that merging in another order lists nobody otherwise."""
        # A row keeps its number however often it is changed.
        entered = [name for (name,) in self._rows("SELECT name FROM person ORDER BY rowid")]
        sql = "SELECT annotator FROM assignment UNION SELECT annotator FROM layer WHERE role = 'annotator' ORDER BY 1"
        return list(dict.fromkeys([*entered, *(name for (name,) in self._rows(sql))]))

    def label_set(self) -> LabelSet:
        """The project's label set; its version counts the journal's steps on it, from that it was founded with on."""
        marks = ", ".join([self._mark] * len(STEPS))
        count = self._one(f"SELECT count(*) FROM journal WHERE name IN ({marks})", *STEPS)
        labels = sorted(self.items(Label), key=lambda x: (x.position, x.id))
        kinds = sorted(self.items(Kind), key=lambda x: (x.position, x.id))
        themes = sorted(self.items(Theme), key=lambda x: (x.position, x.id))
        version = int(self.setting(LABELS_BASE, "1")) + int(str(count))
        return LabelSet(tuple(labels), tuple(kinds), tuple(themes), version)

    def setting(self, key: str, default: str = "") -> str:
        """A value that belongs to the project rather than to a layer."""
        for (value,) in self._rows(f"SELECT value FROM meta WHERE key = {self._mark}", key):
            return str(value)
        return default

    # Writing ----------------------------------------------------------------------------------------------------

    def set_setting(self, key: str, value: str) -> None:
        """Keep a value that belongs to the project."""
        with self.file.writing():
            self._run(f"DELETE FROM meta WHERE key = {self._mark}", [(key,)])
            self._run(f"INSERT INTO meta (key, value) VALUES ({self._mark}, {self._mark})", [(key, value)])

    def write(
        self,
        step: Change,
        who: str,
        *,
        kind: str = "do",
        target: int | None = None,
        undoable: bool = True,
        contents: Iterable[tuple[str, str, str, bytes]] = (),
    ) -> JournalEntry:
        """Write a change's rows and its journal entry in one transaction.

        `contents` are the texts of new bulletins: (bulletin id, content, encoding, the file's bytes). Raises UserError
        when the rows are not as the change expects them or the disk refuses; then nothing is written.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        args = json.dumps(step.args, ensure_ascii=False)
        head = (at, who, kind, target, step.name, args, step.layer, undoable, rows.encode(step))
        with self.file.writing():
            self._write_rows(step, list(contents))
            mark = self._mark
            cursor = self._db.execute_sql(
                "INSERT INTO journal (at, who, kind, target, name, args, layer, undoable, payload) "
                f"VALUES ({', '.join([mark] * 9)}) RETURNING id", head,
            )  # fmt: skip
            number = int(cursor.fetchone()[0])
        return JournalEntry(number, at, who, kind, target, step.name, step.args, step.layer, undoable)

    def _write_rows(self, step: Change, contents: list[tuple[str, str, str, bytes]]) -> None:
        old: dict[Table, dict[str, Item]] = defaultdict(dict)
        new: dict[Table, dict[str, Item]] = defaultdict(dict)
        for item in step.before:
            old[rows.BY_TYPE[type(item)]][item.id] = item
        for item in step.after:
            new[rows.BY_TYPE[type(item)]][item.id] = item
        for table in rows.TABLES:
            added = [item for key, item in new[table].items() if key not in old[table]]
            kept = [item for key, item in new[table].items() if key in old[table]]
            marks = ", ".join([self._mark] * len(table.columns))
            columns = ", ".join(table.columns)
            self._run(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", [table.to_row(i) for i in added])
            if table is rows.BULLETIN:
                marks = ", ".join([self._mark] * 4)
                texts = [(key, text, encoding, zlib.compress(raw)) for key, text, encoding, raw in contents]
                self._run(f"INSERT INTO content (bulletin_id, content, encoding, original) VALUES ({marks})", texts)
            sets = ", ".join(f"{column} = {self._mark}" for column in table.columns[1:])
            changed = [(*table.to_row(item)[1:], *table.to_row(old[table][item.id])) for item in kept]
            self._run(f"UPDATE {table.name} SET {sets} WHERE {_as_it_was(table, self._mark)}", changed, exact=True)
        for table in reversed(rows.TABLES):
            gone = [table.to_row(item) for key, item in old[table].items() if key not in new[table]]
            self._run(f"DELETE FROM {table.name} WHERE {_as_it_was(table, self._mark)}", gone, exact=True)

    # The journal ------------------------------------------------------------------------------------------------

    def journal(
        self, *, layer: str | None = None, after: int = 0, before: int | None = None, last: int | None = None
    ) -> list[JournalEntry]:
        """Journal entries in order: all, those after or before an entry, the last so many, or those of a layer:
        its own, and those of several layers that changed something in it.
        """
        where = [f"id > {self._mark}"]
        values: list[int | str] = [after]
        if before is not None:
            where.append(f"id < {self._mark}")
            values.append(before)
        if layer is not None:
            where.append(self._concerns)
            values += [layer, f'%"{layer}"%']
        limit = "" if last is None else f" LIMIT {last:d}"
        sql = f"SELECT {_HEAD} FROM journal WHERE {' AND '.join(where)} ORDER BY id DESC{limit}"
        found = [_entry(row) for row in self._rows(sql, *values)]
        return found[::-1]

    def change_of(self, entry: int) -> Change:
        """The change an entry recorded, as it was applied then. KeyError when there is no such entry."""
        sql = f"SELECT name, args, layer, payload FROM journal WHERE id = {self._mark}"
        for name, args, layer, payload in self._rows(sql, entry):
            return rows.decode(name, args, layer, payload)
        raise KeyError(entry)

    def modified(self, layer: str) -> str | None:
        """When the layer was last changed (UTC, ISO 8601); None when never."""
        found = self._one(f"SELECT max(at) FROM journal WHERE {self._concerns}", layer, f'%"{layer}"%')
        return None if found is None else str(found)

    # ------------------------------------------------------------------------------------------------------------

    def _rows(self, sql: str, *values: object) -> Iterator[Any]:
        with database.reported(self.path):
            return iter(self._db.execute_sql(sql, values).fetchall())

    def _one(self, sql: str, *values: object) -> object:
        for row in self._rows(sql, *values):
            return row[0]
        raise KeyError(values)

    def _run(self, sql: str, values: list[Any], *, exact: bool = False) -> None:
        """One statement for many rows. With `exact` every one of them must hit a row."""
        if not values:
            return
        cursor = self._db.cursor()
        cursor.executemany(sql, values)
        if exact and cursor.rowcount != len(values):
            raise database.stale()


def _as_it_was(table: Table, mark: str) -> str:
    """That a row still is what a change took it for: what was changed elsewhere is not written over."""
    # SQLite's IS compares NULLs too; its longer standard spelling is younger than some systems' libraries.
    return " AND ".join(f"{column} IS {mark}" for column in table.columns)


def _entry(row: rows.Row) -> JournalEntry:
    number, at, who, kind, target, name, args, layer, undoable = row
    return JournalEntry(number, at, who, kind, target, name, tuple(json.loads(args)), layer, bool(undoable))
