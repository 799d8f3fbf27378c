"""The trial of a figure: what it is in a month, and the records behind it, while it is being made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.figure_values import Pair, RecordLine, Value, rounded
from app.services.office import Office
from app.ui.operations import Operations, Progress
from app.ui.pages.settings_rows import Row, RowList
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.sheet import label

WAIT_MS = 250
_MOST = 200
_NAME = "（试算）"  # so that a name not written yet keeps nobody from trying


@dataclass(frozen=True)
class Trial:
    """What a definition gives in a period."""

    figure: Figure
    value: Value
    lines: tuple[RecordLine, ...]
    known: FigureSet


class TrialLine(QWidget):
    """Asks again shortly after every change; what is not whole yet says what is missing."""

    tried = Signal(object)
    """A Trial, or None while the definition is not whole."""

    def __init__(
        self, office: Office, operations: Operations, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._operations, self._key = office, operations, key
        self._raw: dict[str, Any] = {}
        self._number = 0
        self._trial: Trial | None = None
        self.period: Period = office.months.first()
        self.stepper = PeriodStepper(self.period.label)
        self.answer = label("", "section")
        self.missing = label("", "note", wrap=True)
        self.open = HintButton("看明细", kind="link")
        self.lines = RowList("算进去的记录")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._lay_out()
        self._timer.timeout.connect(self._ask)
        self.stepper.stepped.connect(self._step)
        self.open.clicked.connect(self._toggle)

    def try_out(self, raw: dict[str, Any]) -> None:
        """Try a definition as it stands in the form, in a moment."""
        self._raw = raw | {"label": _NAME}
        self._timer.start()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._number += 1

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is the answer to what stands in the form."""
        return not self._timer.isActive() and self._operations.is_idle

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.stepper, self.answer, self.open):
            row.addWidget(part)
        row.addWidget(self.missing, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.lines, 100)
        column.addStretch(1)
        self.open.hide()
        self.lines.hide()

    def _step(self, step: int) -> None:
        calendar = self._office.calendar
        self.period = calendar.previous(self.period) if step < 0 else calendar.next(self.period)
        self.stepper.set_text(self.period.label)
        self._ask()

    def _ask(self) -> None:
        self._number += 1
        number, raw, period = self._number, self._raw, self.period

        def work(_progress: Progress) -> tuple[int, Trial | str]:
            return number, self._tried(raw, period)

        self._operations.start(work, self._answer)

    def _tried(self, raw: dict[str, Any], period: Period) -> Trial | str:
        """In the reading thread: the answer, or what is missing."""
        try:
            figure = self._office.own_figures.read(raw, self._key)
        except Invalid as invalid:
            return invalid.problems[0].text
        except AppError as error:
            return error.message
        figures = self._office.figures.trying(figure)
        with self._office.store.reading():
            value = figures.evaluate([figure.key], {"current": period}).total(figure.key, "current")
            lines = tuple(figures.records(figure.key, period))
            return Trial(figure, value, lines, figures.catalogue)

    def _answer(self, answered: tuple[int, Trial | str]) -> None:
        number, found = answered
        if number != self._number:
            return
        self._trial = found if isinstance(found, Trial) else None
        self.missing.setText(found if isinstance(found, str) else "")
        self.answer.setText(said(found) if isinstance(found, Trial) else "")
        self.open.setVisible(isinstance(found, Trial) and bool(found.lines))
        if not self.open.isVisible():
            self.lines.hide()
        self._show_lines()
        self.tried.emit(self._trial)

    def _toggle(self) -> None:
        self.lines.setVisible(self.lines.isHidden())
        self._show_lines()
        if not self.lines.isHidden():
            self.lines.setFocus()

    def _show_lines(self) -> None:
        self.open.set_label("收起明细" if not self.lines.isHidden() else "看明细")
        if self._trial is not None and not self.lines.isHidden():
            self.lines.set_rows(_rows(self._trial))


def said(trial: Trial) -> str:
    """12 场, 66.7% = 8 ÷ 12, — over nothing."""
    value, unit = trial.value, trial.figure.unit
    if not isinstance(value, Pair):
        return f"{value} {unit}"
    found = rounded(value)
    shown = "—" if found is None else f"{found}%"
    return f"{shown} = {value.numerator} ÷ {value.denominator}"


def _rows(trial: Trial) -> list[Row]:
    lines: Sequence[RecordLine] = sorted(trial.lines, key=lambda line: (line.figure, line.day), reverse=True)
    several = bool(trial.figure.combined)
    rows = [
        Row(
            str(place),
            f"{line.day}  {line.title}" if line.day else line.title,
            f"{trial.known.label(line.figure)} {line.amount}" if several else str(line.amount),
        )
        for place, line in enumerate(lines[:_MOST])
    ]
    more = len(lines) - len(rows)
    return [*rows, Row("more", f"还有 {more} 条", muted=True)] if more else rows
