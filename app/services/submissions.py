"""Submissions: 报送, what went up for a period, frozen with its figures and files (domain.md §0)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from app.clock import Clock, local
from app.errors import AppError, NotFound, quoted
from app.models.masks import unnumbered
from app.models.periods import Period, Span
from app.models.submission import LATE, PERIOD, RETURNED, SENT, Contribution, Submission
from app.models.system import Attachment
from app.services import freezing
from app.services.aggregates import new_uuid
from app.services.differences import Differences, FigureDiff, Side
from app.services.figure_groups import raw_group
from app.services.figure_values import RecordLine, Values
from app.services.figures import Figures
from app.services.given import DIMENSIONS, is_snapshot
from app.services.late_lines import LateLine, lines_of
from app.services.numbering import own_unit
from app.services.reported import (
    Reported,
    Sending,
    active,
    base_of,
    called,
    is_next,
    kept,
    last_change,
    overlapping,
    sendings,
)
from app.services.scribe import Scribe
from app.services.sending_files import SendingFiles
from app.services.sent_records import sent_records
from app.services.submitted import MATERIAL, SCAN, SentFile, Submitted, period_of
from app.store.store import Store

LEAST_REASON = 2
MOST = 10**9  # SQLite takes no number of more than 64 bits

Step = Callable[[int, int, str], None]


class Submissions:
    """Sends periods up, takes them back, and shows for ever what was sent."""

    def __init__(self, store: Store, clock: Clock, by: str, figures: Figures, reported: Reported) -> None:
        self._store = store
        self._clock = clock
        self._scribe = Scribe(clock, by)
        self._figures = figures
        self._reported = reported

    def all(self) -> tuple[Submitted, ...]:
        """Every submission, newest first, returned ones too."""
        with self._store.reading() as session:
            rows = session.scalars(
                select(Submission).options(defer(Submission.numbers)).order_by(Submission.id.desc())
            )
            return tuple(self._submitted(session, row) for row in rows)

    def get(self, number: int) -> Submitted:
        """One by its number; raises NotFound."""
        with self._store.reading() as session:
            return self._submitted(session, self._row(session, number))

    def active(self, period: Period) -> Submitted | None:
        """The one that stands for a period, None when it was not reported or came back."""
        with self._store.reading() as session:
            found = active(sendings(session), period)
            return None if found is None else self._submitted(session, self._row(session, found.number))

    def may(self, period: Period) -> None:
        """Raises AppError with the reason when a period cannot be reported now."""
        with self._store.reading() as session:
            self._refuse(session, period)

    def submit(
        self, period: Period, files: Sequence[Path] = (), *, scan: Path | None = None, note: str = "",
        change: int | None = None, progress: Step | None = None,
    ) -> Submitted:  # fmt: skip
        """Freezes a period's figures, record by record, with copies of the files that go up.

        `change` is the store's last change those files hold; newer ones are refused. Raises AppError for a
        period that cannot be reported now and for files that cannot be taken; then nothing is changed.
        """
        self.may(period)
        step = progress or (lambda done, total, text: None)
        step(0, 3, "收材料")
        sources = [*((path, MATERIAL) for path in files), *([(scan, SCAN)] if scan else [])]
        with SendingFiles(self._store.vault) as sending:
            sending.take(sources)
            with self._store.writing() as session:
                self._refuse(session, period)
                if change is not None and change != last_change(session):
                    raise AppError("出表以后又改了记录，没有报送。请先重出，核对过再报。")
                step(1, 3, "记下各项数")
                number = self._freeze(session, period, note)
                step(2, 3, "记下每条记录")
                row = self._row(session, number)
                sending.attach(session, row)
                self._note(
                    session, "submit", row, {"period": period.key, "files": sending.hashes, "note": note}
                )
                return self._submitted(session, row)

    def reopen(self, period: Period, why: str) -> Submitted:
        """退回: the period is open again; what was sent is kept. Raises AppError without a reason."""
        with self._store.writing() as session:
            return self.reopen_within(session, period, why)

    def reopen_within(self, session: Session, period: Period, why: str) -> Submitted:
        """As `reopen`, inside a session that does more than this."""
        why = why.strip()
        if len(why) < LEAST_REASON:
            raise AppError(f"请写明退回{period.label}的原因，比如市里要求更正哪个数。没有改动。")
        found = called(sendings(session), period)
        if found is None:
            raise AppError(f"{period.label}没有报送过，或已经退回，不用再退。")
        row = self._row(session, found.number)
        row.state, row.why = RETURNED, why
        row.returned_at, row.returned_by = self._scribe.now, self._scribe.by
        self._note(session, "return", row, {"period": period.key, "why": why})
        return self._submitted(session, row)

    def add_scan(self, number: int, path: Path) -> Submitted:
        """Attaches the scan of the stamped sheet; raises AppError when it is no picture and no PDF."""
        with SendingFiles(self._store.vault) as sending:
            sending.take([(path, SCAN)])
            with self._store.writing() as session:
                row = self._row(session, number)
                sending.attach(session, row)
                self._note(session, "scan", row, {"files": sending.hashes})
                return self._submitted(session, row)

    def figures(self, number: int, by: str | None = None) -> Values:
        """The numbers as they were sent: current, occurred, late, ytd, last_year. Raises AppError."""
        if by is not None and by not in DIMENSIONS:
            raise AppError(f"报送存底不能按“{by}”分组，可用：{'、'.join(DIMENSIONS)}。")
        with self._store.reading() as session:
            return freezing.values_of(self._row(session, number).numbers, by)

    def labels(self, number: int) -> dict[str, tuple[str, str]]:
        """Key → name and unit of the figures as they were then."""
        with self._store.reading() as session:
            return dict(freezing.labels_of(self._row(session, number).numbers))

    def records(
        self, number: int, figure: str, by: str | None = None, group: str | None = None, *,
        to_date: bool = False,
    ) -> list[RecordLine]:  # fmt: skip
        """The records behind 本期 of a figure, or behind its 累计, as they were counted then."""
        with self._store.reading() as session:
            sent = sendings(session)
            sending = self._sending(session, sent, number)
            raw = None if by is None or group is None else raw_group(session, by, group)
            known = self._figures.catalogue
            return sent_records(session, known, sent, sending, known.known(figure), by, raw, to_date=to_date)

    def late(self, asked: Period | int) -> tuple[LateLine, ...]:
        """补报清单 and 更正清单 of a period as it is now, or of a submission as it was sent."""
        with self._store.reading() as session:
            sent = sendings(session)
            if isinstance(asked, int):
                return self._late_then(session, sent, self._sending(session, sent, asked))
            own = active(sent, asked)
            return (
                self._late_now(session, sent, asked) if own is None else self._late_then(session, sent, own)
            )

    def diff(self, a: Side, b: Side, figure: str | None = None) -> tuple[FigureDiff, ...]:
        """差在哪: from one period (as it is now) or submission (as it was sent) to another."""
        return Differences(self._store.reading, self._figures, self._reported, self.figures).of(a, b, figure)

    def _late_then(self, session: Session, sent: Sequence[Sending], own: Sending) -> tuple[LateLine, ...]:
        base = next((each for each in sent if each.number == own.base), None)
        if base is None:
            return ()
        return lines_of(session, self._figures.catalogue, sent, base, kept(session, [own.number], (LATE,)))

    def _late_now(self, session: Session, sent: Sequence[Sending], period: Period) -> tuple[LateLine, ...]:
        calendar, known = self._figures.calendar, self._figures.catalogue
        base = base_of(sent, calendar, period)
        if base is None or not is_next(base, calendar, period):
            return ()
        return lines_of(session, known, sent, base, self._reported.late(session, known, calendar, period))

    def _freeze(self, session: Session, period: Period, note: str) -> int:
        figures, calendar = self._figures, self._figures.calendar
        known, sent = figures.catalogue, sendings(session)
        base = base_of(sent, calendar, period)
        # The figures read what is committed, which is all there is: nothing was written here yet.
        numbers = freezing.numbers_of(figures, period)
        row = Submission(
            uuid=new_uuid(), unit_id=own_unit(session), state=SENT, period=period.key, span=period.span.value,
            starts=period.start.isoformat(), ends=period.through, since=calendar.to_date(period).after,
            sent_at=self._scribe.now, sent_by=self._scribe.by, note=note.strip() or None,
            change=last_change(session), strict=figures.strict,
            base_id=None if base is None else base.number, numbers=_json(numbers),
            declared=_json(freezing.declared(known)),
        )  # fmt: skip
        rows = list(freezing.rows_of(session, known, calendar, period, sent, base))
        session.add(row)
        session.flush()
        freezing.keep(session, row.id, rows)
        return row.id

    def _refuse(self, session: Session, period: Period) -> None:
        if period.span is Span.FREE:
            raise AppError("报送按月、季度、半年或全年。自选的日子可以出表，不能报送。")
        if period.start > self._clock.today():
            raise AppError(f"{period.label}（{period.days}）还没有到，不能报送。")
        sent = sendings(session)
        own = active(sent, period)
        if own is not None:
            raise AppError(f"{period.label}已经报送（报 {own.number}）。要重报，先退回再报。")
        other = overlapping(sent, period)
        if other is not None:
            days = f"{other.starts.month}月{other.starts.day}日—{other.ends.month}月{other.ends.day}日"
            raise AppError(
                f"{period.label}是{period.days}，和已报送的{other.period}（{days}，报 {other.number}）"
                "日子重叠。统计截止日改过了：请改回去，或先退回那一期。没有报送。"
            )

    def _note(self, session: Session, action: str, row: Submission, data: dict[str, Any]) -> None:
        self._scribe.note(session, action, "submission", row.uuid, {"number": row.id} | data)

    def _row(self, session: Session, number: int) -> Submission:
        row = session.get(Submission, number) if 0 < number <= MOST else None
        if row is None:
            raise NotFound(f"没有第 {quoted(number)[1:-1]} 次报送。用 submissions 可以看到都报过哪些。")
        return row

    def _sending(self, session: Session, sent: Sequence[Sending], number: int) -> Sending:
        found = self._row(session, number).id
        return next(each for each in sent if each.number == found)

    def _submitted(self, session: Session, row: Submission) -> Submitted:
        files = session.scalars(
            select(Attachment).where(Attachment.owner == row.uuid).order_by(Attachment.position)
        )
        kept_files = tuple(SentFile(f.name, f.sha256, f.size, f.caption or "", f.uuid) for f in files)
        return Submitted(
            row.id, row.uuid, period_of(row), row.state, self._local(row.sent_at), row.sent_by, kept_files,
            unnumbered(row.note or ""), unnumbered(row.why or ""),
            self._local(row.returned_at) if row.returned_at else None,
            row.returned_by or "", row.base_id, _is_zero(session, self._figures, row.id),
        )  # fmt: skip

    def _local(self, at: str) -> datetime:
        return local(self._clock, at)


def _is_zero(session: Session, figures: Figures, number: int) -> bool:
    """零报告: nothing happened in the period and nothing was corrected."""
    flows = [f.key for f in figures.catalogue.values() if not f.combined and not is_snapshot(f)]
    statement = select(Contribution.id).where(
        Contribution.submission_id == number,
        Contribution.part.in_((PERIOD, LATE)),
        Contribution.figure.in_(flows),
    )
    return session.execute(statement.limit(1)).first() is None


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
