"""What a page puts round its texts: greetings, pictures' files, cut teasers, headings of two lines or one sentence.

Papers in Markdown as well. All texts are made up.
"""

import pytest

from tests.models.test_prelabel_sections_genre import A, B, C, P, check, outline
from tests.models.test_prelabel_sections_records import SHORT


def test_a_sites_greeting_and_its_path_are_none_of_the_article() -> None:
    text = (
        "欢迎访问红枫长安网，红枫区委主办！\n\n当前位置：首页 >> 红枫动态\n\n红枫社区加装电梯暖人心\n"
        f"• 红枫街道\n• 2025-05-21\n• 大号 中号 小号\n• 打印\n\n{P}"
    )
    check(text, ["1 boilerplate 欢迎", "1 article 红枫社区加装"])


def test_each_picture_that_only_its_file_names_is_a_caption_and_takes_the_words_below_it() -> None:
    text = (
        f"红枫镇人民代表大会举行\n{A}\n微信图片_20191024152831.jpg\n微信图片_20191024153043.jpg\n{B}\n"
        f"李健.png\n镇长作报告\n{C}\n"
    )
    check(
        text,
        [
            "1 article 红枫镇",
            "2 caption 微信图片_20191024152831",
            "2 caption 微信图片_20191024153043",
            "1 continuation 居民们",
            "2 caption 李健",
            "1 continuation 活动",
        ],
    )


def test_a_headline_below_a_teaser_that_was_cut_opens_the_next_item() -> None:
    cut = f"{A}{B}{C}"[:-1]
    text = "".join(
        f"{name}举行交流活动，促进邻里和谐共建美好家园\n发布时间：2024-01-{day} 09:36:22\n{cut}\n"
        for name, day in (("红枫社区", "13"), ("白杨社区", "08"), ("银杏社区", "05"))
    )
    assert [line.split()[2][:4] for line in outline(text)] == ["红枫社区", "白杨社区", "银杏社区"]


def test_dated_sentences_without_their_full_stop_are_words_under_pictures() -> None:
    told = [f"2007年{n}月4日，红枫区民政局在居委会召开座谈会，听取老居民的回忆" for n in (6, 8, 9)]
    text = f"红枫社区寻访历史记\n{A}\n{told[0]}\n{B}\n{told[1]}\n{C}\n{told[2]}\n{A}\n"
    expected = [
        "1 article",
        "2 caption",
        "1 continuation",
        "2 caption",
        "1 continuation",
        "2 caption",
        "1 continuation",
    ]
    assert [" ".join(line.split()[:2]) for line in outline(text)] == expected


def test_a_place_with_a_colon_opens_the_headline_below_it() -> None:
    items = (
        ("海东省青松市红枫区", "接诉即办解民忧"),
        ("海西省白杨市", "多方共治显成效"),
        ("江北省银杏县", "熟人社区重构邻里"),
    )
    text = "".join(f"{place}：\n{head}\n{P}" for place, head in items)
    assert [line[:12] for line in outline(text)] == [f"1 article {place[:2]}" for place, _ in items]


def test_two_short_lines_between_paragraphs_are_one_heading_where_several_stand_so() -> None:
    text = f"{P}一网格一支部\n四级组织一贯到底\n{P}强化数智赋能\n夯实治理硬支撑\n{P}健全工作机制\n筑牢主动治理桥\n{P}"
    check(text, ["1 article", "2 subsection 一网格", "2 subsection 强化", "2 subsection 健全"])


def test_sentences_head_paragraphs_where_numbered_headings_end_in_full_stops_too() -> None:
    def part(number: str) -> str:
        return f"（{number}）发展基础。\n物流规模持续扩大。\n{A}\n物流结构加快调整。\n{B}\n"

    text = f"红枫市物流发展规划\n{A}\n一、总体情况\n{part('一')}{part('二')}"
    found = [" ".join(line.split()[:2]) for line in outline(text)]
    assert found == ["1 article", "2 subsection", *["3 subsection", "4 subsection", "4 subsection"] * 2]


