"""`figure add` and `figure list`: own figures without a window."""

from __future__ import annotations

from pathlib import Path

from app.models.figures import FIGURES
from tests.commands import VISIT, Run, data, json_file, rows_of, run

__all__ = ["data", "run"]  # fixtures

SERVED = {
    "label": "服务二十人以上",
    "unit": "次",
    "source": "visit",
    "where": [{"field": "people_served", "op": ">=", "value": 20}],
    "measure": "count",
    "dated_by": "happened_on",
}
SHARE = {"名称": "二十人以上占比", "measure": {"ratio": ["服务二十人以上", "visits"]}}


def test_an_own_figure_is_added_listed_and_counted_as_a_shipped_one(run: Run, tmp_path: Path) -> None:
    run(
        "add",
        "visit",
        "--json",
        json_file(tmp_path, [VISIT, VISIT | {"name": "走访老人", "people_served": 3}]),
    )
    added = run("figure", "add", "--json", json_file(tmp_path, [SERVED, SHARE]))
    assert added.out.splitlines() == [
        "own_1 服务二十人以上（次） 日期在期内的委员走访，服务群众人次不少于20，一条算一次",
        "own_2 二十人以上占比（%） 服务二十人以上 ÷ 委员走访",
    ]
    listed = run("figure", "list", "--json").json
    assert [row["key"] for row in listed] == [*(figure.key for figure in FIGURES), "own_1", "own_2"]
    assert {row["origin"] for row in listed[:-2]} == {"shipped"}
    assert {row["origin"] for row in listed[-2:]} == {"own"}
    assert (listed[-2]["measure"], listed[-2]["source"]) == ("count", "visit")
    found = {row["key"]: row for row in run("figures", "--period", "2024-10", "--json").json}
    assert (found["own_1"]["label"], found["own_1"]["本期"]) == ("服务二十人以上", 1)
    assert (found["own_2"]["本期"], found["own_2"]["本期_比"]) == (50, [1, 2])
    behind = run("figures", "--period", "2024-10", "--records", "服务二十人以上", "--json").json
    assert [row["title"] for row in behind] == ["走访果农"]
    words = run("figure", "list").out.splitlines()
    assert words[-1] == "own_2 二十人以上占比（%） 自定 服务二十人以上 ÷ 委员走访"
    assert len(words) == len(FIGURES) + 2


def test_what_is_listed_can_be_added_elsewhere(run: Run, tmp_path: Path) -> None:
    run("figure", "add", "--json", json_file(tmp_path, SERVED))
    kept = run("figure", "list", "--json").json[-1]
    again = {key: kept[key] for key in ("unit", "source", "where", "measure", "dated_by")} | {
        "label": "另一个"
    }
    run("figure", "add", "--json", json_file(tmp_path, again))
    first, second = run("figure", "list", "--json").json[-2:]
    assert first["where"] == second["where"] == [{"field": "people_served", "op": ">=", "value": ["20"]}]


def test_one_that_is_wrong_is_refused_with_all_the_others(run: Run, data: Path, tmp_path: Path) -> None:
    before = rows_of(data)
    for content, words in (
        ([SERVED, SERVED], "已经有“服务二十人以上”这个指标"),
        (SERVED | {"label": "协商活动"}, "请换个名称"),
        (SERVED | {"where": [["没有", "=", 1]]}, "没有“没有”这个字段"),
        (SHARE | {"measure": {"ratio": ["visits", "visits"]}}, "分子和分母不能是同一个指标"),
        ([], "JSON 里要是一条记录"),
    ):
        said = run("figure", "add", "--json", json_file(tmp_path, content))
        assert said.code != 0
        assert words in said.err
    for arguments in ((), ("add",), ("lst",), ("add", "--json", str(tmp_path / "没有.json"))):
        assert run("figure", *arguments).code != 0
    assert rows_of(data) == before
    assert "自定" not in run("figure", "list").out


def test_listing_needs_no_right_to_write(run: Run, data: Path) -> None:
    from app.paths import DataFolder
    from app.store.store import Store

    window = Store(DataFolder(data))
    try:
        assert run("figure", "list").code == 0
        assert run("figure", "add", "--json", "-").code != 0
    finally:
        window.close()
