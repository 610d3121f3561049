"""What can be seen of a block and of its neighbours: the facts that scores are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.prelabel.sections import cues
from models.prelabel.sections.block import Block
from models.prelabel.sections.cues import Number

NEAR = 14
"""How many blocks on either side are looked at for parallels."""
_INNER_STOP = re.compile(r"[。！？；]|(?<=[a-z]{3})[.;]\s")
_FULL_STOP = re.compile(r"[。；]")
_SPACED = re.compile(r"[^\s，。,]{3,12}(?:[\s\u3000]+[^\s，。,]{3,12}){1,3}")
_OF_WHOM = re.compile(r"[（(][^（）()]{4,30}[)）]$")
"""What is told of a person behind the name: 宋词（市立医院退休护士长，63岁）."""
_SET_APART = re.compile(r"[★☆◆■\s]*(?:[\u3400-\u9fff][ \u3000]{1,2}){3,}[\u3400-\u9fff][★☆◆■\s]*")
_BESIDE, _NAME, _NAMED = re.compile("[、，,；;]"), 4, 0.6
"""What parts the names in a list, how long a name is at most, and how many of all parts have a surname at least."""
_WIDE_SPACE = re.compile(r"\u3000+|[ \t]{2,}|\t")
_CELL, _CELLS = 8, 4
_POST = re.compile(
    r"[^\s，。：:、]{0,20}(?:主任|书记|[局镇乡区县市科股所处院校部组会村社]长|委员|干部|经理|干事|专员|主席|教师|队员)(?:[（(][^（）()]{1,12}[）)])?"
)
"""A post alone in its cell."""
_POSTED = re.compile(r"^[^\s：:，。]{1,8}(?:\s{1,6}[^\s：:，。]{1,3})?\s?[：:]\s*(?=[\u3400-\u9fff]+\s{2})")
"""As what the first of a list of persons serves: 副组长：, 成　员：."""
_FIGURES = re.compile(r"[^\s\d，。：:]{2,8}(?:\s+\d[\d,.]*%?){2,}")
"""A row of a table of figures: 宜兰县 66 26 9 101."""
_APART = re.compile(r"(?:[\u3400-\u9fff][ \t\u3000]{1,4}){1,4}[\u3400-\u9fff](?=\s?[：:])")
"""A label whose characters are set apart: 请　假：, 提 案 人：."""
_OFTEN, _CATEGORY = 2, 8.0
"""How often a line stands elsewhere at least that names an item's sort, and how wide it is at most."""
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class View:
    """One block seen in its place."""

    block: Block
    number: Number | None
    markdown: int
    """The depth of a Markdown heading; 0 where there is none."""
    bullet: str
    short: bool
    """Could be a heading: one line's worth, without a full stop inside or at its end."""
    body: bool
    credit: bool
    field: bool
    person: bool
    byline: bool
    latin: bool
    bold: bool
    """A line set in bold by Markdown."""
    markup: bool
    """A line of a table, list, picture or quotation in Markdown or HTML."""
    roster: bool
    """A line of names, figures or posts set apart by wide spaces."""
    stamped: bool
    """A line that tells the day on which a text appeared and nothing else but whose it is."""
    date: int
    """How many characters the date takes that the line opens with, 0 where it opens with none."""

    @property
    def head(self) -> str:
        return self.block.head


_BRACKETED = re.compile(r"【[^】。！？]{2,20}】\s*(?=[^\s【|｜])(?![^\n]{0,40}【)")


