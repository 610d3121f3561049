"""Pages of the net saved as text: paths, front matter, tables by tabs, words under pictures, addresses."""

import pytest

from models.prelabel.sections import suggest_sections
from tests.models.test_prelabel_sections_genre import A, B, C, P, outline


def test_the_sites_name_and_the_path_below_it_are_none_of_the_article_be_the_path_broken_over_lines() -> None:
    text = f"青松小学\n首页 >\n学校资讯 >\n青松小学举行开放日\n2021年5月6日\n{P}"
    assert outline(text) == ["1 boilerplate 青松小学", "1 article 青松小学举行开放日"]


def test_front_matter_with_the_only_title_opens_the_article() -> None:
    text = f"---\ntitle: 青松志愿队走进社区为老人理发\ndate: 2021-05-06\ntags:\n- 志愿\n---\n\n{P}"
    assert outline(text) == ["1 article ---"]


def test_front_matter_above_a_headline_of_the_same_words_heads_the_article_with_it() -> None:
    title = "青松志愿队走进社区为老人理发"
    text = f"---\ntitle: {title}\ndate: 2021-05-06\n---\n\n{title}\n\n{P}"
    assert outline(text) == ["1 article ---"]


def test_rows_whose_cells_tabs_part_open_no_section() -> None:
    rows = "".join(f"2021-0{n}-06\t读书会第{n}讲\t全校师生\n" for n in range(1, 7))
    text = f"青松小学举行系列读书会\n{P}本学年活动一览\n日期\t活动名称\t参加对象\n{rows}"
    assert not any("\t" in line or line.split(" ", 2)[2].startswith("2021") for line in outline(text))


@pytest.mark.parametrize(
    "post", ["青松街道办事处主任李晓红", "青松医院骨科主任李晓红教授", "青松区委副书记、区长李晓红"]
)
def test_a_person_named_with_the_post_beside_what_the_report_tells_of_them_is_words_under_a_picture(post: str) -> None:
    text = f"青松街道举行健康讲座\n{A}\n{post}\n李晓红在致辞中感谢各方的支持。{B}\n{C}\n"
    assert outline(text) == [
        "1 article 青松街道举行健康讲座",
        f"2 caption {post}",
        "1 continuation 李晓红在致辞中感谢各方的支持。" + B,
    ]


def test_scenes_among_such_words_are_words_under_pictures_too() -> None:
    told = f"李晓红在致辞中感谢各方的支持。{B}\n区卫健委主任王建国\n王建国为志愿队授旗。{C}\n"
    text = f"青松街道举行健康讲座\n{A}\n讲座现场\n{B}\n青松街道办事处主任李晓红\n{told}授旗仪式\n{A}\n"
    assert [line for line in outline(text) if line.startswith("2 ")] == [
        "2 caption 讲座现场",
        "2 caption 青松街道办事处主任李晓红",
        "2 caption 区卫健委主任王建国",
        "2 caption 授旗仪式",
    ]


def test_each_report_behind_a_papers_own_lead_is_an_article() -> None:
    heads = ["我校召开教学工作会议", "党委组织部举行专题培训", "教职工乒乓球赛落幕"]
    text = "".join(f"{head}\n　　本校讯（通讯员 李晓红）{A}\n{B}\n" for head in heads)
    assert outline(text) == [f"1 article {head}" for head in heads]


def test_an_article_broken_off_for_another_page_goes_on_where_that_page_says_so() -> None:
    text = (
        f"青松社区报\n第12期\n2021年5月8日\n\n社区举办邻里节\n{A}\n（下转第2版）\n志愿者清理楼道\n{B}\n"
        f"（上接第1版）\n{C}\n"
    )
    found = suggest_sections(text)
    kinds = ["masthead", "article", "boilerplate", "article", "boilerplate", "continuation"]
    assert [section.kind for section in found] == kinds
    assert found[-1].continues == 1


def test_clauses_below_chapters_are_no_parts_of_their_own() -> None:
    text = f"青松街道档案管理办法\n第一章　总则\n第一条　{A}\n第二条　{B}\n第二章　查阅\n第三条　{C}\n"
    assert [line[:16] for line in outline(text)][1:] == ["2 subsection 第一章", "2 subsection 第二章"]


