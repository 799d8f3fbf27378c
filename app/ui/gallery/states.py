"""Fields, buttons, status words and strips in all states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from app.ui.appearance import theme
from app.ui.gallery.board import board_of
from app.ui.theme import Tone
from app.ui.widgets import status_word
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import label
from app.ui.widgets.status_word import Status, StatusWord
from app.ui.widgets.strip import Strip
from app.ui.widgets.themed import mark

STATES = ("平常", "指到", "正在填", "有问题", "拿不准", "改过没存", "只读", "不能用")


def pictured(widget: QWidget, state: str) -> QWidget:
    """`widget` in one of STATES; what only the mouse or keyboard can bring about is shown as a picture."""
    named = {"有问题": ("state", "invalid"), "拿不准": ("state", "doubtful"), "改过没存": ("altered", "true")}
    if state in named:
        mark(widget, **dict([named[state]]))
    elif state == "只读":
        if not isinstance(widget, QLineEdit | QPlainTextEdit):
            return QWidget()
        widget.setReadOnly(True)
    elif state == "不能用":
        widget.setEnabled(False)
    elif state != "平常":
        return _photo(widget, state)
    return widget


def _photo(widget: QWidget, state: str) -> QLabel:
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    elsewhere = QCheckBox(host)
    elsewhere.setGeometry(-99, 0, 9, 9)
    host.move(400, 400)
    host.show()
    host.activateWindow()
    if state == "指到":
        elsewhere.setFocus()
        widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    else:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    picture = QLabel()
    picture.setPixmap(widget.grab())
    host.close()
    return picture


def line_edit() -> QWidget:
    return _wide(QLineEdit("大树营社区"))


def combo() -> QWidget:
    box = QComboBox()
    box.addItems(["院坝协商", "界别协商"])
    return _wide(box)


def long_text() -> QWidget:
    box = QPlainTextEdit("3 个小区飞线充电 47 处，\n物业与业主互推责任")
    box.setFixedHeight(theme().control * 2)
    return _wide(box)


def tick() -> QWidget:
    box = QCheckBox("计划外")
    box.setChecked(True)
    return box


def radio() -> QWidget:
    box = QRadioButton("固定")
    box.setChecked(True)
    return box


def filter_on() -> QWidget:
    made = FilterButton("乡镇", (Option("a", "永兴街道"), Option("b", "青山镇")))
    made.set_chosen(["a"])
    return made


def _wide(widget: QWidget) -> QWidget:
    widget.setFixedWidth(theme().px(8.6))
    return widget


INPUTS: tuple[tuple[str, Callable[[], QWidget]], ...] = (
    ("文字框", line_edit),
    ("下拉框", combo),
    ("长文字", long_text),
)
BUTTONS: tuple[tuple[str, Callable[[], QWidget]], ...] = (
    ("主按钮", lambda: HintButton("保存", icon="save", hint="Ctrl+S", kind="primary")),
    ("按钮", lambda: HintButton("导出", icon="export")),
    ("危险按钮", lambda: HintButton("删除", icon="trash", kind="danger")),
    ("链接", lambda: HintButton("口径说明", kind="link")),
    ("图标", lambda: IconButton("filter", "更多筛选", hint="F4")),
    ("筛选", lambda: FilterButton("乡镇", (Option("a", "永兴街道"),))),
    ("筛选中", filter_on),
    ("勾选", tick),
    ("单选", radio),
)


def states_board() -> QWidget:
    """Fields, buttons, status words and strips in all states."""
    board, column = board_of(1320)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(9)
    for place, state in enumerate(STATES, start=1):
        grid.addWidget(label(state, "label"), 0, place)
    for row, (name, make) in enumerate(INPUTS, start=1):
        grid.addWidget(label(name, "label"), row, 0)
        for place, state in enumerate(STATES, start=1):
            grid.addWidget(pictured(make(), state), row, place)
    for row, (name, make) in enumerate(BUTTONS, start=len(INPUTS) + 1):
        grid.addWidget(label(name, "label"), row, 0)
        for place, state in ((1, "平常"), (2, "指到"), (3, "正在填"), (8, "不能用")):
            grid.addWidget(pictured(make(), state), row, place, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(9, 1)
    column.addLayout(grid)
    column.addLayout(_words())
    for tone, text, action in STRIPS:
        strip = Strip()
        strip.show_message(tone, text, action=action, closable=tone is Tone.OK)
        column.addWidget(strip)
    return board


STRIPS = (
    (
        Tone.LOCK,
        "2026年9月已上报（10月9日 16:20），这条只能看。要改，请写明理由，改动会进更正清单。",
        "更正这条…",
    ),
    (Tone.WARN, "上次程序没有正常退出。没存完的 1 条协商活动还在，停在 13:58。", "接着填"),
    (Tone.ERROR, "没存上：磁盘满了。填的内容还在这一页，腾出空间后再点保存。", "再试一次"),
    (Tone.OK, "删除了 1 条协商活动，可在 90 天内恢复。", "撤销 Ctrl+Z"),
)


def _words() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label("状态词", "label"))
    words = [
        Status("草稿"),
        Status("出表", Tone.ACCENT),
        Status("已核对", Tone.OK),
        status_word.missing(3),
        status_word.SUBMITTED,
        status_word.RETURNED,
    ]
    for word in words:
        row.addWidget(StatusWord(word, pill=True))
    row.addSpacing(12)
    for word in (status_word.REGISTERED, status_word.PLANNED, *words[3:]):
        row.addWidget(StatusWord(word))
    row.addStretch(1)
    return row
