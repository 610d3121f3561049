"""From labelled blocks to an outline: levels by the bulletin's own hierarchy, continuations, where headings end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.prelabel.sections import cues
from models.prelabel.sections import labels as L
from models.prelabel.sections.block import Block
from models.prelabel.sections.views import View, bracketed, led

ARTICLE, SUBSECTION, BRIEF, CONTINUATION, COLUMN = "article", "subsection", "brief", "continuation", "column"
DEEPEST = 8
LONGEST_BRIEF = 160
"""Of what real papers print below a heading of its own and in one paragraph, items of at most so many characters are told
as briefs where several stand together; from there on most are reports."""
_TEXT = (L.BODY, L.RUN_IN, L.CREDIT)
_PARTS = (L.SUBHEAD, L.RUN_IN, L.HEADLINE, L.COLUMN, L.BRIEF, L.FOOTER)
_WHOLES = ("masthead", COLUMN, ARTICLE, BRIEF)
"""What shows that a text is a bulletin of several items where it is not one article."""
_IMPRINT = re.compile("主办|主编|总编|承印|印数|地址|电话|©|(?i:copyright)|版权")
_LEAD = re.compile(r"[^。！？；;：:\n]{1,60}[。！？：:]|[^\s，。,]{2,24}(?=\s{1,4}\S)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A section before its confidence and themes: `block` is the place of the block that it begins with."""

    start: int
    level: int
    kind: str
    heading_end: int | None
    continues: int | None
    block: int
    why: str


@dataclass(slots=True)
class _Open:
    """What is open while the blocks are read: the column, the article in it, the subsection in that."""

    column: bool = False
    markdown: int = 0
    brief_column: bool = False
    article: int | None = None
    level: int = 1
    inner: int | None = None
    made_from: str = ""
    depths: dict[str, int] = field(default_factory=dict)
    path: list[tuple[str, int]] = field(default_factory=list)

    def inside(self) -> _Open:
        """What is open once an article or a brief has ended: its column alone."""
        return _Open(self.column, self.markdown, self.brief_column)


