"""The hand-written lists of `resources/lexicons/entities`: names, places, titles, organisations, events, classes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

_UNIT = re.compile(
    r"(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|朝鲜族自治州|回族区|新区|矿区|省|市|县|区|地区|州|盟)$"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Characters and words that personal names are made of."""

    surnames: frozenset[str]
    common: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    known: frozenset[str]
    begins: frozenset[str]
    """Characters that a name can begin with."""


@dataclass(frozen=True, slots=True)
class Lexicons:
    """Every list, each word once. SECTIONS: (file, section) to its words."""

    sections: dict[tuple[str, str], tuple[str, ...]]
    names: Names

    def words(self, file: str, *sections: str) -> tuple[str, ...]:
        """The words of sections of a file, in the file's order."""
        return tuple(word for section in sections for word in self.sections[file, section])


@cache
def lexicons() -> Lexicons:
    """The lists as the program carries them."""
    found = {}
    for file in ("places", "names", "titles", "organisations", "events", "facilities", "classes", "ordinary"):
        raw = (resources.files("resources") / "lexicons" / "entities" / f"{file}.txt").read_text(encoding="utf-8")
        for name, words in sections(raw):
            found[file, name] = words
    return Lexicons(found, _names(found))


def sections(raw: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """(name, words) of a list: `[name]` opens a section, `#` a remark, blanks part the words."""
    name = ""
    words: list[str] = []
    for line in raw.splitlines():
        if line.startswith("["):
            if name:
                yield name, tuple(dict.fromkeys(words))
            name, words = line.strip("[] "), []
        elif not line.startswith("#"):
            words += line.split()
    if name:
        yield name, tuple(dict.fromkeys(words))


def _names(found: dict[tuple[str, str], tuple[str, ...]]) -> Names:
    def characters(section: str) -> frozenset[str]:
        return frozenset("".join(found["names", section]))

    known = (*found["names", "known"], *found["names", "foreign"])
    surnames, compound = characters("surnames"), found["names", "compound"]
    return Names(
        surnames, characters("common"), frozenset(compound), characters("given"), frozenset(known),
        surnames | {name[0] for name in (*compound, *known)},
    )  # fmt: skip


@cache
def places() -> dict[str, str]:
    """Names of administrative units and known places to "full" or, for the form without 市 and the like, "short"."""
    words = lexicons().words("places", "provinces", "cities", "districts", "countries")
    found = dict.fromkeys(words, "full")
    for word in words:
        short = _UNIT.sub("", word)
        if len(short) >= 2 and short not in found and short not in _COMMON_WORDS:
            found[short] = "short"
    for word in lexicons().words("places", "countries", "landmarks"):
        found[word] = "short"
    return found


_COMMON_WORDS = frozenset(
    "新华 和平 长安 城关 新城 新市 中山 光明 建设 桥东 桥西 城东 城西 城北 城中 中西 新建 东方 江东 江南 江北 河东 河西 中原 老城 青山 "
    "东湖 西湖 南湖 龙湖 滨湖 滨江 滨海 文山 安宁 平安 高明 仙居 永康 兴国 石城 太湖 和县 东区 南区 大同 长治 吉林 白山 白银 黄山 "
    "海南 南海 海东 海北 丽水 中卫 崇明区 宁德 德兴 乐平 高安 安定 通道 永安 大安 武安 长乐 庆元 云和 天台 三门 象山 花山 雨山 江山 "
    "路桥 市中 市南 市北 鼓楼 钟楼 路北 路南 海港 大东 东河 新兴 兴安 公安 县级 信义 中正 中和 永和 离岛 会同 玉树 同安 思明".split()
)
"""Short forms that are more often words, streets or schools than the place; only their full names count."""
