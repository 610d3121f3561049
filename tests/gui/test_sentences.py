"""Errors speak the interface language."""

from __future__ import annotations

import re
from pathlib import Path

import models
from gui.sentences import SENTENCES, sentence
from models.errors import UserError

CODE = re.compile(r'code="([a-z_]+\.[a-z_]+)"')


def test_every_code_of_the_models_has_its_sentence():
    folder = Path(next(iter(models.__path__)))
    used = {code for file in folder.rglob("*.py") for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert used
    assert sorted(used - SENTENCES.keys()) == []


def test_every_rule_of_the_gold_format_has_its_sentence():
    text = (Path(next(iter(models.__path__))) / "exchange" / "gold_reading.py").read_text(encoding="utf-8")
    rules = set(re.findall(r'"([a-z0-9.]+)"\)  # fmt', text))
    assert {"section.end", "entity.text", "sha256"} <= rules
    assert sorted({f"gold.{rule}" for rule in rules} - SENTENCES.keys()) == []


def test_a_sentence_mentions_its_facts_as_they_are():
    error = UserError("x", code="project.missing", path="{where} <b>%1</b>")
    assert sentence(error) == "找不到项目 {where} <b>%1</b>，它可能被移动或改名了。"


def test_an_unknown_code_or_a_missing_fact_falls_back_to_english():
    assert sentence(UserError("Plain English.")) == "Plain English."
    assert sentence(UserError("Plain English.", code="not.known")) == "Plain English."
    assert sentence(UserError("Plain English.", code="project.missing")) == "Plain English."
