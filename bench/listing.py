"""How fast a list of 100,000 meetings answers: first page, sort, filter, search; plain and encrypted."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from app.clock import FixedClock
from app.models import Base
from app.models.periods import Calendar
from app.paths import DataFolder
from app.services.listing import Listing, Query
from app.services.office import Office
from app.store.search import kind_token, pairs
from app.store.store import Store

COUNT = 100_000
KEY = bytes(range(32))
TODAY = datetime(2026, 10, 28, 14, 3)
CHUNK = 5_000
_DAY_SHIFT = 40
_SYLLABLES = (
    "老旧小区加装电梯菜市场搬迁灌溉水渠清淤路灯改造停车位划线养老食堂"
    "选址公厕管护茶厂污水夜市油烟充电桩河道垃圾"
)
_ENDINGS = ("怎么办协商会", "协商会", "改造协商会", "费用分摊协商会", "选址协商会")
_SENTENCES = (
    "与会委员和群众代表围绕议题逐项讨论。",
    "街道和部门当场答复，约定限期办理。",
    "会前三次到现场看，走访了二十多户人家。",
    "有人担心费用分摊不公平，要求列出明细。",
    "村民小组长提出先试点，再铺开。",
    "结果在村务公开栏公布，半年后回访。",
    "分歧在于占用公共绿地，留待下次再议。",
    "承办单位说明资金来源和施工时间。",
)
_NAMES = "张王李赵陈杨周吴马段普罗单仇区查"
_GIVEN = "伟秀英建国志明德福雅琴文军小云芳丽强磊娟敏静"
_BRANDS = ("grassroots", "courtyard", "sector_talk", None)
_FOCUS = ("law", "customs", "green", "poverty", "prosperity", None)


def build(folder: Path, count: int = COUNT, key: bytes | None = None) -> Store:
    """A store with `count` meetings, three members each, long texts and the search index; invented."""
    store = Store(DataFolder(folder), key=key)
    office = Office(store, FixedClock(TODAY))
    if _count(store) == count:
        return store
    _register(office)
    chance = random.Random(7)
    with store.writing() as session:
        ids = _local_ids(session)
        numbers = iter(range(1, count + 1))
        while chunk := list(islice(numbers, CHUNK)):
            _add_chunk(session, chance, chunk, count, ids)
        session.execute(text("ANALYZE"))
    return store


def measure(folder: Path, count: int = COUNT) -> dict[str, Any]:
    """Milliseconds per question, median and 95th percentile, for a plain and an encrypted store."""
    return {
        name: _measure_store(build(folder / name, count, key))
        for name, key in (("plain", None), ("encrypted", KEY))
    }


def _measure_store(store: Store) -> dict[str, Any]:
    clock = FixedClock(TODAY)
    listing = Listing(store, clock, Calendar())
    found = listing.find(Query("meeting"))
    middle = found.total // 2
    asked: dict[str, Callable[[], Any]] = {
        "first page": lambda: listing.rows("meeting", listing.find(Query("meeting")).ids[:200]),
        "first page of a month": lambda: listing.rows(
            "meeting", listing.find(Query("meeting", Calendar().month(2026, 9))).ids[:200]
        ),
        "page in the middle": lambda: listing.rows("meeting", found.ids[middle : middle + 200]),
        "sort by text": lambda: listing.find(Query("meeting", order=("topic", False))),
        "sort by choice": lambda: listing.find(Query("meeting", order=("brand", False))),
        "sort by reference": lambda: listing.find(Query("meeting", order=("village", True))),
        "sort by number": lambda: listing.find(Query("meeting", order=("headcount", True))),
        "filter by choice": lambda: listing.find(Query("meeting", filters={"brand": ("courtyard",)})),
        "filter by reference": lambda: listing.find(
            Query("meeting", filters={"township": (_some_township(store),)})
        ),
        "filter by status": lambda: listing.find(Query("meeting", drafts_only=True)),
        "totals": lambda: listing.totals(Query("meeting")),
    }
    answers: dict[str, Any] = {name: _timed(ask, 7) for name, ask in asked.items()}
    answers["search"] = _search_times(listing)
    store.close()
    return answers


def _search_times(listing: Listing) -> dict[str, float]:
    """Any word of one to four characters, common and rare, names, initials and numbers."""
    chance = random.Random(11)
    source = _SYLLABLES + "".join(_SENTENCES).replace("，", "").replace("。", "")
    words = []
    for _ in range(120):
        start = chance.randrange(len(source) - 4)
        words.append(source[start : start + chance.randint(1, 4)])
    words += [chance.choice(_NAMES) + chance.choice(_GIVEN) for _ in range(20)]
    words += ["zw", "ljxq", "XS-2026-0003", "0999", "电梯 菜市场"]
    times = []
    for word in words:
        began = time.perf_counter()
        listing.find(Query("meeting", search=word))
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return {"median": round(statistics.median(times), 1), "p95": round(times[int(len(times) * 0.95)], 1),
            "worst": round(times[-1], 1)}  # fmt: skip


def _timed(ask: Callable[[], Any], rounds: int) -> dict[str, float]:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return {"median": round(statistics.median(times), 1), "worst": round(max(times), 1)}


def _count(store: Store) -> int:
    with store.reading() as session:
        return int(session.execute(text("SELECT count(*) FROM meeting")).scalar() or 0)


def _some_township(store: Store) -> str:
    with store.reading() as session:
        return str(session.execute(text("SELECT uuid FROM township ORDER BY id LIMIT 1")).scalar())


def _register(office: Office) -> None:
    chance = random.Random(3)
    records = office.records
    townships = [f"{a}{b}镇" for a in "青红白云" for b in "山河泉"]
    records.add("township", [{"name": name, "position": place} for place, name in enumerate(townships)])
    records.add(
        "village",
        [{"name": f"{_SYLLABLES[n % 40]}{n}村", "township": townships[n % 12]} for n in range(90)],
    )
    records.add("term", [{"name": "十一届", "started_on": "2016-06-01"}])
    names = [a + b for a in _NAMES for b in _GIVEN]
    people = chance.sample(names, 200)
    records.add("person", [{"name": name} for name in people])
    records.add(
        "membership",
        [{"person": name, "term": "十一届", "started_on": "2016-06-01"} for name in people],
        draft=True,
    )


def _local_ids(session: Session) -> dict[str, list[Any]]:
    def all_of(sql: str) -> list[Any]:
        return [tuple(row) for row in session.execute(text(sql))]

    return {
        "unit": all_of("SELECT id FROM unit"),
        "township": all_of("SELECT id FROM township"),
        "village": all_of("SELECT id, township_id FROM village"),
        "member": all_of(
            "SELECT m.id, m.person_id, p.name FROM membership m JOIN person p ON p.id=m.person_id"
        ),
    }


def _add_chunk(
    session: Session, chance: random.Random, numbers: list[int], count: int, ids: dict[str, list[Any]]
) -> None:
    made = [_meeting(chance, number, count, ids) for number in numbers]
    tables = Base.metadata.tables
    for name in ("activity", "meeting", "meeting_text", "attendance", "search_row"):
        rows = [row for one in made for row in one[name]]
        session.execute(insert(tables[name]), rows)
    session.execute(
        text("INSERT INTO search(rowid, title, body, people, initials, kind) VALUES(:id,:t,:b,:p,:i,:k)"),
        [row for one in made for row in one["search"]],
    )


def _meeting(chance: random.Random, number: int, count: int, ids: dict[str, list[Any]]) -> dict[str, Any]:
    day = date(2016, 1, 1) + timedelta(days=number * 3950 // count)
    village, township = chance.choice(ids["village"])
    members = chance.sample(ids["member"], 3)
    start = chance.randrange(len(_SYLLABLES) - 8)
    topic = _SYLLABLES[start : start + chance.randint(4, 8)] + chance.choice(_ENDINGS)
    host = chance.choice(_NAMES) + chance.choice(_GIVEN)
    long_text = "".join(_jumbled(chance))
    uuid = f"{number:032x}"
    people = chance.randint(8, 40)
    what = {"id": number, "uuid": uuid}
    code = f"XS-{day.year}-{number:05d}"
    return {
        "activity": [what | {
            "type": "meeting", "unit_id": ids["unit"][0][0], "number": code,
            "status": "draft" if number % 29 == 0 else "registered", "revision": 1,
            "created_at": "2026-10-01T00:00:00+00:00", "created_by": "王秀兰",
            "updated_at": "2026-10-01T00:00:00+00:00", "updated_by": "王秀兰",
            "happened_on": day, "township_id": township, "village_id": village, "place": "村委会会议室",
            "member_count": 3, "mass_count": people, "cadre_count": 2, "headcount": people + 5,
        }],
        "meeting": [{
            "id": number, "topic": topic, "brand": chance.choice(_BRANDS), "focus": chance.choice(_FOCUS),
            "host": host, "consensus_count": chance.randint(0, 5), "closed_count": chance.randint(0, 3),
        }],
        "meeting_text": [{"id": number, "background": long_text}],
        "attendance": [
            {"uuid": f"{number:030x}{place:02x}", "activity_id": number, "membership_id": member[0],
             "person_id": member[1], "role": "member", "status": "present", "position": place}
            for place, member in enumerate(members)
        ],
        **_indexed(number, uuid, day, topic, code, host, long_text, [member[2] for member in members]),
    }  # fmt: skip


def _indexed(
    number: int, uuid: str, day: date, topic: str, code: str, host: str, long_text: str, names: list[str]
) -> dict[str, Any]:
    row = (day.toordinal() << _DAY_SHIFT) + number
    return {
        "search_row": [{"id": row, "kind": "meeting", "record_id": number, "uuid": uuid}],
        "search": [{
            "id": row, "t": pairs([topic]), "b": pairs([code, host, long_text]), "p": pairs(names),
            "i": pairs(["zw"]) if "张" in "".join(names) else "", "k": kind_token("meeting"),
        }],
    }  # fmt: skip


def _jumbled(chance: random.Random) -> Iterator[str]:
    """Some 110 characters in which common words are common and the rest is not."""
    yield from chance.sample(_SENTENCES, 2)
    for _ in range(6):
        start = chance.randrange(len(_SYLLABLES) - 6)
        yield _SYLLABLES[start : start + 6]
        yield chr(0x4E00 + chance.randrange(3000)) + chr(0x4E00 + chance.randrange(3000)) + "，"
