"""Gold JSON and JSONL: what is written, which rules are checked, and that a file is written whole or not at all."""

import copy
import json
from importlib import resources

import jsonschema_rs
import pytest

from models import mentions, outline
from models.bulletins import comment_on, set_meta
from models.errors import UserError
from models.exchange import gold
from models.exchange.gold_document import to_document
from models.exchange.gold_reading import from_document
from models.exchange.plain import loads
from models.exchange.whole_file import whole_file
from models.mentions import Entity
from models.project import Imported, Project
from models.text import Text

CONTENT = "花木动态\n第3期\n【要闻】\n街道召开会\n议\n李芬华、王明参加。\n图为会场\n会后走访。\n"


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.jiaozhu")
    session = made.open_session(made.add_bulletins([Imported("a.txt", CONTENT)])[0])
    for step in (
        lambda: session.outline.split(0, kind="masthead", level=0),
        lambda: session.outline.set_heading(session.outline[0], 4),
        lambda: session.outline.split(9, kind="column", level=1),
        lambda: session.outline.split(14, kind="article", level=2),
        lambda: session.outline.split(CONTENT.index("图为"), kind="caption", level=3),
        lambda: session.outline.split(CONTENT.index("会后"), kind="article", level=2),
        lambda: session.outline.resume(session.outline[4], session.outline[2]),
        lambda: session.outline.set_themes(session.outline[2], ["party.life", "party.study"]),
        lambda: mentions.add(CONTENT, session.layer.id, "EVENT", [(14, 21)]),
        lambda: mentions.add(CONTENT, session.layer.id, "PER", [(22, 25)]),
        lambda: mentions.add(CONTENT, session.layer.id, "PER", [(22, 23), (26, 28)]),
        lambda: set_meta(session.bulletin, (("date", "2020-06-10"), ("title", "花木动态"))),
    ):
        made.apply(step())
    person = next(m for m in session.mentions if m.fragments == ((22, 25),))
    made.apply(mentions.link([person], Entity("e-1", session.layer.id, "李芬华", "PER")))
    made.apply(comment_on(session.layer.id, person.id, "审核", "2026-01-02T03:04:05Z", "对吗？"))
    yield made
    made.close()


@pytest.fixture
def document(project, tmp_path):
    gold.write(project, tmp_path / "gold.jsonl")
    return json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8"))


def test_a_document_holds_what_the_format_says_in_its_order(document):
    assert list(document) == ["id", "name", "sha256", "text", "meta", "layer", "sections", "entities", "comments"]
    assert document["meta"] == {"title": "花木动态", "date": "2020-06-10"}
    assert list(document["meta"]) == ["title", "date"]
    assert document["sha256"] == Text(CONTENT).sha256
    assert list(document["layer"]) == ["annotator", "role", "status", "modified"]
    sections = document["sections"]
    assert list(sections[4]) == ["id", "start", "end", "level", "kind", "parent", "heading", "themes", "continues",
                                 "origin"]  # fmt: skip
    assert [(s["kind"], s["level"], s["start"], s["end"]) for s in sections] == [
        ("masthead", 0, 0, 9), ("column", 1, 9, 14), ("article", 2, 14, 32), ("caption", 3, 32, 37),
        ("continuation", 2, 37, 43),
    ]  # fmt: skip
    assert [s["parent"] for s in sections] == [None, sections[0]["id"], sections[1]["id"], sections[2]["id"],
                                               sections[1]["id"]]  # fmt: skip
    assert sections[0]["heading"] == [0, 4]
    assert sections[2]["themes"] == ["party.life", "party.study"]
    assert sections[4]["continues"] == sections[2]["id"]
    assert all("continues" not in s for s in sections[:4])
    assert document["comments"][0]["target"] == document["entities"][2]["id"]


def test_mentions_quote_their_words_over_breaks_and_fragments(document):
    assert [(e["label"], e["fragments"], e["text"], e["canonical"]) for e in document["entities"]] == [
        ("EVENT", [[14, 21]], "街道召开会议", None),
        ("PER", [[22, 23], [26, 28]], "李王明", None),
        ("PER", [[22, 25]], "李芬华", "李芬华"),
    ]
    assert list(document["entities"][0]) == ["id", "label", "fragments", "text", "canonical", "origin"]


