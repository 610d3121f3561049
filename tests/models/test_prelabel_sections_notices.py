"""Notices and their lists: fields below a part, who signed, headings in brackets, headlines with their day.

All texts are made up.
"""

import pytest

from models.prelabel.sections import suggest_sections
from tests.models.test_prelabel_sections_genre import A, B, C, check, outline


def starts(text: str) -> list[str]:
    """What each section begins with, by the first characters of its line."""
    return [line.split(maxsplit=2)[2] for line in outline(text)]


def test_numbered_fields_below_a_part_are_no_parts() -> None:
    text = (
        f"关于举办讲座的通知\n各会员单位：\n{A}\n一、时间和地点\n1.活动时间：6月13日，会期1天，当日报到，领取资料。\n"
        f"2.活动地点：红枫饭店（云岩路66号），乘2路公交车可到。\n二、参加人员\n{B}\n三、其他\n{C}\n"
    )
    check(text, ["1 article 关于举办讲座", "2 subsection 一、时间", "2 subsection 二、参加", "2 subsection 三、其他"])


def test_a_numbered_paragraph_may_open_with_a_day() -> None:
    text = (
        f"第三届交流会会议纪要\n{A}\n1、大会开幕式由秘书长主持，{B}\n2、大会的技术交流由七个报告组成。{C}\n"
        f"3、大会闭幕式上，理事长讲话。{A}\n4、14日上午，与会代表参观了两项工程。{B}\n"
    )
    assert [line.split()[2][:2] for line in outline(text)][1:] == ["1、", "2、", "3、", "4、"]


@pytest.mark.parametrize("signed", ["红枫第一小学\n2020年4月17日", "2020年4月17日\n红枫第一小学"])
def test_who_signed_several_notices_is_no_running_head(signed: str) -> None:
    def notice(title: str) -> str:
        return f"{title}\n2020-04-01\n{A}\n一、活动主题\n{B}\n二、活动内容\n{C}\n{signed}\n\n"

    text = notice("关于开展读书活动的通知") + notice("班主任大赛通知") + notice("主题班会活动通知")
    assert {line.split()[1] for line in outline(text)} == {"article", "subsection"}
    assert [line.split()[1] for line in outline(text)].count("article") == 3


def test_paragraphs_with_their_headings_in_brackets_are_parts_of_a_report_and_items_of_a_paper() -> None:
    report = f"实践队走进油石乡\n{A}\n【内部研学】队员{B}\n【专场宣讲】队员{C}\n【入户调查】队员{A}\n"
    assert [line.split()[:2] for line in outline(report)] == [["1", "article"], *[["2", "subsection"]] * 3]
    heads = [report[section.start : section.heading_end] for section in suggest_sections(report)[1:]]
    assert heads == ["【内部研学】", "【专场宣讲】", "【入户调查】"]
    paper = (
        "红枫学院简报\n第12期\n2022年6月1日\n"
        f"【建筑系】5月25日，{A}\n【体育部】5月26日，{B}\n【校医院】5月26日，{C}\n【团委】5月29日，{A}\n"
    )
    assert [line.split()[1] for line in outline(paper)][-4:] == ["brief"] * 4


def test_one_paragraph_in_brackets_alone_begins_nothing() -> None:
    assert "【" not in "".join(starts(f"红枫社区举办读书会\n{A}\n【记者手记】{B}\n{C}\n"))


def test_headlines_with_their_day_are_a_column_of_briefs() -> None:
    days = ("2016-01-25", "2015-11-25", "2015-11-24", "2015-11-18")
    names = ("院党委开展专项行动", "何院长赴和县调研考察", "举办质量手册宣贯培训", "地质所来院交流工作")
    listed = "".join(f"{name} {day}\n" for name, day in zip(names, days, strict=True))
    found = outline(f"质检新闻\n{listed}\n院党委开展专项行动自查自纠\n{A}\n{B}\n")
    assert [line.split()[:2] for line in found[:5]] == [["1", "column"], *[["2", "brief"]] * 4]


