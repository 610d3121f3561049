"""Themes of a section, ranked, with the words that speak for each.

Evidence comes from the taxonomy's own names, from a keyword lexicon (`resources/lexicons/themes.json`) and, once a
project has gold, from the words that its annotators' sections share: that gives a score. For themes of the default
taxonomy the score is weighed with the words that the written bulletins taught (`theme_words`). A theme that a user adds
works by its name, its guideline and the keywords in it.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import islice

import rjieba

from models.errors import UserError
from models.prelabel import theme_words
from models.prelabel.folding import folded
from models.prelabel.suggestions import SuggestedTheme
from models.prelabel.theme_index import Index, indexed

Taxonomy = Sequence[tuple[str, str]]
"""(theme id, Chinese name) pairs; below the name's first line there may be a guideline, whose words count too.

What the guideline says that a theme is not (不含…, …除外) does not count. A line 关键词：… lists words that count as
much as parts of the name.
"""

READ = 6000
"""How many characters of a section are read."""
STRONG, WEAK, NAME = 1.6, 0.8, 3.0
_HEADING, _OPENING = 60, 220
_ENOUGH, _ENOUGH_WEAK = 12.0, 6.0
"""More occurrences of a word than this add nothing."""
_USUAL = 350
"""How many characters a section of usual length has."""
_FIRST, _SECOND, _SHARE, _MOST = 0.27, 0.36, 0.5, 2
"""How sure the first theme must be to be attached, how sure the second by itself and of the first; how many there are.
Chosen on the seeds and other real bulletins; on the written ones that are kept back it makes no difference."""
_LISTED = 0.05
"""A theme that words alone speak for is listed from this chance on."""
_TRUST = 0.7
"""How much of the log-odds of words that were taught holds for bulletins that taught nothing."""
_WORD_GAIN = 3.0
"""What a word's part in the log-odds counts among the words that speak for a theme."""
_THIN = 4.0
"""The least score of a theme that the lexicon does not know and for which nothing but single words of a guideline or of
parts of the name speak: such words stand in many a bulletin."""
_EVEN, _STEEP, _NEAR = -6.5, 1.66, 3.45
_TEACHING = 8
"""From how many sections on a theme teaches words."""
_TAUGHT, _TAUGHT_MOST, _SETTLED = 0.3, 3.0, 20
_USED, _UNUSED = 0.1, 0.1
"""What a theme gains by being in use in the project, and loses by never being given there."""
_WORD = re.compile(r"[\u3400-\u9fff]{2,6}")
_PLAIN = frozenset(
    "包括 以及 有关 相关 各类 工作 活动 内容 方面 开展 进行 属于 主题 文章 报道 稿件 不含 不包括 "
    "一般 各种 其他 例如 比如 日常 组织 参加 参与 举办 召开 会议 推进 推动 加强 加大 提高 提升 落实 建设 管理 服务 "
    "宣传 教育 学习 培训 交流 讨论 研究 展示 介绍 讲解 发放 检查 整治 治理 解决 问题 情况 工程 项目 措施 制度 机制 "
    "单位 部门 干部 党员 群众 居民 村民 人员 社会 社区 街道 小区 全区 城区 城市 安全 文明 文化 生活 环境 发展 "
    "我们 大家".split()
)
"""Words of a guideline, and of names of several words, that stand in any bulletin."""
_NOT = re.compile(
    r"(?:不含|不包括|不包含|不属于|不是|而非|区别于|另见)[^。；！？\n]*|[^，。；！？\n]*(?:除外|不算|不计|不标|不归)[^。；！？\n]*"
)
"""What a guideline says of what is not meant."""
_KEYWORDS = re.compile(r"^\s*(?:关键词|关键字|keywords?)\s*[：:](.*)$", re.MULTILINE | re.IGNORECASE)
_NAME_SPLIT = re.compile(r"[、/／·,，;；与和及\s]+")


