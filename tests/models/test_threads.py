"""Products of matrices take one thread."""

import os
import subprocess
import sys

import pytest

from models import threads


@pytest.mark.parametrize(("given", "found"), [(None, "1"), ("2", "2")])
def test_one_thread_is_taken_unless_somebody_chose_another_number(monkeypatch, given, found):
    monkeypatch.delenv(threads.NAME, raising=False)
    if given:
        monkeypatch.setenv(threads.NAME, given)
    threads.one()
    assert os.environ[threads.NAME] == found


@pytest.mark.parametrize(("processors", "found"), [(1, 1), (2, 2), (3, 2), (64, 8)])
def test_products_are_made_side_by_side_but_one_processor_is_left_to_the_window(monkeypatch, processors, found):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)), raising=False)
    monkeypatch.setenv(threads.NAME, "1")
    assert threads.side_by_side() == found
    monkeypatch.setenv(threads.NAME, "2")
    assert threads.side_by_side() == 1


@pytest.mark.parametrize("module", ["models.cli", "models.worker"])
def test_numpy_is_not_there_yet_when_the_number_is_told(module):
    said = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print('numpy' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.strip() == "False"
