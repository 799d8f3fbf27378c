"""What every editor obeys, whatever kind of value it is for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.models import RECORDS
from app.models.base import Base
from app.models.context import Ref
from app.models.days import Month
from app.models.fields import Field, fields_of, rows_of
from app.models.meeting import ConsensusItem
from app.models.values import (
    Choice,
    Code,
    Count,
    DayValue,
    Flag,
    LongText,
    Many,
    Money,
    RefTo,
    Text,
    Time,
    ValueKind,
)  # fmt: skip
from app.services.office import Office
from app.ui.forms.child_columns import columns_of
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.editors import make_editor
from app.ui.forms.text_editors import LineEditor
from tests.office import uuids
from tests.ui.forms.hands import ALT, CTRL, SHIFT, Hands, Key

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30)
HEX = st.text("0123456789abcdef", min_size=32, max_size=32)
REFS = st.builds(Ref, HEX, TEXT)
DAYS = st.one_of(
    st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
    st.builds(Month, st.integers(1900, 2199), st.integers(1, 12)),
)
BY_KIND: tuple[tuple[type, Any], ...] = (
    (LongText, st.text(max_size=80)),
    (DayValue, DAYS),
    (Time, st.times().map(lambda t: t.replace(second=0, microsecond=0))),
    (Money, st.decimals(0, 10**7, places=2)),
    (Count, st.integers(0, 10**6)),
    (Flag, st.booleans()),
    (Many, st.lists(TEXT, min_size=1, max_size=4, unique=True).map(tuple)),
    (Choice, TEXT),
    (RefTo, REFS),
    (Code, TEXT),
    (Text, TEXT),
)
ENTRIES = st.fixed_dictionaries(
    {"member": REFS, "role": st.sampled_from(["member", "host"]), "status": st.sampled_from(["present", "x"])}
)
FILES = st.fixed_dictionaries(
    {"sha256": HEX, "name": st.just("方案.docx"), "size": st.integers(1, 10**6), "caption": st.none(),
     "picture": st.just(False), "uuid": HEX}
)  # fmt: skip


def values_for(spec: Field, model: type[Base]) -> st.SearchStrategy[Any]:
    """Any value a field may hold."""
    match spec.shape:
        case "members":
            return st.lists(ENTRIES, max_size=3)
        case "people":
            return st.dictionaries(st.sampled_from(["masses", "leaders", "retired"]), st.integers(0, 99))
        case "files":
            return st.lists(FILES, max_size=2)
        case "children":
            return st.lists(row_of(rows_of(model, spec)), max_size=3)
        case "child":
            return row_of(rows_of(model, spec))
    return next(strategy for kind, strategy in BY_KIND if isinstance(spec.value, kind))


def row_of(model: type[Base]) -> st.SearchStrategy[Any]:
    parts: dict[str, Any] = {"uuid": HEX}
    for spec in fields_of(model):
        if spec.editable:
            parts[spec.key] = st.none() | values_for(spec, model)
    return st.fixed_dictionaries(parts)


def every_field() -> list[tuple[type[Base], Field]]:
    """One field of each kind and shape there is."""
    found: dict[tuple[str, str], tuple[type[Base], Field]] = {}
    for model in (*RECORDS, ConsensusItem):
        for spec in fields_of(model):
            if spec.editable:
                name = spec.value.name if spec.value else spec.target
                found.setdefault((spec.shape, name), (model, spec))
    return list(found.values())


@pytest.mark.parametrize(("model", "spec"), every_field(), ids=lambda part: getattr(part, "key", ""))
def test_an_editor_gives_back_what_it_was_given_and_is_silent(
    model: type[Base], spec: Field, desk: Desk
) -> None:
    editor = make_editor(spec, model, desk)
    heard: list[bool] = []
    editor.edited.connect(lambda: heard.append(True))

    @given(st.none() | values_for(spec, model))
    def run(value: Any) -> None:
        editor.set_value(value)
        assert editor.value() == value
        assert type(editor.value()) is type(value)
        editor.finish()
        assert editor.value() == value
        assert not editor.unfit

    run()
    assert not heard
    editor.deleteLater()


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
def test_every_field_of_every_kind_has_an_editor_also_in_tables(model: type[Base], desk: Desk) -> None:
    for spec in fields_of(model):
        if spec.editable:
            made = make_editor(spec, model, desk)
            made.set_read_only(True)
            made.deleteLater()
        if spec.nested:
            for column in columns_of(rows_of(model, spec)):
                made = make_editor(column.spec, column.model, desk, cell=True)
                made.set_value(None)
                assert made.value() is None
                made.deleteLater()


class Bench(QWidget):
    """A window with one editor in it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.resize(900, 600)
        self.other = QWidget(self)
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(editor)
        column.addWidget(self.other)


