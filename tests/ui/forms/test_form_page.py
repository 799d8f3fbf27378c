"""The form of a record by keyboard: typed, checked, saved, left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from app.errors import Level
from app.models import RECORDS, Record
from app.models.system import Change
from app.services.office import Office
from app.ui.forms import leaving
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.window import MainWindow
from tests.office import uuids
from tests.ui.forms.hands import CTRL, NONE, SHIFT, Hands, Key

Opener = Callable[..., FormPage]

MEETING = {
    "happened_on": "2026-10-14", "topic": "电动车充电桩建在哪", "township": "永兴街道",
    "village": "大树营社区", "place": "议事厅", "host": "周建国", "recorder": "王秀兰", "began_at": "14:30",
    "members": ["陈志明"], "people": {"masses": 23},
}  # fmt: skip


def add(office: Office, **other: Any) -> str:
    return office.records.add("meeting", [MEETING | other], draft=True)[0].uuid


def changes(office: Office) -> int:
    with office.store.reading() as session:
        return session.execute(select(func.count()).select_from(Change)).scalar() or 0


def answer(monkeypatch: pytest.MonkeyPatch, what: str) -> list[str]:
    asked: list[str] = []

    def ask(_parent: object, title: str, *_args: object, **_kwargs: object) -> str:
        asked.append(title)
        return what

    monkeypatch.setattr(leaving, "ask", ask)
    return asked


def test_a_meeting_is_typed_and_saved_with_the_keyboard_alone(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting")
    assert hands.field == "会议议题"
    hands.enter("小区充电桩建在哪", "", "yb", "pf")
    hands.enter("12", "1430", "16:40", "大树营社区议事厅")
    hands.enter("yx", "dsy", "周建国", "王秀兰")
    assert hands.field == "参加委员"
    hands.enter("czm", "zyq", "")
    hands.enter("2", "", "6", "23")
    hands.press(Key.Key_Return, times=8)
    hands.enter("先建四处充电棚", "街道办", "12.31")
    hands.press(Key.Key_S, CTRL)
    operations.wait()

    saved = office.records.load("meeting", page.draft.record.uuid)
    assert saved.status == "registered"
    values = saved.values
    assert values["topic"] == "小区充电桩建在哪"
    assert (values["brand"], values["focus"]) == ("courtyard", "law")
    assert values["happened_on"] == dt.date(2026, 10, 12)
    assert (values["began_at"], values["finished_at"]) == (dt.time(14, 30), dt.time(16, 40))
    assert (values["township"].label, values["village"].label) == ("永兴街道", "大树营社区")
    assert [entry["member"].label for entry in values["members"]] == ["陈志明", "赵雅琴"]
    assert values["people"] == {"leaders": 2, "cadres": 6, "masses": 23}
    assert values["consensus"][0]["task"]["unit"] == "街道办"
    assert values["consensus"][0]["task"]["deadline"] == dt.date(2026, 12, 31)
    assert not page.work.is_dirty


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
def test_an_untouched_form_of_any_kind_writes_nothing(
    model: type[Record], open_form: Opener, office: Office, operations: Operations, window: MainWindow,
    hands: Hands, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asked = answer(monkeypatch, "")
    before = changes(office)
    there = list(uuids(office, model.key).values()) if model.key != "zero_report" else []
    for uuid in [None, *there[:1]]:
        page = open_form(model.key, uuid)
        page.work.fold()
        hands.press(Key.Key_Tab, times=12)
        hands.press(Key.Key_Return, times=6)
        hands.press(Key.Key_Tab, SHIFT, times=8)
        if uuid:
            page.save()
        assert not page.work.is_dirty
        assert page.can_leave()
    operations.wait()
    assert changes(office) == before
    assert not asked


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
def test_the_quick_form_of_any_kind_has_at_most_fifteen_fields(
    model: type[Record], open_form: Opener
) -> None:
    page = open_form(model.key)
    assert 0 < len(page.view.sheet.editors) <= 15
    quick = list(page.view.sheet.editors)
    page.work.fold()
    assert [key for key in page.view.sheet.editors if key in quick] == quick
    assert len(page.view.sheet.editors) >= len(quick)


def test_leaving_with_changes_asks_and_stays_when_told(
    open_form: Opener, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_form("meeting")
    hands.type("半句话")
    asked = answer(monkeypatch, "stay")
    hands.press(Key.Key_Escape)
    assert asked == ["这条协商活动改过了，还没保存"]
    assert window.page is page
    answer(monkeypatch, "discard")
    hands.press(Key.Key_Escape)
    assert window.page is not page


def test_leaving_by_saving_keeps_a_draft(
    open_form: Opener, window: MainWindow, office: Office, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_form("meeting")
    hands.enter("先记一笔")
    page.view.sheet.begin_at(("happened_on",))
    hands.enter("10.12")
    answer(monkeypatch, "save")
    hands.press(Key.Key_Escape)
    assert window.page is not page
    assert office.records.load("meeting", page.draft.record.uuid).status == "draft"


def test_what_cannot_be_saved_keeps_the_form_and_says_where(
    open_form: Opener, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting")
    hands.enter("没有日期的会")
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    QApplication.processEvents()
    assert page.draft.is_new
    assert page.view.message.text
    assert hands.field == "日期"
    assert "happened_on" in {problem.key for problem in page.draft.shown}
    assert page.draft.values["topic"] == "没有日期的会"


def test_text_that_cannot_be_read_stays_and_is_said_beside_the_field(
    open_form: Opener, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting")
    hands.enter("一场会")
    page.view.sheet.begin_at(("happened_on",))
    hands.type("13.40")
    assert page.draft.shown == ()
    hands.press(Key.Key_Return)
    day = page.view.sheet.editors["happened_on"]
    assert day.line.text() == "13.40"
    assert [problem.key for problem in page.draft.shown] == ["happened_on"]
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    assert page.draft.is_new
    assert hands.field == "日期"
    hands.type("12")
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    assert not page.draft.is_new


def test_text_that_cannot_be_read_outlives_folding_and_is_found_again(
    open_form: Opener, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting")
    page.work.fold()
    page.view.sheet.begin_at(("reported_on",))
    hands.enter("13.40")
    page.work.fold()
    assert page.work.is_dirty
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    assert page.draft.is_new
    assert hands.field == "报送信息日期"
    assert hands.at.text() == "13.40"  # type: ignore[attr-defined]


def test_missing_things_are_red_only_after_a_first_save_or_when_opened_again(
    open_form: Opener, operations: Operations, office: Office, hands: Hands
) -> None:
    page = open_form("meeting")
    hands.press(Key.Key_Tab, times=4)
    assert page.draft.shown == ()
    assert {problem.key for problem in page.draft.to_count()} >= {"topic", "happened_on"}
    again = open_form("meeting", add(office, recorder=None))
    assert {problem.key for problem in again.draft.shown} >= {"recorder"}
    assert again.draft.to_print()[0].level is Level.DOCUMENT


def test_a_form_opened_to_be_mended_begins_at_the_field(
    open_form: Opener, office: Office, hands: Hands
) -> None:
    agreed = [{"text": "建棚", "task": {"unit": "住建局", "deadline": "2026-12-31"}},
              {"text": "巡查", "task": {"deadline": "2026-12-31"}}]  # fmt: skip
    uuid = add(office, headcount=50, recorder=None, consensus=agreed)
    page = open_form("meeting", uuid, field="consensus")
    assert hands.field == "责任单位"
    assert page.view.sheet.editors["consensus"].isVisible()
    open_form("meeting", uuid, field="headcount")
    assert hands.field == "合计人数"
    open_form("meeting", uuid, field="village")
    assert hands.field == "村（社区）"
    open_form("meeting", uuid)
    assert hands.field == "会议议题"


def test_f8_goes_from_problem_to_problem_and_unfolds(open_form: Opener, office: Office, hands: Hands) -> None:
    uuid = add(office, headcount=50, consensus=[{"text": "建棚", "task": {"deadline": "2026-12-31"}}])
    page = open_form("meeting", uuid)
    assert "headcount" not in page.view.sheet.editors
    hands.press(Key.Key_F8)
    assert page.view.sheet.whole
    assert hands.field == "合计人数"
    hands.press(Key.Key_F8)
    assert hands.field == "责任单位"
    hands.press(Key.Key_F8)
    assert hands.field == "合计人数"
    hands.press(Key.Key_F8, SHIFT)
    assert hands.field == "责任单位"


def test_save_and_next_begins_an_empty_record(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting", add(office))
    first = page.draft.record.uuid
    hands.type("改过的议题")
    hands.press(Key.Key_Return, CTRL)
    operations.wait()
    assert page.draft.is_new
    assert hands.field == "会议议题"
    assert office.records.load("meeting", first).values["topic"] == "改过的议题"


def test_carrying_over_takes_place_and_people_but_no_date_and_can_be_undone(
    open_form: Opener, office: Office, hands: Hands
) -> None:
    add(office, brand="院坝协商", focus="绿美乡村")
    page = open_form("meeting")
    hands.enter("下一场")
    hands.press(Key.Key_D, CTRL)
    values = page.draft.values
    assert (values["place"], values["host"], values["brand"]) == ("议事厅", "周建国", "courtyard")
    assert [entry["member"].label for entry in values["members"]] == ["陈志明"]
    assert (values["topic"], values["happened_on"], values["people"]) == ("下一场", None, {})
    hands.press(Key.Key_Z, CTRL)
    assert page.draft.values["place"] is None
    assert page.draft.values["topic"] == "下一场"


def test_page_keys_go_to_the_neighbours_of_the_list(open_form: Opener, office: Office, hands: Hands) -> None:
    both = [add(office, topic=name) for name in ("第一场", "第二场")]
    page = open_form("meeting", both[0], siblings=both)
    hands.press(Key.Key_PageDown)
    assert page.draft.record.title == "第二场"
    hands.press(Key.Key_PageDown)
    assert page.draft.record.title == "第二场"
    hands.press(Key.Key_PageUp)
    assert page.draft.record.title == "第一场"


def test_ctrl_arrows_go_from_section_to_section(open_form: Opener, hands: Hands) -> None:
    open_form("meeting")
    hands.press(Key.Key_Down, CTRL)
    assert hands.field == "参加委员"
    hands.press(Key.Key_Down, CTRL)
    assert hands.field == "共识事项"
    hands.press(Key.Key_Up, CTRL)
    assert hands.field == "参加委员"


def test_f6_keeps_the_field_in_work(open_form: Opener, hands: Hands) -> None:
    page = open_form("meeting")
    page.view.sheet.begin_at(("place",))
    assert page.status_text.endswith("F6 完整填写")
    hands.press(Key.Key_F6)
    assert page.view.sheet.whole
    assert hands.field == "地点"
    assert page.status_text.endswith("F6 只看常用的")
    hands.press(Key.Key_F6)
    assert not page.view.sheet.whole
    assert hands.field == "地点"
    assert page.status_text.endswith("F6 完整填写")


def test_tab_and_enter_go_the_same_way_and_end_at_the_save_button(open_form: Opener, hands: Hands) -> None:
    page = open_form("livelihood_deed")
    order = {NONE: [], CTRL: []}
    for way, key in ((NONE, Key.Key_Return), (CTRL, Key.Key_Tab)):
        page.first_focus()
        while hands.at is not page.view.header.save:
            order[way].append(hands.field)
            hands.press(key)
    assert order[NONE] == order[CTRL]
    assert order[NONE] == [editor.spec.label for editor in page.view.sheet.editors.values()]


def test_a_village_brings_its_township_and_another_township_drops_it(open_form: Opener, hands: Hands) -> None:
    page = open_form("meeting")
    page.view.sheet.begin_at(("village",))
    hands.enter("qsc")
    assert page.draft.values["township"].label == "青山镇"
    page.view.sheet.begin_at(("township",))
    hands.enter("dhz")
    assert page.draft.values["township"].label == "大河镇"
    assert page.draft.values["village"] is None


def test_printing_saves_first(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting", add(office))
    wanted: list[tuple[str, str]] = []
    page.print_requested.connect(lambda kind, uuid: wanted.append((kind, uuid)))
    hands.type("改过的议题")
    hands.press(Key.Key_P, CTRL)
    operations.wait()
    assert wanted == [("meeting", page.draft.record.uuid)]
    assert not page.work.is_dirty


def test_a_record_changed_elsewhere_is_not_overwritten_and_the_typing_stays(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    uuid = add(office)
    page = open_form("meeting", uuid)
    hands.type("我改的")
    other = office.records.load("meeting", uuid)
    other.values["place"] = "别处改的"
    office.records.save(other)
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    assert "刚在别处改过" in page.view.message.text
    assert page.draft.values["topic"] == "我改的"
    assert page.work.is_dirty


def test_an_untouched_form_shows_what_was_changed_elsewhere(
    open_form: Opener, office: Office, operations: Operations
) -> None:
    uuid = add(office)
    page = open_form("meeting", uuid)
    other = office.records.load("meeting", uuid)
    other.values["place"] = "别处改的"
    operations.run(lambda: office.records.save(other))
    operations.wait()
    assert page.view.sheet.editors["place"].value() == "别处改的"


def test_typing_during_a_save_is_kept(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting", add(office))
    hands.type("先改成这样")
    page.save()
    page.view.sheet.begin_at(("place",))
    hands.type("又打了地点")
    operations.wait()
    assert page.draft.values["place"] == "又打了地点"
    assert page.work.is_dirty
    page.save()
    operations.wait()
    saved = office.records.load("meeting", page.draft.record.uuid).values
    assert (saved["topic"], saved["place"]) == ("先改成这样", "又打了地点")


def test_deleting_goes_back_and_says_what_went(
    open_form: Opener, office: Office, operations: Operations, window: MainWindow
) -> None:
    page = open_form("meeting", add(office))
    gone: list[tuple[str, str]] = []
    uuid = page.draft.record.uuid
    page.deleted.connect(lambda kind, which: gone.append((kind, which)))
    page.delete()
    operations.wait()
    assert gone == [("meeting", uuid)]
    assert window.page is not page
    assert office.records.undelete("meeting", [uuid]) == 1


def test_a_deleted_record_is_said_not_crashed_on(open_form: Opener) -> None:
    page = open_form("meeting", "0" * 32)
    assert "可能已经删除" in page.view.message.text
    assert page.draft.is_new


def test_unfinished_letters_of_an_input_method_are_left_alone(
    open_form: Opener, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting")
    hands.compose("xiaoqu")
    page.work.check()
    topic = page.view.sheet.editors["topic"]
    assert topic.composing
    assert topic.line.text() == ""
    hands.commit("小区")
    assert not topic.composing
    assert page.draft.values["topic"] == "小区"


def test_the_focused_field_is_in_sight(open_form: Opener, hands: Hands) -> None:
    page = open_form("meeting")
    page.work.fold()
    sheet = page.view.sheet
    for _ in range(40):
        hands.press(Key.Key_Tab)
        if hands.at is page.view.header.save:
            break
        top = hands.at.mapTo(sheet.viewport(), hands.at.rect().topLeft()).y()
        assert 0 <= top <= sheet.viewport().height() - 10, hands.field


def test_what_lacks_far_down_is_in_sight_when_the_record_is_opened_for_it(
    open_form: Opener, office: Office
) -> None:
    rows = [{"text": "建棚" * 40, "task": {"unit": "住建局"}}] * 5 + [{"text": "公示" * 40, "task": {}}]
    page = open_form("meeting", add(office, consensus=rows), field="consensus")
    QApplication.processEvents()
    sheet, focused = page.view.sheet, QApplication.focusWidget()
    assert focused is not None
    top = focused.mapTo(sheet.viewport(), QPoint(0, 0)).y()
    assert sheet.current_key == "consensus"
    assert 0 <= top <= sheet.viewport().height() - focused.height()
