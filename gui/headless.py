"""The main job without a screen: make the sample project, pre-annotate, export the gold, save pictures, say where."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui.program import Program, make_application
from models.errors import UserError
from models.exchange import gold
from models.sample import create_sample


def run(folder: Path) -> int:
    """Do the job in `folder`; what it made before is made anew. Returns the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_log)
    folder.mkdir(parents=True, exist_ok=True)
    project = folder / "sample.jiaozhu"
    for old in (project, *folder.glob("sample.jiaozhu-*")):
        old.unlink(missing_ok=True)
    app = make_application(sys.argv[:1])
    program = Program(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    failures: list[str] = []
    program.worker.failed.connect(failures.append)
    try:
        create_sample(project)
        program.window.show()
        program.start(project)
        while program.worker.busy:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if failures:
            print("\n".join(failures), file=sys.stderr)
            return 1
        pictures = _take_pictures(app, program, folder)
        assert program.workspace.project is not None
        gold.write(program.workspace.project, folder / "gold.json")
    except UserError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    finally:
        program.stop()
    print(f"Project:  {project}")
    print(f"Gold:     {folder / 'gold.json'}")
    for picture in pictures:
        print(f"Picture:  {picture}")
    return 0


def _log(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Qt's words to standard error, without the one that the plugin for no screen says of every window."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def _take_pictures(app: QApplication, program: Program, folder: Path) -> list[Path]:
    """A picture of the window for each bulletin."""
    made = []
    for bulletin in program.workspace.bulletins():
        program.workspace.open_bulletin(bulletin.id)
        app.processEvents()
        path = folder / f"window-{bulletin.name[:3]}.png"
        program.window.grab().save(str(path))
        made.append(path)
    return made
