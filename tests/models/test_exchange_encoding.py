"""The encoding of a text file is found, and can be chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.exchange.encoding import decode

SIMPLIFIED = [
    "通知",
    "关于召开会议的通知",
    "街道党工委召开主题教育工作座谈会",
    "11月15日，区委组织部到社区调研。",
    "居民群众满意！",
    "第3期（总第128期）\n2020年6月10日\n",
]
TRADITIONAL = [
    "通告",
    "關於召開會議的通知",
    "校友會會訊第三期",
    "本會謹訂於二月六日舉行週年大會。",
    "管理委員會會議紀錄",
    "敬請各位會員踴躍參加！\n",
]


@pytest.mark.parametrize("text", SIMPLIFIED + TRADITIONAL)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_utf8_and_gb18030_are_told_apart_in_short_texts(text, encoding):
    found = decode(text.encode(encoding))
    assert (found.encoding, found.text, found.replaced) == (encoding, text, 0)


@pytest.mark.parametrize("text", TRADITIONAL)
def test_big5_is_recognised_in_short_texts(text):
    found = decode(text.encode("big5"))
    assert (found.encoding, found.text) == ("big5", text)


@pytest.mark.parametrize("text", SIMPLIFIED + TRADITIONAL)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(text, encoding):
    if len(text) < 4:
        text = f"{text}：{text}"
    found = decode(text.encode(encoding))
    assert (found.encoding, found.text) == (encoding, text)


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_long_texts_are_recognised_and_nearly_certain(encoding):
    text = "".join(TRADITIONAL) * 400
    found = decode(text.encode(encoding))
    assert (found.encoding, found.text) == (encoding, text)
    assert found.confidence > 0.99


def test_chinese_behind_a_long_english_head_decides():
    text = "Newsletter no. 3, page 1.\n" * 2000 + "街道党工委召开主题教育工作座谈会"
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(("mark", "encoding"), [
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
])  # fmt: skip
def test_a_byte_order_mark_decides(mark, encoding):
    found = decode(mark + "通知".encode(encoding))
    assert (found.encoding, found.text, found.confidence) == (encoding, "\ufeff通知", 1.0)


def test_big5_of_windows_keeps_its_own_characters():
    raw = "約翰‧史密斯出席～".encode("cp950")
    assert decode(raw).text == "約翰‧史密斯出席～"


def test_names_of_hong_kong_are_read_by_its_own_big5():
    text = "深水埗及尖沙咀嘅街坊，喺度"
    found = decode(text.encode("big5hkscs"))
    assert (found.encoding, found.text) == ("big5hkscs", text)


@pytest.mark.parametrize("text", ["café", "Größe", "Привет мир", "plain ASCII", "", "𠮷野家😊"])
def test_utf8_of_other_scripts_stays_utf8(text):
    found = decode(text.encode())
    assert (found.encoding, found.text) == ("utf-8", text)


def test_the_other_readings_are_offered_best_first():
    found = decode("通知".encode("gb18030"))
    names = [name for name, _ in found.alternatives]
    chances = [chance for _, chance in found.alternatives]
    assert "big5" in names
    assert "gb18030" not in names
    assert chances == sorted(chances, reverse=True)
    assert found.confidence + sum(chances) == pytest.approx(1, abs=0.001)


def test_a_chosen_encoding_is_used_and_what_it_cannot_read_is_counted():
    found = decode("会议".encode("gb18030"), "utf-8")
    assert found.encoding == "utf-8"
    assert found.replaced == found.text.count("\ufffd") > 0
    assert decode("通知".encode("gbk"), "GBK").text == "通知"


@pytest.mark.parametrize("name", ["rot13", "no-such", "latin-1", "idna"])
def test_an_encoding_that_no_text_is_read_in_is_refused(name):
    with pytest.raises(UserError, match=r"Use one of utf-8, gb18030, big5"):
        decode(b"x", name)


def test_one_broken_byte_does_not_spoil_a_long_text():
    raw = bytearray("街道党工委召开主题教育工作座谈会。\n".encode("gb18030") * 50)
    raw[100:101] = b"\xff"
    found = decode(bytes(raw))
    assert found.encoding == "gb18030"
    assert 1 <= found.replaced <= 3


def test_what_is_no_text_is_refused():
    with pytest.raises(UserError, match="no text in UTF-8"):
        decode(bytes(range(256)) * 8)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_any_text_with_a_mark_is_read_back_exactly(text):
    text = text.lstrip("\0")  # no text begins with it; behind a mark it stands for the other half of UTF-32's
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        marked = "\ufeff" + text
        assert decode(marked.encode(encoding)).text == marked


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_any_text_is_read_back_exactly_in_the_encoding_chosen(text):
    for encoding in ("gb18030", "utf-8"):
        if not text.startswith("\ufeff"):
            assert decode(text.encode(encoding), encoding).text == text
