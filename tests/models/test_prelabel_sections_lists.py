"""Pages that list: items that one line marks, minutes by their form, a site's menu and its links, pictures in a row.

All texts are made up.
"""

from tests.models.test_prelabel_sections_genre import A, B, C, check, outline

MINUTES = (
    "一、時　　間：2021年3月4日 14:00\n二、地　　點：里民活動中心\n三、出席人員：王大明、李小華、陳美玉\n"
    "壹、主席報告：\n"
    f"{A}\n貳、討論事項：\n（一）修繕公共樓梯案。\n決議：通過。\n（二）明年預算案。\n決議：通過。\n參、臨時動議：無。\n"
)


def test_headlines_that_whose_and_when_follows_are_a_column_of_briefs() -> None:
    rows = [("王芳", "05-24 09:28"), ("李明", "05-23 14:25"), ("陈洁", "05-19 09:56")]
    names = ["车间举办安全知识竞赛", "五月员工生日会热闹举行", "班组读书会开讲啦"]

    def listed(column: str) -> str:
        return f"{column}\n" + "".join(
            f"{column[:2]}{name}\n{person}  {stamp}\n" for name, (person, stamp) in zip(names, rows, strict=True)
        )

    found = outline("2016-05-27  星期五\n" + listed("公司新闻") + listed("工会园地"))
    assert [line.split()[:2] for line in found] == [["0", "masthead"], *[["1", "column"], *[["2", "brief"]] * 3] * 2]


def test_meetings_of_a_week_are_briefs_below_their_days() -> None:
    def meeting(name: str, hour: str) -> str:
        told = "行政楼417会议室\n相关信息\n主持人：王大明\n准备单位：校办\n参加单位或人员：各学院院长\n"
        return f"{name}\n星期一 {hour}\n{told}"

    text = (
        "11月28日星期一\n" + meeting("党风廉政建设工作会", "8:30") + meeting("新进人员职称审核会", "10:00")
        + "11月29日星期二\n" + meeting("人事制度改革研讨会", "14:30") + meeting("校长办公例会", "19:00")
    )  # fmt: skip
    check(
        text,
        [
            "1 column 11月28日星期一",
            "2 brief 党风廉政建设工作会",
            "2 brief 新进人员职称审核会",
            "1 column 11月29日星期二",
            "2 brief 人事制度改革研讨会",
            "2 brief 校长办公例会",
        ],
    )


def test_reports_below_a_date_each_are_no_such_list() -> None:
    text = "".join(
        f"{name}举行春季交流活动\n2024-01-{day} 09:36:22\n{A}{B}\n{C}{A}\n"
        for name, day in (("红枫社区", "13"), ("白杨社区", "08"), ("银杏社区", "05"), ("香樟社区", "02"))
    )
    assert [line.split()[1] for line in outline(text)] == ["article"] * 4


def test_minutes_open_with_their_title_and_each_of_their_first_fields_is_a_part() -> None:
    check(
        "紅楓社區管理委員會\n第三次會議紀錄\n" + MINUTES,
        [
            "1 article 紅楓社區管理委員會",
            "2 subsection 一、時",
            "2 subsection 二、地",
            "2 subsection 三、出席人員",
            "2 subsection 壹、主席報告",
            "2 subsection 貳、討論事項",
            "3 subsection （一）修繕",
            "3 subsection （二）明年",
            "2 subsection 參、臨時動議",
        ],
    )


def test_a_letterhead_above_minutes_is_their_masthead_and_runs_again_on_the_next_page() -> None:
    head = "紅楓社區管理委員會\nHongfeng Residents Committee\n台北市文山區紅楓路88號\n"
    begun, ended = MINUTES.split("（二）")
    found = outline(f"{head}\n第三次會議紀錄\n{begun}\f{head}（二）{ended}")
    assert [line.split()[1] for line in found].count("article") == 1
    assert found[0].startswith("0 masthead")
    assert found[1].startswith("1 article 第三次")
    assert sum("boilerplate 紅楓社區" in line for line in found) == 1


