"""What the slots of bulletin patterns say: persons, places and numbers here, all that is a pattern in `slots.txt`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from itertools import accumulate
from random import Random

import rjieba

from models.prelabel.entities.lexicons import lexicons, places, sections
from models.prelabel.training.grammar import Scene, Slot

_SYLLABLES = {
    "stems": (
        "青红金银玉紫翠碧白黄丹彩云月星晨晓春秋冬夏东西南北上下中前后新古老大小长高平安和永福康宁宝德仁义文武明光华荣兴盛龙凤鹤鹭鹿马牛羊"
        "天地石山水泉溪河湖江海沙洲岛湾林松柏竹梅兰菊荷桂桃李杏枫柳榆槐桐樟杨",
        "山水泉溪河湖江海塘浦泾浜沟湾洲岛桥渡口坝堤闸井石岩峰岭坡岗坪塬川谷林园苑庄村寨屯堡集店铺街巷门台楼阁亭塔寺庙营盘场坊湖桥城关庭源庆",
    ),
    "brands": (
        "华康大恒瑞德信诚达通远博智创联新金银天海江山东方亚太国民百千万亿安泰盛隆昌茂源润泽丰富春晨旭朝凯胜卓越精良优启航宇辰星月光辉",
        "华康邦兴业景泰盛隆昌茂源润泽丰和顺利捷飞腾宇宙辰光辉耀凯达通远博智创联信诚德瑞恒基石桥林森木立方圆球地天元亨贞吉祥",
    ),
}
"""First and second characters of invented names, so that no list of names is learnt by heart."""


@cache
def vocabulary() -> dict[str, tuple[str, ...]]:
    """The word lists of `bulletins/words.txt`."""
    return dict(sections((resources.files(__package__) / "bulletins" / "words.txt").read_text(encoding="utf-8")))


@cache
def _dictionary() -> dict[str, tuple[list[str], list[float]]]:
    """jieba's common words by part of speech, and those that begin like names ("s"), with sums of their weights."""
    found: dict[str, list[tuple[str, float]]] = {"n": [], "v": [], "a": [], "d": [], "s": []}
    surnames = lexicons().names.common
    raw = (resources.files("jieba") / "dict.txt").read_text(encoding="utf-8")
    for row in raw.splitlines():
        string, count, tag = row.split(" ")
        kind = {"vn": "n", "ad": "d", "an": "n", "z": "a", "l": "d"}.get(tag, tag)
        if kind in found and int(count) >= 300 and 2 <= len(string) <= 4:
            found[kind].append((string, float(count) ** 0.5))
            if string[0] in surnames and len(string) < 4:
                found["s"].append((string, float(count) ** 0.5))
    found["s"] += [(string, 40.0) for string in lexicons().words("ordinary", "nouns", "verbs", "adjectives")]
    return {
        kind: ([string for string, _ in rows], list(accumulate(weight for _, weight in rows)))
        for kind, rows in found.items()
    }


def word(scene: Scene, section: str) -> str:
    """Any word of a section; half of the places and firms are put together anew."""
    if section in _SYLLABLES and scene.rng.random() < 0.5:
        first, second = _SYLLABLES[section]
        return scene.rng.choice(first) + scene.rng.choice(second)
    return scene.rng.choice(vocabulary()[section])


def person(rng: Random, separate: str = "") -> str:
    """A name of two or three characters, now and then with a compound surname; seldom one that is a word as well."""
    while True:
        name = _person(rng, separate)
        tagged = rjieba.tag(name)
        if len(tagged) > 1 or tagged[0][1] in ("nr", "x") or rng.random() < 0.05:
            return name


def _person(rng: Random, separate: str) -> str:
    names = lexicons()
    common = "".join(names.sections["names", "common"])
    rare = "".join(names.sections["names", "surnames"])
    roll = rng.random()
    surname = (
        rng.choice(names.sections["names", "compound"][:10]) if roll < 0.02
        else rng.choice(common[:60]) if roll < 0.55 else rng.choice(common) if roll < 0.85 else rng.choice(rare)
    )  # fmt: skip
    given = (
        "".join(names.sections["names", "female"]) if rng.random() < 0.4 else "".join(names.sections["names", "given"])
    )
    if separate:
        return surname + separate + rng.choice(given)
    first = rng.choice(given)
    return surname + first + (rng.choice(given) if rng.random() < 0.72 else "")


def _nickname(scene: Scene) -> str:
    character = scene.rng.choice("".join(lexicons().sections["names", "female"]))
    return scene.say("{小/阿}") + character if scene.rng.random() < 0.2 else character * 2


@cache
def _places(section: str, ending: str) -> tuple[str, ...]:
    return tuple(name for name in lexicons().words("places", section) if name.endswith(tuple(ending.split())))


