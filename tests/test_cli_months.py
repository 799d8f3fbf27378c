"""The month without a window: checked, sent up, opened as sent, compared, taken back; and what is refused."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.clock import SystemClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.connection import open_connection
from app.store.store import Store
from tests.commands import MEETING, VISIT, Run, json_file, run
from tests.contents import contents
from tests.office import small_office

__all__ = ["run"]  # a fixture

SEPTEMBER = VISIT | {"happened_on": "2024-09-13"}
WHY = ("--why", "按签到表更正")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """September 2024 went up with one visit; in October there is another."""
    folder = tmp_path / "数据"
    shutil.copytree(_reported(), folder)
    return folder


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for all that is refused: whoever changed it would be found out."""
    folder = tmp_path_factory.mktemp("still") / "数据"
    shutil.copytree(_reported(), folder)
    return folder


@cache
def _untouched() -> dict[str, str]:
    return contents(_reported())


@cache
def _reported() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ledger-month-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    small_office(folder).store.close()
    _with_office(folder, _send_september)
    return folder


def _send_september(office: Office) -> None:
    office.records.add("visit", [SEPTEMBER, VISIT])
    office.month_end.submit(office.calendar.parse("2024-09"))


def _with_office(folder: Path, work: Callable[[Office], object]) -> None:
    office = Office(Store(DataFolder(folder)), SystemClock())
    try:
        work(office)
    finally:
        office.store.close()


def _number(rows: list[dict[str, Any]], key: str) -> dict[str, Any]:
    return next(row for row in rows if row["key"] == key)


# what is sent


def test_a_month_goes_up_with_its_files_and_its_stamped_sheet(run: Run, tmp_path: Path) -> None:
    scan = tmp_path / "盖章.png"
    Image.new("RGB", (8, 8), "white").save(scan)
    said = run("submit", "--period", "2024-10", "--scan", str(scan), "--note", "第一次报", "--json").json
    assert {
        "number": 2,
        "period": "2024-10",
        "state": "sent",
        "base": 1,
        "zero": False,
    }.items() <= said.items()
    assert said["days"] == ["2024-10-01", "2024-10-31"]
    assert (said["note"], said["why"], said["returned_at"]) == ("第一次报", "", None)
    assert [file["role"] for file in said["files"]].count("盖章件") == 1
    assert all(len(file["sha256"]) == 64 and file["size"] > 0 for file in said["files"])
    found = run("submissions", "--json").json
    assert [each["number"] for each in found] == [2, 1]
    assert found[0] == said
    lines = run("submissions").out.splitlines()
    assert lines[0].startswith("报 2  2024年10月  已报送")
    assert lines[-1] == "共 2 次"


def test_an_empty_month_is_a_zero_report(run: Run, data: Path) -> None:
    _with_office(data, lambda office: office.submissions.submit(office.calendar.parse("2024-11")))
    assert "零报告" in run("submissions").out.splitlines()[0]
    assert [each["zero"] for each in run("submissions", "--json").json] == [True, False]


def test_the_numbers_and_their_records_are_shown_as_sent(run: Run, data: Path, tmp_path: Path) -> None:
    sent = run("figures", "--submitted", "1", "--json").json
    file = json_file(tmp_path, SEPTEMBER | {"name": "补录的", "people_served": 5})
    assert run("add", "visit", "--json", file, *WHY).code == 0
    now = run("figures", "--period", "2024-10", "--json").json
    served = _number(now, "people_served")
    assert [served[word] for word in ("本期", "发生数", "补报更正", "累计")] == [25, 20, 5, 45]
    before = contents(data)
    assert run("figures", "--submitted", "1", "--json").json == sent
    told = _number(sent, "people_served")
    assert {"key", "label", "unit", "本期", "发生数", "补报更正", "累计", "上年同期", "上年已报"} <= set(told)
    assert [told[word] for word in ("本期", "发生数", "补报更正", "累计")] == [20, 20, 0, 20]
    groups = _number(run("figures", "--submitted", "1", "--by", "sector", "--json").json, "visit_members")
    assert [group["本期"] for group in groups["groups"] if group["本期"]] == [1]
    behind = run("figures", "--submitted", "1", "--records", "服务群众", "--json").json
    assert [(row["title"], row["amount"], row["late"]) for row in behind] == [("走访果农", 20, False)]
    late = run("figures", "--period", "2024-10", "--records", "服务群众", "--json").json
    assert [(row["amount"], row["late"]) for row in late] == [(20, False), (5, True)]
    assert "补报更正" in run("figures", "--period", "2024-10", "--records", "服务群众").out
    line = next(line for line in run("figures", "--period", "2024-10").out.splitlines() if "服务群众" in line)
    assert "本期 25（发生 20，补报更正 5）  累计 45" in line
    assert contents(data) == before


