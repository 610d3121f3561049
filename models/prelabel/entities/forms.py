"""Names that their form alone gives away: in credit lines, in Latin letters, addresses, quoted events."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from models.prelabel.entities.cues import Found
from models.prelabel.entities.lexicons import lexicons
from models.prelabel.entities.spans import Candidate

_CREDIT = re.compile(
    r"^[（( ]*(?:图文|文字|文稿|文|图片|图|摄影|摄像|照片|撰稿|撰文|作者|供稿|通讯员|记者|编辑|责编|责任编辑|美编"
    r"|校对|审核|审校|初审|复审|终审|审签|签发|核稿|拟稿|监制|主编|策划|排版|制作|剪辑|指导老师|指导教师|主持人?"
    r"|记录人?|整理)(?:/[文图])?(?:人员|者)?：(.*)$",
    re.MULTILINE,
)
_BESIDE = re.compile(r"[\u3400-\u9fff·]+")
_NO_NAME = frozenset("区县市镇乡村局部处科会社团队院所站中心网报台组办委号司厂家室馆校系班级")
"""What ends a body or a place rather than a person's name."""

_NO_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}\s?[:：]|关注|左[一二三四五六七八]")
"""What stands in such a line and is nobody: the next label, who is where in a picture."""

_STREET = "(?:Street|Road|Avenue|Lane|Drive|Path|Terrace|Square|St|Rd|Ave)"
_NUMBER = r"(?<![A-Za-z\d])\d+[A-Z]?(?:-\d+)?"
_ADDRESS = re.compile(
    rf"{_NUMBER}(?:， ?| )(?:[A-Z][a-z']+ ){{1,4}}{_STREET}(?:[，,] ?[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}){{0,3}}"
    rf"|{_NUMBER} (?:[A-Z]+ ){{1,4}}(?:STREET|ROAD|AVENUE|LANE)(?:[，,] ?[A-Z]+(?: [A-Z]+){{0,2}}){{0,3}}"
)
_HOUSE = re.compile(
    r"(?<![A-Za-z\d])[A-Z]\d{0,2}栋|(?<![A-Za-z\d-])[A-Z]\d{1,2}-\d{1,2}(?![\d-])"
    r"|(?<![\d〕〔第/年月路街弄巷道村])\d{2,4}号(?:\d{1,2}楼)?(?:之\d{1,2})?(?=外墙|破|住户|[，。\s、]|与|及|和)"
)
_BLOCKS = re.compile(r"[A-Z\d]栋")
"""What shows that a text names the houses of an estate by letter or number."""
_ORDINAL = "第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_TROOPS = re.compile(
    r"(?=[中志解红八新义抗野])(?:中国(?:人民|工农))?(?:志愿军|解放军|红军|八路军|新四军|义勇军|抗联|抗日联军|野战军)"
    rf"(?:{_ORDINAL}(?:集团军|方面军|路军|军|师|旅|团|纵队|支队)){{1,3}}(?!长|部队)"
)
"""A numbered unit of the wars that a bulletin recalls: 新四军第一师."""
_UNNAMED = re.compile("[\u3400-\u9fff]某某")
"""Somebody whose given name is kept back, as reports of courts and police do: 盛某某."""
_ADDRESS_OF_NET = re.compile(
    r"(?:https?|ftp)[：:]//[^\s\u3000-\u9fff\uff00-\uffef]+|www\.[\w./?=&%#~-]+|(?<=\]\()[^()\s\u4e00-\u9fff]+(?=\))"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
    r"|(?<![\w/.~-])(?=[\d./_-]{0,64}[A-Za-z])(?:[\w.~-]{1,64}/){2,32}[\w.%-]*"
    r"|(?<![0-9A-Za-z])(?=[0-9]{0,64}[a-f])(?=[a-f]{0,64}[0-9])[0-9a-f]{12,}(?![0-9A-Za-z])",
    re.ASCII,
)
"""An address of the net, a path of files, a key of a machine: nobody and nothing is named in them."""
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[]\d{4}[〕\]]第?\d{1,5}号")
"""A document's number: no date and no house stands in it."""
_HAS_ADDRESS, _HAS_NUMBER, _HAS_LATIN = map(re.compile, (r"[/@]|www\.|\]\(|[0-9a-f]{12}", r"[〔\[]\d", "[A-Z][A-Za-z]"))
"""What no match of an address, of a document's number, of a name in Latin letters is without: most texts lack it, and
are not searched for what begins nearly everywhere."""


