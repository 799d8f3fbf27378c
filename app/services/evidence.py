"""Evidence: the proof of one activity or of a month, in one folder with a list (佐证材料包)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from app.clock import Clock
from app.errors import AppError
from app.exporters.files import safe_name
from app.models import RECORDS, Record, model_of
from app.models.activity import Activity
from app.models.days import Day
from app.models.periods import Period
from app.services.covering import Covering
from app.services.disclosure import Disclosure
from app.services.documents import Documents
from app.services.evidence_folder import begun, finished
from app.services.evidence_list import evidence_list
from app.services.evidence_papers import EvidencePapers, Papers
from app.services.monthly import counted, day_column
from app.services.records import Records
from app.settings import OfficeSettings
from app.store.store import Store

Step = Callable[[int, int, str], None]
"""Called with how many activities are done, how many there are and what is next; may raise to stop."""

KINDS: tuple[type[Record], ...] = tuple(model for model in RECORDS if issubclass(model, Activity))
"""The kinds that leave evidence: what happened on a day, with people."""

LIST = "目录.xlsx"
_LONGEST_TITLE = 30


@dataclass(frozen=True, slots=True)
class Package:
    """A finished folder: what is in it, activity by activity."""

    folder: Path
    papers: tuple[Papers, ...]

    @property
    def files(self) -> int:
        """How many files, the list not counted."""
        return sum(len(papers.files) for papers in self.papers)

    @property
    def lacking(self) -> int:
        """How many activities lack something."""
        return sum(1 for papers in self.papers if papers.missing)


class Evidence:
    """Puts papers, photos and files into a new folder; names and phones of citizens stay out.

    With `full` they are whole, and the change log says who wanted that.
    """

    def __init__(
        self, store: Store, clock: Clock, settings: OfficeSettings, records: Records, documents: Documents,
        disclosure: Disclosure,
    ) -> None:  # fmt: skip
        self._disclosure = disclosure
        self._store = store
        self._clock = clock
        self._settings = settings
        self._records = records
        self._documents = documents

    def of_month(self, period: Period) -> tuple[tuple[str, str], ...]:
        """Kind and uuid of the registered activities of a period, by day and as they were entered."""
        found: list[tuple[str, int, int, str, str]] = []
        with self._store.reading() as session:
            for place, model in enumerate(KINDS):
                statement = select(day_column(model), model.id, model.uuid).where(counted(model, period))
                found += [
                    (day, place, local, model.key, uuid) for day, local, uuid in session.execute(statement)
                ]
        return tuple((kind, uuid) for *_, kind, uuid in sorted(found))

    def month(self, period: Period, out: Path, step: Step | None = None, *, full: bool = False) -> Package:
        """The evidence of a period in a new folder below `out`.

        What stops it (an error, `step`) leaves nothing behind. Raises AppError, also when there is nothing.
        """
        events = self.of_month(period)
        if not events:
            raise AppError(f"{period.label}没有已登记的活动，没有佐证材料可做。")
        name = f"{self._settings.unit_name}{period.label}佐证材料"
        return self._write(events, name, f"期间：{period.days}", out, step, full)

    def event(
        self, kind: str, uuid: str, out: Path, step: Step | None = None, *, full: bool = False
    ) -> Package:
        """The evidence of one activity, drafts too, in a new folder below `out`; as `month`."""
        model = model_of(kind)
        if model not in KINDS:
            known = "、".join(each.kind.label for each in KINDS)
            raise AppError(f"{model.kind.label}没有佐证材料，可用：{known}。")
        record = self._records.load(kind, uuid)
        title = _short(Covering(model, record.values, full=full).text(record.title))
        day = _day(record.values.get(model.kind.day))
        return self._write([(kind, record.uuid)], f"{day} {title}佐证材料", "", out, step, full)

    def _write(
        self, events: Sequence[tuple[str, str]], name: str, days: str, out: Path, step: Step | None,
        full: bool,
    ) -> Package:  # fmt: skip
        if full:
            self._disclosure.note(name if days else "一次活动的佐证材料", len(events))
        step = step or (lambda done, total, text: None)
        final, folder = begun(out, name)
        try:
            writer = EvidencePapers(self._store, self._records, self._documents, full=full)
            papers: list[Papers] = []
            for done, (kind, uuid) in enumerate(events):
                record = self._records.load(kind, uuid)
                step(done, len(events), record.title)
                day = _day(record.values.get(record.model.kind.day))
                title = _short(writer.title(record))
                below = folder / safe_name(f"{day} {title} ({record.number or '未编号'})")
                papers.append(writer.write(record, below))
            step(len(events), len(events), "目录")
            table_line = (f"填报单位：{self._settings.unit_name}", days, f"共 {len(papers)} 项活动")
            evidence_list(
                folder / LIST, name, table_line, papers, now=self._clock.now(), mark=self._settings.mark,
                full=full,
            )  # fmt: skip
            return Package(finished(folder, final), tuple(papers))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


def _short(title: str) -> str:
    """A title as it stands in the name of a folder, short enough for Windows' paths."""
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _day(day: Day | None) -> str:
    """10-14, or 10月 when only the month is known."""
    if day is None:
        return "未填日期"
    return f"{day.month:02d}-{day.day:02d}" if isinstance(day, date) else f"{day.month}月"
