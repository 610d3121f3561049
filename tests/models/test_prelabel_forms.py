"""Names that their form gives away: found whatever the model thinks of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.entities.doubts import plausible, termlike, tightened
from models.prelabel.entities.evidence import pieces
from models.prelabel.entities.forms import completed, formed
from models.prelabel.entities.spans import Candidate
from models.prelabel.entities.tagger import tag
from models.prelabel.entities.view import view_of


def forms(text: str) -> set[tuple[str, str]]:
    """Label and string of what the forms alone give."""
    piece = pieces(view_of(text).content)[0]
    return {(c.label, piece.string[c.start : c.end]) for c in formed(piece.string, piece.found)}


def tagged(text: str) -> list[tuple[str, str]]:
    """Label and string of every mention."""
    return [(m.label, text[m.fragments[0][0] : m.fragments[0][1]]) for m in tag(text)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("编辑：夏萱", {"夏萱"}),
        ("责编:杜微", {"杜微"}),
        ("图片：梅帅、向奕欣", {"梅帅", "向奕欣"}),
        ("（文字：吴柯 学院同学）", {"吴柯"}),
        ("摄影：欧阳海清", {"欧阳海清"}),
    ],
)
def test_the_names_in_a_line_of_credits_are_persons(line, names):
    assert forms(f"会议结束了。\n{line}\n") == {("PER", name) for name in names}


@pytest.mark.parametrize(
    "line", ["编辑：党办", "来源：夏萱村", "图片：高新区、宣传科", "责编：阳光", "编辑部发来贺信。"]
)
def test_bodies_and_words_in_a_line_of_credits_are_no_persons(line):
    assert forms(line) == set()


def test_romanised_names_are_persons_and_stations_are_not():
    assert forms("校友Sally Hung与Christy  Lee在Kwun Tong及Tai Po相見") == {
        ("PER", "Sally Hung"),
        ("PER", "Christy  Lee"),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今天Shirley帶來蛋糕", "Shirley"),
        ("由阿Sam主講", "阿Sam"),
        ("阿May：報名", "阿May"),
        ("攝影：Kelly 周。", "Kelly 周"),
        ("物理治療師Ms. Candy Mok出席", "Candy Mok"),
        ("Dr Müller答問", "Müller"),
        ("Mrs. Grace O'Neill唱歌", "Grace O'Neill"),
    ],
)
def test_a_given_name_by_itself_and_who_is_addressed_are_persons(text, name):
    assert forms(text) == {("PER", name)}


@pytest.mark.parametrize(
    "text", ["May 15", "於May舉行", "寄amy@example.org", "www.Mary.example", "Tomás是誰", "the Grace is", "用Java寫成"]
)
def test_months_addresses_and_words_of_a_sentence_are_no_given_names(text):
    assert forms(text) == set()


def test_a_body_that_is_addressed_is_a_person_without_the_address():
    assert completed("（Ms Mabel Lai）", Candidate(1, 13, "ORG", 0.6, "model")) == Candidate(4, 13, "PER", 0.6, "model")


@pytest.mark.parametrize(
    "address", ["3 Lung Fung Street， Kowloon， Hong Kong", "12 NATHAN ROAD， KOWLOON", "8A Mei Lai Road"]
)
def test_an_english_address_is_one_place(address):
    assert forms(f"Address：{address}\n") == {("LOC", address)}


def test_houses_count_as_places_only_where_a_text_speaks_of_blocks():
    assert ("LOC", "A5-14") in forms("A1棟與B2棟漏水，A5-14已修復。")
    assert forms("比分是A5-14，請看第3頁。") == set()


@pytest.mark.parametrize(
    "event",
    [
        "“博物馆文物活化季暨博物馆季”主题活动",
        "“法律服务进社区”暨“双报到”活动",
        "“重走初心之路”红色专项实践",
    ],
)
def test_a_quoted_name_with_its_kind_is_one_event(event):
    assert ("EVENT", event) in forms(f"各支部开展{event}，气氛热烈。")


@pytest.mark.parametrize(
    "event", ["《红枫手册》全员培训会", "《红枫手册》（第9版）宣传推介会", "《红枫年会》", "“十一黄金周”"]
)
def test_a_meeting_that_is_called_after_a_work_is_an_event_and_no_document(event):
    assert [name for name in tagged(f"公司举办{event}。") if name[0] in ("EVENT", "DOC")] == [("EVENT", event)]


def test_a_talk_about_a_work_leaves_the_work_a_document():
    assert ("DOC", "《诗歌与西北》") in tagged("他作了题为《诗歌与西北》的讲座。")


def test_a_quoted_name_far_from_a_meeting_is_no_event():
    assert forms("“三会一课”的情况在会上作了通报，随后举行座谈会。") == set()


def test_a_document_number_holds_neither_date_nor_house():
    text = "国务院办公厅关于印发办法的通知\n国办发〔2020〕50号\n各省人民政府：\n"
    number = text.index("国办发")
    assert not [m for m in tag(text) if number <= m.fragments[0][0] < number + 11]


def test_a_date_inside_a_document_title_is_part_of_it():
    assert tagged("根据《2012年个人资料（修订）条例》办理。") == [("DOC", "《2012年个人资料（修订）条例》")]


def test_an_office_of_two_fields_belongs_to_its_body():
    string = "（黑河省文旅厅博物馆与社会文物处供图）"
    end = string.index("博物馆")
    assert completed(string, Candidate(1, end, "ORG", 0.9, "model")).end == string.index("供图")


def test_a_person_who_ends_like_a_village_is_a_place():
    assert completed("古培镇很美", Candidate(0, 3, "PER", 0.9, "model")).label == "LOC"


@given(st.text(alphabet="编辑：夏萱、“”活动主题暨《》2020年〔〕号Street Road1A棟Lee May\n ，。与处厅", max_size=120))
def test_mentions_never_overlap_whatever_the_text(text):
    spans = sorted((m.fragments[0][0], m.fragments[-1][1]) for m in tag(text))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize("words", ["Bank Account", "Python", "Service Mesh", "label紙", "于 Java"])
def test_latin_words_without_a_name_in_them_are_no_persons(words):
    assert not plausible(words, Candidate(0, len(words), "PER", 0.9, "model"))


@pytest.mark.parametrize("name", ["Grace", "Sally Hung", "Mary", "Amy Lim", "陈嘉萱"])
def test_latin_and_chinese_names_are_persons(name):
    assert plausible(name, Candidate(0, len(name), "PER", 0.9, "model"))


def test_a_form_of_address_before_a_latin_name_is_left_out():
    text = "Miss Annie Fung"
    assert completed(text, Candidate(0, len(text), "PER", 0.9, "model")).start == len("Miss ")


@pytest.mark.parametrize(("words", "term"), [("航空物流", True), ("燃气所", False), ("综治中心", False)])
def test_an_unsure_run_of_common_words_is_no_body_unless_it_ends_like_one(words, term):
    piece = pieces(f"推动{words}发展。")[0]
    assert termlike(piece, Candidate(2, 2 + len(words), "ORG", 0.6, "model")) is term
    assert not termlike(piece, Candidate(2, 2 + len(words), "ORG", 0.95, "model"))


@pytest.mark.parametrize(
    ("label", "words", "left"),
    [
        ("ORG", "市综治中心创新", "市综治中心"),
        ("ORG", "他是南京钢铁集团", "南京钢铁集团"),
        ("ORG", "主任与晶玺", "晶玺"),
        ("ORG", "求是杂志社", "求是杂志社"),
        ("ORG", "上街发布", "上街发布"),
        ("ORG", "晶玺均", "晶玺"),
        ("ORG", "经济与信息化局", "经济与信息化局"),
        ("PER", "刘嘉宝患", "刘嘉宝"),
        ("PER", "欧阳明华", "欧阳明华"),
        ("PER", "陈方安生", "陈方安生"),
    ],
)
def test_an_unsure_name_is_cut_free_of_its_sentence_and_a_sure_one_is_left(label, words, left):
    piece = pieces(f"昨天，{words}推出。")[0]
    cut = tightened(piece, Candidate(3, 3 + len(words), label, 0.6, "model"))
    assert piece.string[cut.start : cut.end] == left
    sure = Candidate(3, 3 + len(words), label, 0.9, "model")
    assert tightened(piece, sure) == sure


@pytest.mark.parametrize("words", ["平安建设", "社会治理"])
def test_a_run_of_common_words_is_no_unsure_person(words):
    assert termlike(pieces(f"涉及{words}等。")[0], Candidate(2, 6, "PER", 0.6, "model"))


def test_a_month_in_english_is_no_person():
    assert not plausible("June 2009", Candidate(0, 4, "PER", 0.9, "model"))
    assert plausible("June, Mary", Candidate(0, 4, "PER", 0.9, "model"))


@pytest.mark.parametrize(
    ("text", "unit"),
    [("新四军第一师旧址", "新四军第一师"), ("志愿军第42军后代代表", "志愿军第42军"), ("红军师长讲话", None)],
)
def test_a_numbered_unit_of_the_wars_is_a_body(text, unit):
    assert forms(text) == ({("ORG", unit)} if unit else set())


def test_somebody_whose_given_name_is_kept_back_is_a_person_behind_a_surname_alone():
    assert forms("盛某某等人虚构平台，某某街道已报警。") == {("PER", "盛某某")}


@pytest.mark.parametrize(
    "line", ["作者：姚姣　　时间：8:18　　来源：党办", "印刷：马拉　　印数：600册", "图：莫老三（左一）在现场"]
)
def test_a_label_or_a_place_in_a_picture_beside_a_credit_is_nobody(line):
    assert not {name for label, name in forms(line) if label == "PER"} & {"来源", "印数", "左一"}


def test_a_pastor_is_no_given_name():
    assert ("PER", "Pastor Li") not in forms("Preacher: Pastor Li Chunhai")
