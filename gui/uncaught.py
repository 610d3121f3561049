"""What nobody caught: told to the person at the desk rather than to a console that nobody sees."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from models.errors import UserError

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def hook(tell: Callable[[UserError], object]) -> Hook:
    """A `sys.excepthook` that writes the traceback to standard error and calls TELL, with the same words once only.

    Each step is on disk before the screen shows it: whatever failed, what was done before is kept.
    """
    told: set[str] = set()

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace, file=sys.stderr)
        if not issubclass(kind, Exception):
            return
        place = traceback.extract_tb(trace)[-1] if trace is not None else None
        where = f" ({Path(place.filename).name}:{place.lineno})" if place is not None else ""
        words = f"{kind.__name__}: {error}{where}"
        if words not in told:
            told.add(words)
            tell(error if isinstance(error, UserError) else _failure(words))

    return uncaught


def _failure(words: str) -> UserError:
    return UserError(
        f"Something went wrong in the program: {words}. What was done before is saved.",
        code="program.failed",
        what=words,
    )
