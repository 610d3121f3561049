"""Slots that stand in names or in running text and are no mention by themselves, and those of places."""

from __future__ import annotations

from functools import cache

from models.prelabel.entities.lexicons import lexicons, places
from models.prelabel.training.grammar import Scene, Slot
from models.prelabel.training.slots import made, person, simple, word


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


def plain_slots() -> dict[str, tuple[str | None, Slot]]:
    """Slots by name."""
    rows: dict[str, tuple[str | None, Slot]] = {
        name: (None, made(name, lambda scene, section=section: word(scene, section)))
        for name, section in {
            "stem": "stems", "people": "people", "topic": "topics", "slogan": "slogans", "titles": "titles_of_books",
            "industry": "industries", "brand": "brands", "majors": "majors",
        }.items()
    }  # fmt: skip
    rows |= {
        "D": ("LOC", made("D", _district)),
        "DS": ("LOC", lambda scene, n: scene.recall("DS", n, lambda: scene.rng.choice(_short("districts")))),
        "Y": ("LOC", made("Y", lambda scene: scene.rng.choice(_places("cities", "市")))),
        "YS": ("LOC", made("YS", lambda scene: scene.rng.choice(_short("cities") + _short("provinces")))),
        "PR": ("LOC", made("PR", lambda scene: scene.rng.choice(_places("provinces", "省")))),
        "PRS": (None, made("PRS", lambda scene: scene.rng.choice(_short("provinces")))),
        "person": (None, made("person", lambda scene: person(scene.rng))),
        "num": (None, made("num", _number)),
        "num3": (None, made("num3", lambda scene: str(scene.rng.randint(98, 116)))),
        "year": (None, made("year", lambda scene: str(scene.rng.randint(1949, 2026) if scene.rng.random() < 0.2 else scene.rng.randint(2008, 2026)))),
        "m": (None, made("m", lambda scene: str(scene.rng.randint(1, 12)))),
        "mm": (None, made("mm", lambda scene: f"{scene.rng.randint(1, 12):02}")),
        "d": (None, made("d", lambda scene: str(scene.rng.randint(1, 30)))),
        "ordinal": (None, made("ordinal", lambda scene: scene.rng.choice("一 二 三 四 五 六 七 八 九 十 十二 十五".split()))),
        "country": (None, made("country", lambda scene: scene.rng.choice("美国 日本 韩国 德国 法国 英国 泰国 越南 巴西 埃及".split()))),
        "school": (None, made("X", lambda scene: scene.say("{X}"))),
        "unit": (None, simple("{综合/机修/运转/装卸}{ordinal}队")),
        "media": (None, simple("{{YS}日报/{YS}广播电视台/央视网/人民网/新华网/{YS}晚报/{YS}发布/{YS}融媒体中心}")),
        "year_": (None, simple("{year}年")),
        "cnmonth": (None, simple("{二零一{〇/二/五/八}年{三/六/九/十二}月/零{七/八/九}年{三/六/九}月}")),
        "hkorg": (None, simple("{{stem}{中學/小學}{舊生會/校友會/家長教師會}/{真光/培道/崇真/慈航/明德}{中學/女校}{舊生會/校友會}/{九龍/新界/港島}{stem}{街坊會/福利會/同鄉會}}")),
        "hkevent": (None, simple("{{週年/新春/中秋}{聚餐/晚會/團拜/會員大會}/第{ordinal}屆{就職典禮/畢業典禮/陸運會/會員大會}/{慈善/步行}{籌款日/嘉年華/晚宴}/{金禧/銀禧}校慶}")),
        "hkschool": (None, simple("{{培德/真理/崇文/明愛/信義}{中學/小學/書院}}")),
        "corp": (None, made("corp", lambda scene: word(scene, "brands"))),
        "twfirm": (None, simple("{{brand}{保全/物業/清潔/環保/水電/電梯/工程/機電/防水}{/公司}}")),
        "block": (None, simple("{{甲/乙/丙/A/B/D}棟/{num}號{m}樓/{num}號之{m}/{A/B/D}{m}-{d}}")),
        "HW": ("LOC", simple("{{stem}{禮堂/酒樓/社區會堂/球場}/{沙田/荃灣/旺角/屯門/灣仔}{大會堂/社區中心/公園/球場}/{九龍塘/觀塘}{stem}{道/街}}")),
        "EN": ("PER", simple("{Mary/Grace/Peter/John/Susan/Maria/Helen/David} {Chan/Lee/Wong/Cheung/Lau/Ho/Ng}")),
    }  # fmt: skip
    rows["country"] = (None, rows["country"][1])
    return rows
