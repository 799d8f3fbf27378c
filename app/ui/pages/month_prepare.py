"""PreparePanel: what is settled before a month goes up: what to know, the files, the scan, a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.paths import is_there
from app.services.month_end import MonthCheck
from app.ui.pages.home_steps import Progress, spoken
from app.ui.pages.month_known import KnownList
from app.ui.pages.month_lines import check_words
from app.ui.pages.month_scan import ScanBox
from app.ui.widgets.sheet import SheetHeading, label, rule


class PreparePanel(QWidget):
    """Drafts block; what does not agree has to be known, with a word why."""

    changed = Signal()
    """Something was ticked, written or attached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = "正在看，等一等"
        self.clean = label("", "label", wrap=True)
        self.known = KnownList()
        self.known.hide()
        self.files = label("", wrap=True)
        self.scan = ScanBox()
        self.remark = QLineEdit()
        self.remark.setMaxLength(200)
        self.remark.setAccessibleName("说明")
        self.remark.setPlaceholderText("选填，和报的数一起留底")
        self.after = label("", "note", wrap=True)
        self.known.changed.connect(self.changed)
        self.remark.textChanged.connect(self.changed)
        self.scan.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        scan = SheetHeading("盖章件", note="选填，以后也可以加")
        parts: tuple[QWidget, ...] = (
            SheetHeading("报送以前"), self.clean, self.known, rule(), SheetHeading("一起报的材料"),
            self.files, scan, self.scan, SheetHeading("说明"), self.remark, rule(), self.after,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)

    @property
    def reason(self) -> str:
        """Why the month cannot go up now; "" when it can."""
        return self._refusal or self.known.reason

    @property
    def note(self) -> str:
        """What is kept with the 报送: the clerk's words, and what was known."""
        return "；".join(text for text in (self.remark.text().strip(), self.known.note) if text)

    def unsaved(self) -> dict[str, Any]:
        """What was written here: the remark, why all the same, and what was ticked as known."""
        found = {"remark": self.remark.text().strip(), "why": self.known.why.text().strip()}
        return found | {"ticked": self.known.ticked} if any(found.values()) else {}

    def put_back(self, values: Mapping[str, Any]) -> None:
        """The opposite; what is to be ticked may only come afterwards."""
        self.remark.setText(str(values.get("remark", "")))
        self.known.put_back(str(values.get("why", "")), [str(each) for each in values.get("ticked", ())])

    def restart(self) -> None:
        """Another month: nothing is said of it yet."""
        self._refusal = "正在看，等一等"
        self.clean.setText("正在核对…")
        self.clean.show()
        self.scan.clear()
        self.remark.clear()
        self.known.restart()

    def show_check(
        self, progress: Progress, check: MonthCheck, refusal: str, *, zero: bool, city: str
    ) -> None:
        """Say what there is to know of a month, as it was found."""
        drafts, month = progress.view.tally.drafts, spoken(progress.view.period)
        self._refusal = f"{month}还有 {drafts} 条没填完，补完再报送。" if drafts else refusal
        known = () if self._refusal else to_know(progress, check, zero=zero)
        self.known.set_sentences(known)
        words = self._refusal
        if not words:
            words = "这些不拦报送，但要心里有数：" if known else "数据核对都相符，审核也通过了。"
        if zero and not self._refusal and not known:
            words = f"{month}没有登记任何活动，报的是零报告。"
        self.clean.setText(words)
        self.files.setText(file_words(progress))
        self.after.setText(f"报送以后，这一期的数锁住，材料留底。文件照常发给{city}。")
        self.changed.emit()


def to_know(progress: Progress, check: MonthCheck, *, zero: bool) -> Sequence[str]:
    """What does not agree, in sentences."""
    found = [check_words(each) for each in check.failing]
    review = progress.standing.review
    if review is not None and review.changed:
        found.append(f"审核通过以后又改了 {review.changed} 条记录")
    elif review is None and not zero:
        found.append("还没有审核")
    if check.before is not None:
        found.append(f"{check.before.label}还没有报送")
    found += [f"{each.label}：{each.finding.text}" for each in check.findings]
    return found


def file_words(progress: Progress) -> str:
    """Which files go up, and whether they are written anew."""
    standing = progress.standing
    if standing.issued is None or not standing.written:
        return "还没有出表，报送时当场写出。"
    if standing.changed:
        return f"出表以后改了 {standing.changed} 条记录，报送时重新写出。"
    return "\n".join(path.name for path in standing.issued.paths if is_there(path))
