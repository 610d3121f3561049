"""What papers have beside their articles: tables of names, running heads, subtitles, items that name their place."""

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
