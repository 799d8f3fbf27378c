"""Chain: whether the change log is as it was written; what was tampered with can be found (可发现篡改)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import RECORDS
from app.models.system import Change
from app.services.change_log import chained
from app.store.store import Store

_CHUNK = 500
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Chain:
    """What was found: how many rows there are, the first that does not fit, and records that do not.

    `broken` is the id of that row, None when each fits the one before it; `at` is when it was written.
    `astray` are numbers of records whose last change is not in the log, as when its end was cut off.
    """

    rows: int
    broken: int | None = None
    at: str = ""
    astray: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        return self.broken is None and not self.astray

    @property
    def sentence(self) -> str:
        """For people."""
        if self.intact:
            return f"修改记录 {self.rows} 行，前后接得上，没有发现改动过。"
        found = []
        if self.broken is not None:
            where = f"第 {self.broken} 行（{self.at[:10]}）"
            found.append(f"修改记录从{where}起对不上，那一行或它前面被改过或删过")
        if self.astray:
            names = "、".join(self.astray[:_NAMED]) + ("等" if len(self.astray) > _NAMED else "")
            found.append(f"{len(self.astray)} 条记录（{names}）的最后一次修改不在修改记录里")
        return f"{'；'.join(found)}。记录本身没有动，请找一份备份核对。"


def verified(store: Store) -> Chain:
    """Reads the whole log once, row by row."""
    with store.reading() as session:
        count = session.execute(select(func.count(Change.id))).scalar_one()
        broken = _first_broken(session)
        astray = _astray(session)
    return Chain(count, broken[0] if broken else None, broken[1] if broken else "", astray)


def _first_broken(session: Session) -> tuple[int, str] | None:
    before, last = "", 0
    while True:
        part = select(Change).where(Change.id > last).order_by(Change.id).limit(_CHUNK)
        rows = session.scalars(part).all()
        if not rows:
            return None
        for row in rows:
            if row.chain != chained(before, row):
                return row.id, row.at
            before, last = row.chain, row.id
        session.expunge_all()


def _astray(session: Session) -> tuple[str, ...]:
    newest = (
        select(Change.record, func.max(Change.revision).label("revision")).group_by(Change.record).subquery()
    )
    found: list[str] = []
    for model in RECORDS:
        wanted = (
            select(model.number, model.uuid)
            .outerjoin(newest, newest.c.record == model.uuid)
            .where(func.coalesce(newest.c.revision, 0) != model.revision)
        )
        found += [row[0] or row[1][:8] for row in session.execute(wanted)]
    return tuple(found)