@dataclass(frozen=True, slots=True)
class ThemeModel:
    """What a project's own gold teaches: each theme's telling words with their weights, and how often it was given.

    Plain data. `sections` counts all settled sections, `given` those of each theme.
    """

    words: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    sections: int = 0
    given: tuple[tuple[str, int], ...] = ()

    def to_data(self) -> dict[str, object]:
        """The model as JSON-ready data."""
        words = {theme: dict(rows) for theme, rows in self.words}
        return {"sections": self.sections, "words": words, "given": dict(self.given)}

    @staticmethod
    def from_data(data: Mapping[str, object]) -> ThemeModel:
        """The model that `to_data` wrote. Raises UserError where the data is of another shape."""
        words, sections, given = data.get("words"), data.get("sections"), data.get("given", {})
        if not isinstance(words, dict) or not isinstance(sections, int) or not isinstance(given, dict):
            raise UserError("The theme model is damaged. Train it again.", code="prelabel.theme_model")
        if not all(isinstance(count, int) for count in given.values()):
            raise UserError("The theme model is damaged. Train it again.", code="prelabel.theme_model")
        found = []
        for theme, rows in words.items():
            if not isinstance(rows, dict) or not all(isinstance(value, int | float) for value in rows.values()):
                raise UserError("The theme model is damaged. Train it again.", code="prelabel.theme_model")
            found.append((str(theme), tuple((str(word), float(value)) for word, value in rows.items())))
        return ThemeModel(tuple(found), sections, tuple((str(theme), n) for theme, n in given.items()))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which words a theme teaches: no more than MOST, those that this share of its sections has and whose log odds are
    higher."""

    most: int
    common: float
    telling: float


_CHOICE = Choice(20, 0.4, 1.5)


def learn(sections: Iterable[tuple[str, Iterable[str]]]) -> ThemeModel:
    """A model from (text, theme ids) of settled sections.

    A word's weight for a theme is the smoothed log odds of its standing in the theme's sections rather than in others;
    it counts the more the more sections the theme has. Themes with few sections teach no words, and words that few of a
    theme's sections have teach nothing.
    """
    rows = [(_terms(text), frozenset(themes)) for text, themes in sections]
    everywhere = Counter(word for words, _ in rows for word in words)
    found = []
    given = Counter(theme for _, themes in rows for theme in themes)
    for theme in sorted(given):
        inside = [words for words, themes in rows if theme in themes]
        counts = Counter(word for words in inside for word in words) if len(inside) >= _TEACHING else Counter()
        trust = len(inside) / (len(inside) + _TEACHING)
        odds = {
            word: _log_odds(n, len(inside), everywhere[word] - n, len(rows) - len(inside))
            for word, n in counts.items()
            if n >= _CHOICE.common * len(inside)
        }
        weights = [(word, round(trust * value, 3)) for word, value in odds.items() if value > _CHOICE.telling]
        telling = sorted(weights, key=lambda row: (-row[1], row[0]))[: _CHOICE.most]
        if telling:
            found.append((theme, tuple(telling)))
    return ThemeModel(tuple(found), len(rows), tuple(sorted(given.items())))


def _log_odds(inside: int, all_inside: int, outside: int, all_outside: int) -> float:
    return math.log((inside + 0.3) / (all_inside + 0.6)) - math.log((outside + 0.3) / (all_outside + 0.6))


def _terms(text: str) -> frozenset[str]:
    return frozenset(word for word in rjieba.cut(folded(text[:READ]), False) if _WORD.fullmatch(word))


@cache
def _lexicon() -> dict[str, dict[str, float]]:
    raw = (resources.files("resources") / "lexicons" / "themes.json").read_text(encoding="utf-8")
    return {
        theme: dict.fromkeys(rows["weak"], WEAK) | dict.fromkeys(rows["strong"], STRONG)
        for theme, rows in json.loads(raw)["themes"].items()
    }


@cache
def _named(name: str, plain: bool) -> dict[str, float]:
    """The words of a theme's name: all of it, its parts, and the words that the parts are made of.

    What stands below the name's first line, its guideline, gives its words too. PLAIN: words that stand in any bulletin
    count where the parts of the name are made of them.
    """
    bare, _, guideline = folded(name.strip()).partition("\n")
    found = {bare.strip(): NAME}
    for part in _NAME_SPLIT.split(bare):
        if len(part) >= 2:
            found.setdefault(part, STRONG)
        for word in rjieba.cut(part, False):
            if len(word) >= 2 and (plain or word not in _PLAIN):
                found.setdefault(word, WEAK)
    for listed in _KEYWORDS.findall(guideline):
        for word in _NAME_SPLIT.split(listed.strip(" 。")):
            if len(word) >= 2:
                found[word] = max(STRONG, found.get(word, 0.0))
    for word in rjieba.cut(_NOT.sub("", _KEYWORDS.sub("", guideline)), False):
        if _WORD.fullmatch(word) and word not in _PLAIN:
            found.setdefault(word, WEAK)
    return found


@lru_cache(maxsize=4)
def _index(taxonomy: tuple[tuple[str, str], ...]) -> Index:
    words: dict[str, dict[int, float]] = {}
    for place, (theme, name) in enumerate(taxonomy):
        weights = dict(_named(name, theme in _lexicon())) if name.strip() else {}
        for word, weight in _lexicon().get(theme, {}).items():
            weights[word] = max(weight, weights.get(word, 0.0)) if weights.get(word, 0.0) > WEAK else weight
        for word, weight in weights.items():
            if word:
                words.setdefault(word, {})[place] = weight
    parents = {theme.rsplit(".", 1)[0] for theme, _ in taxonomy if "." in theme}
    return indexed(words, frozenset(place for place, (theme, _) in enumerate(taxonomy) if theme in parents))


@lru_cache(maxsize=8)
def _taught(taxonomy: tuple[tuple[str, str], ...], model: ThemeModel) -> dict[str, tuple[tuple[int, float], ...]]:
    """Each word that settled sections taught, with the themes' places in the taxonomy and its log odds for each."""
    places = {theme: place for place, (theme, _) in enumerate(taxonomy)}
    words: dict[str, dict[int, float]] = {}
    for theme, rows in model.words:
        for word, weight in rows if theme in places else ():
            words.setdefault(word, {})[places[theme]] = weight
    return {word: tuple(rows.items()) for word, rows in words.items()}


