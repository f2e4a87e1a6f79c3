"""The style sheet: measures and states of the stock widgets, from the theme's tokens. No Qt in this file.

Widgets ask for a look by properties: QLabel `role` (small, title, question, section, muted), QPushButton `look`
(primary, quiet, link, segment, chip), QFrame `card` (true).
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.shell.tokens import Tokens

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $control; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="small"] { font-size: ${small}px; }
QLabel[role="muted"] { font-size: ${small}px; color: $muted; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="question"] { font-size: ${question}px; font-weight: 600; }
QLabel[role="section"] { font-size: ${small}px; font-weight: 600; color: $muted; letter-spacing: 0.5px; }

QPushButton { background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
  padding: 0 ${gap}px; min-height: ${inner}px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $select; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${gap_less}px;
  min-height: ${inner_less}px; }
QPushButton:checked { background: $select; border-color: $accent; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $raised; color: $muted; border-color: $line; }
QPushButton[look="quiet"] { background: transparent; border-color: transparent; }
QPushButton[look="quiet"]:hover { background: $raised; }
QPushButton[look="quiet"]:focus { border: 2px solid $accent; }
QPushButton[look="segment"] { border-radius: 0; border-left-width: 0; }
QPushButton[look="segment"][place="first"] { border-left-width: 1px; border-top-left-radius: 6px;
  border-bottom-left-radius: 6px; }
QPushButton[look="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[look="segment"][place="only"] { border-left-width: 1px; border-radius: 6px; }
QPushButton[look="segment"]:checked { background: $select; font-weight: 600; }
QPushButton[look="segment"]:focus { border: 2px solid $accent; }
QPushButton[look="chip"] { border-radius: ${chip_round}px; border-color: $control; min-height: ${target}px;
  font-size: ${chip}px; }
QPushButton[look="chip"]:checked { background: $select; border-color: $accent; font-weight: 600; }
QPushButton[look="chip"]:focus { border: 2px solid $accent; min-height: ${target_less}px; }

QLineEdit, QComboBox, QSpinBox, QPlainTextEdit { background: $surface; color: $text; border: 1px solid $control;
  border-radius: 6px; padding: 0 9px; min-height: ${inner}px; selection-background-color: $select;
  selection-color: $text; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 0 8px;
  min-height: ${inner_less}px; }
QPlainTextEdit { padding: 4px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QPlainTextEdit:focus { padding: 3px; }
QComboBox::drop-down { border: none; width: ${inner}px; }
QComboBox::down-arrow { image: url("$icons/arrow-$tone.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView, QMenu { background: $surface; color: $text; border: 1px solid $control; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: ${inner}px; padding: 0 8px; }
QComboBox QAbstractItemView::item:selected, QMenu::item:selected { background: $select; color: $text; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $window; color: $text; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $select; }

QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 0; spacing: 0; }
QTableView { border-radius: 0; }
QTableCornerButton::section { background: $raised; border: none; border-bottom: 1px solid $line; }
#evidence-page { background: $surface; }
QScrollArea#evidence { background: $surface; border: 2px solid $surface; border-left: 1px solid $line; }
QScrollArea#evidence:focus { border: 2px solid $accent; }

QTabBar { background: transparent; }
QTabBar::tab { color: $muted; background: transparent; border: none; border-bottom: 3px solid transparent;
  padding: 10px 16px 9px 16px; min-height: ${target}px; }
QTabBar::tab:selected { color: $text; border-bottom: 3px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { border: 2px solid $accent; border-radius: 4px; }

QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
.QFrame[verdict] { background: transparent; border: none; border-left: 3px solid $line; border-radius: 0; }
.QFrame[verdict="accurate"] { border-left-color: $accurate; }
.QFrame[verdict="simplified"] { border-left-color: $simplified; }
.QFrame[verdict="dated"] { border-left-color: $dated; }
.QFrame[verdict="contested"] { border-left-color: $contested; }
.QFrame[verdict="wrong"] { border-left-color: $wrong; }
QLabel[verdict="accurate"] { color: $accurate; font-size: ${small}px; }
QLabel[verdict="simplified"] { color: $simplified; font-size: ${small}px; }
QLabel[verdict="dated"] { color: $dated; font-size: ${small}px; }
QLabel[verdict="contested"] { color: $contested; font-size: ${small}px; }
QLabel[verdict="wrong"] { color: $wrong; font-size: ${small}px; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; font-size: ${small}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; font-size: ${small}px; padding: 4px 8px; }

QAbstractItemView { background: $surface; color: $text; border: 1px solid $line; border-radius: 8px;
  selection-background-color: $select; selection-color: $text; }
QAbstractItemView:focus { border: 2px solid $accent; }
QTreeView::item:disabled { color: $muted; }
QAbstractItemView::indicator { width: ${tick}px; height: ${tick}px; border: 1px solid $control; border-radius: 3px;
  background: $surface; }
QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$icons/tick-$tone.svg"); }
QAbstractItemView::indicator:indeterminate { background: $accent; border-color: $accent;
  image: url("$icons/dash-$tone.svg"); }
QCheckBox { spacing: 8px; min-height: ${target}px; border: 2px solid transparent; border-radius: 6px; padding: 0 4px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator { width: ${tick}px; height: ${tick}px; border: 1px solid $control; border-radius: 3px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/tick-$tone.svg"); }
QDialog QListView::item { min-height: ${target}px; }
QFrame[card="true"] > QListView { border: none; }
QFrame[card="true"] > QTableView { border: 2px solid $surface; border-radius: 7px; }
QFrame[card="true"] > QTableView:focus { border: 2px solid $accent; }
QFrame[card="true"] > QListView::item { min-height: ${target}px; padding: 0 8px; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section { background: $raised; color: $text; border: none; border-bottom: 1px solid $line;
  padding: 8px 12px; font-weight: 600; }
QScrollArea { background: transparent; border: none; }
QScrollArea[ring="true"] { border: 2px solid transparent; }
QScrollArea[ring="true"]:focus { border: 2px solid $accent; border-radius: 6px; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $control; border: 4px solid $track; border-radius: 7px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QMainWindow::separator { background: transparent; width: 4px; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QSlider { min-height: ${target}px; background: transparent; border: 2px solid transparent; }
QSlider::groove:horizontal { background: $control; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; border: 2px solid $surface; width: ${knob}px; height: ${knob}px;
  margin: -${knob_over}px 0; border-radius: ${knob_round}px; }
QSlider::handle:horizontal:focus { border: 2px solid $text; }
QSlider:focus { border: 2px solid $accent; border-radius: 6px; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def style_sheet(tokens: Tokens, scale: float, pictures: tuple[str, str], least: int = 0) -> str:
    """The style sheet of a theme at a text size. `pictures` are their folder and which of a pair to take ('dark').

    No type is smaller than `least` pixels.
    """

    def px(pixels: float) -> int:
        return max(1, round(pixels * scale))

    names = tokens._asdict()
    icons, tone = pictures
    return _SHEET.substitute(
        names,
        small=max(px(12), least),
        chip=max(px(13), least),
        title=px(16),
        question=px(20),
        inner=px(30),
        inner_less=px(30) - 2,
        target=px(24),
        target_less=px(24) - 2,
        chip_round=px(24) // 2,
        knob=px(12),
        knob_over=px(12) // 2,
        knob_round=px(12) // 2 + 2,
        gap=px(12),
        gap_less=px(12) - 1,
        track=tokens.window,
        tick=px(16),
        icons=icons,
        tone=tone,
    )
