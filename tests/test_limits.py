"""Files, classes and functions stay small, and files speak of the project alone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILE, CLASS, FUNCTION = 400, 25, 60
SOURCES = sorted(
    p for folder in ("gui", "models", "resources", "seeds", "bench", "tests") for p in (ROOT / folder).rglob("*.py")
)
PROSE = [*SOURCES, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
FOREIGN = re.compile(r"/(?:work|farm|tmp/bash_jobs)/|" + "py" + r"pi\.org|files\.python" + "hosted|deb\\.deb" + "ian")


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_its_classes_and_functions_are_small(path):
    text = path.read_text(encoding="utf-8")
    found = []
    if (length := text.count("\n")) > FILE:
        found.append(f"{length} lines (at most {FILE})")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
            if methods > CLASS:
                found.append(f"class {node.name} has {methods} methods (at most {CLASS})")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION and "migrations" not in path.parts:  # a migration lists the tables of its time
                found.append(f"{node.name} has {lines} lines (at most {FUNCTION})")
    assert found == []


def test_no_file_names_a_machine_or_a_package_registry():
    found = [str(p.relative_to(ROOT)) for p in PROSE if FOREIGN.search(p.read_text(encoding="utf-8"))]
    assert found == []
