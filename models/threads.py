"""How many threads the products of matrices take: one, unless the environment says another number."""

from __future__ import annotations

import os

NAME = "OPENBLAS_NUM_THREADS"


def one() -> None:
    """To be called before numpy is imported, which reads the number once.

    The threads of one product wait for each other without sleeping. Where another process holds a core they stand
    still: on a machine of two busy cores five bulletins took more than five minutes, which take half a minute now.
    """
    os.environ.setdefault(NAME, "1")
