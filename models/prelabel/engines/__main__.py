"""`python -m models.prelabel.engines` is `jiaozhu engines`."""

from __future__ import annotations

import sys

from models.cli import main

if __name__ == "__main__":
    sys.exit(main(["engines", *sys.argv[1:]]))