def suggest_themes(
    section_text: str, taxonomy: Taxonomy, project_gold: ThemeModel | None = None
) -> tuple[SuggestedTheme, ...]:
    """All themes that anything in the section speaks for, best first; ties in the taxonomy's order.

    A word counts more in the heading and in the opening than further down. `words` are quoted from the section.
    A theme that others hang below by its id ("party" over "party.study") counts half.
    """
    return tuple(rank.theme for rank in _ranked(section_text, taxonomy, project_gold))


def attached_themes(
    section_text: str, taxonomy: Taxonomy, project_gold: ThemeModel | None = None
) -> tuple[SuggestedTheme, ...]:
    """The themes sure enough to be attached to a section: few, and none far behind the first."""
    ranking = list(islice((rank for rank in _ranked(section_text, taxonomy, project_gold) if not rank.thin), _MOST))
    if not ranking:
        return ()
    second = max(_SECOND, _SHARE * ranking[0].chance)
    return tuple(rank.theme for n, rank in enumerate(ranking) if rank.chance >= (second if n else _FIRST))


@dataclass(frozen=True, slots=True)
class _Rank:
    """A theme with its chance. THIN: hardly more than weak words speak for it, and no list of words is known for it."""

    chance: float
    theme: SuggestedTheme
    thin: bool


def _ranked(section_text: str, taxonomy: Taxonomy, project_gold: ThemeModel | None) -> Iterator[_Rank]:
    source = section_text[:READ]
    text = folded(source)
    rows = tuple((theme, name) for theme, name in taxonomy)
    cut = _cut(text)
    scores, spoken, firm = scored(text, source, rows, project_gold, cut)
    first = max(scores.values(), default=0.0)
    chances = {place: _confidence(score, score / first) for place, score in scores.items()}
    places = {theme: place for place, (theme, _) in enumerate(rows)}
    by_theme = {rows[place][0]: score for place, score in scores.items()}
    known = theme_words.shipped().odds(theme_words.terms(cut), by_theme) if places else {}
    quoted = _quoted(cut, source)
    told: dict[int, list[tuple[float, str]]] = {}
    for theme, (odds, words) in known.items():
        place = places.get(theme)
        chance = round(1 / (1 + math.exp(-_TRUST * odds)), 3)
        if place is None or (place not in scores and (chance < _LISTED or not words)):
            continue
        chances[place], told[place] = chance, words
        firm.add(place)
    for place in sorted(chances, key=lambda place: (-chances[place], -scores.get(place, 0.0), place)):
        said = _said(spoken.get(place, []), told.get(place, []), quoted)
        thin = place not in firm and scores[place] < _THIN
        yield _Rank(chances[place], SuggestedTheme(taxonomy[place][0], chances[place], said), thin)