def test_the_check_of_a_month_names_what_is_late_and_missing(run: Run, tmp_path: Path) -> None:
    file = json_file(tmp_path, SEPTEMBER | {"name": "补录的", "people_served": 5})
    run("add", "visit", "--json", file, *WHY)
    draft = {"happened_on": "2024-10-20", "topic": "没填完"}
    run("add", "meeting", "--draft", "--json", json_file(tmp_path, draft))
    found = run("check-month", "--period", "2024-10", "--json").json
    assert (found["period"], found["registered"], found["drafts"], found["clean"]) == ("2024-10", 1, 1, False)
    assert {"silent", "missing", "checks", "doubts", "late", "not_reported_before"} < set(found)
    assert {(line["figure"], line["before"], line["after"]) for line in found["late"]} > {
        ("people_served", 0, 5), ("visits", 0, 1),
    }  # fmt: skip
    assert {line["reason"] for line in found["late"]} == {WHY[1]}
    assert all(each["holds"] for each in found["checks"] if each["name"].endswith("累计"))
    words = run("check-month", "--period", "2024-10").out
    for part in ("2024年10月：已登记 1 条，没填完 1 条", "没填完", "补报更正", "先补完、核对相符，再报送"):
        assert part in words
    assert run("check-month", "--period", "2024-12", "--json").json["not_reported_before"] == "2024-11"


# what is compared


def test_two_sides_of_any_sort_are_compared(run: Run, data: Path, tmp_path: Path) -> None:
    file = json_file(tmp_path, SEPTEMBER | {"name": "补录的", "people_served": 5})
    uuid = run("add", "visit", "--json", file, *WHY).out.split()[0]
    _with_office(data, lambda office: office.submissions.submit(office.calendar.parse("2024-10")))

    def served(*sides: str) -> Any:
        found = run("diff", *sides, "--figure", "服务群众", "--json").json
        return [(one["before"], one["after"], [(line["what"], line["before"], line["after"])
                 for line in one["records"]]) for one in found]  # fmt: skip

    assert served("1", "2024-09") == [(20, 25, [("新增", 0, 5)])]
    assert served("2024-09", "1") == [(25, 20, [("新增", 5, 0)])]
    assert served("2", "2024-10") == []
    two = served("1", "2")
    assert two[0][:2] == (20, 25)
    assert sorted(line[1:] for line in two[0][2]) == [(0, 5), (0, 20), (20, 0)]
    now = served("2024-09", "2024-10")
    assert now[0][:2] == (25, 25)
    assert {line[0] for line in now[0][2]} <= {"只在甲", "只在乙", "两边都有"}
    (one,) = run("diff", "1", "2024-09", "--figure", "people_served", "--json").json
    assert {"key", "label", "unit", "before", "after", "records"} <= set(one)
    (line,) = one["records"]
    assert (line["uuid"], line["kind"], line["reason"]) == (uuid, "visit", WHY[1])
    words = run("diff", "1", "2024-09").out
    assert "服务群众（人次） 20 → 25" in words
    assert "新增 2024-09-13 补录的" in words
    assert "（按签到表更正）" in words
    assert "没有不同" in run("diff", "2", "2024-10").out


