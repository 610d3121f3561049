"""Every word on the screen in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from gui import i18n
from gui.actions import ACTIONS
from gui.catalogue import messages, problems
from models.labels import default_label_set
from tests.gui.dialogs_kit import settings_in

SOURCE = Path(i18n.__file__).parent
CHINESE = re.compile("[\u4e00-\u9fff]")
HOLES = re.compile(r"%\d|%n|\{\w+\}")


@pytest.fixture
def speak(qapp, tmp_path):
    """Give the program a language; it speaks Chinese again afterwards."""
    settings = settings_in(tmp_path)

    def install(language: str) -> str:
        settings.setValue(i18n.SETTING, language)
        return i18n.install(qapp, settings)

    yield install
    install(i18n.CHINESE)


def test_the_catalogue_has_every_source_string_finished_and_compiled():
    assert problems() == []


def test_every_call_for_a_translation_is_in_the_catalogue():
    known = {source for _context, source, _remark in messages(i18n.TS)}
    missing = []
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
            if place is None or len(node.args) <= place:
                continue
            text = node.args[place]
            if isinstance(text, ast.Constant) and text.value not in known:
                missing.append((file.name, text.value))
    assert missing == []


def test_no_chinese_is_on_the_screen_that_cannot_be_translated():
    """A string with Chinese in it is a source string, a docstring, or one of the few that are the same in both."""
    same = {"中文", "国"}
    known = {source for _context, source, _remark in messages(i18n.TS)}
    loose = []
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        said = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in said:
                continue
            if CHINESE.search(node.value) and node.value not in known | same:
                loose.append((file.name, node.value))
    assert loose == []


def test_translations_keep_what_is_filled_in():
    wrong = [
        (source, form)
        for (_context, source, _remark), forms in messages(i18n.TS).items()
        for form in forms or ()
        if sorted(HOLES.findall(source)) != sorted(HOLES.findall(form))
    ]
    assert wrong == []


def test_no_english_translation_is_left_in_chinese():
    allowed = {"Such as 法规"}
    left = [
        form
        for forms in messages(i18n.TS).values()
        for form in forms or ()
        if CHINESE.search(form) and form not in allowed and "校注" not in form
    ]
    assert left == []


def test_the_interface_is_english_where_that_is_set_and_chinese_again(speak):
    class FindBar(QObject):
        pass

    assert speak("en") == i18n.current() == "en"
    assert FindBar().tr("没有找到") == "Not found"
    assert speak("zh") == i18n.current() == "zh"
    assert FindBar().tr("没有找到") == "没有找到"


def test_numbers_take_their_plural(speak):
    class SubmitDialog(QObject):
        pass

    speak("en")
    said = [SubmitDialog().tr("%n 条批注未解决", "", n) for n in (1, 2)]
    assert said == ["1 open comment", "2 open comments"]
    speak("zh")
    assert SubmitDialog().tr("%n 条批注未解决", "", 2) == "2 条批注未解决"


def test_labels_and_themes_have_their_name_in_both_languages(speak):
    label = default_label_set().label_by_id["ORG"]
    assert i18n.named(label) == "机构"
    speak("en")
    assert i18n.named(label) == "Organisation"


def test_the_buttons_and_menus_that_qt_brings_speak_the_language_too(speak, qtbot):
    speak("zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [b.text() for b in box.buttons()] == ["确定", "取消"]
    field = QLineEdit()
    qtbot.addWidget(field)
    assert any("复制" in action.text() for action in field.createStandardContextMenu().actions())


def test_every_action_has_its_english_name(speak):
    speak("en")
    for spec in ACTIONS:
        assert not CHINESE.search(QCoreApplication.translate("Actions", spec.text)), spec.id


def test_a_language_that_is_not_known_counts_as_chinese(tmp_path):
    settings = settings_in(tmp_path)
    settings.setValue(i18n.SETTING, "xx")
    assert i18n.language(settings) == "zh"
