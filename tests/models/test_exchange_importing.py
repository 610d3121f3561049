"""Annotation files come into a project as bulletins and layers, and nothing of anybody is overwritten."""

import json
from dataclasses import replace

import pytest

from models import mentions
from models.bulletins import set_status
from models.errors import UserError
from models.exchange import gold
from models.exchange.annotated import proposed, stored
from models.exchange.importing import check_file, import_file
from models.exchange.table import export
from models.labels import add_theme
from models.prelabel.suggestions import SuggestedMention, SuggestedSection, SuggestedTheme, Suggestions
from models.project import SUGGESTION, Imported, Project
from models.storage.replay import differences
from models.text import Text

CONTENT = "花木动态\n街道召开会议\n李芬华参加。\n"
SUGGESTED = Suggestions(
    (
        SuggestedSection(0, 0, "masthead", 4, None, (), 0.9, "rule:first"),
        SuggestedSection(5, 1, "article", 11, None, (SuggestedTheme("party.life", 0.7, ("会议",)),), 0.8, "rule:line"),
    ),
    (SuggestedMention("PER", ((12, 15),), 0.95, "rules-1", "rule:name", "李芬华"),),
    (("title", "花木动态"),),
    "engine-1",
)


def make(path, person="甲"):
    project = Project.create(path)
    project.set_annotator(person)
    return project


def take(project, path, **options):
    return list(import_file(project, check_file(path), **options))[-1]


@pytest.fixture
def theirs(tmp_path):
    """A colleague's project with one bulletin annotated, exported."""
    project = make(tmp_path / "theirs.jiaozhu", "乙")
    bulletin = project.add_bulletins([Imported("a.txt", CONTENT)])[0]
    project.store_suggestions(bulletin, SUGGESTED)
    session = project.open_session(project.store.bulletins()[0])
    project.apply(mentions.accept(session.mentions))
    project.apply(set_status(session.layer, "submitted"))
    gold.write(project, tmp_path / "theirs.json")
    project.close()
    return tmp_path / "theirs.json"


@pytest.fixture
def mine(tmp_path):
    project = make(tmp_path / "mine.jiaozhu")
    yield project
    project.close()


def test_a_new_text_becomes_a_bulletin_with_the_colleagues_layer(mine, theirs):
    taken = take(mine, theirs)
    assert [b.title for b in taken.bulletins] == ["花木动态"]
    assert [(i.annotator, i.role, i.status) for i in mine.store.layers()] == [("乙", "annotator", "submitted")]
    source = json.loads(theirs.read_text(encoding="utf-8"))["documents"][0]
    assert taken.bulletins[0].id == source["id"] == Text(CONTENT).id
    layer = mine.store.layers()[0].id
    assert {s.id for s in mine.store.sections(layer)} == {s["id"] for s in source["sections"]}
    assert [e.canonical for e in mine.store.entities(layer)] == ["李芬华"]
    assert differences(mine.store) == []


def test_importing_the_same_file_again_changes_nothing(mine, theirs):
    take(mine, theirs)
    before = len(mine.store.journal())
    taken = take(mine, theirs)
    assert (taken.same, taken.layers, taken.bulletins) == (1, [], [])
    assert len(mine.store.journal()) == before


def test_another_name_makes_a_layer_of_its_own_with_ids_of_its_own(mine, theirs):
    take(mine, theirs)
    take(mine, theirs, annotator="丙")
    assert sorted(i.annotator for i in mine.store.layers()) == ["丙", "乙"]
    a, b = (mine.store.sections(i.id) for i in mine.store.layers())
    assert not {s.id for s in a} & {s.id for s in b}
    assert take(mine, theirs, annotator="丙").same == 1


def test_other_content_for_the_same_person_is_refused_and_nothing_is_taken(mine, theirs):
    take(mine, theirs)
    file = json.loads(theirs.read_text(encoding="utf-8"))
    other = Text("另一篇\n")
    file["documents"].insert(0, {**file["documents"][0], "id": other.id, "text": other.content, "sha256": other.sha256,
                                 "sections": [], "entities": [], "comments": []})  # fmt: skip
    file["documents"][1]["sections"][1]["level"] = 2
    theirs.write_text(json.dumps(file), encoding="utf-8")
    with pytest.raises(UserError, match=r"document 2: a\.txt has a layer of 乙 already, with other content"):
        take(mine, theirs)
    assert len(mine.store.bulletins()) == 1