# what comes back


def test_a_month_comes_back_is_put_right_and_goes_up_again(run: Run, data: Path, tmp_path: Path) -> None:
    kept = _sent(data, 1)
    said = run("reopen", "--period", "2024-09", "--why", "市里要求更正")
    assert "已退回" in said.out
    assert "退回：市里要求更正" in said.out
    file = json_file(tmp_path, SEPTEMBER | {"name": "补录的", "people_served": 5})
    assert run("add", "visit", "--json", file).code == 0  # it is open: nobody asks
    assert run("submit", "--period", "2024-09", "--json").json["number"] == 2
    states = [(each["number"], each["state"]) for each in run("submissions", "--json").json]
    assert states == [(2, "sent"), (1, "returned")]
    assert _number(run("figures", "--submitted", "2", "--json").json, "visits")["本期"] == 2
    assert _sent(data, 1) == kept
    (one,) = run("diff", "1", "2", "--figure", "visits", "--json").json
    assert (one["before"], one["after"]) == (1, 2)


def _sent(data: Path, number: int) -> list[Any]:
    """All that is kept of a submission's numbers."""
    found: list[Any] = []
    told = "numbers, declared FROM submission WHERE id"
    for statement in (told, "* FROM contribution WHERE submission_id"):
        connection = open_connection(DataFolder(data).store, None, write=False)
        found.append(connection.execute(f"SELECT {statement} = ?", (number,)).fetchall())
        connection.close()
    return found


def test_a_reported_month_is_changed_with_a_reason_only(run: Run, data: Path, tmp_path: Path) -> None:
    draft = json_file(tmp_path, {"happened_on": "2024-09-20", "name": "草稿", "people_served": 3})
    uuid = run("add", "visit", "--draft", "--json", draft).out.split()[0]
    full = json_file(tmp_path, SEPTEMBER | {"name": "补录的"}, "补录.json")
    before = contents(data)
    for arguments in (["add", "visit", "--json", full], ["add", "visit", "--json", full, "--why", " "]):
        said = run(*arguments)
        assert (said.code, said.out) == (2, "")
        assert "2024年9月" in said.err
        assert "委员走访" in said.err
    assert contents(data) == before
    assert run("add", "visit", "--json", full, *WHY).code == 0
    assert run("confirm", "visit", uuid).code == 2  # no member named yet
    meeting = MEETING | {"happened_on": "2024-09-21"}
    uuid = run("add", "meeting", "--draft", "--json", json_file(tmp_path, meeting)).out.split()[0]
    before = contents(data)
    said = run("confirm", "meeting", uuid)
    assert (said.code, said.out) == (2, "")
    assert "协商活动" in said.err
    assert contents(data) == before
    assert "已登记" in run("confirm", "meeting", uuid, *WHY).out
    adjusted = run(
        "adjust", "--figure", "委员走访", "--month", "2024-09", "--amount", "2", "--reason", "漏报"
    )
    assert adjusted.code == 0
    late = run("check-month", "--period", "2024-10", "--json").json["late"]
    assert {"补录的", "电动车集中充电"} <= {line["title"] for line in late}
    assert [line["after"] - line["before"] for line in late if line["kind"] == "adjustment"] == [2]


# what is refused


def _text(folder: Path) -> str:
    path = folder / "盖章.png"
    path.write_text("不是图片", encoding="utf-8")
    return str(path)


