"""The window leads between pages, asks before leaving, and offers each action only where it can act."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.errors import AppError
from app.ui.actions import ACTIONS, MENUS
from app.ui.appearance import Appearance
from app.ui.application import speak_chinese
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.keys import KeysDialog
from app.ui.dialogs.message import CANCEL, Answer, MessageDialog
from app.ui.menus import NewRecord
from app.ui.operations import Operations
from app.ui.pages.page import Command, Page, PageEntry, PageLink
from app.ui.theme import Layout
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.search_box import SearchBox
from app.ui.window import MainWindow

CLOCK = FixedClock(datetime(2026, 10, 28, 14, 3))


class Sheet(Page):
    """A page that notes what happens to it."""

    def __init__(self, context: dict[str, Any]) -> None:
        super().__init__()
        self.opened: list[dict[str, Any]] = []
        self.refreshed = 0
        self.done: list[str] = []
        self.may_leave = True
        self.trouble: AppError | None = None
        self.args_now: dict[str, Any] | None = None
        self.fitted: list[Layout] = []
        self.field = SearchBox("找", parent=self)
        QVBoxLayout(self).addWidget(self.field)
        self.offered: dict[str, Command] = {"save": self._save, "export": "没有记录可以导出"}
        context.setdefault("made", []).append(self)

    def open(self, **args: Any) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.opened.append(args)
        self.say(f"共 {len(self.opened)} 次")

    def refresh(self) -> None:
        self.refreshed += 1

    def can_leave(self) -> bool:
        return self.may_leave

    def turned_to(self) -> Mapping[str, Any] | None:
        return self.args_now

    def commands(self) -> Mapping[str, Command]:
        return self.offered

    def fit(self, layout: Layout) -> None:
        self.fitted.append(layout)

    def first_focus(self) -> None:
        self.field.setFocus()

    def _save(self) -> None:
        self.done.append("save")


ENTRIES = (
    PageEntry("month", "month", "本月工作", "本月", "", Sheet),
    PageEntry("meetings", "meeting", "协商在基层", "协商", "记录", Sheet),
    PageEntry("meeting", "meeting", "协商活动", "协商", "", Sheet, under="meetings", passing=True),
    PageEntry("visit", "visit", "委员走访", "走访", "", Sheet, under="meetings", passing=True),
    PageEntry("paper", "print", "会议记录", "打印", "", Sheet, under="meetings"),
    PageEntry("settings", "settings", "设置", "设置", "", Sheet, last=True),
)


@pytest.fixture
def window(appearance: Appearance, qtbot: QtBot) -> Iterator[MainWindow]:
    operations = Operations()
    records = (NewRecord("新增协商活动", "meeting", PageLink("meeting", {"uuid": None})),)
    made = MainWindow(appearance, operations, ENTRIES, {}, clock=CLOCK, new_records=records)
    qtbot.addWidget(made, before_close_func=_let_go)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    made.go(PageLink("month"))
    yield made
    operations.finish()


def _let_go(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    for page in window.findChildren(Sheet):
        page.may_leave = True


def here(window: MainWindow) -> Sheet:
    page = window.page
    assert isinstance(page, Sheet)
    return page


def test_pages_are_made_when_first_gone_to_and_kept(window: MainWindow) -> None:
    first = here(window)
    window.go(PageLink("meetings", {"period": "2026-10"}))
    assert here(window).opened == [{"period": "2026-10"}]
    window.go(PageLink("month"))
    assert here(window) is first
    assert len(first.opened) == 2
    assert len(window._context["made"]) == 2


def test_a_page_that_will_not_be_left_stays(window: MainWindow) -> None:
    page = here(window)
    page.may_leave = False
    assert not window.go(PageLink("meetings"))
    assert here(window) is page
    assert not window.close()
    page.may_leave = True
    assert window.go(PageLink("meetings"))


def test_back_returns_with_what_was_open(window: MainWindow) -> None:
    window.go(PageLink("meetings", {"period": "2026-09"}))
    window.go(PageLink("meeting", {"uuid": "0b1f"}))
    here(window).back_requested.emit()
    assert here(window).opened[-1] == {"period": "2026-09"}
    assert window.back()
    assert not window.back()


def test_back_returns_to_what_a_page_turned_to(window: MainWindow) -> None:
    """A new record that was saved, then printed: the paper leads back to it, not to an empty form."""
    window.go(PageLink("meeting", {"uuid": None}))
    here(window).args_now = {"uuid": "0b1f"}
    window.go(PageLink("paper"))
    assert window.back()
    assert here(window).opened[-1] == {"uuid": "0b1f"}


def test_back_never_leads_from_one_form_to_another(window: MainWindow) -> None:
    window.go(PageLink("meetings"))
    window.go(PageLink("meeting", {"uuid": "0b1f"}))
    window.go(PageLink("visit", {"uuid": None}))
    window.go(PageLink("paper"))
    assert window.back()
    assert here(window).opened[-1] == {"uuid": None}
    assert window.back()
    assert window.here == PageLink("meetings")


def test_who_goes_to_a_page_that_cannot_open_stays_where_he_was(window: MainWindow, qtbot: QtBot) -> None:
    month = here(window)
    window.go(PageLink("meetings"))
    meetings = here(window)
    assert window.back()
    meetings.trouble = AppError("台账现在读不出来。")
    for _ in range(2):
        with qtbot.capture_exceptions() as raised:
            QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert [str(error) for _, error, _ in raised] == ["台账现在读不出来。"]
    assert here(window) is month
    seen = month.refreshed
    window._operations.changed.emit()
    assert month.refreshed == seen + 1
    window.go(PageLink("settings"))
    assert window.back()
    assert here(window) is month
    assert not window.back()


def test_back_that_cannot_open_can_be_tried_again(window: MainWindow) -> None:
    month = here(window)
    window.go(PageLink("meetings"))
    month.trouble = AppError("台账现在读不出来。")
    with pytest.raises(AppError):
        window.back()
    month.trouble = None
    assert window.back()
    assert here(window) is month


def test_a_form_keeps_its_list_marked(window: MainWindow) -> None:
    window.go(PageLink("meeting"))
    assert [key for key, item in window.navigation._items.items() if item.isChecked()] == ["meetings"]


@pytest.mark.parametrize(("key", "page"), [("1", "month"), ("2", "meetings"), ("3", "settings")])
def test_control_and_a_digit_go_to_pages(window: MainWindow, qtbot: QtBot, key: str, page: str) -> None:
    window.go(PageLink("meeting"))
    QTest.keyClick(here(window).field, Qt.Key(ord(key)), Qt.KeyboardModifier.ControlModifier)
    assert window.here is not None
    assert window.here.page == page


def test_alt_and_a_digit_start_a_record(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(here(window).field, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.here == PageLink("meeting", {"uuid": None})


def test_an_action_acts_only_where_the_page_answers(window: MainWindow, qtbot: QtBot) -> None:
    page = here(window)
    QTest.keyClick(page.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.field, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.done == ["save"]
    assert not window.menus.action("carry_over").isEnabled()
    export = window.menus.action("export")
    assert not export.isEnabled()
    assert export.statusTip() == "没有记录可以导出"
    QTest.keyClick(page.field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.status.message == "没有记录可以导出"
    page.offered = {}
    page.commands_changed.emit()
    assert not window.menus.action("save").isEnabled()


def test_a_command_reaches_the_page_in_sight(window: MainWindow) -> None:
    first = here(window)
    window.go(PageLink("meetings"))
    assert window.menus.trigger("save")
    assert first.done == []
    assert here(window).done == ["save"]


def test_the_status_line_says_what_the_page_in_sight_says(window: MainWindow) -> None:
    first = here(window)
    window.go(PageLink("meetings"))
    first.say("别处")
    assert window.status.message == "共 1 次"
    here(window).say("共 17 场")
    assert window.status.message == "共 17 场"


def test_a_write_is_told_with_its_time_and_refreshes_the_page(window: MainWindow) -> None:
    first = here(window)
    window.go(PageLink("meetings"))
    second = here(window)
    window._operations.run(lambda: None)
    window._operations.wait()
    assert window.status._cells["saved"] == "已保存 14:03"
    assert (first.refreshed, second.refreshed) == (0, 1)
    window.go(PageLink("month"))
    assert first.refreshed == 1


def test_font_size_changes_by_key_everywhere(
    window: MainWindow, qtbot: QtBot, appearance: Appearance
) -> None:
    field = here(window).field
    control = Qt.KeyboardModifier.ControlModifier
    for key, size in ((Qt.Key.Key_Equal, 12), (Qt.Key.Key_Plus, 14), (Qt.Key.Key_Minus, 12)):
        QTest.keyClick(field, key, control)
        assert appearance.base_pt == size


def test_the_layout_follows_width_and_size(window: MainWindow, appearance: Appearance) -> None:
    page = here(window)
    assert window.layout_now is Layout.NORMAL
    window.resize(1920, 1000)
    appearance.set_base(14)
    assert page.fitted == [Layout.NORMAL, Layout.WIDE, Layout.NARROW]
    assert window.minimumWidth() == 1320
    assert window.navigation.width() == appearance.theme.px(4.6)


def test_control_k_goes_to_the_search_and_asks(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(here(window).field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.hasFocus()
    with qtbot.waitSignal(window.search_requested) as told:
        QTest.keyClicks(window.top.search, "zw")
    assert told.args == ["zw"]


def test_a_demo_store_says_so(appearance: Appearance, qtbot: QtBot) -> None:
    operations = Operations()
    made = MainWindow(appearance, operations, ENTRIES, {}, clock=CLOCK, demo=True)
    qtbot.addWidget(made)
    assert made.windowTitle() == "政协履职台账 — 示例数据"
    operations.finish()


def test_pages_take_the_office_s_own_words(window: MainWindow) -> None:
    window.set_texts({"meetings": "有事好商量"})
    assert window.navigation._items["meetings"].text() == "有事好商量"
    assert window.navigation._items["month"].isChecked()


def test_program_actions_nobody_answers_are_not_shown(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.menus.action("backup")


def test_f1_is_help_on_every_page(window: MainWindow) -> None:
    (asked,) = (action for action in ACTIONS if "F1" in action.keys)
    assert window.menus.action(asked.key).isEnabled()


def test_no_two_actions_share_a_key() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert {action.menu for action in ACTIONS} <= {key for key, _text in MENUS}
    assert len({action.key for action in ACTIONS}) == len(ACTIONS)


def test_a_message_answers_with_the_verb_pressed(appearance: Appearance, qtbot: QtBot) -> None:
    answers = (Answer("again", "再试一次", "primary", safe=True), Answer("aside", "另存一份"), CANCEL)
    dialog = MessageDialog(
        None, "没能写出“10月月报.docx”", "它在 WPS 里打开着。", answers=answers, details="x"
    )
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [button.text() for button in dialog.findChildren(HintButton)]
    assert texts == ["显示详情…", "再试一次", "另存一份", "取消"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.answer == "again"


def test_esc_gives_no_answer(appearance: Appearance, qtbot: QtBot) -> None:
    dialog = MessageDialog(None, "改过了", answers=(Answer("save", "保存", "primary"), CANCEL))
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.answer == ""
    assert not dialog.isVisible()


def test_a_crash_can_be_copied(appearance: Appearance, qtbot: QtBot) -> None:
    from PySide6.QtGui import QGuiApplication

    dialog = CrashDialog(None, "Traceback: boom")
    qtbot.addWidget(dialog)
    copy = next(button for button in dialog.findChildren(HintButton) if button.text() == "复制详情")
    copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback: boom"
    assert copy.text() == "已复制"


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda window: window._operations.refused.emit(AppError("磁盘满了。")), MessageDialog),
        (lambda window: window._operations.crashed.emit("Traceback"), CrashDialog),
        (lambda window: window.menus.trigger("keys"), KeysDialog),
    ],
)
def test_what_must_be_told_is_told_and_released(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, act: Callable[[MainWindow], object], kind: type
) -> None:
    seen = []
    monkeypatch.setattr(kind, "exec", lambda dialog: seen.append(type(dialog)))
    act(window)
    assert seen == [kind]


def test_qt_speaks_the_clerks_chinese(appearance: Appearance, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translator = speak_chinese(app)
    assert translator is not None
    buttons = QMessageBox.StandardButton
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(buttons.Discard | buttons.Cancel)
    texts = [box.button(button).text() for button in (buttons.Discard, buttons.Cancel)]
    app.removeTranslator(translator)
    assert [text.split("(")[0] for text in texts] == ["不保存", "取消"]
