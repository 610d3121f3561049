"""What the rules know better than the model, and what one place of a bulletin says about another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from models.prelabel.entities.common import with_floors, without_common
from models.prelabel.entities.cues import THOUGHT, Index, index_of, lookup
from models.prelabel.entities.doubts import SURE, closed, plausible, termlike, tightened
from models.prelabel.entities.evidence import Piece
from models.prelabel.entities.forms import branched, completed, formed, held, mute
from models.prelabel.entities.lexicons import lexicons
from models.prelabel.entities.moments import whole_times
from models.prelabel.entities.shorts import called, shorts, stands_apart
from models.prelabel.entities.spans import Candidate, taken, without

_WEAK = 0.5
_UNTAGGED = 0.6
"""How sure a date is that the model does not see: of what is kept back 69 of 118 are right, most others are hours."""


def with_rules(found: list[Candidate], piece: Piece) -> list[Candidate]:
    """FOUND of a piece with its 《…》, the dates that the model missed or cut short, and names of a sure form."""
    numbered = {at for start, end in mute(piece.string) for at in range(start, end)}
    found = [
        closed(piece.string, completed(piece.string, tightened(piece, c)))
        for c in found
        if plausible(piece.string, c) and not termlike(piece, c) and not numbered.issuperset(range(c.start, c.end))
    ]
    found = [c for n, c in enumerate(found) if not n or c.start >= found[n - 1].end]
    whole = taken(found)
    meetings = [
        each
        for each in held(piece.string)
        if not any(
            c.label == "EVENT" and c.start <= each.start and each.end <= c.end for c in whole.over(each.start, each.end)
        )
    ]
    found = [*without(found, meetings), *meetings]
    whole = taken(found)
    docs = [
        Candidate(start, end, "DOC", 0.97, "rule:doc")
        for start, end in piece.found.of("doc")
        if not any((c.start < start and end < c.end) or c.why == "rule:quoted" for c in whole.over(start, end))
    ]
    kept = taken(without(found, docs))
    for form in formed(piece.string, piece.found):
        over = kept.over(form.start, form.end)
        inside = all(form.start <= c.start and c.end <= form.end for c in over)
        if inside and not any(_same(c, form) for c in over):
            kept.put(form, (form.start, form.end))
    times = []
    known = taken([*kept, *docs])
    for start, end in piece.found.of("time"):
        over = known.over(start, end)
        if all(c.label == "TIME" and start <= c.start and c.end <= end for c in over) and start not in numbered:
            sure = max((c.confidence for c in over if (c.start, c.end) == (start, end)), default=_UNTAGGED)
            times.append(Candidate(start, end, "TIME", sure, "rule:date"))
    dated = without(kept, times)
    posted = sorted([*dated, *_posts(piece, dated)], key=lambda c: c.start)
    ordered = sorted([*without(posted, docs), *docs, *times], key=lambda c: c.start)
    joined = _joined(piece.string, branched(piece.string, ordered))
    return with_floors(piece.string, without_common(piece.string, whole_times(piece.string, joined)))


_FULL_NAME = 2
_ADDRESS = re.compile("修女|修士|神父|牧师|长老|法师|将军|院士|烈士|[上中少]将(?!来)|[大上中少]校(?![园区友内外])")


def _posts(piece: Piece, found: list[Candidate]) -> list[Candidate]:
    """Posts that stand where posts stand and nothing else does.

    That is right before a person (副队长   闫颖华), behind a body at the line's end, and where a person with a full
    name is addressed by what they are (李慧敏神父).
    """
    string = piece.string
    starts, ends = {c.start for c in found}, {c.end for c in found if c.label == "ORG"}
    persons = {c.start for c in found if c.label == "PER" and c.end - c.start >= _FULL_NAME}
    loose = set(lexicons().words("titles", "loose"))
    posts = []
    for start, end in piece.found.of("title"):
        named = end + len(string[end : end + 5]) - len(string[end : end + 5].lstrip(" ")) in persons
        closing = start in ends and string[end : end + 1] in ("", "\n")
        if (named or closing) and string[start:end] not in loose:
            posts.append(Candidate(start, end, "TITLE", 0.75, "rule:title"))
    posts += [
        Candidate(*match.span(), "TITLE", 0.7, "rule:title")
        for c in found
        if c.start in persons and c.end not in starts and (match := _ADDRESS.match(string, c.end))
    ]
    return without(posts, found)


def _joined(string: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND with what touches put right: bodies, and places, are one name (高铁二队虹桥四组, 江苏省常州市, 常州一中).

    A named body takes in the bare one that opens the post after it (科技公司 + 党支部书记), and one line of a title
    block its branch on the next (同学会, 九龙支会).
    """
    kept: list[Candidate] = []
    for c in found:
        last = kept[-1] if kept else None
        gap = string[last.end : c.start] if last is not None else "，"
        if last is None or "rule:address" in (last.why, c.why) or not _meet(string, last, c, gap):
            kept.append(c)
        elif _one(string, last, c):
            kept[-1] = c._replace(start=last.start, confidence=min(last.confidence, c.confidence), why="model")
        elif (last.label, c.label) == ("ORG", "TITLE") and (unit := _unit_end(string, c)):
            kept[-1:] = [last._replace(end=unit), c._replace(start=unit)]
        else:
            kept.append(c)
    return kept