class Builder:
    """Reads labelled blocks in order and notes the sections they open."""

    def __init__(self, text: str, views: Sequence[View], labels: Sequence[str]) -> None:
        self.text, self.views, self.labels = text, views, labels
        self.next_part = _next_parts(labels)
        self.found: list[Draft] = []
        self.open = _Open()
        self.broken_off: list[int] = []

    def build(self) -> list[Draft]:
        """All sections, the first one at the first block."""
        for n, label in enumerate(self.labels):
            before = self.labels[n - 1] if n else None
            if (label == L.BODY and self._resumes(n)) or (label in (L.BODY, L.CREDIT) and self._closes(n)):
                self._continue(n, "rule:resumes")
            elif label == L.BODY and self.open.brief_column and before == L.BODY and self._headless():
                self._brief(n, "rule:brief")
            elif L.opens(before, label):
                self._section(n, label, before)
            if label == L.BOILERPLATE:
                self._turn(n)
        return self.found

    def _turn(self, n: int) -> None:
        """An article that breaks off for a later page is taken up again where that page says so."""
        turn = cues.TURN.fullmatch(self.views[n].head.strip())
        if turn is None:
            return
        if turn["back"] and self.broken_off:
            self.open.article = self.open.inner = self.broken_off.pop(0)
            self.open.level = self.found[self.open.article].level
        elif not turn["back"] and self.open.article is not None:
            self.broken_off.append(self.open.article)

    def _section(self, n: int, label: str, before: str | None) -> None:
        if label == L.MASTHEAD:
            self._add(n, 0, "masthead", self._masthead_end(n), why="rule:masthead")
        elif label == L.COLUMN:
            name = "".join(self.views[n].head.split())
            self.open = _Open(True, self.views[n].markdown, brief_column=bool(cues.BRIEF_COLUMNS.search(name)))
            self._add(n, 1, "column", self.views[n].block.end, why="rule:column")
        elif label in (L.HEADLINE, L.DECK, L.BYLINE):
            self._article(n, self._headline_end(n), "rule:headline")
            if n == 0 and self.views[n].number is not None:
                self.open.made_from = _style(self.views[n])  # what is numbered as it is stands beside it
        elif label == L.BRIEF:
            self._brief(n, "rule:brief")
        elif label in (L.SUBHEAD, L.RUN_IN):
            self._subsection(n, label)
        elif label == L.CAPTION:
            self._aside(n, "caption", "rule:caption")
        elif label == L.BOILERPLATE:
            self._boilerplate(n)
        elif label == L.FOOTER:
            level = self.open.level + 1 if self._credits(n) else 1
            self.open = _Open()
            self._add(n, level, "footer", None, why="rule:footer")
        elif before in (L.CAPTION, L.BOILERPLATE) and self.open.article is not None:
            self._continue(n, "rule:continues")
        elif self.open.column and self.open.article is None and self.open.brief_column:
            self._brief(n, "rule:brief")
        elif not (self.open.column and self.open.article is None and cues.LINK_ITEM.fullmatch(self.views[n].head)):
            self._article(n, None, "rule:body")

    def _add(self, n: int, level: int, kind: str, end: int | None, why: str, continues: int | None = None) -> int:
        start = self.views[n].block.start
        level = max(0, min(DEEPEST, level))
        self.found.append(Draft(start, level, kind, end, continues, n, why))
        return len(self.found) - 1

    def _article(self, n: int, end: int | None, why: str) -> None:
        self.open = self.open.inside()
        self.open.level = 2 if self.open.column else 1
        self.open.article = self.open.inner = self._add(n, self.open.level, ARTICLE, end, why)

    def _brief(self, n: int, why: str) -> None:
        row = self.views[n]
        if cues.SECOND_NEWS.match(row.head) and self.open.article is not None:
            self.open.inner = self._add(n, self.open.level + 1, BRIEF, None, why)
            return
        below = self.labels[n + 1] if n + 1 < len(self.labels) else ""
        end = self._headline_end(n) if row.short and below in (L.DECK, L.BYLINE, L.BODY, L.CREDIT) else None
        lead = cues.LED.match(row.head) if led(row) else None
        if lead is not None:
            end = _source(self.text, row.block, lead.end())
        self.open = self.open.inside()
        self.open.level = 2 if self.open.column else 1
        told = row.block.size - (lead.end() if lead else 0)
        reported = lead is not None or (row.body and cues.REPORTED.match(row.head) is not None)
        kind = ARTICLE if reported and told > LONGEST_BRIEF else BRIEF
        self.open.article = self.open.inner = self._add(n, self.open.level, kind, end, why)

    def _headless(self) -> bool:
        return self.open.article is not None and self.found[self.open.article].heading_end is None

    def _subsection(self, n: int, label: str) -> None:
        row = self.views[n]
        key = _style(row)
        if 0 < row.markdown <= self.open.markdown:
            self.open = _Open()
        if self.open.article is None or self.open.made_from == key or (row.markdown and self._loose()):
            untitled = n == 0 and row.number is not None and cues.FIELD.match(row.head, row.number.length) is not None
            end = None if untitled else row.block.end if label == L.SUBHEAD else self._lead_end(n)
            self._article(n, end, "rule:numbering")
            self.open.made_from = "" if untitled else key  # minutes without their title are one text
            return
        depth = self._depth(key, row.number.value if row.number else 0)
        end = row.block.end if label == L.SUBHEAD else self._lead_end(n)
        why = "rule:numbering" if row.number else "rule:markdown" if row.markdown else "rule:subhead"
        why = "rule:speaker" if row.person and not row.markdown else why
        self.open.inner = self._add(n, self.open.level + depth, SUBSECTION, end, why)

    def _loose(self) -> bool:
        """Whether what is open is text without a heading and without parts."""
        return self._headless() and self.open.inner == self.open.article and not self.open.made_from

    def _depth(self, key: str, value: int) -> int:
        """How far below its article a heading of this style stands (1 is right below)."""
        state = self.open
        if key == "n:annex":
            state.depths = {other: depth for other, depth in state.depths.items() if _rank(other) < _rank(key)}
            state.path = [(other, last) for other, last in state.path if other in state.depths]
        if key not in state.depths:
            top = state.path[-1] if state.path else None
            if (
                top is not None
                and value >= 2
                and key.startswith("n:")
                and top[0].startswith("n:")
                and top[1] == value - 1
            ):
                state.depths[key] = state.depths[top[0]]
            else:
                outer = [state.depths[other] for other, _ in state.path if _rank(other) < _rank(key)]
                state.depths[key] = 1 + max(outer, default=0)
        depth = state.depths[key]
        state.path = [(other, last) for other, last in state.path if state.depths[other] < depth] + [(key, value)]
        return depth

    def _aside(self, n: int, kind: str, why: str) -> None:
        inner = self.open.inner
        level = self.found[inner].level + 1 if inner is not None else 1
        self._add(n, level, kind, None, why)

    def _boilerplate(self, n: int) -> None:
        last = n
        while last < len(self.labels) and self.labels[last] == L.BOILERPLATE:
            last += 1
        after = self.labels[last] if last < len(self.labels) else None
        numbered = cues.PAGE_NUMBER.fullmatch(self.views[n].head) is not None
        if self.open.article is not None and cues.READ_ON.fullmatch(self.views[n].head):
            self._add(n, self.open.level + 1, "boilerplate", None, "rule:boilerplate")
            return
        if self.open.article is None or after in (L.HEADLINE, L.COLUMN, L.BRIEF, L.FOOTER):
            below_footer = numbered and after is None and n > 0 and self.labels[n - 1] in (L.FOOTER, L.CREDIT)
            self._add(n, 2 if below_footer else 1, "boilerplate", None, "rule:boilerplate")
            if self.views[n].block.page:
                self.open = _Open()
            return
        if after is None:
            self._add(n, self.open.level + 1, "boilerplate", None, "rule:boilerplate")
        else:
            inner = self.found[self.open.inner].level if self.open.inner is not None else 0
            level = min(inner, self.open.level + 1) + 1 if numbered else inner + 1
            self._add(n, level, "boilerplate", None, "rule:boilerplate")

    def _continue(self, n: int, why: str) -> None:
        place = self.open.inner if why == "rule:continues" else self.open.article
        assert place is not None
        root = self.found[place]
        origin = root.continues if root.continues is not None else place
        self.open.inner = self._add(n, root.level, CONTINUATION, None, why, continues=origin)

    def _resumes(self, n: int) -> bool:
        """Whether the article speaks again after a row of numbered paragraphs, one paragraph each."""
        if n == 0 or self.labels[n - 1] != L.RUN_IN or self.open.article is None:
            return False
        row = self.views[n - 1]
        key = _style(row)
        back = n - 2
        items = 1
        while back >= 0 and self.labels[back] == L.RUN_IN and _style(self.views[back]) == key:
            items += 1
            back -= 1
        later = next(
            (m for m in range(n, len(self.labels)) if self.labels[m] in (L.RUN_IN, L.SUBHEAD, L.HEADLINE)), None
        )
        if later is not None and _style(self.views[later]) == key and self.labels[later] != L.HEADLINE:
            return False
        return items >= 2 and bool(cues.RESUMES.match(self.views[n].head))

    def _closes(self, n: int) -> bool:
        """Whether the article ends here with words for all of it, after the last of its numbered parts."""
        inner, path = self.open.inner, self.open.path
        if n == 0 or inner is None or self.found[inner].kind != SUBSECTION or self.labels[n - 1] not in _TEXT:
            return False
        numbered = bool(path) and path[0][0].startswith(("n:", "m:"))
        last = self.next_part[n] not in (L.SUBHEAD, L.RUN_IN)
        return numbered and last and bool(cues.CLOSES.match(self.views[n].head))

    def _credits(self, n: int) -> bool:
        """Whether the lines on end say who made the one article of the text, and nothing of a bulletin."""
        below = (L.HEADLINE, L.COLUMN, L.BRIEF)
        alone = [draft.kind for draft in self.found if draft.kind in _WHOLES] == [ARTICLE]
        alone = alone and not any(label in below for label in self.labels[n:])
        rows = zip(self.views[n:], self.labels[n:], strict=True)
        heads = [row.head.strip("*_ ") for row, label in rows if label == L.FOOTER]
        fields = sum(len(cues.CREDIT_FIELD.findall(head)) for head in heads)
        made = all(cues.CREDIT_FIELD.match(head) or cues.ADDRESS.match(head.strip("（）")) for head in heads[:2])
        return alone and made and fields > 1 and not any(_IMPRINT.search(head) for head in heads)

    def _headline_end(self, n: int) -> int:
        last = n
        while last + 1 < len(self.labels) and self.labels[last + 1] == L.DECK:
            last += 1
        return self.views[last].block.end

    def _masthead_end(self, n: int) -> int | None:
        """A masthead's heading is its name, where it opens with it."""
        row = self.views[n]
        last = n
        after = self.views[n + 1] if n + 1 < len(self.labels) and self.labels[n + 1] == L.MASTHEAD else None
        below = after is not None and cues.MASTHEAD_NAME.search(after.block.tail) and not cues.MASTHEAD.search(row.head)
        if not below and not cues.MASTHEAD_NAME.search(row.block.tail) and not row.block.runs:
            return None
        while last + 1 < len(self.labels) and self.labels[last + 1] == L.MASTHEAD and last < n + 1:
            if not cues.MASTHEAD_NAME.search(self.views[last + 1].block.tail):
                break
            last += 1
        return self.views[last].block.end

    def _lead_end(self, n: int) -> int:
        row = self.views[n]
        length = row.number.length if row.number else 0
        if heading := bracketed(row):
            return _source(self.text, row.block, len(row.head[:heading].rstrip()))
        lead = _LEAD.match(row.head, length)
        if row.number is not None and row.number.style == "named":
            return _source(self.text, row.block, len(row.head[:length].rstrip()))
        return _source(self.text, row.block, lead.end() if lead else max(1, length))


