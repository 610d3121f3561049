"""Time to a usable window beside an empty QMainWindow with one text: whole processes, in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit(open(sys.argv[1], encoding="utf-8").read()))
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, lambda: (app.processEvents(), print("usable", flush=True), app.quit()))
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from gui.program import Program, make_application
app = make_application(sys.argv[:1])
program = Program(QSettings(sys.argv[2], QSettings.Format.IniFormat))
program.window.show()
def usable():
    app.processEvents()
    print("usable", flush=True)
    app.quit()
QTimer.singleShot(0, lambda: (program.start(Path(sys.argv[1])), usable()))
app.exec()
program.stop()
"""


def seconds(code: str, *words: str) -> float:
    """From the process's start to the line in which it says that it can be used."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        cwd=Path(__file__).parents[1],
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        found = time.perf_counter() - begin
        process.wait()
    return found


def main() -> None:
    """Print both medians and their ratio."""
    from models.prelabel.engine import prelabel
    from models.project import Project
    from models.sample import create_sample

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.jiaozhu"
        create_sample(path)
        project = Project.open(path)
        for bulletin in project.store.bulletins():
            project.store_suggestions(bulletin, prelabel(project.store.content(bulletin.id)))
        text = Path(folder) / "text.txt"
        text.write_text(project.store.content(project.store.bulletins()[0].id), encoding="utf-8")
        project.close()
        ours: list[float] = []
        theirs: list[float] = []
        for n in range(ROUNDS + 1):
            pair = seconds(OURS, str(path), str(Path(folder) / "s.ini")), seconds(EMPTY, str(text))
            if n:  # the first round warms the caches
                ours.append(pair[0])
                theirs.append(pair[1])
        a, b = statistics.median(ours), statistics.median(theirs)
        print(f"time to a usable window: {a:.2f} s; empty window with one text {b:.2f} s; ratio {a / b:.2f}")


if __name__ == "__main__":
    main()
