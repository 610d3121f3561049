"""BIO for sequence labelling: one character a line with its tag, an empty line after each line of the text.

White space is written as its code point (`<U+3000>`), so that every line has two columns. A line break inside a mention
is left out, so that no sentence begins with I-. Nested, overlapping and discontinuous mentions have no place in it: the
widest of those that overlap stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.exchange.annotated import Annotated
from models.exchange.formats import Losses
from models.exchange.label_sets import Scheme
from models.exchange.whole_file import Whole
from models.mentions import Mention


def write(annotated: Iterable[Annotated], _scheme: Scheme, out: Whole, losses: Losses) -> None:
    """Every bulletin behind a `-DOCSTART-` line."""
    for item in annotated:
        out.write("-DOCSTART-\tO\n\n")
        out.write(_body(item.content, flat(item.mentions, losses)))


def flat(mentions: Iterable[Mention], losses: Losses) -> list[Mention]:
    """The mentions that can stand side by side, in text order; the others are counted in `losses`."""
    kept: list[Mention] = []
    whole: list[Mention] = []
    for mention in mentions:
        if len(mention.fragments) > 1:
            losses.add("discontinuous mentions", mention.label)
        else:
            whole.append(mention)
    taken = bytearray(max((m.end for m in whole), default=0))
    for mention in sorted(whole, key=lambda m: (m.start - m.end, m.start, m.id)):
        if any(taken[mention.start : mention.end]):
            losses.add("nested or overlapping mentions", mention.label)
            continue
        taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
        kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _body(content: str, mentions: list[Mention]) -> str:
    tags: dict[int, str] = {}
    for mention in mentions:
        inside = [at for at in range(mention.start, mention.end) if content[at] != "\n"]
        for place, at in enumerate(inside):
            tags[at] = f"{'I' if place else 'B'}-{mention.label}"
    covered = {at for m in mentions for at in range(m.start, m.end)}
    lines: list[str] = []
    for at, char in enumerate(content):
        if char == "\n":
            if at not in covered and lines and lines[-1]:
                lines.append("")
            continue
        lines.append(f"{_shown(char)}\t{tags.get(at, 'O')}")
    if lines and lines[-1]:
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def _shown(char: str) -> str:
    return char if char.isprintable() and not char.isspace() else f"<U+{ord(char):04X}>"