@pytest.fixture
def put(desk: Desk, qtbot: Any) -> Any:
    benches = []

    def made(value: ValueKind, **options: Any) -> Editor:
        editor = make_editor(Field("栏", value, key="host", **options), RECORDS[0], desk)
        bench = Bench(editor)
        benches.append(bench)
        qtbot.addWidget(bench)
        bench.show()
        bench.activateWindow()
        qtbot.waitUntil(bench.isActiveWindow)
        editor.begin()
        QApplication.processEvents()
        return editor

    return made


def leave(editor: Editor) -> None:
    editor.window().other.setFocus(Qt.FocusReason.TabFocusReason)  # type: ignore[attr-defined]
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("typed", "shown", "value"),
    [
        ("20261121", "2026-11-21 周六", dt.date(2026, 11, 21)),
        ("11.21", "2025-11-21 周五", dt.date(2025, 11, 21)),
        ("21", "2026-10-21 周三", dt.date(2026, 10, 21)),
        ("9月", "2026-09", Month(2026, 9)),
        ("2026-10-12 周一", "2026-10-12 周一", dt.date(2026, 10, 12)),
        ("", "", None),
    ],
)
def test_short_dates_are_shown_in_full_with_their_weekday(
    put: Any, hands: Hands, typed: str, shown: str, value: Any
) -> None:
    editor = put(DayValue())
    if typed:
        hands.type(typed)
    leave(editor)
    assert (editor.line.text(), editor.value()) == (shown, value)


def test_a_day_of_next_year_where_days_lie_ahead(put: Any, hands: Hands) -> None:
    editor = put(DayValue(ahead=True))
    hands.type("3.31")
    leave(editor)
    assert editor.value() == dt.date(2027, 3, 31)


def test_the_calendar_opens_and_takes_by_keyboard(put: Any, hands: Hands) -> None:
    editor = put(DayValue())
    heard: list[bool] = []
    editor.edited.connect(lambda: heard.append(True))
    hands.press(Key.Key_Down, ALT)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    hands.press(Key.Key_PageUp)
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Return)
    assert editor.value() == dt.date(2026, 9, 29)
    assert heard == [True]
    assert editor.line.hasFocus()


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Count("人"), "12", 12),
        (Count("人"), "0", 0),
        (Count("人"), "", None),
        (Money(), "1,234.5", Decimal("1234.50")),
        (Time(), "1430", dt.time(14, 30)),
        (Code(20), "138 0013 8000", "13800138000"),
    ],
)
def test_numbers_and_times_are_read_as_typed(
    put: Any, hands: Hands, kind: ValueKind, typed: str, value: Any
) -> None:
    editor = put(kind)
    if typed:
        hands.type(typed)
    leave(editor)
    assert editor.value() == value


@pytest.mark.parametrize("kind", [DayValue(), Time(), Count(), Money(), Code(20)], ids=lambda kind: kind.name)
def test_no_input_method_where_digits_are_typed(put: Any, kind: ValueKind) -> None:
    editor = put(kind)
    assert not editor.line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_an_input_method_where_words_are_typed(put: Any) -> None:
    assert put(Text()).line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize(("kind", "typed"), [(DayValue(), "13.40"), (Count(), "12a"), (Time(), "25:00")])
def test_what_cannot_be_read_stays_as_typed(put: Any, hands: Hands, kind: ValueKind, typed: str) -> None:
    editor = put(kind)
    hands.type(typed)
    leave(editor)
    assert editor.line.text() == typed
    assert editor.value() is None
    assert editor.unfit


def test_control_characters_are_pointed_out_not_dropped_in_silence(put: Any) -> None:
    editor = put(Text())
    editor.line.insert("会\x07议")
    editor.line.textEdited.emit(editor.line.text())
    assert "控制字符" in editor.unfit


@pytest.mark.parametrize(
    ("typed", "value"), [("yb", "courtyard"), ("院坝", "courtyard"), ("界别协商", "sector_talk")]
)
def test_a_choice_is_found_by_initials_or_words(put: Any, hands: Hands, typed: str, value: str) -> None:
    editor = put(Choice("brand"))
    hands.type(typed)
    hands.press(Key.Key_Return)
    assert editor.value() == value


def test_a_choice_can_be_opened_chosen_emptied_and_closed(put: Any, hands: Hands) -> None:
    editor = put(Choice("focus"))
    hands.press(Key.Key_Down, ALT)
    assert len(editor.popup.rows) == 5
    hands.press(Key.Key_Escape)
    assert editor.popup is None
    hands.press(Key.Key_Down, ALT)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert editor.value() == "customs"
    editor.begin()
    hands.press(Key.Key_Delete)
    leave(editor)
    assert editor.value() is None


def test_a_choice_nobody_knows_is_said_and_kept(put: Any, hands: Hands) -> None:
    editor = put(Choice("focus"))
    hands.type("没有的")
    leave(editor)
    assert editor.line.text() == "没有的"
    assert "没有“没有的”这个选项" in editor.unfit


