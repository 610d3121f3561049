"""Sections of bulletins in the genre's usual layouts. The texts are made up."""

import pytest

from models.prelabel.sections import suggest_sections
from models.prelabel.sections.meta import bulletin_meta

BODY = "近日,青松街道组织党员志愿者走进社区,为居民提供义诊、理发、家电维修等便民服务,受到大家的欢迎。"
MORE = "居民们纷纷表示,这样的活动办到了心坎上,希望今后常办长办,让更多人受益。街道将认真听取意见。"


def outline(text: str) -> list[tuple[int, str, str]]:
    """(level, kind, first line) of every section."""
    return [(s.level, s.kind, text[s.start :].split("\n")[0].strip()[:16]) for s in suggest_sections(text)]


CLASSIC = f"""青松街道工作简报
第12期
（总第45期）
青松街道党政办公室编            2021年3月18日

【工作动态】
青松街道召开安全生产工作会议
{BODY}
{MORE}
（街道应急办）
红枫社区开展消防演练活动
{BODY}
【经验交流】
创新举措  服务群众
白杨居民区党总支
{MORE}
一、摸清底数，建立台账
{BODY}
二、分类施策，精准服务
{BODY}
报：区委办公室、区政府办公室
送：各街道、镇
编辑：李明华  审核：王建国    （共印50份）
"""


def test_a_classic_bulletin_has_masthead_columns_articles_parts_and_footer() -> None:
    assert outline(CLASSIC) == [
        (0, "masthead", "青松街道工作简报"),
        (1, "column", "【工作动态】"),
        (2, "article", "青松街道召开安全生产工作会议"),
        (2, "article", "红枫社区开展消防演练活动"),
        (1, "column", "【经验交流】"),
        (2, "article", "创新举措  服务群众"),
        (3, "subsection", "一、摸清底数，建立台账"),
        (3, "subsection", "二、分类施策，精准服务"),
        (1, "footer", "报：区委办公室、区政府办公室"),
    ]


def test_the_masthead_tells_title_issue_date_and_publisher() -> None:
    assert dict(bulletin_meta(CLASSIC, suggest_sections(CLASSIC))) == {
        "title": "青松街道工作简报",
        "issue": "第12期（总第45期）",
        "date": "2021-03-18",
        "publisher": "青松街道党政办公室",
    }


def test_kicker_headline_and_byline_are_one_heading_block() -> None:
    text = f"凝心聚力 共建家园\n\n青松街道开展志愿服务活动\n\n□文 王小明\n\n{BODY}\n\n{MORE}\n"
    (section,) = suggest_sections(text)
    assert section.heading_end is not None
    assert text[section.start : section.heading_end].endswith("开展志愿服务活动")


def test_numbered_lead_ins_run_into_their_paragraphs_end_at_their_full_stop() -> None:
    text = f"青松街道部署重点工作\n{BODY}\n一、加强组织领导。{MORE}{MORE}\n二、压实工作责任。{MORE}{BODY}\n"
    first, second, third = suggest_sections(text)
    assert [s.kind for s in (first, second, third)] == ["article", "subsection", "subsection"]
    assert text[second.start : second.heading_end] == "一、加强组织领导。"
    assert text[third.start : third.heading_end] == "二、压实工作责任。"


def test_points_inside_a_paragraph_and_lists_are_no_sections() -> None:
    text = (
        f"青松街道召开工作会议\n{BODY}\n一要提高认识。{MORE}\n二要狠抓落实。{MORE}\n"
        "会议明确以下事项：\n（一）健全制度；\n（二）落实经费；\n（三）加强督查。\n"
    )
    assert outline(text) == [(1, "article", "青松街道召开工作会议")]


def test_parallel_short_lines_head_the_parts_of_one_article() -> None:
    text = f"青松街道开展学习教育\n{BODY}\n聚焦主业带头学\n{MORE}\n创新形式深入学\n{MORE}\n联系实际推进学\n{MORE}\n"
    assert [kind for _, kind, _ in outline(text)] == ["article", "subsection", "subsection", "subsection"]


def test_a_caption_in_mid_sentence_leaves_the_article_to_be_continued() -> None:
    text = (
        f"青松街道召开创建工作推进会\n\n{BODY}\n\n会议还提出具体措施。加法:坚持问题导向,对标查漏补缺,对要\n\n\n\n"
        f"6月4日,红枫小区居委整治楼道\n\n修、要补、要改的问题抓紧解决。减法:清理顽症,做好清除工作。\n\n{MORE}\n"
    )
    found = suggest_sections(text)
    assert [(s.level, s.kind) for s in found] == [(1, "article"), (2, "caption"), (1, "continuation")]
    assert found[2].continues == 0


