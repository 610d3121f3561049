"""The views of all blocks with what depends on more than one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from models.prelabel.sections import closing, columns, cues, numbering, opening, pictures, records, tables
from models.prelabel.sections.anchored import anchored
from models.prelabel.sections.block import Block
from models.prelabel.sections.furniture import furniture
from models.prelabel.sections.opening import front_matter, masthead_end, page_numbers
from models.prelabel.sections.views import NEAR, View, bracketed, parallels, signatures, view

FAR = 9
"""A body text farther below than this counts as none."""


_NUMBERED_PAGE = re.compile(r"[-—–·\s]*(?:第\s?[\d一二三四五六七八九十]{1,3}\s?[页頁版]|[Pp]age\s?\d{1,3})[-—–·\s]*")
_LONGEST_FIELD, _LONGEST_PAIR = 46.0, 16.0
_LIKE_WIDTH = 2.0
_OUTER = frozenset(("chapter", "formal", "han", "han-bracket", "roman"))
"""Numbers of headings under which 1. and 2. number what a part says."""
_REACH = 50
_NEXT = 4
"""How far away the next paragraph stands at most that opens with its heading in brackets."""
_TOP = 7
"""Among how many lines the title of minutes stands."""
_HEADED, _DAYS = 3, 4
_LONGEST_DAY = 60


class Page:
    """All blocks as seen in their places. Everything is worked out once, in linear time."""

    def __init__(self, rows: Sequence[Block]) -> None:
        self.views = _with_days(
            tables.with_rosters(
                tables.with_piped(_with_told(_with_fields(_with_headed_fields([view(block) for block in rows]))))
            )
        )
        self.path_end = opening.path_end(self.views)
        paper = columns.parted(self.views) or any(row.markdown and row.block.listed for row in self.views)
        self.title = opening.title(self.views, paper)
        self.minutes = any(opening.MINUTES.search(row.head) for row in self.views[:_TOP]) and any(
            row.number and row.number.style in _OUTER for row in self.views
        )
        self.linked = sum(row.block.more for row in self.views) > 1
        self.weekly = opening.weekly(self.views, columns.wholly_parted(self.views))
        numbered = self.title.end > 0 or (self.minutes and _numbered_below(self.views))
        self.masthead_end = self.title.start if numbered else self.weekly or masthead_end(self.views)
        self.names = opening.names(self.views, self.masthead_end)
        self.furniture = furniture(self.views, self.masthead_end)
        self.views = tables.with_tables(self.views, self.masthead_end, self.names)
        built = signatures(self.views)
        self.parallel = parallels(built)
        self.first_body = next((n for n, row in enumerate(self.views) if row.body), 0)
        self.to_body = _to_body(self.views)
        self.body_after = _body_after(self.views)
        self.page_numbers = page_numbers(self.views)
        self._tops = _tops(self.views, self.page_numbers)
        self.views = _with_running_heads(self.views, self._tops)
        self.front_matter = front_matter(self.views)
        self.like_lead = _like_leads(self.views, built, self.masthead_end)
        self.marked = sum(1 for row in self.views if row.markdown) >= 2
        self.rows = numbering.rows(self.views)
        self.chapters = _below(self.views, frozenset(("chapter",)))
        self.outer = _below(self.views, _OUTER)
        self.beneath = numbering.beneath(self.views, self.rows)
        self.sentences = numbering.sentences(self.views)
        self.headed = numbering.headed(self.views, self.rows)
        self.announced = numbering.announced(self.views, self.rows)
        self.inside = numbering.inside(self.views, self.rows)
        self.collects = self.masthead_end > 0 or _collects(self.views)
        self.columns = columns.places(self.views, self.masthead_end, self.collects, self.minutes)
        self.column_ranks = columns.ranks(self.views, self.columns)
        self.notices = frozenset() if self.masthead_end else columns.notices(self.views)
        self.first_item = self.weekly or min(self.notices, default=0)
        self.items = columns.items(self.views, self.columns) | self.notices
        self.links_from = _links(self.views)
        self.closing = closing.begins(self.views, self.links_from)
        self.credits = closing.credit_runs(self.views)
        self.contacts = closing.contacts(self.views)
        self.signed = closing.signed(self.views)
        self.cells = (tables.cells(self.views) | tables.numbers(self.views)) - self.items
        self.pictured = pictures.captions(self.views, self.collects)
        self.stated = pictures.statements(self.views)
        self.records = (
            records.headed(self.views) | records.wrapped(self.views) | records.places(self.views, self.masthead_end)
        )
        self.anchored = anchored(self.views)
        self._first: dict[str, int] = {}
        for n, row in enumerate(self.views):
            if row.block.whole:
                self._first.setdefault("".join(row.head.split()), n)

    def __len__(self) -> int:
        return len(self.views)

    def at(self, n: int) -> View | None:
        """The view at a place; None outside the bulletin."""
        return self.views[n] if 0 <= n < len(self.views) else None

    def near(self, n: int, reach: int) -> list[View]:
        """The views up to REACH places before and after, the one at N left out."""
        return self.views[max(0, n - reach) : n] + self.views[n + 1 : n + 1 + reach]

    def orphaned(self, n: int) -> bool:
        """Whether the page ends before any running text comes below the line."""
        return any(m in self._tops for m in range(n + 1, min(len(self), n + min(FAR, self.to_body[n]) + 1)))

    def bracketed(self, n: int) -> bool:
        """Whether the paragraph and another near it open with their headings in brackets."""
        return bracketed(self.views[n]) > 0 and any(bracketed(other) for other in self.near(n, _NEXT))

    def first(self, n: int) -> bool:
        """Whether a line that stands in several places stands here first."""
        return self._first.get("".join(self.views[n].head.split()), n) == n

    def first_place(self, n: int) -> int:
        """Where the same line stands first."""
        return self._first.get("".join(self.views[n].head.split()), n)

    def worn(self, n: int) -> float:
        """What a line loses as a heading for standing elsewhere too: nothing where it stands first, as a headline may."""
        row = self.views[n]
        if not row.block.again or (self.first(n) and not row.block.runs):
            return 0.0
        return min(2.5, 1.5 * row.block.again)

    def top(self, n: int) -> bool:
        """Whether the block is the first of a page, running heads and page numbers passed over."""
        for back in range(n, max(-1, n - 4), -1):
            if back in self._tops:
                return True
            above = self.at(back - 1)
            if above is None or not (above.block.runs or cues.PAGE_NUMBER.fullmatch(above.head)):
                return False
        return False

    def listed(self, n: int) -> bool:
        """Whether the line stands among many short ones, as the cells of a table or the items of a list do.

        What lies beyond a long text is not near.
        """
        near: list[View] = []
        for side in (self.views[max(0, n - 3) : n][::-1], self.views[n + 1 : n + 4]):
            near += takewhile(lambda row: row.block.whole, side)
        return len(near) >= 4 and sum(row.short or row.markup for row in near) >= len(near) - 1


def _with_fields(rows: list[View]) -> list[View]:
    """Lines of the form "label: text" that stand side by side are fields, not headings."""
    fits = [
        (
            row.short
            or (row.block.whole and row.block.width <= _LONGEST_FIELD and cues.DIALOGUE.match(row.head) is not None)
        )
        and not row.body
        and not row.markdown
        and row.number is None
        and bool(cues.PAIR.fullmatch(row.head.strip()))
        and not cues.IMPRINT.match(row.head)
        and not cues.PATH.match(row.head)
        and not (row.block.width > _LONGEST_PAIR and n + 1 < len(rows) and cues.DATE_LINE.match(rows[n + 1].head))
        and not cues.CREDIT_FIELD.match(row.head)
        for n, row in enumerate(rows)
    ]
    found = list(rows)
    for n, row in enumerate(rows):
        beside = [m for m in (n - 1, n + 1) if 0 <= m < len(rows) and (fits[m] or rows[m].field)]
        if fits[n] and beside:
            found[n] = replace(row, field=True, short=False)
    return found


def _with_told(rows: list[View]) -> list[View]:
    """What stands below a lone label in minutes is told by it: 地点, and on the next line where."""
    found = list(rows)
    for n, row in enumerate(rows[1:], 1):
        if row.short and row.number is None and not row.markdown and cues.TELLING.fullmatch(rows[n - 1].head.strip()):
            found[n] = replace(row, field=True, short=False)
    return found


def _with_headed_fields(rows: list[View]) -> list[View]:
    """Fields that stand one below the other are fields though they are set as headings: #### 主席：某某, [人数]17."""
    found = list(rows)
    run: list[int] = []
    for n in range(len(rows) + 1):
        head = rows[n].head[rows[n].markdown :].strip() if n < len(rows) and rows[n].block.whole else ""
        form = cues.PAIR if head and rows[n].markdown else cues.LABELLED
        if form.fullmatch(head) and cues.number(head) is None:
            run.append(n)
            continue
        for m in run if len(run) >= _HEADED else ():
            found[m] = replace(rows[m], field=True, short=False, markdown=0)
        run = []
    return found


