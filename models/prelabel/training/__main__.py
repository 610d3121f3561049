"""`python -m models.prelabel.training`: makes the models of `resources/models` from what the project holds.

`themes.json` holds the words that tell of themes, `sections.json` how sure a boundary is, `rehearsal.json` what a
project's training reads again. `entities.bin` is the plain
tagger; `entities-lac.bin` heeds LAC too and is made where LAC is there (`jiaozhu engines add lac`), else left as it is.
`figures.json` says what each tagger reaches on the seeds, left out one by one, and on the written bulletins kept back.
The same code, data and numpy give the same bytes. `--output` names another folder; `--check` compares instead of
writing; `--only` makes one of the two taggers, or with `tables` neither, which takes seconds and is wanted after every
change to the rules of the outline; `--bulletins` takes fewer composed bulletins, for a trial.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from models.prelabel.engines import LAC
from models.prelabel.entities.lac import usable
from models.prelabel.training.measure import figures
from models.prelabel.training.rehearsal import rehearsal
from models.prelabel.training.sections import certainty_model
from models.prelabel.training.themes import theme_model
from models.prelabel.training.train import BULLETINS, base, made

OUTPUT = Path(__file__).parents[3] / "resources" / "models"
FIGURES = "figures.json"
TABLES = "tables"


def main() -> int:
    """Trains; 0 where the files were written or are the same, 1 where `--check` found another."""
    parser = argparse.ArgumentParser(
        prog="python -m models.prelabel.training", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--only", choices=("plain", LAC, TABLES))
    parser.add_argument("--bulletins", type=int, default=BULLETINS)
    arguments = parser.parse_args()
    output: Path = arguments.output
    said = output / FIGURES
    old = json.loads(said.read_text(encoding="utf-8")) if said.is_file() else {}
    tables = {"themes.json": theme_model(), "sections.json": certainty_model(), "rehearsal.json": rehearsal()}
    files, new = {output / name: data for name, data in tables.items()}, dict(old)
    for evidence in ((), (LAC,)):
        name = "-".join(("entities", *evidence))
        if arguments.only and arguments.only != (LAC if evidence else "plain"):
            continue
        if evidence and not usable():
            print(f"{name}.bin: left as it is, LAC is not there")
            continue
        print(f"{name}.bin")
        files[output / f"{name}.bin"], seeds, unseen = made(base(arguments.bulletins, evidence, print), print)
        new[name] = figures(seeds)
        new[f"{name}, kept back"] = figures(unseen)
    if arguments.check:
        other = [path.name for path, data in files.items() if path.read_bytes() != data]
        other += [FIGURES] if new != old else []
        print(f"not as the program carries it: {', '.join(other)}" if other else "all as the program carries it")
        return int(bool(other))
    output.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        path.write_bytes(data)
    said.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
