"""Imports run one way, and models need no window."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BELOW = ("outline", "mentions", "labels", "text", "changes", "errors", "bulletins")


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, those inside functions included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def offenders(folder: str, wrong: tuple[str, ...], allowed: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files(folder)
        if not str(path.relative_to(ROOT)).startswith(allowed or ("\0",))
        for name in imports(path)
        if name.split(".")[0] in wrong or any(name == w or name.startswith(w + ".") for w in wrong)
    ]


def test_models_never_import_qt_or_the_window():
    assert offenders("models", ("PySide6", "shiboken6", "gui")) == []


def test_only_storage_imports_peewee():
    assert offenders("models", ("peewee", "playhouse"), ("models/storage/",)) == []
    assert offenders("gui", ("peewee", "playhouse", "sqlite3")) == []


def test_the_window_never_loads_jieba():
    assert offenders("gui", ("jieba", "pycrfsuite")) == []


@pytest.mark.parametrize("name", BELOW)
def test_the_ground_floor_of_models_imports_no_floor_above(name):
    above = tuple(f"models.{n}" for n in ("session", "project", "storage", "prelabel", "review", "exchange", "layers"))
    found = [i for i in imports(ROOT / "models" / f"{name}.py") if i.startswith(above)]
    assert found == []


def test_panels_never_import_each_other():
    wrong = []
    for path in files("gui/panels"):
        own = f"gui.panels.{path.stem}"
        wrong += [
            f"{path.name} imports {i}" for i in imports(path) if i.startswith("gui.panels.") and not i.startswith(own)
        ]
    assert wrong == []


def test_every_module_of_models_can_be_imported_without_qt():
    names = [
        ".".join(p.relative_to(ROOT).with_suffix("").parts)
        for p in files("models")
        if p.name not in ("__main__.py", "__init__.py") and "migrations" not in p.parts
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'gui'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_import_names_are_ours():
    import gui
    import models
    import resources
    import seeds

    for package in (gui, models, resources, seeds):
        assert Path(str(package.__file__)).is_relative_to(ROOT)


def test_the_pair_of_python_and_qt_is_a_sound_one():
    """PySide6 6.12 on Python 3.11 drops a reference to None at each void call and aborts."""
    import PySide6

    if sys.version_info < (3, 12):
        assert tuple(map(int, PySide6.__version__.split(".")[:2])) < (6, 12)
    else:
        assert tuple(map(int, PySide6.__version__.split(".")[:2])) >= (6, 11)
