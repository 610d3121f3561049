"""Settling differences: accept a side, several, none, or edit; the same for all alike; send back; finish.

Each function returns a `Change` on the gold layer (one undo) and alters nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.bulletins import Comment, LayerInfo, set_status
from models.changes import Change, change, joined
from models.decision import Decision, Key
from models.errors import UserError
from models.project import Project, now
from models.review.differences import Difference
from models.review.gold import check_outcome, decision, settled
from models.review.matters import Outcome, fragments_of, place_of
from models.review.reviewing import Review, all_reviews
from models.text import new_id, quote


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one difference is to be settled: by the sides `says` (places in `Difference.says`; none of them means that
    nothing belongs there), or with `edits`, the outcome of each matter that is to be another."""

    says: tuple[int, ...] = ()
    edits: tuple[tuple[Key, Outcome], ...] = ()


NOTHING = Verdict()


def side(difference: Difference, *annotators: str) -> Verdict:
    """The verdict that takes over what these annotators have. Raises UserError when none of them voted."""
    says = tuple(n for n, say in enumerate(difference.says) if set(say.annotators) & set(annotators))
    if not says:
        raise UserError("This person has no vote here.", code="decision.no_vote")
    return Verdict(says)


def outcomes(difference: Difference, verdict: Verdict) -> dict[Key, Outcome]:
    """What each matter of the difference comes to. Raises UserError where the verdict says nothing sensible."""
    if verdict.edits:
        # A boundary or an extent that is put elsewhere does not stay where it was as well.
        rest: dict[Key, Outcome] = {key: _empty(key[0]) for key in difference.keys if key[0] in ("boundary", "mention")}
        return {**rest, **dict(verdict.edits)}
    found: dict[Key, Outcome] = {}
    for n, key in enumerate(difference.keys):
        found[key] = _combined(key[0], [difference.says[place].values[n] for place in verdict.says])
    return found


def _empty(matter: str) -> Outcome:
    match matter:
        case "boundary":
            return False
        case "heading":
            return None
        case "themes" | "mention":
            return ()
        case _:
            raise UserError("A section always has a level and a kind. Take one side, or edit it.",
                            code="decision.needed")  # fmt: skip


def _combined(matter: str, values: Sequence[Outcome]) -> Outcome:
    if not values:
        return _empty(matter)
    if matter == "boundary":
        return any(values)
    if matter in ("themes", "mention"):
        return tuple(dict.fromkeys(one for value in values for one in value))
    if len(set(values)) > 1:
        raise UserError("These sides cannot both be right. Take one of them, or edit it.", code="decision.several")
    return values[0]


def decide(project: Project, review: Review, difference: Difference, verdict: Verdict, reason: str = "") -> Change:
    """Settle one difference. Deciding again on what is decided replaces the decision; the earlier one is kept."""
    taken = _decisions(project, review, outcomes(difference, verdict), reason)
    words = quote(review.content, difference.start, difference.end)[:20]
    return settled(project, review, taken, f"decision.{difference.kind}", args=(words,))


def _decisions(project: Project, review: Review, found: Mapping[Key, Outcome], reason: str, rule: str = "",
               ) -> list[Decision]:  # fmt: skip
    for key, outcome in found.items():
        check_outcome(review.content, key, outcome)
    return [decision(project, review, key, outcome, reason, rule) for key, outcome in found.items()]


# The same for all alike -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alike:
    """A difference of the same pattern, and what the verdict makes of it; None where it cannot be carried over."""

    review: Review
    difference: Difference
    outcomes: Mapping[Key, Outcome] | None


def alike(
    project: Project, difference: Difference, verdict: Verdict,
    watch: Callable[[Review], None] = lambda _review: None,
) -> list[Alike]:  # fmt: skip
    """Every open difference of the same pattern in the project, the given one too: what a preview shows."""
    content = project.store.content(difference.bulletin)
    found: list[Alike] = []
    for review in all_reviews(project):
        watch(review)
        like = [d for d in review.differences if d.pattern == difference.pattern]
        like = [d for d in like if not d.settled or d.id == difference.id]
        found += [Alike(review, d, _carried(content, difference, d, verdict, review)) for d in like]
    return found


def decide_alike(project: Project, chosen: Iterable[Alike], pattern: str, reason: str = "") -> Change:
    """Settle all of these at once; those that cannot be carried over are passed over."""
    taken: dict[str, tuple[Review, list[Decision]]] = {}
    count = 0
    for each in chosen:
        if each.outcomes is not None:
            count += 1
            rows = taken.setdefault(each.review.bulletin.id, (each.review, []))[1]
            rows += _decisions(project, each.review, each.outcomes, reason, pattern)
    steps = [settled(project, review, rows, "decision.alike") for review, rows in taken.values()]
    layer = steps[0].layer if len(steps) == 1 else None
    return joined("decision.alike", steps, args=(str(count),), layer=layer)


def _carried(
    content: str, first: Difference, other: Difference, verdict: Verdict, review: Review
) -> dict[Key, Outcome] | None:
    """The verdict's outcomes at the place of another difference of the pattern; `content` is the first one's text."""
    if other.id == first.id or not verdict.edits:
        return outcomes(other, verdict)
    places = dict(zip(first.keys, other.keys, strict=True))
    found: list[tuple[Key, Outcome]] = []
    for key, outcome in verdict.edits:
        moved = places.get(key) or _shifted(key, other.start - first.start)
        if moved is None or key[0] in ("boundary", "heading") or (key[0] == "kind" and outcome[1] is not None):
            return None
        if key not in places and _words(review.content, moved) != _words(content, key):
            return None
        found.append((moved, outcome))
    return outcomes(other, Verdict(edits=tuple(found)))


def _shifted(key: Key, by: int) -> Key | None:
    """A mention's extent beside the difference's own, at the other place; nothing else can be shifted."""
    if key[0] != "mention":
        return None
    return key[0], place_of(tuple((a + by, b + by) for a, b in fragments_of(key[1])))


def _words(content: str, key: Key) -> list[str]:
    return [content[a:b] if 0 <= a < b else "" for a, b in fragments_of(key[1])]


# Around a bulletin ----------------------------------------------------------------------------------------------------


def send_back(layer: LayerInfo, reviewer: str, reason: str) -> Change:
    """Return a layer to its annotator; the reason becomes a comment on it. Raises UserError without a reason."""
    if layer.status != "submitted":
        raise UserError("Only a submitted layer can be sent back.", code="return.status", status=layer.status)
    if not reason.strip():
        raise UserError("Say why the bulletin is sent back.", code="return.reason")
    note = Comment(new_id(), layer.id, "", reviewer, now(), reason.strip())
    steps = [set_status(layer, "returned"), change("comment.add", [], [note], layer=layer.id)]
    return joined("layer.status", steps, args=("returned",), layer=layer.id)


def finish(project: Project, review: Review) -> Change:
    """Close a bulletin: the gold layer and all layers reviewed become adjudicated.

    Raises UserError while a difference is open.
    """
    left = len(review.open)
    if left:
        raise UserError(f"{left} differences are still open.", code="review.open", count=left)
    step = settled(project, review, [], "review.finish", args=(review.bulletin.title,))
    info = next((i for i in step.after if isinstance(i, LayerInfo)), review.gold.layer)
    layers = [side.layer for side in review.sides]
    closing = change("", [info, *layers], [replace(i, status="adjudicated") for i in (info, *layers)])
    return joined("review.finish", [step, closing], args=step.args, layer=step.layer)
