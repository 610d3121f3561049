"""What papers have beside their articles: tables of names, running heads, subtitles, items that name their place."""

import pytest

from tests.models.test_prelabel_sections_genre import A, B, P, outline


def test_tables_of_names_and_figures_open_no_section() -> None:
    rows = "主席　　嚴謹　　　副主席　　鍾曉嵐\n文書　　紀悠悠　　財政　　司馬靜\n總務　　沈安　　　康樂　　何樂\n"
    text = f"校友會舉行換屆選舉\n{P}\n新一屆幹事芳名\n{rows}\n校友會財政報告\n聚餐收入　　　2,316\n攤位收入　　　714\n"
    assert [line for line in outline(text) if "　　" in line] == []


def test_a_line_with_the_papers_name_and_a_page_is_a_running_head() -> None:
    head = "2021年5月　杏林社区报　要闻　2"
    text = f"杏林社区报\n第12期\n2021年5月8日\n\n社区举办邻里节\n{A}\n{head}\n志愿者清理楼道\n{B}\n"
    assert f"1 boilerplate {head}" in outline(text)


def test_a_subtitle_belongs_to_the_headline_above_it() -> None:
    text = f"杏林街道工作简报\n第3期\n\n上岸之后\n——杏林街道渔民转产安置纪实\n{A}\n{B}\n"
    found = outline(text)
    assert "1 article 上岸之后" in found
    assert not any("——" in line for line in found)


def test_items_that_name_their_place_first_make_the_line_above_a_column() -> None:
    east = "【东街】5月8日，东街社区组织居民清理楼道，三十多人参加了活动。"
    west = "【西街】5月9日，西街社区为老人理发，二十多位老人受益。"
    text = f"杏林社区报\n第12期\n2021年5月8日\n\n社区举办邻里节\n{A}\n街巷扫描\n{east}\n{west}\n"
    assert outline(text)[-3:] == ["1 column 街巷扫描", f"2 brief {east}", f"2 brief {west}"]


def test_headings_may_have_a_space_behind_their_number() -> None:
    text = f"社区换届工作总结\n{P}1. 一张表，摸清底数\n{A}\n2. 一把尺，公开公正\n{B}\n3. 几点思考\n{A}\n"
    assert [line for line in outline(text) if line.startswith("2 ")] == [
        "2 subsection 1. 一张表，摸清底数",
        "2 subsection 2. 一把尺，公开公正",
        "2 subsection 3. 几点思考",
    ]


def test_the_fields_of_a_title_block_belong_to_it() -> None:
    text = (
        f"杏林教会周报\n第 216 期\n主后 2019 年 10 月 13 日\n主任牧师：许荣恩　副牧师：白雅惠\n"
        f"教会书记：赖信雄　干事：萧卉\n\n上主日讲道大纲\n{A}\n{B}\n"
    )
    assert outline(text)[:2] == ["0 masthead 杏林教会周报", "1 article 上主日讲道大纲"]


def test_an_imprint_begins_with_its_editors() -> None:
    text = f"社区举办邻里节\n{A}\n{B}\n总编辑：沈安　副总编辑：何乐\n编辑：周敏　校对：吴芳\n地址：杏林路8号\n"
    assert outline(text)[-1] == "1 footer 总编辑：沈安　副总编辑：何乐"


def test_what_a_sentence_with_a_colon_lists_are_no_items() -> None:
    items = "•1月3日，水管冻裂，大家摸黑去挑水。\n•1月6日，队员发烧，卫生院医生连夜赶来。\n•1月9日，邮车送来了包裹。\n"
    assert not [line for line in outline(f"支教队的寒假\n{P}这些天发生了很多事：\n{items}") if "•" in line]


