"""ReviewView: 审核, what is checked before a month goes up, and the sheet that is signed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QLineEdit

from app.errors import AppError
from app.ui.operations import Progress as Running
from app.ui.pages.home_matters import MatterList, Section
from app.ui.pages.home_steps import CHECK, DONE, ENTER, Next, day
from app.ui.pages.month_view import MonthView
from app.ui.theme import Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import SheetHeading, label, rule
from app.ui.widgets.status_word import Status, StatusWord

if TYPE_CHECKING:
    from app.services.matters import Matter
    from app.ui.pages.month_lines import CheckLines, Looked

_WHAT = "一页纸：主要数、核对结果、材料目录。打出来，填报人、审核人、负责人签字。"


class ReviewView(MonthView):
    """The check list left, the signature right; nothing but drafts keeps a month from being passed."""

    key = CHECK
    about = "数对不对，能不能报"
    kept_as, kept_title = "review", "审核意见"

    def build(self) -> None:
        self._looked: Looked | None = None
        self._lines: CheckLines | None = None
        self._search: Running | None = None
        self._wanted = ""
        self._signing = False
        self.matters = MatterList()
        self.matters.setAccessibleName("审核要看的")
        self.left.body.addWidget(self.matters)
        self.matters.opened.connect(self._open)
        self.by, self.remark = QLineEdit(), QLineEdit()
        self.by.setMaxLength(40)
        self.remark.setMaxLength(200)
        self.by.textChanged.connect(self.buttons_changed)
        for field in (self.by, self.remark):
            field.textChanged.connect(self.keeping.note)
        self.state = StatusWord()
        self.told = label("", "label", wrap=True)
        self.withdraw = HintButton("撤回审核", icon="undo", kind="link")
        self.withdraw.clicked.connect(self.take_back)
        self.panel.addWidget(SheetHeading("报审单"))
        self.panel.addWidget(label(_WHAT, "label", wrap=True))
        self.panel.addSpacing(2)
        self.panel.addLayout(self._fields())
        self.panel.addSpacing(4)
        self.panel.addWidget(rule())
        for part in (self.state, self.told, self.withdraw):
            self.panel.addWidget(part)
        self.panel.addStretch(1)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for row, (text, field) in enumerate((("审核人", self.by), ("意见", self.remark))):
            name = label(text, "label")
            name.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        self.remark.setPlaceholderText("选填")
        grid.setColumnStretch(1, 1)
        return grid

    def restart(self) -> None:
        self._looked = self._lines = None
        self.matters.restart()
        self.remark.clear()
        self.by.setText(self.place.office.settings.reviewer)

    def unsaved(self) -> Mapping[str, Any]:
        by, remark = self.by.text().strip(), self.remark.text().strip()
        if self._is_over or (not remark and by == self.place.office.settings.reviewer):
            return {}
        return {"by": by, "remark": remark}

    def put_back(self, values: Mapping[str, Any]) -> None:
        self.by.setText(str(values.get("by", "")))
        self.remark.setText(str(values.get("remark", "")))

    @property
    def _is_over(self) -> bool:
        """Whether the month was passed, or has gone up."""
        return self.progress.standing.is_reviewed or self.progress.here == DONE

    def load(self) -> None:
        office, period = self.place.office, self.period
        if self._search is not None:
            self._search.cancel()
        month_end, paragraphs = self.month_end(), office.paragraphs

        def work(running: Running) -> Looked:
            from app.ui.pages.month_lines import Looked

            told = bool(paragraphs.of(period).texts)
            findings = tuple(paragraphs.findings(period)) if told else ()
            return Looked(month_end.check(period, running.step), findings, told)

        self._show()
        self._search = self.place.operations.start(work, self._take)

    def go_to(self, section: str) -> None:
        """Put the keyboard on a section, as soon as it is known."""
        self._wanted = "" if self.matters.go_to(section) else section

    def primary(self) -> Next | None:
        here = self.progress.here
        if here in (DONE, ENTER) or self.progress.standing.is_reviewed:
            return None
        reason = "正在核对，等一等" if self._looked is None else ""
        reason = reason or ("" if self.by.text().strip() else "请先写审核人")
        return Next(CHECK, "审核通过", "check", reason=reason)

    def beside(self) -> Next | None:
        return Next("sheet", "打印报审单", "print")

    def act(self) -> None:
        """审核通过."""
        if self._signing:
            return
        self._signing = True
        month_end, period = self.month_end(), self.period
        by, note = self.by.text().strip(), self.remark.text().strip()
        self.strip.clear()
        self.place.operations.run(
            lambda: month_end.review(period, by, note), self._passed, self._refused, ended=self._signed
        )

    def act_beside(self) -> None:
        from app.ui.dialogs.review_sheet import show_review_sheet

        show_review_sheet(self.place, self.period, self.window())

    def take_back(self) -> None:
        """撤回审核."""
        month_end, period = self.month_end(), self.period
        self.place.operations.run(partial(month_end.withdraw_review, period), self._withdrawn, self._refused)

    def first_focus(self) -> None:
        self.matters.setFocus()

    def _take(self, found: Looked) -> None:
        from app.ui.pages.month_lines import lines_of

        self._search = None
        if found.check.period != self.period:
            return
        self._looked, self._lines = found, lines_of(found, self.progress.view.tally.drafts)
        self._show()
        if self._wanted:
            self.matters.go_to(self._wanted)
            self._wanted = ""
        self.buttons_changed.emit()

    def _show(self) -> None:
        if self._lines is None:
            waiting = Section("checks", "数据核对", Tone.PLAIN, "", (), "正在核对…", Tone.PLAIN)
            self.matters.set_sections([waiting])
        else:
            self.matters.set_sections(self._lines.sections)
        self._show_state()

    def _show_state(self) -> None:
        review, closed = self.progress.standing.review, self.progress.here == DONE
        self.withdraw.setVisible(review is not None and not closed)
        for field in (self.by, self.remark):
            field.setReadOnly(self._is_over)
        self.keeping.note()
        if review is None:
            self.state.set_status(Status("没有登记审核" if closed else "还没有审核", Tone.PLAIN, "circle"))
            drafts = self.progress.view.tally.drafts
            self.told.setText(f"还有 {drafts} 条没填完，补完再审核。" if drafts else "")
        elif review.changed and not closed:
            self.state.set_status(Status("要重新核对", Tone.WARN))
            self.told.setText(f"{review.by} {day(review.at)}通过，以后又改了 {review.changed} 条记录。")
        else:
            self.state.set_status(Status(f"{review.by} {day(review.at)} {review.at:%H:%M} 通过", Tone.OK))
            self.told.setText(review.note)
        self.told.setVisible(bool(self.told.text()))

    def _open(self, matter: Matter) -> None:
        if self._lines is not None and matter in self._lines.links:
            self.open_requested.emit(self._lines.links[matter])

    def _passed(self, _: object) -> None:
        self.said.emit(f"{self.period.label}审核通过，可以出表")

    def _withdrawn(self, _: object) -> None:
        self.said.emit(f"撤回了{self.period.label}的审核")

    def _refused(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)

    def _signed(self) -> None:
        self._signing = False
