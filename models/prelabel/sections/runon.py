"""Briefs run together in one paragraph: one a mark, or one a sentence that opens with a date or names who did what."""

from __future__ import annotations

import re

from models.prelabel.sections import cues
from models.prelabel.sections.block import Block

_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”」』）)]*")
_DATED = re.compile(r"\s*(?:\d{4}年)?\d{1,2}\s?月\s?\d{1,2}\s?日|\s*\d{1,2}日[，,上下]")
_SUBJECT = re.compile(
    rf"[^，。,；：:、“”]{{0,12}}(?:、[^，。,；：:“”]{{1,14}}?)?{cues.ORGANISATION.pattern}[^。]{{0,24}}?(?:{cues.EVENT_VERB.pattern})"
)
_MARKED = re.compile(r"[◎◆◇●○■□▲△★☆※❖✦]\s?(?=\S)")
_LEAST_DATED = 0.6
_FEWEST, _SHORTEST, _LONGEST = 4, 8, 90


def starts(text: str, block: Block, briefs: bool = False) -> list[int]:
    """Where each brief of the paragraph begins; one place when its sentences belong together.

    BRIEFS says that it stands in a column of briefs: sentences of a brief's length are one each there.
    """
    marked = _marked(text, block)
    if len(marked) > 1:
        return marked
    sentences = [(match.start(), match.group().strip()) for match in _SENTENCE.finditer(text, block.start, block.end)]
    plain = [re.sub(r"\s+", "", sentence) for _, sentence in sentences]
    dated = [bool(_DATED.match(sentence)) for sentence in plain]
    named = [fits or bool(_SUBJECT.match(sentence)) for fits, sentence in zip(dated, plain, strict=True)]
    if dated and dated[0] and sum(dated) >= 2 and sum(dated) >= _LEAST_DATED * len(dated):
        named = dated
    elif briefs and len(sentences) >= _FEWEST and all(_SHORTEST <= len(sentence) <= _LONGEST for sentence in plain):
        named = [True] * len(plain)
    elif len(sentences) < 3 or sum(named) < 0.7 * len(named) or not named[0]:
        return [block.start]
    found = []
    for (start, _), fits in zip(sentences, named, strict=True):
        while start < block.end and text[start].isspace():
            start += 1
        if fits:
            found.append(start)
    return found


def _marked(text: str, block: Block) -> list[int]:
    """The places of a mark that opens the paragraph and stands again after sentences in it."""
    first = _MARKED.match(text, block.start, block.end)
    if first is None:
        return []
    mark = first.group()[0]
    found = [block.start]
    for match in _MARKED.finditer(text, first.end(), block.end):
        above = text[max(block.start, match.start() - 4) : match.start()].rstrip()
        if match.group()[0] == mark and above[-1:] in "。！？；”）)":
            found.append(match.start())
    return found
