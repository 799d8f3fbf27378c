"""A form with something typed in it, when the data folder goes away, is damaged or full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication

from app.services.office import Office
from app.ui.dialogs.message import Answer
from app.ui.forms import leaving
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.pages.page import PageLink
from app.ui.window import MainWindow
from tests.store.flaky import Disk
from tests.ui.forms.hands import CTRL, Hands, Key
from tests.ui.onlooker import Onlooker

FULL = "正在填的没能暂存：磁盘满了。这一页上的都还在。请清出一些空间，再试一次。"


@pytest.fixture
def onlooker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Onlooker]:
    with Onlooker.watching(monkeypatch) as made:
        yield made


@pytest.fixture
def page(visit: FormPage, operations: Operations, hands: Hands) -> FormPage:
    """A new visit: the name is kept, what was typed after it not yet."""
    visit.work.keeping.keep()
    operations.keeper.wait()
    visit.view.sheet.begin_at(("place",))
    hands.type("村委会")
    return visit


@pytest.fixture
def moved_away(office: Office, page: FormPage) -> Iterator[None]:
    """The data folder is called something else."""
    root = office.store.folder.root
    away = root.with_name(root.name + "-away")
    root.rename(away)
    yield
    away.rename(root)
    QApplication.processEvents()


def save(hands: Hands, operations: Operations) -> None:
    hands.press(Key.Key_S, CTRL)
    operations.wait()


def test_leaving_asks_once_and_nothing_piles_up(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands, onlooker: Onlooker,
    moved_away: None,
) -> None:  # fmt: skip
    save(hands, operations)
    assert not window.go(PageLink("list"))
    assert onlooker.most == 1
    assert [each.startswith("这条走访改过了，还没保存") for each in onlooker.said] == [True]
    assert window.page is page
    assert page.draft.values["place"] == "村委会"
    assert "不见了" in page.view.message.text


def test_typing_on_is_not_interrupted_and_is_looked_at_again_when_the_folder_is_back(
    page: FormPage, operations: Operations, hands: Hands, onlooker: Onlooker, office: Office,
    moved_away: None,
) -> None:  # fmt: skip
    office.store._read.dispose()
    for text in ("二楼", "会议室"):
        hands.type(text)
        page.work.check()
    assert "现在看不了" in page.view.message.text
    assert page.draft.values["place"] == "村委会二楼会议室"
    root = office.store.folder.root
    away = root.with_name(root.name + "-away")
    away.rename(root)
    hands.type("西")
    page.work.check()
    assert page.view.message.text == ""
    root.rename(away)
    assert (onlooker.most, onlooker.said) == (0, [])


def test_a_store_that_stopped_writing_over_damage_is_said_in_the_form_alone(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands, onlooker: Onlooker,
    disk: Disk,
) -> None:  # fmt: skip
    disk.fail_before_commit = "database disk image is malformed"
    save(hands, operations)
    assert "有损坏" in page.view.message.text
    hands.type("二楼")
    save(hands, operations)
    assert not window.go(PageLink("list"))
    assert [each.startswith("这条走访改过了，还没保存") for each in onlooker.said] == [True]
    assert onlooker.most == 1
    assert page.draft.values["place"] == "村委会二楼"


def test_a_full_disk_is_said_in_the_form_alone_though_keeping_fails_again_and_again(
    page: FormPage, operations: Operations, hands: Hands, onlooker: Onlooker, office: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("app.store.unsaved.sync_folder", _full)
    for _ in range(3):
        hands.type("二楼")
        page.work.keeping.keep()
        operations.keeper.wait()
        QApplication.processEvents()
    assert page.view.message.text.startswith("正在填的没能暂存：磁盘满了。")
    assert (onlooker.most, onlooker.said) == (0, [])


def test_where_nothing_can_be_kept_closing_says_so_and_does_not_offer_it(
    page: FormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, list[str]]] = []
    ways = iter(("stay", "keep", "stay", "discard"))

    def ask(_parent: object, _title: str, text: str, *, answers: Sequence[Answer]) -> str:
        asked.append((text, [each.text for each in answers]))
        monkeypatch.setattr("app.store.unsaved.sync_folder", _full)  # it fills up while the question stands
        return next(ways)

    monkeypatch.setattr(leaving, "ask", ask)
    kept = (leaving.KEPT, ["保存", "留到下次", "接着填"])
    lost = (f"{FULL}现在退出的话，没有暂存的就没有了。", ["保存", "不保存，退出", "接着填"])
    assert not page.can_close()
    monkeypatch.undo()
    monkeypatch.setattr(leaving, "ask", ask)
    assert not page.can_close()
    assert page.can_close()
    assert asked == [kept, kept, lost, lost]
    assert page.view.message.text == FULL
    assert page.draft.values["place"] == "村委会"


def _full(*_args: object, **_kwargs: object) -> None:
    raise OSError(28, "No space left on device")
