"""`python -m gui`: opens the window, or does the main job without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer

from gui import ask
from gui.program import Program, make_application
from gui.uncaught import hook


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; with --headless do the main job without one. Returns the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="jiaozhu", description="Annotate Chinese bulletins.")
    parser.add_argument("project", nargs="?", type=Path, help="a project file; the last one when left out")
    parser.add_argument("--headless", metavar="FOLDER", type=Path,
                        help="no screen needed: make, pre-annotate and export the sample project there")  # fmt: skip
    args = parser.parse_args(words)
    if args.headless is not None:
        from gui.headless import run

        return run(args.headless)
    app = make_application(sys.argv[:1])
    program = Program(QSettings())
    # Not at once: it may have happened while something was being painted.
    sys.excepthook = hook(lambda error: QTimer.singleShot(0, lambda: ask.tell(program.window, error)))
    program.window.show()
    QTimer.singleShot(0, lambda: program.start(args.project, asking=True))
    status = app.exec()
    program.stop()
    return status


if __name__ == "__main__":
    sys.exit(main())