def test_parts_of_minutes_are_headings_without_a_number_too() -> None:
    text = (
        f"紅楓學會理事會會議紀錄\n時間：2008年2月22日\n地點：教學大樓\n主席：陳文\n出席人員：張光、金華、呂元\n\n主席報告：\n{A}\n"
        f"討論與決議事項：\nI.  會員大會籌備\n{B}\nII.  理監事改選\n{C}\n"
    )
    check(
        text,
        [
            "1 article 紅楓學會理事會",
            "2 subsection 主席報告",
            "2 subsection 討論與決議事項",
            "3 subsection I.",
            "3 subsection II.",
        ],
    )


def test_a_sites_name_and_the_menu_below_it_are_boilerplate() -> None:
    found = outline(f"红枫寺\n首  页\n最新动态\n高僧大德\n禅茶一味\n\n关于举办暑期夏令营的通告\n2017-06-01\n{A}\n{B}\n")
    assert found[:2] == ["1 boilerplate 红枫寺", "1 article 关于举办暑期夏令营的通告"]


def test_a_menu_on_one_line_heads_nothing() -> None:
    found = outline(f"首  页  总揽  写作  政策法规  技术论文\n\n坚守矿山心无悔\n\n2016-3-26 13:52\n{A}\n{B}\n")
    assert [line.split()[1] for line in found] == ["boilerplate", "article"]


def test_the_link_from_a_teaser_to_its_text_ends_it_and_makes_it_a_brief() -> None:
    text = "公司要闻\n" + "".join(
        f"{name}走访慰问企业职工\n2020年11月0{n}日\n{A}{B}{C}\n详 情\n"
        for n, name in enumerate(("区领导", "镇领导", "街道"), 1)
    )
    found = [" ".join(line.split()[:2]) for line in outline(text)]
    assert found == ["1 column", *["2 brief", "3 boilerplate"] * 3]


def test_a_roster_of_posts_below_a_notice_is_its_text() -> None:
    text = (
        f"红枫镇关于成立创建工作领导小组的通知\n各办公室：\n{A}\n"
        "组     长： 王   庆   镇党委副书记\n常务副组长： 曹大忠   副镇长\n"
        "成      员： 陈建文   党政办公室主任\n                   李   曦   党建办公室主任\n"
        "                  赵阳平   城镇运行管理办公室主任\n"
    )
    assert len(outline(text)) == 1


def test_words_under_several_pictures_in_one_line_are_one_caption_each() -> None:
    text = (
        f"社区环境整治见成效\n{A}\n②河道整治 ▲红枫河南岸整治 ▲白杨河整治\n▲银杏河整治\n"
        f"③僵尸车整治 ▲红枫社区 ▲白杨社区\n{B}\n"
    )
    assert [" ".join(line.split()[:2]) for line in outline(text)] == [
        "1 article",
        "2 subsection",
        *["3 caption"] * 3,
        "2 subsection",
        *["3 caption"] * 2,
        "2 continuation",
    ]


def test_a_scene_right_below_the_headline_is_under_its_picture() -> None:
    check(
        f"协会赴红枫市开展绿色低碳专题调研\n座谈会现场\n    {A}\n    {B}\n",
        ["1 article 协会赴红枫市", "2 caption 座谈会现场", "1 continuation 近日"],
    )


def test_couplets_are_parts_of_the_report_that_they_stand_in() -> None:
    text = (
        f"同乡会青年代表团赴红枫市参访交流\n{A}\n领导致辞，共话发展\n{B}\n代表齐聚，共襄盛举\n{C}\n"
        f"携手前行，共创辉煌\n{A}\n"
    )
    assert [line.split()[1] for line in outline(text)] == ["article", *["subsection"] * 3]


def test_a_weekly_with_a_list_of_links_has_its_columns_below_that() -> None:
    text = (
        '# 红枫消息 2024-09-28\n\n-   <a href="#a" id="toc-a">活动预告</a>\n-   <a href="#b" id="toc-b">校园生活</a>\n'
        "\n"
        f"# **活动预告**\n\n## 编辑部招聘人才\n\n{A}\n\n## 周末剧场\n\n{B}\n\n# **校园生活**\n\n## 食堂新菜\n\n{C}\n"
    )
    found = outline(text)
    assert [line.split()[0] for line in found] == ["0", "1", "2", "2", "1", "2"]
    assert [line.split()[1] for line in found].count("column") == 2


