"""Tables, rosters and lists of cells: rows that are text though each looks like a heading by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.prelabel.sections import cues
from models.prelabel.sections.views import View, celled

_CELL, _CELLS, _TABLE_HEAD = 14.0, 6, 2
_HEADING = 5
"""How many characters the name of a table's column has at most."""
_TABBED = 4
FIGURED = re.compile(r"\d")
"""A cell with a figure stands in several rows; another line that does heads pages."""
_ROWS = 3
LEAST_PAGE = 120
"""So many characters stand on a page at least: figures that are closer number the rows of a table."""
_PIPES = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?")
"""The line of a table in Markdown below the names of its columns, which may do without a bar at either end."""


def with_piped(rows: list[View]) -> list[View]:
    """The rows of such tables are no headings."""
    found = list(rows)
    inside = False
    for n, row in enumerate(rows):
        rule = n > 0 and row.block.whole and _PIPES.match(row.head.strip()) is not None
        inside = rule or (inside and "|" in row.head and row.block.gap == 0)
        for m in (n - 1, n) if rule else (n,) if inside else ():
            found[m] = replace(found[m], markup=True, short=False, body=False)
    return found


def with_rosters(rows: list[View]) -> list[View]:
    """The lines of a table of names and figures whose own form does not show it belong to it: its head, odd cells."""
    found = list(rows)
    for n, row in enumerate(rows):
        below = any(other.roster for other in rows[n + 1 : n + 3])
        if not row.roster and below and (celled(row) or _heads_table(row)):
            found[n] = replace(row, roster=True)
    for n, row in enumerate(found):
        if not row.roster and celled(row) and n and found[n - 1].roster:
            found[n] = replace(row, roster=True)
    return found


def _heads_table(row: View) -> bool:
    """Whether a line may name the cells of the rows below it: 国小 国中 高中高职 小计."""
    cells = row.head.split()
    return row.short and row.number is None and not row.markdown and len(cells) > 2 and max(map(len, cells)) <= _HEADING


def with_tables(rows: list[View], top: int, names: tuple[str, ...]) -> list[View]:
    """Tables of names and figures below the title block at TOP are text: what stands above one may head it."""
    first = top or next((n for n, row in enumerate(rows) if row.body), len(rows))
    tabbed = _tabbed(rows)
    return [
        replace(row, body=True, short=False)
        if (row.roster or n in tabbed) and n >= first and not _credits(row, names)
        else row
        for n, row in enumerate(rows)
    ]


def _tabbed(rows: Sequence[View]) -> frozenset[int]:
    """The places of the rows of a table whose cells tabs part: four or more, with no more than two narrow lines, cells
    that were broken away, from one to the next."""
    found: set[int] = set()
    run: list[int] = []
    for n in (n for n, row in enumerate(rows) if row.block.whole and "\t" in row.head.strip()):
        between = rows[run[-1] + 1 : n] if run else []
        if len(between) > _TABLE_HEAD or not all(_narrow(row) for row in between):
            run = []
        run.append(n)
        if len(run) >= _TABBED:
            found.update(range(run[0], n + 1))
    return frozenset(found)


def _credits(row: View, names: tuple[str, ...]) -> bool:
    """Whether a line speaks of the bulletin itself."""
    plain = "".join(row.head.split())
    named = any(name in plain for name in names)
    return named or bool(cues.CREDIT_FIELD.match(row.head) or cues.IMPRINT.match(row.head))


def numbers(rows: Sequence[View]) -> frozenset[int]:
    """The places of bare figures that count up by one, three or more of them, too close to number pages: a table's rows."""
    found: set[int] = set()
    run: list[int] = []
    for n, row in enumerate(rows):
        if not (row.block.whole and row.head.strip().isdecimal()):
            continue
        near = bool(run) and row.block.start - rows[run[-1]].block.start < LEAST_PAGE
        run = [*run, n] if near and int(row.head) == int(rows[run[-1]].head) + 1 else [n]
        if len(run) >= _ROWS:
            found.update(run)
    return frozenset(found)


def cells(rows: Sequence[View]) -> frozenset[int]:
    """The places of a table's cells or of a roster's lines: six or more narrow lines on end, its first two left out.

    Counted from the first running text on: the lines above that belong to the title block.
    """
    found: set[int] = set()
    first = next((n for n, row in enumerate(rows) if row.body), len(rows))
    run: list[int] = []
    for n in range(first, len(rows) + 1):
        if n < len(rows) and _narrow(rows[n]):
            run.append(n)
            continue
        if len(run) >= _CELLS:
            found.update(run[_TABLE_HEAD:])
        run = []
    return frozenset(found)


def _narrow(row: View) -> bool:
    head = row.head.strip()
    return (
        row.block.width <= _CELL
        and not (row.body or row.markdown or row.number or row.byline or row.credit or row.block.page)
        and not (cues.CREDIT_FIELD.match(head) or cues.IMPRINT.match(head) or cues.COLUMN.fullmatch(head))
        and not ((row.block.again and not FIGURED.search(head)) or row.block.more)
        and not cues.CAPTION.match(head)
    )