def view(block: Block) -> View:
    """The facts about a block by itself."""
    block = _unspaced(block)
    head = block.head
    bare = head.strip("*_ ")
    numbered, number, person = cues.number(bare), cues.number(head), _names(block)
    inner = _INNER_STOP.search(bare.rstrip(cues.STOPS + "；;”」』"), numbered.length if numbered else 0)
    if inner and inner.group() in "！!" and block.width <= 50 and bare[-1:] not in cues.STOPS:
        inner = _FULL_STOP.search(bare)
    ends = block.tail.rstrip('”」』》’"*）) ')[-1:]
    markdown = cues.MARKDOWN.match(head)
    apart = _APART.match(head)
    labelled = "".join(apart.group().split()) + head[apart.end() :] if apart else head
    field = bool(cues.FIELD.match(labelled) or cues.LABEL.match(labelled) or cues.LABEL_ALONE.fullmatch(bare.strip()))
    field = field or cues.SIZES.fullmatch(bare) is not None
    commas = len(re.findall("[，,]", bare))
    short = block.whole and block.width <= 62 and not inner and ends not in "。；;，,、" and bool(ends)
    if commas >= 3 or (commas == 2 and ends in "！？!?") or field or cues.DIALOGUE.match(head):
        short = False
    if re.search(r"[（(《「“][^）)》」”]*$|^[^（(《「“]*[）)》」”]", bare) and number is None:
        short = False
    markup = bool(cues.MARKUP.match(head))
    if markup or _lists_persons(bare):
        short = False
    if (markdown or block.rank) and block.whole:
        short = True
    bullet = cues.BULLET.match(head)
    return View(
        block=block,
        number=number,
        markdown=len(markdown.group(1)) if markdown else block.rank,
        bullet=bullet.group()[0] if bullet else "",
        short=short,
        body=not short
        and not markup
        and (block.width > 60 or bool(inner) or ends in "。！？；;：:”")
        and block.width > 8,
        credit=block.whole and bool(cues.CREDIT.fullmatch(bare)),
        field=field,
        person=person,
        byline=block.whole and block.width <= 46 and bool(cues.BYLINE.match(head)),
        latin=not _HAN.search(head),
        bold=block.whole and bool(re.fullmatch(r"\*\*[^*\n]+\*\*\s?[:：]?", head.strip())),
        markup=markup,
        roster=block.whole and not person and _roster(head),
        stamped=block.whole and cues.STAMP.fullmatch(bare) is not None,
        date=date.end() if (date := cues.DATE_LINE.match(bare)) else 0,
    )


def led(row: View) -> bool:
    """Whether a paragraph opens with its headline."""
    plain = row.body and row.number is None and not (row.markdown or row.bullet or row.roster)
    return plain and cues.LED.match(row.head) is not None


def bracketed(row: View) -> int:
    """How many characters the heading in brackets takes that a paragraph opens with, 0 where it opens with none.

    【专场宣讲】实践队面向村民…….
    """
    heading = _BRACKETED.match(row.head) if row.body and not (row.number or row.markdown or row.bullet) else None
    return heading.end() if heading else 0


def _lists_persons(head: str) -> bool:
    """Whether a line lists persons alone, as minutes do who was there: 张道伟、徐军光、李　兵."""
    listed = [_OF_WHOM.sub("", part.strip()) for part in _BESIDE.split(head.rstrip("等。"))]
    short = len(listed) > 1 and all(2 <= len("".join(part.split())) <= _NAME for part in listed)
    return short and _NAMED * len(listed) <= sum(cues.NAMED.fullmatch(part) is not None for part in listed)


def _roster(head: str) -> bool:
    """Whether the line's parts are mostly names, figures and posts: 招待　黄绢　董慧, 杨子毅  章  衡  冯懋生, 总计　　714."""
    plain = cues.SPACED_NAME.sub(lambda match: "".join(match.group().split()), _POSTED.sub("", head.strip()))
    if _FIGURES.fullmatch(plain):
        return True
    cells = [cell for cell in _WIDE_SPACE.split(plain) if cell]
    if len(cells) < 2 or re.search("[。！？!?—]", plain):
        return False
    if cues.BYLINE_WORD.search(plain):
        return False
    told = sum(bool(cues.CELL.fullmatch(cell) or _POST.fullmatch(cell)) for cell in cells)
    narrow = all(len(cell) <= _CELL for cell in cells)
    return told >= 2 or (told == 1 and len(cells) == 2 and narrow) or (narrow and len(cells) >= _CELLS)