def _one(string: str, left: Candidate, right: Candidate) -> bool:
    """Whether two names that touch are one: two bodies or places, a year and what was held in it, a hall and whose it
    is."""
    labels = left.label, right.label
    if left.end < right.start and labels == ("EVENT", "EVENT"):
        return True
    if labels == ("TIME", "EVENT"):
        return _YEAR.fullmatch(string, left.start, left.end) is not None
    if labels == ("ORG", "LOC"):
        return _HALL.search(string, right.start, right.end) is not None
    return labels in _TOUCHING and not _HOUSE.match(string, left.end - 1)


def _unit_end(string: str, post: Candidate) -> int:
    """Where the unit ends that a post behind a body opens with: 器官移植科 of 器官移植科主任; 0 where there is none."""
    bare = _BARE.match(string, post.start, post.end - 1)
    unit = bare or _UNIT.match(string, post.start, post.end)
    return unit.end() if unit else 0


def _meet(string: str, left: Candidate, right: Candidate, gap: str) -> bool:
    """Whether two names touch, or are two bodies that a dash joins, or a line by itself and its branch on the next."""
    if not gap or (gap == _ALSO and (left.label, right.label) == ("EVENT", "EVENT")):
        return True
    if (left.label, right.label) != ("ORG", "ORG") or not _GAP.fullmatch(gap):
        return False
    if _CLUB.search(string, left.start, left.end) and _SCHOOL.search(string, right.start, right.end):
        return True
    if _COMMA in gap:
        return False
    if "\n" not in gap:
        return True
    alone = left.start == 0 or string[left.start - 1] == "\n"
    ends = string[right.end : right.end + 1] in ("", "\n", " ")
    return alone and ends and bool(_BRANCH.search(string, right.start, right.end))


_YEAR = re.compile(r"(?:19|20)\d\d ?年?度?")
"""A year alone, as it opens the name of what is held in it."""
_HALL = re.compile("(?:[校院厂]区|报告厅|会议室|礼堂|教室|操场|食堂|活动室)$")
"""What is told with whose it is: 重庆工程学院双桥校区."""
_COMMA, _ALSO = "，", "暨"
"""Two events that 暨 joins are one."""
_GAP = re.compile(rf" ?[-–] ?| *\n|{_COMMA} ?")
_CLUB, _SCHOOL = re.compile("(?i:Association|Society|Club|Union)$"), re.compile("(?i:School|College|University)$")
"""Old pupils and their school are one body: Past Pupils Association, Our Lady’s College."""
_BRANCH = re.compile("(?:支会|分会|支部|分部|分社|分队)$")
_BARE = re.compile(
    "(?:机关|联合|分)?(?:党委|党组|党总支|党支部|党工委|总支|支部|工会|团委|团总支|团支部|纪委|妇联)(?=.)"
)
_UNIT = re.compile(
    "[\u4e00-\u9fff]{0,10}?(?:中心|办公室|办事处|研究[院所]|分局|支行|学院|[科处室部所系站])(?=(?:常务副|副|代|总)?(?:主任|书记|教授|护士长|经理|[科处部所站院局行]长|主席)$)"
)
_HOUSE = re.compile("[号楼室座栋层]")
"""How an address ends: who lives there is another name."""
_TOUCHING = frozenset((("ORG", "ORG"), ("LOC", "LOC"), ("LOC", "ORG")))


