"""A text is normalised once, at import, and no further; offsets count code points."""

from __future__ import annotations

import hashlib
import os
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import Text, derived_id, landing, normalise, quote, readable, trim

raw_texts = st.text(st.characters(codec=None), max_size=60)
contents = raw_texts.map(lambda raw: normalise(raw)[0])


@pytest.mark.parametrize(
    ("raw", "stored", "replaced"),
    [
        ("\ufeff标题\r\n正文\r末", "标题\n正文\n末", 0),
        ("\ufeff\ufeff双标", "\ufeff双标", 0),
        ("a\x00b\ud842c\x0bd\x1f", "a\ufffdb\ufffdc\ufffdd\ufffd", 4),
        ("\t表\f页\n", "\t表\f页\n", 0),
        ("𠮷\u00a0野\u2028家\u3000e\u0301\ufe0f", "𠮷\u00a0野\u2028家\u3000e\u0301\ufe0f", 0),
        ("\n\r\n\r\r\n", "\n\n\n\n", 0),
        ("", "", 0),
    ],
)
def test_import_replaces_what_the_format_names_and_nothing_else(raw, stored, replaced):
    assert normalise(raw) == (stored, replaced)


@given(raw_texts)
def test_a_normalised_text_is_left_alone_from_then_on(raw):
    content, _ = normalise(raw)
    again, replaced = normalise(content)
    # A second byte-order mark at the very beginning is a character of the text; only the first one is a mark.
    assert again == content.removeprefix("\ufeff")
    assert replaced == 0
    content.encode("utf-8")


@given(raw_texts)
def test_normalising_keeps_every_character_that_may_stay_in_its_order(raw):
    content, replaced = normalise(raw)
    assert content.count("\ufffd") == raw.count("\ufffd") + replaced
    kept = [c for c in raw.removeprefix("\ufeff") if c.isalpha()]
    assert [c for c in content if c.isalpha()] == kept


@given(contents, st.integers(0, 60), st.integers(0, 60))
def test_trimming_takes_white_space_at_the_ends_alone(content, a, b):
    start, end = sorted((min(a, len(content)), min(b, len(content))))
    low, high = trim(content, start, end)
    assert start <= low <= high <= end
    assert content[low:high] == content[start:end].strip()


@given(contents, st.integers(0, 60))
def test_a_landing_is_the_next_character_that_can_be_seen(content, offset):
    offset = min(offset, len(content))
    at = landing(content, offset)
    assert content[offset:at].strip() == ""
    assert at == len(content) or not content[at].isspace()


@pytest.mark.parametrize(
    ("content", "words"),
    [("甲区\n  委", "甲区委"), ("华为 P40", "华为 P40"), ("一 \n\n 二", "一二"), ("  首尾  ", "首尾")],
)
def test_a_quotation_leaves_out_white_space_around_line_breaks(content, words):
    assert quote(content, 0, len(content)) == words


def test_a_character_beyond_the_basic_plane_counts_as_one():
    text = Text("𠮷野家")
    assert len(text) == 3
    assert text[1:2] == "野"


@given(contents)
def test_the_same_text_has_the_same_id_everywhere_and_another_text_another(content):
    text, other = Text(content), Text(content + "。")
    assert text.sha256 == hashlib.sha256(content.encode()).hexdigest()
    assert text.id == Text(content).id != other.id
    assert uuid.UUID(text.id).version == 5


def test_a_derived_id_depends_on_each_of_its_parts():
    assert derived_id("a", "bc") == derived_id("a", "bc")
    assert len({derived_id("a", "bc"), derived_id("ab", "c"), derived_id("abc"), derived_id("a", "b", "c")}) == 4


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("甲/说明镕.txt".encode(), "甲/说明镕.txt"),
        ("甲/".encode() + "期刊/说明镕.txt".encode("gb18030"), "甲/期刊/说明镕.txt"),
        ("甲/".encode() + b"\xff\xfe.txt", "甲/\ufffd\ufffd.txt"),
    ],
)
def test_a_path_is_read_name_by_name_in_the_encoding_it_was_written_in(raw, shown):
    assert readable(raw.decode("utf-8", "surrogateescape").replace("/", os.sep)) == shown.replace("/", os.sep)


@given(st.one_of(st.binary().map(lambda raw: raw.decode("utf-8", "surrogateescape")), raw_texts))
def test_every_path_can_be_shown_and_stored(path):
    shown = readable(path)
    assert shown.encode() == readable(shown).encode()
    assert shown == path or "\ufffd" in shown or not path.isascii()
