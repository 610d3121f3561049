"""Colours as named roles, and the style sheet and palette made of them. Nothing else in the window names a colour."""

from __future__ import annotations

import colorsys
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QPalette

SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "serif")
"""Families for the text of a bulletin, the preferred first."""
SANS = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif")
"""Families for the tools."""
SIZE = 13
"""The pixels of their characters."""

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True)
class Theme:
    """One set of colours, "#rrggbb" each. `labels` and `kinds` are asked through `label` and `kind`."""

    name: str
    dark: bool
    paper: str
    """Behind the text of a bulletin."""
    panel: str
    """Behind the tools at the edge."""
    header: str
    """Behind the menu and the status bar."""
    field: str
    """Behind what is typed into, and behind lists in dialogs."""
    ink: str
    soft: str
    """Text of the tools that matters less than `ink`: menus, buttons."""
    faint: str
    """Text that explains or counts."""
    ghost: str
    """Marks that are no text of the bulletin: page breaks, leftovers, borders of empty shapes."""
    line: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    """Behind the current row of a list."""
    marked: str
    """Behind selected text."""
    hit: str
    """Behind what was found."""
    hit_now: str
    hatch: str
    heat: str
    """The darkest patch of a matrix; lighter ones are this colour laid thinly over the field."""
    good: str
    warning: str
    bad: str
    chip: str
    chip_ink: str
    chip_line: str
    """The dashed border of a proposed theme."""
    chip_open: str
    """The text of a proposed theme."""
    labels: Mapping[str, str]
    kinds: Mapping[str, str]

    def label(self, label_id: str) -> str:
        """The colour of an entity label; one the theme does not know gets its own, always the same."""
        return self.labels.get(label_id) or _own(label_id, self.paper, self.dark, READABLE)

    def kind(self, kind_id: str) -> str:
        """The colour of a section kind; one the theme does not know gets its own, always the same."""
        return self.kinds.get(kind_id) or _own(kind_id, self.paper, self.dark, 2.0)

    def tint(self, colour: str, strength: float = 0.09, ground: str = "") -> str:
        """`colour` laid over the paper (or `ground`) as thinly as `strength` says (0 to 1)."""
        return mixed(colour, ground or self.paper, strength)


