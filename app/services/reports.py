"""Reports: the Word and Excel of a period, written as one set with the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.clock import Clock
from app.exporters.files import unique_path
from app.exporters.layout import Format
from app.exporters.layout_file import LayoutShelf, layouts
from app.exporters.tables import CheckTable, FigureLine, FigureTable, MonthChart, Series, Table
from app.models.figure import Figure
from app.models.periods import Period, Span
from app.paths import RESOURCES
from app.services.figure_values import Pair, Value, Values
from app.services.figures import Figures
from app.services.issued import Issued, changed_since, issued, last_change, remember
from app.services.report_checks import checks
from app.services.report_tables import ReportMaker, cell
from app.settings import OfficeSettings
from app.store.store import Store

Progress = Callable[[int, int, str], None]
_STEPS = 3
CHECKS = "数据核对表"
CHARTED = ("meetings", "visits", "studio_activities")


class Reports:
    """Writes what goes up to the city for a period; every file is new, none is written over."""

    def __init__(self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures

    def export(self, period: Period, folder: Path, progress: Progress | None = None) -> list[Path]:
        """Word and Excel of the period into a folder; returns the files written, Word first.

        All numbers are taken in one read transaction before the first file is begun.
        """
        from app.services.report_text import ReportText

        step = progress or (lambda done, total, text: None)
        step(0, _STEPS, "取数")
        text = ReportText(self._store, self._clock, self._settings, self._figures)
        with self._store.reading():
            change = last_change(self._store)
            tables = self.tables(period)
            material = text.material(period)
        step(1, _STEPS, "工作小结")
        paths = [text.write(period, material, folder)]
        step(2, _STEPS, "统计表")
        paths.append(self.write_workbook(period, tables, folder))
        at = self._clock.now().isoformat(timespec="minutes")
        remember(self._store, period, Issued(tuple(paths), at, change))
        step(_STEPS, _STEPS, "写好了")
        return paths

    def issued(self, period: Period) -> Issued | None:
        """What was written last for a period, None when nothing was."""
        return issued(self._store, period)

    def changed_since(self, issued: Issued) -> int:
        """How many records were changed since something was written."""
        return changed_since(self._store, issued)

    def write_workbook(self, period: Period, tables: Sequence[Table], folder: Path) -> Path:
        """All tables of the period in one workbook."""
        from app.exporters.workbook import write_workbook

        s = self._settings
        path = unique_path(folder, f"{s.unit_name}{period.label}基层协商工作统计表.xlsx")
        write_workbook(path, tables, now=self._clock.now(), mark=s.mark)
        return path

    def tables(self, period: Period) -> list[Table]:
        """The sheets in their order: the layouts, 各月场次, 核对表, 指标口径."""
        maker = ReportMaker(self._figures, self._settings, period, self._clock.today())
        with self._store.reading() as session:
            found: list[Table] = [maker.table(session, layout) for layout in self.shelf().by_key.values()]
        line = (f"填报单位：{self._settings.unit_name}", f"统计期间：{period.days}", "")
        found.append(self._chart(period, line))
        title = f"{self._settings.unit_name}{period.label}数据核对表"
        found.append(CheckTable(title, tuple(checks(self._figures, period)), line))
        found.append(self._all_figures(period, line))
        return found

    def shelf(self) -> LayoutShelf:
        """The shipped layouts, with the office's own in front of them."""
        return layouts([RESOURCES / "layouts", self._store.folder.layouts])

    def sheet_names(self) -> list[tuple[str, str]]:
        """Name and sheet of every table in the workbook, in its order."""
        named = [(layout.name, layout.sheet) for layout in self.shelf().by_key.values()]
        return [*named, ("各月活动场次", "各月场次"), (CHECKS, "核对表"), ("主要数据和口径", "指标口径")]

    def _chart(self, period: Period, line: tuple[str, str, str]) -> MonthChart:
        calendar = self._figures.calendar
        year = calendar.year(period.year)
        months = calendar.months_within(year)
        known = self._figures.catalogue
        values = self._figures.evaluate(CHARTED, {month.key: month for month in months})
        series = tuple(
            Series(
                known[key].label,
                tuple(
                    _whole(values.total(key, month.key)) if month.start <= period.end else None
                    for month in months
                ),
            )
            for key in CHARTED
        )
        title = f"{self._settings.unit_name}{period.year}年各月活动场次"
        labels = tuple(f"{month.index}月" for month in months)
        return MonthChart(title, labels, series, line, caption="各月活动（场、次）")

    def _all_figures(self, period: Period, line: tuple[str, str, str]) -> FigureTable:
        known = self._figures.catalogue
        values = self._figures.evaluate(known, self._figures.spans(period))
        lines = tuple(_line(figure, values) for figure in known.values())
        title = f"{self._settings.unit_name}{period.label}主要数据"
        return FigureTable(title, lines, line)


def is_formal(period: Period) -> bool:
    """Half-years and years go up as a 报告 in official form, the rest as a 小结 (domain.md §0)."""
    return period.span in (Span.HALF, Span.YEAR)


def _line(figure: Figure, values: Values) -> FigureLine:
    current, ytd, last_year = (
        cell(values.total(figure.key, span)) for span in ("current", "ytd", "last_year")
    )
    return FigureLine(
        figure.label, figure.unit, current, ytd, last_year, meaning=figure.rule, format=_format(figure)
    )


def _format(figure: Figure) -> Format:
    if figure.nature == "ratio":
        return Format("percent", 1)
    return Format("decimal", 2) if figure.unit == "元" else Format("int")


def _whole(value: Value) -> int:
    assert not isinstance(value, Pair)
    return int(value)
