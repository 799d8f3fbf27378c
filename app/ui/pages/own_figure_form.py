"""The form of an own figure: its name, what is counted of which records, under which conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Problem
from app.models.figure import Figure
from app.models.figure_definition import OF_FIGURES, Condition, FigureDefinition
from app.services.figure_reading import WAYS
from app.services.own_figures import MeasureOffer, OwnFigures
from app.ui.forms.fields import BlockField, LineField
from app.ui.pages.own_figure_conditions import ConditionRows
from app.ui.pages.own_figure_parts import FigureParts
from app.ui.pages.settings_field import Remark
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed, mark

_ROWS = ("label", "unit", "measure", "source", "dated_by", "of", "where", "rule")


class OwnFigureForm(Themed, QWidget):
    """Shows only what the way of counting needs; `raw` is what `OwnFigures` reads."""

    edited = Signal()
    """A person changed something."""

    def __init__(self, own: OwnFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.name, self.unit = LineField(), LineField()
        self.way = Segments([Option(way, word) for way, word in WAYS.items()], "count")
        self.source, self.day, self.measured = ComboBox(), ComboBox(), ComboBox()
        self.conditions, self.parts = ConditionRows(), FigureParts()
        self.rule = BlockField(least=1, most=4)
        self._remarks = {key: Remark() for key in _ROWS}
        self._remark_on_parts = Remark()
        self._labels: list[QLabel] = []
        self._of_source: list[QWidget] = []
        self._of_field: list[QWidget] = []
        self._of_figures: list[QWidget] = []
        self._lay_out()
        for source in own.sources():
            self.source.addItem(source.label, source.path)
        self._connect()
        self._source_changed()
        self._way_changed()
        self.restyle()

    def set_figures(self, sections: Mapping[str, Sequence[Figure]]) -> None:
        """The figures a ratio or a sum can be made of."""
        self.parts.set_figures(sections)

    def put(self, definition: FigureDefinition, made: str) -> None:
        """Show a definition by program; `made` are the words made from it, shown only lightly."""
        self.name.setText(definition.label)
        self.way.set_current(definition.way)
        if definition.of_figures:
            self.parts.set_ratio(definition.way == "ratio")
            self.parts.put(definition.of)
        else:
            self.source.setCurrentIndex(max(0, self.source.findData(definition.source)))
            self._source_changed()
            self.conditions.put(definition.where)
            self.day.setCurrentIndex(max(0, self.day.findData(definition.dated_by)))
        self._way_changed()
        if definition.of and not definition.of_figures:
            self.measured.setCurrentIndex(max(0, self.measured.findData(definition.of[0])))
        self.unit.setText(definition.unit)
        self.rule.set_text("" if definition.rule == made else definition.rule)

    def put_raw(self, raw: Mapping[str, Any]) -> None:
        """Show what `raw` told another time, half filled in as it may be."""
        of = raw.get("of") or ()
        rows = raw.get("where") or ()
        where = (Condition(each["field"], each["op"], tuple(each["value"])) for each in rows)
        self.put(
            FigureDefinition(
                str(raw.get("label", "")), str(raw.get("unit", "")), raw.get("measure", "count"),
                str(raw.get("source") or ""), (of,) if isinstance(of, str) else tuple(of), tuple(where),
                str(raw.get("dated_by") or ""), str(raw.get("rule", "")),
            ),
            "",
        )  # fmt: skip

    def raw(self) -> dict[str, Any]:
        """What stands here."""
        way = self.way.current
        found: dict[str, Any] = {
            "label": self.name.text(),
            "unit": self.unit.text(),
            "measure": way,
            "rule": self.rule.toPlainText(),
        }
        if way in OF_FIGURES:
            return found | {"of": [key for key in self.parts.chosen if key]}
        found |= {"source": self.source.currentData(), "where": self.conditions.raw()}
        found |= {"dated_by": self.day.currentData()}
        return found if way == "count" else found | {"of": str(self.measured.currentData() or "")}

    def complain(self, problems: Iterable[Problem]) -> None:
        """Say beside the fields what is wrong; called without problems it takes all back."""
        texts: dict[str, list[str]] = {key: [] for key in _ROWS}
        places: dict[int, str] = {}
        for problem in problems:
            key = problem.key if problem.key in texts else "label"
            texts[key].append(problem.text)
            if key == "where" and len(problem.path) > 1:
                places[int(problem.path[1])] = problem.text
        for key, found in texts.items():
            self._remarks[key].say("；".join(dict.fromkeys(found)))
        self._remark_on_parts.say(self._remarks["of"].text)
        for key, editor in (("label", self.name), ("unit", self.unit)):
            mark(editor, state="invalid" if texts[key] else None)
        self.conditions.complain(places)
        wrong = next((key for key in _ROWS if texts[key]), "")
        if wrong:
            self._editor(wrong).setFocus(Qt.FocusReason.OtherFocusReason)

    def suggest(self, rule: str, unit: str) -> None:
        """The words and the unit that would be kept when none are written, shown lightly."""
        self.rule.setPlaceholderText(rule)
        self.unit.setPlaceholderText(unit)

    def restyle(self) -> None:
        for words in self._labels:
            words.setFixedHeight(self.theme.control)
        self._grid.setColumnMinimumWidth(0, self.theme.px(6.2))
        self._grid.setColumnMinimumWidth(2, self.theme.px(0.6))
        self._grid.setColumnMinimumWidth(3, self.theme.px(6.2))
        self.unit.setFixedWidth(self.theme.px(7))

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(4, 2)
        self._row(0, 0, "名称", "label", self.name)
        self._row(0, 3, "单位", "unit", self.unit)
        self._row(1, 0, "算什么", "measure", self.way, span=4)
        self._of_source += self._row(2, 0, "哪类记录", "source", self.source)
        self._of_source += self._row(2, 3, "按哪个日期", "dated_by", self.day)
        self._of_field = self._row(3, 0, "算哪一项", "of", self.measured)
        self._of_source += self._row(4, 0, "条件", "where", self.conditions, span=4)
        self._of_figures = self._row(5, 0, "用哪些", "of", self.parts, span=4)
        self._row(6, 0, "口径", "rule", self.rule, span=4)

    def _row(
        self, row: int, column: int, words: str, key: str, editor: QWidget, *, span: int = 1
    ) -> list[QWidget]:
        name = label(words, "label")
        name.setBuddy(editor)
        editor.setAccessibleName(words)
        self._labels.append(name)
        cell = QWidget()
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(editor)
        if editor in (self.unit, self.way):
            line.addStretch(1)
        inside.addLayout(line)
        inside.addWidget(self._remark_on_parts if editor is self.parts else self._remarks[key])
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, row, column, top)
        self._grid.addWidget(cell, row, column + 1, 1, span, top)
        return [name, cell]

    def _connect(self) -> None:
        for line in (self.name, self.unit):
            line.textEdited.connect(self._edit)
            line.stepped.connect(self._step)
        self.way.chosen.connect(self._way_chosen)
        self.source.activated.connect(self._source_chosen)
        for combo in (self.day, self.measured):
            combo.activated.connect(self._edit)
        self.conditions.edited.connect(self._edit)
        self.parts.edited.connect(self._edit)
        self.rule.typed.connect(self._edit)
        self.rule.stepped.connect(self._step)

    def _editor(self, key: str) -> QWidget:
        of = self.parts.choices[0] if self.way.current in OF_FIGURES else self.measured
        rows = self.conditions.rows
        editors: dict[str, QWidget] = {
            "label": self.name, "unit": self.unit, "measure": self.way, "source": self.source,
            "dated_by": self.day, "of": of, "rule": self.rule,
            "where": rows[0].field if rows else self.conditions.more,
        }  # fmt: skip
        return editors[key]

    def _way_chosen(self, _way: str) -> None:
        self._way_changed()
        self._edit()

    def _way_changed(self) -> None:
        """Show what the way of counting needs."""
        way = self.way.current
        of_figures = way in OF_FIGURES
        for parts, shown in (
            (self._of_source, not of_figures),
            (self._of_figures, of_figures),
            (self._of_field, way in ("sum", "distinct")),
        ):
            for part in parts:
                part.setVisible(shown)
        if of_figures:
            self.parts.set_ratio(way == "ratio")
        self.unit.setEnabled(way != "ratio")
        if way == "ratio":
            self.unit.clear()
        self._fill_measured()

    def _source_chosen(self) -> None:
        self._source_changed()
        self._edit()

    def _source_changed(self) -> None:
        """Offer the fields of the records that are counted."""
        path = str(self.source.currentData())
        measures = self._own.measures(path)
        self.conditions.set_offers(self._own.conditions(path))
        self.day.clear()
        for field in measures.days:
            self.day.addItem(field.label, field.key)
        self.day.setCurrentIndex(max(0, self.day.findData(measures.default_day)))
        self._fill_measured(measures)

    def _fill_measured(self, measures: MeasureOffer | None = None) -> None:
        """The fields that can be added up, or counted once each."""
        offer = measures or self._own.measures(str(self.source.currentData()))
        fields = offer.sums if self.way.current == "sum" else offer.distincts
        kept = self.measured.currentData()
        self.measured.clear()
        for field in fields:
            self.measured.addItem(field.label, field.key)
        if not fields:
            self.measured.addItem("这类记录没有能算的", "")
        self.measured.setCurrentIndex(max(0, self.measured.findData(kept)))

    def _step(self, step: int) -> None:
        self.focusNextPrevChild(step > 0)

    def _edit(self, *_: object) -> None:
        self.edited.emit()
