"""Errors that nobody caught are told to the person at the desk."""

from __future__ import annotations

import pytest

from gui.sentences import sentence
from gui.uncaught import hook
from models.errors import UserError


def caught(uncaught, error):
    with pytest.raises(type(error)) as caught:
        raise error
    uncaught(caught.type, caught.value, caught.tb)


def test_an_error_nobody_caught_is_told_once_with_its_place_and_written_to_standard_error(capsys):
    told = []
    uncaught = hook(told.append)
    for _ in range(2):
        caught(uncaught, ZeroDivisionError("<b>by nothing</b>"))
    (error,) = told
    assert "ZeroDivisionError: <b>by nothing</b> (test_uncaught.py:" in sentence(error)
    assert "先前做的都已保存" in sentence(error)
    assert capsys.readouterr().err.count("Traceback") == 2


def test_a_user_error_keeps_its_own_sentence_and_leaving_the_program_is_no_error(capsys):
    told = []
    uncaught = hook(told.append)
    caught(uncaught, UserError("x", code="project.missing", path="/a"))
    caught(uncaught, KeyboardInterrupt())
    assert [sentence(error) for error in told] == ["找不到项目 /a，它可能被移动或改名了。"]
