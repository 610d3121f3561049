"""Columns and what stands in them, title blocks and imprints, one layout a test. All texts are made up."""

from models.prelabel.sections import suggest_sections
from tests.models.test_prelabel_sections_genre import A, B, C, P, check, outline

TOP = "青松街道工作简报\n第3期\n青松街道办公室　2021年5月6日\n"
NEWS = (
    "3月2日，红枫社区开展义诊，服务居民50余人。",
    "3月5日，白杨社区组织学雷锋活动。",
    "3月8日，街道妇联举办插花活动。",
)


def test_a_column_behind_a_mark_holds_the_articles_below_it() -> None:
    text = f"{TOP}◎基层动态\n红枫社区开展义诊活动\n{P}白杨社区组织消防培训\n{P}◎经验交流\n小院落里的大管家\n{P}"
    check(
        text,
        [
            "0 masthead 青松街道工作简报",
            "1 column ◎基层动态",
            "2 article 红枫社区",
            "2 article 白杨社区",
            "1 column ◎经验交流",
            "2 article 小院落里",
        ],
    )


def test_numbered_columns_are_columns_though_one_has_a_name_of_its_own() -> None:
    first, second, third = "红枫社区开展义诊活动", "白杨社区组织消防培训", "银杏社区举办讲座"
    text = f"{TOP}一、要闻简讯\n{first}\n{P}二、基层动态\n{second}\n{P}三、野外与平台\n{third}\n{P}"
    kinds = [line.rsplit(" ", 1)[0] for line in outline(text)]
    assert kinds == ["0 masthead", *["1 column", "2 article"] * 3]


def test_paragraphs_of_a_column_without_headlines_are_briefs() -> None:
    for mark in ("", "△", "- ", "● "):
        items = "".join(f"{mark}{line}\n" for line in NEWS)
        found = outline(f"{TOP}头条\n红枫社区开展义诊活动\n{P}教研之窗\n{items}")
        assert [line.split()[1] for line in found] == ["masthead", "column", "article", "column", *["brief"] * 3], mark
    numbered = "".join(f"{n}.{line}\n" for n, line in enumerate(NEWS, 1))
    assert [line[:7] for line in outline(f"{TOP}社区消息\n{numbered}")][2:] == ["2 brief"] * 3


def test_a_long_name_above_running_text_is_a_headline_and_a_short_one_a_column() -> None:
    found = outline(f"{TOP}红枫社区开展义诊活动\n{P}夏季治安防范提示\n{A}\n")
    assert found[-1] == "1 article 夏季治安防范提示"
    found = outline(f"{TOP}红枫社区开展义诊活动\n{P}温馨提示\n{A}\n")
    assert [line[:8] for line in found[-2:]] == ["1 column", "2 brief "]


def test_a_letter_in_a_column_is_one_text() -> None:
    found = outline(f"{TOP}【主任的话】\n{A}\n{B}\n{C}\n")
    assert [line.split()[1] for line in found] == ["masthead", "column", "article"]


def test_items_run_together_are_parted_at_their_marks_dates_and_sentences() -> None:
    for items in ("★" + "★".join(NEWS), "".join(NEWS)):
        found = outline(f"{TOP}红枫社区开展义诊活动\n{P}【简　讯】\n{items}\n")
        assert [line[:7] for line in found][3:] == ["2 brief"] * 3
    items = "红枫社区开通便民专线。老年艺术团招募新团员。供热公司提前试水补漏。象棋擂台赛落下帷幕。"
    found = outline(f"{TOP}红枫社区开展义诊活动\n{P}社区简讯\n{items}\n")
    assert [line[:7] for line in found][3:] == ["2 brief"] * 4


def test_a_page_of_nothing_but_briefs() -> None:
    items = "红枫社区开通便民专线。老年艺术团招募新团员。供热公司提前试水补漏。象棋擂台赛落下帷幕。"
    assert [line[:8] for line in outline(f"社区简讯\n{items}\n")] == ["1 column", *["2 brief "] * 4]


