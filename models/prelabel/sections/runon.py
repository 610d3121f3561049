"""Briefs run together in one paragraph: a sentence each, where each names a body and what it did."""

from __future__ import annotations

import re

from models.prelabel.sections import cues
from models.prelabel.sections.blocks import Block

_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”」』）)]*")
_SUBJECT = re.compile(
    rf"[^，。,；：:、“”]{{0,12}}(?:、[^，。,；：:“”]{{1,14}}?)?{cues.ORGANISATION.pattern}[^。]{{0,24}}?(?:{cues.EVENT_VERB.pattern})"
)


def starts(text: str, block: Block) -> list[int]:
    """Where each brief of the paragraph begins; one place when its sentences belong together."""
    sentences = [(match.start(), match.group().strip()) for match in _SENTENCE.finditer(text, block.start, block.end)]
    named = [bool(_SUBJECT.match(sentence)) for _, sentence in sentences]
    if len(sentences) < 3 or sum(named) < 0.7 * len(named) or not named[0]:
        return [block.start]
    found = []
    for (start, _), fits in zip(sentences, named, strict=True):
        while start < block.end and text[start].isspace():
            start += 1
        if fits:
            found.append(start)
    return found
