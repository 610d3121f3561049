"""What training gave: a tagger and theme words of the project's own, with the figures that speak for them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from models.errors import UserError
from models.learning.effort import Effort
from models.prelabel.entities.model import Model, from_bytes, to_bytes
from models.prelabel.themes import ThemeModel

_MAGIC = b"JIAOZHU-LEARNED 1\n"
_MOST = 64_000_000


@dataclass(frozen=True, slots=True)
class Score:
    """What was proposed for bulletins that the engine had not seen: how much of it right, and how much there was."""

    right: int = 0
    proposed: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.proposed + other.proposed, self.gold + other.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing was there and nothing proposed."""
        return 2 * self.right / (self.proposed + self.gold) if self.proposed + self.gold else None

    @property
    def shown(self) -> str:
        """F1 with two decimals; a dash where it is undefined."""
        return "—" if self.f1 is None else f"{self.f1:.2f}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Cross-validated on the project's work: the shipped engine beside the trained one, for entities and themes.

    The effort is that on mentions.
    """

    entities_before: Score
    entities_after: Score
    themes_before: Score
    themes_after: Score
    effort_before: Effort = field(default_factory=Effort)
    effort_after: Effort = field(default_factory=Effort)

    def to_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @staticmethod
    def from_json(text: str) -> Figures:
        rows: dict[str, Any] = {
            name: (Effort if "actions" in row else Score)(**row) for name, row in json.loads(text).items()
        }
        return Figures(**rows)


@dataclass(frozen=True)
class Learned:
    """The parts that proved better than the shipped ones; None where the shipped one stays."""

    figures: Figures
    entities: Model | None = None
    themes: ThemeModel | None = None

    @property
    def better(self) -> bool:
        """Whether anything at all is to be taken over."""
        return self.entities is not None or self.themes is not None

    def to_bytes(self) -> bytes:
        """The parts as data: nothing in it can run."""
        themes = None if self.themes is None else self.themes.to_data()
        body = b"" if self.entities is None else to_bytes(self.entities)
        head: dict[str, object] = {"themes": themes, "size": len(body)}
        if self.entities is not None and self.entities.evidence:
            head["evidence"] = list(self.entities.evidence)
        return _MAGIC + json.dumps(head, sort_keys=True).encode() + b"\n" + body


def read_learned(data: bytes, figures: Figures) -> Learned:
    """What `Learned.to_bytes` wrote. Raises UserError where the data is damaged or of another version."""
    try:
        if not data.startswith(_MAGIC) or len(data) > _MOST:
            raise ValueError("head")
        line, _, body = data[len(_MAGIC) :].partition(b"\n")
        head = json.loads(line)
        if len(body) != head["size"]:
            raise ValueError("size")
        themes = head["themes"]
        return Learned(
            figures,
            from_bytes(body) if body else None,
            None if themes is None else ThemeModel.from_data(themes),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("The project's engine is damaged. Train it again.", code="learning.damaged") from error


def evidence_of(data: bytes) -> tuple[str, ...]:
    """The engines that what `Learned.to_bytes` wrote cannot do without; the rest is not read."""
    try:
        return tuple(map(str, json.loads(data[len(_MAGIC) :].partition(b"\n")[0]).get("evidence", ())))
    except (ValueError, AttributeError, TypeError):
        return ()
