"""How often suggestions are right at each confidence, beside what they say of themselves.

    python -m bench.calibration [written | GOLD_FOLDER [TEXT_FOLDER]]

GOLD_FOLDER holds one JSON file a bulletin: {"file", "sections", "entities", "optional", "themes"}; TEXT_FOLDER the
texts that they name. `written`: the written bulletins that are kept back. Without arguments: the seeds and their gold.
For sections (boundary, kind and level together), boundaries, kinds, levels, mentions and themes it prints, bin by bin,
how many suggestions there are, their mean confidence and the share that is right, and the expected calibration error
(Naeini et al. 2015): the mean distance of the two, weighted by the bins' sizes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from models.prelabel.engine import prelabel
from models.prelabel.suggestions import Suggestions
from models.prelabel.training.written import Written, every
from models.text import landing, normalise

ROOT = Path(__file__).parents[1]
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
SURE = 0.9

Judged = tuple[float, bool]
"""A suggestion's confidence and whether it is right."""


@dataclass(frozen=True, slots=True)
class Example:
    """A bulletin's text with what its gold file holds."""

    name: str
    text: str
    gold: dict[str, list[dict[str, object]]]

    def sections(self) -> dict[int, tuple[int, str]]:
        """(level, kind) by where the boundary shows."""
        return {landing(self.text, int(str(row["start"]))): _place(row) for row in self.gold["sections"]}

    def themes(self) -> set[tuple[int, str]]:
        """(where the section begins, theme id)."""
        rows = self.gold["sections"]
        return {
            (landing(self.text, int(str(rows[int(str(row["section"]))]["start"]))), str(theme))
            for row in self.gold.get("themes") or []
            for theme in _list(row["themes"])
        }

    def mentions(self) -> tuple[set[tuple[int, int, str]], set[tuple[int, int]]]:
        """(start, end, label) of the mentions, second labels included; the spans that count neither way."""
        rows = self.gold.get("entities") or []
        found = {
            (*self._span(row), label)
            for row in rows
            for label in [str(row["label"]), *str(row.get("alt") or "").split("|")]
        }
        return found, {self._span(row) for row in self.gold.get("optional") or []}

    def _span(self, row: dict[str, object]) -> tuple[int, int]:
        return trimmed(self.text, int(str(row["start"])), int(str(row["end"])))


def _place(row: dict[str, object]) -> tuple[int, str]:
    return int(str(row["level"])), str(row["kind"])


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space on either side."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def examples(gold: Path, texts: Path) -> Iterator[Example]:
    """The bulletins of a gold folder, by name."""
    for path in sorted(gold.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if "sections" in row:
            raw = (texts / Path(row["file"]).name).read_bytes().decode("utf-8-sig")
            yield Example(path.stem, normalise(raw)[0], row)


def kept_back() -> Iterator[Example]:
    """The written bulletins that nothing learns from."""
    yield from (example_of(each) for each in every() if each.kept_back)


def example_of(each: Written) -> Example:
    """A written bulletin in the form of a gold file."""
    second = {(start, end): label for label, start, end in each.second}
    gold: dict[str, list[dict[str, object]]] = {
        "sections": [{"start": part.start, "level": part.level, "kind": part.kind} for part in each.sections],
        "entities": [
            {"label": label, "start": start, "end": end, "alt": second.get((start, end), "")}
            for label, start, end in each.mentions
        ],
        "optional": [{"start": start, "end": end} for start, end in each.optional],
        "themes": [{"section": n, "themes": list(part.themes)} for n, part in enumerate(each.sections)],
    }
    return Example(each.name, each.text, gold)


def judged(example: Example, found: Suggestions) -> dict[str, list[Judged]]:
    """Every suggestion with its confidence, by part."""
    places, themes = example.sections(), example.themes()
    mentions, free = example.mentions()
    rows: dict[str, list[Judged]] = {"section": [], "boundary": [], "kind": [], "level": [], "mention": [], "theme": []}
    for n, section in enumerate(found.sections):
        start = landing(example.text, section.start)
        level, kind = places.get(start, (-1, ""))
        rows["section"].append((section.confidence, (level, kind) == (section.level, section.kind)))
        if n:
            rows["boundary"].append((section.confidence, start in places))
        if start in places:
            rows["kind"].append((section.confidence, kind == section.kind))
            rows["level"].append((section.confidence, level == section.level))
        if start in places and example.gold.get("themes"):
            rows["theme"].extend((theme.confidence, (start, theme.id) in themes) for theme in section.themes)
    for mention in found.mentions if example.gold.get("entities") is not None else ():
        span = trimmed(example.text, mention.fragments[0][0], mention.fragments[-1][1])
        right = (*span, mention.label) in mentions
        if right or span not in free:
            rows["mention"].append((mention.confidence, right))
    return rows


def calibration_error(rows: Sequence[Judged]) -> float:
    """The mean distance of confidence and share of right ones, by bin."""
    total = 0.0
    for group in binned(rows):
        if group:
            mean = sum(confidence for confidence, _ in group) / len(group)
            total += abs(mean * len(group) - sum(right for _, right in group))
    return total / len(rows) if rows else 0.0


def binned(rows: Sequence[Judged]) -> list[list[Judged]]:
    """The suggestions between each two EDGES."""
    return [[row for row in rows if low <= row[0] < high] for low, high in pairwise(EDGES)]


def report(title: str, rows: Sequence[Judged]) -> Iterable[str]:
    """A part's table."""
    yield f"{title}: {len(rows)} suggestions, expected calibration error {calibration_error(rows):.3f}"
    for (low, high), group in zip(pairwise(EDGES), binned(rows), strict=True):
        if group:
            mean = sum(confidence for confidence, _ in group) / len(group)
            share = sum(right for _, right in group) / len(group)
            bar = "#" * round(40 * share)
            yield f"  {low:4.2f}-{min(high, 1.0):4.2f}  {len(group):5}  says {mean:.3f}  right {share:.3f}  {bar}"
    sure = [right for confidence, right in rows if confidence >= SURE]
    if sure:
        yield f"  {SURE} and above: {len(sure)} suggestions, {sum(sure) / len(sure):.3f} right"


def main() -> None:
    """Print the tables of a folder, or of the written bulletins."""
    words = [Path(word) for word in sys.argv[1:]]
    gold = words[0] if words else ROOT / "resources" / "gold"
    texts = words[1] if len(words) > 1 else gold.parent / "text" if words else ROOT / "seeds"
    total: dict[str, list[Judged]] = {}
    for example in kept_back() if words == [Path("written")] else examples(gold, texts):
        for part, rows in judged(example, prelabel(example.text)).items():
            total.setdefault(part, []).extend(rows)
    for part, rows in total.items():
        print("\n".join(report(part, rows)))


if __name__ == "__main__":
    main()
