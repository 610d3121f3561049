"""`python -m models.prelabel.training`: makes `resources/models/entities.bin` from what the project holds.

The same code, data and numpy give the same bytes. `--output` writes elsewhere; `--check` compares instead of writing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from models.prelabel.training.train import shipped_bytes

OUTPUT = Path(__file__).parents[3] / "resources" / "models" / "entities.bin"


def main() -> int:
    """Trains; 0 where the file was written or is the same, 1 where `--check` found another."""
    parser = argparse.ArgumentParser(prog="python -m models.prelabel.training", description=__doc__)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    data = shipped_bytes(print)
    if arguments.check:
        return 0 if arguments.output.read_bytes() == data else 1
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