@cache
def _short(section: str) -> tuple[str, ...]:
    known = places()
    names = (
        name.removesuffix("市").removesuffix("区").removesuffix("县").removesuffix("省")
        for name in _places(section, "市 区 县 省")
    )
    return tuple(name for name in names if known.get(name) == "short")


def _district(scene: Scene) -> str:
    return (
        scene.rng.choice(_places("districts", "区 县"))
        if scene.rng.random() < 0.7
        else word(scene, "stems")[:2] + scene.say("{区/县/区}")
    )


def _number(scene: Scene) -> str:
    return str(scene.rng.choice((2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 47, 50, 68, 100, 120, 200, 300, 500, 1000)))


def _year(scene: Scene) -> str:
    return str(scene.rng.randint(1949 if scene.rng.random() < 0.2 else 2008, 2026))


def simple(name: str, pattern: str) -> Slot:
    """A slot that is a pattern; `#` in it stands for the number behind the slot's name."""

    def slot(scene: Scene, number: str) -> str:
        return scene.recall(name, number, lambda: scene.say(pattern.replace("#", number)))

    return slot


def made(kind: str, make: Callable[[Scene], str]) -> Slot:
    """A slot that a function of the scene makes."""

    def slot(scene: Scene, number: str) -> str:
        return scene.recall(kind, number, lambda: make(scene))

    return slot


def _listed(file: str, section: str, most: int | None = None) -> Callable[[Scene], str]:
    return lambda scene: scene.rng.choice(lexicons().words(file, section)[:most])


def _common(kind: str) -> Callable[[Scene], str]:
    def draw(scene: Scene) -> str:
        strings, sums = _dictionary()[kind]
        return scene.rng.choices(strings, cum_weights=sums)[0]

    return draw


def _makers() -> dict[str, tuple[str | None, Callable[[Scene], str]]]:
    return {
        "P": ("PER", lambda scene: person(scene.rng)),
        "PP": ("PER", lambda scene: person(scene.rng, scene.rng.choice(("  ", " ", "　", "   ")))),
        "person": (None, lambda scene: person(scene.rng)),
        "surname": ("PER", lambda scene: scene.rng.choice("".join(lexicons().words("names", "common"))[:80])),
        "sn": (None, lambda scene: scene.rng.choice("".join(lexicons().words("names", "common"))[:80])),
        "nick": ("PER", _nickname),
        "D": ("LOC", _district),
        "DS": ("LOC", lambda scene: scene.rng.choice(_short("districts"))),
        "Y": ("LOC", lambda scene: scene.rng.choice(_places("cities", "市"))),
        "YS": ("LOC", lambda scene: scene.rng.choice(_short("cities") + _short("provinces"))),
        "PR": ("LOC", lambda scene: scene.rng.choice(_places("provinces", "省"))),
        "PRS": (None, lambda scene: scene.rng.choice(_short("provinces"))),
        "num": (None, _number),
        "rocyear": (None, lambda scene: str(scene.rng.randint(98, 116))),
        "year": (None, _year),
        "m": (None, lambda scene: str(scene.rng.randint(1, 12))),
        "mm": (None, lambda scene: f"{scene.rng.randint(1, 12):02}"),
        "d": (None, lambda scene: str(scene.rng.randint(1, 30))),
        "bodyend": (None, _listed("organisations", "strong")),
        "eventhead": (None, _listed("events", "heads")),
        "titlehead": (None, _listed("titles", "heads", 90)),
        "titleprefix": (None, _listed("titles", "prefixes", 14)),
        "titlebody": (None, _listed("titles", "bodies")),
        "listedbody": (None, _listed("organisations", "generic")),
        "genericevent": (None, _listed("events", "generic")),
        "siteend": (None, _listed("facilities", "strong")),
        "cn": (None, _common("n")),
        "cv": (None, _common("v")),
        "ca": (None, _common("a")),
        "cd": (None, _common("d")),
        "cs": (None, _common("s")),
    }


@cache
def slots() -> dict[str, tuple[str | None, Slot]]:
    """Every slot with the label of the mention that it makes: made here, words of a section, or a pattern."""
    found: dict[str, tuple[str | None, Slot]] = {
        name: (label, made(name, make)) for name, (label, make) in _makers().items()
    }
    for name in vocabulary():
        found[name] = (None, made(name, lambda scene, section=name: word(scene, section)))  # type: ignore[misc]
    raw = (resources.files(__package__) / "bulletins" / "slots.txt").read_text(encoding="utf-8")
    for row in raw.splitlines():
        if row and not row.startswith("#"):
            name, label, pattern = row.split(" ", 2)
            found[name] = (None if label == "-" else label, simple(name, pattern))
    return found