def test_paragraphs_counted_in_words_are_parts() -> None:
    text = f"青松教会一年数算恩典\n{A}\n第一，{A}\n第二，{B}\n第三，{C}\n"
    assert [line[:16] for line in outline(text)][1:] == [f"2 subsection 第{n}，" for n in "一二三"]


def test_a_sheet_of_numbered_notices_has_a_title_block_and_a_brief_each() -> None:
    notices = [f"({n}) {text}" for n, text in zip("一二三", (A, B, C), strict=True)]
    assert outline("2021年5月9日 复活期第六主日\n\n" + "\n\n".join(notices) + "\n") == [
        "0 masthead 2021年5月9日 复活期第六主日",
        *(f"1 brief {notice}" for notice in notices),
    ]


def test_credits_in_bold_with_a_date_between_them_are_the_imprint() -> None:
    credits_ = "日期：2021年5月6日\n来源：青松日报\n链接：http://www.example.com/a/1.htm\n"
    assert outline(f"青松街道开展便民服务\n{P}{credits_}")[1:] == ["1 footer 日期：2021年5月6日"]
    assert outline(f"青松街道开展便民服务\n{P}**文：**李晓红\n\n**图：**王建国\n")[1:] == ["2 footer **文：**李晓红"]


def test_lines_alone_between_paragraphs_are_words_under_pictures_where_half_tell_what_is_seen() -> None:
    seen = ["李晓红老师讲话", "“听歌识曲”游戏", "同学们在游戏中", "山野里的清风", "交接仪式"]
    parts = [A, B, C, A, B, C]
    text = "青松中学举行交流活动\n" + "".join(f"{part}\n{line}\n" for part, line in zip(parts, seen, strict=False)) + C
    assert [line for line in outline(text) if line.startswith("2 ")] == [f"2 caption {line}" for line in seen]


def test_lines_alone_between_paragraphs_of_which_few_tell_what_is_seen_are_no_words_under_pictures() -> None:
    heads = ["一腔热血的少年", "走进大山深处", "把课堂搬到田间", "座谈会上的掌声"]
    text = (
        "青松中学支教十年\n" + "".join(f"{part}\n{line}\n" for part, line in zip([A, B, C, A], heads, strict=True)) + C
    )
    assert "2 subsection 座谈会上的掌声" in outline(text)


def test_lines_that_mostly_end_alike_show_one_scene_and_a_row_of_donations_does_not() -> None:
    seen = [f"离休党员{name}在重温誓词" for name in ("李晓红", "王建国", "陈大海", "赵小梅")]
    text = f"青松医院开展党日活动\n{A}\n参加活动的老同志在院门口\n" + "\n".join(seen) + "\n"
    assert [line for line in outline(text) if line.startswith("2 ")][-4:] == [f"2 caption {line}" for line in seen]
    given = "".join(f"{name}　{n}00元\n" for n, name in enumerate(("李晓红", "王建国", "陈大海", "赵小梅"), 1))
    assert not any("caption" in line for line in outline(f"青松同乡会芳名录\n{A}\n{given}"))


@pytest.mark.parametrize(
    "line", ["Loading...", "跑马灯", "放大 缩小 默认", "跳到主要內容區塊", "<< 滑动查看下一张图片 >>"]
)
def test_what_a_page_has_for_moving_about_is_boilerplate_wherever_it_stands(line: str) -> None:
    text = f"青松区举行邻里节\n{A}\n{B}\n\n{line}\n\n红枫区举行读书节\n{C}\n{A}\n"
    assert f"1 boilerplate {line}" in outline(text)


def test_the_address_of_a_picture_belongs_to_its_words() -> None:
    text = (
        f"青松站迎来返乡客流\n{A}\nhttps://pictures.example/2025/1/13/b569d90e.jpg\n检修工在检查列车。李晓红 摄\n{B}\n"
    )
    assert outline(text)[1] == "2 caption https://pictures.example/2025/1/13/b569d90e.jpg"
    assert len(outline(text)) == 3


def test_lines_right_below_one_that_says_that_pictures_stand_here_are_their_words() -> None:
    seen = ["重阳节为老服务", "委员赴区司法局了解涉外法律服务有关工作", "5月25日职工毅行大会"]
    text = f"青松区政协活动简介\n{A}\n{B}\n活动剪影\n" + "\n".join(seen) + f"\n\n红枫区政协活动简介\n{C}\n{A}\n"
    assert [f"2 caption {line}" in outline(text) for line in seen] == [True] * 3
