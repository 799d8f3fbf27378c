"""What JSON and the terminal say of kinds, records and figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.errors import AppError
from app.models import RECORDS, model_of
from app.models.fields import fields_of
from app.models.figures import FIGURES
from app.models.periods import Calendar
from app.services.catalog import kinds, shown, shown_lines
from app.services.figure_json import figure_records, figure_rows
from app.services.office import Office
from tests.office import small_office
from tests.services.record_samples import FULL, VISIT

OCTOBER = Calendar().month(2026, 10)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def test_every_field_of_every_kind_is_told_with_its_type() -> None:
    found = {kind["key"]: kind for kind in kinds()}
    json.dumps(list(found.values()))
    for model in RECORDS:
        plain = {spec.key: spec for spec in fields_of(model) if not spec.nested}
        fields = {field["key"]: field for field in found[model.key]["fields"]}
        assert list(fields) == list(plain)
        assert set(found[model.key]["children"]) == {spec.key for spec in fields_of(model) if spec.nested}
        for key, field in fields.items():
            assert field["type"]
            assert field["label"] == plain[key].label
            assert field["needed"] in ("", "save", "count", "document")
            assert ("kind" in field) == (plain[key].shape == "reference")
    assert found["meeting"]["documents"][0] == "meeting_record"


def test_a_record_is_shown_whole_as_json_and_in_words(office: Office) -> None:
    loaded = office.records.load("meeting", office.records.add("meeting", [FULL])[0].uuid)
    printed = json.loads(json.dumps(shown(loaded), ensure_ascii=False))
    assert (printed["number"], printed["status"], printed["revision"]) == ("XS-2026-0001", "registered", 1)
    assert (printed["headcount"], printed["member_count"], printed["consensus_count"]) == (16, 2, 2)
    assert printed["township"]["label"] == "永兴街道"
    assert {problem["level"] for problem in printed["problems"]} <= {"document", "doubt"}
    with office.store.reading() as session:
        lines = list(shown_lines(loaded, office.records.context(session)))
    assert lines[0] == "XS-2026-0001 电动车集中充电"
    for line in ("日期：2026-10-12", "协商品牌：院坝协商", "参加委员：陈志明、赵雅琴、张伟", "共识：",
                 "    共识事项：建充电桩",
                 "        责任单位：住建局", "党政主职参加：是", "开始时间：09:05"):  # fmt: skip
        assert line in lines, line
    people = next(line for line in lines if line.startswith("其他人员："))
    assert "群众代表 12 人" in people


def test_private_fields_are_shown_whole_to_whoever_asks(office: Office) -> None:
    added = office.records.add("person", [{"name": "某人", "phone": "13800138000"}])[0]
    person = office.records.load("person", added.uuid)
    assert shown(person)["phone"] == "138****8000"
    assert shown(person, full=True)["phone"] == "13800138000"
    assert "id_number" not in shown(person, keeps=office.keeps)


def test_figures_are_told_with_their_three_numbers_and_groups(office: Office) -> None:
    office.records.add("meeting", [FULL])
    office.records.add("visit", [VISIT | {"donation": "1200.50"}])
    rows = {row["key"]: row for row in figure_rows(office.figures, OCTOBER, None)}
    assert list(rows) == [figure.key for figure in FIGURES]
    assert {"label": "协商活动", "unit": "场", "本期": 1, "累计": 1, "上年同期": 0}.items() <= rows[
        "meetings"
    ].items()
    assert rows["donations"]["本期"] == 1200.5
    assert rows["task_close_rate"]["本期"] == 100
    assert rows["task_close_rate"]["本期_比"] == [1, 1]
    assert rows["task_close_rate"]["上年同期"] is None
    assert "groups" not in rows["meetings"]
    json.dumps(list(rows.values()))
    split = figure_rows(office.figures, OCTOBER, "sector")
    assert all(
        {"key", "label", "本期", "累计", "上年同期"} <= set(group) for row in split for group in row["groups"]
    )
    assert "courtyard_attendance" not in {row["key"] for row in split}


def test_records_behind_a_figure_are_told_plainly(office: Office) -> None:
    added = office.records.add("visit", [VISIT | {"donation": "1200.50"}])[0]
    rows = figure_records(office.figures, "捐款捐物", OCTOBER)
    assert rows == [
        {"figure": "donations", "figure_label": "捐款捐物", "kind": "visit", "uuid": added.uuid,
         "number": "ZF-2026-0001", "title": "走访果农", "day": "2026-10-13", "amount": 1200.5, "late": False}
    ]  # fmt: skip
    assert [row["figure"] for row in figure_records(office.figures, "contacts", OCTOBER)] == ["visits"]
    with pytest.raises(AppError, match="没有“x”这个指标"):
        figure_records(office.figures, "x", OCTOBER)


def test_money_is_exact_in_the_file(office: Office) -> None:
    raws = [VISIT | {"name": f"{number}", "donation": "0.10"} for number in range(30)]
    office.records.add("visit", raws)
    values = office.figures.evaluate(["donations"], {"current": OCTOBER})
    assert values.total("donations", "current") == Decimal("3.00")
    assert model_of("visit").__fields__