def mute(string: str) -> Iterator[tuple[int, int]]:
    """Where nobody and nothing is named: addresses of the net, paths, keys, numbers of documents."""
    for form, sign in ((_NUMBERED, _HAS_NUMBER), (_ADDRESS_OF_NET, _HAS_ADDRESS)):
        if sign.search(string):
            yield from (match.span() for match in form.finditer(string))


def formed(string: str, found: Found) -> Iterator[Candidate]:
    """Mentions of a piece of the view that need no model; they may overlap each other."""
    yield from _credited(string)
    latin = _HAS_LATIN.search(string) is not None
    if latin:
        yield from _romanised(string)
        for match in _ADDRESS.finditer(string):
            yield Candidate(*match.span(), "LOC", 0.9, "rule:address")
    if len(_BLOCKS.findall(string)) > 1:
        for match in _HOUSE.finditer(string):
            yield Candidate(*match.span(), "LOC", 0.75, "rule:address")
    for match in _UNNAMED.finditer(string):
        if match.group()[0] in lexicons().names.surnames:
            yield Candidate(*match.span(), "PER", 0.9, "rule:name")
    for match in _TROOPS.finditer(string):
        yield Candidate(*match.span(), "ORG", 0.9, "rule:organisation")
    yield from _quoted(string, found)
    yield from _celebrated(string)
    for match in _ENGLISH_BODY.finditer(string) if latin else ():
        yield Candidate(*match.span(), "ORG", 0.75, "rule:latin")
    for match in _APIECE.finditer(string):
        yield from (Candidate(at, at + 1, "LOC", 0.9, "lexicon:place") for at in range(match.start(), match.end(), 2))


_FIGURE = "[0-9一二三四五六七八九十百零]{1,5}"
_GOLDEN_WEEK = re.compile(
    "“(?:五一|十一|国庆|春节|中秋|元旦)(?:、|国庆)?黄金周”|(?:“?(?:五一|十一|国庆|春节|中秋|元旦)”?(?:、|国庆)?)黄金周"
)
_JUBILEE = re.compile(
    "(?:(?:中国共产党|中国共产主义青年团|中国人民解放军|新中国|中华人民共和国)(?:成立|建立|建军)|建党|建军|建团)"
    f" ?{_FIGURE} ?周年"
)
_APIECE = re.compile("港、澳、台")
_WORD = "[A-Z][A-Za-z'’&.-]*"
_LINK = "(?:of|the|and|for|in|&|-)"
_BODIES = (
    "Association|Society|Church|School|College|University|Foundation|Council|Committee|Club|Union|Institute"
    "|Federation|Hospital|Parish|Fellowship|Alliance|Library|Academy|Chamber"
)
_BODY_WORD = f"(?:{_BODIES}|{_BODIES.upper()})"
_ENGLISH_BODY = re.compile(
    rf"(?<![A-Za-z])(?!(?:The|Our|This|Your|A|My) {_BODY_WORD})(?:{_WORD} (?:{_LINK} )*){{1,6}}{_BODY_WORD}"
    rf"(?: (?:of|OF) (?:the )?{_WORD}(?: {_WORD}){{0,3}})?(?![A-Za-z])"
)


def _celebrated(string: str) -> Iterator[Candidate]:
    """Golden weeks, and the jubilees of party, state and army."""
    for pattern, word in ((_GOLDEN_WEEK, "黄金周"), (_JUBILEE, "周年")):
        for match in pattern.finditer(string) if word in string else ():
            yield Candidate(*match.span(), "EVENT", 0.75, "rule:event")


