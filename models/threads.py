"""How many threads the products of matrices take: one, unless the environment says another number."""

from __future__ import annotations

import os

NAME = "OPENBLAS_NUM_THREADS"
_MOST = 8
"""More threads than this are not worth the memory of what each works on, some 20 MB."""


def one() -> None:
    """To be called before numpy is imported, which reads the number once.

    The threads of one product wait for each other without sleeping. Where another process holds a core they stand
    still: on a machine of two busy cores five bulletins took more than five minutes, which take half a minute now.
    """
    os.environ.setdefault(NAME, "1")


def side_by_side() -> int:
    """How many threads may each make products of their own, if a product takes no more than one: one a processor; where
    there are three or more, one is left to the window."""
    if os.environ.get(NAME) != "1":
        return 1
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST, count - 1 if count > 2 else count)