MARKDOWN = (
    "# 杏林生活报\n\n**杏林街道党工委主办** ｜ 第142期 ｜ 2024年10月\n\n---\n\n"
    f"## 头条\n\n### 一条河的第二次青春\n\n{A}\n\n### 楼道里的灯亮了\n\n{B}\n\n"
    "## 路过\n\n- **重阳敬老** 10月11日，志愿者看望老人，送去了长寿面。\n- **跑起来** 10月13日，街道举办健康跑。\n"
)


def test_the_highest_headings_of_a_paper_in_markdown_are_its_columns() -> None:
    assert outline(MARKDOWN) == [
        "0 masthead # 杏林生活报",
        "1 column ## 头条",
        "2 article ### 一条河的第二次青春",
        "2 article ### 楼道里的灯亮了",
        "1 column ## 路过",
        "2 brief - **重阳敬老** 10月11日，志愿者看望老人，送去了长寿面。",
        "2 brief - **跑起来** 10月13日，街道举办健康跑。",
    ]


def test_a_columns_name_may_stand_in_english_beside_it() -> None:
    first, second = "◎ 伍婉君七月起出任护理总经理，接替荣休的学姐。", "◎ 罗丽珊六月在母校分享护理工作，学妹们获益良多。"
    text = f"杏林书院校友会会讯\n第58期\n2013年5月\n\n校友聚餐花絮\n{A}\n会员动态 NEWS OF MEMBERS\n{first}\n{second}\n"
    assert outline(text)[-3:] == ["1 column 会员动态 NEWS OF MEMBERS", f"2 brief {first}", f"2 brief {second}"]


def test_news_below_a_column_may_be_undated() -> None:
    first, second = "5月4日，县司法局举办普法讲座，六十多人参加。", "两个司法所的新办公用房主体完工，预计7月底搬迁。"
    text = f"杏林县司法简报\n第9期\n2013年5月8日\n\n县局召开工作会议\n{A}\n简讯\n{first}\n{second}\n"
    assert outline(text)[-2:] == [f"2 brief {first}", f"2 brief {second}"]


def test_no_headline_stands_right_below_a_salutation() -> None:
    text = f"关于整理楼道的通告\n教区各位同仁、修女及全体教友：\n愿大家平安喜乐同在！\n{A}\n{B}\n"
    assert outline(text) == ["1 article 关于整理楼道的通告"]


def test_bodies_that_sign_a_letter_together_open_no_section() -> None:
    signers = "杏林市草原防火指挥部\n杏林市精神文明建设指导委员会办公室\n共青团杏林市委员会\n2006年4月6日\n"
    assert outline(f"保护草原倡议书\n{A}\n{B}\n{signers}") == ["1 article 保护草原倡议书"]


def test_a_short_line_between_a_pages_head_and_a_headline_is_a_column() -> None:
    text = f"杏林法院报\n第9期\n2013年5月8日\n\n我院召开工作讲评会\n{A}\n第三版\n窗外窗里\n一块布的两种颜色\n{B}\n"
    assert outline(text)[-2:] == ["1 column 窗外窗里", "2 article 一块布的两种颜色"]


def test_what_a_web_page_says_above_the_text_belongs_to_the_articles_head() -> None:
    text = f"社区举办邻里节\n2021-05-08　来源：杏林社区　浏览：3172次\n分享到：微信 微博\n\n{A}\n{B}\n"
    assert outline(text) == ["1 article 社区举办邻里节"]


def test_a_bracketed_credit_ends_its_article() -> None:
    text = f"社区举办邻里节\n{A}\n{B}\n（文：赵学礼    编辑：唐敏    审核：汪海燕）\n"
    assert outline(text) == ["1 article 社区举办邻里节"]


def test_a_letterhead_is_a_title_block() -> None:
    text = f"杏林市安全生产委员会办公室文件\n杏安委办〔2015〕21号\n\n关于全市安全生产检查情况的通报\n{A}\n{B}\n"
    assert outline(text) == ["0 masthead 杏林市安全生产委员会办公室文件", "1 article 关于全市安全生产检查情况的通报"]