def _same(candidate: Candidate, other: Candidate) -> bool:
    return (candidate.start, candidate.end, candidate.label) == (other.start, other.end, other.label)


def consistent(content: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND, where the same string means the same, with every other place of a name that the bulletin surely holds.

    A name is added where nothing stands yet, or something shorter and less sure.
    """
    found = _agreed(content, found)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    sure: dict[str, float] = {}
    for c in found:
        string = content[c.start : c.end]
        if c.label in _LENGTHS and len(string) >= _LENGTHS[c.label] and "\n" not in string:
            votes[string][c.label] += 1
            if c.confidence >= SURE:
                sure[string] = max(sure.get(string, 0.0), c.confidence)
    names = {string: _most(counts) for string, counts in votes.items() if string in sure}
    bare: set[str] = set()
    for string in [string for string, label in names.items() if label == "ORG"]:
        for short in shorts(content, string):
            if short not in names:
                names[short], sure[short] = "ORG", sure[string]
                bare.add(short)
    if not names:
        return found
    found = [called(content, c, bare) for c in found]
    hits = _places(content, index_of((string, label) for string, label in names.items()))
    return _merged(content, found, hits, sure)


_FIRM = re.compile(r"集团|公司|有限|股份|实业|研究院|总厂|工会|党委")
"""What follows a firm's short name in its long one."""


def _agreed(content: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND with persons that are elsewhere a firm, and a person's name that ran on into the next word, put right."""
    weights: dict[str, Counter[str]] = defaultdict(Counter)
    for c in found:
        if c.label in ("PER", "ORG"):
            weights[content[c.start : c.end]][c.label] += round(1000 * c.confidence)
    firms = {
        string[: match.start()]
        for string, counts in weights.items()
        if counts["ORG"] and (match := _FIRM.search(string)) and 2 <= match.start() <= 4
    }
    settled = []
    for c in found:
        string = content[c.start : c.end]
        counts = weights[string]
        if c.label == "PER" and (string in firms or counts["ORG"] > 2 * counts["PER"]):
            settled.append(c._replace(label="ORG", why="document"))
        elif c.label == "PER" and len(string) > 2 and weights[string[:-1]]["PER"] > 2 * counts["PER"]:
            settled.append(c._replace(end=c.end - 1, why="document"))
        elif c.label == "ORG" and counts["PER"] > 2 * counts["ORG"] and string not in firms:
            settled.append(c._replace(label="PER", why="document"))
        else:
            settled.append(c)
    return settled


def _most(counts: Counter[str]) -> str:
    """The commonest, of equally common ones the first by name."""
    return min(counts, key=lambda label: (-counts[label], label))


_LENGTHS = {"PER": 2, "ORG": 4, "LOC": 3, "EVENT": 5}
"""The shortest names that are looked for elsewhere."""


_CLEAR = 3
"""A name shorter than this may be a part of other words."""


def _places(content: str, names: Index) -> list[tuple[int, int, str]]:
    cues: dict[str, list[tuple[int, int]]] = {}
    lookup(content, names, cues)
    spans = [(start, end, label) for label, pairs in cues.items() for start, end in pairs]
    return sorted(spans, key=lambda span: (span[0] - span[1], span[0]))


def _merged(
    content: str, found: list[Candidate], hits: list[tuple[int, int, str]], sure: dict[str, float]
) -> list[Candidate]:
    places = taken(found)
    for start, end, label in hits:
        if label == "PER" and THOUGHT.match(content, end):
            continue
        if end - start < _CLEAR and not stands_apart(content, start, end):
            continue
        over = places.over(start, end)
        if any(c.end - c.start >= end - start or c.confidence >= _WEAK for c in over):
            continue
        sureness = round(0.9 * sure[content[start:end]], 3)
        places.put(Candidate(start, end, label, sureness, "document"), (start, end))
    return sorted(places, key=lambda c: c.start)