def test_a_short_paragraph_heads_nothing_where_headings_have_no_full_stop() -> None:
    text = (
        f"红枫社区工作总结\n一、主要做法\n大家都很努力。\n{A}\n活动办得很好。\n{B}\n"
        f"二、下步打算\n居民十分满意。\n{C}\n明年再接再厉。\n{A}\n"
    )
    check(text, ["1 article 红枫", "2 subsection 一、", "2 subsection 二、"])


def test_links_to_other_pages_below_a_columns_name_are_no_items() -> None:
    links = "".join(f"- [红枫社区落地系列之{n}](/blog/part{n}/)\n" for n in "一二三")
    text = (
        f"**红枫社区周报 | 每周精选**\n\n**欢迎留言**\n\n{A}\n\n### 每周问题提炼\n\n{P}\n"
        f"### 落地系列\n\n{links}\n### 项目进展\n\n{B}{C}\n"
    )
    found = outline(text)
    assert found[0].startswith("0 masthead")
    assert [line.split()[3] for line in found if "column" in line] == ["每周问题提炼", "落地系列", "项目进展"]
    assert not any("blog" in line for line in found)


def test_front_matter_is_the_masthead_of_a_paper_that_is_parted_into_columns() -> None:
    text = (
        f"type: sheet\ntitle: 稳行在高处\ndate: '20200119'\n\n## 讲义大纲\n\n{A}\n\n## 报告事项\n"
        f"1. **本周祷告会。**{B}\n1. 周五是除夕，{C}\n\n## 社区动态\n\n{P}"
    )
    found = outline(text)
    assert found[0].startswith("0 masthead")
    assert [line[:13] for line in found[1:5]] == ["1 article ## ", "1 column ## 报", "2 brief 1. **", "2 brief 1. 周五"]


def test_a_link_to_details_belongs_to_the_columns_name_above_it() -> None:
    text = (
        f"新闻详情\n红枫学会第四次代表大会胜利召开\n2020-7-4\n{P}思想活动\n点击详情\n我们都是收信人\n{P}"
        f"学术活动\n点击详情\n书法比赛\n{P}"
    )
    expected = [
        "1 boilerplate 新闻详情",
        "1 article 红枫",
        "1 column 思想",
        "2 article 我们",
        "1 column 学术",
        "2 article 书法",
    ]
    check(text, expected)


def test_bullets_that_open_no_headlines_head_parts_of_the_report_above_them() -> None:
    items = "".join(f"• {name}\n{body}\n" for name, body in (("会员资料", A), ("学会网页", B), ("学会通讯", C)))
    check(
        f"红枫学会举行周年大会\n{P}{items}",
        ["1 article 红枫", *[f"2 subsection • {n}" for n in ("会员", "学会网", "学会通")]],
    )


def test_a_markdown_list_of_contents_opens_nothing_before_the_texts_that_it_names() -> None:
    text = (
        f"# 红枫社区月报\n\n# 目录\n\n### 一、社区规模\n\n- 人数\n\n- 活动\n\n### 二、社区治理\n\n- 理事会\n\n"
        f"# 一、社区规模\n\n{P}\n# 二、社区治理\n\n{P}"
    )
    found = outline(text)
    assert not [line for line in found if "###" in line or "目录" in line]
    assert [line.split("#")[1].strip() for line in found[-2:]] == ["一、社区规模", "二、社区治理"]


def test_items_of_a_text_without_a_title_stand_beside_the_first_one() -> None:
    text = "".join(f"{n}.关于红枫社区第{n}次活动的安排\n{P}" for n in (1, 2, 3))
    check(text, ["1 article 1.", "1 article 2.", "1 article 3."])