_CAPITALISED = re.compile(r"(?<![A-Za-z])([A-Z][a-z]{2,}) {1,2}([A-Z][a-z]+)(?![A-Za-z])")


_LETTER = "[A-Za-z\u00c0-\u024f]"
_LATIN_WORD = rf"[A-Z](?:['’][A-Z])?{_LETTER}+(?:-{_LETTER}+)*"
_ADDRESSEE = re.compile(rf"(?<![A-Za-z])(?:Mrs?|Ms|Miss|Dr)\.? ?\n?({_LATIN_WORD}(?:[ \n]{_LATIN_WORD}){{0,2}})")
_ALONE = re.compile(
    rf"(?<![A-Za-z0-9@./_-])(?<![A-Za-z0-9.,&’'] )(?:阿 ?)?(?P<given>[A-Z][a-z]+)(?!{_LETTER})"
    r"(?: ?(?P<surname>[\u3400-\u9fff])(?![\u3400-\u9fff]))?(?![A-Za-z0-9@/_.’'-])(?! *[A-Za-z0-9&])"
)
"""A word of Latin letters by itself: no part of an address, a web page or a sentence. 阿Sam, Kelly 繆."""
_MONTHS = frozenset(("April", "May", "June"))


def _romanised(string: str) -> Iterator[Candidate]:
    """Persons such as Mary Chan: a given name that is no syllable of a Cantonese place, then a surname.

    Whoever is addressed (Ms Mary Chan), and a given name that stands alone, is a person too.
    """
    surnames = lexicons().words("names", "romanised")
    no_given = {*surnames, *lexicons().words("names", "romanised places")}
    for match in _CAPITALISED.finditer(string):
        if match.group(2) in surnames and match.group(1) not in no_given:
            yield Candidate(*match.span(), "PER", 0.8, "rule:latin")
    for match in _ADDRESSEE.finditer(string):
        yield Candidate(*match.span(1), "PER", 0.8, "rule:latin")
    given, family = lexicons().words("names", "english"), lexicons().names.surnames
    for match in _ALONE.finditer(string):
        if match["given"] in given and not (match["given"] in _MONTHS and match.start() == match.start("given")):
            end = match.end() if match["surname"] in family else match.end("given")
            yield Candidate(match.start(), end, "PER", 0.75, "rule:latin")


def _credited(string: str) -> Iterator[Candidate]:
    """The persons in a line such as 编辑：刘佳、王一."""
    names = lexicons().names
    for line in _CREDIT.finditer(string):
        for match in _BESIDE.finditer(string, *line.span(1)):
            name = match.group()
            compound = name[:2] in names.compound
            if not 2 + compound <= len(name) <= 3 + compound or name[-1] in _NO_NAME or name in _words():
                continue
            if _NO_PERSON.match(string, match.start()):
                continue
            if compound or name[0] in names.surnames:
                yield Candidate(*match.span(), "PER", 0.7, "rule:credit")


@cache
def _words() -> frozenset[str]:
    return frozenset(
        word for section in ("nouns", "verbs", "adjectives") for word in lexicons().words("ordinary", section)
    )


_KIND = re.compile(r"[^\W\da-zA-Z的和与及等为已是在之了]*")
_APART, _SHORT = 12, 6
_CHAIN = re.compile(r"“[^“”\n]{2,40}”(?:暨|和|、|与)$")


def _quoted(string: str, found: Found) -> Iterator[Candidate]:
    """“…” with the kind of event that follows: “…”主题系列活动, “…”暨“…”活动."""
    heads = found.of("head")
    lefts, ends = [left for left, _ in heads], dict(heads)
    for start, end in found.of("quote"):
        chained = _CHAIN.search(string, max(0, start - 44), start)
        if end - start < _SHORT and not chained:
            continue
        for left, right in heads[bisect_left(lefts, end) : bisect_right(lefts, end + _APART)]:
            if _KIND.fullmatch(string, end, left):
                while right in ends:
                    right = ends[right]
                yield Candidate(chained.start() if chained else start, right, "EVENT", 0.75, "rule:quoted")
                break


