"""The one style sheet: how Qt's own widgets look; our painted widgets look after themselves."""

from __future__ import annotations

from string import Template

from app.ui.theme import Theme

PICTURES = (
    ("tick", "tick", "on_accent"),
    ("tick-off", "tick", "surface"),
    ("bar", "bar", "on_accent"),
    ("dot", "dot", "on_accent"),
    ("dot-off", "dot", "surface"),
    ("drop", "drop", "text2"),
    ("drop-off", "drop", "disabled"),
    ("up", "up", "text2"),
    ("back", "back", "text2"),
    ("next", "next", "text2"),
    ("calendar", "calendar", "text2"),
    ("menu-tick", "check", "accent"),
)
"""Pictures a style sheet needs as files: file name, icon, colour."""


def sheet(theme: Theme, pictures: str) -> str:
    """The style sheet of `theme`; `pictures` is the folder of PICTURES, "" to do without."""
    values: dict[str, object] = {key: theme.colors.color(key) for key in _used_colors()}
    values |= _measures(theme)
    values["pic"] = pictures
    parts = [_BASE, _FIELDS, _COMBO, _BUTTONS, _CHECKS, _BARS, _VIEWS, _PANELS]
    if theme.is_contrast:
        parts.append(_CONTRAST)
    return Template("".join(parts)).substitute(values)


def _used_colors() -> tuple[str, ...]:
    from app.ui.palette import COLOR_KEYS

    return COLOR_KEYS


