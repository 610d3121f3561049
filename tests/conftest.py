"""No screen is needed: windows are drawn off it. No engine that happens to be on the machine is used."""

import os

import pytest
from hypothesis import settings

from models.storage import database

settings.register_profile("untimed", deadline=None)  # how long an example takes is the machine's affair
settings.load_profile("untimed")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_ENGINES = os.environ.get("JIAOZHU_ENGINES")
os.environ["JIAOZHU_ENGINES"] = ""


@pytest.fixture
def own_engines(monkeypatch):
    """The engines of this machine are used, as they are in the program."""
    if _ENGINES is None:
        monkeypatch.delenv("JIAOZHU_ENGINES")
    else:
        monkeypatch.setenv("JIAOZHU_ENGINES", _ENGINES)


@pytest.fixture
def engines(monkeypatch, tmp_path):
    """A folder for engines, empty."""
    folder = tmp_path / "engines"
    monkeypatch.setenv("JIAOZHU_ENGINES", str(folder))
    return folder


@pytest.fixture(autouse=True)
def projects_are_closed(monkeypatch):
    """A project that a test leaves open is closed behind it: Python 3.13 warns of one that is lost while open."""
    opened = []

    def open_file(path, *, create):
        opened.append(original(path, create=create))
        return opened[-1]

    original = database.open_file
    monkeypatch.setattr(database, "open_file", open_file)
    yield
    for each in opened:
        each.close()