RATIO = {"label": "自己除自己", "measure": {"ratio": ["visits", "visits"]}}
GONE = {"label": "没有的", "unit": "次", "source": "visit", "measure": "count", "dated_by": "happened_on",
        "where": [{"field": "早没了", "op": "=", "value": 1}]}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["submit"], "少了必须写的：--period"),
        (["submit", "--period", "2024-09"], "2024年9月已经报送（报 1）。要重报，先退回再报"),
        (["submit", "--period", "2099-01"], "还没有到，不能报送"),
        (["submit", "--period", "2024-10-01..2024-10-09"], "自选的日子可以出表，不能报送"),
        (["submit", "--period", "十月"], "看不懂"),
        (["submit", "--period", "2024-10", "--scan", "TEXT"], "不是图片，也不是 PDF"),
        (["submit", "--period", "2024-10", "--scan", "没有.pdf"], "找不到文件“没有.pdf”"),
        (["submit", "--period", "2024-10", "--scan", "."], "不是图片，也不是 PDF"),
        (["reopen", "--period", "2024-09"], "少了必须写的：--why"),
        (["reopen", "--period", "2024-09", "--why", "  "], "请写明退回2024年9月的原因"),
        (["reopen", "--period", "2024-10", "--why", "市里要求"], "没有报送过，或已经退回"),
        (["figures", "--submitted", "9"], "没有第 9 次报送"),
        (["figures", "--submitted", "0"], "没有第 0 次报送"),
        (["figures", "--submitted", "99999999999999999999"], "没有第"),
        (["figures", "--submitted", "一"], "请核对写法"),
        (["figures", "--submitted", "1", "--period", "2024-09"], "只写一个"),
        (["figures", "--submitted", "1", "--by", "weather"], "不能按“weather”分组"),
        (["figures", "--submitted", "1", "--by", "member"], "不能按“member”分组"),
        (["figures", "--submitted", "1", "--records", "天气"], "没有“天气”这个指标"),
        (["diff", "9", "2024-09"], "没有第 9 次报送"),
        (["diff", "1", "九月"], "看不懂"),
        (["diff", "1"], "少了必须写的：乙"),
        (["diff", "1", "2024-09", "--figure", "天气"], "没有“天气”这个指标"),
        (["check-month", "--period", "2024-13"], "看不懂"),
        (["figure", "add", "--json", "RATIO"], "分子和分母不能是同一个指标"),
        (["figure", "add", "--json", "GONE"], "没有“早没了”这个字段"),
        (["report", "天气", "--period", "2024-09", "--out", "OUT.xlsx"], "没有叫“天气”的报表"),
        (["report", "X1", "--period", "2024-09", "--out", "OUT.pdf"], "以 .xlsx"),
        (["evidence", "--period", "2024-11", "--out", "OUT"], "没有已登记的活动"),
        (
            ["adjust", "--figure", "协商活动", "--month", "2024Q3", "--amount", "1", "--reason", "漏"],
            "不是一个月",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence_and_changes_nothing(
    run: Run, still: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    files = {"RATIO": json_file(tmp_path, RATIO, "比.json"), "GONE": json_file(tmp_path, GONE, "无.json"),
             "TEXT": _text(tmp_path)}  # fmt: skip
    given = [files.get(each, each.replace("OUT", str(tmp_path / "出"))) for each in arguments]
    said = run(*given, folder=still)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert contents(still) == _untouched()
    assert not list(tmp_path.glob("出*"))


def test_a_period_that_overlaps_a_reported_one_is_refused(run: Run, data: Path) -> None:
    _with_office(data, lambda office: office.change_settings({"cut_off_day": 25}))
    before = contents(data)
    said = run("submit", "--period", "2024-10")
    assert (said.code, said.out) == (2, "")
    assert "2024年10月是2024年9月26日—10月25日，和已报送的2024-09（9月1日—9月30日，报 1）日子重叠" in said.err
    assert contents(data) == before
    # It comes back by its name, though that means other days now.
    assert "报 1  2024年9月  已退回" in run("reopen", "--period", "2024-09", "--why", "改了截止日").out
    _with_office(data, lambda office: office.submissions.submit(office.calendar.parse("2024-10")))
    assert run("submissions", "--json").json[0]["days"] == ["2024-09-26", "2024-10-25"]
