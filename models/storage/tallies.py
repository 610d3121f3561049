"""Sums over a project's layers, as the library shows them: read at once, whatever the project's size."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import peewee

from models.storage import database

_COUNTS = ("sections", "mentions", "open_sections", "open_mentions", "unsure")
_DONE = "(SELECT id FROM layer WHERE status IN ('submitted', 'adjudicated') AND role <> 'suggestion')"
_SUGGESTED = "(SELECT id FROM layer WHERE role = 'suggestion')"


class Tallies:
    """Counts the rows of one project database; it writes nothing."""

    def __init__(self, db: peewee.SqliteDatabase, path: Path) -> None:
        self._db, self._path = db, path

    def counts(self) -> dict[str, dict[str, int]]:
        """For each layer how many sections, mentions and open ones it has.

        A section is open while its boundary or one of its proposed themes waits for a decision.
        """
        found: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_COUNTS, 0))
        for table, settled in (("section", "(confirmed AND suggested = '')"), ("mention", "confirmed")):
            sql = f"SELECT layer_id, {settled}, unsure, count(*) FROM {table} GROUP BY layer_id, {settled}, unsure"
            for layer, confirmed, unsure, number in self._rows(sql):
                row = found[layer]
                row[f"{table}s"] += number
                row[f"open_{table}s"] += 0 if confirmed else number
                row["unsure"] += number if unsure else 0
        return dict(found)

    def undecided(self) -> dict[str, tuple[int, int]]:
        """For each finished layer that has sections: how many boundaries and mentions nobody confirmed, and how many
        there are."""
        found: dict[str, tuple[int, int]] = {}
        for table in ("section", "mention"):
            of = f"FROM {table} WHERE layer_id IN {_DONE} GROUP BY layer_id"
            for layer, waiting, number in self._rows(f"SELECT layer_id, sum(NOT confirmed), count(*) {of}"):
                if layer in found or table == "section":
                    known = found.get(layer, (0, 0))
                    found[layer] = known[0] + int(waiting), known[1] + int(number)
        return found

    def doubts(self) -> dict[str, tuple[float, int]]:
        """For each suggestion layer how unsure the engine is: the sum of 1 - confidence, and over how many suggestions.

        Boundaries, proposed themes and mentions count alike, as far as they have a confidence.
        """
        found: dict[str, tuple[float, int]] = {}

        def add(layer: str, total: float, number: int) -> None:
            known = found.get(layer, (0.0, 0))
            found[layer] = known[0] + total, known[1] + number

        for table in ("section", "mention"):
            sql = (
                f"SELECT layer_id, sum(1 - origin_confidence), count(*) FROM {table} "
                f"WHERE layer_id IN {_SUGGESTED} AND origin_confidence IS NOT NULL GROUP BY layer_id"
            )
            for layer, total, number in self._rows(sql):
                add(layer, float(total), number)
        for layer, suggested in self._rows(
            f"SELECT layer_id, suggested FROM section WHERE suggested <> '' AND layer_id IN {_SUGGESTED}"
        ):
            sure = [confidence for _theme, confidence, _words in json.loads(suggested) if confidence is not None]
            add(layer, sum(1 - confidence for confidence in sure), len(sure))
        return found

    def _rows(self, sql: str) -> Iterator[Any]:
        with database.reported(self._path):
            return iter(self._db.execute_sql(sql).fetchall())