def test_suggestions_and_doubts_are_marked(project, tmp_path):
    session = project.session
    project.apply(session.outline.set_unsure(session.outline[1], True))
    project.apply(session.outline.split(18))
    project.apply(session.outline.set_themes(session.outline[2], ["party.life"]))
    gold.write(project, tmp_path / "gold.jsonl")
    sections = json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8"))["sections"]
    assert sections[1]["unsure"] is True
    assert sections[3]["suggested_themes"] == [{"id": "party.life"}, {"id": "party.study"}]
    assert sections[3]["themes"] == []
    assert "unsure" not in sections[0]
    assert "confirmed" not in sections[0]


def test_the_json_file_has_its_keys_in_order_and_is_not_escaped(project, tmp_path):
    gold.write(project, tmp_path / "gold.json")
    raw = (tmp_path / "gold.json").read_bytes()
    file = json.loads(raw)
    assert list(file) == ["format", "version", "labels", "themes", "documents"]
    assert (file["format"], file["version"]) == ("jiaozhu-gold", 1)
    assert "街道召开会".encode() in raw
    gold.write(project, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == raw


@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_what_is_written_obeys_the_schemas_that_the_program_ships(project, tmp_path, ending):
    path = tmp_path / f"gold.{ending}"
    gold.write(project, path)
    name = "gold.schema.json" if ending == "json" else "gold-document.schema.json"
    schema = json.loads((resources.files("resources") / "schema" / name).read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema_rs.meta.validate(schema)
    jsonschema_rs.validate(schema, json.loads(path.read_text(encoding="utf-8")))


def test_both_schemas_say_the_same_of_a_document():
    folder = resources.files("resources") / "schema"
    file, line = (json.loads((folder / f"{n}.schema.json").read_text(encoding="utf-8"))
                  for n in ("gold", "gold-document"))  # fmt: skip
    assert file["$defs"]["document"] == {key: line[key] for key in ("type", "required", "properties")}
    assert {key: file["$defs"][key] for key in line["$defs"]} == line["$defs"]


def _at(document, path, value):
    changed = copy.deepcopy(document)
    *steps, last = path
    row = changed
    for step in steps:
        row = row[step]
    row[last] = value
    return changed


@pytest.mark.parametrize(("path", "value", "says"), [
    (("sha256",), "0" * 64, "sha256 is not that of the text"),
    (("text",), "一\r\n", "carriage returns or control characters"),
    (("sections", 2, "start"), 9, "section 3 .* starts at 9"),
    (("sections", 4, "start"), 900, "inside the text of 43 characters"),
    (("sections", 1, "end"), 15, "ends at 15.*must end at 14"),
    (("sections", 3, "parent"), None, "section 4 .* has the parent None"),
    (("sections", 0, "heading"), [1, 4], "A heading begins where its section does, at 0"),
    (("sections", 0, "heading"), [0, 10], "ends inside it"),
    (("sections", 4, "continues"), "nobody", "Name an earlier section"),
    (("sections", 1, "continues"), "nobody", "Only a section of kind continuation"),
    (("sections", 1, "level"), 10, "at sections/1/level: .*maximum"),
    (("entities", 1, "fragments"), [[26, 28], [22, 23]], "Fragments are in order"),
    (("entities", 1, "fragments"), [[22, 23], [23, 24]], "do not touch"),
    (("entities", 0, "fragments"), [[14, 99]], "lie in the text of 43 characters"),
    (("entities", 2, "text"), "李芬", "should read “李芬”, but “李芬华” stands there"),
    (("entities", 0, "origin"), {"by": "magic"}, "at entities/0/origin/by"),
    (("layer", "role"), "boss", "at layer/role"),
    (("name",), 7, "at name"),
])  # fmt: skip
def test_every_rule_of_the_format_is_checked(document, path, value, says):
    with pytest.raises(UserError, match=f"(?s)^the file.*{says}"):
        from_document(_at(document, path, value), "the file")


@pytest.mark.parametrize("rows", ["sections", "entities"])
def test_two_rows_of_one_id_are_refused(document, rows):
    same = _at(document, (rows, 1, "id"), document[rows][0]["id"])
    with pytest.raises(UserError, match="has the id of an earlier one"):
        from_document(same, "the file")


def test_one_entity_has_one_name(document):
    changed = _at(_at(document, ("entities", 1, "canonical"), "王明"), ("entities", 1, "entity"), "e-1")
    with pytest.raises(UserError, match="entity e-1 is called “王明” and “李芬华”"):
        from_document(changed, "the file")


def test_mentions_of_one_name_and_label_name_one_entity(document):
    changed = _at(document, ("entities", 1, "canonical"), "李芬华")
    del changed["entities"][2]["entity"]
    read = from_document(changed, "the file")
    assert [e.canonical for e in read.entities] == ["李芬华"]


def test_unknown_keys_are_written_again_at_the_end(document):
    for path, value in (
        (("project",), {"n": [1, None]}), (("meta", "rating"), 3), (("layer", "tool"), "x"),
        (("sections", 0, "colour"), "red"), (("sections", 0, "origin", "run"), 7), (("entities", 0, "note"), "n"),
        (("comments", 0, "likes"), 2),
    ):  # fmt: skip
        document = _at(document, path, value)
    again = to_document(from_document(document, "the file"))
    assert again == document
    assert list(again["sections"][0])[-1] == "colour"
    assert list(again)[-1] == "project"


@pytest.mark.parametrize(("raw", "says"), [
    (b'{"format": "jiaozhu-gold", "version": 2, "documents": []}', "version 2 .* Update the program"),
    (b'{"version": 1}', "is not gold JSON"),
    (b'{"format": ', r"is not JSON: line 1, column \d+"),
    (b'\xff\xfe{', "is not UTF-8"),
    (b'{"format": "jiaozhu-gold", "version": 1}', "documents"),
    (b'{"format": "jiaozhu-gold", "version": 1, "documents": [NaN]}', "NaN"),
    (b'{"format": "jiaozhu-gold", "version": 1, "documents": ["\\ud800"]}', "half a character"),
    (b'[' * 100_000, "is not JSON"),
])  # fmt: skip
def test_a_file_that_is_no_gold_says_what_is_wrong(tmp_path, raw, says):
    path = tmp_path / "gold.json"
    path.write_bytes(raw)
    with pytest.raises(UserError, match=f"(?s)gold.json.*{says}"):
        list(gold.read(path))


def test_an_error_names_the_line_of_a_jsonl_file(document, tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(document)}\n\n{json.dumps(_at(document, ('name',), 1))}\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"gold\.jsonl, line 3, at name"):
        list(gold.read(path))


def test_a_failed_write_leaves_the_old_file_and_nothing_else(project, tmp_path, monkeypatch):
    path = tmp_path / "out" / "gold.json"
    path.parent.mkdir()
    gold.write(project, path)
    before = path.read_bytes()

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match="could not be written: No space left on device"):
        gold.write(project, path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_layer_at_fault_writes_nothing(project, tmp_path):
    bad = outline.Section("s-1", project.session.layer.id, 5, 99, "article")
    project.store.write(outline.Change("", (), (bad,)), "x")
    with pytest.raises(UserError, match="at sections/1/level"):
        gold.write(project, tmp_path / "gold.json")
    assert not (tmp_path / "gold.json").exists()


def test_bytes_that_come_back_different_are_not_taken_for_done(tmp_path, monkeypatch):
    class Liar:
        def hexdigest(self):
            return "0"

    monkeypatch.setattr("hashlib.file_digest", lambda _file, _name: Liar())
    with pytest.raises(UserError, match="other bytes"), whole_file(tmp_path / "a.txt") as out:
        out.write("一")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_what_is_written_is_not_blamed_on_the_disk(tmp_path):
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "a.txt") as out:
        out.write((tmp_path / "missing").read_text(encoding="utf-8"))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError, match="There is no folder"), whole_file(tmp_path / "none" / "a.txt") as out:
        out.write("一")


def test_a_link_stays_a_link_to_what_is_written(tmp_path):
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with whole_file(tmp_path / "link.txt") as out:
        out.write("一")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "一"


def test_json_with_a_byte_order_mark_is_read():
    assert loads(b"\xef\xbb\xbf{}", "it") == {}