def test_an_imprint_may_close_with_anything_else_that_the_paper_says_of_itself() -> None:
    text = f"社区举办邻里节\n{A}\n{B}\n编辑：方正阳    审稿：周敏\n本期发各楼组，另存活动室一份\n"
    assert outline(text)[-1] == "1 footer 编辑：方正阳    审稿：周敏"


def test_a_title_block_may_say_what_kind_of_paper_it_is_and_of_when() -> None:
    text = f"杏林中学校友会\n校友通讯　秋季号　2005年11月\n周年聚餐纪盛\n{A}\n{B}\n"
    assert outline(text) == ["0 masthead 杏林中学校友会", "1 article 周年聚餐纪盛"]


def test_a_headline_with_its_issue_below_it_is_no_title_block() -> None:
    text = f"炼铁总厂安全生产月拉开帷幕\n2005年6月2日　　第22期\n{A}\n{B}\n"
    assert outline(text) == ["1 article 炼铁总厂安全生产月拉开帷幕"]


def test_a_running_head_as_wide_as_the_text_parts_a_sentence() -> None:
    lines = "石板上刻着四个大字，街坊们都说这是老一辈人留下来的念想\n"
    head = "青松社区报        2011年第12期        第6页\n"
    found = outline(
        f"社区寻访老石板\n{A}\n{lines * 3}{head}，谁也舍不得搬走它们，于是大家把石板清洗干净，立在巷口给后来的人看。\n"
    )
    assert any(line.startswith("2 boilerplate 青松社区报") for line in found)


@pytest.mark.parametrize(
    "head",
    [
        "中共杏林市委组织部\n组工通报\n2022年3月18日　　第5期",
        "杏林区学习教育活动领导小组办公室\n情 况 通 报\n（9）\n2003年8月26日",
        "杏林李氏宗親會\n通　　訊　　　乙未年春　（2015年3月）",
        "杏林街道中心幼儿园\n园  讯\n二〇一八年五月·大班年级组编",
        "杏林國小家長會　會務通訊\n112學年度第一學期　第2期　　主編：副會長沈安",
        "杏林星语\n杏林天文爱好者联谊会不定期通讯\n2008年8月20日",
        "杏林鄉杏林國民小學\n百年校慶特刊　號外第二張\n民國九十七年三月二十二日出刊",
        "杏林社區簡訊\n杏林縣東街社區發展協會　印\n民國九十二年五月",
        "杏林鎮公所新聞稿\n發稿日期：107年5月14日\n聯絡人：沈安　電話：06-571-9200",
        "杏林铁道    2011年2月1日    星期二",
        "杏林煤海 · 家属之声（2013年元宵特刊）",
        "# Hope Newsletter\n\n**杏林学院法律诊所｜Spring 2011｜No. 4**",
    ],
)
def test_the_name_of_a_paper_or_an_office_with_its_issue_or_date_is_a_title_block(head: str) -> None:
    lines = head.split("\n")
    assert outline(f"{head}\n\n社区举办邻里节\n{A}\n志愿者清理楼道\n{B}\n")[:2] == [
        f"0 masthead {lines[0]}",
        "1 article 社区举办邻里节",
    ]


def test_a_column_in_markdown_stays_one_behind_the_items_of_another() -> None:
    items = "- **清洗** 8日，东街清洗水箱。\n- **换证** 9日，西街为小店换证。\n"
    letters = f"## 来信\n### 电瓶车停到盲道上\n{B}{P}"
    head = f"# 杏林生活报\n2021年5月 第12期\n\n## 头条\n### 一条河\n{A}{P}## 快讯\n{items}"
    found = outline(f"{head}## 人物\n### 修表匠\n{A}{P}{letters}")
    assert "1 column ## 人物" in found
    assert "2 article ### 修表匠" in found
    assert "2 article ### 电瓶车停到盲道上" in found
