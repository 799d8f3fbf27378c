"""A kind or a field more, on a file of the release before with rows in it: one file, one name, no more."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import text

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.list_query import Query
from app.services.office import Office
from app.store.connection import open_connection
from app.store.store import Store
from tests.office import MOMENT, small_office, uuids

ROOT = Path(__file__).parents[2]
TRAINING = '''
"""A kind that another release brings."""
from typing import Any
from app.models.base import Record, Row
from app.models.fields import children, computed, field, reference
from app.models.kinds import Kind
from app.models.values import Choice, Count, DayValue, Flag, LongText, Many, Money, Text, Time

class Training(Record):
    """学习培训."""
    kind = Kind("学习培训", code="PX", measure="次", page="meeting", title="name", day="held_on",
                same_if=("name", "held_on"))
    name: Any = field("培训名称", Text(60), needed="save", listed=True, searched=True)
    held_on: Any = field("培训日期", DayValue(), needed="save", listed=True)
    township: Any = reference("乡镇（街道）", "township", listed=True)
    after: Any = reference("上一次培训", "training")
    sort: Any = field("层级", Choice("level"), needed="count", listed=True)
    ways: Any = field("方式", Many("visit_way"))
    hours: Any = field("学时", Count("时"), listed=True)
    cost: Any = field("经费", Money())
    began_at: Any = field("开始时间", Time())
    online: Any = field("线上", Flag())
    summary: Any = field("培训小结", LongText(2000))
    lessons: Any = children("课程", "Lesson")
    lesson_count: Any = computed("课程数", Count("节"), lambda v: len(v.get("lessons") or ()), listed=True)

class Lesson(Row, parent="training"):
    """One lesson."""
    teacher: Any = field("授课人", Text(20), needed="save")
    notes: Any = field("讲义", LongText(2000))
    exam: Any = children("考试", "Exam", single=True)

class Exam(Row, parent="lesson"):
    """Its exam."""
    passed: Any = field("合格人数", Count("人"))
'''
INSPECTION = '''
"""An activity that another release brings."""
from typing import Any
from app.models.activity import Activity
from app.models.fields import field
from app.models.kinds import Kind
from app.models.values import LongText, Text

class Inspection(Activity):
    """调研视察."""
    kind = Kind("调研视察", code="SC", measure="次", page="visit", title="subject", day="happened_on",
                documents=("sign_in_sheet",), groups=("基本情况", "参加人员", "备注和附件"))
    subject: Any = field("视察主题", Text(60), rank=10, needed="save", listed=True, searched=True)
    findings: Any = field("视察发现", LongText(4000))
'''
RUN = """
import contextlib, io, json, sys
from pathlib import Path
from app.bootstrap import main, open_office
from app.paths import DataFolder
from app.services.list_query import Query

def excel(folder, kind):
    office = open_office(DataFolder(folder), write=False)
    print(office.list_export.write(Query(kind), folder / "导出"))
    office.store.close()
    return 0

said = []
for arguments in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments) if arguments[2] != "excel" else excel(Path(arguments[1]), arguments[3])
    said.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(said))
