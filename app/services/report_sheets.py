"""The sheets that stand behind the tables: 核对表, 调整数, 补报, 更正, 指标口径."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from app.clock import Clock, local
from app.exporters.layout import Align, Format
from app.exporters.tables import (
    AdjustmentLine,
    Check,
    CheckTable,
    FigureLine,
    FigureTable,
    RecordColumn,
    RecordTable,
    SumLine,
    with_unit,
)
from app.exporters.tables import Value as Cell
from app.models.figure import Figure
from app.models.periods import Period, Span, free_period
from app.services.figure_adjustments import adjustments_of
from app.services.figure_query import Ask, Number
from app.services.figure_values import Values, undivided
from app.services.figures import Figures
from app.services.given import adds_over_time
from app.services.late_lines import LateLine, What
from app.services.ledger import Ledger, period_ids
from app.services.options import Options
from app.services.report_checks import checks
from app.services.report_lists import cell, has_number, left_out
from app.services.report_tables import last_year_remark, late_remark
from app.services.spans import LATE, OCCURRED
from app.settings import OfficeSettings

MAIN = (
    "meetings", "courtyard_meetings", "attendance_total", "consensus", "tasks_closed", "visits",
    "outreach_count", "people_served", "demands", "deeds", "studio_activities", "studio_people_served",
    "studio_opinions", "studio_joined",
)  # fmt: skip
"""The figures a month is told by, in the order of its work."""

_ADJUSTED = ("happened_on", "amount", "use", "reason", "basis", "made_by", "township")


@dataclass(frozen=True)
class ReportSheets:
    """Makes them for one period of one office; `late` is what was put right in reported periods."""

    session: Session
    figures: Figures
    settings: OfficeSettings
    period: Period
    clock: Clock
    signoff: tuple[str, ...] = ()
    late: Sequence[LateLine] = ()

    @cached_property
    def line(self) -> tuple[str, str, str]:
        """The words below the title."""
        return (f"填报单位：{self.settings.unit_name}", f"统计期间：{self.period.days}", "")

    @cached_property
    def values(self) -> Values:
        """All figures of the office, over the usual spans and up to the period before."""
        spans = self.figures.spans(self.period)
        before = self._before
        if before is not None:
            spans = spans | {"before": before}
        values = self.figures.evaluate(list(self.figures.catalogue), spans)
        return self.figures.coverage().marked(values, "last_year", spans["last_year"])

    @cached_property
    def checked(self) -> tuple[Check, ...]:
        """Every check of the period."""
        return tuple(checks(self.figures, self.period))

    @property
    def late_remark(self) -> str:
        """What 补报更正 the main figures contain, in a sentence."""
        return late_remark(self.figures.catalogue, self.values, self._main)

    @property
    def last_year_remark(self) -> str:
        """Whether last year's numbers are those reported then."""
        return last_year_remark(self.values, "上年" if self.period.span is Span.YEAR else "上年同期")

    def figure(self, figure: Figure) -> FigureLine:
        """One figure with its numbers."""
        current, ytd, last_year = (
            cell(self.values.total(figure.key, span)) if self.values.is_known(figure.key, span) else None
            for span in ("current", "ytd", "last_year")
        )
        return FigureLine(
            figure.label, figure.unit, current, ytd, last_year, meaning=figure.rule, format=shape(figure)
        )

    def checks(self) -> CheckTable:
        """核对表: what must agree, how 本期 and 累计 come about, and the adjustments in 累计."""
        return CheckTable(
            self._title("数据核对表"),
            self.checked,
            self.line,
            note=self.late_remark,
            sums=tuple(self._sum(self.figures.catalogue[key]) for key in self._main),
            adjustments=tuple(self._adjusted),
            late_apart=self.values.is_apart,
        )

    def all_figures(self) -> FigureTable:
        """Every figure that has a number, with its 口径."""
        known, values = self.figures.catalogue, self.values
        lines = tuple(self.figure(figure) for figure in known.values() if has_number(figure, values))
        note = f"说明：{left_out(known, values)}{self.last_year_remark}"
        return FigureTable(self._title("主要数据"), lines, self.line, note=note)

    def lists(self) -> dict[str, RecordTable]:
        """补报清单, 更正清单 and 调整数清单 by their keys, those that are not empty."""
        late = [line for line in self.late if line.what is What.ADDED]
        changed = [line for line in self.late if line.what is not What.ADDED]
        found = {}
        if late:
            note = f"说明：以前各期报送以后才登记的记录，{self._counted_in}。"
            found["late"] = self._moved("补报清单", late, note)
        if changed:
            note = f"说明：以前各期报送以后改过或删掉、因而改变了已报数的记录，差额{self._counted_in}。"
            found["changed"] = self._moved("更正清单", changed, note)
        if self._adjusted:
            found["adjusted"] = self._adjustments()
        return found

    @property
    def _counted_in(self) -> str:
        return "单列为补报更正，计入累计，不计入本期" if self.values.is_apart else "计入本期的补报更正"

    @property
    def _main(self) -> list[str]:
        return [key for key in MAIN if key in self.figures.catalogue]

    @cached_property
    def _before(self) -> Period | None:
        """From where 累计 begins to the end of the period before; None when 累计 begins with this one."""
        since = self.figures.calendar.to_date(self.period)
        if since.start >= self.period.start:
            return None
        return free_period(since.start, self.period.start - timedelta(days=1))

    def _sum(self, figure: Figure) -> SumLine:
        """上期累计 is what was reported: what there is now up to then, less what moved in it since."""
        occurred, late, current, ytd = (
            self._number(figure.key, span) for span in (OCCURRED, LATE, "current", "ytd")
        )
        before = self._number(figure.key, "before") - late if self._before is not None else 0
        year = self.figures.calendar.to_date(self.period)
        adjusted = adjustments_of(self.session, [figure]).total(figure, Ask(figure.key), year)
        adds = adds_over_time(figure, self.figures.catalogue)
        apart = late if self.values.is_apart else 0
        holds = occurred + late - apart == current and (before + current + apart == ytd or not adds)
        return SumLine(
            figure.label, figure.unit, figure.rule, occurred, late, current, before, ytd, adjusted, holds,
            shape(figure),
        )  # fmt: skip

    def _number(self, key: str, span: str) -> Number:
        return undivided(self.values.total(key, span))  # MAIN has no ratios

    @cached_property
    def _adjusted(self) -> list[AdjustmentLine]:
        """The adjustments in the running total, oldest first."""
        options = Options.load(self.session)
        year = self.figures.calendar.to_date(self.period)
        ledger = Ledger(self.session, options, "adjustment", period_ids(self.session, "adjustment", year))
        found = []
        for row in ledger.rows:
            day, amount, use, reason, basis, by, township = (ledger.cell(row, key) for key in _ADJUSTED)
            name = self.figures.catalogue.label(row.figure)
            where = f"{name}（{township}）" if township else name
            words = (str(each or "") for each in (use, reason, basis, by))
            found.append(AdjustmentLine(where, day, amount, *words))
        return found

    def _adjustments(self) -> RecordTable:
        columns = (
            RecordColumn("指标", 20),
            RecordColumn("归入月份", 11, align=Align.CENTER),
            RecordColumn("数额", 9, Format("int")),
            RecordColumn("用途", 10, align=Align.CENTER),
            RecordColumn("原因", 38),
            RecordColumn("依据", 20),
            RecordColumn("经手人", 9, align=Align.CENTER),
        )
        rows = tuple(
            (line.name, line.day, line.amount, line.use, line.reason, line.basis, line.by)
            for line in self._adjusted
        )
        note = "说明：本年累计里的期初数和手工调整，和记录一样计入。"
        return RecordTable(
            "调整数清单", self._title("调整数清单"), columns, rows, self.line, note, self.signoff
        )

    def _moved(self, name: str, lines: Sequence[LateLine], note: str) -> RecordTable:
        columns = (
            RecordColumn("指标", 21),
            RecordColumn("记录编号", 14, align=Align.CENTER),
            RecordColumn("名称", 26),
            RecordColumn("原归期", 10.5, align=Align.CENTER),
            RecordColumn("报送时", 8, align=Align.RIGHT),
            RecordColumn("现在", 8, align=Align.RIGHT),
            RecordColumn("差", 8, align=Align.RIGHT),
            RecordColumn("原因", 24),
            RecordColumn("改的人", 8, align=Align.CENTER),
            RecordColumn("时间", 10.5, align=Align.CENTER),
        )
        rows = tuple(self._moved_row(line) for line in lines)
        return RecordTable(name, self._title(name), columns, rows, self.line, note, self.signoff)

    def _moved_row(self, line: LateLine) -> tuple[Cell, ...]:
        why = "；".join(part for part in (_became(line), line.reason) if part)
        return (
            with_unit(line.label, line.unit), line.number, line.title, self._month(line.old_day or line.day),
            line.before, line.after, line.difference, why or None, line.by or None, self._on(line.at),
        )  # fmt: skip

    def _month(self, day: str) -> str | None:
        """The month a day counts into, as a clerk says it."""
        if not day:
            return None
        first = date.fromisoformat(day if len(day) == 10 else f"{day}-01")
        return self.figures.calendar.month_of(first).label

    def _on(self, at: str) -> date | None:
        """The local day of a stored moment."""
        return local(self.clock, at).date() if at else None

    def _title(self, name: str) -> str:
        return f"{self.settings.unit_name}{self.period.label}{name}"


def _became(line: LateLine) -> str:
    """What became of the record, as far as the numbers beside it do not say it."""
    if line.what is What.GONE:
        return "已删除"
    moved = "" if not line.old_day or line.old_day == line.day else f"日期改成 {line.day}"
    return "；".join(part for part in (moved, line.moved) if part)


def shape(figure: Figure) -> Format:
    """How a figure's value is written."""
    if figure.nature == "ratio":
        return Format("percent", 1)
    return Format("decimal", 2) if figure.unit == "元" else Format("int")
