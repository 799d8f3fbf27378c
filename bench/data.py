"""A large invented office, written straight into the tables: what the measurements run on."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from app.clock import SystemClock
from app.models import Base
from app.paths import DataFolder
from app.services.office import Office
from app.store import search
from app.store.store import Store

WORDS = ("道路", "饮水", "路灯", "垃圾", "停车", "养老", "灌溉", "电梯", "校门", "市场", "充电", "绿化")
ENDS = ("怎么修", "协商会", "改造", "整治", "怎么建", "收费标准", "选址", "提升")
BEGIN = date(2022, 1, 1)
DAYS = 1760
TOWNSHIPS, MEMBERS, STUDIOS = 12, 210, 28
STAMP = "2026-10-28T06:00:00+00:00"
BY = "基准"
BATCH = 5000
SHARES = (("meeting", 0.4), ("visit", 0.35), ("studio_activity", 0.25))


def make_store(root: Path, activities: int, key: bytes | None = None) -> None:
    """Fills a new store with `activities` spread over nearly five years, with all that hangs on them."""
    store = Store(DataFolder(root), key=key)
    try:
        Office(store, SystemClock())
        with store.writing() as session:
            _Filling(session.connection()).fill(activities)
    finally:
        store.close()


class _Filling:
    """Collects rows per table and inserts them in batches."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._random = random.Random(7)
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._serial = 0

    def fill(self, activities: int) -> None:
        self._registers()
        self._flush()
        made = 0
        for kind, share in SHARES:
            for _ in range(int(activities * share)):
                made += 1
                self._activity(kind, made)
                if made % BATCH == 0:
                    self._flush()
        self._flush()

    def _registers(self) -> None:
        for i in range(1, TOWNSHIPS + 1):
            self._put("township", self._record(i, "XZ") | {"name": f"示例{i}镇", "position": i})
        self._put("term", self._record(1, "JC") | {"name": "十一届", "started_on": BEGIN})
        for i in range(1, MEMBERS + 1):
            self._put("person", self._record(i, "RY") | {"name": f"委员{i}"})
            self._put(
                "membership",
                self._record(i, "WY")
                | {"person_id": i, "term_id": 1, "sector": f"sector{i % 20}", "started_on": BEGIN},
            )
        for i in range(1, STUDIOS + 1):
            extra = {"name": f"工作室{i}", "opened_on": BEGIN, "township_id": i % TOWNSHIPS + 1}
            self._put("studio", self._record(i, "GZS") | extra)

    def _activity(self, kind: str, i: int) -> None:
        r = self._random
        day = BEGIN + timedelta(days=r.randrange(DAYS))
        title = f"{r.choice(WORDS)}{r.choice(ENDS)}{i}"
        named = r.sample(range(1, MEMBERS + 1), r.randint(2, 5))
        masses = r.randint(5, 40)
        base = self._record(i, "HD") | {
            "type": kind,
            "happened_on": day,
            "township_id": r.randint(1, TOWNSHIPS),
            "place": f"{r.choice(WORDS)}议事厅",
            "member_count": len(named),
            "mass_count": masses,
            "cadre_count": 4,
            "headcount": len(named) + masses + 4,
        }
        self._put("activity", base)
        for position, member in enumerate(named):
            self._put("attendance", self._attendance(i, member, position))
        self._put("head_count", {"activity_id": i, "role": "masses", "number": masses})
        self._put("head_count", {"activity_id": i, "role": "cadres", "number": 4})
        getattr(self, f"_{kind}")(i, title, day, base)
        self._index(kind, i, str(base["uuid"]), title, day, named)

    def _meeting(self, i: int, title: str, day: date, base: dict[str, Any]) -> None:
        r = self._random
        brand = r.choice(("grassroots", "courtyard"))
        focus = (
            r.choice(("law", "customs", "green", "poverty", "prosperity")) if brand == "courtyard" else None
        )
        row = {
            "id": i,
            "topic": title,
            "brand": brand,
            "focus": focus,
            "host": "主持人",
            "consensus_count": 2,
        }
        self._put("meeting", row | {"closed_count": 1, "opinion_count": 2})
        self._put("meeting_text", {"id": i, "background": "情况介绍。" * 60})
        for position in range(2):
            item = i * 2 + position
            self._put("consensus_item", self._row(item, i, position) | {"text": "共识事项" * 5})
            closed = day + timedelta(days=r.randint(5, 90)) if r.random() < 0.7 else None
            state = "closed" if closed else "working"
            self._put(
                "task", self._row(item, item, 0) | {"unit": "责任单位", "state": state, "closed_on": closed}
            )
            self._put("opinion", self._row(item, i, position) | {"text": "意见建议", "adopted": "adopted"})

    def _visit(self, i: int, title: str, day: date, base: dict[str, Any]) -> None:
        extra = {
            "outreach_count": base["member_count"] + base["cadre_count"],
            "people_served": base["mass_count"],
            "demands": self._random.randint(0, 5),
        }
        self._put("visit", {"id": i, "name": title, "host": "村民小组", "campaign": "thousand"} | extra)
        self._put("visit_text", {"id": i, "content": "走访内容。" * 60})

    def _studio_activity(self, i: int, title: str, day: date, base: dict[str, Any]) -> None:
        extra = {"activity_type": "reception", "people_served": base["mass_count"], "opinion_count": 1}
        studio = self._random.randint(1, STUDIOS)
        self._put("studio_activity", {"id": i, "topic": title, "studio_id": studio} | extra)
        self._put("studio_activity_text", {"id": i, "summary": "活动内容。" * 60})

    def _index(self, kind: str, i: int, uuid: str, title: str, day: date, named: list[int]) -> None:
        row = search.row_id(day, i)
        self._put("search_row", {"id": row, "kind": kind, "record_id": i, "uuid": uuid})
        names = tuple(f"委员{n}" for n in named)
        self._put("search", search.index_row(row, kind, search.SearchText(title, ("议事厅",), names, ())))

    def _record(self, i: int, code: str) -> dict[str, Any]:
        return {
            "id": i, "uuid": self._uuid(), "unit_id": 1, "number": f"{code}-{i:06d}", "status": "registered",
            "revision": 1, "created_at": STAMP, "created_by": BY, "updated_at": STAMP, "updated_by": BY,
        }  # fmt: skip

    def _row(self, i: int, parent: int, position: int) -> dict[str, Any]:
        return {"id": i, "uuid": self._uuid(), "parent_id": parent, "position": position}

    def _attendance(self, activity: int, member: int, position: int) -> dict[str, Any]:
        return {
            "uuid": self._uuid(), "activity_id": activity, "membership_id": member, "person_id": member,
            "role": "member", "status": "present", "sector": f"sector{member % 20}", "position": position,
        }  # fmt: skip

    def _uuid(self) -> str:
        self._serial += 1
        return f"{self._serial:032x}"

    def _put(self, table: str, row: dict[str, Any]) -> None:
        self._rows.setdefault(table, []).append(row)

    def _flush(self) -> None:
        for name, rows in self._rows.items():
            if name == "search":
                self._connection.execute(search.INSERT, rows)
            else:
                self._connection.execute(insert(Base.metadata.tables[name]), rows)
        self._rows.clear()