def test_a_layer_that_nobody_touched_gives_way(mine, theirs):
    bulletin = mine.add_bulletins([Imported("a.txt", CONTENT)])[0]
    mine.store_suggestions(bulletin, SUGGESTED)
    mine.set_annotator("乙")
    mine.open_session(bulletin)
    mine.session = None
    taken = take(mine, theirs)
    assert len(taken.layers) == 1
    layer = mine.layer_of(bulletin.id, "乙")
    assert layer.status == "submitted"
    assert all(m.confirmed for m in mine.store.mentions(layer.id))
    assert differences(mine.store) == []


def test_unknown_labels_come_along_and_known_ones_stay_as_they_are(mine, theirs):
    file = json.loads(theirs.read_text(encoding="utf-8"))
    file["labels"]["entities"][0]["name"]["zh"] = "别名"
    law = {"label": "LAW", "name": {"zh": "法规", "en": "Law"}, "key": "1", "colour": "red"}
    file["labels"]["entities"].append(law)
    below = {"id": "new.a", "name": {"zh": "甲"}}
    file["themes"]["themes"].append({"id": "new", "name": {"zh": "新"}, "children": [below]})
    file["documents"][0]["entities"][0]["label"] = "UNHEARD"
    file["documents"][0]["sections"][1]["themes"] = ["new.a", "unheard"]
    file["batch"] = 7
    theirs.write_text(json.dumps(file), encoding="utf-8")
    taken = take(mine, theirs)
    assert taken.labels == ("LAW", "UNHEARD", "new", "new.a", "unheard")
    labels = mine.labels
    assert labels.label_by_id["PER"].zh == "人物"
    assert (labels.label_by_id["LAW"].zh, labels.label_by_id["LAW"].key) == ("法规", "")
    assert labels.label_by_id["UNHEARD"].zh == "UNHEARD"
    assert labels.theme_by_id["new.a"].parent == "new"
    assert mine.store.label_set() == labels
    gold.write(mine, theirs.with_name("out.json"))
    again = json.loads(theirs.with_name("out.json").read_text(encoding="utf-8"))
    assert again["batch"] == 7
    assert next(row for row in again["labels"]["entities"] if row["label"] == "LAW")["colour"] == "red"


def test_a_bulletin_that_is_there_learns_what_only_the_file_knows(mine, theirs):
    mine.add_bulletins([Imported("mine.txt", CONTENT, meta=(("title", "我的"),))])
    file = json.loads(theirs.read_text(encoding="utf-8"))
    file["documents"][0]["meta"] = {"title": "不同", "issue": "3"}
    theirs.write_text(json.dumps(file), encoding="utf-8")
    take(mine, theirs)
    bulletin = mine.store.bulletins()[0]
    assert (bulletin.name, bulletin.meta) == ("mine.txt", (("title", "我的"), ("issue", "3")))


def test_the_same_layer_twice_in_a_file_is_refused(theirs):
    file = json.loads(theirs.read_text(encoding="utf-8"))
    file["documents"] *= 2
    theirs.write_text(json.dumps(file), encoding="utf-8")
    with pytest.raises(UserError, match="documents 1 and 2 are the same layer"):
        check_file(theirs)


def test_layers_of_several_people_cannot_become_one_persons(mine, theirs):
    file = json.loads(theirs.read_text(encoding="utf-8"))
    second = json.loads(json.dumps(file["documents"][0]))
    second["layer"]["annotator"] = "戊"
    file["documents"].append(second)
    theirs.write_text(json.dumps(file), encoding="utf-8")
    with pytest.raises(UserError, match=r"cannot all become 己's"):
        take(mine, theirs, annotator="己")


@pytest.mark.parametrize(("key", "kept"), [("8", "8"), ("1", ""), ("Q", ""), ("q", ""), ("j", ""), ("Z", "")])
def test_a_label_that_comes_along_keeps_its_key_where_nothing_else_can_have_it(mine, theirs, key, kept):
    file = json.loads(theirs.read_text(encoding="utf-8"))
    file["labels"]["entities"].append({"label": "LAW", "name": {"zh": "法规", "en": "Law"}, "key": key})
    theirs.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    take(mine, theirs)
    assert mine.labels.label_by_id["LAW"].key == kept