def test_dated_lines_of_a_calendar_are_briefs_without_headings() -> None:
    text = f"{TOP}红枫社区开展义诊活动\n{P}活动预告\n4月3日　陵园祭扫　需义工40人\n4月13日　画展布展　需义工15人\n"
    briefs = [section for section in suggest_sections(text) if section.kind == "brief"]
    assert [section.heading_end for section in briefs] == [None, None]


def test_a_columns_name_below_a_full_line_is_a_line_of_its_own() -> None:
    full = f"{C}{B}"[:72]
    lines = "\n".join(full[n : n + 24] for n in range(0, 72, 24))
    found = outline(f"红枫社区开展义诊活动\n{lines[:-1]}。\n简讯\n△{NEWS[0]}\n△{NEWS[1]}\n")
    assert [line[:9] for line in found] == ["1 article", "1 column ", "2 brief △", "2 brief △"]


def test_a_page_that_opens_with_its_columns_name() -> None:
    text = f"车间动态\n青松公司举办安全培训班\n2015-11-09\n{P}青松车间完成检修任务\n2015-10-28\n{P}"
    check(text, ["1 column 车间动态", "2 article 青松公司", "2 article 青松车间"])
    check(f"难忘的一天\n王建国\n{P}", ["1 article 难忘的一天"])


def test_columns_in_markdown_hold_articles_one_level_down() -> None:
    text = (
        f"# 青松街道微简报（第6期）\n\n## 工作动态\n\n### 1. 街道召开大会\n\n{A}{P}\n\n### 2. 楼道换新\n\n{B}{P}\n\n"
        f"## 简讯\n\n- {NEWS[0]}\n- {NEWS[1]}\n\n## 写给居民朋友\n\n{C}\n"
    )
    check(
        text,
        [
            "0 masthead # 青松",
            "1 column ## 工作动态",
            "2 article ### 1.",
            "2 article ### 2.",
            "1 column ## 简讯",
            "2 brief - 3月2日",
            "2 brief - 3月5日",
            "1 article ## 写给居民朋友",
        ],
    )


def test_keys_and_values_at_the_top_of_a_file_are_its_masthead() -> None:
    text = f"type: post\ntitle: 社区周报\ndate: 2021-05-06\n\n## 读书会开讲\n\n{A}\n\n## 义诊进小区\n\n{B}\n"
    check(text, ["0 masthead type: post", "1 article ## 读书会开讲", "1 article ## 义诊进小区"])


def test_a_publisher_and_a_broken_date_belong_to_the_title_block() -> None:
    for line in (
        "青松街道党群工作部 2021年5月6日",
        "青松街道办公室　二〇二一年五\n月六日",
        "中共青松街道工作委员会\n活动领导小组办公室　2021年5月6日",
    ):
        found = outline(f"青松街道工作简报\n第3期\n{line}\n红枫社区开展义诊活动\n{P}白杨社区组织消防培训\n{P}")
        assert [section[:9] for section in found] == ["0 masthea", "1 article", "1 article"], line


def test_a_last_line_with_two_credits_is_the_imprint() -> None:
    for line, level in (
        ("编辑：李晓红　校对：王建国　审核：陈东", 2),
        ("*编辑：李晓红　审核：王建国*", 2),
        ("总编辑：李晓红  责任编辑：王建国", 1),
    ):
        found = outline(f"红枫社区开展义诊活动\n{P}{line}\n")
        assert [section[:9] for section in found] == ["1 article", f"{level} footer "], line


def test_the_first_addressee_opens_the_imprint_however_full_the_line_above_is() -> None:
    full = f"{A}{B}"[:60]
    lines = f"{full[:30]}\n{full[30:59]}。"
    found = outline(f"红枫社区开展义诊活动\n{lines}\n报：区委办公室、区政府办公室、区民政局\n发：各科室、各社区\n")
    assert [line[:10] for line in found] == ["1 article ", "1 footer 报"]


