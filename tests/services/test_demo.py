"""The sample county is as large as promised, lives, can be counted, and comes out the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import String, Text, delete, select, text

from app.clock import SAMPLE_MOMENT, FixedClock
from app.errors import AppError, Invalid, Level
from app.models import RECORDS, Base
from app.models.meeting import Meeting
from app.models.periods import Period
from app.models.system import OptionEntry
from app.models.unit import Unit
from app.paths import DataFolder
from app.services.aggregates import DRAFT, REGISTERED
from app.services.demo import fill
from app.services.demo_source import DemoSource
from app.services.figure_values import Pair
from app.services.monthly import day_column, loaded, problems
from app.services.office import Office
from app.store.store import Store
from tests.demo_fixture import demo_office

EVERY = 6  # of how many records one is checked again
REPEATED = 30  # more often than this no sentence may be said
SCHEDULE: dict[str, list[int]] = DemoSource().schedule["months"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Only read from."""
    made = demo_office(tmp_path_factory.mktemp("county"))
    yield made
    made.store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Office]:
    made = Office(Store(DataFolder(tmp_path)), FixedClock(SAMPLE_MOMENT))
    yield made
    made.store.close()


def ask(office: Office, sql: str) -> list[Any]:
    with office.store.reading() as session:
        return [row[0] if len(row) == 1 else tuple(row) for row in session.execute(text(sql))]


def month(office: Office, key: str) -> Period:
    return office.calendar.month(int(key[:4]), int(key[5:]))


def number(office: Office, figure: str, period: Period) -> int:
    found = office.figures.evaluate([figure], {"now": period}).total(figure, "now")
    assert not isinstance(found, Pair)
    return int(found)


def test_it_is_as_large_as_promised(office: Office) -> None:
    promised = {"township": 12, "village": 90, "studio": 28, "term": 2}
    assert {kind: office.count(kind) for kind in promised} == promised
    assert number(office, "members_total", month(office, "2026-10")) == 210
    assert len(set(ask(office, "SELECT sector FROM membership WHERE ended_on IS NULL"))) == 20
    in_both = "SELECT person_id FROM membership GROUP BY person_id HAVING count(DISTINCT term_id) = 2"
    assert 40 < len(ask(office, in_both)) < 150
    plans = Counter(ask(office, "SELECT year FROM topic_plan"))
    assert plans[2025] == plans[2026] == 36
    assert office.settings.demo
    assert office.settings.set_up


def test_every_month_has_its_records(office: Office) -> None:
    spans = {key: month(office, key) for key in SCHEDULE}
    figures = ["meetings", "visits", "studio_activities"]
    values = office.figures.evaluate(figures, spans)
    made = {key: [values.total(figure, key) for figure in figures] for key in SCHEDULE}
    assert len(made) == 24
    assert made == SCHEDULE


def test_members_leave_and_come_during_a_term(office: Office) -> None:
    states = Counter(ask(office, "SELECT state FROM membership WHERE started_on >= '2021-12'"))
    assert states["adjusted"] >= 5
    assert states["resigned"] >= 2
    assert states["serving"] == 210
    came = "SELECT count(*) FROM membership WHERE started_on > '2022-06' AND ended_on IS NULL"
    assert ask(office, came) == [12]


def test_names_hold_what_paper_must_carry(office: Office) -> None:
    names = ask(office, "SELECT name FROM person")
    assert names.count("张伟") == 2
    assert [name for name, times in Counter(names).items() if times > 1] == ["张伟"]
    for character in "䶮镕㛃𬀩":
        assert any(character in name for name in names)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
def test_what_is_registered_can_be_counted(office: Office, model: Any) -> None:
    with office.store.reading() as session:
        context = office.records.context(session)
        ids = session.scalars(select(model.id).where(model.status == REGISTERED).order_by(model.id)).all()
        assert ids
        for aggregate in loaded(session, model, ids[::EVERY]):
            blocking = [
                problem.sentence
                for problem in problems(session, context, aggregate)
                if problem.level in (Level.SAVE, Level.COUNT)
            ]
            assert not blocking, aggregate.title


def test_three_drafts_wait_and_two_are_planned(office: Office) -> None:
    found: dict[str, list[str]] = {}
    with office.store.reading() as session:
        context = office.records.context(session)
        for model in RECORDS:
            ids = session.scalars(select(model.id).where(model.status == DRAFT)).all()
            for aggregate in loaded(session, model, ids):
                missing = problems(session, context, aggregate)
                day = aggregate.values[model.kind.day]
                blocking = [problem.label for problem in missing if problem.level is Level.COUNT]
                found[f"{day} {aggregate.title}"] = blocking
    waiting = {title: labels for title, labels in found.items() if title <= "2026-10-28"}
    assert waiting == {
        "2026-10-14 电动车充电桩建在哪——大树营社区协商会": ["责任单位"],
        "2026-10-17 走访白马乡李家湾村养殖户": ["服务群众人次"],
        "2026-10-21 东门菜市场搬迁协商会": ["合计人数"],
    }
    assert sorted(title[:10] for title in found if title > "2026-10-28") == ["2026-10-29", "2026-10-30"]


def test_some_things_deserve_a_second_look(office: Office) -> None:
    assert ask(office, "SELECT max(people_served) FROM visit") == [620]
    late = "SELECT count(*) FROM task WHERE deadline < '2026-10-28' AND closed_on IS NULL"
    assert 4 < ask(office, late)[0] < 25
    twice = (
        "SELECT p.name, a.happened_on FROM attendance t JOIN activity a ON a.id = t.activity_id"
        " JOIN person p ON p.id = t.person_id GROUP BY t.person_id, a.happened_on HAVING count(*) > 1"
    )
    assert ask(office, twice) == [("张伟", "2026-10-26")]