def celled(row: View) -> bool:
    """Whether a line may be one of a table: parts set apart by wide spaces, the first of them narrow, or one name."""
    if row.number is not None or row.body or row.byline or row.markdown or row.bullet or not row.block.whole:
        return False
    cells = [cell for cell in _WIDE_SPACE.split(row.head.strip()) if cell]
    return cues.CELL.fullmatch(row.head.strip()) is not None or (len(cells) >= 2 and len(cells[0]) <= _CELL)


def _unspaced(block: Block) -> Block:
    """The block with the spaces taken out of a line whose characters are set apart (工 作 简 报)."""
    if not block.whole or not _SET_APART.fullmatch(block.head):
        return block
    head = re.sub(r"(?<=\w)[ \u3000]{1,2}(?=\w)", "", block.head)
    return replace(block, head=head, tail=head[-len(block.tail) :])


def _names(block: Block) -> bool:
    """Whether a line is a person's name, with a post before it or not."""
    bare = _OF_WHOM.sub("", block.head)
    wide = block.width - (len(block.head) - len(bare))
    fits = block.whole and wide <= 18 and cues.PERSON_LINE.fullmatch(bare)
    named = cues.COLUMN_NAMES.search(block.head)
    column = named is not None and named.end() == len(block.head)  # 文苑
    return bool(fits) and not column and not cues.DATE_LINE.match(block.head)


def categorised(row: View) -> bool:
    """Whether a narrow line stands so often that it names of what sort an item is, not a part of the paper."""
    return row.short and row.block.again >= _OFTEN and row.block.width <= _CATEGORY and row.number is None


def dated(row: View) -> bool:
    """A line that holds a date and little else."""
    return row.short and (row.stamped or (0 < row.date >= row.block.width - 14 and row.block.whole))


def spaced(row: View) -> bool:
    """Phrases of like length set apart by spaces, as headlines are."""
    return row.short and bool(_SPACED.fullmatch(row.head))


def shape(head: str) -> str:
    """A heading's outline: its marks kept, runs of characters as their length."""
    marks = re.sub(r"[^\W_]+", lambda m: str(min(9, (len(m.group()) + 1) // 2)), head.strip("*_ "))
    return marks[:24]


def is_unit(row: View) -> bool:
    """A line that only names a body or an office, as a byline does."""
    head = row.head.strip("()（） ")
    return (
        row.short
        and row.block.width <= 18
        and bool(re.search(cues.ORGANISATION.pattern + "$", head))
        and not cues.EVENT_VERB.search(head)
    )


def signatures(rows: Sequence[View]) -> list[tuple[str, ...]]:
    """How each short line that stands before a body is built; nothing for the others."""
    keys: list[tuple[str, ...]] = []
    for n, row in enumerate(rows):
        alone = row.short and row.number is None and row.block.width <= 34
        before_body = n + 1 < len(rows) and not rows[n + 1].short
        keys.append(_signature(row) if alone and before_body else ())
    return keys


def parallels(keys: Sequence[tuple[str, ...]]) -> list[int]:
    """For each line how many lines near it are built like it."""
    found = []
    for n, key in enumerate(keys):
        if not key:
            found.append(0)
            continue
        near = [*keys[max(0, n - NEAR) : n], *keys[n + 1 : n + 1 + NEAR]]
        found.append(sum(1 for other in near if other and len(set(key) & set(other)) >= 1))
    return found


def _signature(row: View) -> tuple[str, ...]:
    head = row.head.strip("*_ ")
    size = len(head)
    found = [f"shape {shape(head)}"]
    if size <= 16:
        found += [f"size {size}", f"first {head[:2]}", f"last {head[-1:]}" if size <= 12 else f"last {head[-2:]}"]
    if re.match(r"[“「].{2,10}[”」]", head):
        found.append("quoted")
    if re.fullmatch(r".{2,10}[：:—].{4,24}", head):
        found.append("colon")
    return tuple(found)
