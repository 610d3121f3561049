"""Mentions: what the tagger promises on any text, and what the genre's own marks give whatever the model says."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import UserError
from models.prelabel.entities import suggest_mentions
from models.prelabel.entities.common import with_floors, without_common
from models.prelabel.entities.crf import Chain, best, padded
from models.prelabel.entities.doubts import closed, plausible, tightened
from models.prelabel.entities.evidence import pieces
from models.prelabel.entities.fitting import Settings, averaged, fit
from models.prelabel.entities.model import TAGS, Model, from_bytes, shipped, to_bytes
from models.prelabel.entities.samples import Example, samples
from models.prelabel.entities.settling import consistent
from models.prelabel.entities.shorts import shorts
from models.prelabel.entities.spans import LABELS, Candidate
from models.prelabel.entities.tagger import spans, tag
from models.prelabel.entities.view import view_of
from models.prelabel.training.corpus import composed

HAN = "区委组织部长王李明在上海市社区召开会议《条例》“月日年”，。、（）0123\n 的是和"
any_text = st.one_of(st.text(max_size=300), st.text(alphabet=HAN, max_size=400))


def found(text: str) -> set[tuple[str, str]]:
    return {(m.label, "".join(text[a:b] for a, b in m.fragments)) for m in suggest_mentions(text)}


@cache
def small() -> Model:
    return fit([composed(12, 3)], Settings(epochs=2))


@settings(deadline=None, max_examples=60)
@given(any_text)
def test_mentions_of_any_text_lie_in_it_in_order_and_do_not_overlap(text):
    mentions = suggest_mentions(text)
    here = 0
    for mention in mentions:
        assert mention.label in LABELS
        assert 0 <= mention.confidence <= 1
        assert here <= mention.fragments[0][0] < mention.fragments[-1][1] <= len(text)
        here = mention.fragments[-1][1]
    assert suggest_mentions(text) == mentions


@pytest.mark.parametrize("text", ["", "\n\n", "a" * 5000, "\x0c", "مرحبا بالعالم", "𠮷田" * 50, "《" * 400])
def test_texts_without_names_or_sense_are_read_without_failing(text):
    assert isinstance(suggest_mentions(text), tuple)


def test_a_work_in_brackets_is_a_document_with_its_brackets():
    assert ("DOC", "《安全生产条例》") in found("会议学习了《安全生产条例》，提出要求。")


def test_a_date_is_a_time_and_a_vague_word_is_none():
    text = "近日，社区开展活动。2021年3月5日下午，活动结束。"
    assert {string for label, string in found(text) if label == "TIME"} == {"2021年3月5日下午"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("关于举办运动会的通知\n王芳  05-24 09:28\n各车间做好准备。", "05-24 09:28"),
        ("工作例会\n星期二 14:30\n行政楼会议室", "星期二 14:30"),
        ("時間：2013年5月4日 (星期六) 14：00\n地點：教學大樓", "2013年5月4日 (星期六) 14：00"),
        ("開會時間：100年12月3日(星期六) 下午一時\n開會地點：區公所", "100年12月3日(星期六) 下午一時"),
    ],
)
def test_a_day_and_its_hour_are_one_time(text, time):
    assert {string for label, string in found(text) if label == "TIME"} == {time}


@pytest.mark.parametrize("day", ["5.24（周六）", "5.24(星期六)", "5.19-5.25", "12.29～1.4"])
def test_a_day_in_figures_is_a_time_where_its_weekday_or_a_range_tells_so(day):
    assert ("TIME", day) in found(f"第十四周工作安排\n{day}\n高三年级家长会\n教务处")


@pytest.mark.parametrize("figures", ["5.1-5.8%", "1.2-1.5米", "版本3.5-3.6.1", "13.5-14.2"])
def test_other_figures_with_points_are_none(figures):
    assert not [string for label, string in found(f"本季度数据\n{figures}\n情况良好。") if label == "TIME"]


def test_how_a_person_is_spoken_of_is_none_of_the_name():
    text = "中文系的周子涵同学说道：“这场讲座很精彩。”"
    assert {string for label, string in found(text) if label == "PER"} == {"周子涵"}


def test_characters_that_a_pdf_gives_as_radicals_are_read_as_what_they_stand_for():
    plain = "3月5日，青云街道党工委书记王建国来到长沙市白鹭社区调研工作。"
    torn = str.maketrans("长工青", "⻓⼯⻘")
    assert found(plain.translate(torn)) == {(label, string.translate(torn)) for label, string in found(plain)}


def test_names_titles_and_bodies_of_a_common_sentence_are_told_apart():
    text = "3月5日，青云街道党工委书记王建国、办事处主任李秀英来到白鹭社区调研。"
    assert found(text) >= {
        ("TIME", "3月5日"), ("ORG", "青云街道党工委"), ("TITLE", "书记"), ("PER", "王建国"), ("PER", "李秀英")
    }  # fmt: skip


def test_traditional_characters_and_half_width_marks_make_no_difference():
    plain = "3月5日，区教育局局长陈建国主持会议。"
    other = "3月5日,區教育局局長陳建國主持會議。"
    assert [(m.label, m.fragments) for m in suggest_mentions(plain)] == [
        (m.label, m.fragments) for m in suggest_mentions(other)
    ]


def test_a_name_cut_by_the_end_of_a_line_is_one_mention():
    line = "各级党组织深入开展学习教育活动，认真查摆问题，扎实推进整改落实，取得明显成效，"
    more = "要求各单位提高认识、压实责任、狠抓落实，确保各项工作取得\n实效，不断提升群众满意度。\n"
    text = f"{line}区教育局局长陈建\n国主持会议并作部署，{more}"
    assert "陈建\n国" in {string for label, string in found(text) if label == "PER"}


def test_a_word_that_stands_for_any_body_is_no_name():
    assert not plausible("居委会开展活动", Candidate(0, 3, "ORG", 0.9, "model"))
    assert plausible("青云居委会开展活动", Candidate(0, 5, "ORG", 0.9, "model"))


def test_a_name_that_is_sure_in_one_place_is_found_in_the_others():
    content = "王建国到场。大家听王建国讲课。"
    settled = consistent(content, [Candidate(0, 3, "PER", 0.95, "model")])
    assert [(c.start, c.end, c.label) for c in settled] == [(0, 3, "PER"), (9, 12, "PER")]


def test_a_firms_short_name_is_no_person_where_the_long_one_stands():
    content = "宏远集团成立。感谢宏远。"
    given_ = [Candidate(0, 4, "ORG", 0.95, "model"), Candidate(9, 11, "PER", 0.6, "model")]
    assert [(c.start, c.label) for c in consistent(content, given_)] == [(0, "ORG"), (9, "ORG")]


def test_a_persons_name_that_ran_on_is_cut_to_the_name_that_stands_elsewhere():
    content = "王建到场。王建讲课。王建用力。"
    given_ = [Candidate(0, 2, "PER", 0.9, "m"), Candidate(5, 7, "PER", 0.9, "m"), Candidate(10, 13, "PER", 0.6, "m")]
    assert [(c.start, c.end) for c in consistent(content, given_)] == [(0, 2), (5, 7), (10, 12)]


def candidates(string: str, *names: tuple[str, str]) -> list[Candidate]:
    return [Candidate(string.index(name), string.index(name) + len(name), label, 0.6, "model") for name, label in names]


def named(string: str, candidates: list[Candidate]) -> list[tuple[str, str]]:
    return [(string[c.start : c.end], c.label) for c in candidates]


@pytest.mark.parametrize(
    ("string", "text", "short"),
    [
        ("河海大学", "河海大学与河海的学子", ["河海"]),
        ("常州一中", "常州一中", ["一中"]),
        ("天津大学", "天津大学天大人，天大校友，在天大", ["天大"]),
        ("天津大学", "天津大学有天大的好事", []),
        ("东南大学", "东南大学", []),
        ("师范大学", "师范大学", []),
        ("南钢集团", "南钢集团", ["南钢"]),
    ],
)
def test_what_a_body_is_called_for_short(string, text, short):
    assert shorts(text, string) == short


def test_a_short_name_is_found_where_it_is_a_word_alone():
    content = "常州一中举行典礼，一中学子到一中心小学参观。"
    long = Candidate(0, 4, "ORG", 0.95, "model")
    assert named(content, consistent(content, [long])) == [("常州一中", "ORG"), ("一中", "ORG")]


def test_a_place_that_bears_a_schools_short_name_is_the_school():
    content = "河海大学开学，河海欢迎你。"
    given = [Candidate(0, 4, "ORG", 0.95, "model"), Candidate(7, 9, "LOC", 0.6, "model")]
    assert named(content, consistent(content, given)) == [("河海大学", "ORG"), ("河海", "ORG")]


def test_the_floor_and_the_room_belong_to_the_house():
    string = "5月3日在嘉和社区党群服务中心二楼童乐坊，6月在街道办公楼302会议室，共三层"
    given = candidates(string, ("嘉和社区党群服务中心", "ORG"), ("街道办公楼", "LOC"))
    assert named(string, with_floors(string, given)) == [
        ("嘉和社区党群服务中心二楼童乐坊", "LOC"),
        ("街道办公楼302会议室", "LOC"),
    ]


@pytest.mark.parametrize(("behind", "room"), [("领取", ""), ("。", "105"), ("\n", "105"), ("人参加", "")])
def test_a_bare_number_of_three_figures_behind_an_office_is_its_room(behind, room):
    string = f"请到团委办公室105{behind}"
    given = candidates(string, ("团委办公室", "ORG"))
    label = "LOC" if room else "ORG"
    assert named(string, with_floors(string, given)) == [(f"团委办公室{room}", label)]


def test_common_words_name_nothing_by_themselves_and_open_the_post_behind_them():
    string = "集团公司副总经理韩家章到港口码头，向集团公司报告"
    given = candidates(string, ("集团公司", "ORG"), ("副总经理", "TITLE"), ("韩家章", "PER"), ("港口码头", "LOC"))
    assert named(string, without_common(string, given)) == [("集团公司副总经理", "TITLE"), ("韩家章", "PER")]


def test_letters_that_a_page_set_apart_are_read_together_but_names_side_by_side_are_not():
    head = "龍 門 居 業 主 立 案 法 團"
    assert ("ORG", head) in found(f"{head}\n會議紀錄\n出席：李偉文\n\n{head}\n第二頁\n")
    assert view_of(f"{head}\n{head}\n").content == "龙门居业主立案法团\n" * 2
    assert view_of("贾 茹 高 飞 王 明 李 芳 赵 刚 张 文\n").content == "贾茹 高飞 王明 李芳 赵刚 张文\n"
    assert view_of("工 作 简 报\n").content == "工 作 简 报\n"


def test_a_firm_is_found_whole_though_its_name_holds_a_place_in_brackets():
    text = "副秘书长李涛（远闻（上海）律师事务所主任律师）主持，区教育局（局长王明）派人参加。"
    assert {("ORG", "远闻（上海）律师事务所"), ("ORG", "区教育局"), ("PER", "王明")} <= found(text)


@pytest.mark.parametrize(("label", "whole"), [("TIME", True), ("LOC", False)])
def test_a_time_has_the_end_of_the_bracket_that_it_opens(label, whole):
    string = "今日（5/29）在二楼"
    found_ = closed(string, Candidate(0, 7, label, 0.9, "model"))
    assert string[: found_.end] == ("今日（5/29）" if whole else "今日（5/29")


def test_a_year_right_before_an_event_belongs_to_its_name():
    assert ("EVENT", "2019年“十一”黄金周") in found("我们坚信，2019年“十一”黄金周，我们一定行。")


def test_what_stands_before_a_body_is_no_part_of_it():
    string = "时任民政部基层政权司司长某某"
    piece = next(iter(pieces(string)))
    cut = tightened(piece, Candidate(0, 10, "ORG", 0.6, "model"))
    assert string[cut.start : cut.end] == "民政部基层政权司"


def test_one_latin_word_that_is_unsure_is_no_place():
    assert not plausible("用 Kitex 重写", Candidate(2, 7, "LOC", 0.5, "model"))
    assert plausible("住在 Kowloon 的人", Candidate(3, 10, "LOC", 0.9, "model"))


def test_a_far_away_change_moves_no_mention():
    text = "3月5日，区教育局局长陈建国主持会议。\n" * 3
    changed = text + "天气晴好。\n" * 50
    kept = [m for m in suggest_mentions(changed) if m.fragments[-1][1] <= len(text)]
    assert [(m.label, m.fragments) for m in kept] == [(m.label, m.fragments) for m in suggest_mentions(text)]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 2**32 - 1))
def test_decoding_gives_the_best_of_all_well_formed_readings(lengths, seed):
    rng = np.random.default_rng(seed)
    steps = Model(
        np.zeros(0, np.uint32), np.zeros((1, len(TAGS)), np.float32),
        Chain(*(rng.integers(-9, 9, shape).astype(np.float32) for shape in ((29, 29), 29, 29))), {},
    ).steps  # fmt: skip
    scores = rng.integers(-300, 300, (sum(lengths), len(TAGS))).astype(np.int32)
    lengths.sort()  # as `batches` gives them
    ends = np.cumsum(lengths).tolist()
    units = [(end - length, end) for end, length in zip(ends, lengths, strict=True)]
    for (start, end), path in zip(units, best(steps, *padded(scores, units)), strict=True):
        names = [TAGS[label] for label in path]
        assert len(path) == end - start
        covered = sum(right - left for left, right in spans(path.tolist()))
        assert covered == sum(name != "O" for name in names)
        here = scores[start:end]
        assert value(steps, here, path) >= max(value(steps, here, other) for other in few(len(path)))


def value(steps, scores, path):
    moves = sum(int(steps.trans[a, b]) for a, b in pairwise(path))
    return int(scores[np.arange(len(path)), path].sum()) + moves + int(steps.start[path[0]]) + int(steps.end[path[-1]])


def few(length):
    """Some well-formed readings: nothing, one mention of the whole, single characters."""
    index = TAGS.index
    yield np.zeros(length, np.int64)
    for label in LABELS:
        yield np.full(length, index(f"S-{label}"))
        if length > 1:
            inner = [index(f"I-{label}")] * (length - 2)
            yield np.array([index(f"B-{label}"), *inner, index(f"E-{label}")])


def test_a_model_is_the_same_after_it_was_stored():
    again = from_bytes(to_bytes(small()))
    assert to_bytes(again) == to_bytes(small())
    text = "3月5日，区教育局局长陈建国主持会议。"
    assert [m.fragments for m in tag(text, again)] == [m.fragments for m in tag(text, small())]


@pytest.mark.parametrize("cut", [0, 5, 40, -1])
def test_a_damaged_model_is_refused_with_a_sentence(cut):
    with pytest.raises(UserError):
        from_bytes(to_bytes(small())[:cut])


def test_the_same_examples_and_settings_give_the_same_model():
    assert to_bytes(fit([composed(12, 3)], Settings(epochs=2))) == to_bytes(small())


def test_the_mean_of_a_model_with_itself_is_the_model():
    assert to_bytes(averaged([small(), small()])) == to_bytes(averaged([small()]))


def test_training_goes_on_from_a_model_and_learns_what_the_corrections_say():
    text = "昨天去看了布朗树。布朗树真好看，大家都说布朗树好。\n" * 6
    places = [(n, n + 3) for n in range(len(text)) if text.startswith("布朗树", n)]
    example = Example(text, tuple(("EVENT", start, end) for start, end in places))
    taught = fit(samples(example, 3.0), Settings(epochs=6), shipped())
    assert [m.label for m in tag("我们去看了布朗树。", taught)] == ["EVENT"]


def test_confidence_rises_with_probability():
    for label in LABELS:
        values = [shipped().confidence(label, raw / 50) for raw in range(51)]
        assert values == sorted(values)
        assert 0 <= values[0] <= values[-1] <= 1


def test_a_firm_is_found_elsewhere_by_its_short_name_unless_that_is_a_place_or_a_word():
    for firm, short, found_ in (("南钢集团", "南钢", True), ("上海公司", "上海", False), ("建设集团", "建设", False)):
        content = f"{firm}成立。大家感谢{short}。"
        settled = consistent(content, [Candidate(0, 4, "ORG", 0.95, "model")])
        assert [c.start for c in settled] == ([0, 11] if found_ else [0]), firm


def test_a_teacher_by_courtesy_bears_no_post_and_one_in_a_bulletin_of_hong_kong_does():
    text = "本校副校長榮休，現由李靜恩老師（Ms Chan）接任。"
    assert ("TITLE", "老師") in found(text)
    assert not {row for row in found(text.replace("師", "师")) if row[1].startswith("老")}