def test_headlines_of_a_list_that_are_cut_short_are_briefs_below_their_columns() -> None:
    names = ["红枫区检察院举行公开听证会依法保障…", "白杨区检察院开展专项工作剑指群众…", "银杏区检察院参与国家科技…"]
    text = f"检察在线\n{A}\n精彩回顾\n" + "\n".join(names) + "\n法制经纬\n" + "\n".join(names[::-1]) + "\n"
    kinds = [line.split()[1] for line in outline(text)]
    assert kinds[-8:] == [*["column", *["brief"] * 3] * 2]


def test_headings_underlined_in_markdown_are_headings_of_one_rank() -> None:
    text = f"如何透過社群找到工作\n---\n\n{A}\n\n為什麼社群有幫助？\n---\n{B}\n\n我的經歷\n---\n{C}\n"
    found = [" ".join(line.split()[:2]) for line in outline(text)]
    assert found == ["1 article", "2 subsection", "2 subsection"]


def test_a_rule_between_paragraphs_makes_no_heading() -> None:
    assert len(outline(f"红枫社区举行交流活动\n\n{A}\n---\n{B}\n---\n{C}\n")) == 1


def test_rows_of_a_table_without_outer_bars_are_its_article_s_text() -> None:
    table = "事项 | 负责人\n---- | ----\n楼道整治 | 王芳\n广场舞会 | 李明\n"
    text = f"# 红枫社区工作会纪要\n\n## 议程\n\n{table}\n## 决定\n\n{A}\n"
    assert [line.split()[1] for line in outline(text)] == ["article", "subsection", "subsection"]


def test_words_under_a_picture_in_brackets_or_with_its_source_are_captions() -> None:
    check(
        f"红枫学院举办诚信演讲比赛\n{A}\n（图为主持人宣布比赛开始）\n{B}\n“好人”王明讲述治沙的故事。图片来源:红枫市文明办\n{C}\n",
        [
            "1 article 红枫学院",
            "2 caption （图为主持人",
            "1 continuation 居民们",
            "2 caption “好人”王明",
            "1 continuation 活动",
        ],
    )


def test_what_a_page_has_for_moving_about_stands_before_its_masthead() -> None:
    found = outline(f"跳到主要內容區塊\n\n僑務電子報\n\n:::\n\n紅楓校友會野餐聯誼\n\n2021-07-14\n{A}\n{B}\n")
    assert found[0] == "1 boilerplate 跳到主要內容區塊"
    assert found[-1] == "1 article 紅楓校友會野餐聯誼"


def test_a_sites_foot_below_its_links_is_one_footer() -> None:
    text = (
        f"红枫区举行文化下乡活动\n2023-03-10\n{A}\n{B}\n上一条：健康讲座进社区\n下一条：专家解读政策\n"
        "联系我们\n  • 联系电话：0818-5222396\n  • 传  真：0818-5222397\n  • 邮箱：hongfeng@example.com\n"
        "Copyright © 红枫区文化馆 版权所有\n"
    )
    assert [line.split()[1] for line in outline(text)] == ["article", "boilerplate", "footer"]


def test_teasers_that_break_off_are_briefs() -> None:
    cut = f"{A}{B}{C}"[:-1]
    text = "工会动态\n" + "".join(
        f"{name}举行春季文体活动\n{cut}\n" for name in ("红枫公司工会", "白杨公司工会", "银杏公司工会")
    )
    assert [line.split()[1] for line in outline(text)] == ["column", *["brief"] * 3]


def test_lines_on_end_or_below_the_last_paragraph_of_a_report_are_captions() -> None:
    words = ["听诊问病", "测量血压", "领取药包", "打包的药品"]
    text = f"红枫医院儿科开展义诊活动\n{A}\n听诊问病\n测量血压\n{B}\n领取药包\n{C}\n打包的药品\n"
    for end in ("", "来源：红枫医院宣传科\n", "打印本页\n"):
        found = [line.split() for line in outline(text + end)]
        assert [name for _, kind, name in found if kind == "caption"] == words, end


def test_headings_that_each_have_a_text_are_none_though_they_stand_on_two_lines() -> None:
    one = f"红枫医院这一年\n{A}\n门诊更便捷\n{B}\n病房更安静\n{C}\n食堂更暖心\n{A}\n"
    two = f"红枫医院这一年\n{A}\n更便捷\n的门诊\n{B}\n更安静\n的病房\n{C}\n更暖心\n的食堂\n{A}\n"
    for text in (one, two):
        assert [line.split()[1] for line in outline(text)] == ["article", *["subsection"] * 3]