def test_several_options_are_tags(put: Any, hands: Hands) -> None:
    editor = put(Many("visit_way"))
    hands.enter("zd", "zc")
    assert editor.value() == ("visit", "preach")
    hands.press(Key.Key_Backspace)
    assert len(editor.value()) == 1
    hands.press(Key.Key_Backspace)
    assert editor.value() is None


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ((Key.Key_Space,), True),
        ((Key.Key_Space,) * 2, False),
        ((Key.Key_Space,) * 3, None),
        ((Key.Key_N,), False),
    ],
)
def test_a_flag_has_three_states(
    put: Any, hands: Hands, keys: tuple[Qt.Key, ...], value: bool | None
) -> None:
    editor = put(Flag())
    for key in keys:
        hands.press(key)
    assert editor.value() is value


def test_a_pointer_is_found_and_an_unknown_name_is_kept(put: Any, hands: Hands, office: Office) -> None:
    editor = put(RefTo("village"), shape="reference", target="village", narrowed_by="township")
    editor.narrowing = Ref(uuids(office, "township")["永兴街道"], "永兴街道")
    hands.press(Key.Key_Down, ALT)
    assert [row.text for row in editor.popup.rows] == ["大树营社区", "金桂社区", "东门社区"]
    hands.enter("jg")
    assert editor.value().label == "金桂社区"
    editor.begin()
    hands.type("石桥村外")
    leave(editor)
    assert editor.line.text() == "石桥村外"
    assert editor.unfit


def test_a_long_text_takes_enter_as_a_new_line_and_grows(put: Any, hands: Hands) -> None:
    editor = put(LongText())
    low = editor.block.height()
    for _ in range(6):
        hands.type("line")
        hands.press(Key.Key_Return)
    assert editor.value() == "\n".join(["line"] * 6)
    assert editor.block.height() > low
    moved: list[int] = []
    editor.moved.connect(moved.append)
    hands.press(Key.Key_Return, SHIFT)
    assert moved == [-1]


def test_a_computed_value_stands_muted_until_typed_over_then_both_are_shown(put: Any, hands: Hands) -> None:
    editor = put(Count("人次"))
    editor.set_computed("44")
    assert (editor.line.text(), editor.line.placeholderText()) == ("", "44")
    hands.type("50")
    editor.set_computed("44")
    assert any("44" in words.text() for words in editor.findChildren(type(editor._beside)))
    assert editor.value() == 50


def test_texts_typed_before_are_offered_but_enter_keeps_what_was_typed(
    put: Any, hands: Hands, office: Office
) -> None:
    raw = {
        "happened_on": "2026-10-12",
        "topic": "会",
        "township": "永兴街道",
        "host": "周建国",
        "members": ["郑武"],
    }
    office.records.add("meeting", [raw])
    editor = put(Text())
    hands.type("zjg")
    assert [row.text for row in editor.popup.rows] == ["周建国"]
    hands.press(Key.Key_Return)
    assert editor.value() == "zjg"
    editor.begin()
    hands.type("zj")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert editor.value() == "周建国"


def test_unfinished_letters_neither_move_nor_change_anything(put: Any, hands: Hands) -> None:
    editor = put(Text())
    assert isinstance(editor, LineEditor)
    editor.set_value("原来的")
    heard: list[bool] = []
    editor.edited.connect(lambda: heard.append(True))
    hands.compose("zhong")
    editor.finish()
    assert editor.composing
    assert editor.value() == "原来的"
    assert not heard


def test_a_single_row_is_there_once_filled_in_and_gone_when_emptied(
    desk: Desk, hands: Hands, qtbot: Any
) -> None:
    spec = next(spec for spec in fields_of(ConsensusItem) if spec.shape == "child")
    editor = make_editor(spec, ConsensusItem, desk)
    bench = Bench(editor)
    qtbot.addWidget(bench)
    bench.show()
    bench.activateWindow()
    qtbot.waitUntil(bench.isActiveWindow)
    editor.set_value(None)
    editor.begin()
    QApplication.processEvents()
    assert hands.field == "责任单位"
    hands.type("街道办")
    assert (editor.value()["unit"], editor.value()["state"]) == ("街道办", "open")
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_Delete)
    assert editor.value() is None


def test_a_long_text_is_as_high_as_it_is_long_up_to_twelve_lines(put: Any) -> None:
    editor = put(LongText())
    editor.set_value("渠边塌方三处，一到下雨水就往田里灌。" * 12)
    QApplication.processEvents()
    assert editor.block.verticalScrollBar().maximum() == 0
    high = editor.block.height()
    editor.set_value("一行\n" * 40)
    QApplication.processEvents()
    assert editor.block.verticalScrollBar().maximum() > 0
    assert high < editor.block.height() <= 13 * editor.block.fontMetrics().lineSpacing() + 20