def test_what_prelabel_writes_comes_in_as_suggestions(mine, tmp_path):
    line = gold.document_line(proposed("a.txt", CONTENT, SUGGESTED))
    (tmp_path / "pre.jsonl").write_text(line + "\n", encoding="utf-8")
    document = json.loads(line)
    assert document["layer"] == {"annotator": "engine-1", "role": "suggestion", "status": "submitted"}
    assert [s["themes"] for s in document["sections"]] == [[], ["party.life"]]
    assert document["sections"][1]["suggested_themes"] == [{"id": "party.life", "confidence": 0.7, "words": ["会议"]}]
    assert document["sections"][1]["origin"] == {"by": "auto", "engine": "engine-1", "confidence": 0.8,
                                                 "why": "rule:line"}  # fmt: skip
    assert all(row["confirmed"] is False for row in document["sections"] + document["entities"])
    take(mine, tmp_path / "pre.jsonl")
    bulletin = mine.store.bulletins()[0]
    twin = make(tmp_path / "twin.jiaozhu")
    twin.add_bulletins([Imported("a.txt", CONTENT)])
    layer = twin.store_suggestions(twin.store.bulletins()[0], SUGGESTED)
    mine_now, twin_now = (
        stored(p, p.store.bulletins()[0], p.layer_of(bulletin.id, "", SUGGESTION)) for p in (mine, twin)
    )
    twin.close()
    assert layer.id == mine_now.layer.id
    assert (mine_now.sections, mine_now.mentions, mine_now.entities) == (
        twin_now.sections, twin_now.mentions, twin_now.entities)  # fmt: skip


def test_suggestions_of_another_program_need_no_details(mine, tmp_path):
    document = json.loads(gold.document_line(proposed("a.txt", CONTENT, SUGGESTED)))
    for row in document["sections"] + document["entities"]:
        del row["confirmed"]
        row.pop("suggested_themes", None)
    (tmp_path / "pre.jsonl").write_text(json.dumps(document), encoding="utf-8")
    take(mine, tmp_path / "pre.jsonl")
    sections = mine.store.sections(mine.store.layers()[0].id)
    assert not any(s.confirmed for s in sections)
    assert [t.id for t in sections[1].suggested] == ["party.life"]


def test_a_file_made_from_suggestions_does_not_block_the_suggestions(mine, tmp_path):
    document = json.loads(gold.document_line(proposed("a.txt", CONTENT, SUGGESTED)))
    document["layer"] = {"annotator": "乙", "role": "annotator", "status": "new"}
    document["sections"][1]["start"] = document["sections"][0]["end"] = 6
    for row in document["sections"] + document["entities"]:
        row["confirmed"] = True
        row["origin"] = {"by": "manual"}
    document["sections"][1]["heading"] = None
    (tmp_path / "a.jsonl").write_text(json.dumps(document), encoding="utf-8")
    take(mine, tmp_path / "a.jsonl")
    bulletin = mine.store.bulletins()[0]
    mine.store_suggestions(bulletin, SUGGESTED)
    for person, starts in (("甲", [0, 5]), ("乙", [0, 6])):
        mine.set_annotator(person)
        mine.refresh_from_suggestions(bulletin)
        assert list(mine.open_session(bulletin).outline.starts) == starts
        mine.session = None
    assert differences(mine.store) == []


# Which layers an export takes -----------------------------------------------------------------------------------


