"""What mentions of the tagger give away about themselves: what reads like no name, and where one ran on."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from models.prelabel.entities.evidence import Piece
from models.prelabel.entities.lexicons import lexicons
from models.prelabel.entities.spans import Candidate
from models.prelabel.entities.words import Word

SURE = 0.7
"""From this confidence on the tagger is believed."""
_TERM = 0.85
HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z0-9]")
_LATIN_NAME = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z]\.?[a-z]*){0,2}")
_YEAR = re.compile(r"[,，]? ?\d")
_AND = frozenset("和与及")
_TIMELIKE = re.compile(
    r"[年月日号时点周星期节夏秋春冬季晨午晚夜底初旬廿正腊今明昨前后]|(?:19|20)\d\d|(?<!\d)\d{1,2}[/：]\d"
    r"|\d{4}-\d{1,2}-\d|\d\.\d+\.\d|[A-Z][a-z]{2}|[A-Z]{3}"
)
"""What a date or a time has in it: 31.6% is none."""


def plausible(content: str, candidate: Candidate) -> bool:
    """Whether a mention holds a letter or digit, a Latin person reads like a name, and no word is taken for a name."""
    string = content[candidate.start : candidate.end]
    if candidate.label == "PER" and string[0] in _AND and candidate.confidence < SURE:
        return False
    if candidate.label == "PER" and _LATIN.search(string):
        if _YEAR.match(content, candidate.end):  # June 2009
            return False
        return not HAN.search(string) and bool(_LATIN_NAME.fullmatch(string)) and _known_name(string)
    if candidate.label == "TIME" and not _TIMELIKE.search(string):
        return False
    if candidate.label == "TITLE" and string in _COURTESY:
        return False
    if candidate.label == "EVENT" and _YEARS.fullmatch(string):
        return False
    if candidate.label == "ORG" and (string.endswith(_SOCIETY) or content.startswith(_BRANCHES, candidate.end - 1)):
        return False
    if not HAN.search(string):
        if _CLAIMED.fullmatch(string):
            return False
        word = candidate.label in ("LOC", "EVENT") and string.isalpha() and candidate.confidence < SURE
        return any(character.isalnum() for character in string) and not word
    return string not in _generic(candidate.label)


def _known_name(string: str) -> bool:
    """Whether a Latin string has a given name or a romanised surname in it: Mary, Sally Hung, not Bank Account."""
    given, surnames = lexicons().words("names", "english"), lexicons().words("names", "romanised")
    parts = re.split("[ -]", string)
    return any(part in given for part in parts) or (len(parts) > 1 and parts[-1] in surnames)


_TERM_TAGS = frozenset("n v vn a d m b p c f t u l".split())
_BODY = frozenset("部处科厂会组团队所馆院校局社站心办网店委党室司坊堂行铺厅署库")
_BODY_END = _BODY | frozenset("园村镇县市区街楼")


def termlike(piece: Piece, candidate: Candidate) -> bool:
    """Whether an unsure body is a run of the dictionary's words that ends like none (航空物流), or a person several of
    them (公共安全)."""
    if candidate.label == "PER" and _listed(piece, candidate):
        return True
    person = candidate.label == "PER" and candidate.confidence < SURE
    body = candidate.label == "ORG" and candidate.confidence < _TERM
    if not person and not (body and piece.string[candidate.end - 1] not in _BODY_END):
        return False
    first = bisect_left(piece.words, candidate.start, key=lambda word: word.start)
    last = bisect_left(piece.words, candidate.end, key=lambda word: word.start)
    words = piece.words[first:last]
    whole = words and words[0].start == candidate.start and words[-1].end == candidate.end
    if not whole or (person and candidate.end - candidate.start < 4):
        return False
    short = words if person else words[-1:]
    return all(len(word.string) > 1 for word in short) and all(
        word.known and (word.tag in _TERM_TAGS or (person and word.tag == "nz")) for word in words
    )


def _listed(piece: Piece, candidate: Candidate) -> bool:
    """Whether a person is a word that the dictionary calls the name of something else (和平), or, unsure, one that it
    calls a person's (石斛, 勾践剑)."""
    n = bisect_left(piece.words, candidate.start, key=lambda word: word.start)
    if n == len(piece.words) or (piece.words[n].start, piece.words[n].end) != (candidate.start, candidate.end):
        return False
    word = piece.words[n]
    unsure = word.tag == "nr" and candidate.confidence < SURE
    return word.known and len(word.string) > 1 and (unsure or word.tag == "nz")


_ADVERBS, _VERBS = frozenset(("d", "ad")), frozenset(("v", "vd"))


_BEFORE, _BEFORE_OTHER = re.compile(".*(?<!求)是"), re.compile(".*(?:(?<!求)是|与)")
"""What stands before a body and not in it; only one that ends like a body may have 与 in its name."""


