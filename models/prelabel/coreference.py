"""Which mentions of a bulletin name the same person, body, place, event or work.

Mentions of one label are linked by their words alone: the same string; a short form that the text declares (以下简称
“…”); a short form that fits exactly one of the fuller names in the bulletin. Where several fit, nothing is linked: a
wrong link costs a reviewer more than a missing one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from models.prelabel.folding import folded
from models.prelabel.short_forms import generic, in_order, initials, pairs, tells
from models.prelabel.suggestions import SuggestedMention

LINKED = frozenset(("PER", "ORG", "LOC", "EVENT", "DOC"))
"""Labels whose mentions name an entity. A date is its own; a job title is borne by one person after another."""

_AHEAD = 60
"""How far behind a name its short form may be declared."""
_GAP = re.compile(r"(?:\*\*|\s)+")
_QUOTES = re.compile("[“”‘’「」『』\"'《》〈〉]")
_COMMA = re.compile("(?<=[\u3400-\u9fff])[、，](?=[\u3400-\u9fff])")
_POINT = re.compile("[•‧・∙]")
_FIGURE = re.compile(r"(?<![0-9A-Za-z.\-])[1-9](?![0-9A-Za-z.\-])")
_NUMERALS = dict(zip("123456789", "一二三四五六七八九", strict=True))
_OPENS = ("（", "(", "，", ",")
_DECLARED = re.compile(
    r"\s*[（(，,]\s*(?:(?:以下|下文|下)?[简簡][称稱]|以?下[称稱])[为為作]?\s*[:：]?\s*"
    r"(?:[“\"「『‘《]([^“”\"「」『』’《》]{1,30})[”\"」』’》]|([^，。；、,;（）()“”《》]{1,30}?)\s*(?=[，。；、,;）)]))"
)
_BRACKETS = re.compile(r"\s*[（(]\s*[“\"「]?([^（）()“”\"「」，。；,;]{2,30}?)[”\"」]?\s*[）)]")
_LATIN = re.compile(r"[A-Z][A-Za-z&\-]*[A-Z]")

Node = tuple[str, str]
"""A label and a string as it is compared."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A string as it is compared, in simplified characters: `marked` with its quotation marks, `key` without them."""

    key: str
    marked: str


@dataclass(frozen=True, slots=True)
class _Names:
    """The strings of a bulletin's mentions by label and key: how each is written, and how often."""

    forms: dict[Node, _Form] = field(default_factory=dict)
    written: dict[Node, dict[str, int]] = field(default_factory=dict)

    def canonical(self, node: Node) -> str:
        """The longest way in which a string is written; of those the most frequent."""
        ways = self.written[node]
        return min(ways, key=lambda words: (-len(words), -ways[words], words))


def with_entities(text: str, mentions: Iterable[SuggestedMention]) -> tuple[SuggestedMention, ...]:
    """The mentions in their order, with `entity` set to the fullest name where two or more of a label name the same.

    TEXT is the imported text. Nothing but `entity` changes, and what was in it before has no say. Each mention gets the
    same whatever the order.
    """
    rows = tuple(mentions)
    words = [_words(text, mention) if mention.label in LINKED else "" for mention in rows]
    said = [_said_after(text, mention) if mention.label in LINKED else [] for mention in rows]
    forms = _folded({"", *words, *(short for shorts in said for short, _ in shorts)})
    nodes = [(mention.label, forms[own].key) for mention, own in zip(rows, words, strict=True)]
    names = _Names()
    declared: dict[Node, set[Node]] = defaultdict(set)
    for (node, own), count in Counter(zip(nodes, words, strict=True)).items():
        if node[1]:
            names.forms[node] = max(names.forms.get(node, forms[own]), forms[own], key=lambda form: form.marked)
            names.written.setdefault(node, {})[own] = count
    for node, shorts in zip(nodes, said, strict=True):
        for short, plainly in shorts:
            below = node[0], forms[short].key
            if below in names.forms and _may_be(forms[short].key, node[1], plainly):
                declared[below].add(node)
    return _linked(rows, nodes, names, _roots(names, declared))