def test_headlines_alone_below_a_column_of_news_are_its_items() -> None:
    heads = [
        "红枫社区启动志愿家庭行动计划",
        "白杨街道走访慰问独居老人",
        "银杏学会举办秋季读书沙龙",
        "青松医院专家义诊进社区",
        "志愿者协会召开年度座谈会",
    ]
    text = f"红枫志愿网\n2020年5月8日\n红枫志愿服务联合会召开代表大会\n{P}社区要闻\n" + "\n".join(heads)
    assert outline(text)[-5:] == [f"2 brief {head}" for head in heads]


def test_of_what_sort_an_item_is_belongs_to_the_item_and_names_no_column() -> None:
    items = [
        ("红枫公司召开经营分析会", "公司动态", "2019/08/20 17:19"),
        ("白杨支部开展集中学习", "集团动态", "2019/08/19 14:24"),
        ("银杏项目顺利通过验收", "公司动态", "2019/07/24 19:26"),
        ("青松集团举行党员大会", "集团动态", "2019/07/22 23:18"),
        ("红枫公司走访慰问职工", "公司动态", "2019/07/02 17:34"),
        ("白杨集团举办技能比赛", "集团动态", "2019/06/30 09:10"),
    ]
    text = "\n\n".join(f"{head}\n{SHORT}\n{sort}\n{day}" for head, sort, day in items)
    assert outline(text) == [f"1 brief {head}" for head, _, _ in items]


def test_a_sheet_of_notices_may_list_them_by_hyphens() -> None:
    text = f"2015/3/8 报告与代祷事项\n- 本主日{A}\n- 本会{B}\n- 3月10日{C}\n"
    check(text, ["0 masthead 2015", "1 brief - 本主日", "1 brief - 本会", "1 brief - 3月10日"])


def test_one_scene_at_several_places_is_what_pictures_show() -> None:
    scenes = ["红枫村群众大会", "白杨村群众大会", "银杏村群众大会"]
    text = f"青松镇集中召开村级群众大会\n{A}\n" + "".join(f"{scene}\n\n" for scene in scenes) + B
    expected = ["1 article 青松镇", *[f"2 caption {scene}" for scene in scenes], "1 continuation 居民们"]
    check(text, expected)


@pytest.mark.parametrize("number", ["第{}頁", "第{}页", "共三页之第{}页"])
def test_a_papers_name_with_a_page_number_at_the_foot_of_its_pages_is_a_running_head(number: str) -> None:
    feet = [
        f"\n红枫苑通讯【10月刊】    红枫苑网志：http://hongfeng.example    {number.format(n)}\n\f" for n in "一二三"
    ]
    text = f"红枫苑举行业主大会\n{A}\n{B}{feet[0]}中秋晚会圆满落幕\n{B}\n{C}{feet[1]}楼道完成粉刷\n{C}\n{A}{feet[2]}"
    kinds = [line.split()[1] for line in outline(text) if "网志" in line]
    assert kinds == ["boilerplate"] * 3


@pytest.mark.parametrize("number", ["共二页之第一页", "二十五之第一页", "二之第一頁"])
def test_a_page_number_in_words_that_tells_of_how_many_is_one(number: str) -> None:
    text = f"红枫苑业主大会会议记录\n{A}\n{B}\n{number}\n\f{C}\n{A}\n"
    assert f"boilerplate {number}" in {line.split(maxsplit=1)[1] for line in outline(text)}


def test_a_link_that_prints_the_text_is_no_column() -> None:
    text = f"红枫小学举行春游活动\n{A}\n{B}\n【打印正文】\n上一篇：关于放假的通知\n"
    check(text, ["1 article 红枫小学", "2 boilerplate 【打印"])


def test_tags_above_minutes_in_markdown_are_no_heading() -> None:
    text = (
        "###### tags: `会议记录`\n\n# 红枫学生会第二次会议 会议记录\n\n日期：2020年7月29日\n\n地点：线上会议\n\n"
        f"## 报告\n\n{A}\n\n## 讨论\n\n{B}\n"
    )
    found = outline(text)
    assert found[0] == "1 article ###### tags: `会议记录`"
    assert [line.split()[:2] for line in found[1:]] == [["2", "subsection"]] * 2
