"""What each part of the mention tagger adds: strict F1 by label without it, on the seeds left out one by one and on the
written bulletins that are kept back.

    python -m bench.ablation [GOLD_FOLDER TEXT_FOLDER] [--bulletins N]

Both folders: further bulletins with gold (`{"file", "entities", "optional"}`), nothing learns from them.
N composed bulletins train each base model; the shipped one sees more, the default
is for a short wait.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from models.prelabel.entities import rules
from models.prelabel.entities.breaks import mended
from models.prelabel.entities.evidence import pieces
from models.prelabel.entities.features import PLAIN
from models.prelabel.entities.fitting import Sample, averaged, fit
from models.prelabel.entities.model import Model, from_bytes, to_bytes
from models.prelabel.entities.samples import samples
from models.prelabel.entities.settling import consistent, with_rules
from models.prelabel.entities.spans import LABELS
from models.prelabel.entities.tagger import decoded, mention
from models.prelabel.entities.view import view_of
from models.prelabel.suggestions import SuggestedMention
from models.prelabel.training.corpus import (
    composed,
    golds_in,
    joined,
    kept_back,
    seed_examples,
    seed_golds,
    written_samples,
)
from models.prelabel.training.measure import Gold, Outcome, Tag, measure, pooled
from models.prelabel.training.train import BASE, BASES, adapted

Models = Sequence[Model | None]
"""One model for each seed, which it has not seen, and one for all others; None: rules in its stead."""


def reader(model: Model | None, settle: bool = True, document: bool = True) -> Tag:
    """A tagger of some parts: the model or the rules, dates and 《》 settled by rules, the document's consistency."""

    def tag(text: str) -> list[SuggestedMention]:
        view = view_of(text)
        found = []
        for piece in pieces(view.content):
            here = decoded(piece, model) if model else rules.tag(piece.string, piece.words, piece.found)
            here = with_rules(here, piece) if settle else here
            found += [c._replace(start=c.start + piece.start, end=c.end + piece.start) for c in here]
        found = consistent(view.content, found) if document else found
        return [mention(view, c) for c in (mended(view.content, found) if settle else found)]

    return tag


def stored(model: Model) -> Model:
    """The model as it would be stored."""
    return from_bytes(to_bytes(model))


def each_left_out(make: Callable[[int | None], Model]) -> list[Model]:
    """MAKE's model without each seed, and with all."""
    return [stored(make(n)) for n in (*range(len(seed_golds())), None)]


def from_seeds(skip: int | None) -> Model:
    """A model of the seeds alone but one."""
    return fit([joined(samples(each)) for n, each in enumerate(seed_examples()) if n != skip], replace(BASE, least=1))


def blinded(sample: Sample) -> Sample:
    """A sample without what lexicons and rules say: what a model has not seen weighs nothing later."""
    rows = sample.rows.copy()
    rows[:, PLAIN:] = 0
    return replace(sample, rows=rows)


def row(name: str, models: Models, others: list[list[Gold]], settle: bool = True, document: bool = True) -> None:
    """Print what MODELS reach on the seeds left out, and on each list of OTHERS."""

    def of(model: Model | None, golds: list[Gold]) -> Outcome:
        return measure(golds, reader(model, settle, document))

    outcomes = [pooled(of(model, [gold]) for model, gold in zip(models, seed_golds(), strict=False))]
    outcomes += [of(models[-1], golds) for golds in others]
    cells = [" ".join(f"{100 * value:5.1f}" for value in (each.f1(), *map(each.f1, LABELS))) for each in outcomes]
    print(f"{name:42} | " + " | ".join(cells), flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="GOLD_FOLDER TEXT_FOLDER")
    parser.add_argument("--bulletins", type=int, default=300)
    arguments = parser.parse_args()
    others = [kept_back()] + ([golds_in(*arguments.folders)] if arguments.folders else [])
    print(f"{'':42} | " + " ".join(f"{name:>5}" for name in ("all", *LABELS)))
    corpora = [composed(arguments.bulletins, seed, genres) for seed, genres in BASES]
    own = written_samples()
    row("rules and lexicons, no model", [None] * 6, others)
    row("model of the seeds alone", each_left_out(from_seeds), others)
    row("composed bulletins, one model", [stored(fit([corpora[0]], BASE))] * 6, others)
    row("written bulletins, one model", [stored(fit([own], BASE))] * 6, others)
    blind = stored(fit([blinded(corpora[0]), blinded(own)], BASE))
    row("both, no lexicons or rules", [blind] * 6, others, settle=False)
    bases = [fit([corpus, own], replace(BASE, seed=seed)) for corpus, (seed, _) in zip(corpora, BASES, strict=True)]
    row("both, one model", [stored(bases[0])] * 6, others)
    row("both, mean of three", [stored(averaged(bases[:3]))] * 6, others)
    start = averaged(bases)
    row(f"both, mean of all {len(bases)}", [stored(start)] * 6, others)
    seeds = seed_examples()
    whole = each_left_out(lambda skip: adapted(start, [each for n, each in enumerate(seeds) if n != skip]))
    row("the same with seeds: the whole", whole, others)
    row("the whole without settling by rules", whole, others, settle=False)
    row("the whole without the document's say", whole, others, document=False)


if __name__ == "__main__":
    main()