def _linked(
    rows: tuple[SuggestedMention, ...], nodes: list[Node], names: _Names, roots: Mapping[Node, Node]
) -> tuple[SuggestedMention, ...]:
    """The mentions with the entity of their group; one that is alone has none."""
    sizes = Counter(roots[node] for node in nodes if node in roots)
    canonical = {root: names.canonical(root) for root, size in sizes.items() if size > 1}
    entities = [canonical.get(roots[node]) if node in roots else None for node in nodes]
    return tuple(
        mention if mention.entity == entity else replace(mention, entity=entity)
        for mention, entity in zip(rows, entities, strict=True)
    )


# Strings --------------------------------------------------------------------------------------------------------------


def _words(text: str, mention: SuggestedMention) -> str:
    """The words of a mention without the page's breaks and padding; between Latin words one space stays."""
    return _closed("".join([text[start:end] for start, end in mention.fragments]))


def _closed(words: str) -> str:
    parts = [part for part in _GAP.split(words) if part]
    found = parts[0] if parts else ""
    for part in parts[1:]:
        found += f" {part}" if found[-1].isascii() and part[0].isascii() else part
    return found


def _folded(strings: Iterable[str]) -> dict[str, _Form]:
    """Every string as if it were simplified, and without the marks that do not tell names apart."""
    ordered = sorted(strings)
    marked = _POINT.sub("·", _FIGURE.sub(lambda match: _NUMERALS[match.group()], folded("\n".join(ordered))))
    keys = _COMMA.sub("", _QUOTES.sub("", marked))
    rows = zip(ordered, keys.split("\n"), marked.split("\n"), strict=True)
    return {words: _Form(key, form) for words, key, form in rows}


# Short forms ----------------------------------------------------------------------------------------------------------


def _said_after(text: str, mention: SuggestedMention) -> list[tuple[str, bool]]:
    """What stands right behind a name as its short form, and whether the text calls it one."""
    end = mention.fragments[-1][1]
    after = text[end : end + _AHEAD]
    if not after.lstrip().startswith(_OPENS):
        return []
    if match := _DECLARED.match(after):
        return [(_closed(match[1] or match[2]), True)]
    match = _BRACKETS.match(after)
    return [(_closed(match[1]), False)] if match else []


def _may_be(short: str, long: str, plainly: bool) -> bool:
    """Whether what stands behind a name can be its short form; in brackets alone there might be anything."""
    if _LATIN.fullmatch(short):
        return short != long and (not long.isascii() or initials(long) == short.upper())
    return len(short) < len(long) and (plainly or in_order(short, long))


def _roots(names: _Names, declared: Mapping[Node, set[Node]]) -> dict[Node, Node]:
    """For every string the fullest one that names the same; without the strings that may name anything."""
    fuller, unclear = _fuller(names, declared)
    above: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        while node in above:
            node = above[node]
        return node

    # The longest first: whether all that a short form fits are one is known by then.
    for node in sorted(fuller, key=lambda node: (-len(node[1]), node)):
        fits = {root(long) for long in fuller[node]} - {node}
        if len(fits) == 1:
            above[node] = fits.pop()
        elif fits and (node in declared or generic(node[1])):
            unclear.add(node)
    return {node: root(node) for node in names.forms if node not in unclear}


def _fuller(names: _Names, declared: Mapping[Node, set[Node]]) -> tuple[dict[Node, set[Node]], set[Node]]:
    """The names that each short form fits, where the text declares none; and the strings that tell nothing."""
    unclear = {node for node in names.forms if node not in declared and not tells(*node)}
    labels: dict[str, list[_Form]] = defaultdict(list)
    for node, form in names.forms.items():
        if node not in unclear:
            labels[node[0]].append(form)
    fuller = {node: set(longs) for node, longs in declared.items()}
    for label, forms in labels.items():
        for short, long in pairs(label, forms):
            node = label, short
            if node in names.forms and node not in unclear and node not in declared and short != long:
                fuller.setdefault(node, set()).add((label, long))
    return fuller, unclear
