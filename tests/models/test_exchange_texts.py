"""Text files and folders are found in order, read, and reported on."""

import os
import sys

import pytest

from models.errors import UserError
from models.exchange.texts import find, read, read_all
from models.text import Text


def test_folders_are_read_whole_sorted_without_hidden_files(tmp_path):
    for name in ("b/2.txt", "b/10.md", "a/z.TXT", "c.txt", ".hidden/x.txt", "b/.y.txt", "b/picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("通知", encoding="utf-8")
    found = [each.path.relative_to(tmp_path).as_posix() for each in find([tmp_path])]
    assert found == ["a/z.TXT", "b/10.md", "b/2.txt", "c.txt"]


def test_named_files_keep_their_order(tmp_path):
    paths = [tmp_path / name for name in ("b.txt", "a.txt")]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    assert [each.path for each in find(paths)] == paths


def test_a_link_back_to_its_own_folder_ends(tmp_path):
    (tmp_path / "a.txt").write_text("通知", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    assert [each.path.name for each in find([tmp_path])] == ["a.txt"]


def test_a_path_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(UserError, match=r"There is no file or folder .*none\.txt"):
        find([tmp_path / "none.txt"])


def test_a_text_is_normalised_and_its_bytes_are_kept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff一\r\n二\r三\x00四\x0c".encode())
    text = read(path)
    assert text.imported.content == "一\n二\n三\ufffd四\x0c"
    assert text.imported.original == path.read_bytes()
    assert (text.imported.name, text.imported.encoding, text.replaced) == ("a.txt", "utf-8", 1)


def test_the_report_tells_duplicates_skipped_and_replaced(tmp_path):
    (tmp_path / "1.txt").write_text("街道党工委召开会议\n", encoding="utf-8")
    (tmp_path / "2.txt").write_bytes("街道党工委召开会议\r\n".encode("gb18030"))
    (tmp_path / "3.txt").write_text(" \n\u3000", encoding="utf-8")
    (tmp_path / "4.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "5.txt").write_text("已知", encoding="utf-8")
    (tmp_path / "6.txt").write_text("一\x01二三四五六七八九十", encoding="utf-8")
    report = read_all([tmp_path], known={Text("已知").sha256: "old.txt"})
    assert [text.path.name for text in report.texts] == ["1.txt", "6.txt"]
    assert [(path.name, other) for path, other in report.duplicates] == [("2.txt", "1.txt"), ("5.txt", "old.txt")]
    assert [(s.path.name, s.reason.code) for s in report.skipped] == [
        ("3.txt", "import.empty"), ("4.txt", "encoding.unknown"),
    ]  # fmt: skip
    assert report.replaced == 1


def test_a_chosen_encoding_counts_for_all(tmp_path):
    (tmp_path / "a.txt").write_bytes("通告".encode("big5"))
    report = read_all([tmp_path], encoding="big5")
    assert report.texts[0].imported.content == "通告"


@pytest.mark.parametrize("name", ["a.pdf", "a.json"])
def test_other_kinds_of_file_are_refused_by_name(tmp_path, name):
    (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="not a kind of file"):
        read(tmp_path / name)


def test_a_file_that_cannot_be_read_says_why(tmp_path):
    folder = tmp_path / "a.txt"
    folder.mkdir()
    with pytest.raises(UserError, match=r"a\.txt cannot be read"):
        read(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_in_another_encoding_is_read_as_gb18030(tmp_path):
    for name, text in (("说明镕.txt", "通知"), ("期刊.txt", "通知"), ("总结.txt", "通告")):
        (tmp_path / os.fsdecode(name.encode("gb18030"))).write_text(text, encoding="utf-8")
    report = read_all([tmp_path])
    assert sorted(text.imported.name for text in report.texts) == ["总结.txt", "说明镕.txt"]
    assert [other for _path, other in report.duplicates] == ["说明镕.txt"]
