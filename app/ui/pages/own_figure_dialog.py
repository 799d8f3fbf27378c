"""The dialog in which a clerk makes a figure: the form, and what it gives while it is being filled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from app.models.figure import Figure
from app.services.figure_catalogue import OwnFigure
from app.services.office import Office
from app.services.unsaved_texts import TextKey
from app.ui.appearance import theme
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.message import ask_about_changes
from app.ui.operations import Operations
from app.ui.pages.own_figure_form import OwnFigureForm
from app.ui.pages.own_figure_trial import Trial, TrialLine
from app.ui.pages.settings_field import Remark
from app.ui.text_keeping import TextKeeping
from app.ui.theme import Tone
from app.ui.widgets.sheet import label, rule

NEW = "new"  # in the place of a key: a figure that is being made
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE_EMS, _HIGH_EMS = 62, 46


class OwnFigureDialog(Dialog):
    """Nothing is kept before 保存指标; what cannot be kept says why beside its field."""

    kept = Signal(object)
    """The OwnFigure; the dialog is closed by then."""

    def __init__(
        self,
        office: Office,
        operations: Operations,
        figure: OwnFigure | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("改指标" if figure else "新增指标", parent, width_ems=_WIDE_EMS)
        self._office, self._operations, self._figure = office, operations, figure
        self._key = figure.key if figure else ""
        self._busy = False
        self.form = OwnFigureForm(office.own_figures)
        self.trial = TrialLine(office, operations, self._key)
        self._remark, self._back = Remark(), Remark(Tone.WARN)
        self.keep = self.add_button("保存指标", kind="primary", hint="Ctrl+S")
        self.cancel = self.add_button("取消")
        self._lay_out()
        self.form.set_figures(offered(office, self._key))
        if figure is not None and figure.definition is not None:
            self.form.put(figure.definition, self._made(figure))
        self._before = self.form.raw()
        self._keeping = TextKeeping(office, operations, self._unsaved, self)
        self._keeping.troubled.connect(self._remark.say)
        self._come_back()
        self.form.edited.connect(self._edited)
        self.trial.tried.connect(self._suggest)
        self.keep.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self._fit()
        self.form.name.setFocus()
        self.trial.try_out(self.form.raw())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, or presses the button that has the keyboard; Ctrl+S keeps."""
        focused = self.focusWidget()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_S and control:
            self._save()
        elif event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Asks before what was filled in is lost; stays while it is being kept."""
        if self._busy:
            return
        if self.form.raw() != self._before:
            answer = ask_about_changes(self, "这个指标")
            if answer == "save":
                self._save()
            if answer != "discard":
                return
        self._keeping.drop()
        self.trial.stop()
        super().reject()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        self.area = area
        self.body.addWidget(self._back)
        self.body.addWidget(area, 3)
        self.body.addWidget(rule())
        line = QHBoxLayout()
        line.setSpacing(8)
        name = label("试算", "label")
        name.setFixedSize(theme().px(6.2), theme().control)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.trial, 1)
        self.body.addLayout(line, 1)
        self.body.addWidget(self._remark)

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        self.setFixedWidth(min(self.width(), room.width() - 40))
        self.resize(self.width(), min(theme().px(_HIGH_EMS), room.height() - 60))

    def _made(self, figure: OwnFigure) -> str:
        """The words made from the definition as it is kept."""
        assert figure.definition is not None
        try:
            return self._office.own_figures.read(figure.definition.plain() | {"rule": ""}, figure.key).rule
        except AppError:  # it refers to something that is gone; its words stay as they are
            return ""

    def _unsaved(self) -> dict[str, Any]:
        raw = self.form.raw()
        return raw if raw != self._before else {}

    def _come_back(self) -> None:
        """What was filled in last time and not saved stands there again."""
        kept = self._keeping.begin(TextKey("own_figure", self._key or NEW), self._kept_title)
        if kept is not None:
            self.form.put_raw(kept.values)
            self._back.say(kept.sentence)
            self._keeping.title = self._kept_title
            self._keeping.note()

    @property
    def _kept_title(self) -> str:
        name = self.form.name.text().strip()
        return f"{self.windowTitle()}“{name}”" if name else self.windowTitle()

    def _edited(self) -> None:
        self._keeping.title = self._kept_title
        self._keeping.note()
        self._remark.say("")
        self.form.complain(())
        self.trial.try_out(self.form.raw())

    def _suggest(self, trial: Trial | None) -> None:
        if trial is not None:
            self.form.suggest(trial.figure.rule, trial.figure.unit)

    def _save(self) -> None:
        if self._busy:
            return
        self._busy = True
        self.keep.set_busy("正在保存…")
        own, raw = self._office.own_figures, self.form.raw()
        work = partial(own.change, self._key, raw) if self._key else partial(own.add, raw)
        self._operations.run(work, self._kept, self._refused, ended=self._ended)

    def _kept(self, figure: OwnFigure) -> None:
        self._busy = False
        self.trial.stop()
        self._keeping.drop()
        self.accept()
        self.kept.emit(figure)

    def _refused(self, error: AppError) -> None:
        if isinstance(error, Invalid):
            self.form.complain(error.problems)
        else:
            self._remark.say(error.message)

    def _ended(self) -> None:
        self._busy = False
        self.keep.set_busy("")


def offered(office: Office, but: str) -> dict[str, Sequence[Figure]]:
    """The figures another can be made of, own ones first; no ratios, and not itself."""
    known = office.figures.catalogue
    own = {figure.key for figure in known.own}
    usable = [figure for figure in known.values() if figure.nature != "ratio" and figure.key != but]
    sections = {
        "自己定的": [figure for figure in usable if figure.key in own],
        "自带的": [figure for figure in usable if figure.key not in own],
    }
    return {heading: figures for heading, figures in sections.items() if figures}
