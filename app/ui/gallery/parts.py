"""What pages are made of, and every icon."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import theme
from app.ui.gallery.board import board_of, row_in
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.new_record_button import NewRecordButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet, SheetHeading, label, rule
from app.ui.widgets.sparkbars import Sparkbars
from app.ui.widgets.status_line import StatusLine
from app.ui.widgets.step_bar import Step, StepBar, StepState
from app.ui.widgets.tabs import Tabs


def widgets_board() -> QWidget:
    """What pages are made of."""
    board, column = board_of(1320)
    row = row_in(column)
    row.addWidget(PeriodStepper("2026年10月", title=True))
    row.addWidget(label("协商在基层", "title"))
    row.addWidget(Tabs([Option(word, word) for word in ("协商活动", "议题计划", "共识落实", "协商平台")]))
    row.addStretch(1)
    busy = HintButton("出表", kind="primary")
    busy.set_busy("正在生成 3 / 6…")
    row.addWidget(busy)
    row = row_in(column)
    row.addWidget(Segments([Option(word, word) for word in ("本月", "本季", "本年", "全部", "自选")]))
    row.addWidget(SearchBox("协商活动、地点、主持人、委员", hint="Ctrl+F"), 1)
    found = SearchBox("")
    found.set_text("大树营")
    row.addWidget(found, 1)
    for state in (StepState.HERE, StepState.DONE, StepState.CLOSED):
        column.addWidget(_steps(state))
    compact = _steps(StepState.HERE)
    compact.set_compact(True)
    column.addWidget(compact)
    for narrow in (False, True):
        row = row_in(column)
        for text, icon, hint in (("新增协商活动", "meeting", "Alt+1"), ("新增委员走访", "visit", "Alt+2")):
            button = NewRecordButton(text, icon=icon, hint=hint, note="上一条 10月27日 永兴街道")
            button.set_compact(narrow)
            row.addWidget(button)
    column.addWidget(_sheet())
    column.addWidget(_foot())
    return board


def _foot() -> StatusLine:
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
    return line


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
    board, column = board_of(1320)
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
