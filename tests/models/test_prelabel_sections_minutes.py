"""Minutes, tables that came a cell a line, and what a page has round its texts. All texts are made up."""

import pytest

from tests.models.test_prelabel_sections_genre import A, B, C, P, check, outline


@pytest.mark.parametrize("style", ["{})", "（{}）", "{}."])
def test_narrow_numbered_lines_with_a_text_below_each_are_parts_of_one_rank(style: str) -> None:
    heads = [f"{style.format(n)} {name}" for n, name in enumerate(["業戶進場登記", "財政報告", "管理公司報告"], 1)]
    text = "青松苑業主大會\n" + "".join(f"{head}\n{A}{B}\n第 {n} 頁，共 3 頁\n" for n, head in enumerate(heads, 1))
    assert [line for line in outline(text) if "頁" not in line] == [
        "1 article 青松苑業主大會",
        *(f"2 subsection {head}" for head in heads),
    ]


def test_a_figure_alone_above_its_text_heads_nothing_but_a_clause_does() -> None:
    text = f"青松团契举行祷告会\n{A}\n1)\n{B}\n2)\n{C}\n3)\n{A}\n"
    assert outline(text) == ["1 article 青松团契举行祷告会"]
    rules = f"青松小区管理办法\n第一条\n{A}\n第二条\n{B}\n第三条\n{C}\n"
    assert [line.split()[1] for line in outline(rules)] == ["article", "subsection", "subsection", "subsection"]


def test_the_numbers_of_a_tables_rows_are_no_pages_and_its_sums_no_headings() -> None:
    rows = "".join(f"{n}\n未按照规定佩戴证件在本社区通行，经劝告无效的。\n次\n{n}00 元\n" for n in range(1, 8))
    text = f"青松小区召开管委会会议\n{A}\n施工违规扣款表\n{rows}"
    found = outline(text)
    assert not [line for line in found if "boilerplate" in line or "元" in line or "次" in line]


def test_pages_are_numbered_by_figures_that_stand_a_page_apart() -> None:
    text = "青松小学家长会纪实\n" + "".join(f"{A}{B}{C}{A}\n{n}\n" for n in range(1, 5)) + f"{A}\n"
    assert [line for line in outline(text) if "boilerplate" in line] == [f"2 boilerplate {n}" for n in range(1, 5)]


def test_labels_of_minutes_that_stand_above_what_they_tell_head_nothing() -> None:
    text = (
        "第三屆第七次管委會會議\n日期\n114年2月20日（星期四）\n地點\n一樓管委會使用空間\n"
        "主席\n主任委員 王大明\n記錄\n社區主任 李小華\n"
        f"出席委員\n陳美玉、許四海\n壹、主席報告\n{A}\n貳、討論事項\n{B}\n"
    )
    assert [line.split()[2] for line in outline(text)][1:] == ["壹、主席報告", "貳、討論事項"]


def test_a_label_whose_characters_are_set_apart_is_a_label() -> None:
    motions = [("一、會刊", "王大明", A), ("二、輔導小組", "李小華", B), ("三、聯誼", "林志明", C)]
    text = "青松學會會員大會紀錄\n" + "".join(f"{head}\n提 案 人：{name}\n{said}\n" for head, name, said in motions)
    assert not [line for line in outline(text) if "提 案" in line]


def test_headings_in_angle_brackets_are_items_of_one_rank() -> None:
    heads = ["<樂園種植計劃>", "<冷氣機滴水事宜>", "<裝修注意事項>"]
    text = "青松苑管理委員會\n第18期-2017.04.29\n" + "".join(f"{head}\n{A}\n{B}{C}{A}\n" for head in heads)
    assert outline(text)[1:] == [f"1 article {head}" for head in heads]


def test_paths_of_pictures_head_nothing_and_close_nothing() -> None:
    path = "/upload/manager/1_150217313"
    text = f"青松校友会举行年会\n{A}\n{path}1.jpg\n{path}2.png\n{B}\n{path}3.jpg\n"
    assert outline(text) == ["1 article 青松校友会举行年会"]


@pytest.mark.parametrize(
    "line", ["上一页   下一页     1   2    3    4   5     返回第一页", "扫码阅读手机版", "字号：", "全文下载"]
)
def test_what_a_page_has_for_turning_it_is_boilerplate(line: str) -> None:
    text = f"青松镇召开春耕现场会\n2021-03-04\n{A}\n{B}\n{line}\n{C}\n"
    assert f"2 boilerplate {line.strip()}" in outline(text)


def test_a_path_by_arrows_alone_stands_above_the_article() -> None:
    text = f"信息服务 >> 农业资讯 >> 农业新闻\n\n渔民投保可获赔偿\n发布时间：2013-12-16\n{P}"
    check(text, ["1 boilerplate 信息服务", "1 article 渔民投保"])


CREDITS = "来源：学院团委\n\n文字：王小明\n\n图片：李芳\n\n编辑：陈晨\n"


def test_the_credits_of_the_one_article_stand_below_it() -> None:
    assert outline(f"青松学院举行读书会\n{A}\n{B}\n{C}\n{CREDITS}")[-1] == "2 footer 来源：学院团委"


def test_the_imprint_of_a_bulletin_stands_beside_its_articles() -> None:
    articles = "".join(f"\n青松街道召开推进会之{n}\n{P}" for n in "一二三")
    text = f"青松工作简报\n第8期\n青松街道办事处    2022年5月6日\n{articles}\n{CREDITS}"
    assert [line[:8] for line in outline(text) if "footer" in line] == ["1 footer"]


def test_a_line_in_bold_above_a_table_heads_it() -> None:
    table = "<table>\n  <tr>\n    <td>一般</td>\n    <td>8,856</td>\n  </tr>\n</table>\n"
    text = f"# 青松教会周报\n\n## 报告\n{A}\n\n**上周奉献**\n{table}\n**主日服事**\n{table}"
    assert [line for line in outline(text) if "**" in line] == [
        "3 subsection **上周奉献**",
        "3 subsection **主日服事**",
    ]


def test_a_table_that_came_a_cell_a_line_has_no_sections_though_its_cells_repeat() -> None:
    rows = "".join(
        f"{who}\n5月15日\n{n}:00-{n}:10\n3.5km\n{n % 3 + 2}\n前10名\n"
        for n, who in enumerate(["教工邀请赛", "男子精英组", "男子大众组", "女子组别", "接力组别"], 9)
    )
    names = "组别\n检录时间\n比赛时间\n单圈里程\n圈数\n名次\n"
    text = f"青松车协举行山地车交流赛\n{A}\n{B}\n比赛项目安排如下。\n{names}{rows}"
    assert [line.split()[1] for line in outline(text)][:1] == ["article"]
    assert not [line for line in outline(text) if any(cell in line for cell in ("月15日", "km", "名次", "组", "0-"))]