_HELD = re.compile(
    "《[^《》\n]{2,40}》(?:（[^（）\n]{1,8}）)?[\u4e00-\u9fff]{0,8}?(?:推介会|培训会|研讨会|座谈会|发布会|分享会|首发式|首发会|仪式|大赛|比赛)"
    "|《[^《》\n]{0,30}(?:研讨会|年会|会议)》"
)
"""A meeting that is called after a work, or whose own name stands where a work's would."""


def held(string: str) -> Iterator[Candidate]:
    """Meetings with 《…》 in their names: 《红枫手册》全员培训会, 《天文年会》."""
    for match in _HELD.finditer(string):
        yield Candidate(*match.span(), "EVENT", 0.75, "rule:quoted")


_STATE = "中华人民共和国"
_AND_OFFICE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6})?[与和][\u4e00-\u9fff]{2,8}?[处科司室]"
    r"(?:(?![\u4e00-\u9fff])|(?=供图|提供|负责|联合|主办|承办|摄))"
)
_BRANCH = re.compile(r"[^（）\n]{2,8}）[^（）\n]{2,}")
_BEFORE_BRANCH = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[司会社部和与及是]))[\u4e00-\u9fff]{2,4}（$")
"""A firm's name before where it is: 远闻（上海）律师事务所."""
_LARGER = re.compile(r"[厅局部委院馆]$|大学$|公司$|集团$")
_ADDRESSED = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Mother|Sister|Brother)\.? +(?=[A-Z])")
_PLACE = re.compile(r".{2,}(?:镇|村|乡|县|街道|社区)")


_STAGE = re.compile(
    r" ?[（(](?:初赛|复赛|预赛|半决赛|总?决赛|海选|续会|延会|[\u4e00-\u9fff]{1,6}(?:赛区|分站|站))[）)]"
)
"""What stage of an event it was, or where: 中国化学奥林匹克（决赛）."""
_LONGEST_CLASS, _CLASS = 5, re.compile(r"(?<=[\u4e00-\u9fff])(?:[01]\d|2[0-9])\d{2}(?:班|(?![\d年级届人名元米件个份]))")
"""A class of students is called after its subject, year and number: 软件1803."""


def completed(string: str, candidate: Candidate) -> Candidate:
    """A body or a contest with the rest of its name: 中华人民共和国教育部, 科技与信息处, 软件1803, 辩论赛（决赛）.

    A person ending in 镇 is a place.
    """
    start, end = candidate.start, candidate.end
    if candidate.label == "PER":
        if _PLACE.fullmatch(string, start, end):
            return candidate._replace(label="LOC")
        if address := _ADDRESSED.match(string, start, end):
            start = address.end()
        return candidate._replace(start=start)
    if candidate.label == "EVENT" and (stage := _STAGE.match(string, end)):
        return candidate._replace(end=stage.end())
    if candidate.label != "ORG":
        return candidate
    if (addressee := _ADDRESSEE.match(string, start, end)) and addressee.end() == end:
        return candidate._replace(label="PER", start=addressee.start(1))
    if string.endswith(_STATE, 0, start):
        start -= len(_STATE)
    if _LARGER.search(string, start, end) and (rest := _AND_OFFICE.match(string, end)):
        end = rest.end()
    if end - start <= _LONGEST_CLASS and (year := _CLASS.match(string, end)):
        end = year.end()
    return candidate._replace(start=start, end=end)


def branched(string: str, found: list[Candidate]) -> list[Candidate]:
    """FOUND, in order, with bodies that begin within a bracket as whole names: 远闻（上海）律师事务所."""
    kept: list[Candidate] = []
    for c in found:
        opens = c.label == "ORG" and c.start > 0 and string[c.start - 1] == "（"
        if opens and _BRANCH.match(string, c.start, c.end):
            if kept and (kept[-1].label, kept[-1].end) == ("ORG", c.start - 1):
                c = c._replace(start=kept.pop().start)
            elif named := _BEFORE_BRANCH.search(string, max(kept[-1].end if kept else 0, c.start - 6), c.start):
                c = c._replace(start=named.start())
        kept.append(c)
    return kept
