"""Themes of sections: ranked, explained, for new themes too, and better with the project's gold."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.labels import default_label_set
from models.prelabel.engine import default_taxonomy, prelabel, section_text
from models.prelabel.folding import simplified
from models.prelabel.themes import ThemeModel, attached_themes, learn, suggest_themes

TAXONOMY = default_taxonomy()
WASTE = "青松街道推进垃圾分类\n近日，青松街道开展垃圾分类宣传，志愿者在垃圾箱房指导居民分类投放湿垃圾、干垃圾。"
FLOOD = "青松街道检查防汛工作\n主汛期到来，街道防汛指挥部检查易积水小区，完善防台应急预案，落实值守。"


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (WASTE, "city.waste"),
        (FLOOD, "safety.flood"),
        ("青松街道举行征兵宣传\n国防教育和征兵政策进社区。", "safety.defence"),
        ("红枫社区举办重阳敬老活动\n为独居老人送上慰问，居家养老服务中心开放日间照料。", "welfare.elderly"),
        ("紅楓社區舉辦垃圾分類活動\n義工教居民分類投放生活垃圾。", "city.waste"),
    ],
)
def test_the_theme_that_the_words_speak_for_comes_first(text: str, theme: str) -> None:
    first = suggest_themes(text, TAXONOMY)[0]
    assert first.id == theme
    assert first.words
    assert all(word in text for word in first.words)


def test_the_ranking_holds_every_theme_spoken_for_and_few_are_attached() -> None:
    ranking = suggest_themes(WASTE, TAXONOMY)
    attached = attached_themes(WASTE, TAXONOMY)
    assert len(ranking) > len(attached) >= 1
    assert [theme.id for theme in attached] == [theme.id for theme in ranking[: len(attached)]]
    assert [theme.confidence for theme in ranking] == sorted((t.confidence for t in ranking), reverse=True)


def test_a_theme_of_the_users_own_works_by_its_name_alone() -> None:
    own = [("x1", "社区花园"), ("x2", "宠物管理")]
    text = "红枫社区花园开园\n居民在社区花园里种下鲜花，认领花箱，共同管理。"
    assert [theme.id for theme in attached_themes(text, own)] == ["x1"]


INVENTED = [
    ("t1", "消防安全\n消防宣传、灭火演练、火灾隐患排查、电动自行车充电安全。不含防汛和社区治安。"),
    ("t2", "老年助餐\n社区食堂、长者饭堂、为老人送餐上门、用餐补贴。\n关键词：助餐点、长者食堂、营养餐"),
    ("t3", "非遗传承\n剪纸、皮影、面塑等非物质文化遗产的展示和传习，传承人进课堂。"),
    ("t4", "楼道整治\n清理楼道堆物、飞线充电、小广告。一般的环境卫生不算。"),
    ("t5", "宠物管理\n养犬登记、文明养犬、流浪猫狗的收容。"),
    ("t6", "社区花园"),
]
"""A taxonomy of which the lexicon knows nothing, with guidelines as one writes them."""


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        (
            "桥南社区开展微型消防站演练\n近日，桥南社区组织队员开展灭火演练，居民现场体验，随后检查了商铺的火灾隐患。",
            ["t1"],
        ),
        ("守护平安 防患未“燃”\n社区邀请消防救援站走进小区，讲解用火用电常识，排查电动自行车违规充电。", ["t1"]),
        ("家门口的热乎饭\n中午，长桥街道长者食堂门口排起了队。老人凭卡用餐，行动不便的由志愿者送餐上门。", ["t2"]),
        ("桥南助餐点正式运营\n助餐点迎来首批客人。营养餐两荤两素，价格实惠，附近居民赞不绝口。", ["t2"]),
        ("剪纸艺术进校园\n非遗传承人王阿婆走进小学课堂，手把手教孩子们剪窗花。", ["t3"]),
        ("皮影戏里过大年\n春节前夕，文化站请来皮影戏班，展示这项非物质文化遗产，居民动手制作皮影。", ["t3"]),
        ("清堆物 畅通道\n社区联合物业开展楼道堆物集中清理，拆除飞线充电，铲除小广告。", ["t4"]),
        ("文明养犬从我做起\n社区民警上门办理养犬登记，提醒居民遛狗牵绳，并联系救助站收容流浪猫狗。", ["t5"]),
        ("共建共享社区花园\n居民认领花箱，在社区花园里种下月季，一起浇水修枝。", ["t6"]),
        ("党员志愿者开展学习研讨\n社区党总支组织党员集中学习，大家纷纷表示要服务好社区居民。", []),
        ("防汛演练筑牢安全线\n街道组织防汛演练，检查沙袋、水泵等物资，确保居民安全度汛。", []),
        ("反诈宣传进社区\n民警走进社区开展反诈宣传，提醒居民不轻信、不转账，维护社区治安。", []),
        ("社区卫生大扫除\n社区组织志愿者清扫小区道路，擦洗宣传栏，环境卫生面貌一新。", []),
        ("街道召开安全生产会议\n会议部署下阶段工作，要求各社区压实责任，做好各项服务和管理。", []),
    ],
)
def test_a_projects_own_taxonomy_is_ranked_by_its_names_guidelines_and_keywords(text: str, themes: list[str]) -> None:
    assert [theme.id for theme in attached_themes(text, INVENTED)] == themes


def test_an_invented_taxonomy_is_attached_to_nothing_in_bulletins_that_are_about_other_things() -> None:
    from importlib import resources

    for file in (resources.files("seeds")).iterdir():
        if file.name.endswith(".txt"):
            sections = prelabel(file.read_text(encoding="utf-8"), themes=INVENTED).sections
            assert [section.themes for section in sections if section.themes] == []


@pytest.mark.parametrize("line", ["关键词：月季、花箱", "关键字: 月季 花箱", "Keywords: 月季, 花箱"])
def test_keywords_are_read_however_the_line_is_written(line: str) -> None:
    text = "周末花絮\n月季开了，花箱摆上了窗台。"
    assert [theme.id for theme in attached_themes(text, [("x1", f"社区花园\n{line}")])] == ["x1"]


def test_guidelines_with_keywords_add_to_a_theme_of_the_lexicon() -> None:
    text = "桶长上岗记\n天天值守，督促投放。"
    plain = [(id_, name) for id_, name in TAXONOMY if id_ in ("city.waste", "safety.flood")]
    more = [(id_, f"{name}\n关键词：桶长、值守点" if id_ == "city.waste" else name) for id_, name in plain]
    before = {t.id: t.confidence for t in suggest_themes(text, plain)}
    after = {t.id: t.confidence for t in suggest_themes(text, more)}
    assert after["city.waste"] > before.get("city.waste", 0.0)


def test_nothing_spoken_for_gives_nothing() -> None:
    assert suggest_themes("", TAXONOMY) == ()
    assert attached_themes("abc", TAXONOMY) == ()
    assert suggest_themes(WASTE, []) == ()


GOLD = [
    *[(f"第{n}期花园日\n居民为月季浇水修枝，园丁讲解堆土。", ["x1"]) for n in range(12)],
    *[(f"第{n}次巡查\n巡查员登记犬证，提醒牵绳。", ["x2"]) for n in range(12)],
]


def test_a_projects_gold_teaches_words_that_no_name_holds() -> None:
    own = [("x1", "社区花园"), ("x2", "宠物管理")]
    text = "周末花絮\n大家给月季修枝，园丁到场指导。"
    assert attached_themes(text, own) == ()
    assert [theme.id for theme in attached_themes(text, own, learn(GOLD))] == ["x1"]


def test_a_model_survives_being_saved_as_json() -> None:
    model = learn(GOLD)
    assert model.words
    assert ThemeModel.from_data(json.loads(json.dumps(model.to_data()))) == model


@pytest.mark.parametrize("data", [{}, {"words": [], "sections": 1}, {"words": {"x": 1}, "sections": 1},
                                  {"words": {"x": {"a": "b"}}, "sections": 1},
                                  {"words": {}, "sections": 1, "given": {"x": "often"}},
                                  {"words": {}, "sections": 1, "given": 3}])  # fmt: skip
def test_a_damaged_model_is_refused_with_a_sentence(data: dict[str, object]) -> None:
    with pytest.raises(UserError):
        ThemeModel.from_data(data)


@given(st.text(max_size=200))
def test_any_text_is_ranked_the_same_twice_with_quoted_words(text: str) -> None:
    ranking = suggest_themes(text, TAXONOMY)
    assert ranking == suggest_themes(text, TAXONOMY)
    for theme in ranking:
        assert 0 <= theme.confidence <= 1
        assert all(word in text for word in theme.words)


@given(st.text("會們這學與為體說對開國時義區社街", max_size=50))
def test_simplifying_keeps_the_length(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_every_word_of_the_lexicon_belongs_to_a_theme_of_the_default_taxonomy() -> None:
    from importlib import resources

    raw = (resources.files("resources") / "lexicons" / "themes.json").read_text(encoding="utf-8")
    known = {theme.id for theme in default_label_set().themes}
    for theme, rows in json.loads(raw)["themes"].items():
        assert theme in known
        assert not set(rows["strong"]) & set(rows["weak"])
        assert all(len(word) >= 2 or word == "桶" for word in rows["strong"] + rows["weak"])


BULLETIN = f"【工作动态】\n◆{WASTE}\n一、广泛宣传\n防汛防台、防汛防台、防汛防台。\n◆{FLOOD}\n报：区委办公室\n"


def test_only_articles_and_briefs_carry_themes() -> None:
    found = prelabel(BULLETIN).sections
    assert {s.kind for s in found if s.themes} == {"article"}
    assert [s.themes[0].id for s in found if s.kind == "article"] == ["city.waste", "safety.flood"]


def test_an_articles_words_are_its_own_and_its_parts() -> None:
    found = prelabel(BULLETIN).sections
    first = next(n for n, s in enumerate(found) if s.kind == "article")
    text = section_text(BULLETIN, found, first)
    assert "广泛宣传" in text
    assert "易积水" not in text
    assert "区委办公室" not in text


def test_the_projects_own_taxonomy_is_used() -> None:
    found = prelabel(BULLETIN, themes=[("mine", "垃圾分类")]).sections
    assert {theme.id for s in found for theme in s.themes} == {"mine"}


def test_of_words_that_overlap_the_longest_is_heard() -> None:
    own = [("short", "调解"), ("long", "人民调解员")]
    found = {theme.id: theme.words for theme in suggest_themes("红枫社区聘任人民调解员", own)}
    assert found == {"long": ("人民调解员",)}


def test_a_guideline_below_a_themes_name_speaks_for_it_too() -> None:
    text = "红枫社区邻居认养月季\n大家为月季浇水修枝。"
    assert suggest_themes(text, [("x1", "社区花园")]) == ()  # 社区 stands in any bulletin
    assert "月季" in suggest_themes(text, [("x1", "社区花园\n包括认养月季、盆栽")])[0].words


def test_a_word_in_the_headline_says_more_than_one_far_below() -> None:
    far = "，".join(["大家一起商量这件事情"] * 40)
    above, below = f"垃圾分类宣传\n{far}。", f"宣传周纪事\n{far}，垃圾分类。"
    assert suggest_themes(above, TAXONOMY)[0].confidence > suggest_themes(below, TAXONOMY)[0].confidence


def test_confidence_falls_with_the_rank() -> None:
    found = suggest_themes(FLOOD + WASTE, TAXONOMY)
    assert len(found) > 3
    assert all(a.confidence >= b.confidence for a, b in pairwise(found))
    assert found[0].confidence > 0.7 > found[-1].confidence


LONG_WASTE = "志愿者在垃圾箱房指导居民分类投放湿垃圾、干垃圾，垃圾分类成效明显。" * 9
LONG_FLOOD = "街道防汛指挥部检查易积水小区，完善防台应急预案，主汛期落实值守。" * 9


def test_long_parts_with_titles_have_themes_where_the_bulletin_is_one_article() -> None:
    parts = f"分类新时尚\n{LONG_WASTE}\n度汛保平安\n{LONG_FLOOD}\n"
    article = f"青松街道为民办事纪实\n近日，青松街道认真办好民生实事，受到居民的欢迎。\n{parts}"
    found = prelabel(article).sections
    assert [(s.kind, s.themes[0].id) for s in found[1:]] == [
        ("subsection", "city.waste"),
        ("subsection", "safety.flood"),
    ]
    among_others = (
        f"【工作动态】\n{article}【经验交流】\n红枫社区举办义诊\n近日，红枫社区开展义诊活动，居民踊跃参加。\n"
    )
    assert not [s for s in prelabel(among_others).sections if s.kind == "subsection" and s.themes]


def test_numbered_parts_of_a_lone_article_have_no_themes_of_their_own() -> None:
    text = f"青松街道为民办事纪实\n近日，青松街道办好实事。\n一、推进分类\n{LONG_WASTE}\n二、安全度汛\n{LONG_FLOOD}\n"
    assert [s.kind for s in prelabel(text).sections if s.themes] == ["article"]


def test_a_model_without_counts_is_read_as_it_was_written_before() -> None:
    model = ThemeModel.from_data({"words": {"x1": {"月季": 2.0}}, "sections": 24})
    assert model.given == ()
    assert [theme.id for theme in suggest_themes("月季开了", [("x1", "社区花园")], model)] == ["x1"]


def test_a_theme_that_the_project_uses_goes_before_an_even_one_that_it_never_gives() -> None:
    own = [("a", "社区花园"), ("b", "楼道花园")]
    text = "花园开放\n居民来到花园。"
    assert [theme.id for theme in suggest_themes(text, own)] == ["a", "b"]
    used = learn([(f"第{n}天\n天气晴好。", ["b"]) for n in range(30)])
    assert [theme.id for theme in suggest_themes(text, own, used)] == ["b", "a"]


def test_few_sections_teach_no_words() -> None:
    assert learn(GOLD[:3]).words == ()
    assert learn(GOLD).given == (("x1", 12), ("x2", 12))