def mixed(colour: str, ground: str, strength: float) -> str:
    """The colour seen when `colour` lies over `ground` with this opacity."""
    pairs = zip(_rgb(colour), _rgb(ground), strict=True)
    return "#" + "".join(f"{round(g + (c - g) * strength):02x}" for c, g in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    r, g, b = (c / 12.92 if (c := v / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for v in _rgb(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@cache
def _own(name: str, ground: str, dark: bool, least: float) -> str:
    """A colour that depends on the name alone and can be read on `ground`."""
    seed = zlib.crc32(name.encode("utf-8"))
    hue, saturation = seed % 360 / 360, 0.45 + seed // 360 % 30 / 100
    lightness = 0.62 if dark else 0.48
    while True:
        r, g, b = colorsys.hls_to_rgb(hue, lightness, saturation)
        found = f"#{round(r * 255):02x}{round(g * 255):02x}{round(b * 255):02x}"
        if contrast(found, ground) >= least or not 0.05 < lightness < 0.95:
            return found
        lightness += 0.02 if dark else -0.02


LIGHT = Theme(
    name="light", dark=False,
    paper="#fffdf8", panel="#f7f4ee", header="#ffffff", field="#ffffff",
    ink="#23211d", soft="#55504a", faint="#6f695f", ghost="#a79f91", line="#e7e1d6", hover="#f1ece2",
    accent="#9b3d2e", accent_hover="#86331f", on_accent="#ffffff", selected="#fbeee9",
    marked="#f3d9c4", hit="#fbeeb4", hit_now="#f5c95c", hatch="#b9ad98", heat="#0b4f7d",
    good="#27754b", warning="#8a5a00", bad="#b3261e",
    chip="#f1e4da", chip_ink="#7a3a24", chip_line="#c9a58f", chip_open="#96593f",
    labels=MappingProxyType({
        "PER": "#b9500f", "ORG": "#2b6cb0", "LOC": "#2a7a52", "TIME": "#7a52cc", "TITLE": "#94600f",
        "EVENT": "#b83280", "DOC": "#4a5568",
    }),
    kinds=MappingProxyType({
        "masthead": "#b9b2a5", "column": "#9b3d2e", "article": "#c98a5a", "subsection": "#e3c9a8", "brief": "#c7a25b",
        "caption": "#9fb8c9", "boilerplate": "#cdc7bb", "footer": "#b9b2a5", "continuation": "#d8b394",
    }),
)  # fmt: skip

DARK = Theme(
    name="dark", dark=True,
    paper="#1e1c1a", panel="#262421", header="#2b2926", field="#1a1816",
    ink="#e9e3d8", soft="#c9c2b6", faint="#a39b8e", ghost="#6f685d", line="#3a3732", hover="#35312c",
    accent="#e08a74", accent_hover="#eda08c", on_accent="#241511", selected="#3d2c27",
    marked="#5b4432", hit="#5a4d1c", hit_now="#775a0b", hatch="#5f574b", heat="#7cc4f2",
    good="#6cc295", warning="#e0b15a", bad="#f08a80",
    chip="#43312a", chip_ink="#f0c3b2", chip_line="#7d5a4a", chip_open="#d9a58f",
    labels=MappingProxyType({
        "PER": "#f0995c", "ORG": "#74b0ee", "LOC": "#6cc295", "TIME": "#b79cf2", "TITLE": "#dcb058",
        "EVENT": "#ee86bd", "DOC": "#a9b5c7",
    }),
    kinds=MappingProxyType({
        "masthead": "#6d675d", "column": "#cf7460", "article": "#b57a4d", "subsection": "#7d6a52", "brief": "#a3874e",
        "caption": "#62808f", "boilerplate": "#5a554d", "footer": "#6d675d", "continuation": "#8f6f57",
    }),
)  # fmt: skip


def palette(theme: Theme) -> QPalette:
    """The palette for the application, style and dialogs."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel, role.WindowText: theme.ink, role.Base: theme.field, role.AlternateBase: theme.panel,
        role.Text: theme.ink, role.Button: theme.header, role.ButtonText: theme.ink, role.BrightText: theme.bad,
        role.Highlight: theme.selected, role.HighlightedText: theme.ink, role.PlaceholderText: theme.faint,
        role.ToolTipBase: theme.header, role.ToolTipText: theme.ink, role.Link: theme.accent,
        role.LinkVisited: theme.accent, role.Accent: theme.accent, role.Light: theme.header, role.Midlight: theme.hover,
        role.Mid: theme.line, role.Dark: theme.ghost, role.Shadow: theme.ghost,
    }  # fmt: skip
    found = QPalette()
    for name, colour in colours.items():
        found.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.ghost))
    return found


def plain_font() -> QFont:
    """The font of the tools, as the style sheet has it: no other is loaded before the style sheet is there."""
    found = QFont(list(SANS))
    found.setPixelSize(SIZE)
    return found


def application_stylesheet(theme: Theme) -> str:
    """The style sheet of the whole program: paper and ink, one accent, thin lines."""
    values = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    values["size"] = f"{SIZE}px"
    values["sans"] = ", ".join(f'"{name}"' for name in SANS)
    values["serif"] = ", ".join(f'"{name}"' for name in SERIF)
    return re.sub(r"@([a-z_]+)", lambda hit: values[hit[1]], _SHEET)


_SHEET = """
QWidget { font-family: @sans; font-size: @size; }
QMainWindow, QDialog, QMessageBox { background: @panel; color: @ink; }
QToolTip { background: @header; color: @ink; border: 1px solid @line; padding: 4px 7px; }

#header { background: @header; border-bottom: 1px solid @line; min-height: 37px; }
#logo { font-family: @serif; font-size: 16px; font-weight: 700; color: @accent; }
#person { border-radius: 13px; padding: 3px 12px; }
#mode { border: 1px solid @line; border-radius: 6px; background: @header; }
#mode QPushButton { border: none; border-radius: 4px; padding: 3px 15px; color: @faint; background: transparent; }
#mode QPushButton:hover { color: @ink; }
#mode QPushButton:checked { background: @accent; color: @on_accent; }
#mode QPushButton:focus { text-decoration: underline; }
QMenuBar { background: transparent; color: @soft; border: none; }
QMenuBar::item { padding: 5px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @hover; color: @ink; }
QMenu { background: @header; color: @ink; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 5px 22px 5px 14px; border-radius: 5px; }
QMenu::item:selected { background: @selected; color: @accent; }
QMenu::item:disabled { color: @ghost; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }

QStatusBar { background: @header; color: @faint; border-top: 1px solid @line; min-height: 27px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: 12px; color: @faint; padding: 0 6px; }
QStatusBar #saved { color: @good; padding-left: 14px; }
QStatusBar #told { color: @accent; }
QStatusBar #key { border: 1px solid @line; border-bottom-width: 2px; border-radius: 4px; padding: 0 4px;
  font-size: 11px; color: @soft; }

QSplitter::handle { background: @line; }
QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget { background: @panel; }
#reading { background: @paper; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabWidget::tab-bar { left: 12px; }
QTabBar { background: @panel; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @faint; padding: 8px 11px 6px 11px; border: none; }
QTabBar::tab:selected { color: @accent; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @ink; }

QPushButton, QToolButton {
  background: @header; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 4px 12px; }
QToolButton { padding: 3px 7px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @selected; }
QPushButton:checked, QToolButton:checked { background: @selected; color: @accent; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton:default { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton:default:hover { background: @accent_hover; }
QPushButton:disabled, QToolButton:disabled { color: @ghost; background: @panel; border-color: @line; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[chip="true"] { border-radius: 5px; padding: 1px 8px; color: @soft; }
QPushButton[chip="true"]:checked { color: @accent; border-color: @accent; background: @selected; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
  background: @field; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 4px 9px;
  selection-background-color: @marked; selection-color: @ink; placeholder-text-color: @faint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border-color: @accent; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: @ghost; background: @panel; }
QComboBox QAbstractItemView { background: @header; border: 1px solid @line; padding: 3px; }
QComboBox::drop-down { border: none; width: 20px; }

QListView, QTreeView, QTableView, QListWidget, QTreeWidget, QTableWidget {
  background: @panel; color: @ink; border: none; outline: none; alternate-background-color: @hover;
  placeholder-text-color: @faint; }
QDialog QListView, QDialog QTreeView, QDialog QTableView {
  background: @field; border: 1px solid @line; border-radius: 6px; }
QListView::item, QTreeView::item, QTableView::item { padding: 4px 6px; border: none; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @selected; color: @ink; }
QTreeView::branch, QTreeView::branch:selected { background: transparent; }
QHeaderView::section {
  background: @panel; color: @faint; border: none; border-bottom: 1px solid @line; padding: 5px 8px; }
QTableCornerButton::section { background: @panel; border: none; border-bottom: 1px solid @line; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 30px; }
QScrollBar::handle:horizontal { min-width: 30px; }
QScrollBar::handle:hover { background: @ghost; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QGroupBox { border: none; border-top: 1px solid @line; margin-top: 14px; padding-top: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @faint; }
QCheckBox, QRadioButton { spacing: 7px; }
QLabel#dialogTitle { font-size: 15px; font-weight: 600; }
QLabel#hint { color: @faint; }
#past, #returned { background: @selected; border-bottom: 1px solid @line; }
#sideHead, #reviewHead { background: @header; border-bottom: 1px solid @line; }
#sideName { font-weight: 600; }
#figures, #decisions { background: @header; }
#figures { border-bottom: 1px solid @line; }
#decisions { border-top: 1px solid @line; }
#figure { border: 1px solid @line; border-radius: 8px; }
#figureNumber { font-size: 17px; font-weight: 600; }
#bulletinChoice { border: none; background: transparent; text-align: left; font-weight: 600; padding: 4px 6px; }
#bulletinChoice:hover { background: @hover; }
QTabBar#stages { background: @header; border-bottom: 1px solid @line; }
QTabBar#stages::tab { padding: 9px 4px 7px 4px; border-bottom: 2px solid transparent; }
QTabBar#stages::tab:selected { border-bottom: 2px solid @accent; }
#decide[flat="true"] { padding: 0; }
#decide QLabel { color: @ink; background: transparent; }
#decide QLabel:disabled { color: @ghost; }
#decide:checked { background: @accent; color: @on_accent; border-color: @accent; }
#decide QLabel#value { color: @faint; }
#decide QLabel[on="true"], #decide QLabel#value[on="true"] { color: @on_accent; }
#decide QLabel#key, #decisions > QLabel#key { border: 1px solid @line; border-bottom-width: 2px; border-radius: 4px;
  padding: 0 4px; font-size: 11px; color: @soft; background: @field; }
#decide QLabel#key[on="true"] { background: transparent; color: @on_accent; border-color: @on_accent; }
QDialog#popup { background: @header; border: 1px solid @line; }

#card { border: none; border-top: 1px solid @line; background: transparent; }
#factName { color: @faint; }
#factValue { color: @soft; }
#factStrong { color: @ink; font-weight: 600; }
#emptyTitle { color: @soft; font-weight: 600; }
#emptyText, #foot { color: @faint; font-size: 12px; }
QToolButton#choice { padding: 1px 3px; border-radius: 5px; color: @soft; background: @field;
    border: 1px solid @line; }
QToolButton#choice:hover { border-color: @accent; color: @accent; }
QToolButton#choice:focus { border-color: @accent; }
QToolButton#choice:checked { border-color: @accent; color: @accent; background: @selected; }
QToolButton#choice:disabled { color: @faint; background: transparent; }
QToolButton#choice::menu-indicator { image: none; width: 0; }
"""