def _with_days(rows: list[View]) -> list[View]:
    """The days of a chronicle that tells a little of each, a line each, belong to what they tell."""
    days = {n for n, row in enumerate(rows[:-1]) if row.short and cues.DAY.fullmatch(row.head.strip())}
    brief = sum(rows[n + 1].block.size <= _LONGEST_DAY for n in days)
    if brief < _DAYS or 2 * brief < len(days):
        return rows
    return [replace(row, short=n not in days and row.short) for n, row in enumerate(rows)]


def _numbered_below(rows: Sequence[View]) -> bool:
    """Whether the first of numbered parts stands right below the title."""
    return len(rows) > 1 and rows[1].number is not None and rows[1].number.value == 1


def _tops(rows: Sequence[View], numbers: frozenset[int]) -> frozenset[int]:
    """The places of blocks that open a page: below a form feed or below a line that numbers the page."""
    found = {n for n, row in enumerate(rows) if row.block.page}
    for n, row in enumerate(rows[:-1]):
        if n in numbers or (_NUMBERED_PAGE.fullmatch(row.head) and not rows[n + 1].block.listed):
            found.add(n + 1)
    return frozenset(found)


def _with_running_heads(rows: list[View], tops: frozenset[int]) -> list[View]:
    """A line that stands several times, once at least at a page's top, runs from page to page."""
    keys = {"".join(rows[n].head.split()) for n in tops if rows[n].block.again}
    return [
        replace(row, block=replace(row.block, runs=True))
        if row.block.again and not row.block.runs and "".join(row.head.split()) in keys
        else row
        for row in rows
    ]