def test_two_townships_are_silent_in_the_newest_month(office: Office) -> None:
    active = (
        "SELECT t.name FROM activity a JOIN township t ON t.id = a.township_id"
        " WHERE a.happened_on >= '2026-10'"
    )
    silent = set(ask(office, "SELECT name FROM township")) - set(ask(office, active))
    assert silent == {"清河镇", "云岭乡"}
    assert ask(office, "SELECT subject FROM zero_report WHERE month = '2026-10-00'") == ["云岭乡"]


def test_old_tasks_are_mostly_done_and_new_ones_are_not(office: Office) -> None:
    tasks = (
        "SELECT sum(t.state = 'closed') * 1.0 / count(*) FROM task t"
        " JOIN consensus_item c ON c.id = t.parent_id JOIN activity a ON a.id = c.parent_id"
        " WHERE a.happened_on {}"
    )
    assert ask(office, tasks.format("< '2026-01'"))[0] > 0.85
    assert ask(office, tasks.format(">= '2026-09-15'"))[0] < 0.4


def test_no_text_is_left_unfilled(office: Office) -> None:
    bad = re.compile(r"[{}]|××|XX|None|nan|\?\?|待填|TODO|示例县示例县")
    for table in Base.metadata.sorted_tables:
        if table.name in ("change", "setting", "option_entry"):
            continue
        columns = [c for c in table.columns if isinstance(c.type, String | Text)]
        with office.store.reading() as session:
            for row in session.execute(select(*columns)) if columns else ():
                wrong = [value for value in row if isinstance(value, str) and bad.search(value)]
                assert not wrong, table.name


def test_the_texts_are_full_and_not_always_the_same(office: Office) -> None:
    held = (
        f"SELECT count(*) FROM activity WHERE type = 'meeting' AND happened_on <= '{SAMPLE_MOMENT:%Y-%m-%d}'"
    )
    topics = ask(office, "SELECT topic FROM meeting")
    assert len(set(topics)) == len(topics)
    backgrounds = ask(office, "SELECT background FROM meeting_text WHERE background IS NOT NULL")
    assert len(set(backgrounds)) == len(backgrounds) == ask(office, held)[0]
    assert min(len(background) for background in backgrounds) > 80
    for table, column in (("speech", "points"), ("consensus_item", "text"), ("visit_text", "content")):
        counts = Counter(ask(office, f"SELECT {column} FROM {table}"))
        assert max(counts.values()) < REPEATED, counts.most_common(1)
    speakers = ask(office, "SELECT count(*) FROM speech GROUP BY parent_id")
    assert 3 <= min(speakers) <= max(speakers) <= 5


def test_the_first_records_of_the_newest_month_have_pictures(office: Office) -> None:
    with office.store.reading() as session:
        days = (day_column(Meeting) >= "2026-10-01", day_column(Meeting) <= "2026-10-20")
        ids = session.scalars(select(Meeting.id).where(*days)).all()
        meetings = loaded(session, Meeting, ids)
    files = [entry for meeting in meetings for entry in meeting.values["files"]]
    assert all(meeting.values["files"] for meeting in meetings)
    assert {entry["picture"] for entry in files} == {True}
    assert len({entry["sha256"] for entry in files}) == len(files)
    thumbnail = office.store.vault.thumbnail(files[0]["sha256"])
    assert thumbnail is not None
    assert thumbnail.startswith(b"\x89PNG")


def test_it_comes_out_the_same_each_time(office: Office, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app.clock import SAMPLE_MOMENT, FixedClock;"
        "from app.paths import DataFolder; from app.services.demo import fill;"
        "from app.services.office import Office; from app.store.store import Store;"
        "office = Office(Store(DataFolder(Path(sys.argv[1]))), FixedClock(SAMPLE_MOMENT)); fill(office);"
        "office.store.close()"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True, env=environment)
    again = Office(Store(DataFolder(tmp_path)), FixedClock(SAMPLE_MOMENT))
    try:
        assert fingerprint(again) == fingerprint(office)
        assert numbers(again) == numbers(office)
    finally:
        again.store.close()


def fingerprint(office: Office) -> list[Any]:
    tables = dict.fromkeys(model.__mapper__.local_table.name for model in RECORDS if model is not Unit)
    roots = ["activity", *(name for name in tables if name not in ("meeting", "visit", "studio_activity"))]
    found = [ask(office, f"SELECT uuid, number, content_hash FROM {name} ORDER BY uuid") for name in roots]
    return [*found, ask(office, "SELECT uuid, owner, sha256, name FROM attachment ORDER BY uuid")]


def numbers(office: Office) -> Any:
    spans = {"now": month(office, "2026-10"), "year": office.calendar.year(2026)}
    keys = [figure.key for figure in office.figures.groupable("township")]
    values = office.figures.evaluate(keys, spans, "township")
    return {
        (key, span, group.label): values.part(key, span, group.key)
        for key in keys for span in spans for group in values.groups
    }  # fmt: skip


def test_a_store_with_records_is_refused(empty: Office) -> None:
    empty.records.add("township", [{"name": "大河镇"}])
    with pytest.raises(AppError, match="台账里已经有 1 条记录"):
        fill(empty)
    assert not empty.settings.demo
    assert empty.count("township") == 1


def test_a_filling_that_fails_leaves_nothing(empty: Office) -> None:
    before = empty.settings
    with empty.store.writing() as session:
        session.execute(delete(OptionEntry).where(OptionEntry.options == "village_kind"))
    log = empty.log.latest()
    with pytest.raises(Invalid, match="选项"):
        fill(empty)
    assert (empty.settings, empty.log.latest()) == (before, log)
    assert [empty.count(model.key) for model in RECORDS if model is not Unit] == [0] * (len(RECORDS) - 1)
