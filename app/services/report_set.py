"""ReportSet: the sheets of a period's workbook, all from one reading."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.clock import Clock
from app.exporters.layout import Layout, filled
from app.exporters.layout_file import LayoutShelf, layouts
from app.exporters.tables import Table
from app.models.periods import Period
from app.paths import RESOURCES
from app.services.figures import Figures
from app.services.late_lines import LateLine
from app.services.report_lists import is_known
from app.services.report_pictures import ReportPictures
from app.services.report_sheets import ReportSheets
from app.services.report_tables import ReportMaker
from app.settings import OfficeSettings
from app.store.store import Store

if TYPE_CHECKING:
    from app.services.submissions import Submissions

SIGNOFF = (
    "单位负责人：{head}",
    "审核人：{auditor}",
    "填报人：{filler}",
    "联系电话：{phone}",
    "填报日期：{filled_on}",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a period with the key and name of its paper."""

    key: str
    label: str
    table: Table


class ReportSet:
    """Makes the tables: the layouts in force, pictures, what was late or adjusted, 核对表, 指标口径."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: OfficeSettings,
        figures: Figures,
        submissions: Submissions | None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures
        self._submissions = submissions

    def sheets(self, behind: ReportSheets, only: Collection[str] = ()) -> list[Sheet]:
        """All sheets in their order, or `only` those of these keys; `behind` is of the same period."""
        period = behind.period
        wanted = [layout for layout in self.layouts(period) if not only or layout.key in only]
        made = zip(wanted, self._maker(period).tables(behind.session, wanted), strict=True)
        pictures, lists = self._pictures(period), behind.lists()
        further: tuple[tuple[str, str, Callable[[], Table]], ...] = (
            ("months", "各月活动场次", pictures.months),
            ("pictures", "工作情况图", pictures.pictures),
            *((key, table.sheet, partial(lists.__getitem__, key)) for key, table in lists.items()),
            ("checks", CHECKS, behind.checks),
            ("figures", "主要数据和口径", behind.all_figures),
        )
        return [
            *(Sheet(layout.key, layout.name, table) for layout, table in made),
            *(Sheet(key, label, make()) for key, label, make in further if not only or key in only),
        ]

    def behind(self, session: Session, period: Period) -> ReportSheets:
        """What stands behind the tables of a period."""
        words = self._maker(period).words()
        return ReportSheets(
            session,
            self._figures,
            self._settings,
            period,
            self._clock,
            signoff=tuple(filled(text, words) for text in SIGNOFF),
            late=self._late(period),
        )

    def shelf(self) -> LayoutShelf:
        """The shipped layouts, the office's own in front of them; one of unknown records is told of."""
        found = layouts([RESOURCES / "layouts", self._store.folder.layouts])
        lost = [
            layout
            for layout in found.by_key.values()
            if layout.record_path is not None and not is_known(layout.record_path)
        ]
        if not lost:
            return found
        kept = {key: layout for key, layout in found.by_key.items() if layout not in lost}
        told = (f"表样“{layout.name}”：没有“{layout.rows}”这样的记录，请改对“rows”。" for layout in lost)
        return LayoutShelf(kept, (*found.problems, *told))

    def layouts(self, period: Period) -> list[Layout]:
        """The layouts in force for such a period, in their order."""
        return [layout for layout in self.shelf().by_key.values() if layout.is_for(period.span.value)]

    def _maker(self, period: Period) -> ReportMaker:
        return ReportMaker(self._figures, self._settings, period, self._clock.today())

    def _pictures(self, period: Period) -> ReportPictures:
        reported = self._submissions is not None and bool(self._submissions.all())
        return ReportPictures(self._figures, self._settings, period, self._clock.today(), reported)

    def _late(self, period: Period) -> Sequence[LateLine]:
        return () if self._submissions is None else self._submissions.late(period)


CHECKS = "数据核对表"