def test_whom_to_call_about_a_notice_is_no_imprint() -> None:
    text = (
        f"关于开展读书活动的通知\n各社区：\n{A}\n联系人：李晓红　联系电话：021-00000000\n青松街道办事处\n2021年5月6日\n"
    )
    check(text, ["1 article 关于开展"])


def test_a_page_number_between_the_lines_of_a_paragraph_interrupts_it() -> None:
    for number in ("— 1 —", "－ 1 －", "第 1 页 共 2 页"):
        found = outline(f"红枫社区开展义诊活动\n{A[:20]}\n{number}\n{A[20:]}\n{B}\n")
        assert [line[:5] for line in found] == ["1 art", "2 boi", "1 con"], number


def test_numbered_paragraphs_right_below_a_numbered_heading_are_its_parts() -> None:
    items = "1.请各单位按时参会，不得请假。\n2.请各单位于5月6日前报送名单。\n"
    text = f"关于召开会议的通知\n{A}\n一、会议内容\n{B}\n二、有关要求\n{items}"
    assert [line[:14] for line in outline(text)][2:] == ["2 subsection 二", "3 subsection 1", "3 subsection 2"]


def test_an_article_speaks_again_after_the_last_of_its_numbered_parts() -> None:
    for words in ("下一步，街道将继续做好服务。", "会议最后，李晓红作总结讲话。", "特此通知。"):
        found = outline(f"青松街道召开工作会议\n{A}\n一、抓好学习\n{B}\n二、抓好落实\n{C}\n{words}\n")
        assert found[-1] == f"1 continuation {words}"
    found = outline(f"青松街道召开工作会议\n{A}\n一、抓好学习\n下一步，街道将继续做好服务。\n二、抓好落实\n{C}\n")
    assert [line.split()[1] for line in found] == ["article", "subsection", "subsection"]


def test_an_annex_has_the_numbered_parts_below_it() -> None:
    names = "一、先进社区（2个）\n红枫社区  白杨社区\n二、先进个人（2名）\n李晓红  王建国\n"
    text = f"关于表彰先进的决定\n{A}\n附件：获奖名单\n{names}"
    assert [line[0] for line in outline(text)] == ["1", "2", "3", "3"]


def test_pictures_with_words_and_people_in_their_places_are_captions() -> None:
    for line in (
        "![图1](img/01.jpg) 居民在听讲解",
        "*图：李晓红为居民量血压*",
        "图①：居民在听讲解。",
        "李晓红（左一）为居民量血压",
    ):
        found = outline(f"# 红枫社区开展义诊活动\n\n{A}\n\n{line}\n\n{B}\n")
        assert [section[:9] for section in found] == ["1 article", "2 caption", "1 continu"], line


def test_a_line_alone_in_a_report_that_goes_on_is_a_caption() -> None:
    found = outline(f"红枫社区党员赴纪念馆参观\n{A}\n全体党员重温入党誓词\n随后，大家参观了展厅。{B}\n")
    assert [section[:9] for section in found] == ["1 article", "2 caption", "1 continu"]


def test_a_speaker_begins_at_the_quotation_mark_set_above_the_name() -> None:
    text = f"# 读书会感想\n\n{A}一起看看大家的感想吧！\n\n“\n\n**李晓红**：\n\n{B}\n\n“\n\n**王建国**：\n\n{C}\n"
    assert outline(text)[1:] == ["2 subsection “", "2 subsection “"]


def test_lists_of_gifts_and_of_offices_head_nothing() -> None:
    gifts = "陈大文　5,000元\n李小红　2,000元\n青松米行　白米20包\n王建国　500元\n"
    text = f"{TOP}红枫社区开展义诊活动\n{P}捐款芳名\n{gifts}{A}\n"
    assert not any(name in line for line in outline(text) for name in ("陈大文", "李小红", "王建国"))


def test_whom_a_letter_speaks_to_is_part_of_it() -> None:
    check(
        f"{TOP}会长的话\n各位校友：\n{P}白杨分会举行聚餐\n{P}",
        ["0 masthead", "1 article 会长的话", "1 article 白杨分会"],
    )
