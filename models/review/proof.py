"""The proof that a gold item carries: the votes, who decided, when, why, and under which version of the label set.

It stands as "proof" among the item's further keys, so that gold JSON carries it without a change of the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from models.decision import Decision
from models.mentions import Mention
from models.outline import Section
from models.review.matters import ATTRIBUTES, Matter, Outcome, thaw

PROOF = "proof"
_WHEN = ("at", "labels")

Item = TypeVar("Item", Section, Mention)


def proof(
    matters: Iterable[Matter], votes: dict[str, Outcome], stands: Outcome, at: str, labels: int
) -> dict[str, Any]:
    """The proof of one gold item: `votes` by annotator, `stands` the item's own values as they were settled."""
    # By name, as colleagues' copies may know the annotators in another order.
    found: dict[str, Any] = {"votes": dict(sorted(votes.items()))}
    rows = list(matters)
    found["by"] = {m.matter: m.how for m in rows}
    if decisions := [_decided(m.decision) for m in rows if m.decision is not None]:
        found["decisions"] = decisions
    return {**found, "at": at, "labels": labels, "stands": stands}


def _decided(decision: Decision) -> dict[str, Any]:
    row: dict[str, Any] = {"matter": decision.matter, "decider": decision.decider, "at": decision.at,
                           "labels": decision.labels}  # fmt: skip
    if decision.reason:
        row["reason"] = decision.reason
    if decision.rule:
        row["rule"] = decision.rule
    return row


def with_proof(item: Item, made: dict[str, Any] | None) -> Item:
    """The item with this proof, or without any. One that says the same but for its date stays as it was."""
    extra: dict[str, Any] = json.loads(item.extra) if item.extra else {}
    old = extra.pop(PROOF, None)
    if made is not None:
        made = json.loads(json.dumps(made))
        if isinstance(old, dict) and made is not None and _undated(old) == _undated(made):
            return item
        extra[PROOF] = made
    return replace(item, extra=json.dumps(extra, ensure_ascii=False, separators=(",", ":")) if extra else "")


def _undated(made: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in made.items() if key not in _WHEN}


def proven(item: Section | Mention) -> Outcome | None:
    """The item's values as its proof has them; None where it carries no proof."""
    if PROOF not in item.extra:
        return None
    made = json.loads(item.extra).get(PROOF)
    return thaw(json.dumps(made["stands"])) if isinstance(made, dict) and "stands" in made else None


def with_theme_merged(section: Section, source: str, target: str) -> Section:
    """The section with its themes in the proof rewritten, as the label set's change is nobody's edit of it."""
    stands = proven(section)
    if stands is None:
        return section
    extra = json.loads(section.extra)
    place = ATTRIBUTES.index("themes")
    themes = [target if theme == source else theme for theme in stands[place] or ()]
    extra[PROOF]["stands"][place] = list(dict.fromkeys(themes))
    return replace(section, extra=json.dumps(extra, ensure_ascii=False, separators=(",", ":")))


class Known:
    """What was worked out of a gold layer's rows. It follows from them alone, so that it holds for the next state of
    the layer too."""

    def __init__(self) -> None:
        self._proven: dict[str, Outcome | None] = {}
        self.sections: dict[int, tuple[object, Section]] = {}
        """By their starts the sections that were last written, and what they rest on."""
        self.mentions: dict[str, tuple[Matter, tuple[Mention, ...]]] = {}
        """By their extents, as decisions write them, the mentions that were last written, and the matter of each."""

    def proven(self, item: Section | Mention) -> Outcome | None:
        """As `proven`, each proof read once."""
        if item.extra not in self._proven:
            self._proven[item.extra] = proven(item)
        return self._proven[item.extra]


def without_proof(item: Item) -> Item:
    """The item as an export without proofs carries it."""
    return with_proof(item, None) if PROOF in item.extra else item
