"""OwnTableChoices: what an ad-hoc table is to show, asked in the order one thinks of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.models import RECORDS, model_of
from app.models.periods import Period
from app.services.figures import GROUPINGS
from app.services.office import Office
from app.services.own_table import LONGEST_NOTE, LONGEST_TITLE, OwnTable, SortKey
from app.services.own_table_check import GROUP_LABELS
from app.services.own_table_fields import fields_for, groups_for
from app.services.own_table_result import OwnTableResult
from app.services.own_table_spans import offered
from app.ui.pages.own_table_conditions import ConditionList
from app.ui.pages.own_table_lists import ListButton
from app.ui.pages.own_table_period import OwnTablePeriod
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

RECORDS_OF, FIGURES_OF = "records", "figures"
_WHAT = (
    Option(RECORDS_OF, "记录", "一条记录一行，或按什么分组"),
    Option(FIGURES_OF, "数字", "指标，可以分乡镇、界别"),
)
_WAYS = ((False, "从小到大"), (True, "从大到小"))
_NO_GROUP, _NO_ORDER, _BY_LIST = "不分组", "平常的次序", "名册的次序"
LABEL_EMS = 3.9


class OwnTableChoices(Themed, QScrollArea):
    """Every choice counts at once; silent when set by program."""

    changed = Signal(object)
    """The OwnTable that is wanted now."""
    what_chosen = Signal(str, str)
    """Records or figures, and of which kind: another table altogether."""
    period_changed = Signal()
    refused = Signal(str)
    typing = Signal()
    """Title or note are being typed."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._table = OwnTable()
        self._wanted: tuple[str, ...] = ()
        self._build()

    @property
    def table(self) -> OwnTable:
        """What is wanted now."""
        return self._table

    @property
    def period(self) -> Period | None:
        return self.when.period

    def show_table(self, table: OwnTable) -> None:
        """Take over a table."""
        if table is not self._table:
            self._wanted = table.figures
        records = table.of_records
        if table.of != self._table.of:
            self.when.offer(all_times=records)
        self._table = table
        self.what.set_current(table.of)
        for part in (self.kinds, self.fields):
            self._show_part(part, records)
        for part in (self.figures, self.spans):
            self._show_part(part, not records)
        if records:
            self.kinds.setCurrentIndex(self.kinds.findData(table.kind))
            options = [Option(spec.key, spec.label) for spec in fields_for(model_of(table.kind))]
            self.fields.set_options(options, table.fields)
        else:
            self.figures.set_options(self._figure_options(table), table.figures)
            self.spans.set_options([Option(*each) for each in offered(table.by).items()], table.spans)
        self._show_groups()
        self.conditions.show_table(table)
        for edit, text in ((self.title, table.title), (self.note, table.note)):
            if edit.text() != text:
                edit.setText(text)

    def show_result(self, result: OwnTableResult) -> None:
        """What can be sorted by follows from the columns there are."""
        self.title.setPlaceholderText(result.title.split("（")[0])
        sort = result.table.sort[0] if result.table.sort else None
        self.order.clear()
        grouped = bool(result.table.group or result.table.by)
        self.order.addItem(_BY_LIST if grouped else _NO_ORDER, "")
        if result.table.of_records or result.table.by:
            for column in result.columns:
                if column.key != result.table.by:
                    self.order.addItem(f"{column.over}{column.heading}", column.key)
        self.order.setCurrentIndex(max(0, self.order.findData(sort.field if sort else "")))
        self.ways.setCurrentIndex(self.ways.findData(sort is not None and sort.descending))
        self._show_part(self.order, self.order.count() > 1)
        self._show_part(self.ways, sort is not None)

    def sort_by(self, key: str, *, descending_first: bool) -> None:
        """As by a press on a heading: the same again turns the order round."""
        now = self._table.sort[0] if self._table.sort else None
        turned = not now.descending if now is not None and now.field == key else descending_first
        self._change(sort=(SortKey(key, turned),))

    def restyle(self) -> None:
        self._grid.setColumnMinimumWidth(0, self.theme.px(LABEL_EMS))
        for words in self._labels.values():
            words.setFixedHeight(self.theme.control)

    # putting together

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._labels: dict[QWidget, QWidget] = {}
        self._make_parts()
        for name, part in self._rows():
            self._add(name, part)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 10, 12, 12)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inside)
        self._connect()
        self.restyle()

    def _make_parts(self) -> None:
        office = self._office
        self.what = Segments(_WHAT)
        self.kinds, self.groups, self.order, self.ways = ComboBox(), ComboBox(), ComboBox(), ComboBox()
        for key, words in _WAYS:
            self.ways.addItem(words, key)
        for model in RECORDS:
            self.kinds.addItem(model.kind.label, model.key)
        self.fields, self.figures = ListButton("列", "列"), ListButton("指标", "个")
        self.spans = ListButton("比什么", "列")
        self.conditions = ConditionList(office)
        self.when = OwnTablePeriod(office.calendar, office.clock.today(), self)
        self.title, self.note = QLineEdit(), QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText("印在表下面")

    def _rows(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            ("要什么", self.what), ("哪一类", self.kinds), ("列", self.fields), ("指标", self.figures),
            ("比什么", self.spans), ("条件", self.conditions), ("期间", self.when.sorts),
            ("", self.when.field), ("分组", self.groups), ("排序", self.order), ("", self.ways),
            ("标题", self.title), ("说明", self.note),
        )  # fmt: skip

    def _add(self, name: str, part: QWidget) -> None:
        row = self._grid.rowCount()
        words = label(name, "label")
        self._labels[part] = words
        if name:
            part.setAccessibleName(name)
        own = part in (self.what, self.when.field)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(part, row, 1, Qt.AlignmentFlag.AlignLeft if own else Qt.AlignmentFlag(0))

    def _connect(self) -> None:
        self.what.chosen.connect(self._what_chosen)
        self.kinds.activated.connect(self._kind_chosen)
        self.fields.changed.connect(lambda keys: self._change(fields=tuple(keys)))
        self.figures.changed.connect(self._figures_chosen)
        self.spans.changed.connect(lambda keys: self._change(spans=tuple(keys)))
        self.conditions.changed.connect(lambda filters: self._change(filters=tuple(filters)))
        self.groups.activated.connect(self._group_chosen)
        self.order.activated.connect(self._order_chosen)
        self.ways.activated.connect(self._order_chosen)
        self.when.changed.connect(self.period_changed)
        self.when.refused.connect(self.refused)
        self.when.shown.connect(self._place_period)
        for line in (self.title, self.note):
            line.textEdited.connect(self.typing)
        self.title.editingFinished.connect(self._words_typed)
        self.note.editingFinished.connect(self._words_typed)

    def _place_period(self) -> None:
        """Two dates need the whole width, a month stands below the drop-down."""
        field, whole = self.when.field, self.when.is_range
        row = self._grid.getItemPosition(self._grid.indexOf(field))[0]  # type: ignore[index]
        self._grid.removeWidget(field)
        self._labels[field].setVisible(not whole and self.when.period is not None)
        start, count = (0, 2) if whole else (1, 1)
        self._grid.addWidget(field, row, start, 1, count, Qt.AlignmentFlag.AlignLeft)

    def _show_part(self, part: QWidget, shown: bool) -> None:
        part.setVisible(shown)
        self._labels[part].setVisible(shown)

    def _show_groups(self) -> None:
        table = self._table
        self.groups.clear()
        self.groups.addItem(_NO_GROUP, "")
        if table.of_records:
            model = model_of(table.kind)
            for spec in groups_for(model):
                day = spec.key == model.kind.day
                self.groups.addItem("月份" if day else spec.label, spec.key)
        else:
            for key in GROUPINGS:
                self.groups.addItem(GROUP_LABELS[key], key)
        now = table.group if table.of_records else table.by
        self.groups.setCurrentIndex(max(0, self.groups.findData(now)))

    def _figure_options(self, table: OwnTable) -> list[Option]:
        figures = self._office.figures.groupable(table.by or None)
        return [Option(figure.key, f"{figure.label}（{figure.unit}）") for figure in figures]

    @property
    def typed(self) -> OwnTable:
        """The table with title and note as they stand in their lines, finished or not."""
        return replace(self._table, title=self.title.text().strip(), note=self.note.text().strip())

    # what a clerk chooses

    def _change(self, **parts: object) -> None:
        self._table = replace(self._table, **parts)  # type: ignore[arg-type]
        self.changed.emit(self._table)

    def _what_chosen(self, what: str) -> None:
        self.what_chosen.emit(what, self._table.kind)

    def _kind_chosen(self, row: int) -> None:
        self.what_chosen.emit(RECORDS_OF, str(self.kinds.itemData(row)))

    def _figures_chosen(self, keys: list[str]) -> None:
        """What another grouping had left out is still wanted under the next."""
        hidden = [each for each in self._wanted if each not in self._table.figures]
        self._wanted = (*keys, *(each for each in hidden if each not in keys))
        self._change(figures=tuple(keys))

    def _group_chosen(self, row: int) -> None:
        """Figures that cannot be split so are left out; another grouping has other columns to sort by."""
        key = str(self.groups.itemData(row) or "")
        if self._table.of_records:
            self._change(group=key, sort=())
            return
        able = {figure.key for figure in self._office.figures.groupable(key or None)}
        known = self._office.figures.catalogue
        left_out = [known[each].label for each in self._wanted if each not in able]
        figures = tuple(each for each in self._wanted if each in able)
        filters = tuple(each for each in self._table.filters if each.field != key)
        spans = tuple(each for each in self._table.spans if each in offered(key))
        self._change(by=key, figures=figures, filters=filters, spans=spans, sort=())
        if left_out:
            self.refused.emit(f"{'、'.join(left_out)}分不到{GROUP_LABELS[key]}，先不列。")

    def _order_chosen(self, *_: object) -> None:
        key = str(self.order.currentData() or "")
        sort = (SortKey(key, bool(self.ways.currentData())),) if key else ()
        self._change(sort=sort)

    def _words_typed(self) -> None:
        title, note = self.title.text().strip(), self.note.text().strip()
        if (title, note) != (self._table.title, self._table.note):
            self._change(title=title, note=note)
