"""Own paragraphs: kept per period, offered again, checked, journaled, and in the Word text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from app.errors import AppError, Invalid
from app.exporters.narrative import Narrative, text_of
from app.models.periods import Calendar
from app.services.office import Office
from app.services.paragraphs import LONGEST
from app.services.report_text import ReportText
from app.services.text_check import Verdict
from tests.demo_fixture import demo_office
from tests.office import small_office
from tests.services.record_samples import FULL, VISIT, one

AUGUST, SEPTEMBER, OCTOBER = (Calendar().month(2026, month) for month in (8, 9, 10))


def meeting(**values: Any) -> dict[str, Any]:
    return {"happened_on": "2026-10-20", "topic": "路灯怎么管", "township": "青山镇", "place": "村委会",
            "brand": "grassroots", "people": {"群众代表": 9}} | values  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path / "数据")
    yield office
    office.store.close()


def word(office: Office, folder: Path, period: Any = OCTOBER) -> list[str]:
    path = office.paragraphs.write_preview(period, folder / "预览")
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text]


def test_what_is_written_is_kept_for_its_period_only(office: Office) -> None:
    texts = office.paragraphs
    assert texts.of(OCTOBER).texts == {}
    texts.save(OCTOBER, "practice", "  （一）抓学习。\r\n常委带头。 ")
    assert texts.of(OCTOBER).texts == {"practice": "（一）抓学习。\n常委带头。"}
    assert texts.of(SEPTEMBER).texts == {}
    assert texts.save(OCTOBER, "practice", "").texts == {}
    assert one(office, "SELECT count(*) FROM paragraph") == 0


def test_the_newest_earlier_text_is_offered_and_marked_while_unchanged(office: Office) -> None:
    texts = office.paragraphs
    assert texts.earlier(OCTOBER, "plans") is None
    texts.save(AUGUST, "plans", "八月的打算。")
    texts.save(SEPTEMBER, "plans", "九月的打算。")
    texts.save(SEPTEMBER, "problems", "九月的问题。")
    texts.save(Calendar().month(2026, 11), "plans", "十一月的打算。")
    texts.save(Calendar().quarter(2026, 3), "plans", "三季度的打算。")
    offered = texts.earlier(OCTOBER, "plans")
    assert offered is not None
    assert (offered.label, offered.text) == ("2026年9月", "九月的打算。")
    half = texts.earlier(Calendar().half(2026, 2), "plans")
    assert half is not None
    assert half.label == "2026年11月"  # no earlier half-year has one
    assert texts.save(OCTOBER, "plans", offered.text).taken_from == {"plans": "2026-09"}
    assert texts.of(OCTOBER).taken_from == {"plans": "2026-09"}
    assert texts.save(OCTOBER, "plans", offered.text + "再加一句。").taken_from == {}


def test_nothing_is_kept_of_texts_that_paper_cannot_carry(office: Office) -> None:
    texts = office.paragraphs
    wrong = {"practice": "好。", "problems": "坏\x07字", "plans": "字" * (LONGEST + 1)}
    with pytest.raises(Invalid) as refused:
        texts.save_all(OCTOBER, wrong)
    assert [problem.key for problem in refused.value.problems] == ["problems", "plans"]
    assert "控制字符" in refused.value.problems[0].sentence
    assert str(LONGEST) in refused.value.problems[1].sentence
    assert texts.of(OCTOBER).texts == {}
    with pytest.raises(AppError, match="没有“标题”这一段"):
        texts.save(OCTOBER, "标题", "字")


def test_every_change_has_its_line_in_the_journal_and_none_without(office: Office) -> None:
    texts = office.paragraphs
    before = one(office, "SELECT count(*) FROM change")
    texts.save_all(OCTOBER, {"practice": "做法。", "plans": "打算。", "problems": ""})
    texts.save(OCTOBER, "practice", "做法。")
    assert one(office, "SELECT count(*) FROM change") == before + 1
    data = json.loads(one(office, "SELECT data FROM change ORDER BY id DESC LIMIT 1"))
    assert data == {"practice": "做法。", "plans": "打算。"}
    assert one(office, "SELECT record FROM change ORDER BY id DESC LIMIT 1") == "2026-10"
    assert one(office, 'SELECT "by" FROM change ORDER BY id DESC LIMIT 1') == "王秀兰"


def test_own_text_stands_in_its_section_and_counted_sentences_in_the_others(
    office: Office, tmp_path: Path
) -> None:
    office.records.add("meeting", [FULL])
    counted = office.paragraphs.counted(OCTOBER)
    assert "继续抓好" in counted["plans"]
    assert counted["plans"] in word(office, tmp_path)
    office.paragraphs.save(OCTOBER, "plans", "筹备好年底的会。\n把清单报上去")
    lines = word(office, tmp_path)
    at = next(place for place, line in enumerate(lines) if line.endswith("、下步打算"))
    assert lines[at + 1 : at + 3] == ["筹备好年底的会。", "把清单报上去。"]
    assert counted["plans"] not in lines
    assert counted["problems"] in lines
    assert office.paragraphs.counted(OCTOBER) == counted


def test_the_case_is_the_first_candidate_until_another_is_chosen(office: Office, tmp_path: Path) -> None:
    agreed = office.records.add("meeting", [FULL])[0]
    plain = office.records.add("meeting", [meeting()])[0]
    office.records.add("meeting", [meeting(happened_on="2026-09-20", topic="上个月的")])
    texts = office.paragraphs
    assert [each.uuid for each in texts.candidates(OCTOBER)] == [agreed.uuid, plain.uuid]
    assert texts.candidates(OCTOBER)[0].consensus == 2
    assert texts.candidates(OCTOBER)[1].place == "青山镇村委会"
    assert any("电动车集中充电”开展协商" in line for line in word(office, tmp_path))
    assert texts.save_all(OCTOBER, {}, plain.uuid).case == plain.uuid
    assert any("路灯怎么管”开展协商" in line for line in word(office, tmp_path))
    texts.save(OCTOBER, "case", "自己写的案例。")
    assert "自己写的案例。" in word(office, tmp_path)
    assert texts.save(OCTOBER, "case", "").case == plain.uuid
    office.records.delete("meeting", [plain.uuid])
    assert any("电动车集中充电”开展协商" in line for line in word(office, tmp_path))
    assert texts.save_all(OCTOBER, {}, "").case == ""
    assert one(office, "SELECT count(*) FROM paragraph") == 0


def test_a_meeting_of_another_period_is_no_case(office: Office) -> None:
    other = office.records.add("meeting", [meeting(happened_on="2026-09-20")])[0]
    with pytest.raises(AppError, match="不能作典型案例"):
        office.paragraphs.save_all(OCTOBER, {}, other.uuid)
    assert office.paragraphs.of(OCTOBER).case == ""


def test_a_meeting_without_agreement_is_told_only_when_chosen(office: Office, tmp_path: Path) -> None:
    plain = office.records.add("meeting", [meeting()])[0]
    assert not any("典型案例" in line for line in word(office, tmp_path))
    office.paragraphs.save_all(OCTOBER, {}, plain.uuid)
    assert any("典型案例" in line for line in word(office, tmp_path))


def test_numbers_in_own_text_are_held_against_the_figures(office: Office) -> None:
    office.records.add("meeting", [FULL])
    office.records.add("visit", [VISIT])
    texts = office.paragraphs
    assert texts.findings(OCTOBER) == []
    text = "开展协商活动3场，其中青山镇2场，服务群众20人次，走访企业16家。"
    texts.save_all(OCTOBER, {"practice": text, "plans": "开展协商活动1场。"})
    found = texts.findings(OCTOBER)
    assert [(one.label, one.finding.verdict, one.finding.written) for one in found] == [
        ("主要做法", Verdict.DIFFERS, "3场"),
        ("主要做法", Verdict.UNCHECKED, "2场"),
        ("主要做法", Verdict.UNCHECKED, "16家"),
    ]
    assert found[0].finding.text == "这里写协商活动 3 场，本月是 1 场。"


def test_the_counted_sentences_themselves_are_never_pointed_out(tmp_path: Path) -> None:
    office = demo_office(tmp_path / "示例")
    text = ReportText(office.store, office.clock, office.settings, office.figures)
    for key in ("2026-10", "2026H1"):
        period = office.calendar.parse(key)
        check = office.paragraphs.check(period)
        for section in Narrative(text.material(period).facts).sections()[:2]:
            for paragraph in section["paragraphs"]:
                found = check.findings(text_of(paragraph))
                assert [one.text for one in found if one.verdict is Verdict.DIFFERS] == [], key
    office.store.close()


def test_numbers_of_own_figures_are_known_by_their_name(office: Office) -> None:
    check = office.paragraphs.check(OCTOBER)
    assert {one.key for one in check.known} == set(office.figures.catalogue)
    assert check.words["name"] == "10月"


def test_what_was_reported_late_and_a_year_ago_is_told(office: Office, tmp_path: Path) -> None:
    office.records.add("meeting", [meeting(happened_on="2025-10-20")])
    office.submissions.submit(Calendar().month(2025, 10))
    office.records.add("meeting", [meeting(happened_on="2026-09-20")])
    office.submissions.submit(SEPTEMBER)
    late = meeting(happened_on="2026-09-21", topic="补报的")
    office.records.add("meeting", [meeting(), late, late | {"topic": "又一场"}], reason="晚报来的")
    text = ReportText(office.store, office.clock, office.settings, office.figures)
    facts = text.material(OCTOBER).facts
    assert facts.was_reported
    assert [(group.label, group.number) for group in facts.late["meetings"]] == [("9月", 2)]
    lines = "\n".join(word(office, tmp_path))
    assert "开展协商活动3场（其中补报9月2场）" in lines
    assert "由上年同期（上年报送数）的1场增至3场" in lines


def test_a_year_before_the_first_record_is_not_called_nothing(office: Office) -> None:
    office.records.add("meeting", [meeting()])
    text = ReportText(office.store, office.clock, office.settings, office.figures)
    assert text.material(OCTOBER).facts.figures["meetings"]["last_year"] is None
    office.records.add("meeting", [meeting(happened_on="2025-01-02")])
    assert text.material(OCTOBER).facts.figures["meetings"]["last_year"] == 0


def test_a_changed_paragraph_makes_written_papers_old(office: Office, tmp_path: Path) -> None:
    office.reports.export(OCTOBER, tmp_path / "报送")
    issued = office.reports.issued(OCTOBER)
    assert issued is not None
    assert office.reports.changed_since(issued) == 0
    office.paragraphs.save(OCTOBER, "plans", "新的打算。")
    assert office.reports.changed_since(issued) == 1
