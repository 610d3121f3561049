"""The other formats: what they hold, and what they say they could not hold."""

import csv
import json

import pytest

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Origin
from models.errors import UserError
from models.exchange import bio, csv_table, doccano
from models.exchange.annotated import Annotated
from models.exchange.formats import Losses
from models.exchange.label_sets import Scheme
from models.exchange.table import BY_NAME, FORMATS, for_writing, format_for
from models.exchange.whole_file import whole_file
from models.labels import default_label_set
from models.mentions import Entity, Mention
from models.outline import Section
from models.text import Text

CONTENT = "𠮷区委\u3000召开\n会议。\n\n=李芬华 参加"


def item():
    text = Text(CONTENT)
    rows = [
        Section("s-1", "l", 0, 0, "masthead", 3),
        Section("s-2", "l", 12, 1, "article", 16, ("party.life", "health")),
        Mention("m-1", "l", "ORG", ((0, 3),)),
        Mention("m-2", "l", "LOC", ((0, 2),)),
        Mention("m-3", "l", "EVENT", ((4, 9),), origin=Origin("auto", "rules", 0.5), confirmed=False),
        Mention("m-4", "l", "PER", ((13, 16),), "e-1"),
        Mention("m-5", "l", "PER", ((13, 14), (15, 16))),
        Entity("e-1", "l", "李芬华", "PER"),
        Comment("c-1", "l", "m-4", "审核", "2026-01-02T03:04:05Z", "对吗"),
    ]
    bulletin = Bulletin(text.id, "a.txt", text.sha256, len(text))
    return Annotated.of(bulletin, CONTENT, LayerInfo("l", text.id, "甲"), rows)


def written(writer, path):
    losses = Losses()
    with whole_file(path) as out:
        writer([item()], Scheme(default_label_set()), out, losses)
    return path.read_bytes().decode("utf-8"), losses


def test_bio_gives_each_character_a_line_and_keeps_the_widest(tmp_path):
    text, losses = written(bio.write, tmp_path / "a.bio")
    assert text.split("\n") == [
        "-DOCSTART-\tO", "",
        "𠮷\tB-ORG", "区\tI-ORG", "委\tI-ORG", "<U+3000>\tO", "召\tB-EVENT", "开\tI-EVENT",
        "会\tI-EVENT", "议\tI-EVENT", "。\tO", "",
        "=\tO", "李\tB-PER", "芬\tI-PER", "华\tI-PER", "<U+0020>\tO", "参\tO", "加\tO", "", "",
    ]  # fmt: skip
    assert losses.lines() == [
        "Left out: discontinuous mentions (PER 1).", "Left out: nested or overlapping mentions (LOC 1).",
    ]  # fmt: skip


def test_doccano_counts_code_points_and_reads_back(tmp_path):
    path = tmp_path / "a.jsonl"
    text, losses = written(doccano.write, path)
    row = json.loads(text)
    assert row["text"] == CONTENT
    assert row["label"] == [[0, 3, "ORG"], [0, 2, "LOC"], [4, 9, "EVENT"], [13, 16, "PER"]]
    assert row["Comments"] == ["对吗"]
    assert losses.lines() == ["Left out: discontinuous mentions (PER 1).", "Left out: sections (2)."]
    assert format_for(path).name == "doccano"
    back = next(doccano.read(path))
    assert back.content == CONTENT
    assert (back.bulletin.name, back.layer.annotator) == ("a.txt", "甲")
    assert [(m.start, m.end, m.label) for m in back.mentions] == [
        (0, 3, "ORG"), (0, 2, "LOC"), (4, 9, "EVENT"), (13, 16, "PER"),
    ]  # fmt: skip


def test_doccano_with_relations_is_read(tmp_path):
    path = tmp_path / "r.jsonl"
    entities = [{"id": 7, "label": "PER", "start_offset": 0, "end_offset": 3}]
    path.write_text(json.dumps({"id": 1, "text": "李芬华", "entities": entities, "relations": []}), encoding="utf-8")
    back = next(doccano.read(path))
    assert [(m.fragments, m.label, m.origin.by) for m in back.mentions] == [(((0, 3),), "PER", "import")]
    assert back.bulletin.name == "r-1.txt"


@pytest.mark.parametrize(("row", "says"), [
    ({"text": "李芬", "label": [[0, 3, "PER"]]}, r"line 1: the span \[0, 3\).*grapheme mode off"),
    ({"text": "李\r\n芬", "label": []}, "offsets would shift"),
    ({"text": "李", "label": [["a", 1, "PER"]]}, "at label/0/0"),
])  # fmt: skip
def test_doccano_that_does_not_fit_is_refused(tmp_path, row, says):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(UserError, match=f"(?s){says}"):
        list(doccano.read(path))


def test_csv_has_a_row_for_each_section_and_mention(tmp_path):
    text, losses = written(csv_table.write, tmp_path / "a.csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(text[1:].splitlines()))
    assert [(r["row"], r["label"], r["start"], r["end"], r["text"]) for r in rows] == [
        ("section", "masthead", "0", "12", "𠮷区委"), ("section", "article", "12", "19", "'=李芬华"),
        ("mention", "ORG", "0", "3", "𠮷区委"), ("mention", "LOC", "0", "2", "𠮷区"),
        ("mention", "EVENT", "4", "9", "召开会议"), ("mention", "PER", "13", "16", "李芬华"),
        ("mention", "PER", "13", "16", "李华"),
    ]  # fmt: skip
    assert rows[1]["themes"] == "party.life;health"
    assert rows[1]["parent"] == "s-1"
    assert (rows[4]["confirmed"], rows[4]["origin"], rows[4]["confidence"]) == ("0", "auto", "0.5")
    assert rows[6]["fragments"] == "13-14;15-16"
    assert losses.lines() == ["Left out: comments (1)."]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a"])
def test_no_cell_of_csv_is_a_formula(cell):
    assert csv_table._cell(cell) == f"'{cell}"


def test_the_table_names_each_format_once_and_finds_it_by_its_file(tmp_path):
    assert [f.name for f in FORMATS] == list(BY_NAME)
    assert for_writing("gold", tmp_path / "x.JSONL").name == "gold-jsonl"
    assert for_writing("gold", tmp_path / "x.json").name == "gold"
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UserError, match="no annotation file"):
        format_for(tmp_path / "a.json")
    with pytest.raises(UserError, match="cannot be imported"):
        format_for(tmp_path / "a.csv", "csv")
