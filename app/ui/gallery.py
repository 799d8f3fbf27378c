"""Pictures of every widget in every state, to be looked at: `python -m app.ui.gallery OUT_DIR`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

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
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import Appearance, theme
from app.ui.theme import BASE_SIZES, Look, Tone
from app.ui.widgets import status_word
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.new_record_button import NewRecordButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet, SheetHeading, label, rule
from app.ui.widgets.sparkbars import Sparkbars
from app.ui.widgets.status_line import StatusLine
from app.ui.widgets.status_word import Status, StatusWord
from app.ui.widgets.step_bar import Step, StepBar, StepState
from app.ui.widgets.strip import Strip
from app.ui.widgets.tabs import Tabs
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
    picture.setPixmap(host.grab())
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
    board, column = _board(1320)
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
    (Tone.WARN, "上次程序没有正常退出。没存完的 1 条会议还在，停在 13:58。", "接着填"),
    (Tone.ERROR, "没存上：磁盘满了。填的内容还在这一页，腾出空间后再点保存。", "再试一次"),
    (Tone.OK, "删除了 1 条会议，可在 90 天内恢复。", "撤销 Ctrl+Z"),
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


def widgets_board() -> QWidget:
    """What pages are made of."""
    board, column = _board(1320)
    row = _row(column)
    row.addWidget(PeriodStepper("2026年10月", title=True))
    row.addWidget(label("协商在基层", "title"))
    row.addWidget(Tabs([Option(word, word) for word in ("协商会议", "议题计划", "共识落实", "协商平台")]))
    row.addStretch(1)
    busy = HintButton("出表", kind="primary")
    busy.set_busy("正在生成 3 / 6…")
    row.addWidget(busy)
    row = _row(column)
    row.addWidget(Segments([Option(word, word) for word in ("本月", "本季", "本年", "全部", "自选")]))
    row.addWidget(SearchBox("会议、地点、主持人、委员", hint="Ctrl+F"), 1)
    found = SearchBox("")
    found.set_text("大树营")
    row.addWidget(found, 1)
    for state in (StepState.HERE, StepState.DONE, StepState.CLOSED):
        column.addWidget(_steps(state))
    compact = _steps(StepState.HERE)
    compact.set_compact(True)
    column.addWidget(compact)
    for narrow in (False, True):
        row = _row(column)
        for text, icon, hint in (("新增协商会议", "meeting", "Alt+1"), ("新增委员走访", "visit", "Alt+2")):
            button = NewRecordButton(text, icon=icon, hint=hint, note="上一条 10月27日 永兴街道")
            button.set_compact(narrow)
            row.addWidget(button)
    column.addWidget(_sheet())
    line = StatusLine()
    line.set_message("共 17 场，其中已登记 15 场：参加 353 人次（委员 35，群众 224，其他 94），共识 34 项")
    line.offer("撤销", hint="Ctrl+Z")
    cells = (
        ("saved", "已保存 14:03"),
        ("backup", "备份 今天 08:31"),
        ("unit", "示例县政协"),
        ("clerk", "录入：王秀兰"),
    )
    for key, text in cells:
        line.set_cell(key, text)
    column.addWidget(line)
    return board


def _steps(first: StepState) -> StepBar:
    done = first is not StepState.HERE
    later = first if first is StepState.CLOSED else StepState.HERE if done else StepState.TODO
    return StepBar(
        (
            Step("enter", "填报", "53 条记录，3 条没填完", "3 条没填完", first),
            Step("check", "审核", "4 处请看一看", "4 处", later),
            Step("make", "出表", "6 份材料，都还没生成", "0 / 6", StepState.TODO),
            Step("send", "报送", "11月10日前，还有 13 天", "11月10日前", StepState.TODO),
        )
    )


def _sheet() -> Sheet:
    sheet = Sheet()
    sheet.body.addWidget(SheetHeading("本月数字", note="只算已登记的记录；双击数字看是哪些", link="口径说明"))
    sheet.body.addWidget(rule())
    heading = SheetHeading("必须补，补完才能计数", tone=Tone.ERROR, count="3 条")
    sheet.body.addWidget(heading)
    sheet.body.addWidget(Sparkbars((9, 7, 8, 9, 8, 9, 6, 10, 11, 8, 0, 12)))
    empty = EmptyState("visit", "11月还没有走访记录", "委员到基层一次记一条；几位委员一起去，也只记一条。")
    empty.add_button("new", "新增走访", icon="plus", hint="Ctrl+N", kind="primary")
    empty.add_button("import", "从 Excel 导入…", icon="import")
    empty.add_button("month", "看 10月的 21 条", kind="link")
    sheet.body.addWidget(empty)
    return sheet


def icons_board() -> QWidget:
    """Every icon at reading size and large."""
    board, column = _board(1320)
    grid = QGridLayout()
    for place, name in enumerate(icons.names()):
        cell = QVBoxLayout()
        row = QHBoxLayout()
        for size in (theme().icon, 2 * theme().icon):
            picture = QLabel()
            picture.setPixmap(icons.pixmap(name, theme().color("text2"), size))
            row.addWidget(picture)
        cell.addLayout(row)
        cell.addWidget(label(name, "note"))
        grid.addLayout(cell, place // 12, place % 12)
    column.addLayout(grid)
    return board


def _board(width: int) -> tuple[QWidget, QVBoxLayout]:
    board = QWidget()
    board.setProperty("ground", "window")
    board.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    board.setFixedWidth(round(width * theme().em / 13))
    column = QVBoxLayout(board)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(10)
    return board, column


def _row(column: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    column.addLayout(row)
    return row


BOARDS: tuple[tuple[str, Callable[[], QWidget]], ...] = (
    ("states", states_board),
    ("widgets", widgets_board),
    ("icons", icons_board),
)


def write_pictures(folder: Path, appearance: Appearance) -> list[Path]:
    """One PNG per board, look and size; answers what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
        for points in BASE_SIZES:
            appearance.set_look(look)
            appearance.set_base(points)
            for name, make in BOARDS:
                board = make()
                board.show()
                QApplication.processEvents()
                path = folder / f"{name}-{look.value}-{points}.png"
                board.grab().save(str(path))
                board.close()
                written.append(path)
    return written


def main() -> int:
    """Write the pictures into the folder named on the command line."""
    from app.ui.application import make_application

    _app, appearance = make_application(base_pt=BASE_SIZES[0])
    write_pictures(Path(sys.argv[1]), appearance)
    return 0


if __name__ == "__main__":
    sys.exit(main())