def layers_in(path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [(row["name"], row["layer"]["annotator"], row["layer"]["role"]) for row in rows]


@pytest.fixture
def crowd(mine, theirs, tmp_path):
    """Bulletin a with two annotators, b with suggestions alone, c with nothing."""
    take(mine, theirs)
    take(mine, theirs, annotator="丙")
    rows = mine.add_bulletins([Imported("b.txt", CONTENT + "又讯\n"), Imported("c.txt", "无\n")])
    mine.store_suggestions(rows[0], SUGGESTED)
    return mine


def test_several_annotators_without_gold_must_be_chosen_from(crowd, tmp_path):
    with pytest.raises(UserError, match=r"a\.txt has no gold layer and several annotators: 丙, 乙"):
        export(crowd, "gold-jsonl", tmp_path / "x.jsonl")
    done = export(crowd, "gold-jsonl", tmp_path / "x.jsonl", layer="丙")
    assert layers_in(tmp_path / "x.jsonl") == [("a.txt", "丙", "annotator")]
    assert done.without == ("b.txt", "c.txt")


def test_all_takes_every_persons_layer_and_suggestions_where_nobody_was(crowd, tmp_path):
    export(crowd, "gold", tmp_path / "x.jsonl", layer="all")
    assert layers_in(tmp_path / "x.jsonl") == [
        ("a.txt", "丙", "annotator"), ("a.txt", "乙", "annotator"), ("b.txt", "engine-1", "suggestion"),
    ]  # fmt: skip


def test_the_gold_layer_comes_first(crowd, tmp_path, theirs):
    file = json.loads(theirs.read_text(encoding="utf-8"))
    file["documents"][0]["layer"].update(role="gold", annotator="裁定", status="adjudicated")
    theirs.write_text(json.dumps(file), encoding="utf-8")
    take(crowd, theirs)
    for layer in (None, "gold"):
        export(crowd, "gold", tmp_path / "x.jsonl", layer=layer)
        assert layers_in(tmp_path / "x.jsonl") == [("a.txt", "裁定", "gold")]


def test_a_layer_that_is_not_there_is_named_with_those_that_are(crowd, tmp_path):
    with pytest.raises(UserError, match=r"No bulletin has a layer 丁\. There are: 丙, 乙, suggestion"):
        export(crowd, "gold", tmp_path / "x.json", layer="丁")


def test_an_untouched_project_gives_its_suggestions(mine, tmp_path):
    with pytest.raises(UserError, match="nothing to export"):
        export(mine, "gold", tmp_path / "x.json")
    bulletin = mine.add_bulletins([Imported("b.txt", CONTENT)])[0]
    mine.store_suggestions(bulletin, SUGGESTED)
    export(mine, "gold", tmp_path / "x.jsonl")
    assert layers_in(tmp_path / "x.jsonl") == [("b.txt", "engine-1", "suggestion")]


def test_archived_bulletins_stay_out(crowd, tmp_path):
    a = crowd.store.bulletins()[0]
    from models.bulletins import archive

    crowd.apply(archive(a, True))
    export(crowd, "gold", tmp_path / "x.jsonl")
    assert layers_in(tmp_path / "x.jsonl") == [("b.txt", "engine-1", "suggestion")]


def test_accepted_only_leaves_open_suggestions_out(mine, theirs, tmp_path):
    take(mine, theirs)
    export(mine, "gold", tmp_path / "x.jsonl", accepted_only=True)
    document = json.loads((tmp_path / "x.jsonl").read_text(encoding="utf-8"))
    assert document["sections"] == []
    assert [e["text"] for e in document["entities"]] == ["李芬华"]


def test_the_project_itself_is_never_overwritten(crowd):
    with pytest.raises(UserError, match="is the project itself"):
        export(crowd, "gold", crowd.path, layer="all")


def test_the_date_of_an_imported_layer_holds_until_somebody_changes_it(mine, theirs, tmp_path):
    file = json.loads(theirs.read_text(encoding="utf-8"))
    file["documents"][0]["layer"]["modified"] = "2020-01-02T03:04:05Z"
    theirs.write_text(json.dumps(file), encoding="utf-8")
    take(mine, theirs)
    layer = mine.store.layers()[0]
    assert stored(mine, mine.store.bulletins()[0], layer).modified == "2020-01-02T03:04:05Z"
    mine.apply(set_status(layer, "returned"))
    changed = stored(mine, mine.store.bulletins()[0], replace(layer, status="returned"))
    assert changed.modified == mine.store.modified(layer.id)[:19] + "Z"


def test_the_label_sets_version_is_the_same_after_reopening(tmp_path):
    project = make(tmp_path / "p.jiaozhu")
    project.apply(add_theme(project.labels, replace(project.labels.themes[0], id="x.y")))
    version = project.labels.version
    project.close()
    again = Project.open(tmp_path / "p.jiaozhu")
    assert again.labels.version == version
    again.close()
