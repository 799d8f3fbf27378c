"""The painted widgets act by mouse and key, and are silent when set by program."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance import Appearance
from app.ui.navigation import Destination, NavigationBar
from app.ui.theme import BASE_SIZES, Look, Tone
from app.ui.widgets import status_word
from app.ui.widgets.choice_bar import ChoiceBar, Option
from app.ui.widgets.choice_popup import ChoicePopup
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.month_popup import MonthPopup
from app.ui.widgets.new_record_button import NewRecordButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.segments import Segments
from app.ui.widgets.sparkbars import Sparkbars
from app.ui.widgets.status_line import StatusLine
from app.ui.widgets.status_word import StatusWord
from app.ui.widgets.step_bar import Step, StepBar, StepState
from app.ui.widgets.strip import UNDO, Strip
from app.ui.widgets.tabs import Tabs

PERIODS = [Option("month", "本月"), Option("quarter", "本季"), Option("year", "本年")]
TOWNS = [Option("a", "永兴街道"), Option("b", "青山镇"), Option("c", "白马乡")]
STEPS = [
    Step("enter", "填报", "53 条记录", "53 条", StepState.DONE),
    Step("check", "审核", "4 处请看一看", "4 处", StepState.HERE),
    Step("make", "出表", "6 份材料", "0 / 6"),
]
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint().expandedTo(QSize(60, 30)))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


@pytest.mark.parametrize("kind", [Segments, Tabs])
def test_one_of_several_is_chosen(appearance: Appearance, qtbot: QtBot, kind: type[ChoiceBar]) -> None:
    bar = kind(PERIODS)
    shown(qtbot, bar)
    told: list[str] = []
    bar.chosen.connect(told.append)
    QTest.mouseClick(bar, LEFT, pos=bar.rects()[1].center())
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert told == ["quarter", "year", "quarter"]
    bar.set_current("month")
    assert bar.current == "month"
    assert len(told) == 3
    with pytest.raises(KeyError):
        bar.set_current("decade")


def test_tabs_turn_by_key_from_anywhere_on_their_page(appearance: Appearance, qtbot: QtBot) -> None:
    page = QWidget()
    bar, box = Tabs(PERIODS, parent=page), SearchBox("找", parent=page)
    shown(qtbot, page)
    box.setFocus()
    told: list[str] = []
    bar.chosen.connect(told.append)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for held in (control, control, control, control | shift):
        QTest.keyClick(box, Qt.Key.Key_Tab, held)
    assert told == ["quarter", "year", "month", "year"]
    bar.hide()
    QTest.keyClick(box, Qt.Key.Key_Tab, control)
    assert bar.current == "year"


def test_a_choice_that_is_gone_falls_back_to_the_first(appearance: Appearance, qtbot: QtBot) -> None:
    bar = Segments(PERIODS, "year")
    qtbot.addWidget(bar)
    bar.set_options(PERIODS[:2])
    assert bar.current == "month"


def test_a_button_says_why_it_cannot_act(appearance: Appearance, qtbot: QtBot) -> None:
    button = HintButton("报送…", icon="send")
    qtbot.addWidget(button)
    button.set_reason("还有 3 条没填完")
    assert not button.isEnabled()
    assert button.toolTip() == button.statusTip() == "还有 3 条没填完"
    button.set_reason("")
    assert button.isEnabled()
    assert button.statusTip() == ""


def test_a_busy_button_stays_disabled_until_both_reasons_are_gone(
    appearance: Appearance, qtbot: QtBot
) -> None:
    button = HintButton("出表", kind="primary")
    qtbot.addWidget(button)
    button.set_busy("正在生成 3 / 6…")
    button.set_reason("没有材料")
    button.set_busy("")
    assert not button.isEnabled()
    button.set_reason("")
    assert button.isEnabled()


def test_hiding_the_key_narrows_a_button_by_its_width(appearance: Appearance, qtbot: QtBot) -> None:
    button = HintButton("本月材料报送", icon="report", hint="Ctrl+R")
    qtbot.addWidget(button)
    full = button.sizeHint().width()
    button.set_hint_shown(False)
    assert button.sizeHint().width() == full - button.hint_width()
    assert button.full_width() == full


def test_an_icon_button_has_a_name_and_its_key(appearance: Appearance, qtbot: QtBot) -> None:
    button = IconButton("filter", "更多筛选", hint="F4")
    qtbot.addWidget(button)
    assert button.accessibleName() == "更多筛选"
    assert button.toolTip() == "更多筛选  F4"


def test_periods_step_and_say_where_they_end(appearance: Appearance, qtbot: QtBot) -> None:
    stepper = PeriodStepper("2026年10月")
    shown(qtbot, stepper)
    told: list[int] = []
    stepper.stepped.connect(told.append)
    before, after = stepper.findChildren(IconButton)
    before.click()
    after.click()
    stepper.set_ends(after="还没到 11 月")
    after.click()
    assert told == [-1, 1]
    assert after.toolTip() == "还没到 11 月"


def test_a_filter_names_its_value_and_can_be_taken_away(appearance: Appearance, qtbot: QtBot) -> None:
    button = FilterButton("乡镇", TOWNS)
    shown(qtbot, button)
    told: list[list[str]] = []
    button.changed.connect(told.append)
    button.set_chosen(["a"])
    assert button.shown == "乡镇：永兴街道"
    button.set_chosen(["c", "b"])
    assert button.shown == "乡镇：2 个"
    assert button.chosen == ("b", "c")
    assert told == []
    QTest.keyClick(button, Qt.Key.Key_Delete)
    assert told == [[]]
    assert button.shown == "乡镇"


def test_the_cross_of_a_filter_clears_it_without_opening_the_list(
    appearance: Appearance, qtbot: QtBot
) -> None:
    button = FilterButton("乡镇", TOWNS)
    button.set_chosen(["a"])
    shown(qtbot, button)
    with qtbot.waitSignal(button.changed) as told:
        QTest.mouseClick(button, LEFT, pos=QPoint(button.width() - 14, button.height() // 2))
    assert told.args == [[]]
    assert button.findChildren(ChoicePopup) == []


def test_the_list_of_a_filter_tells_each_tick(appearance: Appearance, qtbot: QtBot) -> None:
    host = QWidget()
    shown(qtbot, host)
    popup = ChoicePopup(TOWNS, ["b"], host)
    told: list[list[str]] = []
    popup.changed.connect(told.append)
    popup.open_below(host)
    QTest.keyClick(popup._list, Qt.Key.Key_Space)
    QTest.keyClick(popup._list, Qt.Key.Key_Down)
    QTest.keyClick(popup._list, Qt.Key.Key_Space)
    assert told == [["a", "b"], ["a"]]
    QTest.keyClick(popup._list, Qt.Key.Key_Return)
    assert not popup.isVisible()


def test_a_long_list_is_narrowed_by_typing(appearance: Appearance, qtbot: QtBot) -> None:
    host = QWidget()
    shown(qtbot, host)
    popup = ChoicePopup([Option(str(number), f"第{number}村") for number in range(30)], [], host)
    qtbot.addWidget(popup)
    popup.open_below(host)
    popup._narrow.setText("第2")
    rows = [popup._list.item(row) for row in range(30)]
    assert [row.text() for row in rows if not row.isHidden()] == ["第2村", *[f"第2{n}村" for n in range(10)]]


def test_searching_waits_for_a_pause_and_says_each_text_once(appearance: Appearance, qtbot: QtBot) -> None:
    box = SearchBox("找")
    shown(qtbot, box)
    told: list[str] = []
    box.searched.connect(told.append)
    with qtbot.waitSignal(box.searched):
        QTest.keyClicks(box, "dsy")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert told == ["dsy", ""]
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    box.set_text("大树营")
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert told == ["dsy", ""]


def test_enter_goes_on_to_what_was_found(appearance: Appearance, qtbot: QtBot) -> None:
    """Enter searches; once that is done it is the way to the results, and in an empty box it does nothing."""
    box = SearchBox("找")
    shown(qtbot, box)
    left: list[bool] = []
    box.left.connect(lambda: left.append(True))
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "dsy")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert left == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert left == [True]


def test_steps_are_links(appearance: Appearance, qtbot: QtBot) -> None:
    bar = StepBar(STEPS)
    qtbot.addWidget(bar)
    bar.resize(1000, bar.sizeHint().height())
    bar.show()
    told: list[str] = []
    bar.chosen.connect(told.append)
    QTest.mouseClick(bar, LEFT, pos=bar.rects()[2].center())
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    QTest.keyClick(bar, Qt.Key.Key_Return)
    assert told == ["make", "enter"]


def test_a_strip_shows_its_message_until_it_is_cleared(appearance: Appearance, qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    assert strip.text == ""
    strip.show_message(Tone.ERROR, "没存上：磁盘满了。", action="再试一次")
    assert strip.text == "没存上：磁盘满了。"
    with qtbot.waitSignal(strip.acted):
        strip.findChildren(HintButton)[0].click()
    strip.clear()
    assert strip.isHidden()


def test_a_long_message_wraps_inside_its_strip(appearance: Appearance, qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.show_message(Tone.WARN, "上次程序没有正常退出。" * 12, action="接着填")
    strip.resize(600, strip.heightForWidth(600))
    assert strip.height() > 2 * appearance.theme.control
    assert strip.minimumSizeHint().width() < 600


def test_an_empty_state_tells_which_way_was_taken(appearance: Appearance, qtbot: QtBot) -> None:
    empty = EmptyState("visit", "11月还没有走访记录")
    qtbot.addWidget(empty)
    first = empty.add_button("new", "新增走访", kind="primary")
    link = empty.add_button("month", "看 10月的 21 条", kind="link")
    told: list[str] = []
    empty.acted.connect(told.append)
    first.click()
    link.click()
    assert told == ["new", "month"]


def test_a_status_word_takes_no_room_when_there_is_no_status(appearance: Appearance, qtbot: QtBot) -> None:
    word = StatusWord(None, pill=True)
    qtbot.addWidget(word)
    assert word.sizeHint().width() == 0
    word.set_status(status_word.missing(3))
    assert word.accessibleName() == "缺 3 处"
    assert word.sizeHint().width() > 0


def test_the_status_line_gives_way_at_its_left(appearance: Appearance, qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(500, line.sizeHint().height())
    line.set_cell("unit", "示例县政协")
    line.set_message("共 17 场")
    assert line.toolTip() == ""
    line.set_message("共 17 场，" * 20)
    assert line.toolTip() == line.message
    line.set_passing("还有 3 条没填完")
    assert line.message == "还有 3 条没填完"
    line.set_passing("")
    assert line.message.startswith("共 17 场")
    with pytest.raises(KeyError):
        line.set_cell("weather", "晴")


def test_a_month_is_chosen_by_keys(appearance: Appearance, qtbot: QtBot) -> None:
    host = QWidget()
    shown(qtbot, host)
    popup = MonthPopup(2026, 1, host)
    popup.open_below(host)
    told: list[tuple[int, int]] = []
    popup.chosen.connect(lambda year, month: told.append((year, month)))
    QTest.keyClick(popup._months, Qt.Key.Key_Left)
    QTest.keyClick(popup._months, Qt.Key.Key_Up)
    QTest.keyClick(popup._months, Qt.Key.Key_PageDown)
    QTest.keyClick(popup._months, Qt.Key.Key_Return)
    assert told == [(2026, 8)]


def folding_bar() -> FoldingBar:
    bar = FoldingBar()
    bar.add(Segments(PERIODS))
    bar.add(PeriodStepper("2026年10月"))
    bar.add(SearchBox("找"), stretch=1, least_ems=8)
    bar.add(FilterButton("乡镇", TOWNS), fold=3)
    bar.add(FilterButton("品牌", TOWNS), fold=2)
    bar.add_overflow(bar.filter_button)
    bar.add(HintButton("显示列", icon="columns", hint="Ctrl+L"), fold=1)
    bar.add_overflow(bar.more_button)
    return bar


def test_a_bar_folds_hints_then_words_then_tools(appearance: Appearance, qtbot: QtBot) -> None:
    bar = folding_bar()
    qtbot.addWidget(bar)
    bar.show()
    columns, stepper = bar.findChild(HintButton), bar.findChild(PeriodStepper)
    towns, brands = bar.findChildren(FilterButton)
    assert columns is not None
    assert stepper is not None
    seen = []
    for width in range(1200, 300, -10):
        bar.resize(width, 30)
        state = (
            columns.sizeHint().width() < columns.full_width(),
            stepper.sizeHint().width() < stepper.full_width(),
            columns.isHidden(),
            brands.isHidden(),
            towns.isHidden(),
        )
        if state not in seen:
            seen.append(state)
    assert seen == [tuple(place < count for place in range(5)) for count in range(6)]
    assert not bar.filter_button.isHidden()
    assert not bar.more_button.isHidden()
    bar.resize(1200, 30)
    assert bar.filter_button.isHidden()
    assert not towns.isHidden()


def test_a_bar_without_a_place_for_the_folded_opens_no_window_for_it(
    appearance: Appearance, qtbot: QtBot
) -> None:
    bar = FoldingBar()
    qtbot.addWidget(bar)
    bar.add(HintButton("显示列", icon="columns", hint="Ctrl+L"))
    words = HintButton("今天 10月28日 星期三")
    bar.add(words, fold=1)
    bar.show()
    bar.resize(60, 30)
    assert words.isHidden()
    assert bar.more_button.isHidden()


def test_a_bar_never_overruns_its_width(appearance: Appearance, qtbot: QtBot) -> None:
    bar = folding_bar()
    qtbot.addWidget(bar)
    bar.show()
    for points in BASE_SIZES:
        appearance.set_base(points)
        for width in range(1200, 45 * appearance.theme.em, -37):
            bar.resize(width, 42)
            bar._row.activate()
            parts = [part for part in bar.findChildren(QWidget) if part.parent() is bar and part.isVisible()]
            assert max(part.geometry().right() for part in parts) < width
            assert all(
                part.width() >= part.sizeHint().width() for part in parts if isinstance(part, Segments)
            )


NAVIGATION = [
    Destination("month", "month", "本月工作", "本月", hint="Ctrl+1"),
    Destination("meeting", "meeting", "协商在基层", "协商", "记录"),
    Destination("settings", "settings", "设置", "设置", last=True),
]


def test_navigation_asks_and_is_marked_by_the_window(appearance: Appearance, qtbot: QtBot) -> None:
    bar = NavigationBar(NAVIGATION)
    shown(qtbot, bar)
    told: list[str] = []
    bar.chosen.connect(told.append)
    _first, second, last = bar._items.values()
    QTest.mouseClick(second, LEFT)
    assert told == ["meeting"]
    assert not second.isChecked()
    bar.set_here("meeting")
    bar.focus_here()
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert told == ["meeting", "settings"]


def test_a_rail_is_narrow_and_keeps_its_names(appearance: Appearance, qtbot: QtBot) -> None:
    bar = NavigationBar(NAVIGATION)
    qtbot.addWidget(bar)
    assert bar.width() == appearance.theme.px(13)
    bar.set_rail(True)
    assert bar.width() == appearance.theme.px(4.6)
    bar.set_badge("month", 3)
    assert bar._items["month"].accessibleDescription() == "3 条要补"


def test_badges_and_the_keyboard_outlive_new_names(appearance: Appearance, qtbot: QtBot) -> None:
    bar = NavigationBar(NAVIGATION)
    shown(qtbot, bar)
    bar.set_badge("month", 3)
    bar.set_destinations(NAVIGATION)
    bar.focus_here()
    before = dict(bar._items)
    bar.set_destinations(NAVIGATION)
    assert bar._items == before
    bar.set_destinations([replace(one, text=f"新{one.text}") for one in NAVIGATION])
    assert bar._items["month"].accessibleDescription() == "3 条要补"


def test_sixteen_kinds_can_be_scrolled_to(appearance: Appearance, qtbot: QtBot) -> None:
    bar = NavigationBar([Destination(str(n), "flag", f"第{n}类", "类") for n in range(24)])
    qtbot.addWidget(bar)
    bar.resize(bar.width(), 500)
    bar.show()
    assert bar._area.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_everything_paints_in_every_look_and_size(appearance: Appearance, qtbot: QtBot, look: Look) -> None:
    appearance.set_look(look)
    widgets = [
        HintButton("保存", icon="save", hint="Ctrl+S", kind="primary"),
        NewRecordButton("新增协商活动", icon="meeting", hint="Alt+1", note="上一条 10月27日"),
        StepBar(STEPS),
        Sparkbars((1, None, 0, 7)),
        NavigationBar(NAVIGATION),
        StatusLine(),
    ]
    for widget in widgets:
        qtbot.addWidget(widget)
    for points in BASE_SIZES:
        appearance.set_base(points)
        for widget in widgets:
            widget.resize(400, max(60, widget.sizeHint().height()))
            image = widget.grab().toImage()
            across, down = range(0, image.width(), 3), range(0, image.height(), 3)
            colors = {image.pixel(x, y) for x in across for y in down}
            assert len(colors) > 1, widget


def test_no_data_is_a_gap_and_nothing_a_line(appearance: Appearance, qtbot: QtBot) -> None:
    bars = Sparkbars((None, 0, 10, 5))
    qtbot.addWidget(bars)
    bars.resize(80, 20)
    image = bars.grab().toImage()
    spark, accent = appearance.theme.color("spark"), appearance.theme.color("accent")
    assert image.pixelColor(5, 19) not in (spark, accent)
    assert image.pixelColor(25, 19) == spark
    assert image.pixelColor(25, 15) != spark
    assert image.pixelColor(45, 2) == spark
    assert image.pixelColor(65, 19) == accent
    assert image.pixelColor(65, 5) != accent


@pytest.mark.parametrize(
    ("tone", "action", "stays"),
    [(Tone.OK, "", False), (Tone.OK, "打开这条", False), (Tone.OK, UNDO, True), (Tone.ERROR, "", True)],
)
def test_what_went_well_is_not_said_again_on_coming_back(
    appearance: Appearance, qtbot: QtBot, tone: Tone, action: str, stays: bool
) -> None:
    stack, page, strip = QStackedWidget(), QWidget(), Strip()
    QVBoxLayout(page).addWidget(strip)
    stack.addWidget(page)
    stack.addWidget(QWidget())
    qtbot.addWidget(stack)
    strip.show_message(tone, "恢复了 1 条协商活动。", action=action)
    stack.show()
    assert strip.isVisible()
    stack.setCurrentIndex(1)
    stack.setCurrentIndex(0)
    assert bool(strip.text) is stays