def test_lines_above_whose_pictures_they_are_are_words_under_pictures() -> None:
    text = f"实践队来到红枫村\n{A}{B}\n{C}\n电视台报道我校活动\n与领导座谈\n村民接受问卷\n（红枫学院团委 供图）\n"
    assert [line.split()[1] for line in outline(text)][:4] == ["article", "caption", "caption", "caption"]
    seen = f"商会交流会举行\n　　{A}\n　　1-3依次是：会长王大明、副会长李小华、许四海\n　　{B}{C}\n　　{A}\n"
    assert [line.split()[1] for line in outline(seen)] == ["article", "caption", "continuation"]


def test_a_list_of_a_sentence_with_the_numbers_of_parts_has_parts() -> None:
    text = (
        f"门球协会召开理事会\n{A}\n会议由副会长主持，圆满完成了三项议程：\n一、听取并审议通过了会长作的工作总结和计划；\n"
        f"二、听取并审议了秘书长作的财务收支情况汇报；\n三、增补王大明同志为协会理事、协会副会长。\n{B}\n"
    )
    assert [line.split()[1] for line in outline(text)][:4] == ["article", *["subsection"] * 3]


@pytest.mark.parametrize(
    ("top", "kept"),
    [
        ("设为首页 加入收藏\n主页 > 商会动态 >\n", "商会领导参加联席会议"),
        ("红枫商会门户\n商会概况\n当前位置：商会概况\n", "商会领导参加联席会议"),
        ("红枫学院校友网主页欢迎你\n找同学\n新闻\n校友会\n照片\n捐赠\n首页\n退出\n\n", "商会领导参加联席会议"),
    ],
)
def test_what_a_site_has_above_its_text_is_none_of_it(top: str, kept: str) -> None:
    found = outline(f"{top}{kept}\n时间：2019-04-22 来源：商会 点击：12\n{A}\n{B}{C}\n")
    assert [line for line in found if line.split()[1] == "article"] == [f"1 article {kept}"]
    assert "boilerplate" in {line.split()[1] for line in found}


def test_lines_that_name_what_items_behind_bullets_are_about_are_columns() -> None:
    items = f"北京\n★9月28日，{A}\n★9月30日，{B}\n上海\n★9月17日，{C}\n★9月20日，{A}\n"
    text = f"慈善信息\n2012年4月29日\n信息专用邮箱：a@example.com\n{items}"
    assert [line.split()[:2] for line in outline(text)] == [
        ["0", "masthead"],
        *[["1", "column"], ["2", "brief"], ["2", "brief"]] * 2,
    ]


def test_markdown_headings_may_stand_close_to_their_marks() -> None:
    text = f"## 活動訊息\n\n###@北部\n\n####讀書會（每週四）\n{A}\n\n####工作坊（每週三）\n{B}\n{C}\n"
    found = [line.split(maxsplit=2)[2] for line in outline(text)]
    assert found == ["## 活動訊息", "###@北部", "####讀書會（每週四）", "####工作坊（每週三）"]


def test_who_reported_in_brackets_is_a_byline_and_so_is_a_source_with_its_editor() -> None:
    check(f"同鄉會大會 王大明理事長連任\n\n【記者許四海 台北報導】\n{A}\n{B}\n", ["1 article 同鄉會大會"])
    stamp = "来源: 张明 王芳 2021-09-15 09:10:51 责编: 余红霞"
    assert [line.split()[1] for line in outline(f"西园街道召开推进会\n{stamp}\n\n{A}\n{B}\n")] == ["article"]


def test_minutes_without_their_title_are_one_article_with_parts() -> None:
    text = (
        "一、時間：民國99年4月16日（星期五）下午2時\n二、地點：圖書館188會議室\n三、出席人員：王大明、李小華、許四海、陳美玉、林志明、張文華、吳淑芬、"
        "蔡明月\n"
        f"四、請假人員：顧敏、邱芳\n五、列席人員：研究發展委員會 卜小蝶、出版委員會 黃元鶴、年會籌備委員會 彭慰\n"
        "六、主席：王大明理事長\n七、確認上次會議紀錄。\n"
        f"八、報告事項：\n{A}\n九、討論事項：\n{B}\n"
    )
    assert [line.split()[:2] for line in outline(text)] == [["1", "article"], *[["2", "subsection"]] * 8]


def test_whose_text_it_was_behind_a_dash_heads_nothing() -> None:
    text = f"实践队员手记\n{A}\n{B}\n——视频剪辑组 王小明\n\n{C}\n{A}\n——宣传组 李芳\n"
    assert not [line for line in outline(text) if "——" in line]