"""


@dataclass
class _Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


@dataclass
class _Release:
    """The program with something more declared, and the folder of the office."""

    program: Path
    data: Path
    before: dict[str, list[Any]] = field(default_factory=dict)

    def run(self, *commands: list[str]) -> list[_Said]:
        whole = json.dumps([["--data", str(self.data), *command] for command in commands])
        result = subprocess.run(
            [sys.executable, "-c", RUN, whole], cwd=self.program, capture_output=True, text=True,
            encoding="utf-8", timeout=120,
        )  # fmt: skip
        assert result.returncode == 0, result.stderr
        return [_Said(*each) for each in json.loads(result.stdout)]

    def add(self, kind: str, *raws: dict[str, Any]) -> list[str]:
        file = self.data / f"{kind}.json"
        file.write_text(json.dumps(raws, ensure_ascii=False), encoding="utf-8")
        return ["add", kind, "--json", str(file)]


def declare_release(program: Path) -> None:
    """Writes two kinds and some fields more into a copy of the program."""
    models = program / "app" / "models"
    (models / "training.py").write_text(TRAINING, encoding="utf-8")
    (models / "inspection.py").write_text(INSPECTION, encoding="utf-8")
    _replace(models / "__init__.py", "from app.models.meeting import Meeting\n",
             "from app.models.inspection import Inspection\nfrom app.models.meeting import Meeting\n"
             "from app.models.training import Training\n")  # fmt: skip
    _replace(
        models / "__init__.py", "    ZeroReport,\n)", "    ZeroReport,\n    Training,\n    Inspection,\n)"
    )
    fields = (
        '    seats: Any = field("座位数", Count("个"), listed=True)\n'
        '    history: Any = field("沿革", LongText(2000), folded=True)\n'
        '    studio: Any = reference("共用的工作室", "studio", folded=True)\n'
    )
    _replace(models / "platform.py", "    premises: Any", f"{fields}    premises: Any")
    _replace(models / "platform.py", "import Choice, ", "import Choice, Count, LongText, ")
    _replace(
        models / "meeting.py",
        "    told_on: Any",
        '    cost: Any = field("花费", Count("元"))\n    told_on: Any',
    )


def _replace(path: Path, old: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, (path.name, old)
    path.write_text(words.replace(old, new), encoding="utf-8")


def _rows(data: Path) -> dict[str, list[Any]]:
    connection = open_connection(DataFolder(data).store, None, write=False)
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        if not row[0].startswith(("search", "sqlite_", "setting"))
    ]
    found = {}
    for name in names:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        rows = connection.execute(f"SELECT * FROM {name}").fetchall()
        found[name] = [
            sorted((k, v) for k, v in zip(columns, row, strict=True) if v is not None) for row in rows
        ]
    connection.close()
    return found


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> _Release:
    """An office filled by this release, and the next release beside it."""
    made = _Release(tmp_path_factory.mktemp("program"), tmp_path_factory.mktemp("office"))
    for name in ("app", "resources"):
        ignored = shutil.ignore_patterns("__pycache__", "ui", "demo", "icons", "make")
        shutil.copytree(ROOT / name, made.program / name, ignore=ignored)
    declare_release(made.program)
    office = small_office(made.data)
    meeting = {
        "happened_on": "2026-10-12",
        "topic": "电动车充电",
        "members": ["陈志明"],
        "township": "永兴街道",
    }
    task = {"unit": "住建局", "progress": [{"on": "2026-10-20", "text": "已开工"}]}
    consensus = [{"text": "建充电桩", "task": task}]
    office.records.add("meeting", [meeting | {"consensus": consensus, "background": "长的情况介绍"}])
    platform = {"name": "青山协商室", "level": "township", "opened_on": "2024-05-01", "remark": "旧的备注"}
    office.records.add("platform", [platform])
    office.store.close()
    made.before = _rows(made.data)
    return made


def test_a_new_release_adds_its_kinds_and_fields_to_a_filled_store(release: _Release) -> None:
    township = {"name": "新乡", "position": 4}
    training = {
        "name": "新任委员培训", "held_on": "2026-10-20", "township": "青山镇", "sort": "county", "hours": 8,
        "ways": ["visit", "帮办实事"], "cost": "1200.50", "began_at": "8:30", "online": False,
        "summary": "𠮷长小结", "lessons": [{"teacher": "王老师", "notes": "讲义一", "考试": {"合格人数": 30}},
                                           {"teacher": "李老师"}],
    }  # fmt: skip
    inspection = {
        "happened_on": "2026-10-21",
        "subject": "河道",
        "members": ["马文军"],
        "people": {"masses": 3},
    }
    commands = [
        ["list", "training", "--json"],  # reading comes first, and even that finds its table
        release.add("training", training),
        ["list", "training", "--json"],
        ["list", "学习培训", "--search", "新任"],
        ["list", "training", "--search", "xrwypx", "--json"],
        ["list", "training", "--period", "2026-09", "--json"],
        release.add("inspection", inspection | {"findings": "长的发现"}),
        ["list", "inspection", "--search", "马文军", "--json"],
        ["kinds", "--json"],
        release.add("township", township),
        ["figures", "--period", "2026-10", "--by", "township", "--json"],
        release.add("platform", {"name": "新平台", "level": "county", "opened_on": "2026-01-01", "seats": 40,
                                 "history": "沿革文字", "studio": "青山镇委员工作室"}),
        ["list", "platform", "--json"],
    ]  # fmt: skip
    (
        empty,
        added,
        listed,
        words,
        initials,
        september,
        seen,
        by_member,
        kinds,
        _,
        figures,
        platform,
        platforms,
    ) = release.run(*commands)
    assert empty.json == []
    assert (added.code, added.err) == (0, "")
    assert [(row["title"], row["hours"], row["lesson_count"]) for row in listed.json] == [
        ("新任委员培训", 8, 2)
    ]
    assert "新任委员培训" in words.out
    assert [row["title"] for row in initials.json] == ["新任委员培训"]
    assert september.json == []
    assert (seen.code, seen.err) == (0, "")
    assert [row["title"] for row in by_member.json] == ["河道"]
    declared = {kind["key"]: kind for kind in kinds.json}
    assert list(declared["training"]["children"]) == ["lessons"]
    assert {row["key"]: row["本期"] for row in figures.json}["meetings"] == 1
    assert platform.code == 0
    assert {row["title"]: row["seats"] for row in platforms.json} == {"新平台": 40, "青山协商室": None}

    wanted = {said.out.split()[3]: said.out.split()[0] for said in (added, platform, seen)}
    shown = release.run(
        ["show", "training", wanted["新任委员培训"], "--json"],
        ["show", "platform", wanted["新平台"], "--json"],
        ["show", "inspection", wanted["河道"]],
        ["show", "training", wanted["新任委员培训"]],
        ["excel", "training"],
    )
    one = shown[0].json
    assert [lesson["teacher"] for lesson in one["lessons"]] == ["王老师", "李老师"]
    assert one["lessons"][0]["exam"]["passed"] == 30
    assert (one["summary"], one["cost"], one["began_at"], one["online"]) == (
        "𠮷长小结",
        "1200.50",
        "08:30",
        False,
    )
    assert (one["ways"], one["status"], one["number"]) == (["visit", "deed"], "registered", "PX-2026-0001")
    assert (shown[1].json["history"], shown[1].json["studio"]["label"]) == ("沿革文字", "青山镇委员工作室")
    assert "长的发现" in shown[2].out
    assert "合格人数：30" in shown[3].out
    _check_excel_list(Path(shown[4].out.strip()))

    _check_old_rows(release)
    _check_backup(release)
    _check_this_release_still_opens_it(release)


def _check_old_rows(release: _Release) -> None:
    after = _rows(release.data)
    for name, rows in release.before.items():
        missing = [row for row in rows if row not in after[name]]
        assert missing == [] or name == "sequence", name


def _check_excel_list(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert {"培训名称", "学时", "课程数", "新任委员培训", "PX-2026-0001", 8, "主动走访、帮办实事"} <= set(
        cells
    )
    book.close()


def _check_backup(release: _Release) -> None:
    copies = sorted(DataFolder(release.data).backups.glob("*升级前*.db"))
    assert len(copies) == 1
    folder = DataFolder(release.data / "恢复")
    folder.root.mkdir()
    shutil.copy(copies[0], folder.store)
    assert _rows(folder.root) == release.before


def _check_this_release_still_opens_it(release: _Release) -> None:
    office = Office(Store(DataFolder(release.data)), FixedClock(MOMENT))
    assert office.store.extended == []
    rows = office.listing.as_json(Query("platform"))
    assert sorted(row["title"] for row in rows) == ["新平台", "青山协商室"]
    platform = office.records.load("platform", uuids(office, "platform")["新平台"])
    platform.values["name"] = "改名的平台"
    office.records.save(platform)
    with office.store.reading() as session:
        kept = session.execute(text("SELECT seats FROM platform WHERE name='改名的平台'")).scalar()
        assert kept == 40
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    office.store.close()
    said = release.run(["list", "platform", "--json"])
    assert {row["title"]: row["seats"] for row in said[0].json} == {"改名的平台": 40, "青山协商室": None}


def test_a_store_of_this_release_is_opened_without_a_change(tmp_path: Path) -> None:
    small_office(tmp_path).store.close()
    before = DataFolder(tmp_path).store.read_bytes()
    store = Store(DataFolder(tmp_path))
    assert store.extended == []
    store.close()
    assert DataFolder(tmp_path).store.read_bytes() == before
    assert not DataFolder(tmp_path).backups.exists()


def test_what_was_added_stands_in_the_change_log(release: _Release, tmp_path: Path) -> None:
    data = tmp_path / "office"
    small_office(data).store.close()
    later = _Release(release.program, data)
    said = later.run(
        ["list", "township"],
        later.add("township", {"name": "新乡"}),
        ["list", "township"],
        ["check", "--deep"],
        ["backups", "--json"],
    )
    assert (said[3].code, said[3].err) == (0, "")  # what is new and empty makes no record another
    assert [backup["reason"] for backup in said[4].json] == ["升级前"]
    connection = open_connection(DataFolder(data).store, None, write=False)
    rows = connection.execute("SELECT data FROM change WHERE action='extend'").fetchall()
    connection.close()
    assert len(rows) == 1
    assert {"training", "platform.seats"} <= set(json.loads(rows[0][0])["added"])
