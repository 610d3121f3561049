"""The program's entry: a sub-command goes to the command line, which never loads Qt; all else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from models.cli import COMMANDS
from models.cli import main as run_command


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words behind its name; returns the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and words[0] in (*COMMANDS, "-h", "--help"):
        return run_command(words)
    from gui.__main__ import main as open_window

    return open_window(words)
