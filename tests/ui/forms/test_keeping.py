"""What is typed into a form and not saved: kept at most two seconds behind, offered again, put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer

from app.services.office import Office
from app.services.unsaved import Unsaved
from app.ui.forms import leaving
from app.ui.forms.child_table import ChildTable
from app.ui.forms.people_editor import PeopleEditor
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.window import MainWindow
from tests.ui.forms.hands import CTRL, Hands, Key
from tests.ui.forms.test_form_page import add

Opener = Callable[..., FormPage]


def names(office: Office) -> list[str]:
    return office.store.unsaved.names()


def titles(office: Office) -> list[str]:
    return [offer.title for offer in Unsaved(office.store, office.clock, office.records).all()]


def answer(monkeypatch: pytest.MonkeyPatch, what: str) -> list[str]:
    asked: list[str] = []

    def ask(_parent: object, _title: str, text: str, **_kwargs: object) -> str:
        asked.append(text)
        return what

    monkeypatch.setattr(leaving, "ask", ask)
    return asked


# how far behind


def test_what_is_typed_is_kept_within_two_seconds_and_while_typing_goes_on(
    open_form: Opener, office: Office, hands: Hands, qtbot: Any
) -> None:
    page = open_form("meeting")
    page.work.fold()
    page.view.sheet.begin_at(("background",))
    clock = QElapsedTimer()
    clock.start()

    def typed_and_kept() -> bool:
        hands.type("a")
        return bool(names(office))

    qtbot.waitUntil(typed_and_kept, timeout=2000)
    assert clock.elapsed() <= 2000
    (offer,) = office.unsaved.all()
    assert office.unsaved.take(offer.key).values["background"].startswith("aaa")


def test_an_untouched_form_and_one_put_back_as_it_was_keep_nothing(
    open_form: Opener, office: Office, hands: Hands, kept: Callable[[FormPage], None]
) -> None:
    page = open_form("meeting", add(office))
    kept(page)
    assert not office.store.folder.unsaved.exists()
    hands.type("改过的议题")
    kept(page)
    assert titles(office) == ["改过的议题"]
    hands.press(Key.Key_Z, CTRL)
    kept(page)
    assert names(office) == []


def test_saving_and_leaving_on_purpose_end_it(
    open_form: Opener, office: Office, operations: Operations, hands: Hands, window: MainWindow,
    kept: Callable[[FormPage], None], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = open_form("meeting", add(office))
    hands.type("改过的议题")
    kept(page)
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    operations.keeper.wait()
    assert names(office) == []
    hands.type("又改了")
    kept(page)
    assert titles(office) == ["改过的议题又改了"]
    answer(monkeypatch, "discard")
    hands.press(Key.Key_Escape)
    operations.keeper.wait()
    assert window.page is not page
    assert names(office) == []


def test_what_is_typed_during_a_save_is_kept_for_the_record_it_made(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    page = open_form("meeting")
    page.view.sheet.begin_at(("happened_on",))
    hands.enter("10.12")
    page.view.sheet.begin_at(("topic",))
    hands.type("先存一下")
    page.save()
    page.view.sheet.begin_at(("place",))
    hands.type("又打了地点")
    operations.wait()
    operations.keeper.wait()
    (offer,) = office.unsaved.all()
    assert offer.uuid == page.draft.record.uuid != ""
    assert office.unsaved.take(offer.key).values == {"place": "又打了地点"}


def test_closing_keeps_for_next_time_when_told(
    open_form: Opener, office: Office, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_form("meeting")
    hands.type("还没填完")
    asked = answer(monkeypatch, "stay")
    assert not page.can_close()
    assert asked == ["留到下次的话，下次打开软件可以接着填；保存以前不算数。"]
    answer(monkeypatch, "keep")
    assert page.can_close()
    assert titles(office) == ["还没填完"]


def test_closing_stays_when_it_cannot_be_kept(
    open_form: Opener, office: Office, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_form("meeting")
    hands.type("还没填完")
    office.store.folder.unsaved.write_text("", encoding="utf-8")
    answer(monkeypatch, "keep")
    assert not page.can_close()
    assert page.view.message.text.startswith("正在填的没能暂存")


def test_trouble_is_said_once_and_over_when_it_is(
    open_form: Opener, office: Office, hands: Hands, kept: Callable[[FormPage], None]
) -> None:
    page = open_form("meeting")
    said: list[str] = []
    page.work.keeping.troubled.connect(said.append)
    office.store.folder.unsaved.write_text("", encoding="utf-8")
    hands.type("充电桩")
    kept(page)
    kept(page)
    assert len(said) == 1
    assert "正在填的没能暂存" in page.view.message.text
    office.store.folder.unsaved.unlink()
    kept(page)
    assert titles(office) == ["充电桩"]
    assert page.view.message.text == ""


# offered again


def shown(office: Office, operations: Operations, kind: str, uuid: str = "") -> FormPage:
    page = FormPage(office, operations, kind)
    page.resize(1200, 690)
    page.open(uuid or None)
    page.show()
    return page


def test_a_new_record_comes_back_with_rows_members_people_and_files(
    open_form: Opener, office: Office, operations: Operations, hands: Hands, tmp_path: Path,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    photo = tmp_path / "签到册.txt"
    photo.write_text("示例", encoding="utf-8")
    page = open_form("meeting")
    hands.enter("小区充电桩建在哪", "", "yb", "pf", "12", "1430", "16:40", "议事厅")
    page.view.sheet.begin_at(("members",))
    hands.enter("czm", "zyq", "")
    hands.enter("2", "", "6", "23")
    page.view.sheet.begin_at(("consensus",))
    hands.enter("先建四处充电棚", "街道办", "12.31")
    page.work.fold()
    page.view.sheet.editors["files"].add([photo])  # type: ignore[attr-defined]
    operations.wait()
    kept(page)
    again = shown(crashed(office), operations, "meeting")
    qtbot.addWidget(again)
    assert again.view.unsaved.text == "有一条没保存的协商活动“小区充电桩建在哪”（10月28日 14:03）。"
    assert not again.work.is_dirty
    again.view.unsaved.acted.emit()
    assert again.draft.values == page.draft.values
    assert [row["uuid"] for row in again.draft.values["consensus"]]
    assert again.view.unsaved.text == ""
    editors = again.view.sheet.editors
    assert editors["topic"].line.property("altered") is True  # type: ignore[attr-defined]
    assert "recorder" not in {problem.key for problem in again.draft.shown}
    again.save()
    operations.wait()
    operations.keeper.wait()
    saved = again.desk.office.records.load("meeting", again.draft.record.uuid)
    assert saved.values["files"][0]["name"] == "签到册.txt"
    assert names(again.desk.office) == []


def test_changes_of_a_record_come_back_marked_and_can_be_taken_back(
    open_form: Opener, office: Office, operations: Operations, hands: Hands,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    uuid = add(office)
    page = open_form("meeting", uuid)
    hands.type("改过的议题")
    kept(page)
    after = crashed(office)
    again = shown(after, operations, "meeting", uuid)
    qtbot.addWidget(again)
    assert again.view.unsaved.text == "有没保存的改动（10月28日 14:03）：会议议题。"
    again.view.unsaved.acted.emit()
    assert again.draft.values["topic"] == "改过的议题"
    assert [key for key in again.draft.values if again.draft.altered(key)] == ["topic"]
    operations.keeper.wait()
    assert titles(after) == ["改过的议题"]
    again.work.undo()
    kept(again)
    assert again.draft.values["topic"] == "电动车充电桩建在哪"
    assert again.view.unsaved.text == "有没保存的改动（10月28日 14:03）：会议议题。"
    again.view.unsaved.other_acted.emit()
    assert (names(after), again.view.unsaved.text) == ([], "")
    again.work.undo()
    assert titles(after) == ["改过的议题"]
    assert again.view.unsaved.text == "有没保存的改动（10月28日 14:03）：会议议题。"


def test_a_record_changed_since_is_said_and_only_what_was_typed_comes_back(
    open_form: Opener, office: Office, operations: Operations, hands: Hands,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    uuid = add(office)
    page = open_form("meeting", uuid)
    hands.type("改过的议题")
    kept(page)
    after = crashed(office)
    other = after.records.load("meeting", uuid)
    other.values["place"] = "后来改的地点"
    after.records.save(other)
    again = shown(after, operations, "meeting", uuid)
    qtbot.addWidget(again)
    assert again.view.unsaved.text.endswith("这条后来改过，接着填只动当时改的几项。")
    again.view.unsaved.acted.emit()
    again.save()
    operations.wait()
    saved = after.records.load("meeting", uuid).values
    assert (saved["topic"], saved["place"]) == ("改过的议题", "后来改的地点")


def test_an_offer_for_a_new_record_is_not_for_the_one_that_was_saved_meanwhile(
    visit: FormPage, office: Office, operations: Operations,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    kept(visit)
    again = shown(crashed(office), operations, "visit")
    qtbot.addWidget(again)
    assert again.view.unsaved.text
    again.view.sheet.editors["happened_on"].begin("10.13")
    again.view.sheet.editors["name"].begin("另一次走访")
    again.save()
    operations.wait()
    assert not again.draft.is_new
    assert again.view.unsaved.text == ""
    again.start_new()
    assert again.view.unsaved.text == "有一条没保存的走访“走访果农”（10月28日 14:03）。"


def test_what_was_typed_before_restoring_stays_where_nothing_was_kept(
    open_form: Opener, office: Office, operations: Operations, hands: Hands,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    page = open_form("meeting")
    hands.type("崩溃前的议题")
    kept(page)
    after = crashed(office)
    again = shown(after, operations, "meeting")
    qtbot.addWidget(again)
    again.view.sheet.editors["place"].begin("刚打的地点")
    kept(again)
    assert sorted(titles(after)) == ["", "崩溃前的议题"]
    again.view.unsaved.acted.emit()
    operations.keeper.wait()
    assert (again.draft.values["topic"], again.draft.values["place"]) == ("崩溃前的议题", "刚打的地点")
    assert titles(after) == ["崩溃前的议题"]


def test_another_new_record_in_the_form_is_not_mixed_with_the_one_put_back(
    visit: FormPage, office: Office, operations: Operations,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    kept(visit)
    after = crashed(office)
    again = shown(after, operations, "visit")
    qtbot.addWidget(again)
    again.view.sheet.editors["name"].begin("另一次走访")
    again.view.sheet.editors["place"].begin("刚打的地点")
    again.view.unsaved.acted.emit()
    operations.keeper.wait()
    assert (again.draft.values["name"], again.draft.values["place"]) == ("走访果农", None)
    assert sorted(titles(after)) == ["另一次走访", "走访果农"]
    assert again.view.unsaved.text == "有一条没保存的走访“另一次走访”（10月28日 14:03）。"
    again.view.unsaved.acted.emit()
    operations.keeper.wait()
    assert (again.draft.values["name"], again.draft.values["place"]) == ("另一次走访", "刚打的地点")
    assert sorted(titles(after)) == ["另一次走访", "走访果农"]


def test_what_comes_back_is_in_sight(
    open_form: Opener, office: Office, operations: Operations, hands: Hands,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    uuid = add(office)
    page = open_form("meeting", uuid)
    page.work.fold()
    page.view.sheet.begin_at(("remark",))
    hands.type("备注里的话")
    kept(page)
    again = shown(crashed(office), operations, "meeting", uuid)
    qtbot.addWidget(again)
    again.view.unsaved.acted.emit()
    assert again.view.sheet.editors["remark"].isVisible()
    assert again.view.sheet.editors["remark"].value() == "备注里的话"


def test_the_notice_of_red_fields_goes_with_the_row_that_was_red(
    open_form: Opener, office: Office, hands: Hands
) -> None:
    page = open_form("meeting", add(office, consensus=[{"text": "建棚", "task": {"unit": "住建局"}}]))
    page.view.sheet.begin_at(("consensus", 0, "task", "deadline"))
    hands.type("2.30")
    hands.press(Key.Key_S, CTRL)
    assert page.view.message.text.startswith("有看不懂的内容")
    hands.press(Key.Key_Delete, CTRL)
    page.work.check()
    assert page.view.message.text == ""


def test_only_the_head_count_that_was_typed_is_marked(
    open_form: Opener, office: Office, hands: Hands
) -> None:
    page = open_form("meeting", add(office, people={"leaders": 2, "masses": 20}))
    editor = page.view.sheet.editors["people"]
    assert isinstance(editor, PeopleEditor)
    editor._boxes["masses"].begin("22")
    page.work.check()
    marked = [key for key, box in editor._boxes.items() if box.line.property("altered")]
    assert marked == ["masses"]


def test_typing_into_a_record_that_is_deleted_comes_back_with_it(
    open_form: Opener, office: Office, operations: Operations, hands: Hands, qtbot: Any
) -> None:
    uuid = add(office)
    page = open_form("meeting", uuid)
    hands.type("改过的议题")
    page.delete()
    operations.wait()
    operations.keeper.wait()
    office.records.undelete("meeting", [uuid])
    again = shown(office, operations, "meeting", uuid)
    qtbot.addWidget(again)
    assert again.view.unsaved.text.startswith("有没保存的改动")


def test_what_is_typed_while_the_record_is_saved_is_not_lost_to_the_next_one(
    visit: FormPage, office: Office, operations: Operations, hands: Hands
) -> None:
    hands.press(Key.Key_Return, CTRL)
    hands.type("和茶农")
    operations.wait()
    assert office.count("visit") == 1
    assert (visit.draft.is_new, visit.draft.values["name"]) == (False, "走访果农和茶农")
    assert visit.view.message.text.startswith("这一条存好了。")
    hands.press(Key.Key_Return, CTRL)
    operations.wait()
    assert (office.count("visit"), visit.draft.is_new, visit.work.is_dirty) == (1, True, False)


def test_a_window_that_stays_open_after_all_forgets_what_it_kept_once_that_is_saved(
    visit: FormPage, office: Office, operations: Operations, hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    answer(monkeypatch, "keep")
    assert visit.can_close()
    hands.type("三户")
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    operations.keeper.wait()
    assert names(office) == []


def test_what_cannot_be_read_yet_comes_back_as_it_was_typed(
    open_form: Opener, office: Office, operations: Operations, hands: Hands,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office], qtbot: Any,
) -> None:  # fmt: skip
    page = open_form("meeting", add(office, consensus=[{"text": "建棚", "task": {"unit": "住建局"}}]))
    page.work.fold()
    long = "长" * 4001
    sheet = page.view.sheet
    sheet.begin_at(("happened_on",))
    hands.type("13.40")
    sheet.begin_at(("background",))
    hands.type(long)
    sheet.begin_at(("people",))
    hands.type("abc")
    sheet.begin_at(("consensus", 0, "task", "deadline"))
    hands.type("2.30")
    kept(page)
    again = shown(crashed(office), operations, "meeting", page.draft.record.uuid)
    qtbot.addWidget(again)
    again.view.unsaved.acted.emit()
    editors = again.view.sheet.editors
    assert editors["happened_on"].line.text() == "13.40"  # type: ignore[attr-defined]
    assert editors["background"].block.toPlainText() == long  # type: ignore[attr-defined]
    assert list((editors["people"].typed or {}).values()) == ["abc"]
    table = editors["consensus"]
    assert isinstance(table, ChildTable)
    assert [typed for *_, typed in table.typed or []] == ["2.30"]
    assert {problem.key for problem in again.draft.shown} >= {
        "happened_on",
        "background",
        "people",
        "consensus",
    }
    assert again.draft.unread == page.draft.unread
    assert not again.work.save()