def _measures(theme: Theme) -> dict[str, object]:
    line = theme.metrics().height()
    pad = max(0, (theme.control - 2 - line) // 2)
    return {
        "control": theme.control,
        "inner": theme.control - 2,
        "inner2": theme.control - 4,
        "low": theme.control - 6,
        "low2": theme.control - 8,
        "pad": pad,
        "check_edge": theme.check - 2,
        "check_edge2": theme.check - 4,
        "icon": theme.icon,
        "arrow": theme.px(0.85),
        "drop": theme.px(1.9),
        "bar": theme.px(0.75),
        "bar_least": theme.px(2.4),
        "bar_half": theme.px(0.75) // 2 - 2,
        "round": theme.check // 2,
        "note": theme.points("note"),
        "section": theme.points("section"),
        "title": theme.points("title"),
        "row": theme.row,
        "menu": theme.px(16),
        "menu_pad": theme.px(0.4),
        "menu_left": theme.px(2.1),
        "wide": theme.px(1.05),
        "tight": theme.px(0.75),
    }


_BASE = """
QMainWindow, QDialog { background: $window; }
QToolTip { color: $text; background: $raised; border: 1px solid $border_soft; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: bold; }
QLabel[role="section"] { font-size: ${section}pt; font-weight: bold; }
QLabel[role="note"] { font-size: ${note}pt; color: $muted; }
QLabel[role="label"] { color: $text2; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="mark"] { color: $error; font-weight: bold; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="lock"] { color: $lock; }
QLabel[tone="accent"] { color: $accent; }
QLabel:disabled { color: $disabled; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 3px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted; }
QLineEdit, QAbstractSpinBox { padding: 0 7px; min-height: ${inner}px; max-height: ${inner}px; }
QPlainTextEdit, QTextEdit { padding: ${pad}px 5px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover { border-color: $text2; }
QLineEdit[state="invalid"], QPlainTextEdit[state="invalid"], QTextEdit[state="invalid"] {
  background: $error_bg; border-color: $error_line; }
QLineEdit[state="doubtful"], QPlainTextEdit[state="doubtful"], QTextEdit[state="doubtful"] {
  background: $warn_bg; border-color: $warn_line; }
QLineEdit[altered="true"] { border-left: 3px solid $accent; padding-left: 5px; }
QPlainTextEdit[altered="true"], QTextEdit[altered="true"] {
  border-left: 3px solid $accent; padding-left: 3px; }
QLineEdit:focus, QAbstractSpinBox:focus {
  border: 2px solid $focus; padding: 0 6px; min-height: ${inner2}px; max-height: ${inner2}px; }
QLineEdit[altered="true"]:focus { border-left: 3px solid $accent; padding-left: 5px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: ${pad}px 4px; }
QPlainTextEdit[altered="true"]:focus, QTextEdit[altered="true"]:focus {
  border-left: 3px solid $accent; padding-left: 3px; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] {
  background: $sunken; border-color: $line; }
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus, QTextEdit[readOnly="true"]:focus {
  border-color: $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled {
  background: $window; color: $disabled; border: 1px solid $line; }
QLineEdit[low="true"] { min-height: ${low}px; max-height: ${low}px; }
QLineEdit[low="true"]:focus { min-height: ${low2}px; max-height: ${low2}px; }
QLineEdit[bare="true"] { border: 0; padding: 0; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
"""

_COMBO = """
QComboBox, QDateEdit { background: $surface; color: $text; border: 1px solid $border; border-radius: 3px;
  padding: 0 4px 0 9px; min-height: ${inner}px; max-height: ${inner}px; }
QComboBox:hover { border-color: $text2; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: ${drop}px; }
QComboBox::down-arrow { image: url("$pic/drop.svg"); width: ${icon}px; height: ${icon}px; }
QComboBox::down-arrow:disabled { image: url("$pic/drop-off.svg"); }
QDateEdit::down-arrow { image: url("$pic/calendar.svg"); width: ${icon}px; height: ${icon}px; }
QComboBox[state="invalid"] { background: $error_bg; border-color: $error_line; }
QComboBox[state="doubtful"] { background: $warn_bg; border-color: $warn_line; }
QComboBox[altered="true"] { border-left: 3px solid $accent; padding-left: 7px; }
QComboBox:focus, QComboBox:on { border: 2px solid $focus; padding: 0 3px 0 8px;
  min-height: ${inner2}px; max-height: ${inner2}px; }
QComboBox[altered="true"]:focus { border-left: 3px solid $accent; padding-left: 7px; }
QComboBox:disabled { background: $window; color: $disabled; border: 1px solid $line; }
QComboBox QLineEdit { border: 0; padding: 0; background: transparent; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 3px 0; outline: 0; }
QComboBox QAbstractItemView::item { min-height: ${inner}px; padding: 0 8px; border: 0; }
"""

_BUTTONS = """
QPushButton { background: $surface; color: $text; border: 1px solid $border_soft; border-radius: 4px;
  padding: 0 ${wide}px; min-height: ${inner}px; max-height: ${inner}px; min-width: 2em; }
QPushButton:hover { background: $hover; border-color: $border; }
QPushButton:pressed { background: $soft; }
QPushButton:focus { border: 2px solid $focus; min-height: ${inner2}px; max-height: ${inner2}px; }
QPushButton:disabled { background: $window; color: $disabled; border: 1px solid $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent;
  border-color: $accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $head; color: $disabled; border: 1px solid $border_soft; }
QPushButton[kind="danger"] { color: $error; border-color: $error_line; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $line; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; }
QToolButton:hover { background: $hover; border-color: $border_soft; }
QToolButton:focus { border: 2px solid $focus; }
"""

_CHECKS = """
QCheckBox, QRadioButton { spacing: 7px; background: transparent; min-height: ${inner}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: ${check_edge}px; height: ${check_edge}px; border: 1px solid $border; border-radius: 4px;
  background: $surface; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text2; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$pic/tick.svg"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url("$pic/bar.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$pic/dot.svg"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
  width: ${check_edge2}px; height: ${check_edge2}px; border: 2px solid $focus; }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus { border: 2px solid $text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $window; border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled;
  image: url("$pic/tick-off.svg"); }
QRadioButton::indicator:checked:disabled { background: $disabled; border-color: $disabled;
  image: url("$pic/dot-off.svg"); }
"""

_BARS = """
QMenuBar { background: transparent; padding: 0; border: 0; }
QMenuBar::item { padding: ${menu_pad}px ${tight}px; border-radius: 4px; color: $text;
  background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $soft; }
QMenu { background: $raised; border: 1px solid $border_soft; padding: 4px 0; min-width: ${menu}px; }
QMenu::item { padding: ${menu_pad}px ${menu_left}px ${menu_pad}px ${menu_left}px; color: $text;
  border: 1px solid transparent; }
QMenu::item:selected { background: $select; color: $on_select; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: ${icon}px; height: ${icon}px; left: 8px; }
QMenu::indicator:checked { image: url("$pic/menu-tick.svg"); }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $scroll; border-radius: ${bar_half}px; margin: 2px; }
QScrollBar::handle:vertical { min-height: ${bar_least}px; }
QScrollBar::handle:horizontal { min-width: ${bar_least}px; }
QScrollBar::handle:hover { background: $border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: 1px solid $line; border-radius: 3px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: transparent; }
"""

_VIEWS = """
QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0;
  selection-background-color: $select; selection-color: $on_select; alternate-background-color: $sunken; }
QTableView { gridline-color: $line; }
QListView::item, QTreeView::item { min-height: ${row}px; padding: 0 8px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $select; color: $on_select; }
QListView::item:selected { border-left: 3px solid $accent; padding-left: 5px; }
QHeaderView { background: $head; border: 0; }
QHeaderView::section { background: $head; color: $text2; border: 0; border-bottom: 1px solid $border_soft;
  padding: 0 8px; min-height: ${inner}px; }
QTableCornerButton::section { background: $head; border: 0; }
QCalendarWidget QToolButton { color: $text; padding: 4px 8px; font-weight: bold; }
QCalendarWidget #qt_calendar_navigationbar { background: $head; }
QCalendarWidget #qt_calendar_prevmonth { qproperty-icon: url("$pic/back.svg"); }
QCalendarWidget #qt_calendar_nextmonth { qproperty-icon: url("$pic/next.svg"); }
QCalendarWidget QToolButton::menu-indicator { image: none; }
"""

_PANELS = """
QScrollArea, QStackedWidget { background: transparent; border: 0; }
QFrame[panel="sheet"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[panel="foot"] { background: $sunken; border: 0; border-top: 1px solid $line; }
QFrame[panel="popup"] { background: $raised; border: 1px solid $border; border-radius: 4px; }
QFrame[panel="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[panel="upright"] { background: $border_soft; border: 0; max-width: 1px; min-width: 1px; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="window"] { background: $window; }
QWidget[ground="sunken"] { background: $sunken; }
QWidget[ground="desk"] { background: $desk; }
QWidget[ground="clear"] { background: transparent; }
"""

_CONTRAST = """
QLineEdit[state="invalid"], QPlainTextEdit[state="invalid"], QTextEdit[state="invalid"],
QComboBox[state="invalid"] { border: 2px solid $error_line; }
QLineEdit[state="doubtful"], QPlainTextEdit[state="doubtful"], QTextEdit[state="doubtful"],
QComboBox[state="doubtful"] { border: 2px dashed $warn_line; }
QLineEdit[state="invalid"], QLineEdit[state="doubtful"] {
  padding: 0 6px; min-height: ${inner2}px; max-height: ${inner2}px; }
QComboBox[state="invalid"], QComboBox[state="doubtful"] {
  padding: 0 3px 0 8px; min-height: ${inner2}px; max-height: ${inner2}px; }
QLineEdit[state]:focus, QComboBox[state]:focus { border: 2px solid $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled, QPushButton:disabled { border: 1px dashed $disabled; }
QMenu::item:selected { border: 1px solid $select; }
"""