def _said(
    spoken: list[tuple[float, int, str]], told: Sequence[tuple[float, str]], quoted: Mapping[str, str]
) -> tuple[str, ...]:
    """The words that speak most for a theme: of the lexicon and the project's work, and those that bulletins TOLD."""
    held = {word for _, _, word in spoken}
    more = [(-_WORD_GAIN * part, 0, quoted[word]) for part, word in told if quoted[word] not in held]
    return tuple(dict.fromkeys(word for _, _, word in sorted(spoken + more)))[:5]


Spoken = dict[int, list[tuple[float, int, str]]]
"""By place in the taxonomy: (minus what it adds, where it stands, as it stands there) of the words for a theme."""


def scored(
    text: str, source: str, rows: tuple[tuple[str, str], ...], project_gold: ThemeModel | None, cut: Sequence[str]
) -> tuple[dict[int, float], Spoken, set[int]]:
    """What the lexicon, the names and the project's work say of each theme, by its place in the taxonomy ROWS.

    Scores, words, and the themes that more than weak words speak for. TEXT is SOURCE folded, CUT its words.
    """
    index = _index(rows)
    size = max(0.75, (len(text.strip()) / _USUAL) ** 0.4)
    totals: dict[int, float] = {}
    spoken: Spoken = {}
    listed = _lexicon()
    firm = {place for place, (theme, _) in enumerate(rows) if theme in listed}
    for word, places in index.found(text).items():
        presence = sum(2.5 if at < _HEADING else 1.4 if at < _OPENING else 1.0 for at in places)
        strong, weak = (min(enough, presence) ** 0.7 for enough in (_ENOUGH, _ENOUGH_WEAK))
        said = source[places[0] : places[0] + len(word)]
        for theme, weight in index.words[word]:
            gain = weight * (strong if weight > WEAK else weak)
            totals[theme] = totals.get(theme, 0.0) + gain
            spoken.setdefault(theme, []).append((-gain, places[0], said))
            if weight > WEAK:
                firm.add(theme)
    scores = {theme: total / size * (0.5 if theme in index.above else 1.0) for theme, total in totals.items()}
    if project_gold is not None:
        trust = min(1.0, project_gold.sections / _SETTLED)
        firm.update(_taught_words(scores, spoken, rows, project_gold, _quoted(cut, source), _TAUGHT * trust))
        _used(scores, rows, project_gold, trust)
    return scores, spoken, firm


def _cut(text: str) -> tuple[str, ...]:
    """The words of a folded text."""
    return tuple(rjieba.cut(text, False))


def _quoted(cut: Sequence[str], source: str) -> dict[str, str]:
    """The words of a folded text, each as it stands in the source where it comes first."""
    found: dict[str, str] = {}
    here = 0
    for word in cut:
        end = here + len(word)
        if word not in found:
            found[word] = source[here:end]
        here = end
    return found


def _taught_words(
    scores: dict[int, float],
    spoken: dict[int, list[tuple[float, int, str]]],
    taxonomy: tuple[tuple[str, str], ...],
    model: ThemeModel,
    words_: Mapping[str, str],
    weight: float,
) -> set[int]:
    """Add to the scores and words what settled sections taught: each word's log odds by WEIGHT.

    WORDS_: the section's words, each as it stands there. Returns the themes that they speak for.
    """
    words = _taught(taxonomy, model)
    said = {theme: {quoted for _, _, quoted in rows} for theme, rows in spoken.items()}
    gains: dict[int, float] = {}
    for word, quoted in words_.items():
        for theme, odds in words.get(word, ()):
            gains[theme] = gains.get(theme, 0.0) + weight * odds
            if quoted not in said.setdefault(theme, set()):
                said[theme].add(quoted)
                spoken.setdefault(theme, []).append((-weight * odds, 0, quoted))
    for theme, gain in gains.items():
        scores[theme] = scores.get(theme, 0.0) + min(_TAUGHT_MOST, gain)
    return set(gains)


def _used(scores: dict[int, float], taxonomy: tuple[tuple[str, str], ...], model: ThemeModel, trust: float) -> None:
    """Raise the themes that the project gives, and lower those that it never does."""
    given = dict(model.given)
    for theme in scores if given else ():
        n = given.get(taxonomy[theme][0], 0)
        scores[theme] *= 1 + trust * (_USED * math.log(1 + n) if n else -_UNUSED)


def _confidence(score: float, share: float) -> float:
    """The chance that a theme is right: more with its score, and with how near it comes to the first one's."""
    return round(1 / (1 + math.exp(-(_EVEN + _STEEP * math.log(1 + score) + _NEAR * share))), 3)
