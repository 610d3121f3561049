"""What the agreement window asks: the figures of a project as plain JSON values, and the places that each counts.

The worker answers, so that the window never waits; it keeps the comparison it made last, to answer about its places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

from models.errors import UserError
from models.people import in_order
from models.project import Project
from models.review.agreement import CONFUSIONS, Agreement, Pair, compare_pairs
from models.review.blind import hidden_layers
from models.review.comparison import Compared, Met
from models.review.measures.value import Value
from models.review.places import places, subject
from models.review.report import to_json
from models.review.sides import Side, all_sides
from models.text import quote

Plain = dict[str, Any]

BY_BULLETIN = (
    "boundaries.f1", "boundaries.similarity", "boundaries.windowdiff", "themes.alpha_masi", "mentions.strict.f1",
    "mentions.alpha_u",
)  # fmt: skip
"""The figures that are shown of each bulletin."""

WORDS = 60
"""How much of the text a place quotes, in characters."""


class Inquiry:
    """One comparison of a project's layers, made bulletin by bulletin (`step`), then asked about.

    Whoever sits at the desk is shown no place in layers that they are blind to; the figures count those too.
    """

    def __init__(self, project: Project) -> None:
        self._found = all_sides(project)
        self._labels = project.labels
        self._people = in_order(project.store.names())
        self._bulletins = {bulletin.id: bulletin for bulletin, _ in self._found}
        self._order = {key: n for n, key in enumerate(self._bulletins)}
        self._sides = {bulletin.id: {side.annotator: side for side in sides} for bulletin, sides in self._found}
        self._hidden = hidden_layers(project)
        self._compared: dict[Pair, dict[str, Compared]] = defaultdict(dict)
        self._done = 0
        self._asked: Plain = {}
        self._rows: list[tuple[str, Pair, Met]] = []
        self._withheld = 0
        self._agreement: Agreement | None = None

    @property
    def total(self) -> int:
        """How many bulletins there are to compare."""
        return len(self._found)

    def step(self, count: int) -> int:
        """Compare the next bulletins; returns how many are done."""
        for bulletin, sides in self._found[self._done : self._done + count]:
            for pair, compared in compare_pairs(sides, self._people).items():
                self._compared[pair][bulletin.id] = compared
            self._done += 1
        return self._done

    @property
    def agreement(self) -> Agreement:
        """The figures. Raises UserError until every bulletin has been compared."""
        if self._agreement is None:
            if self._done < self.total:
                raise UserError("The comparison is not finished. Compute it again.", code="agreement.early")
            self._agreement = Agreement(dict(self._compared), self._labels, self._people)
        return self._agreement

    def figures(self) -> Plain:
        """All that the window shows at first: `report` is what `jiaozhu agreement --json` prints; a value is
        [number or null, key of the reason]."""
        found = self.agreement
        names = list(found.figures)
        return {
            "report": to_json(found),
            "layers": [side.layer.id for sides in self._sides.values() for side in sides.values()],
            "figures": names,
            "overall": {name: _value(found.overall(name)) for name in names},
            "intervals": {name: list(i) if i else None for name, i in found.intervals.items()} if found.pairs else {},
            "labels": list(found.values.labels),
            "pairs": [
                {"pair": list(pair), "values": {name: _value(found.of_pair(name, pair)) for name in names}}
                for pair in found.pairs
            ],
            "bulletins": self._by_bulletin(found),
            "confusions": [row for what in CONFUSIONS for row in _confusions(what, found)],
        }

    def _by_bulletin(self, found: Agreement) -> list[Plain]:
        columns = {name: found.by_bulletin(name) for name in BY_BULLETIN} if found.pairs else {}
        return [
            {"id": key, "title": self._bulletins[key].title, "name": self._bulletins[key].name,
             "values": {name: _value(values[n]) for name, values in columns.items()}}
            for n, key in sorted(enumerate(found.bulletins), key=lambda row: self._order[row[1]])
        ]  # fmt: skip

    # Places -----------------------------------------------------------------------------------------------------

    def places(self, asked: Plain, first: int, count: int) -> Plain:
        """A page of the places that a figure or a cell counts.

        `asked`: `figure` or `what` (one of CONFUSIONS) with `cell` [a, b]; `pair`, `bulletin` or null for all of them;
        `agreed` false leaves out of a figure's places those where both have the same.
        """
        if asked != self._asked:
            self._asked = asked
            rows = list(self._of_cell(asked) if asked.get("what") else self._of_figure(asked))
            rows.sort(key=lambda row: (self._order[row[0]], row[2].start, row[2].end, row[1]))
            self._rows = [row for row in rows if self._shown(row[0], row[1])]
            self._withheld = len(rows) - len(self._rows)
        return {
            "total": len(self._rows),
            "withheld": self._withheld,
            "subject": asked["what"] if asked.get("what") else subject(asked["figure"]),
            "places": [self._place(*row) for row in self._rows[first : first + count]],
        }

    def _shown(self, bulletin: str, pair: Pair) -> bool:
        return not any(self._sides[bulletin][name].layer.id in self._hidden for name in pair)

    def _pairs(self, asked: Plain) -> Sequence[Pair]:
        wanted = asked.get("pair")
        return [(wanted[0], wanted[1])] if wanted else self.agreement.pairs

    def _of_figure(self, asked: Plain) -> Iterator[tuple[str, Pair, Met]]:
        pairs, only = self._pairs(asked), asked.get("bulletin")
        for key in [only] if only else self.agreement.bulletins:
            for pair in pairs:
                compared = self.agreement.compared(pair, key)
                if compared is None:
                    continue
                sides = self._sides[key]
                for met in places(asked["figure"], sides[pair[0]], sides[pair[1]], compared):
                    if asked.get("agreed") or met.a != met.b:
                        yield key, pair, met

    def _of_cell(self, asked: Plain) -> Iterator[tuple[str, Pair, Met]]:
        pair = self._pairs(asked)[0] if asked.get("pair") else None
        wanted = tuple(asked["cell"])
        for cell, rows in self.agreement.confusions(asked["what"], pair).items():
            if cell == wanted:
                for row in rows:
                    yield row.bulletin, row.pair, Met(row.start, row.end, *cell)

    def _place(self, bulletin: str, pair: Pair, met: Met) -> Plain:
        side: Side = self._sides[bulletin][pair[0]]
        return {
            "bulletin": bulletin, "title": self._bulletins[bulletin].title, "start": met.start, "end": met.end,
            "words": _words(side.content, met.start, met.end),
            "pair": list(pair), "a": _plain(met.a), "b": _plain(met.b),
        }  # fmt: skip


def _confusions(what: str, found: Agreement) -> Iterator[Plain]:
    """How often each value meets each other one: over all pairs (`pair` null), then for each."""
    counts = found.counts(what)
    for pair, cells in ((None, sum(counts.values(), Counter())), *counts.items()):
        rows = [[_plain(a), _plain(b), count] for (a, b), count in cells.items()]
        yield {"what": what, "pair": list(pair) if pair else None, "cells": rows}


def _words(content: str, start: int, end: int) -> str:
    """The words at a place; where it is a single character, the rest of the line too."""
    if end - start <= 1:
        stop = content.find("\n", start)
        end = len(content) if stop < 0 else stop
    words = quote(content, start, min(end, start + WORDS))
    return words + "…" if end > start + WORDS else words


def _value(value: Value) -> list[object]:
    return [value.number, value.reason]


def _plain(value: Hashable) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


class Inquiries:
    """Keeps the comparison that was begun last."""

    def __init__(self) -> None:
        self._inquiry: Inquiry | None = None

    def answer(self, request: Plain) -> Plain:
        """Answers `ask`: begin (`project`, a path), step (`count`), figures, places (`asked`, `first`, `count`)."""
        if request["ask"] == "begin":
            project = Project.open(Path(request["project"]))
            try:
                self._inquiry = Inquiry(project)
            finally:
                project.close()
            return {"total": self._inquiry.total}
        if self._inquiry is None:
            raise UserError("Nothing has been compared yet. Compute it again.", code="agreement.early")
        match request["ask"]:
            case "step":
                return {"done": self._inquiry.step(request["count"])}
            case "figures":
                return self._inquiry.figures()
            case _:
                return self._inquiry.places(request["asked"], request["first"], request["count"])