def test_an_article_speaks_again_after_numbered_paragraphs() -> None:
    text = (
        f"青松街道召开推进会\n{BODY}\n一、宣传要广。{MORE}\n二、任务要清。{MORE}\n从以上两个方面着手,{BODY}\n{MORE}\n"
    )
    assert [(s.level, s.kind) for s in suggest_sections(text)] == [
        (1, "article"),
        (2, "subsection"),
        (2, "subsection"),
        (1, "continuation"),
    ]


def test_briefs_run_together_in_one_paragraph_are_told_apart() -> None:
    text = (
        "【简讯】\n区文化局党组开展集中学习研讨。区民政局党委召开专题学习会，传达会议精神。"
        "青松街道党工委组织参观学习。红枫集团党委召开交流会。\n"
    )
    assert [kind for _, kind, _ in outline(text)] == ["column", "brief", "brief", "brief", "brief"]


def test_slugs_with_a_bar_open_briefs() -> None:
    text = "\n".join(f"{name} | {what}\n{BODY}" for name, what in
                     [("红枫一", "包粽子迎端午"), ("白杨三", "义诊进小区"), ("银杏二", "共绘文化墙")])  # fmt: skip
    assert [(level, kind) for level, kind, _ in outline(text)] == [(1, "brief")] * 3


def test_second_news_stands_below_its_article() -> None:
    text = f"青松街道部署学习教育\n{BODY}\n{MORE}\n又讯 5月26日,街道举行专题讲座,{MORE}\n"
    assert [(level, kind) for level, kind, _ in outline(text)] == [(1, "article"), (2, "brief")]


def test_remarks_under_their_speakers_names_are_parts() -> None:
    said = f"队长  王建国\n{MORE}\n\n副队长  李  明\n{MORE}\n\n陈小燕\n{MORE}\n"
    text = f"青松车队学习会议精神\n{BODY}\n下面是部分同志的感想：\n\n{said}"
    found = suggest_sections(text)
    assert [(s.level, s.kind) for s in found] == [(1, "article")] + [(2, "subsection")] * 3
    assert {s.why for s in found[1:]} == {"rule:speaker"}


def test_markdown_depth_gives_the_levels() -> None:
    text = (
        "# 第一次會議紀錄\n**時間**: 114/3/11 19:00\n**主席**: 陳小明\n\n## 壹、主席報告\n略。\n## 貳、議題討論\n\n"
        f"### 議題1. 討論清潔工作\n**說明**: {MORE}\n**決議**: 照案通過。\n### 議題2. 討論門禁卡\n**說明**: {MORE}\n"
    )
    assert [(level, kind) for level, kind, _ in outline(text)] == [
        (1, "article"),
        (2, "subsection"),
        (2, "subsection"),
        (3, "subsection"),
        (3, "subsection"),
    ]


def test_a_notice_with_rules_in_clauses() -> None:
    text = (
        f"关于印发《社区议事规则》的通知\n青街办〔2021〕5号\n各居民区：\n{MORE}\n青松街道办事处\n2021年5月7日\n\n"
        "社区议事规则\n"
        f"第一条\n{MORE}\n第二条\n{MORE}\n第三条\n{MORE}\n"
    )
    assert [kind for _, kind, _ in outline(text)] == ["article", "article", "subsection", "subsection", "subsection"]


def test_running_heads_and_page_numbers_are_boilerplate() -> None:
    page = f"{BODY}\n{MORE}\n{MORE}\n"
    heads = ["青松街道举办邻里节", "红枫小区开展植树活动", "白杨小区举行运动会"]
    text = "\f".join(f"青松社区通讯  第3期\n{head}\n{page}" for head in heads)
    kinds = [kind for _, kind, _ in outline(text)]
    assert kinds == ["masthead", "article", "boilerplate", "article", "boilerplate", "article"]


def test_hard_wrapped_lines_are_read_as_paragraphs() -> None:
    lines = (BODY + MORE) * 3
    wrapped = "\n\n".join(lines[n : n + 30] for n in range(0, len(lines), 30))
    assert [kind for _, kind, _ in outline(f"青松街道开展便民服务\n\n{wrapped}\n")] == ["article"]


def test_credit_lines_at_the_end_are_a_footer_of_the_article() -> None:
    text = f"青松街道开展便民服务\n\n{BODY}\n\n来源：青松街道\n\n文字：王小明\n\n图片：李晓红\n\n编辑：陈东\n"
    assert [(level, kind) for level, kind, _ in outline(text)] == [(1, "article"), (2, "footer")]


def test_leftovers_of_the_extraction_open_no_section() -> None:
    text = f"【简讯】\n[bookmark: _GoBack]{BODY}\n"
    assert [text[s.start] for s in suggest_sections(text)] == ["【", "近"]


@pytest.mark.parametrize("blank", ["", " ", "\n\n\f\u3000\xa0\n"])
def test_a_text_without_words_has_no_sections(blank: str) -> None:
    assert suggest_sections(blank) == ()
