"""What a format is: its name, its endings, how it is read and written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from models.exchange.annotated import Annotated
from models.exchange.label_sets import Scheme
from models.exchange.whole_file import Whole


@dataclass
class Losses:
    """What a format cannot hold: counts by what it is ("nested mentions") and label, which may be empty."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, what: str, label: str = "", number: int = 1) -> None:
        """Count `number` more."""
        if number:
            self.counts[what, label] += number

    def lines(self) -> list[str]:
        """An English sentence for each kind of thing, with the numbers by label."""
        found = []
        for what in dict.fromkeys(what for what, _ in self.counts):
            by = sorted((label, n) for (w, label), n in self.counts.items() if w == what)
            found.append(f"Left out: {what} ({', '.join(f'{label} {n}'.strip() for label, n in by)}).")
        return found


Writer = Callable[[Iterable[Annotated], Scheme, Whole, Losses], None]
Reader = Callable[[Path], Iterator[Annotated]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format. `endings` are those of its files, the first one its usual; `read` is None where it only writes.

    `recognises` tells from a file's beginning whether it is of this format; `describes` is an English name for it.
    """

    name: str
    describes: str
    endings: tuple[str, ...]
    write: Writer
    read: Reader | None = None
    recognises: Callable[[Path], bool] | None = None