def _links(rows: Sequence[View]) -> int:
    """Where the list of other pages begins that closes a page of the net; past the end where there is none."""
    found = len(rows)
    for n in range(len(rows) - 1, 0, -1):
        if rows[n].body and rows[n].block.width > _LONGEST_FIELD:
            break
        if cues.NEIGHBOURS.match(rows[n].head) and not (rows[n].block.again and rows[n].short):
            found = n
    return found


_LEADS, _WIRED = 4, 2


def _collects(rows: Sequence[View]) -> bool:
    """Whether columns, or lines above text that opens as reports do, show that a bulletin collects articles."""
    if sum(bool(cues.COLUMN.fullmatch(row.head)) for row in rows) >= 2:
        return True
    leads = [
        after.head
        for row, after in pairwise(rows)
        if row.short and row.number is None and not row.markdown and after.body
    ]
    wired = sum(bool(cues.TELEGRAM.match(lead)) for lead in leads)
    return wired >= _WIRED or sum(bool(cues.DATELINE.match(lead)) for lead in leads) >= _LEADS


def _like_leads(rows: Sequence[View], built: Sequence[tuple[str, ...]], top: int) -> frozenset[int]:
    """The places of lines built like the first below a column, or below the title block at TOP: headlines as it is."""
    leads = [top] if 0 < top < len(rows) and built[top] and rows[top].number is None else []
    leads += [
        n + 1
        for n, row in enumerate(rows[:-1])
        if cues.COLUMN.fullmatch(row.head) and built[n + 1] and rows[n + 1].number is None
    ]
    return frozenset(
        n
        for lead in leads
        for n in range(lead + 1, min(len(rows), lead + 1 + NEAR))
        if built[n] and (set(built[n]) & set(built[lead]) or _alike(rows[n], rows[lead]))
    )


def _alike(row: View, lead: View) -> bool:
    plain = not re.search("[：:“”「」]", row.head + lead.head)
    return plain and abs(row.block.width - lead.block.width) <= _LIKE_WIDTH and row.bullet == lead.bullet


def _below(rows: Sequence[View], styles: frozenset[str]) -> frozenset[int]:
    """The places not far below a heading that is numbered in one of these styles."""
    found: set[int] = set()
    last = -_REACH
    for n, row in enumerate(rows):
        if row.number is not None and row.number.style in styles:
            last = n
        if n - last < _REACH:
            found.add(n)
    return frozenset(found)


def _to_body(rows: Sequence[View]) -> list[int]:
    """For each block how many places below it the next running text stands, at most FAR."""
    found = [FAR] * len(rows)
    for n in range(len(rows) - 2, -1, -1):
        found[n] = 1 if rows[n + 1].body else min(FAR, found[n + 1] + 1)
    return found


def _body_after(rows: Sequence[View]) -> list[int]:
    """How many blocks of running text come after each block."""
    found = [0] * len(rows)
    for n in range(len(rows) - 2, -1, -1):
        row = rows[n + 1]
        found[n] = found[n + 1] + (row.body and not cues.NOTICE.search(row.head[:60]))
    return found
