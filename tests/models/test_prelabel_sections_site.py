"""What a page of the net puts round its text: paths, menus, sizes of letters, links. All texts are made up."""

import pytest

from tests.models.test_prelabel_sections_genre import A, B, P, outline


@pytest.mark.parametrize("sizes", ["【 字体：大 中 小 】", "字号：[大 中 小]", "【字號：大 中 小】"])
def test_the_sizes_of_letters_that_a_page_offers_belong_to_the_heading_and_are_no_column(sizes: str) -> None:
    assert outline(f"红枫集团举行新厂开工仪式\n发稿时间：2021/6/9\n{sizes}\n5月27日上午，{A}\n{B}\n") == [
        "1 article 红枫集团举行新厂开工仪式"
    ]


def test_links_that_bars_alone_on_their_lines_part_are_one_piece_of_boilerplate() -> None:
    text = f"红枫集团举行新厂开工仪式\n{A}\n{B}\n网站地图\n|\n隐私安全\n|\n站外导航\n|\n联系方式\n"
    assert [line.split()[1] for line in outline(text)] == ["article", "boilerplate"]


def test_the_pages_own_place_on_either_side_of_what_leads_home_is_boilerplate() -> None:
    text = f"头条新闻\n\n首页\n\n头条新闻\n\n红枫学院举行校庆大会\n2021-10-23\n{P}"
    assert outline(text) == ["1 boilerplate 头条新闻", "1 article 红枫学院举行校庆大会"]


def test_a_path_without_a_home_and_the_menu_below_it_are_none_of_the_article() -> None:
    path = "最新新闻 > 往年回顾 > 红枫文集推介会在青松市举行"
    menu = "最新动态\n往年回顾 >\n> 动态内容"
    text = f"红枫书苑\n{path}\n{menu}\n红枫文集推介会在青松市举行\n摘自：《红枫报》2012.4.5第八期\n{P}"
    assert outline(text) == ["1 boilerplate 红枫书苑", "1 article 红枫文集推介会在青松市举行"]


def test_narrow_lines_on_end_below_the_path_are_a_menu_and_no_columns() -> None:
    path = "新闻网\n您现在的位置：首页 >> 新闻网 >> 文章详情"
    menu = "综合新闻\n党团声音\n新媒精选"
    text = f"{path}\n{menu}\n红枫林场首次记录到珍稀鸟类活动\n日期：2021-12-08\n{P}"
    assert [line.split()[1] for line in outline(text)] == ["boilerplate", "article"]


def test_a_menu_below_the_last_text_that_names_the_place_of_the_page_is_boilerplate() -> None:
    text = f"首页 > 企业文化 > 党团活动\n红枫公司干部参观纪念馆\n{P}企业文化\n党团活动\n光彩事业\n文体活动\n"
    assert outline(text)[-1] == "2 boilerplate 企业文化"


def test_values_behind_labels_in_square_brackets_are_fields_of_the_article() -> None:
    text = f"[活动名称]红枫村义诊服务队\n[办理单位]青松大学医学社\n[服务人数]17\n[被服务人数]121\n活动内容\n{A}\n{B}\n"
    assert [line.split()[1] for line in outline(text)] == ["article", "subsection"]


def test_an_address_in_brackets_below_the_credits_belongs_to_them() -> None:
    text = f"红枫大学与青松医院签署备忘录\n{P}供稿：医学中心  编辑：王丽\n（http://news.example.edu.cn）\n"
    assert [" ".join(line.split()[:2]) for line in outline(text)] == ["1 article", "2 footer"]


def test_credits_that_name_two_tasks_behind_a_bar_are_a_footer() -> None:
    found = outline(f"红枫学会正式成立\n{P}撰文及责编∣红枫学会\n摄影∣王晓怡、邓子云\n")
    assert [line.split()[1] for line in found] == ["article", "footer"]


def test_what_stands_behind_a_bullet_that_a_word_processor_left_as_a_letter_is_a_list() -> None:
    items = "".join(f"\xa0 u\xa0 {item}\n" for item in ("公益项目介绍", "捐赠证书颁发", "奠基仪式"))
    text = f"红枫公益园奠基\n{A}\n一、活动背景\n{A}\n{B}\n二、活动内容\n{items}三、活动安排\n{B}\n"
    assert [line.split()[1] for line in outline(text)] == ["article", *["subsection"] * 3]
