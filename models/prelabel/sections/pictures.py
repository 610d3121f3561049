"""Words under pictures that were left in the text: who is seen, with the post, and what scene."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from models.prelabel.sections import cues
from models.prelabel.sections.views import NEAR, View, celled, is_unit

_SCENE = re.compile(
    cues.CAPTION_SCENE.pattern
    + "|仪式$|儀式$|前后$|前後$|^在[^，。：；]{2,16}(?:考察|座谈|参观|调研|参访|交流|走访|慰问)(?:学习|交流)?$"
)
_ACT = re.compile(
    r"[^\s，。：:；！？]{2,44}(?:书记|主任|主席|[会院校局处科所站队部组村镇乡县市区团秘书事监]长|教授|经理|代表|委员|理事|医师|老师|同志|先生|女士)"
    r"[\u3400-\u9fff]{0,4}(?:致(?:欢迎|开幕|闭幕|祝)?[辞词]|讲话|发言|宣读[^\s，。]{2,24}|作[^\s，。]{0,10}(?:讲话|报告|发言|分享|介绍)|主持[^\s，。]{0,6}"
    r"|颁发[^\s，。]{2,12}|揭牌|剪彩|授牌|授旗)"
)
"""Who speaks or acts in a picture: 会长某某教授作任职讲话."""
_SEEN = re.compile(
    "参观|走访|慰问|合影|合照|留影|现场|会场|主席台|签订|签约|讲话|致(?:欢迎|开幕|闭幕|祝|答谢)?[辞词]|开幕[辞词]|介绍|主讲|发言|仪式|作[^，。]{0,24}报告|宣读|莅临|出席"
    "|剪彩|揭[牌幕]|颁[发奖]|领奖|抽[奖到]|指导|座谈|体验|展示|表演|授[牌旗]|内景|外景|全景|剪影|掠影|瞬间"
)
"""What is seen in pictures."""
_RUN, _TELLING, _WORDS = 3, 0.5, 36.0
"""So many lines on end, so many of them telling what is seen, each no wider, are words under pictures."""
_TAKEN = re.compile(
    r"[（(\s]*(?:图片?|摄影|摄|供图|图文|文图|图/文|文/图)\s?[：:/]|[（(][^（）()。]{2,30}(?:供图|摄影|摄|供图供稿)\s?[）)]$"
)
"""Whose the pictures are that stood above."""
_SEEN_BRIEFLY = re.compile(
    "演讲|汇报|主持|陪同|带领|欢迎|[赠回]赠|赠送|捐赠|游戏|正在|同学们?在|英姿|赛场|旧照|(?:照片?|一角|图|证书|《[^》]*》)$"
)
"""And in those whose words are no more than a phrase."""
_AMONG, _SEEN_AMONG = 3, 0.45
"""So many lines that stand alone between paragraphs, and how many of them at least tell what is seen."""
_SPACED = re.compile(r"\S(?:\s+\S)+")
_STACK = 4
"""Characters set apart; how many words under pictures stand on end at most."""
_MANY = 6
"""Where pictures fill a report there are no more lines than so many for each line of words under them."""
_PHRASES = re.compile(r"[，,！!。…\u3000]|——| {2}|\.{3}|\d[:：]\d")
"""What headings of two phrases have, and sentences, and lists."""
_ALBUM = re.compile("(?:活动|精彩|现场|工作|图片)(?:剪影|掠影|瞬间|集锦)[：:]?")
"""What says that pictures stand below."""
_ALBUM_WORDS = 48.0
_SUFFIX = 4
"""So many characters that all lines on end have last name one scene at several places."""
_WIDEST = 14.0
_DATED, _LEAST_WIDTH, _MOST_WIDTH = 3, 16.0, 160.0
"""How many sentences without a full stop open with a day at least, how wide such a one is at least and at most."""
_PICTURES, _ACTS, _SAID, _NEXT = 2, 3, 0.6, 4


def captions(rows: Sequence[View], collects: bool) -> frozenset[int]:
    """The places of words under pictures that name, with the post, a person of whom the paragraph beside tells.

    Where somebody's own words follow, as below a speaker's name, they do not tell of the speaker. Two lines that name
    scenes are such words too. Two of the first kind, or one and a line that names a scene, show that the other lines of
    either kind are words under pictures as well, and those that say again what is told beside them. COLLECTS: whether
    the text holds several reports.
    """
    posed = {
        n: "".join(match.group(1).split())
        for n, row in enumerate(rows)
        if _plain(row) and (match := cues.POSED.fullmatch(row.head.strip()))
    }
    scenes = {n for n, row in enumerate(rows) if _scene(rows, n)}
    told = {
        n
        for n, name in posed.items()
        if any(
            name in other.head and (other.body or other.head.startswith((name + "：", name + ":")))
            for other in (*rows[max(0, n - 1) : n], *rows[n + 1 : n + 2])
        )
    }
    others = posed.keys() | scenes | {n for n, row in enumerate(rows) if told and _echoes(rows, n)}
    tellers, stages = sorted(told), sorted(scenes)
    shown = any(_plain(row) and n and cues.CAPTION_PLACE.search(row.head) for n, row in enumerate(rows))
    if len(scenes) + shown >= _PICTURES:
        told |= scenes
    acts = {n for n, row in enumerate(rows) if n and _plain(row) and _ACT.fullmatch(row.head.strip())}
    if len(acts) >= _ACTS and any(other.body for n in acts for other in (*rows[n - 1 : n], *rows[n + 1 : n + 2])):
        told |= acts
    told |= _together(rows) | _among(rows, collects) | _below(rows)
    return frozenset(told | {n for n in others if _near(n, tellers) + min(1, _near(n, stages)) >= _PICTURES})


def statements(rows: Sequence[View]) -> frozenset[int]:
    """The places of words under pictures that tell in a sentence without its full stop what was when: three or more that
    open with the day among paragraphs that end with one show that the others without it are such words too."""
    found = {n for n, row in enumerate(rows) if n and _unstopped(row)}
    dated = [n for n in found if cues.CAPTION_DATE.match(rows[n].head)]
    stopped = sum(row.body and row.block.last in "。！？”" for row in rows)
    album = len(dated) > _DATED and 2 * len(dated) > len(rows)
    return frozenset(found) if len(dated) >= _DATED and (stopped >= _DATED or album) else frozenset()


def _unstopped(row: View) -> bool:
    """Whether a line is a sentence without its full stop."""
    head = row.head.strip()
    plain = row.number is None and not (row.markdown or row.bold or row.bullet or row.markup or row.field or row.roster)
    told = "，" in head or cues.DAY.search(head) or cues.REPORT_VERB.search(head)
    narrow = row.block.whole and _LEAST_WIDTH <= row.block.width <= _MOST_WIDTH
    return bool(plain and told and narrow and head[-1].isalnum() and "。" not in head and not row.credit)


def _together(rows: Sequence[View]) -> set[int]:
    """The places of lines on end most of which tell what is seen, or that all end alike, or that stand between a text and
    whose pictures these are: headings do not stand so, words under pictures do."""
    found: set[int] = set()
    run: list[int] = []
    for n in range(len(rows) + 1):
        if n < len(rows) and _wordy(rows[n]):
            run.append(n)
            continue
        if run and run[0] == 0 and len({rows[m].head[:2] for m in run}) > 1:
            run = run[1:]  # the text's headline
        if len(run) >= _PICTURES and rows[run[0] - 1].body and n < len(rows) and _TAKEN.match(rows[n].head):
            found.update(run)
        elif len(run) >= _RUN and run[0] and (alike := _alike([rows[m].head.strip() for m in run])):
            found.update(run[n] for n in alike)  # one scene at several places
        elif len(run) >= _RUN and sum(_tells(rows[m]) for m in run) >= _TELLING * len(run):
            found.update(run)
        run = []
    return found


def _below(rows: Sequence[View]) -> set[int]:
    """The places of lines right below one that says that pictures stand here (活动剪影), up to the next blank line."""
    found: set[int] = set()
    shown = False
    for n, row in enumerate(rows):
        narrow = row.block.whole and row.number is None and row.block.width <= _ALBUM_WORDS and not row.body
        if shown and narrow and not row.block.gap:
            found.add(n)
            continue
        shown = n > 0 and _plain(row) and _ALBUM.fullmatch(row.head.strip()) is not None
    return found


def _alike(heads: Sequence[str]) -> list[int]:
    """Which of the lines end as most of them do."""
    last, count = Counter(head[-_SUFFIX:] for head in heads).most_common(1)[0]
    most = count >= _RUN and 2 * count > len(heads) and last.isalpha()
    alike = count == len(heads) or (most and not any(_PHRASES.search(head) for head in heads))
    return [n for n, head in enumerate(heads) if alike and head.endswith(last)]


def _among(rows: Sequence[View], collects: bool) -> set[int]:
    """The places of lines between paragraphs about half of which tell what is seen: where some are words under pictures,
    the others are too, as headings stand in all parts of a text or in none.

    In a single report lines that stand on end, or after the last paragraph, are such words as well: a heading has a text
    of its own.
    """
    runs = _lone(rows)
    found = [n for run in runs for n in run]
    bare = {n for run in runs if _bare(rows, run) for n in run}
    if collects or len({len(run) for run in runs}) == 1 or _MANY * len(found) < len(rows):
        bare.clear()  # headings of two lines, each with a text, are no such words
    seen = sum(n in bare or _tells(rows[n]) for n in found)
    return set(found) if len(found) >= _AMONG and seen >= _SEEN_AMONG * len(found) else set()


def _lone(rows: Sequence[View]) -> list[list[int]]:
    """The places of lines on end that stand between paragraphs, or between the last one and what a site writes below."""
    found: list[list[int]] = []
    run: list[int] = []
    for n in range(next((n for n, row in enumerate(rows) if row.body), len(rows)), len(rows) + 1):
        if n < len(rows) and _wordy(rows[n]) and not celled(rows[n]):
            run.append(n)
            continue
        above = rows[run[0] - 1] if run else None
        if (
            above is not None
            and above.body
            and above.block.last not in "：:"
            and (_followed(rows, n) or _ends(rows, run))
        ):
            found.append([n for n in run if not _otherwise(rows[n])])
        run = []
    return [run for run in found if run]


def _otherwise(row: View) -> bool:
    """Whether something else tells what a line is."""
    return any(form.search(row.head) for form in (_PHRASES, cues.CAPTION, cues.CAPTION_END))


def _followed(rows: Sequence[View], n: int) -> bool:
    """Whether running text stands at a place."""
    return n < len(rows) and rows[n].body


def _ends(rows: Sequence[View], run: Sequence[int]) -> bool:
    """Whether a text is over below a few lines: nothing more, whose it is, or what a site writes below it."""
    n = run[-1] + 1
    if len(run) > _RUN or n == len(rows):
        return len(run) <= _RUN
    return rows[n].credit or any(form.search(rows[n].head) for form in (cues.CREDIT_FIELD, cues.NOTICE, cues.IMPRINT))


def _bare(rows: Sequence[View], run: Sequence[int]) -> bool:
    """Whether lines are too many for a heading, or have no text, and neither a column nor who wrote it is among them."""
    apart = any(rows[n].person or _SPACED.fullmatch(rows[n].head.strip()) for n in run)
    return not apart and (1 < len(run) <= _STACK or not _followed(rows, run[-1] + 1))


def _tells(row: View) -> bool:
    """Whether a line tells what is seen."""
    if _SEEN.search(row.head):
        return True
    return _SEEN_BRIEFLY.search(row.head) is not None and not _PHRASES.search(row.head)


def _wordy(row: View) -> bool:
    """Whether a line may be the words under a picture by its form."""
    if not _plain(row) or row.block.listed or row.block.again or row.byline or row.field or row.credit or row.roster:
        return False
    head = row.head.strip()
    if not 2 <= row.block.width <= _WORDS or head[-1] in "：:；;，,、" or row.latin or row.stamped or is_unit(row):
        return False
    return not any(form.match(head) for form in (cues.CREDIT_FIELD, cues.IMPRINT, cues.COLUMN, cues.NOTICE, cues.PAIR))


def _near(n: int, places: Sequence[int]) -> int:
    """How many of the places, which are in order, are near."""
    return bisect_right(places, n + NEAR) - bisect_left(places, n - NEAR)


def _scene(rows: Sequence[View], n: int) -> bool:
    row = rows[n]
    beside = any(other.body for other in (*rows[max(0, n - 1) : n], *rows[n + 1 : n + 2]))
    return n > 0 and _plain(row) and row.block.width <= _WIDEST and beside and _SCENE.search(row.head) is not None


def _echoes(rows: Sequence[View], n: int) -> bool:
    """Whether a line says little but what the paragraphs beside it open with."""
    head = "".join(rows[n].head.split())
    if not n or not _plain(rows[n]) or len(head) < _WIDEST:
        return False
    above = next((row.head for row in rows[max(0, n - _NEXT) : n][::-1] if row.body), "")
    below = next((row.head for row in rows[n + 1 : n + 1 + _NEXT] if row.body), "")
    beside = "".join(above.split()) + " " + "".join(below.split())
    pairs = ["".join(pair) for pair in pairwise(head)]
    return sum(pair in beside for pair in pairs) >= _SAID * len(pairs)


def _plain(row: View) -> bool:
    return row.short and row.number is None and not (row.markdown or row.bold or row.bullet)
