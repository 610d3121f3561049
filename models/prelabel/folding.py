"""A text read as if it were simplified and set in full-width marks: the same length, character for character.

No phrase runs over a line's end, so no change reaches further than its own line.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import opencc

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_BESIDE = rf"[{_HAN}\u3000-\u303f\uff00-\uff65“”‘’…—]"
_MARKS = re.compile(rf"[,:;!?()](?:(?<={_BESIDE}.)|(?={_BESIDE}))")
_POINT = re.compile(rf"[.](?<=[{_HAN}”》）].)(?=[\s{_HAN}“]|\Z)")
_NUMERAL = re.compile(r"(?:^|[\s◆●■#*（(])[一二三四五六七八九十]{1,3}$")
_WIDE = dict(zip(",:;!?()", "，：；！？（）", strict=True))
UNIFIED = str.maketrans(
    "⺎⺒⺓⺟⺠⺮⻁⻄⻅⻆⻉⻋⻐⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "兀巳幺母民竹虎西见角贝车钅長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
) | {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA))}
"""The ideograph for each radical and compatibility character that a PDF gives in its place: ⼯作, ⻓沙."""
_FIGURES = UNIFIED | str.maketrans(
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ﹐﹑﹔﹕﹖﹗﹙﹚",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz，、；：？！（）",
)
_HAS_FIGURES = re.compile(f"[{re.escape(''.join(map(chr, _FIGURES)))}]")


def folded(text: str) -> str:
    """The text in simplified characters, Chinese marks and half-width figures; of the same length.

    A half-width mark is taken for a Chinese one where it touches a Chinese character. A stop after a numeral at a
    line's start (一.) numbers the line and stays.
    """
    if _HAS_FIGURES.search(text):  # most texts have none, and to find that out costs less
        text = text.translate(_FIGURES)
    marked = _MARKS.sub(lambda match: _WIDE[match.group()], text)
    marked = _POINT.sub(lambda match: _stop(match), marked)
    return simplified(marked)


def _stop(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 6) : match.start()]
    line = before.rpartition("\n")[2]
    return "." if _NUMERAL.search(line) else "。"


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length: where a phrase would change it, character by character."""
    found = str(_converter().convert(text))
    return found if len(found) == len(text) else "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    found = str(_converter().convert(line))
    if len(found) == len(line):
        return found
    single = (str(_converter().convert(character)) for character in line)
    return "".join(new if len(new) == 1 else old for new, old in zip(single, line, strict=True))


@cache
def _converter() -> opencc.OpenCC:
    import opencc  # Its tables are read when they are first wanted.

    return opencc.OpenCC("t2s")