def _next_parts(labels: Sequence[str]) -> list[str]:
    """For each place the label of the next heading below it; nothing where none comes."""
    found = [""] * len(labels)
    for n in range(len(labels) - 2, -1, -1):
        below = labels[n + 1]
        found[n] = below if below in _PARTS else found[n + 1]
    return found


def _source(text: str, block: Block, length: int) -> int:
    """Where in the text the first LENGTH characters of a block's head end."""
    place = block.start
    for character in block.head[:length]:
        if character.isspace():
            continue
        while place < block.end and text[place] != character:
            place += 1
        place += 1
    return min(place, block.end)


def _style(row: View) -> str:
    if row.markdown:
        return f"m:{row.markdown}"
    if row.number is not None:
        return f"n:{row.number.style}"
    if cues.AGENDA.fullmatch(row.head.strip("*_ ：:")):
        return "agenda"
    return "person" if row.person else "plain"


def _rank(key: str) -> float:
    if key.startswith("m:"):
        return int(key[2:])
    if key.startswith("n:"):
        return 10 + cues.RANK[key[2:]]
    return 0 if key == "agenda" else 100


def outline(text: str, views: Sequence[View], labels: Sequence[str]) -> list[Draft]:
    """The sections that a labelling of the blocks means."""
    return [_heading_inside(draft) for draft in Builder(text, views, labels).build()]


def _heading_inside(draft: Draft) -> Draft:
    if draft.heading_end is not None and draft.heading_end <= draft.start:
        return replace(draft, heading_end=None)
    return draft
