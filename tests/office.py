"""A small invented office to test with: three townships, some villages, a dozen members, a studio."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from tests.shared import shared_folder

MOMENT = datetime(2026, 10, 28, 14, 3)

TOWNSHIPS = ("永兴街道", "青山镇", "大河镇")
VILLAGES = (
    ("大树营社区", "永兴街道"),
    ("金桂社区", "永兴街道"),
    ("东门社区", "永兴街道"),
    ("青山村", "青山镇"),
    ("石桥村", "青山镇"),
    ("河口村", "大河镇"),
)
MEMBERS = (
    ("陈志明", "economy", "县发展和改革局副局长"),
    ("赵雅琴", "education", "县第二中学教师"),
    ("马文军", "agriculture", "某果业合作社理事长"),
    ("张伟", "industry", "县工商联副主席，某建材公司总经理"),
    ("张伟", "agriculture", "大河镇农技站站长"),
    ("周文", "medicine", "县人民医院副院长"),
    ("朱薇", "education", "县第三小学教师"),
    ("郑武", "nonparty", "某律师事务所律师"),
    ("单小云", "women", "县妇联副主席"),
    ("李娜", "culture", "县文化馆馆员"),
    ("王强", "science", "县科协副主席"),
    ("王强生", "economy", "某物流公司经理"),
)


def small_office(folder: Path, moment: datetime = MOMENT) -> Office:
    """An office of its own in `folder`; the people and places in it are invented."""
    shutil.copytree(_built(), folder, dirs_exist_ok=True)
    return Office(Store(DataFolder(folder)), FixedClock(moment))


def worked_office(folder: Path, work: Callable[[Office], object]) -> Office:
    """A small office of its own in `folder`, in which `work` was done, once a test run."""

    def make(place: Path) -> None:
        office = small_office(place)
        work(office)
        office.store.close()

    shutil.copytree(shared_folder(f"{work.__module__}.{work.__name__}", make), folder, dirs_exist_ok=True)
    return Office(Store(DataFolder(folder)), FixedClock(MOMENT))


def uuids(office: Office, kind: str) -> dict[str, str]:
    """Title → uuid of the records of a kind; of two with one name, the first."""
    from sqlalchemy import select

    from app.models import model_of
    from app.services.context import refs

    model = model_of(kind)
    with office.store.reading() as session:
        ids = [row[0] for row in session.execute(select(model.id).order_by(model.id.desc()))]
        return {ref.label: ref.uuid for ref in refs(session, model, sorted(ids, reverse=True)).values()}


@cache
def _built() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ledger-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = Office(Store(DataFolder(folder)), FixedClock(MOMENT))
    office.change_settings({"unit_name": "示例县政协", "clerk": "王秀兰"})
    add = office.records.add
    add("township", [{"name": name, "position": place} for place, name in enumerate(TOWNSHIPS, 1)])
    add("village", [{"name": name, "township": township} for name, township in VILLAGES])
    add("term", [{"name": "十届", "started_on": "2016-08-01", "ended_on": "2021-05-31"}])
    add("term", [{"name": "十一届", "started_on": "2021-06-01"}])
    people = add("person", [{"name": name} for name, *_ in MEMBERS])
    add(
        "membership",
        [
            {"person": person.uuid, "term": "十一届", "sector": sector, "employer": employer,
             "posts": ["委员"], "started_on": "2021-06-01"}
            for person, (_, sector, employer) in zip(people, MEMBERS, strict=True)
        ],
    )  # fmt: skip
    earlier = {"person": people[0].uuid, "term": "十届", "sector": "economy", "state": "expired"}
    add("membership", [earlier | {"started_on": "2016-08-01", "ended_on": "2021-05-31"}])
    studio = {"name": "青山镇委员工作室", "sort": "township", "township": "青山镇"}
    joined = [{"member": "马文军", "joined_on": "2023-03-01"}]
    add("studio", [studio | {"opened_on": "2023-03-01", "members": joined}])
    topic = {"name": "电动车集中充电与消防安全", "year": 2026, "township": "永兴街道"}
    add("topic_plan", [topic | {"approved_on": "2026-02-10"}])
    office.store.close()
    return folder
