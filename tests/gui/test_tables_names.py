"""What things are called on screen."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import models
from gui import names
from models.changes import Origin
from models.labels import default_label_set, edit

LABELS = default_label_set()


@pytest.mark.parametrize(
    ("name", "args", "said"),
    [
        ("section.split", (), "设边界"),
        ("section.kind", ("brief",), "类型改为简讯"),
        ("section.themes", ("city.waste", "party.study"), "加主题“垃圾分类”“理论学习”"),
        ("section.themes", (), "改主题"),
        ("section.theme.reject", ("",), "否决推荐的主题"),
        ("mention.add", ("ORG", "区委组织部"), "标为机构“区委组织部”"),
        ("mention.add", ("ORG", "区委\n  组织部" * 9), "标为机构“区委组织部区委组织部区委组织部区委组织…”"),
        ("mention.all", ("PER", "林小川", "3"), "3 处“林小川”标为人物"),
        ("mention.link", ("",), "取消实体指向"),
        ("mention.add", ("XX", "{label}%1"), "标为XX“{label}%1”"),
        ("layer.status", ("submitted",), "状态改为已提交"),
        ("theme.merge", ("甲", "乙"), "把主题“甲”并入“乙”"),
        ("no.such", ("x",), "no.such"),
    ],
)
def test_changes_are_named_after_what_they_do(qapp, name, args, said):
    assert names.change_name(name, args, LABELS) == said


def test_every_change_that_the_models_make_has_a_name():
    source = "\n".join(p.read_text("utf-8") for p in Path(models.__file__).parent.rglob("*.py"))
    source += "\n".join(p.read_text("utf-8") for p in (Path(names.__file__).parent / "annotate").glob("*.py"))
    made = set(re.findall(r'(?:change|_change|_step|joined)\(\s*"([a-z_]+\.[a-z_.]+)"', source))
    assert len(made) > 25
    assert made <= names.CHANGES.keys()


def test_retired_things_are_called_so_and_unknown_ids_shown_as_they_are(qapp):
    retired = LABELS.applied(edit(LABELS.label_by_id["PER"], retired=True))
    assert names.label_name(retired, "PER") == "人物（已停用）"
    assert names.label_name(LABELS, "NOPE") == "NOPE"
    assert names.kind_name(LABELS, "article") == "稿件"
    assert names.theme_name(None, "city.waste") == "city.waste"
    assert names.status_name("strange") == "strange"


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin("auto", "e", 0.973, "rule:numbering"), "规则「编号」 0.97"),
        (Origin("auto", "e", 0.5, "rule:第…组+model"), "规则「第…组」 + 模型 0.50"),
        (Origin("auto", "e", None, "newly:invented"), "newly「invented」"),
        (Origin(), "人工"),
        (Origin("import"), "导入"),
    ],
)
def test_where_something_comes_from(qapp, origin, said):
    assert names.origin_name(origin) == said


def test_moments_are_as_short_as_they_can_be(qapp):
    today = datetime(2026, 5, 6, 12, tzinfo=UTC)
    stamp = today.isoformat().replace("+00:00", "Z")
    assert re.fullmatch(r"\d\d:\d\d", names.moment_name(stamp, today))
    assert re.fullmatch(r"\d\d-\d\d \d\d:\d\d", names.moment_name(stamp, today + timedelta(days=3)))
    assert names.moment_name(stamp, today + timedelta(days=900)).startswith("2026-05-06 ")
    assert names.moment_name("once", today) == "once"
