"""From an imported text to its mentions: view, evidence, labels, consistency over the bulletin, the way back."""

from __future__ import annotations

from collections.abc import Mapping

from models.prelabel.engines import NET
from models.prelabel.entities.breaks import mended
from models.prelabel.entities.crf import Ints, batches, best, lattice, padded, span_probability
from models.prelabel.entities.evidence import Piece, pieces
from models.prelabel.entities.model import STEPS, TAGS, Model, shipped
from models.prelabel.entities.net import heard
from models.prelabel.entities.rosters import with_posts
from models.prelabel.entities.settling import consistent, with_rules
from models.prelabel.entities.spans import Candidate
from models.prelabel.entities.view import View, view_of
from models.prelabel.suggestions import SuggestedMention

ENGINE = "builtin"
_AT_ONCE, _BATCH = 1 << 15, 1 << 14
"""How many padded positions are worked on at once: for the best labels, where padding costs nothing, and for the sums
of probabilities, where it costs as much as text."""
_OWN, _OF = 4, 5
"""How far the tagger's own scores are heeded beside the network's, in fifths: both speak of the same."""
_BOLDER, _BEGINS = 0.6, [n for n, name in enumerate(TAGS) if name[0] in "BS"]
"""What a mention's beginning gains, in log-odds, where the network speaks: left out costs more than put in wrongly."""
_SPOKEN_OF = "老师"
"""How anybody may be spoken of, and no post, as 先生 is; 老師 is one, in bulletins of Hong Kong and Taiwan.
What is read is in one script, so the imported text is asked."""
_LEAST = 0.3
"""A span less probable than this is not proposed: to take a wrong one out costs less than to put a right one in."""


def tag(text: str, model: Model | None = None, own: Mapping[str, str] | None = None) -> tuple[SuggestedMention, ...]:
    """The mentions of a text, in order, none overlapping.

    MODEL is the shipped one where none is given. OWN: labels of strings that a project knows, as evidence.
    """
    view = view_of(text)
    found = read(view.content, model or shipped(), own)
    said = [mention(view, candidate) for candidate in found]
    return tuple(each for each in said if each.label != "TITLE" or text[slice(*each.fragments[0])] != _SPOKEN_OF)


def read(content: str, model: Model, own: Mapping[str, str] | None = None) -> list[Candidate]:
    """The mentions of a view's content as the model reads it, in order."""
    found: list[Candidate] = []
    beside = heard(content).labels if NET in model.evidence else None
    for piece in pieces(content, own):
        settled = with_rules(decoded(piece, model, beside), piece)
        found += [c._replace(start=c.start + piece.start, end=c.end + piece.start) for c in settled]
    return [_calibrated(c, model) for c in mended(content, with_posts(content, consistent(content, found)))]


def _calibrated(candidate: Candidate, model: Model) -> Candidate:
    """What a rule found keeps the rule's confidence."""
    if candidate.why.startswith("rule:"):
        return candidate
    return candidate._replace(confidence=model.confidence(candidate.label, candidate.confidence))


def decoded(piece: Piece, model: Model, beside: Ints | None = None) -> list[Candidate]:
    """The mentions of a piece as the model reads it, without rules, in order, with their probabilities.

    BESIDE: what the network says of the whole content, where it is heeded.
    """
    scores = model.scores(piece.rows(model.evidence))
    if beside is not None:
        scores = (_OWN * scores) // _OF + beside[piece.start : piece.start + len(scores)]
        scores[:, _BEGINS] += round(_BOLDER * STEPS)
    held: dict[tuple[int, int], list[int]] = {}
    for group in batches(piece.units, _AT_ONCE):
        units = [piece.units[n] for n in group]
        paths = best(model.steps, *padded(scores, units))
        held.update((unit, path.tolist()) for unit, path in zip(units, paths, strict=True) if path.any())
    found: list[Candidate] = []
    marked = sorted(held)
    for group in batches(marked, _BATCH):
        units = [marked[n] for n in group]
        emissions, mask = padded(scores, units)
        sums = lattice(model.inclined, emissions / STEPS, mask)
        for at, unit in enumerate(units):
            labels = held[unit]
            for left, right in spans(labels):
                raw = span_probability(model.inclined, sums, at, left, labels[left:right])
                if raw < _LEAST:
                    continue
                label, start = TAGS[labels[left]][2:], unit[0]
                found.append(Candidate(start + left, start + right, label, round(raw, 3), "model"))
    return sorted(found, key=lambda candidate: candidate.start)


def spans(labels: list[int]) -> list[tuple[int, int]]:
    """The ranges that a well-formed run of tags marks; what is not well formed marks nothing."""
    found = []
    start, label = -1, ""
    for n, tag_ in enumerate(labels):
        if not tag_:
            start = -1
            continue
        name = TAGS[tag_]
        if name[0] == "S":
            found.append((n, n + 1))
        elif name[0] == "B":
            start, label = n, name[2:]
            continue
        elif name[0] == "I" and start >= 0 and name[2:] == label:
            continue
        elif name[0] == "E" and start >= 0 and name[2:] == label:
            found.append((start, n + 1))
        start = -1
    return found


def mention(view: View, candidate: Candidate) -> SuggestedMention:
    """A candidate as a mention of the imported text."""
    return SuggestedMention(
        candidate.label, (view.span(candidate.start, candidate.end),), candidate.confidence, ENGINE, candidate.why, None
    )
