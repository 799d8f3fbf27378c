"""The work without a window: what every sub-command does and prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl

from app.models import RECORDS
from tests.commands import MEETING, ROOT, VISIT, Run, data, json_file, run

__all__ = ["data", "run"]  # fixtures


def test_kinds_are_listed_with_fields_children_and_options(run: Run, tmp_path: Path) -> None:
    found = run("kinds", "--json", folder=tmp_path / "没有").json
    assert not (tmp_path / "没有").exists()
    assert [kind["key"] for kind in found] == [model.key for model in RECORDS]
    meeting = found[0]
    assert (meeting["key"], meeting["label"]) == ("meeting", "协商活动")
    fields = {field["key"]: field for field in meeting["fields"]}
    assert {"key": "happened_on", "label": "日期", "type": "day", "needed": "save"}.items() <= fields[
        "happened_on"
    ].items()
    assert fields["brand"]["options"] == "brand"
    assert fields["township"]["kind"] == "township"
    assert fields["member_count"]["computed"]
    assert fields["topic"]["limit"] == 60
    assert set(meeting["children"]) == {"research", "speeches", "opinions", "consensus", "instructions"}
    task = next(field for field in meeting["children"]["consensus"] if field["key"] == "task")
    assert {"unit", "deadline", "progress"} <= {field["key"] for field in task["fields"]}
    words = run("kinds")
    assert "meeting  协商活动（必填：" in words.out
    assert len(words.out.splitlines()) == len(RECORDS)


def test_a_record_is_added_listed_shown_and_counted(run: Run, tmp_path: Path) -> None:
    added = run("add", "meeting", "--json", json_file(tmp_path, MEETING))
    uuid, number, status, title = added.out.split()
    assert (added.code, number, status, title) == (0, "XS-2024-0001", "已登记", "电动车集中充电")
    listed = run("list", "meeting", "--period", "2024-10", "--json").json
    assert [(row["uuid"], row["number"], row["status"], row["title"], row["day"]) for row in listed] == [
        (uuid, "XS-2024-0001", "registered", "电动车集中充电", "2024-10-12")
    ]
    assert run("list", "meeting", "--period", "2024-09", "--json").json == []
    assert len(run("list", "协商活动", "--search", "ddc", "--json").json) == 1
    assert run("list", "meeting", "--search", "没有的", "--json").json == []
    assert "共 1 条" in run("list", "meeting").out
    shown = run("show", "meeting", uuid, "--json").json
    assert shown["people"] == {"masses": 12}
    assert shown["consensus"][0]["task"]["deadline"] == "2025-03-01"
    assert [entry["member"]["label"] for entry in shown["members"]] == ["张伟", "陈志明"]
    assert shown["headcount"] == 14
    assert "会议议题：电动车集中充电" in run("show", "meeting", uuid).out
    figures = {
        row["key"]: row for row in run("figures", "--period", "2024-10", "--by", "township", "--json").json
    }
    meetings = figures["meetings"]
    assert (meetings["label"], meetings["unit"]) == ("协商活动", "场")
    assert (meetings["本期"], meetings["累计"], meetings["上年同期"]) == (1, 1, 0)
    assert {"label": "永兴街道", "本期": 1, "累计": 1, "上年同期": 0}.items() <= meetings["groups"][0].items()
    assert figures["task_close_rate"]["本期"] == 0
    assert figures["task_close_rate"]["本期_比"] == [0, 1]
    records = run("figures", "--period", "2024", "--records", "协商活动", "--json").json
    assert [(row["uuid"], row["kind"], row["amount"], row["day"]) for row in records] == [
        (uuid, "meeting", 1, "2024-10-12")
    ]
    assert "电动车集中充电" in run("figures", "--period", "2024", "--records", "meetings").out
    assert "协商活动（场） 本期 1" in run("figures", "--period", "2024Q4").out


def test_labels_may_stand_for_keys_everywhere(run: Run, tmp_path: Path) -> None:
    raw = {
        "日期": "2024-10-12",
        "会议议题": "标签",
        "乡镇（街道）": "青山镇",
        "协商品牌": "院坝协商",
        "五项重点": "普法强基",
        "参加委员": [{"member": "马文军", "role": "主持"}],
        "其他人员": {"群众代表": 3},
        "共识": [{"共识事项": "修路", "落实": {"责任单位": "交通局", "进展": "办理中"}}],
    }
    assert run("add", "协商活动", "--json", json_file(tmp_path, raw)).code == 0
    uuid = run("list", "meeting", "--json").json[0]["uuid"]
    shown = run("show", "meeting", uuid, "--json").json
    assert (shown["brand"], shown["focus"], shown["members"][0]["role"]) == ("courtyard", "law", "host")
    assert shown["consensus"][0]["task"]["state"] == "working"


def test_what_a_kind_or_a_field_was_called_before_is_understood(run: Run, tmp_path: Path) -> None:
    meeting = {"日期": "2024-10-12", "会议议题": "旧名", "其他人员": {"群众代表": 3}}
    assert run("add", "协商会议", "--json", json_file(tmp_path, meeting)).code == 0
    uuid = run("list", "协商会议", "--json").json[0]["uuid"]
    for kind, label, raw in (
        ("livelihood_deed", "来自会议", {"事项名称": "修灯", "登记日期": "2024-10-13", "类别": "出行"}),
        ("case_info", "关联会议", {"标题": "一个案例", "类型": "典型案例", "报送日期": "2024-10-13"}),
    ):
        assert run("add", kind, "--json", json_file(tmp_path, raw | {label: uuid})).code == 0
        shown = run("show", kind, run("list", kind, "--json").json[0]["uuid"], "--json").json
        assert shown["meeting"]["uuid"] == uuid


def test_drafts_are_kept_listed_and_confirmed(run: Run, tmp_path: Path) -> None:
    draft = run(
        "add",
        "visit",
        "--json",
        json_file(tmp_path, {"happened_on": "2024-10-13", "name": "走访"}),
        "--draft",
    )
    uuid = draft.out.split()[0]
    assert draft.out.split()[2] == "草稿"
    assert [row["status"] for row in run("list", "visit", "--drafts", "--json").json] == ["draft"]
    refused = run("confirm", "visit", uuid)
    assert (refused.code, refused.out) == (2, "")
    assert "“走访”参加委员：请点名参加的委员" in refused.err
    whole = run("add", "visit", "--json", json_file(tmp_path, VISIT), "--draft").out.split()[0]
    assert run("confirm", "visit", whole).out.split()[2] == "已登记"
    assert run("confirm", "visit", "0" * 32).code == 2


def test_a_file_with_a_byte_order_mark_is_read(run: Run, tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + json.dumps(VISIT, ensure_ascii=False).encode()
    assert run("add", "visit", "--json", json_file(tmp_path, raw)).code == 0


def test_a_month_is_exported_and_a_record_printed(run: Run, tmp_path: Path) -> None:
    uuid = run("add", "meeting", "--json", json_file(tmp_path, MEETING)).out.split()[0]
    out = tmp_path / "报送"
    paths = [Path(path) for path in run("export", "--period", "2024-10", "--out", str(out), "--json").json]
    assert [path.suffix for path in paths] == [".docx", ".docx", ".xlsx"]
    assert sorted(out.iterdir()) == sorted(paths)
    openpyxl.load_workbook(paths[-1]).close()
    written = run("document", "meeting", uuid, "--out", str(tmp_path / "记录.docx"))
    assert Path(written.out.strip()).is_file()
    assert run("document", "meeting", uuid, "--out", str(tmp_path), "--name", "没有的文书").code == 2
    full = tmp_path / "文件"
    full.write_text("x", encoding="utf-8")
    assert "没能写出" in run("export", "--period", "2024-10", "--out", str(full)).err


def test_a_layout_of_ones_own_that_is_broken_is_named_on_export(run: Run, data: Path, tmp_path: Path) -> None:
    (data / "表样").mkdir()
    (data / "表样" / "X1.json").write_text("{", encoding="utf-8")
    said = run("export", "--period", "2024-10", "--out", str(tmp_path / "报送"))
    assert said.code == 0
    assert "X1.json" in said.err


def _process(
    *arguments: str, given: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments], cwd=ROOT, input=given, capture_output=True, timeout=120,
        env={**os.environ, **environment},
    )  # fmt: skip


def test_as_a_process_it_reads_standard_input_and_writes_utf_8(data: Path, tmp_path: Path) -> None:
    raw = json.dumps(VISIT | {"name": "走访 𠮷𫚉"}, ensure_ascii=False).encode()
    added = _process("--data", str(data), "add", "visit", "--json", "-", given=raw)
    assert (added.returncode, added.stderr) == (0, b"")
    listed = _process("--data", str(data), "list", "visit", "--json", PYTHONIOENCODING="gbk")
    assert [row["title"] for row in json.loads(listed.stdout.decode())] == ["走访 𠮷𫚉"]
    wrong = _process("--data", str(data), "add", "visit", "--json", "-", given=b"{", PYTHONIOENCODING="ascii")
    assert wrong.returncode == 2
    assert "JSON 第 1 行" in wrong.stderr.decode()


def test_sub_commands_never_load_qt(data: Path) -> None:
    code = (
        "import gc, sys; from app.__main__ import main; "
        f"main(['--data', {str(data)!r}, 'figures', '--period', '2024']); "
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'app.ui'))]; "
        "heavy = {'openpyxl', 'docx', 'docxtpl', 'PIL', 'alembic', 'lxml'} & set(sys.modules); "
        "assert not heavy, heavy; "
        "assert gc.isenabled()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert done.stderr == b""


def test_who_stops_reading_early_is_no_bug(data: Path) -> None:
    command = f'"{sys.executable}" -m app --data "{data}" kinds --json | head -c 10'
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, timeout=60)
    assert done.stderr == b""


def test_newest_come_first_in_a_list(run: Run, tmp_path: Path) -> None:
    later = VISIT | {"name": "另一次", "happened_on": "2024-11-01"}
    run("add", "visit", "--json", json_file(tmp_path, [VISIT, later]))
    assert [row["title"] for row in run("list", "visit", "--json").json] == ["另一次", "走访果农"]
