"""Engines that a user adds: trained elsewhere, fetched on demand, kept as one checked file each in the user's data.

Importing this is cheap. `models.prelabel.engines.adding` fetches and converts, `models.prelabel.entities.lac` computes.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

LAC, NET = "lac", "net"
"""LAC is added by the user; the network comes with the program (`models.prelabel.entities.net`)."""
FOLDER = "JIAOZHU_ENGINES"
"""The environment variable that names another folder for engines; set but empty, none is used."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What a user may add. SIZE and DOWNLOAD are bytes on the disk afterwards and over the wire, give or take."""

    id: str
    name: str
    version: str
    released: str
    licence: str
    maker: str
    size: int
    download: int


ENGINES = (Engine(LAC, "LAC", "2.1.2", "2021-05", "Apache-2.0", "Baidu NLP", 6_300_000, 64_800_000),)
"""All engines that can be added, in the order in which they are listed."""


def engine(name: str) -> Engine | None:
    """The engine of that id; None where there is none."""
    return next((each for each in ENGINES if each.id == name), None)


def folder() -> Path | None:
    """Where the user's engines are kept; None where they are switched off. The folder need not be there yet."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named.strip() else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Local") / "jiaozhu" / "engines"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "jiaozhu" / "engines"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "jiaozhu" / "engines"


def carried(name: str) -> Path:
    """Where a built application carries an engine's file; it need not be there."""
    return Path(str(resources.files("resources") / "engines" / f"{name}.bin"))


def place(name: str) -> Path | None:
    """An engine's file: the user's, else the one that the application carries; None where there is neither.

    Where the environment names a folder, that one alone counts.
    """
    own = folder()
    places = [own / f"{name}.bin"] if own else []
    if FOLDER not in os.environ:
        places.append(carried(name))
    return next((path for path in places if path.is_file()), None)


def state(name: str) -> str:
    """ "added" by the user, "carried" by the application, "damaged", "absent", or "off" where no engine is used."""
    path = place(name)
    if path is None:
        return "absent" if folder() else "off"
    if not _sound(path):
        return "damaged"
    return "carried" if path == carried(name) else "added"


def _sound(path: Path) -> bool:
    """Whether an engine's file is whole: two lines of head, and packed data with its checksum."""
    try:
        mark, _, rest = path.read_bytes().partition(b"\n")
        head, _, body = rest.partition(b"\n")
        json.loads(head)
        zlib.decompress(body)
    except (OSError, ValueError, zlib.error):
        return False
    return mark.startswith(b"JIAOZHU-")