_COURTESY = frozenset(("先生", "女士", "小姐", "太太"))
"""What anybody is called is nobody's post."""
_YEARS = re.compile("(?:成立|创立|创办|建校|建院)? ?[0-9一二三四五六七八九十百]{1,5} ?周年")
"""How long ago, and not what happened then."""
_CLAIMED = re.compile("(?i:(?:©|copyright)?[ \\d]*all rights? reserved|copyright|powered by)[ .]*")
"""What a page says of whose it is, which names nobody."""
_SOCIETY = "社会"
"""What bodies do something for: 服务社会, 经济社会."""
_BRANCHES = "部门"
"""What all bodies of a sort are called: 教育部门 is not 教育部."""
_ADDRESSED = re.compile("(?:同学|同志)$")
"""How a person is spoken of, and none of the name."""
_LEADING = re.compile("(?:时任|现任|曾任|历任|协助|发挥|作为|依托|建立|组建|邀请|成为)(?=[\u4e00-\u9fff]{3})")
"""What stands before a body's name and is none of it."""


def tightened(piece: Piece, candidate: Candidate) -> Candidate:
    """An unsure body or person without the sentence around it: 市综治中心 of 市综治中心创新, 南京钢铁集团 of
    他是南京钢铁集团, 王小明 of 王小明患."""
    if candidate.label == "TIME" and piece.string.endswith("月号", candidate.start, candidate.end):
        return candidate._replace(end=candidate.end - 1)  # the October issue
    if candidate.label == "PER" and _ADDRESSED.search(piece.string, candidate.start + 1, candidate.end):
        return candidate._replace(end=candidate.end - 2)
    if candidate.confidence >= SURE or candidate.label not in ("ORG", "PER"):
        return candidate
    if candidate.label == "PER":
        string = piece.string[candidate.start : candidate.end]
        return candidate._replace(end=candidate.end - 1) if _overlong(string) else candidate
    start, end = candidate.start, candidate.end
    if leading := _LEADING.match(piece.string, start, end):
        start = leading.end()
    before = _BEFORE if piece.string[end - 1] in _BODY_END else _BEFORE_OTHER
    if match := before.match(piece.string, start, end - 2):
        start = match.end()
    word = piece.words[bisect_left(piece.words, end, key=lambda word: word.start) - 1]
    if word.end == end and word.start - start > 1 and _hangs_on(word, piece.string[word.start - 1]):
        end = word.start
    return candidate._replace(start=start, end=end)


_QUOTED_NAME = re.compile(
    r"“[^“”]+(?:事务所|公司|集团|基金会|[协学]会|联合会|校董会|大学|学院|书院|中学|小学|学校|医院|银行|中心)”"
)
"""What its form shows to be a body's full name; a coined one keeps its marks: “不锈钢班”, “老望说和室”."""


def closed(string: str, candidate: Candidate) -> Candidate:
    """A mention that opens a quotation with its end, or without the mark where it ends elsewhere: “十一黄金周”.

    A time that opens a bracket has its end: 9月3日（星期四）. A body's full name is named without the marks around it.
    """
    start, end = candidate.start, candidate.end
    if candidate.label == "TIME" and string.startswith("）", end):
        return candidate._replace(end=end + (string.count("（", start, end) > string.count("）", start, end)))
    opened, shut = string.count("“", start, end), string.count("”", start, end)
    if opened > shut:
        if string.startswith("”", end):
            end += 1
        elif string[start] == "“":
            start += 1
    elif shut > opened:
        if start and string[start - 1] == "“":
            start -= 1
        elif string[end - 1] == "”":
            end -= 1
    if candidate.label == "ORG" and _QUOTED_NAME.fullmatch(string, start, end):
        start, end = start + 1, end - 1
    return candidate._replace(start=start, end=end) if start < end else candidate


def _hangs_on(word: Word, before: str) -> bool:
    """Whether the last word belongs to what follows: an adverb or a short adjective, or a verb behind a whole body;
    上街发布 is a name."""
    if word.string[-1] in _BODY_END:
        return False
    return (
        word.tag in _ADVERBS or (word.tag == "a" and len(word.string) == 1) or (word.tag in _VERBS and before in _BODY)
    )


def _overlong(string: str) -> bool:
    """Whether four characters are a surname, a given name of two and one more: no second surname, nobody foreign."""
    names = lexicons().names
    surname = string[:1] in names.surnames and string[:2] not in names.compound
    return len(string) == 4 and surname and string[1] not in names.surnames


@cache
def _generic(label: str) -> frozenset[str]:
    """Words that are no name of this label when they stand alone."""
    files = {"ORG": "organisations", "LOC": "organisations", "EVENT": "events"}
    return frozenset(lexicons().words(files[label], "generic") if label in files else ())
