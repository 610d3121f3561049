"""Whatever a layer holds survives export and import, and whatever a text holds survives both."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from models.bulletins import STATUSES, Bulletin, Comment, LayerInfo
from models.changes import Origin
from models.exchange import gold
from models.exchange.annotated import Annotated, accepted
from models.exchange.gold_document import to_document
from models.exchange.gold_reading import from_document
from models.exchange.importing import check_file, import_file
from models.exchange.label_sets import Scheme
from models.exchange.plain import dumps, loads
from models.exchange.texts import read
from models.exchange.whole_file import whole_file
from models.labels import default_label_set
from models.mentions import Entity, Mention
from models.outline import Outline, Section, ThemeSuggestion
from models.project import Imported, Project
from models.storage.replay import differences
from models.text import Text, derived_id, normalise

ALPHABET = (
    '社区党员会议，。《》\u3000 \t\n\x0c\u00a0\u2028\u2029\x85\ufeff𠮷𪚥😀👩\u200d👧e\u0301\ufe0f葛\U000e0100<&"\\{}%a1'
)
RAW = st.text(st.sampled_from(ALPHABET + "\r\x00\x1b") | st.characters(exclude_categories=("Cs",)), max_size=60)
TEXTS = RAW.map(lambda raw: normalise(raw)[0])
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
NAMES = WORDS.filter(bool)
EXTRA = st.just("") | st.dictionaries(NAMES.map("x-".__add__), st.integers() | WORDS | st.none(), min_size=1,
                                      max_size=2).map(dumps)  # fmt: skip
ORIGINS = st.builds(
    Origin, st.sampled_from(["auto", "manual", "import", "adjudicated"]), WORDS,
    st.none() | st.floats(0, 1, allow_nan=False), WORDS,
)  # fmt: skip


@st.composite
def sections(draw, length, suggestion):
    starts = sorted(draw(st.sets(st.integers(0, length - 1), max_size=5))) if length else []
    rows = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else length
        earlier = [row for row in rows if row.kind != "continuation"]
        kind = draw(st.sampled_from(["masthead", "article", "brief"] + ["continuation"] * bool(earlier)))
        themes = draw(st.lists(st.sampled_from(["party.study", "party.life", "welfare"]), unique=True))
        proposed = [t for t in draw(st.lists(st.sampled_from(["health", "safety"]), unique=True)) if t not in themes]
        rows.append(Section(
            derived_id("section", str(n)), "", start, draw(st.integers(0, 9)), kind,
            draw(st.none() | st.integers(start + 1, end)), tuple(themes),
            tuple(ThemeSuggestion(t, draw(st.none() | st.floats(0, 1)), tuple(draw(st.lists(WORDS, max_size=2))))
                  for t in proposed),
            draw(st.sampled_from(earlier)).id if kind == "continuation" and draw(st.booleans()) else None,
            draw(st.booleans()), draw(st.booleans()), draw(ORIGINS), draw(EXTRA),
        ))  # fmt: skip
    return rows


@st.composite
def mentions(draw, length):
    rows = []
    for n in range(draw(st.integers(0, 5)) if length > 1 else 0):
        ends = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=6)))
        fragments = tuple(zip(ends[::2], ends[1::2], strict=False))
        label = draw(st.sampled_from(["PER", "ORG", "X-其他"]))
        link = draw(st.none() | st.integers(0, 2))
        key = None if link is None else derived_id("entity", str(link))
        rows.append(Mention(derived_id("mention", str(n)), "", label, fragments, key, draw(st.booleans()),
                            draw(st.booleans()), draw(ORIGINS), draw(EXTRA)))  # fmt: skip
    linked = sorted({row.entity for row in rows if row.entity})
    return [*rows, *(Entity(key, "", draw(WORDS), draw(st.sampled_from(["", "PER", "ORG"]))) for key in linked)]


@st.composite
def annotated(draw):
    text = Text(draw(TEXTS.filter(str.strip)))
    meta = tuple((key, draw(WORDS)) for key in ("title", "date", "x-编号") if draw(st.booleans()))
    bulletin = Bulletin(text.id, draw(NAMES), text.sha256, len(text), meta, extra=draw(EXTRA))
    role = draw(st.sampled_from(["annotator", "gold", "suggestion"]))
    layer = LayerInfo("", text.id, draw(NAMES), role, draw(st.sampled_from(STATUSES)), draw(EXTRA))
    rows = [*draw(sections(len(text), role == "suggestion")), *draw(mentions(len(text)))]
    targets = ["", *(row.id for row in rows if not isinstance(row, Entity))]
    comment = st.builds(Comment, st.uuids().map(str), st.just(""), st.sampled_from(targets), WORDS,
                        st.just("2026-01-02T03:04:05Z"), WORDS, st.booleans(), EXTRA)  # fmt: skip
    rows += draw(st.lists(comment, max_size=2, unique_by=lambda row: row.id))
    modified = draw(st.none() | st.just("2026-02-03T04:05:06Z"))
    return Annotated.of(bulletin, text.content, layer, rows, modified)


@given(annotated())
def test_any_layer_reads_back_as_it_was_written(item):
    assert from_document(loads(gold.document_line(item), "it"), "it") == item


@given(annotated())
def test_a_line_of_jsonl_is_one_line_for_every_reader(item):
    line = gold.document_line(item)
    assert line.splitlines() == [line]
    assert {char for char in item.content if char > "\u3000"} <= set(line)


@given(annotated())
def test_what_is_accepted_is_a_valid_layer_without_open_suggestions(item):
    kept = accepted(item)
    document = to_document(kept)
    assert from_document(document, "it") == kept
    Outline.of("", len(item.content), kept.sections)
    assert all(row.get("confirmed", True) for row in document["sections"] + document["entities"])
    assert not any("suggested_themes" in row and row["suggested_themes"] for row in document["sections"])
    assert {m.id for m in kept.mentions} == {m.id for m in item.mentions if m.confirmed}


@settings(max_examples=25, deadline=None)
@given(annotated().map(lambda item: replace(item, modified="2026-02-03T04:05:06Z")), st.sampled_from(["json", "jsonl"]))
def test_any_layer_survives_a_project_byte_for_byte(item, ending):
    with TemporaryDirectory() as name:
        first, second, third = (Path(name) / f"{part}.{ending}" for part in "abc")
        with whole_file(first) as out:
            writer = gold.write_json if ending == "json" else gold.write_jsonl
            writer([item], Scheme(default_label_set()), out)
        for source, target in ((first, second), (second, third)):
            project = Project.create(Path(name) / f"{target.stem}.jiaozhu")
            for _ in import_file(project, check_file(source, "gold")):
                pass
            assert differences(project.store) == []
            gold.write(project, target)
            project.close()
        assert list(gold.read(second)) == [item]
        assert second.read_bytes() == third.read_bytes()
        if ending == "jsonl":
            assert first.read_bytes() == second.read_bytes()


@settings(max_examples=25, deadline=None)
@given(RAW.filter(lambda raw: normalise(raw)[0].strip()), st.sampled_from(["utf-8", "utf-16-le", "gb18030"]))
def test_any_text_survives_import_export_import_byte_for_byte(raw, encoding):
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.txt").write_bytes(raw.encode(encoding))
        text = read(folder / "a.txt", encoding).imported
        assert text.content == normalise(raw)[0]
        kept = _through_a_project(folder, [text])
        assert kept == text.content
        assert Text(kept).sha256 == Text(text.content).sha256
        line = json.loads((folder / "out.jsonl").read_text(encoding="utf-8").split("\n")[0])
        assert line["text"] == text.content


def _through_a_project(folder: Path, texts: list[Imported]) -> str:
    project = Project.create(folder / "one.jiaozhu")
    project.open_session(project.add_bulletins(texts)[0])
    gold.write(project, folder / "out.jsonl")
    project.close()
    other = Project.create(folder / "two.jiaozhu")
    for _ in import_file(other, check_file(folder / "out.jsonl")):
        pass
    content = other.store.content(other.store.bulletins()[0].id)
    other.close()
    return content
